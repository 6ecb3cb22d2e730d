import asyncio
from typing import Literal

from fastapi import APIRouter, HTTPException, Request, status
from redis.exceptions import RedisError
from sqlalchemy import text

from app.api.deps import Database

router = APIRouter(prefix="/health", include_in_schema=False)


@router.get("/live")
async def live() -> dict[str, str]:
    """The process answers. It asks nobody: a database that is down must not restart every pod."""
    return {"status": "live"}


@router.get("/ready")
async def ready(request: Request, db: Database) -> dict[str, str]:
    try:
        async with asyncio.timeout(1):
            await db.execute(text("SELECT 1"))
    except Exception as error:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, "The database does not answer.") from error
    return {"status": "ready", "redis": await redis_state(request)}


async def redis_state(request: Request) -> Literal["up", "down"]:
    """Reported, not required: the service works without."""
    try:
        await request.app.state.redis.ping()
    except RedisError:
        return "down"
    return "up"
