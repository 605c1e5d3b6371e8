"""No word of a page is cut off, in either language, in the middle of a contest day at 1280×720."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.sheets import read_setup
from tests.ui.console_gallery import TEMPLATE, links, misfits, play
from tests.ui.consoles import Session, session
from ui.console.steps import Page


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
