"""No word of a page is cut off, in either language, in the middle of a contest day at 1280×720."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage import marks
from storage.sheets import read_setup
from tests.ui.console_gallery import TEMPLATE, links, misfits, play
from tests.ui.consoles import Session, session
from tests.ui.other_gallery import INDICATORS, measure
from ui.console.entry_head import Lead
from ui.console.fitted import FittedName
from ui.console.latest import LatestRecords
from ui.console.lineup import MOST_LINES
from ui.console.results import ResultsPage
from ui.console.steps import Page

NAMES = (
    "工业和信息化领域",
    "青岛市黄岛区人民政府办公室和营商环境建设工作领导小组",
    "Qingdao Municipal Bureau of Industry and Information Technology",
)


def records_are_whole(latest: LatestRecords) -> bool:
    said = [text for _, text in latest._lines if text.isVisible()]
    return bool(said) and all(text.heightForWidth(text.width()) <= text.height() for text in said)


@pytest.fixture
def day(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with session(qtbot, tmp_path, setup=read_setup(TEMPLATE)) as opened:
        opened.links.seats.update(links().seats)
        play(opened.file)
        opened.desk.look_at_links()
        opened.settle()
        yield opened


def test_no_word_of_any_page_is_wider_than_its_place(day: Session) -> None:
    for language in ("en", "zh"):
        day.languages.use(language)
        for page in Page:
            day.page(page)
            day.settle()
            QApplication.processEvents()
            assert list(misfits(day.window)) == [], (language, page.name)


@pytest.mark.parametrize("name", NAMES)
def test_the_name_on_stage_is_read_whole_in_the_head_the_line_up_and_the_journal(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    setup = read_setup(TEMPLATE)
    named = tuple(replace(each, name=name) if each.code == "F03" else each for each in setup.contestants)
    with session(qtbot, tmp_path, setup=replace(setup, contestants=named)) as opened:
        play(opened.file)
        for language in ("en", "zh"):
            opened.languages.use(language)
            opened.settle()
            head, lineup, latest = opened.live.head.name, opened.live.lineup_view, opened.live.latest
            assert head.shown() == name
            assert head.heightForWidth(head.width()) <= head.height()
            row = opened.live.lineup.row_of("F03")
            most = MOST_LINES * lineup.fontMetrics().lineSpacing()
            assert lineup.rowHeight(row) >= min(lineup.sizeHintForRow(row), most)
            qtbot.waitUntil(partial(records_are_whole, latest))
            assert name in latest._lines[0][1].text()


def test_a_name_without_end_ends_in_dots_and_is_whole_in_its_tip(qtbot: QtBot) -> None:
    name = FittedName()
    name.setText("甲" * 500)
    name.resize(300, name.heightForWidth(300))
    name.show()
    qtbot.waitExposed(name).__enter__()
    QApplication.processEvents()
    assert name.shown().endswith("…")
    assert name.toolTip() == "甲" * 500
    assert name.height() < 8 * name.fontMetrics().height()
    name.setText("甲")
    QApplication.processEvents()
    assert (name.shown(), name.toolTip()) == ("甲", "")


def test_the_choices_of_the_stage_keep_their_words_where_letters_are_large(day: Session) -> None:
    day.window.resize(1920, 1080)
    day.page(Page.LIVE)
    font = day.window.font()
    before = day.live.stage.width()
    font.setPointSizeF(2 * font.pointSizeF())
    QApplication.setFont(font)
    try:
        QApplication.processEvents()
        day.window.resize(1921, 1080)
        QApplication.processEvents()
        assert list(misfits(day.live.stage)) == []
        assert day.live.stage.width() < 2 * before, "they stand in fewer columns"
    finally:
        font.setPointSizeF(font.pointSizeF() / 2)
        QApplication.setFont(font)


def test_with_the_system_s_letters_doubled_every_page_stands_on_a_small_screen(day: Session) -> None:
    """At 1280×720: nothing is cut, nothing makes the window larger; what has no room beside the rest is scrolled."""
    font = day.window.font()
    wide = day.live.minimumSizeHint().width()
    font.setPointSizeF(2 * 10.5)
    usual = QApplication.font()
    QApplication.setFont(font)
    try:
        for language in ("en", "zh"):
            day.languages.use(language)
            for page in (*Page, Page.LIVE):
                day.page(page)
                day.settle()
                day.window.resize(1280, 720)
                QApplication.processEvents()
                assert (day.window.width(), day.window.height()) == (1280, 720), (language, page.name)
                assert [each for each in misfits(day.window) if "Tool" not in each] == [], (language, page.name)
        live = day.live
        assert not live.strip.visibleRegion().isEmpty()
        assert live.stage.width() < live.width() // 2
        assert live.stage.mapTo(live, QPoint()).y() > live.lineup_view.mapTo(live, QPoint()).y(), "below the line-up"
        day.activate(day.window)
        live.board.tile("E4").setFocus()
        day.qtbot.keyClick(live.board.tile("E4"), Qt.Key.Key_Tab)
        day.qtbot.waitUntil(lambda: not live.board.tile("E5").visibleRegion().isEmpty())
    finally:
        QApplication.setFont(usual)
    QApplication.processEvents()
    day.window.resize(1281, 720)
    QApplication.processEvents()
    assert live.stage.mapTo(live, QPoint()).x() > live.width() // 2, "beside the rest again"
    assert live.minimumSizeHint().width() <= wide


def test_a_word_that_is_wider_than_its_place_is_found(day: Session) -> None:
    button = day.live.row.adjust
    day.page(Page.LIVE)
    button.setFixedWidth(40)
    QApplication.processEvents()
    assert [each for each in misfits(day.window) if button.text() in each]


def test_steps_are_as_wide_as_their_words(day: Session) -> None:
    steps = day.window.steps
    before = steps.width()
    font = steps.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    steps.setFont(font)
    assert steps.width() > 1.6 * before


def test_a_board_of_indicators_needs_no_scrolling_sideways(qtbot: QtBot, tmp_path: Path) -> None:
    with session(qtbot, tmp_path, setup=read_setup(INDICATORS)) as opened:
        measure(opened.file)
        opened.settle()
        results = opened.page(Page.RESULTS)
        assert isinstance(results, ResultsPage)
        for language in ("en", "zh"):
            opened.languages.use(language)
            qtbot.waitUntil(lambda: results.table.horizontalScrollBar().maximum() == 0)
        bare = [results.table.isColumnHidden(column) for column in range(results.model.columnCount())]
        assert bare.count(True) == 2, "nobody has adjustments or a grade yet"
        marks.adjust(opened.file, opened.file.contest.live_round.entries[0].code, "-1", reason="更正")
        qtbot.waitUntil(lambda: not results.table.isColumnHidden(bare.index(True)))


def test_who_leads_is_never_read_letter_by_letter_down_the_page(qtbot: QtBot) -> None:
    lead = Lead()
    lead.setText("F03  ·  重点领域  ·  市工业和信息化局")
    lead.show()
    qtbot.waitExposed(lead).__enter__()
    line = lead.fontMetrics().height()
    assert lead.heightForWidth(10 * line) >= 2 * line
    lead.resize(10 * line, 3 * line)
    lead.grab()
    assert lead.toolTip() == ""
    assert lead.heightForWidth(2 * line) == line
    lead.resize(2 * line, line)
    lead.grab()
    assert "市工业和信息化局" in lead.toolTip()
    lead.deleteLater()
