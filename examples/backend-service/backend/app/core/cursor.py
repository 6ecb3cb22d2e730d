import base64
import hashlib
import hmac
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from app.core.config import settings
from app.core.errors import Unprocessable

KEY = hashlib.sha256(b"cursor:" + settings.jwt_secret.get_secret_value().encode()).digest()


class InvalidCursor(Unprocessable):
    slug, title = "invalid-cursor", "The cursor is not valid here"


def _tag(payload: bytes, filters: dict[str, Any]) -> bytes:
    return hmac.digest(KEY, payload + json.dumps(filters, sort_keys=True).encode(), "sha256")[:16]


def seal(created_at: datetime, row_id: UUID, filters: dict[str, Any]) -> str:
    """A position in a list, opaque to the client and of use only with the filters that it was made for."""
    payload = f"{created_at.isoformat()} {row_id}".encode()
    return base64.urlsafe_b64encode(_tag(payload, filters) + payload).decode().rstrip("=")


def unseal(cursor: str, filters: dict[str, Any]) -> tuple[datetime, UUID]:
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise InvalidCursor("It was not issued by this API.") from error
    payload = raw[16:]
    if not hmac.compare_digest(raw[:16], _tag(payload, filters)):
        raise InvalidCursor("It was not issued by this API, or for another query.")
    created_at, row_id = payload.decode().split(" ")
    return datetime.fromisoformat(created_at), UUID(row_id)
