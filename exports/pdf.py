"""Pages onto paper: a PDF with every glyph embedded, searchable text, and the same bytes for the same pages.

Loads ReportLab: import it only inside the functions that print.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby
from math import cos, radians, sin
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from exports.embedding import Embedded, embed
from exports.glyphs import FontFile
from exports.page import PAPER, Bar, Colour, Ink, Page, Shape, used

PROGRAM = "Arena Desk"


@dataclass(frozen=True, slots=True)
class About:
    """The document's properties; `language` is a BCP 47 tag, `day` stands as the time of its making."""

    title: str
    author: str
    subject: str
    language: str
    day: date


class _Canvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's canvas, which would name Helvetica on every page; that font is not embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def pdf_bytes(pages: Sequence[Page], about: About) -> bytes:
    """Draw pages to a PDF."""
    out = BytesIO()
    canvas = _Canvas(out, pagesize=PAPER, invariant=1, pageCompression=1, lang=about.language)
    _describe(canvas, about)
    fonts = embed(canvas._doc, used(list(pages)))  # noqa: SLF001  no public way leads there
    for number, page in enumerate(pages, start=1):
        _draw(canvas, page, number, fonts)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _describe(canvas: Any, about: About) -> None:
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(PROGRAM)
    canvas.setDateFormatter(lambda *_: f"D:{about.day:%Y%m%d}000000+00'00'")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _draw(canvas: Any, page: Page, number: int, fonts: Mapping[FontFile, Embedded]) -> None:
    height = PAPER[1]
    for place, bookmark in enumerate(page.bookmarks):
        key = f"{number}-{place}"
        canvas.bookmarkHorizontal(key, 0, height - bookmark.y)
        canvas.addOutlineEntry(bookmark.title, key, bookmark.level, closed=False)
    for whole, marks in groupby(page.marks, key=lambda mark: mark.whole if isinstance(mark, Ink) else None):
        if whole is not None:  # PDF 32000-1, 14.9.4
            canvas.addLiteral(f"/Span <</ActualText <FEFF{whole.text.encode('utf-16-be').hex().upper()}>>> BDC")
        for mark in marks:
            _mark(canvas, mark, fonts)
        if whole is not None:
            canvas.addLiteral("EMC")


def _mark(canvas: Any, mark: Ink | Bar | Shape, fonts: Mapping[FontFile, Embedded]) -> None:
    if isinstance(mark, Bar):
        canvas.setFillColorRGB(*_rgb(mark.colour))
        canvas.rect(mark.x, PAPER[1] - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
    elif isinstance(mark, Shape):
        _outline(canvas, mark)
    else:
        _write(canvas, mark, fonts[mark.font])


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


def _write(canvas: Any, ink: Ink, font: Embedded) -> None:
    """Text by the numbers of its glyphs: what ReportLab has for text knows its own kinds of fonts alone."""
    turn = radians(ink.angle)
    matrix = _numbers(cos(turn), sin(turn), -sin(turn), cos(turn), ink.x, PAPER[1] - ink.y)
    colour = _numbers(*_rgb(ink.colour))
    outline = f"{colour} RG {_numbers(ink.weight)} w 1 j 2 Tr " if ink.weight else ""
    canvas.addLiteral(
        f"q BT {matrix} Tm {font.key} {_numbers(ink.size)} Tf {_numbers(ink.spacing)} Tc "
        f"{colour} rg {outline}<{font.coded(ink.text)}> Tj ET Q"
    )


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in values)


def _rgb(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = colour
    return red / 255, green / 255, blue / 255
