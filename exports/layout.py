"""Text into lines: the grid of characters, Chinese line breaking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from exports.fonts import Face, FontBook, Glyph
from exports.glyphs import FontFile
from exports.page import BLACK, LEFT, Colour, Flow, Ink, Page, Whole

NEVER_FIRST = frozenset("，。、；：？！）》」』】〕”’％%…—·,.;:?!)]}")
NEVER_LAST = frozenset("（《「『【〔“‘([{")
BLANK_ON_THE_RIGHT = frozenset("，。、；：？！）》」』】〕”’")
ASCENT = 0.88
"""Height of the square of a Chinese character above the baseline, in parts of the type size."""
LOOSEST = 0.4
"""How far characters may be moved apart to fill a line, in parts of the type size; a looser line stays ragged."""
_WORDS = re.compile(r"[!-~\u00c0-\u024f]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size; `cell` is the advance of a full-width character (0: the size itself)."""

    face: Face
    size: float
    cell: float = 0.0

    @property
    def advance(self) -> float:
        """The advance of a full-width character."""
        return self.cell or self.size


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one font and one spacing."""

    text: str
    font: FontFile
    spacing: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is ready to be drawn, from `indent` on; `whole` is what it is a part of."""

    pieces: tuple[Piece, ...]
    type: Type
    weight: float = 0.0
    indent: float = 0.0
    whole: Whole | None = None

    @property
    def width(self) -> float:
        """From the first character to the end of the last one's advance."""
        return sum(piece.width for piece in self.pieces)

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(piece.text for piece in self.pieces)


def width(glyphs: Sequence[Glyph], type_: Type) -> float:
    """The natural width of some characters."""
    return sum(glyph.width for glyph in glyphs) * type_.advance


def one_line(book: FontBook, text: str, type_: Type) -> Line:
    """A text on one line, however long it is."""
    return _line(book, book.glyphs(text, type_.face), type_, 0.0, 0.0)


def lines(
    book: FontBook, text: str, type_: Type, measure: float, *, first: float = 0.0, justify: bool = False
) -> list[Line]:
    """Break a text into lines of `measure`; the first is indented, all but the last are justified if asked."""
    glyphs = book.glyphs(text, type_.face)
    at_once = width(glyphs, type_) <= measure - max(first, 0.0)  # as most cells of tables do
    rows = [_trimmed(glyphs)] if at_once else _rows(clusters(glyphs), type_, measure, first)
    done = []
    for number, row in enumerate(rows):
        indent = first if number == 0 else 0.0
        spare = measure - indent - width(row, type_)
        stretch = spare / (len(row) - 1) if justify and spare > 0 and number < len(rows) - 1 and len(row) > 1 else 0.0
        stretch = stretch if stretch <= LOOSEST * type_.advance else 0.0
        squeeze = -spare / _squeezable(row) if spare < -0.01 and _squeezable(row) else 0.0
        done.append(_line(book, row, type_, stretch, squeeze, indent))
    return done


def clusters(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Characters that may not be parted: words and numbers, marks that never begin or end a line."""
    found: list[list[Glyph]] = []
    for word in _worded(glyphs):
        if found and _clings(found[-1][-1].char, word[0].char):
            found[-1] += word
        else:
            found.append(word)
    return found


def _worded(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    text = "".join(glyph.char for glyph in glyphs)
    return (glyphs[found.start() : found.end()] for found in _WORDS.finditer(text))


def _clings(before: str, after: str) -> bool:
    return before != " " and (after in NEVER_FIRST or before in NEVER_LAST)


def _rows(parts: list[list[Glyph]], type_: Type, measure: float, first: float) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = [[]]
    for cluster in parts:
        limit = measure - (first if len(rows) == 1 else 0.0)
        whole = _fits(cluster, type_, measure)
        if whole and rows[-1] and not _fits(rows[-1] + cluster, type_, limit):
            rows.append([])
        for part in [cluster] if whole else [[glyph] for glyph in cluster]:
            limit = measure - (first if len(rows) == 1 else 0.0)
            if rows[-1] and not _fits(rows[-1] + part, type_, limit):
                rows.append([])
            rows[-1] += part if rows[-1] or len(rows) == 1 else _without_blanks(part)
    return [_trimmed(row) for row in rows if row] or [[]]


def _without_blanks(row: list[Glyph]) -> list[Glyph]:
    start = next((n for n, glyph in enumerate(row) if glyph.char != " "), len(row))
    return row[start:]


def _trimmed(row: list[Glyph]) -> list[Glyph]:
    return _without_blanks(row[::-1])[::-1]


def _fits(row: list[Glyph], type_: Type, limit: float) -> bool:
    """Whether a row fits, its punctuation marks giving up to half their width if need be (标点挤压)."""
    shown = _trimmed(row)
    return width(shown, type_) - _squeezable(shown) * type_.advance / 2 * _overhangs(shown) <= limit + 0.01


def _overhangs(row: list[Glyph]) -> bool:
    """Squeezing serves only to bring a last mark in that may not begin the next line."""
    return bool(row) and row[-1].char in BLANK_ON_THE_RIGHT


def _squeezable(row: list[Glyph]) -> int:
    return sum(glyph.char in BLANK_ON_THE_RIGHT and glyph.width > 0.9 for glyph in row)


def _line(book: FontBook, row: list[Glyph], type_: Type, stretch: float, squeeze: float, indent: float = 0.0) -> Line:
    def setting(glyph: Glyph) -> tuple[FontFile, float]:
        less = squeeze if glyph.char in BLANK_ON_THE_RIGHT and glyph.width > 0.9 else 0.0
        return glyph.font, round(glyph.width * (type_.advance - type_.size) + stretch - less, 4)

    pieces = [_piece(list(glyphs), font, spacing, type_) for (font, spacing), glyphs in groupby(row, setting)]
    return Line(tuple(pieces), type_, book.weight(type_.face) * type_.size, indent)


def _piece(glyphs: list[Glyph], font: FontFile, spacing: float, type_: Type) -> Piece:
    natural = sum(glyph.width for glyph in glyphs) * type_.size
    return Piece("".join(glyph.char for glyph in glyphs), font, spacing, natural + spacing * len(glyphs))


def draw(page: Page, line: Line, x: float, baseline: float, colour: Colour = BLACK) -> None:
    """Put a line on a page."""
    x += line.indent
    for piece in line.pieces:
        size, weight = line.type.size, line.weight
        ink = Ink(piece.text, piece.font, size, x, baseline, piece.spacing, weight, colour, whole=line.whole)
        page.marks.append(ink)
        x += piece.width


def put(flow: Flow, line: Line, pitch: float, x: float = LEFT) -> None:
    """Put a line into the flow, on the next page if this one is full."""
    top = flow.take(pitch)
    draw(flow.page, line, x, baseline_in(top, pitch, line.type.size))


def baseline_in(top: float, height: float, size: float) -> float:
    """The baseline of a character square that stands in the middle of a height."""
    return top + (height - size) / 2 + ASCENT * size
