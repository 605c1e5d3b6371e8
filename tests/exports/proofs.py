"""Proofreading: every page of a document read back, and what a careful eye would strike out.

Text beyond the margins, over other text or over the lines of a table, or without a picture; a table's head alone, or
with a single row at the end of a page; a page of hardly anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tests.exports.read_pdf import Box, Mark, Sheet
from tests.watching import unwatched

LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 184.0, 262.0
WIDE, HIGH = 210.0, 297.0
PRINTED = 0.45
"""What a reader may be off, in mm."""
EDGE = 3.0
"""What a sheet that is cut apart keeps free at the edges of the paper, in mm."""
CELL = 5.0
"""Millimetres of the squares in which characters that may touch are looked for."""
MOST = 0.25
"""How much of a character another one may cover: marks that hang over, serifs that reach into the next square."""
FEWEST_LINES, FEWEST_ROWS = 3, 2
CUT = frozenset({"cards", "paper-ballots", "door-signs"})
"""Documents that are cut apart."""
FOOTS = ("流水末条记录", "Last record of the journal")
ABOVE_PROOF = 14.0
"""From the upper rule of the foot to the baseline of its first line, in mm, and a little more."""


@dataclass(frozen=True)
class Table:
    """The part of a table that stands on one page, with its lines."""

    top: float
    bottom: float
    rows: int
    head: str
    uprights: tuple[float, ...]


@unwatched()
def faults(pages: Sequence[Sheet], *, cut: bool = False) -> list[str]:
    """All that is wrong with a document, by page; what is `cut` apart has no margins and no lines of text."""
    found = []
    for number, page in enumerate(pages, start=1):
        seen = [mark for mark in page.marks if mark.char.strip() and not mark.turned]
        said = [*_unseen(seen), *_clashes(seen)]
        said += [*_beyond(seen, EDGE, EDGE, WIDE - EDGE, HIGH - EDGE)] if cut else [*_in_type_area(page, seen)]
        said += [] if cut or number == len(pages) else [*_badly_parted(page, pages[number])]
        found += [f"page {number}: {each}" for each in said]
    return found


def _in_type_area(page: Sheet, seen: Sequence[Mark]) -> Iterator[str]:
    body = [mark for mark in seen if TOP - 1 < mark.y < BOTTOM + 1]
    yield from _beyond(body, LEFT - PRINTED, TOP - PRINTED, RIGHT + PRINTED, BOTTOM + PRINTED)
    yield from _hardly_anything(body)
    for table in tables(page):
        if not table.rows:
            yield "a table's head stands alone"
        yield from _over_lines(table, body)


def _unseen(seen: Sequence[Mark]) -> Iterator[str]:
    """Characters that no reader could name, or that leave no ink."""
    for mark in seen:
        if mark.char in "\ufffd\x00" or (mark.char != "\u3000" and mark.right <= mark.left):
            yield f"no picture of {mark.char!r}"


def _beyond(seen: Sequence[Mark], left: float, top: float, right: float, bottom: float) -> Iterator[str]:
    out = [m for m in seen if m.left < left or m.top < top or m.right > right or m.bottom > bottom]
    if out:
        yield "beyond the margins: " + "".join(mark.char for mark in out)[:40]


def _hardly_anything(body: Sequence[Mark]) -> Iterator[str]:
    """Fewer than three lines above the foot."""
    text = "".join(mark.char for mark in body)
    at = next((body[text.index(words.replace(" ", ""))].y for words in FOOTS if words.replace(" ", "") in text), HIGH)
    lines = {round(mark.y) for mark in body if mark.y < at - ABOVE_PROOF}
    if len(lines) < FEWEST_LINES:
        yield f"{len(lines)} lines stand alone: {text[:40]}"


def tables(page: Sheet) -> list[Table]:
    """The tables of a page, told by their left edges."""
    edges = [box for box in page.boxes if abs(box.left - LEFT) < PRINTED and _upright(box)]
    return [_table(page, edge) for edge in edges]


def _table(page: Sheet, edge: Box) -> Table:
    level = [b for b in page.boxes if b.width > RIGHT - LEFT - 1 and b.height < 1 and edge.top + 1 < b.middle]
    uprights = [b for b in page.boxes if _upright(b) and b.top >= edge.top - 1 and b.bottom <= edge.bottom + 1]
    rows = sorted(box.middle for box in level if box.middle < edge.bottom - 1)
    below = rows[0] if rows else edge.bottom
    head = "".join(mark.char for mark in page.marks if edge.top < mark.y < below)
    return Table(edge.top, edge.bottom, len(rows), head, tuple((box.left + box.right) / 2 for box in uprights))


def _upright(box: Box) -> bool:
    return box.width < 1 and box.height > 3 and box.colour == (0, 0, 0)


def _badly_parted(before: Sheet, after: Sheet) -> Iterator[str]:
    """A table that goes on on the next page, with a single row on one of them."""
    ends, goes_on = tables(before)[-1:], tables(after)[:1]
    for one, other in zip(ends, goes_on, strict=False):
        same = other.top < TOP + 1 and one.head == other.head
        if same and min(one.rows, other.rows) < FEWEST_ROWS:
            yield "a single row of a table is parted from the others"


def _over_lines(table: Table, body: Sequence[Mark]) -> Iterator[str]:
    inside = [mark for mark in body if table.top < mark.y < table.bottom]
    over = [m for m in inside if any(m.left + 0.2 < x < m.right - 0.2 for x in table.uprights)]
    if over:
        yield "text over the lines of a table: " + "".join(mark.char for mark in over)[:40]


def _clashes(marks: Sequence[Mark]) -> Iterator[str]:
    """Characters that lie over each other, with what stands before them."""
    near: dict[tuple[int, ...], list[int]] = {}
    for number, mark in enumerate(marks):
        cells = [near.setdefault(cell, []) for cell in _cells(mark)]
        if any(_covered(mark, marks[other]) > MOST for cell in cells for other in cell):
            yield "text over text: " + "".join(each.char for each in marks[max(0, number - 12) : number + 1])
        for cell in cells:
            cell.append(number)


def _cells(mark: Mark) -> Iterator[tuple[int, ...]]:
    spans = ((mark.left, mark.right), (mark.top, mark.bottom))
    return product(*(range(int(low // CELL), int(high // CELL) + 1) for low, high in spans))


def _covered(one: Mark, other: Mark) -> float:
    """How much of the smaller character lies within the box of the other."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    areas = [(mark.right - mark.left) * (mark.bottom - mark.top) for mark in (one, other)]
    return max(0.0, wide) * max(0.0, high) / min(areas) if wide > 0 and high > 0 else 0.0
