"""Who is listening, and telling them that something changed (link.md, `WS /api/live`).

Everything here runs on the server's event loop; `publish` is the way in from other threads.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from arena_desk.link.keyring import Bearer, Keyring, Role
from scoring.contest import Contest
from scoring.projection import screen_now
from storage.contest_file import Change, ContestFile
from storage.journal import Record
from ui.links import Presence

PING_SECONDS = 5.0
MOST_LISTENERS = 4000
_BALLOTS = {"ballot", "return-ballot"}
_SEATS = {"reissue", "substitute"}
_OWN_MARKS = {"judge-absent", "judge-left", "recuse"}
_OF_ENTRY = {"adjust", "recuse"}
_NOT_FOR_JUDGES = {"reveal", "unreveal", "show", "clock", "adjust", "component", "draw", "group-void"}


@dataclass(eq=False)
class Listener:
    """One open socket. Only the newest message is kept for it, so that a slow one costs nothing.

    A panel that asks for `pings` is greeted with the revision and asked now and then whether it is still there.
    """

    socket: WebSocket
    bearer: Bearer | None = None
    pending: dict[str, Any] | None = None
    wakes: asyncio.Event = field(default_factory=asyncio.Event)
    pings: bool = False
    ping: tuple[int, float] = (0, 0.0)


class Hub:
    """All listeners of one desk, and what is known of each judge's devices."""

    def __init__(self, file: ContestFile, keyring: Keyring, on_presence: Callable[[str], None]) -> None:
        self._file, self._keyring, self._on_presence = file, keyring, on_presence
        self._listeners: set[Listener] = set()
        self._presence: dict[str, Presence] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> None:
        """Note the loop; called on it."""
        self._loop = asyncio.get_running_loop()

    def publish(self, change: Change) -> None:
        """Subscriber of the file, on any thread: tell the listeners that are concerned."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._publish, change)

    def _publish(self, change: Change) -> None:
        contest = self._file.contest
        message = self._message(contest)
        for listener in tuple(self._listeners):
            if any(concerns(listener.bearer, record, contest) for record in change.records):
                listener.pending = message
                listener.wakes.set()
        if any(record.what in _SEATS for record in change.records):
            self._drop_dead()

    def _message(self, contest: Contest) -> dict[str, Any]:
        return {"revision": contest.revision, "stage": screen_now(contest).value}

    def _drop_dead(self) -> None:
        for listener in tuple(self._listeners):
            if listener.bearer and self._keyring.bearer(listener.bearer.token) is None:
                listener.pending = {}
                listener.wakes.set()

    async def serve(self, socket: WebSocket) -> None:
        """Serve one socket until it closes, its token dies or the desk stops."""
        await socket.accept()
        if len(self._listeners) >= MOST_LISTENERS:
            await socket.close(1013)
            return
        listener = Listener(socket)
        self._listeners.add(listener)
        sender = asyncio.ensure_future(self._send(listener))
        try:
            await self._receive(listener)
        except (WebSocketDisconnect, ValueError, KeyError, RuntimeError):
            pass
        finally:
            self._listeners.discard(listener)
            sender.cancel()
            self._note_gone(listener)

    async def _receive(self, listener: Listener) -> None:
        while True:
            message = json.loads(await listener.socket.receive_text())
            if not isinstance(message, dict):
                raise ValueError(message)
            if message.get("pings") is True:
                listener.pings = True
            if "token" in message:
                await self._greet(listener, str(message["token"]))
            elif listener.bearer is not None:
                self._heard(listener, message)

    async def _greet(self, listener: Listener, token: str) -> None:
        bearer = self._keyring.bearer(token)
        if bearer is None:
            await listener.socket.close(4401)
            raise WebSocketDisconnect(4401)
        listener.bearer = bearer
        if listener.pings:
            listener.pending = self._message(self._file.contest)
            listener.wakes.set()
        self._changed(bearer, devices=self._devices(bearer.judge))

    def _heard(self, listener: Listener, message: dict[str, Any]) -> None:
        assert listener.bearer is not None
        number, sent = listener.ping
        if message.get("pong") == number and number:
            self._changed(listener.bearer, round_trip=(time.monotonic() - sent) * 1000)
        draft = message.get("draft")
        if isinstance(draft, int) and not isinstance(draft, bool) and 0 <= draft < 1000:
            self._changed(listener.bearer, draft=draft)

    async def _send(self, listener: Listener) -> None:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            while True:
                await self._wait(listener)
                message, listener.pending = listener.pending, None
                if message == {}:
                    await listener.socket.close(4401)
                    return
                if message is None and not listener.pings:
                    continue
                if message is None:
                    listener.ping = (listener.ping[0] + 1, time.monotonic())
                    message = {"ping": listener.ping[0]}
                await listener.socket.send_text(json.dumps(message))

    async def _wait(self, listener: Listener) -> None:
        """Until there is something to say, or it is time to ask whether the other side is still there."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(listener.wakes.wait(), PING_SECONDS)
        listener.wakes.clear()

    async def stop(self) -> None:
        """Close every socket, so that the server can stop."""
        listeners, self._loop = tuple(self._listeners), None
        await asyncio.gather(*(listener.socket.close(1001) for listener in listeners), return_exceptions=True)

    def presence(self, judge: str) -> Presence:
        """What is known of a seat now; `seen` in seconds ago. May be called from any thread."""
        known = self._presence.get(judge, Presence())
        return known if known.seen is None else replace(known, seen=max(0.0, time.monotonic() - known.seen))

    def seen(self, bearer: Bearer) -> None:
        """A call with this token came in. May be called from any thread."""
        self._changed(bearer, quietly=True)

    def _note_gone(self, listener: Listener) -> None:
        if listener.bearer:
            self._changed(listener.bearer, devices=self._devices(listener.bearer.judge))

    def _devices(self, judge: str | None) -> int:
        return sum(each.bearer is not None and each.bearer.judge == judge for each in self._listeners)

    def _changed(self, bearer: Bearer, *, quietly: bool = False, **what: Any) -> None:
        if bearer.role is Role.JUDGE and bearer.judge is not None:
            known = self._presence.get(bearer.judge, Presence())
            self._presence[bearer.judge] = replace(known, seen=time.monotonic(), **what)
            if not quietly:
                self._on_presence(bearer.judge)


