import logging
import re
import time
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.logging import request_id

logger = logging.getLogger("app.access")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")


class RequestContextMiddleware:
    """Gives each request an id, which the log and the response carry, and writes its one line of log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        this = given if UUID.fullmatch(given) else str(uuid4())
        trace = TRACEPARENT.fullmatch(headers.get("traceparent", ""))
        status, start = 500, time.perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = this
            await send(message)

        token = request_id.set(this)
        try:
            await self.app(scope, receive, send_with_id)
        finally:
            fields = {
                "method": scope["method"],
                "operation": getattr(scope.get("endpoint"), "__name__", "unmatched"),
                "status": status,
                "duration_ms": round((time.perf_counter() - start) * 1000, 1),
                "trace_id": trace and trace[1],
                "user": scope.get("state", {}).get("user"),
            }
            logger.info("request", extra={"fields": fields})
            request_id.reset(token)
