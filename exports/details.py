"""The annex 评分明细: every ballot's total, group by group, with what was dropped (rules.md, Arithmetic), and what the
staff entered from paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.columns import NOTHING, STATUS, Column
from exports.compose import Composer
from exports.fonts import FontBook
from exports.phrases import listed_total, shown
from exports.source import BulletinSource
from exports.style import Style
from exports.tables import Grid, grids_of
from scoring.contest import Attendance, Entry
from scoring.plan import Group, Judge
from scoring.results import Board, GroupResult, Row
from scoring.text import Text, joined

ABOUT = Text(
    "表中为各评委评分表折算的百分制合计；“△”为去掉的最高分，“▽”为去掉的最低分，“—”为不计入。",
    "Each judge's ballot as a total of 100; △ was dropped as a highest, ▽ as a lowest score, — does not count.",
)
BY_CRITERION = Text(
    "表中为各评委评分表折算的百分制合计；最高分和最低分按评分项去掉，见成绩说明；“—”为不计入。",
    "Each judge's ballot as a total of 100; highest and lowest are dropped criterion by criterion; — does not count.",
)
FROM_PAPER = Text("“※”为纸质补录。", "※ was entered from paper.")
NAME, SCORE, WHOLE = Text("参赛单位", "Contestant"), Text("组得分", "Group score"), Text("最后得分", "Final score")
VOID = Text("{name}整组作废，不计入。", "{name} is void and does not count.")
NO_JUDGES = Text("本擂台赛没有评委评分。", "No judges score in this contest.")
HIGH, LOW, PAPER = "△", "▽", "※"


def details(book: FontBook, composer: Composer, source: BulletinSource, style: Style, *, then: float = 0.0) -> None:
    """A table for each judge group of each board, as many as its judges need side by side.

    The height `then` must follow the last of them on its page.
    """
    plan = source.contest.plan
    about = ABOUT if plan.trim_at == "total" else BY_CRITERION
    boards = [board for board in source.standings.boards if board.rows] if plan.has_live else []
    tables = [(board, group, list(_columns(source, board, group))) for board in boards for group in plan.groups]
    marked = any(PAPER in cell for *_, columns in tables for column in columns for cell in column.cells)
    legend = [about, *([FROM_PAPER] if marked else [])] if plan.has_live else [NO_JUDGES]
    composer.paragraph(joined(legend, "", " ").said(source.language), then=0.0 if boards else then)
    for number, (board, group, columns) in enumerate(tables, start=1):
        title = f"{board.name} · {group.name}" if len(boards) > 1 else group.name
        names = Column(NAME.said(source.language), tuple(row.called for row in board.rows), "left")
        grids = grids_of(book, [names], columns, style)
        _group(composer, source, group, title, grids, then=then if number == len(tables) else 0.0)


def _group(
    composer: Composer, source: BulletinSource, group: Group, title: str, grids: list[Grid], *, then: float
) -> None:
    composer.heading(title, then=grids[0].opening(then if len(grids) == 1 else 0.0) if grids else 0.0)
    if group.key in source.round.void:
        composer.paragraph(VOID(name=group.name).said(source.language))
    composer.tables(grids, then=then)


def _columns(source: BulletinSource, board: Board, group: Group) -> Iterator[Column]:
    for judge in source.contest.bench.seated:
        if judge.group == group.key:
            yield Column(judge.name, tuple(_total(source, row, group, judge) for row in board.rows))
    found = [row.result.groups.get(group.key) for row in board.rows]
    plan = source.contest.plan
    yield Column(SCORE.said(source.language), tuple(shown(each.score, plan) if each else NOTHING for each in found))
    yield Column(WHOLE.said(source.language), tuple(_final(source, row) for row in board.rows))


def _final(source: BulletinSource, row: Row) -> str:
    published_ = row.result.published
    return STATUS[row.result.status].said(source.language) if published_ is None else f"{published_:f}"


def _total(source: BulletinSource, row: Row, group: Group, judge: Judge) -> str:
    found = row.result.groups.get(group.key)
    if found is None or judge.code not in found.totals or not _present(source, row):
        return NOTHING
    return listed_total(found.totals[judge.code]) + _mark(found, judge) + _origin(source, row.code, judge.code)


def _origin(source: BulletinSource, code: str, judge: str) -> str:
    entry = source.round.entry(code)
    return PAPER if entry and entry.ballots[judge].source == "paper" else ""


def _present(source: BulletinSource, row: Row) -> bool:
    entry: Entry | None = source.round.entry(row.code)
    return entry is not None and entry.attendance is Attendance.PRESENT


def _mark(group: GroupResult, judge: Judge) -> str:
    high, low = group.dropped_high, group.dropped_low
    if isinstance(high, tuple) and judge.code in high:
        return HIGH
    return LOW if isinstance(low, tuple) and judge.code in low else ""
