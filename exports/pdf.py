"""Pages onto paper: a PDF with every glyph embedded, searchable text, and the same bytes for the same pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from uuid import uuid4

from exports.glyphs import FontFile
from exports.page import PAPER, Bar, Colour, Ink, Page, Shape, used

PROGRAM = "Arena Desk"
CODES_A_BLOCK = 100
"""A block of a ToUnicode map holds so many entries at most (Adobe Technical Note 5411)."""


@dataclass(frozen=True, slots=True)
class About:
    """The document's properties; `language` is a BCP 47 tag, `day` stands as the time of its making."""

    title: str
    author: str
    subject: str
    language: str
    day: date


@dataclass(frozen=True, slots=True)
class _Embedded:
    """A font of this document: ReportLab's object for it, the key it is registered by, its name in the PDF."""

    font: Any
    key: str
    name: bytes


def pdf_bytes(pages: Sequence[Page], about: About) -> bytes:
    """Draw pages to a PDF."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    fonts = _embed(used(list(pages)))
    try:
        first = next(iter(fonts.values())).key  # else ReportLab names Helvetica on every page, which is not embedded
        canvas = Canvas(out, pagesize=PAPER, invariant=1, pageCompression=1, lang=about.language, initialFontName=first)
        _describe(canvas, about)
        for number, page in enumerate(pages, start=1):
            _draw(canvas, page, number, fonts)
            canvas.showPage()
        _write_fonts(canvas._doc, fonts.values())  # noqa: SLF001  no public way leads there
        canvas.save()
    finally:
        for embedded in fonts.values():
            embedded.font.unregister()
    return out.getvalue()


def _describe(canvas: Any, about: About) -> None:
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(PROGRAM)
    canvas.setDateFormatter(lambda *_: f"D:{about.day:%Y%m%d}000000+00'00'")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _embed(texts: Iterable[tuple[FontFile, str]]) -> dict[FontFile, _Embedded]:
    """Subset and register each font. Two files may hold fonts of one name; in a PDF each needs its own."""
    chars: dict[FontFile, set[str]] = {}
    for font, text in texts:
        chars.setdefault(font, set()).update(text)
    embedded: dict[FontFile, _Embedded] = {}
    for number, (font, needed) in enumerate(chars.items()):
        again = any(font.name == other.name for other in embedded)
        name = f"{font.name}-{number}" if again else font.name
        embedded[font] = _registered(font.subset(needed), name)
    return embedded


def _registered(subset: bytes, name: str) -> _Embedded:
    """Register a subset by a key that nobody else has.

    WORKAROUND: ReportLab's table of fonts serves all threads, and a font whose face has the name of one that is
    registered silently becomes that one (`reportlab.pdfbase.pdfmetrics.registerFont`).
    """
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    key = f"{name}-{uuid4().hex}"
    font = TTFont(key, BytesIO(subset), asciiReadable=False, shapable=False)
    font.face.name = key.encode()
    registerFont(font)
    return _Embedded(font, key, name.encode())


def _draw(canvas: Any, page: Page, number: int, fonts: Mapping[FontFile, _Embedded]) -> None:
    height = PAPER[1]
    for place, bookmark in enumerate(page.bookmarks):
        key = f"{number}-{place}"
        canvas.bookmarkHorizontal(key, 0, height - bookmark.y)
        canvas.addOutlineEntry(bookmark.title, key, bookmark.level, closed=False)
    for mark in page.marks:
        if isinstance(mark, Bar):
            canvas.setFillColorRGB(*_rgb(mark.colour))
            canvas.rect(mark.x, height - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
        elif isinstance(mark, Shape):
            _outline(canvas, mark)
        else:
            _write(canvas, mark, fonts[mark.font].key)


def _outline(canvas: Any, shape: Shape) -> None:
    path = canvas.beginPath()
    for step in shape.steps:
        places = [part for x, y in step.places for part in (x, PAPER[1] - y)]
        {"move": path.moveTo, "line": path.lineTo, "curve": path.curveTo, "close": path.close}[step.kind](*places)
    if shape.fill:
        canvas.setFillColorRGB(*_rgb(shape.fill))
    if shape.stroke:
        canvas.setStrokeColorRGB(*_rgb(shape.stroke))
        canvas.setLineWidth(shape.width)
    canvas.drawPath(path, stroke=bool(shape.stroke), fill=bool(shape.fill))


def _write(canvas: Any, ink: Ink, font: str) -> None:
    canvas.saveState()
    canvas.translate(ink.x, PAPER[1] - ink.y)
    canvas.rotate(ink.angle)
    text = canvas.beginText(0, 0)
    text.setFont(font, ink.size)
    text.setCharSpace(ink.spacing)
    text.setFillColorRGB(*_rgb(ink.colour))
    if ink.weight:
        text.setTextRenderMode(2)
        text.setStrokeColorRGB(*_rgb(ink.colour))
        canvas.setLineWidth(ink.weight)
        canvas.setLineJoin(1)
    text.textOut(ink.text)
    canvas.drawText(text)
    canvas.restoreState()


def _rgb(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = colour
    return red / 255, green / 255, blue / 255


def _write_fonts(document: Any, fonts: Iterable[_Embedded]) -> None:
    """Write the fonts by their own names, and maps back to Unicode that also hold characters beyond U+FFFF.

    WORKAROUND: ReportLab 5.1 writes such a character with five hex digits and all entries in one block, which
    readers take for another character or refuse (`reportlab.pdfbase.ttfonts.makeToUnicodeCMap`).
    """
    for embedded in fonts:
        font = embedded.font
        subsets = [list(subset) for subset in font.state[document].subsets]
        font.face.name = embedded.name
        font.addObjects(document)
        font.face.name = embedded.key.encode()
        for number, subset in enumerate(subsets):
            name = document.idToObject["BasicFonts"].dict[f"{document.fontMapping[embedded.key][1:]}+{number}"].BaseFont
            document.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(subset)
    document.delayedFonts.clear()


def to_unicode(subset: Sequence[int]) -> str:
    """The map from the codes of a subset to Unicode, as PDF 32000-1, 9.10.3 asks for it."""
    entries = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in enumerate(subset) if char
    ]
    blocks = [entries[start : start + CODES_A_BLOCK] for start in range(0, len(entries), CODES_A_BLOCK)]
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    )
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return f"{head}{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
