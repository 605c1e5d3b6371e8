"""Other contests for pictures: one in which the public votes, one of indicators without any live score, and what the
console warns of: a final reveal with the public board off, an earlier round that is open again, ballots that come late.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import arena_desk
from scoring.contest import Screen, Signer
from scoring.grid import Grid, Line
from scoring.plan import Setup
from storage import ballots, desk, marks, rounds, staging
from storage.contest_file import ContestFile, read_contest
from storage.sheets import read_setup
from tests.cli.test_templates import brought
from tests.contests import FULL, put, score_entry
from tests.storage.test_public_vote import ALL, setup
from tests.ui.consoles import FAIR, GOOD, POOR, small_setup
from tests.ui.dialog_gallery import Ready, at_once, close_a_round, explain, looked_at, on, on_live, press
from ui.console.journal import JournalPage
from ui.console.judges import JudgesPage
from ui.console.steps import Page
from ui.console.window import ConsoleWindow

TEMPLATES = Path(arena_desk.__file__).parent / "templates"
INDICATORS, QINGDAO = (TEMPLATES / name / "plan.toml" for name in ("system_indicators", "qingdao"))


@dataclass(frozen=True, slots=True)
class Subject:
    """A contest, its day so far, and what of the console is worth a picture."""

    setup: Callable[[], Setup]
    play: Callable[[ContestFile], None]
    pages: tuple[Page, ...]
    dialogs: Mapping[str, Callable[[ConsoleWindow], Ready]]


def _grid(rows: list[list[str]]) -> Grid:
    return Grid("表", tuple(Line(number, tuple(row)) for number, row in enumerate(rows, start=1)))


def vote(file: ContestFile) -> None:
    """The public has voted on everyone; the hall has scored one entry and is scoring the next."""
    of_crowd = [ALL[0], *(row for row in ALL[1:] if row[1].startswith("P"))]
    ballots.score_from_file(file, _grid(of_crowd), reason="群众评议表")
    desk.call(file, "A")
    desk.open_scoring(file)
    for judge in ("L0", "L1"):
        put(file, judge, "A", {"a": "28", "b": "63.5"})
    desk.close_scoring(file)
    desk.reveal(file, "A")
    desk.call(file, "B")
    desk.open_scoring(file)
    put(file, "L0", "B", {"a": "25", "b": "60"})


def measure(file: ContestFile) -> None:
    """All values are there but for those of one indicator."""
    *keys, _ = brought(file.contest.plan)
    for number, key in enumerate(keys):
        rows = [
            [code, f"{60 + (7 * place + 11 * number) % 38}.5"] for place, code in enumerate(file.contest.contestants)
        ]
        marks.bring_in(file, key, _grid([["单位", "原值"], *rows]), reason="上半年统计")


def reveal_everything(file: ContestFile) -> None:
    """All scores were revealed one by one, so that phones can read the ranking."""
    for code, scores in zip("ABC", (GOOD, FAIR, POOR), strict=True):
        score_entry(file, code, scores)
        desk.reveal(file, code)


def begin_finale(file: ContestFile) -> None:
    """In the middle of a final reveal, with the public board off until it is over."""
    reveal_everything(file)
    staging.begin_finale(file, "overall", "up", "in-place", hold=True)
    staging.step_on(file)


def darken(file: ContestFile) -> None:
    """The same behind a dark stage: all that can be said of the stage at once."""
    begin_finale(file)
    desk.show(file, Screen.BLACK)


def begin(file: ContestFile) -> None:
    """One is scored, with a ballot corrected from paper; the others are not."""
    score_entry(file, "A", GOOD)
    stored = file.contest.live_round.entries[0].ballots["E2"].ballot_id
    ballots.enter_ballot(file, "E2", "A", FAIR, reason="按纸质评分表更正", replaces=stored)


def sign(file: ContestFile) -> None:
    """The first round is closed and signed, and the second one has begun."""
    close_a_round(file)
    rounds.sign_off(file, {Signer.TELLER: "周敏", Signer.SUPERVISOR: "李丽"})
    rounds.next_round(file, ["A", "B"])


def reopen_a_round(file: ContestFile) -> None:
    """A mark of the first round is taken back while the second one runs."""
    close_a_round(file)
    mark = marks.adjust(file, "C", "0.5", reason="补记")
    rounds.close_round(file)
    rounds.next_round(file, ["A", "B"])
    marks.draw_start_order(file, "二〇二六年十一月二十六日", reason="市纪委监委 张某")
    desk.call(file, "C")
    marks.undo(file, mark, reason="重复记了一次")


def come_late(file: ContestFile, judge: str, code: str, scores: Mapping[str, str], number: int) -> None:
    """A panel holds a ballot of this round that the desk lacks."""
    made = "2026-11-25T02:05:40.000000Z"
    late = ballots.Offer(judge, f"late-{judge}", code, number, file.contest.revision, scores, made, made)
    ballots.offer(file, judge, [late])


def score_late(file: ContestFile) -> None:
    """Two ballots for the first entry come late: one in place of what is stored, one of a judge without any."""
    first, *_ = (entry.code for entry in file.contest.live_round.entries)
    one, other, *_ = (judge.code for judge in file.contest.judges)
    desk.call(file, first)
    desk.open_scoring(file)
    put(file, one, first, FULL)
    desk.close_scoring(file, force=True)
    come_late(file, one, first, {"problems": "18", "targets": "17", "approach": "26", "measures": "27"}, 1)
    come_late(file, other, first, FULL, 1)


def score_in_the_round_before(file: ContestFile) -> None:
    """A ballot of the first round comes while the second one runs."""
    close_a_round(file)
    rounds.next_round(file, ["A", "B"])
    come_late(file, "L2", "C", FAIR, 1)


def score_in_a_later_round(file: ContestFile) -> None:
    """A ballot comes of a round that this file, an older copy, does not know."""
    come_late(file, "L2", "C", FAIR, 2)


def ask_about_the_late(key: str, window: ConsoleWindow) -> Ready:
    """Press a button of the bar that says that ballots came late."""
    window.show_page(Page.LIVE)
    getattr(window.live.offers, key).click()
    return at_once


def ask_for_the_finale(window: ConsoleWindow) -> Ready:
    return on_live("begin_finale", window)


def refuse_the_finale(window: ConsoleWindow) -> Ready:
    window.show_page(Page.LIVE)
    window.live.keys.screens[Screen.FINALE].trigger()
    return at_once


def undo_of_a_closed_round(window: ConsoleWindow) -> Ready:
    """The points that were taken in the round before are to be given back."""
    page = on(window, Page.JOURNAL, JournalPage)
    numbers = [record.number for record in read_contest(window._desk.file.path).journal if record.what == "adjust"]
    page.table.selectRow(window._desk.file.last.number - numbers[0])
    page.undo.trigger()
    return at_once


def show_board(window: ConsoleWindow) -> Ready:
    return press(Page.JUDGES, JudgesPage, "board", None, window)


def bring_again(window: ConsoleWindow) -> Ready:
    """The public's ballots a second time, without replacing any."""
    path = window._desk.file.path.with_name("群众评议.csv")
    path.write_text("".join(",".join(row) + "\n" for row in ALL), encoding="utf-8")
    dialog = window.imports.ballots()
    dialog.read_file(str(path))
    return looked_at(dialog)


