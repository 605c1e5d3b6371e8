"""Names that are markup, turn the direction of writing or never end are shown as what they are in every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from exports.cards import Card, Cards, cards_pdf
from scoring.plan import Judge
from storage import desk
from storage.contest_file import create_contest
from storage.sheets import read_setup
from tests.exports.read_pdf import sheets
from tests.panel.seats import SCORES, Seat, open_for
from tests.running import PlainNearDesk
from tests.ui.consoles import Session, session, small_setup
from ui.console.lineup import LineupView
from ui.console.steps import Page
from ui.panel.state import State

MARKUP = """<img src=x onerror="alert(1)"><b>乙</b>&amp;"""
NAMES = (MARKUP, "\u202e\u2067左右\u200f", "甲" * 500, "R&D {name}%s")


def as_rich_text(window: QWidget) -> list[str]:
    """What a window would take for HTML although it comes from a file."""
    labels = [label for label in window.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText]
    said = [label.text() for label in labels] + [each.toolTip() for each in window.findChildren(QWidget)]
    return [text for text in said if "<img" in text and RichText.mightBeRichText(text)]


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    setup = small_setup()
    contestants = [replace(each, name=name, lead=name) for each, name in zip(setup.contestants, NAMES, strict=False)]
    judges = [replace(each, name=name, title=name) for each, name in zip(setup.judges, NAMES, strict=False)]
    plan = replace(setup.plan, title=MARKUP, organizer=MARKUP)
    rest = setup.contestants[len(contestants) :], setup.judges[len(judges) :]
    hostile = replace(setup, plan=plan, contestants=(*contestants, *rest[0]), judges=(*judges, *rest[1]))
    with session(qtbot, tmp_path, setup=hostile) as opened:
        yield opened


def test_the_console_takes_no_name_for_html(console: Session) -> None:
    for entry in console.file.contest.live_round.entries[:3]:
        desk.call(console.file, entry.code)
        console.settle()
        assert as_rich_text(console.window) == []
        assert console.window.width() < 2000, "a name without end does not push the window off the screen"
    for page in Page:
        console.page(page)
        assert as_rich_text(console.window) == []
    console.page(Page.LIVE)
    model = console.window.findChildren(LineupView)[0].model()
    assert model is not None
    tips = [model.data(model.index(row, 1, QModelIndex()), Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert tips[0] == RichText.convertFromPlainText(MARKUP)
    assert tips[2] == NAMES[2]


def test_a_judges_window_takes_no_name_for_html(qtbot: QtBot, tmp_path: Path, qingdao: Path) -> None:
    setup = read_setup(qingdao)
    contestants = [replace(each, name=name) for each, name in zip(setup.contestants, NAMES, strict=False)]
    judges = [replace(each, name=MARKUP, title=MARKUP) for each in setup.judges]
    criteria = [replace(each, name=name) for each, name in zip(setup.plan.criteria, NAMES, strict=False)]
    plan = replace(setup.plan, title=MARKUP, criteria=tuple(criteria))
    create_contest(
        tmp_path / "擂台赛.arena", replace(setup, plan=plan, contestants=tuple(contestants), judges=tuple(judges))
    )
    link = PlainNearDesk(tmp_path / "擂台赛.arena")
    seat = Seat(qtbot, link, tmp_path / "shelves")
    for code in ("F01", "F02", "F03"):
        open_for(link, code)
        seat.sees(State.OPEN)
        seat.type(SCORES)
        seat.submit()
        seat.sees(State.STORED)
        assert as_rich_text(seat.window) == []
        assert seat.window.width() < 2000
        link.post("close", force=True)
    seat.close()
    seat.languages.remove()
    link.end()


def test_a_card_prints_a_name_as_it_is() -> None:
    judge = Judge("L1", MARKUP, "<i>长</i>" * 60, "leaders")
    card = Card(judge, MARKUP, "http://192.168.31.20:8420/j#token", "482915")
    (page,) = sheets(
        cards_pdf(Cards(MARKUP, "http://192.168.31.20:8420", (card,), True, False, date(2026, 11, 24)), ())
    )
    assert "<img" in page.text
    assert "</b>" in page.text
