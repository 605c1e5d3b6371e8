"""The dialog in which files and folders are chosen."""

from __future__ import annotations

import sys

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

_Type = QAbstractFileIconProvider.IconType


class _ByName(QFileIconProvider):
    """Icons by what the system says of a file, never by what is in it."""

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType, /) -> QIcon:
        if isinstance(what, QFileInfo):
            what = _Type.Folder if what.isDir() else _Type.File
        return super().icon(what)

    def type(self, info: QFileInfo, /) -> str:
        return info.suffix().upper()


class FileDialog(QFileDialog):
    """A file dialog that looks into no file. On Linux and others of its kind, who opens the contest and closes it again
    takes SQLite's locks away from the desk (`storage.lock`); the dialogs of Windows and macOS do no such harm.
    """

    def __init__(self, parent: QWidget | None, title: str, folder: str = "", kinds: str = "") -> None:
        super().__init__(parent, title, folder, kinds)
        if sys.platform not in ("win32", "darwin"):
            self._icons = _ByName()
            self.setOption(QFileDialog.Option.DontUseNativeDialog)
            self.setIconProvider(self._icons)
