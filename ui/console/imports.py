"""What comes into a running contest from a file: contestants, values of a component."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from storage import marks, rounds
from ui.console.dialogs import REASON, Answers, Asked, ask, reason_field
from ui.desk import Desk

TABLES = "CSV (*.csv)"


class Imports(QObject):
    """Asks for a file, says what will follow, then reads it; all of it or nothing."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def roster(self) -> None:
        """Add contestants, or rename them."""
        self._choose(self.tr("Contestants"), self.ask_roster)

    def ask_roster(self, path: str) -> None:
        """Ask whether to read contestants from this file."""
        asked = Asked(
            self.tr("Read contestants from {file}?").format(file=Path(path).name),
            self.tr("New codes are added to the roster; known codes take the names of the file. Nobody is taken out."),
            self.tr("Read"),
        )
        ask(self._window, asked, partial(self._roster, path))

    def _roster(self, path: str, answers: Answers) -> None:
        self._desk.do(rounds.add_to_roster, Path(path))

    def component(self, key: str) -> None:
        """Bring in the values of a component."""
        self._choose(self._name(key), partial(self.ask_component, key))

    def ask_component(self, key: str, path: str) -> None:
        """Ask whether to bring in values from this file."""
        title = self.tr("Bring in {component} from {file}?")
        asked = Asked(
            title.format(component=self._name(key), file=Path(path).name),
            self.tr("The values (0 to 100) replace earlier ones of the contestants the file names."),
            self.tr("Bring in"),
            fields=[reason_field()],
        )
        ask(self._window, asked, partial(self._component, key, path))

    def _component(self, key: str, path: str, answers: Answers) -> None:
        self._desk.do(marks.bring_in, key, Path(path), reason=answers[REASON])

    def _choose(self, title: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._window, title, str(self._desk.file.path.parent), TABLES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _name(self, key: str) -> str:
        return next(part.name for part in self._desk.snapshot.plan.components if part.key == key)
