"""The boards as tables: the columns that the plan has, in widths that fit the page, broken over pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from exports.columns import Column, board_columns
from exports.fonts import FontBook
from exports.headlines import headline
from exports.layout import Line, Type, baseline_in, draw, one_line
from exports.page import LEFT, MM, WIDTH, Bar, Flow
from exports.source import BulletinSource
from exports.style import Style
from scoring.results import Board

PADDING = 1.1 * MM
NAME_AT_LEAST = 34 * MM
ABOVE, BELOW = 0.15, 0.3
"""Space around a table, in lines; then the text goes back to the grid."""
TOGETHER = 3
"""Rows that no page begins or ends with fewer of."""
LAST = 6
"""Rows on the last page of a table that is long enough: three alone would look left over."""
BROKEN_AT = 5
"""Characters after which a head or a remark may always be broken."""
_GLUED = re.compile(r"(?:\S{1,2} )*\S+")
"""A word of a head, with the small ones before it."""
THIN, OUTER = 0.5, 0.9


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is ready to be placed: columns with their widths, heads and rows set in lines."""

    widths: tuple[float, ...]
    aligns: tuple[str, ...]
    head: tuple[list[Line], ...]
    rows: tuple[tuple[list[Line], ...], ...]
    style: Style

    def height(self, cells: Sequence[list[Line]]) -> float:
        """The height of a row."""
        return max(self.style.row, max(len(cell) for cell in cells) * self.style.line + 2 * PADDING)

    def opening(self, then: float = 0.0) -> float:
        """The height that a page must have left for the table to begin there: its head and three rows.

        A table of few rows is not parted, and has the height `then` below it on its page.
        """
        few = len(self.rows) < 2 * TOGETHER
        rows = sum(self.height(row) for row in self.rows[: None if few else TOGETHER])
        following = self.ending(then) if few and then else 0.0
        return ABOVE * self.style.pitch + self.height(self.head) + rows + following

    def ending(self, then: float) -> float:
        """What a page must have left below the last row for the height `then` to follow there."""
        return BELOW * self.style.pitch + self.style.grid * self.style.pitch + then


def board_grids(book: FontBook, source: BulletinSource, board: Board, style: Style) -> list[Grid]:
    """The tables of a board: one, or more where its columns do not fit side by side."""
    kinds = board_columns(source, board)
    first, live, others, groups, ends = kinds.starts, kinds.live, kinds.others, kinds.groups, kinds.ends
    choices: tuple[tuple[list[Column], list[Column]], ...] = (
        (groups + live + others, []),
        (live + others, groups),
        (live, others + groups),
        ([], live + others + groups),
    )
    fitting = (choice for choice in choices if _names_fit(book, [*first, *choice[0], *ends], style))
    inside, later = next(fitting, choices[-1])
    return [grid_of(book, [*first, *inside, *ends], style), *grids_of(book, first, later, style)]


def grids_of(book: FontBook, first: list[Column], later: list[Column], style: Style) -> list[Grid]:
    """As many tables as it takes to show some columns, each beginning with the same first ones; none without any."""
    return [grid_of(book, chosen, style) for chosen in _chunks(book, first, later, style)]


