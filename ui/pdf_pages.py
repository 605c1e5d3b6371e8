"""Pages of a PDF as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from PySide6.QtGui import QImage

_READER = Lock()
"""The library that reads PDFs must not be called from two threads at once."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One page, from 0, of so many."""

    image: QImage
    page: int
    of: int


def page_picture(data: bytes, page: int, height: int) -> Picture:
    """A page of a PDF, or its last one, `height` pixels high. May be called from any thread."""
    import pypdfium2

    with _READER:
        document = pypdfium2.PdfDocument(data)
        try:
            number = min(page, len(document) - 1)
            scale = height / document.get_page_size(number)[1]
            bitmap = document[number].render(scale=scale, prefer_bgrx=True, force_bitmap_format=_BGRX)
            shown = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            return Picture(shown.copy(), number, len(document))
        finally:
            document.close()


_BGRX = 3
"""FPDFBitmap_BGRx: what Qt calls RGB32."""