def concerns(bearer: Bearer | None, record: Record, contest: Contest) -> bool:
    """Whether a listener hears of a record; nobody learns of another judge's ballot (link.md, guarantee 7)."""
    match bearer.role if bearer else None:
        case Role.OPERATOR:
            return True
        case Role.JUDGE:
            assert bearer is not None
            return _concerns_judge(bearer.judge, record)
        case Role.HOST:
            return record.what not in _BALLOTS | _SEATS or _is_revealed(record, contest)
        case _:
            return _is_public(record, contest)


def _concerns_judge(judge: str | None, record: Record) -> bool:
    if record.what in _BALLOTS | _SEATS:
        return bool(record.after["judge"] == judge)
    if record.what in _OWN_MARKS:
        return bool(record.after["subject"] == judge)
    return record.what not in _NOT_FOR_JUDGES


def _is_public(record: Record, contest: Contest) -> bool:
    if record.what == "reveal":
        return bool(record.after["to"] == "all")
    if record.what in _BALLOTS | _OF_ENTRY:
        return _is_revealed(record, contest)
    return record.what not in _SEATS


def _is_revealed(record: Record, contest: Contest) -> bool:
    """Whether a record is about an entry that everyone has seen, which may now be under review."""
    code = record.after.get("entry") or record.after.get("contestant") or ""
    entry = contest.live_round.entry(code)
    return entry is not None and entry.revealed is not None
