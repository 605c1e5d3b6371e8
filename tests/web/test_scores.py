"""The panel's arithmetic is the desk's: exact to the last step, whatever the plan."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Page

from scoring.points import plain_decimal, published

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]
Criteria = list[dict[str, str]]


def call(files: Page, module: str, name: str, *arguments: Any) -> Any:
    script = "async ([module, name, args]) => (await import('/static/' + module))[name](...args)"
    return files.evaluate(script, [module, name, list(arguments)])


def criterion(max_: str = "20", min_: str = "0", step: str = "0.5", weight: str = "") -> dict[str, str]:
    return {"key": "k", "name": "k", "min": min_, "max": max_, "step": step, "weight": weight or max_}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "blank"),
        ("18.5", None),
        ("0", None),
        ("20", None),
        ("20.0", None),
        ("20.5", "high"),
        ("18.3", "step"),
        ("1e1", "number"),
        ("-1", "number"),
        ("１８", "number"),
        (".5", "number"),
    ],
)
def test_a_score_is_taken_or_the_fault_is_named(files: Page, text: str, why: str | None) -> None:
    assert call(files, "scores.js", "fault", text, criterion()) == why


def test_steps_are_counted_from_the_least_score(files: Page) -> None:
    odd = criterion(max_="10.75", min_="0.75", step="2")
    assert [call(files, "scores.js", "fault", text, odd) for text in ("0.75", "2.75", "2", "0")] == [
        None,
        None,
        "step",
        "low",
    ]


@pytest.mark.parametrize(
    ("text", "direction", "after"),
    [
        ("18.5", 1, "19"),
        ("18.5", -1, "18"),
        ("20", 1, "20"),
        ("0", -1, "0"),
        ("", 1, "0"),
        ("", -1, "20"),
        ("18.3", 1, "18.5"),
        ("18.3", -1, "18"),
        ("99", -1, "20"),
        ("19.", 1, "19.5"),
    ],
)
def test_plus_and_minus_go_one_step_and_stay_in_range(files: Page, text: str, direction: int, after: str) -> None:
    assert call(files, "scores.js", "stepped", text, criterion(), direction) == after


@pytest.mark.parametrize(
    ("typed", "kept", "sent"),
    [
        ("１８．５", "18.5", "18.5"),
        ("18。5", "18.5", "18.5"),
        ("18分", "18", "18"),
        (".5", ".5", "0.5"),
        ("018.50", "018.50", "18.5"),
        ("1.2.3", "1.23", "1.23"),
        ("-7", "7", "7"),
        ("一", "", ""),
    ],
)
def test_what_a_finger_or_an_input_method_leaves_becomes_plain_digits(
    files: Page, typed: str, kept: str, sent: str
) -> None:
    assert call(files, "scores.js", "cleaned", typed) == kept
    assert call(files, "scores.js", "finished", kept) == sent


def test_the_total_on_the_panel_is_the_total_at_the_desk(files: Page) -> None:
    cases = [_case(random.Random(seed)) for seed in range(200)]
    script = """async (cases) => {
        const { total, totalText } = await import('/static/scores.js');
        return cases.map(([criteria, scores]) => {
            const { top, bottom } = total(criteria, scores);
            return [String(top), String(bottom), totalText({ top, bottom }, 1)];
        });
    }"""
    for (criteria, scores), (top, bottom, text) in zip(cases, files.evaluate(script, cases), strict=True):
        exact = sum(
            (Fraction(c["weight"]) * Fraction(scores[c["key"]]) / Fraction(c["max"]) for c in criteria), Fraction(0)
        )
        assert Fraction(int(top), int(bottom)) == exact
        if text.startswith("≈"):
            assert text == f"≈ {published(exact, 2)}"
        else:
            assert Fraction(text) == exact


def _case(dice: random.Random) -> tuple[Criteria, dict[str, str]]:
    criteria, scores = [], {}
    for key in ("a", "b", "c"):
        max_ = dice.choice(["5", "10", "20", "30", "7", "12.5", "0.3"])
        criteria.append({**criterion(max_, weight=dice.choice(["33.4", "10", "0.001", max_])), "key": key})
        scores[key] = plain_decimal(published(Fraction(max_) * dice.randint(0, 8) / 8, 4))
    return criteria, scores


@pytest.mark.parametrize(
    ("text", "key", "fresh", "after"),
    [
        ("18", "5", True, "5"),
        ("1", "8", False, "18"),
        ("18", ".5", True, "18.5"),
        ("18.5", ".5", False, "18.5"),
        ("", ".5", True, "0.5"),
        ("0", "7", False, "7"),
        ("18.5", "back", True, "18."),
        ("18", ".", False, "18."),
        ("", ".", False, "0."),
    ],
)
def test_a_key_of_the_pad_does_what_a_judge_expects(files: Page, text: str, key: str, fresh: bool, after: str) -> None:
    assert call(files, "pad.js", "pressed", text, key, fresh) == after
