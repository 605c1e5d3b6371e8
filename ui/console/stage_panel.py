"""What the room sees: the stage in small and the choice of its screens."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scoring.contest import Screen
from scoring.moment import screen_by_itself
from storage.public_board import State
from ui.appearance import scaled
from ui.console.buttons import CardButton
from ui.console.conductor import UNTIL_CALLED
from ui.console.look import Caption, Words, paint_ground
from ui.console.words import screen_word, translate
from ui.snapshot import Snapshot

OPEN_KEY = "Ctrl+Shift+S"
MOST_COLUMNS, GAP = 3, 6


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
        paint_ground(QPainter(self), self.rect(), QColor("#101113"))


def no_stage() -> str:
    """That there is no stage, and how to get one."""
    text = translate(
        "StagePanel", "No stage is open: the room sees nothing. Plug in the projector, or open a window: {key}"
    )
    return text.format(key=OPEN_KEY)


class StagePanel(QWidget):
    """The thumbnail, the steps of a reveal, the screens and automatic, and how the stage looks.

    Signals:
        look_wanted(): the menu of the stage is asked for.
        opened(bool): a stage was opened, or there is none any more.
    """

    look_wanted, opened = Signal(), Signal(bool)

    def __init__(self, screens: dict[Screen, QAction], step_back: QAction, step_on: QAction) -> None:
        super().__init__()
        self.is_open = True
        self._caption, self._shown = Caption(), Words(bold=True)
        self.stays, self.closed = Words(tone="warn", factor=0.92), Words(tone="warn", factor=0.92)
        self.phones = Words(tone="warn", factor=0.92)
        for warning in (self.stays, self.closed, self.phones):
            warning.setWordWrap(True)
            warning.hide()
        self._look = QAction(self)
        self._look.setShortcut(QKeySequence("Y"))
        self._look.triggered.connect(self.look_wanted)
        self.addAction(self._look)
        self.look = CardButton(self._look)
        self.frame = Frame()
        self._steps, self._on_its_own = QGridLayout(), False
        self._step_back, self._step_on = (_small(CardButton(action)) for action in (step_back, step_on))
        self._choices = [*map(_small, map(CardButton, screens.values())), _small(self.look)]
        self._grid, self._columns, self._words = QGridLayout(), 0, list[str]()
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._caption)
        head.addStretch()
        head.addWidget(self._shown)
        box.addLayout(head)
        for widget in (self.frame, self.closed, self.stays, self.phones):
            box.addWidget(widget)
        self._build_grids()
        box.addLayout(self._steps)
        box.addLayout(self._grid)

    def _build_grids(self) -> None:
        self._steps.setSpacing(GAP)
        for column, share in enumerate((2, 3)):
            self._steps.setColumnStretch(column, share)
        self._steps.addWidget(self._step_back, 0, 0)
        self._steps.addWidget(self._step_on, 0, 1)
        self._grid.setSpacing(GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._arrange(MOST_COLUMNS)

    def _arrange_steps(self, *, one_below: bool) -> None:
        """The two steps side by side, or one below the other where letters are large."""
        if one_below is not self._on_its_own:
            self._on_its_own = one_below
            self._steps.addWidget(self._step_back, 0, 0, 1, 2 if one_below else 1)
            self._steps.addWidget(self._step_on, int(one_below), 0 if one_below else 1, 1, 2 if one_below else 1)

    def _arrange(self, columns: int) -> None:
        """Lay the choices out in so many columns."""
        if columns == self._columns:
            return
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, button in enumerate(self._choices):
            self._grid.addWidget(button, place // columns, place % columns)

    def _fit(self) -> None:
        """As many columns as leave every word whole."""
        widest = max(button.sizeHint().width() for button in self._choices)
        self._arrange(max(1, min(MOST_COLUMNS, (self.width() + GAP) // (widest + GAP))))
        back, on = (button.sizeHint().width() for button in (self._step_back, self._step_on))
        room = self.width() - GAP
        self._arrange_steps(one_below=back > room * 2 // 5 or on > room * 3 // 5)

    def narrowest(self) -> int:
        """How wide two columns are, which is as narrow as the panel should get."""
        return 2 * max(button.sizeHint().width() for button in self._choices) + GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_snapshot(self, now: Snapshot) -> None:
        """Say what the room sees."""
        self._caption.setText(self.tr("The room sees"))
        self._shown.setText(screen_word(now.screen))
        self._show_stay(now)
        self.closed.setText(no_stage())
        self.phones.setText(self.tr("The public board is off; it comes back by itself when the final reveal is over."))
        self.phones.setVisible(now.board is State.HELD)
        self._look.setText(self.tr("Look…"))
        self._look.setToolTip(self.tr("Theme, logo, boards and the window of the stage"))
        words = [button.text() for button in self._choices]
        if words != self._words:
            self._words = words
            self._fit()
        self.frame.setAccessibleName(self.tr("The room sees") + " " + screen_word(now.screen))

    def show_open(self, is_open: bool) -> None:
        """Say whether there is a stage at all."""
        self.is_open = is_open
        self.closed.setVisible(not is_open)
        self.opened.emit(is_open)

    def _show_stay(self, now: Snapshot) -> None:
        """Say that a screen chosen by hand stays where by itself the stage would show another."""
        following = screen_by_itself(now.contest)
        text = self.tr("Chosen by hand, so it stays. A: follow the session ({screen})")
        if now.contest.screen in UNTIL_CALLED:
            text = self.tr("Chosen by hand, so it stays until somebody is called. A: follow the session ({screen})")
        self.stays.setText(text.format(screen=screen_word(following)))
        self.stays.setVisible(now.contest.screen is not Screen.AUTO and now.screen is not following)


def _small(button: CardButton) -> CardButton:
    button.setFont(scaled(button.font(), 0.88))
    return button
