import json
import time
from collections.abc import AsyncIterator
from typing import Any, NamedTuple
from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import ConnectionError, TimeoutError

from app.core.config import settings
from app.core.redis import BLOCKING_TIMEOUT
from app.services.ports import PublisherUnavailable

KEPT_EVENTS = 1000
KEPT_SECONDS = 86_400

# The mark and the entry are one step: a redelivered event finds the mark and adds nothing.
SCRIPT = """
if not redis.call('SET', KEYS[2], '1', 'NX', 'EX', ARGV[4]) then return false end
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', 'kind', ARGV[1], 'data', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return id
"""


class StreamEvent(NamedTuple):
    id: str
    kind: str
    data: dict[str, Any]


class EventStream:
    """One Redis stream for each owner: every process can write to it, every process can read on from any event."""

    def __init__(self, redis: Redis) -> None:
        self.redis = redis
        self.script = redis.register_script(SCRIPT)

    @staticmethod
    def key(owner_id: UUID) -> str:
        return f"{settings.redis_prefix}user:{owner_id}:events"

    async def publish(self, event_id: UUID, owner_id: UUID, kind: str, data: dict[str, Any]) -> None:
        mark = f"{settings.redis_prefix}published:{event_id}"
        args = [kind, json.dumps(data), KEPT_EVENTS, KEPT_SECONDS]
        try:
            await self.script(keys=[self.key(owner_id), mark], args=args)
        except (ConnectionError, TimeoutError) as error:
            raise PublisherUnavailable from error

    async def position(self, owner_id: UUID, last_id: str | None) -> tuple[str, bool]:
        """Where to read on, and whether what followed `last_id` may be gone."""
        key = self.key(owner_id)
        if last_id and await self.redis.xrange(key, last_id, last_id):
            return last_id, False
        newest = await self.redis.xrevrange(key, count=1)
        return (newest[0][0] if newest else "0-0"), last_id is not None

    async def read(self, owner_id: UUID, position: str, lifetime: float) -> AsyncIterator[StreamEvent]:
        key, end = self.key(owner_id), time.monotonic() + lifetime
        while (left := end - time.monotonic()) > 0:
            block = max(1, int(min(left, BLOCKING_TIMEOUT) * 1000))
            for _, entries in await self.redis.xread({key: position}, count=100, block=block) or []:
                for position, fields in entries:
                    yield StreamEvent(position, fields["kind"], json.loads(fields["data"]))
