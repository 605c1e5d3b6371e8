"""Hypothesis strategies for whole contests: valid plans, people, and what happened, with many ties on purpose.

`cases()` keeps to what the rules say in so many words. `cases(daring=True)` adds events that the rules leave room for:
undoing an undo or a repeated mark, undoing an `add` that other events build on, drawing again for a set that was drawn,
a start order in mid-round, a repeated mark after the closing.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from .events import Data, Rounds
from .happenings import Story, decimal_text

PARTS = {
    1: [["100"]],
    2: [["60", "40"], ["50", "50"], ["33.3", "66.7"], ["100", "0"], ["0", "100"]],
    3: [["40", "30", "30"], ["33.33", "33.33", "33.34"], ["50", "0", "50"], ["0", "0", "100"]],
}
GRADES: list[Data] = [
    {"top": "10"}, {"top": "30"}, {"top": "33.4"}, {"top": "60"}, {"top": "100"},
    {"min": "92.35"}, {"min": "60"}, {"min": "80.5"}, {"min": "100"},
]  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One made-up contest; the arguments of `naive.standings`."""

    plan: Data
    contestants: list[Data]
    judges: list[Data]
    rounds: Rounds


def weights(count: int) -> st.SearchStrategy[list[str]]:
    """Weights that total exactly 100, zeros among them."""
    return st.sampled_from(PARTS[count])


def maybe(draw: st.DrawFn, target: Data, key: str, values: list[Any]) -> None:
    """Set a key of the plan, or leave it to its default."""
    if draw(st.booleans()):
        target[key] = draw(st.sampled_from(values))


@st.composite
def criteria(draw: st.DrawFn, step: str) -> list[Data]:
    """One to three criteria with a handful of possible scores each, or with the usual maxima of 100 together."""
    if draw(st.booleans()):
        maxima = draw(st.sampled_from([["100"], ["40", "60"], ["20", "30", "50"]]))
        return [{"key": f"c{i}", "name": f"评分项{i}", "max": top} for i, top in enumerate(maxima)]
    found = []
    for i, weight in enumerate(draw(weights(draw(st.integers(1, 3))))):
        low, steps = draw(st.sampled_from([0, 0, 1, 3])), draw(st.integers(1, 5))
        top = Fraction(low) + steps * Fraction(step)
        found.append({"key": f"c{i}", "name": f"评分项{i}", "max": decimal_text(top), "weight": weight})
        if low or draw(st.booleans()):
            found[-1]["min"] = str(low)
    return found


@st.composite
def groups(draw: st.DrawFn) -> list[Data]:
    """One to three groups, with every way of trimming and averaging."""
    found: list[Data] = []
    for i, weight in enumerate(draw(weights(draw(st.integers(1, 3))))):
        group: Data = {"key": f"g{i}", "name": f"评委组{i}", "weight": weight}
        maybe(draw, group, "drop_high", [0, 1, 1, 2])
        maybe(draw, group, "drop_low", [0, 1, 1, 2])
        least = group.get("drop_high", 0) + group.get("drop_low", 0) + 1
        maybe(draw, group, "trim_from", [least, least + 1, least + 2])
        if draw(st.integers(0, 3)) == 0:
            group["quorum"] = draw(st.integers(1, 3))
        maybe(draw, group, "average", ["mean", "median"])
        found.append(group)
    return found


@st.composite
def component_tables(draw: st.DrawFn) -> list[Data]:
    """None at all, the live score among others, or only what is brought in from outside."""
    keys = draw(
        st.sampled_from(
            [[], [], ["live"], ["live", "work"], ["work", "live"], ["live", "work", "poll"], ["work", "poll"]]
        )
    )
    parts = draw(weights(len(keys))) if keys else []
    tables = [{"key": key, "name": f"成绩{key}", "weight": part} for key, part in zip(keys, parts, strict=True)]
    return [table if table["key"] == "live" else table | draw(rules()) for table in tables]


@st.composite
def rules(draw: st.DrawFn) -> Data:
    """How the values of a component become points: as they are, or by one of the rules for raw values."""
    rule = draw(st.sampled_from(["", "points", "minmax", "minmax", "rank", "rank", "target"]))
    if not rule:
        return {}
    table: Data = {"rule": rule}
    if rule == "target":
        table["target"] = draw(st.sampled_from(["12", "0.5", "7.3"]))
    elif rule != "points":
        maybe(draw, table, "floor", ["0", "60", "33.3"])
    if rule != "points":
        maybe(draw, table, "better", ["higher", "lower", "lower"])
        maybe(draw, table, "unit", ["天", "%"])
    return table


