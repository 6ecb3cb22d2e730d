"""Standard: cache-aside in Redis, with a TTL and invalidation on write."""

import logging

import httpx2
import pytest
from fastapi import FastAPI
from redis.asyncio import Redis
from sqlalchemy import event, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.api.deps import get_cache
from app.core.cache import INVALID, INVALID_SECONDS, RedisCache
from app.core.config import settings
from app.core.database import engine
from app.core.redis import connect
from app.models.order import Order
from app.schemas.order import Period
from app.services.order_service import order_key, summary_key
from support import Person, place_order


async def test_a_hit_needs_no_database(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession
) -> None:
    order = await place_order(client, alice)
    path = f"/api/v1/orders/{order['id']}"
    first = await client.get(path, headers=alice.headers)
    await db.execute(update(Order).values(note="changed behind the cache"))
    await db.commit()
    queries: list[str] = []
    event.listen(engine.sync_engine, "before_cursor_execute", lambda *args: queries.append(args[2]), once=True)
    assert (await client.get(path, headers=alice.headers)).json() == first.json()
    assert queries == []


async def test_what_is_stored_is_json_and_expires(client: httpx2.AsyncClient, alice: Person, redis: Redis) -> None:
    order = await place_order(client, alice)
    await redis.unlink(*[settings.redis_prefix + summary_key(alice.id, period) for period in Period])
    found = await client.get(f"/api/v1/orders/{order['id']}", headers=alice.headers)
    await client.get("/api/v1/orders/summary", headers=alice.headers)
    key = settings.redis_prefix + order_key(alice.id, order["id"])
    stored = await redis.get(key)
    assert httpx2.Response(200, text=stored).json() == found.json()
    assert 270 - 1 <= await redis.ttl(key) <= 330
    assert 54 - 1 <= await redis.ttl(settings.redis_prefix + summary_key(alice.id, Period.MONTH)) <= 66


async def test_times_to_live_differ_so_that_keys_do_not_expire_together(redis: Redis) -> None:
    cache = RedisCache(redis)
    for n in range(30):
        await cache.set(f"key:{n}", "x", 1000)
    assert len({await redis.ttl(f"{settings.redis_prefix}key:{n}") for n in range(30)}) > 10


async def test_every_write_is_seen_by_the_next_read(client: httpx2.AsyncClient, alice: Person, redis: Redis) -> None:
    order = await place_order(client, alice)
    path, headers = f"/api/v1/orders/{order['id']}", alice.headers | {"If-Match": "*"}

    async def totals() -> list[tuple[str, int]]:
        summary = (await client.get("/api/v1/orders/summary", headers=alice.headers)).json()
        return [(total["status"], total["orders"]) for total in summary["totals"]]

    assert await totals() == [("placed", 1)]
    await place_order(client, alice)
    assert await totals() == [("placed", 2)]
    assert (await client.get(path, headers=alice.headers)).json()["status"] == "placed"
    await client.patch(path, json={"status": "shipped"}, headers=headers)
    assert await redis.get(settings.redis_prefix + order_key(alice.id, order["id"])) == INVALID
    assert (await client.get(path, headers=alice.headers)).json()["status"] == "shipped"
    assert await totals() == [("placed", 1), ("shipped", 1)]
    await client.delete(path, headers=headers)
    assert (await client.get(path, headers=alice.headers)).status_code == 404
    assert await totals() == [("placed", 1)]


async def test_the_cache_is_invalidated_after_the_commit(
    client: httpx2.AsyncClient, app: FastAPI, alice: Person
) -> None:
    order = await place_order(client, alice)
    steps: list[str] = []

    class Watched(RedisCache):
        async def delete(self, *keys: str) -> None:
            steps.append("delete")
            await super().delete(*keys)

    app.dependency_overrides[get_cache] = lambda: Watched(app.state.redis)
    event.listen(engine.sync_engine, "commit", lambda _: steps.append("commit"), once=True)
    headers = alice.headers | {"If-Match": "*"}
    await client.patch(f"/api/v1/orders/{order['id']}", json={"note": "n"}, headers=headers)
    assert steps == ["commit", "delete"]


async def test_a_reader_that_was_overtaken_by_a_write_stores_nothing(redis: Redis) -> None:
    cache = RedisCache(redis)
    await cache.set("order", "version 1", 300)
    await cache.delete("order")
    await cache.set("order", "version 1", 300)
    assert await cache.get("order") is None
    assert 0 < await redis.ttl(f"{settings.redis_prefix}order") <= INVALID_SECONDS
    await redis.unlink(f"{settings.redis_prefix}order")
    await cache.set("order", "version 2", 300)
    assert await cache.get("order") == "version 2"


async def test_a_refused_write_leaves_the_cache_alone(client: httpx2.AsyncClient, alice: Person, redis: Redis) -> None:
    order = await place_order(client, alice)
    path = f"/api/v1/orders/{order['id']}"
    await client.get(path, headers=alice.headers)
    await client.patch(path, json={"note": "n"}, headers=alice.headers | {"If-Match": '"9"'})
    assert await redis.exists(settings.redis_prefix + order_key(alice.id, order["id"]))


async def test_without_redis_reads_and_writes_go_on(
    client: httpx2.AsyncClient, app: FastAPI, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    dead = RedisCache(connect(url="redis://127.0.0.1:1"))
    app.dependency_overrides[get_cache] = lambda: dead
    with caplog.at_level(logging.WARNING):
        order = await place_order(client, alice)
        answer = await client.get(f"/api/v1/orders/{order['id']}", headers=alice.headers)
    assert answer.json() == order
    assert "stale until the TTL ends" in caplog.text
    assert "reading the database" in caplog.text
