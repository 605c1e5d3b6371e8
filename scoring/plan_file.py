"""The plan file: TOML in, a checked `Plan` out (rules.md, Plan)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal, localcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from scoring.errors import TWICE, BadInput, Fault, unreadable
from scoring.plan import (
    LIVE,
    RULE_KEYS,
    Category,
    Component,
    Criterion,
    Grade,
    Group,
    Plan,
    Returns,
    Rule,
    Setup,
    SpeechTimer,
)
from scoring.points import is_step, plain_decimal
from scoring.text import Text
from scoring.toml_table import Literal, Table

if TYPE_CHECKING:
    from scoring.grid import Grid

NOT_TOML = Text("不是有效的 TOML：{reason}", "is not valid TOML: {reason}")
NOT_UTF8 = Text(
    "不是 UTF-8 文本；请用记事本打开，“另存为”时编码选 UTF-8",
    "is not text in UTF-8; save it again with the encoding UTF-8",
)
NOT_HUNDRED = Text("权重合计 {total}，应为 100，{gap}", "the weights total {total}, not 100: {gap}")
SHORT, OVER = Text("还差 {gap}", "{gap} short"), Text("多出 {gap}", "{gap} too much")
AT_LEAST_ONE = Text("至少要有一个", "needs at least one")
POSITIVE = Text("应大于 0", "must be greater than 0")
BAD_RANGE = Text("最低分不得小于 0，满分应高于最低分", "the lowest score is 0 or more, the highest is above it")
BAD_STEP = Text(
    "满分减最低分应是评分最小单位（{step}）的整数倍",
    "the highest score less the lowest must be a multiple of the step ({step})",
)
RESERVED = Text(
    "“{key}”是评分表文件的列名，不能用作评分项", "'{key}' is a column of ballot files and cannot name a criterion"
)
UNKNOWN_TIE_BREAK = Text("不认识的并列规则“{key}”", "'{key}' is not a tie-break of this plan")
DRAW_LAST = Text("draw 只能放在最后", "draw must stand last")
MIN_OR_TOP = Text("只能有 min 或 top 之一", "takes min or top, not both")
REST_LAST = Text("只有最后一个等次可以没有 min 和 top", "only the last grade may have neither min nor top")
OVER_HUNDRED = Text("不能大于 100", "must not exceed 100")
BELOW_HUNDRED = Text("应小于 100", "must be less than 100")
LIVE_HAS_BALLOTS = Text(
    "现场得分出自评委的评分表，不能另设计分规则", "the live score comes from the judges' ballots and takes no rule"
)
OTHER_RULE = Text("只在 rule 为 {rules} 时可用", "is only for the rule {rules}")
NO_SHARE_OF_ZERO = Text(
    "应大于 0；目标为 0 的指标请用 minmax 或 rank",
    "must be greater than 0; where the target is 0, take the rule minmax or rank",
)

_WHERE = re.compile(r" \(at line (?P<line>[0-9]+), column (?P<column>[0-9]+)\)\Z")
_TWICE = re.compile(r"Cannot (?:overwrite a value|declare .* twice)")
"""What `tomllib` says of a key that stands in one table twice, or of a table that does."""

Item = TypeVar("Item")


def parse_setup(path: Path, read: Callable[[Path], Grid]) -> Setup:
    """Read a plan with its contestants and judges, whose files `read` reads.

    Raises `BadInput` with every fault of all three files; nothing is created.
    """
    from scoring.people_file import read_contestants, read_judges

    faults: list[Fault] = []
    root = Table(load_tables(path), "", faults, path.name)
    plan = _plan(root)
    contest = root.table("contest")
    contestants = _people(contest.text("contestants"), path, faults, lambda p: read_contestants(read(p), plan))
    judges_file = contest.text("judges", None if plan.has_live else "")
    judges = _people(judges_file, path, faults, lambda p: read_judges(read(p), plan, needed=plan.has_live))
    if faults:
        raise BadInput(once(faults))
    return Setup(plan, contestants, judges)


def read_plan(path: Path) -> Plan:
    """The plan of a file; its contestants and judges are not read. Raises `BadInput` with every fault."""
    return parse_plan(load_tables(path), path.name)


def load_tables(path: Path) -> Mapping[str, Any]:
    """The tables of a TOML file; decimals stay as they were written. Raises `BadInput`."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadInput([Fault(unreadable(error), file=path.name)]) from error
    except UnicodeDecodeError as error:
        raise BadInput([Fault(NOT_UTF8, file=path.name)]) from error
    try:
        return tomllib.loads(f"{text}\n", parse_float=Literal)
    except (ValueError, RecursionError) as error:
        raise BadInput([_not_toml(text, str(error), path.name)]) from error


