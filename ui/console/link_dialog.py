"""A link to be scanned or copied: the host page, the public board."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from storage.public_board import State, board_is_on, board_state, hold_board, may_hold, switch_board
from ui.console.buttons import KeyButton
from ui.console.close_button import CloseButton
from ui.console.look import Caption, Words
from ui.console.page import buttons_row, page_action
from ui.console.qr import QrView
from ui.desk import Desk


class LinkDialog(QDialog):
    """Shows the QR code of an address and copies it; the code follows when the network changes."""

    def __init__(self, title: str, purpose: str, desk: Desk, url: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self._desk, self._url = desk, url
        self._fault = Words(tone="bad", bold=True, wrap=True)
        self.qr = QrView()
        self.qr.setAccessibleName(title)
        self.address, self._key = Words(), Caption()
        self._choices = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.addWidget(Words(title, factor=1.25, bold=True))
        about = Caption(purpose, factor=1.0, wrap=True)
        box.addWidget(about)
        box.addLayout(self._choices)
        box.addWidget(self._fault)
        box.addWidget(self.qr, 1)
        for label in (self.address, self._key):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            box.addWidget(label)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addSpacing(6)
        box.addLayout(self._buttons())
        self.resize(440, 600)
        desk.reach_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        fault = self._trouble()
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        url = "" if fault else self._url()
        self.qr.show_text(url)
        address, _, key = url.partition("#")
        self.address.setText(address)
        self._key.setText(self.tr("The code holds the key as well: scan it, or copy the link.") if key else "")
        self._key.setVisible(bool(key))

    def _trouble(self) -> str:
        """Why nobody can open it now; empty where they can."""
        return "" if self._desk.reach.host else self.tr("No network: no other device can open this now")

    def _buttons(self) -> QHBoxLayout:
        copy = page_action(self, "F4")
        copy.setText(self.tr("Copy the link"))
        copy.triggered.connect(self._copy)
        row = buttons_row(KeyButton(copy))
        row.addWidget(CloseButton(self))
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url())


class BoardDialog(LinkDialog):
    """The public board's link, and whether anybody may read it: everyone, nobody, or nobody until the final reveal that
    is under way is over.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        purpose = self.tr("For everyone in the hall: what has been revealed, and nothing else.")
        super().__init__(self.tr("Public board"), purpose, desk, desk.links.board_url, parent)
        self.shown = {
            State.ON: QRadioButton(self.tr("Everyone may read it")),
            State.HELD: QRadioButton(self.tr("Nobody until the final reveal is over, then everyone again")),
            State.OFF: QRadioButton(self.tr("Nobody may read it")),
        }
        for state, choice in self.shown.items():
            choice.clicked.connect(partial(self._choose, state))
            self._choices.addWidget(choice)
        desk.changed.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        """Show what is so: it may have been refused, or come back by itself."""
        file = self._desk.file
        state = board_state(file)
        self.shown[state].setChecked(True)
        self.shown[State.HELD].setVisible(state is State.HELD or may_hold(file.contest))
        self._follow()

    def _trouble(self) -> str:
        if not board_is_on(self._desk.file):
            return self.tr("Switched off: whoever opens it reads nothing of this contest")
        return super()._trouble()

    def _choose(self, state: State) -> None:
        desk = self._desk
        job = desk.do(hold_board) if state is State.HELD else desk.do(switch_board, state is State.ON)
        job.ended.connect(self._show_state)
