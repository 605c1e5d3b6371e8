"""The contest's logo: an image file becomes part of the contest file, no larger than a stage can show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from scoring.errors import BadInput, Fault
from scoring.text import Text

PATTERNS = ("*.png", "*.jpg", "*.jpeg", "*.webp", "*.bmp", "*.gif", "*.svg")
LARGEST_FILE = 20_000_000
SIDE = 1024
"""The longer side of a logo as it is kept, in pixels: a quarter of the width of a 4K wall."""
NOT_READ = Text("这张图片读不出来：{reason}", "this image cannot be read: {reason}")
TOO_LARGE = Text(
    "这张图片太大（超过 {mb} MB），请换一张小些的", "this image is too large (over {mb} MB); take a smaller one"
)
MISSING = Text("没有这个文件，或者不能读取", "there is no such file, or it cannot be read")


def read_logo(path: Path) -> str:
    """An image file as a `data:` address, scaled down where it is large. Raises `BadInput`."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise _bad(path, MISSING) from error
    if size > LARGEST_FILE:
        raise _bad(path, TOO_LARGE(mb=LARGEST_FILE // 1_000_000))
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    fitting = _fitting(reader.size())
    if fitting != reader.size():
        reader.setScaledSize(fitting)
    image = reader.read()
    if image.isNull():
        raise _bad(path, NOT_READ(reason=reader.errorString()))
    return "data:image/png;base64," + bytes(_png(image).toBase64().data()).decode("ascii")


def _fitting(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= SIDE:
        return size
    return size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)


def _png(image: QImage) -> QByteArray:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return data


def _bad(path: Path, text: Text) -> BadInput:
    return BadInput([Fault(text, file=str(path))])
