"""`python -m app.core.create_tables`: a first run's tables. Every later change is a migration of database-engineer."""

import asyncio

import app.models  # noqa: F401
from app.core.database import Base, engine


async def create_tables() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(create_tables())
