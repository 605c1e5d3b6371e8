"""The other side of the link, for a process of its own: panels, and whoever else listens."""

from __future__ import annotations

import asyncio
import json
import random
import time
from bisect import bisect_left
from collections.abc import Awaitable, Callable, Sequence
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
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        """Note what comes until the socket is closed."""
        async for text in self.socket:
            self.revisions.append(json.loads(text).get("revision", 0))
            self.times.append(time.monotonic())
            self._news.set()

    def heard(self, revision: int) -> float | None:
        """When it had heard of a revision: of this one, or of a later one."""
        place = bisect_left(self.revisions, revision)
        return self.times[place] if place < len(self.times) else None

    async def until(self, revision: int) -> float:
        """Wait until it has heard of a revision; gives the time."""
        while (at := self.heard(revision)) is None:
            self._news.clear()
            await self._news.wait()
        return at


async def listener(port: int, token: str = "") -> Listener:
    """Somebody who listens to the desk, with a token or as anybody may."""
    socket = await connect(f"ws://127.0.0.1:{port}/api/live", proxy=None, open_timeout=60)
    if token:
        await socket.send(json.dumps({"token": token}))
    return Listener(socket)


class Panel:
    """One judge's panel: a call at a time, a socket that answers pings, and the ballot stored last."""

    def __init__(self, port: int, floor: int, judge: str, token: str) -> None:
        self._judge, self._token, self._port = judge, token, port
        self._desk, self._floor = Caller(port, token), Caller(floor)
        self._chance = random.Random(judge)
        self._seen: dict[str, Any] = {}
        self._last: str | None = None
        self.stored: list[Stored] = []
        self.floors: list[float] = []

    async def look(self) -> None:
        """Read the panel."""
        self._seen = await self._desk.need("GET", "/api/panel")

    async def attend(self) -> None:
        """Hold the socket and answer pings."""
        async with connect(f"ws://127.0.0.1:{self._port}/api/live", proxy=None, open_timeout=60) as socket:
            await socket.send(json.dumps({"token": self._token, "pings": True, "device": self._judge}))
            async for text in socket:
                said = json.loads(text)
                if "ping" in said:
                    await socket.send(json.dumps({"pong": said["ping"]}))

    async def send(self) -> None:
        """Send a ballot in place of the one before."""
        ballot = self._ballot()
        answer = await self._desk.call("PUT", f"/api/ballots/{self._seen['entry']['code']}", ballot)
        if answer.status != 201:
            raise RuntimeError(f"{answer.status} {answer.body}")
        self._last, receipt = ballot["ballot_id"], answer.body
        kept = Stored(self._judge, receipt["stored_at"], receipt["revision"], answer.sent, answer.whole)
        self.stored.append(kept)

    async def send_to_floor(self) -> None:
        """As many bytes to the floor."""
        answer = await self._floor.call("PUT", "/ballot", self._ballot())
        if answer.status != 201:
            raise RuntimeError(str(answer.status))
        self.floors.append(answer.whole - answer.sent)

    def _ballot(self) -> dict[str, Any]:
        tops = {each["key"]: int(each["max"]) for each in self._seen["criteria"]}
        scores = {key: str(self._chance.randint(top * 17 // 20, top)) for key, top in tops.items()}  # as judges give
        version = self._seen["entry"]["version"]
        return {"ballot_id": str(uuid4()), "version": version, "scores": scores, "replaces": self._last}

    def forget(self) -> None:
        """Begin to count anew."""
        self.stored, self.floors = [], []

    def close(self) -> None:
        """Hang up."""
        self._desk.close()
        self._floor.close()


async def run(panels: Sequence[Panel], send: Send, loop: Loop, seconds: float) -> None:
    """Let all panels send for so long: back to back, or one ballot a second each, spread over the second."""
    begun = time.monotonic()
    if loop == "closed":
        await asyncio.gather(*(_closed(panel, send, begun + seconds) for panel in panels))
        return
    starts = [begun + place / len(panels) for place in range(len(panels))]
    await asyncio.gather(
        *(_paced(panel, send, start, round(seconds)) for panel, start in zip(panels, starts, strict=True))
    )


async def _closed(panel: Panel, send: Send, end: float) -> None:
    while time.monotonic() < end:
        await send(panel)


async def _paced(panel: Panel, send: Send, start: float, times: int) -> None:
    for number in range(times):
        await asyncio.sleep(max(0.0, start + number - time.monotonic()))
        await send(panel)