def _chunks(book: FontBook, first: list[Column], later: list[Column], style: Style) -> list[list[Column]]:
    """Tables, as even as can be, for the columns that did not fit into the main one."""
    bundles = list(_bundles(later))
    for count in range(1, len(bundles) + 1):
        each = -(-len(bundles) // count)
        parts = [bundles[start : start + each] for start in range(0, len(bundles), each)]
        chunks = [[*first, *chain.from_iterable(part)] for part in parts]
        if all(_names_fit(book, chunk, style) for chunk in chunks):
            return chunks
    return [[*first, *bundle] for bundle in bundles]


def _bundles(columns: list[Column]) -> Iterator[list[Column]]:
    """Columns that stand in the same table."""
    bundle: list[Column] = []
    for column in columns:
        bundle.append(column)
        if not column.joined:
            yield bundle
            bundle = []


def _least(book: FontBook, column: Column, style: Style) -> float:
    """The width that a column needs at least: numbers stay on one line, a remark and a head may take more."""
    cells = max((one_line(book, text, style.cells).width for text in set(column.cells)), default=0.0)
    if column.align == "centre" and style.grid and not column.whole:
        cells = min(cells / 2, BROKEN_AT * style.cells.size)
    words = [column.head] if style.grid else _GLUED.findall(column.head)
    head = max(one_line(book, _half(word), style.head_cells).width for word in words)
    return max(cells, head) + 2 * PADDING + 0.1


def _half(word: str) -> str:
    """As much of a word of a head as must stand on one line: of a long Chinese one a half, or less."""
    return word if len(word) <= 3 or word.isascii() else word[: min(BROKEN_AT, -(-len(word) // 2))]


def _liked(book: FontBook, column: Column, style: Style) -> float:
    """The width in which nothing of a column is broken."""
    cells = max((one_line(book, text, style.cells).width for text in set(column.cells)), default=0.0)
    return max(cells, one_line(book, column.head, style.head_cells).width) + 2 * PADDING + 0.1


def _room_for_names(book: FontBook, columns: list[Column], style: Style) -> float:
    return WIDTH - sum(_least(book, column, style) for column in columns if column.align != "left")


def _names_fit(book: FontBook, columns: list[Column], style: Style) -> bool:
    """Whether the columns leave the names enough room: what they like, or a fair width for long ones."""
    liked = [_liked(book, column, style) for column in columns if column.align == "left"]
    return _room_for_names(book, columns, style) >= min(NAME_AT_LEAST, *liked)


def _widths(book: FontBook, columns: list[Column], style: Style) -> list[float]:
    """Names get the width they like first, then the others; what is left over is shared out evenly."""
    least = [_least(book, column, style) for column in columns]
    room = max(0.0, _room_for_names(book, columns, style))
    widths = [min(NAME_AT_LEAST, room) if c.align == "left" else low for c, low in zip(columns, least, strict=True)]
    for chosen in ({n for n, column in enumerate(columns) if column.align == "left"}, set(range(len(columns)))):
        wishes = [max(0.0, _liked(book, column, style) - low) for column, low in zip(columns, widths, strict=True)]
        wish = sum(wishes[n] for n in chosen)
        part = min(1.0, max(0.0, WIDTH - sum(widths)) / wish) if wish else 0.0
        widths = [low + wishes[n] * part * (n in chosen) for n, low in enumerate(widths)]
    over = (WIDTH - sum(widths)) / len(columns)
    return [width + over for width in widths]


def grid_of(book: FontBook, columns: list[Column], style: Style) -> Grid:
    """One table of these columns."""
    widths = _widths(book, columns, style)
    head = tuple(_parted(book, each.head, style.head_cells, width) for each, width in zip(columns, widths, strict=True))
    rows = zip(*(_column(book, each, width, style) for each, width in zip(columns, widths, strict=True)), strict=True)
    return Grid(tuple(widths), tuple(column.align for column in columns), head, tuple(rows), style)


def _column(book: FontBook, column: Column, width: float, style: Style) -> list[list[Line]]:
    return [_parted(book, text, style.cells, width) for text in column.cells]


def _parted(book: FontBook, text: str, type_: Type, width: float) -> list[Line]:
    """A text in lines that a column has room for."""
    return headline(book, text, type_, width - 2 * PADDING)


def place(flow: Flow, grid: Grid, *, then: float = 0.0) -> None:
    """Put a table into the flow, with its head on every page that it takes.

    The height `then` will follow on the page of its last rows.
    """
    flow.need(grid.opening(then))
    flow.y += 0 if flow.fresh else ABOVE * grid.style.pitch
    rows = list(grid.rows)
    while rows:
        count = _fitting(flow, grid, rows, then)
        _segment(flow, grid, rows[:count])
        rows = rows[count:]
        if rows:
            flow.turn()
    flow.y += BELOW * grid.style.pitch
    if grid.style.grid:
        flow.snap(grid.style.pitch)


def _fitting(flow: Flow, grid: Grid, rows: list[tuple[list[Line], ...]], then: float) -> int:
    """How many rows go on this page; the last ones go together, with what follows them."""
    left, count = flow.room - grid.height(grid.head), 0
    for row in rows:
        if left - grid.height(row) < -0.01:
            break
        left -= grid.height(row)
        count += 1
    followed = not then or left >= grid.ending(then) - 0.01 or len(rows) <= TOGETHER
    if count == len(rows) and followed:
        return count
    kept = max(TOGETHER, min(LAST, len(rows) - TOGETHER)) if len(grid.rows) >= 2 * LAST else TOGETHER
    return max(1, min(count, len(rows) - kept))


def _segment(flow: Flow, grid: Grid, rows: list[tuple[list[Line], ...]]) -> None:
    """The part of a table that stands on one page."""
    top = flow.y
    aligns = ["centre"] * len(grid.aligns)
    _row(flow, grid, grid.head, aligns)
    for row in rows:
        flow.page.marks.append(Bar(LEFT, flow.y - THIN / 2, WIDTH, THIN))
        _row(flow, grid, row, list(grid.aligns))
    _frame(flow, grid, top)


def _row(flow: Flow, grid: Grid, cells: Sequence[list[Line]], aligns: list[str]) -> None:
    height, x = grid.height(cells), LEFT
    for number, (cell, width) in enumerate(zip(cells, grid.widths, strict=True)):
        top = flow.y + (height - len(cell) * grid.style.line) / 2
        for n, line in enumerate(cell):
            baseline = baseline_in(top + n * grid.style.line, grid.style.line, line.type.size)
            draw(flow.page, line, x + _offset(grid, number, line, width, aligns[number]), baseline)
        x += width
    flow.y += height


def _offset(grid: Grid, number: int, line: Line, width: float, align: str) -> float:
    if align == "left":
        return PADDING
    if align == "number" and line.text[-1:].isdigit():
        widest = max(other.width for row in grid.rows for other in row[number] if other.text[-1:].isdigit())
        return (width + widest) / 2 - line.width
    return (width - line.width) / 2


def _frame(flow: Flow, grid: Grid, top: float) -> None:
    x = LEFT
    for width in grid.widths[:-1]:
        x += width
        flow.page.marks.append(Bar(x - THIN / 2, top, THIN, flow.y - top))
    for edge in (LEFT, LEFT + WIDTH):
        flow.page.marks.append(Bar(edge - OUTER / 2, top - OUTER / 2, OUTER, flow.y - top + OUTER))
    for edge in (top, flow.y):
        flow.page.marks.append(Bar(LEFT, edge - OUTER / 2, WIDTH, OUTER))
