"""Which column of a table is which, where its heads do not say so themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from scoring.grid import Column, Grid, known_heads, with_heads
from scoring.text import Language
from ui.console.look import Caption

UNSAID, LEFT_OUT = "", "-"


class ColumnsBar(QWidget):
    """One choice for every column, and whether the first line is a heading.

    Signals:
        changed(): a person said something else.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid("", ())
        self.choices: list[QComboBox] = []
        self.heading = QCheckBox()
        self.heading.toggled.connect(self.changed)
        self._caption = Caption(factor=1.0)
        self._caption.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self._caption, self._area, self.heading):
            box.addWidget(widget)

    def show_grid(self, grid: Grid, columns: Sequence[Column], language: Language) -> None:
        """Offer a choice for every column of a table; what its head says already is chosen."""
        self._grid = grid
        self._caption.setText(self.tr("Which column is which?"))
        self.heading.setText(self.tr("The first line is a heading"))
        self.heading.blockSignals(True)
        self.heading.setChecked(True)
        self.heading.blockSignals(False)
        inner = QWidget()
        row = QGridLayout(inner)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(6)
        known, head = known_heads(grid, columns), grid.lines[0].cells if grid.lines else ()
        self.choices = []
        for place in range(1, grid.width + 1):
            name = head[place - 1].strip() if place <= len(head) else ""
            label = Caption(name or self.tr("column {n}").format(n=place))
            choice = self._choice(columns, language)
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

    def _choice(self, columns: Sequence[Column], language: Language) -> QComboBox:
        choice = QComboBox()
        choice.addItem(self.tr("(as it stands)"), UNSAID)
        choice.addItem(self.tr("leave out"), LEFT_OUT)
        for column in columns:
            choice.addItem(column.name.said(language), column.key)
        choice.setMinimumWidth(choice.sizeHint().width())
        return choice

    def named(self) -> Grid:
        """The table with the columns as they are chosen."""
        chosen = {place: str(choice.currentData()) for place, choice in enumerate(self.choices, start=1)}
        said = {place: key for place, key in chosen.items() if key not in (UNSAID, LEFT_OUT)}
        left_out = [place for place, key in chosen.items() if key == LEFT_OUT]
        return with_heads(self._grid, said, left_out=left_out, heading=self.heading.isChecked())
