"""The stream of events: what it sends, and how a client that was away takes it up again."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, NamedTuple
from uuid import uuid4

import httpx2
import pytest
from fastapi import FastAPI
from redis.asyncio import Redis

from app.api.deps import get_event_stream
from app.api.v1.routes.order_events import MAX_STREAMS
from app.core.config import settings
from app.core.database import session_factory
from app.core.event_stream import EventStream
from app.core.redis import connect
from app.services.outbox_relay import OutboxRelay
from support import Person, assert_problem, place_order

PATH = "/api/v1/orders/events"


class Event(NamedTuple):
    id: str
    name: str
    data: dict[str, Any]


def parse(block: str) -> Event | None:
    fields = dict(line.split(": ", 1) for line in block.splitlines() if line and not line.startswith(":"))
    return Event(fields["id"], fields["event"], json.loads(fields["data"])) if "data" in fields else None


@pytest.fixture
def short_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client of these tests sees a response when it has ended."""
    monkeypatch.setattr(settings, "stream_lifetime", 0.05)


async def events_since(client: httpx2.AsyncClient, person: Person, last_id: str | None) -> list[Event]:
    headers = person.headers | ({"Last-Event-ID": last_id} if last_id else {})
    answer = await client.get(PATH, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-cache"
    return [event for block in answer.text.split("\n\n") if (event := parse(block))]


async def publish(redis: Redis, person: Person, count: int) -> None:
    for number in range(count):
        await EventStream(redis).publish(uuid4(), person.id, "order.updated", {"number": number})


async def test_a_client_that_comes_back_gets_exactly_what_it_missed(
    client: httpx2.AsyncClient, redis: Redis, alice: Person, bob: Person, short_streams: None
) -> None:
    await publish(redis, alice, 5)
    await publish(redis, bob, 3)
    ids = [entry[0] for entry in await redis.xrange(EventStream.key(alice.id))]
    missed = await events_since(client, alice, last_id=ids[1])
    assert [(event.id, event.name) for event in missed] == [(id, "order.updated") for id in ids[2:]]
    assert [event.data["number"] for event in missed] == [2, 3, 4]
    assert await events_since(client, alice, last_id=ids[4]) == []
    assert await events_since(client, alice, last_id=None) == []


async def test_a_client_that_was_away_too_long_is_told_to_start_over(
    client: httpx2.AsyncClient, redis: Redis, alice: Person, short_streams: None
) -> None:
    await publish(redis, alice, 3)
    first, *_, newest = [entry[0] for entry in await redis.xrange(EventStream.key(alice.id))]
    await redis.xdel(EventStream.key(alice.id), first)
    assert await events_since(client, alice, last_id=first) == [Event(newest, "reset", {})]
    await redis.delete(EventStream.key(alice.id))
    assert await events_since(client, alice, last_id=newest) == [Event("0-0", "reset", {})]


async def test_old_events_are_dropped_in_the_end(redis: Redis, alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.core.event_stream.KEPT_EVENTS", 100)
    await publish(redis, alice, 400)
    assert 100 <= await redis.xlen(EventStream.key(alice.id)) < 300
    assert 0 < await redis.ttl(EventStream.key(alice.id)) <= 86_400


async def test_an_event_published_twice_is_there_once(redis: Redis, alice: Person) -> None:
    event_id, stream = uuid4(), EventStream(redis)
    await asyncio.gather(*(stream.publish(event_id, alice.id, "order.created", {}) for _ in range(10)))
    assert await redis.xlen(EventStream.key(alice.id)) == 1


async def read(answer: httpx2.Response) -> AsyncIterator[Event]:
    block = ""
    async for line in answer.aiter_lines():
        block += f"{line}\n"
        if line:
            continue
        if event := parse(block):
            yield event
        block = ""


async def test_changes_arrive_as_they_happen_and_a_dropped_connection_loses_none(
    server: str, client: httpx2.AsyncClient, redis: Redis, alice: Person
) -> None:
    relay = OutboxRelay(session_factory, EventStream(redis))
    async with httpx2.AsyncClient(base_url=server, timeout=5) as live:
        async with live.stream("GET", PATH, headers=alice.headers) as answer:
            events = read(answer)
            first = await place_order(client, alice)
            await relay.run_once()
            seen = await anext(events)
            assert (seen.name, seen.data["order_id"]) == ("order.created", first["id"])
        while_away = [(await place_order(client, alice))["id"] for _ in range(3)]
        await relay.run_once()
        async with live.stream("GET", PATH, headers=alice.headers | {"Last-Event-ID": seen.id}) as answer:
            events = read(answer)
            assert [(await anext(events)).data["order_id"] for _ in range(3)] == while_away
            latest = await place_order(client, alice)
            await relay.run_once()
            assert (await anext(events)).data["order_id"] == latest["id"]


async def test_a_user_has_a_few_streams_at_a_time(
    client: httpx2.AsyncClient, app: FastAPI, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "stream_lifetime", 0.2)
    answers = await asyncio.gather(*(client.get(PATH, headers=alice.headers) for _ in range(MAX_STREAMS + 1)))
    assert sorted(answer.status_code for answer in answers) == [200] * MAX_STREAMS + [429]
    refused = max(answers, key=lambda answer: answer.status_code)
    assert_problem(refused, 429)
    assert refused.headers["retry-after"] == "5"
    assert not app.state.streams


async def test_without_redis_there_is_a_503_and_no_empty_stream(
    client: httpx2.AsyncClient, app: FastAPI, alice: Person
) -> None:
    dead = EventStream(connect(url="redis://127.0.0.1:1"))
    app.dependency_overrides[get_event_stream] = lambda: dead
    answer = await client.get(PATH, headers=alice.headers)
    assert_problem(answer, 503)
    assert answer.headers["retry-after"] == "5"


async def test_a_failure_after_the_first_byte_is_an_error_event(
    client: httpx2.AsyncClient, app: FastAPI, alice: Person
) -> None:
    class Breaking(EventStream):
        async def position(self, owner_id: Any, last_id: str | None) -> tuple[str, bool]:
            return "0-0", False

    app.dependency_overrides[get_event_stream] = lambda: Breaking(connect(url="redis://127.0.0.1:1"))
    answer = await client.get(PATH, headers=alice.headers)
    assert answer.status_code == 200
    assert "event: error\n" in answer.text
    assert '"status":503' in answer.text.replace(" ", "")


@pytest.mark.parametrize("last_id", ["abc", "1", "1-", "9" * 21 + "-0"])
async def test_an_id_that_no_event_can_have_is_refused(client: httpx2.AsyncClient, alice: Person, last_id: str) -> None:
    answer = await client.get(PATH, headers=alice.headers | {"Last-Event-ID": last_id})
    assert_problem(answer, 422, "validation")
