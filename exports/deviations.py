"""The annex 评委评分偏差: how far each judge stands from the mean of the group, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from exports.columns import Align, Column
from exports.fonts import FontBook
from exports.layout import lines, put
from exports.page import LEFT, MM, WIDTH, Flow
from exports.phrases import capital
from exports.source import BulletinSource
from exports.style import Style
from exports.tables import grid_of, place
from scoring.points import published
from scoring.results import Row
from scoring.text import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ABOUT = Text(
    "每位评委的评分表合计与同组、同一参赛单位全部计入评分表平均数之差：圆点为平均差，横线为最小差至最大差。"
    "偏差只反映评分宽严，不说明对错；去掉最高分、最低分的规则已减小其影响。",
    "How far the totals of each judge lie from the mean of all counted ballots of the same group for the same entry: "
    "the dot is the mean difference, the line runs from the lowest to the highest. It shows who is strict or generous, "
    "not who is right.",
)
NOTHING = Text("没有可比较的评分表。", "There are no ballots to compare.")
HEADS = (
    Text("评委", "Judge"),
    Text("评委组", "Group"),
    Text("评分表份数", "Ballots"),
    Text("平均差", "Mean difference"),
    Text("最小差", "Lowest"),
    Text("最大差", "Highest"),
)
AXIS = Text("与组平均数之差（分）", "difference from the mean of the group (points)")
ROWS = 24
"""Judges in one chart."""
ROW, AROUND = 6.4 * MM, 17 * MM
RED, GREY, PALE = "#b3252d", "#5d6167", "#d7d9dd"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One judge's differences from the mean of the group, in points."""

    name: str
    group: str
    differences: tuple[Fraction, ...]

    @property
    def mean(self) -> Fraction:
        """The mean difference."""
        return sum(self.differences, Fraction(0)) / len(self.differences)


def judges_deviations(source: BulletinSource) -> list[Deviation]:
    """Every judge with a ballot that was compared with another one, in the order of the seats."""
    rows = [row for board in source.standings.boards for row in board.rows]
    groups = {group.key: group.name for group in source.contest.plan.groups}
    found = (
        Deviation(judge.name, groups[judge.group], tuple(_differences(rows, judge.group, judge.code)))
        for judge in source.contest.bench.seated
    )
    return [each for each in found if each.differences]


def _differences(rows: Sequence[Row], group: str, judge: str) -> Iterator[Fraction]:
    for row in rows:
        totals = row.result.groups[group].totals if group in row.result.groups else {}
        if judge in totals and len(totals) > 1:
            yield totals[judge] - sum(totals.values(), Fraction(0)) / len(totals)


def deviations(book: FontBook, flow: Flow, source: BulletinSource, style: Style, *, then: float = 0.0) -> None:
    """What it shows, a chart for every so many judges, then the figures; the height `then` must follow them."""
    found = judges_deviations(source)
    for text in (ABOUT, *([] if found else [NOTHING])):
        said = text.said(source.language)
        for line in lines(book, said, style.annex.step, WIDTH, first=style.indent and 2 * style.annex.step.advance):
            put(flow, line, style.annex.pitch)
    span = _span(found)
    for start in range(0, len(found), ROWS):
        _chart(book, flow, source, found[start : start + ROWS], span)
    if found:
        place(flow, grid_of(book, _columns(source, found), style), then=then)


def _span(found: Sequence[Deviation]) -> tuple[int, int]:
    """From where to where the axis goes, the same in every chart."""
    values = [value for each in found for value in each.differences]
    return floor(min(values, default=0)) - 1, ceil(max(values, default=0)) + 1


def _chart(
    book: FontBook, flow: Flow, source: BulletinSource, found: Sequence[Deviation], span: tuple[int, int]
) -> None:
    from exports.drawing import new_figure, put_figure

    height = len(found) * ROW + AROUND
    flow.need(height)
    figure = new_figure(WIDTH, height)
    axes = figure.add_axes((0.26, 11 * MM / height, 0.70, 1 - 15 * MM / height))
    _draw(axes, found)
    axes.set_xlim(*span)
    axes.set_xlabel(AXIS.said(source.language), fontsize=9, parse_math=False)
    put_figure(book, flow.page, figure, LEFT, flow.y)
    flow.y += height


def _draw(axes: Axes, found: Sequence[Deviation]) -> None:
    axes.axvline(0, color=GREY, linewidth=0.8)
    axes.grid(axis="x", color=PALE, linewidth=0.4)
    axes.set_axisbelow(True)
    for place_, each in enumerate(found):
        ends = [float(min(each.differences)), float(max(each.differences))]
        axes.plot(ends, [place_, place_], color=GREY, linewidth=1.2)
        axes.plot([float(each.mean)], [place_], marker="o", markersize=5, color=RED, linestyle="none")
    axes.set_ylim(len(found) - 0.5, -0.5)
    axes.set_yticks(range(len(found)), [each.name[:12] for each in found], parse_math=False)
    axes.tick_params(labelsize=9, length=2, width=0.4, color=GREY)
    for side in axes.spines.values():
        side.set_linewidth(0.4)
        side.set_edgecolor(GREY)


def _columns(source: BulletinSource, found: Sequence[Deviation]) -> list[Column]:
    heads = [capital(head).said(source.language) for head in HEADS]
    figures = [
        tuple(_points(source, value) for value in values)
        for values in (
            [each.mean for each in found],
            [min(each.differences) for each in found],
            [max(each.differences) for each in found],
        )
    ]
    texts = [
        tuple(each.name for each in found),
        tuple(each.group for each in found),
        tuple(str(len(each.differences)) for each in found),
    ]
    aligns: tuple[Align, ...] = ("left", "centre", "number", "number", "number", "number")
    return [Column(head, cells, align) for head, cells, align in zip(heads, [*texts, *figures], aligns, strict=True)]


def _points(source: BulletinSource, value: Fraction) -> str:
    rounded = published(value, source.contest.plan.decimals)
    return f"+{rounded:f}" if rounded > 0 else f"{rounded:f}".replace("-", "−")
