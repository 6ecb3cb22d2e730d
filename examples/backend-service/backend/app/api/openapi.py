from http import HTTPStatus
from typing import Any

from fastapi import FastAPI

from app.api.problems import MEDIA_TYPE
from app.schemas.problem import Problem

Responses = dict[int | str, dict[str, Any]]


def problems(*statuses: int) -> Responses:
    """The responses of a route that are problems."""
    return {status: {"model": Problem, "description": HTTPStatus(status).phrase} for status in statuses}


def example(status: str) -> dict[str, Any]:
    problem = Problem(
        title=HTTPStatus(int(status)).phrase,
        status=int(status),
        instance="urn:uuid:019a9a3e-6c1f-7c3a-9d9a-2f6f3f0f8b11",
    )
    return problem.model_dump(exclude_none=True)


def put_right(status: str, response: dict[str, Any]) -> None:
    content = response.get("content", {})
    if status >= "400":
        (schema,) = content.values()
        response["content"] = {MEDIA_TYPE: schema | {"example": example(status)}}
    for media in content.values():
        if media.pop("itemSchema", None):
            media["schema"] = {"type": "string"}


def document_as_sent(app: FastAPI) -> None:
    """Puts right where FastAPI says other than what is sent, or than OpenAPI 3.1 knows.

    It documents a problem under the media type of the route's success, and a stream by `itemSchema`, which is 3.2.
    """
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            for path in generate()["paths"].values():
                for operation in path.values():
                    for status, response in operation["responses"].items():
                        put_right(status, response)
        return generate()

    app.openapi = openapi  # type: ignore[method-assign]
