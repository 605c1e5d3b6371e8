"""One line under the header while the copies, the disk, the power or the clock want somebody; else nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.console.safety import Safety
from ui.console.safety_words import concern_words
from ui.console.warning_bar import WarningBar
from ui.language import Languages


class SafetyBar(WarningBar):
    """Says what is wrong, the worst first, what is safe, and leads to what to do.

    Signals:
        backups_wanted(): the organizer wants to see to the copies.
    """

    backups_wanted = Signal()

    def __init__(self, safety: Safety, languages: Languages) -> None:
        self.backups, self.read = QPushButton(), QPushButton()
        super().__init__(self.backups, self.read)
        self._safety, self._languages = safety, languages
        self.backups.clicked.connect(self.backups_wanted)
        self.read.clicked.connect(safety.note_read)
        safety.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        kinds = self._safety.concerns()
        self.text.setText("\n".join(concern_words(kind, self._safety, self._languages.current) for kind in kinds))
        self.backups.setText(self.tr("Backups…"))
        self.backups.setVisible(bool({"copies", "hung"} & set(kinds)))
        self.read.setText(self.tr("I have read it"))
        self.read.setVisible(self._safety.moved is not None)
        self.setVisible(bool(kinds))
