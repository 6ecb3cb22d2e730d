"""Runs a module made of python blocks with pytest, in the present process."""

import ast
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio_fixture
import redis
from children import Emit
from databases import fresh_database
from pytest_events import EventReporter


@contextmanager
def prepare(unit: dict, servers: dict[str, str]) -> Iterator[dict[str, str]]:
    """An empty database and an empty Redis for the unit."""
    with redis.Redis.from_url(servers["redis"]) as client:
        client.flushall()
    with fresh_database(servers["postgres"]) as url:
        yield {
            "DATABASE_URL": url.replace("postgresql://", "postgresql+asyncpg://"),
            "REDIS_URL": servers["redis"],
            "JWT_SECRET": "only-for-examples-0123456789-abcdefghijklmnop",
            "PYTHONPATH": unit["folder"],
        }


def run(unit: dict, settings: dict[str, str], emit: Emit) -> None:
    """Imports the module and runs its tests; a module without tests has to be imported without an error."""
    import pytest

    folder = Path(unit["folder"])
    entry = folder / unit["entry"]
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    try:
        wanted = _tests(entry, emit)
    except SyntaxError as error:
        emit({"problem": {"message": f"SyntaxError: {error.msg}", "path": error.filename, "line": error.lineno}})
        return
    events = EventReporter(emit, entry)
    options = ["-q", "--tb=short", "--strict-markers", "-o", "python_files=*.py", "-c", str(folder / "pytest.ini")]
    plugins = ["-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "anyio"]
    pytest.main([str(entry), *options, *plugins], plugins=[events, anyio_fixture])
    name = ".".join(entry.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
    module = sys.modules.get(name) or sys.modules.get(name.rpartition(".")[2])
    if not events.stopped and getattr(module, "__file__", None) != str(entry):
        emit({"problem": {"message": "the block was not imported"}})
        return
    for test, line in wanted.items():
        if not events.stopped and test not in events.names:
            emit({"problem": {"message": f"{test} was not run", "path": str(entry), "line": line}})
    if not events.stopped:
        emit({"ran": list(range(unit["blocks"]))})


def _tests(entry: Path, emit: Emit) -> dict[str, int]:
    """Name and line of each test function; one that hides another of the same name is a problem."""
    tests: dict[str, int] = {}
    for node in ast.parse(entry.read_text(), str(entry)).body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or not node.name.startswith("test"):
            continue
        if node.name in tests:
            message = f"{node.name} is defined again in line {node.lineno}: this one never runs"
            emit({"problem": {"message": message, "path": str(entry), "line": tests[node.name]}})
        tests[node.name] = node.lineno
    return tests
