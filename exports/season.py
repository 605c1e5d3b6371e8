"""The season as a document: everyone's rounds side by side, mean, best, how often they had to come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from exports.columns import NOTHING, STATUS, Column
from exports.compose import Composer
from exports.course import CELL, MOST_LINES, NAME, chart, paths
from exports.documents import printed, put_title
from exports.fonts import FontBook
from exports.page import Bookmark, Flow
from exports.phrases import capital, round_name
from exports.source import BulletinSource
from exports.style import Style, style_of
from exports.tables import Grid, grids_of
from scoring.season import Appearance, SeasonBoard, SeasonRow, season
from scoring.text import Text, listed

TITLE = Text("累计成绩", "Season standings")
ROUNDS = Text("统计范围为已确认成绩的{rounds}。", "These are the finished rounds: {rounds}.")
NO_ROUNDS = Text("还没有已确认成绩的轮次。", "No round is finished yet.")
RULE = Text(
    "平均分为各轮公布的最后得分的平均数（未参加、未到、退出的轮次不计），计算过程不作舍入，公布时四舍五入保留{n}位小数；"
    "按{basis}从高到低排名，相同的名次并列。“{flag}”为该轮列为下轮继续打擂，“{nothing}”为未参加该轮；"
    "“连续”为截至最近一轮连续列为继续打擂的次数。",
    "The mean is that of the published scores of the rounds with a score (absent, no-show and withdrawn rounds are "
    "left out); nothing is rounded before it, and it is rounded half away from zero to {n} decimals. Contestants rank "
    "by {basis}, highest first; equal ones share a rank. {flag} marks a round that sent a contestant to the next, "
    "{nothing} one that it was not in; 'in a row' counts such rounds back from the newest.",
)
PUBLISHED = Text("公布的平均分", "the published mean")
EXACT = Text("未经舍入的平均分", "the mean before rounding")
RANK, MEAN, BEST = Text("名次", "Rank"), Text("平均分", "Mean"), Text("最高分", "Best")
RETURNED, RUN = Text("继续打擂", "Returned"), Text("连续", "In a row")
FLAG = "▽"


def season_sheet(source: BulletinSource, folders: Sequence[Path]) -> bytes:
    """The season up to a round as a PDF. Raises `BadInput` for characters that no font has."""
    book, flow, style = FontBook(folders, source.language), Flow(), style_of(source.language)
    title = TITLE.said(source.language)
    flow.page.bookmarks.append(Bookmark(title, 0, flow.y))
    put_title(book, flow, source, style, title)
    _fill(book, flow, source, style)
    return printed(book, flow.pages, source, f"{source.contest.plan.title} {title}", lasting=True)


def _fill(book: FontBook, flow: Flow, source: BulletinSource, style: Style) -> None:
    found = season(source.contest, source.round.number)
    composer = Composer(book, flow, style, source.language)
    if not found.rounds:
        composer.paragraph(NO_ROUNDS.said(source.language))
        return
    composer.paragraph(capital(ROUNDS(rounds=listed(map(round_name, found.rounds)))).said(source.language))
    composer.paragraph(_rule(source).said(source.language))
    _chart(book, flow, source, found.rounds)
    for board in found.boards:
        grids = _grids(book, source, found.rounds, board, style) if board.rows else []
        if grids and len(found.boards) > 1:
            composer.heading(board.name, then=grids[0].opening())
        composer.tables(grids)


def _rule(source: BulletinSource) -> Text:
    plan = source.contest.plan
    basis = EXACT if plan.rank_on == "exact" else PUBLISHED
    return RULE(n=plan.decimals, basis=basis, flag=FLAG, nothing=NOTHING)


def _chart(book: FontBook, flow: Flow, source: BulletinSource, rounds: Sequence[int]) -> None:
    """The lines of those with a score in two finished rounds or more, where they can be told apart."""
    finished = (replace(path, rows={n: row for n, row in path.rows.items() if n in rounds}) for path in paths(source))
    several = [path for path in finished if len(path.scores) > 1]
    if 0 < len(several) <= MOST_LINES:
        chart(book, flow, source, several)


def _grids(
    book: FontBook, source: BulletinSource, rounds: Sequence[int], board: SeasonBoard, style: Style
) -> list[Grid]:
    rows, language = board.rows, source.language
    first = [
        Column(RANK.said(language), tuple(str(row.rank or NOTHING) for row in rows), "centre"),
        Column(NAME.said(language), tuple(row.called for row in rows), "left"),
    ]
    course = [_course(source, number, [row.course[place] for row in rows]) for place, number in enumerate(rounds)]
    return grids_of(book, first, [*_sums(source, rows), *course], style)


def _course(source: BulletinSource, number: int, cells: Sequence[Appearance | None]) -> Column:
    head = capital(round_name(number)).said(source.language)
    return Column(head, tuple(_cell(source, each) for each in cells), "centre", whole=True)


def _cell(source: BulletinSource, each: Appearance | None) -> str:
    if each is None:
        return NOTHING
    said = STATUS[each.status] if each.published is None else CELL(rank=each.rank, score=each.published)
    return said.said(source.language) + FLAG * each.returns


def _sums(source: BulletinSource, rows: Sequence[SeasonRow]) -> Iterator[Column]:
    yield Column(MEAN.said(source.language), tuple(_points(row.published) for row in rows))
    yield Column(BEST.said(source.language), tuple(_points(row.best) for row in rows))
    yield Column(RETURNED.said(source.language), tuple(str(row.returned) for row in rows), "centre")
    yield Column(RUN.said(source.language), tuple(str(row.run) for row in rows), "centre")


def _points(value: Decimal | None) -> str:
    return NOTHING if value is None else str(value)
