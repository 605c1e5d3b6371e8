"""Nothing that was not told can be reached from the stage: not in its models, its items or its Python objects."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from scoring.contest import Screen
from scoring.projection import stage_view
from storage import ballots, desk, marks, staging
from storage.contest_file import ContestFile
from tests.contests import in_memory, setup_of
from tests.oracle.small import people
from tests.storage.story import CONTEST, GROUPS, JUDGES, SMALL, WHY
from tests.ui.stage_reach import texts_within_reach
from ui.stage.model import Stage
from ui.stage.window import StageWindow

pytestmark = pytest.mark.unwatched  # many times what others do once

PLAN = SMALL | {
    "contest": {**CONTEST, "step": "0.01"},
    "group": [{**GROUPS[0], "drop_high": 1, "drop_low": 1}, GROUPS[1]],
}
SEATS = [{**JUDGES[0], "code": f"J{i}", "group": "g" if i < 5 else "h"} for i in range(1, 8)]
BALLOTS = {"81.42", "82.99", "84.56", "86.13"}
DETAILS = {"37.13", "44.29", "45.86", "47.43", "49.00"}
"""Scores of single criteria, which no step ever tells."""
GROUP_SCORE, ADJUSTMENT, FINAL = "83.78", "-0.37", "85.60"


@pytest.fixture
def file() -> Iterator[ContestFile]:
    """A scored with odd numbers, B and C with others; nothing revealed."""
    with in_memory(setup_of(PLAN, people("A B C"), SEATS)) as opened:
        for code, base in (("A", "44.29"), ("B", "31.41"), ("C", "20.87")):
            for place, judge in enumerate(opened.contest.judges):
                points = {"a": "37.13", "b": str(Decimal(base) + Decimal("1.57") * place)}
                ballots.enter_ballot(opened, judge.code, code, points, reason=WHY)
        marks.adjust(opened, "A", ADJUSTMENT, reason="超时")
        yield opened


@pytest.fixture
def stage(qapp: object) -> Stage:
    return Stage()


@pytest.fixture
def window(stage: Stage) -> Iterator[StageWindow]:
    window = StageWindow(stage)
    window.show()
    yield window
    window.take_down()
    window.deleteLater()


def within_reach(file: ContestFile, stage: Stage, window: StageWindow) -> str:
    stage.show_view(stage_view(file.contest, file.standings()))
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # boards that were put away
    window.grabWindow()
    return "\n".join(sorted(texts_within_reach(window, stage)))


def holds(reach: str, number: str) -> bool:
    return any(number in text.replace("+", " ").split() or text == number for text in reach.split("\n"))


def test_every_step_of_a_reveal_brings_its_numbers_and_none_before(
    file: ContestFile, stage: Stage, window: StageWindow
) -> None:
    staging.begin_reveal(file, "A")
    secrets = {"ballots": BALLOTS, "groups": {GROUP_SCORE}, "parts": {ADJUSTMENT}, "score": {FINAL}}
    known: list[set[str]] = []
    for _ in range(6):
        reach = within_reach(file, stage, window)
        known.append({step for step, numbers in secrets.items() if all(holds(reach, number) for number in numbers)})
        left = {step for step, numbers in secrets.items() if any(holds(reach, number) for number in numbers)}
        assert left == known[-1], "all of a step, or nothing of it"
        assert not any(holds(reach, number) for number in DETAILS)
        staging.step_on(file)
    assert known == [
        set(),
        {"ballots"},
        {"ballots"},
        {"ballots", "groups"},
        {"ballots", "groups", "parts"},
        {"ballots", "groups", "parts", "score"},
    ]


def test_a_final_reveal_keeps_what_is_still_to_come(file: ContestFile, stage: Stage, window: StageWindow) -> None:
    scores = {row.code: str(row.result.published) for row in file.standings().boards[0].rows}
    desk.reveal(file, "A")
    assert holds(within_reach(file, stage, window), scores["A"])
    staging.begin_finale(file, "overall", "up", "in-place")
    told = []
    for _ in range(4):
        reach = within_reach(file, stage, window)
        told.append({code for code, score in scores.items() if holds(reach, score)})
        if len(told) < 4:
            staging.step_on(file)
    assert told == [set(), {"C"}, {"B", "C"}, {"A", "B", "C"}]


@pytest.mark.parametrize("screen", [screen for screen in Screen if screen is not Screen.AUTO])
def test_no_screen_can_be_made_to_tell(file: ContestFile, stage: Stage, window: StageWindow, screen: Screen) -> None:
    desk.reveal(file, "A", to="host")
    desk.call(file, "B")
    desk.open_scoring(file)
    desk.show(file, screen)
    reach = within_reach(file, stage, window)
    hidden = BALLOTS | DETAILS | {GROUP_SCORE, ADJUSTMENT, FINAL} | {"85.97", "73.09", "62.55", "89.27"}
    assert not [number for number in hidden if holds(reach, number)]


def test_the_search_finds_what_is_there(file: ContestFile, stage: Stage, window: StageWindow) -> None:
    desk.reveal(file, "A")
    reach = within_reach(file, stage, window)
    assert all(holds(reach, number) for number in (FINAL, GROUP_SCORE, ADJUSTMENT, *BALLOTS))
    stage.setProperty("planted", "12.34")
    window.rootObject().setProperty("planted", {"deep": ["56.78"]})
    reach = within_reach(file, stage, window)
    assert holds(reach, "12.34")
    assert holds(reach, "56.78")
