"""The line at the top: which contest and round, and the menus."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QStyle, QStyleOptionMenuItem, QStylePainter, QWidget

from ui.console.look import Elided, Words
from ui.console.words import round_word
from ui.snapshot import Snapshot


class Menus(QMenuBar):
    """A menu bar on the ground of the header: the style's items, without its own ground and line."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        for action in self.actions():
            option = QStyleOptionMenuItem()
            self.initStyleOption(option, action)
            option.rect = self.actionGeometry(action)
            painter.drawControl(QStyle.ControlElement.CE_MenuBarItem, option)


class Header(QWidget):
    """The title of the contest left, the menus right."""

    def __init__(self, menus: QMenuBar) -> None:
        super().__init__()
        self._round = Words(bold=True)
        self._title = Elided()
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._rehearsal = Words(tone="bad", bold=True)
        menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(14)
        for widget in (self._round, self._rehearsal):
            row.addWidget(widget)
        row.addWidget(self._title, 1)
        row.addWidget(menus)

    def show_snapshot(self, now: Snapshot) -> None:
        """Say what is being run."""
        self._round.setText(round_word(now.round.number))
        self._title.setText(now.plan.title)
        self._rehearsal.setText(self.tr("Rehearsal") if now.contest.rehearsal else "")
        self._rehearsal.setVisible(now.contest.rehearsal)
