from datetime import datetime
from enum import IntEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Status = Literal["placed", "shipped", "cancelled"]
Customer = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Note = Annotated[str, StringConstraints(max_length=500)]


class OrderLineBase(BaseModel):
    model_config = ConfigDict(extra="forbid", from_attributes=True)

    sku: str = Field(pattern=r"^[A-Z0-9-]{1,40}$")
    quantity: int = Field(ge=1, le=1_000)
    unit_price: int = Field(ge=0, le=100_000_000, description="In minor units of the order's currency")


class OrderCreate(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "customer": "Ada Lovelace",
                    "currency": "EUR",
                    "lines": [{"sku": "PUNCH-CARD", "quantity": 3, "unit_price": 250}],
                }
            ]
        },
    )

    customer: Customer
    note: Note | None = None
    currency: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 4217")
    lines: list[OrderLineBase] = Field(min_length=1, max_length=50)


def not_sent() -> Any:
    """A field that may be left out but, when sent, must not be null."""
    return Field(default=None, json_schema_extra=lambda schema: schema.pop("default"))


class OrderUpdate(BaseModel):
    """A merge patch: what is not sent stays as it is, `note: null` removes the note."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"status": "shipped"}]})

    customer: Customer = not_sent()
    note: Note | None = None
    status: Status = not_sent()


class OrderResponse(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    customer: str
    note: str | None
    status: Status
    currency: str
    lines: list[OrderLineBase]
    total: int = Field(description="In minor units of the currency")
    version: int
    created_at: datetime


class OrderQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=20, ge=1, le=100)
    cursor: str | None = Field(default=None, max_length=256)
    status: Status | None = None


class OrderPage(BaseModel):
    items: list[OrderResponse]
    next_cursor: str | None = Field(description="Null on the last page")


class Period(IntEnum):
    """In days."""

    WEEK = 7
    MONTH = 30
    YEAR = 365


class SummaryQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    days: Period = Period.MONTH


class StatusTotal(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    status: Status
    currency: str
    orders: int
    amount: int = Field(description="In minor units of the currency")


class SkuTotal(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    sku: str
    quantity: int


class OrderSummary(BaseModel):
    days: Period
    totals: list[StatusTotal]
    top_skus: list[SkuTotal]
