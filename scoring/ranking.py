"""Ranks, ties, grades and returns of one board (rules.md, Ranking)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import TypeAlias

from scoring.contest import Draw
from scoring.draws import latest_draw
from scoring.plan import Grade, Plan
from scoring.results import Row, Status

Codes: TypeAlias = tuple[str, ...]
_SETTLED = {Status.COMPLETE, Status.NO_SHOW, Status.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Ranking:
    """The rows of a board, best first, unranked ones last; `final` and `needs_draw` as in the standings."""

    rows: tuple[Row, ...]
    final: bool
    needs_draw: tuple[Codes, ...]


@dataclass(frozen=True, slots=True)
class _Tie:
    """Rows that no tie-break told apart (usually one), and the tie-break that set them off from their equals."""

    rows: list[Row]
    told_apart_by: str | None
    waits: bool


def rank(plan: Plan, rows: Sequence[Row], draws: Sequence[Draw]) -> Ranking:
    """Rank rows given in line-up order with nothing but code, names and result filled in."""
    ties = _ties(plan, [row for row in rows if row.result.status is Status.COMPLETE], draws)
    places = _places(plan, ties)
    waiting = tuple(tuple(row.code for row in tie.rows) for tie in ties if tie.waits)
    settled = not waiting and all(row.result.status in _SETTLED for row in rows)
    returning, undecided = _returning(plan, places, draws) if settled else (frozenset[str](), None)
    final = settled and undecided is None
    ranked = [_placed(plan, place, len(places), final and place.row.code in returning) for place in places]
    unranked = [
        replace(row, returns=True) if final and _stays_away(plan, row) else row
        for row in rows
        if row.result.status is not Status.COMPLETE
    ]
    return Ranking((*ranked, *unranked), final, waiting if undecided is None else (*waiting, undecided))


def score_of(plan: Plan, row: Row) -> Decimal | Fraction:
    """What a ranked row is ranked on: P, or F with `rank_on = "exact"`."""
    value = row.result.exact if plan.rank_on == "exact" else row.result.published
    assert value is not None
    return value


def _ties(plan: Plan, rows: list[Row], draws: Sequence[Draw]) -> list[_Tie]:
    equal = _split(rows, lambda row: score_of(plan, row))
    return [tie for group in equal for tie in _broken(group, None, plan.tie_breaks, draws)]


def _split(rows: Sequence[Row], value: Callable[[Row], Decimal | Fraction | None]) -> list[list[Row]]:
    """Groups of equal value, highest first; rows without a value come last."""

    def key(row: Row) -> tuple[bool, Decimal | Fraction]:
        found = value(row)
        return (found is not None, found if found is not None else Fraction(0))

    return [list(group) for _, group in groupby(sorted(rows, key=key, reverse=True), key=key)]


def _broken(rows: list[Row], by: str | None, tie_breaks: Sequence[str], draws: Sequence[Draw]) -> list[_Tie]:
    """Apply the tie-breaks in order to rows of equal score; stable for what stays tied."""
    if len(rows) == 1 or not tie_breaks:
        return [_Tie(rows, by, waits=False)]
    first, *rest = tie_breaks
    if first == "draw":
        return _drawn(rows, by, draws)
    parts = _split(rows, lambda row: row.result.tie_values.get(first))
    told = first if len(parts) > 1 else by
    return [tie for part in parts for tie in _broken(part, told, rest, draws)]


def _drawn(rows: list[Row], by: str | None, draws: Sequence[Draw]) -> list[_Tie]:
    draw = latest_draw(draws, (row.code for row in rows))
    if draw is None:
        return [_Tie(rows, by, waits=True)]
    return [_Tie([row], "draw", waits=False) for row in sorted(rows, key=lambda row: draw.order.index(row.code))]


@dataclass(frozen=True, slots=True)
class _Place:
    """A ranked row: its rank, and the tie-break that set it off from its equals."""

    row: Row
    rank: int
    tie_break: str | None


def _places(plan: Plan, ties: Sequence[_Tie]) -> list[_Place]:
    places: list[_Place] = []
    for number, tie in enumerate(ties, start=1):
        shared = number if plan.ranking == "dense" else len(places) + 1
        places += [_Place(row, shared, tie.told_apart_by) for row in tie.rows]
    return places


def _placed(plan: Plan, place: _Place, ranked: int, returns: bool) -> Row:
    row = place.row
    grade = next((each.name for each in plan.grades if _fits(each, place, ranked)), None)
    return replace(row, rank=place.rank, tie_break=place.tie_break, grade=grade, returns=returns)


def _fits(grade: Grade, place: _Place, ranked: int) -> bool:
    if grade.min is not None:
        published = place.row.result.published
        return published is not None and published >= grade.min
    if grade.top is not None:
        return place.rank <= -(-Fraction(grade.top) * ranked // 100)
    return True


def _returning(plan: Plan, places: Sequence[_Place], draws: Sequence[Draw]) -> tuple[frozenset[str], Codes | None]:
    """The ranked entries that return, and the set that still waits for a draw; rank 1 never returns."""
    chosen: list[str] = []
    for rank, group in groupby(reversed(places), key=lambda place: place.rank):
        equal = [place.row.code for place in group]
        wanted = plan.returns.count - len(chosen)
        if wanted <= 0 or rank == 1:
            break
        if plan.returns.ties == "draw" and len(equal) > wanted:
            draw = latest_draw(draws, equal)
            if draw is None:
                return frozenset(chosen), tuple(reversed(equal))
            equal = list(draw.order[-wanted:])
        chosen += equal
    return frozenset(chosen), None


def _stays_away(plan: Plan, row: Row) -> bool:
    return row.result.status is Status.NO_SHOW and plan.returns.no_show
