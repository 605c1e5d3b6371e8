"""Why this score and this rank, in words a citizen can follow (rules.md, `explain`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from scoring import conduct
from scoring.arithmetic import GroupScore, Panel, composite, group_scores
from scoring.contest import Ballot, Contest, Entry, Round
from scoring.explain_crowd import crowd_average, crowd_drops, crowd_head
from scoring.explain_indicators import rated_line
from scoring.explain_rank import rank_lines
from scoring.explain_words import amount, note, noted, reason
from scoring.indicators import compared_values
from scoring.mark import MarkKind
from scoring.names import component_name
from scoring.plan import LIVE, Component, Criterion, Group, Judge
from scoring.plan_words import rule_changes
from scoring.points import exact_text, exactly, plain_decimal
from scoring.results import Board, Drops, EntryResult, GroupResult, Row, Standings, Status
from scoring.standings import standings
from scoring.text import Text, joined, listed, plain

HEAD = Text("{code} {name}　第{round}轮", "{code} {name}, round {round}")
TOTALS = Text("每份评分表的合计＝{terms}", "total of a ballot = {terms}")
GROUP = Text("{name}（权重{weight}%）：计入评分表{n}份", "{name} (weight {weight}%), ballots counted: {n}")
VOID = Text(
    "{name}：整组作废，不计入，权重由其余各组按比例分担{note}",
    "{name}: the whole group is void and does not count; the others share its weight in proportion{note}",
)
BALLOT = Text("  {judge} {name}：{scores}，{total}{fate}", "  {judge} {name}: {scores}; {total}{fate}")
SCORE = Text("{criterion} {points}", "{criterion} {points}")
TOTAL = Text("合计 {total}", "total {total}")
FROM_PAPER = Text("（纸质补录）", " (from paper)")
DROPPED = Text("（去掉的{side}）", " (dropped as {side})")
HIGH, LOW = Text("最高分", "highest"), Text("最低分", "lowest")
DROPPED_IN = Text("（{criteria}作为{side}去掉）", " ({criteria} dropped as {side})")
EQUALS = Text(
    "  分数相同的，先去掉评委名册中靠后的", "  among equals the judge who stands later in the list was dropped first"
)
NOT_TRIMMED = Text(
    "  不足{n}份，不去掉最高分和最低分", "  fewer than {n} ballots: neither the highest nor the lowest are dropped"
)
OUT = Text("  {judge} {name}：{why}", "  {judge} {name}: {why}")
NOT_COUNTED = Text("{why}，不计入{note}", "{why}, not counted{note}")
ABSENT, RECUSED, LEFT, NOT_SENT = (
    Text("缺席", "absent"),
    Text("回避", "recused"),
    Text("已离席", "had left"),
    Text("没有评分表", "no ballot"),
)
CRITERION = Text("  {name}＝{average}＝{exact}", "  {name} = {average} = {exact}")
GROUP_SCORE = Text("  组得分＝{average}＝{exact}", "  group score = {average} = {exact}")
AVERAGES = {
    "mean": Text("{values}的平均数", "mean of {values}"),
    "median": Text("{values}的中位数", "median of {values}"),
}
LIVE_SCORE = Text("现场得分＝{terms}＝{exact}", "live score = {terms} = {exact}")
PART = Text("{name} {value}×{share}", "{name} {value} × {share}")
POINTS = Text("{name} {value}", "{name} {value}")
SCALED = Text("{points}÷{max}×{weight}", "{points} ÷ {max} × {weight}")
BROUGHT_IN = Text("{name} {value}{note}", "{name} {value}{note}")
COMPOSITE = Text("综合得分＝{terms}＝{exact}", "composite = {terms} = {exact}")
ADJUSTMENT = Text(
    "加减分 {points}：{reason}（流水第{record}号记录）", "adjustment {points}: {reason} (journal record {record})"
)
FINAL = Text(
    "最后得分＝{exact}，四舍五入{places}＝{published}",
    "final score = {exact}, rounded half away from zero to {places} = {published}",
)
WHOLE, DECIMAL = Text("取整数", "whole points"), Text("保留1位小数", "1 decimal")
DECIMALS = Text("保留{n}位小数", "{n} decimals")
Cut: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""Who was dropped as high and as low."""
COMES_BACK = Text("下轮继续打擂", "must compete in the next round")
INCOMPLETE = Text("成绩不完整：{reasons}", "the result is not complete: {reasons}")
NO_SHOW = Text("未到，不参加排名{note}", "did not come; not ranked{note}")
WITHDRAWN = Text("退出，不参加排名{note}", "withdrew; not ranked{note}")


