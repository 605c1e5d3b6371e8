"""A hundred panels and the real console: `python -m tests.benchmarks.load [SECONDS [ROUNDS]]`, a minute or four.

Ballot → receipt, → live subscriber, → painted tile, beside a bare endpoint that does one durable insert (`floor`); each
round sends to the floor first and then to the desk. Ratios are of p50, p95 and p99, each to the floor's receipt. Last
come a thousand subscribers of the public board.
"""

from __future__ import annotations

import asyncio
import sys
import time
from dataclasses import dataclass, field
from typing import get_args

from tests.benchmarks.caller import Caller
from tests.benchmarks.figures import Spread, beside, machine, row
from tests.benchmarks.hall import Hall, Windows, hall
from tests.benchmarks.panels import Loop, Panel, Stored, run

PUBLIC = 1000
PAINTED_LATER_SECONDS = 1.0


@dataclass
class Found:
    """What was measured of one way to send."""

    floors: list[float] = field(default_factory=list)
    ballots: list[Stored] = field(default_factory=list)
    heard: list[float] = field(default_factory=list)
    spans: list[tuple[float, float]] = field(default_factory=list)

    async def round(self, everyone: Hall, loop: Loop, seconds: float) -> None:
        """The floor for so long, then the desk for as long."""
        await run(everyone.panels, Panel.send_to_floor, loop, seconds)
        begun = time.monotonic()
        await run(everyone.panels, Panel.send, loop, seconds)
        self.spans.append((begun, time.monotonic() + PAINTED_LATER_SECONDS))
        self.floors += everyone.floors()
        self.ballots += everyone.stored()
        self.heard += await everyone.heard(everyone.stored())
        everyone.forget()

    def tell(self, loop: str, windows: Windows) -> None:
        """Print the lines of the table."""
        floor = Spread.of(self.floors)
        row(f"{loop}: floor, receipt", floor, "1", f"{floor.count} calls")
        receipts = [ballot.acknowledged - ballot.sent for ballot in self.ballots]
        seen = [(ballot.sent, windows.painted(ballot)) for ballot in self.ballots]
        painted = [at - sent for sent, at in seen if at is not None]
        for name, times in (("receipt", receipts), ("subscriber", self.heard), ("painted tile", painted)):
            spread = Spread.of(times)
            row(f"{loop}: ballot → {name}", spread, beside(spread, floor), f"{spread.count} of {len(self.ballots)}")
        row(f"{loop}: GUI thread away, longest", f"{self._longest(windows):.1f} ms", "", "")

    def _longest(self, windows: Windows) -> float:
        gaps = [gap for at, gap in windows.gaps if any(begun <= at <= ended for begun, ended in self.spans)]
        return 1000 * max(gaps)


async def load(seconds: float, rounds: int) -> None:
    """Both ways to send, in turn."""
    found = {loop: Found() for loop in get_args(Loop)}
    async with hall() as (everyone, windows):
        for _ in range(rounds):
            for loop, each in found.items():
                await each.round(everyone, loop, seconds)
    for loop, each in found.items():
        each.tell(loop, windows)


async def public_board(seconds: float, public: int = PUBLIC) -> None:
    """A public change while so many listen to the public board and all panels send a ballot a second."""
    told: list[float] = []
    read: list[float] = []
    async with hall(subscribers=0) as (everyone, _):
        audience = [await everyone.listen() for _ in range(public)]
        sending = asyncio.create_task(run(everyone.panels, Panel.send, "paced", seconds))
        for screen in ("leaderboard", "welcome", "auto") * 2:
            sent = time.monotonic()
            changed = await everyone.operator.need("POST", "/api/desk/show", {"screen": screen})
            times = await asyncio.gather(*(each.until(changed["revision"]) for each in audience))
            told += [at - sent for at in times]
            read += await _all_read(everyone.port, public)
        await sending
        receipts = Spread.of([ballot.acknowledged - ballot.sent for ballot in everyone.stored()])
    row(f"{public} on the public board: change → told", Spread.of(told), "", f"{len(told)} times")
    row(f"{public} on the public board: board read, all at once", Spread.of(read), "", f"{len(read)} reads")
    row(f"{public} on the public board: ballot → receipt meanwhile", receipts, "", f"{receipts.count} ballots")


async def _all_read(port: int, public: int) -> list[float]:
    """Everybody reads the board; each over a connection of their own."""

    async def one() -> float:
        caller = Caller(port)
        answer = await caller.call("GET", "/api/board")
        caller.close()
        return answer.whole - answer.sent

    return list(await asyncio.gather(*(one() for _ in range(public))))


def main(seconds: float, rounds: int) -> None:
    """The table."""
    sys.stdout.write(f"{machine()}\n\n")
    row("100 panels, 10 subscribers, console open", "p50 / p95 / p99", "to the floor", "")
    row("---", "---", "---", "---")
    asyncio.run(load(seconds, rounds))
    asyncio.run(public_board(seconds))


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0, int(sys.argv[2]) if len(sys.argv) > 2 else 3)
