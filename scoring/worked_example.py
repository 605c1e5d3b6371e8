"""A worked example: what made-up ballots would give under a plan, through the same arithmetic as real ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from scoring.bench import CROWD
from scoring.contest import Ballot, Contest, Entry, Round
from scoring.explain import explain
from scoring.plan import LIVE, Component, Contestant, Criterion, Group, Judge, Plan
from scoring.results import Row
from scoring.standings import standings
from scoring.text import Text

MOST_JUDGES = 7
"""Judges of a group in the example, where nobody sits in it yet."""
SHARES = (Fraction(94, 100), Fraction(90, 100), Fraction(86, 100))
"""How much of the full marks the three contestants get on the whole; judges differ around it."""
SPREAD = (0, 2, -3, 1, -1, 3, -2)
"""How far judge by judge, in hundredths of the range."""
LEANING = (0, -4, 2, -2)
"""How much stricter or milder a group is than the first, so that its weight can be seen to matter."""


@dataclass(frozen=True, slots=True)
class Example:
    """Three made-up contestants as a board ranks them, and why the first of them has its score and rank."""

    rows: tuple[Row, ...]
    explanation: tuple[Text, ...]


def worked_example(plan: Plan, seats: Mapping[str, int], names: Sequence[str], judge: str) -> Example:
    """The example of a plan. `seats` says how many judges sit in each group; `names` are those of the contestants,
    `judge` what a judge is called, with a place for the number.
    """
    judges = tuple(_judges(plan, seats, judge))
    entries = tuple(_entry(plan, judges, place, code) for place, code in enumerate(_codes(names)))
    category = plan.categories[0].key
    contestants = {code: Contestant(code, name, category) for code, name in zip(_codes(names), names, strict=True)}
    contest = Contest(plan, contestants, judges, (Round(1, entries),), revision=0)
    known = standings(contest)
    rows = tuple(row for board in known.boards for row in board.rows)
    return Example(rows, tuple(explain(contest, 1, rows[0].code, known)))


def _codes(names: Sequence[str]) -> list[str]:
    return [chr(ord("A") + place) for place in range(len(names))]


def _judges(plan: Plan, seats: Mapping[str, int], called: str) -> Iterator[Judge]:
    number = 0
    for group in plan.groups:
        found = seats.get(group.key, 0)
        for _ in range(found if 0 < found <= CROWD else _enough(group)):
            number += 1
            yield Judge(str(number), called.format(n=number), "", group.key)


def _enough(group: Group) -> int:
    """As many judges as show what the group's rules do: where nobody sits yet, or a crowd."""
    return max(2, min(MOST_JUDGES, max(group.quorum, group.trim_from)))


def _entry(plan: Plan, judges: Sequence[Judge], place: int, code: str) -> Entry:
    leaning = {group.key: LEANING[number % len(LEANING)] for number, group in enumerate(plan.groups)}
    ballots = {
        each.code: Ballot(each.code, _scores(plan, place, number, leaning[each.group]))
        for number, each in enumerate(judges)
    }
    values = {part.key: _value(part, place) for part in plan.components if part.key != LIVE}
    return Entry(code, ballots=ballots, values=values)


def _value(part: Component, place: int) -> Decimal:
    """A value that grows worse from contestant to contestant; of an indicator with a target the first reaches it."""
    better = Decimal(95 - 4 * place)
    if part.target is not None:
        return part.target * (Decimal("1.1") - Decimal("0.2") * (place if part.better == "higher" else 1 - place))
    return better if part.better == "higher" else 100 - better


def _scores(plan: Plan, place: int, judge: int, leaning: int) -> dict[str, Decimal]:
    shares = (SPREAD[(judge + 2 * number + place) % len(SPREAD)] + leaning for number in range(len(plan.criteria)))
    return {
        each.key: _score(each, plan.step, SHARES[place] + Fraction(share, 100))
        for each, share in zip(plan.criteria, shares, strict=True)
    }


def _score(criterion: Criterion, step: Decimal, share: Fraction) -> Decimal:
    """The valid score nearest below a share of the way from the lowest to the highest."""
    steps = (Fraction(criterion.max) - Fraction(criterion.min)) * share // Fraction(step)
    with localcontext(prec=100):  # exact: no decimal of a plan has more than 40 digits
        return criterion.min + int(steps) * step
