from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Response, status

from app.api.deps import Orders
from app.api.openapi import Responses, problems
from app.api.preconditions import ExpectedVersion, etag, unchanged
from app.api.rate_limits import limit_general, limit_summary
from app.schemas.order import (
    OrderCreate,
    OrderPage,
    OrderQuery,
    OrderResponse,
    OrderSummary,
    OrderUpdate,
    SummaryQuery,
)

router = APIRouter(
    prefix="/orders", tags=["orders"], dependencies=[Depends(limit_general)], responses=problems(401)
)
ETAG: dict[str, object] = {"ETag": {"description": "The version", "schema": {"type": "string"}}}
LOCATION: dict[str, object] = {"Location": {"description": "The new order", "schema": {"type": "string"}}}
CREATED: Responses = {201: {"headers": ETAG | LOCATION}}
FOUND: Responses = {200: {"headers": ETAG}}
NOT_MODIFIED: Responses = {304: {"description": "Not modified", "headers": ETAG}}


def tag(order: OrderResponse, response: Response) -> OrderResponse:
    response.headers["ETag"] = etag(order.version)
    response.headers["Cache-Control"] = "private, no-cache"
    return order


@router.post("", status_code=status.HTTP_201_CREATED, responses=CREATED | problems(413))
async def create_order(
    payload: OrderCreate,
    orders: Orders,
    response: Response,
    idempotency_key: Annotated[str | None, Header(pattern=r"^[!-~]{8,64}$", examples=["8e03978e-40d5-43dd"])] = None,
) -> OrderResponse:
    """Place an order. With an Idempotency-Key a repeated request gets the order that the first one made."""
    order = await orders.create(payload, idempotency_key)
    response.headers["Location"] = f"/api/v1/orders/{order.id}"
    return tag(order, response)


@router.get("")
async def list_orders(query: Annotated[OrderQuery, Query()], orders: Orders) -> OrderPage:
    """The caller's orders, newest first."""
    return await orders.page(query)


@router.get("/summary", dependencies=[Depends(limit_summary)])
async def summarize_orders(query: Annotated[SummaryQuery, Query()], orders: Orders) -> OrderSummary:
    """What the caller's orders of a period add up to; up to a minute old."""
    return await orders.summary(query.days)


@router.get("/{order_id}", response_model=OrderResponse, responses=FOUND | NOT_MODIFIED | problems(404))
async def get_order(
    order_id: UUID,
    orders: Orders,
    response: Response,
    if_none_match: Annotated[str | None, Header(max_length=256)] = None,
) -> OrderResponse | Response:
    """One order; 304 to a client that has this version."""
    order = tag(await orders.get(order_id), response)
    if unchanged(if_none_match, etag(order.version)):
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=dict(response.headers))
    return order


@router.patch("/{order_id}", responses=FOUND | problems(404, 409, 412, 413, 428))
async def update_order(
    order_id: UUID, version: ExpectedVersion, payload: OrderUpdate, orders: Orders, response: Response
) -> OrderResponse:
    """Change what is sent; 412 when the order is no longer at the version of If-Match."""
    return tag(await orders.update(order_id, version, payload), response)


@router.delete("/{order_id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(404, 412, 428))
async def delete_order(order_id: UUID, version: ExpectedVersion, orders: Orders) -> None:
    """Delete an order; 412 when it is no longer at the version of If-Match."""
    await orders.delete(order_id, version)
