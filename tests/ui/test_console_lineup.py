"""The line-up beside the live page: names are read whole, whatever stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from storage import desk
from tests.ui.consoles import Session, session, small_setup
from ui.console.lineup import NAME, LineupDelegate, LineupView

LONG = "市发展和改革委员会（市粮食局）"


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    setup = small_setup()
    first, *rest = setup.contestants
    named = replace(setup, contestants=(replace(first, name=LONG), *rest))
    with session(qtbot, tmp_path, setup=named, language="zh") as opened:
        yield opened


def test_a_long_name_is_read_whole_though_its_state_stands_beside_it(console: Session) -> None:
    code = console.file.contest.live_round.entries[0].code
    desk.call(console.file, code)
    desk.open_scoring(console.file)
    console.settle()
    view = console.window.findChildren(LineupView)[0]
    model, delegate = view.model(), view.itemDelegate()
    assert model is not None
    assert isinstance(delegate, LineupDelegate)
    place = view.visualRect(model.index(0, NAME))
    for row, whole in ((0, False), (1, True)):
        option = QStyleOptionViewItem()
        option.initFrom(view)
        option.rect = place
        delegate.initStyleOption(option, model.index(row, NAME))
        wraps = bool(option.features & QStyleOptionViewItem.ViewItemFeature.WrapText)
        assert wraps is not whole
        words = QFontMetrics(option.font).boundingRect(
            QRect(0, 0, delegate._room(option), 1000), Qt.TextFlag.TextWrapAnywhere, option.text
        )
        assert words.height() <= view.rowHeight(row)
