"""What running the service needs: settings, health, request ids, logs, CORS."""

import json
import logging
import os
import subprocess
import sys
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.config import Settings
from app.core.logging import JsonFormatter
from app.core.redis import connect
from server import BACKEND
from support import PASSWORD, Person, place_order


@pytest.mark.parametrize("missing", ["JWT_SECRET", "DATABASE_URL", "REDIS_URL"])
def test_the_service_does_not_start_without(missing: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != missing}
    command = [sys.executable, "-c", "import app.core.config"]
    run = subprocess.run(command, cwd=BACKEND, env=environment, capture_output=True, text=True)
    assert run.returncode == 1
    assert missing.lower() in run.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        {"jwt_secret": "short"},
        {"database_url": "postgresql://localhost/orders"},
        {"cors_origins": ["*"]},
        {"password_scheme": "md5"},
    ],
)
def test_settings_that_cannot_be_right_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Settings(**wrong)


def test_the_secret_is_not_shown_when_settings_are_printed() -> None:
    assert os.environ["JWT_SECRET"] not in repr(Settings())


async def test_health_tells_live_from_ready(client: httpx2.AsyncClient, app: FastAPI) -> None:
    assert (await client.get("/health/live")).json() == {"status": "live"}
    assert (await client.get("/health/ready")).json() == {"status": "ready", "redis": "up"}
    redis, app.state.redis = app.state.redis, connect(url="redis://127.0.0.1:1")
    try:
        assert (await client.get("/health/ready")).json() == {"status": "ready", "redis": "down"}
    finally:
        app.state.redis = redis


@pytest.mark.parametrize("given", [str(uuid4()), "x' OR 1=1", "a" * 500, "", "line\tbreak"])
async def test_a_request_id_is_kept_when_it_is_a_uuid_and_made_otherwise(
    client: httpx2.AsyncClient, given: str
) -> None:
    answer = await client.get("/health/live", headers={"X-Request-ID": given})
    assert (answer.headers["x-request-id"] == given) is (len(given) == 36)
    assert len(answer.headers["x-request-id"]) == 36


async def test_each_request_is_one_line_of_json(
    client: httpx2.AsyncClient, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    order = await place_order(client, alice)
    caplog.clear()
    lines: list[dict[str, Any]] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(json.loads(JsonFormatter().format(record)))  # type: ignore[method-assign]
    logger = logging.getLogger("app.access")
    logger.addHandler(handler)
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    with caplog.at_level(logging.INFO):
        path = f"/api/v1/orders/{order['id']}"
        answer = await client.get(path, headers=alice.headers | {"traceparent": trace})
    logger.removeHandler(handler)
    (line,) = lines
    assert line["duration_ms"] > 0
    assert line["request_id"] == answer.headers["x-request-id"]
    assert line["trace_id"] == "0af7651916cd43dd8448eb211c80319c"
    assert (line["method"], line["operation"], line["status"]) == ("GET", "get_order", 200)
    assert len(line["user"]) == 16
    assert str(alice.id) not in json.dumps(line)


async def test_no_log_line_has_a_password_or_a_token(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        for password in (PASSWORD, "wrong password"):
            body = {"email": alice.email, "password": password}
            answer = await client.post("/api/v1/auth/login", json=body)
            token = answer.json().get("refresh_token", "none")
            for _ in range(2):
                await client.post("/api/v1/auth/refresh", headers={"Authorization": f"Bearer {token}"})
    assert "login refused" in caplog.text
    assert "refresh token reused" in caplog.text
    assert "password" not in caplog.text.replace("token reused", "")
    assert "eyJ" not in caplog.text


async def test_a_script_of_an_allowed_origin_may_call_and_read_what_it_needs(client: httpx2.AsyncClient) -> None:
    origin = {"Origin": "https://app.example.com"}
    preflight = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "authorization,if-match"}
    answer = await client.options("/api/v1/orders/1", headers=origin | preflight)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == origin["Origin"]
    assert "access-control-allow-credentials" not in answer.headers
    exposed = (await client.get("/health/live", headers=origin)).headers["access-control-expose-headers"]
    assert {"ETag", "X-Request-ID", "Retry-After"} <= set(exposed.split(", "))


async def test_a_script_of_another_origin_may_not(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/health/live", headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in answer.headers
