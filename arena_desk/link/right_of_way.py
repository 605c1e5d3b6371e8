"""Ballots have the right of way: windows and link share one interpreter, and the windows can wait."""

from __future__ import annotations

import asyncio
import threading

from starlette.types import ASGIApp, Receive, Scope, Send

ARRIVES_SECONDS = 0.001
"""How long a receipt that has left is still on its way: what takes it in may run on this machine, and would find its
processors taken by the windows that go on at the same moment.
"""


class RightOfWay:
    """Knows whether a ballot or its receipt is on its way, and lets other threads wait for it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._under_way = 0
        self._clear = threading.Event()
        self._clear.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "PUT":
            await self._app(scope, receive, send)
            return
        self._under_way += 1
        self._clear.clear()
        try:
            await self._app(scope, receive, send)
        finally:
            asyncio.get_running_loop().call_later(ARRIVES_SECONDS, self._arrived)

    def _arrived(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._clear.set()

    def wait(self, seconds: float) -> None:
        """Until no ballot is on its way, but no longer than this. May be called from any thread."""
        self._clear.wait(seconds)
