"""Questions: nothing is done without the word that is asked for, and everything is within reach of the keyboard."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scoring.errors import NotNow
from scoring.text import Language, Text
from tests.ui.consoles import Session
from ui.console.dialogs import Question
from ui.console.questions import REASON, Answers, Asked, Field, ask, reason_field
from ui.console.steps import Page


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def asked(**more: object) -> Asked:
    return Asked("Sure?", "It cannot be taken back.", "Do it", **more)  # type: ignore[arg-type]


def put_question(qtbot: QtBot, window: QWidget, question: Asked) -> tuple[Question, list[Answers]]:
    heard: list[Answers] = []
    dialog = ask(window, question, heard.append)
    qtbot.waitUntil(dialog.isVisible)
    return dialog, heard


def test_a_note_that_follows_from_the_answers_takes_no_height_from_the_fields(qtbot: QtBot, window: QWidget) -> None:
    text, order = "First drawn comes first, last drawn comes back. " * 2, "Order: A, B " * 12
    fields = [Field("seed", "Seed"), reason_field()]
    dialog, _ = put_question(qtbot, window, Asked("Draw? " * 12, text, "Draw", fields=fields, note=lambda a: order))
    dialog.fill("seed", "1")
    dialog.fill(REASON, "W")
    qtbot.waitUntil(dialog._note.isVisible)
    inputs = dialog.findChildren(QLineEdit)
    qtbot.waitUntil(lambda: all(edit.height() >= edit.sizeHint().height() for edit in inputs))


def test_enter_says_yes_and_escape_says_no(qtbot: QtBot, window: QWidget) -> None:
    dialog, heard = put_question(qtbot, window, asked())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert heard == []
    dialog, heard = put_question(qtbot, window, asked())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert heard == [{}]


def test_space_never_says_yes(qtbot: QtBot, window: QWidget) -> None:
    dialog, heard = put_question(qtbot, window, asked())
    dialog.yes.setFocus()
    qtbot.keyClick(dialog.yes, Qt.Key.Key_Space)
    assert heard == []
    assert dialog.isVisible()
    dialog.reject()


def test_a_reason_is_needed_where_one_is_asked_for(qtbot: QtBot, window: QWidget) -> None:
    dialog, heard = put_question(qtbot, window, asked(fields=[reason_field("over time")]))
    edit = dialog.findChild(QComboBox).lineEdit()  # type: ignore[union-attr]
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert heard == []
    assert not dialog.yes.isEnabled()
    assert dialog.yes.toolTip() == dialog.yes.accessibleDescription() == "Still to fill in: Reason"
    qtbot.keyClicks(edit, "  late  ")
    assert dialog.yes.toolTip() == ""
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert heard == [{REASON: "late"}]


def test_what_is_wrong_stands_under_its_field_once_it_is_filled_in(qtbot: QtBot, window: QWidget) -> None:
    def check(answers: Answers) -> Mapping[str, str]:
        return {} if answers["points"].isdigit() else {"points": "not a number"}

    fields = [Field("points", "Points")]
    dialog, _ = put_question(qtbot, window, asked(fields=fields, check=check, note=lambda a: f"= {a['points']}"))
    assert not dialog._faults["points"].isVisible()
    dialog.fill("points", "x")
    assert dialog._faults["points"].text() == "not a number"
    dialog.fill("points", "7")
    assert not dialog._faults["points"].isVisible()
    assert dialog._note.text() == "= 7"
    dialog.reject()


def test_a_name_is_never_read_as_markup(qtbot: QtBot, window: QWidget) -> None:
    dialog, _ = put_question(qtbot, window, Asked("<b>甲</b>", "<img src=x>", "Do it"))
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_an_error_is_said_in_the_language_of_the_windows_with_all_its_lines(console: Session) -> None:
    error = NotNow("x", Text("不行", "not now"), blockers=[Text("甲", "first"), Text("乙", "second")])
    console.window.show_error(error)
    assert console.refusal() == "Not now\n·  first\n·  second"
    console.languages.use("zh")
    console.window.show_error(error)
    assert console.refusal() == "不行\n·  甲\n·  乙"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_has_a_name_for_a_screen_reader(console: Session, language: Language) -> None:
    console.languages.use(language)
    QApplication.processEvents()
    for page in Page:
        for widget in nameable(console.page(page)):
            assert widget.accessibleName() or getattr(widget, "text", str)(), (page, widget)
    assert console.window.steps.accessibleName()


def nameable(page: QWidget) -> list[QWidget]:
    """What a person can act on, without the inner parts of Qt's own widgets."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QProgressBar, QTextEdit)
    found = [widget for kind in kinds for widget in page.findChildren(kind) if widget.isVisibleTo(page)]
    return [widget for widget in found if type(widget).__module__.startswith("ui.") or not inner(widget)]


def inner(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent, QAbstractItemView | QComboBox | QLineEdit)


def test_the_tab_key_reaches_tiles_and_buttons(console: Session) -> None:
    reached = set()
    for _ in range(60):
        console.qtbot.keyClick(console.window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused:
            reached.add(focused)
    assert console.live.board.tile("L1") in reached
    assert console.live.row.primary in reached
    assert console.live.lineup_view in reached
    assert console.window.steps in reached


def test_enter_opens_the_menu_of_a_tile(console: Session) -> None:
    tile = console.live.board.tile("E1")
    tile.setFocus()
    console.qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert console.menu().actions()
    console.menu().close()
