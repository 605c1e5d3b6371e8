"""What charts of rows have in common: names at the left, an axis below, a legend above, in places of points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exports.fonts import Face, FontBook
from exports.layout import Type, one_line
from exports.page import MM, WIDTH
from exports.palette import Ink, marker

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW, ABOVE, BELOW, LEGEND = 6.4 * MM, 3 * MM, 12 * MM, 5.4 * MM
NAMES = 0.25 * WIDTH
"""Room for the names."""
GAP, SWATCH, BAR = 6.0, 11.0, 0.7
UPRIGHT, LEVEL = 6.0, 3
"""Distance of the upright lines of a pattern in points, and into how many strips the level ones part a bar."""
NORMAL, SMALL = Type(Face.SONG, 9), Type(Face.SONG, 8)
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Key:
    """What the legend names: a series of dots, or parts of bars."""

    names: Sequence[str]
    dots: bool = False

    def rows(self, book: FontBook) -> list[list[int]]:
        """The numbers of the series, in as many lines as they take; none where there is nothing to tell apart."""
        rows: list[list[int]] = [[]]
        left = 0.0
        for number in range(len(self.names) if len(self.names) > 1 else 0):
            width = self.width(book, number)
            if rows[-1] and left + width > WIDTH - 2 * GAP:
                rows.append([])
                left = 0.0
            rows[-1].append(number)
            left += width
        return [row for row in rows if row]

    def width(self, book: FontBook, number: int) -> float:
        """What one of them takes."""
        return SWATCH + GAP + one_line(book, fitting(book, self.names[number], WIDTH / 2), NORMAL).width + 3 * GAP


class RowsChart:
    """A chart of some rows of the same height; the place of a row on its axes is its number from 0, going down."""

    def __init__(self, book: FontBook, ink: Ink, names: Sequence[str], key: Key, span: tuple[float, float]) -> None:
        from exports.drawing import new_figure

        self._book, self._ink = book, ink
        top = ABOVE + len(key.rows(book)) * LEGEND
        height = chart_height(book, len(names), key)
        self.figure: Figure = new_figure(WIDTH, height)
        self._over: Axes = self.figure.add_axes((0, 0, 1, 1), frameon=False)
        self.axes: Axes = self.figure.add_axes(
            (NAMES / WIDTH, BELOW / height, 1 - (NAMES + GAP) / WIDTH, 1 - (top + BELOW) / height)
        )
        self._lay_over(height)
        self._dress(len(names), span)
        self._name(names, top)
        self._legend(key)

    @property
    def unit(self) -> float:
        """How long one unit of the axis is, in points."""
        low, high = self.axes.get_xlim()
        return (WIDTH - NAMES - GAP) / (high - low)

    def title(self, text: str) -> None:
        """What stands on the axis."""
        self.axes.set_xlabel(text, fontsize=9, color=self._ink.writing, parse_math=False)

    def bar(self, number: int, left: float, row: int, width: float, text: str = "") -> None:
        """A part of a bar in the colour and the pattern of a series, with a text where it has room."""
        thickness = 1 / self.unit
        _filled(self.axes, self._ink, number, (left, row - BAR / 2, width, BAR), (thickness, 1 / ROW))
        wide = one_line(self._book, text, SMALL).width + 4 if text else 0.0
        if text and wide < width * self.unit - 2:
            middle, colour = left + width / 2, self._ink.fill(number)
            _rectangle(self.axes, (middle - wide * thickness / 2, row - 0.27, wide * thickness, 0.54), colour)
            self.axes.text(middle, row, text, fontsize=8, ha="center", va="center_baseline", color=self._ink.on(number))

    def write(self, x: float, row: int, text: str) -> None:
        """A text beside a row."""
        self.axes.text(
            x + GAP / self.unit, row, text, fontsize=9, va="center_baseline", color=self._ink.writing, parse_math=False
        )

    def _lay_over(self, height: float) -> None:
        self._over.set_xlim(0, WIDTH)
        self._over.set_ylim(height, 0)
        self._over.set_axis_off()

    def _dress(self, rows: int, span: tuple[float, float]) -> None:
        axes, ink = self.axes, self._ink
        axes.set_facecolor("none")
        axes.set_xlim(*span)
        axes.set_ylim(rows - 0.5, -0.5)
        axes.set_yticks([])
        axes.grid(axis="x", color=ink.grid, linewidth=0.4)
        axes.set_axisbelow(True)
        axes.tick_params(labelsize=9, length=2, width=0.4, color=ink.axes, labelcolor=ink.writing)
        for side in axes.spines.values():
            side.set_linewidth(0.4)
            side.set_edgecolor(ink.axes)

    def _name(self, names: Sequence[str], top: float) -> None:
        for row, name in enumerate(names):
            shown = fitting(self._book, name, NAMES - 2 * GAP)
            place = (NAMES - GAP, top + (row + 0.5) * ROW)
            self._say(place, shown, ha="right")

    def _legend(self, key: Key) -> None:
        for line, numbers in enumerate(key.rows(self._book)):
            x, y = GAP, ABOVE / 2 + (line + 0.5) * LEGEND
            for number in numbers:
                if key.dots:
                    colour = self._ink.line(number)
                    self._over.plot([x + SWATCH / 2], [y], marker=marker(number), markersize=5, color=colour)
                else:
                    _filled(self._over, self._ink, number, (x, y - 4.5, SWATCH, 9.0), (1.0, 1.0))
                self._say((x + SWATCH + GAP / 2, y), fitting(self._book, key.names[number], WIDTH / 2))
                x += key.width(self._book, number)

    def _say(self, place: tuple[float, float], text: str, **how: Any) -> None:
        colour = self._ink.writing
        self._over.text(*place, text, fontsize=9, va="center_baseline", color=colour, parse_math=False, **how)


def chart_height(book: FontBook, rows: int, key: Key) -> float:
    """The height of a chart of so many rows."""
    return ABOVE + len(key.rows(book)) * LEGEND + rows * ROW + BELOW


def reach(book: FontBook, ends: Sequence[tuple[float, str]]) -> float:
    """How far the axis goes from 0, for bars of these lengths to have their texts beside them."""
    axis = WIDTH - NAMES - GAP
    return max([1.0, *(end / (1 - (2 * GAP + one_line(book, text, NORMAL).width) / axis) for end, text in ends)])


def fitting(book: FontBook, text: str, width: float) -> str:
    """A text, or as much of its beginning and its end as a width holds."""
    return cut(text, lambda shown: one_line(book, shown, NORMAL).width <= width)


def cut(text: str, has_room: Callable[[str], bool]) -> str:
    """A text, with an ellipsis for its middle where there is no room: what tells names apart is often their end."""
    if has_room(text):
        return text
    for kept in range(len(text) - 1, 1, -1):
        end = len(text) - kept // 2
        shown = text[: kept - kept // 2].rstrip() + ELLIPSIS + text[end:].lstrip()
        if has_room(shown):
            return shown
    return text[:1] + ELLIPSIS


def _filled(
    axes: Axes, ink: Ink, number: int, box: tuple[float, float, float, float], point: tuple[float, float]
) -> None:
    """A box in the colour of a series, and its pattern: plain, upright lines, level lines, both. `point` is how long a
    typographic point is on either axis.
    """
    left, low, width, height = box
    _rectangle(axes, box, ink.fill(number))
    xs = _between(left, width, UPRIGHT * point[0]) if number % 4 in (1, 3) else []
    ys = [low + height * part / LEVEL for part in range(1, LEVEL)] if number % 4 in (2, 3) else []
    for x in xs:
        _line(axes, (x, x), (low, low + height), "#ffffff", 0.5)
    for y in ys:
        _line(axes, (left, left + width), (y, y), "#ffffff", 0.5)
    _line(axes, (left + width, left + width), (low, low + height), ink.edge, 1.0)


def _between(left: float, width: float, step: float) -> list[float]:
    return [left + number * step for number in range(1, int(width / step) + 1) if number * step < width]


def _rectangle(axes: Axes, box: tuple[float, float, float, float], colour: str) -> None:
    from matplotlib.patches import Rectangle

    left, low, width, height = box
    axes.add_patch(Rectangle((left, low), width, height, facecolor=colour, linewidth=0, zorder=_on_top(axes)))


def _line(axes: Axes, xs: tuple[float, float], ys: tuple[float, float], colour: str, width: float) -> None:
    axes.plot(xs, ys, color=colour, linewidth=width, zorder=_on_top(axes))


def _on_top(axes: Axes) -> float:
    """Above every line and box that was drawn on these axes before, and below what is written."""
    return 2.0 + (len(axes.lines) + len(axes.patches)) / 100_000
