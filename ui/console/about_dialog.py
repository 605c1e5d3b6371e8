"""What program this is: its version, licence and libraries, and what somebody who helps wants to know."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import PySide6
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from ui.console.buttons import KeyButton
from ui.console.page import page_action
from ui.console.text_dialog import TextDialog
from ui.crash import LOG
from ui.libraries import known_version, libraries

WIDTH, HEIGHT = 720, 560
NAME = "arena-desk"


class AboutDialog(TextDialog):
    """Everything as lines: `file` is the contest that is open, if one is."""

    def __init__(self, file: Path | None, parent: QWidget) -> None:
        super().__init__(parent, WIDTH, HEIGHT)
        self._file = file
        self.show_log = page_action(self, "F6")
        self.show_log.triggered.connect(self._show_log)
        self.row.insertWidget(1, KeyButton(self.show_log))
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.retranslate()

    @property
    def _log(self) -> str:
        return str(QApplication.instance().property(LOG) or "")  # type: ignore[union-attr]

    def retranslate(self) -> None:
        self.entitle(self.tr("About Arena Desk"))
        self.show_log.setText(self.tr("Show the log folder"))
        self.show_log.setEnabled(bool(self._log))
        self.text.setPlainText("\n\n".join(("\n".join(self._facts()), self._licence(), "\n".join(libraries()))))

    def lines(self) -> str:
        """What somebody who helps wants to know; licences they can look up."""
        return "\n".join(self._facts())

    def _facts(self) -> list[str]:
        facts = [
            f"Arena Desk {known_version(NAME)}",
            f"{platform.platform()}, Python {platform.python_version()}",
            f"Qt {qVersion()}, PySide6 {PySide6.__version__}, SQLite {sqlite3.sqlite_version}",
        ]
        if self._file:
            facts.append(self.tr("Contest: {path}").format(path=self._file))
        if self._log:
            facts.append(self.tr("Log: {path}").format(path=self._log))
        return facts

    def _licence(self) -> str:
        parts = [
            self.tr("Arena Desk may be used, changed and passed on by anybody, without any warranty (MIT licence)."),
            self.tr(
                "Windows and stage use Qt and Qt for Python (PySide6), © The Qt Company Ltd. and other contributors, "
                "under the GNU Lesser General Public License, version 3. Their libraries are files of their own, which "
                "you may exchange for builds of your own. Licence: https://www.gnu.org/licenses/lgpl-3.0.html; source: "
                "https://code.qt.io. zeroconf is under the LGPL 2.1 or later, on the same terms."
            ),
            _own_licence(),
            self.tr("Libraries"),
        ]
        return "\n\n".join(part for part in parts if part)

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._log).parent)))


def _own_licence() -> str:
    """The text of the licence as it is packed with the program."""
    try:
        text = distribution(NAME).read_text("licenses/LICENSE")
    except PackageNotFoundError:
        return ""
    return (text or "").strip()
