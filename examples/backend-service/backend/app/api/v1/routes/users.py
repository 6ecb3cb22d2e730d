from fastapi import APIRouter, Depends, status

from app.api.deps import CurrentUserId, Database
from app.api.openapi import problems
from app.api.rate_limits import limit_general, limit_register
from app.models.user import User
from app.schemas.user import UserCreate, UserResponse
from app.services.user_service import UserService

router = APIRouter(prefix="/users", tags=["users"], dependencies=[Depends(limit_general)])
registration = APIRouter(prefix="/auth", tags=["auth"], dependencies=[Depends(limit_register)])


@registration.post(
    "/register",
    response_model=UserResponse,
    status_code=status.HTTP_201_CREATED,
    responses=problems(409, 413),
)
async def create_user(payload: UserCreate, db: Database) -> User:
    """Register a user; 409 when the email address is in use."""
    return await UserService(db).create(payload)


@router.get("/me", response_model=UserResponse, responses=problems(401, 404))
async def get_me(user_id: CurrentUserId, db: Database) -> User:
    """The user whom the access token names."""
    return await UserService(db).get(user_id)
