"""Which ballots are let in: whole ones, within the range, on the step (rules.md, Arithmetic 1)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.ballots import ballot_total, read_scores, score_faults
from scoring.errors import BadInput
from scoring.plan_file import parse_plan

PLAN = parse_plan(
    {
        "contest": {"title": "擂台赛", "step": "0.5"},
        "category": [{"key": "k", "name": "类"}],
        "criterion": [
            {"key": "a", "name": "摆问题", "max": "20.25", "min": "0.25", "weight": 40},
            {"key": "b", "name": "谈思路", "max": 60},
        ],
        "group": [{"key": "g", "name": "组", "weight": 100}],
    }
)


@pytest.mark.parametrize("text", ["0.25", "0.75", "20.25", "20.250"])
def test_steps_are_counted_from_the_least_score(text: str) -> None:
    assert read_scores(PLAN, {"b": "60", "a": text}) == {"a": Decimal(text), "b": Decimal(60)}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "is blank; a blank is not a zero"),
        (" ", "is blank; a blank is not a zero"),
        (None, "is missing"),
        (18, 'must be a score as text, such as "18.5"'),
        (18.5, 'must be a score as text, such as "18.5"'),
        (True, 'must be a score as text, such as "18.5"'),
        ("１８", "'１８' is not a score; write 18 or 18.5"),
        ("x" * 99, f"'{'x' * 40}' is not a score; write 18 or 18.5"),
        ("0", "0 is outside 0.25–20.25"),
        ("20.75", "20.75 is outside 0.25–20.25"),
        ("1", "1 is not a whole step of 0.5"),
        ("0.250000000000000001", "0.250000000000000001 is not a whole step of 0.5"),
    ],
)
def test_a_score_that_is_not_let_in_says_why(value: object, said: str) -> None:
    faults = score_faults(PLAN, {"a": value, "b": "30"})
    assert {key: text.en for key, text in faults.items()} == {"a": said}


def test_every_bad_score_of_a_ballot_is_named_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        read_scores(PLAN, {"b": "61", "c": "1"})
    assert caught.value.lines("en") == [
        "c: is not a criterion of this contest",
        "a: is missing",
        "b: 61 is outside 0–60",
    ]
    assert all(line for line in caught.value.lines("zh"))


def test_a_ballot_comes_to_the_weighted_share_of_every_maximum() -> None:
    scores = {"a": Decimal("10.25"), "b": Decimal("19.5")}
    assert ballot_total(PLAN, scores) == Fraction(40 * 41, 81) + Fraction(39, 2)
