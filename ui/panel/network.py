"""Calls to the desk and its "something changed", on one thread of their own with one event loop."""

from __future__ import annotations

import asyncio
import json
import logging
import random
import ssl
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Literal, cast

import httpx
from PySide6.QtCore import QObject, Signal
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from ui.panel.address import Address
from ui.panel.facts import Json

logger = logging.getLogger(__name__)

LIMIT = 8.0
SHORTEST, LONGEST = 0.5, 5.0
SILENCE = 15.0
"""The desk pings every few seconds; after this long a socket is dead without knowing it."""
MOST_BYTES = 64 * 1024
MOST_ANSWERED = 8 * 1024 * 1024
"""Many times what a desk says to a judge of three hundred contestants; only a false desk goes on."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the desk."""

    method: Literal["GET", "PUT", "POST"]
    path: str
    body: Json | None = None


UNABLE = 503
"""The status with which the desk says that its disk takes nothing now."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An honest answer of the desk; a page of somebody else's is none."""

    status: int
    body: Json


def backoff(attempt: int) -> float:
    """Seconds to wait before the next try: doubling up to 5 s, spread out so that panels do not come at once."""
    ceiling = min(LONGEST, SHORTEST * 2 ** min(attempt + 1, 10))
    return random.uniform(SHORTEST, ceiling)


