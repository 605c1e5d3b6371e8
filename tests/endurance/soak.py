"""Eight hours in a hall, compressed: `python -m tests.endurance.soak [ENTRIES [JUDGES]]`, 200 and 30 by default.

The real desk runs in a process of its own with console and stage open; panels are in this one. Nothing of a day is left
out but the waiting: every panel looks every ten seconds of the hall, answers pings, tells its draft field by field and
hands in; entries are called, opened, closed, revealed and shown in the ranking; copies are made every two minutes of
the hall and after each closing; pages of the console are turned, the language is changed.

After the last entry the same work goes on for a while with the entries that are there: they are called again, every
ballot is replaced, and the result revealed anew. Prints what the desk held after every tenth part of the day and after
each half of that plateau. What grows is told apart: facts and journal, which a contest must keep, and all the rest.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import psutil
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from scoring.plan import Setup
from storage.contest_file import create_contest
from storage.verify import verify
from tests.benchmarks.caller import Answer, Caller
from tests.benchmarks.figures import Spread, machine, row
from tests.contests import setup_of

HALL_SECONDS = 8 * 3600
LOOK_EVERY = 10
PARTS = 10
COMPRESSION = 24.0
"""How many times faster than the hall the clockwork inside the desk goes: backups, pages turned."""
BOARD_READERS = 10
PLATEAU = 5
"""The plateau is so many times shorter than the day."""
MOST_TRIES = 5
CRITERIA = ("problems", "targets", "approach", "measures")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Look:
    """What the desk held at one moment; how quickly it answered, and what an entry cost, since the one before.

    In megabytes and seconds; `facts` is what the contest and its journal take of the memory. `again` counts the entries
    that were scored once more. `cost` is the processor's time. `away` is how long the GUI thread did not look up at
    most, `busy` how much of the processor's time it took itself in such a time: the rest it had to wait for others.
    """

    entries: int
    again: int
    memory: float
    facts: float
    handles: int
    threads: int
    blocks: int
    widgets: int
    cost: float
    away: float
    busy: float
    receipts: Spread
    reads: Spread

    @property
    def rest(self) -> float:
        return self.memory - self.facts

    @property
    def turns(self) -> int:
        return self.entries + self.again


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


class Steady:
    """Calls the desk as a browser does: where a kept connection has ended, as it does after the desk was asleep, the
    call is made once more. `again` counts how often.
    """

    def __init__(self, port: int, token: str = "") -> None:
        self._caller, self.again = Caller(port, token), 0

    async def call(self, method: str, path: str, body: object = None) -> Answer:
        """Send a request and wait for the whole answer."""
        for _ in range(MOST_TRIES):
            try:
                return await self._caller.call(method, path, body)
            except (ConnectionError, asyncio.IncompleteReadError) as error:
                self.again, last = self.again + 1, error
                self.close()
        raise last

    async def need(self, method: str, path: str, body: object = None) -> Any:
        """A call that must succeed; gives its JSON."""
        answer = await self.call(method, path, body)
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {answer.body}")
        return answer.body

    def close(self) -> None:
        """Hang up."""
        self._caller.close()


class Seat:
    """One judge with a panel: a kept connection, a socket, and the times that answers took."""

    def __init__(self, port: int, judge: str, token: str) -> None:
        self.caller, self._port, self._judge, self._token = Steady(port, token), port, judge, token
        self._socket: ClientConnection | None = None
        self._task: asyncio.Task[None] | None = None
        self._linked = asyncio.Event()
        self.links = 0
        self.receipts: list[float] = []
        self.reads: list[float] = []

    async def sit(self) -> None:
        """Link, answer pings from now on, and link again where the socket has ended."""
        self._task = asyncio.create_task(self._attend())
        await self._linked.wait()

    async def _attend(self) -> None:
        async for socket in connect(f"ws://127.0.0.1:{self._port}/api/live", proxy=None, open_timeout=60):
            self._socket = socket
            try:
                await socket.send(json.dumps({"token": self._token, "pings": True, "device": self._judge}))
                self.links += 1
                self._linked.set()
                async for text in socket:
                    said = json.loads(text)
                    if "ping" in said:
                        await socket.send(json.dumps({"pong": said["ping"]}))
            except ConnectionClosed:
                continue

    async def _say(self, **what: object) -> None:
        assert self._socket is not None
        with suppress(ConnectionClosed):
            await self._socket.send(json.dumps(what))

    async def look(self, times: int = 1) -> dict[str, Any]:
        """Read the panel so many times."""
        for _ in range(times):
            answer = await self.caller.call("GET", "/api/panel")
            self.reads.append(answer.seconds)
        return dict(answer.body)

    async def score(self, place: int) -> None:
        """Fill in field by field and hand in; what was handed in before gives way."""
        seen = await self.look()
        for filled in range(1, len(CRITERIA) + 1):
            await self._say(draft=filled)
        scores = {key: str(18 + (place * 7 + number) % 8) for number, key in enumerate(CRITERIA)}
        ballot = {"ballot_id": str(uuid4()), "version": seen["entry"]["version"], "scores": scores}
        if seen["ballot"]:
            ballot["replaces"] = seen["ballot"]["ballot_id"]
        answer = await self.caller.call("PUT", f"/api/ballots/{seen['entry']['code']}", ballot)
        if answer.status not in (200, 201):
            raise RuntimeError(f"{answer.status} {answer.body}")
        self.receipts.append(answer.seconds)
        await self._say(draft=0)

    async def leave(self) -> None:
        """Hang up."""
        self.caller.close()
        if self._socket is not None and self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            await self._socket.close()


class Day:
    """The hall from the first entry to the last, and what the desk held meanwhile."""

    def __init__(self, desk: subprocess.Popen[str], entries: int) -> None:
        self._desk, self._entries = desk, entries
        ready = self._answer()
        self._process = psutil.Process(desk.pid)
        self._operator, self._board = Steady(ready["port"], ready["operator"]), Steady(ready["port"])
        self.seats = [Seat(ready["port"], judge, token) for judge, token in sorted(ready["seats"].items())]
        self._looks_each = max(1, round(HALL_SECONDS / entries / LOOK_EVERY) - 1)
        self.looks: list[Look] = []
        self.plateau: list[Look] = []
        self._spent, self._turns = self._cpu(), 0

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
                self.looks.append(await self._look(place, 0))
        await self._go_on(codes)
        await asyncio.gather(*(seat.leave() for seat in self.seats))
        self._operator.close()
        self._board.close()

    async def _go_on(self, codes: list[str]) -> None:
        """Nobody new comes: some are scored once more, and the rest is as before."""
        half = max(1, self._entries // PLATEAU // 2)
        for again, code in enumerate(codes[: 2 * half], 1):
            await self._perform(self._entries + again, code)
            if again % half == 0:
                self.plateau.append(await self._look(self._entries, again))

    @property
    def repeated(self) -> tuple[int, int]:
        """How often a call had to be made once more, and a socket opened again."""
        callers = (self._operator, self._board, *(seat.caller for seat in self.seats))
        return sum(each.again for each in callers), sum(seat.links - 1 for seat in self.seats)

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
        await self._operator.need("POST", f"/api/desk/{name}", {**body, "id": str(uuid4())})

    async def _look(self, entries: int, again: int) -> Look:
        assert self._desk.stdin is not None
        self._desk.stdin.write("\n")
        self._desk.stdin.flush()
        held = await asyncio.to_thread(self._answer)
        receipts = [seconds for seat in self.seats for seconds in seat.receipts]
        reads = [seconds for seat in self.seats for seconds in seat.reads]
        for seat in self.seats:
            seat.receipts, seat.reads = [], []
        spent = self._cpu()
        cost = (spent - self._spent) / (entries + again - self._turns)
        self._spent, self._turns = spent, entries + again
        look = Look(
            entries,
            again,
            own_memory(self._process) / 1e6,
            held["facts"] / 1e6,
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
        show(look)
        return look


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
    command = [
        sys.executable,
        "-X",
        "faulthandler",
        "-m",
        "tests.endurance.soak_desk",
        str(path),
        str(copies),
        str(COMPRESSION),
    ]
    found = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "PYTHONPATH": found}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desk:
        try:
            yield desk
        except BaseException as error:
            if (ended := desk.poll()) is not None:
                raise RuntimeError(f"the desk ended by itself, with {ended}") from error
            desk.kill()
            raise
    if desk.returncode:
        raise RuntimeError(f"the desk ended with {desk.returncode}")


def show(look: Look) -> None:
    """One line of the table."""
    away = f"{1000 * look.away:.0f} / {1000 * look.busy:.0f} ms"
    done = f"{look.entries} + {look.again}" if look.again else look.entries
    memory = (f"{look.memory:.1f}", f"{look.facts:.1f}")
    held = (done, *memory, look.handles, look.threads, look.blocks, look.widgets)
    row(*held, f"{look.cost:.2f} s", away, look.receipts, look.reads)


def grown(what: str, before: Look, after: Look) -> str:
    """How one look differs from another."""
    turns = max(1, after.turns - before.turns)

    def each(more: float) -> str:
        return f"{more:+.1f} MB ({1000 * more / turns:+.0f} kB each)"

    return (
        f"{what}: {each(after.memory - before.memory)}, of it facts and journal "
        f"{each(after.facts - before.facts)}, the rest {each(after.rest - before.rest)}; "
        f"{after.handles - before.handles:+d} handles, {after.threads - before.threads:+d} threads, "
        f"{after.widgets - before.widgets:+d} widgets, processor × {after.cost / before.cost:.2f}, "
        f"receipt p50 × {after.receipts.p50 / before.receipts.p50:.2f}"
    )


def report(day: Day, seconds: float, copies: int, findings: int) -> None:
    """The end beside the middle, and the end of the plateau beside its beginning."""
    middle, end = day.looks[len(day.looks) // 2 - 1], day.looks[-1]
    calls, sockets = day.repeated
    said = (
        f"{machine()}; {seconds:.0f} s for eight hours, {copies} copies kept, {findings} findings of verify",
        f"{calls} calls were made once more, {sockets} sockets opened again",
        grown(f"second half, {end.entries - middle.entries} entries", middle, end),
        grown(f"plateau, {day.plateau[-1].again} entries once more", end, day.plateau[-1]),
    )
    sys.stdout.write("\n" + "\n".join(said) + "\n")


def main(entries: int, judges: int) -> None:
    """Live through the day and say what it came to."""
    with TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
        path, copies = Path(folder) / "八小时.arena", Path(folder) / "copies"
        copies.mkdir()
        create_contest(path, setup(entries, judges))
        held = ("entries", "MB", "facts", "handles", "threads", "blocks", "widgets")
        row(*held, "CPU", "GUI away / busy", "receipt p50/p95/p99", "read")
        row(*["---"] * 11)
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
