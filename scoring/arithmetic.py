"""From ballots to the final score of one entry (rules.md, Arithmetic). Exact: integers and fractions only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from scoring.bench import NOBODY, Bench
from scoring.contest import Attendance, Ballot, Contest, Entry, Round
from scoring.crowd_ballots import columns_of
from scoring.indicators import Points, brought_in, indicator_points
from scoring.plan import LIVE, Group, Judge, Plan
from scoring.points import published
from scoring.results import Drops, EntryResult, GroupResult, Status

if TYPE_CHECKING:
    from scoring.crowd import Columns


@dataclass(frozen=True)
class Scale:
    """Integers that stand for points: a score times `unit`; times its `factor`, over `divisor`, a part of T_j."""

    unit: int
    factors: Mapping[str, int]
    divisor: int

    @classmethod
    def of(cls, plan: Plan) -> Scale:
        """The coarsest scale on which every valid score and every ballot total of a plan is whole."""
        places = max((_places(value) for value in (plan.step, *(c.min for c in plan.criteria))), default=0)
        shares = {c.key: Fraction(c.weight) / Fraction(c.max) for c in plan.criteria}
        common = lcm(*(share.denominator for share in shares.values()))
        factors = {key: int(share * common) for key, share in shares.items()}
        return cls(10**places, factors, common * 10**places)


@dataclass(frozen=True)
class Panel:
    """What all entries of a round share: the plan, its scale, the seats in file order and who is out."""

    plan: Plan
    scale: Scale
    seats: Mapping[str, tuple[Judge, ...]]
    absent: frozenset[str]
    left: frozenset[str]
    void: frozenset[str]
    points: Points
    """What the indicators' raw values come to, by component and entry."""
    bench: Bench = NOBODY

    @classmethod
    def of(cls, contest: Contest, round_: Round) -> Panel:
        """The panel of one round."""
        bench, scale = contest.bench, Scale.of(contest.plan)
        seats = {group.key: bench.groups.get(group.key, ()) for group in contest.plan.groups}
        points = indicator_points(contest, round_)
        return cls(contest.plan, scale, seats, round_.absent, round_.left, round_.void, points, bench)

    def expects(self, entry: Entry, judge: str) -> bool:
        """Whether a judge is expected to score an entry (Arithmetic 2; Corrections, `judge-left`)."""
        return expects(self, entry, judge)

    def expected(self, entry: Entry, group: str) -> list[str]:
        """The expected judges of a group, in judges-file order."""
        if not (self.absent or self.left or entry.recused):
            return [judge.code for judge in self.seats[group]]
        return [judge.code for judge in self.seats[group] if self.expects(entry, judge.code)]

    def missing(self, entry: Entry) -> list[str]:
        """Expected judges in the hall, of groups that are not void, whose ballot is not stored."""
        groups = (group.key for group in self.plan.groups if group.key not in self.void | self.bench.crowds)
        return [code for key in groups for code in self.expected(entry, key) if code not in entry.ballots]

    def waits(self, entry: Entry) -> bool:
        """Whether any expected ballot of groups that are not void is missing, those of crowds included."""
        return any(self.lacking(entry, group.key) for group in self.plan.groups if group.key not in self.void)

    def lacking(self, entry: Entry, group: str) -> int:
        """How many expected judges of a group have no ballot stored; of a crowd it is known without asking each."""
        columns = self.columns(entry, group)
        if columns is None:
            return sum(code not in entry.ballots for code in self.expected(entry, group))
        out = self.absent | entry.recused | {judge for judge in self.left if judge not in entry.ballots}
        return len(self.seats[group]) - len(self._places(out, group)) - len(columns.places)

    def columns(self, entry: Entry, group: str) -> Columns | None:
        """The counted ballots of a crowd as columns; None where they are not, or not all of them, kept so."""
        found = columns_of(entry.ballots, self.bench, group) if group in self.bench.crowds else None
        return found.without(self._places(self.absent | entry.recused, group)) if found else None

    def _places(self, judges: Iterable[str], group: str) -> list[int]:
        found = (self.bench.places.get(judge) for judge in judges)
        return [place for place in found if place is not None and self.bench[place].group == group]


def expects(who: Panel | Round, entry: Entry, judge: str) -> bool:
    """Whether a judge is expected to score an entry (Arithmetic 2; Corrections, `judge-left`)."""
    gone = judge in who.left and judge not in entry.ballots
    return not (judge in who.absent or judge in entry.recused or gone)


@dataclass(frozen=True)
class GroupScore:
    """A group's result with what tie-breaks and explanations need besides.

    `averages` are points per criterion of the scores that are left; `untrimmed` the group's score without trimming.
    """

    result: GroupResult
    averages: Mapping[str, Fraction]
    untrimmed: Fraction


