"""The oracle's ranking, returns, draws and rounds against cases worked out by hand.

Where a draw is needed: the digests of `7391:CODE` begin A ea7d, B 9c12, C ebf7, D 885f, so 7391 draws D B A C;
those of `abc:CODE` begin A 5989, B 35b0, C 403f, D 371f, so abc draws B D C A; those of `二〇二三:CODE` go A B C D.
"""

from __future__ import annotations

import pytest

from .events import Data, Refused, draw_order
from .small import (
    PANEL,
    TWO,
    board,
    column,
    flagged,
    lots,
    mark,
    of_outside,
    outside,
    plan,
    ranks,
    row,
    values,
    votes,
    whole,
)

CLOSE: Data = {"kind": "close-round"}
DRAWN = {"tie_breaks": ["draw"]}
LOTS = {"count": 1, "ties": "draw"}


def onward(codes: str = "") -> Data:
    return {"kind": "next-round", "codes": list(codes)}


# Ranks and tie-breaks


def test_competition_and_dense_ranks() -> None:
    given = {"A": "90", "B": "80", "C": "80", "D": "70"}
    assert ranks(of_outside(outside(), **given)) == {"A": 1, "B": 2, "C": 2, "D": 4}
    assert ranks(of_outside(outside({"ranking": "dense"}), **given)) == {"A": 1, "B": 2, "C": 2, "D": 3}


def test_equal_published_scores_share_a_rank_unless_the_exact_ones_count() -> None:
    # 80.004 and 80.001 are both published as 80.00
    given = {"A": "80.001", "B": "80.004"}
    assert ranks(of_outside(outside(), **given)) == {"A": 1, "B": 1}
    exact = of_outside(outside({"rank_on": "exact"}), **given)
    assert (ranks(exact), column(exact, "tie_break")) == ({"B": 1, "A": 2}, {"B": None, "A": None})
    broken = of_outside(outside({"tie_breaks": ["exact"]}), C="70", **given)
    assert ranks(broken) == {"B": 1, "A": 2, "C": 3}
    assert column(broken, "tie_break") == {"B": "exact", "A": "exact", "C": None}


def test_a_row_names_the_last_tie_break_that_told_it_from_an_equal() -> None:
    # All 80.00. `exact` puts A first and leaves B and C; group h (90, 70) then puts B before C.
    # A: g 80, h 80 and +0.004. B: g 70, h 90. C: g 90, h 70.
    groups = [{**PANEL, "weight": "50"}, {"key": "h", "weight": "50"}]
    made = plan({"tie_breaks": ["exact", "group:h", "draw"]}, group=groups)
    events = [*votes("C", "90 70"), *votes("B", "70 90"), *votes("A", "80 80"), mark("adjust", "A", points="0.004")]
    found = board(made, "A B C", "g h", events)
    assert ranks(found) == {"A": 1, "B": 2, "C": 3}
    assert column(found, "tie_break") == {"A": "exact", "B": "group:h", "C": "group:h"}


def test_a_missing_value_ranks_lowest_in_a_tie() -> None:
    # Group h has no weight; nobody of it voted for A.
    groups = [PANEL, {"key": "h", "weight": "0"}]
    made = plan({"missing": "exclude", "tie_breaks": ["group:h"]}, group=groups)
    found = board(made, "A B", "g h", [*votes("A", "80 -"), *votes("B", "80 0")])
    assert ranks(found) == {"B": 1, "A": 2}


def test_a_void_group_breaks_no_tie() -> None:
    groups = [{**PANEL, "weight": "50"}, {"key": "h", "weight": "50"}]
    made = plan({"tie_breaks": ["group:h", "untrimmed", "criterion:s"]}, group=groups)
    events = [*votes("A", "80 10"), *votes("B", "80 90"), mark("group-void", group="h")]
    found = board(made, "A B", "g h", events)
    assert (ranks(found), column(found, "tie_break")) == ({"A": 1, "B": 1}, {"A": None, "B": None})


