"""What the room sees: the stage in small and the choice of its screens."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scoring.contest import Screen
from ui.appearance import scaled
from ui.console.buttons import CardButton
from ui.console.look import Caption, Words
from ui.console.words import screen_word
from ui.desk import Snapshot


class Frame(QWidget):
    """Keeps the place of the thumbnail, which is built once the windows are up."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QWidget | None = None
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, picture: QWidget) -> None:
        """Put the picture in."""
        picture.setParent(self)
        self._picture = picture
        picture.show()
        self._fit()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return self._picture.heightForWidth(width) if self._picture else width * 9 // 16

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        if self._picture:
            self._picture.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor("#101113"))


class StagePanel(QWidget):
    """The thumbnail, the nine screens and automatic."""

    def __init__(self, screens: dict[Screen, QAction]) -> None:
        super().__init__()
        self._caption, self._shown = Caption(), Words(bold=True)
        self.frame = Frame()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._caption)
        head.addStretch()
        head.addWidget(self._shown)
        box.addLayout(head)
        box.addWidget(self.frame)
        box.addLayout(_grid(screens))

    def show_snapshot(self, now: Snapshot) -> None:
        """Say what the room sees."""
        self._caption.setText(self.tr("The room sees"))
        self._shown.setText(screen_word(now.stage.screen))
        self.frame.setAccessibleName(self.tr("The room sees") + " " + screen_word(now.stage.screen))


def _grid(screens: dict[Screen, QAction]) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(6)
    chosen = [action for screen, action in screens.items() if screen is not Screen.AUTO]
    for place, action in enumerate(chosen):
        button = CardButton(action)
        button.setFont(scaled(button.font(), 0.88))
        grid.addWidget(button, place // 3, place % 3)
    grid.addWidget(CardButton(screens[Screen.AUTO]), 3, 0, 1, 3)
    for column in range(3):
        grid.setColumnStretch(column, 1)
    grid.setAlignment(Qt.AlignmentFlag.AlignTop)
    return grid