def entry_result(panel: Panel, entry: Entry) -> EntryResult:
    """Status, exact and published score of one entry, and all values they follow from (Arithmetic 1–7)."""
    groups = group_scores(panel, entry)
    live = live_score(panel, {key: group.result.score for key, group in groups.items()})
    components = _components(panel, entry, live)
    adjustments = sum((Fraction(a.points) for a in entry.adjustments), Fraction(0))
    status = _status(panel, entry, groups, components)
    final = composite(panel.plan, components) + adjustments if status is Status.COMPLETE else None
    return EntryResult(
        code=entry.code,
        status=status,
        exact=final,
        published=None if final is None else published(final, panel.plan.decimals),
        components=components,
        groups={key: group.result for key, group in groups.items()},
        adjustments=adjustments,
        tie_values={key: _tie_value(panel, key, final, components, groups) for key in panel.plan.tie_breaks},
    )


def group_scores(panel: Panel, entry: Entry) -> dict[str, GroupScore]:
    """The score of every group with a counted ballot."""
    found = {group.key: _score_of(panel, entry, group) for group in panel.plan.groups}
    return {key: score for key, score in found.items() if score}


def _score_of(panel: Panel, entry: Entry, group: Group) -> GroupScore | None:
    columns = panel.columns(entry, group.key)
    if columns is not None:
        return crowd_score(panel, group, columns) if columns.places else None
    ballots = _counted(panel, entry, group.key)
    score = group_score(panel.plan, panel.scale, group, ballots) if ballots else None
    return _of_crowd(score) if score and group.key in panel.bench.crowds else score


def crowd_score(panel: Panel, group: Group, columns: Columns) -> GroupScore:
    """Trim and average the ballots of a crowd as `group_score` does, a column at a time where 64 bits are enough."""
    from scoring.vector import vector_score

    columns = columns.in_units(panel.scale.unit)
    score = vector_score(panel, group, columns)
    if score is None:
        scores = {key: list(columns.scores[key]) for key in panel.scale.factors}
        score = _sheet_score(panel.plan, panel.scale, group, _sheet(panel.scale, _codes(panel, columns), scores))
    return _of_crowd(score)


def _codes(panel: Panel, columns: Columns) -> list[str]:
    return [panel.bench[place].code for place in columns.places]


def _of_crowd(score: GroupScore) -> GroupScore:
    """Nobody is shown what each of a crowd gave."""
    return replace(score, result=replace(score.result, totals={}))


def _counted(panel: Panel, entry: Entry, group: str) -> list[Ballot]:
    return [entry.ballots[judge] for judge in panel.expected(entry, group) if judge in entry.ballots]


def group_score(plan: Plan, scale: Scale, group: Group, ballots: Sequence[Ballot]) -> GroupScore:
    """Trim and average the counted ballots of one group, given in judges-file order (Arithmetic 3 and 4)."""
    scores = {key: [whole(ballot.scores[key], scale.unit) for ballot in ballots] for key in scale.factors}
    return _sheet_score(plan, scale, group, _sheet(scale, [ballot.judge for ballot in ballots], scores))


def _sheet(scale: Scale, judges: list[str], scores: Mapping[str, list[int]]) -> _Sheet:
    totals = [sum(scores[key][i] * factor for key, factor in scale.factors.items()) for i in range(len(judges))]
    return _Sheet(judges, scores, totals)


