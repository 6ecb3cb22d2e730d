import hashlib
import ipaddress
import logging
from typing import Annotated

from fastapi import Depends, HTTPException, Request, status
from redis.exceptions import RedisError

from app.api.deps import Identity
from app.core.token_bucket import Limit, LocalBucket, TokenBucket
from app.schemas.auth import LoginRequest

logger = logging.getLogger(__name__)

GENERAL = Limit.average("general", 100)
REGISTER = Limit.strict("register", 5)
LOGIN = Limit.strict("login", 10)
REFRESH = Limit.strict("refresh", 30)
SUMMARY_COST = 5


async def get_token_bucket(request: Request) -> TokenBucket:
    return request.app.state.token_bucket


async def get_local_bucket(request: Request) -> LocalBucket:
    return request.app.state.local_bucket


Shared = Annotated[TokenBucket, Depends(get_token_bucket)]
Local = Annotated[LocalBucket, Depends(get_local_bucket)]


def client_subject(request: Request) -> str:
    """The client's address; of IPv6 the /64, which is what one subscriber has."""
    host = request.client.host if request.client else "unknown"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return f"ip:{host}"
    prefix = 64 if address.version == 6 else 32
    return f"ip:{ipaddress.ip_network((address, prefix), strict=False)}"


def refuse(limit: Limit, wait: int) -> None:
    if wait:
        seconds = -(-wait // 1000)
        detail = f"At most {limit.label}; try again in {seconds} s."
        raise HTTPException(status.HTTP_429_TOO_MANY_REQUESTS, detail, {"Retry-After": str(seconds)})


async def take_open(bucket: TokenBucket, limit: Limit, subject: str, cost: int = 1) -> None:
    """General routes go on without a limit when Redis does not answer."""
    try:
        wait = await bucket.take(limit, subject, cost)
    except RedisError as error:
        logger.error("rate limit not enforced: %r", error, extra={"fields": {"limit": limit.name}})
        return
    refuse(limit, wait)


async def take_strict(shared: TokenBucket, local: LocalBucket, limit: Limit, subject: str) -> None:
    """Routes that an attacker would hammer fall back to a limit of this process."""
    try:
        wait = await shared.take(limit, subject)
    except RedisError as error:
        logger.error("rate limit per process only: %r", error, extra={"fields": {"limit": limit.name}})
        wait = local.take(limit, subject)
    refuse(limit, wait)


async def limit_general(request: Request, identity: Identity, shared: Shared) -> None:
    await take_open(shared, GENERAL, f"user:{identity}" if identity else client_subject(request))


async def limit_summary(request: Request, identity: Identity, shared: Shared) -> None:
    """One summary costs as much as several other requests, the general limit's one included."""
    if identity:
        await take_open(shared, GENERAL, f"user:{identity}", SUMMARY_COST - 1)


async def limit_register(request: Request, shared: Shared, local: Local) -> None:
    await take_strict(shared, local, REGISTER, client_subject(request))


async def limit_login(request: Request, payload: LoginRequest, shared: Shared, local: Local) -> None:
    """By address, and by account as well: many addresses may guess at one password."""
    await take_strict(shared, local, LOGIN, client_subject(request))
    account = hashlib.sha256(payload.email.lower().encode()).hexdigest()
    await take_strict(shared, local, LOGIN, f"account:{account}")


async def limit_refresh(request: Request, shared: Shared, local: Local) -> None:
    await take_strict(shared, local, REFRESH, client_subject(request))
