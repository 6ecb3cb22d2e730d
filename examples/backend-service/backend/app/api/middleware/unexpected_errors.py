from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.problems import unexpected


class UnexpectedErrorMiddleware:
    """Answers what no handler expected. A handler for Exception would do it outside CORS and without a request id."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception as error:
            if started or scope["type"] != "http":
                raise
            await unexpected(error)(scope, receive, send)
