"""How long and how much the link takes before a request is whole, so that dawdlers never keep a judge's ballot out."""

from __future__ import annotations

from asyncio import BaseTransport, TimerHandle, Transport
from typing import Any, cast

from starlette.requests import HTTPConnection
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from arena_desk.link.problems import problem

REQUEST_SECONDS = 20.0
"""How long a request may take to arrive, on a network that loses every tenth packet as well."""
MOST_HEAD = 64 * 1024


class Patience(HttpToolsProtocol):
    """One connection. A request must be whole in time, and its head short; what is none is refused as JSON."""

    _deadline: TimerHandle | None = None
    _head = 0
    _in_head = True

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(cast("Transport", transport))
        self._begin_waiting()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_waiting()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begin_waiting()

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._end_waiting()
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        self._end_waiting()
        super().handle_websocket_upgrade()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._in_head:
            self._head += len(data)
            if self._head > MOST_HEAD:
                self._refuse(431)

    def send_400_response(self, msg: str) -> None:
        self._refuse(400)

    def _begin_waiting(self) -> None:
        self._end_waiting()
        self._head, self._in_head = 0, True
        self._deadline = self.loop.call_later(REQUEST_SECONDS, self._refuse, 408)

    def _end_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _refuse(self, status: int) -> None:
        """Say why, unless an answer is under way, and hang up."""
        if self.transport.is_closing():
            return
        if self.cycle is None or self.cycle.response_complete:
            scope: dict[str, Any] = {"type": "http", "headers": self.headers or []}
            answer = problem(status, HTTPConnection(scope))
            head = [STATUS_LINE[status], *(b"%s: %s\r\n" % header for header in answer.raw_headers)]
            self.transport.write(b"".join([*head, b"connection: close\r\n\r\n", bytes(answer.body)]))
        self.transport.close()
