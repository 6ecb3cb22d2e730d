from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import httpx2
from sqlalchemy import insert

from app.core.database import session_factory
from app.core.ids import uuid7
from app.core.security import create_tokens, hash_password
from app.models.order import Order, OrderLine
from app.models.user import User

PASSWORD = "correct horse battery"
ORDER = {
    "customer": "Ada Lovelace",
    "currency": "EUR",
    "lines": [
        {"sku": "PUNCH-CARD", "quantity": 3, "unit_price": 250},
        {"sku": "TAPE", "quantity": 1, "unit_price": 900},
    ],
}


@dataclass(frozen=True)
class Person:
    id: UUID
    email: str
    headers: dict[str, str]


@cache
def password_hash() -> str:
    return hash_password(PASSWORD)


async def make_person(name: str) -> Person:
    async with session_factory() as db:
        user = User(email=f"{name}@example.com", password_hash=password_hash())
        db.add(user)
        await db.commit()
    token = create_tokens(str(user.id))["access_token"]
    return Person(user.id, user.email, {"Authorization": f"Bearer {token}"})


async def place_order(client: httpx2.AsyncClient, person: Person, **changes: Any) -> dict[str, Any]:
    answer = await client.post("/api/v1/orders", json=ORDER | changes, headers=person.headers)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def seed_orders(owners: list[Person], each: int) -> None:
    """Orders of two lines, spread over the last 30 days; three of them share each moment."""
    now = datetime.now(UTC)
    orders = [
        {
            "id": uuid7(),
            "owner_id": owner.id,
            "customer": f"Customer {n}",
            "currency": "EUR",
            "status": ("placed", "shipped", "cancelled")[n % 3],
            "version": 1,
            "created_at": now - timedelta(days=30) * (n // 3 * 3 / each),
        }
        for owner in owners
        for n in range(each)
    ]
    lines = [
        {"order_id": order["id"], "sku": f"SKU-{n * 7 % 40}", "quantity": 1 + n % 5, "unit_price": 100}
        for n, order in enumerate(orders * 2)
    ]
    async with session_factory.begin() as db:
        await db.execute(insert(Order), orders)
        await db.execute(insert(OrderLine), lines)


def assert_problem(answer: httpx2.Response, status: int, slug: str | None = None) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["type"] == (f"https://api.example.com/problems/{slug}" if slug else "about:blank")
    assert problem["instance"] == f"urn:uuid:{answer.headers['x-request-id']}"
    return problem