class Network(QObject):
    """The link of one panel. Its methods belong to the GUI thread and return at once.

    Signals:
        answered(int, Answer | None): a call has ended, by its ticket; None where no honest answer came.
        heard(int): something changed at the desk, up to this revision.
        linked(bool): the socket opened or closed.
        shared(int): so many devices are linked to this seat.
    """

    answered = Signal(int, object)
    heard = Signal(int)
    linked = Signal(bool)
    shared = Signal(int)

    def __init__(self, address: Address, device: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address, self._device = address, device
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="panel", daemon=True)
        self._calls: dict[int, asyncio.Task[None]] = {}
        self._tickets = 0
        self._listening: asyncio.Task[None] | None = None
        self._socket: ClientConnection | None = None
        self._said: dict[str, int] = {}
        self._ended = False

    def start(self) -> None:
        """Begin; calls may follow."""
        self._thread.start()

    def call(self, call: Call, language: str) -> int:
        """Make a call; its answer comes with the ticket that is returned."""
        self._tickets += 1
        self._post(self._begin, self._tickets, call, language)
        return self._tickets

    def give_up(self, ticket: int) -> None:
        """Break off a call; no answer of it will come."""
        self._post(self._cancel, ticket)

    def listen(self, wanted: bool) -> None:
        """Open the socket, and again whenever it is lost; or close it."""
        self._post(self._listen, wanted)

    def tell(self, **said: int) -> None:
        """Tell the desk what it may know: how many scores are filled in (`draft`), never which; how many ballots are
        `unsent`; whether the window is `asleep`.
        """
        self._post(self._note, said)

    def stop(self) -> None:
        """End at once; what is under way is broken off, and whatever is asked for later is passed over."""
        self._post(self._loop.stop)
        self._ended = True
        self._thread.join()

    def _post(self, function: Callable[..., object], *arguments: object) -> None:
        if not self._ended:
            self._loop.call_soon_threadsafe(function, *arguments)

    def _run(self) -> None:
        trust = ssl.create_default_context()
        self._client = httpx.AsyncClient(base_url=self._address.desk, timeout=LIMIT, trust_env=False, verify=trust)
        self._trust = trust if self._address.desk.startswith("https") else None
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._end())
            self._loop.close()

    async def _end(self) -> None:
        for task in self._others():
            task.cancel()
        await asyncio.gather(*self._others(), return_exceptions=True)
        await self._client.aclose()
        await self._loop.shutdown_asyncgens()
        while True:  # whatever read an answer that was broken off is closed by a task of its own, which begins after it
            await asyncio.sleep(0)
            if not (others := self._others()):
                return
            await asyncio.gather(*others, return_exceptions=True)

    def _others(self) -> set[asyncio.Task[Any]]:
        return asyncio.all_tasks() - {asyncio.current_task()}

    def _begin(self, ticket: int, call: Call, language: str) -> None:
        task = self._calls[ticket] = self._task(self._answer(ticket, call, language))
        task.add_done_callback(lambda _: self._calls.pop(ticket, None))

    def _task(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return self._loop.create_task(work)

    def _cancel(self, ticket: int) -> None:
        if ticket in self._calls:
            self._calls[ticket].cancel()

    async def _answer(self, ticket: int, call: Call, language: str) -> None:
        answer = None
        try:
            async with asyncio.timeout(LIMIT):
                answer = _honest(*await self._exchange(call, language))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, TimeoutError, ValueError) as error:
            logger.info("the desk does not answer: %r", error)
        self.answered.emit(ticket, answer)

    async def _exchange(self, call: Call, language: str) -> tuple[int, bytes]:
        """Status and body, as they come: what is packed could be a thousand times as large as what came."""
        asks = {"Accept": "application/json", "Accept-Encoding": "identity", "Accept-Language": language}
        body = bytearray()
        headers = {**asks, **self._authorization()}
        async with (
            self._client.stream(call.method, call.path, headers=headers, json=call.body) as answer,
            aclosing(cast("AsyncGenerator[bytes, None]", answer.aiter_raw())) as pieces,
        ):
            async for piece in pieces:
                body += piece
                if len(body) > MOST_ANSWERED:
                    raise ValueError("an answer without end")
        return answer.status_code, bytes(body)

    def _authorization(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._address.token}"} if self._address.token else {}

    def _listen(self, wanted: bool) -> None:
        if self._listening:
            self._listening.cancel()
        self._listening = self._task(self._follow()) if wanted else None

    async def _follow(self) -> None:
        """Keep a socket open; after each loss wait a little longer."""
        attempt = 0
        while True:
            if await self._one_socket():
                attempt = 0
            await asyncio.sleep(backoff(attempt))
            attempt += 1

    async def _one_socket(self) -> bool:
        """Follow one socket until it is lost; whether it ever opened."""
        opened = False
        address = self._address.desk.replace("http", "ws", 1) + "/api/live"
        try:
            async with connect(
                address,
                proxy=None,
                ssl=self._trust,
                open_timeout=LIMIT,
                close_timeout=1,
                ping_interval=None,
                max_size=MOST_BYTES,
            ) as socket:
                await socket.send(json.dumps(self._greeting()))
                opened, self._socket = True, socket
                self.linked.emit(True)
                await self._say(self._said)
                await self._hear(socket)
        except (OSError, TimeoutError, TypeError, ValueError, WebSocketException) as error:
            logger.info("the socket to the desk is closed: %r", error)
        finally:
            self._socket = None
            if opened:
                self.linked.emit(False)
        return opened

    async def _hear(self, socket: ClientConnection) -> None:
        # WORKAROUND: not `asyncio.wait_for`, which before Python 3.12 loses a cancellation that comes together with a
        # message; the window would wait for this for ever as it closes.
        while True:
            async with asyncio.timeout(SILENCE):
                message = json.loads(await socket.recv())
            if "ping" in message:
                await socket.send(json.dumps({"pong": message["ping"]}))
            if "devices" in message:
                self.shared.emit(int(message["devices"]))
            if "revision" in message:
                self.heard.emit(int(message["revision"]))

    def _greeting(self) -> Json:
        greeting: Json = {"token": self._address.token, "pings": True}
        return {**greeting, "device": self._device} if self._device else greeting

    def _note(self, said: dict[str, int]) -> None:
        news = {key: value for key, value in said.items() if self._said.get(key) != value}
        self._said.update(news)
        self._task(self._say(news))

    async def _say(self, said: dict[str, int]) -> None:
        if self._socket is None or not said:
            return
        try:
            await self._socket.send(json.dumps(said))
        except WebSocketException as error:
            logger.info("the desk was not told of a draft: %r", error)


def _honest(status: int, said: bytes) -> Answer | None:
    """The answer if it is the desk's own: a captive portal or a proxy answers with a page."""
    try:
        body = json.loads(said)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict):
        return None
    refused = (status >= 500 and not _is_unable(status, body)) or status in {408, 425}
    return None if refused else Answer(status, body)


def _is_unable(status: int, body: Json) -> bool:
    return status == UNABLE and body.get("error") == "storage"
