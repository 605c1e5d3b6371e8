"""Reads what stands on a stage window, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickView

UNREAD = {"weight", "watermark"}
"""Texts that nobody reads: the drawn weight of another text, and the mark behind a rehearsal."""


@dataclass(frozen=True)
class Words:
    """A text as it stands on the stage: `box` is where its lines are painted, in the window."""

    role: str
    text: str
    size: float
    box: QRectF
    color: QColor
    cut: bool


def everything(item: QQuickItem) -> Iterator[QQuickItem]:
    """All items that are visible, parents first."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from everything(child)


def named(window: QQuickView, name: str) -> list[QQuickItem]:
    return [item for item in everything(window.rootObject()) if item.objectName() == name]


def words_on(window: QQuickView) -> list[Words]:
    """All texts that are to be read."""
    texts = (item for item in everything(window.rootObject()) if item.inherits("QQuickText"))
    read = [item for item in texts if item.property("text") and item.objectName() not in UNREAD]
    return [_words(item, _aligned(window, item)) for item in read]


def _aligned(window: QQuickView, item: QQuickItem) -> tuple[int, int]:
    """Qt's numbers for the alignment of a text, across and down."""
    expression = QQmlExpression(window.rootContext(), item, "[horizontalAlignment, verticalAlignment].join()")
    across, down = str(expression.evaluate()[0]).split(",")
    return int(across), int(down)


def _words(item: QQuickItem, aligned: tuple[int, int]) -> Words:
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    across, down = aligned
    left = {2: item.width() - width, 4: (item.width() - width) / 2}.get(across, 0.0)
    top = {64: item.height() - height, 128: (item.height() - height) / 2}.get(down, 0.0)
    box = item.mapRectToScene(QRectF(left, top, width, height))
    size = item.property("font").pixelSize()
    cut = bool(item.property("truncated")) or width > item.width() + 1
    return Words(item.objectName(), item.property("text"), size, box, item.property("color"), cut)


def ground_of(picture: QImage, words: Words) -> list[QColor]:
    """The colours just left and right of a text."""
    gap = 0.12 * words.size
    middle = words.box.center().y()
    scale = picture.devicePixelRatio()
    spots = [QPointF(words.box.left() - gap, middle), QPointF(words.box.right() + gap, middle)]
    return [picture.pixelColor((spot * scale).toPoint()) for spot in spots if _inside(picture, spot * scale)]


def _inside(picture: QImage, spot: QPointF) -> bool:
    return picture.rect().contains(spot.toPoint())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG 2 defines it, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
