"""Standard: REST resources described in OpenAPI 3.1, versioned under /api/v1/."""

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from openapi_spec_validator import OpenAPIV31SpecValidator

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture
def document(app: FastAPI) -> dict[str, Any]:
    return app.openapi()


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method in METHODS & set(item):
            yield method, path, item[method]


def test_the_document_is_valid_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    OpenAPIV31SpecValidator(document).validate()


async def test_the_document_is_served(client: httpx2.AsyncClient, document: dict[str, Any]) -> None:
    assert (await client.get("/api/v1/openapi.json")).json() == document


def test_every_path_is_versioned(document: dict[str, Any]) -> None:
    assert document["paths"]
    assert all(path.startswith("/api/v1/") for path in document["paths"])


def test_collections_are_plural_nouns_without_verbs(document: dict[str, Any]) -> None:
    collections = {path.split("/")[3] for path in document["paths"]}
    assert collections == {"auth", "orders", "users"}


def test_each_operation_has_an_id_a_tag_and_a_description(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(set(ids)) == len(ids)
    for _, _, operation in operations(document):
        assert operation["tags"]
        assert operation["summary"]
        assert operation["description"]


def test_each_operation_documents_its_problems(document: dict[str, Any]) -> None:
    for method, path, operation in operations(document):
        failures = {status: r for status, r in operation["responses"].items() if status >= "400"}
        assert {"422", "429", "500"} <= set(failures), (method, path)
        for status, response in failures.items():
            (media,) = response["content"].items()
            assert media[0] == "application/problem+json"
            assert media[1]["schema"] == {"$ref": "#/components/schemas/Problem"}
            assert media[1]["example"]["status"] == int(status)
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_each_operation_but_register_and_login_names_its_security_scheme(document: dict[str, Any]) -> None:
    schemes = {path: operation.get("security") for _, path, operation in operations(document)}
    assert schemes.pop("/api/v1/auth/register") is schemes.pop("/api/v1/auth/login") is None
    assert schemes.pop("/api/v1/auth/refresh") == [{"refreshToken": []}]
    assert all(scheme == [{"accessToken": []}] for scheme in schemes.values())
    for scheme in document["components"]["securitySchemes"].values():
        assert (scheme["type"], scheme["scheme"], scheme["bearerFormat"]) == ("http", "bearer", "JWT")


def test_each_body_has_an_example(document: dict[str, Any]) -> None:
    bodies = [operation["requestBody"] for _, _, operation in operations(document) if "requestBody" in operation]
    assert len(bodies) == 4
    for body in bodies:
        name = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        assert document["components"]["schemas"][name]["examples"]


def test_success_is_told_by_the_right_status(document: dict[str, Any]) -> None:
    found = {op["operationId"]: min(op["responses"]) for _, _, op in operations(document)}
    created = {name for name, status in found.items() if status == "201"}
    assert created == {"create_user", "create_order"}
    assert found["delete_order"] == "204"
