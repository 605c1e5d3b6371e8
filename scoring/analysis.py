"""How far judges agree: statistics about a board, apart from any published result. Floats are allowed here alone.

Loads pandas, inside the functions that compute: import this module freely, call it off the GUI thread.

Every figure is computed from the totals of the ballots that count (rules.md, Arithmetic 1 and 2), before trimming.

References: Kendall, M. G. and Babington Smith, B. (1939), The problem of m rankings, Annals of Mathematical Statistics
10, 275–287; Siegel, S. and Castellan, N. J. (1988), Nonparametric Statistics, 2nd ed., 9.6; Shrout, P. E. and Fleiss,
J. L. (1979), Intraclass correlations, Psychological Bulletin 86, 420–428; McGraw, K. O. and Wong, S. P. (1996),
Forming inferences about some intraclass correlation coefficients, Psychological Methods 1, 30–46; Cronbach, L. J.
(1951), Coefficient alpha and the internal structure of tests, Psychometrika 16, 297–334; Spearman, C. (1904), The
proof and measurement of association between two things, American Journal of Psychology 15, 72–101.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from scoring.compared import Compared, Complete, Seat, compared, complete
from scoring.contest import Contest, Round
from scoring.plan import Group, Judge
from scoring.results import Standings
from scoring.text import Text

if TYPE_CHECKING:
    from pandas import DataFrame

Report: TypeAlias = Callable[[int, int], object]
Matrix: TypeAlias = Sequence[Sequence[Fraction]]
"""Entries down, judges across."""

FEWEST_ENTRIES, FEWEST_JUDGES = 3, 2
TINY = 1e-12
"""A part of the whole variation so small that it is nothing but the rounding of floats."""

ENTRIES = Text("只有 {n} 个单位可比，至少要 {least} 个", "{n} contestants can be compared, and it takes {least}")
JUDGES = Text("只有 {n} 位评委可比，至少要 {least} 位", "{n} judges can be compared, and it takes {least}")
ONE_BALLOT = Text("只有 1 份评分表", "there is one ballot only")
ALONE = Text("同组没有其他评委评过同样的单位", "no other judge of the group scored the same contestants")
ALL_EQUAL = Text("所有合计都相同", "all totals are equal")
ALL_TIED = Text("每位评委给各单位的合计都相同", "every judge gave everyone the same total")
SUMS_EQUAL = Text("各单位得到的总分都相同", "all contestants have the same sum of totals")
NO_DIFFERENCE = Text("各单位之间的差别小到无从比较", "the contestants differ too little to tell them apart")
JUDGE_EQUAL = Text("该评委给各单位的合计都相同", "this judge gave everyone the same total")
OTHERS_EQUAL = Text("其他评委的平均数都相同", "the means of the other judges are all equal")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or why there is none."""

    value: float | None
    why: Text | None = None

    def shown(self, decimals: int, *, sign: bool = False) -> str:
        """The number with so many decimals and a true minus; a dash where there is none."""
        if self.value is None:
            return "—"
        rounded = round(self.value, decimals) + 0.0
        return f"{rounded:{'+' if sign and rounded else ''}.{decimals}f}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class JudgeFigures:
    """One judge on one board, in points but for `correlation` and the counts.

    `ballots` counted, of which `shared` are of entries that another judge of the group scored as well. `deviation` is
    the mean of (own total − mean of the others of the group), `distance` the mean of its absolute value.
    """

    judge: Judge
    group: Group
    ballots: int
    shared: int
    mean: Figure
    spread: Figure
    deviation: Figure
    distance: Figure
    correlation: Figure
    high: int
    low: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far some judges agree: those of one group, or of all (`group` None), from the complete cases."""

    group: Group | None
    cases: Complete
    concordance: Figure
    reliability: Figure
    consistency: Figure


@dataclass(frozen=True, slots=True)
class BoardAnalysis:
    """All figures of one board."""

    compared: Compared
    judges: tuple[JudgeFigures, ...]
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All boards of a round that have a ballot."""

    round: int
    revision: int
    boards: tuple[BoardAnalysis, ...]


def silent(done: int, of: int) -> None:
    """A report to nobody."""


def analyse(contest: Contest, round_: Round, standings: Standings, report: Report = silent) -> Analysis:
    """All figures of a round. What `report` raises ends the work."""
    boards = []
    for done, board in enumerate(standings.boards):
        report(done, len(standings.boards))
        found = compared(contest, round_, board)
        if found.seats or found.void or found.crowds:
            boards.append(BoardAnalysis(found, tuple(judge_figures(seat) for seat in found.seats), _agreements(found)))
    report(len(standings.boards), len(standings.boards))
    return Analysis(standings.round, standings.revision, tuple(boards))


def _agreements(found: Compared) -> tuple[Agreement, ...]:
    """Of all judges, and of every group where there are several."""
    groups = found.groups
    chosen = [*([None] if len(groups) != 1 else []), *groups] if groups else []
    return tuple(agreement(group, found.seats if group is None else found.of(group)) for group in chosen)


def agreement(group: Group | None, seats: Sequence[Seat]) -> Agreement:
    """Kendall's W, ICC(2,k) and Cronbach's α of the complete cases of some judges."""
    cases = complete(seats)
    figures = (measure(cases.rows, len(cases.judges)) for measure in (kendalls_w, icc_2k, cronbachs_alpha))
    return Agreement(group, cases, *figures)


