"""Runs a command in a pseudo-terminal, types what a scenario says, and prints an asciicast (version 2) of it.

usage: record.py SCENARIO.json > OUT.cast

A scenario has `command` (a list), `cwd`, `env`, `columns`, `rows` and `steps`. A step waits until the terminal has shown
`wait` since the step before, then pauses and types `type`, a letter at a time where `slowly` is true.
"""

import json
import os
import pty
import select
import struct
import sys
import termios
import time
from fcntl import ioctl

LONGEST_WAIT = 60.0
LETTER = 0.045


def main(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        scenario = json.load(file)
    columns, rows = scenario["columns"], scenario["rows"]
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(scenario["cwd"])
        os.execvpe(scenario["command"][0], scenario["command"], scenario["env"])
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    print(json.dumps({"version": 2, "width": columns, "height": rows}))
    recording = Recording(terminal)
    for step in scenario["steps"]:
        recording.wait_for(step.get("wait", ""))
        recording.listen(step.get("pause", 0.4))
        text = step.get("type", "")
        for piece in text if step.get("slowly") else [text]:
            os.write(terminal, piece.encode())
            recording.listen(LETTER if step.get("slowly") else 0.1)
    recording.listen(scenario.get("last", 1.0))
    os.close(terminal)


class Recording:
    def __init__(self, terminal: int) -> None:
        self.terminal = terminal
        self.started = time.monotonic()
        self.seen = ""
        self.pending = b""

    def listen(self, seconds: float) -> bool:
        """Prints what the terminal shows for so long; false when the command has ended."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.terminal], [], [], left)
            if not ready:
                return True
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.show(data)
        return True

    def show(self, data: bytes) -> None:
        # A letter may come in two pieces.
        self.pending += data
        text = self.pending.decode("utf-8", errors="ignore")
        self.pending = self.pending[len(text.encode()) :]
        self.seen += text
        print(json.dumps([round(time.monotonic() - self.started, 3), "o", text]))

    def wait_for(self, text: str) -> None:
        end = time.monotonic() + LONGEST_WAIT
        while text not in plain(self.seen):
            if time.monotonic() > end or not self.listen(0.1):
                sys.exit(f"the terminal never showed {text!r}; it shows:\n{plain(self.seen)[-2000:]}")
        self.seen = ""


def plain(text: str) -> str:
    """Without the sequences that move the cursor and colour the text; a move to the right stands for blanks."""
    import re

    text = re.sub(r"\x1b\[\d*C", " ", text)
    return re.sub(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_=>78])", "", text)


if __name__ == "__main__":
    main(sys.argv[1])
