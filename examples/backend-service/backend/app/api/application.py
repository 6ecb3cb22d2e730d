from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware import Middleware

from app.api import health
from app.api.middleware.body_limit import BodyLimitMiddleware
from app.api.middleware.cors import ProblemCORSMiddleware
from app.api.middleware.request_context import RequestContextMiddleware
from app.api.middleware.unexpected_errors import UnexpectedErrorMiddleware
from app.api.openapi import document_as_sent
from app.api.problems import install_problem_handlers
from app.api.v1.router import router
from app.core.cache import RedisCache
from app.core.config import settings
from app.core.database import engine
from app.core.event_stream import EventStream
from app.core.redis import connect, connect_blocking
from app.core.token_bucket import LocalBucket, TokenBucket

# From outside in.
MIDDLEWARE = [
    Middleware(RequestContextMiddleware),
    Middleware(
        ProblemCORSMiddleware,
        allow_origins=settings.cors_origins,
        allow_methods=["GET", "POST", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID"],
        expose_headers=["ETag", "Location", "Retry-After", "X-Request-ID"],
    ),
    Middleware(UnexpectedErrorMiddleware),
    Middleware(BodyLimitMiddleware, max_bytes=settings.max_body_bytes),
]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        stack.push_async_callback(engine.dispose)
        redis = await stack.enter_async_context(connect())
        blocking = await stack.enter_async_context(connect_blocking())
        app.state.redis = redis
        app.state.cache = RedisCache(redis)
        app.state.token_bucket = TokenBucket(redis)
        app.state.local_bucket = LocalBucket()
        app.state.event_stream = EventStream(blocking)
        app.state.streams = Counter()
        yield


def operation_id(route: APIRoute) -> str:
    return route.name


def create_app() -> FastAPI:
    app = FastAPI(
        title="Orders",
        version="1.0.0",
        summary="The reference service of the backend-system-architect agent",
        servers=[{"url": "/"}],
        openapi_url="/api/v1/openapi.json",
        docs_url="/docs" if settings.docs_enabled else None,
        redoc_url=None,
        generate_unique_id_function=operation_id,
        lifespan=lifespan,
        middleware=MIDDLEWARE,
    )
    app.include_router(health.router)
    app.include_router(router)
    install_problem_handlers(app)
    document_as_sent(app)
    return app
