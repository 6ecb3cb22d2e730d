import os
from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

# A schema and a key prefix of their own: what else is in the database and in Redis is neither seen nor touched.
RUN = uuid4().hex[:12]
os.environ |= {"DB_SCHEMA": f"test_{RUN}", "REDIS_PREFIX": f"test:{RUN}:", "CORS_ORIGINS": '["https://app.example.com"]'}

import httpx2
import pytest
from fastapi import FastAPI
from redis.asyncio import Redis
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.api.application import create_app
from app.core.config import settings
from app.core.database import Base, engine, session_factory
from server import run_server
from support import Person, make_person


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
async def tables(anyio_backend: str) -> AsyncIterator[None]:
    async with engine.begin() as connection:
        await connection.execute(text(f"CREATE SCHEMA {settings.db_schema}"))
        await connection.run_sync(Base.metadata.create_all)
    yield
    async with engine.begin() as connection:
        await connection.execute(text(f"DROP SCHEMA {settings.db_schema} CASCADE"))
    await engine.dispose()


@pytest.fixture(scope="session")
async def running_app(tables: None) -> AsyncIterator[FastAPI]:
    app = create_app()
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def app(running_app: FastAPI) -> AsyncIterator[FastAPI]:
    """The running application; whatever a test leaves in the tables, in Redis and in the process is removed."""
    yield running_app
    running_app.dependency_overrides.clear()
    running_app.state.local_bucket.buckets.clear()
    async with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            await connection.execute(table.delete())
    redis: Redis = running_app.state.redis
    if keys := [key async for key in redis.scan_iter(f"{settings.redis_prefix}*", count=1000)]:
        await redis.unlink(*keys)


@pytest.fixture
def redis(app: FastAPI) -> Redis:
    return app.state.redis


@pytest.fixture
async def db(app: FastAPI) -> AsyncIterator[AsyncSession]:
    async with session_factory() as session:
        yield session


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(app=app, client=("203.0.113.7", 50000))
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.fixture
async def alice(app: FastAPI) -> Person:
    return await make_person("alice")


@pytest.fixture
async def bob(app: FastAPI) -> Person:
    return await make_person("bob")


@pytest.fixture(scope="session")
def server(tables: None) -> Iterator[str]:
    with run_server() as url:
        yield url
