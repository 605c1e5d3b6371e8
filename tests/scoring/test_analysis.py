"""How far judges agree: held against published tables and other formulas in exact fractions; what cannot be told."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import sqrt
from statistics import mean as plain_mean
from statistics import stdev
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring import analysis, compared
from scoring.analysis import Figure, analyse, cronbachs_alpha, icc_2k, kendalls_w, spearman
from scoring.bench import CROWD
from scoring.mark import Mark, MarkKind
from scoring.plan import Judge
from scoring.results import GroupResult
from scoring.text import Text
from tests.exports.build import a_plan, fifty_five, judged

Rows = Sequence[Sequence[Fraction]]

SHROUT_FLEISS = ["9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7"]
"""Shrout and Fleiss (1979), table 2: six targets, four judges. Table 4: ICC(2,k) = .62, ICC(3,k) = .91."""
KENDALL = [
    "1 4.5 2 4.5 3 7.5 6 9 7.5 10",
    "2.5 1 2.5 4.5 4.5 8 9 6.5 10 6.5",
    "2 1 4.5 4.5 4.5 4.5 8 8 8 10",
]
"""Kendall, Rank Correlation Methods, chapter 6: three rankings of ten with ties. S = 591, W = 0.828."""
IQ = "86 97 99 100 101 103 106 110 112 113"
TELEVISION = "2 20 28 27 50 29 7 17 6 12"
"""The usual example of Spearman's coefficient: ρ = −29/165."""
MATRICES = st.integers(2, 5).flatmap(
    lambda judges: st.lists(
        st.lists(st.integers(0, 12).map(lambda half: Fraction(half, 2)), min_size=judges, max_size=judges),
        min_size=3,
        max_size=9,
    )
)


def numbers(line: str) -> list[Fraction]:
    return [Fraction(each) for each in line.split()]


def table(lines: Sequence[str]) -> list[list[Fraction]]:
    return [numbers(line) for line in lines]


def value(figure: Figure) -> float:
    assert figure.value is not None
    return figure.value


# The same figures by other roads: sums of squares, covariances and ranks in exact fractions.


def ranked(values: Sequence[Fraction]) -> list[Fraction]:
    return [
        Fraction(sum(other < each for other in values)) + Fraction(sum(other == each for other in values) + 1, 2)
        for each in values
    ]


def covariance(first: Sequence[Fraction], second: Sequence[Fraction]) -> Fraction:
    n = len(first)
    products = sum((a * b for a, b in zip(first, second, strict=True)), Fraction(0))
    return (products - sum(first, Fraction(0)) * sum(second, Fraction(0)) / n) / (n - 1)


def correlation(first: Sequence[Fraction], second: Sequence[Fraction]) -> float:
    return float(covariance(first, second)) / sqrt(covariance(first, first) * covariance(second, second))


def other_icc(rows: Rows) -> Fraction:
    n, k = len(rows), len(rows[0])
    correction = sum((sum(row, Fraction(0)) for row in rows), Fraction(0)) ** 2 / (n * k)
    whole = sum((each**2 for row in rows for each in row), Fraction(0)) - correction
    entries = sum((sum(row, Fraction(0)) ** 2 for row in rows), Fraction(0)) / k - correction
    judges = sum((sum(column, Fraction(0)) ** 2 for column in zip(*rows, strict=True)), Fraction(0)) / n - correction
    msr, msc = entries / (n - 1), judges / (k - 1)
    mse = (whole - entries - judges) / ((n - 1) * (k - 1))
    divisor: Fraction = n * msr + msc - mse
    return n * (msr - mse) / divisor


def other_alpha(rows: Rows) -> Fraction:
    columns = list(zip(*rows, strict=True))
    k = len(columns)
    variance = sum((covariance(each, each) for each in columns), Fraction(0)) / k
    shared = sum((covariance(a, b) for a, b in combinations(columns, 2)), Fraction(0)) / Fraction(k * (k - 1), 2)
    return k * shared / (variance + (k - 1) * shared)


def other_w(rows: Rows) -> Fraction:
    """From the variances of the ranks: that of their sums over what it is when all judges say the same, by ties."""
    columns = [ranked(column) for column in zip(*rows, strict=True)]
    k, n = len(columns), len(rows)
    sums = [sum(each, Fraction(0)) for each in zip(*columns, strict=True)]
    return (
        covariance(sums, sums)
        * (n - 1)
        / (k * sum((covariance(each, each) * (n - 1) for each in columns), Fraction(0)))
    )


