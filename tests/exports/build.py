"""A round's result for the bulletin, put together from the frozen facts themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from exports.letter import Attachment, Letter
from exports.source import BulletinSource
from scoring.contest import Adjustment, Attendance, Ballot, Contest, Entry, Round
from scoring.mark import Mark
from scoring.marks import with_marks
from scoring.plan import Category, Contestant, Criterion, Group, Judge, Plan, Returns, SpeechTimer
from scoring.points import published
from scoring.results import Board, EntryResult, GroupResult, Row, Standings, Status
from scoring.standings import standings

LETTER = tuple(each.name for each in fields(Letter))
DIGEST = "0123456789abcdef" * 4
HUNDRED = Decimal(100)
FIELDS, UNITS, DISTRICTS = Category("field", "重点领域"), Category("unit", "参与单位"), Category("district", "区（市）")

FIELD_NAMES = ("政法", "发改", "工信", "商务", "住建", "交通", "土地", "市场", "生态", "审批")
DISTRICT_NAMES = ("市南", "市北", "李沧", "崂山", "黄岛", "城阳", "即墨", "胶州", "平度", "莱西")


def a_plan(**changes: Any) -> Plan:
    """A city contest of two judge groups on one board; `changes` replace its keys."""
    plan = Plan(
        title="“优化营商环境”专题擂台赛",
        organizer="市专项行动指挥部办公室",
        level="city",
        step=Decimal("0.5"),
        decimals=2,
        board="overall",
        missing="wait",
        trim_at="total",
        rank_on="published",
        ranking="competition",
        tie_breaks=("exact", "group:leaders", "draw"),
        resend=True,
        returns=Returns(),
        timer=SpeechTimer(),
        categories=(UNITS,),
        criteria=(
            Criterion("problems", "摆问题", Decimal(40), Decimal(0), Decimal(40)),
            Criterion("measures", "列举措", Decimal(60), Decimal(0), Decimal(60)),
        ),
        groups=(
            Group("leaders", "领导评委", Decimal(40), 0, 0, 1, 1, "mean"),
            Group("experts", "专家评委", Decimal(60), 1, 1, 5, 3, "mean"),
        ),
        components=(),
        grades=(),
    )
    return replace(plan, **changes)


JUDGES = (
    Judge("L1", "领导评委一", "市领导", "leaders"),
    Judge("L2", "领导评委二", "市领导", "leaders"),
    *(Judge(f"E{n}", f"专家评委{n}", "", "experts") for n in range(1, 6)),
)


def a_result(
    code: str, score: Fraction | str, *, tie_values: Mapping[str, Fraction | None] | None = None
) -> EntryResult:
    """A complete entry of this exact final score, the same in every group."""
    exact = Fraction(score)
    groups = {key: GroupResult(exact, 5, (), (), {}) for key in ("leaders", "experts")}
    return EntryResult(
        code, Status.COMPLETE, exact, published(exact, 2), {"live": exact}, groups, Fraction(0), tie_values or {}
    )


def unranked(code: str, status: Status) -> EntryResult:
    """An entry without a result."""
    return EntryResult(code, status)


def ranked(names: Sequence[str], *, category: Category = UNITS, returns: int = 1) -> list[Row]:
    """Rows of falling scores; the last ones return."""
    results = [a_result(f"{category.key}{n}", Fraction(9500 - 7 * n, 100)) for n in range(1, len(names) + 1)]
    return [
        Row(n, result.code, name, category.key, result, returns=n > len(names) - returns)
        for n, (name, result) in enumerate(zip(names, results, strict=True), start=1)
    ]


def a_board(rows: Sequence[Row], *, category: Category | None = None, final: bool = True, **changes: Any) -> Board:
    """A board of these rows."""
    key, name = (category.key, category.name) if category else ("overall", "总榜")
    return Board(key, name, final, changes.pop("needs_draw", ()), tuple(rows))


def a_source(boards: Sequence[Board], *, plan: Plan | None = None, **changes: Any) -> BulletinSource:
    """A closed first round with these boards. Of `changes`, those that a round has go there, as do its entries'."""
    plan = plan or a_plan()
    rows = [row for board in boards for row in board.rows]
    adjustments: Mapping[str, tuple[Adjustment, ...]] = changes.pop("adjustments", {})
    recused: Mapping[str, frozenset[str]] = changes.pop("recused", {})
    entries = tuple(
        Entry(
            row.code,
            attendance=_attendance(row.result.status),
            adjustments=adjustments.get(row.code, ()),
            recused=recused.get(row.code, frozenset()),
        )
        for row in rows
    )
    facts = {name: changes.pop(name) for name in ("absent", "left", "void", "draws", "marks") if name in changes}
    round_ = Round(1, entries, closed=changes.pop("closed", 412), **facts)
    contestants = {row.code: Contestant(row.code, row.name, row.category) for row in rows}
    contest = Contest(plan, contestants, JUDGES, (round_,), 412, rehearsal=changes.pop("rehearsal", False))
    final = all(board.final for board in boards)
    found = Standings(plan.title, 1, final, round_.closed is not None, 412, tuple(boards))
    letter = {name: changes.pop(name) for name in LETTER if name in changes}
    changes = {"letter": Letter(**letter), **changes}
    given = {"record": 412, "digest": DIGEST, "day": date(2023, 5, 7), "supersedes": None, **changes}
    return BulletinSource(contest, round_, found, **given)


