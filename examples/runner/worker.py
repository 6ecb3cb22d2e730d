"""Runs blocks for scripts/examples: reads one job a line, answers with one line of JSON.

A job is the blocks of one language of one markdown file: `{"language", "seconds", "units"}`. Every unit runs in a
process of its own, forked from this one, which has imported the heavy libraries and nothing of any block.
"""

import gc
import importlib
import json
import os
import signal
import sys
import time
from pathlib import Path

import children
import lua_block
import python_block
import sql_block
import toml_block

KINDS = {"python": python_block, "sql": sql_block, "toml": toml_block, "lua": lua_block}
PRELOADED = [
    "pytest", "anyio.pytest_plugin", "anyio._backends._asyncio", "asyncpg", "email_validator", "fastapi",
    "fastapi.testclient", "httpx2", "hypothesis", "jwt", "langgraph.graph", "mcp.server", "openapi_spec_validator",
    "opentelemetry.sdk.trace", "prometheus_client", "psycopg", "pydantic_settings", "redis.asyncio",
    "slowapi", "sqlalchemy.ext.asyncio", "strawberry", "structlog", "uvicorn",
]  # fmt: skip


def run(job: dict, servers: dict[str, str], scratch: Path) -> list[dict]:
    """One answer for each unit; all units of the job share its time limit."""
    kind = KINDS[job["language"]]
    deadline = time.monotonic() + job["seconds"]
    answers = []
    for number, unit in enumerate(job["units"]):
        folder = scratch / f"{job['id']}-{number}"
        folder.mkdir(parents=True)
        with kind.prepare(unit, servers) as settings:
            left = deadline - time.monotonic()
            answers.append(children.run(kind.run, unit, settings, folder, left, job["seconds"]))
    return answers


def main() -> None:
    servers = json.loads(os.environ.pop("EXAMPLES_SERVERS"))
    scratch = Path(os.environ.pop("EXAMPLES_SCRATCH"))
    signal.signal(signal.SIGTERM, children.stop)
    for name in PRELOADED:
        importlib.import_module(name)
    # pytest collects garbage at its end: without what was there before, a child takes a fifth of the time.
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        job = json.loads(line)
        print(json.dumps({"id": job["id"], "answers": run(job, servers, scratch)}), flush=True)


if __name__ == "__main__":
    main()