def test_published_tables_give_the_published_figures() -> None:
    rows = table(SHROUT_FLEISS)
    assert round(value(icc_2k(rows, 4)), 2) == 0.62
    assert round(value(cronbachs_alpha(rows, 4)), 2) == 0.91
    assert value(icc_2k(rows, 4)) == pytest.approx(float(other_icc(rows)))
    assert value(cronbachs_alpha(rows, 4)) == pytest.approx(float(other_alpha(rows)))
    tied = list(zip(*table(KENDALL), strict=True))
    assert value(kendalls_w(tied, 3)) == pytest.approx(591 / 714)
    assert round(value(kendalls_w(tied, 3)), 3) == 0.828
    assert value(kendalls_w(tied, 3)) == pytest.approx(float(other_w(tied)))
    assert value(spearman(numbers(IQ), numbers(TELEVISION))) == pytest.approx(-29 / 165)


@settings(max_examples=40, deadline=None)
@given(MATRICES)
def test_any_table_gives_what_other_formulas_give(rows: list[list[Fraction]]) -> None:
    k = len(rows[0])
    concordance, reliability, consistency = kendalls_w(rows, k), icc_2k(rows, k), cronbachs_alpha(rows, k)
    if concordance.value is not None:
        assert concordance.value == pytest.approx(float(other_w(rows)))
        assert -1e-9 <= concordance.value <= 1 + 1e-9
    if consistency.value is not None:
        assert consistency.value == pytest.approx(float(other_alpha(rows)), rel=1e-6, abs=1e-9)
    if reliability.value is not None:
        assert reliability.value == pytest.approx(float(other_icc(rows)), rel=1e-6, abs=1e-9)
        assert reliability.value <= 1 + 1e-9
    first, second, *_ = zip(*rows, strict=True)
    assume(len(set(first)) > 1 and len(set(second)) > 1)
    assert value(spearman(first, second)) == pytest.approx(correlation(ranked(first), ranked(second)))


ENTRIES, JUDGES = analysis.ENTRIES(n=2, least=3), analysis.JUDGES(n=1, least=2)
EQUAL, CROSSED = ["5 5", "5 5", "5 5"], ["1 2", "2 1", "1 2", "2 1"]


@pytest.mark.parametrize(
    ("measure", "lines", "why"),
    [
        (kendalls_w, ["1 2", "2 1"], ENTRIES),
        (icc_2k, ["1 2", "2 1"], ENTRIES),
        (cronbachs_alpha, ["1 2", "2 1"], ENTRIES),
        (kendalls_w, ["1", "2", "3"], JUDGES),
        (kendalls_w, EQUAL, analysis.ALL_TIED),
        (icc_2k, EQUAL, analysis.ALL_EQUAL),
        (icc_2k, CROSSED, analysis.NO_DIFFERENCE),
        (cronbachs_alpha, CROSSED, analysis.SUMS_EQUAL),
    ],
)
def test_what_cannot_be_computed_says_why(
    measure: Callable[[Rows, int], Figure], lines: Sequence[str], why: Text
) -> None:
    figure = measure(table(lines), len(lines[0].split()))
    assert (figure.value, figure.why) == (None, why)
    assert figure.shown(2) == "—"


@pytest.mark.parametrize(
    ("own", "others", "why"),
    [
        ("", "", analysis.ALONE),
        ("1 2", "2 1", ENTRIES),
        ("1 1 1", "1 2 3", analysis.JUDGE_EQUAL),
        ("1 2 3", "2 2 2", analysis.OTHERS_EQUAL),
    ],
)
def test_an_order_that_cannot_be_compared_says_why(own: str, others: str, why: Text) -> None:
    assert spearman(numbers(own), numbers(others)) == Figure(None, why)


def test_numbers_read_as_people_write_them() -> None:
    assert Figure(-0.004).shown(2) == "0.00", "never minus zero"
    assert Figure(-0.356).shown(2) == "−0.36"
    assert Figure(0.5).shown(1, sign=True) == "+0.5"
    assert Figure(0.0).shown(1, sign=True) == "0.0"


POINTS = {
    "A": "36 34 38 30 34 35 33",
    "B": "34 35 33 32 34 - 31",
    "C": "30 31 28 27 29 30 30",
    "D": "38 36 39 33 37 37 35",
}


def analysed(source_points: dict[str, str], marks: Sequence[Mark] = (), **changes: Any) -> analysis.BoardAnalysis:
    source = judged(source_points, marks, **changes)
    (board,) = analyse(source.contest, source.round, source.standings).boards
    return board


def test_a_judge_is_held_against_the_others_of_the_group() -> None:
    board = analysed(POINTS)
    strict = next(each for each in board.judges if each.judge.code == "E2")
    own = [80, 82, 77, 83]
    others = [plain_mean([88, 84, 85, 83]), plain_mean([83, 84, 81]), plain_mean([78, 79, 80, 80])]
    others.append(plain_mean([89, 87, 87, 85]))
    apart = [mine - rest for mine, rest in zip(own, others, strict=True)]
    assert (strict.ballots, strict.shared, strict.group.key) == (4, 4, "experts")
    assert value(strict.mean) == plain_mean(own)
    assert value(strict.spread) == pytest.approx(stdev(own))
    assert value(strict.deviation) == pytest.approx(plain_mean(apart))
    assert value(strict.distance) == pytest.approx(plain_mean([abs(each) for each in apart]))
    assert value(strict.correlation) == pytest.approx(
        correlation(ranked([Fraction(each) for each in own]), ranked([Fraction(each) for each in others]))
    )
    assert (strict.high, strict.low) == (0, 3), "B had four ballots of experts, too few to drop any"


