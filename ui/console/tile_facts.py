"""How every judge stands with one entry; plain facts, no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from scoring import conduct
from scoring.arithmetic import Panel
from scoring.ballots import ballot_total
from scoring.contest import Ballot, Entry
from scoring.plan import Group, Judge, Plan
from scoring.points import published
from scoring.results import GroupResult
from ui.desk import Snapshot
from ui.links import Presence

ASLEEP_AFTER = 20.0
"""Seconds without a sign of life after which a linked device counts as asleep."""


class TileState(StrEnum):
    """What a tile says first."""

    WAITING = "waiting"
    DRAFT = "draft"
    UNSENT = "unsent"
    STORED = "stored"
    RETURNED = "returned"
    ABSENT = "absent"
    LEFT = "left"
    RECUSED = "recused"
    OFFLINE = "offline"


class Contact(StrEnum):
    """How a seat is linked."""

    NEVER = "never"
    LOST = "lost"
    ASLEEP = "asleep"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Tile:
    """One judge and one entry. `total` and `stored_at` (UTC) belong to the stored ballot; `off` is how far its
    total lies from the median of the others in the group where that is far (`scoring.hints`); `seen` seconds since the
    last contact if that is lost, `trip` how long the device takes to answer, in milliseconds.
    """

    judge: Judge
    state: TileState
    contact: Contact
    open: bool = False
    total: str = ""
    stored_at: str = ""
    dropped: Literal["high", "low"] | None = None
    off: Fraction | None = None
    draft: int = 0
    criteria: int = 0
    reason: str = ""
    seen: float | None = None
    devices: int = 0
    trip: float | None = None


@dataclass(frozen=True, slots=True)
class TileGroup:
    """A judge group and its tiles; how many of the expected ballots are stored."""

    group: Group
    tiles: tuple[Tile, ...]
    stored: int
    expected: int
    void: bool


def contact(presence: Presence) -> Contact:
    """How a seat is linked."""
    if presence.seen is None:
        return Contact.NEVER
    if presence.asleep:
        return Contact.ASLEEP
    if not presence.devices:
        return Contact.LOST
    return Contact.ASLEEP if presence.seen > ASLEEP_AFTER else Contact.HERE


def needs_help(tile: Tile) -> bool:
    """Whether a ballot is waited for that cannot come by itself: the device is away, or does not get it through."""
    if not tile.open or tile.state not in (TileState.OFFLINE, TileState.DRAFT, TileState.UNSENT):
        return False
    return tile.state is TileState.UNSENT or tile.contact in (Contact.NEVER, Contact.LOST)


def total_text(total: Fraction, plan: Plan) -> str:
    """A ballot's total with the places of a score's step, or two where it needs more."""
    return _total_text(total, plan.step)


@lru_cache(maxsize=4096)
def _total_text(total: Fraction, step: Decimal) -> str:
    exponent = step.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    exact = published(total, places)
    return str(exact if Fraction(exact) == total else published(total, 2))


def tile_groups(now: Snapshot, entry: Entry, presence: Mapping[str, Presence]) -> tuple[TileGroup, ...]:
    """All groups of the plan, each with a tile for every seat."""
    panel = Panel.of(now.contest, now.round)
    result = now.result(entry.code)
    return tuple(_group(now, panel, entry, group, result.groups.get(group.key), presence) for group in now.plan.groups)


def _group(
    now: Snapshot,
    panel: Panel,
    entry: Entry,
    group: Group,
    result: GroupResult | None,
    presence: Mapping[str, Presence],
) -> TileGroup:
    expected = panel.expected(entry, group.key)
    far = now.far_off(entry.code)
    tiles = tuple(
        _tile(now, panel, entry, judge, result, presence.get(judge.code, Presence()), far.get(judge.code))
        for judge in panel.seats[group.key]
    )
    return TileGroup(
        group=group,
        tiles=tiles,
        stored=sum(code in entry.ballots for code in expected),
        expected=len(expected),
        void=group.key in panel.void,
    )


def _tile(
    now: Snapshot,
    panel: Panel,
    entry: Entry,
    judge: Judge,
    result: GroupResult | None,
    presence: Presence,
    off: Fraction | None,
) -> Tile:
    ballot = entry.ballots.get(judge.code)
    returned = entry.returned.get(judge.code)
    is_open = conduct.open_for(now.round, entry, judge.code)
    return Tile(
        judge=judge,
        state=_state(panel, entry, judge.code, presence, is_open),
        contact=contact(presence),
        open=is_open,
        total=total_text(_total(now.plan, ballot, result), now.plan) if ballot else "",
        stored_at=ballot.stored_at if ballot else "",
        dropped=_dropped(result, judge.code),
        off=off,
        draft=presence.draft,
        criteria=len(now.plan.criteria),
        reason=returned.reason if returned else "",
        seen=None if contact(presence) is Contact.HERE else presence.seen,
        devices=presence.devices,
        trip=presence.round_trip if contact(presence) is Contact.HERE else None,
    )


def _state(panel: Panel, entry: Entry, judge: str, presence: Presence, is_open: bool) -> TileState:
    if judge in panel.absent:
        return TileState.ABSENT
    if judge in entry.recused:
        return TileState.RECUSED
    if judge in entry.ballots:
        return TileState.STORED
    if judge in panel.left:
        return TileState.LEFT
    if judge in entry.returned:
        return TileState.RETURNED
    if is_open and presence.unsent:
        return TileState.UNSENT
    if is_open and presence.draft:
        return TileState.DRAFT
    return TileState.OFFLINE if contact(presence) in (Contact.NEVER, Contact.LOST) else TileState.WAITING


def _dropped(result: GroupResult | None, judge: str) -> Literal["high", "low"] | None:
    if result is None:
        return None
    if isinstance(result.dropped_high, tuple) and judge in result.dropped_high:
        return "high"
    return "low" if isinstance(result.dropped_low, tuple) and judge in result.dropped_low else None


def _total(plan: Plan, ballot: Ballot, result: GroupResult | None) -> Fraction:
    """The total that was worked out already, where the ballot counts."""
    known = result.totals.get(ballot.judge) if result else None
    return ballot_total(plan, ballot.scores) if known is None else known


def off_text(off: Fraction) -> str:
    """Points off, to one decimal, with its sign."""
    return f"{Decimal(published(off, 1)):+}".replace("-", "−")
