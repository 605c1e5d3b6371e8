"""The steps of the day down the left side, each with its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scoring.results import Status
from ui.appearance import scaled
from ui.console.look import look
from ui.console.tile_facts import Contact, contact
from ui.desk import Desk

Index: TypeAlias = QModelIndex | QPersistentModelIndex
OBJECT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
DONE = "✓"


EDGE, LEFT, RIGHT, BETWEEN = 6, 12, 10, 12
"""Pixels beside a step, and inside it."""


class Page(IntEnum):
    """The pages of the console, in the order of the day."""

    ROSTER = 0
    RULES = 1
    JUDGES = 2
    DRAW = 3
    LIVE = 4
    RESULTS = 5
    BULLETIN = 6
    JOURNAL = 7


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it reads; `good`: done, or as it should be."""

    page: Page
    name: str
    state: str
    good: bool


class StepsModel(QAbstractListModel):
    """The eight steps and how far each has come."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._steps = self._read()
        desk.changed.connect(self.refresh)
        desk.presence_changed.connect(self.refresh)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{step.page + 1}  {step.name}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{step.page + 1} {step.name} {step.state}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{step.name}  (Alt+{step.page + 1})"
        return step if role == OBJECT_ROLE else None

    def refresh(self) -> None:
        """Read the states again."""
        self._desk.give_way()
        steps = self._read()
        for row, (old, new) in enumerate(zip(self._steps, steps, strict=True)):
            if old != new:
                self._steps[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def _read(self) -> list[Step]:
        names = (
            self.tr("Roster"),
            self.tr("Rules"),
            self.tr("Judges"),
            self.tr("Draw"),
            self.tr("Live"),
            self.tr("Results"),
            self.tr("Bulletin"),
            self.tr("Journal"),
        )
        states = (
            self._roster(),
            (DONE, True),
            self._judges(),
            self._draw(),
            self._live(),
            self._results(),
            self._bulletin(),
            (f"#{self._desk.snapshot.contest.revision}", False),
        )
        return [Step(page, names[page], *states[page]) for page in Page]

    def _roster(self) -> tuple[str, bool]:
        entries = len(self._desk.snapshot.round.entries)
        return str(entries), entries > 0

    def _judges(self) -> tuple[str, bool]:
        now = self._desk.snapshot
        seats = [judge for judge in now.contest.bench.seated if judge.code not in now.round.absent | now.round.left]
        here = sum(contact(p) is Contact.HERE for seat in seats if (p := self._desk.presence.get(seat.code)))
        return (f"{here}/{len(seats)}", here == len(seats)) if now.contest.judges else ("–", False)

    def _draw(self) -> tuple[str, bool]:
        drawn = self._desk.snapshot.round.start_order is not None
        return (DONE, True) if drawn else ("–", False)

    def _live(self) -> tuple[str, bool]:
        rows = [row for board in self._desk.snapshot.standings.boards for row in board.rows]
        done = sum(row.result.status is not Status.INCOMPLETE for row in rows)
        return f"{done}/{len(rows)}", bool(rows) and done == len(rows)

    def _results(self) -> tuple[str, bool]:
        now = self._desk.snapshot
        if now.round.closed is not None:
            return DONE, True
        return (self.tr("final"), False) if now.standings.final and now.round.entries else ("–", False)

    def _bulletin(self) -> tuple[str, bool]:
        done = self._desk.is_published(self._desk.snapshot.round.number)
        return (DONE, True) if done else ("–", False)


class StepsDelegate(QStyledItemDelegate):
    """A step: its number and name left, its state right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, QWidget)
        colours, step = look(view), index.data(OBJECT_ROLE)
        assert isinstance(step, Step)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect.adjusted(EDGE, 2, -EDGE, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(rect), option, view)
        plain = option.palette.text().color()
        names, states = _fonts(option.font, bold=on)
        painter.setFont(names)
        painter.setPen(Qt.GlobalColor.white if on else plain)
        inner = rect.adjusted(LEFT, 0, -RIGHT, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
        painter.setFont(states)
        painter.setPen(Qt.GlobalColor.white if on else colours.good if step.good else colours.quiet)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), step.state)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, view: QWidget) -> None:
        colours = look(view)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(rect, 6, 6)
            if view.hasFocus():
                painter.setPen(Qt.GlobalColor.white)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colours.accent_tint)
            painter.drawRoundedRect(rect, 6, 6)


class StepsView(QListView):
    """The list of the steps."""

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(StepsDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        model.dataChanged.connect(self._fit)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """All lines are of one height: nothing need be laid out again, as Qt would with every record of the journal."""
        for row in range(first.row(), last.row() + 1):
            self.update(self.model().index(row, 0))

    def _fit(self) -> None:
        """As wide as the longest name and the longest state beside each other, whatever the font and the language."""
        model = self.model()
        assert isinstance(model, StepsModel)
        steps: list[Step] = [model.index(row).data(OBJECT_ROLE) for row in range(model.rowCount())]
        names, states = (QFontMetrics(font) for font in _fonts(self.font(), bold=True))
        name = max(names.horizontalAdvance(str(model.index(row).data())) for row in range(len(steps)))
        state = max(states.horizontalAdvance(text) for text in ("00/00", *(step.state for step in steps)))
        self.setFixedWidth(max(140, name + state + 2 * EDGE + LEFT + RIGHT + BETWEEN))


def _fonts(font: QFont, *, bold: bool) -> tuple[QFont, QFont]:
    """Of the name and of the state of a step."""
    return scaled(font, 1.0, bold=bold), scaled(font, 0.92, tabular=True)
