"""The pieces a panel is built from: cards, chips, tables of scores, large buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.appearance import scaled
from ui.console.look import Look, Words, look
from ui.console.look import Tone as Ink
from ui.panel.facts import Criterion
from ui.panel.scores import finished, total_text
from ui.panel.words import Tone, Wording, translate

TARGET = 48
"""The least width and height of what a finger presses."""
RADIUS = 12
_INKS: dict[Tone, Ink] = {"quiet": "quiet", "live": "accent_text", "good": "good", "bad": "warn", "busy": "accent_text"}


def grounds(colours: Look, tone: Tone) -> QColor:
    """The ground of a card or a chip of this tone."""
    tints = {"good": colours.good_tint, "bad": colours.warn_tint, "live": colours.accent_tint}
    return tints.get(tone, colours.card)


class Lines(Words):
    """A label that breaks its lines and never asks for more width than there is."""

    def __init__(self, text: str = "", *, tone: Ink = "plain", factor: float = 1.0, bold: bool = False) -> None:
        super().__init__(text, tone=tone, factor=factor, bold=bold)
        self.setWordWrap(True)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())


class SideBySide(QWidget):
    """Widgets in a row where there is room, else one under the other; the last one takes what is left."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        for widget in widgets:
            self._line.addWidget(widget, 1 if widget is widgets[-1] else 0)

    def minimumSizeHint(self) -> QSize:
        least = [widget.minimumSizeHint().expandedTo(widget.minimumSize()).width() for widget in self._shown()]
        return QSize(max(least, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose the direction again: a widget came, went or says something else."""
        wished = sum(_wish(widget) + self._line.spacing() for widget in self._shown())
        wide = wished <= self.width() + self._line.spacing()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]


def _wish(widget: QWidget) -> int:
    """How wide a widget is at its best; a label may break its lines, but not after every letter."""
    if isinstance(widget, Lines):
        metrics = widget.fontMetrics()
        return min(metrics.horizontalAdvance(widget.text()), 8 * metrics.height())
    return widget.sizeHint().width()


class Card(QFrame):
    """A rounded pane in the ground of its tone."""

    def __init__(self, tone: Tone = "quiet") -> None:
        super().__init__()
        self._tone: Tone = tone
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(14, 12, 14, 12)
        self.box.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = look(self)
        painter.setPen(getattr(colours, _INKS[self._tone]) if self._tone != "quiet" else colours.line)
        painter.setBrush(grounds(colours, self._tone))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), RADIUS - 3, RADIUS - 3)


class Chip(Words):
    """The state in a word or two, on a ground of its own."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words.chip, tone=_INKS[words.tone], factor=1.05, bold=True)
        self._ground: Tone = words.tone
        self.setContentsMargins(10, 3, 10, 3)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look(self).line)
        painter.setBrush(grounds(look(self), self._ground))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.height() / 2, self.height() / 2
        )
        painter.end()
        super().paintEvent(event)


def state_card(words: Wording, *more: QWidget, title: bool = True) -> Card:
    """A card that says what happened, what is safe and what to do."""
    card = Card(words.tone)
    if title:
        ink: Ink = "plain" if words.tone == "quiet" else _INKS[words.tone]
        card.box.addWidget(Lines(words.title, tone=ink, factor=1.4, bold=True))
    card.box.addWidget(Lines(words.text, factor=1.1))
    for widget in more:
        card.box.addWidget(widget)
    return card


def big_button(text: str, *, bold: bool = False) -> QPushButton:
    """A button a thumb can find."""
    button = QPushButton(text)
    button.setFont(scaled(button.font(), 1.1, bold=bold))
    button.setMinimumHeight(TARGET)
    button.setAutoDefault(True)
    return button


class ScoreTable(QWidget):
    """Scores line by line, with the total; one column a ballot."""

    def __init__(self, criteria: Sequence[Criterion], *ballots: Mapping[str, str], heads: Sequence[str] = ()) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(8 if heads else 16)  # of two ballots all must fit a narrow window in large text
        self._grid.setColumnStretch(0, 2 if heads else 1)
        for column, head in enumerate(heads, 1):
            self._grid.setColumnStretch(column, 1)
            label = Lines(head, tone="quiet", factor=0.88)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(label, 0, column)
        lines = [[each.name, *(finished(scores.get(each.key, "")) or "—" for scores in ballots)] for each in criteria]
        lines.append([translate("Panel", "Total"), *(total_text(criteria, scores) for scores in ballots)])
        for row, line in enumerate(lines, 1):
            self._line(row, line, last=row == len(lines))
        self.setAccessibleName(", ".join(" ".join(line) for line in lines))

    def _line(self, row: int, line: Sequence[str], *, last: bool) -> None:
        differs = len(set(line[1:])) > 1
        font = scaled(self.font(), 1.3 if last and len(line) == 2 else 1.15, bold=last or differs, tabular=True)
        for column, text in enumerate(line):
            self._cell(row, column, text, font, breaks=column == 0 and not last)

    def _cell(self, row: int, column: int, text: str, font: QFont, *, breaks: bool) -> None:
        label = Lines(text) if breaks else Words(text)
        label.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(
            label, row, column, side | Qt.AlignmentFlag.AlignVCenter if column else Qt.AlignmentFlag(0)
        )


class Dot(QLabel):
    """A sign of the link: filled while it stands."""

    def __init__(self) -> None:
        super().__init__()
        self._on = False
        self.setFixedSize(QSize(14, 14))

    def turn(self, on: bool) -> None:
        """Filled or hollow."""
        self._on = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("#ffffff"))
        painter.setBrush(QColor("#ffffff") if self._on else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(2.5, 2.5, 9, 9))


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget:
            widget.hide()
            widget.deleteLater()
