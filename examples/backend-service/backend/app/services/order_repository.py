from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from app.models.order import Order, OrderLine

TOP_SKUS = 5


class OrderRepository:
    """The queries on orders. Each is bound to an owner, so that nobody reads what belongs to another."""

    def __init__(self, db: AsyncSession, owner_id: UUID) -> None:
        self.db = db
        self.owner_id = owner_id
        self.own = select(Order).where(Order.owner_id == owner_id).options(selectinload(Order.lines))

    async def by_id(self, order_id: UUID) -> Order | None:
        return await self.db.scalar(self.own.where(Order.id == order_id))

    async def by_idempotency_key(self, key: str) -> Order | None:
        return await self.db.scalar(self.own.where(Order.idempotency_key == key))

    async def page(self, status: str | None, before: tuple[datetime, UUID] | None, limit: int) -> Sequence[Order]:
        """The newest orders, or those that follow a position."""
        query = self.own.order_by(Order.created_at.desc(), Order.id.desc()).limit(limit)
        if status:
            query = query.where(Order.status == status)
        if before:
            query = query.where(tuple_(Order.created_at, Order.id) < before)
        return (await self.db.scalars(query)).all()

    async def totals(self, since: datetime) -> Sequence[Row[tuple[str, str, int, int]]]:
        amount = func.sum(OrderLine.quantity * OrderLine.unit_price).label("amount")
        query = (
            select(Order.status, Order.currency, func.count(Order.id.distinct()).label("orders"), amount)
            .join(OrderLine)
            .where(Order.owner_id == self.owner_id, Order.created_at >= since)
            .group_by(Order.status, Order.currency)
            .order_by(Order.status, Order.currency)
        )
        return (await self.db.execute(query)).all()

    async def top_skus(self, since: datetime) -> Sequence[Row[tuple[str, int]]]:
        quantity = func.sum(OrderLine.quantity).label("quantity")
        query = (
            select(OrderLine.sku, quantity)
            .join(Order)
            .where(Order.owner_id == self.owner_id, Order.created_at >= since)
            .group_by(OrderLine.sku)
            .order_by(quantity.desc(), OrderLine.sku)
            .limit(TOP_SKUS)
        )
        return (await self.db.execute(query)).all()
