"""Standings over the finished rounds of a contest, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from scoring.mark import MarkKind
from scoring.season import Season, SeasonRow, mean, season, season_json
from storage import marks, rounds
from tests.contests import in_memory, setup_of
from tests.oracle.naive import standings as naive_standings
from tests.oracle.strategies import Case, cases
from tests.scoring.test_against_oracle import SLOW, Play
from tests.seasons import PLAN, THREE, WHY, play, season_in_memory


def rows(found: Season) -> dict[str, SeasonRow]:
    return {row.code: row for board in found.boards for row in board.rows}


def test_mean_best_and_returns_are_those_worked_by_hand() -> None:
    with season_in_memory() as file:
        found = season(file.contest)
    assert found.rounds == (1, 2, 3)
    by_code = rows(found)
    a, b, c = (by_code[code] for code in "ABC")
    assert (a.mean, a.published, a.best) == (Fraction(2611, 30), Decimal("87.03"), Decimal("90.00"))
    assert (b.mean, b.published, b.best) == (Fraction(161, 2), Decimal("80.50"), Decimal("80.50"))
    assert (c.mean, c.published, c.best) == (Fraction(823, 12), Decimal("68.58"), Decimal("75.50"))
    assert [(row.scored, row.returned, row.run) for row in (a, b, c)] == [(3, 0, 0), (1, 1, 1), (3, 3, 3)]
    assert [(row.code, row.rank) for row in found.boards[0].rows] == [("A", 1), ("B", 2), ("C", 3)]
    assert b.course[1] is None


def test_a_round_that_is_not_closed_or_lies_beyond_the_one_named_counts_for_nothing() -> None:
    with season_in_memory(THREE[:2]) as file:
        two = season(file.contest)
        rounds.next_round(file)
        play(file, {"C": "99"}, close=False)
        assert season(file.contest).boards == two.boards
        assert season(file.contest, 1).rounds == (1,)
        assert rows(season(file.contest, 1))["A"].published == Decimal("90.00")


def test_a_run_of_returns_does_not_reach_across_a_round_that_is_open_again() -> None:
    with season_in_memory() as file:
        marks.mark_entry(file, MarkKind.NO_SHOW, "A", reason=WHY)
        assert season(file.contest).rounds == (1, 2)
        assert rows(season(file.contest))["C"].run == 2
    with season_in_memory() as file:
        first, second, third = file.contest.rounds
        opened = replace(file.contest, rounds=(first, replace(second, closed=None), third))
    c = rows(season(opened))["C"]
    assert (c.returned, c.run) == (2, 1)


def test_whoever_stopped_returning_has_no_run() -> None:
    with season_in_memory([{"A": "90", "B": "80", "C": "70"}, {"C": "75", "B": "60"}]) as file:
        c = rows(season(file.contest))["C"]
    assert (c.returned, c.run) == (1, 0)


def test_equal_means_share_a_rank_and_those_without_a_score_stand_last() -> None:
    told = [{"A": "80", "B": "80", "C": "79.994", "D": "-"}]
    with season_in_memory(told, codes="ABCD") as file:
        found = season(file.contest).boards[0].rows
    assert [(row.code, row.rank) for row in found] == [("A", 1), ("B", 1), ("C", 3), ("D", None)]
    dense = {**PLAN["contest"], "ranking": "dense", "decimals": 1}
    with season_in_memory(told, codes="ABCD", contest=dense) as file:
        assert [row.rank for row in season(file.contest).boards[0].rows] == [1, 1, 1, None]


def test_exact_means_rank_where_the_plan_ranks_exact_scores() -> None:
    told = [{"A": "80", "B": "80.01"}, {"A": "80.01", "B": "80.01"}]
    ranks = {}
    for rank_on in ("published", "exact"):
        with season_in_memory(told, codes="AB", contest={**PLAN["contest"], "rank_on": rank_on}) as file:
            ranks[rank_on] = [(row.code, row.rank, str(row.published)) for row in season(file.contest).boards[0].rows]
    assert ranks["published"] == [("A", 1, "80.01"), ("B", 1, "80.01")], "80.005 is published as 80.01"
    assert ranks["exact"] == [("B", 1, "80.01"), ("A", 2, "80.01")]


def test_each_category_has_its_board_where_the_contest_has() -> None:
    contest = {**PLAN["contest"], "board": "category"}
    categories = [{"key": "k", "name": "参与单位"}, {"key": "m", "name": "区（市）"}]
    people = [{"code": c, "name": f"单位{c}", "category": "km"[n % 2]} for n, c in enumerate("ABCD")]
    with in_memory(setup_of({**PLAN, "contest": contest, "category": categories}, people, [])) as file:
        play(file, {"A": "70", "B": "60", "C": "80", "D": "65"})
        found = season(file.contest)
    assert [(board.name, [row.code for row in board.rows]) for board in found.boards] == [
        ("参与单位", ["C", "A"]),
        ("区（市）", ["D", "B"]),
    ]


def test_before_the_first_round_is_closed_there_is_nobody() -> None:
    with season_in_memory([]) as file:
        assert season_json(season(file.contest))["boards"] == [{"key": "overall", "name": "总榜", "rows": []}]


def test_the_json_says_every_round() -> None:
    with season_in_memory() as file:
        found = season_json(season(file.contest))
    (board,) = found["boards"]
    nothing: dict[str, Any] = {"rank": None, "published": None, "grade": None}
    assert board["rows"][1] == {
        "rank": 2,
        "code": "B",
        "name": "单位B",
        "category": "k",
        "mean": "80.50",
        "exact_mean": "161/2",
        "best": "80.50",
        "scored": 1,
        "returned": 1,
        "run": 1,
        "course": [
            {"round": 1, "status": "complete", "rank": 2, "published": "80.50", "grade": None, "returns": False},
            {"round": 2, "status": "absent", **nothing, "returns": False},
            {"round": 3, "status": "no_show", **nothing, "returns": True},
        ],
    }
    assert (found["contest"], found["rounds"]) == ("营商环境擂台赛", [1, 2, 3])


def test_the_mean_of_nothing_is_nothing() -> None:
    assert mean([]) is None
    assert mean([Decimal(1), Decimal(2), Decimal(2)]) == Fraction(5, 3)


@pytest.mark.unwatched  # many times what others do once
@settings(max_examples=10, deadline=None, suppress_health_check=SLOW)
@given(cases())
def test_every_season_agrees_with_the_naive_reading_of_its_rounds(case: Case) -> None:
    with in_memory(setup_of(case.plan, case.contestants, case.judges)) as file:
        Play(file).run(case.rounds)
        contest = file.contest
    closed = [round_.number for round_ in contest.rounds if round_.closed is not None]
    scores: dict[str, list[Fraction]] = {}
    flagged: dict[str, int] = {}
    for number in closed:
        naive = naive_standings(case.plan, case.contestants, case.judges, case.rounds, number)
        for row in (row for board in naive["boards"] for row in board["rows"]):
            known = scores.setdefault(row["code"], [])
            known += [] if row["published"] is None else [Fraction(row["published"])]
            flagged[row["code"]] = flagged.get(row["code"], 0) + row["returns"]
    found = rows(season(contest))
    assert {code: row.returned for code, row in found.items()} == flagged
    assert {code: row.mean for code, row in found.items()} == {
        code: sum(each, Fraction(0)) / len(each) if each else None for code, each in scores.items()
    }