SUBJECTS: Mapping[str, Subject] = {
    "crowd": Subject(
        setup,
        vote,
        (Page.RULES, Page.JUDGES, Page.LIVE, Page.RESULTS, Page.JOURNAL),
        {"explanation": explain, "import": bring_again},
    ),
    "indicators": Subject(
        lambda: read_setup(INDICATORS),
        measure,
        (Page.RULES, Page.JUDGES, Page.LIVE, Page.RESULTS, Page.BULLETIN),
        {"explanation": explain},
    ),
    "revealed": Subject(small_setup, reveal_everything, (Page.LIVE,), {"finale": ask_for_the_finale}),
    "finale": Subject(small_setup, begin_finale, (Page.LIVE, Page.JOURNAL), {"board": show_board}),
    "dark": Subject(small_setup, darken, (Page.LIVE,), {}),
    "begun": Subject(small_setup, begin, (Page.LIVE,), {"finale-refused": refuse_the_finale, "explanation": explain}),
    "signed": Subject(small_setup, sign, (Page.JOURNAL,), {"undo": undo_of_a_closed_round}),
    "reopened": Subject(small_setup, reopen_a_round, (Page.DRAW, Page.LIVE, Page.RESULTS), {}),
    "late": Subject(
        lambda: read_setup(QINGDAO),
        score_late,
        (Page.LIVE,),
        {key: partial(ask_about_the_late, key) for key in ("accept", "decline")},
    ),
    "late-earlier": Subject(
        small_setup, score_in_the_round_before, (Page.LIVE,), {"decline": partial(ask_about_the_late, "decline")}
    ),
    "late-ahead": Subject(small_setup, score_in_a_later_round, (Page.LIVE,), {}),
}
