import asyncio
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Conflict, NotFound
from app.core.security import hash_password
from app.models.user import User
from app.schemas.user import UserCreate


class EmailTaken(Conflict):
    slug, title = "email-taken", "The email address is in use"

    def __init__(self, email: str) -> None:
        super().__init__(f"{email} is already registered")


class UserService:
    def __init__(self, db: AsyncSession) -> None:
        self.db = db

    async def create(self, payload: UserCreate) -> User:
        # bcrypt at cost 12 takes a good part of a second: keep it off the event loop.
        digest = await asyncio.to_thread(hash_password, payload.password)
        user = User(email=payload.email.lower(), password_hash=digest)
        self.db.add(user)
        try:
            await self.db.commit()
        except IntegrityError as error:
            await self.db.rollback()
            raise EmailTaken(payload.email) from error
        await self.db.refresh(user)
        return user

    async def get(self, user_id: UUID) -> User:
        user = await self.db.get(User, user_id)
        if user is None:
            raise NotFound("The user no longer exists.")
        return user
