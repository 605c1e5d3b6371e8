"""The worked example shows what the rules do, by the same arithmetic and in the same words as a real result."""

from __future__ import annotations

from typing import Any

from scoring.plan_file import parse_plan
from scoring.worked_example import Example, worked_example
from tests.storage.story import RICH, SMALL

NAMES = ("甲", "乙", "丙")


def example(plan: dict[str, Any], **seats: int) -> Example:
    return worked_example(parse_plan(plan), seats, NAMES, "Judge {n}")


def lines(found: Example) -> list[str]:
    return [text.en for text in found.explanation]


def test_three_contestants_are_ranked_and_the_first_is_explained() -> None:
    found = example(SMALL, g=2, h=1)
    assert [(row.rank, row.name, row.returns) for row in found.rows] == [
        (1, "甲", False),
        (2, "乙", False),
        (3, "丙", True),
    ]
    said = lines(found)
    assert said[0] == "A 甲, round 1"
    assert sum(line.startswith("  ") and "Judge" in line for line in said) == 3
    assert any(line.startswith("final score = ") for line in said)


def test_another_rule_changes_what_it_says() -> None:
    groups = [{**SMALL["group"][0], "drop_high": 1, "drop_low": 1}, SMALL["group"][1]]
    dropped = lines(example({**SMALL, "group": groups}))
    assert sum("dropped as" in line for line in dropped) == 2, "as many judges as it takes to drop some"
    assert not any("dropped as" in line for line in lines(example(SMALL)))
    assert any("fewer than 3" in line for line in lines(example({**SMALL, "group": groups}, g=2)))
    weighed = [{**SMALL["group"][0], "weight": "10"}, {**SMALL["group"][1], "weight": "90"}]
    assert example({**SMALL, "group": weighed}).rows[0].result.exact != example(SMALL).rows[0].result.exact


def test_too_few_judges_for_a_quorum_show_that_nothing_would_be_complete() -> None:
    groups = [{**SMALL["group"][0], "quorum": 3}, SMALL["group"][1]]
    found = example({**SMALL, "group": groups}, g=2)
    assert lines(found)[-1] == "the result is not complete: 领导评委 has 2 of at least 3 ballots"


def test_parts_from_outside_and_grades_take_part() -> None:
    found = example(RICH)
    assert any(line.startswith("composite = 现场") for line in lines(found))
    assert [row.grade for row in found.rows] == ["优秀", "优秀", "良好"]
    alone = {key: RICH[key] for key in ("contest", "category")}
    found = example({**alone, "component": [{"key": "work", "name": "平时", "weight": "100"}]})
    assert [str(row.result.published) for row in found.rows] == ["95.00", "91.00", "87.00"]
