"""Where a session stands: what the stage shows by itself, and who comes on next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.contest import Attendance, Contest, Entry, Phase, Reveal, Round, Screen
from scoring.staging import finale, position, staged_screen
from scoring.standings import boards

_ALL_AT_ONCE = {Screen.LEADERBOARD, Screen.RETURNS}


@dataclass(frozen=True, slots=True)
class Held:
    """A public board that is off for a final reveal: the record that began it, and the boards to be told after it."""

    begun: int
    others: Sequence[str] = ()


def screen_now(contest: Contest) -> Screen:
    """What the stage shows; `auto` is resolved by following the session."""
    if contest.screen is not Screen.AUTO:
        return contest.screen
    round_ = contest.live_round
    entry, staged = round_.on_stage, staged_screen(contest)
    moved = entry.moved if entry else 0
    left = moved if _outlasts_closing(contest) else max(moved, round_.closed or 0)
    if staged and contest.staging and contest.staging.record > left and is_newest(contest):
        return staged
    if round_.closed is not None:
        return Screen.LEADERBOARD
    if _latest_reveal(round_) > moved:
        return Screen.REVEAL
    if entry is None or entry.attendance is not Attendance.PRESENT:
        return Screen.LINEUP if entry else Screen.WELCOME
    return Screen.ON_STAGE if entry.phase is Phase.CALLED else Screen.SCORING


def _outlasts_closing(contest: Contest) -> bool:
    """Whether the room would learn from the ranking what the final reveal has still to tell: places of its board, or
    perhaps another board.
    """
    told = finale(contest)
    return told is not None and (told.step < len(told.lines) or len(boards(contest.plan)) > 1)


def shows_steps(contest: Contest) -> bool:
    """Whether the room sees what is being told in steps, so that the next step may be told."""
    return staged_screen(contest) is screen_now(contest) and is_newest(contest)


def screen_by_itself(contest: Contest) -> Screen:
    """What the stage would show if nobody had chosen a screen by hand."""
    return screen_now(replace(contest, screen=Screen.AUTO))


def pauses_steps(contest: Contest) -> bool:
    """Whether the session is at a reveal in steps while the room looks at something else for a moment, as at a dark
    stage.
    """
    staged = staged_screen(contest)
    return staged is screen_by_itself(contest) and is_newest(contest) and not shows_steps(contest)


def tells_finale(contest: Contest) -> bool:
    """Whether the session is at its final reveal, also while the room looks at something else for a moment."""
    return finale(contest) is not None and Screen.FINALE in {screen_now(contest), screen_by_itself(contest)}


def holds_board(contest: Contest, held: Held) -> bool:
    """Whether the final reveal for which the public board is off is not over: there are places to tell, and the session
    has not left it for somebody else, another round, or all that was revealed at once.

    A reveal begun before that one holds it as well: whoever reads may know of it a moment before the facts do.
    """
    told, closed = finale(contest), contest.live_round.closed is not None
    if told is None or told.begun > held.begun or not tells_finale(contest):
        return False
    over = screen_now(contest) in _ALL_AT_ONCE or (closed and screen_now(contest) is Screen.CLOSING)
    return (told.step < len(told.lines) or bool(held.others)) and not over


def is_overtaken(contest: Contest, reveal: Reveal) -> bool:
    """Whether somebody else has come on stage since this was announced, and the reveal in steps did not go on."""
    entry, found, staged = contest.live_round.on_stage, position(contest), contest.staging
    if entry is None or entry.code == reveal.result.code:
        return False
    steps = staged.record if staged and found and found.entry.code == reveal.result.code else 0
    return max(reveal.record, steps) < entry.moved


def is_newest(contest: Contest) -> bool:
    """Whether nothing was revealed at once since the latest step."""
    return contest.staging is not None and contest.staging.record > _latest_reveal(contest.live_round)


def _latest_reveal(round_: Round) -> int:
    return max((entry.revealed.record for entry in round_.entries if entry.revealed), default=0)


def next_entry(contest: Contest) -> Entry | None:
    """The next entry of the line-up that is still to come: after the one on stage and then from the start."""
    round_ = contest.live_round
    codes = [entry.code for entry in round_.entries]
    start = codes.index(round_.called) + 1 if round_.called in codes else 0
    waiting = (*round_.entries[start:], *round_.entries[:start])
    return next((each for each in waiting if _is_to_come(contest, each)), None)


def _is_to_come(contest: Contest, entry: Entry) -> bool:
    """Neither scored nor revealed, as one scored from paper may be. One who made way for another before scoring was
    opened is still to come.
    """
    if entry.attendance is not Attendance.PRESENT or entry.revealed is not None:
        return False
    made_way = entry.phase is Phase.CALLED and entry.code != contest.live_round.called and not entry.ballots
    return entry.phase is Phase.WAITING or (made_way and contest.plan.has_live)
