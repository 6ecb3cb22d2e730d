import logging
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.core import errors
from app.core.logging import request_id
from app.schemas.problem import FieldProblem, Problem

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
TYPES = "https://api.example.com/problems"
STATUS = {
    errors.Unauthenticated: 401,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.StaleVersion: 412,
    errors.Unprocessable: 422,
}


def reply(problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """`instance` is the id of the request, which the log has too."""
    problem.instance = f"urn:uuid:{request_id.get()}"
    return JSONResponse(problem.model_dump(exclude_none=True), problem.status, headers, MEDIA_TYPE)


async def on_domain(request: Request, error: errors.DomainError) -> JSONResponse:
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    headers = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else None
    return reply(Problem(type=f"{TYPES}/{error.slug}", title=error.title, status=status, detail=str(error)), headers)


async def on_http(request: Request, error: HTTPException) -> JSONResponse:
    title = HTTPStatus(error.status_code).phrase
    detail = error.detail if error.detail != title else None
    return reply(Problem(title=title, status=error.status_code, detail=detail), error.headers)


async def on_validation(request: Request, error: RequestValidationError) -> JSONResponse:
    """Says where and why, never what was sent: it may have been a password."""
    found = [FieldProblem(pointer=pointer(item["loc"]), detail=item["msg"]) for item in error.errors()]
    return reply(Problem(type=f"{TYPES}/validation", title="Invalid request", status=422, errors=found))


def pointer(location: tuple[int | str, ...]) -> str:
    source, *path = (str(part).replace("~", "~0").replace("/", "~1") for part in location)
    return "#" + "".join(f"/{part}" for part in path) if source == "body" else f"{source}:{'/'.join(path)}"


def unexpected(error: Exception) -> JSONResponse:
    logger.error("unexpected error", exc_info=error)
    return reply(Problem(title="Internal Server Error", status=500))


def install_problem_handlers(app: FastAPI) -> None:
    app.add_exception_handler(errors.DomainError, on_domain)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_validation)
