"""Where the parts of a panel stand: bands on top, one column that scrolls, and the dock where there is room for it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.appearance import scaled
from ui.language import Languages
from ui.panel.bar import Band, Bar
from ui.panel.dock import Dock, Review
from ui.panel.form import Form
from ui.panel.history import History
from ui.panel.pieces import Lines

WIDE = 820
MARGIN = 12
TITLE_BAR = 40
WIDEST = 800
"""Lines longer than this are hard to follow from a criterion to its score."""
WIDEST_LETTERS = 7.0
LEAST_LINES = 8
"""A dock that leaves less room than this above it scrolls with the rows."""


class Place(Enum):
    """Where the pad and the button stand."""

    BELOW = auto()
    BESIDE = auto()
    WITHIN = auto()


class PanelFrame(QWidget):
    """A window with all parts of a panel, empty."""

    def __init__(self, languages: Languages, *, own_language: bool) -> None:
        super().__init__()
        self.bar, self.behalf, self.rehearsal = Bar(languages, own_language=own_language), Band(), Band()
        self.name = Lines()
        self.form, self.dock, self.review, self.history = Form(), Dock(), Review(), History()
        self._contest = Lines(tone="quiet", factor=0.92)
        self._place = Place.BELOW
        self._followed: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # once the row has its new height
        self._soon.timeout.connect(self._show_row)
        self._build()
        self.setMinimumWidth(320)
        self.resize(460, min(860, self.screen().availableGeometry().height() - TITLE_BAR))

    def _build(self) -> None:
        self._chip, self._notices, self._card = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(10)
        self._column.addLayout(self._chip)
        self._column.addWidget(self.name)
        for layout in (self._notices, self._card):
            layout.setSpacing(8)
            self._column.addLayout(layout)
        for widget in (self.form, self.review, self.history, self._contest):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(_centred(column))
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(0)
        self._body.addWidget(self._scroll, 1)
        self._body.addWidget(self.dock)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for band in (self.bar, self.behalf, self.rehearsal):
            outer.addWidget(band)
        outer.addLayout(self._body, 1)

    def _follow_row(self, row: QWidget) -> None:
        """Keep the row that is typed into in view, with what is wrong with it."""
        self._followed = row
        self._soon.start()

    def _show_row(self) -> None:
        if self._followed and self._followed in self.form.rows.values():
            self._scroll.ensureWidgetVisible(self._followed, 0, MARGIN)

    def _go_up(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_type()
        self._place_dock()

    def _fit_type(self) -> None:
        """The contestant in the largest type that leaves a long word whole, the total a little smaller."""
        most = self.width() / WIDEST_LETTERS * 72 / self.logicalDpiX()
        for label, factor in ((self.name, 2.4), (self.dock.total, 2.0)):
            font = scaled(self.font(), factor, bold=True, tabular=True)
            font.setPointSizeF(min(font.pointSizeF(), most * factor / 2.4))
            label.setFont(font)

    def _place_dock(self) -> None:
        """Below the rows; beside them where there is room; among them where it would cover too much."""
        bands = sum(band.height() for band in (self.bar, self.behalf, self.rehearsal) if band.isVisible())
        left = self.height() - bands - self.dock.sizeHint().height()
        high = left < LEAST_LINES * self.fontMetrics().height()
        place = Place.BESIDE if self.width() >= WIDE else Place.WITHIN if high else Place.BELOW
        if place is self._place:
            return
        self._place = place
        shown = self.dock.isVisibleTo(self)
        if place is Place.WITHIN:
            self._column.insertWidget(self._column.indexOf(self.review), self.dock)
        else:
            beside = place is Place.BESIDE
            self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
            self._body.addWidget(self.dock, 0, Qt.AlignmentFlag.AlignBottom if beside else Qt.AlignmentFlag(0))
        self.dock.setVisible(shown)


def _centred(column: QWidget) -> QWidget:
    """The column in the middle, as wide as it may be."""
    inside = QWidget()
    line = QHBoxLayout(inside)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addStretch(1)
    line.addWidget(column, WIDEST)
    line.addStretch(1)
    return inside