def _not_toml(text: str, reason: str, file: str) -> Fault:
    """Why a file is no TOML, and where; what stands in it twice is called by its key."""
    found = _WHERE.search(reason)
    if found is None:
        return Fault(NOT_TOML(reason=reason), file=file)
    line, column = int(found["line"]), int(found["column"])
    if not _TWICE.match(reason):
        return Fault(NOT_TOML(reason=reason[: found.start()]), file=file, line=line, column=column)
    key = text.split("\n")[line - 1].partition("=")[0].strip(" \t\r[]\"'")
    return Fault(TWICE(name=key), file=file, key=key, line=line, column=column)


def _people(
    name: str, plan_path: Path, faults: list[Fault], people: Callable[[Path], tuple[Item, ...]]
) -> tuple[Item, ...]:
    if not name:
        return ()
    try:
        return people(plan_path.parent / name)
    except BadInput as error:
        faults += error.faults
        return ()


def once(faults: Iterable[Fault]) -> list[Fault]:
    """Each fault once, in the order in which they were found."""
    return list(dict.fromkeys(faults))


def parse_plan(document: Mapping[str, Any], file: str | None = None) -> Plan:
    """A plan from its tables, without contestants and judges. Raises `BadInput` with every fault."""
    faults: list[Fault] = []
    plan = _plan(Table(document, "", faults, file))
    if faults:
        raise BadInput(once(faults))
    return plan


def _plan(root: Table) -> Plan:
    contest = root.table("contest")
    contest.text("contestants", "")
    contest.text("judges", "")
    step = contest.decimal("step", Decimal(1))
    if not step:
        contest.fault("step", POSITIVE)
    plan = Plan(
        title=contest.text("title"),
        organizer=contest.text("organizer", ""),
        level=contest.choice("level", ("city", "system", "unit"), "city"),
        step=step or Decimal(1),
        decimals=contest.whole("decimals", 2, high=4),
        board=contest.choice("board", ("overall", "category"), "overall"),
        missing=contest.choice("missing", ("wait", "exclude"), "wait"),
        trim_at=contest.choice("trim_at", ("total", "criterion"), "total"),
        rank_on=contest.choice("rank_on", ("published", "exact"), "published"),
        ranking=contest.choice("ranking", ("competition", "dense"), "competition"),
        tie_breaks=contest.texts("tie_breaks"),
        resend=contest.flag("resend", True),
        returns=_returns(root.table("returns")),
        timer=_timer(root.table("timer")),
        categories=_keyed(root, "category", _category),
        criteria=_keyed(root, "criterion", lambda table: _criterion(table, step or Decimal(1))),
        groups=_keyed(root, "group", _group),
        components=_keyed(root, "component", _component),
        grades=_grades(root.tables("grade")),
    )
    _check_whole(plan, root, contest)
    contest.done()
    root.done()
    return plan


def _returns(table: Table) -> Returns:
    returns = Returns(
        count=table.whole("count", 1),
        ties=table.choice("ties", ("all", "draw"), "all"),
        no_show=table.flag("no_show", True),
    )
    table.done()
    return returns


def _timer(table: Table) -> SpeechTimer:
    timer = SpeechTimer(table.whole("speech_seconds", 480), table.whole("warning_seconds", 60))
    table.done()
    return timer


def _keyed(root: Table, name: str, read: Callable[[Table], Item]) -> tuple[Item, ...]:
    """Read an array of tables that are told apart by `key`."""
    seen: set[str] = set()
    items = []
    for table in root.tables(name):
        key = table.text("key")
        if key in seen:
            table.fault("key", TWICE(name=key))
        seen.add(key)
        items.append(read(table))
        table.done()
    return tuple(items)


def _category(table: Table) -> Category:
    return Category(table.text("key"), table.text("name"))


def _criterion(table: Table, step: Decimal) -> Criterion:
    if table.text("key") in {"contestant", "judge"}:
        table.fault("key", RESERVED(key=table.text("key")))
    given, low = table.optional_decimal("max", required=True), table.decimal("min", Decimal(0))
    high = low + 1 if given is None else given
    if not low < high:
        table.fault("max", BAD_RANGE)
    elif given is not None and not is_step(high, low, step):
        table.fault("max", BAD_STEP(step=plain_decimal(step)))
    return Criterion(table.text("key"), table.text("name"), high, low, table.decimal("weight", high))


def _group(table: Table) -> Group:
    drop_high, drop_low = table.whole("drop_high", 0), table.whole("drop_low", 0)
    least = drop_high + drop_low + 1
    return Group(
        key=table.text("key"),
        name=table.text("name"),
        weight=table.decimal("weight"),
        drop_high=drop_high,
        drop_low=drop_low,
        trim_from=table.whole("trim_from", least, low=least, high=3 * 10**6),
        quorum=table.whole("quorum", 1, low=1),
        average=table.choice("average", ("mean", "median"), "mean"),
    )


