"""How every judge stands with one entry; plain facts, no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from operator import is_
from typing import Literal, NamedTuple

from scoring import conduct
from scoring.arithmetic import Panel
from scoring.ballots import ballot_total
from scoring.contest import Ballot, Entry, Returned
from scoring.plan import Group, Judge, Plan
from scoring.points import published
from scoring.results import GroupResult
from ui.links import Presence
from ui.snapshot import Snapshot

_NOBODY = Presence()
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
    total lies from the median of the group where that is far (`scoring.hints`); `seen` seconds since the
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
    """A judge group and its tiles, of a crowd none; how many of the expected ballots are stored."""

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
    return Tiles().groups(now, entry, presence, entry.ballots)


class _Facts(NamedTuple):
    """All that a tile follows from; with every ballot most tiles' facts are the very same objects as before."""

    judge: Judge
    plan: Plan
    ballot: Ballot | None
    counted: bool
    returned: Returned | None
    presence: Presence
    out: TileState | None
    left: bool
    open: bool
    dropped: Literal["high", "low"] | None
    off: Fraction | None


class _View(NamedTuple):
    """What tiles are worked out from: an entry as it was counted, and its ballots now."""

    now: Snapshot
    entry: Entry
    presence: Mapping[str, Presence]
    ballots: Mapping[str, Ballot]

    def counts_as(self, before: _View | None) -> bool:
        """Whether all but the ballots is the very same."""
        return before is not None and all(map(is_, self[:-1], before[:-1]))


class Tiles:
    """Works out tiles again and again, and gives the same one where nothing has changed."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[_Facts, Tile]] = {}
        self._view: _View | None = None

    def groups(
        self, now: Snapshot, entry: Entry, presence: Mapping[str, Presence], ballots: Mapping[str, Ballot]
    ) -> tuple[TileGroup, ...]:
        """All groups of the plan, each with a tile for every seat. `ballots` are those of the entry, of which some may
        be newer than the snapshot: whether one is dropped or far off is said once it is counted.
        """
        view = _View(now, entry, presence, ballots)
        keep, self._view = view.counts_as(self._view), view
        panel, result = Panel.of(now.contest, now.round), now.result(entry.code)
        return tuple(self._group(view, panel, group, result.groups.get(group.key), keep) for group in now.plan.groups)

    def _group(self, view: _View, panel: Panel, group: Group, result: GroupResult | None, keep: bool) -> TileGroup:
        if group.key in panel.bench.crowds:
            return _crowd(panel, view.entry, group, result)
        expected = panel.expected(view.entry, group.key)
        return TileGroup(
            group=group,
            tiles=tuple(self._tile(view, panel, judge, result, keep) for judge in panel.seats[group.key]),
            stored=sum(code in view.ballots for code in expected),
            expected=len(expected),
            void=group.key in panel.void,
        )

    def _tile(self, view: _View, panel: Panel, judge: Judge, result: GroupResult | None, keep: bool) -> Tile:
        known, ballot = self._known.get(judge.code), view.ballots.get(judge.code)
        if keep and known is not None and known[0].ballot is ballot:
            return known[1]
        facts = _facts(view, panel, judge, result)
        if known is None or known[0] != facts:
            known = self._known[judge.code] = facts, _tile(facts, result)
        return known[1]


def _facts(view: _View, panel: Panel, judge: Judge, result: GroupResult | None) -> _Facts:
    now, entry, ballot = view.now, view.entry, view.ballots.get(judge.code)
    counted = ballot is entry.ballots.get(judge.code)
    return _Facts(
        judge=judge,
        plan=now.plan,
        ballot=ballot,
        counted=counted,
        returned=entry.returned.get(judge.code),
        presence=view.presence.get(judge.code, _NOBODY),
        out=_out(panel, entry, judge.code),
        left=judge.code in panel.left,
        open=conduct.open_for(now.round, entry, judge.code),
        dropped=_dropped(result, judge.code) if counted else None,
        off=_shown(now.far_off(entry.code).get(judge.code)) if counted else None,
    )


def _tile(facts: _Facts, result: GroupResult | None) -> Tile:
    presence, ballot = facts.presence, facts.ballot
    kind = contact(presence)
    return Tile(
        judge=facts.judge,
        state=_state(facts, kind),
        contact=kind,
        open=facts.open,
        total=total_text(_total(facts, ballot, result), facts.plan) if ballot else "",
        stored_at=ballot.stored_at if ballot else "",
        dropped=facts.dropped,
        off=facts.off,
        draft=presence.draft,
        criteria=len(facts.plan.criteria),
        reason=facts.returned.reason if facts.returned else "",
        seen=None if kind is Contact.HERE else presence.seen,
        devices=presence.devices,
        trip=presence.round_trip if kind is Contact.HERE else None,
    )


def _crowd(panel: Panel, entry: Entry, group: Group, result: GroupResult | None) -> TileGroup:
    """A crowd is counted; nobody of it has a tile."""
    counted = result.counted if result else 0
    return TileGroup(group, (), counted, counted + panel.lacking(entry, group.key), group.key in panel.void)


def _out(panel: Panel, entry: Entry, judge: str) -> TileState | None:
    if judge in panel.absent:
        return TileState.ABSENT
    return TileState.RECUSED if judge in entry.recused else None


def _state(facts: _Facts, kind: Contact) -> TileState:
    if facts.out:
        return facts.out
    if facts.ballot:
        return TileState.STORED
    if facts.left:
        return TileState.LEFT
    if facts.returned:
        return TileState.RETURNED
    if facts.open and facts.presence.unsent:
        return TileState.UNSENT
    if facts.open and facts.presence.draft:
        return TileState.DRAFT
    return TileState.OFFLINE if kind in (Contact.NEVER, Contact.LOST) else TileState.WAITING


def _dropped(result: GroupResult | None, judge: str) -> Literal["high", "low"] | None:
    if result is None:
        return None
    if isinstance(result.dropped_high, tuple) and judge in result.dropped_high:
        return "high"
    return "low" if isinstance(result.dropped_low, tuple) and judge in result.dropped_low else None


def _total(facts: _Facts, ballot: Ballot, result: GroupResult | None) -> Fraction:
    """The total that was worked out already, where the ballot was counted."""
    known = result.totals.get(ballot.judge) if result and facts.counted else None
    return ballot_total(facts.plan, ballot.scores) if known is None else known


def _shown(off: Fraction | None) -> Fraction | None:
    """As it is said: the rest moves with every ballot of the group, and no tile need be painted for it."""
    return None if off is None else Fraction(published(off, 1))


def off_text(off: Fraction, decimals: int = 1) -> str:
    """Points off, to one decimal, with its sign."""
    return f"{Decimal(published(off, decimals)):+}".replace("-", "−")
