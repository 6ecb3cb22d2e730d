"""`python -m app.core.worker`: publishes what the outbox holds. Any number of these may run."""

import asyncio
import logging
import signal

from app.core.database import engine, session_factory
from app.core.event_stream import EventStream
from app.core.logging import configure_logging
from app.core.redis import connect
from app.services.outbox_relay import OutboxRelay

logger = logging.getLogger(__name__)
IDLE_SECONDS = 0.2
LONGEST_PAUSE = 30.0


async def run(relay: OutboxRelay, stop: asyncio.Event) -> None:
    failures = 0
    while not stop.is_set():
        try:
            pause = 0.0 if await relay.run_once() else IDLE_SECONDS
            failures = 0
        except Exception:
            failures += 1
            pause = min(LONGEST_PAUSE, 2.0**failures)
            logger.exception("the relay failed, trying again in %.0f s", pause)
        try:
            await asyncio.wait_for(stop.wait(), pause)
        except TimeoutError:
            continue


async def main() -> None:
    configure_logging()
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with connect() as redis:
        await run(OutboxRelay(session_factory, EventStream(redis)), stop)
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
