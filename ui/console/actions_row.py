"""The row of buttons: the next step first, then what else is often needed, the rest in a menu."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.flow import FlowLayout
from ui.console.live_actions import LiveActions


class ActionsRow(QWidget):
    """Buttons of the live page, each with its key.

    Signals:
        more_wanted(): the menu behind the row is asked for.
    """

    more_wanted = Signal()

    def __init__(self, actions: LiveActions) -> None:
        super().__init__()
        self._open_more = QAction(self)
        self._open_more.setShortcut(QKeySequence("F2"))
        self._open_more.triggered.connect(self.more_wanted)
        self.addAction(self._open_more)
        self.primary = PrimaryButton(actions.primary)
        self.reveal, self.adjust, self.next = (
            KeyButton(action) for action in (actions.reveal, actions.adjust, actions.next)
        )
        self.more = KeyButton(self._open_more)
        row = FlowLayout(self, alone=True)
        for button in (self.primary, self.reveal, self.adjust, self.next, self.more):
            row.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        self._open_more.setText(self.tr("More"))