def _sheet_score(plan: Plan, scale: Scale, group: Group, sheet: _Sheet) -> GroupScore:
    return _by_total(scale, group, sheet) if plan.trim_at == "total" else _by_criterion(scale, group, sheet)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The ballots of one group as columns of integers, in judges-file order."""

    judges: list[str]
    scores: Mapping[str, list[int]]
    totals: list[int]

    def named(self, indices: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.judges[index] for index in indices)

    def result(self, scale: Scale, score: Fraction, high: Drops, low: Drops) -> GroupResult:
        shown = {j: Fraction(total, scale.divisor) for j, total in zip(self.judges, self.totals, strict=True)}
        return GroupResult(score, len(self.judges), high, low, shown)


def _by_total(scale: Scale, group: Group, sheet: _Sheet) -> GroupScore:
    average = _average(group)
    cut = _trim(sheet.totals, group)
    score = average([sheet.totals[i] for i in cut.kept]) / scale.divisor
    kept = {key: [values[i] for i in cut.kept] for key, values in sheet.scores.items()}
    result = sheet.result(scale, score, sheet.named(cut.high), sheet.named(cut.low))
    return GroupScore(result, _averages(scale, group, kept), average(sheet.totals) / scale.divisor)


def _by_criterion(scale: Scale, group: Group, sheet: _Sheet) -> GroupScore:
    cuts = {key: _trim(values, group) for key, values in sheet.scores.items()}
    averages = _averages(scale, group, {key: [sheet.scores[key][i] for i in cut.kept] for key, cut in cuts.items()})
    high = {key: sheet.named(cut.high) for key, cut in cuts.items()}
    low = {key: sheet.named(cut.low) for key, cut in cuts.items()}
    result = sheet.result(scale, weighted(scale, averages), high, low)
    return GroupScore(result, averages, weighted(scale, _averages(scale, group, sheet.scores)))


def _averages(scale: Scale, group: Group, scores: Mapping[str, Sequence[int]]) -> dict[str, Fraction]:
    average = _average(group)
    return {key: average(values) / scale.unit for key, values in scores.items()}


def weighted(scale: Scale, averages: Mapping[str, Fraction]) -> Fraction:
    """What averages of the criteria, in points, come to (Arithmetic 4)."""
    parts = (scale.factors[key] * average for key, average in averages.items())
    return sum(parts, Fraction(0)) * scale.unit / scale.divisor


def live_score(panel: Panel, scores: Mapping[str, Fraction]) -> Fraction | None:
    """L over the groups that are not void; None while a group with a weight has no score (Arithmetic 5)."""
    counting = [g for g in panel.plan.groups if g.key not in panel.void and g.weight]
    if not counting or any(group.key not in scores for group in counting):
        return None
    total = sum(Fraction(group.weight) for group in counting)
    return sum((Fraction(group.weight) * scores[group.key] for group in counting), Fraction(0)) / total


@dataclass(frozen=True, slots=True)
class _Cut:
    """Indices that stay and that were dropped, each in the order given."""

    kept: list[int]
    high: list[int]
    low: list[int]


def _trim(values: Sequence[int], group: Group) -> _Cut:
    """Drop the high ones first, then the low ones; among equals the later judge goes first (Arithmetic 3)."""
    if len(values) < group.trim_from:
        return _Cut(list(range(len(values))), [], [])
    falling = sorted(range(len(values)), key=lambda i: (-values[i], -i))
    high, rest = falling[: group.drop_high], falling[group.drop_high :]
    rising = sorted(rest, key=lambda i: (values[i], -i))
    low, kept = rising[: group.drop_low], rising[group.drop_low :]
    return _Cut(sorted(kept), sorted(high), sorted(low))


def _average(group: Group) -> Callable[[Sequence[int]], Fraction]:
    return _median if group.average == "median" else _mean


def _mean(values: Sequence[int]) -> Fraction:
    return Fraction(sum(values), len(values))


def _median(values: Sequence[int]) -> Fraction:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return Fraction(
        ordered[middle] if len(ordered) % 2 else ordered[middle - 1] + ordered[middle], 2 - len(ordered) % 2
    )


def _components(panel: Panel, entry: Entry, live: Fraction | None) -> dict[str, Fraction]:
    """Every V_k that is there (Arithmetic 6)."""
    known = brought_in(entry, panel.points)
    if live is not None:
        known[LIVE] = live
    return {part.key: known[part.key] for part in panel.plan.parts if part.key in known}


def composite(plan: Plan, components: Mapping[str, Fraction]) -> Fraction:
    """C from a value of every component (Arithmetic 6)."""
    return sum((Fraction(part.weight) * components[part.key] for part in plan.parts), Fraction(0)) / 100


def _status(panel: Panel, entry: Entry, groups: Mapping[str, GroupScore], components: Mapping[str, Fraction]) -> Status:
    if entry.attendance is not Attendance.PRESENT:
        return Status(entry.attendance.value)
    valued = all(part.key in components for part in panel.plan.parts)
    if not valued or short_groups(panel, groups):
        return Status.INCOMPLETE
    waits = panel.plan.missing == "wait" and panel.waits(entry)
    return Status.INCOMPLETE if waits else Status.COMPLETE


def short_groups(panel: Panel, groups: Mapping[str, GroupScore]) -> list[Group]:
    """Groups with a weight, not void, that have fewer counted ballots than their quorum."""
    return [
        group
        for group in panel.plan.groups
        if group.key not in panel.void and group.weight and _count(groups, group.key) < group.quorum
    ]


def _count(groups: Mapping[str, GroupScore], key: str) -> int:
    return groups[key].result.counted if key in groups else 0


def _tie_value(
    panel: Panel,
    tie_break: str,
    final: Fraction | None,
    components: Mapping[str, Fraction],
    groups: Mapping[str, GroupScore],
) -> Fraction | None:
    """The exact value a tie-break compares (rules.md, Ranking); a void group has none to give."""
    kind, _, key = tie_break.partition(":")
    standing = {name: group for name, group in groups.items() if name not in panel.void}
    match kind:
        case "exact":
            return final
        case "component":
            return components.get(key)
        case "group":
            return standing[key].result.score if key in standing else None
        case "criterion":
            return live_score(panel, {name: group.averages[key] for name, group in standing.items()})
        case "untrimmed":
            return live_score(panel, {name: group.untrimmed for name, group in standing.items()})
        case _:
            return None


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def whole(points: Decimal, unit: int) -> int:
    """A score as a whole number of parts of which `unit` make a point; of these it has to be a whole number."""
    numerator, denominator = points.as_integer_ratio()
    return numerator * unit // denominator
