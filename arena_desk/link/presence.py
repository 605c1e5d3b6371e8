"""What is known of the devices in each judge's seat."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from starlette.requests import HTTPConnection
from starlette.websockets import WebSocket

from arena_desk.link.audience import Audience, audience_of
from arena_desk.link.keyring import Bearer, Role, Throttle
from ui.links import Presence

MESSAGES = 20.0
"""Messages a second that a listener may send."""


@dataclass(eq=False)
class Listener:
    """One open socket. Only the newest message is kept for it, so that a slow one costs nothing.

    A panel that asks for `pings` is greeted with the revision and asked now and then whether it is still there. It may
    name the `device` it runs on, so that two tabs of one telephone are not taken for two.
    """

    socket: WebSocket
    bearer: Bearer | None = None
    pending: str | None = None
    ending: Exception | None = None
    wakes: asyncio.Event = field(default_factory=asyncio.Event)
    pings: bool = False
    ping: tuple[int, float] = (0, 0.0)
    ping_due: bool = False
    device: str = field(default_factory=lambda: str(uuid4()))
    draft: int = 0
    unsent: int = 0
    asleep: bool = False
    throttle: Throttle = field(default_factory=lambda: Throttle(MESSAGES))

    @property
    def audience(self) -> Audience:
        """Which audience it belongs to."""
        return audience_of(self.bearer)

    def end(self, why: Exception) -> None:
        """Have its socket closed by the desk, for this reason."""
        self.ending = why
        self.wakes.set()


class Listeners:
    """Everyone who listens, by audience, in the order in which they came. For the server's loop alone."""

    def __init__(self) -> None:
        self._here: dict[Audience, dict[Listener, None]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._here.values()))

    def audiences(self) -> Collection[Audience]:
        """The audiences that have a listener."""
        return self._here.keys()

    def of(self, audience: Audience) -> list[Listener]:
        """The listeners of an audience."""
        return list(self._here.get(audience, ()))

    def all(self) -> list[Listener]:
        """All listeners."""
        return [listener for here in self._here.values() for listener in here]

    def add(self, listener: Listener) -> None:
        """Note a listener that has come."""
        self._here.setdefault(listener.audience, {})[listener] = None

    def remove(self, listener: Listener) -> None:
        """Forget a listener that has left."""
        here = self._here[listener.audience]
        del here[listener]
        if not here:
            del self._here[listener.audience]

    def seat(self, listener: Listener, bearer: Bearer) -> None:
        """Note whose token a listener has shown, which may change its audience."""
        self.remove(listener)
        listener.bearer = bearer
        self.add(listener)


class Seats:
    """All seats. `on_presence` is told which one changed. May be used from any thread."""

    def __init__(self, on_presence: Callable[[str], None]) -> None:
        self._on_presence = on_presence
        self._known: dict[str, Presence] = {}
        self._lock = Lock()

    def presence(self, judge: str) -> Presence:
        """What is known of a seat now; `seen` in seconds ago."""
        known = self._known.get(judge, Presence())
        return known if known.seen is None else replace(known, seen=max(0.0, time.monotonic() - known.seen))

    def called(self, bearer: Bearer, host: str) -> None:
        """A call with this token came in."""
        if bearer.judge is not None:
            self._note(bearer.judge, host=host)

    def forget(self, judge: str) -> None:
        """The seat has another link, and perhaps another person: nothing is known of its devices yet."""
        with self._lock:
            self._known.pop(judge, None)
        self._on_presence(judge)

    def heard(self, listener: Listener, here: Collection[Listener], **what: Any) -> bool:
        """Note what a listener said, or that it left; `here` are all that listen in its seat now.

        Returns whether the number of devices in the seat has changed.
        """
        bearer = listener.bearer
        if bearer is None or bearer.role is not Role.JUDGE or bearer.judge is None:
            return False
        before = self.presence(bearer.judge).devices
        now = self._note(bearer.judge, **what, **_together(here), host=host_of(listener.socket))
        self._on_presence(bearer.judge)
        return now.devices != before

    def _note(self, judge: str, **what: Any) -> Presence:
        with self._lock:
            known = self._known.get(judge, Presence())
            self._known[judge] = replace(known, seen=time.monotonic(), **what)
            return self._known[judge]


def _together(here: Collection[Listener]) -> dict[str, Any]:
    """The state of a seat from all its devices; once none is left, draft and ballots of the last one stay."""
    if not here:
        return {"devices": 0}
    return {
        "devices": len({each.device for each in here}),
        "draft": max(each.draft for each in here),
        "unsent": max(each.unsent for each in here),
        "asleep": all(each.asleep for each in here),
    }


def host_of(connection: HTTPConnection) -> str:
    """The address or name of this desk that the other side has opened."""
    return urlsplit(f"//{connection.headers.get('host', '')}").hostname or ""
