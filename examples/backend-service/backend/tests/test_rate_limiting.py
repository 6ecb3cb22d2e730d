"""Standard: token bucket in Redis, 100/min default; SlowAPI where its window strategies are enough."""

import asyncio
import logging
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from redis.asyncio import Redis
from starlette.requests import Request

from app.api.rate_limits import GENERAL, LOGIN, REFRESH, REGISTER, client_subject, get_token_bucket
from app.core.config import settings
from app.core.redis import connect
from app.core.token_bucket import Limit, LocalBucket, TokenBucket
from support import Person, assert_problem

BAD_LOGIN = {"email": "nobody@example.com", "password": "x" * 8}


@pytest.fixture
def without_redis(app: FastAPI) -> None:
    dead = TokenBucket(connect(url="redis://127.0.0.1:1"))
    app.dependency_overrides[get_token_bucket] = lambda: dead


def caller(app: FastAPI, host: str) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=app, client=(host, 50000))
    return httpx2.AsyncClient(transport=transport, base_url="http://test")


def test_the_limits_are_those_of_the_standard() -> None:
    assert (GENERAL.capacity, GENERAL.per_minute) == (100, 100)
    for limit, most in [(LOGIN, 10), (REGISTER, 5), (REFRESH, 30)]:
        assert limit.capacity + limit.per_minute == most


async def test_many_processes_cannot_take_more_than_the_bucket_holds(redis: Redis) -> None:
    limit = Limit("test", capacity=10, per_minute=1, label="10")
    async with connect() as second:
        buckets = [TokenBucket(redis), TokenBucket(second)]
        waits = await asyncio.gather(*(buckets[n % 2].take(limit, "somebody") for n in range(60)))
    assert waits.count(0) == 10
    assert all(0 < wait <= 60_000 for wait in waits if wait)


async def test_the_bucket_refills_steadily_up_to_its_capacity(redis: Redis) -> None:
    limit, bucket = Limit.average("test", 60), TokenBucket(redis)
    key = f"{settings.redis_prefix}rl:test:somebody"
    assert await bucket.take(limit, "somebody", cost=60) == 0
    assert 0 < await bucket.take(limit, "somebody") <= 1000

    async def pass_seconds(seconds: int) -> None:
        await redis.hincrby(key, "at", -seconds * 1000)

    await pass_seconds(10)
    assert [await bucket.take(limit, "somebody") for _ in range(10)] == [0] * 10
    assert await bucket.take(limit, "somebody") > 0
    await pass_seconds(3600)
    assert await bucket.take(limit, "somebody", cost=60) == 0
    assert await bucket.take(limit, "somebody") > 0


async def test_a_bucket_that_is_full_again_is_forgotten(redis: Redis) -> None:
    await TokenBucket(redis).take(LOGIN, "somebody")
    assert 60_000 < await redis.pttl(f"{settings.redis_prefix}rl:login:somebody") <= 120_000


async def test_any_route_answers_100_requests_and_then_429(client: httpx2.AsyncClient, alice: Person) -> None:
    get = [client.get("/api/v1/users/me", headers=alice.headers) for _ in range(104)]
    answers = await asyncio.gather(*get)
    refused = [answer for answer in answers if answer.status_code != 200]
    assert 1 <= len(refused) <= 4
    problem = assert_problem(refused[0], 429)
    assert problem["detail"].startswith("At most 100/min")
    assert refused[0].headers["retry-after"] == "1"


async def test_each_user_has_a_bucket_and_a_summary_costs_five(
    client: httpx2.AsyncClient, redis: Redis, alice: Person, bob: Person
) -> None:
    await client.get("/api/v1/orders/summary", headers=alice.headers)
    await client.get("/api/v1/orders", headers=bob.headers)
    tokens = [
        float(await redis.hget(f"{settings.redis_prefix}rl:general:user:{person.id}", "tokens") or 0)
        for person in (alice, bob)
    ]
    assert tokens == [pytest.approx(95, abs=0.5), pytest.approx(99, abs=0.5)]


