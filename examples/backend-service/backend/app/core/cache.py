import logging
import random

from redis.asyncio import Redis
from redis.exceptions import RedisError

from app.core.config import settings

logger = logging.getLogger(__name__)


# No statement runs longer than 5 s: after that, no reader holds a row from before the write.
INVALID_SECONDS = 6
INVALID = ""


class RedisCache:
    """Cache-aside storage that fails open: without Redis, every read is a miss.

    A deleted key stays marked for a moment, so that a reader who loaded the old row cannot store it after the write.
    """

    def __init__(self, redis: Redis) -> None:
        self.redis = redis

    async def get(self, key: str) -> str | None:
        try:
            return await self.redis.get(settings.redis_prefix + key) or None
        except RedisError as error:
            logger.warning("cache unavailable, reading the database: %r", error)
            return None

    async def set(self, key: str, value: str, ttl: int) -> None:
        jittered = round(ttl * random.uniform(0.9, 1.1))
        try:
            await self.redis.set(settings.redis_prefix + key, value, ex=jittered, nx=True)
        except RedisError as error:
            logger.warning("cache unavailable, nothing stored: %r", error)

    async def delete(self, *keys: str) -> None:
        try:
            async with self.redis.pipeline(transaction=False) as pipeline:
                for key in keys:
                    pipeline.set(settings.redis_prefix + key, INVALID, ex=INVALID_SECONDS)
                await pipeline.execute()
        except RedisError as error:
            logger.error("cache unavailable, stale until the TTL ends: %s: %r", keys, error)
