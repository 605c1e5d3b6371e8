"""Panels that are bound to an address which is not there any more, and what each may hold; plain facts, no widgets.

A browser keeps what was typed apart for every address: the page that holds a ballot can send it only to the address it
came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address

from scoring import conduct
from scoring.arithmetic import Panel
from scoring.plan import Judge
from ui.links import Presence, Reach
from ui.snapshot import Snapshot


class Holds(StrEnum):
    """What a panel that cannot be reached may hold, as far as the desk knows."""

    UNSENT = "unsent"
    DRAFT = "draft"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Stranded:
    """A seat that was last heard of at `host`, which is gone. `draft` of `criteria` were filled in then."""

    judge: Judge
    host: str
    seen: float
    holds: Holds
    draft: int = 0
    criteria: int = 0


def stranded(now: Snapshot, presence: Mapping[str, Presence], reach: Reach) -> tuple[Stranded, ...]:
    """All such seats, in the order of the judges; those who may hold something first."""
    found = [
        Stranded(judge, seat.host, seat.seen, _holds(now, judge, seat), seat.draft, len(now.plan.criteria))
        for judge in now.contest.bench.seated
        if (seat := presence.get(judge.code)) and seat.seen is not None and _is_gone(seat.host, reach)
    ]
    return tuple(sorted(found, key=lambda each: list(Holds).index(each.holds)))


def _is_gone(host: str, reach: Reach) -> bool:
    """A name may lead to the new address as well, and this machine always reaches itself."""
    try:
        return not ip_address(host).is_loopback and host not in reach.hosts
    except ValueError:
        return False


def _holds(now: Snapshot, judge: Judge, seat: Presence) -> Holds:
    if seat.unsent:
        return Holds.UNSENT
    entry = now.on_stage
    if entry is None or judge.code in entry.ballots or not conduct.open_for(now.round, entry, judge.code):
        return Holds.NOTHING
    if not Panel.of(now.contest, now.round).expects(entry, judge.code):
        return Holds.NOTHING
    return Holds.DRAFT if seat.draft else Holds.UNKNOWN
