import hashlib
from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

import jwt
from fastapi import Depends, HTTPException, Request, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.cache import RedisCache
from app.core.database import session_factory
from app.core.event_stream import EventStream
from app.core.security import read_token
from app.services.order_service import OrderService


async def get_db() -> AsyncIterator[AsyncSession]:
    async with session_factory() as session:
        yield session


async def get_cache(request: Request) -> RedisCache:
    return request.app.state.cache


async def get_event_stream(request: Request) -> EventStream:
    return request.app.state.event_stream


Database = Annotated[AsyncSession, Depends(get_db)]
Cache = Annotated[RedisCache, Depends(get_cache)]
Events = Annotated[EventStream, Depends(get_event_stream)]

access_token = HTTPBearer(scheme_name="accessToken", bearerFormat="JWT", auto_error=False)
refresh_token = HTTPBearer(scheme_name="refreshToken", bearerFormat="JWT", auto_error=False)
Credentials = HTTPAuthorizationCredentials | None


def unauthorized(detail: str) -> HTTPException:
    return HTTPException(status.HTTP_401_UNAUTHORIZED, detail, {"WWW-Authenticate": "Bearer"})


async def get_identity(request: Request, credentials: Annotated[Credentials, Depends(access_token)]) -> UUID | None:
    """Who calls, by the access token alone: no query, so that a limit can come before any work."""
    if credentials is None:
        return None
    try:
        user_id = UUID(read_token(credentials.credentials, "access"))
    except (jwt.InvalidTokenError, ValueError):
        return None
    request.state.user = hashlib.sha256(user_id.bytes).hexdigest()[:16]
    return user_id


Identity = Annotated[UUID | None, Depends(get_identity)]


async def get_current_user_id(identity: Identity) -> UUID:
    if identity is None:
        raise unauthorized("The access token is missing, expired or not valid.")
    return identity


CurrentUserId = Annotated[UUID, Depends(get_current_user_id)]


async def get_refresh_token(credentials: Annotated[Credentials, Depends(refresh_token)]) -> str:
    if credentials is None:
        raise unauthorized("Send the refresh token as bearer token.")
    return credentials.credentials


PresentedRefreshToken = Annotated[str, Depends(get_refresh_token)]


async def get_order_service(owner_id: CurrentUserId, db: Database, cache: Cache) -> OrderService:
    return OrderService(db, cache, owner_id)


Orders = Annotated[OrderService, Depends(get_order_service)]
