"""Draw the program's icon from its one source, `arena_desk/web/icon.svg`, in the formats of all systems."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "arena_desk" / "web" / "icon.svg"
FOLDER = ROOT / "build_spec" / "icons"
WINDOW = ROOT / "ui" / "images" / "arena-desk.png"
WINDOW_SIZE = 256
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MAC_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def drawn(size: int) -> Image.Image:
    """The icon of so many pixels, drawn for that size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(data.data()))


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    WINDOW.parent.mkdir(exist_ok=True)
    drawn(WINDOW_SIZE).save(WINDOW, optimize=True)
    _save(FOLDER / "arena-desk.ico", WINDOWS_SIZES)
    _save(FOLDER / "arena-desk.icns", MAC_SIZES)


def _save(path: Path, sizes: tuple[int, ...]) -> None:
    *smaller, largest = (drawn(size) for size in sizes)
    largest.save(path, sizes=[(size, size) for size in sizes], append_images=smaller)


if __name__ == "__main__":
    main()
