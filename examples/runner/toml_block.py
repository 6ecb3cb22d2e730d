"""Parses TOML blocks."""

import re
import tomllib
from contextlib import nullcontext

from children import Emit


def prepare(unit: dict, servers: dict[str, str]) -> nullcontext[dict[str, str]]:
    return nullcontext({})


def run(unit: dict, settings: dict[str, str], emit: Emit) -> None:
    for index, block in enumerate(unit["codes"]):
        try:
            tomllib.loads(block["text"])
            emit({"ran": [index]})
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            last = block["text"].rstrip().count("\n") + 1
            line = block["line"] + (int(found[1]) if found else last) - 1
            emit({"problem": {"block": index, "message": str(error), "line": line}})
