"""A crowd is scored column by column, and comes to what its ballots come to one by one."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.arithmetic import Panel, Scale, crowd_score, group_score, whole
from scoring.bench import CROWD, Bench
from scoring.contest import Ballot, Contest, Entry, Round
from scoring.crowd import Block, Columns, CrowdSheet, Layer, Pile, narrow
from scoring.crowd_ballots import Ballots, columns_of, of_panels, scores_by_judge, scores_of
from scoring.plan import Category, Contestant, Criterion, Group, Judge, Plan, Returns, SpeechTimer
from scoring.standings import standings as fresh_standings
from scoring.standings import standings_json
from scoring.vector import vector_score

STEPS = [Decimal(1), Decimal("0.5"), Decimal("0.01"), Decimal("0.25"), Decimal("1E-10"), Decimal("1E-22")]
BEYOND = 600
"""Judges enough to be a crowd."""


def plan_of(group: Group, criteria: list[Criterion], **more: Any) -> Plan:
    rules: dict[str, Any] = {
        "title": "评议",
        "organizer": "",
        "level": "city",
        "step": Decimal(1),
        "decimals": 2,
        "board": "overall",
        "missing": "wait",
        "trim_at": "total",
        "rank_on": "published",
        "ranking": "competition",
        "tie_breaks": ("exact", "group:g", "criterion:c0", "untrimmed"),
        "resend": True,
        "returns": Returns(),
        "timer": SpeechTimer(),
        "categories": (Category("k", "类别"),),
        "criteria": tuple(criteria),
        "groups": (group,),
        "components": (),
        "grades": (),
    }
    return Plan(**rules | more)


def group_of(high: int = 0, low: int = 0, spare: int = 1, average: Any = "mean", **more: Any) -> Group:
    rules: dict[str, Any] = {"key": "g", "name": "群众", "weight": Decimal(100), "quorum": 1}
    return Group(drop_high=high, drop_low=low, trim_from=high + low + spare, average=average, **rules | more)


@st.composite
def crowds(draw: st.DrawFn) -> tuple[Plan, list[Ballot]]:
    """A plan with one group, and the ballots of a few of its judges."""
    step = draw(st.sampled_from(STEPS))
    criteria = []
    for number in range(draw(st.integers(1, 3))):
        least = step * draw(st.integers(0, 3))
        criteria.append((f"c{number}", least, least + step * draw(st.integers(1, 40))))
    weights = draw(st.lists(st.integers(1, 7), min_size=len(criteria), max_size=len(criteria)))
    found = [
        Criterion(key, key, most, least, Decimal(weight))
        for (key, least, most), weight in zip(criteria, weights, strict=True)
    ]
    high, low, spare = draw(st.integers(0, 3)), draw(st.integers(0, 3)), draw(st.integers(1, 3))
    group = group_of(high, low, spare, draw(st.sampled_from(["mean", "median"])))
    plan = plan_of(group, found, step=step, trim_at=draw(st.sampled_from(["total", "criterion"])))
    ballots = []
    for judge in range(draw(st.integers(1, 12))):
        steps = {c.key: draw(st.integers(0, int((c.max - c.min) / step))) for c in found}
        ballots.append(Ballot(f"J{judge:02}", {c.key: c.min + step * steps[c.key] for c in found}))
    return plan, ballots


def columns(plan: Plan, ballots: list[Ballot], places: list[int]) -> Columns:
    unit = Scale.of(plan).unit
    scores = {c.key: narrow([whole(ballot.scores[c.key], unit) for ballot in ballots]) for c in plan.criteria}
    return Columns(array("I", places), scores, unit)


def panel_of(plan: Plan, ballots: list[Ballot]) -> Panel:
    bench = Bench(Judge(ballot.judge, ballot.judge, "", "g") for ballot in ballots)
    return Panel(plan, Scale.of(plan), {"g": bench}, frozenset(), frozenset(), frozenset(), {}, bench)


@given(crowds())
def test_columns_come_to_the_same_as_ballots_one_by_one(case: tuple[Plan, list[Ballot]]) -> None:
    plan, ballots = case
    panel, (group,) = panel_of(plan, ballots), plan.groups
    slow = group_score(plan, panel.scale, group, ballots)
    fast = crowd_score(panel, group, columns(plan, ballots, list(range(len(ballots)))))
    assert fast == replace(slow, result=replace(slow.result, totals={}))


@given(crowds())
def test_what_was_packed_is_what_is_unpacked(case: tuple[Plan, list[Ballot]]) -> None:
    plan, ballots = case
    places = [3 * number for number in range(len(ballots))]
    block = Block("A", "g", columns(plan, ballots, places))
    sheet = CrowdSheet.of([block, block], block.columns.unit)
    again = CrowdSheet.from_json(sheet.to_json())
    assert (again, again.blocks, again.count) == (sheet, (block, block), 2 * len(ballots))


def test_numbers_that_do_not_fit_into_64_bits_are_worked_out_all_the_same() -> None:
    for step, fits in (("1E-10", True), ("1E-17", False), ("1E-22", False)):
        plan = plan_of(group_of(1), [Criterion("c", "c", Decimal(100), Decimal(0), Decimal(100))], step=Decimal(step))
        ballots = [Ballot(f"J{n}", {"c": 100 - n * Decimal(step)}) for n in range(3)]
        panel, given_ = panel_of(plan, ballots), columns(plan, ballots, [0, 1, 2])
        assert (vector_score(panel, plan.groups[0], given_) is not None) == fits
        assert crowd_score(panel, plan.groups[0], given_).result.score == 100 - Fraction(3, 2) * Fraction(step)


@pytest.mark.parametrize(("judges", "median"), [(5, "6"), (6, "13/2")])
def test_a_median_is_that_of_the_ballots_that_were_not_dropped(judges: int, median: str) -> None:
    criterion = Criterion("c", "c", Decimal(10), Decimal(0), Decimal(100))
    plan = plan_of(group_of(1, average="median", low=1), [criterion], step=Decimal(1))
    ballots = [Ballot(f"J{n}", {"c": Decimal(4 + n)}) for n in range(judges)]
    found = crowd_score(panel_of(plan, ballots), plan.groups[0], columns(plan, ballots, list(range(judges))))
    assert (found.result.score, found.averages) == (10 * Fraction(median), {"c": Fraction(median)})


def test_scores_of_more_than_64_bits_are_packed_as_well() -> None:
    block = Block("A", "g", Columns(array("I", [0, 4]), {"c": narrow([2**70, 3]), "d": narrow([1, 2])}, 1))
    assert CrowdSheet.from_json(CrowdSheet.of([block], 1).to_json()).blocks == (block,)


def test_where_all_are_equal_the_latest_are_dropped_first_as_high_then_as_low() -> None:
    plan = plan_of(group_of(2, 1), [Criterion("c", "c", Decimal(9), Decimal(0), Decimal(100))])
    ballots = [Ballot(f"J{n}", {"c": Decimal(5)}) for n in range(5)]
    panel = panel_of(plan, ballots)
    result = crowd_score(panel, plan.groups[0], columns(plan, ballots, list(range(5)))).result
    assert (result.dropped_high, result.dropped_low) == (("J3", "J4"), ("J2",))
    slow = group_score(plan, panel.scale, plan.groups[0], ballots).result
    assert (slow.dropped_high, slow.dropped_low) == (("J3", "J4"), ("J2",))


@pytest.mark.parametrize("spoil", ["packed", "digest", "short", "bytes"])
def test_packed_ballots_that_were_changed_are_not_read(spoil: str) -> None:
    block = Block("A", "g", Columns(array("I", [0, 1]), {"c": narrow([5, 6])}, 1))
    data = CrowdSheet.of([block], 1).to_json()
    other = CrowdSheet.of([Block("A", "g", Columns(array("I", [0, 1]), {"c": narrow([5, 7])}, 1))], 1).to_json()
    changes: Mapping[str, Any] = {
        "packed": {"packed": other["packed"]},
        "digest": {"digest": other["digest"]},
        "short": {"blocks": [["A", "g", 1]]},
        "bytes": {"packed": "AAAA"},
    }
    with pytest.raises(ValueError, match="packed"):
        _ = CrowdSheet.from_json({**data, **changes[spoil]}).blocks


def pile(unit: int = 1, record: int = 2, **given_: int) -> Layer:
    places = sorted(int(name[1:]) for name in given_)
    values = {"c": narrow([given_[f"J{place}"] for place in places])}
    return Layer(Columns(array("I", places), values, unit), record, f"T{record}")


def bench_of(judges: int) -> Bench:
    return Bench((*(Judge(f"J{n}", f"评委{n}", "", "g") for n in range(judges)), Judge("L", "领导", "", "h")))


def test_a_later_file_takes_the_place_of_an_earlier_one_ballot_by_ballot() -> None:
    piled = Pile((pile(J0=1, J2=2, J5=3), pile(10, 7, J2=25, J3=40)))
    ballots = Ballots({"L": Ballot("L", {"c": Decimal(9)})}, {"g": piled}, bench_of(6))
    scores = {judge: ballot.scores["c"] for judge, ballot in ballots.items()}
    assert scores == {"L": 9, "J0": 1, "J2": Decimal("2.5"), "J3": 4, "J5": 3}
    assert [(ballots[j].record, ballots[j].person, ballots[j].stored_at) for j in ("J0", "J2")] == [
        (2, "评委0", "T2"),
        (7, "评委2", "T7"),
    ]
    assert (len(ballots), "J2" in ballots, "J1" in ballots, "L" in ballots, "Z" in ballots) == (
        5,
        True,
        False,
        True,
        False,
    )
    assert list(piled.columns.scores["c"]) == [10, 25, 40, 30]
    assert ballots == dict(ballots) != {**ballots, "J1": ballots["J0"]}
    assert ballots == Ballots(ballots.panel, {"g": Pile(piled.layers)}, bench_of(6)) != object()
    assert sorted(map(str, (each["c"] for each in scores_of(ballots)))) == ["1", "2.5", "3", "4", "9"]
    with pytest.raises(KeyError):
        ballots["J1"]


def test_a_file_over_the_same_judges_covers_the_one_before() -> None:
    assert list(Pile((pile(J0=1, J1=2), pile(J0=3, J1=4))).columns.scores["c"]) == [3, 4]


def test_ballots_of_a_crowd_that_came_one_by_one_are_read_one_by_one() -> None:
    bench = bench_of(BEYOND)
    single = {"J1": Ballot("J1", {"c": Decimal(7)}), "L": Ballot("L", {"c": Decimal(1)})}
    mixed = Ballots(single, {"g": Pile((pile(J1=2, J3=4),))}, bench)
    assert columns_of(single, bench, "g") is columns_of(mixed, bench, "g") is None
    assert columns_of({"L": single["L"]}, bench, "g") == Columns((), {}, 1)
    assert (mixed["J1"].scores["c"], len(mixed), list(mixed)) == (Decimal(2), 3, ["J1", "L", "J3"])
    assert of_panels(mixed) == of_panels(single) == single
    for each in (mixed, single):
        assert dict(scores_by_judge(each)) == {judge: ballot.scores for judge, ballot in each.items()}


def contest_of(entry: Entry, missing: str, **more: Any) -> Contest:
    plan = plan_of(group_of(2, 1), [Criterion("c", "c", Decimal(10), Decimal(0), Decimal(100))], missing=missing)
    other = group_of(key="h", name="领导", weight=Decimal(0))
    plan = replace(plan, groups=(*plan.groups, other), tie_breaks=("group:g", "criterion:c"))
    round_ = Round(1, (entry,), **more)
    return Contest(plan, {"A": Contestant("A", "甲", "k")}, bench_of(BEYOND), (round_,), 9)


@pytest.mark.parametrize("missing", ["wait", "exclude"])
@pytest.mark.parametrize("one_by_one", [False, True])
def test_standings_of_a_crowd_are_those_of_its_ballots(missing: str, one_by_one: bool) -> None:
    layer = pile(**{f"J{n}": n % 11 for n in range(BEYOND) if n != 40})
    ballots: Mapping[str, Ballot] = Ballots(
        {"L": Ballot("L", {"c": Decimal(1)})}, {"g": Pile((layer,))}, bench_of(BEYOND)
    )
    if one_by_one:
        ballots = dict(ballots)
    entry = Entry("A", ballots=ballots, recused=frozenset({"J9", "J10"}))
    for more, status in (
        ({}, "incomplete" if missing == "wait" else "complete"),
        ({"absent": frozenset({"J40", "L"})}, "complete"),
        ({"absent": frozenset({"J21"}), "left": frozenset({"J40", "J41"})}, "complete"),
    ):
        said = standings_json(fresh_standings(contest_of(entry, missing, **more)))
        row = said["boards"][0]["rows"][0]
        assert row["status"] == status
        gone = {"J9", "J10", "J40"} | more.get("absent", set())
        counted = [n for n in range(BEYOND) if f"J{n}" not in gone]
        dropped_high = sorted(n for n in counted if n % 11 == 10)[-2:]
        dropped_low = [max(n for n in counted if n % 11 == 0)]
        kept = [n % 11 for n in counted if n not in dropped_high + dropped_low]
        assert row["groups"]["g"] == {
            "score": str(Fraction(10 * sum(kept), len(kept))),
            "counted": len(counted),
            "dropped_high": [f"J{n}" for n in dropped_high],
            "dropped_low": [f"J{n}" for n in dropped_low],
        }


def test_who_is_a_crowd_is_a_matter_of_number() -> None:
    for judges, crowded in ((CROWD, frozenset()), (CROWD + 1, frozenset({"g"}))):
        bench = bench_of(judges)
        assert bench.crowds == crowded
        assert [judge.code for judge in bench.seated if judge.group == "h"] == ["L"]
        assert len(bench.seated) == (judges + 1 if not crowded else 1)
        assert bench.find("J3") == Judge("J3", "评委3", "", "g")
        assert bench.find("Z") is None
