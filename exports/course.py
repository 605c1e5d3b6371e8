"""The annex 历轮成绩: what every contestant reached, round after round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from exports.charting import cut
from exports.columns import NOTHING, STATUS, Column
from exports.fonts import FontBook
from exports.layout import lines, put
from exports.page import LEFT, MM, WIDTH, Flow
from exports.palette import PAPER_INK, Ink, marker
from exports.phrases import round_name
from exports.source import BulletinSource
from exports.style import Style
from exports.tables import grids_of, place
from scoring.results import Row
from scoring.standings import standings
from scoring.text import Language, Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ABOUT = Text("各轮的名次和最后得分。", "Rank and final score of every round.")
DRAWN = Text("图中只画参加了两轮及以上并有成绩的单位。", "The chart shows those with a score in two rounds or more.")
NAME = Text("参赛单位", "Contestant")
ROUND = Text("{round}名次、得分", "{round}: rank, score")
CELL = Text("第{rank}名 {score}", "{rank}. {score}")
OPEN = Text("（临时）", " (provisional)")
MOST_LINES = 20
"""More lines in one chart cannot be told apart."""
HEIGHT = 95 * MM
LABEL = 12.0
"""Room for a name beside the chart, in characters of full width."""


@dataclass(frozen=True, slots=True)
class Path:
    """One contestant's rows by round; those of rounds without it are missing."""

    name: str
    rows: Mapping[int, Row]

    @property
    def scores(self) -> list[tuple[int, float]]:
        """Round and published score, where there is one."""
        return [(n, float(row.result.published)) for n, row in self.rows.items() if row.result.published is not None]


def paths(source: BulletinSource) -> list[Path]:
    """Every contestant that was in a round up to this one, in the order of the roster."""
    contest = source.contest
    found: dict[str, dict[int, Row]] = {code: {} for code in contest.contestants}
    for number in range(1, source.round.number + 1):
        known = source.standings if number == source.round.number else standings(contest, number)
        for board in known.boards:
            for row in board.rows:
                found[row.code][number] = row
    return [Path(contest.called(code), rows) for code, rows in found.items() if rows]


def course(book: FontBook, flow: Flow, source: BulletinSource, style: Style, *, then: float = 0.0) -> None:
    """What it shows, the chart where there is something to draw, and the table; the height `then` must follow."""
    found, step = paths(source), style.annex.step
    several = drawable(found)
    about = about_course(source.language) if several else ABOUT.said(source.language)
    for line in lines(book, about, step, WIDTH, first=style.indent and 2 * step.advance):
        put(flow, line, style.annex.pitch)
    if several:
        chart(book, flow, source, several)
    first = [Column(NAME.said(source.language), tuple(path.name for path in found), "left")]
    grids = grids_of(book, first, _columns(source, found), style)
    for grid in grids:
        place(flow, grid, then=then if grid is grids[-1] else 0.0)


def about_course(language: Language) -> str:
    """What table and chart show."""
    return ("" if language == "zh" else " ").join(text.said(language) for text in (ABOUT, DRAWN))


def drawable(found: Sequence[Path]) -> list[Path]:
    """Those whose course is a line; nobody where there are more lines than can be told apart."""
    several = [path for path in found if len(path.scores) > 1]
    return several if len(several) <= MOST_LINES else []


def _columns(source: BulletinSource, found: Sequence[Path]) -> list[Column]:
    return [
        Column(_head(source, number), tuple(_cell(source, path.rows.get(number)) for path in found), "centre", True)
        for number in range(1, source.round.number + 1)
    ]


def _head(source: BulletinSource, number: int) -> str:
    head = ROUND(round=round_name(number)).said(source.language)
    closed = source.contest.rounds[number - 1].closed is not None
    return head if closed else head + OPEN.said(source.language)


def _cell(source: BulletinSource, row: Row | None) -> str:
    if row is None:
        return NOTHING
    if row.result.published is None:
        return STATUS[row.result.status].said(source.language)
    return CELL(rank=row.rank, score=row.result.published).said(source.language)


def chart(book: FontBook, flow: Flow, source: BulletinSource, found: Sequence[Path]) -> None:
    """The scores of each path as a line over the rounds, named at its end."""
    from exports.drawing import put_figure

    flow.need(HEIGHT)
    put_figure(book, flow.page, course_figure(source, found, PAPER_INK), LEFT, flow.y)
    flow.y += HEIGHT


def course_figure(source: BulletinSource, found: Sequence[Path], ink: Ink) -> Figure:
    """The chart itself."""
    from exports.drawing import new_figure

    figure = new_figure(WIDTH, HEIGHT)
    axes = figure.add_axes((0.08, 0.12, 0.60, 0.82))
    axes.set_facecolor("none")
    numbers = range(1, source.round.number + 1)
    axes.set_xlim(0.8, source.round.number)
    _draw(axes, found, ink)
    axes.set_xticks(numbers, [round_name(n).said(source.language) for n in numbers], parse_math=False)
    return figure


def _draw(axes: Axes, found: Sequence[Path], ink: Ink) -> None:
    """Lines, and at their right ends the names, apart enough to be read, each with the mark of its line."""
    scores = [score for path in found for _, score in path.scores]
    low, high = min(scores) - 1, max(scores) + 1
    axes.set_ylim(low, high)
    axes.grid(axis="y", color=ink.grid, linewidth=0.4)
    axes.tick_params(labelsize=9, length=2, width=0.4, color=ink.axes, labelcolor=ink.writing)
    for side in axes.spines.values():
        side.set_linewidth(0.4)
        side.set_edgecolor(ink.axes)
    ends = apart([path.scores[-1][1] for path in found], (high - low) / 21)
    for number, (path, end) in enumerate(zip(found, ends, strict=True)):
        mark: dict[str, Any] = {"color": ink.line(number), "marker": marker(number), "markersize": 4.5}
        xs, ys = zip(*path.scores, strict=True)
        axes.plot(xs, ys, linewidth=1.4, clip_on=False, **mark)
        level, place = (end - low) / (high - low), axes.transAxes
        axes.plot([1.035], [level], transform=place, linestyle="none", clip_on=False, **mark)
        name, colour = f"{shortened(path.name, LABEL)} {ys[-1]:g}", ink.writing
        axes.text(1.06, level, name, transform=place, fontsize=8, color=colour, va="center_baseline", parse_math=False)


def shortened(name: str, room: float) -> str:
    """A name, or as much of it as has room beside a chart, in characters of full width."""
    return cut(name, lambda shown: sum(1.0 if east_asian_width(char) in "WFA" else 0.6 for char in shown) <= room)


def apart(values: Sequence[float], least: float) -> list[float]:
    """Places of labels: each at its value, or as far above the one below as it needs."""
    places = list(values)
    for before, here in zip(order := sorted(range(len(values)), key=values.__getitem__), order[1:], strict=False):
        places[here] = max(places[here], places[before] + least)
    return places
