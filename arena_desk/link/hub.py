"""Who is listening, and telling them that something changed (link.md, `WS /api/live`).

Everything here runs on the server's event loop; `publish` is the way in from other threads.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from arena_desk.link.audience import Audience, Revisions, concerned
from arena_desk.link.keyring import Bearer, Keyring
from arena_desk.link.own_ballots import OwnBallots
from arena_desk.link.presence import Listener, Listeners, Seats
from scoring.moment import screen_now
from storage.contest_file import Change, ContestFile
from storage.journal import Record
from storage.seats import SEATS
from ui.links import Presence

logger = logging.getLogger(__name__)

PING_SECONDS = 5.0
SLOW_SECONDS = 10.0
"""How long a listener may take to accept one message."""
RECEIPTS_FIRST_SECONDS = 0.004
"""How long listeners wait for a change, and those after it join them: whoever made it gets the receipt before."""
AT_ONCE = 16
"""How many listeners are told before the loop looks for what has come meanwhile."""
MOST_LISTENERS = 4000
MOST_COUNTED = 1000
LONGEST_DEVICE = 64


class Ended(Exception):
    """The desk closes a socket: with this code, for this reason (RFC 6455, 7.4)."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


def _not_understood() -> Ended:
    return Ended(1003, "not a JSON object")


def _dead() -> Ended:
    return Ended(4401, "the link is not valid any more")


class Hub:
    """All listeners of one desk, and what is known of each judge's devices."""

    def __init__(self, file: ContestFile, keyring: Keyring, on_presence: Callable[[str], None]) -> None:
        self._file, self._keyring = file, keyring
        self.revisions, self.own_ballots = Revisions(file), OwnBallots(file)
        self._seats = Seats(on_presence)
        self._listeners = Listeners()
        self._news: list[Record] = []
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> None:
        """Note the loop; called on it."""
        self._loop = asyncio.get_running_loop()

    def publish(self, change: Change) -> None:
        """Subscriber of the file, on any thread: tell the listeners that are concerned."""
        self.revisions.on_change(change)
        self.own_ballots.on_change(change)
        loop = self._loop
        if loop is not None and not loop.is_closed():
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._note_news, loop, change.records)

    def _note_news(self, loop: asyncio.AbstractEventLoop, records: Sequence[Record]) -> None:
        if not self._news:
            loop.call_later(RECEIPTS_FIRST_SECONDS, self._publish)
        self._news += records
        renewed = [record.after["judge"] for record in records if record.what in SEATS]
        if renewed:
            self._drop_dead()
        for judge in renewed:
            self._seats.forget(judge)

    def _publish(self) -> None:
        news, self._news = self._news, []
        contest = self._file.contest
        here = self._listeners.audiences()
        for audience in {each for record in news for each in concerned(here, record, contest)}:
            self._tell(audience, *self._listeners.of(audience))

    def _tell(self, audience: Audience, *listeners: Listener) -> None:
        stage = screen_now(self._file.contest).value
        news = json.dumps({"revision": self.revisions.of(audience), "stage": stage})
        for listener in listeners:
            listener.pending = news
        _wake(listeners)

    def _drop_dead(self) -> None:
        for listener in self._listeners.all():
            if listener.bearer and self._keyring.bearer(listener.bearer.token) is None:
                listener.end(_dead())

    async def serve(self, socket: WebSocket) -> None:
        """Serve one socket until it closes, its token dies or the desk stops."""
        await socket.accept()
        self._make_room()
        listener = Listener(socket)
        self._listeners.add(listener)
        try:
            end = await self._attend(listener)
        finally:
            self._listeners.remove(listener)
            self._heard(listener)
        if end is not None:
            await _close(socket, end)

    def _make_room(self) -> None:
        """Where the hall is full, the one without a token that has listened longest goes."""
        if len(self._listeners) >= MOST_LISTENERS:
            for oldest in self._listeners.of(None)[:1]:
                oldest.end(Ended(1013, "too many listeners"))

    async def _attend(self, listener: Listener) -> Ended | None:
        """Send and receive until one of the two ends: why the desk ends it, or None where the other side left."""
        tasks = [asyncio.create_task(self._send(listener)), asyncio.create_task(self._receive(listener))]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            return next((end for task in done if (end := _ending(task, listener.socket))), None)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _receive(self, listener: Listener) -> None:
        while True:
            text = (await listener.socket.receive()).get("text")
            if listener.socket.client_state is WebSocketState.DISCONNECTED:
                return
            if not listener.throttle.lets(""):
                raise Ended(1008, "too many messages")
            self._take(listener, _read(text))

    def _take(self, listener: Listener, message: dict[str, Any]) -> None:
        if message.get("pings") is True:
            listener.pings = True
        if "token" in message:
            self._greet(listener, message)
        elif listener.bearer is not None:
            self._note(listener, message)

    def _greet(self, listener: Listener, message: dict[str, Any]) -> None:
        bearer = self._keyring.bearer(str(message["token"]))
        if bearer is None:
            raise _dead()
        if listener.bearer not in (None, bearer):
            raise Ended(1008, "a socket is for one link")
        self._listeners.seat(listener, bearer)
        device = message.get("device")
        if isinstance(device, str) and 0 < len(device) <= LONGEST_DEVICE:
            listener.device = device
        if listener.pings:
            self._tell(listener.audience, listener)
            listener.ping_due = True
        self._heard(listener)

    def _note(self, listener: Listener, message: dict[str, Any]) -> None:
        """What a panel says of itself: it is there, how far a draft is, what waits to be sent, whether it sleeps."""
        heard: dict[str, Any] = {}
        number, sent = listener.ping
        if message.get("pong") == number and number:
            heard["round_trip"] = (time.monotonic() - sent) * 1000
        listener.draft = _count(message.get("draft"), listener.draft)
        listener.unsent = _count(message.get("unsent"), listener.unsent)
        if isinstance(message.get("asleep"), bool):
            listener.asleep = message["asleep"]
        self._heard(listener, **heard)

    def _heard(self, listener: Listener, **heard: Any) -> None:
        """Note it; the other panels of a seat are told at once when a device comes or goes. One whose link is dead says
        nothing of the seat any more, not even by leaving.
        """
        if listener.ending is not None:
            return
        together = [each for each in self._listeners.of(listener.audience) if each.ending is None]
        if self._seats.heard(listener, together, **heard):
            for each in together:
                each.ping_due = True
                each.wakes.set()

    async def _send(self, listener: Listener) -> None:
        while True:
            await _wait(listener)
            if listener.ending is not None:
                raise listener.ending
            message, listener.pending = listener.pending, None
            if message is not None:
                await _deliver(listener.socket, message)
            if listener.pings and listener.ping_due:
                await _deliver(listener.socket, json.dumps(self._ping(listener)))

    def _ping(self, listener: Listener) -> dict[str, Any]:
        listener.ping_due = False
        listener.ping = (listener.ping[0] + 1, time.monotonic())
        ping = {"ping": listener.ping[0]}
        judge = listener.bearer.judge if listener.bearer else None
        return {**ping, "devices": self.presence(judge).devices} if judge else ping

    async def stop(self) -> None:
        """Close every socket, so that the server can stop."""
        listeners, self._loop = self._listeners.all(), None
        await asyncio.gather(*(listener.socket.close(1001) for listener in listeners), return_exceptions=True)

    def presence(self, judge: str) -> Presence:
        """What is known of a seat now; `seen` in seconds ago. May be called from any thread."""
        return self._seats.presence(judge)

    def called(self, bearer: Bearer, host: str) -> None:
        """A call with this token came in, to this address of the desk. May be called from any thread."""
        self._seats.called(bearer, host)


