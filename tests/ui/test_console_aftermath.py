"""After a round is closed: who vouches for the result, and what a correction changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import marks, rounds
from tests.contests import score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session, session
from ui.console.results import ResultsPage
from ui.console.steps import Page


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with session(qtbot, tmp_path) as opened:
        for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
            score_entry(opened.file, code, scores)
        opened.settle()
        yield opened


@pytest.fixture
def results(console: Session) -> ResultsPage:
    page = console.page(Page.RESULTS)
    assert isinstance(page, ResultsPage)
    return page


def test_a_result_is_signed_by_name_once_it_is_closed(console: Session, results: ResultsPage) -> None:
    assert results.aftermath.sign.isHidden()
    rounds.close_round(console.file)
    console.settle()
    assert results.aftermath.signed.text() == "Chief judge: not signed　Teller: not signed　Supervisor: not signed"
    console.press(Qt.Key.Key_F7)
    console.answer(teller="周敏", supervisor="李莉")
    kept = {signer.value: each.name for signer, each in console.file.contest.live_round.signatures.items()}
    assert kept == {"teller": "周敏", "supervisor": "李莉"}
    said = results.aftermath.signed.text()
    assert said.startswith("Chief judge: not signed　Teller: 周敏, ")


def test_who_signed_before_need_not_be_typed_again(console: Session, results: ResultsPage) -> None:
    rounds.close_round(console.file)
    console.settle()
    console.qtbot.mouseClick(results.aftermath.sign, Qt.MouseButton.LeftButton)
    console.answer(teller="周敏")
    last = console.file.last.number
    console.qtbot.mouseClick(results.aftermath.sign, Qt.MouseButton.LeftButton)
    assert console.question().answers()["teller"] == "周敏"
    console.answer()
    assert console.file.last.number == last


def test_a_correction_shows_what_it_changed_and_asks_for_new_signatures(console: Session, results: ResultsPage) -> None:
    rounds.close_round(console.file)
    console.settle()
    assert results.aftermath.corrected.isHidden()
    marks.adjust(console.file, "C", "20", reason="漏记加分")
    console.settle()
    console.qtbot.waitUntil(results.aftermath.corrected.isVisible)
    assert results.aftermath.corrected.text() == (
        "·  丙单位: score 80.00 → 100.00, rank 3 → 1, no longer has to come back\n"
        "·  甲单位: rank 1 → 2\n"
        "·  乙单位: rank 2 → 3, now has to come back in the next round"
    )
    assert results.aftermath.sign.isHidden()
    console.languages.use("zh")
    console.qtbot.waitUntil(lambda: "名次 1 → 2" in results.aftermath.corrected.text())
    assert results.aftermath.corrected_head.text() == "成绩确认之后的更正"