def judge_figures(seat: Seat) -> JudgeFigures:
    """Mean, standard deviation (n − 1), deviation from the others, rank correlation with them, and drops of a judge.

    "The others" are the other judges of the same group whose ballot for the same entry counts; groups are looked at
    apart because they may rightly see things differently. Entries that nobody else of the group scored are left out of
    what compares.
    """
    import pandas

    totals = pandas.Series([float(total) for total in seat.totals.values()])
    exact = [seat.totals[code] - other for code, other in seat.others.items()]
    differences = pandas.Series([float(each) for each in exact], dtype=float)
    alone = None if exact else ALONE
    return JudgeFigures(
        judge=seat.judge,
        group=seat.group,
        ballots=len(totals),
        shared=len(exact),
        mean=Figure(float(totals.mean())),
        spread=Figure(None, ONE_BALLOT) if len(totals) < 2 else Figure(float(totals.std(ddof=1))),
        deviation=Figure(None, alone) if alone else Figure(float(differences.mean())),
        distance=Figure(None, alone) if alone else Figure(float(differences.abs().mean())),
        correlation=spearman([seat.totals[code] for code in seat.others], list(seat.others.values())),
        high=seat.high,
        low=seat.low,
    )


def spearman(own: Sequence[Fraction], others: Sequence[Fraction]) -> Figure:
    """Spearman's ρ: the product-moment correlation of the ranks, equal values sharing the mean of their ranks
    (Spearman 1904; with ties as in Siegel and Castellan 1988, 9.1). −1 to 1.
    """
    if not own:
        return Figure(None, ALONE)
    if len(own) < FEWEST_ENTRIES:
        return Figure(None, ENTRIES(n=len(own), least=FEWEST_ENTRIES))
    if len(set(own)) == 1 or len(set(others)) == 1:
        return Figure(None, JUDGE_EQUAL if len(set(own)) == 1 else OTHERS_EQUAL)
    ranks = _frame(list(zip(own, others, strict=True))).rank(method="average")
    return Figure(float(ranks[0].corr(ranks[1])))


def kendalls_w(rows: Matrix, judges: int) -> Figure:
    """Kendall's coefficient of concordance with the correction for ties. 0 to 1.

    W = 12 Σ(R_i − R̄)² / (k²(n³ − n) − k ΣT_j), where k judges rank n entries, R_i is the sum of the ranks of entry i,
    equal totals share the mean of their ranks, and T_j = Σ(t³ − t) over the ties of judge j, t totals being equal
    (Kendall and Babington Smith 1939; Siegel and Castellan 1988, 9.6).
    """
    if why := _too_few(rows, judges):
        return Figure(None, why)
    if all(len(set(column)) == 1 for column in zip(*rows, strict=True)):
        return Figure(None, ALL_TIED)
    ranks = _frame(rows).rank(method="average")
    sums, (n, k) = ranks.sum(axis=1), ranks.shape
    ties = sum(int((count**3 - count).sum()) for count in (ranks[column].value_counts() for column in ranks))
    squares = float(((sums - sums.mean()) ** 2).sum())
    return Figure(12 * squares / (k**2 * (n**3 - n) - k * ties))


def icc_2k(rows: Matrix, judges: int) -> Figure:
    """The intraclass correlation ICC(2,k): how reliable the mean of these judges is if others like them could have
    sat there. At most 1; at or below 0 where judges disagree more than entries differ.

    ICC(2,k) = (MSR − MSE) / (MSR + (MSC − MSE) / n) with the mean squares of n entries (rows), k judges (columns) and
    what is left (Shrout and Fleiss 1979, case 2; ICC(A,k) of McGraw and Wong 1996).
    """
    if why := _too_few(rows, judges):
        return Figure(None, why)
    if len({total for row in rows for total in row}) == 1:
        return Figure(None, ALL_EQUAL)
    frame = _frame(rows)
    (n, k), grand = frame.shape, float(frame.to_numpy().mean())
    by_entry, by_judge = frame.mean(axis=1), frame.mean(axis=0)
    rest = frame.sub(by_entry, axis=0).sub(by_judge, axis=1) + grand
    msr = k * float(((by_entry - grand) ** 2).sum()) / (n - 1)
    msc = n * float(((by_judge - grand) ** 2).sum()) / (k - 1)
    mse = float((rest**2).to_numpy().sum()) / ((n - 1) * (k - 1))
    divisor = msr + (msc - mse) / n
    if divisor <= TINY * (msr + msc + mse):
        return Figure(None, NO_DIFFERENCE)
    return Figure((msr - mse) / divisor)


def cronbachs_alpha(rows: Matrix, judges: int) -> Figure:
    """Cronbach's α with judges as items: how consistent they are, however strict or generous each is. At most 1.

    α = k / (k − 1) · (1 − Σ s_j² / s²), where s_j² is the variance of the totals of judge j and s² that of the sums of
    an entry's totals over the k judges (Cronbach 1951).
    """
    if why := _too_few(rows, judges):
        return Figure(None, why)
    if len({sum(row) for row in rows}) == 1:
        return Figure(None, SUMS_EQUAL)
    frame = _frame(rows)
    k = frame.shape[1]
    return Figure(k / (k - 1) * (1 - float(frame.var(ddof=1).sum()) / float(frame.sum(axis=1).var(ddof=1))))


def _too_few(rows: Matrix, judges: int) -> Text | None:
    if judges < FEWEST_JUDGES:
        return JUDGES(n=judges, least=FEWEST_JUDGES)
    return ENTRIES(n=len(rows), least=FEWEST_ENTRIES) if len(rows) < FEWEST_ENTRIES else None


def _frame(rows: Matrix) -> DataFrame:
    import pandas

    return pandas.DataFrame([[float(total) for total in row] for row in rows])
