"""The other side of the link: a hundred panels and whoever listens, in a process of their own.

`Hall` is driven by `tests.benchmarks.load`; ballots are timed from being sent to their receipt, and to the moment at
which each of the live subscribers has heard of them.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from bisect import bisect_left
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.caller import Caller

Loop: TypeAlias = Literal["closed", "paced"]
Send: TypeAlias = Callable[["Panel"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Stored:
    """A ballot with its receipt: whose, when the desk stored it, the record, when it was sent and acknowledged."""

    judge: str
    stored_at: str
    revision: int
    sent: float
    acknowledged: float


@dataclass
class Listener:
    """A live subscriber: which revisions it heard of, and when."""

    socket: ClientConnection
    revisions: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    async def listen(self) -> None:
        """Note what comes until the socket is closed."""
        async for text in self.socket:
            self.revisions.append(json.loads(text).get("revision", 0))
            self.times.append(time.monotonic())

    def heard(self, revision: int) -> float | None:
        """When it had heard of a revision: of this one, or of a later one."""
        place = bisect_left(self.revisions, revision)
        return self.times[place] if place < len(self.times) else None


class Panel:
    """One judge's panel: a call at a time, a socket that answers pings, and the ballot stored last."""

    def __init__(self, port: int, judge: str, token: str, floor: int) -> None:
        self.judge = judge
        self._desk, self._floor, self._token = Caller(port, token), Caller(floor), token
        self._port = port
        self._chance = random.Random(judge)
        self._entry, self._version = "", 0
        self._criteria: list[dict[str, Any]] = []
        self._last: str | None = None
        self.stored: list[Stored] = []
        self.floors: list[float] = []

    async def look(self) -> None:
        """Read the panel, as it does after every ballot and every word from the desk."""
        seen = await self._desk.need("GET", "/api/panel")
        self._entry, self._version = seen["entry"]["code"], seen["entry"]["version"]
        self._criteria = seen["criteria"]

    async def attend(self) -> None:
        """Hold the socket and answer pings."""
        async with connect(f"ws://127.0.0.1:{self._port}/api/live", proxy=None) as socket:
            await socket.send(json.dumps({"token": self._token, "pings": True, "device": self.judge}))
            async for text in socket:
                said = json.loads(text)
                if "ping" in said:
                    await socket.send(json.dumps({"pong": said["ping"]}))

    async def send(self) -> None:
        """Send a ballot in place of the one before."""
        ballot = self._ballot()
        answer = await self._desk.call("PUT", f"/api/ballots/{self._entry}", ballot)
        if answer.status != 201:
            raise RuntimeError(f"{answer.status} {answer.body}")
        self._last = ballot["ballot_id"]
        said = answer.body
        self.stored.append(Stored(self.judge, said["stored_at"], said["revision"], answer.sent, answer.whole))

    async def send_to_floor(self) -> None:
        """The same bytes to the floor."""
        answer = await self._floor.call("PUT", "/ballot", self._ballot())
        if answer.status != 201:
            raise RuntimeError(str(answer.status))
        self.floors.append(answer.seconds)

    def _ballot(self) -> dict[str, Any]:
        scores = {each["key"]: str(self._chance.randrange(int(each["max"]) // 2, int(each["max"]))) for each in self._criteria}
        return {"ballot_id": str(uuid4()), "version": self._version, "scores": scores, "replaces": self._last}

    def close(self) -> None:
        """Hang up."""
        self._desk.close()
        self._floor.close()


async def run(panels: Iterable[Panel], send: Send, loop: Loop, seconds: float) -> None:
    """Let all panels send for so long: back to back, or one ballot a second each, spread over the second."""
    panels = list(panels)
    begun = time.monotonic()
    paces = (_paced(panel, send, begun + place / len(panels), seconds) for place, panel in enumerate(panels))
    closed = (_closed(panel, send, begun + seconds) for panel in panels)
    await asyncio.gather(*(closed if loop == "closed" else paces))


async def _closed(panel: Panel, send: Send, end: float) -> None:
    while time.monotonic() < end:
        await send(panel)


async def _paced(panel: Panel, send: Send, begin: float, seconds: float) -> None:
    for number in range(round(seconds)):
        await asyncio.sleep(max(0.0, begin + number - time.monotonic()))
        await send(panel)
