from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from app.api.problems import reply
from app.schemas.problem import Problem


class ProblemCORSMiddleware(CORSMiddleware):
    """Starlette's, but for a refused preflight, which it answers in plain text."""

    def preflight_response(self, request_headers: Headers) -> Response:
        response = super().preflight_response(request_headers)
        if response.status_code < 400:
            return response
        kept = {name: value for name, value in response.headers.items() if not name.startswith("content-")}
        return reply(Problem(title="Bad Request", status=400, detail=bytes(response.body).decode()), kept)
