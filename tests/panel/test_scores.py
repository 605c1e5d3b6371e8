"""What is typed is judged as the desk judges it, and totals are exact."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.ballots import score_fault
from scoring.plan import Plan, Setup
from tests.ui.consoles import small_setup
from ui.panel.facts import Criterion, read_facts
from ui.panel.form import pressed
from ui.panel.scores import cleaned, fault, finished, hopeless, stepped, total_text

SETUP: Setup = small_setup()
PLAN: Plan = SETUP.plan
IDEA = PLAN.criteria[0]


def criterion(**changes: str) -> Criterion:
    values = {"min": "0", "max": "20", "step": "0.5", "weight": "20", **changes}
    return Criterion("a", "甲", **{key: Decimal(value) for key, value in values.items()})


@given(st.text(st.sampled_from("0123456789.-e １。"), max_size=8))
def test_a_field_accepts_exactly_what_the_desk_accepts(text: str) -> None:
    here = Criterion(IDEA.key, IDEA.name, IDEA.min, IDEA.max, PLAN.step, IDEA.weight)
    assert (fault(text, here) is None) == (score_fault(PLAN, IDEA, text) is None)


@given(st.text(max_size=30))
def test_whatever_is_typed_becomes_a_plain_number_or_nothing(text: str) -> None:
    plain = finished(cleaned(text))
    assert plain == "" or fault(plain, criterion()) != "number"


@given(st.decimals(0, 25, places=2), st.sampled_from([1, -1]))
def test_a_step_always_lands_on_a_score(value: Decimal, direction: int) -> None:
    after = stepped(str(value), criterion(), direction)
    assert fault(after, criterion()) is None
    inside = value < 20 if direction > 0 else 0 < value <= 20
    assert not inside or (Decimal(after) - value) * direction > 0


@pytest.mark.parametrize(
    ("typed", "sent"), [(".5", "0.5"), ("18.", "18"), ("018.50", "18.5"), ("", ""), (".", ""), ("20", "20")]
)
def test_a_number_is_sent_in_its_plainest_form(typed: str, sent: str) -> None:
    assert finished(typed) == sent


@pytest.mark.parametrize(("text", "lost"), [("25", True), ("18.2", True), ("18.", False), ("1", False), ("", False)])
def test_only_what_no_digit_could_mend_is_said_while_typing(text: str, lost: bool) -> None:
    assert hopeless(finished(text), criterion()) is lost


def test_an_empty_field_steps_to_an_end_of_its_range() -> None:
    assert (stepped("", criterion(), 1), stepped("", criterion(), -1)) == ("0", "20")
    assert (stepped("3", criterion(min="5"), -1), stepped("99", criterion(), -1)) == ("5", "20")


def test_totals_are_exact_where_four_decimals_can_say_them() -> None:
    third = criterion(max="3", step="1", weight="10")
    assert total_text([criterion()], {"a": "18.5"}) == "18.5"
    assert total_text([third], {"a": "1"}) == "≈ 3.33"
    assert total_text([criterion(step="1")], {"a": "18"}) == "18"


@pytest.mark.parametrize(
    ("text", "key", "fresh", "after"),
    [
        ("18", "5", True, "5"),
        ("1", "8", False, "18"),
        ("0", "7", False, "7"),
        ("18", ".5", True, "18.5"),
        ("", ".", True, "0."),
        ("18.5", "⌫", True, "18."),
    ],
)
def test_keys_of_the_pad_type_as_people_expect(text: str, key: str, fresh: bool, after: str) -> None:
    assert pressed(text, key, fresh=fresh) == after


@pytest.mark.parametrize("answer", [{}, {"revision": 1}, {"judge": [], "entry": 1, "returned": None, "ballot": None}])
def test_an_answer_that_is_not_a_desks_is_not_taken_for_one(answer: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not the answer of a desk"):
        read_facts(answer)