NAMES = {"A": "市教育局", "B": "市科技局", "C": "市民政局"}


def judged(
    points: Mapping[str, str], marks: Sequence[Mark] = (), *, plan: Plan | None = None, **changes: Any
) -> BulletinSource:
    """A round whose result follows from its ballots and marks, to be published with explanations.

    `points` are those of L1, L2 and E1 to E5 on the first criterion (a dash: no ballot; a `p` behind: from paper); all
    have 50 on the second.
    """
    plan = plan or a_plan()
    closed, rehearsal = changes.pop("closed", 412), changes.pop("rehearsal", False)
    round_ = with_marks(Round(1, tuple(_entry(code, given) for code, given in points.items()), closed=closed), marks)
    kinds = {code: DISTRICTS.key if code.startswith("D") else UNITS.key for code in points}
    contestants = {code: Contestant(code, NAMES.get(code, f"第{code}工作部门"), kinds[code]) for code in points}
    contest = Contest(plan, contestants, JUDGES, (round_,), 412, rehearsal=rehearsal)
    changes = {"letter": Letter(attachments=(Attachment.EXPLANATIONS,)), **changes}
    return BulletinSource(contest, round_, standings(contest), 412, DIGEST, date(2023, 5, 7), None, **changes)


def _entry(code: str, points: str) -> Entry:
    scores = {judge.code: score for judge, score in zip(JUDGES, points.split(), strict=True) if score != "-"}
    return Entry(
        code,
        ballots={
            judge: Ballot(
                judge,
                {"problems": Decimal(score.rstrip("p")), "measures": Decimal(50)},
                source="paper" if score.endswith("p") else "panel",
            )
            for judge, score in scores.items()
        },
    )


def _attendance(status: Status) -> Attendance:
    known = {Status.NO_SHOW: Attendance.NO_SHOW, Status.WITHDRAWN: Attendance.WITHDRAWN}
    return known.get(status, Attendance.PRESENT)


def fifty_five(**changes: Any) -> BulletinSource:
    """10 fields, 35 units and 10 districts on three boards, with a no-show and a withdrawn entry."""
    fields = ranked([f"{name}领域" for name in FIELD_NAMES], category=FIELDS)
    units = ranked([f"市第{n}工作部门" for n in range(1, 34)], category=UNITS)
    units.append(Row(None, "unit34", "市仲裁办", "unit", unranked("unit34", Status.NO_SHOW), returns=True))
    units.append(Row(None, "unit35", "市中心支行", "unit", unranked("unit35", Status.WITHDRAWN)))
    districts = ranked([f"{name}区" for name in DISTRICT_NAMES], category=DISTRICTS)
    plan = a_plan(board="category", categories=(FIELDS, UNITS, DISTRICTS))
    kinds = ((FIELDS, fields), (UNITS, units), (DISTRICTS, districts))
    return a_source([a_board(rows, category=kind) for kind, rows in kinds], plan=plan, **changes)


def small(names: Sequence[str] = ("市教育局", "市科技局", "市民政局"), **changes: Any) -> BulletinSource:
    """One board of a few units."""
    return a_source([a_board(ranked(names))], **changes)
