import re
from typing import Annotated

from fastapi import Depends, Header, HTTPException, status


def etag(version: int) -> str:
    return f'"{version}"'


async def get_expected_version(
    if_match: Annotated[
        str | None, Header(max_length=64, description="The ETag that the change is based on", examples=['"1"'])
    ] = None,
) -> int | None:
    """The version that the client has seen; None when any will do (`*`). Changes without a version are refused."""
    if if_match is None:
        raise HTTPException(status.HTTP_428_PRECONDITION_REQUIRED, "Send If-Match with the ETag of what you change.")
    if if_match == "*":
        return None
    strong = re.fullmatch(r'"(\d{1,9})"', if_match)
    if strong is None:
        raise HTTPException(status.HTTP_412_PRECONDITION_FAILED, "If-Match names no version of this resource.")
    return int(strong[1])


ExpectedVersion = Annotated[int | None, Depends(get_expected_version)]


def unchanged(if_none_match: str | None, current: str) -> bool:
    """Weak comparison, as If-None-Match has it (RFC 9110 section 13.1.2)."""
    given = [tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")]
    return current in given or given == ["*"]
