"""Standard: clean architecture, SOLID principles. Dependencies point inward; here they are read from the source."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.cache import RedisCache
from app.core.event_stream import EventStream
from app.schemas.order import OrderCreate
from app.services.order_service import OrderNotFound, OrderService
from app.services.ports import Cache, EventPublisher
from support import ORDER, Person

APP = Path(__file__).parents[1] / "app"
WEB = ("fastapi", "starlette", "uvicorn")
FORBIDDEN = {
    "services": (*WEB, "redis", "app.api", "app.core.redis", "app.core.cache", "app.core.event_stream"),
    "models": (*WEB, "redis", "pydantic", "app.api", "app.services", "app.schemas"),
    "schemas": (*WEB, "redis", "sqlalchemy", "app.api", "app.services", "app.models", "app.core"),
    "core": (*WEB, "app.api", "app.schemas"),
    "api/v1": ("sqlalchemy", "app.services.order_repository"),
}


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_a_layer_does_not_import_from_further_out(layer: str) -> None:
    files = list((APP / layer).rglob("*.py"))
    assert files
    for file in files:
        for name in imports(file):
            outer = [module for module in FORBIDDEN[layer] if name == module or name.startswith(module + ".")]
            assert not outer, f"{file.relative_to(APP)} imports {name}"


def test_only_services_and_commands_commit() -> None:
    for file in (APP / "api").rglob("*.py"):
        assert ".commit(" not in file.read_text(), file


def test_every_file_is_short_enough_to_have_one_idea() -> None:
    for file in APP.rglob("*.py"):
        assert len(file.read_text().splitlines()) <= 160, file


def test_the_adapters_have_what_their_ports_ask_for() -> None:
    for port, adapter in [(Cache, RedisCache), (EventPublisher, EventStream)]:
        methods = [name for name in vars(port) if not name.startswith("_")]
        assert 1 <= len(methods) <= 5
        for name in methods:
            assert inspect.signature(getattr(adapter, name)) == inspect.signature(getattr(port, name))


class FakeCache:
    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    async def get(self, key: str) -> str | None:
        return self.values.get(key)

    async def set(self, key: str, value: str, ttl: int) -> None:
        self.values[key] = value

    async def delete(self, *keys: str) -> None:
        for key in keys:
            self.values.pop(key, None)


async def test_a_use_case_runs_with_another_adapter(db: AsyncSession, alice: Person) -> None:
    cache = FakeCache()
    service = OrderService(db, cache, alice.id)
    order = await service.create(OrderCreate.model_validate(ORDER), None)
    assert [await service.get(order.id), await service.get(order.id)] == [order, order]
    assert len(cache.values) == 1
    await service.delete(order.id, version=1)
    assert not cache.values
    with pytest.raises(OrderNotFound):
        await service.get(order.id)
