"""Sheets of contestants, judges, paper ballots and component values (rules.md, Plan and Command line)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.ballots import BLANK, score_fault
from scoring.errors import BadInput, Fault
from scoring.grid import Choices, Column, Grid, Sheet, SheetRow, unique
from scoring.incoming import Item, Lines
from scoring.plan import LIVE, Contestant, Judge, Plan
from scoring.points import half_width, parse_score, parse_signed
from scoring.text import Text

NO_CATEGORY = Text("方案里没有类别“{name}”", "the plan has no category '{name}'")
NO_GROUP = Text("方案里没有评委组“{name}”", "the plan has no judge group '{name}'")
NO_CONTESTANT = Text("没有参赛单位“{name}”", "there is no contestant '{name}'")
NO_ENTRY = Text("本轮出场名单里没有“{name}”", "'{name}' is not in the line-up of this round")
NO_JUDGE = Text("没有评委“{name}”", "there is no judge '{name}'")
NO_COMPONENT = Text("方案里没有可导入的成绩构成“{name}”", "the plan has no component '{name}' that is brought in")
NOT_PERCENT = Text("“{value}”应为 0–100 的数", "'{value}' must be a number from 0 to 100")
NOT_A_NUMBER = Text(
    "“{value}”不是数，请只写数字，如 6.2 或 -0.5", "'{value}' is not a number; write digits alone, such as 6.2 or -0.5"
)

CONTESTANTS = (
    Column("code", ("代码", "编码", "编号")),
    Column("name", ("名称", "单位", "单位名称", "参赛单位")),
    Column("category", ("类别",)),
    Column("lead", ("牵头单位", "负责人"), required=False),
    Column("members", ("成员单位", "成员"), required=False),
)
JUDGES = (
    Column("code", ("评委编号", "编号", "编码", "代码")),
    Column("name", ("姓名", "评委姓名", "评委")),
    Column("group", ("组", "评委组", "组别")),
    Column("title", ("职务",), required=False),
)
CONTESTANT = Column("contestant", ("参赛单位", "单位", "单位编码"))
JUDGE = Column("judge", ("评委", "评委编号"))
VALUES = (CONTESTANT, Column("value", ("得分", "分数", "成绩", "数值", "原值", "指标值", "完成值")))


@dataclass(frozen=True, slots=True)
class PaperBallot:
    """One row of a ballot file; `line` and `column` are where its judge stands."""

    contestant: str
    judge: str
    scores: dict[str, Decimal]
    line: int
    column: int | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a component that is brought in: 0–100, or the raw value of an indicator."""

    contestant: str
    value: Decimal


def contestant_lines(grid: Grid, plan: Plan, known: Mapping[str, Contestant] | None = None) -> Lines[Contestant]:
    """Every line of a sheet of contestants, the wrong ones as well, with everything that is wrong in them.

    What has no column in the sheet stays as it is `known`. Raises `BadInput` where the sheet as a whole is wrong.
    """
    sheet = Sheet(grid, CONTESTANTS)
    names = Choices({category.key: category.name for category in plan.categories})
    lines = [(row, _contestant(row, names, known or {})) for row in sheet.rows]
    unique([(row, contestant.code) for row, contestant in lines], "code")
    return _lines(sheet, lines)


def _lines(sheet: Sheet, found: Sequence[tuple[SheetRow, Item]]) -> Lines[Item]:
    """What was read, with all that is wrong. Raises `BadInput` where the head is wrong or nothing stands below it."""
    if not (found and sheet.whole_head):
        sheet.check()
    return Lines(sheet.name, tuple((row.line, item) for row, item in found), sheet.found, sheet.places)


def _contestant(row: SheetRow, categories: Choices, known: Mapping[str, Contestant]) -> Contestant:
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
    return contestant_lines(grid, plan).all()


def read_judges(grid: Grid, plan: Plan, *, needed: bool = True) -> tuple[Judge, ...]:
    """Judges in file order; at least one where `needed`. Raises `BadInput` with every fault."""
    return judge_lines(grid, plan, needed=needed).all()


def judge_lines(grid: Grid, plan: Plan, *, needed: bool = True) -> Lines[Judge]:
    """Every line of a sheet of judges, the wrong ones as well, with everything that is wrong in them.

    Raises `BadInput` where the sheet as a whole is wrong.
    """
    sheet = Sheet(grid, JUDGES, filled=needed)
    names = Choices({group.key: group.name for group in plan.groups})
    judges = [(row, _judge(row, names)) for row in sheet.rows]
    unique([(row, judge.code) for row, judge in judges], "code")
    return _lines(sheet, judges)


def _judge(row: SheetRow, groups: Choices) -> Judge:
    return Judge(row.code("code"), row.needed("name"), row.cell("title"), row.chosen("group", groups, NO_GROUP))


def ballot_columns(plan: Plan) -> tuple[Column, ...]:
    """The columns of a sheet of paper ballots."""
    return (CONTESTANT, JUDGE, *(Column(criterion.key, (criterion.name,)) for criterion in plan.criteria))


def ballot_lines(grid: Grid, plan: Plan, entries: Mapping[str, str], judges: Mapping[str, str]) -> Lines[PaperBallot]:
    """Paper ballots, one per contestant and judge, both given as names by code, with everything that is wrong.

    Raises `BadInput` where the sheet as a whole is wrong.
    """
    sheet = Sheet(grid, ballot_columns(plan))
    choices = Choices(entries), Choices(judges)
    ballots = [(row, _ballot(row, plan, *choices)) for row in sheet.rows]
    unique([(row, _pair(ballot)) for row, ballot in ballots], "judge")
    return _lines(sheet, ballots)


def _pair(ballot: PaperBallot) -> str:
    return f"{ballot.contestant} / {ballot.judge}" if ballot.contestant and ballot.judge else ""


def _ballot(row: SheetRow, plan: Plan, entries: Choices, judges: Choices) -> PaperBallot:
    return PaperBallot(
        contestant=row.chosen("contestant", entries, NO_ENTRY),
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


def value_lines(
    grid: Grid, plan: Plan, component: str, entries: Mapping[str, str], unknown: Text = NO_ENTRY
) -> Lines[Value]:
    """Values of a component that is brought in, by contestant, with everything that is wrong; `unknown` is said of
    whoever is none of the `entries`.

    Raises `BadInput` where the sheet as a whole is wrong.
    """
    part = next((part for part in plan.components if part.key == component and component != LIVE), None)
    if part is None:
        raise BadInput([Fault(NO_COMPONENT(name=component), key="component")])
    sheet, number, names = Sheet(grid, VALUES), _raw if part.rated else _percent, Choices(entries)
    values = [(row, Value(row.chosen("contestant", names, unknown), number(row))) for row in sheet.rows]
    unique([(row, value.contestant) for row, value in values], "contestant")
    return _lines(sheet, values)


def _percent(row: SheetRow) -> Decimal:
    text = half_width(row.needed("value"))
    value = parse_score(text)
    if text and (value is None or value > 100):
        row.fault("value", NOT_PERCENT(value=text))
    return value or Decimal(0)


def _raw(row: SheetRow) -> Decimal:
    """A raw value: any decimal, also with a true minus."""
    text = half_width(row.needed("value"))
    value = parse_signed(text.replace("−", "-"))
    if text and value is None:
        row.fault("value", NOT_A_NUMBER(value=text))
    return value or Decimal(0)