def _component(table: Table) -> Component:
    rule: Rule = table.choice("rule", tuple(RULE_KEYS), "points")
    if table.text("key") == LIVE and rule != "points":
        table.fault("rule", LIVE_HAS_BALLOTS)
    for key in ("better", "target", "floor", "unit"):
        if table.has(key) and key not in RULE_KEYS[rule]:
            table.fault(key, OTHER_RULE(rules=" | ".join(name for name, keys in RULE_KEYS.items() if key in keys)))
    target = table.optional_decimal("target", required=rule == "target")
    if target is not None and not target:
        table.fault("target", NO_SHARE_OF_ZERO)
    floor = table.decimal("floor", Decimal(0))
    if floor >= 100:
        table.fault("floor", BELOW_HUNDRED)
    return Component(
        key=table.text("key"),
        name=table.text("name"),
        weight=table.decimal("weight"),
        rule=rule,
        better=table.choice("better", ("higher", "lower"), "higher"),
        target=target,
        floor=floor,
        unit=table.text("unit", ""),
    )


def _grades(tables: list[Table]) -> tuple[Grade, ...]:
    grades = []
    for table in tables:
        grade = Grade(table.text("name"), table.optional_decimal("min"), table.optional_decimal("top"))
        if table.has("min") and table.has("top"):
            table.fault(None, MIN_OR_TOP)
        if not (table.has("min") or table.has("top")) and table is not tables[-1]:
            table.fault(None, REST_LAST)
        if grade.top is not None and grade.top > 100:
            table.fault("top", OVER_HUNDRED)
        grades.append(grade)
        table.done()
    return tuple(grades)


def _check_whole(plan: Plan, root: Table, contest: Table) -> None:
    if not plan.categories:
        root.fault("category", AT_LEAST_ONE)
    for name, items in (("criterion", plan.criteria), ("group", plan.groups)):
        if not items and plan.has_live:
            root.fault(name, AT_LEAST_ONE)
    _check_weights(root, "criterion", [criterion.weight for criterion in plan.criteria])
    _check_weights(root, "group", [group.weight for group in plan.groups])
    _check_weights(root, "component", [component.weight for component in plan.components])
    _check_tie_breaks(plan, contest)


def _check_weights(root: Table, name: str, weights: list[Decimal]) -> None:
    gap = weights_gap(weights)
    if weights and gap:
        root.fault(name, NOT_HUNDRED(total=plain_decimal(weights_total(weights)), gap=gap_words(gap)))


def weights_total(weights: Iterable[Decimal]) -> Decimal:
    """The exact sum of weights."""
    with localcontext(prec=60):  # no decimal of a plan has more than 40 digits
        return sum(weights, Decimal(0))


def weights_gap(weights: Iterable[Decimal]) -> Decimal:
    """By how much weights fall short of 100; below 0 where they are too much."""
    with localcontext(prec=60):
        return 100 - weights_total(weights)


def gap_words(gap: Decimal) -> Text:
    """How far weights are from 100."""
    return (SHORT if gap > 0 else OVER)(gap=plain_decimal(abs(gap)))


def _check_tie_breaks(plan: Plan, contest: Table) -> None:
    known = {"exact", "untrimmed", "draw"}
    known |= {f"component:{part.key}" for part in plan.parts}
    known |= {f"group:{group.key}" for group in plan.groups}
    known |= {f"criterion:{criterion.key}" for criterion in plan.criteria}
    check_tie_breaks(plan.tie_breaks, known, contest)


def check_tie_breaks(tie_breaks: Sequence[str], known: Collection[str], table: Table) -> None:
    """Are these known, none twice, a draw last? Otherwise `table` has faults."""
    for number, tie_break in enumerate(tie_breaks):
        if tie_break not in known:
            table.fault("tie_breaks", UNKNOWN_TIE_BREAK(key=tie_break))
        if tie_break in tie_breaks[:number]:
            table.fault("tie_breaks", TWICE(name=tie_break))
    if "draw" in tie_breaks[:-1]:
        table.fault("tie_breaks", DRAW_LAST)


def weighed_parts(root: Table, read: Callable[[Table], Item]) -> tuple[tuple[Component, Item], ...]:
    """The components of a file, at least one, each with what `read` finds in its table besides."""
    parts = _keyed(root, "component", lambda table: (_component(table), read(table)))
    if not parts:
        root.fault("component", AT_LEAST_ONE)
    _check_weights(root, "component", [part.weight for part, _ in parts])
    return parts


def grades_of(root: Table) -> tuple[Grade, ...]:
    """The grades of a file."""
    return _grades(root.tables("grade"))