def test_only_complete_cases_are_compared_and_the_rest_is_named() -> None:
    board = analysed(POINTS)
    everyone, leaders, experts = board.agreements
    assert everyone.group is None
    assert (leaders.group and leaders.group.key, experts.group and experts.group.key) == ("leaders", "experts")
    assert everyone.cases.entries == ("D", "A", "C"), "in the order of the board"
    assert everyone.cases.entries_left_out == ("B",)
    assert len(everyone.cases.judges) == 7
    assert leaders.cases.entries == ("D", "A", "C", "B"), "one without a result comes last"
    rows = [[Fraction(each) for each in row.split()] for row in ("86 84", "84 85", "80 81", "88 86")]
    assert value(leaders.reliability) == pytest.approx(float(other_icc(rows)))
    assert value(leaders.concordance) == pytest.approx(float(other_w(rows)))
    assert value(leaders.consistency) == pytest.approx(float(other_alpha(rows)))


def test_a_judge_who_hardly_scored_does_not_take_every_entry_along() -> None:
    board = analysed({**POINTS, "A": "36 34 38 30 34 35 -", "C": "30 31 28 27 29 30 -", "D": "38 36 39 33 37 37 -"})
    experts = board.agreements[-1].cases
    assert [judge.code for judge in experts.judges_left_out] == ["E5"]
    assert set(experts.entries) == {"A", "C", "D"}


def test_void_groups_and_crowds_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    board = analysed(POINTS, [Mark(MarkKind.GROUP_VOID, "experts", reason="外泄", record=9)])
    assert [group.key for group in board.compared.void] == ["experts"]
    assert [each.group and each.group.key for each in board.agreements] == ["leaders"]
    monkeypatch.setattr(compared, "MOST_JUDGES", 4)
    board = analysed(POINTS)
    assert [group.key for group in board.compared.crowds] == ["experts"]
    assert {each.judge.group for each in board.judges} == {"leaders"}
    monkeypatch.setattr(compared, "MOST_JUDGES", 1)
    assert analysed(POINTS).agreements == ()


def test_of_a_crowd_nobody_is_looked_at() -> None:
    source = judged(POINTS)
    crowd = (Judge(f"P{n}", f"群众{n}", "", "experts") for n in range(CROWD))
    contest = replace(source.contest, judges=(*source.contest.judges, *crowd))
    (found,) = analyse(contest, source.round, source.standings).boards
    assert [group.key for group in found.compared.crowds] == ["experts"]
    assert {each.judge.group for each in found.judges} == {"leaders"}


def test_scores_that_are_dropped_one_by_one_are_counted_one_by_one() -> None:
    by_criterion = analysed(POINTS, plan=a_plan(trim_at="criterion"))
    dropped = {each.judge.code: (each.high, each.low) for each in by_criterion.judges}
    assert dropped["E1"] == (2, 0), "two highest on the first criterion"
    assert dropped["E5"] == (4, 0), "among equals the later judge goes first: thrice on the second, once on the first"


def test_one_ballot_and_a_judge_alone_say_so() -> None:
    board = analysed({"A": "36 - - - - - -", "B": "34 - - - - - -", "C": "- - 30 - - - -"})
    leader, expert = board.judges
    assert leader.spread.value is not None
    assert leader.deviation == leader.distance == leader.correlation == Figure(None, analysis.ALONE)
    assert (leader.shared, expert.spread) == (0, Figure(None, analysis.ONE_BALLOT))
    assert [judge.code for judge in board.agreements[0].cases.judges_left_out] == ["E1"]
    assert [each.concordance.why for each in board.agreements] == [analysis.JUDGES(n=1, least=2)] * 3


def test_boards_without_a_ballot_and_who_did_not_take_part_are_passed_over() -> None:
    seen: list[tuple[int, int]] = []
    bare = fifty_five()
    rows = [row for board in bare.standings.boards for row in board.rows if row.result.groups]
    assert rows
    assert all(isinstance(group, GroupResult) for row in rows for group in row.result.groups.values())
    found = analyse(bare.contest, bare.round, bare.standings, lambda done, of: seen.append((done, of)))
    assert found.boards == ()
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    board = analysed(POINTS, [Mark(MarkKind.WITHDRAW, contestant="D", reason="退出", record=9)])
    assert all("D" not in seat.totals for seat in board.compared.seats)
    assert all(isinstance(seat.judge, Judge) for seat in board.compared.seats)


def test_pandas_is_not_loaded_before_something_is_analysed() -> None:
    code = "import sys, scoring.analysis; sys.exit('pandas' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
