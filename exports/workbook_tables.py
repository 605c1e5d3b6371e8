"""The sheets of the workbook that hold what is known: boards, components, adjustments, the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from exports.columns import STATUS
from exports.rule_words import changes
from exports.source import BulletinSource
from scoring.contest import Entry
from scoring.names import component_name
from scoring.plan import LIVE, Component
from scoring.points import published
from scoring.results import EntryResult, Row
from scoring.text import Text

RESULTS, PARTS = Text("成绩", "Results"), Text("成绩构成", "Components")
ADJUSTMENTS, JOURNAL, ABOUT = Text("加减分", "Adjustments"), Text("流水", "Journal"), Text("说明", "About")
BALLOTS, RECKONING = Text("评分表", "Ballots"), Text("计算", "Computation")
CODE, NAME, SCORE = Text("编号", "Code"), Text("参赛单位", "Contestant"), Text("最后得分", "Final score")
EXPLAINED = (
    Text(
        "{title}，第{round}轮。流水末条记录第{record}号，哈希值前16位{digest}。",
        "{title}, round {round}. Last record of the journal {record}, its hash begins {digest}.",
    ),
    Text(
        "“评分表”列出每份计入的评分表；“计算”用公式由评分表重新算出得分，与公布的得分核对。",
        "'Ballots' lists every ballot that counts; 'Computation' computes the scores from them by formulas, and "
        "compares them with those published.",
    ),
    Text(
        "公式只用整数，最后一步才四舍五入；整数小于10的13次方时，电子表格的计算是精确的。超过的按小数计算，并注明；得分紧挨四舍五入界限的，不写公式。",
        "The formulas use whole numbers and round half up at the end; below 10 to the 13th a spreadsheet computes them "
        "exactly. Entries beyond that are computed in decimals, and say so; one whose score lies just where rounding "
        "turns has no formulas.",
    ),
    Text(
        "以撇号开头的文字，原来以等号、加号、减号或@开头；加撇号是为了不被当作公式。",
        "A text with an apostrophe before it began with a sign that a spreadsheet would run as a formula.",
    ),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; `formats` are number formats by column, `fixed` columns stay in view."""

    name: Text
    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    formats: Mapping[int, str] = field(default_factory=dict)
    fixed: int = 0


def decimals_format(decimals: int) -> str:
    """The number format of so many decimals."""
    return "0." + "0" * decimals if decimals else "0"


def plain_sheets(source: BulletinSource, journal: Sequence[Sequence[str]]) -> list[Sheet]:
    """All sheets without formulas, in the order in which they stand."""
    return [_about(source), _results(source), _parts(source), _adjustments(source), _journal(source, journal)]


def _about(source: BulletinSource) -> Sheet:
    record, digest = source.fingerprint.split(":")
    facts = {"title": source.contest.plan.title, "round": source.round.number, "record": record, "digest": digest}
    texts = [*(text(**facts) for text in EXPLAINED), *changes(source)]
    return Sheet(ABOUT, [ABOUT.said(source.language)], [[text.said(source.language)] for text in texts])


def _results(source: BulletinSource) -> Sheet:
    plan, language = source.contest.plan, source.language
    groups = [group for group in plan.groups if group.key not in source.round.void] if plan.has_live else []
    heads = [Text("榜", "Board"), Text("名次", "Rank"), CODE, NAME, Text("类别", "Category")]
    head = [text.said(language) for text in heads] + [group.name for group in groups]
    head += [component_name(part).said(language) for part in plan.parts]
    ends = [Text("加减分", "Adjustments"), SCORE, Text("等次", "Grade"), Text("备注", "Remark")]
    rows = [
        [board.name, row.rank, row.code, row.name, _category(source, row)]
        + [_number(found.score, plan.decimals + 2) if (found := row.result.groups.get(g.key)) else None for g in groups]
        + [_number(row.result.components.get(part.key), plan.decimals + 2) for part in plan.parts]
        + [float(row.result.adjustments), _float(row.result.published), row.grade, _remark(source, row)]
        for board in source.standings.boards
        for row in board.rows
    ]
    first, last = len(heads), len(heads) + len(groups) + len(plan.parts)
    formats = dict.fromkeys(range(first, last), decimals_format(plan.decimals + 2))
    formats[last + 1] = decimals_format(plan.decimals)
    return Sheet(RESULTS, [*head, *(text.said(language) for text in ends)], rows, formats, fixed=4)


def _category(source: BulletinSource, row: Row) -> str:
    return next(each.name for each in source.contest.plan.categories if each.key == row.category)


def _remark(source: BulletinSource, row: Row) -> str:
    notes = [STATUS[row.result.status]] if row.result.status in STATUS else []
    notes += [Text("下轮继续打擂", "returns next round")] if row.returns else []
    return " ".join(note.said(source.language) for note in notes)


def _parts(source: BulletinSource) -> Sheet:
    """Values that were brought in, of an indicator the raw one and its points; the live score is computed elsewhere."""
    plan = source.contest.plan
    brought = [part for part in plan.components if part.key != LIVE]
    head = [CODE.said(source.language), NAME.said(source.language)]
    head += [name.said(source.language) for part in brought for name in _value_heads(part)]
    results = {row.code: row.result for board in source.standings.boards for row in board.rows}
    rows = [
        [entry.code, _name(source, entry.code)]
        + [cell for part in brought for cell in _values(part, entry, results[entry.code], plan.decimals)]
        for entry in source.round.entries
    ]
    return Sheet(PARTS, head, rows if brought else [], fixed=2)


def _value_heads(part: Component) -> list[Text]:
    name = component_name(part)
    if not part.rated:
        return [name]
    raw = Text("{name}原值（{unit}）", "{name}, raw ({unit})") if part.unit else Text("{name}原值", "{name}, raw")
    return [raw(name=name, unit=part.unit), Text("{name}得分", "{name}, points")(name=name)]


def _values(part: Component, entry: Entry, result: EntryResult, decimals: int) -> list[float | None]:
    value = _float(entry.values.get(part.key))
    return [value, _number(result.components.get(part.key), decimals + 2)] if part.rated else [value]


def _adjustments(source: BulletinSource) -> Sheet:
    heads = [CODE, NAME, Text("加减分", "Points"), Text("原因", "Reason"), Text("流水编号", "Record")]
    rows = [
        [entry.code, _name(source, entry.code), _float(each.points), each.reason, each.record]
        for entry in source.round.entries
        for each in entry.adjustments
    ]
    return Sheet(ADJUSTMENTS, [head.said(source.language) for head in heads], rows, fixed=2)


def _journal(source: BulletinSource, journal: Sequence[Sequence[str]]) -> Sheet:
    heads = [Text("编号", "Number"), Text("时间", "Time"), Text("谁", "Who"), Text("事项", "What")]
    heads += [Text("轮", "Round"), Text("原因", "Why"), Text("内容", "Details"), Text("哈希值", "Hash")]
    rows = [[int(line[0]), *line[1:]] for line in journal]
    return Sheet(JOURNAL, [head.said(source.language) for head in heads], rows, fixed=1)


def _name(source: BulletinSource, code: str) -> str:
    return source.contest.contestants[code].name


def _number(value: Fraction | None, decimals: int) -> float | None:
    return None if value is None else float(published(value, decimals))


def _float(value: Decimal | None) -> float | None:
    """The number nearest to a decimal, which a spreadsheet shows as the decimal."""
    return None if value is None else float(value)
