"""Whether devices of other machines have come, and whether this desk can be reached at all under its own address."""

from __future__ import annotations

import socket

from starlette.types import ASGIApp, Receive, Scope, Send

from arena_desk.link.guard import is_this_machine

MOST = 1000
PROBE_SECONDS = 2.0


class Visitors:
    """Counts the addresses of other machines that asked anything, also what was refused: they reached the desk."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._seen: set[str] = set()

    def __len__(self) -> int:
        return len(self._seen)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        if client and not is_this_machine(scope) and len(self._seen) < MOST:
            self._seen.add(client[0])
        await self._app(scope, receive, send)


def answers(host: str, port: int) -> bool:
    """Whether the desk takes a call at this address of its own. What other machines meet on their way, a firewall for
    instance, may still be shut to them.
    """
    try:
        with socket.create_connection((host, port), PROBE_SECONDS):
            return True
    except OSError:
        return False
