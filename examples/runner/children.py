"""Runs a function in a forked process and gathers what it reports, however that process ends."""

import faulthandler
import json
import os
import re
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path

Emit = Callable[[dict], None]
Task = Callable[[dict, dict[str, str], Emit], None]

current = 0


def run(task: Task, unit: dict, settings: dict[str, str], folder: Path, seconds: float, limit: float) -> dict:
    """What `task` emitted: `{"problems": [...], "ran": [indexes of blocks]}`.

    Only a task that returns has come to its end: a block that ends the process itself, or hangs, is a problem.
    """
    global current
    if seconds <= 0:
        return {"problems": [{"message": f"not run: the blocks before it used up the file's {limit:g} seconds"}], "ran": []}
    current = pid = os.fork()
    if pid == 0:
        _work(task, unit, settings, folder, seconds)
    status = _wait(pid, time.monotonic() + seconds)
    _kill_group(pid)
    if status is None:
        os.waitpid(pid, 0)
    current = 0
    events = _read(folder / "events.jsonl")
    problems = [event["problem"] for event in events if "problem" in event]
    if status is None:
        problems.append(_hanging(events, folder / "stack.txt", limit))
    elif not any("end" in event for event in events):
        code = os.waitstatus_to_exitcode(status)
        ended = f"by signal {-code}" if code < 0 else f"with exit status {code}"
        message = f"the process ended {ended} before the block had come to its end"
        problems.append({"message": message, "details": _tail(folder / "output.txt"), **_test_at_work(events)})
    return {"problems": problems, "ran": [index for event in events for index in event.get("ran", [])]}


def stop(*_: object) -> None:
    """Ends this process and the one at work; for SIGTERM."""
    if current:
        _kill_group(current)
    os._exit(1)


def _work(task: Task, unit: dict, settings: dict[str, str], folder: Path, seconds: float) -> None:
    try:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        output = os.open(folder / "output.txt", os.O_WRONLY | os.O_CREAT)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for source, target in [(nothing, 0), (output, 1), (output, 2)]:
            os.dup2(source, target)
        os.environ.update(settings)
        events = os.open(folder / "events.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        stack = open(folder / "stack.txt", "w")
        faulthandler.dump_traceback_later(max(seconds - 0.5, seconds / 2), file=stack)

        def emit(event: dict) -> None:
            os.write(events, json.dumps(event).encode() + b"\n")

        try:
            task(unit, settings, emit)
            emit({"end": True})
        except BaseException as error:
            emit({"problem": {"message": _describe(error), "details": traceback.format_exc()}})
            emit({"end": True})
    finally:
        os._exit(0)


def _describe(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error)).strip()


def _wait(pid: int, deadline: float) -> int | None:
    while time.monotonic() < deadline:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.005)
    return None


def _kill_group(pid: int) -> None:
    for kill in (os.killpg, os.kill):
        try:
            kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


def _read(path: Path) -> list[dict]:
    lines = path.read_text().splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def _hanging(events: list[dict], stack: Path, limit: float) -> dict:
    """Names the frames that the process hung in; the worker's own are not among what a reader looks for."""
    text = stack.read_text() if stack.exists() else ""
    frames = re.findall(r'File "(.+)", line (\d+) in', text)
    message = f"no end within the {limit:g} seconds that a file has: stopped"
    return {"message": message, "frames": [[path, int(line)] for path, line in frames], **_test_at_work(events)}


def _test_at_work(events: list[dict]) -> dict:
    started = [event["started"] for event in events if "started" in event]
    return started[-1] if started else {}


def _tail(path: Path) -> str:
    return path.read_text(errors="replace")[-4000:] if path.exists() else ""
