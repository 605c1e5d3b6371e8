"""The one next sensible step of a session; plain facts, no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scoring import conduct
from scoring.contest import Attendance, Entry, Phase
from scoring.moment import next_entry
from scoring.results import EntryResult, Status
from scoring.rounds import may_close_round
from ui.snapshot import Snapshot


class StepKind(StrEnum):
    """What to do next."""

    FILL_LINEUP = "fill-lineup"
    CALL = "call"
    START_TIMER = "start-timer"
    OPEN = "open"
    CLOSE = "close"
    REVEAL = "reveal"
    SOLVE = "solve"
    CLOSE_ROUND = "close-round"
    SIGN = "sign"
    BULLETIN = "bulletin"
    NEXT_ROUND = "next-round"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step, the entry it is about, and how many ballots are still missing."""

    kind: StepKind
    code: str = ""
    missing: int = 0


def next_step(now: Snapshot, *, published: bool) -> NextStep:
    """What the organizer will most likely want; `published`: the bulletin of the closed round was made."""
    round_ = now.round
    if round_.closed is not None:
        return NextStep(_after_closing(now, published=published))
    if not round_.entries:
        return NextStep(StepKind.FILL_LINEUP)
    return _on_stage(now) or _after_entry(now)


def _after_closing(now: Snapshot, *, published: bool) -> StepKind:
    """Signed, then published, then the next round; nobody vouches for a rehearsal."""
    if published:
        return StepKind.NEXT_ROUND
    return StepKind.BULLETIN if now.round.signatures or now.contest.rehearsal else StepKind.SIGN


def _on_stage(now: Snapshot) -> NextStep | None:
    entry = now.on_stage
    if entry is None or entry.attendance is not Attendance.PRESENT:
        return None
    if conduct.scoring_open(now.round):
        missing = len(conduct.missing_ballots(now.contest, now.round, entry))
        return NextStep(StepKind.CLOSE, entry.code, missing)
    if entry.phase is Phase.CALLED and now.plan.has_live:
        return NextStep(StepKind.START_TIMER if timer_waits(now) else StepKind.OPEN, entry.code)
    return NextStep(StepKind.REVEAL, entry.code) if may_reveal(now, entry) else None


def _after_entry(now: Snapshot) -> NextStep:
    if not (now.plan.has_live or now.contest.judges):
        return _closing(now)
    following = next_entry(now.contest)
    if following:
        return NextStep(StepKind.CALL, following.code)
    unrevealed = to_reveal(now)
    if unrevealed:
        return NextStep(StepKind.REVEAL, unrevealed.code)
    return _closing(now)


def _closing(now: Snapshot) -> NextStep:
    """What is open, or the closing. Where nobody judges this is all there is: who goes on stage all the same is asked
    for, not waited for.
    """
    may_close = may_close_round(now.round, now.standings)
    return NextStep(StepKind.CLOSE_ROUND if may_close else StepKind.SOLVE)


def timer_waits(now: Snapshot) -> bool:
    """Whether the plan has a speech timer that was not started for the entry on stage."""
    clock = now.contest.clock
    return now.plan.timer.speech_seconds > 0 and clock.since is None and not clock.used


def may_reveal(now: Snapshot, entry: Entry) -> bool:
    """Whether an entry has a result that the room has not seen as it is now."""
    if conduct.scoring_open(now.round) is entry or entry.attendance is not Attendance.PRESENT:
        return False
    result = now.result(entry.code)
    return result.status is Status.COMPLETE and not is_shown(entry, result)


def is_shown(entry: Entry, result: EntryResult) -> bool:
    """Whether the room has seen exactly this result."""
    return entry.revealed is not None and entry.revealed.result == result


def to_reveal(now: Snapshot) -> Entry | None:
    """The first entry of the line-up whose result waits to be revealed."""
    return next((entry for entry in now.round.entries if may_reveal(now, entry)), None)
