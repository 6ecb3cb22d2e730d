"""Standard: SQLAlchemy 2.0 async, an index behind every frequent query."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest
from redis.asyncio import Redis
from sqlalchemy import event, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import Mapped

import app.models
from app.core.database import Base, engine, session_factory
from app.core.event_stream import EventStream
from app.services.outbox_relay import OutboxRelay
from support import PASSWORD, Person, make_person, place_order, seed_orders

Statement = tuple[str, Any]


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    statements: list[Statement] = []

    def record(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        statements.append((statement, parameters))

    event.listen(engine.sync_engine, "before_cursor_execute", record)
    try:
        yield statements
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", record)


async def plans(statements: list[Statement]) -> str:
    found = []
    async with engine.connect() as connection:
        for statement, parameters in statements:
            if not statement.startswith("INSERT"):
                if isinstance(parameters, list):
                    parameters = parameters[0]
                plan = await connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)
                found += plan.scalars().all()
        await connection.rollback()
    return "\n".join(found)


@pytest.fixture
async def crowd(alice: Person) -> AsyncIterator[None]:
    """So many rows that a plan without an index would be the worse one, and statistics that say so."""
    others = [await make_person(f"other{n}") for n in range(19)]
    await seed_orders([alice, *others], each=100)
    async with session_factory.begin() as db:
        await db.execute(
            text("""
            INSERT INTO users (id, email, password_hash)
                SELECT gen_random_uuid(), n || '@example.org', '' FROM generate_series(1, 2000) n
            """)
        )
        await db.execute(
            text("""
            INSERT INTO refresh_tokens (id, user_id, family_id, digest, expires_at)
                SELECT gen_random_uuid(), id, gen_random_uuid(), email, now() FROM users
            """)
        )
        await db.execute(
            text("""
            INSERT INTO outbox_events (id, owner_id, kind, data, attempts, available_at, dead_at)
                SELECT gen_random_uuid(), id, 'order.created', '{}', 5, now(), now() FROM users
            """)
        )
        await db.execute(
            text("""
            INSERT INTO order_lines (order_id, sku, quantity, unit_price)
                SELECT order_id, sku, quantity, unit_price FROM order_lines, generate_series(1, 4)
            """)
        )
        await db.execute(text("ANALYZE users, orders, order_lines, refresh_tokens, outbox_events"))
    yield


def test_every_model_is_typed_and_used_through_an_async_session() -> None:
    assert isinstance(engine, AsyncEngine)
    assert session_factory.class_ is AsyncSession
    for mapper in Base.registry.mappers:
        for column in mapper.column_attrs:
            annotation = mapper.class_.__annotations__[column.key]
            assert getattr(annotation, "__origin__", None) is Mapped, (mapper.class_, column.key)


def test_every_time_has_a_time_zone_and_every_constraint_a_name() -> None:
    for table in Base.metadata.sorted_tables:
        assert all(column.type.timezone for column in table.columns if column.type.python_type.__name__ == "datetime")
        assert all(constraint.name for constraint in table.constraints)


def test_every_foreign_key_has_an_index_and_says_what_a_delete_does() -> None:
    for table in Base.metadata.sorted_tables:
        leading = {list(index.columns)[0].name for index in table.indexes}
        for key in table.foreign_keys:
            assert key.parent.name in leading, f"{table.name}.{key.parent.name}"
            assert key.ondelete


async def test_the_tables_in_the_database_are_the_models(db: AsyncSession) -> None:
    connection = await db.connection()
    names = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    assert names == {model.__tablename__ for model in map(vars(app.models).get, app.models.__all__)}


@pytest.mark.parametrize(
    ("path", "indexes"),
    [
        ("/api/v1/orders", {"ix_orders_owner_id_created_at_id", "ix_order_lines_order_id"}),
        ("/api/v1/orders?status=placed", {"ix_orders_owner_id_status_created_at_id"}),
        ("/api/v1/orders/summary?days=7", {"ix_orders_owner_id_created_at_id"}),
        ("/api/v1/users/me", {"pk_users"}),
    ],
)
async def test_each_frequent_read_has_its_index(
    client: httpx2.AsyncClient, alice: Person, crowd: None, path: str, indexes: set[str]
) -> None:
    with recorded() as statements:
        assert (await client.get(path, headers=alice.headers)).status_code == 200
    assert 1 <= len(statements) <= 5
    plan = await plans(statements)
    assert all(index in plan for index in indexes), plan
    assert "Seq Scan on orders" not in plan
    assert "Seq Scan on users" not in plan


async def test_the_next_page_is_an_index_condition_without_a_sort(
    client: httpx2.AsyncClient, alice: Person, crowd: None
) -> None:
    first = (await client.get("/api/v1/orders?limit=20", headers=alice.headers)).json()
    with recorded() as statements:
        await client.get(f"/api/v1/orders?limit=20&cursor={first['next_cursor']}", headers=alice.headers)
    plan = await plans(statements[:1])
    assert "Index Cond: ((owner_id = " in plan
    assert "ROW(created_at, id) < ROW(" in plan
    assert "Sort" not in plan


async def test_one_order_is_read_and_changed_by_index(client: httpx2.AsyncClient, alice: Person, crowd: None) -> None:
    order = await place_order(client, alice)
    path, headers = f"/api/v1/orders/{order['id']}", alice.headers | {"If-Match": "*"}
    with recorded() as statements:
        await client.get(path, headers=alice.headers)
        await client.patch(path, json={"note": "changed"}, headers=headers)
        await client.delete(path, headers=headers)
    plan = await plans(statements)
    assert {"pk_orders", "ix_order_lines_order_id"} <= {word for word in plan.split() if "_" in word}
    assert "Seq Scan" not in plan


async def test_logins_and_rotations_go_by_index(client: httpx2.AsyncClient, alice: Person, crowd: None) -> None:
    with recorded() as statements:
        body = {"email": alice.email, "password": PASSWORD}
        tokens = (await client.post("/api/v1/auth/login", json=body)).json()
        for _ in range(2):
            headers = {"Authorization": f"Bearer {tokens['refresh_token']}"}
            await client.post("/api/v1/auth/refresh", headers=headers)
    plan = await plans(statements)
    for index in ("uq_users_email", "uq_refresh_tokens_digest", "ix_refresh_tokens_family_id", "ix_refresh_tokens_user_id"):
        assert index in plan, plan
    assert "Seq Scan" not in plan


async def test_the_relay_finds_what_is_due_by_a_partial_index(
    client: httpx2.AsyncClient, alice: Person, redis: Redis, crowd: None
) -> None:
    await place_order(client, alice)
    with recorded() as statements:
        assert await OutboxRelay(session_factory, EventStream(redis)).run_once() == 1
    plan = await plans(statements[:1])
    assert "ix_outbox_events_available_at_id" in plan
    assert "Seq Scan" not in plan