def explain(contest: Contest, number: int, code: str, known: Standings | None = None) -> list[Text]:
    """Every step from the ballots to the rank of one entry; `known` are the round's standings, where they are at hand.

    Raises `Unknown`.
    """
    round_ = conduct.round_of(contest, number)
    entry = conduct.entry_of(round_, code)
    board, row = _place(known or standings(contest, round_.number), code)
    lines = [HEAD(code=code, name=contest.contestants[code].name, round=number)]
    if row.result.status in (Status.COMPLETE, Status.INCOMPLETE):
        lines += _Account(contest, round_, entry, row.result).lines()
    lines += [
        ADJUSTMENT(points=_signed(each.points), reason=reason(each.reason), record=each.record)
        for each in entry.adjustments
    ]
    return [*lines, *_outcome(contest, round_, entry, board, row), *rule_changes(contest, round_.number)]


def _signed(points: Decimal) -> str:
    """Points with their sign, a true minus included."""
    return f"{points:+f}".replace("-", "−")


def _place(known: Standings, code: str) -> tuple[Board, Row]:
    return next((board, row) for board in known.boards for row in board.rows if row.code == code)


class _Account:
    """What the ballots and values of one entry come to, step by step."""

    def __init__(self, contest: Contest, round_: Round, entry: Entry, result: EntryResult) -> None:
        self._contest, self._plan, self._round = contest, contest.plan, round_
        self._entry, self._values = entry, result.components
        self._panel = Panel.of(contest, round_)
        self._scores = group_scores(self._panel, entry)

    def lines(self) -> Iterator[Text]:
        """All lines but the adjustments and what follows them."""
        if any(criterion.weight != criterion.max for criterion in self._plan.criteria):
            yield TOTALS(terms=_sum([_points(each, plain(each.name)) for each in self._plan.criteria]))
        for group in self._plan.groups:
            yield from self._void(group) if group.key in self._panel.void else self._group(group)
        yield from self._live()
        yield from self._brought_in()
        yield from self._composite()

    def _void(self, group: Group) -> Iterator[Text]:
        yield VOID(name=group.name, note=note(self._round, MarkKind.GROUP_VOID, group.key))
        for judge in () if self._is_crowd(group) else self._panel.seats[group.key]:
            if judge.code in self._entry.ballots and self._panel.expects(self._entry, judge.code):
                yield self._ballot(self._scores[group.key].result, judge, counts=False)

    def _group(self, group: Group) -> Iterator[Text]:
        found = self._scores.get(group.key)
        counted = found.result.counted if found else 0
        yield GROUP(name=group.name, weight=plain_decimal(group.weight), n=counted)
        if self._is_crowd(group):
            yield from crowd_head(self._panel, self._round, self._entry, group, counted)
        for judge in () if self._is_crowd(group) else self._panel.seats[group.key]:
            if found and judge.code in found.result.totals:
                yield self._ballot(found.result, judge)
            else:
                why, said = self._why_out(judge.code)
                yield OUT(judge=judge.code, name=judge.name, why=NOT_COUNTED(why=why, note=said))
        if found:
            if (group.drop_high or group.drop_low) and counted < group.trim_from:
                yield NOT_TRIMMED(n=group.trim_from)
            yield from self._averages(group, found)

    def _is_crowd(self, group: Group) -> bool:
        return group.key in self._panel.bench.crowds

    def _ballot(self, found: GroupResult, judge: Judge, *, counts: bool = True) -> Text:
        ballot, code = self._entry.ballots[judge.code], judge.code
        each = [
            SCORE(
                criterion=c.name,
                points=plain_decimal(ballot.scores[c.key]),
                dropped=counts and _dropped_in(found, code, c.key),
            )
            for c in self._plan.criteria
        ]
        return BALLOT(
            judge=code,
            name=ballot.person or judge.name,
            scores=listed(each),
            each=each,
            total=TOTAL(total=exactly(found.totals[code])),
            fate=joined([*_origin(ballot), *(self._fate(found, code) if counts else [])], "", ""),
            dropped=counts and _dropped(found, code),
        )

    def _fate(self, found: GroupResult, judge: str) -> list[Text]:
        """What was dropped of a ballot."""
        fates: list[Text] = []
        for drops, side in ((found.dropped_high, HIGH), (found.dropped_low, LOW)):
            if isinstance(drops, tuple):
                fates += [DROPPED(side=side)] if judge in drops else []
            else:
                names = [c.name for c in self._plan.criteria if judge in drops[c.key]]
                fates += [DROPPED_IN(criteria=_quoted(names), side=side)] if names else []
        return fates

    def _why_out(self, judge: str) -> tuple[Text, Text]:
        """Why a judge has no part in this entry, with the reason that was given."""
        if judge in self._panel.absent:
            return ABSENT, note(self._round, MarkKind.JUDGE_ABSENT, judge)
        if judge in self._entry.recused:
            return RECUSED, note(self._round, MarkKind.RECUSE, judge, self._entry.code)
        if judge in self._panel.left:
            return LEFT, note(self._round, MarkKind.JUDGE_LEFT, judge)
        return NOT_SENT, plain("")

    def _averages(self, group: Group, found: GroupScore) -> Iterator[Text]:
        """Which numbers were averaged, and what they came to."""
        if self._is_crowd(group):
            yield from crowd_drops(self._panel, self._plan.criteria, found)
            average = {c.key: crowd_average(group, found, c.key, found.averages[c.key]) for c in self._plan.criteria}
            if self._plan.trim_at == "total":
                average = {"": crowd_average(group, found, "", found.result.score)}
            yield from self._averaged(found, average)
            return
        columns, result = self._columns(found.result), found.result
        cuts = {key: (_of(result.dropped_high, key), _of(result.dropped_low, key)) for key in columns}
        if any(_tied_at_the_cut(values, cuts[key]) for key, values in columns.items()):
            yield EQUALS
        yield from self._averaged(
            found, {key: self._average(group, values, cuts[key]) for key, values in columns.items()}
        )

    def _averaged(self, found: GroupScore, average: dict[str, Text]) -> Iterator[Text]:
        """The averages, written as `average` has them by criterion, and the score they come to."""
        if self._plan.trim_at == "criterion":
            for each in self._plan.criteria:
                mean = amount(self._plan, found.averages[each.key])
                yield CRITERION(name=each.name, average=average[each.key], exact=mean)
            points = [(c, POINTS(name=c.name, value=exactly(found.averages[c.key]))) for c in self._plan.criteria]
            average[""] = _sum([_points(criterion, said) for criterion, said in points])
        yield GROUP_SCORE(average=average[""], exact=amount(self._plan, found.result.score))

    def _columns(self, found: GroupResult) -> Mapping[str, Mapping[str, Fraction]]:
        """The numbers that were trimmed, by judge: the totals, or the points of each criterion."""
        if self._plan.trim_at == "total":
            return {"": found.totals}
        ballots, keys = self._entry.ballots, [criterion.key for criterion in self._plan.criteria]
        return {key: {judge: Fraction(ballots[judge].scores[key]) for judge in found.totals} for key in keys}

    def _average(self, group: Group, values: Mapping[str, Fraction], cut: Cut) -> Text:
        left = [exactly(value) for judge, value in values.items() if judge not in cut[0] + cut[1]]
        return AVERAGES[group.average](values=listed(left))

    def _live(self) -> Iterator[Text]:
        live = self._values.get(LIVE)
        if live is not None:
            groups = [g for g in self._plan.groups if g.key not in self._panel.void and g.weight]
            total = sum((Fraction(group.weight) for group in groups), Fraction(0))
            scores = {group.key: self._scores[group.key].result.score for group in groups}
            terms = [_term(plain(g.name), scores[g.key], Fraction(g.weight), total) for g in groups]
            yield LIVE_SCORE(terms=_sum(terms), exact=amount(self._plan, live))

    def _brought_in(self) -> Iterator[Text]:
        """Every value from outside, why it came in and by which record."""
        for part in self._plan.components:
            if part.key != LIVE and part.key in self._values:
                marks = [m for m in self._round.marks if m.kind is MarkKind.COMPONENT and m.subject == part.key]
                latest = [noted(mark) for mark in marks if self._entry.code in mark.values][-1:]
                yield self._value(part, next(iter(latest), plain("")))

    def _value(self, part: Component, note: Text) -> Text:
        """A value as it was brought in, or how a rule turned it into points."""
        if not part.rated:
            return BROUGHT_IN(name=component_name(part), value=exactly(self._values[part.key]), note=note)
        compared = compared_values(self._contest, self._round, part, self._entry)
        return rated_line(self._plan, part, component_name(part), self._entry.values[part.key], compared, note)

    def _composite(self) -> Iterator[Text]:
        parts, values = self._plan.components, self._values
        if parts and len(values) == len(parts):
            hundred = Fraction(100)
            terms = [_term(component_name(p), values[p.key], Fraction(p.weight), hundred) for p in parts]
            yield COMPOSITE(terms=_sum(terms), exact=amount(self._plan, composite(self._plan, values)))


