"""A QR code as large as there is room, always dark on white, sharp at every size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_ZONE = 4


@lru_cache(maxsize=64)
def qr_image(text: str) -> QImage:
    """The code, one pixel a module, with its quiet zone. It takes a while to make, and the same ones are asked for."""
    import segno

    matrix = segno.make(text, error="m", micro=False).matrix
    size = len(matrix) + 2 * QUIET_ZONE
    image = QImage(size, size, QImage.Format.Format_Mono)
    image.fill(1)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x + QUIET_ZONE, y + QUIET_ZONE, 0)
    return image


class QrView(QWidget):
    """Shows one code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setMinimumSize(120, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str) -> None:
        """Show the code of a text; nothing for an empty one."""
        self._image = qr_image(text) if text else QImage()
        self.update()

    def image(self) -> QImage:
        return self._image

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        module = max(1, min(self.width(), self.height()) // self._image.width())
        side = module * self._image.width()
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, self._image)
