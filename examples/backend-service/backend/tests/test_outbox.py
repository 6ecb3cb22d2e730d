"""Every change has its event exactly once, whatever stops halfway."""

import asyncio
import json
import os
import subprocess
import sys
from typing import Any
from uuid import UUID

import httpx2
import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.core import worker
from app.core.database import session_factory
from app.core.event_stream import EventStream
from app.core.redis import connect
from app.models.order import Order
from app.models.outbox import OutboxEvent
from app.services.outbox_relay import MAX_ATTEMPTS, OutboxRelay
from app.services.ports import PublisherUnavailable
from server import BACKEND
from support import ORDER, Person, assert_problem, place_order

DYING_WORKER = """
import asyncio, os
from app.core.database import session_factory
from app.core.event_stream import EventStream
from app.core.redis import connect
from app.services.outbox_relay import OutboxRelay

class DiesAfterThree(EventStream):
    count = 0
    async def publish(self, *event):
        await super().publish(*event)
        self.count += 1
        if self.count == 3:
            os._exit(9)

asyncio.run(OutboxRelay(session_factory, DiesAfterThree(connect())).run_once())
"""


async def published(redis: Redis, person: Person) -> list[dict[str, Any]]:
    entries = await redis.xrange(EventStream.key(person.id))
    return [{"kind": fields["kind"], **json.loads(fields["data"])} for _, fields in entries]


async def test_each_change_leaves_one_event(client: httpx2.AsyncClient, alice: Person, redis: Redis) -> None:
    order = await place_order(client, alice)
    path, headers = f"/api/v1/orders/{order['id']}", alice.headers | {"If-Match": "*"}
    await client.patch(path, json={"status": "shipped"}, headers=headers)
    await client.delete(path, headers=headers)
    relay = OutboxRelay(session_factory, EventStream(redis))
    assert [await relay.run_once(), await relay.run_once()] == [3, 0]
    assert await published(redis, alice) == [
        {"kind": "order.created", "order_id": order["id"], "version": 1, "status": "placed"},
        {"kind": "order.updated", "order_id": order["id"], "version": 2, "status": "shipped"},
        {"kind": "order.deleted", "order_id": order["id"], "version": 2, "status": "shipped"},
    ]


async def test_a_change_that_is_refused_leaves_none(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession
) -> None:
    order = await place_order(client, alice)
    stale = alice.headers | {"If-Match": '"5"'}
    assert_problem(await client.delete(f"/api/v1/orders/{order['id']}", headers=stale), 412, "stale-version")
    assert len((await db.scalars(select(OutboxEvent))).all()) == 1


async def test_an_event_and_its_change_are_committed_together(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession
) -> None:
    await db.execute(text("ALTER TABLE outbox_events ADD CONSTRAINT broken CHECK (kind = '') NOT VALID"))
    await db.commit()
    try:
        assert_problem(await client.post("/api/v1/orders", json=ORDER, headers=alice.headers), 500)
    finally:
        await db.execute(text("ALTER TABLE outbox_events DROP CONSTRAINT broken"))
        await db.commit()
    assert (await db.scalars(select(Order))).all() == []


async def test_two_workers_and_a_crash_publish_each_event_once(
    client: httpx2.AsyncClient, alice: Person, redis: Redis, db: AsyncSession
) -> None:
    orders = [await place_order(client, alice) for _ in range(20)]
    environment = os.environ | {"PYTHONPATH": str(BACKEND)}
    dead = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", DYING_WORKER], env=environment)
    assert dead.returncode == 9
    assert len(await published(redis, alice)) == 3
    assert len((await db.scalars(select(OutboxEvent))).all()) == 20

    async def drain() -> int:
        async with connect() as own:
            relay = OutboxRelay(session_factory, EventStream(own), batch=4)
            return sum([await relay.run_once() for _ in range(4)])

    counts = await asyncio.gather(drain(), drain())
    assert sum(counts) == 20
    assert all(counts)
    events = [event["order_id"] for event in await published(redis, alice)]
    assert sorted(events) == sorted(order["id"] for order in orders)


async def test_a_locked_batch_is_passed_over_and_not_waited_for(
    client: httpx2.AsyncClient, alice: Person, redis: Redis
) -> None:
    for _ in range(4):
        await place_order(client, alice)
    holding, done = asyncio.Event(), asyncio.Event()

    class Slow(EventStream):
        async def publish(self, *event: Any) -> None:
            holding.set()
            await done.wait()
            await super().publish(*event)

    slow = asyncio.create_task(OutboxRelay(session_factory, Slow(redis), batch=2).run_once())
    await holding.wait()
    async with asyncio.timeout(1):
        assert await OutboxRelay(session_factory, EventStream(redis)).run_once() == 2
    done.set()
    assert await slow == 2
    assert len(await published(redis, alice)) == 4


class Failing:
    async def publish(self, event_id: UUID, owner_id: UUID, kind: str, data: dict[str, Any]) -> None:
        raise ValueError("poison")


async def test_an_event_that_fails_is_retried_later_and_parked_in_the_end(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession, caplog: pytest.LogCaptureFixture
) -> None:
    await place_order(client, alice)
    relay = OutboxRelay(session_factory, Failing())
    for attempt in range(1, MAX_ATTEMPTS + 1):
        assert [await relay.run_once(), await relay.run_once()] == [1, 0]
        wait = "SELECT attempts, extract(epoch FROM available_at - now())::int, dead_at IS NOT NULL FROM outbox_events"
        attempts, seconds, dead = (await db.execute(text(wait))).one()
        assert (attempts, dead) == (attempt, attempt == MAX_ATTEMPTS)
        assert seconds == pytest.approx(2**attempt, abs=1)
        await db.execute(text("UPDATE outbox_events SET available_at = now()"))
        await db.commit()
    assert await relay.run_once() == 0
    assert caplog.text.count("poison") >= MAX_ATTEMPTS


async def test_without_redis_events_wait_and_no_attempt_is_counted(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession
) -> None:
    await place_order(client, alice)
    dead = EventStream(connect(url="redis://127.0.0.1:1"))
    with pytest.raises(PublisherUnavailable) as caught:
        await OutboxRelay(session_factory, dead).run_once()
    assert isinstance(caught.value.__cause__, ConnectionError)
    assert (await db.scalars(select(OutboxEvent.attempts))).all() == [0]


async def test_the_worker_goes_on_after_a_failure_and_stops_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LONGEST_PAUSE", 0.01)
    stop = asyncio.Event()

    class Flaky:
        runs = 0

        async def run_once(self) -> int:
            self.runs += 1
            if self.runs == 3:
                stop.set()
            if self.runs == 1:
                raise PublisherUnavailable
            return 1

    flaky = Flaky()
    async with asyncio.timeout(1):
        await worker.run(flaky, stop)  # type: ignore[arg-type]
    assert flaky.runs == 3
