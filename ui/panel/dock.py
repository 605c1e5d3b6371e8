"""Pad, total and the one button; and the summary that is confirmed before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import scaled
from ui.console.buttons import PrimaryButton
from ui.console.look import Caption, Words
from ui.panel.facts import Facts
from ui.panel.form import Form, Pad
from ui.panel.pieces import Card, Lines, ScoreTable, SideBySide, big_button, empty
from ui.panel.scores import total_text
from ui.panel.words import translate

SUBMIT_HEIGHT = 56


class Primary(PrimaryButton):
    """The button that sends; it answers to Enter, so no key stands on it."""

    def __init__(self) -> None:
        self.action = QAction()
        super().__init__(self.action)
        self.setFont(scaled(self.font(), 1.2, bold=True))
        self.setMinimumHeight(SUBMIT_HEIGHT)


class Dock(QWidget):
    """What stands under the rows, or beside them where the window is wide.

    Signals:
        submitted(): 提交 was pressed.
        cancelled(): the changes are to be discarded.
    """

    submitted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pad, self.submit, self.cancel = Pad(), Primary(), big_button("")
        self.total, self._name, self._note = Words(), Words(factor=1.2), Caption(factor=1.0)
        self.fault = Lines(tone="bad", bold=True)
        self.fault.hide()
        names = QWidget()
        line = QHBoxLayout(names)
        line.setContentsMargins(0, 0, 0, 0)
        for label in (self._name, self._note):
            line.addWidget(label, alignment=Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._totals = SideBySide(names, self.total)
        self._buttons = SideBySide(self.cancel, self.submit)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 12)
        box.setSpacing(6)
        box.addWidget(self.pad)
        box.addWidget(self._totals)
        box.addWidget(self.fault)
        box.addWidget(self._buttons)
        self.submit.action.triggered.connect(self.submitted)
        self.cancel.clicked.connect(self.cancelled)

    def show_total(self, facts: Facts, form: Form) -> None:
        """The total so far, or that none can be said."""
        scores = form.values()
        filled, of = sum(map(bool, scores.values())), len(scores)
        self.total.setText(total_text(facts.criteria, scores) if filled and not form.hopeless() else "—")
        self._name.setText(translate("Panel", "Total"))
        self.total.setAccessibleName(f"{self._name.text()} {self.total.text()}")
        part = translate("Panel", "{filled} of {all} filled").format(filled=filled, all=of)
        self._note.setText(part if filled < of else translate("Panel", "of 100"))
        self._totals.fit()

    def say(self, *, editing: bool) -> None:
        """Name the buttons."""
        self.submit.action.setText(translate("Panel", "Submit"))
        self.cancel.setText(translate("Panel", "Discard changes"))
        self.cancel.setVisible(editing)
        self._buttons.fit()
        self.pad.say()

    def tell(self, text: str) -> None:
        """What keeps the ballot from being sent."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be confirmed: the scores, and the stored ballot they would replace."""

    scores: Mapping[str, str]
    replaces: str | None


class Review(Card):
    """The summary.

    Signals:
        confirmed(): send it.
        left(): back to the fields.
    """

    confirmed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: Asked | None = None
        self._title, self._note = Lines(factor=1.4, bold=True), Lines()
        self._table = QVBoxLayout()
        self.back, self.confirm = big_button(""), Primary()
        self.box.addWidget(self._title)
        self.box.addLayout(self._table)
        self.box.addWidget(self._note)
        for button in (self.confirm, self.back):  # the first one seen is the first that Tab comes to
            self.box.addWidget(button)
        QWidget.setTabOrder(self.confirm, self.back)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The second half of a double press on 提交 must not confirm what nobody has looked at.
        self._ready = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._ready.timeout.connect(self._let_confirm)
        self.back.clicked.connect(self.left)
        self.confirm.action.triggered.connect(self.confirmed)
        self.hide()

    def ask(self, asked: Asked, facts: Facts) -> None:
        """Show what would be sent."""
        self.asked = asked
        self.say(facts)
        self.confirm.action.setEnabled(False)
        self._ready.start()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, facts: Facts) -> None:
        """In the language spoken now."""
        if self.asked is None:
            return
        empty(self._table)
        table = ScoreTable(facts.criteria, self.asked.scores)
        self._table.addWidget(table)
        self._title.setText(translate("Panel", "Check, then confirm"))
        if self.asked.replaces:
            self._note.setText(translate("Panel", "When you confirm, this ballot replaces the one stored before."))
        else:
            self._note.setText(translate("Panel", "Nothing is sent to the desk until you confirm."))
        self.back.setText(translate("Panel", "Back"))
        self.confirm.action.setText(translate("Panel", "Confirm"))
        self.setAccessibleName(f"{self._title.text()}. {table.accessibleName()}. {self._note.text()}")

    def forget(self) -> None:
        """Ask no longer."""
        self.asked = None
        self._ready.stop()
        self.hide()

    def _let_confirm(self) -> None:
        self.confirm.action.setEnabled(self.asked is not None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Whoever goes on with Tab presses nothing twice: the button is theirs at once, not passed over."""
        self._let_confirm()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
