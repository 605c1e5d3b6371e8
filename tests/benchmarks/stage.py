"""The stage: `python -m tests.benchmarks.stage [SECONDS]`.

A change of what the room sees, from the organizer's call to the first frame that shows it, while a hundred panels score
a ballot a second each; and the frames in which a leaderboard of 55 rows is put into another order. Both with Qt's
software renderer, unless the environment names another (`QT_QUICK_BACKEND`).
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from tests.benchmarks.figures import Spread, machine, row
from tests.benchmarks.hall import hall
from tests.benchmarks.panels import Panel, run

ROWS, ORDERS = 55, 20
FRAME_SECONDS = 1 / 60
SCREENS = ("leaderboard", "scoring", "lineup", "on-stage", "welcome")


async def changes(seconds: float) -> None:
    """How soon a change is in a frame."""
    sent: list[tuple[int, float]] = []
    async with hall("stage") as (everyone, windows):
        sending = asyncio.create_task(run(everyone.panels, Panel.send, "paced", seconds))
        while not sending.done():
            begun = time.monotonic()
            screen = SCREENS[len(sent) % len(SCREENS)]
            changed = await everyone.operator.need("POST", "/api/desk/show", {"screen": screen})
            sent.append((changed["revision"], begun))
            await asyncio.sleep(0.37)
        await sending
    revisions = [revision for revision, _ in windows.frames]
    places = [(bisect_left(revisions, revision), begun) for revision, begun in sent]
    spread = Spread.of([windows.frames[place][1] - begun for place, begun in places if place < len(revisions)])
    row("stage: change → first frame, 100 panels scoring", spread, f"{spread.count} of {len(sent)} changes")


def reordering(*, moving: bool) -> None:
    """The frames of a leaderboard that is put into another order again and again."""
    from PySide6.QtCore import QEventLoop, QTimer

    from scoring.contest import Screen
    from tests.ui.stage_views import stage_view, unit_board
    from ui.stage.model import Stage
    from ui.stage.window import StageWindow

    stage, chance = Stage(), random.Random(1)
    window = StageWindow(stage)
    stage.set_animated(moving)
    board = unit_board(ROWS)
    view = replace(stage_view(Screen.LEADERBOARD), boards=(board,))
    stage.show_view(view)
    window.open()
    frames: list[float] = []
    window.frameSwapped.connect(lambda: frames.append(time.monotonic()))

    def wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    wait(1500)
    firsts: list[float] = []
    between: list[float] = []
    for _ in range(ORDERS):
        frames.clear()
        rows = chance.sample(board.rows, ROWS)
        begun = time.monotonic()
        placed = tuple(replace(each, rank=rank) for rank, each in enumerate(rows, start=1))
        stage.show_view(replace(view, boards=(replace(board, rows=placed),)))
        wait(1000)
        firsts += [frames[0] - begun] if frames else []
        between += [later - earlier for earlier, later in pairwise(frames)]
    window.take_down()
    window.deleteLater()
    wait(0)
    _tell(firsts, between if moving else [], "moves" if moving else "cuts")


def _tell(firsts: list[float], between: list[float], how: str) -> None:
    name = f"stage: {ROWS} rows re-ordered, it {how}"
    if firsts:
        row(f"{name}: change → first frame", Spread.of(firsts), f"{len(firsts)} orders")
    if between:
        dropped = sum(round(each / FRAME_SECONDS) - 1 for each in between if each > 1.5 * FRAME_SECONDS)
        row(f"{name}: from frame to frame", Spread.of(between), f"{dropped} dropped of {len(between) + dropped} frames")


def main(seconds: float) -> None:
    """The table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    sys.stdout.write(f"{machine()}\n\n")
    row("stage", "p50 / p95 / p99", "")
    row("---", "---", "---")
    asyncio.run(changes(seconds))
    from ui.program import make_application

    application = make_application([])
    for moving in (False, True):
        reordering(moving=moving)
    application.shutdown()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 30.0)
