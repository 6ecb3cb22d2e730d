from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from app.core.config import settings

REQUEST_TIMEOUT = 0.2
BLOCKING_TIMEOUT = 5.0
POOL_WAIT = 2.0


def connect(timeout: float = REQUEST_TIMEOUT, connections: int = 20, url: str = settings.redis_url) -> Redis:
    """One attempt, briefly: what Redis does for a request is optional, so the caller goes on without it.

    A burst waits for one of few connections. If it opened one for each request, the commands of the burst itself
    would time out, and a limit that fails open would let it pass.
    """
    pool = BlockingConnectionPool.from_url(
        url,
        decode_responses=True,
        max_connections=connections,
        timeout=POOL_WAIT,
        socket_timeout=timeout,
        socket_connect_timeout=REQUEST_TIMEOUT,
        retry=Retry(NoBackoff(), 0),
    )
    return Redis.from_pool(pool)


def connect_blocking() -> Redis:
    """For reads that wait on the server: each stream that is open holds a connection."""
    return connect(timeout=2 * BLOCKING_TIMEOUT, connections=500)
