"""A link to be scanned or copied: the host page, the public board."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.console.look import Caption, Words
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
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.addWidget(Words(title, factor=1.25, bold=True))
        about = Caption(purpose, factor=1.0)
        about.setWordWrap(True)
        box.addWidget(about)
        self._fault.setWordWrap(True)
        box.addWidget(self._fault)
        box.addWidget(self.qr, 1)
        box.addWidget(self._buttons())
        self.resize(440, 540)
        desk.reach_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        there = bool(self._desk.reach.host)
        self._fault.setText("" if there else self.tr("No network: no other device can open this now"))
        self._fault.setVisible(not there)
        self.qr.show_text(self._url() if there else "")

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        copy = buttons.addButton(self.tr("Copy the link"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url())
