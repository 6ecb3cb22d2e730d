from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, HTTPException, Request, status
from fastapi.sse import EventSourceResponse, ServerSentEvent
from redis.exceptions import RedisError

from app.api.deps import CurrentUserId, Events
from app.api.openapi import problems
from app.api.rate_limits import limit_general
from app.core.config import settings

MAX_STREAMS = 5
RETRY_MS = 2000

router = APIRouter(
    prefix="/orders/events", tags=["orders"], dependencies=[Depends(limit_general)], responses=problems(401, 503)
)


async def hold_stream(request: Request, user_id: CurrentUserId) -> AsyncIterator[None]:
    """One of the few streams that a user may have open in this process."""
    streams = request.app.state.streams
    if streams[user_id] >= MAX_STREAMS:
        detail = f"At most {MAX_STREAMS} streams at a time."
        raise HTTPException(status.HTTP_429_TOO_MANY_REQUESTS, detail, {"Retry-After": "5"})
    streams[user_id] += 1
    try:
        yield
    finally:
        streams[user_id] -= 1
        if not streams[user_id]:
            del streams[user_id]


async def find_position(
    user_id: CurrentUserId,
    events: Events,
    last_event_id: Annotated[str | None, Header(pattern=r"^\d{1,20}-\d{1,20}$")] = None,
) -> tuple[str, bool]:
    """Asked before the response starts, while the status can still say that there is no stream."""
    try:
        return await events.position(user_id, last_event_id)
    except RedisError as error:
        detail = "Events are not available now."
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, detail, {"Retry-After": "5"}) from error


@router.get("", response_class=EventSourceResponse, dependencies=[Depends(hold_stream)])
async def stream_order_events(
    user_id: CurrentUserId, events: Events, start: Annotated[tuple[str, bool], Depends(find_position)]
) -> AsyncIterator[ServerSentEvent]:
    """The changes of the caller's orders as they happen, or from Last-Event-ID on.

    `reset` says that events may be missing: read the orders again. The stream ends after some minutes; come back
    with the last id.
    """
    position, gap = start
    yield ServerSentEvent(comment="open", retry=RETRY_MS)
    if gap:
        yield ServerSentEvent(event="reset", id=position, data={})
    try:
        async for event in events.read(user_id, position, settings.stream_lifetime):
            yield ServerSentEvent(event=event.kind, id=event.id, data=event.data)
    except RedisError:
        yield ServerSentEvent(event="error", data={"type": "about:blank", "title": "Service Unavailable", "status": 503})
