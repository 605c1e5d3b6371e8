"""What the columns of a board hold: only those that the plan and the round have (rules.md, Arithmetic)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from exports.phrases import capital, shown, signed
from exports.source import BulletinSource
from scoring import conduct
from scoring.contest import Entry
from scoring.names import COMPOSITE_NAME, FINAL_NAME, component_name
from scoring.plan import LIVE, Component
from scoring.points import plain_decimal
from scoring.results import Board, Row, Status
from scoring.text import Text

Align: TypeAlias = Literal["left", "centre", "number"]

NOTHING = "—"
STATUS = {
    Status.INCOMPLETE: Text("未完成", "incomplete"),
    Status.NO_SHOW: Text("未到", "no-show"),
    Status.WITHDRAWN: Text("退出", "withdrawn"),
}
ADJUSTMENT = Text("加减分", "Adjustment")
NOT_ASSESSED = {
    Status.INCOMPLETE: Text("缺成绩", "no composite"),
    Status.WITHDRAWN: Text("不参评", "not assessed"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, the text of each row, where the text stands.

    A `whole` one is never broken; one that is `joined` stands in the same table as the one after it.
    """

    head: str
    cells: tuple[str, ...]
    align: Align = "number"
    whole: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a board by kind, in the order in which they stand: groups, then the live score, then others."""

    starts: list[Column]
    groups: list[Column]
    live: list[Column]
    others: list[Column]
    ends: list[Column]


def board_columns(source: BulletinSource, board: Board) -> Columns:
    """All columns of a board."""
    parts = source.contest.plan.parts
    return Columns(
        starts=_starts(source, board),
        groups=_groups(source, board),
        live=[_part(source, board, part) for part in parts if part.key == LIVE],
        others=[column for part in parts if part.key != LIVE for column in _brought(source, board, part)],
        ends=[*_adjustments(source, board), _finals(source, board), *_grades(source, board), *_remarks(source, board)],
    )


def _starts(source: BulletinSource, board: Board) -> list[Column]:
    ranks = tuple(str(row.rank) if row.rank else NOTHING for row in board.rows)
    names = tuple(row.called for row in board.rows)
    rank, name = Text("名次", "Rank"), Text("参赛单位", "Contestant")
    return [Column(rank.said(source.language), ranks, "centre"), Column(name.said(source.language), names, "left")]


def _groups(source: BulletinSource, board: Board) -> list[Column]:
    """The score of each group that counts, where there is more than one."""
    plan = source.contest.plan
    groups = [group for group in plan.groups if plan.has_live and group.key not in source.round.void]
    if len(groups) < 2:
        return []
    found: list[Mapping[str, Fraction]] = [
        {key: group.score for key, group in row.result.groups.items()} for row in board.rows
    ]
    return [Column(group.name, _scores(source, [each.get(group.key) for each in found])) for group in groups]


def _brought(source: BulletinSource, board: Board, part: Component) -> Iterator[Column]:
    """The points of a component; of an indicator its raw values before them."""
    points = _part(source, board, part)
    if not part.rated:
        yield points
        return
    raw = Text("{name}（{unit}）", "{name} ({unit})") if part.unit else Text("{name}原值", "{name}, raw")
    values = [conduct.entry_of(source.round, row.code).values.get(part.key) for row in board.rows]
    cells = tuple(NOTHING if value is None else plain_decimal(value).replace("-", "−") for value in values)
    yield Column(raw(name=part.name, unit=part.unit).said(source.language), cells, joined=True)
    scored = Text("{name}得分", "{name}, points")(name=part.name)
    yield Column(scored.said(source.language), points.cells)


def _part(source: BulletinSource, board: Board, part: Component) -> Column:
    values = [row.result.components.get(part.key) for row in board.rows]
    return Column(capital(component_name(part)).said(source.language), _scores(source, values))


def _scores(source: BulletinSource, values: Sequence[Fraction | None]) -> tuple[str, ...]:
    return tuple(NOTHING if value is None else shown(value, source.contest.plan) for value in values)


def _adjustments(source: BulletinSource, board: Board) -> list[Column]:
    adjusted = {entry.code: _points(entry) for entry in source.round.entries if entry.adjustments}
    if not adjusted:
        return []
    cells = tuple(adjusted.get(row.code, NOTHING) for row in board.rows)
    return [Column(ADJUSTMENT.said(source.language), cells)]


def _points(entry: Entry) -> str:
    return signed(sum((each.points for each in entry.adjustments), Decimal(0)))


def _finals(source: BulletinSource, board: Board) -> Column:
    cells = tuple(_final(source, row).said(source.language) for row in board.rows)
    head = COMPOSITE_NAME if source.assessed else FINAL_NAME
    return Column(capital(head).said(source.language), cells)


def _final(source: BulletinSource, row: Row) -> Text:
    if row.result.published is None:
        return (NOT_ASSESSED if source.assessed else STATUS)[row.result.status]
    return Text("{score:f}", "{score:f}")(score=row.result.published)


def _grades(source: BulletinSource, board: Board) -> list[Column]:
    cells = tuple(row.grade or NOTHING for row in board.rows)
    head = Text("等次", "Grade").said(source.language)
    return [Column(head, cells, "centre")] if source.contest.plan.grades else []


def _remarks(source: BulletinSource, board: Board) -> list[Column]:
    """Which entries return, where some do."""
    again = Text("继续打擂", "returns").said(source.language)
    cells = tuple(again if row.returns else "" for row in board.rows)
    return [Column(Text("备注", "Remark").said(source.language), cells, "centre")] if any(cells) else []