async def test_a_refused_token_is_counted_by_address(client: httpx2.AsyncClient, redis: Redis) -> None:
    assert_problem(await client.get("/api/v1/orders", headers={"Authorization": "Bearer x"}), 401)
    assert await redis.exists(f"{settings.redis_prefix}rl:general:ip:203.0.113.7/32")


@pytest.mark.parametrize(
    ("path", "burst"), [("/api/v1/auth/register", 3), ("/api/v1/auth/login", 5), ("/api/v1/auth/refresh", 15)]
)
async def test_auth_routes_have_strict_limits(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch, path: str, burst: int
) -> None:
    monkeypatch.setattr("app.services.auth_service.verify_password", lambda *_: False)
    monkeypatch.setattr("app.services.user_service.hash_password", lambda _: "")
    statuses = []
    for n in range(burst + 2):
        body = BAD_LOGIN | {"email": f"somebody{n}@example.com"}
        statuses.append((await client.post(path, json=body)).status_code)
    assert 429 not in statuses[:burst]
    assert statuses[burst:] == [429, 429]


async def test_a_login_is_limited_by_account_too(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.auth_service.verify_password", lambda *_: False)
    statuses = []
    for n in range(7):
        async with caller(app, f"198.51.100.{n}") as client:
            statuses.append((await client.post("/api/v1/auth/login", json=BAD_LOGIN)).status_code)
    assert statuses == [401] * 5 + [429] * 2


@pytest.mark.parametrize(
    ("host", "subject"),
    [
        ("203.0.113.7", "ip:203.0.113.7/32"),
        ("2001:db8:1:2:aaaa::1", "ip:2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::1", "ip:2001:db8:1:2::/64"),
        ("testclient", "ip:testclient"),
    ],
)
def test_addresses_of_one_subscriber_are_one_subject(host: str, subject: str) -> None:
    assert client_subject(Request({"type": "http", "client": (host, 1)})) == subject


async def test_without_redis_general_routes_stay_open_and_say_so(
    client: httpx2.AsyncClient, alice: Person, without_redis: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert (await client.get("/api/v1/orders", headers=alice.headers)).status_code == 200
    (record,) = [record for record in caplog.records if record.name == "app.api.rate_limits"]
    assert record.getMessage().startswith("rate limit not enforced")


async def test_without_redis_auth_routes_are_limited_by_the_process(
    client: httpx2.AsyncClient, without_redis: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("app.services.auth_service.verify_password", lambda *_: False)
    statuses = [(await client.post("/api/v1/auth/login", json=BAD_LOGIN)).status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]
    assert "rate limit per process only" in caplog.text


def test_the_local_bucket_refills_and_keeps_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("app.core.token_bucket.time.monotonic", lambda: now)
    monkeypatch.setattr(LocalBucket, "MAX_SUBJECTS", 3)
    bucket = LocalBucket()
    assert [bucket.take(LOGIN, "a") for _ in range(6)] == [0] * 5 + [12_000]
    now = 12.0
    assert [bucket.take(LOGIN, "a") for _ in range(2)] == [0, 12_000]
    for subject in "bcd":
        bucket.take(LOGIN, subject)
    assert [subject for _, subject in bucket.buckets] == ["b", "c", "d"]


async def test_health_checks_are_not_limited(client: httpx2.AsyncClient, redis: Redis) -> None:
    await client.get("/health/live")
    assert [key async for key in redis.scan_iter(f"{settings.redis_prefix}rl:*")] == []


async def test_preflights_are_not_limited(client: httpx2.AsyncClient, redis: Redis) -> None:
    headers: dict[str, Any] = {"Origin": "https://app.example.com", "Access-Control-Request-Method": "POST"}
    assert (await client.options("/api/v1/orders", headers=headers)).status_code == 200
    assert [key async for key in redis.scan_iter(f"{settings.redis_prefix}rl:*")] == []
