"""Closing scoring although ballots are missing: who is missing, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from scoring import conduct
from scoring.plan import Judge
from ui.console.corrections import Corrections
from ui.console.dialogs import Question
from ui.console.look import Caption, Words
from ui.console.page import fit
from ui.console.questions import Asked
from ui.console.tile_facts import Contact, contact
from ui.console.tile_words import filling_word, unsent_word
from ui.console.words import contact_word
from ui.desk import Desk
from ui.links import Presence

HIGHEST = 320
"""Pixels for the list; a longer one scrolls."""


class MissingBallots(Question):
    """The question, with a line for each judge who is missing: how the seat stands, and buttons that mark the judge as
    absent, recuse the judge, or enter the ballot from paper. It goes away by itself once nobody is missing any more.

    Enter, pressed once too often in another dialog, must not stop scoring: here it means to go back.
    """

    def __init__(
        self,
        desk: Desk,
        corrections: Corrections,
        code: str,
        asked: Asked,
        without: Callable[[int], str],
        parent: QWidget,
    ) -> None:
        self._desk, self._corrections, self._code, self._without = desk, corrections, code, without
        self._judges: list[Judge] = []
        self.rows = QGridLayout()
        super().__init__(asked, parent)
        desk.changed.connect(self._read)
        desk.presence_changed.connect(self._read)
        self._read()

    def _add_more(self, box: QVBoxLayout) -> None:
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(10)
        self.rows.setColumnStretch(1, 1)
        self._inner, self._area = QWidget(), QScrollArea()
        self._inner.setLayout(self.rows)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inner)
        box.addWidget(self._area)

    def _buttons(self) -> QDialogButtonBox:
        buttons = super()._buttons()
        self.yes.setDefault(False)
        self.yes.setAutoDefault(False)
        self.no.setDefault(True)  # without any, Qt would take the first one that says yes
        self.yes.setText(f"{self._asked.action}  Ctrl+⏎")
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key), self, self.yes.click)
        return buttons

    def _read(self) -> None:
        """Show who is missing now; lines are built anew only if that changed."""
        now = self._desk.snapshot
        missing = conduct.missing_ballots(now.contest, now.round, conduct.entry_of(now.round, self._code))
        if not missing:
            self.reject()
        elif missing != self._judges:
            self._judges = missing
            self.said.setText(self._without(len(missing)))
            self._build_rows()
            fit(self)
        else:
            self._say_states()

    def _build_rows(self) -> None:
        while item := self.rows.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for row, judge in enumerate(self._judges):
            self.rows.addWidget(Words(f"{judge.code}  {judge.name}", bold=True), row, 0)
            self.rows.addWidget(Caption(factor=1.0), row, 1)
            for column, (text, done) in enumerate(self._ways(judge), start=2):
                self.rows.addWidget(self._button(judge, text, done), row, column)
        self._say_states()
        for child in self._inner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.show()  # what joins a window that is open stays hidden until later, and would count for no height now
        inner = self._inner.sizeHint()
        self._area.setFixedHeight(min(inner.height(), HIGHEST))
        self._area.setMinimumWidth(inner.width() + self._area.verticalScrollBar().sizeHint().width())

    def _ways(self, judge: Judge) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (
            (self.tr("From paper…"), partial(self._corrections.enter_ballot, judge.code, self._code)),
            (self.tr("Recuse…"), partial(self._corrections.recuse, judge.code, self._code)),
            (self.tr("Absent…"), partial(self._corrections.absent, judge.code)),
        )

    def _button(self, judge: Judge, text: str, done: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(f"{judge.name}: {text}")
        button.setAutoDefault(False)
        button.clicked.connect(done)
        return button

    def _say_states(self) -> None:
        for row, judge in enumerate(self._judges):
            item = self.rows.itemAtPosition(row, 1)
            label = item.widget() if item else None
            if isinstance(label, Caption):
                label.setText(self._state(self._desk.presence.get(judge.code, Presence())))

    def _state(self, presence: Presence) -> str:
        found = contact(presence)
        said = contact_word(found, presence.seen)
        if presence.unsent:
            return f"{unsent_word()}  {said}"
        if presence.draft:
            filling = filling_word(presence.draft, len(self._desk.snapshot.plan.criteria))
            return filling if found is Contact.HERE else f"{filling}  {said}"
        return said
