"""Which scores are valid, and what a ballot comes to (rules.md, Arithmetic 1)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from scoring.errors import BadInput, Fault
from scoring.plan import Criterion, Plan
from scoring.points import is_step, parse_score, plain_decimal
from scoring.text import Text

MISSING = Text("未填写", "is missing")
UNKNOWN = Text("没有这个评分项", "is not a criterion of this contest")
BLANK = Text("空白，空白不等于零分", "is blank; a blank is not a zero")
NOT_TEXT = Text('分数应为文字，如 "18.5"', 'must be a score as text, such as "18.5"')
NOT_A_NUMBER = Text("“{value}”不是分数，请写成 18 或 18.5", "'{value}' is not a score; write 18 or 18.5")
OUT_OF_RANGE = Text("{value} 超出范围 {min}–{max}", "{value} is outside {min}–{max}")
OFF_STEP = Text("{value} 不是 {step} 的整步", "{value} is not a whole step of {step}")


def score_fault(plan: Plan, criterion: Criterion, value: object) -> Text | None:
    """Why a value is no valid score of a criterion, or None where it is valid."""
    if not isinstance(value, str):
        return NOT_TEXT
    if not value.strip():
        return BLANK
    points = parse_score(value)
    if points is None:
        return NOT_A_NUMBER(value=value[:40])
    if not criterion.min <= points <= criterion.max:
        limits = {"min": plain_decimal(criterion.min), "max": plain_decimal(criterion.max)}
        return OUT_OF_RANGE(value=value, **limits)
    if not is_step(points, criterion.min, plan.step):
        return OFF_STEP(value=value, step=plain_decimal(plan.step))
    return None


def score_faults(plan: Plan, scores: Mapping[str, object]) -> dict[str, Text]:
    """Every fault of a ballot's scores, by criterion key; empty where the ballot is valid and whole."""
    faults = {key: UNKNOWN for key in scores if key not in {criterion.key for criterion in plan.criteria}}
    for criterion in plan.criteria:
        value = scores.get(criterion.key)
        fault = MISSING if value is None else score_fault(plan, criterion, value)
        if fault:
            faults[criterion.key] = fault
    return faults


def read_scores(plan: Plan, scores: Mapping[str, object]) -> dict[str, Decimal]:
    """The points of a whole, valid ballot in the order of the criteria.

    Raises `BadInput` with every fault, keyed by criterion.
    """
    faults = score_faults(plan, scores)
    if faults:
        raise BadInput([Fault(text, key=key) for key, text in faults.items()])
    return {criterion.key: Decimal(str(scores[criterion.key])) for criterion in plan.criteria}


def ballot_total(plan: Plan, scores: Mapping[str, Decimal]) -> Fraction:
    """T_j of a ballot with these scores, 0 to 100 (rules.md, Arithmetic 1). Raises `KeyError` where one is missing."""
    parts = (Fraction(c.weight) * Fraction(scores[c.key]) / Fraction(c.max) for c in plan.criteria)
    return sum(parts, Fraction(0))
