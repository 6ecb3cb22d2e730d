"""Has Redis compile Lua blocks as scripts."""

import re
from contextlib import nullcontext

import redis
from children import Emit


def prepare(unit: dict, servers: dict[str, str]) -> nullcontext[dict[str, str]]:
    return nullcontext({"REDIS_URL": servers["redis"]})


def run(unit: dict, settings: dict[str, str], emit: Emit) -> None:
    with redis.Redis.from_url(settings["REDIS_URL"]) as client:
        for index, block in enumerate(unit["codes"]):
            try:
                client.script_load(block["text"])
                emit({"ran": [index]})
            except redis.ResponseError as error:
                found = re.search(r"user_script:(\d+): *(.*)", str(error))
                line = block["line"] + int(found[1]) - 1 if found else None
                emit({"problem": {"block": index, "message": found[2] if found else str(error), "line": line}})
