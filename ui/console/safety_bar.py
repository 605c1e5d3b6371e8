"""One line under the header while the copies, the disk, the power or the clock want somebody; else nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.console.look import Hairline, Words
from ui.console.safety import Safety
from ui.console.safety_words import concern_words
from ui.language import Languages


class SafetyBar(QWidget):
    """Says what is wrong, the worst first, what is safe, and leads to what to do.

    Signals:
        backups_wanted(): the organizer wants to see to the copies.
    """

    backups_wanted = Signal()

    def __init__(self, safety: Safety, languages: Languages) -> None:
        super().__init__()
        self._safety, self._languages = safety, languages
        self.text = Words(tone="bad", bold=True)
        self.text.setWordWrap(True)
        self.backups, self.read = QPushButton(), QPushButton()
        self.backups.clicked.connect(self.backups_wanted)
        self.read.clicked.connect(safety.note_read)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(14)
        row.addWidget(self.text, 1)
        row.addWidget(self.backups)
        row.addWidget(self.read)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(Hairline())
        safety.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands; nothing where all is well."""
        kinds = self._safety.concerns()
        self.text.setText("\n".join(concern_words(kind, self._safety, self._languages.current) for kind in kinds))
        self.backups.setText(self.tr("Backups…"))
        self.backups.setVisible(bool({"copies", "hung"} & set(kinds)))
        self.read.setText(self.tr("I have read it"))
        self.read.setVisible(self._safety.moved is not None)
        self.setVisible(bool(kinds))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
