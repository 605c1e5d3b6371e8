"""Indicators: raw values that a stated rule turns into 0–100 points (rules.md, Plan, `[[component]]`).

What is compared are the values of the entries of one board that take part; an entry that is a no-show or withdrawn is
left out, and so is one without a value. `minmax` and `rank` follow from all of them, so a value that comes in or is
corrected may change the points of the others on its board; `target` follows from each value alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from scoring.contest import Attendance, Contest, Entry, Round
from scoring.plan import Component

HUNDRED = Fraction(100)
Points: TypeAlias = Mapping[str, Mapping[str, Fraction]]
"""Points by component that has a rule, and by entry."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One raw value: of which component and entry, the entry's board, and whether the entry takes part."""

    component: str
    code: str
    board: str
    value: Decimal
    compared: bool


def raw_values(contest: Contest, round_: Round) -> tuple[Raw, ...]:
    """All raw values of a round: what the points of its indicators follow from, besides the plan."""
    rated = [part.key for part in contest.plan.components if part.rated]
    return tuple(
        Raw(key, entry.code, _board(contest, entry), entry.values[key], entry.attendance is Attendance.PRESENT)
        for key in rated
        for entry in round_.entries
        if key in entry.values
    )


def indicator_points(contest: Contest, round_: Round) -> Points:
    """The points of every indicator of a round; an entry that has none of one is not in it."""
    raws = raw_values(contest, round_)
    return {part.key: _points_of(part, raws) for part in contest.plan.components if part.rated}


def _points_of(part: Component, raws: Sequence[Raw]) -> dict[str, Fraction]:
    mine = [raw for raw in raws if raw.component == part.key]
    boards = {
        raw.board: best_first(part, [r.value for r in mine if r.compared and r.board == raw.board]) for raw in mine
    }
    return {
        raw.code: points(part, raw.value, boards[raw.board]) for raw in mine if raw.compared or part.rule == "target"
    }


def brought_in(entry: Entry, points: Points) -> dict[str, Fraction]:
    """Every value of an entry from outside, in points: an indicator's are those of its raw value, where it has any."""
    given = {key: Fraction(value) for key, value in entry.values.items() if key not in points}
    return given | {key: by_entry[entry.code] for key, by_entry in points.items() if entry.code in by_entry}


def compared_values(contest: Contest, round_: Round, part: Component, entry: Entry) -> tuple[Decimal, ...]:
    """The values that an entry's value of a component is compared with, its own included, best first."""
    board = _board(contest, entry)
    raws = raw_values(contest, round_)
    mine = [raw.value for raw in raws if raw.component == part.key and raw.board == board and raw.compared]
    return best_first(part, mine)


def _board(contest: Contest, entry: Entry) -> str:
    """The board of an entry: with one board for all they are all compared with each other."""
    return "" if contest.plan.board == "overall" else contest.contestants[entry.code].category


def best_first(part: Component, values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Values in the order in which a component has them: the best first."""
    return tuple(sorted(values, reverse=part.better == "higher"))


def points(part: Component, value: Decimal, compared: Sequence[Decimal]) -> Fraction:
    """The points of a value among those it is compared with, best first and its own included. Exact, 0–100."""
    match part.rule:
        case "minmax":
            return _spread(part, *_range(value, compared))
        case "rank":
            return _spread(part, len(compared) - place(value, compared), len(compared) - 1)
        case "target":
            return _attained(part, Fraction(value))
        case _:
            return Fraction(value)


def _range(value: Decimal, compared: Sequence[Decimal]) -> tuple[Fraction, Fraction]:
    """How far a value is from the worst, and how far the best is, both counted from the worst to the better side."""
    best, worst = Fraction(compared[0]), Fraction(compared[-1])
    return abs(Fraction(value) - worst), abs(best - worst)


def place(value: Decimal, compared: Sequence[Decimal]) -> int:
    """The place of a value among those compared: one more than the number of better ones, so equals share it."""
    return compared.index(value) + 1


def _spread(part: Component, ahead: Fraction | int, whole: Fraction | int) -> Fraction:
    """From the points of the worst to 100; where all are equal, or there is but one, nobody is worse than the best."""
    floor = Fraction(part.floor)
    return floor + (HUNDRED - floor) * Fraction(ahead) / Fraction(whole) if whole else HUNDRED


def _attained(part: Component, value: Fraction) -> Fraction:
    """The share of the target that was reached, in points; not below 0 and not above 100."""
    target = Fraction(part.target or 1)
    if part.better == "lower":
        return HUNDRED if value <= target else HUNDRED * target / value
    return min(HUNDRED, max(Fraction(0), HUNDRED * value / target))
