"""Standard: Pydantic v2 models whose Field constraints state the limits."""

import importlib
import pkgutil
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from pydantic import BaseModel

import app.schemas
from support import ORDER, Person, assert_problem

INPUTS = ["LoginRequest", "OrderCreate", "OrderLineBase", "OrderUpdate", "UserCreate"]
LINE = ORDER["lines"][0]


def unbounded(schema: dict[str, Any], where: str) -> list[str]:
    """The strings, numbers and lists of a JSON schema that have no upper limit."""
    if "anyOf" in schema:
        return [found for option in schema["anyOf"] for found in unbounded(option, where)]
    if schema.get("enum") or "$ref" in schema:
        return []
    limits = {"string": {"maxLength", "pattern", "format"}, "integer": {"maximum"}, "array": {"maxItems"}}
    needed = limits.get(schema.get("type", ""), set())
    return [where] if needed and not needed & set(schema) else []


@pytest.mark.parametrize("name", INPUTS)
def test_every_input_has_limits_and_refuses_unknown_fields(app: FastAPI, name: str) -> None:
    schema = app.openapi()["components"]["schemas"][name]
    assert schema["additionalProperties"] is False
    assert [hit for field, part in schema["properties"].items() for hit in unbounded(part, field)] == []


def test_every_parameter_has_limits(app: FastAPI) -> None:
    for path, item in app.openapi()["paths"].items():
        for operation in item.values():
            for parameter in operation.get("parameters", []):
                assert unbounded(parameter["schema"], f"{path} {parameter['name']}") == []


def test_every_schema_is_a_pydantic_model_and_none_knows_a_password_hash() -> None:
    for module in pkgutil.iter_modules(app.schemas.__path__, "app.schemas."):
        loaded = vars(importlib.import_module(module.name)).values()
        models = [m for m in loaded if isinstance(m, type) and issubclass(m, BaseModel)]
        assert models
        assert all("password_hash" not in model.model_fields for model in models)


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"customer": ""}, "#/customer"),
        ({"customer": "   "}, "#/customer"),
        ({"customer": "x" * 121}, "#/customer"),
        ({"note": "x" * 501}, "#/note"),
        ({"currency": "eur"}, "#/currency"),
        ({"lines": []}, "#/lines"),
        ({"lines": [LINE] * 51}, "#/lines"),
        ({"lines": [LINE | {"quantity": 0}]}, "#/lines/0/quantity"),
        ({"lines": [LINE, LINE | {"quantity": 1001}]}, "#/lines/1/quantity"),
        ({"lines": [LINE | {"unit_price": -1}]}, "#/lines/0/unit_price"),
        ({"lines": [LINE | {"sku": "a b"}]}, "#/lines/0/sku"),
        ({"owner_id": "somebody"}, "#/owner_id"),
        ({"status": "shipped"}, "#/status"),
    ],
)
async def test_an_order_outside_its_limits_is_refused(
    client: httpx2.AsyncClient, alice: Person, change: dict[str, Any], pointer: str
) -> None:
    answer = await client.post("/api/v1/orders", json=ORDER | change, headers=alice.headers)
    problem = assert_problem(answer, 422, "validation")
    assert [error["pointer"] for error in problem["errors"]] == [pointer]


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "status=lost", "stauts=placed", f"cursor={'x' * 257}"])
async def test_a_query_outside_its_limits_is_refused(client: httpx2.AsyncClient, alice: Person, query: str) -> None:
    answer = await client.get(f"/api/v1/orders?{query}", headers=alice.headers)
    problem = assert_problem(answer, 422, "validation")
    assert [error["pointer"] for error in problem["errors"]] == [f"query:{query.partition('=')[0]}"]


@pytest.mark.parametrize(
    "body",
    [
        {"email": "no address", "password": "long enough"},
        {"email": "a@example.com", "password": "short"},
        {"email": "a@example.com", "password": "x" * 129},
        {"email": "a@example.com", "password": "long enough", "is_admin": True},
    ],
)
async def test_a_registration_outside_its_limits_is_refused(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    answer = await client.post("/api/v1/auth/register", json=body)
    assert_problem(answer, 422, "validation")
    assert body["password"] not in answer.text
