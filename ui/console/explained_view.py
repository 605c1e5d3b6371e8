"""An explanation as text that can be read, selected and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.appearance import scaled
from ui.console.explained import Kind, Line, Run
from ui.console.look import look

INDENT, GAP = 22.0, 18.0
PADDING = 14
SCORES, FATE = 2, 4
"""Columns: under the scores a line goes on that is too long; what became of the ballot may be very long."""
INDENTED = {Kind.BALLOT, Kind.DROPPED, Kind.OUT, Kind.WITHIN, Kind.GROUP_SCORE}
BOLD = {Kind.HEAD, Kind.GROUP, Kind.FINAL, Kind.OUTCOME, Kind.OPEN}
LARGER = {Kind.HEAD: 1.15, Kind.FINAL: 1.15}
FADED = {Kind.DROPPED, Kind.OUT}


class ExplainedView(QTextEdit):
    """Read-only lines, those of the judges in columns where there is room for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFont(scaled(self.font(), 1.0, tabular=True))
        self.document().setDocumentMargin(PADDING)
        self._in_columns = True

    def show_lines(self, lines: list[Line]) -> None:
        """Show these lines; where they are the same, what is selected stays so."""
        if lines != self._lines:
            self._lines = lines
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._has_room() is not self._in_columns:
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()

    def _has_room(self) -> bool:
        """Whether the columns fit beside a scroll bar, be it shown or not."""
        room = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        return INDENT + sum(self._widths()[:FATE]) + 2 * PADDING <= room

    def _widths(self) -> list[float]:
        """How wide the columns are, with the gap after each."""
        metrics = QFontMetricsF(self.font())
        rows = [line.columns for line in self._lines if line.kind in INDENTED and len(line.columns) > 1]
        places = range(max((len(row) for row in rows), default=0))
        return [max(_width(metrics, row, place) for row in rows) + GAP for place in places]

    def _write(self) -> None:
        scrolled, caret = self.verticalScrollBar().value(), self.textCursor().position()
        self._in_columns = self._has_room()
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._write_lines(cursor)
        cursor.endEditBlock()
        cursor.setPosition(min(caret, cursor.position()))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)

    def _write_lines(self, cursor: QTextCursor) -> None:
        tabs = self._tabs() if self._in_columns else []
        kinds = {(line.kind, run.struck) for line in self._lines for run in line.runs}
        forms = {(kind, struck): self._format(kind, struck) for kind, struck in kinds}
        for place, line in enumerate(self._lines):
            if place:
                cursor.insertBlock()
            before = self._lines[place - 1].kind if place else Kind.HEAD
            cursor.setBlockFormat(_block(line.kind, before, tabs))
            for run in line.runs:
                cursor.insertText(self._said(run), forms[line.kind, run.struck])

    def _said(self, run: Run) -> str:
        return run.text if self._in_columns else run.text.replace("\t", "  ")

    def _tabs(self) -> list[QTextOption.Tab]:
        widths = self._widths()
        ends = (sum(widths[: place + 1]) for place in range(len(widths) - 1))
        return [QTextOption.Tab(end, QTextOption.TabType.LeftTab) for end in ends]

    def _format(self, kind: Kind, struck: bool) -> QTextCharFormat:
        colours = look(self)
        char = QTextCharFormat()
        char.setFont(scaled(self.font(), LARGER.get(kind, 1.0), tabular=True))
        char.setFontWeight(QFont.Weight.Bold if kind in BOLD else QFont.Weight.Normal)
        char.setFontStrikeOut(struck)
        plain = self.palette().color(QPalette.ColorRole.Text)
        tones = {Kind.FINAL: colours.accent_text, Kind.OPEN: colours.warn}
        char.setForeground(colours.quiet if struck or kind in FADED else tones.get(kind, plain))
        return char


def _width(metrics: QFontMetricsF, row: list[str], place: int) -> float:
    """How wide a column of a line is; the last may run on over those of other lines."""
    return metrics.horizontalAdvance(row[place]) if place < len(row) and (place < 2 or len(row) > 3) else 0.0


def _block(kind: Kind, before: Kind, tabs: list[QTextOption.Tab]) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(105, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if kind in INDENTED:
        hanging = (
            tabs[SCORES - 1].position if len(tabs) >= SCORES and kind not in {Kind.WITHIN, Kind.GROUP_SCORE} else 0.0
        )
        block.setLeftMargin(INDENT + hanging)
        block.setTextIndent(-hanging)
        block.setTabPositions(tabs)
    block.setTopMargin(_space(kind, before))
    return block


def _space(kind: Kind, before: Kind) -> float:
    """A little room where something else begins."""
    if kind in (Kind.GROUP, Kind.FINAL, Kind.OPEN):
        return 12.0
    return 12.0 if before in (Kind.GROUP_SCORE, Kind.HEAD) and kind is not Kind.HEAD else 0.0
