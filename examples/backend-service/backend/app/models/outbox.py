from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Index, String, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base
from app.core.ids import uuid7


class OutboxEvent(Base):
    """An event that is still to be published; the row is deleted once it is."""

    __tablename__ = "outbox_events"
    __table_args__ = (Index(None, "available_at", "id", postgresql_where=text("dead_at IS NULL")),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    owner_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(40))
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    attempts: Mapped[int] = mapped_column(default=0)
    available_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    dead_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
