"""The few colours that say something, light and dark, and what is painted with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.appearance import scaled


@dataclass(frozen=True)
class Look:
    """Colours by what they mean; `*_tint` is a ground, the plain one a line or a text on it (4.5:1 or more)."""

    accent: QColor
    accent_text: QColor
    accent_tint: QColor
    good: QColor
    good_tint: QColor
    warn: QColor
    warn_tint: QColor
    bad: QColor
    quiet: QColor
    line: QColor
    card: QColor


@cache
def _light() -> Look:
    return Look(
        accent=QColor("#8a0f16"),
        accent_text=QColor("#8a0f16"),
        accent_tint=QColor("#faeaea"),
        good=QColor("#23783f"),
        good_tint=QColor("#eef8f0"),
        warn=QColor("#9a5b00"),
        warn_tint=QColor("#fff6e4"),
        bad=QColor("#b3261e"),
        quiet=QColor("#5d6167"),
        line=QColor("#d7d9dd"),
        card=QColor("#ffffff"),
    )


@cache
def _dark() -> Look:
    return Look(
        accent=QColor("#b3252d"),
        accent_text=QColor("#ff9c96"),
        accent_tint=QColor("#46262a"),
        good=QColor("#6fcf93"),
        good_tint=QColor("#1c3325"),
        warn=QColor("#f0b453"),
        warn_tint=QColor("#3b2f17"),
        bad=QColor("#ff8f86"),
        quiet=QColor("#a8acb2"),
        line=QColor("#47494e"),
        card=QColor("#2b2d30"),
    )


def is_dark(palette: QPalette) -> bool:
    return palette.base().color().lightness() < 128


def look(widget: QWidget) -> Look:
    """The colours for a widget as it is shown now."""
    return _dark() if is_dark(widget.palette()) else _light()


def key_width(metrics: QFontMetricsF, key: str) -> float:
    """How wide a key cap is."""
    return max(metrics.height() + 4, metrics.horizontalAdvance(key) + 12)


def paint_key(painter: QPainter, right: float, middle: float, key: str, colour: QColor) -> None:
    """A key cap that ends at `right`, in the painter's font."""
    metrics = QFontMetricsF(painter.font())
    width, height = key_width(metrics, key), metrics.height() + 4
    cap = QRectF(right - width, middle - height / 2, width, height)
    line = QColor(colour)
    line.setAlphaF(0.45)
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(colour)
    painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)


def paint_ground(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill a place. `QPainter.fillRect` would first make Python classes of all that Qt knows about gradients."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.restore()


def paint_dot(painter: QPainter, centre: QPointF, colour: QColor, *, filled: bool, radius: float = 3.5) -> None:
    """A sign of presence: filled or hollow, so that it does not depend on the colour."""
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)


Tone: TypeAlias = Literal["plain", "quiet", "accent_text", "good", "warn", "bad"]


def plain_tip(text: str) -> str:
    """A text for a tool tip, which would else take a name that looks like HTML for HTML."""
    return RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text


def breaking(metrics: QFontMetricsF, width: float, text: str) -> int:
    """How a text is broken into lines: between words, and within them only where one is wider than the line."""
    between = int(Qt.TextFlag.TextWordWrap)
    if metrics.boundingRect(QRectF(0, 0, width, 1), between, text).width() <= width:
        return between
    return between | int(Qt.TextFlag.TextWrapAnywhere)


class Words(QLabel):
    """A label in one of the colours that say something; it follows light and dark."""

    def __init__(
        self, text: str = "", *, tone: Tone = "plain", factor: float = 1.0, bold: bool = False, wrap: bool = False
    ) -> None:
        super().__init__(text)
        if wrap:
            self.setWordWrap(True)
        self._tone: Tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)  # names come from files
        self._colouring = False
        self.setFont(scaled(self.font(), factor, bold=bold))
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # on a sheet it would be Text
        if tone != "plain":
            self._colour()

    @property
    def tone(self) -> Tone:
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        """Take this colour from now on; with every ballot most keep theirs."""
        if tone != self._tone:
            self._tone = tone
            self._colour()

    def _colour(self) -> None:
        self._colouring = True
        palette = QPalette() if self._tone == "plain" else self.palette()
        if self._tone != "plain":
            palette.setColor(QPalette.ColorRole.WindowText, getattr(look(self), self._tone))
        self.setPalette(palette)
        self._colouring = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._colouring:
            self._colour()


class Caption(Words):
    """Small quiet text."""

    def __init__(self, text: str = "", *, factor: float = 0.92, wrap: bool = False) -> None:
        super().__init__(text, tone="quiet", factor=factor, wrap=wrap)


class Elided(Words):
    """One line that ends in dots where there is no room; the whole is in the tool tip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        tip = plain_tip(self.text()) if shown != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class Sheet(QFrame):
    """A pane with the ground of lists and sheets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)


class Hairline(QFrame):
    """A thin line between panes."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(1) if vertical else self.setFixedHeight(1)

    def paintEvent(self, event: object) -> None:
        paint_ground(QPainter(self), self.rect(), look(self).line)
