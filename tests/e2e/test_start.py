"""The whole program from its first window: into a rehearsal and back, into a contest, and out again."""

from __future__ import annotations

import logging
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from arena_desk.app import begin, run_start
from storage import desk
from storage.backup import describe
from storage.contest_file import create_contest, open_contest
from storage.keeper import FOLDER
from tests.ui.consoles import small_setup
from ui.console.dialogs import Question
from ui.console.rules import RulesPage
from ui.console.steps import Page
from ui.console.window import ConsoleWindow
from ui.start.recent import Recents
from ui.start.window import StartWindow

pytestmark = pytest.mark.e2e


class Person(QObject):
    """Does one thing after the other, each as soon as it can be done."""

    def __init__(self, *steps: Callable[[], bool]) -> None:
        super().__init__()
        self._steps = list(steps)
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._steps and self._steps[0]():
            self._steps.pop(0)

    @property
    def done(self) -> bool:
        """Whether everything was done."""
        return not self._steps


def shown(kind: type) -> list:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def in_start(act: Callable[[StartWindow], bool]) -> Callable[[], bool]:
    """Something to do in the start window, once its list is there."""
    return lambda: any(window.model.rowCount() and act(window) for window in shown(StartWindow))


def in_console(act: Callable[[ConsoleWindow], bool]) -> Callable[[], bool]:
    return lambda: any(act(window) for window in shown(ConsoleWindow))


def press(button: Callable[[StartWindow], object]) -> Callable[[], bool]:
    def act(window: StartWindow) -> bool:
        button(window).trigger()  # type: ignore[attr-defined]
        return True

    return in_start(act)


def say_yes(window: StartWindow) -> bool:
    """Say yes to the rehearsal that is offered first."""
    questions = [each for each in window.findChildren(Question) if each.isVisible()]
    for question in questions:
        question.fill("speed", "50 ×")
        question.yes.click()
    return bool(questions)


def close_rehearsal(window: ConsoleWindow) -> bool:
    """Once every simulated judge has come."""
    online = [p for p in window._desk.presence.values() if p.devices]
    return window._desk.snapshot.contest.rehearsal and len(online) == 4 and window.close()


def close_contest(window: ConsoleWindow) -> bool:
    """Once the list of recent contests holds it."""
    noted = bool(Recents().read().contests[0].contest)
    return not window._desk.snapshot.contest.rehearsal and noted and window.close()


@pytest.fixture(autouse=True)
def ends_when_told(qapp: QApplication) -> Iterator[None]:
    """As `make_application` has it."""
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def contest(tmp_path: Path) -> Path:
    path = tmp_path / "小擂台.arena"
    create_contest(path, small_setup())
    Recents().note(path, "旧标题")
    return path


def test_a_rehearsal_leads_back_to_the_start_and_a_contest_out_of_the_program(
    qtbot: QtBot, qapp: QApplication, contest: Path, tmp_path: Path
) -> None:
    (tmp_path / "U盘").mkdir()
    file = open_contest(contest)
    file.remember(FOLDER, str(tmp_path / "U盘"))
    file.close()
    person = Person(
        press(lambda window: window.rehearse),
        in_start(say_yes),
        in_console(close_rehearsal),
        press(lambda window: window.open_),
        in_console(close_contest),
    )
    assert begin(qapp, "zh") == 0
    assert person.done
    recent = Recents().read().contests[0]
    assert (recent.path, recent.title, recent.contest) == (contest, "小擂台", describe(contest).contest)
    assert recent.backups == str(tmp_path / "U盘")
    assert len(list((tmp_path / "U盘").glob("*.arena"))) == 1, "the contest was copied, the rehearsal was not"
    open_contest(contest).close()


def test_a_port_that_is_taken_is_said_in_the_start_window(qtbot: QtBot, qapp: QApplication, contest: Path) -> None:
    said: list[str] = []

    def read(window: StartWindow) -> bool:
        boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
        for box in boxes:
            said.append(box.text())
            box.accept()
        return bool(boxes)

    with socket.create_server(("0.0.0.0", 0)) as taken:
        file = open_contest(contest)
        file.remember("port", str(taken.getsockname()[1]))
        file.close()
        person = Person(press(lambda window: window.open_), in_start(read), in_start(StartWindow.close))
        assert begin(qapp, "en") == 0
    assert person.done
    assert "is taken by another program" in said[0]
    open_contest(contest).close()


def leave_half_done(window: ConsoleWindow) -> bool:
    """Somebody is on stage, and a rule is written that is not saved: closing by hand would ask."""
    desk.call(window._desk.file, "A")
    window.show_page(Page.RULES)
    page = window.findChild(RulesPage)
    assert page is not None
    field = page.form.field("contest", "title")
    assert isinstance(field, QLineEdit)
    field.setText("另一个标题")
    field.textEdited.emit("另一个标题")
    return page.dirty


def told_to_end(number: int) -> Callable[[ConsoleWindow], bool]:
    def act(window: ConsoleWindow) -> bool:
        os.kill(os.getpid(), number)
        return True

    return act


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_program_without_a_question_and_the_log_says_what_was_not_saved(
    qtbot: QtBot,
    qapp: QApplication,
    contest: Path,
    caplog: pytest.LogCaptureFixture,
    logged_warnings: list[logging.LogRecord],
    number: int,
) -> None:
    person = Person(press(lambda window: window.open_), in_console(leave_half_done), in_console(told_to_end(number)))
    with caplog.at_level("INFO"):
        assert run_start("en") == 0
    assert person.done
    assert f"told to end by {signal.Signals(number).name}" in caplog.messages
    assert [record.getMessage() for record in logged_warnings] == [
        "the rules written on page 2 were not saved; those in force stay as they are"
    ]
    logged_warnings.clear()
    file = open_contest(contest)
    assert (file.contest.plan.title, file.contest.live_round.called) == ("小擂台", "A")
    file.close()


def test_a_signal_during_a_rehearsal_does_not_lead_back_to_the_start(
    qtbot: QtBot, qapp: QApplication, contest: Path
) -> None:
    person = Person(press(lambda window: window.rehearse), in_start(say_yes), in_console(told_to_end(signal.SIGTERM)))
    assert run_start("en") == 0
    assert person.done
    assert shown(StartWindow) == []
