import math
import time
from dataclasses import dataclass

from redis.asyncio import Redis

from app.core.config import settings

# Redis runs a script as one step and supplies the clock, so that no two processes count differently.
SCRIPT = """
local capacity, per_ms, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens, at = tonumber(bucket[1]) or capacity, tonumber(bucket[2]) or now
tokens = math.min(capacity, tokens + math.max(0, now - at) * per_ms)
local wait = 0
if tokens >= cost then tokens = tokens - cost else wait = math.ceil((cost - tokens) / per_ms) end
redis.call('HSET', KEYS[1], 'tokens', tokens, 'at', now)
redis.call('PEXPIRE', KEYS[1], math.ceil(2 * capacity / per_ms))
return wait
"""


@dataclass(frozen=True)
class Limit:
    """At most `capacity` at once and `per_minute` in the long run."""

    name: str
    capacity: int
    per_minute: int
    label: str

    @property
    def per_ms(self) -> float:
        return self.per_minute / 60_000

    @classmethod
    def average(cls, name: str, per_minute: int) -> "Limit":
        return cls(name, per_minute, per_minute, f"{per_minute}/min")

    @classmethod
    def strict(cls, name: str, per_minute: int) -> "Limit":
        """Never more than `per_minute` in any minute: what the bucket holds and what flows in add up to it."""
        refill = per_minute // 2
        return cls(name, per_minute - refill, refill, f"{per_minute}/min")


class TokenBucket:
    def __init__(self, redis: Redis) -> None:
        self.script = redis.register_script(SCRIPT)

    async def take(self, limit: Limit, subject: str, cost: int = 1) -> int:
        """Take tokens and return 0, or return after how many milliseconds there will be enough."""
        key = f"{settings.redis_prefix}rl:{limit.name}:{subject}"
        return await self.script(keys=[key], args=[limit.capacity, limit.per_ms, cost])


class LocalBucket:
    """The same for one process, where no limit at all would be worse than one for each process."""

    MAX_SUBJECTS = 10_000

    def __init__(self) -> None:
        self.buckets: dict[tuple[str, str], tuple[float, float]] = {}

    def take(self, limit: Limit, subject: str) -> int:
        now = time.monotonic() * 1000
        tokens, at = self.buckets.pop((limit.name, subject), (float(limit.capacity), now))
        tokens = min(limit.capacity, tokens + (now - at) * limit.per_ms)
        wait = 0 if tokens >= 1 else math.ceil((1 - tokens) / limit.per_ms)
        self.buckets[limit.name, subject] = (tokens if wait else tokens - 1, now)
        if len(self.buckets) > self.MAX_SUBJECTS:
            del self.buckets[next(iter(self.buckets))]
        return wait
