"""Standard: RFC 9457 Problem Details for every error."""

import logging
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from app.api.deps import get_db
from app.core import errors
from app.api.problems import STATUS
from app.core.config import settings
from support import ORDER, Person, assert_problem

ORIGIN = {"Origin": "https://app.example.com"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1/orders", 401),
        ("GET", "/api/v1/orders/events", 401),
        ("PUT", "/api/v1/orders", 405),
        ("POST", "/api/v1/auth/refresh", 401),
    ],
)
async def test_what_the_router_and_the_routes_refuse_is_a_problem(
    client: httpx2.AsyncClient, method: str, path: str, status: int
) -> None:
    answer = await client.request(method, path)
    assert_problem(answer, status)
    if status == 401:
        assert answer.headers["www-authenticate"] == "Bearer"
    if status == 405:
        assert "POST" in answer.headers["allow"] or "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("content", "media_type"), [("{", "application/json"), ("a=1", "application/x-www-form-urlencoded"), ("", None)]
)
async def test_a_body_that_is_not_json_is_a_problem(
    client: httpx2.AsyncClient, content: str, media_type: str | None
) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    answer = await client.post("/api/v1/auth/login", content=content, headers=headers)
    assert_problem(answer, 422, "validation")


async def test_an_id_that_is_none_is_a_problem(client: httpx2.AsyncClient, alice: Person) -> None:
    problem = assert_problem(await client.get("/api/v1/orders/1", headers=alice.headers), 422, "validation")
    assert problem["errors"][0]["pointer"] == "path:order_id"


async def test_a_problem_never_repeats_a_password(client: httpx2.AsyncClient) -> None:
    body = {"email": "a@example.com", "password": "hunter2", "extra": "hunter2"}
    answer = await client.post("/api/v1/auth/register", json=body)
    assert_problem(answer, 422, "validation")
    assert "hunter2" not in answer.text


@pytest.fixture
def broken_database(app: FastAPI) -> None:
    async def broken() -> AsyncIterator[AsyncSession]:
        raise RuntimeError("postgresql://user:secret@db")
        yield

    app.dependency_overrides[get_db] = broken


async def test_the_unexpected_is_a_problem_that_tells_nothing_and_a_log_line_that_tells_all(
    client: httpx2.AsyncClient, alice: Person, broken_database: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = await client.get("/api/v1/orders", headers=alice.headers | ORIGIN)
    problem = assert_problem(answer, 500)
    assert set(problem) == {"type", "title", "status", "instance"}
    assert "RuntimeError: postgresql" in caplog.text
    # Browsers show it to the script only with the headers of CORS.
    assert answer.headers["access-control-allow-origin"] == ORIGIN["Origin"]


async def test_a_body_that_is_too_large_is_a_problem(client: httpx2.AsyncClient, alice: Person) -> None:
    too_large = ORDER | {"note": "x" * settings.max_body_bytes}
    answer = await client.post("/api/v1/orders", json=too_large, headers=alice.headers | ORIGIN)
    assert_problem(answer, 413)
    assert "access-control-allow-origin" in answer.headers

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * (settings.max_body_bytes // 16)

    headers = alice.headers | {"Content-Type": "application/json"}
    assert_problem(await client.post("/api/v1/orders", content=chunks(), headers=headers), 413)


async def test_a_refused_preflight_is_a_problem(client: httpx2.AsyncClient) -> None:
    headers: dict[str, Any] = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    answer = await client.options("/api/v1/orders", headers=headers)
    assert "origin" in assert_problem(answer, 400)["detail"]
    assert "access-control-allow-origin" not in answer.headers


async def test_the_readiness_check_fails_with_a_problem(client: httpx2.AsyncClient, app: FastAPI) -> None:
    class Silent:
        async def execute(self, _: object) -> None:
            raise ConnectionError

    app.dependency_overrides[get_db] = Silent
    assert_problem(await client.get("/health/ready"), 503)
    assert (await client.get("/health/live")).status_code == 200


def subclasses(kind: type) -> set[type]:
    return {kind} | {found for child in kind.__subclasses__() for found in subclasses(child)}


def test_each_domain_error_has_a_status_and_a_type_of_its_own() -> None:
    found = subclasses(errors.DomainError) - {errors.DomainError}
    assert len(found) >= 12
    assert all(issubclass(kind, tuple(STATUS)) for kind in found)
    assert len({kind.slug for kind in found}) == len(found)
