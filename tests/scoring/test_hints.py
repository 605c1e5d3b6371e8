"""Which ballots are pointed out to the organizer as far from the rest of their group."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.hints import FAR_OFF, far_off, parse_points, read_points
from scoring.results import EntryResult, GroupResult, Status


def result(**groups: list[int]) -> EntryResult:
    def group(name: str, totals: list[int]) -> GroupResult:
        named = {f"{name}{n}": Fraction(total) for n, total in enumerate(totals, start=1)}
        return GroupResult(Fraction(0), len(totals), (), (), named)

    return EntryResult("A", Status.COMPLETE, groups={name: group(name, each) for name, each in groups.items()})


def slow_median(values: list[Fraction]) -> Fraction:
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


@pytest.mark.parametrize(
    ("kept", "points"),
    [(None, FAR_OFF), ("", None), ("6", Fraction(6)), ("2.5", Fraction(5, 2)), ("０．５", Fraction(1, 2))],
)
def test_the_threshold_is_what_was_chosen(kept: str | None, points: Fraction | None) -> None:
    assert read_points(kept) == points


@pytest.mark.parametrize("text", ["0", "-1", "101", "4分", "1e1", "nan"])
def test_what_nobody_can_have_chosen_is_passed_over(text: str) -> None:
    assert parse_points(text) is None
    assert read_points(text) == FAR_OFF


def test_one_wild_ballot_does_not_make_the_others_look_wild() -> None:
    assert far_off(result(g=[90, 91, 92, 40]), Fraction(4)) == {"g4": Fraction(-101, 2)}
    assert far_off(result(g=[88, 88, 100]), Fraction(4)) == {"g3": Fraction(12)}
    assert far_off(result(g=[90, 91, 92, 40]), None) == {}


def test_groups_are_looked_at_apart_and_need_three_ballots() -> None:
    assert far_off(result(g=[90, 60], h=[70, 71, 75]), Fraction(4)) == {"h3": Fraction(4)}
    assert far_off(result(g=[90, 60], h=[70, 71, 75]), Fraction(5)) == {}
    assert far_off(result(g=[90, 60] * 101), Fraction(5)) == {}, "in a crowd nobody is asked"


@settings(deadline=None)
@given(st.lists(st.integers(0, 20), min_size=3, max_size=9))
def test_a_ballot_is_held_against_the_median_of_its_group(totals: list[int]) -> None:
    found = far_off(result(g=totals), Fraction(1))
    for place, total in enumerate(totals):
        off = total - slow_median([Fraction(each) for each in totals])
        assert found.get(f"g{place + 1}") == (off if abs(off) >= 1 else None)
