"""Before a contest is open: which one?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from scoring.errors import ArenaError
from scoring.text import Language
from ui.language import Languages


class Start(QObject):
    """Asks for a contest file that is there, or for the place of a new one."""

    def __init__(self, language: Language, create: Callable[[Path], object]) -> None:
        super().__init__()
        self._create, self._language = create, language

    def choose(self) -> Path | None:
        """The file to open, or None when nobody wants one."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Arena Desk"), self.tr("Which contest?"))
        there = box.addButton(self.tr("Open a contest…"), QMessageBox.ButtonRole.AcceptRole)
        new = box.addButton(self.tr("New from the Qingdao template…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is there:
            return self._existing()
        return self._new() if box.clickedButton() is new else None

    def _existing(self) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(None, self.tr("Open a contest"), "", self._kind())
        return Path(path) if path else None

    def _new(self) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(
            None, self.tr("New contest"), "", self._kind(), options=QFileDialog.Option.DontConfirmOverwrite
        )
        if not path:
            return None
        target = Path(path).with_suffix(".arena")
        try:
            self._create(target)
        except ArenaError as error:
            QMessageBox.warning(None, self.tr("New contest"), "\n".join(error.lines(self._language)))
            return None
        return target

    def _kind(self) -> str:
        return self.tr("Contests (*.arena)")


def choose_contest(language: Language, create: Callable[[Path], object]) -> Path | None:
    """Ask which contest to open; `create` makes a new one from the template."""
    languages = Languages(language)
    try:
        return Start(language, create).choose()
    finally:
        languages.remove()