def _wake(listeners: Sequence[Listener]) -> None:
    """Let them say what is pending, some at a time: a ballot that comes while a whole hall is told gets in between."""
    for listener in listeners[:AT_ONCE]:
        listener.wakes.set()
    if later := listeners[AT_ONCE:]:
        asyncio.get_running_loop().call_soon(_wake, later)


def _read(text: str | None) -> dict[str, Any]:
    try:
        message = json.loads(text or "")
    except (ValueError, RecursionError):
        raise _not_understood() from None
    if not isinstance(message, dict):
        raise _not_understood()
    return message


def _count(value: object, known: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST_COUNTED else known


async def _wait(listener: Listener) -> None:
    """Until there is something to say, or it is time to ask whether the other side is still there."""
    # WORKAROUND: not `asyncio.wait_for`, which before Python 3.12 loses a cancellation that comes together with what
    # was waited for; the listener would never be done with.
    try:
        async with asyncio.timeout(PING_SECONDS):
            await listener.wakes.wait()
    except TimeoutError:
        listener.ping_due = True
    listener.wakes.clear()


async def _deliver(socket: WebSocket, text: str) -> None:
    try:
        async with asyncio.timeout(SLOW_SECONDS):
            await socket.send_text(text)
    except TimeoutError:
        raise Ended(1008, "too slow") from None


def _ending(task: asyncio.Task[None], socket: WebSocket) -> Ended | None:
    """Why the desk has to end a socket whose sending or receiving has come to an end; None where it is closed."""
    error = task.exception()
    if isinstance(error, Ended):
        return error
    closed = WebSocketState.DISCONNECTED in (socket.client_state, socket.application_state)
    if error is None or isinstance(error, WebSocketDisconnect) or closed:
        return None
    logger.error("a listener could not be served", exc_info=error)
    return Ended(1011, "the desk failed")


async def _close(socket: WebSocket, end: Ended) -> None:
    """A slow one may not even take its farewell: the connection is given up then."""
    with contextlib.suppress(TimeoutError, WebSocketDisconnect, RuntimeError):
        async with asyncio.timeout(SLOW_SECONDS):
            await socket.close(end.code, end.reason)
