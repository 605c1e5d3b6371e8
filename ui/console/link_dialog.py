"""A link to be scanned or copied: the host page, the public board."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from storage.desk import board_is_on, switch_board
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
        self._fault = Words(tone="bad", bold=True)
        self.qr = QrView()
        self.qr.setAccessibleName(title)
        self.address, self._key = Words(), Caption()
        self._choices = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.addWidget(Words(title, factor=1.25, bold=True))
        about = Caption(purpose, factor=1.0)
        about.setWordWrap(True)
        box.addWidget(about)
        self._fault.setWordWrap(True)
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
    """The public board's link, and whether anybody may read it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        purpose = self.tr("For everyone in the hall: what has been revealed, and nothing else.")
        super().__init__(self.tr("Public board"), purpose, desk, desk.links.board_url, parent)
        self.shown = QCheckBox(self.tr("Everyone may read it"))
        self.shown.setChecked(board_is_on(desk.file))
        self.shown.toggled.connect(self._switch)
        self._choices.addWidget(self.shown)
        self._follow()

    def _trouble(self) -> str:
        if not board_is_on(self._desk.file):
            return self.tr("Switched off: whoever opens it reads nothing of this contest")
        return super()._trouble()

    def _switch(self, on: bool) -> None:
        self._desk.do(switch_board, on).ended.connect(self._switched)

    def _switched(self) -> None:
        """Show what is so: it may have been refused."""
        with QSignalBlocker(self.shown):
            self.shown.setChecked(board_is_on(self._desk.file))
        self._follow()
