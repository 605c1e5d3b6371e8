"""Why this score and this rank, in words a citizen can follow (rules.md, `explain`)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from scoring import conduct
from scoring.arithmetic import Panel
from scoring.contest import Contest, Entry, Round
from scoring.names import component_name, tie_break_name
from scoring.plan import LIVE, Group, Judge, Plan
from scoring.plan_words import rule_changes
from scoring.points import exact_text, plain_decimal, published
from scoring.results import Board, EntryResult, GroupResult, Row, Standings, Status
from scoring.standings import standings
from scoring.text import Text, listed, plain

HEAD = Text("{code} {name}　第{round}场", "{code} {name}, round {round}")
GROUP = Text("{name}（权重{weight}%）：计入评分表{n}份", "{name} (weight {weight}%), ballots counted: {n}")
VOID = Text("{name}：整组作废，不计入", "{name}: the whole group is void and does not count")
BALLOT = Text("  {judge} {name}：{scores}，{total}{fate}", "  {judge} {name}: {scores}; {total}{fate}")
SCORE = Text("{criterion} {points}", "{criterion} {points}")
TOTAL = Text("合计 {total}", "total {total}")
DROPPED = Text("（去掉的{side}）", " (dropped as {side})")
HIGH, LOW = Text("最高分", "highest"), Text("最低分", "lowest")
DROPPED_IN = Text("（{criteria}作为{side}去掉）", " ({criteria} dropped as {side})")
NOT_TRIMMED = Text(
    "  不足{n}份，不去掉最高分和最低分", "  fewer than {n} ballots: neither the highest nor the lowest are dropped"
)
OUT = Text("  {judge} {name}：{why}", "  {judge} {name}: {why}")
NOT_COUNTED = Text("{why}，不计入", "{why}, not counted")
ABSENT, RECUSED, LEFT, NOT_SENT = (
    Text("缺席", "absent"),
    Text("回避", "recused"),
    Text("已离席", "had left"),
    Text("没有评分表", "no ballot"),
)
GROUP_SCORE = Text("  组得分＝{average}＝{exact}", "  group score = {average} = {exact}")
AVERAGES = {
    ("mean", "total"): Text("平均数", "mean"),
    ("median", "total"): Text("中位数", "median"),
    ("mean", "criterion"): Text("各评分项平均数的加权和", "weighted sum of the means of all criteria"),
    ("median", "criterion"): Text("各评分项中位数的加权和", "weighted sum of the medians of all criteria"),
}
LIVE_SCORE = Text("现场得分＝{terms}＝{exact}", "live score = {terms} = {exact}")
PART = Text("{name} {value}×{share}", "{name} {value} × {share}")
COMPOSITE = Text("综合得分＝{terms}＝{exact}", "composite = {terms} = {exact}")
ADJUSTMENT = Text(
    "加减分 {points}：{reason}（流水第{record}号记录）", "adjustment {points}: {reason} (journal record {record})"
)
FINAL = Text(
    "最后得分＝{exact}，四舍五入保留{decimals}位小数＝{published}",
    "final score = {exact}, rounded half up to {decimals} decimals = {published}",
)
RANK = Text("名次：“{board}”第{rank}名", "rank {rank} on the board '{board}'")
TIE_BREAK = Text("得分相同，先后由{step}决定", "placed among equal scores by {step}")
SHARED = Text("与{names}并列", "tied with {names}")
GRADE = Text("等次：{grade}", "grade: {grade}")
RETURNS = Text("排名居末，下轮继续打擂", "last on the board: must compete again in the next round")
COMES_BACK = Text("下轮继续打擂", "must compete in the next round")
INCOMPLETE = Text("成绩不完整：{reasons}", "the result is not complete: {reasons}")
NO_SHOW, WITHDRAWN = (
    Text("未到，不参加排名", "did not come; not ranked"),
    Text("退出，不参加排名", "withdrew; not ranked"),
)
ABOUT = Text("{exact}（约{decimal}）", "{exact} (about {decimal})")
MOST_DECIMALS = 12


def explain(contest: Contest, number: int, code: str, known: Standings | None = None) -> list[Text]:
    """Every step from the ballots to the rank of one entry; `known` are the round's standings, where they are at hand.

    Raises `Unknown`.
    """
    round_ = conduct.round_of(contest, number)
    entry = conduct.entry_of(round_, code)
    board, row = _place(known or standings(contest, round_.number), code)
    panel = Panel.of(contest, round_)
    lines = [HEAD(code=code, name=contest.contestants[code].name, round=number)]
    if row.result.status in (Status.COMPLETE, Status.INCOMPLETE):
        for group in contest.plan.groups:
            lines += _group(contest, panel, entry, group, row.result)
        lines += _parts(contest.plan, panel, row.result)
    lines += [
        ADJUSTMENT(points=_signed(adjustment.points), reason=adjustment.reason.rstrip("。."), record=adjustment.record)
        for adjustment in entry.adjustments
    ]
    return lines + _outcome(contest, round_, entry, board, row) + rule_changes(contest, round_.number)


def _signed(points: Decimal) -> str:
    """Points with their sign, a true minus included."""
    return f"{points:+f}".replace("-", "−")


def _place(known: Standings, code: str) -> tuple[Board, Row]:
    return next((board, row) for board in known.boards for row in board.rows if row.code == code)


def _group(contest: Contest, panel: Panel, entry: Entry, group: Group, result: EntryResult) -> list[Text]:
    if group.key in panel.void:
        return [VOID(name=group.name)]
    found = result.groups.get(group.key)
    counted = found.counted if found else 0
    lines = [GROUP(name=group.name, weight=plain_decimal(group.weight), n=counted)]
    lines += [_judge(contest, panel, entry, found, judge) for judge in panel.seats[group.key]]
    if found:
        spared = (group.drop_high or group.drop_low) and counted < group.trim_from
        lines += [NOT_TRIMMED(n=group.trim_from)] if spared else []
        average = AVERAGES[group.average, contest.plan.trim_at]
        lines.append(GROUP_SCORE(average=average, exact=_both(contest.plan, found.score)))
    return lines


def _judge(contest: Contest, panel: Panel, entry: Entry, group: GroupResult | None, judge: Judge) -> Text:
    ballot = entry.ballots.get(judge.code)
    if ballot is None or group is None or not panel.expects(entry, judge.code):
        return OUT(judge=judge.code, name=judge.name, why=NOT_COUNTED(why=_why_out(panel, entry, judge.code)))
    each = [
        SCORE(
            criterion=c.name, points=plain_decimal(ballot.scores[c.key]), dropped=_dropped_in(group, judge.code, c.key)
        )
        for c in contest.plan.criteria
    ]
    return BALLOT(
        judge=judge.code,
        name=ballot.person or judge.name,
        scores=listed(each),
        each=each,
        total=TOTAL(total=_exact(group.totals[judge.code])),
        fate=_fate(contest.plan, group, judge.code),
        dropped=_dropped(group, judge.code),
    )


def _why_out(panel: Panel, entry: Entry, judge: str) -> Text:
    if judge in panel.absent:
        return ABSENT
    if judge in entry.recused:
        return RECUSED
    return NOT_SENT if panel.expects(entry, judge) else LEFT


def _dropped(group: GroupResult, judge: str) -> bool:
    """Whether the whole ballot was dropped."""
    return any(isinstance(drops, tuple) and judge in drops for drops in (group.dropped_high, group.dropped_low))


def _dropped_in(group: GroupResult, judge: str, criterion: str) -> bool:
    sides = (group.dropped_high, group.dropped_low)
    return any(not isinstance(drops, tuple) and judge in drops[criterion] for drops in sides)


def _fate(plan: Plan, group: GroupResult, judge: str) -> Text:
    sides = ((group.dropped_high, HIGH), (group.dropped_low, LOW))
    found = []
    for drops, side in sides:
        if isinstance(drops, tuple):
            found += [DROPPED(side=side)] if judge in drops else []
        else:
            names = [c.name for c in plan.criteria if judge in drops[c.key]]
            found += [DROPPED_IN(criteria=_quoted(names), side=side)] if names else []
    return Text("".join(text.zh for text in found), "".join(text.en for text in found))


def _quoted(names: list[str]) -> Text:
    return Text("".join(f"“{name}”" for name in names), ", ".join(names))


def _parts(plan: Plan, panel: Panel, result: EntryResult) -> list[Text]:
    lines = []
    live = result.components.get(LIVE)
    if live is not None:
        groups = [g for g in plan.groups if g.key not in panel.void and g.weight]
        terms = [_term(plain(g.name), result.groups[g.key].score, Fraction(g.weight), _total(groups)) for g in groups]
        lines.append(LIVE_SCORE(terms=_sum(terms), exact=_both(plan, live)))
    if plan.components and len(result.components) == len(plan.components):
        values = [(part, result.components[part.key]) for part in plan.components]
        parts = [_term(component_name(part), value, Fraction(part.weight), Fraction(100)) for part, value in values]
        whole = sum((Fraction(part.weight) * value / 100 for part, value in values), Fraction(0))
        lines.append(COMPOSITE(terms=_sum(parts), exact=_both(plan, whole)))
    return lines


def _total(groups: list[Group]) -> Fraction:
    return sum((Fraction(group.weight) for group in groups), Fraction(0))


def _term(name: Text, value: Fraction, weight: Fraction, total: Fraction) -> Text:
    percent = _exact(weight * 100 / total)
    share = exact_text(weight / total) if "/" in percent else f"{percent}%"
    return PART(name=name, value=_exact(value), share=share)


def _sum(terms: list[Text]) -> Text:
    return Text("＋".join(term.zh for term in terms), " + ".join(term.en for term in terms))


def _outcome(contest: Contest, round_: Round, entry: Entry, board: Board, row: Row) -> list[Text]:
    result = row.result
    if result.status is Status.NO_SHOW:
        return [NO_SHOW, *([COMES_BACK] if row.returns else [])]
    if result.status is Status.WITHDRAWN:
        return [WITHDRAWN]
    if result.exact is None:
        return [INCOMPLETE(reasons=listed(conduct.lacks(contest, round_, entry)))]
    lines = [
        FINAL(exact=_both(contest.plan, result.exact), decimals=contest.plan.decimals, published=result.published),
        RANK(board=board.name, rank=row.rank),
    ]
    equals = [plain(other.name) for other in board.rows if other.rank == row.rank and other.code != row.code]
    lines += [TIE_BREAK(step=tie_break_name(contest.plan, row.tie_break))] if row.tie_break else []
    lines += [SHARED(names=listed(equals))] if equals else []
    lines += [GRADE(grade=row.grade)] if row.grade else []
    return lines + ([RETURNS] if row.returns else [])


def _both(plan: Plan, value: Fraction) -> Text:
    """An exact value, and where it is a fraction how large it is about, as the bulletin's tables list it."""
    exact = _exact(value)
    return ABOUT(exact=exact, decimal=published(value, plan.decimals + 2)) if "/" in exact else plain(exact)


def _exact(value: Fraction) -> str:
    """A value a person can read that is still exact: a decimal where it ends, else the fraction."""
    decimals = next((n for n in range(MOST_DECIMALS + 1) if 10**n % value.denominator == 0), None)
    return exact_text(value) if decimals is None else plain_decimal(published(value, decimals))
