"""The charts of an analysis to be shown in a window: each on a page of its own, and where it stands there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exports.analysis_charts import charts
from exports.fonts import FontBook
from exports.page import LEFT, WIDTH, Bar, Flow
from exports.palette import Ink
from exports.phrases import language_tag
from exports.source import BulletinSource
from scoring.analysis import Analysis
from scoring.contest import Contest
from scoring.results import Standings
from scoring.text import Language


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """Where a chart stands on its page, in points from the upper left corner."""

    board: str
    title: str
    about: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ChartSheets:
    """A PDF with a page for each chart; no bytes where there is none."""

    data: bytes
    places: tuple[ChartPlace, ...]


def chart_sheets(
    source: BulletinSource,
    analysis: Analysis,
    folders: Sequence[Path],
    ink: Ink,
    report: Callable[[int, int], object],
) -> ChartSheets:
    """Draw every chart. What `report` raises ends the work; characters that no font has stand as blanks."""
    from exports.drawing import put_figure
    from exports.pdf import About, pdf_bytes

    book, flow, wanted = FontBook(folders, source.language), Flow(), list(charts(source, analysis))
    places: list[ChartPlace] = []
    for number, chart in enumerate(wanted):
        report(number, len(wanted))
        if places:
            flow.turn()
        height = chart.height(book)
        if ink.ground:
            flow.page.marks.append(Bar(LEFT, flow.y, WIDTH, height, ink.ground))
        put_figure(book, flow.page, chart.draw(book, ink), LEFT, flow.y)
        places.append(ChartPlace(chart.board, chart.title, chart.about, LEFT, flow.y, WIDTH, height))
    about = About(source.contest.plan.title, "", "", language_tag(source.language), source.day)
    return ChartSheets(pdf_bytes(flow.pages, about) if places else b"", tuple(places))


def shown_only(contest: Contest, known: Standings, language: Language) -> BulletinSource:
    """What charts in a window are drawn from; it names no record of the journal, because nothing is printed."""
    round_ = contest.rounds[known.round - 1]
    return BulletinSource(contest, round_, known, contest.revision, "", date(2000, 1, 1), None, language)
