"""A console on a small real contest, for tests to press its buttons."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from arena_desk.app import check_file
from exports.kinds import Order, Report
from scoring.plan import Setup
from scoring.text import Language
from storage.contest_file import ContestFile, create_contest, open_contest
from tests.contests import setup_of
from ui.console.dialogs import Question
from ui.console.safety import Safety
from ui.console.steps import Page
from ui.console.window import ConsoleWindow
from ui.desk import Desk
from ui.language import Languages
from ui.links import JudgeLink, Network, Presence, Reach

Widget = TypeVar("Widget", bound=QWidget)

PLAN: dict[str, Any] = {
    "contest": {"title": "小擂台", "step": "0.5", "tie_breaks": ["draw"]},
    "timer": {"speech_seconds": 60, "warning_seconds": 10},
    "category": [{"key": "unit", "name": "单位"}],
    "criterion": [{"key": "idea", "name": "思路", "max": "40"}, {"key": "plan", "name": "举措", "max": "60"}],
    "group": [
        {"key": "lead", "name": "领导", "weight": "60"},
        {"key": "expert", "name": "专家", "weight": "40"},
    ],
}
CONTESTANTS = [
    {"code": "A", "name": "甲单位", "category": "unit"},
    {"code": "B", "name": "乙单位", "category": "unit"},
    {"code": "C", "name": "丙单位", "category": "unit"},
]
JUDGES = [
    {"code": "L1", "name": "领导一", "group": "lead"},
    {"code": "L2", "name": "领导二", "group": "lead"},
    {"code": "E1", "name": "专家一", "group": "expert"},
    {"code": "E2", "name": "专家二", "group": "expert"},
]
BLANK = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
"""A document of one blank page: a preview may look at it before its dialog is gone."""
GOOD = {"idea": "38", "plan": "57"}
FAIR = {"idea": "36", "plan": "54"}
POOR = {"idea": "32", "plan": "48"}


def small_setup(**changes: Any) -> Setup:
    """The small contest; `changes` replace parts of its plan file."""
    return setup_of({**PLAN, **changes}, CONTESTANTS, JUDGES)


class StillLinks:
    """A link in which every judge is there, unless a test says otherwise."""

    def __init__(self) -> None:
        self.seats: dict[str, Presence] = {}
        self.networks: tuple[Network, ...] = (Network("192.168.31.20", "WLAN"),)
        self.agreed = "192.168.31.20"
        self.answers: bool | None = True
        self.visitors, self.shut = 4, False

    def address(self) -> str:
        return f"http://{self.reach().host or '127.0.0.1'}:8420"

    def reach(self) -> Reach:
        hosts = [network.host for network in self.networks]
        if self.agreed in hosts:
            return Reach(self.networks, self.agreed, answers=self.answers, visitors=self.visitors, shut=self.shut)
        return Reach(self.networks, next(iter(hosts), ""), self.agreed)

    def use_host(self, host: str) -> None:
        self.agreed = host

    def loopback(self) -> str:
        return "http://127.0.0.1:8420"

    def judge_link(self, judge: str) -> JudgeLink:
        return JudgeLink(f"{self.address()}/j#token-of-{judge}", "482913")

    def presence(self, judge: str) -> Presence:
        return self.seats.get(judge, Presence(devices=1, seen=0.5, round_trip=20.0))

    def give_way(self, seconds: float) -> None:
        """Nothing is ever on its way."""

    def host_url(self) -> str:
        return f"{self.address()}/host#token-of-hosts"

    def board_url(self) -> str:
        return f"{self.address()}/board"


class Session:
    """A console as a person sits before it."""

    def __init__(self, qtbot: QtBot, file: ContestFile, language: Language) -> None:
        self.qtbot, self.file, self.links = qtbot, file, StillLinks()
        self.made: list[Order] = []
        self.languages = Languages(language)
        self.desk = Desk(file, self.links, self.languages)
        self.safety = Safety(file)
        self.launched: list[tuple[str, ...]] = []
        self.window = ConsoleWindow(self.desk, self._export, check_file, self.safety, self._launch)
        self.window.resize(1280, 720)
        self.window.show()
        qtbot.waitActive(self.window).__enter__()
        self.live = self.window.live

    def _export(self, order: Order, report: Report) -> None:
        report(1, 1)
        order.path.write_bytes(BLANK)
        self.made.append(order)

    def _launch(self, words: tuple[str, ...]) -> bool:
        self.launched.append(words)
        return True

    @property
    def primary(self) -> str:
        """What the primary button says."""
        return self.live.row.primary.text()

    def settle(self) -> None:
        """Until the windows show what the file holds."""
        self.qtbot.waitUntil(lambda: self.desk.snapshot.contest.revision == self.file.contest.revision)
        self.qtbot.waitUntil(lambda: not self.desk.busy and not self.desk._news)
        QApplication.processEvents()

    def step(self) -> None:
        """Press Space: the next step."""
        self.press(Qt.Key.Key_Space)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the console."""
        self.activate(self.window)
        self.qtbot.keyClick(self.window, key, modifier)

    def activate(self, window: QWidget) -> None:
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def page(self, page: Page) -> QWidget:
        """Go to a page."""
        self.window.show_page(page)
        QApplication.processEvents()
        return self.window._pages[page]

    def question(self) -> Question:
        """The question that is being asked."""
        return self.dialog(Question)

    def dialog(self, kind: type[Widget]) -> Widget:
        """The dialog of a kind that is open."""
        found: list[Widget] = []

        def look() -> bool:
            found[:] = [each for each in self.window.findChildren(kind) if each.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(look)
        return found[0]

    def answer(self, **answers: str) -> None:
        """Fill in the question and say yes."""
        question = self.question()
        for key, text in answers.items():
            question.fill(key, text)
        assert question.yes.isEnabled(), question.answers()
        self.qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
        self.settle()

    def refusal(self) -> str:
        """What the error dialog says; it is closed."""
        box = self.dialog(QMessageBox)
        said = f"{box.text()}\n{box.informativeText()}"
        box.accept()
        return said

    def menu(self) -> QMenu:
        """The menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, text: str) -> None:
        """Choose an entry of the open menu by the beginning of its text."""
        menu = self.menu()
        action = next(action for action in menu.actions() if action.text().startswith(text))
        menu.setActiveAction(action)
        self.qtbot.keyClick(menu, Qt.Key.Key_Return)

    def close(self) -> None:
        """Take everything down."""
        for dialog in self.window.findChildren(QDialog):
            dialog.done(0)
        self.desk.close()
        self.safety.stop()
        self.languages.remove()
        self.window.hide()
        self.window.deleteLater()
        self.desk.deleteLater()
        self.safety.deleteLater()


@contextmanager
def session(
    qtbot: QtBot, folder: Path, *, setup: Setup | None = None, language: Language = "en", rehearsal: bool = False
) -> Iterator[Session]:
    """A console on a new contest."""
    path = folder / "小擂台.arena"
    create_contest(path, setup or small_setup(), rehearsal=rehearsal)
    file = open_contest(path)
    opened = Session(qtbot, file, language)
    try:
        yield opened
    finally:
        opened.close()
        file.close()


def with_contestants(setup: Setup, *codes: str) -> Setup:
    """The same contest with these contestants only."""
    return replace(setup, contestants=tuple(each for each in setup.contestants if each.code in codes))
