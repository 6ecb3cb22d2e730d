"""What is said about the service, in the agent's report and in the Postman collection, is what the service is."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from app.api.rate_limits import GENERAL, LOGIN, REFRESH, REGISTER
from app.core.database import Base

SERVICE = Path(__file__).parents[2]
LIMITS = {f"/api/v1/auth/{limit.name}": limit.label for limit in (LOGIN, REFRESH, REGISTER)}

Operations = dict[tuple[str, str], dict[str, Any]]


@pytest.fixture
def report() -> dict[str, Any]:
    return json.loads((SERVICE / "report.json").read_text())


@pytest.fixture
def operations(app: FastAPI) -> Operations:
    paths = app.openapi()["paths"].items()
    return {(method.upper(), path): operation for path, item in paths for method, operation in item.items()}


def test_the_report_names_every_endpoint_with_its_authentication_and_its_limit(
    report: dict[str, Any], operations: Operations
) -> None:
    said = [tuple(endpoint.values()) for endpoint in report["endpoints_created"]]
    true = [
        (method, path, "bearer" if "security" in operation else "none", LIMITS.get(path, GENERAL.label))
        for (method, path), operation in operations.items()
    ]
    assert sorted(said) == sorted(true)


def test_the_report_names_every_model_with_its_table_and_fields(report: dict[str, Any]) -> None:
    said = {(model["name"], model["table"]): model["fields"] for model in report["models_created"]}
    true = {
        (mapper.class_.__name__, mapper.local_table.name): [column.key for column in mapper.columns]
        for mapper in Base.registry.mappers
    }
    assert said == true


def test_the_report_names_the_middleware_from_outside_in(report: dict[str, Any], app: FastAPI) -> None:
    said = [middleware["name"] for middleware in report["middleware_added"]]
    assert said == [middleware.cls.__name__ for middleware in app.user_middleware]


def test_the_collection_asks_for_every_operation(report: dict[str, Any], operations: Operations) -> None:
    collection = json.loads((SERVICE / report["documentation"]["postman_collection"]).read_text())
    requests = [item["request"] for folder in collection["item"] for item in folder["item"]]
    asked = {(request["method"], path_of(request)): request for request in requests}
    assert len(asked) == len(requests)
    assert set(asked) == set(operations)
    for key, request in asked.items():
        assert ("body" in request) is ("requestBody" in operations[key])


def path_of(request: dict[str, Any]) -> str:
    return request["url"].removeprefix("{{baseUrl}}").replace("{{orderId}}", "{order_id}")
