"""Which of its states the panel is in; one pure function, so that the window never has to guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ui.panel.facts import Called, Facts
from ui.panel.kept import Draft, Kept


class State(Enum):
    """What a panel can be in the middle of."""

    CONNECTING = auto()
    UNREACHED = auto()
    REVOKED = auto()
    FINISHED = auto()
    ABSENT = auto()
    WAITING = auto()
    CALLED = auto()
    NOT_OPEN = auto()
    CLOSED = auto()
    LATE = auto()
    RECUSED = auto()
    TAKEN = auto()
    UNSENT = auto()
    CONFLICT = auto()
    STORED = auto()
    OPEN = auto()
    EDITING = auto()
    RETURNED = auto()


FORMS = frozenset({State.OPEN, State.RETURNED, State.EDITING})
"""States in which the judge fills in scores."""
NOBODY = frozenset({State.CONNECTING, State.UNREACHED, State.REVOKED, State.FINISHED, State.ABSENT, State.WAITING})
"""States that are about no contestant."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A state, and the ballot of this device it is about, if any."""

    state: State
    kept: Kept | None = None


def situation(facts: Facts, ballots: Sequence[Kept], draft: Draft | None) -> Situation:
    """Where a panel stands that has heard of its desk; `draft` is what is typed for the contestant on stage."""
    if facts.round_closed:
        return Situation(State.FINISHED)
    if facts.absent:
        return Situation(State.ABSENT)
    if facts.entry is None:
        return Situation(State.WAITING)
    mine = [kept for kept in ballots if (kept.round, kept.entry) == (facts.round, facts.entry.code)]
    return _with_own(facts, facts.entry, mine) or _with_desk(facts, mine, draft)


def _with_own(facts: Facts, entry: Called, mine: Sequence[Kept]) -> Situation | None:
    """What this device's own ballots come to, before anything the desk has."""
    unsent = next((kept for kept in mine if kept.fate == "unsent" and kept.version == entry.version), None)
    if unsent:
        return Situation(State.UNSENT, unsent)
    if facts.recused:
        return Situation(State.RECUSED)
    if facts.seat_scored:
        return Situation(State.TAKEN)
    conflict = next((kept for kept in mine if kept.fate == "conflict"), None)
    return Situation(State.CONFLICT, conflict) if conflict and facts.open else None


def _with_desk(facts: Facts, mine: Sequence[Kept], draft: Draft | None) -> Situation:
    if facts.ballot:
        editing = facts.open and facts.resend and draft is not None and draft.replaces == facts.ballot.ballot_id
        return Situation(State.EDITING if editing else State.STORED)
    if facts.open:
        return Situation(State.RETURNED if facts.returned else State.OPEN)
    late = next((kept for kept in reversed(mine) if kept.lacks), None)
    if late:
        return Situation(State.LATE, late)
    return Situation({"called": State.CALLED, "closed": State.CLOSED}.get(facts.phase, State.NOT_OPEN))
