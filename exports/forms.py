"""Forms: text in boxes that shrinks to fit, lines to write on, marks to cut along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from exports.fonts import FontBook
from exports.headlines import headline
from exports.layout import Line, Type, baseline_in, draw, lines
from exports.page import BLACK, MM, PAPER, Bar, Colour, Page

Align: TypeAlias = Literal["left", "centre", "right"]

SMALLEST = 0.5
"""How far a text may shrink before it takes another line, in parts of its size."""
STEPS = 10
PITCH = 1.32
"""From line to line, in parts of the type size."""
HAIR = 0.4
GREY: Colour = (0x66, 0x66, 0x66)
TICK = 6 * MM


def fitting(book: FontBook, text: str, type_: Type, measure: float, most: int = 1) -> list[Line]:
    """A text in at most so many lines, smaller where it must be; one that is longer still takes more lines."""
    rows: list[Line] = []
    for step in range(STEPS + 1):
        smaller = Type(type_.face, type_.size * (1 - (1 - SMALLEST) * step / STEPS))
        rows = lines(book, text, smaller, measure)
        if len(rows) <= most:
            break
    return rows


@dataclass(slots=True)
class Pen:
    """Writes into a column of a page from the top down; `y` is where the next thing goes."""

    book: FontBook
    page: Page
    x: float
    y: float
    width: float

    def write(
        self,
        text: str,
        type_: Type,
        *,
        most: int = 1,
        align: Align = "left",
        even: bool = False,
        colour: Colour = BLACK,
        after: float = 0.0,
    ) -> None:
        """A text in as few lines as `most` allows, broken by meaning if `even` or centred; then some room."""
        rows = fitting(self.book, text, type_, self.width, most) if text else []
        if len(rows) > 1 and (even or align == "centre"):
            rows = headline(self.book, text, rows[0].type, self.width)
        for line in rows:
            height = line.type.size * PITCH
            spare = self.width - line.width
            x = self.x + {"left": 0.0, "centre": spare / 2, "right": spare}[align]
            draw(self.page, line, x, baseline_in(self.y, height, line.type.size), colour)
            self.y += height
        self.y += after

    def rule(self, *, after: float = 0.0, colour: Colour = BLACK) -> None:
        """A hairline across the column."""
        self.page.marks.append(Bar(self.x, self.y - HAIR / 2, self.width, HAIR, colour))
        self.y += after


def box(page: Page, x: float, y: float, width: float, height: float) -> None:
    """The outline of a rectangle."""
    for top in (y, y + height):
        page.marks.append(Bar(x - HAIR / 2, top - HAIR / 2, width + HAIR, HAIR))
    for left in (x, x + width):
        page.marks.append(Bar(left - HAIR / 2, y - HAIR / 2, HAIR, height + HAIR))


def cut_marks(page: Page, columns: int, rows: int) -> None:
    """Where a sheet is cut into so many equal parts: ticks at the edges and crosses within."""
    wide, high = PAPER
    for column in range(1, columns):
        x = wide * column / columns
        for row in range(rows + 1):
            _stroke(page, x, high * row / rows, upright=True)
    for row in range(1, rows):
        y = high * row / rows
        for column in range(columns + 1):
            _stroke(page, wide * column / columns, y, upright=False)


def _stroke(page: Page, x: float, y: float, *, upright: bool) -> None:
    """A tick of both directions around a place; what lies beyond the paper is not seen."""
    if upright:
        page.marks.append(Bar(x - HAIR / 2, y - TICK, HAIR, 2 * TICK, GREY))
    else:
        page.marks.append(Bar(x - TICK, y - HAIR / 2, 2 * TICK, HAIR, GREY))
