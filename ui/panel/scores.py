"""Scores as they are typed: text from the tap to the desk, and totals as fractions. No binary floats."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from scoring.points import half_width, is_step, parse_score, plain_decimal, published
from ui.panel.facts import Criterion

Fault: TypeAlias = Literal["blank", "number", "range", "step"]
MOST_DIGITS = 20
MOST_PLACES = 4


def cleaned(text: str) -> str:
    """What a finger or an input method leaves in a field, as plain digits with at most one point."""
    plain = re.sub(r"[^0-9.]", "", re.sub(r"[。，,·]", ".", half_width(text)))
    whole, point, places = plain.partition(".")
    return whole[:MOST_DIGITS] + point + places.replace(".", "")[:MOST_DIGITS]


def finished(text: str) -> str:
    """A finished entry as it will be sent: ".5" is "0.5", "18." is "18", "018.50" is "18.5"."""
    if not re.search("[0-9]", text):
        return ""
    points = parse_score(("0" + text if text.startswith(".") else text).removesuffix("."))
    return text if points is None else plain_decimal(points)


def fault(text: str, criterion: Criterion) -> Fault | None:
    """Why a finished text is no score of the criterion; None when it is one."""
    if text == "":
        return "blank"
    points = parse_score(text)
    if points is None:
        return "number"
    if not criterion.min <= points <= criterion.max:
        return "range"
    return None if is_step(points, criterion.min, criterion.step) else "step"


def hopeless(text: str, criterion: Criterion) -> bool:
    """Whether no more digits could make a score of it: 18.2 may become 18.25, but 25 of 20 stays wrong."""
    points = parse_score(text)
    if points is None:
        return False
    too_fine = len(text.partition(".")[2]) >= len(plain_decimal(criterion.step).partition(".")[2])
    return points > criterion.max or (fault(text, criterion) == "step" and too_fine)


def stepped(text: str, criterion: Criterion, direction: int) -> str:
    """The next score above (+1) or below (-1) on the criterion's steps, kept inside its range."""
    points = parse_score(finished(text))
    if points is None:
        return plain_decimal(criterion.min if direction > 0 else criterion.max)
    if not criterion.min <= points <= criterion.max:
        return plain_decimal(criterion.min if points < criterion.min else criterion.max)
    over = (points - criterion.min) % criterion.step
    step = criterion.step - over if direction > 0 else -(over or criterion.step)
    return plain_decimal(min(max(points + step, criterion.min), criterion.max))


def total(criteria: Sequence[Criterion], scores: Mapping[str, str]) -> Fraction:
    """Σ weight · score / max over the scores that are given."""
    given = ((each, parse_score(scores.get(each.key, ""))) for each in criteria)
    return sum((Fraction(each.weight) * Fraction(p) / Fraction(each.max) for each, p in given if p is not None),
               Fraction())  # fmt: skip


def total_text(criteria: Sequence[Criterion], scores: Mapping[str, str]) -> str:
    """A total as text: exact where up to four decimals can say it, else "≈" and two decimals."""
    value, least = total(criteria, scores), step_places(criteria)
    for places in range(least, max(MOST_PLACES, least) + 1):
        if (value * 10**places).denominator == 1:
            return f"{published(value, places):f}"
    return f"≈ {published(value, max(2, least)):f}"


def step_places(criteria: Sequence[Criterion]) -> int:
    """How many decimals the steps of these criteria show."""
    return max((len(plain_decimal(each.step).partition(".")[2]) for each in criteria), default=0)