def test_a_criterion_tie_break_looks_at_the_ballots_left_after_trimming() -> None:
    # Totals 95 80 70 of both, the 95 is dropped. Left on a: A 30 20, mean 25; B 25 27, mean 26: B is first.
    # With the dropped ballots it would be A (40 + 30 + 20) / 3 = 30 before B (35 + 25 + 27) / 3 = 29.
    made = plan({"tie_breaks": ["criterion:a"]}, group=[{**PANEL, "drop_high": 1}], criterion=TWO)
    found = board(made, "A B", "g g g", [*votes("A", "40/55 30/50 20/50"), *votes("B", "35/60 25/55 27/43")])
    assert (column(found, "exact"), ranks(found)) == ({"B": "75", "A": "75"}, {"B": 1, "A": 2})


def test_a_criterion_tie_break_weighs_the_groups() -> None:
    # a: A 40 and 0, 0.3 * 40 = 12; B 20 and 20, 20; equal totals 50 50 in every ballot
    made = plan(
        {"tie_breaks": ["criterion:a"]}, group=[{**PANEL, "weight": "30"}, {"key": "h", "weight": "70"}], criterion=TWO
    )
    found = board(made, "A B", "g h", [*votes("A", "40/10 0/50"), *votes("B", "20/30 20/30")])
    assert ranks(found) == {"B": 1, "A": 2}


def test_untrimmed_is_the_live_score_with_every_ballot() -> None:
    # trimmed both 80; untrimmed A (90 + 80 + 40) / 3 = 70, B (85 + 80 + 60) / 3 = 75
    made = plan({"tie_breaks": ["untrimmed"]}, group=[{**PANEL, "drop_high": 1, "drop_low": 1}])
    found = board(made, "A B", "g g g", [*votes("A", "90 80 40"), *votes("B", "85 80 60")])
    assert (ranks(found), column(found, "tie_break")["A"]) == ({"B": 1, "A": 2}, "untrimmed")


def test_a_component_tie_break() -> None:
    # A 0.5 * 70 + 0.5 * 90 = 80 = 0.5 * 90 + 0.5 * 70; the live score decides for B
    halves = [{"key": "live", "weight": "50"}, {"key": "work", "weight": "50"}]
    made = plan({"tie_breaks": ["component:live"]}, component=halves)
    found = board(made, "A B", "g", [*votes("A", "70"), *votes("B", "90"), values(A="90", B="70")])
    assert ranks(found) == {"B": 1, "A": 2}


# Draws


def test_the_order_of_a_draw_is_that_of_the_digests() -> None:
    assert draw_order("7391", list("ABCD")) == list("DBAC")
    assert draw_order("abc", list("ABCD")) == list("BDCA")
    assert draw_order("二〇二三", list("DCBA")) == list("ABCD")


def test_a_tie_waits_for_a_draw_of_exactly_its_entries() -> None:
    given = {"A": "80", "B": "80", "C": "80", "D": "70"}
    made = outside(DRAWN)
    waiting = of_outside(made, lots("7391", "AB"), lots("7391", "ABCD"), **given)
    assert (waiting["status"], waiting["needs_draw"], flagged(waiting)) == ("provisional", [["A", "B", "C"]], "")
    assert ranks(waiting) == {"A": 1, "B": 1, "C": 1, "D": 4}
    drawn = of_outside(made, lots("7391", "CAB"), **given)
    assert (drawn["status"], drawn["needs_draw"], flagged(drawn)) == ("final", [], "D")
    assert ranks(drawn) == {"B": 1, "A": 2, "C": 3, "D": 4}
    assert column(drawn, "tie_break") == {"B": "draw", "A": "draw", "C": "draw", "D": None}


def test_the_latest_draw_counts_and_an_undone_one_does_not() -> None:
    # 7391 draws B C, 二〇二三 draws B C, abc draws B C: use A and C, where 7391 draws A C and abc draws C A
    made, given = outside(DRAWN), {"A": "80", "C": "80"}
    assert ranks(of_outside(made, lots("7391", "AC"), **given)) == {"A": 1, "C": 2}
    assert ranks(of_outside(made, lots("7391", "AC"), lots("abc", "AC"), **given)) == {"C": 1, "A": 2}
    undone = of_outside(made, lots("7391", "AC"), lots("abc", "AC"), mark("undo", record=2), **given)
    assert ranks(undone) == {"A": 1, "C": 2}


