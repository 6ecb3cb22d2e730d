import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BACKEND = Path(__file__).parents[1]


@contextmanager
def run_server() -> Iterator[str]:
    """The service as it runs in production, in a process of its own; yields its address.

    The socket listens before the process starts, so that a client that is early waits and is not refused.
    """
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listening:
        command = [sys.executable, "-m", "uvicorn", "app.main:app", "--fd", str(listening.fileno()), "--no-access-log"]
        process = subprocess.Popen(command, cwd=BACKEND, pass_fds=[listening.fileno()])
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            process.terminate()
            process.wait(timeout=10)
