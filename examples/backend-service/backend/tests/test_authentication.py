"""Standard: JWT with PyJWT (15min access, 7d refresh, rotated); bcrypt (cost=12), argon2id in a new system."""

import asyncio
from datetime import timedelta
from typing import Any

import bcrypt
import httpx2
import jwt
import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core import security
from app.core.config import settings
from app.models.refresh_token import RefreshToken
from app.models.user import User
from app.services import auth_service
from support import PASSWORD, Person, assert_problem

SECRET = settings.jwt_secret.get_secret_value()


def claims(token: str) -> dict[str, Any]:
    return jwt.decode(token, SECRET, algorithms=["HS256"], audience=settings.jwt_issuer, issuer=settings.jwt_issuer)


async def login(client: httpx2.AsyncClient, person: Person) -> dict[str, Any]:
    answer = await client.post("/api/v1/auth/login", json={"email": person.email, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def refresh(client: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await client.post("/api/v1/auth/refresh", headers={"Authorization": f"Bearer {token}"})


async def test_register_login_and_me(client: httpx2.AsyncClient, db: AsyncSession) -> None:
    body = {"email": "New.User@Example.com", "password": PASSWORD}
    registered = await client.post("/api/v1/auth/register", json=body)
    assert registered.status_code == 201
    assert set(registered.json()) == {"id", "email", "created_at"}
    assert registered.json()["email"] == "new.user@example.com"
    assert_problem(await client.post("/api/v1/auth/register", json=body), 409, "email-taken")

    answer = await client.post("/api/v1/auth/login", json=body)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["expires_in"] == 900
    headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert (await client.get("/api/v1/users/me", headers=headers)).json() == registered.json()


async def test_access_tokens_live_15_minutes_and_refresh_tokens_7_days(
    client: httpx2.AsyncClient, alice: Person
) -> None:
    tokens = await login(client, alice)
    access, refreshed = claims(tokens["access_token"]), claims(tokens["refresh_token"])
    assert access["exp"] - access["iat"] == 15 * 60
    assert refreshed["exp"] - refreshed["iat"] == 7 * 24 * 3600
    assert (access["type"], refreshed["type"]) == ("access", "refresh")
    assert access["jti"] != refreshed["jti"]
    assert access["sub"] == str(alice.id)


def test_only_a_token_with_every_claim_passes() -> None:
    full = claims(security.create_token("u", "access", timedelta(minutes=1)))
    assert security.read_token(jwt.encode(full, SECRET), "access") == "u"
    for name in security.REQUIRED_CLAIMS:
        lacking = {key: value for key, value in full.items() if key != name}
        with pytest.raises(jwt.MissingRequiredClaimError):
            security.read_token(jwt.encode(lacking, SECRET), "access")


@pytest.mark.parametrize(
    ("change", "key", "algorithm"),
    [
        ({"exp": 1}, SECRET, "HS256"),
        ({"aud": "another-service"}, SECRET, "HS256"),
        ({"iss": "somebody"}, SECRET, "HS256"),
        ({"type": "refresh"}, SECRET, "HS256"),
        ({"sub": "not-a-uuid"}, SECRET, "HS256"),
        ({}, "another secret, long enough for HS256", "HS256"),
        ({}, SECRET + SECRET, "HS512"),
        ({}, None, "none"),
    ],
)
async def test_a_token_that_is_not_ours_is_refused(
    client: httpx2.AsyncClient, alice: Person, change: dict[str, Any], key: str | None, algorithm: str
) -> None:
    ours = alice.headers["Authorization"].removeprefix("Bearer ")
    forged = jwt.encode(claims(ours) | change, key, algorithm)
    answer = await client.get("/api/v1/users/me", headers={"Authorization": f"Bearer {forged}"})
    assert_problem(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_neither_token_passes_for_the_other(client: httpx2.AsyncClient, alice: Person) -> None:
    tokens = await login(client, alice)
    as_access = {"Authorization": f"Bearer {tokens['refresh_token']}"}
    assert_problem(await client.get("/api/v1/users/me", headers=as_access), 401)
    assert_problem(await refresh(client, tokens["access_token"]), 401, "invalid-refresh-token")


async def test_refreshing_rotates_both_tokens(client: httpx2.AsyncClient, alice: Person) -> None:
    first = await login(client, alice)
    second = (await refresh(client, first["refresh_token"])).json()
    assert second["refresh_token"] != first["refresh_token"]
    third = await refresh(client, second["refresh_token"])
    assert third.status_code == 200
    headers = {"Authorization": f"Bearer {third.json()['access_token']}"}
    assert (await client.get("/api/v1/users/me", headers=headers)).status_code == 200


async def test_reuse_revokes_the_family_and_no_other(client: httpx2.AsyncClient, alice: Person) -> None:
    stolen, elsewhere = await login(client, alice), await login(client, alice)
    newest = (await refresh(client, stolen["refresh_token"])).json()
    answer = await refresh(client, stolen["refresh_token"])
    assert_problem(answer, 401, "invalid-refresh-token")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert_problem(await refresh(client, newest["refresh_token"]), 401, "invalid-refresh-token")
    assert (await refresh(client, elsewhere["refresh_token"])).status_code == 200


async def test_of_simultaneous_uses_at_most_one_gets_tokens(client: httpx2.AsyncClient, alice: Person) -> None:
    token = (await login(client, alice))["refresh_token"]
    answers = await asyncio.gather(*(refresh(client, token) for _ in range(8)))
    (winner,) = [answer for answer in answers if answer.status_code == 200]
    assert_problem(await refresh(client, winner.json()["refresh_token"]), 401, "invalid-refresh-token")


async def test_refresh_tokens_are_stored_as_digests_and_cleared_when_expired(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession
) -> None:
    token = (await login(client, alice))["refresh_token"]
    row = (await db.scalars(select(RefreshToken))).one()
    assert row.digest == security.token_digest(token)
    assert token not in vars(row).values()
    await db.execute(update(RefreshToken).values(expires_at=row.expires_at - timedelta(days=8)))
    await db.commit()
    await login(client, alice)
    remaining = (await db.scalars(select(RefreshToken.id))).all()
    assert len(remaining) == 1
    assert remaining != [row.id]


async def test_passwords_are_hashed_by_bcrypt_at_cost_12(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession
) -> None:
    password_hash = (await db.scalars(select(User.password_hash))).one()
    assert password_hash.startswith("$2b$12$")


def test_every_byte_of_a_long_password_counts() -> None:
    stored = bcrypt.hashpw(security._bcrypt_input("x" * 100 + "a"), bcrypt.gensalt(4)).decode()
    assert security.verify_password("x" * 100 + "a", stored)
    assert not security.verify_password("x" * 100 + "b", stored)


async def test_argon2id_replaces_bcrypt_at_the_next_login(
    client: httpx2.AsyncClient, alice: Person, db: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "password_scheme", "argon2id")
    stored = select(User.password_hash).where(User.id == alice.id)
    await login(client, alice)
    rehashed = await db.scalar(stored)
    assert rehashed is not None
    assert rehashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    await login(client, alice)
    await db.commit()
    assert await db.scalar(stored) == rehashed
    wrong = {"email": alice.email, "password": "wrong"}
    assert_problem(await client.post("/api/v1/auth/login", json=wrong), 401, "invalid-credentials")


async def test_an_unknown_user_costs_and_says_the_same_as_a_wrong_password(
    client: httpx2.AsyncClient, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs: list[str] = []

    def verify(password: str, password_hash: str) -> bool:
        costs.append(password_hash[:7])
        return security.verify_password(password, password_hash)

    monkeypatch.setattr(auth_service, "verify_password", verify)
    answers = [
        await client.post("/api/v1/auth/login", json={"email": email, "password": "wrong"})
        for email in (alice.email, "nobody@example.com")
    ]
    known, unknown = (assert_problem(answer, 401, "invalid-credentials") for answer in answers)
    assert known | {"instance": ""} == unknown | {"instance": ""}
    assert costs == ["$2b$12$", "$2b$12$"]