def test_a_tie_break_waits_at_once_and_a_draw_for_returns_only_at_the_end() -> None:
    # C is still out. With `draw` among the tie-breaks A and B wait already; for the returns nothing waits yet.
    tied = {"A": "80", "B": "80", "D": "90"}
    unfinished = board(outside(DRAWN), "A B C D", "", [values(**tied)])
    assert (unfinished["needs_draw"], unfinished["status"]) == ([["A", "B"]], "provisional")
    unfinished = board(outside(returns=LOTS), "A B C D", "", [values(**tied)])
    assert (unfinished["needs_draw"], unfinished["status"]) == ([], "provisional")
    complete = board(outside(returns=LOTS), "A B C D", "", [values(**tied, C="85")])
    assert (complete["needs_draw"], complete["status"], flagged(complete)) == ([["A", "B"]], "provisional", "")


def test_tied_scores_in_two_places_wait_one_by_one() -> None:
    found = of_outside(outside(DRAWN), A="80", B="70", C="80", D="70")
    assert found["needs_draw"] == [["A", "C"], ["B", "D"]]


# Returns


def test_the_last_ranked_entry_returns_once_the_board_is_final() -> None:
    assert flagged(of_outside(outside(), A="80", B="90", C="70")) == "C"
    assert flagged(board(outside(), "A B C", "", [values(A="80", B="90")])) == ""


def test_the_two_last_return() -> None:
    assert flagged(of_outside(outside(returns={"count": 2}), A="80", B="90", C="70", D="60")) == "CD"


def test_all_of_a_tie_on_the_cut_return() -> None:
    assert flagged(of_outside(outside(), A="90", B="70", C="70")) == "BC"
    # count 2: D, and one of B and C is on the cut, so both
    assert flagged(of_outside(outside(returns={"count": 2}), A="90", B="70", C="70", D="60")) == "BCD"


def test_a_draw_decides_on_the_cut_and_the_last_drawn_return() -> None:
    # 7391 draws B A C of A, B, C
    given = {"D": "90", "A": "70", "B": "70", "C": "70"}
    one, two = outside(returns=LOTS), outside(returns={"count": 2, "ties": "draw"})
    assert of_outside(one, **given)["needs_draw"] == [["A", "B", "C"]]
    assert flagged(of_outside(one, lots("7391", "ABC"), **given)) == "C"
    drawn = of_outside(two, lots("7391", "ABC"), **given)
    assert (flagged(drawn), ranks(drawn)) == ("AC", {"D": 1, "A": 2, "B": 2, "C": 2})
    assert column(drawn, "tie_break") == {"D": None, "A": None, "B": None, "C": None}


def test_no_draw_where_the_cut_falls_between_ranks() -> None:
    found = of_outside(outside(returns={"count": 2, "ties": "draw"}), A="90", B="70", C="70")
    assert (flagged(found), found["needs_draw"], found["status"]) == ("BC", [], "final")


def test_the_draw_on_the_cut_fills_up_what_the_last_ones_leave() -> None:
    # count 2: D returns, and of B and C the last drawn by 7391 (B C): C
    made = outside(returns={"count": 2, "ties": "draw"})
    found = of_outside(made, lots("7391", "BC"), A="90", B="70", C="70", D="60")
    assert flagged(found) == "CD"


@pytest.mark.parametrize("ties", ["all", "draw"])
def test_rank_one_never_returns(ties: str) -> None:
    made = outside(returns={"count": 5, "ties": ties})
    assert flagged(of_outside(made, A="90", B="80", C="70")) == "BC"
    assert flagged(of_outside(made, A="90")) == ""
    tied = of_outside(made, A="90", B="90", C="70")
    assert (flagged(tied), tied["needs_draw"], tied["status"]) == ("C", [], "final")
    tied = of_outside(outside(returns={"count": 1, "ties": ties}), A="90", B="90", C="90")
    assert (flagged(tied), tied["needs_draw"], tied["status"]) == ("", [], "final")


def test_no_shows_return_as_well_and_the_withdrawn_never() -> None:
    gone = [mark("no-show", "C"), mark("withdraw", "D")]
    given = {"A": "90", "B": "80", "C": "10", "D": "10"}
    assert flagged(of_outside(outside(), *gone, **given)) == "BC"
    assert flagged(of_outside(outside(returns={"no_show": False}), *gone, **given)) == "B"
    assert flagged(of_outside(outside(returns={"count": 0}), *gone, **given)) == "C"


