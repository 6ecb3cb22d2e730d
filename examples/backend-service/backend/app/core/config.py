from typing import Annotated, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings

Origin = Annotated[str, Field(pattern=r"^https?://[^/*]+$")]


class Settings(BaseSettings):
    """Read from the environment when the process starts; without DATABASE_URL, REDIS_URL and JWT_SECRET it does not."""

    database_url: str = Field(pattern=r"^postgresql\+asyncpg://")
    db_schema: str = Field(default="public", pattern=r"^[a-z_][a-z0-9_]*$")
    redis_url: str = Field(pattern=r"^rediss?://")
    redis_prefix: str = "app:v1:"
    jwt_secret: SecretStr = Field(min_length=32)
    jwt_issuer: str = "backend-service"
    password_scheme: Literal["bcrypt", "argon2id"] = "bcrypt"
    cors_origins: list[Origin] = []
    docs_enabled: bool = False
    max_body_bytes: int = Field(default=1_048_576, gt=0)
    stream_lifetime: float = Field(default=300, gt=0)


settings = Settings()
