"""The band at the top: whose panel this is, whether the desk is in reach, and the other language."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import scaled
from ui.console.look import look
from ui.language import Languages
from ui.panel.pieces import TARGET, Dot, Lines, SideBySide
from ui.panel.session import Session

GROUND = QColor("#8a0f16")
INK = QColor("#ffffff")
ROOM_FOR_HELP = 400


class Bar(QWidget):
    """Judge left, link right."""

    def __init__(self, languages: Languages, *, own_language: bool) -> None:
        super().__init__()
        self._languages = languages
        self._judge, self._title, self._signal, self._dot = QLabel(), QLabel(), QLabel(), Dot()
        for label in (self._judge, self._title, self._signal):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._judge.setFont(scaled(self.font(), 1.15, bold=True))
        self._title.setFont(scaled(self.font(), 0.92))
        self._switch, self.help = QPushButton(), QPushButton()
        for button in (self._switch, self.help):
            button.setMinimumSize(TARGET, TARGET)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setFlat(True)
        self._switch.setVisible(own_language)
        self._switch.clicked.connect(self._turn)
        names, link = QWidget(), QWidget()
        column, line = QVBoxLayout(names), QHBoxLayout(link)
        for layout in (column, line):
            layout.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._judge)
        column.addWidget(self._title)
        line.addStretch(1)
        for widget in (self._dot, self._signal, self._switch, self.help):
            line.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 4, 6, 4)
        box.addWidget(SideBySide(names, link))
        self.setMinimumHeight(TARGET + 4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._colour()

    def _colour(self) -> None:
        for widget in (self._judge, self._title, self._signal, self._switch, self.help):
            palette = QPalette(self.palette())
            for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
                palette.setColor(role, INK)
            palette.setColor(QPalette.ColorRole.Button, GROUND)
            widget.setPalette(palette)
        for button in (self._switch, self.help):
            button.setFont(scaled(self.font(), 1.0))

    def show_session(self, session: Session) -> None:
        """Say whose panel this is and how the link stands."""
        facts = session.facts
        self._judge.setText(facts.judge_name if facts else self.tr("Scoring panel"))
        self._title.setText(facts.judge_title if facts else "")
        self._title.setVisible(bool(self._title.text()))
        self._signal.setText(self._link_word(session))
        self._dot.turn((session.reachable is True or session.unable) and not session.revoked)
        self._switch.setText("English" if self._languages.current == "zh" else "中文")
        self.help.setText(self.tr("Help") + "  F1")
        self.help.setAccessibleName(self.tr("Help"))

    def _link_word(self, session: Session) -> str:
        if session.revoked:
            return self.tr("Not linked")
        words = {True: self.tr("Connected"), False: self.tr("Disconnected"), None: self.tr("Connecting")}
        return words[session.unable or session.reachable]

    def _turn(self) -> None:
        self._languages.use("en" if self._languages.current == "zh" else "zh")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the scores need the line that the button would take; the key is there all the same."""
        super().resizeEvent(event)
        self.help.setVisible(self.width() >= ROOM_FOR_HELP)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), GROUND)


class Band(QWidget):
    """A line across the window that must not be missed: a rehearsal, or somebody else's seat."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Lines(tone="warn", bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, text: str) -> None:
        """Show this, or nothing."""
        self._words.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look(self).warn_tint)
