"""What a request must pass before anything else sees it: host, origin, token, rate and size (link.md, guarantee 9).

Plain ASGI, so that 401 and 403 are answered before the body is read.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from arena_desk.link.keyring import Bearer, Keyring, Role, Throttle
from arena_desk.link.problems import FOREIGN, HERE_ONLY, problem

MOST_BYTES = 256 * 1024
POLICY = (
    "default-src 'self'; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'"
)
SAFE_HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
]
_HOST = re.compile(r"([\w.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
_ROLES = (
    ("/api/panel", Role.JUDGE),
    ("/api/ballots", Role.JUDGE),
    ("/api/desk", Role.OPERATOR),
    ("/api/host", Role.HOST),
)


class TooLarge(Exception):
    """The body goes on past the limit."""


class Guard:
    """Wraps the application. Sets `scope["bearer"]` where a call needs one."""

    def __init__(
        self, app: ASGIApp, keyring: Keyring, *, names: Collection[str] = (), desk_from_anywhere: bool = False
    ) -> None:
        self._app, self._keyring = app, keyring
        self._throttle = Throttle()
        self._names = {name.lower() for name in (*names, *own_names())}
        self._anywhere = desk_from_anywhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        refusal = self._refusal(scope, connection)
        if scope["type"] == "websocket":
            if refusal is not None:
                await send({"type": "websocket.close", "code": 1008})
                return
            await self._app(scope, receive, send)
            return
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        await self._app(scope, _limited(receive), _with_headers(send))

    def _refusal(self, scope: Scope, connection: HTTPConnection) -> Response | None:
        headers = connection.headers
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._is_ours(scope, hosts[0]) or not _same_origin(headers):
            return problem(403, connection, text=FOREIGN, code="foreign")
        role = next((role for prefix, role in _ROLES if _under(scope["path"], prefix)), None)
        if role is None:
            return None
        bearer = self._bearer(headers)
        if bearer is None:
            return problem(401, connection)
        if bearer.role is not role:
            return problem(403, connection)
        if role is Role.OPERATOR and not self._anywhere and not is_this_machine(scope):
            return problem(403, connection, text=HERE_ONLY, code="not_here")
        if role is not Role.OPERATOR and not self._throttle.lets(bearer.token):
            return problem(429, connection)
        scope["bearer"] = bearer
        return None

    def _bearer(self, headers: Headers) -> Bearer | None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        return self._keyring.bearer(token.strip()) if scheme.lower() == "bearer" else None

    def _is_ours(self, scope: Scope, host: str) -> bool:
        """Whether the Host header names this machine: the address that was called, or one of its names."""
        name = (urlsplit(f"//{host}").hostname or "").lower() if _HOST.fullmatch(host) else ""
        server = scope.get("server")
        return name in self._names or (server is not None and _same_address(name, server[0]))


def own_names() -> list[str]:
    """The names under which this machine may be called."""
    host = socket.gethostname().lower()
    return ["localhost", host, f"{host.split('.')[0]}.local"]


def is_this_machine(scope: Scope) -> bool:
    """Whether a call comes from this machine: from the loopback, or from the very address it was sent to."""
    client, server = scope.get("client"), scope.get("server")
    if client is None or server is None:
        return False
    return _is_loopback(client[0]) or _same_address(client[0], server[0])


@lru_cache(maxsize=4096)
def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def _same_address(one: str, other: str) -> bool:
    try:
        return ipaddress.ip_address(one) == ipaddress.ip_address(other)
    except ValueError:
        return False


def _same_origin(headers: Headers) -> bool:
    """A browser's page may only call the desk it came from."""
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
    except ValueError:
        return False


def _under(path: str, prefix: str) -> bool:
    return path == prefix or path.startswith(prefix + "/")


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            raise TooLarge
        return message

    return limited


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            known = {name for name, _ in message["headers"]}
            extra = [(name, value) for name, value in SAFE_HEADERS if name not in known]
            message = {**message, "headers": [*message["headers"], *extra]}
        await send(message)

    return sending
