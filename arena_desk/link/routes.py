"""What the endpoints of the link are given: whose token it is, the body, and a shorter way for those in a hurry."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from fastapi.routing import APIRoute
from starlette.routing import request_response

from arena_desk.link.bodies import Body, read_body
from arena_desk.link.keyring import Bearer

SentBody = Annotated[Body, Depends(read_body)]


async def bearer_of(request: Request) -> Bearer:
    """Whose token the guard has found. Not a plain function: those are sent to a thread each time."""
    bearer: Bearer = request.scope["bearer"]
    return bearer


Token = Annotated[Bearer, Depends(bearer_of)]


class DirectRoute(APIRoute):
    """A route whose endpoint takes the request and the names in the path, and nothing that would have to be worked out:
    in the document as all others, but called at once, in half the time.
    """

    def __init__(self, path: str, endpoint: Callable[..., Awaitable[Response]], **options: Any) -> None:
        super().__init__(path, endpoint, **options)

        async def answered(request: Request) -> Response:
            return await endpoint(request=request, **request.path_params)

        self.app = request_response(answered)
