"""Sheets of contestants, judges, paper ballots and component values (rules.md, Plan and Command line)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scoring.ballots import BLANK, score_fault
from scoring.errors import BadInput, Fault
from scoring.grid import NO_ROWS, Column, Grid, Sheet, SheetRow, unique
from scoring.plan import LIVE, Contestant, Judge, Plan
from scoring.points import half_width, parse_score
from scoring.text import Text

NO_CATEGORY = Text("方案里没有类别“{name}”", "the plan has no category '{name}'")
NO_GROUP = Text("方案里没有评委组“{name}”", "the plan has no judge group '{name}'")
NO_CONTESTANT = Text("没有参赛单位“{name}”", "there is no contestant '{name}'")
NO_JUDGE = Text("没有评委“{name}”", "there is no judge '{name}'")
NO_COMPONENT = Text("方案里没有可导入的成绩构成“{name}”", "the plan has no component '{name}' that is brought in")
NOT_PERCENT = Text("“{value}”应为 0–100 的数", "'{value}' must be a number from 0 to 100")

CONTESTANTS = (
    Column("code", ("编码", "代码", "编号")),
    Column("name", ("名称", "单位", "单位名称", "参赛单位")),
    Column("category", ("类别",)),
    Column("lead", ("负责人",), required=False),
    Column("members", ("成员",), required=False),
)
JUDGES = (
    Column("code", ("评委编号", "编号", "编码", "代码")),
    Column("name", ("姓名", "评委姓名", "评委")),
    Column("group", ("组", "评委组", "组别")),
    Column("title", ("职务",), required=False),
)
CONTESTANT = Column("contestant", ("参赛单位", "单位", "单位编码"))
JUDGE = Column("judge", ("评委", "评委编号"))
VALUES = (CONTESTANT, Column("value", ("得分", "分数", "成绩", "数值")))


@dataclass(frozen=True, slots=True)
class PaperBallot:
    """One row of a ballot file; `line` and `column` are where its judge stands."""

    contestant: str
    judge: str
    scores: dict[str, Decimal]
    line: int
    column: int | None


@dataclass(frozen=True, slots=True)
class ContestantLines:
    """Contestants as a sheet names them, each with its line; `category` is the column of the categories."""

    lines: tuple[tuple[int, Contestant], ...]
    faults: tuple[Fault, ...]
    category: int | None


def contestant_lines(grid: Grid, plan: Plan, known: Mapping[str, Contestant] | None = None) -> ContestantLines:
    """Every line of a sheet of contestants, the wrong ones as well, with everything that is wrong in them.

    What has no column in the sheet stays as it is `known`. Raises `BadInput` where the sheet as a whole is wrong.
    """
    sheet = Sheet(grid, CONTESTANTS)
    names = {category.key: category.name for category in plan.categories}
    lines = [(row, _contestant(row, names, known or {})) for row in sheet.rows]
    if not lines:
        sheet.fault(NO_ROWS, 1, None)
        sheet.check()
    unique([(row, contestant.code) for row, contestant in lines], "code")
    found = tuple((row.line, contestant) for row, contestant in lines)
    return ContestantLines(found, sheet.found, sheet.place("category"))


def _contestant(row: SheetRow, categories: Mapping[str, str], known: Mapping[str, Contestant]) -> Contestant:
    code = row.code("code", known)
    before = known.get(code, Contestant("", "", ""))
    return Contestant(
        code=code,
        name=row.needed("name"),
        category=row.chosen("category", categories, NO_CATEGORY),
        lead=row.cell("lead") if row.place("lead") else before.lead,
        members=split_members(row.cell("members")) if row.place("members") else before.members,
    )


def split_members(text: str) -> tuple[str, ...]:
    """Members as a file separates them, by semicolons."""
    return tuple(name.strip() for name in text.replace("；", ";").split(";") if name.strip())


def read_contestants(grid: Grid, plan: Plan) -> tuple[Contestant, ...]:
    """Contestants in file order. Raises `BadInput` with every fault, by line and column."""
    read = contestant_lines(grid, plan)
    if read.faults:
        raise BadInput(read.faults)
    return tuple(contestant for _, contestant in read.lines)


def read_judges(grid: Grid, plan: Plan, *, needed: bool = True) -> tuple[Judge, ...]:
    """Judges in file order; at least one where `needed`. Raises `BadInput` with every fault."""
    sheet = Sheet(grid, JUDGES)
    names = {group.key: group.name for group in plan.groups}
    judges = [(row, _judge(row, names)) for row in sheet.rows]
    unique([(row, judge.code) for row, judge in judges], "code")
    if needed and not judges:
        sheet.fault(NO_ROWS, 1, None)
    sheet.check()
    return tuple(judge for _, judge in judges)


def _judge(row: SheetRow, groups: Mapping[str, str]) -> Judge:
    return Judge(row.code("code"), row.needed("name"), row.cell("title"), row.chosen("group", groups, NO_GROUP))


def read_ballots(
    grid: Grid, plan: Plan, entries: Mapping[str, str], judges: Mapping[str, str]
) -> tuple[PaperBallot, ...]:
    """Paper ballots, one per contestant and judge, both given as names by code.

    Raises `BadInput` with every fault, by line and column.
    """
    criteria = (Column(criterion.key, (criterion.name,)) for criterion in plan.criteria)
    sheet = Sheet(grid, (CONTESTANT, JUDGE, *criteria))
    ballots = [(row, _ballot(row, plan, entries, judges)) for row in sheet.rows]
    unique([(row, f"{ballot.contestant} / {ballot.judge}") for row, ballot in ballots], "judge")
    if not ballots:
        sheet.fault(NO_ROWS, 1, None)
    sheet.check()
    return tuple(ballot for _, ballot in ballots)


def _ballot(row: SheetRow, plan: Plan, entries: Mapping[str, str], judges: Mapping[str, str]) -> PaperBallot:
    return PaperBallot(
        contestant=row.chosen("contestant", entries, NO_CONTESTANT),
        judge=row.chosen("judge", judges, NO_JUDGE),
        scores=_scores(row, plan),
        line=row.line,
        column=row.place("judge"),
    )


def _scores(row: SheetRow, plan: Plan) -> dict[str, Decimal]:
    scores = {}
    for criterion in plan.criteria:
        value = half_width(row.cell(criterion.key))
        fault = score_fault(plan, criterion, value) if value else BLANK
        if fault:
            row.fault(criterion.key, fault)
        else:
            scores[criterion.key] = Decimal(value)
    return scores


def read_values(grid: Grid, plan: Plan, component: str, entries: Mapping[str, str]) -> dict[str, Decimal]:
    """Values of a component that is brought in, 0–100, by contestant. Raises `BadInput` with every fault."""
    if component == LIVE or component not in {part.key for part in plan.components}:
        raise BadInput([Fault(NO_COMPONENT(name=component))])
    sheet = Sheet(grid, VALUES)
    values = [(row, row.chosen("contestant", entries, NO_CONTESTANT), _percent(row)) for row in sheet.rows]
    unique([(row, code) for row, code, _ in values], "contestant")
    if not values:
        sheet.fault(NO_ROWS, 1, None)
    sheet.check()
    return {code: value for _, code, value in values}


def _percent(row: SheetRow) -> Decimal:
    text = half_width(row.needed("value"))
    value = parse_score(text)
    if text and (value is None or value > 100):
        row.fault("value", NOT_PERCENT(value=text))
    return value or Decimal(0)
