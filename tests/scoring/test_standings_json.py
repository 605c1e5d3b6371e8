"""`standings --format json`, field by field as the rules print it (rules.md, Command line)."""

from __future__ import annotations

from typing import Any

import pytest

from scoring.mark import MarkKind
from scoring.standings import standings_json
from storage import ballots, marks, rounds
from storage.contest_file import ContestFile
from tests.contests import in_memory, setup_of
from tests.storage.story import CONTEST, CRITERIA, JUDGES, WHY

GROUPS = [
    {"key": "leaders", "name": "领导评委", "weight": "60", "drop_high": 1, "drop_low": 1},
    {"key": "public", "name": "社会评委", "weight": "40"},
]
SEATS = [{**JUDGES[0], "code": f"J{i}", "group": "leaders" if i < 5 else "public"} for i in (1, 2, 3, 4, 5)]
PLAN = {
    "contest": {**CONTEST, "tie_breaks": ["group:public", "draw"]},
    "category": [{"key": "unit", "name": "参与单位"}],
    "criterion": CRITERIA,
    "group": GROUPS,
    "grade": [{"name": "优秀", "top": "25"}],
}


def enter(file: ContestFile, code: str, points: str) -> None:
    """Ballots of J1, J2, … : their points on the first criterion; all have 50 on the second."""
    for number, score in enumerate(points.split(), start=1):
        ballots.enter_ballot(file, f"J{number}", code, {"a": score, "b": "50"}, reason=WHY)


def test_every_field_is_there_and_says_what_the_rules_say() -> None:
    with in_memory(setup_of(PLAN, people_of("U1 U2 U3 U4 U5"), SEATS)) as file:
        enter(file, "U1", "36 36 36 36 36")
        enter(file, "U2", "40 30 34 34 39")
        enter(file, "U3", "20 10")
        marks.adjust(file, "U1", "-0.5", reason="超时")
        marks.adjust(file, "U2", "-0.5", reason="超时")
        marks.mark_entry(file, MarkKind.NO_SHOW, "U4", reason="没来")
        marks.mark_entry(file, MarkKind.WITHDRAW, "U5", reason="退出")
        found = standings_json(file.standings())
    nothing: dict[str, Any] = {
        "category": "unit",
        "rank": None,
        "published": None,
        "exact": None,
        "components": {},
        "groups": {},
        "adjustments": "0",
        "tie_break": None,
        "grade": None,
        "returns": False,
        "returned_before": 0,
    }
    public = {"counted": 1, "dropped_high": [], "dropped_low": []}
    equal = {
        "category": "unit",
        "status": "complete",
        "published": "85.50",
        "exact": "171/2",
        "components": {"live": "86"},
        "adjustments": "-1/2",
        "tie_break": "group:public",
        "returns": False,
        "returned_before": 0,
    }
    first = {
        "leaders": {"score": "84", "counted": 4, "dropped_high": ["J1"], "dropped_low": ["J2"]},
        "public": {"score": "89", **public},
    }
    second = {
        "leaders": {"score": "86", "counted": 4, "dropped_high": ["J4"], "dropped_low": ["J3"]},
        "public": {"score": "86", **public},
    }
    third = {"leaders": {"score": "65", "counted": 2, "dropped_high": [], "dropped_low": []}}
    rows = [
        {**equal, "rank": 1, "code": "U2", "name": "单位U2", "groups": first, "grade": "优秀"},
        {**equal, "rank": 2, "code": "U1", "name": "单位U1", "groups": second, "grade": None},
        {**nothing, "code": "U3", "name": "单位U3", "status": "incomplete", "groups": third},
        {**nothing, "code": "U4", "name": "单位U4", "status": "no_show"},
        {**nothing, "code": "U5", "name": "单位U5", "status": "withdrawn"},
    ]
    assert found == {
        "contest": "营商环境擂台赛",
        "round": 1,
        "status": "provisional",
        "closed": False,
        "revision": 17,
        "boards": [{"key": "overall", "name": "总榜", "status": "provisional", "needs_draw": [], "rows": rows}],
    }
    assert [list(row) for row in found["boards"][0]["rows"]] == [FIELDS] * 5, "in the order of the rules"


