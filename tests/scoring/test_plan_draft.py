"""A plan on a form is the plan of its file: it is checked by the same rules, and nothing changes by itself."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from exports.plan_toml import plan_toml
from scoring.errors import BadInput
from scoring.plan_document import plan_document
from scoring.plan_draft import Item, PlanDraft
from scoring.plan_file import parse_plan
from scoring.worked_example import worked_example
from tests.contests import setup_of
from tests.oracle.strategies import plans
from tests.storage.story import RICH, SMALL


def draft_of(document: dict[str, Any]) -> PlanDraft:
    return PlanDraft.of(parse_plan(document))


def item(draft: PlanDraft, table: str, key: str) -> Item:
    return next(each for each in draft.tables[table] if each.key == key)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_any_plan_is_the_same_plan_in_its_file_and_on_a_form(document: dict[str, Any]) -> None:
    plan = parse_plan(document)
    assert parse_plan(tomllib.loads(plan_toml(plan))) == plan
    assert PlanDraft.of(plan).checked() == (plan, ())
    worked_example(plan, {}, "甲乙丙", "评委{n}")


def test_what_is_typed_is_refused_as_in_a_file_all_at_once_by_key() -> None:
    draft = draft_of(RICH)
    draft.heads["contest"] |= {"title": " ", "step": "0", "decimals": "7"}
    draft.heads["timer"]["speech_seconds"] = "８"
    draft.tables["group"][0].values |= {"weight": "fifty", "quorum": "-1"}
    draft.tables["category"].clear()
    plan, faults = draft.checked()
    assert plan is None
    with pytest.raises(BadInput) as caught:
        parse_plan(draft.document())
    assert faults == caught.value.faults
    assert {fault.key for fault in faults} >= {
        "contest.title", "contest.step", "contest.decimals", "timer.speech_seconds",
        "group[1].weight", "group[1].quorum", "category",
    }  # fmt: skip


@pytest.mark.parametrize(("low", "high"), [("40", "40"), ("50", "40"), ("0.25", "40")])
def test_scores_that_do_not_go_together_are_wrong_where_one_was_written_last(low: str, high: str) -> None:
    draft = draft_of(SMALL)
    criterion = draft.tables["criterion"][0]
    criterion.values |= {"min": low, "max": high}
    where = []
    for written in ("min", "name", "max"):
        criterion.note(written)
        where.append([fault.key for fault in draft.checked()[1]])
    assert where == [["criterion[1].min"], ["criterion[1].min"], ["criterion[1].max"]]
    criterion.note("min")
    criterion.values |= {"min": "0", "max": "forty"}
    assert [fault.key for fault in draft.checked()[1]] == ["criterion[1].max"], "wrong by itself"


def test_blank_fields_take_their_defaults() -> None:
    draft = draft_of(SMALL)
    draft.heads["contest"] |= {"decimals": " ", "step": " 0.5 "}
    draft.tables["criterion"][0].values["weight"] = ""
    draft.tables["group"][0].values |= {"drop_high": "1", "quorum": ""}
    plan, faults = draft.checked()
    assert plan is not None, faults
    assert (plan.decimals, plan.step, plan.criteria[0].weight) == (2, Decimal("0.5"), Decimal(40))
    assert (plan.groups[0].trim_from, plan.groups[0].quorum) == (2, 1)


def test_from_how_many_ballots_scores_are_dropped_follows_unless_it_was_set() -> None:
    groups = [{**SMALL["group"][0], "drop_high": 1, "trim_from": 5}, SMALL["group"][1]]
    draft = draft_of({**SMALL, "group": groups})
    assert [each.values["trim_from"] for each in draft.tables["group"]] == ["5", ""]


@pytest.mark.parametrize(("weight", "said"), [("40", ""), ("35", "还差 5"), ("40.5", "多出 0.5")])
def test_weights_say_how_far_they_are_from_a_hundred(weight: str, said: str) -> None:
    draft = draft_of(SMALL)
    draft.tables["group"][1].values["weight"] = weight
    assert [fault.text.zh.rpartition("，")[2] for fault in draft.checked()[1]] == [said][: bool(said)]


def test_rows_are_added_moved_and_taken_out() -> None:
    draft = draft_of(SMALL)
    added = draft.add("criterion")
    assert added.key == "crit1"
    added.values |= {"name": "列举措", "max": "10", "weight": "0"}
    assert draft.add("criterion").key == "crit2"
    draft.remove(item(draft, "criterion", "crit2"))
    assert draft.move(added, -1)
    assert not draft.move(draft.tables["criterion"][0], -1)
    assert not draft.move(draft.tables["criterion"][-1], 1)
    plan, _ = draft.checked()
    assert plan is not None
    assert [each.key for each in plan.criteria] == ["a", "crit1", "b"]


def test_new_rows_begin_as_they_mostly_are() -> None:
    draft = draft_of(SMALL)
    assert draft.add("group").values["average"] == "mean"
    assert [draft.add("component").key for _ in range(2)] == ["live", "part1"]
    assert set(draft.add("grade").values.values()) == {""}


def test_a_tie_break_follows_what_it_compares() -> None:
    draft = draft_of({**RICH, "contest": {**RICH["contest"], "tie_breaks": ["group:g", "component:work", "draw"]}})
    item(draft, "group", "g").values["key"] = "leaders"
    assert draft.document()["contest"]["tie_breaks"] == ["group:leaders", "component:work", "draw"]
    draft.remove(item(draft, "component", "work"))
    assert draft.document()["contest"]["tie_breaks"] == ["group:leaders", "draw"]
    item(draft, "group", "leaders").values["key"] = ""
    assert draft.document()["contest"]["tie_breaks"] == ["group:", "draw"]


def test_tie_breaks_that_are_free_can_be_added_and_moved_and_a_draw_stays_last() -> None:
    draft = draft_of(RICH)
    free = {step.word: step for step in draft.free_tie_breaks()}
    assert list(free) == [
        "exact", "component:live", "component:work", "group:g", "group:h", "criterion:a", "criterion:b", "untrimmed",
    ]  # fmt: skip
    draft.add_tie_break(free["exact"])
    draft.add_tie_break(free["criterion:b"])
    assert draft.move_tie_break(free["exact"], 1)
    assert not draft.move_tie_break(free["criterion:b"], -1)
    plan, faults = draft.checked()
    assert plan is not None, faults
    assert plan.tie_breaks == ("criterion:b", "exact", "draw")
    draft = draft_of(SMALL)
    free = {step.word: step for step in draft.free_tie_breaks()}
    assert "component:live" in free
    draft.add_tie_break(free["component:live"])
    assert draft.document()["contest"]["tie_breaks"] == ["component:live"]
    assert PlanDraft.of(setup_of(draft.document(), [], []).plan).document() == draft.document()


def test_digits_of_a_plan_stay_as_they_were_written() -> None:
    document = {**SMALL, "group": [{**SMALL["group"][0], "weight": "60.00"}, SMALL["group"][1]]}
    draft = draft_of(document)
    assert draft.tables["group"][0].values["weight"] == "60.00"
    plan, _ = draft.checked()
    assert plan is not None
    assert plan_document(plan)["group"][0]["weight"] == "60.00"
