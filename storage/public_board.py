"""Who may read the public board, and when it comes back by itself. Operations return the new revision."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum

from scoring.contest import Contest
from scoring.errors import NotNow
from scoring.moment import Held, holds_board
from scoring.results import Standings
from scoring.staging import finale
from scoring.text import Text
from storage.contest_file import OPERATOR, Actor, ContestFile, Operation
from storage.journal import Draft

BOARD = "board"
"""The setting: `on`, `off`, or as JSON the final reveal for which it is off (`Held`)."""
NO_REVEAL = Text(
    "现在没有进行最终揭晓，公开榜没有可等的", "no final reveal is under way for which the public board could wait"
)


class State(StrEnum):
    """Whether the public board may be read; `HELD` is off until the final reveal is over."""

    ON = "on"
    OFF = "off"
    HELD = "held"


def state_at(contest: Contest, setting: str | None) -> State:
    """How the public board stands, by its setting and by how far a final reveal has come; at first it is on (link.md,
    Calls).
    """
    if setting is None or setting in (State.ON, State.OFF):
        return State(setting or State.ON)
    return State.HELD if holds_board(contest, Held(**json.loads(setting))) else State.ON


def board_state(file: ContestFile) -> State:
    """How the public board stands now."""
    return state_at(file.contest, file.setting(BOARD))


def board_is_on(file: ContestFile) -> bool:
    """Whether the public board may be read."""
    return board_state(file) is State.ON


def switch_board(file: ContestFile, on: bool, *, by: Actor = OPERATOR) -> int:
    """Let everybody read on the public board what has been revealed, or nobody, whatever a final reveal has come to."""
    wanted = State.ON if on else State.OFF
    with file.write(by) as op:
        _record(op, board_state(file), wanted)
        op.remember(BOARD, wanted.value)
    return op.last.number


def hold_board(file: ContestFile, *, by: Actor = OPERATOR) -> int:
    """Switch the public board off until the final reveal that is under way is over. Raises `NotNow`."""
    with file.write(by) as op:
        held = _under_way(op.contest)
        if held is None:
            raise NotNow("nothing_staged", NO_REVEAL)
        _record(op, board_state(file), State.HELD)
        _keep(op, held)
    return op.last.number


def may_hold(contest: Contest) -> bool:
    """Whether a final reveal is under way for which the public board could be off."""
    return _under_way(contest) is not None


def _under_way(contest: Contest) -> Held | None:
    told = finale(contest)
    held = Held(told.begun) if told else None
    return held if held and holds_board(contest, held) else None


def begin_holding(op: Operation, file: ContestFile, key: str, *, hold: bool) -> tuple[str, ...] | None:
    """Within the operation that begins to tell a board: the boards that have to be told after it until the public board
    comes back; None where the public board stays as it is. One that is off for an earlier reveal stays off for this.
    """
    state = board_state(file)
    if state is State.HELD:
        told, before = finale(op.contest), Held(**json.loads(file.setting(BOARD) or ""))
        assert told is not None, "what holds it"
        left = {told.board} if told.step < len(told.lines) else set()
        return tuple(sorted({*before.others, *left} - {key}))
    if not hold:
        return None
    _record(op, state, State.HELD)
    return _given_away(op.contest, file.standings(), key)


def keep_holding(op: Operation, others: tuple[str, ...]) -> None:
    """Within the same operation, once the reveal has begun: tie the public board to it."""
    _keep(op, Held(op.last.number, others))


def _given_away(contest: Contest, standings: Standings, key: str) -> tuple[str, ...]:
    """The other final boards of which something is public: they can be told line by line as well, and are told first by
    a public board that comes back too early.
    """
    public = {entry.code for entry in contest.live_round.entries if entry.revealed}
    final = (board for board in standings.boards if board.final and board.key != key)
    return tuple(sorted(board.key for board in final if any(row.code in public for row in board.rows)))


def _record(op: Operation, before: State, after: State) -> None:
    if after is not before:
        op.record(Draft("board", {"board": after.value}, before={"board": before.value}))


def _keep(op: Operation, held: Held) -> None:
    op.remember(BOARD, json.dumps(asdict(held)))
