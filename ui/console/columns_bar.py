"""Which line of a table is its heading and which column is which, where that does not follow from the heads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from scoring.grid import Column, Grid, begin_at, known_heads, with_heads
from scoring.text import Language
from ui.console.look import Caption

UNSAID, LEFT_OUT = "", "-"
LOOKED_AT = 12
"""Lines among which the heading may be."""


class ColumnsBar(QWidget):
    """One choice for the heading and one for every column.

    Signals:
        changed(): a person said something else.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid("", ())
        self._columns: Sequence[Column] = ()
        self._language: Language = "zh"
        self.choices: list[QComboBox] = []
        self.heading = QComboBox()
        self._heading_label, self._caption = Caption(factor=1.0), Caption(factor=1.0)
        self._heading_label.setBuddy(self.heading)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        form = QFormLayout()
        form.addRow(self._heading_label, self.heading)
        box.addLayout(form)
        box.addWidget(self._caption)
        box.addWidget(self._area)
        self.heading.currentIndexChanged.connect(self._use_heading)

    def show_grid(self, grid: Grid, columns: Sequence[Column], language: Language) -> None:
        """Offer the lines that may be the heading, and a choice for every column; what is known is chosen."""
        self._grid, self._columns, self._language = grid, columns, language
        self._caption.setText(self.tr("Which column is which?"))
        self._heading_label.setText(self.tr("Heading"))
        self.heading.setAccessibleName(self.tr("Heading"))
        self.heading.blockSignals(True)
        self.heading.clear()
        self.heading.addItem(self.tr("no heading: every line counts"), None)
        for line in grid.lines[:LOOKED_AT]:
            words = "  ".join(cell.strip() for cell in line.cells if cell.strip())
            self.heading.addItem(self.tr("line {n}: {words}").format(n=line.number, words=words[:60]), line.number)
        self.heading.setCurrentIndex(self._likely_heading())
        self.heading.blockSignals(False)
        self._offer_columns()

    def _likely_heading(self) -> int:
        """The first line with a head that is known, else the first; lists often have their title above."""
        for place, line in enumerate(self._grid.lines[:LOOKED_AT], start=1):
            if known_heads(begin_at(self._grid, line.number), self._columns):
                return place
        return min(1, len(self._grid.lines))

    @property
    def plain(self) -> bool:
        """Whether the table is taken as it stands, its first line being the heading."""
        return self.heading.currentIndex() == 1

    def _below(self) -> Grid:
        number: int | None = self.heading.currentData()
        return self._grid if number is None else begin_at(self._grid, number)

    def _use_heading(self) -> None:
        self._offer_columns()
        self.changed.emit()

    def _offer_columns(self) -> None:
        grid, headed = self._below(), self.heading.currentData() is not None
        inner = QWidget()
        row = QGridLayout(inner)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(6)
        known = known_heads(grid, self._columns) if headed else {}
        head = grid.lines[0].cells if grid.lines and headed else ()
        self.choices = []
        for place in range(1, grid.width + 1):
            name = head[place - 1].strip() if place <= len(head) else ""
            label = Caption(name or self.tr("column {n}").format(n=place))
            choice = self._choice()
            choice.setAccessibleName(self.tr("Column {n}, {name}").format(n=place, name=name or "–"))
            choice.setCurrentIndex(max(0, choice.findData(known.get(place, UNSAID))))
            choice.currentIndexChanged.connect(self.changed)
            label.setBuddy(choice)
            row.addWidget(label, 0, place)
            row.addWidget(choice, 1, place)
            self.choices.append(choice)
        row.setColumnStretch(grid.width + 1, 1)
        self._area.setWidget(inner)
        self._area.setFixedHeight(inner.sizeHint().height() + self._area.horizontalScrollBar().sizeHint().height())

    def _choice(self) -> QComboBox:
        choice = QComboBox()
        choice.addItem(self.tr("(as it stands)"), UNSAID)
        choice.addItem(self.tr("leave out"), LEFT_OUT)
        for column in self._columns:
            choice.addItem(column.name.said(self._language), column.key)
        choice.setMinimumWidth(choice.sizeHint().width())
        return choice

    def named(self) -> Grid:
        """The table with its heading and columns as they are chosen."""
        chosen = {place: str(choice.currentData()) for place, choice in enumerate(self.choices, start=1)}
        said = {place: key for place, key in chosen.items() if key not in (UNSAID, LEFT_OUT)}
        left_out = [place for place, key in chosen.items() if key == LEFT_OUT]
        return with_heads(self._below(), said, left_out=left_out, heading=self.heading.currentData() is not None)