def _origin(ballot: Ballot) -> list[Text]:
    """That the staff entered a ballot from paper; nothing of one that came from its judge's panel."""
    return [FROM_PAPER] if ballot.source == "paper" else []


def _dropped(found: GroupResult, judge: str) -> bool:
    """Whether the whole ballot was dropped."""
    return any(isinstance(drops, tuple) and judge in drops for drops in (found.dropped_high, found.dropped_low))


def _dropped_in(found: GroupResult, judge: str, criterion: str) -> bool:
    sides = (found.dropped_high, found.dropped_low)
    return any(not isinstance(drops, tuple) and judge in drops[criterion] for drops in sides)


def _of(drops: Drops, key: str) -> tuple[str, ...]:
    return drops if isinstance(drops, tuple) else drops[key]


def _tied_at_the_cut(values: Mapping[str, Fraction], cut: Cut) -> bool:
    """Whether a number that was dropped equals one that was not dropped with it."""
    return any({values[j] for j in dropped} & {v for j, v in values.items() if j not in dropped} for dropped in cut)


def _quoted(names: list[str]) -> Text:
    return Text("".join(f"“{name}”" for name in names), ", ".join(names))


def _points(criterion: Criterion, said: Text) -> Text:
    """Points of a criterion scaled to its weight (÷ max × weight); left out where weight and max are equal."""
    if criterion.weight == criterion.max:
        return said
    return SCALED(points=said, max=plain_decimal(criterion.max), weight=plain_decimal(criterion.weight))


