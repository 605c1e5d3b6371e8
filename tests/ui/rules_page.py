"""The rules page as a person works with it, by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from tests.ui.consoles import Session
from ui.console.plan_sections import TableSection
from ui.console.rules import RulesPage
from ui.console.steps import Page
from ui.console.tie_section import TieSection


class Rules:
    """The rules page as a person works with it."""

    def __init__(self, console: Session) -> None:
        page = console.page(Page.RULES)
        assert isinstance(page, RulesPage)
        self.console, self.page, self.form = console, page, page.form

    def field(self, place: str, key: str) -> QWidget:
        return self.form.field(place, key)

    def line(self, place: str, key: str) -> QLineEdit:
        field = self.field(place, key)
        assert isinstance(field, QLineEdit)
        return field

    def type(self, place: str, key: str, text: str) -> None:
        """Go to a field and write over what is there."""
        line = self.line(place, key)
        line.setFocus()
        line.selectAll()
        self.console.qtbot.keyClick(line, Qt.Key.Key_Backspace)
        typed = QInputMethodEvent()  # Chinese comes from an input method, not from keys
        typed.setCommitString(text)
        QApplication.sendEvent(line, typed)
        self.checked()

    def checked(self) -> None:
        """Until everything is checked and computed again."""
        self.console.qtbot.waitUntil(lambda: not self.page._pause.isActive())

    def choose(self, place: str, key: str, text: str) -> None:
        field = self.field(place, key)
        assert isinstance(field, QComboBox)
        field.setFocus()
        while field.currentText() != text:
            self.console.qtbot.keyClick(field, Qt.Key.Key_Down)
        self.checked()

    def table(self, name: str) -> TableSection:
        section = self.form.sections[name]
        assert isinstance(section, TableSection)
        return section

    @property
    def ties(self) -> TieSection:
        section = self.form.sections["tie_breaks"]
        assert isinstance(section, TieSection)
        return section

    @property
    def steps(self) -> list[str]:
        return [self.ties.steps.item(row).text() for row in range(self.ties.steps.count())]

    @property
    def example(self) -> str:
        return self.page.example.steps.toPlainText()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.console.press(key, modifier)
        QApplication.processEvents()
        self.checked()

    def click(self, table: str, sign: str, row: int = 0) -> None:
        """Press a small button beside a row, or the one below the table."""
        buttons = [button for button in self.table(table)._buttons if button.text().startswith(sign)]
        self.console.qtbot.mouseClick(buttons[row], Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        self.checked()

    def keys(self, table: str) -> list[str]:
        return [item.key for item in self.form.draft.tables[table]]

    def unlock(self) -> None:
        self.press(Qt.Key.Key_F9)
        self.console.answer(reason="权重抄错")

    def save(self) -> list[str]:
        """Save; what the question said."""
        self.console.qtbot.waitUntil(self.page.save.isEnabled)
        self.press(Qt.Key.Key_F5)
        asked = self.console.question()._asked
        self.console.answer()
        self.console.qtbot.waitUntil(lambda: not self.page.dirty)
        return [asked.text, *asked.details]
