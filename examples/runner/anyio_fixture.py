"""The fixture that has anyio run async tests on asyncio; a block may define another."""

import pytest


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"
