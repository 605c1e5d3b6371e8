"""The oracle's arithmetic against numbers worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from .arithmetic import published
from .events import Data, Refused
from .small import ONE, PANEL, TWO, board, column, mark, outside, plan, row, values, votes, whole

TRIM_ONE = {**PANEL, "drop_high": 1, "drop_low": 1}
TWO_GROUPS = [{**PANEL, "weight": "40"}, {"key": "h", "name": "群众", "weight": "60"}]
BOTH = [{"key": "live", "name": "现场", "weight": "60"}, {"key": "work", "name": "平时", "weight": "40"}]


def cell(group: Data, seats: str, scores: str, **contest: object) -> Data:
    made = plan({"missing": "exclude", **contest}, group=[group], criterion=TWO if "/" in scores else ONE)
    return dict(row(made, seats, votes("A", scores))["groups"]["g"])


# 1. Ballots


def test_a_criterion_counts_by_its_weight_over_its_max() -> None:
    # 70 * 6/10 + 30 * 4/5 = 42 + 24 = 66
    halves = [{"key": "a", "max": "10", "weight": "70"}, {"key": "b", "max": "5", "weight": "30"}]
    assert row(plan(criterion=halves), "g", votes("A", "6/4"))["exact"] == "66"


@pytest.mark.parametrize("score", ["100.5", "0.25", "0.5", "1.2", "-1", "1e1", "", "９０"])
def test_a_score_out_of_range_or_off_the_step_is_no_ballot(score: str) -> None:
    # min 1, max 100, step 1.5: 1, 2.5, 4, …; 100 = 1 + 66 * 1.5
    with pytest.raises(Refused):
        row(
            plan({"step": "1.5"}, criterion=[{**ONE[0], "min": "1"}]),
            "g",
            [mark("ballot", "J1", "A", scores={"s": score})],
        )


def test_the_steps_of_a_score_are_counted_from_its_min() -> None:
    made = plan({"step": "1.5"}, criterion=[{**ONE[0], "min": "1"}])
    assert row(made, "g", votes("A", "2.5"))["exact"] == "5/2"


def test_a_ballot_with_a_blank_is_refused() -> None:
    with pytest.raises(Refused):
        row(plan(criterion=TWO), "g", [mark("ballot", "J1", "A", scores={"a": "40"})])


# 2. Expected and counted


def test_absent_judges_do_not_count_even_if_their_ballot_is_stored() -> None:
    # J2 absent: (90 + 60) / 2 = 75 instead of (90 + 30 + 60) / 3 = 60
    found = row(plan(), "g g g", [*votes("A", "90 30 60"), mark("judge-absent", "J2")])
    assert (found["exact"], found["groups"]["g"]["counted"]) == ("75", 2)


def test_a_recused_judge_is_left_out_of_that_entry_alone() -> None:
    # A: 90 (J1 alone); B: (90 + 60) / 2 = 75
    events = [*votes("A", "90 60"), *votes("B", "90 60"), mark("recuse", "J2", "A")]
    assert column(board(plan(), "A B", "g g", events), "exact") == {"A": "90", "B": "75"}


def test_a_returned_ballot_is_not_stored_until_it_is_sent_again() -> None:
    events = [*votes("A", "90 60"), mark("return", "J2", "A")]
    assert row(plan(), "g g", events)["status"] == "incomplete"
    again = [*events, mark("ballot", "J2", "A", scores={"s": "70"})]
    assert row(plan(), "g g", again)["exact"] == "80"


def test_a_judge_who_left_keeps_earlier_ballots_and_is_waited_for_no_more() -> None:
    # A: (90 + 60) / 2 = 75. B: J1 alone, 80. Nobody waits for J2 and B.
    events = [*votes("A", "90 60"), *votes("B", "80 -")]
    assert column(board(plan(), "A B", "g g", events), "status") == {"A": "complete", "B": "incomplete"}
    events.append(mark("judge-left", "J2"))
    assert column(board(plan(), "A B", "g g", events), "exact") == {"B": "80", "A": "75"}


def test_a_ballot_returned_to_a_judge_who_left_is_not_waited_for() -> None:
    events = [*votes("A", "90 60"), mark("judge-left", "J2"), mark("return", "J2", "A")]
    assert row(plan(), "g g", events)["exact"] == "90"


# 3. Trim


def test_among_equals_the_later_judge_is_dropped_first() -> None:
    # 90 80 90 70 70: of the 90s J3, of the 70s J5; (90 + 80 + 70) / 3 = 80
    found = cell(TRIM_ONE, "g g g g g", "90 80 90 70 70")
    assert found == {"score": "80", "counted": 5, "dropped_high": ["J3"], "dropped_low": ["J5"]}


def test_high_ones_are_dropped_before_low_ones() -> None:
    # three equal ballots: J3 goes as the high one, then J2 as the low one of the rest
    found = cell(TRIM_ONE, "g g g", "80 80 80")
    assert (found["dropped_high"], found["dropped_low"], found["score"]) == (["J3"], ["J2"], "80")


def test_dropped_judges_stand_in_the_order_of_their_file() -> None:
    # the two highest of 85 70 95 60 are J3 (95) and J1 (85), in this order; (70 + 60) / 2 = 65
    found = cell({**PANEL, "drop_high": 2}, "g g g g", "85 70 95 60")
    assert (found["dropped_high"], found["score"]) == (["J1", "J3"], "65")


def test_with_fewer_than_trim_from_nothing_is_dropped() -> None:
    # 90 80 40 with 1+1: three are enough by default, 80. With trim_from 4 all stay: 210 / 3 = 70.
    assert cell(TRIM_ONE, "g g g", "90 80 40")["score"] == "80"
    found = cell({**TRIM_ONE, "trim_from": 4}, "g g g", "90 80 40")
    assert found == {"score": "70", "counted": 3, "dropped_high": [], "dropped_low": []}
    assert cell({**TRIM_ONE, "trim_from": 4}, "g g g g", "90 80 70 40")["score"] == "75"


def test_two_ballots_are_not_trimmed_by_one_and_one() -> None:
    assert cell(TRIM_ONE, "g g g", "90 80 -")["score"] == "85"


def test_trimming_by_criterion_drops_scores_of_different_judges() -> None:
    # a: 40 20 30, J1 dropped, mean 25, 40 * 25 / 40 = 25. b: 30 60 45, J2 dropped, mean 37.5. Together 62.5.
    group = {**PANEL, "drop_high": 1}
    found = cell(group, "g g g", "40/30 20/60 30/45", trim_at="criterion")
    assert found == {
        "score": "125/2",
        "counted": 3,
        "dropped_high": {"a": ["J1"], "b": ["J2"]},
        "dropped_low": {"a": [], "b": []},
    }
    # by total: 70 80 75, J2 dropped, 72.5
    assert cell(group, "g g g", "40/30 20/60 30/45")["score"] == "145/2"


def test_trimming_by_criterion_shows_every_criterion_without_any_trimming() -> None:
    found = cell(PANEL, "g", "40/30", trim_at="criterion")
    assert (found["dropped_high"], found["dropped_low"]) == ({"a": [], "b": []}, {"a": [], "b": []})


# 4. Group score


def test_the_median_of_an_even_number_is_the_mean_of_the_middle_two() -> None:
    group = {**PANEL, "average": "median"}
    assert cell(group, "g g g g", "90 60 81 70")["score"] == "151/2"  # 60 70 81 90
    assert cell(group, "g g g", "90 60 81")["score"] == "81"
    assert cell(group, "g g", "90 60")["score"] == "75"


def test_the_median_is_taken_of_what_is_left_after_trimming() -> None:
    # 100 50 40 30 20: without the 100, 20 30 40 50 -> 35; untrimmed it would be 40
    assert cell({**PANEL, "average": "median", "drop_high": 1}, "g g g g g", "100 50 40 30 20")["score"] == "35"


def test_the_median_by_criterion_is_not_the_median_of_totals() -> None:
    # totals 40 80 30 -> 40; by criterion a: 40 20 0 -> 20, b: 0 60 30 -> 30, together 50
    group = {**PANEL, "average": "median"}
    assert cell(group, "g g g", "40/0 20/60 0/30")["score"] == "40"
    assert cell(group, "g g g", "40/0 20/60 0/30", trim_at="criterion")["score"] == "50"


def test_a_third_stays_a_third_until_it_is_published() -> None:
    found = row(plan(), "g g g", votes("A", "80 80 81"))
    assert (found["exact"], found["published"]) == ("241/3", "80.33")


# 5. Live score, void groups, completeness


def test_groups_count_by_their_weight() -> None:
    # 0.4 * 90 + 0.6 * 70 = 36 + 42 = 78
    assert row(plan(group=TWO_GROUPS), "g h", votes("A", "90 70"))["exact"] == "78"


def test_only_a_void_group_shares_its_weight_out() -> None:
    # weights 50 30 20: (30 * 80 + 20 * 70) / 50 = 3800 / 50 = 76
    made = plan(group=[{"key": key, "weight": weight} for key, weight in (("g", "50"), ("h", "30"), ("i", "20"))])
    events = votes("A", "90 80 70")
    assert row(made, "g h i", events)["exact"] == "83"  # 45 + 24 + 14
    found = row(made, "g h i", [*events, mark("group-void", group="g")])
    assert found["exact"] == "76"
    assert found["groups"]["g"]["score"] == "90"  # still shown


def test_a_group_without_ballots_is_not_shared_out_silently() -> None:
    found = row(plan({"missing": "exclude"}, group=TWO_GROUPS), "g h", votes("A", "90 -"))
    assert (found["status"], found["exact"], found["components"]) == ("incomplete", None, {})
    assert list(found["groups"]) == ["g"]


def test_nobody_waits_for_a_void_group() -> None:
    events = [*votes("A", "90 -"), mark("group-void", group="h")]
    assert row(plan(group=TWO_GROUPS), "g h", events)["exact"] == "90"


def test_the_quorum_is_enough_with_exclude_and_everybody_is_needed_with_wait() -> None:
    groups = [{**PANEL, "quorum": 2}]
    exclude, wait = plan({"missing": "exclude"}, group=groups), plan(group=groups)
    assert row(exclude, "g g g", votes("A", "90 - -"))["status"] == "incomplete"
    assert row(exclude, "g g g", votes("A", "90 70 -"))["exact"] == "80"
    assert row(wait, "g g g", votes("A", "90 70 -"))["status"] == "incomplete"
    assert row(wait, "g g g", votes("A", "90 70 50"))["exact"] == "70"


def test_absences_that_break_the_quorum_leave_the_entry_incomplete() -> None:
    events = [*votes("A", "90 70"), mark("judge-absent", "J2")]
    found = row(plan(group=[{**PANEL, "quorum": 2}]), "g g", events)
    assert (found["status"], found["components"]) == ("incomplete", {"live": "90"})


def test_a_group_without_weight_needs_no_quorum_but_is_waited_for() -> None:
    groups = [PANEL, {"key": "h", "weight": "0", "quorum": 2}]
    assert row(plan({"missing": "wait"}, group=groups), "g h", votes("A", "90 -"))["status"] == "incomplete"
    assert row(plan({"missing": "wait"}, group=groups), "g h", votes("A", "90 10"))["exact"] == "90"
    assert row(plan({"missing": "exclude"}, group=groups), "g h", votes("A", "90 -"))["exact"] == "90"


def test_a_group_with_weight_and_without_judges_stands_in_the_way_until_it_is_void() -> None:
    events = votes("A", "90")
    assert row(plan(group=TWO_GROUPS), "g", events)["status"] == "incomplete"
    assert row(plan(group=TWO_GROUPS), "g", [*events, mark("group-void", group="h")])["exact"] == "90"


# 6. Components


def test_components_are_weighted() -> None:
    # 0.6 * 80 + 0.4 * 90 = 84
    found = row(plan(component=BOTH), "g", [*votes("A", "80"), values(A="90")])
    assert (found["exact"], found["components"]) == ("84", {"live": "80", "work": "90"})


def test_a_component_without_a_value_makes_the_entry_incomplete() -> None:
    found = row(plan(component=BOTH), "g", votes("A", "80"))
    assert (found["status"], found["components"]) == ("incomplete", {"live": "80"})
    found = row(plan(component=BOTH), "g", [values(A="90")])
    assert (found["status"], found["components"]) == ("incomplete", {"work": "90"})


def test_a_component_without_weight_needs_a_value_as_well() -> None:
    parts = [{"key": "live", "weight": "100"}, {"key": "work", "weight": "0"}]
    assert row(plan(component=parts), "g", votes("A", "80"))["status"] == "incomplete"
    assert row(plan(component=parts), "g", [*votes("A", "80"), values(A="0")])["exact"] == "80"


def test_a_component_file_replaces_the_values_of_those_it_names() -> None:
    found = board(outside(), "A B", "", [values(A="90", B="80"), values(B="70.5")])
    assert column(found, "exact") == {"A": "90", "B": "141/2"}


def test_without_a_live_component_no_judges_are_needed() -> None:
    found = row(outside(), "", [values(A="66.65")])
    assert (found["published"], found["exact"]) == ("66.65", "1333/20")
    assert (found["components"], found["groups"]) == ({"work": "1333/20"}, {})


# 7. Final and published


def test_adjustments_add_up_and_are_not_clamped() -> None:
    found = row(outside(), "", [values(A="99"), mark("adjust", "A", points="2.5"), mark("adjust", "A", points="-0.25")])
    assert (found["adjustments"], found["exact"], found["published"]) == ("9/4", "405/4", "101.25")
    found = row(outside(), "", [values(A="1"), mark("adjust", "A", points="-3")])
    assert (found["adjustments"], found["exact"], found["published"]) == ("-3", "-2", "-2.00")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("92.345", 2, "92.35"), ("92.355", 2, "92.36"), ("92.3549", 2, "92.35"), ("2.675", 2, "2.68"),
        ("1.005", 2, "1.01"), ("-0.005", 2, "-0.01"), ("-92.345", 2, "-92.35"), ("-0.0049", 2, "0.00"),
        ("0.0049", 2, "0.00"), ("0.005", 2, "0.01"), ("99.995", 2, "100.00"), ("0", 2, "0.00"),
        ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("-0.4", 0, "0"), ("7", 0, "7"), ("1.5", 0, "2"), ("2.5", 0, "3"),
        ("0.05", 1, "0.1"), ("0.0005", 3, "0.001"), ("0.00005", 4, "0.0001"), ("92", 4, "92.0000"),
    ],
)  # fmt: skip
def test_scores_are_rounded_once_and_ties_go_away_from_zero(value: str, decimals: int, text: str) -> None:
    assert published(Fraction(value), decimals) == text


def test_an_adjustment_below_zero_is_published_away_from_zero() -> None:
    # 0 - 0.005 -> -0.01, and 0 - 0.0049 -> 0.00 without a sign
    assert row(outside(), "", [values(A="0"), mark("adjust", "A", points="-0.005")])["published"] == "-0.01"
    assert row(outside(), "", [values(A="0"), mark("adjust", "A", points="-0.0049")])["published"] == "0.00"


# The whole answer


def test_the_whole_answer_of_a_little_round() -> None:
    # A: 90 80 90 70 70, trimmed to 80, with -0.5 for time: 79.5. B stays at home.
    events = [*votes("A", "90 80 90 70 70"), mark("adjust", "A", points="-0.5"), mark("no-show", "B")]
    found = whole(plan(group=[TRIM_ONE], grade=[{"name": "优", "top": "50"}]), "A B", "g g g g g", [events])
    group = {"score": "80", "counted": 5, "dropped_high": ["J3"], "dropped_low": ["J5"]}
    row_a = {
        "rank": 1, "code": "A", "name": "单位A", "category": "k", "status": "complete",
        "published": "79.50", "exact": "159/2", "components": {"live": "80"}, "groups": {"g": group},
        "adjustments": "-1/2", "tie_break": None, "grade": "优", "returns": False, "returned_before": 0,
    }  # fmt: skip
    row_b: Data = {
        "rank": None, "code": "B", "name": "单位B", "category": "k", "status": "no_show",
        "published": None, "exact": None, "components": {}, "groups": {}, "adjustments": "0",
        "tie_break": None, "grade": None, "returns": True, "returned_before": 0,
    }  # fmt: skip
    rows = [row_a, row_b]
    boards = [{"key": "overall", "name": "overall", "status": "final", "needs_draw": [], "rows": rows}]
    assert found == {"contest": "擂台赛", "round": 1, "status": "final", "closed": False, "boards": boards}
