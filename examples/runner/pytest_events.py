"""A pytest plugin that reports what became of each test, and where in the block it failed.

The reference service's suite loads it by name (`-p pytest_events`) and names a file for the events in EXAMPLES_EVENTS.
"""

import json
import os
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest


class EventReporter:
    def __init__(self, emit: Callable[[dict], None], entry: Path | None = None) -> None:
        self.emit = emit
        self.entry = entry
        self.names: set[str] = set()
        # Something else than a test has failed: which tests there are is not known.
        self.stopped = False
        self._failed: dict[tuple[str, str], dict] = {}
        self._described: set[tuple[str, str]] = set()

    def pytest_runtest_logstart(self, nodeid: str, location: tuple[str, int | None, str]) -> None:
        self.emit({"started": {"test": nodeid.rpartition("::")[2], "line": (location[1] or 0) + 1}})

    def pytest_itemcollected(self, item: pytest.Item) -> None:
        self.names.add(getattr(item, "originalname", None) or item.name)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        test = report.nodeid.rpartition("::")[2]
        if report.failed:
            line = (report.location[1] or 0) + 1
            problem = {"message": f"{test} failed", "test": test, "line": line, "details": report.longreprtext}
            self._add((report.nodeid, report.when or ""), problem)
        elif report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else getattr(report, "wasxfail", "")
            skipped = {"message": f"{test} did not pass but was skipped: {reason}", "line": (report.location[1] or 0) + 1}
            self.emit({"skipped": skipped} if self.entry is None else {"problem": skipped})
        elif report.when == "call":
            self.emit({"passed": test})

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.stopped = True
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
            self.emit({"problem": {"message": f"the whole block was skipped: {reason}"}})
        elif report.failed:
            self.stopped = True
            self._add((report.nodeid, "collect"), {"message": "import failed", "details": report.longreprtext})

    def pytest_exception_interact(self, node: pytest.Item | pytest.Collector, call: pytest.CallInfo, report) -> None:
        key = (report.nodeid, report.when or "")
        problem = self._failed.pop(key, {"details": report.longreprtext})
        self._described.add(key)
        if call.excinfo:
            problem |= self._describe(call.excinfo.value)
        self.emit({"problem": problem})

    def pytest_internalerror(self, excrepr: object, excinfo: pytest.ExceptionInfo) -> None:
        self.stopped = True
        self.emit({"problem": self._describe(excinfo.value)})

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        for problem in self._failed.values():
            self.emit({"problem": problem})
        self.emit({"collected": session.testscollected})

    def _add(self, key: tuple[str, str], problem: dict) -> None:
        """Keeps a failure until its exception is known, which pytest may tell before or after."""
        if key not in self._described:
            self._failed[key] = problem

    def _describe(self, error: BaseException) -> dict:
        """The exception in one text, and the innermost line of the block that it passed through."""
        if isinstance(error, pytest.Collector.CollectError) and error.__cause__:
            error = error.__cause__
        found = {"message": "".join(traceback.format_exception_only(error)).strip()}
        if isinstance(error, SyntaxError) and error.filename:
            return found | {"path": error.filename, "line": error.lineno}
        frames = traceback.extract_tb(error.__traceback__)
        found["frames"] = [[frame.filename, frame.lineno] for frame in reversed(frames)]
        return found


def pytest_configure(config: pytest.Config) -> None:
    """Registers the plugin where it is loaded by name."""
    if path := os.environ.get("EXAMPLES_EVENTS"):
        file = open(path, "a", buffering=1)
        config.pluginmanager.register(EventReporter(lambda event: print(json.dumps(event), file=file, flush=True)))
