"""The line-up: who comes on in which order, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from scoring import conduct
from scoring.contest import Attendance, Entry, Phase
from scoring.moment import next_entry
from scoring.results import Status
from ui.console.look import breaking, look, paint_ground, plain_tip
from ui.console.next_step import is_shown
from ui.console.rows import OBJECT_ROLE, Index, RowsModel
from ui.console.words import attendance_word, phase_word
from ui.snapshot import Snapshot

NUMBER, NAME, STATE = range(3)
TIP_ROLE = int(Qt.ItemDataRole.ToolTipRole)
ROW_HEIGHT, BESIDE, MOST_LINES = 36, 4, 6
MOST_SIZES = 2000
SMALL = 0.8
"""How large the letters of a name are that needs two lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the line-up as it reads."""

    number: int
    code: str
    name: str
    state: str
    on_stage: bool
    faded: bool
    returned: bool


class LineupModel(RowsModel[Line]):
    """The entries of the live round in line-up order."""

    numbers = frozenset({STATE})

    def headers(self) -> tuple[str, ...]:
        return self.tr("No."), self.tr("Name"), self.tr("State")

    def cell(self, row: Line, column: int) -> str:
        return (f"{row.number:02d}", row.name, f"↩ {row.state}" if row.returned else row.state)[column]

    def key(self, row: Line) -> object:
        return row.code

    def extra(self, row: Line, column: int, role: int) -> Any:
        if role != TIP_ROLE:
            return None
        back = self.tr("{name}: had to come back from the previous round")
        return plain_tip(back.format(name=row.name) if row.returned else row.name)

    def show(self, now: Snapshot) -> None:
        """Become the line-up of this snapshot."""
        self.replace(self._read(now))

    def _read(self, now: Snapshot) -> list[Line]:
        following = next_entry(now.contest)
        return [
            Line(
                number=number,
                code=entry.code,
                name=now.called(entry.code),
                state=self._state(now, entry, following is not None and following.code == entry.code),
                on_stage=now.round.called == entry.code,
                faded=entry.attendance is not Attendance.PRESENT,
                returned=now.row(entry.code).returned_before > 0,
            )
            for number, entry in enumerate(now.round.entries, start=1)
        ]

    def _state(self, now: Snapshot, entry: Entry, is_next: bool) -> str:
        result = now.result(entry.code)
        if entry.attendance is not Attendance.PRESENT:
            return attendance_word(entry.attendance)
        if entry.revealed:
            return str(result.published) if is_shown(entry, result) else self.tr("under review")
        if conduct.scoring_open(now.round) is entry:
            return phase_word(Phase.OPEN)
        if result.status is Status.COMPLETE:
            return self.tr("to reveal")
        if entry.phase is Phase.CLOSED:
            return self.tr("incomplete")
        if entry.phase is Phase.CALLED and now.round.called == entry.code:
            return phase_word(Phase.CALLED)
        return self.tr("next") if is_next else ""


def smaller(font: QFont) -> QFont:
    """The letters of a name that needs more than one line."""
    small = QFont(font)
    small.setPixelSize(round(QFontInfo(font).pixelSize() * SMALL))
    return small


def _height(name: str, width: int, letters: QFontMetricsF, small: QFontMetricsF) -> int:
    """The height of a name where its letters are small; 0 where it fits as it is."""
    if letters.horizontalAdvance(name) <= width:
        return 0
    needed = small.boundingRect(QRectF(0, 0, width, 1), breaking(small, width, name), name).height()
    return round(min(needed, MOST_LINES * small.lineSpacing())) + 2


class LineupDelegate(QStyledItemDelegate):
    """Marks the entry on stage with a ground and a bar; a name too long for its column stands in two lines."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        line: Line = index.data(OBJECT_ROLE)
        view = self.parent()
        assert isinstance(view, QWidget)
        if line.on_stage:
            option.font.setWeight(QFont.Weight.Bold)
        if index.column() != NAME or line.faded:
            palette = option.palette
            palette.setColor(palette.ColorRole.Text, look(view).quiet)
        if index.column() == NAME and QFontMetrics(option.font).horizontalAdvance(line.name) > self._room(option):
            option.font = smaller(option.font)
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    def _room(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        assert isinstance(view, QWidget)
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, view) + 1
        return option.rect.width() - 2 * margin

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sizes: dict[tuple[str, str, bool], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked at every turn for all lines: what is said of an entry is measured once, and mostly nothing is."""
        text = index.data()
        if not text:
            return QSize(10, 0)
        if index.column() != STATE:
            return super().sizeHint(option, index) + QSize(10, 0)
        said = (text, option.font.key(), index.data(OBJECT_ROLE).on_stage)
        if said not in self._sizes:
            if len(self._sizes) > MOST_SIZES:
                self._sizes.clear()
            self._sizes[said] = super().sizeHint(option, index) + QSize(10, 0)
        return self._sizes[said]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(OBJECT_ROLE)
        view = self.parent()
        assert isinstance(view, QWidget)
        rect = QRect(option.rect)
        if line.on_stage:
            paint_ground(painter, rect, look(view).accent_tint)
        if index.column() == NUMBER:
            option.rect = rect.adjusted(10, 0, 0, 0)
        elif index.column() == STATE:
            option.rect = rect.adjusted(0, 0, -8, 0)
        super().paint(painter, option, index)
        paint_ground(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), look(view).line)
        if line.on_stage and index.column() == NUMBER:
            paint_ground(painter, QRect(rect.left(), rect.top(), 4, rect.height()), look(view).accent_text)


class LineupView(QTableView):
    """Shows the line-up; picking a line brings that entry into view.

    Signals:
        picked(str): the code of the entry picked.
        menu_wanted(str, QPoint): the menu of an entry, at this place of the screen.
    """

    picked = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, model: LineupModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._settling = model, False
        self.setModel(model)
        self.setItemDelegate(LineupDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 16))
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(NUMBER, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(24)
        self.setColumnWidth(NUMBER, self.fontMetrics().horizontalAdvance("00") + 30)
        header.sectionResized.connect(self._give_names_room)
        self.selectionModel().currentRowChanged.connect(self._pick)
        for happened in (model.dataChanged, model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            happened.connect(self._give_names_room)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._give_names_room()

    def _give_names_room(self) -> None:
        """Where there is nothing to say of an entry, its name takes that place too; where two lines of small letters
        are too few for it, the row grows. Once it is shown: before, every column is of another width.
        """
        if not self.isVisible():
            return
        self.clearSpans()
        usual = self.verticalHeader().defaultSectionSize()
        name, state = self.columnWidth(NAME) - 2 * BESIDE, self.columnWidth(STATE)
        letters = (self._letters(bold=False), self._letters(bold=True))
        for row in range(self._model.rowCount()):
            line = self._model.row(row)
            if not line.state:
                self.setSpan(row, NAME, 1, 2)
            height = max(usual, _height(line.name, name if line.state else name + state, *letters[line.on_stage]))
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)

    def _letters(self, *, bold: bool) -> tuple[QFontMetricsF, QFontMetricsF]:
        """How large letters of names are, usual and small ones."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold if bold else font.weight())
        return QFontMetricsF(font), QFontMetricsF(smaller(font))

    def _pick(self, current: QModelIndex) -> None:
        if current.isValid() and not self._settling:
            self.picked.emit(self._model.row(current.row()).code)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """With the mouse for the line under it, with the keyboard for the line picked."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_wanted.emit(self._model.row(index.row()).code, below if by_key else event.globalPos())

    def bring(self, code: str) -> None:
        """Scroll to an entry."""
        row = self._model.row_of(code)
        if row >= 0:
            self.scrollTo(self._model.index(row, NAME), QAbstractItemView.ScrollHint.PositionAtCenter)

    def let_go(self) -> None:
        """Pick nothing."""
        self.selectionModel().clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Without picking the first line, as Qt would where nothing is picked: coming back from a question would turn
        the page away from the stage.
        """
        self._settling = True
        super().focusInEvent(event)
        self._settling = False
        if not self.selectionModel().hasSelection():
            self.let_go()
