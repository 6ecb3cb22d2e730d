from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimitMiddleware:
    """Refuses a body by its announced length, or as soon as more has come in. Raised from `receive`: it gets handled."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "")
        size = int(length) if length.isdecimal() else 0
        received = 0

        async def limited() -> Message:
            nonlocal received
            if size <= self.max_bytes:
                message = await receive()
                received += len(message.get("body", b""))
            if max(size, received) > self.max_bytes:
                raise HTTPException(413, f"At most {self.max_bytes} bytes.")
            return message

        await self.app(scope, limited, send)
