import hashlib
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.exc import StaleDataError

from app.core.cursor import seal, unseal
from app.core.errors import NotFound, StaleVersion, Unprocessable
from app.models.order import Order, OrderLine
from app.models.outbox import OutboxEvent
from app.schemas.order import (
    OrderCreate,
    OrderPage,
    OrderQuery,
    OrderResponse,
    OrderSummary,
    OrderUpdate,
    Period,
    SkuTotal,
    StatusTotal,
)
from app.services.order_repository import OrderRepository
from app.services.order_rules import check_transition
from app.services.ports import Cache

ORDER_TTL = 300
SUMMARY_TTL = 60


class OrderNotFound(NotFound):
    slug, title = "order-not-found", "No such order"


class IdempotencyKeyReused(Unprocessable):
    slug, title = "idempotency-key-reused", "The idempotency key belongs to another request"


def order_key(owner_id: UUID, order_id: UUID) -> str:
    return f"user:{owner_id}:order:{order_id}"


def summary_key(owner_id: UUID, period: Period) -> str:
    return f"user:{owner_id}:summary:{period}"


class OrderService:
    """What one owner may do with orders: each method is one use case and one transaction."""

    def __init__(self, db: AsyncSession, cache: Cache, owner_id: UUID) -> None:
        self.db = db
        self.cache = cache
        self.owner_id = owner_id
        self.orders = OrderRepository(db, owner_id)

    async def create(self, payload: OrderCreate, idempotency_key: str | None) -> OrderResponse:
        request_hash = hashlib.sha256(payload.model_dump_json().encode()).hexdigest()
        order = Order(
            owner_id=self.owner_id,
            lines=[OrderLine(**line.model_dump()) for line in payload.lines],
            idempotency_key=idempotency_key,
            request_hash=request_hash,
            **payload.model_dump(exclude={"lines"}),
        )
        self.db.add(order)
        try:
            await self.db.flush()
        except IntegrityError:
            await self.db.rollback()
            earlier = idempotency_key and await self.orders.by_idempotency_key(idempotency_key)
            if not earlier:
                raise
            if earlier.request_hash != request_hash:
                raise IdempotencyKeyReused("Send a new key with a new order.") from None
            return OrderResponse.model_validate(earlier)
        return await self._commit("order.created", order)

    async def get(self, order_id: UUID) -> OrderResponse:
        key = order_key(self.owner_id, order_id)
        if cached := await self.cache.get(key):
            return OrderResponse.model_validate_json(cached)
        response = OrderResponse.model_validate(await self._load(order_id))
        await self.db.commit()
        await self.cache.set(key, response.model_dump_json(), ORDER_TTL)
        return response

    async def page(self, query: OrderQuery) -> OrderPage:
        filters = {"owner": str(self.owner_id), "status": query.status}
        before = unseal(query.cursor, filters) if query.cursor else None
        rows = await self.orders.page(query.status, before, query.limit + 1)
        items, more = rows[: query.limit], len(rows) > query.limit
        return OrderPage(
            items=[OrderResponse.model_validate(order) for order in items],
            next_cursor=seal(items[-1].created_at, items[-1].id, filters) if more else None,
        )

    async def summary(self, period: Period) -> OrderSummary:
        key = summary_key(self.owner_id, period)
        if cached := await self.cache.get(key):
            return OrderSummary.model_validate_json(cached)
        since = datetime.now(UTC) - timedelta(days=period)
        summary = OrderSummary(
            days=period,
            totals=[StatusTotal.model_validate(row) for row in await self.orders.totals(since)],
            top_skus=[SkuTotal.model_validate(row) for row in await self.orders.top_skus(since)],
        )
        await self.db.commit()
        await self.cache.set(key, summary.model_dump_json(), SUMMARY_TTL)
        return summary

    async def update(self, order_id: UUID, version: int | None, payload: OrderUpdate) -> OrderResponse:
        order = await self._load(order_id, version)
        changes = payload.model_dump(exclude_unset=True)
        if "status" in changes:
            check_transition(order.status, changes["status"])
        for name, value in changes.items():
            setattr(order, name, value)
        if not self.db.is_modified(order):
            return OrderResponse.model_validate(order)
        await self._flush()
        return await self._commit("order.updated", order)

    async def delete(self, order_id: UUID, version: int | None) -> None:
        order = await self._load(order_id, version)
        await self.db.delete(order)
        await self._flush()
        await self._commit("order.deleted", order)

    async def _load(self, order_id: UUID, version: int | None = None) -> Order:
        order = await self.orders.by_id(order_id)
        if order is None:
            raise OrderNotFound(f"There is no order {order_id}.")
        if version not in (None, order.version):
            raise StaleVersion(f"The order is at version {order.version}.")
        return order

    async def _flush(self) -> None:
        try:
            await self.db.flush()
        except StaleDataError as error:
            await self.db.rollback()
            raise StaleVersion("The order was changed at the same moment.") from error

    async def _commit(self, event: str, order: Order) -> OrderResponse:
        """Commit the change together with its event, and only then drop what the cache has of it."""
        response = OrderResponse.model_validate(order)
        data = {"order_id": str(order.id), "version": order.version, "status": order.status}
        self.db.add(OutboxEvent(owner_id=self.owner_id, kind=event, data=data))
        await self.db.commit()
        stale = [summary_key(self.owner_id, period) for period in Period]
        if event != "order.created":
            stale.append(order_key(self.owner_id, order.id))
        await self.cache.delete(*stale)
        return response
