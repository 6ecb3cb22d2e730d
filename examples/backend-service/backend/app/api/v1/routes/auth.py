from fastapi import APIRouter, Depends, Response

from app.api.deps import Database, PresentedRefreshToken
from app.api.openapi import problems
from app.api.rate_limits import limit_login, limit_refresh
from app.core.security import ACCESS_TOKEN_LIFETIME
from app.schemas.auth import LoginRequest, TokenResponse
from app.services.auth_service import AuthService

router = APIRouter(prefix="/auth", tags=["auth"])


def token_response(tokens: dict[str, str], response: Response) -> TokenResponse:
    response.headers["Cache-Control"] = "no-store"
    return TokenResponse(**tokens, expires_in=int(ACCESS_TOKEN_LIFETIME.total_seconds()))


@router.post("/login", dependencies=[Depends(limit_login)], responses=problems(401, 413))
async def login(payload: LoginRequest, db: Database, response: Response) -> TokenResponse:
    """Trade an email address and a password for tokens."""
    return token_response(await AuthService(db).login(payload), response)


@router.post("/refresh", dependencies=[Depends(limit_refresh)], responses=problems(401))
async def refresh(token: PresentedRefreshToken, db: Database, response: Response) -> TokenResponse:
    """Trade a refresh token for new tokens; each works once, and a second use ends every token that came from it."""
    return token_response(await AuthService(db).refresh(token), response)
