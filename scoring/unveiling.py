"""The parts of one result as a room reads them: group scores, ballots, what was dropped, what else went in."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from scoring.plan import Group, Plan
from scoring.points import plain_decimal, published
from scoring.results import EntryResult, GroupResult
from scoring.staging import Beat, Position
from scoring.views import EntryView, GroupView, RevealView, ScoreChip

_ORDER = list(Beat)


def staged_view(
    plan: Plan,
    told: Position,
    entry: EntryView,
    status: Literal["complete", "no_show", "withdrawn"],
    *,
    review: bool,
    void: Container[str] = (),
) -> RevealView:
    """A result that is told in steps, as far as it was told: never its score."""
    parts = _reached(told, Beat.PARTS)
    return RevealView(
        entry=entry,
        status=status,
        score=None,
        rank=None,
        of=0,
        groups=tuple(_so_far(told, group) for group in group_views(plan, told.result, void)),
        components=component_views(plan, told.result) if parts else (),
        adjustment=adjustment_view(plan, told.result) if parts else None,
        review=review,
        beat=told.beat.value,
    )


def _reached(told: Position, beat: Beat) -> bool:
    return _ORDER.index(told.beat) >= _ORDER.index(beat)


def _so_far(told: Position, group: GroupView) -> GroupView:
    """A group as far as it was told: its ballots, then which were dropped, then its score."""
    chips = group.chips if _reached(told, Beat.BALLOTS) else ()
    dropped = _reached(told, Beat.DROPPED)
    return replace(
        group,
        score=group.score if _reached(told, Beat.GROUPS) else None,
        chips=chips if dropped else tuple(replace(chip, dropped=None) for chip in chips),
        trim=group.trim if dropped else (0, 0),
    )


def group_views(plan: Plan, result: EntryResult, void: Container[str] = ()) -> tuple[GroupView, ...]:
    """Every group with a counted ballot; that it is void, if it is."""
    there = [group for group in plan.groups if group.key in result.groups]
    return tuple(replace(_group_view(plan, group, result), left_out=group.key in void) for group in there)


def _group_view(plan: Plan, group: Group, result: EntryResult) -> GroupView:
    shown = result.groups[group.key]
    high, low = shown.dropped_high, shown.dropped_low
    chips: tuple[ScoreChip, ...] = ()
    trim = (group.drop_high, group.drop_low) if shown.counted >= group.trim_from else (0, 0)
    if isinstance(high, tuple) and isinstance(low, tuple):
        chips, trim = _chips(shown, high, low), (len(high), len(low))
    return GroupView(group.name, plain_decimal(group.weight), _points(shown.score, plan.decimals), chips, trim)


def _chips(group: GroupResult, high: Sequence[str], low: Sequence[str]) -> tuple[ScoreChip, ...]:
    def fate(judge: str) -> Literal["high", "low"] | None:
        return "high" if judge in high else "low" if judge in low else None

    return tuple(ScoreChip(_short(total), fate(judge)) for judge, total in group.totals.items())


def _short(value: Fraction) -> str:
    """At most two decimals, no closing zeros: a ballot's total as a person would say it."""
    return plain_decimal(published(value, 2))


def component_views(plan: Plan, result: EntryResult) -> tuple[tuple[str, str], ...]:
    """The components that are there, as (name, points)."""
    if not plan.components:
        return ()
    return tuple(
        (part.name, _points(result.components[part.key], plan.decimals))
        for part in plan.components
        if part.key in result.components
    )


def adjustment_view(plan: Plan, result: EntryResult) -> str | None:
    """Points added or taken, with their sign."""
    return f"{published(result.adjustments, plan.decimals):+}" if result.adjustments else None


def score_text(result: EntryResult) -> str | None:
    """The score that counts, if there is one."""
    return None if result.published is None else str(result.published)


def _points(value: Fraction, decimals: int) -> str:
    return str(published(value, decimals))
