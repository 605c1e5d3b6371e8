"""A sheet for every contestant as a reference for the yearly appraisal: what its score is made of, rank and grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from exports.columns import NOTHING, Column
from exports.compose import Composer
from exports.documents import printed, put_title, unsent
from exports.fonts import FontBook
from exports.frame import Foot
from exports.headlines import headline
from exports.kinds import Report, silent
from exports.layout import Type, put
from exports.page import WIDTH, Bookmark, Flow
from exports.phrases import capital, round_name, sentences, shown, signed
from exports.signing import Signing
from exports.source import BulletinSource
from exports.style import Style, style_of
from exports.tables import Grid, grid_of, place
from scoring import conduct
from scoring.contest import Entry
from scoring.explain_indicators import measured, rule_name
from scoring.explain_rank import board_name
from scoring.explain_words import reason
from scoring.names import component_name
from scoring.plan import LIVE, Component
from scoring.points import plain_decimal
from scoring.results import Board, Row, Status
from scoring.text import Text, joined, listed

TITLE = Text("年度考核参考单", "Reference for the yearly appraisal")
WHO = Text("{word}：{code} {name}　　类别：{category}{lead}", "{word}: {code} {name}, {category}{lead}")
WORD, OFFICE = Text("参赛单位", "Contestant"), Text("参评对象", "Assessed")
LEAD = Text("　　牵头、负责：{lead}", ", lead: {lead}")
HEADS = {
    "part": Text("成绩构成", "Component"),
    "raw": Text("原值", "Raw value"),
    "rule": Text("计分办法", "Rule"),
    "points": Text("得分", "Points"),
    "weight": Text("权重", "Weight"),
    "share": Text("计入", "Counts"),
    "group": Text("评委组", "Judge group"),
    "ballots": Text("计入评分表", "Ballots"),
}
BALLOTS, GIVEN = Text("评委评分", "judges' ballots"), Text("直接给分", "as given")
COMPOSITE = Text("综合得分{score}分", "The composite is {score}")
ADJUSTED = Text("加减分{points}分（{reasons}）", "adjustments {points} ({reasons})")
ADJUSTMENT = Text("{points}：{reason}", "{points}: {reason}")
NOT_ADJUSTED = Text("无加减分", "no adjustments")
FINAL = Text("{parts}，最后得分{score}分。", "{parts}, the final score {score}.")
RANK = Text(
    "在“{board}”参与排名的{n}个对象中排第{rank}名{shared}{grade}。",
    "Rank {rank}{shared} of {n} on the board '{board}'{grade}.",
)
SHARED, GRADE = Text("（并列）", " (shared)"), Text("，等次为“{grade}”", ", grade {grade}")
RETURNS = Text("下轮继续打擂。", "Must compete again in the next round.")
OUT = {
    Status.NO_SHOW: Text("未到，不参加排名。", "Did not come; not ranked."),
    Status.WITHDRAWN: Text("退出，不参加排名。", "Withdrew; not ranked."),
}
INCOMPLETE = Text("成绩不完整，没有最后得分：{reasons}。", "Not complete, no final score: {reasons}.")
REFERENCE = Text(
    "本单由{round}成绩生成，供年度考核参考，不代替考核等次。",
    "Made from the result of {round}; a reference for the yearly appraisal, not its grade.",
)
SIGNERS = (Text("组织评议部门", "Organizer"), Text("{word}确认", "{word}"))

SIZE = 12
"""Type of the sentences, in points: a sheet is one page."""


def appraisal_sheets(source: BulletinSource, folders: Sequence[Path], report: Report = silent) -> bytes:
    """A sheet for every contestant, in the order of the boards. Raises `BadInput` for characters that no font has."""
    source = unsent(source)
    book, flow, style = FontBook(folders, source.language), Flow(), style_of(source.language)
    rows = [(board, row) for board in source.standings.boards for row in board.rows]
    for number, (board, row) in enumerate(rows):
        report(number, len(rows))
        if number:
            flow.turn()
        _sheet(book, flow, source, style, board, row)
    return printed(book, flow.pages, source, f"{source.contest.plan.title} {TITLE.said(source.language)}")


def _sheet(book: FontBook, flow: Flow, source: BulletinSource, style: Style, board: Board, row: Row) -> None:
    flow.page.bookmarks.append(Bookmark(row.called, 0, flow.y))
    put_title(book, flow, source, style, TITLE.said(source.language))
    for line in headline(book, _who(source, row).said(source.language), style.annex.entry, WIDTH):
        put(flow, line, style.annex.entry.size * 1.7)
    for grid in _grids(book, source, style, row):
        place(flow, grid)
    size = min(SIZE, style.body.size)
    small = replace(style, body=Type(style.body.face, size), pitch=1.6 * size, indent=2 * size * style.grid)
    composer, foot = Composer(book, flow, small, source.language), Foot(book, source, style)
    for text in _outcome(source, board, row):
        composer.paragraph(text.said(source.language))
    names = [name(word=_word(source)) for name in SIGNERS]
    said = [REFERENCE(round=round_name(source.round.number))]
    Signing(book, source, small, said, names).place(flow, then=foot.height)
    foot.place(flow)


def _word(source: BulletinSource) -> Text:
    """What a contestant is called: inside a unit they are offices or persons."""
    return OFFICE if source.contest.plan.level == "unit" else WORD


def _who(source: BulletinSource, row: Row) -> Text:
    contestant = source.contest.contestants[row.code]
    category = next(each.name for each in source.contest.plan.categories if each.key == row.category)
    lead = LEAD(lead=contestant.lead) if contestant.lead else ""
    return WHO(word=_word(source), code=row.code, name=row.name, category=category, lead=lead)


def _grids(book: FontBook, source: BulletinSource, style: Style, row: Row) -> Iterator[Grid]:
    yield grid_of(book, list(_parts(source, row)), style)
    groups = list(_groups(source, row))
    if groups:
        yield grid_of(book, groups, style)


def _parts(source: BulletinSource, row: Row) -> Iterator[Column]:
    """A row for every component: raw value, rule, points, weight, what it adds to the composite."""
    plan, entry = source.contest.plan, conduct.entry_of(source.round, row.code)
    values = [row.result.components.get(part.key) for part in plan.parts]
    yield _column(source, "part", [component_name(part).said(source.language) for part in plan.parts], "left")
    if any(part.rated for part in plan.parts):
        yield _column(source, "raw", [_raw(part, entry) for part in plan.parts], "centre")
    yield _column(source, "rule", [_rule(part).said(source.language) for part in plan.parts], "centre")
    yield _column(source, "points", [NOTHING if value is None else shown(value, plan) for value in values])
    yield _column(source, "weight", [f"{plain_decimal(part.weight)}%" for part in plan.parts], "centre")
    shares = [None if v is None else v * Fraction(p.weight) / 100 for v, p in zip(values, plan.parts, strict=True)]
    yield _column(source, "share", [NOTHING if share is None else shown(share, plan) for share in shares])


def _groups(source: BulletinSource, row: Row) -> Iterator[Column]:
    """A row for every judge group whose ballots count towards the live score."""
    plan = source.contest.plan
    groups = [group for group in plan.groups if group.key in row.result.groups and group.key not in source.round.void]
    if not plan.has_live or not groups:
        return
    found = [row.result.groups[group.key] for group in groups]
    yield _column(source, "group", [group.name for group in groups], "left")
    yield _column(source, "weight", [f"{plain_decimal(group.weight)}%" for group in groups], "centre")
    yield _column(source, "ballots", [str(each.counted) for each in found], "centre")
    yield _column(source, "points", [shown(each.score, plan) for each in found])


def _column(source: BulletinSource, key: str, cells: Sequence[str], align: str = "number") -> Column:
    return Column(HEADS[key].said(source.language), tuple(cells), align)  # type: ignore[arg-type]


def _raw(part: Component, entry: Entry) -> str:
    value = entry.values.get(part.key)
    return measured(part, value) if part.rated and value is not None else NOTHING


def _rule(part: Component) -> Text:
    if part.key == LIVE:
        return BALLOTS
    return rule_name(part) if part.rated else GIVEN


def _outcome(source: BulletinSource, board: Board, row: Row) -> Iterator[Text]:
    """Composite, adjustments, final score, rank, grade, return; or why there are none."""
    result, entry = row.result, conduct.entry_of(source.round, row.code)
    if result.status is Status.INCOMPLETE:
        yield INCOMPLETE(reasons=listed(conduct.lacks(source.contest, source.round, entry)))
        return
    if result.exact is None:
        yield sentences([OUT[result.status], *([RETURNS] if row.returns else [])])
        return
    composite = shown(result.exact - result.adjustments, source.contest.plan)
    parts = [COMPOSITE(score=composite), _adjustments(entry)]
    said = [FINAL(parts=joined(parts, "，", ", "), score=result.published)]
    ranked = [other.rank for other in board.rows if other.rank is not None]
    rank = RANK(
        board=board_name(board),
        n=len(ranked),
        rank=row.rank,
        shared=SHARED if ranked.count(row.rank or 0) > 1 else "",
        grade=GRADE(grade=row.grade) if row.grade else "",
    )
    yield sentences([capital(each) for each in [*said, rank, *([RETURNS] if row.returns else [])]])


def _adjustments(entry: Entry) -> Text:
    if not entry.adjustments:
        return NOT_ADJUSTED
    each = [ADJUSTMENT(points=signed(a.points), reason=reason(a.reason)) for a in entry.adjustments]
    return ADJUSTED(points=signed(sum((a.points for a in entry.adjustments), Decimal(0))), reasons=listed(each))
