"""Charts of an analysis: how each judge's totals spread, what each score is made of, the course over the rounds.

The same charts stand in the document and in the window; only the ink differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from exports.charting import Key, RowsChart, chart_height, reach
from exports.course import HEIGHT as COURSE_HEIGHT
from exports.course import about_course, course_figure, drawable, paths
from exports.fonts import FontBook
from exports.palette import Ink, marker
from exports.phrases import signed
from exports.source import BulletinSource
from scoring.analysis import Analysis, BoardAnalysis
from scoring.compared import Seat
from scoring.names import component_name
from scoring.plan import LIVE, Plan
from scoring.points import published
from scoring.results import Board, Row
from scoring.text import Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SPREAD = Text("各位评委的给分", "How each judge scored")
PARTS = Text("得分的构成", "What each score is made of")
COURSE = Text("历轮得分", "The course over all rounds")
CONTINUED = Text("（续）", " (continued)")
SPREAD_ABOUT = Text(
    "每个点是一份评分表的合计；细线从最低到最高，方框含中间一半，竖线是中位数。",
    "Each mark is the total of one ballot; the thin line runs from lowest to highest, the box holds the middle half, "
    "the upright line is the median.",
)
PARTS_ABOUT = Text(
    "每一段是一部分折算后的分数；右端是最后得分，括号内是其中的加减分。",
    "Each part of a bar is what it adds to the score; at its right the final score, with points added or taken.",
)
TOTAL, POINTS = Text("评分表合计（分）", "total of a ballot (points)"), Text("分", "points")
ROWS = 24
"""Rows in one chart."""
LEAST_FOR_A_BOX = 4

Draw: TypeAlias = Callable[[FontBook, Ink], "Figure"]
Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as wide as the type area; `about` says how to read it, `height` takes the fonts it is set in. `board` is
    the key of the board that it is about, empty where it is about all. `continued`: it goes on from the one before.
    """

    board: str
    title: str
    about: str
    height: Callable[[FontBook], float]
    draw: Draw
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What a component or a judge group adds to scores; `values` by entry, in points of the score."""

    name: str
    values: dict[str, float]


def charts(source: BulletinSource, analysis: Analysis) -> Iterator[Chart]:
    """All charts that have something to show: board by board, then the course."""
    found = {board.compared.board.key: board for board in analysis.boards}
    for board in source.standings.boards:
        front = f"{board.name} · " if len(source.standings.boards) > 1 else ""
        if board.key in found:
            yield from spread_charts(source, found[board.key], front)
        yield from parts_charts(source, board, front)
    yield from course_charts(source)


def spread_charts(source: BulletinSource, board: BoardAnalysis, front: str = "") -> Iterator[Chart]:
    """A chart for every so many judges of a board, all on one axis."""
    values = [total for seat in board.compared.seats for total in seat.totals.values()]
    span = (floor(min(values, default=0)) - 1, ceil(max(values, default=0)) + 1)
    key = Key([group.name for group in board.compared.groups], dots=True)
    title = front + SPREAD.said(source.language)
    for number, seats in enumerate(_chunks(board.compared.seats)):
        chart = _spread_chart(source, board.compared.board.key, title, seats, key, span)
        yield _continued(source, chart) if number else chart


def _spread_chart(
    source: BulletinSource, board: str, title: str, seats: Sequence[Seat], key: Key, span: tuple[float, float]
) -> Chart:
    def draw(book: FontBook, ink: Ink) -> Figure:
        chart = RowsChart(book, ink, [seat.judge.name for seat in seats], key, span)
        chart.title(TOTAL.said(source.language))
        for row, seat in enumerate(seats):
            _spread(chart, row, seat, list(key.names).index(seat.group.name), ink)
        return chart.figure

    return Chart(
        board, title, SPREAD_ABOUT.said(source.language), lambda book: chart_height(book, len(seats), key), draw
    )


def _spread(chart: RowsChart, row: int, seat: Seat, number: int, ink: Ink) -> None:
    from matplotlib.patches import Rectangle

    axes, ordered = chart.axes, sorted(seat.totals.values())
    low, middle, high = (float(quantile(ordered, Fraction(part, 4))) for part in (1, 2, 3))
    axes.plot([float(ordered[0]), float(ordered[-1])], [row, row], color=ink.axes, linewidth=0.7, zorder=2)
    if len(ordered) >= LEAST_FOR_A_BOX:
        box = Rectangle((low, row - 0.32), high - low, 0.64, facecolor=ink.box, edgecolor=ink.axes, linewidth=0.7)
        box.set_zorder(3)
        axes.add_patch(box)
    axes.plot([middle, middle], [row - 0.32, row + 0.32], color=ink.writing, linewidth=1.4, zorder=4)
    places, colour = [float(each) for each in ordered], ink.line(number)
    shape = marker(number)
    axes.plot(places, [row] * len(places), marker=shape, markersize=3.6, color=colour, linestyle="none", zorder=5)


def quantile(ordered: Sequence[Fraction], part: Fraction) -> Fraction:
    """A quantile of sorted values, between two of them in proportion (Hyndman and Fan 1996, definition 7)."""
    place = (len(ordered) - 1) * part
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def parts_charts(source: BulletinSource, board: Board, front: str = "", last: int = 0) -> Iterator[Chart]:
    """A chart for every so many ranked entries of a board, in the order of their ranks, all on one axis.

    The last of them shows no more than `last`, if that is given.
    """
    rows = [row for row in board.rows if row.result.published is not None]
    parts = score_parts(source, rows)
    ends = [(sum(part.values[row.code] for part in parts), _final(row, source.contest.plan)) for row in rows]
    title = front + PARTS.said(source.language)
    for number, chunk in enumerate(_chunks(rows, last)):
        chart = _parts_chart(source, board.key, title, chunk, parts, ends)
        yield _continued(source, chart) if number else chart


def _parts_chart(
    source: BulletinSource,
    board: str,
    title: str,
    rows: Sequence[Row],
    parts: Sequence[Part],
    ends: Sequence[tuple[float, str]],
) -> Chart:
    """`ends` are the lengths of all bars of the board, and what stands beside each."""
    key = Key([part.name for part in parts])

    def draw(book: FontBook, ink: Ink) -> Figure:
        chart = RowsChart(book, ink, [f"{row.rank}  {row.called}" for row in rows], key, (0.0, reach(book, ends)))
        chart.title(POINTS.said(source.language))
        for place, row in enumerate(rows):
            _stack(chart, place, row, parts, source.contest.plan)
        return chart.figure

    return Chart(board, title, PARTS_ABOUT.said(source.language), lambda book: chart_height(book, len(rows), key), draw)


def _stack(chart: RowsChart, place: int, row: Row, parts: Sequence[Part], plan: Plan) -> None:
    left = 0.0
    for number, part in enumerate(parts):
        value = part.values[row.code]
        chart.bar(number, left, place, value, f"{value:.{min(plan.decimals, 1)}f}")
        left += value
    chart.write(left, place, _final(row, plan))


def _final(row: Row, plan: Plan) -> str:
    points = row.result.adjustments
    adjusted = f" ({signed(published(points, plan.decimals))})".replace("-", "−") if points else ""
    return f"{row.result.published}{adjusted}"


def score_parts(source: BulletinSource, rows: Sequence[Row]) -> list[Part]:
    """What the judge groups and the other components add to the scores (rules.md, Arithmetic 5 and 6)."""
    parts: list[Part] = []
    for component in source.contest.plan.parts:
        share = component.weight / 100
        if component.key == LIVE:
            parts += _group_parts(source, rows, float(share))
        elif component.weight:
            name = component_name(component).said(source.language)
            parts.append(
                Part(name, {row.code: float(share) * float(row.result.components[component.key]) for row in rows})
            )
    return parts


def _group_parts(source: BulletinSource, rows: Sequence[Row], share: float) -> Iterator[Part]:
    groups = [group for group in source.contest.plan.groups if group.weight and group.key not in source.round.void]
    whole = sum(float(group.weight) for group in groups)
    for group in groups:
        part = share * float(group.weight) / whole
        yield Part(group.name, {row.code: part * float(row.result.groups[group.key].score) for row in rows})


def course_charts(source: BulletinSource) -> Iterator[Chart]:
    """The course of those with a score in two rounds or more, where they can be told apart."""
    found = drawable(paths(source))
    if found:
        title, about = COURSE.said(source.language), about_course(source.language)
        yield Chart("", title, about, lambda _: COURSE_HEIGHT, lambda _, ink: course_figure(source, found, ink))


def _continued(source: BulletinSource, chart: Chart) -> Chart:
    return replace(chart, title=chart.title + CONTINUED.said(source.language), continued=True)


def _chunks(rows: Sequence[Each], last: int = 0) -> Iterator[Sequence[Each]]:
    """So many rows at a time, as even as can be; at last no more than `last`, if that is given."""
    count = -(-len(rows) // ROWS)
    starts = list(range(0, len(rows), -(-len(rows) // count) if count else 1))
    left = len(rows) - starts[-1] if starts else 0
    starts += [starts[-1] + -(-left // 2)] if last and left > last else []
    for start, end in pairwise([*starts, len(rows)]):
        yield rows[start:end]