@st.composite
def tie_breaks(draw: st.DrawFn, plan: Data) -> list[str]:
    """Any mix of the tie-breaks this plan knows, in any order, `draw` last."""
    names = ["exact"]
    for table in ("component", "group", "criterion"):
        names += [f"{table}:{item['key']}" for item in plan.get(table, [])]
    if "group" in plan:
        names.append("untrimmed")
    found = draw(st.lists(st.sampled_from(names), unique=True, max_size=4))
    return found + ["draw"] * draw(st.booleans())


@st.composite
def grades(draw: st.DrawFn) -> list[Data]:
    found = draw(st.lists(st.sampled_from(GRADES), max_size=3))
    rest: list[Data] = [{}] * draw(st.booleans())
    return [{"name": f"等次{i}", **grade} for i, grade in enumerate([*found, *rest])]


@st.composite
def plans(draw: st.DrawFn) -> Data:
    """A valid plan as tomllib would give it, decimals as text."""
    contest: Data = {"title": "擂台赛", "organizer": "指挥部", "contestants": "contestants.csv"}
    step = draw(st.sampled_from(["1", "0.5", "0.25", "0.1"]))
    if step != "1" or draw(st.booleans()):
        contest["step"] = step
    choices: list[tuple[str, list[Any]]] = [
        ("level", ["city", "system", "unit"]), ("decimals", [0, 0, 0, 1, 1, 2, 3, 4]),
        ("ranking", ["competition", "dense"]), ("board", ["overall", "category"]),
        ("missing", ["wait", "exclude"]), ("trim_at", ["total", "criterion"]), ("rank_on", ["published", "exact"]),
        ("resend", [True, False]),
    ]  # fmt: skip
    for key, values in choices:
        maybe(draw, contest, key, values)
    plan: Data = {
        "contest": contest,
        "returns": draw(returns()),
        "timer": {"speech_seconds": 480, "warning_seconds": 60},
    }
    plan["category"] = [{"key": f"k{i}", "name": f"类别{i}"} for i in range(draw(st.integers(1, 3)))]
    tables = {"component": draw(component_tables()), "grade": draw(grades())}
    without_live = bool(tables["component"]) and "live" not in [item["key"] for item in tables["component"]]
    if not without_live or draw(st.integers(0, 3)) == 0:
        tables |= {"criterion": draw(criteria(step)), "group": draw(groups())}
        contest["judges"] = "judges.csv"
    plan.update({table: items for table, items in tables.items() if items})
    contest["tie_breaks"] = draw(tie_breaks(plan))
    return plan


@st.composite
def returns(draw: st.DrawFn) -> Data:
    table: Data = {}
    maybe(draw, table, "count", [0, 1, 2, 2, 3, 8])
    maybe(draw, table, "ties", ["all", "draw", "draw"])
    maybe(draw, table, "no_show", [True, False])
    return table


@st.composite
def contestants_of(draw: st.DrawFn, plan: Data) -> list[Data]:
    keys = [category["key"] for category in plan["category"]]
    return [
        {"code": f"U{i:02}", "name": f"单位{i}", "category": draw(st.sampled_from(keys)), "lead": "", "members": ""}
        for i in range(draw(st.integers(2, 7)))
    ]


@st.composite
def judges_of(draw: st.DrawFn, plan: Data) -> list[Data]:
    """None where the plan has no groups; else one to seven; now and then a group is left without any."""
    keys = [group["key"] for group in plan.get("group", [])]
    if not keys:
        return []
    seats = keys * (draw(st.integers(0, 4)) != 4)
    seats = draw(st.permutations(seats + draw(st.lists(st.sampled_from(keys), min_size=1, max_size=7 - len(seats)))))
    return [{"code": f"J{i}", "name": f"评委{i}", "title": "", "group": group} for i, group in enumerate(seats)]


@st.composite
def cases(draw: st.DrawFn, daring: bool = False) -> Case:
    """A contest of one to three rounds, with everything that happened in them."""
    plan = draw(plans())
    contestants, judges = draw(contestants_of(plan)), draw(judges_of(plan))
    story = Story(draw, plan, contestants, judges, daring)
    story.tell()
    return Case(plan, contestants, judges, story.rounds)
