"""QR codes as vectors."""

from __future__ import annotations

from exports.page import Bar, Page

QUIET = 4
"""Modules of quiet zone around a code (ISO/IEC 18004)."""


def qr(page: Page, text: str, x: float, y: float, size: float) -> None:
    """A QR code of level M with its quiet zone, each dark stretch of a row as one bar; `size` in points."""
    import segno

    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix_iter(border=QUIET)]
    module = size / len(rows)
    for number, row in enumerate(rows):
        start = 0
        while (start := row.find(b"\x01", start)) >= 0:
            end = row.find(b"\x00", start)
            page.marks.append(Bar(x + start * module, y + number * module, (end - start) * module, module))
            start = end