FIELDS = [
    *("rank", "code", "name", "category", "status", "published", "exact", "components", "groups"),
    *("adjustments", "tie_break", "grade", "returns", "returned_before"),
]


def test_ballots_dropped_by_criterion_are_listed_for_every_criterion() -> None:
    contest = {**CONTEST, "trim_at": "criterion"}
    with in_memory(setup_of({**PLAN, "contest": contest}, people_of("A"), SEATS)) as file:
        enter(file, "A", "40 30 34 34 39")
        (row,) = standings_json(file.standings())["boards"][0]["rows"]
    assert row["groups"]["leaders"]["dropped_high"] == {"a": ["J1"], "b": ["J4"]}
    assert row["groups"]["leaders"]["dropped_low"] == {"a": ["J2"], "b": ["J3"]}
    assert row["groups"]["public"]["dropped_high"] == {"a": [], "b": []}


def people_of(codes: str) -> list[dict[str, str]]:
    return [{"code": code, "name": f"单位{code}", "category": "unit"} for code in codes.split()]


def test_those_who_return_are_flagged_and_counted_and_who_waits_for_a_draw_is_listed() -> None:
    with in_memory(setup_of(PLAN, people_of("A B"), SEATS)) as file:
        for code in "AB":
            enter(file, code, "30 30 30 30 30")
        (board,) = standings_json(file.standings())["boards"]
        assert (board["status"], board["needs_draw"]) == ("provisional", [["A", "B"]])
        assert [(row["rank"], row["tie_break"], row["returns"]) for row in board["rows"]] == [(1, None, False)] * 2
        marks.draw(file, "7391", ["A", "B"], reason="并列")
        rounds.close_round(file)
        found = standings_json(file.standings(1))
        assert (found["status"], found["closed"]) == ("final", True)
        assert [(row["code"], row["rank"], row["tie_break"], row["returns"]) for row in found["boards"][0]["rows"]] == [
            ("B", 1, "draw", False),
            ("A", 2, "draw", True),
        ]
        rounds.next_round(file, ["B"])
        (board,) = standings_json(file.standings())["boards"]
        assert [(row["code"], row["returned_before"]) for row in board["rows"]] == [("A", 1), ("B", 0)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_tie_on_the_cut_waits_for_a_draw_and_the_last_drawn_return(count: int) -> None:
    plan = {**PLAN, "contest": CONTEST, "returns": {"count": count, "ties": "draw"}}
    with in_memory(setup_of(plan, people_of("A B C D"), SEATS)) as file:
        enter(file, "A", "40 40 40 40 40")
        for code in "BCD":
            assert standings_json(file.standings())["boards"][0]["needs_draw"] == [], "not while others are missing"
            enter(file, code, "30 30 30 30 30")
        (board,) = standings_json(file.standings())["boards"]
        assert board["needs_draw"] == ([["B", "C", "D"]] if count < 3 else [])
        assert board["status"] == ("provisional" if count < 3 else "final")
        marks.draw(file, "1234", ["B", "C", "D"], reason="末位")
        drawn = file.contest.live_round.draws[0].order
        (board,) = standings_json(file.standings())["boards"]
        assert (board["status"], board["needs_draw"]) == ("final", [])
        assert {row["code"] for row in board["rows"] if row["returns"]} == set(drawn[-count:])
        assert [row["rank"] for row in board["rows"]] == [1, 2, 2, 2]


def test_the_first_grade_that_fits_is_given_and_none_where_none_does() -> None:
    grades = [{"name": "优秀", "min": "90"}, {"name": "良好", "top": "50"}]
    with in_memory(setup_of({**PLAN, "grade": grades}, people_of("A B C D"), SEATS)) as file:
        for code, points in (("A", "40"), ("B", "39.5"), ("C", "30"), ("D", "20")):
            enter(file, code, " ".join([points] * 5))
        (board,) = standings_json(file.standings())["boards"]
        assert [row["grade"] for row in board["rows"]] == ["优秀", "良好", None, None]
