"""The contest file is no longer in its place: said at once, not only when the next ballot is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.console.questions import tell
from ui.console.safety import Safety

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class LostFile(QObject):
    """Watches the place of the file; one dialog each time it is lost, which goes away when it is back."""

    def __init__(self, safety: Safety, window: QWidget) -> None:
        super().__init__(window)
        self._safety, self._window = safety, window
        self._lost = False
        self.box: QMessageBox | None = None
        safety.changed.connect(self._follow)

    def _follow(self) -> None:
        lost = not self._safety.vitals.in_place
        if lost != self._lost:
            self._lost = lost
            self._say() if lost else self._take_back()

    def _say(self) -> None:
        told = self.tr(
            "It was at {path}. It was moved or deleted, or its stick was pulled out.\n\n"
            "Safe: everything that was acknowledged is in that file and in the backups. Nothing new is stored until "
            "the file is back; panels keep what they cannot send.\n\n"
            "To do: put the stick back in, or the file back where it was. If this message does not go away by itself, "
            "close the console and open the contest again, or restore a backup from the start window."
        ).format(path=self._safety.file.path)
        self.box = tell(self._window, self.tr("The contest file is gone"), told)
        self.box.finished.connect(self._forget, Qt.ConnectionType.DirectConnection)

    def _forget(self) -> None:
        self.box = None

    def _take_back(self) -> None:
        if self.box:
            self.box.done(0)
