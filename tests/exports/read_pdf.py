"""A PDF read back: what stands where, in millimetres from the upper left corner of the paper."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tests.watching import unwatched

MM = 72 / 25.4
TALL = 297.0


@dataclass(frozen=True)
class Mark:
    """A character: `x` and `y` of its origin on the baseline, edges of its ink, its size in points; `turned` if it
    is not level.
    """

    char: str
    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turned: bool = False


@dataclass(frozen=True)
class Box:
    """A filled rectangle and its colour."""

    left: float
    top: float
    right: float
    bottom: float
    colour: tuple[int, int, int]

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Sheet:
    """One page: its text as it is found and copied, and its characters where they stand."""

    text: str
    marks: list[Mark]
    boxes: list[Box]

    def line(self, words: str) -> list[Mark]:
        """The characters of some words that stand on this page."""
        said = "".join(mark.char for mark in self.marks)
        start = said.index(words)
        return self.marks[start : start + len(words)]


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document itself, for what a page does not tell."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


@unwatched()
def sheets(data: bytes) -> list[Sheet]:
    """All pages of a document."""
    with opened(data) as document:
        return [_sheet(document[number]) for number in range(len(document))]


def texts(data: bytes) -> str:
    """The text of all pages without line breaks, as a search would look through it."""
    return "".join(sheet.text for sheet in sheets(data)).replace("\r\n", "")


def _sheet(page: Any) -> Sheet:
    said = page.get_textpage().get_text_range()
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        _apart(each)
    text = page.get_textpage()
    found = [mark for number in range(text.count_chars()) if (mark := _mark(text, number)).char not in "\r\n"]
    marks = list(_whole(found))
    boxes = [_box(each) for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    return Sheet(said, marks, boxes)


def _apart(each: Any) -> None:
    """Forget that a text goes on on another line: PDFium would give all of it a place on the first one."""
    for number in reversed(range(pdfium.FPDFPageObj_CountMarks(each.raw))):
        pdfium.FPDFPageObj_RemoveMark(each.raw, pdfium.FPDFPageObj_GetMark(each.raw, number))


def _whole(marks: list[Mark]) -> Iterator[Mark]:
    """Characters beyond U+FFFF put together again: PDFium gives them in halves, both in the same place."""
    for mark, following in zip_longest(marks, marks[1:]):
        if "\ud800" <= mark.char <= "\udbff" and following is not None:
            char = (mark.char + following.char).encode("utf-16", "surrogatepass").decode("utf-16")
            yield replace(mark, char=char)
        elif not "\udc00" <= mark.char <= "\udfff":
            yield mark


def _mark(text: Any, number: int) -> Mark:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text.raw, number, x, y)
    left, bottom, right, top = text.get_charbox(number)
    char = chr(pdfium.FPDFText_GetUnicode(text.raw, number))
    size = pdfium.FPDFText_GetFontSize(text.raw, number)
    edges = (left / MM, TALL - top / MM, right / MM, TALL - bottom / MM)
    turned = 0.01 < pdfium.FPDFText_GetCharAngle(text.raw, number) < 6.27
    return Mark(char, x.value / MM, TALL - y.value / MM, *edges, size, turned)


def _box(path: Any) -> Box:
    left, bottom, right, top = path.get_bounds()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path.raw, red, green, blue, alpha)
    return Box(left / MM, TALL - top / MM, right / MM, TALL - bottom / MM, (red.value, green.value, blue.value))
