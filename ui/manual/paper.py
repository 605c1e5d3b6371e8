"""A page of the manual as a PDF whose words can be found and copied, Chinese ones as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QPageSize,
    QPdfWriter,
    QRawFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ui.appearance import scaled

MARGIN = 14.0
"""Millimetres around a page."""
EDGE = 2.0
"""Dots of the screen inside them: else a picture at the head of a sheet leaves a line at the foot of the one before."""
DOTS, SMALLER = 600, 0.8
"""Dots an inch, and the type against that of the screen."""
MAINLAND = "Noto Sans CJK SC"
"""Draws simplified Chinese by the glyphs that its table of characters names. Its sister faces hold them beside that
table, and what is drawn by such a glyph is not found in the PDF."""
RADICALS = "".join(map(chr, range(0x2E80, 0x2FE0)))
"""Signs for parts of characters. Many fonts draw one by the glyph of the whole character, and Qt's PDF then says that
the radical stands there: who looks for 人 would not find it."""
PICTURE = "\ufffc"
"""What stands for a picture in the text."""
WORDS = re.compile(rb"begincmap.*?endcmap", re.DOTALL)


def print_to(path: Path, document: QTextDocument, dots: int, *, chinese: bool) -> None:
    """Write a document, that is laid out with so many dots an inch on the screen, on A4. Raises `OSError`."""
    with path.open("wb"):
        pass  # said as an error of the system, which a PDF writer would keep to itself
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*[MARGIN] * 4))
    writer.setResolution(DOTS)
    printed = document.clone()
    printed.setDocumentMargin(EDGE)
    printed.setDefaultFont(_type(document.defaultFont(), chinese=chinese))
    sheet = QSizeF(writer.pageLayout().paintRectPixels(dots).size())
    _set_out(printed, sheet.width() - 2 * EDGE)
    printed.setPageSize(sheet)
    printed.print_(writer)
    del writer  # the file is whole only then
    meant = dict(_meant(printed))
    path.write_bytes(WORDS.sub(lambda table: _spelled(table[0], meant), path.read_bytes()))


def _set_out(document: QTextDocument, width: float) -> None:
    """No picture is wider than the sheet, and a heading is not left behind by the picture below it."""
    block = document.begin()
    while block.isValid():
        below = block.next()
        if block.blockFormat().headingLevel() > 1 and any(_pictures(below)):
            form = block.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(form)
        for cursor in _pictures(block):
            picture = cursor.charFormat().toImageFormat()
            image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(picture.name()))
            size = image.deviceIndependentSize()
            if size.width() > width:
                picture.setWidth(width)
                picture.setHeight(size.height() * width / size.width())
                cursor.setCharFormat(picture)
        block = below


def _pictures(block: QTextBlock) -> Iterator[QTextCursor]:
    """The pictures of a paragraph, each as it is chosen."""
    for place, letter in enumerate(block.text() if block.isValid() else ""):
        if letter == PICTURE:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + place)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            yield cursor


def _type(font: QFont, *, chinese: bool) -> QFont:
    smaller = scaled(font, SMALLER)
    if chinese:
        smaller.setFamilies([*font.families(), MAINLAND])
    return smaller


def _meant(document: QTextDocument) -> Iterator[tuple[bytes, bytes]]:
    """Every radical that is drawn as a character of this text is, in a font that draws it; as a PDF spells them."""
    used = "".join(sorted(set(document.toPlainText())))
    for font in _fonts(document).values():
        drawn = dict(zip(font.glyphIndexesForString(used), used, strict=True))
        for radical, glyph in zip(RADICALS, font.glyphIndexesForString(RADICALS), strict=True):
            if glyph and glyph in drawn:
                yield _hexadecimal(radical), _hexadecimal(drawn[glyph])


def _fonts(document: QTextDocument) -> dict[str, QRawFont]:
    """The fonts that draw this text, those that stand in for others included."""
    found, block = {}, document.begin()
    while block.isValid():
        for run in block.layout().glyphRuns(0, block.length()):
            found[run.rawFont().familyName()] = run.rawFont()
        block = block.next()
    return found


def _spelled(table: bytes, meant: dict[bytes, bytes]) -> bytes:
    """A font's table of what its glyphs say; it keeps its length, on which the places of all that follows depend."""
    return re.sub(rb"<[0-9A-F]{4}>", lambda code: meant.get(code[0], code[0]), table)


def _hexadecimal(letter: str) -> bytes:
    return f"<{ord(letter):04X}>".encode()
