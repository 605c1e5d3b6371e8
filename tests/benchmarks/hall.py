"""A hall under load: the program in its windows, the floor beside it, and in this process everyone who is linked."""

from __future__ import annotations

import asyncio
import json
import os
import random
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import arena_desk
from arena_desk.steadiness import make_room_for_sockets
from scoring.plan import Judge
from storage.contest_file import create_contest
from storage.sheets import read_setup
from tests.benchmarks.caller import Caller
from tests.benchmarks.panels import Listener, Panel, Stored, listener, run

PANELS, SUBSCRIBERS = 100, 10
SETTLE_SECONDS = 1.0


class Hall:
    """Everyone who is linked to one desk, and the floor to compare with."""

    def __init__(self, desk: int, floor: int, operator: str, seats: dict[str, str]) -> None:
        self.port, self.operator = desk, Caller(desk, operator)
        self.panels = [Panel(desk, floor, judge, token) for judge, token in seats.items()]
        self.listeners: list[Listener] = []
        self.tasks: list[asyncio.Task[None]] = []
        self._token = operator

    async def begin(self, subscribers: int) -> None:
        """Call the first entry, open scoring, link everyone, and let everything run once."""
        state = await self.operator.need("GET", "/api/desk")
        await self.operator.need("POST", "/api/desk/call", {"entry": state["entries"][0]["code"]})
        await self.operator.need("POST", "/api/desk/open", {})
        for panel in self.panels:
            await panel.look()
            self.tasks.append(asyncio.create_task(panel.attend()))
        for _ in range(subscribers):
            await self.listen(self._token)
        for send in (Panel.send_to_floor, Panel.send):
            await run(self.panels, send, "paced", 2)
        self.forget()

    async def listen(self, token: str = "") -> Listener:
        """One more live subscriber."""
        one = await listener(self.port, token)
        self.listeners.append(one)
        self.tasks.append(asyncio.create_task(one.listen()))
        return one

    def forget(self) -> None:
        """Begin to count anew."""
        for panel in self.panels:
            panel.forget()

    def stored(self) -> list[Stored]:
        """All ballots with their receipts."""
        return [each for panel in self.panels for each in panel.stored]

    def floors(self) -> list[float]:
        """The seconds of all answers of the floor."""
        return [seconds for panel in self.panels for seconds in panel.floors]

    async def heard(self, ballots: list[Stored]) -> list[float]:
        """Seconds from sending a ballot until a subscriber had heard of it, for every ballot and subscriber."""
        await asyncio.sleep(SETTLE_SECONDS)
        times = [(ballot.sent, each.heard(ballot.revision)) for ballot in ballots for each in self.listeners]
        return [at - sent for sent, at in times if at is not None]

    async def end(self) -> None:
        """Everyone leaves."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await asyncio.gather(*(each.socket.close() for each in self.listeners))
        for panel in self.panels:
            panel.close()
        self.operator.close()


class Windows:
    """The program in a process of its own; what it saw is known when it has ended."""

    def __init__(self, file: Path, *options: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.windows", str(file), *options]
        environment = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", **os.environ}
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        ready = json.loads(self._process.stdout.readline())
        self.port: int = ready["port"]
        self.operator: str = ready["operator"]
        self.seats: dict[str, str] = ready["seats"]
        self.tiles: dict[str, list[tuple[str, float]]] = {}
        self.frames: list[tuple[int, float]] = []
        self.gaps: list[tuple[float, float]] = []

    def end(self) -> None:
        """Close the windows and take in what they saw."""
        said, _ = self._process.communicate(timeout=60)
        seen: dict[str, Any] = json.loads(said)
        for judge, stored_at, at in seen["tiles"]:
            self.tiles.setdefault(judge, []).append((stored_at, at))
        self.frames, self.gaps = seen["frames"], seen["gaps"]

    def kill(self) -> None:
        """End it in any case."""
        self._process.kill()
        self._process.communicate()

    def painted(self, ballot: Stored) -> float | None:
        """When the judge's tile showed this ballot or a later one, in a window painted whole."""
        shown = self.tiles.get(ballot.judge, ())
        return next((at for stored_at, at in shown if stored_at >= ballot.stored_at), None)


@contextmanager
def floor_beside(folder: Path) -> Iterator[int]:
    """The floor on its own file, in a process of its own; gives its port."""
    port = random.randrange(21_000, 29_000)
    command = [sys.executable, "-m", "tests.benchmarks.floor", str(folder / "floor.db"), str(port)]
    process = subprocess.Popen(command, start_new_session=True)  # each a session: Linux shares its time by sessions
    try:
        yield port
    finally:
        process.kill()
        process.wait()


@asynccontextmanager
async def hall(
    *options: str, panels: int = PANELS, subscribers: int = SUBSCRIBERS
) -> AsyncIterator[tuple[Hall, Windows]]:
    """A contest of 55 entries with so many judges, its windows open, everyone linked, ballots let in."""
    make_room_for_sockets()
    with TemporaryDirectory() as folder, floor_beside(Path(folder)) as floor:
        path = Path(folder) / "load.arena"
        setup = read_setup(Path(arena_desk.__file__).parent / "templates" / "qingdao" / "plan.toml")
        groups = [group.key for group in setup.plan.groups]
        judges = (Judge(f"J{n:03}", f"评委{n}", "", groups[n % len(groups)]) for n in range(panels))
        create_contest(path, replace(setup, judges=tuple(judges)))
        windows = Windows(path, *options)
        try:
            everyone = Hall(windows.port, floor, windows.operator, windows.seats)
            await everyone.begin(subscribers)
            yield everyone, windows
            await everyone.end()
            windows.end()
        finally:
            windows.kill()
