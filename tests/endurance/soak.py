"""Eight hours in a hall, compressed: `python -m tests.endurance.soak [ENTRIES [JUDGES]]`, 200 and 30 by default.

The real desk runs in a process of its own with console and stage open; panels are in this one. Nothing of a day is left
out but the waiting: every panel looks every ten seconds of the hall, answers pings, tells its draft field by field and
hands in; entries are called, opened, closed, revealed and shown in the ranking; copies are made every two minutes of
the hall and after each closing; pages of the console are turned, the language is changed.

Prints what the desk held after every tenth part of the day; the end is held against the middle.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import psutil
from websockets.asyncio.client import ClientConnection, connect

from scoring.plan import Setup
from storage.contest_file import create_contest
from storage.verify import verify
from tests.benchmarks.caller import Caller
from tests.benchmarks.figures import Spread, machine, row
from tests.contests import setup_of

HALL_SECONDS = 8 * 3600
LOOK_EVERY = 10
PARTS = 10
COMPRESSION = 24.0
"""How many times faster than the hall the clockwork inside the desk goes: backups, pages turned."""
BOARD_READERS = 10
CRITERIA = ("problems", "targets", "approach", "measures")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Look:
    """What the desk held at one moment; how quickly it answered, and what an entry cost, since the one before.

    In megabytes and seconds; `cost` is the processor's time. `away` is how long the GUI thread did not look up at most,
    `busy` how much of the processor's time it took itself in such a time: the rest it had to wait for others.
    """

    entries: int
    memory: float
    handles: int
    threads: int
    blocks: int
    widgets: int
    cost: float
    away: float
    busy: float
    receipts: Spread
    reads: Spread


def setup(entries: int, judges: int) -> Setup:
    """A contest of so many."""
    plan = {
        "contest": {"title": "八小时擂台赛"},
        "category": [{"key": "unit", "name": "单位"}],
        "criterion": [{"key": key, "name": key, "max": "25"} for key in CRITERIA],
        "group": [{"key": "all", "name": "评委", "weight": "100", "drop_high": 1, "drop_low": 1}],
    }
    contestants = [{"code": f"U{n:03}", "name": f"第{n}参赛单位", "category": "unit"} for n in range(1, entries + 1)]
    return setup_of(
        plan, contestants, [{"code": f"J{n:02}", "name": f"评委{n}", "group": "all"} for n in range(judges)]
    )


class Seat:
    """One judge with a panel: a kept connection, a socket, and the times that answers took."""

    def __init__(self, port: int, judge: str, token: str) -> None:
        self._caller, self._port, self._judge, self._token = Caller(port, token), port, judge, token
        self._socket: ClientConnection | None = None
        self._task: asyncio.Task[None] | None = None
        self.receipts: list[float] = []
        self.reads: list[float] = []

    async def sit(self) -> None:
        """Link, and answer pings from now on."""
        self._socket = await connect(f"ws://127.0.0.1:{self._port}/api/live", proxy=None, open_timeout=60)
        await self._socket.send(json.dumps({"token": self._token, "pings": True, "device": self._judge}))
        self._task = asyncio.create_task(self._attend(self._socket))

    async def _attend(self, socket: ClientConnection) -> None:
        async for text in socket:
            said = json.loads(text)
            if "ping" in said:
                await socket.send(json.dumps({"pong": said["ping"]}))

    async def look(self, times: int = 1) -> dict[str, Any]:
        """Read the panel so many times."""
        for _ in range(times):
            answer = await self._caller.call("GET", "/api/panel")
            self.reads.append(answer.seconds)
        return dict(answer.body)

    async def score(self, place: int) -> None:
        """Fill in field by field and hand in."""
        seen = await self.look()
        assert self._socket is not None
        for filled in range(1, len(CRITERIA) + 1):
            await self._socket.send(json.dumps({"draft": filled}))
        scores = {key: str(18 + (place * 7 + number) % 8) for number, key in enumerate(CRITERIA)}
        ballot = {"ballot_id": str(uuid4()), "version": seen["entry"]["version"], "scores": scores}
        answer = await self._caller.call("PUT", f"/api/ballots/{seen['entry']['code']}", ballot)
        if answer.status != 201:
            raise RuntimeError(f"{answer.status} {answer.body}")
        self.receipts.append(answer.seconds)
        await self._socket.send(json.dumps({"draft": 0}))

    async def leave(self) -> None:
        """Hang up."""
        self._caller.close()
        if self._socket is not None and self._task is not None:
            await self._socket.close()
            await self._task


class Day:
    """The hall from the first entry to the last, and what the desk held meanwhile."""

    def __init__(self, desk: subprocess.Popen[str], entries: int) -> None:
        self._desk, self._entries = desk, entries
        ready = self._answer()
        self._process = psutil.Process(desk.pid)
        self._operator, self._board = Caller(ready["port"], ready["operator"]), Caller(ready["port"])
        self.seats = [Seat(ready["port"], judge, token) for judge, token in sorted(ready["seats"].items())]
        self._looks_each = max(1, round(HALL_SECONDS / entries / LOOK_EVERY) - 1)
        self.looks: list[Look] = []
        self._spent, self._seen = self._cpu(), 0

    def _cpu(self) -> float:
        times = self._process.cpu_times()
        return float(times.user + times.system)

    def _answer(self) -> dict[str, Any]:
        assert self._desk.stdout is not None
        return dict(json.loads(self._desk.stdout.readline()))

    async def run(self) -> None:
        """All of it."""
        await asyncio.gather(*(seat.sit() for seat in self.seats))
        codes = [entry["code"] for entry in (await self._operator.need("GET", "/api/desk"))["entries"]]
        for place, code in enumerate(codes, 1):
            await self._perform(place, code)
            if place % max(1, self._entries // PARTS) == 0:
                self.looks.append(await self._look(place))
                show(self.looks[-1])
        await asyncio.gather(*(seat.leave() for seat in self.seats))
        self._operator.close()
        self._board.close()

    async def _perform(self, place: int, code: str) -> None:
        """One contestant: on stage, scored, revealed, in the ranking; meanwhile everybody looks as often as ever."""
        before, after = self._looks_each // 2, self._looks_each - self._looks_each // 2
        await self._do("call", entry=code)
        await self._do("show", screen="auto")
        await self._everybody_looks(before)
        await self._do("open")
        await asyncio.gather(*(seat.score(place * 31 + number) for number, seat in enumerate(self.seats)))
        await self._do("close")
        await self._do("reveal", entry=code)
        await self._everybody_looks(after)
        await self._do("show", screen="leaderboard")
        for _ in range(BOARD_READERS):
            await self._board.need("GET", "/api/board")
        await self._operator.need("GET", "/api/desk/standings")

    async def _everybody_looks(self, times: int) -> None:
        if times:
            await asyncio.gather(*(seat.look(times) for seat in self.seats))

    async def _do(self, name: str, **body: object) -> None:
        await self._operator.need("POST", f"/api/desk/{name}", body)

    async def _look(self, entries: int) -> Look:
        assert self._desk.stdin is not None
        self._desk.stdin.write("\n")
        self._desk.stdin.flush()
        held = await asyncio.to_thread(self._answer)
        receipts = [seconds for seat in self.seats for seconds in seat.receipts]
        reads = [seconds for seat in self.seats for seconds in seat.reads]
        for seat in self.seats:
            seat.receipts, seat.reads = [], []
        spent = self._cpu()
        cost = (spent - self._spent) / (entries - self._seen)
        self._spent, self._seen = spent, entries
        return Look(
            entries,
            own_memory(self._process) / 1e6,
            self._process.num_fds() if hasattr(self._process, "num_fds") else self._process.num_handles(),
            self._process.num_threads(),
            held["blocks"],
            held["widgets"],
            cost,
            held["away"],
            held["busy"],
            Spread.of(receipts),
            Spread.of(reads),
        )


def own_memory(process: psutil.Process) -> int:
    """What a process has written and nobody else has, in bytes; libraries and fonts on disk, which come and go with
    what else runs on this machine, are left out where the system can tell.
    """
    if not sys.platform.startswith("linux"):
        return int(process.memory_full_info().uss)
    return int(sum(place.private_dirty + place.swap for place in process.memory_maps()))


@contextmanager
def desk_of(path: Path, copies: Path) -> Iterator[subprocess.Popen[str]]:
    """The desk on a contest; its end is waited for, and must be an orderly one."""
    command = [sys.executable, "-m", "tests.endurance.soak_desk", str(path), str(copies), str(COMPRESSION)]
    found = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "PYTHONPATH": found}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desk:
        try:
            yield desk
        except BaseException:
            desk.kill()
            raise
    if desk.returncode:
        raise RuntimeError(f"the desk ended with {desk.returncode}")


def show(look: Look) -> None:
    """One line of the table."""
    away = f"{1000 * look.away:.0f} / {1000 * look.busy:.0f} ms"
    held = (look.entries, f"{look.memory:.1f}", look.handles, look.threads, look.blocks, look.widgets)
    row(*held, f"{look.cost:.2f} s", away, look.receipts, look.reads)


def report(day: Day, seconds: float, copies: int, findings: int) -> None:
    """The end beside the middle."""
    middle, end = day.looks[len(day.looks) // 2 - 1], day.looks[-1]
    more, entries = end.memory - middle.memory, max(1, end.entries - middle.entries)
    said = (
        f"{machine()}; {seconds:.0f} s for eight hours, {copies} copies kept, {findings} findings of verify",
        (
            f"second half: {more:+.1f} MB ({1000 * more / entries:+.0f} kB an entry of {len(day.seats)} ballots), "
            f"{end.handles - middle.handles:+d} handles, {end.threads - middle.threads:+d} threads, "
            f"{end.widgets - middle.widgets:+d} widgets, processor × {end.cost / middle.cost:.2f}, "
            f"receipt p50 × {end.receipts.p50 / middle.receipts.p50:.2f}"
        ),
    )
    sys.stdout.write("\n" + "\n".join(said) + "\n")


def main(entries: int, judges: int) -> None:
    """Live through the day and say what it came to."""
    with TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
        path, copies = Path(folder) / "八小时.arena", Path(folder) / "copies"
        copies.mkdir()
        create_contest(path, setup(entries, judges))
        held = ("entries", "MB", "handles", "threads", "blocks", "widgets")
        row(*held, "CPU", "GUI away / busy", "receipt p50/p95/p99", "read")
        row(*["---"] * 10)
        begun = time.monotonic()
        with desk_of(path, copies) as desk:
            day = Day(desk, entries)
            asyncio.run(day.run())
            seconds = time.monotonic() - begun
            assert desk.stdin is not None
            desk.stdin.close()
        report(day, seconds, len(list(copies.glob("*.arena"))), len(verify(path)))


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], *("200", "30")[len(sys.argv) - 1 :])))
