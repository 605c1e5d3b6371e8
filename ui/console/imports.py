"""What comes into a running contest as a table: contestants, judges, values of a component, ballots from paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.bringing import Bringing
    from ui.console.import_preview import PreviewDialog


class Imports(QObject):
    """Shows what a table would do, then takes it in; all of it or nothing."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def roster(self) -> PreviewDialog:
        """Add contestants, or rename them."""
        from ui.console.bringing import RosterBringing

        return self._open(RosterBringing(self._desk, self))

    def paste_roster(self) -> None:
        """Add or rename the contestants that were copied in a spreadsheet program."""
        self.roster().read_clipboard()

    def judges(self) -> PreviewDialog:
        """Add judges."""
        from ui.console.bringing import JudgesBringing

        return self._open(JudgesBringing(self._desk, self))

    def paste_judges(self) -> None:
        """Add the judges that were copied in a spreadsheet program."""
        self.judges().read_clipboard()

    def component(self, key: str) -> PreviewDialog:
        """Bring in the values of a component."""
        from ui.console.bringing import ValuesBringing

        return self._open(ValuesBringing(key, self._desk, self))

    def ballots(self) -> PreviewDialog:
        """Enter ballots from paper."""
        from ui.console.bringing import PaperBringing

        return self._open(PaperBringing(self._desk, self))

    def _open(self, bringing: Bringing[Any]) -> PreviewDialog:
        from ui.console.import_preview import PreviewDialog

        dialog = PreviewDialog(self._desk, bringing, self._window)
        bringing.setParent(dialog)
        dialog.open()
        return dialog
