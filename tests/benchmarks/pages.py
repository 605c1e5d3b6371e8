"""Turning the pages of a contest that is nearly over: `python -m tests.benchmarks.pages [ENTRIES [SCORED]]`, by default
200 entries of which 188 are scored by 30 judges each.

For each page how long the GUI thread was busy at a stretch, of the processor's time: when the page is opened for the
first time, again, and in another language. Nothing else goes on, so it had to wait for nobody.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from arena_desk.app import Reached, Session, until_settled
from arena_desk.link.address import LOOPBACK
from storage import desk
from storage.contest_file import ContestFile, create_contest, open_contest
from tests.benchmarks.figures import machine, row
from tests.contests import put
from tests.endurance.soak import CRITERIA, setup
from ui.console.steps import Page
from ui.program import make_application

JUDGES = 30
AFTERWARDS = 0.4
"""For how long, in seconds, what a page does after it was opened is counted as well."""


def score(file: ContestFile, entries: int) -> None:
    """Have so many entries scored and revealed."""
    for place, entry in enumerate(file.contest.live_round.entries[:entries]):
        desk.call(file, entry.code)
        desk.open_scoring(file)
        for number, judge in enumerate(file.contest.judges):
            scores = {key: str(18 + (place * 31 + number * 7 + n) % 8) for n, key in enumerate(CRITERIA)}
            put(file, judge.code, entry.code, scores)
        desk.close_scoring(file)
        desk.reveal(file, entry.code)


def busy(act: Callable[[], object], seconds: float = AFTERWARDS) -> float:
    """The longest stretch for which an act, or what follows from it, keeps the GUI thread busy."""
    longest = _spent(act)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        longest = max(longest, _spent(_go_on))
    return longest


def _go_on() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


def _nothing() -> None:
    """Whatever comes by itself."""


def _spent(act: Callable[[], object]) -> float:
    begun = time.thread_time()
    act()
    return time.thread_time() - begun


def turn(session: Session) -> None:
    """Open each page in turn, three times, and say what it took."""
    console, languages = session.windows.console, session.windows.languages
    pages = [page for page in Page if page is not Page.LIVE]
    first = {page: busy(partial(console.show_page, page)) for page in pages}
    again = {page: busy(partial(console.show_page, page)) for page in pages}
    busy(partial(console.show_page, Page.LIVE))
    spoken = busy(partial(languages.use, "en"))
    other = {page: busy(partial(console.show_page, page)) for page in pages}
    for page in pages:
        row(page.name.lower(), *(f"{1000 * found[page]:.0f} ms" for found in (first, again, other)))
    row("another language, the live page in view", f"{1000 * spoken:.0f} ms", "", "")


def main(entries: int, scored: int) -> None:
    """Make the contest, open it and turn its pages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    make_application([])
    with TemporaryDirectory(prefix="pages-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "翻页.arena"
        create_contest(path, setup(entries, JUDGES))
        file = open_contest(path)
        score(file, scored)
        session = Session(file, reached=Reached(LOOPBACK))
        session.open()
        session.windows.show_stage()
        settling = Thread(target=until_settled, args=(session.link,))
        settling.start()
        busy(_nothing, 4.0)
        settling.join()
        row(f"GUI thread busy, {scored} of {entries} entries scored", "first", "again", "in another language")
        row(*["---"] * 4)
        turn(session)
        session.close()
        file.close()
    sys.stdout.write(f"\n{machine()}\n")


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], *("200", "188")[len(sys.argv) - 1 :])))