def _term(name: Text, value: Fraction, weight: Fraction, total: Fraction) -> Text:
    percent = exactly(weight * 100 / total)
    share = exact_text(weight / total) if "/" in percent else f"{percent}%"
    return PART(name=name, value=exactly(value), share=share)


def _sum(terms: Sequence[Text]) -> Text:
    return joined(terms, "＋", " + ")


def _outcome(contest: Contest, round_: Round, entry: Entry, board: Board, row: Row) -> Iterator[Text]:
    plan, result = contest.plan, row.result
    match result.status:
        case Status.NO_SHOW:
            yield NO_SHOW(note=note(round_, MarkKind.NO_SHOW, contestant=entry.code))
            yield from [COMES_BACK] if row.returns else []
        case Status.WITHDRAWN:
            yield WITHDRAWN(note=note(round_, MarkKind.WITHDRAW, contestant=entry.code))
        case Status.INCOMPLETE:
            yield INCOMPLETE(reasons=listed(conduct.lacks(contest, round_, entry)))
        case _:
            exact = amount(plan, result.exact or Fraction(0))
            places = (WHOLE, DECIMAL, *(DECIMALS(n=n) for n in (2, 3, 4)))[plan.decimals]
            yield FINAL(exact=exact, places=places, published=result.published)
            yield from rank_lines(contest, round_, board, row)
