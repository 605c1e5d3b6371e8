"""What another plan changes is said in plain words, in both languages."""

from __future__ import annotations

from typing import Any

from scoring.plan import Plan
from scoring.plan_document import plan_document
from scoring.plan_draft import TABLES, PlanDraft
from scoring.plan_file import parse_plan
from scoring.plan_words import CHOICES, allowed, differences, key_name
from tests.storage.story import RICH

BEFORE = parse_plan({**RICH, "contest": {**RICH["contest"], "tie_breaks": ["exact", "group:g", "draw"]}})


def changed(**tables: Any) -> Plan:
    """The rich plan with other tables, heads by key."""
    document = plan_document(BEFORE)
    return parse_plan(document | {name: document[name] | table if isinstance(table, dict) else table
                                  for name, table in tables.items()})  # fmt: skip


def said(after: Plan) -> list[str]:
    texts = differences(BEFORE, after)
    assert all(text.zh for text in texts)
    return [text.en for text in texts]


def test_equal_plans_differ_in_nothing_and_digits_are_no_difference() -> None:
    assert said(BEFORE) == []
    groups = [row | {"weight": f"{row['weight']}.0"} for row in plan_document(BEFORE)["group"]]
    assert said(changed(group=groups)) == []


def test_heads_are_said_in_words() -> None:
    after = changed(
        contest={"title": "新题", "organizer": "", "resend": False, "board": "category", "step": "1", "tie_breaks": []},
        returns={"count": 2, "ties": "all"},
        timer={"speech_seconds": 300},
    )
    assert said(after) == [
        "Title 营商环境擂台赛 → 新题",
        "Organizer 指挥部 → none",
        "Step of a score 0.5 → 1",
        "Boards one for all → one per category",
        "Ties are broken by the final score before rounding, the score of 领导评委, a draw → none",
        "Ballots may be sent again yes → no",
        "Last places of a board 1 → 2",
        "Ties for the last place a draw decides → all of them return",
        "Speech (s) 480 → 300",
    ]


NEW_GROUP = (
    "new: Judge group “网民” (Weight 10, Highest dropped 0, Lowest dropped 0, Dropped from 1, At least 1, "
    "Average median)"
)


def test_rows_that_come_change_go_or_change_places_are_named() -> None:
    document = plan_document(BEFORE)
    g, h = document["group"]
    more = {"key": "x", "name": "网民", "weight": "10", "average": "median"}
    after = changed(
        category=[*document["category"], {"key": "m", "name": "另一类"}],
        group=[h | {"weight": "30.50"}, g | {"weight": "59.5", "drop_high": 1, "trim_from": 3}, more],
        component=[],
        grade=[{"name": "优秀", "min": "90"}, {"name": "优秀"}],
    )
    assert said(after) == [
        "new: Category “另一类”",
        "Judge group “社会评委”: Weight 40 → 30.5",
        "Judge group “领导评委”: Weight 60 → 59.5, Highest dropped 0 → 1, Dropped from 1 → 3",
        NEW_GROUP,
        "the order of Judge group",
        "taken out: Component “现场”",
        "taken out: Component “平时”",
        "taken out: Grade “良好”",
        "Grade “优秀”: Top per cent 50 → none, From score none → 90",
        "new: Grade “优秀”",
    ]


def test_every_field_of_a_form_has_a_name_and_every_choice_its_word() -> None:
    draft = PlanDraft.of(BEFORE)
    fields = [(head, key) for head, values in draft.heads.items() for key in values]
    fields += [(table, key) for table, keys in TABLES.items() for key in keys]
    assert all(key_name(table, key).zh and key_name(table, key).en for table, key in fields)
    assert all(f"{head}.{key}" not in CHOICES or value in CHOICES[f"{head}.{key}"]
               for head, values in draft.heads.items() for key, value in values.items())  # fmt: skip
    assert allowed("criterion", "weight") != allowed("group", "weight")
    assert allowed("group", "average") is None
