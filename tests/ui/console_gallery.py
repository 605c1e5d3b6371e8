"""Pictures of every page of the console, and what does not fit in them: `python -m tests.ui.console_gallery FOLDER`.

Both languages, light and dark, at 1280×720 with a scale of 100 % and of 200 %; each combination is a process of its
own, because Qt reads the scale once. A contest is in the middle of its day: one entry is scored and revealed, one is
being scored with a ballot returned and a judge recused, one did not come. Words wider than their place are listed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from scoring.mark import MarkKind
from scoring.text import Language
from storage import ballots, desk, marks
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.sheets import read_setup
from tests.contests import FULL, put, score_entry
from tests.ui.consoles import StillLinks
from ui.appearance import Appearance
from ui.console.look import Elided
from ui.console.safety import Safety
from ui.console.steps import Page
from ui.console.window import ConsoleWindow
from ui.links import Presence
from ui.program import Windows, make_application

TEMPLATE = Path(__file__).parents[2] / "arena_desk" / "templates" / "qingdao" / "plan.toml"
SIZE = (1280, 720)
LANGUAGES: tuple[Language, ...] = ("zh", "en")
APPEARANCES: tuple[Appearance, ...] = ("light", "dark")
SCALES = (1, 2)
HALF = {"problems": "18", "targets": "17", "approach": "26", "measures": "27"}


def play(file: ContestFile) -> None:
    """The day so far."""
    marks.draw_start_order(file, "二〇二六年十一月二十五日", reason="见证人：市纪委监委 张某")
    first, second, third, *_ = (entry.code for entry in file.contest.live_round.entries)
    judges = [judge.code for judge in file.contest.judges]
    score_entry(file, first, HALF)
    marks.adjust(file, first, "-0.5", reason="超时 1 分 20 秒")
    desk.reveal(file, first)
    marks.mark_entry(file, MarkKind.NO_SHOW, third, reason="负责人在外地出差")
    desk.call(file, second)
    marks.recuse(file, judges[6], second, reason="与参赛单位有隶属关系")
    desk.open_scoring(file)
    for judge in judges[:5]:
        put(file, judge, second, HALF)
    put(file, judges[5], second, FULL)
    ballots.return_ballot(file, judges[0], second, reason="“列举措”一项请再核对")


def links() -> StillLinks:
    """Panels of every condition."""
    still = StillLinks()
    still.seats = {
        "L2": Presence(devices=2, seen=0.5, round_trip=20.0),
        "L3": Presence(),
        "E1": Presence(devices=1, seen=0.5, round_trip=20.0, draft=2),
    }
    return still


def shots(window: ConsoleWindow) -> Iterator[tuple[str, QWidget]]:
    """Every page, as it stands in the window."""
    for page in Page:
        window.show_page(page)
        yield f"{page + 1}-{page.name.lower()}", window


def misfits(window: QWidget) -> Iterator[str]:
    """Words in view that are wider than their place, unless they say so with an ellipsis of their own."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty() or isinstance(widget, Elided):
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or not widget.text()):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.sizeHint().width() > widget.width() + 1:
            yield f"{type(widget).__name__} {widget.text()!r}: {widget.sizeHint().width()} in {widget.width()}"


def settled(done: Callable[[], bool]) -> None:
    """Let the windows work until this holds and everything is painted."""
    while not done():
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def render(folder: Path, language: Language, appearance: Appearance) -> None:
    """Save a picture of every page."""
    make_application([])
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "擂台赛.arena"
        create_contest(path, read_setup(TEMPLATE))
        file = open_contest(path)
        play(file)
        file.remember("language", language)
        file.remember("appearance", appearance)
        safety = Safety(file)
        windows = Windows(file, links(), export=lambda order, report: None, safety=safety, launch=lambda words: False)
        windows.console.resize(*SIZE)
        windows.open()
        for name, widget in shots(windows.console):
            settled(lambda: not windows.desk.busy)
            kind = f"{language}-{appearance}-{scale}00"
            widget.grab().save(str(folder / f"console-{name}-{kind}.png"))
            for said in misfits(widget):
                sys.stdout.write(f"{name} {kind}: {said}\n")
        windows.close()
        safety.stop()
        file.close()


def main(folder: str, *one: str) -> None:
    """All combinations, or the one that is named."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    if one:
        render(Path(folder), cast("Language", one[0]), cast("Appearance", one[1]))
        return
    for language, appearance, scale in product(LANGUAGES, APPEARANCES, SCALES):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        command = [sys.executable, "-m", "tests.ui.console_gallery", folder, language, appearance]
        subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