def test_a_no_show_of_a_provisional_board_is_not_flagged() -> None:
    assert flagged(board(outside(), "A B", "", [mark("no-show", "B")])) == ""


def test_withdrawn_beats_no_show() -> None:
    found = of_outside(outside(), mark("withdraw", "B"), mark("no-show", "B"), A="90", B="80")
    assert (column(found, "status"), flagged(found)) == ({"A": "complete", "B": "withdrawn"}, "")


# Boards, rows, grades


def test_those_without_a_rank_stand_last_in_line_up_order() -> None:
    found = board(outside(), "A B C D E", "", [values(B="70", E="80"), mark("withdraw", "A"), mark("no-show", "D")])
    assert list(ranks(found).items()) == [("E", 1), ("B", 2), ("A", None), ("C", None), ("D", None)]
    assert list(column(found, "status").values()) == ["complete", "complete", "withdrawn", "incomplete", "no_show"]


def test_one_board_per_category_and_an_empty_one_is_final() -> None:
    made = outside({"board": "category"}, category=[{"key": key, "name": key.upper()} for key in ("k", "empty", "m")])
    found = whole(made, "A B:m C", "", [[values(A="80", C="70")]])
    assert [(item["key"], item["name"], item["status"]) for item in found["boards"]] == [
        ("k", "K", "final"),
        ("empty", "EMPTY", "final"),
        ("m", "M", "provisional"),
    ]
    assert (found["status"], [flagged(item) for item in found["boards"]]) == ("provisional", ["C", "", ""])


def test_the_first_grade_that_fits() -> None:
    # n = 4: top 30 is ⌈1.2⌉ = 2, so ranks 1 and 2, 2
    grades = [{"name": "一", "top": "30"}, {"name": "二", "min": "70"}, {"name": "三"}]
    found = of_outside(outside(grade=grades), A="90", B="80", C="80", D="70")
    assert column(found, "grade") == {"A": "一", "B": "一", "C": "一", "D": "二"}
    found = of_outside(outside(grade=grades), A="90", B="80", C="69.996", D="69.994")
    assert column(found, "grade") == {"A": "一", "B": "一", "C": "二", "D": "三"}  # 70.00 and 69.99 are published
    found = of_outside(outside(grade=grades[:2]), A="90", B="80", C="60", D="60")
    assert column(found, "grade") == {"A": "一", "B": "一", "C": None, "D": None}


def test_the_share_of_a_grade_is_of_the_ranked_entries() -> None:
    # four entries, two of them ranked: ⌈50 * 2 / 100⌉ = 1
    gone = [mark("no-show", "C"), mark("withdraw", "D")]
    found = of_outside(outside(grade=[{"name": "优", "top": "50"}]), *gone, A="90", B="80", C="70", D="60")
    assert column(found, "grade") == {"A": "优", "B": None, "C": None, "D": None}


def test_the_start_order_moves_rows_but_no_ranks() -> None:
    start = {"kind": "start-order", "seed": "7391"}
    found = of_outside(outside(), start, A="80", B="80", C="80", D="90")
    assert list(ranks(found).items()) == [("D", 1), ("B", 2), ("A", 2), ("C", 2)]


# Corrections and rounds


def test_an_undone_mark_was_never_made() -> None:
    events = [*votes("A", "90 60"), mark("judge-absent", "J2")]
    assert row(plan(), "g g", events)["exact"] == "90"
    assert row(plan(), "g g", [*events, mark("undo", record=2)])["exact"] == "75"
    assert row(plan(), "g g", [*events, mark("undo", record=2), mark("undo", record=3)])["exact"] == "90"


def test_undoing_a_component_file_brings_the_earlier_values_back() -> None:
    found = board(outside(), "A", "", [values(A="90"), values(A="70"), mark("undo", record=1)])
    assert column(found, "exact") == {"A": "90"}


def test_a_repeated_absence_changes_nothing() -> None:
    events = [*votes("A", "90 60"), mark("judge-absent", "J2"), mark("judge-absent", "J2")]
    assert row(plan(), "g g", events)["exact"] == "90"


