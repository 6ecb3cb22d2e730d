import base64
import hashlib
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import uuid4

import bcrypt
import jwt
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from app.core.config import settings

ALGORITHM = "HS256"
ACCESS_TOKEN_LIFETIME = timedelta(minutes=15)
REFRESH_TOKEN_LIFETIME = timedelta(days=7)
REQUIRED_CLAIMS = ["sub", "type", "jti", "iat", "exp", "iss", "aud"]
BCRYPT_COST = 12
ARGON2ID = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def _bcrypt_input(password: str) -> bytes:
    # bcrypt reads 72 bytes at most; a digest keeps every byte of a longer password.
    return base64.b64encode(hashlib.sha256(password.encode()).digest())


def hash_password(password: str) -> str:
    if settings.password_scheme == "argon2id":
        return ARGON2ID.hash(password)
    return bcrypt.hashpw(_bcrypt_input(password), bcrypt.gensalt(BCRYPT_COST)).decode()


def verify_password(password: str, password_hash: str) -> bool:
    if password_hash.startswith("$argon2id$"):
        try:
            return ARGON2ID.verify(password_hash, password)
        except VerifyMismatchError:
            return False
    return bcrypt.checkpw(_bcrypt_input(password), password_hash.encode())


def needs_rehash(password_hash: str) -> bool:
    """Whether a login should replace this hash by one of the configured scheme and cost."""
    if settings.password_scheme == "argon2id":
        return not password_hash.startswith("$argon2id$") or ARGON2ID.check_needs_rehash(password_hash)
    return not password_hash.startswith(f"$2b${BCRYPT_COST}$")


@cache
def decoy_hash() -> str:
    """What an unknown user's password is held against, so that the answer takes as long as for a known one."""
    return hash_password(str(uuid4()))


def create_token(user_id: str, token_type: str, lifetime: timedelta) -> str:
    now = datetime.now(UTC)
    claims = {"sub": user_id, "type": token_type, "jti": str(uuid4()), "iat": now, "exp": now + lifetime}
    claims |= {"iss": settings.jwt_issuer, "aud": settings.jwt_issuer}
    return jwt.encode(claims, settings.jwt_secret.get_secret_value(), algorithm=ALGORITHM)


def create_tokens(user_id: str) -> dict[str, str]:
    return {
        "access_token": create_token(user_id, "access", ACCESS_TOKEN_LIFETIME),
        "refresh_token": create_token(user_id, "refresh", REFRESH_TOKEN_LIFETIME),
        "token_type": "bearer",
    }


def read_token(token: str, token_type: str) -> str:
    """Return the user id of a valid token of this type; raise jwt.InvalidTokenError otherwise."""
    claims = jwt.decode(
        token,
        settings.jwt_secret.get_secret_value(),
        algorithms=[ALGORITHM],
        issuer=settings.jwt_issuer,
        audience=settings.jwt_issuer,
        options={"require": REQUIRED_CLAIMS},
    )
    if claims["type"] != token_type:
        raise jwt.InvalidTokenError(f"expected a token of type {token_type}")
    return claims["sub"]


def token_digest(token: str) -> str:
    """What the database keeps of a refresh token."""
    return hashlib.sha256(token.encode()).hexdigest()
