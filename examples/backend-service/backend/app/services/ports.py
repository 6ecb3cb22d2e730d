"""What the services need from outside, in their own words; adapters are in `core`."""

from typing import Any, Protocol
from uuid import UUID


class Cache(Protocol):
    """Never raises for want of a cache: a read is a miss then."""

    async def get(self, key: str) -> str | None: ...

    async def set(self, key: str, value: str, ttl: int) -> None: ...

    async def delete(self, *keys: str) -> None: ...


class PublisherUnavailable(Exception):
    """Nothing can be published now; the event is not to blame."""


class EventPublisher(Protocol):
    """Publishing one event id twice has the effect of doing it once; raises PublisherUnavailable."""

    async def publish(self, event_id: UUID, owner_id: UUID, kind: str, data: dict[str, Any]) -> None: ...
