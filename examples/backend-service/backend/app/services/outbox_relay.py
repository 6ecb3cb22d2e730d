import logging
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from app.models.outbox import OutboxEvent
from app.services.ports import EventPublisher, PublisherUnavailable

logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 5


class OutboxRelay:
    """Publishes events that were committed. Delivery is at least once; the publisher makes the effect once."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], publisher: EventPublisher, batch: int = 50
    ) -> None:
        self.sessions = sessions
        self.publisher = publisher
        self.batch = batch

    async def run_once(self) -> int:
        """Publish one batch and return its size. Rows that another relay works on are passed over."""
        due = (
            select(OutboxEvent)
            .where(OutboxEvent.dead_at.is_(None), OutboxEvent.available_at <= func.now())
            .order_by(OutboxEvent.available_at, OutboxEvent.id)
            .limit(self.batch)
            .with_for_update(skip_locked=True)
        )
        async with self.sessions.begin() as db:
            events = (await db.scalars(due)).all()
            for event in events:
                await self._publish(db, event)
        return len(events)

    async def _publish(self, db: AsyncSession, event: OutboxEvent) -> None:
        try:
            await self.publisher.publish(event.id, event.owner_id, event.kind, event.data)
        except PublisherUnavailable:
            raise
        except Exception:
            event.attempts += 1
            event.available_at = func.now() + timedelta(seconds=2**event.attempts)
            if event.attempts >= MAX_ATTEMPTS:
                event.dead_at = func.now()
            logger.exception("event %s failed, attempt %d of %d", event.id, event.attempts, MAX_ATTEMPTS)
        else:
            await db.delete(event)
