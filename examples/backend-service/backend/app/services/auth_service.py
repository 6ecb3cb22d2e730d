import asyncio
import logging
from datetime import UTC, datetime
from uuid import UUID, uuid4

import jwt
from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Unauthenticated
from app.core.security import (
    REFRESH_TOKEN_LIFETIME,
    create_tokens,
    decoy_hash,
    hash_password,
    needs_rehash,
    read_token,
    token_digest,
    verify_password,
)
from app.models.refresh_token import RefreshToken
from app.models.user import User
from app.schemas.auth import LoginRequest

logger = logging.getLogger(__name__)


class InvalidCredentials(Unauthenticated):
    slug, title = "invalid-credentials", "Wrong email address or password"


class InvalidRefreshToken(Unauthenticated):
    slug, title = "invalid-refresh-token", "The refresh token is not valid"


class AuthService:
    def __init__(self, db: AsyncSession) -> None:
        self.db = db

    async def login(self, payload: LoginRequest) -> dict[str, str]:
        user = await self.db.scalar(select(User).where(User.email == payload.email.lower()))
        await self.db.commit()  # gives the connection back while the hash is computed
        decoy = await asyncio.to_thread(decoy_hash)
        digest = user.password_hash if user else decoy
        matches = await asyncio.to_thread(verify_password, payload.password, digest)
        if user is None or not matches:
            logger.warning("login refused")
            raise InvalidCredentials("No account matches this email address and password.")
        if needs_rehash(user.password_hash):
            user.password_hash = await asyncio.to_thread(hash_password, payload.password)
        expired = RefreshToken.expires_at < func.now()
        await self.db.execute(delete(RefreshToken).where(RefreshToken.user_id == user.id, expired))
        return await self._issue(user.id, family_id=uuid4())

    async def refresh(self, token: str) -> dict[str, str]:
        """Trade a refresh token for new tokens. One that comes a second time was stolen: its family ends."""
        try:
            user_id = UUID(read_token(token, "refresh"))
        except (jwt.InvalidTokenError, ValueError) as error:
            raise InvalidRefreshToken("Log in again.") from error
        this = RefreshToken.digest == token_digest(token)
        fresh = RefreshToken.used_at.is_(None) & RefreshToken.revoked_at.is_(None)
        # The update is the check: of two requests with the same token only one finds it unused.
        use = update(RefreshToken).where(this, fresh).values(used_at=func.now()).returning(RefreshToken.family_id)
        family_id = await self.db.scalar(use)
        if family_id is None:
            await self._revoke_family(await self.db.scalar(select(RefreshToken.family_id).where(this)))
            raise InvalidRefreshToken("Log in again.")
        return await self._issue(user_id, family_id)

    async def _issue(self, user_id: UUID, family_id: UUID) -> dict[str, str]:
        tokens = create_tokens(str(user_id))
        expires_at = datetime.now(UTC) + REFRESH_TOKEN_LIFETIME
        digest = token_digest(tokens["refresh_token"])
        self.db.add(RefreshToken(user_id=user_id, family_id=family_id, digest=digest, expires_at=expires_at))
        await self.db.commit()
        return tokens

    async def _revoke_family(self, family_id: UUID | None) -> None:
        if family_id is None:
            return
        logger.error("refresh token reused, family %s revoked", family_id)
        family = RefreshToken.family_id == family_id
        revoked = RefreshToken.revoked_at.is_not(None)
        await self.db.execute(update(RefreshToken).where(family, ~revoked).values(revoked_at=func.now()))
        await self.db.commit()