@pytest.mark.parametrize("record", [0, 2, 7])
def test_only_an_earlier_mark_can_be_undone(record: int) -> None:
    with pytest.raises(Refused):
        row(plan(), "g g", [*votes("A", "90 60"), mark("undo", record=record)])


def test_only_a_final_round_is_closed_and_a_correction_opens_it() -> None:
    events = [values(A="90", B="80")]
    assert whole(outside(), "A B", "", [[*events, CLOSE]])["closed"]
    touched = [*events, CLOSE, mark("adjust", "A", points="1")]
    found = whole(outside(), "A B", "", [touched])
    assert (found["status"], found["closed"]) == ("final", False)
    assert not whole(outside(), "A B", "", [[*touched, mark("undo", record=2)]])["closed"]
    assert whole(outside(), "A B", "", [[*touched, CLOSE]])["closed"]
    with pytest.raises(Refused):
        whole(outside(), "A B", "", [[values(A="90"), CLOSE]])
    with pytest.raises(Refused):
        whole(outside(), "A B", "", [[*events, onward()], []])


def test_the_next_round_begins_with_those_that_return() -> None:
    # Start order by 7391: D B A C. Last are A and B, 70 each: they return in line-up order B A; D is added after them.
    first = [{"kind": "start-order", "seed": "7391"}, values(A="70", B="70", C="80", D="90"), CLOSE, onward("D")]
    found = whole(outside(), "A B C D", "", [first, []])
    assert list(column(found["boards"][0], "returned_before").items()) == [("B", 1), ("A", 1), ("D", 0)]
    with pytest.raises(Refused):
        whole(outside(), "A B C D", "", [[*first[:-1], onward("A")], []])


def test_nothing_but_people_goes_into_the_next_round() -> None:
    first = [*votes("A", "90 60"), *votes("B", "50 50"), mark("recuse", "J2", "A"), mark("adjust", "B", points="1")]
    found = board(plan(), "A B", "g g", [*first, CLOSE, onward("A")], [*votes("A", "80 40"), *votes("B", "70 -")])
    assert column(found, "exact") == {"A": "60", "B": None}
    assert column(found, "adjustments") == {"A": "0", "B": "0"}


def test_a_contestant_is_added_at_the_end_of_the_line_up_and_not_twice() -> None:
    first = [values(A="70", B="80", C="90"), CLOSE, onward("C")]
    found = board(outside(), "A B C", "", first, [mark("add", "B")])
    assert list(column(found, "status")) == ["A", "C", "B"]
    with pytest.raises(Refused):
        board(outside(), "A B C", "", first, [mark("add", "A")])
    found = board(outside(), "A B C", "", first, [mark("add", "B"), mark("undo", record=0)])
    assert list(column(found, "status")) == ["A", "C"]


def test_returns_in_consecutive_rounds_are_counted_back_from_this_one() -> None:
    # B last in rounds 1 and 2
    first = [values(A="80", B="70"), CLOSE, onward("A")]
    second = [values(A="80", B="70"), CLOSE, onward("A")]
    found = board(outside(), "A B", "", first, second, [values(A="60", B="70")])
    assert column(found, "returned_before") == {"B": 2, "A": 0}
    # had B won round 2, the return of round 1 would not count any more
    second = [values(A="60", B="70"), CLOSE, onward("B")]
    found = board(outside(), "A B", "", first, second, [])
    assert column(found, "returned_before") == {"A": 1, "B": 0}


def test_a_late_correction_changes_the_flags_but_not_the_line_up() -> None:
    # A had lost 30 points by mistake and returned; without them B (70) is last.
    first = [values(A="80", B="70", C="90"), mark("adjust", "A", points="-30"), CLOSE, onward("C")]
    assert column(board(outside(), "A B C", "", first, []), "returned_before") == {"A": 1, "C": 0}
    corrected = [*first, mark("undo", record=1)]
    assert column(board(outside(), "A B C", "", corrected, []), "returned_before") == {"A": 0, "C": 0}
    found = whole(outside(), "A B C", "", [corrected, []], 1)
    assert (flagged(found["boards"][0]), found["closed"], found["status"]) == ("B", False, "final")
