"""Telling results to the room in steps: one entry beat by beat, or a whole board line by line.

What a step has not reached is not told: views are made from here, and hold nothing of what comes later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Literal

from scoring import conduct
from scoring.contest import Contest, Entry, Finale, FinaleLine, Screen, StagedReveal, Staging
from scoring.errors import NotNow, Unknown
from scoring.plan import Plan
from scoring.results import Board, EntryResult, Row, Standings, Status
from scoring.standings import boards
from scoring.text import Text

Order = Literal["up", "down"]
"""A final reveal begins with the last place, or with the first."""
Returning = Literal["in-place", "first", "last"]
"""When those that must come back are told: where they stand, before all others, or after them."""

NOTHING_STAGED = Text("现在没有分步揭晓", "nothing is being revealed in steps")
AT_END = Text("已经揭晓完毕", "everything has been revealed")
AT_START = Text("已经是第一步", "this is the first step")
TOLD_ALREADY = Text("“{name}”的成绩已经公布", "the result of '{name}' has been revealed already")
CHANGED_SINCE = Text(
    "“{name}”的成绩在揭晓途中有变动，请重新开始揭晓",
    "the result of '{name}' has changed since the reveal was begun; begin it again",
)
BOARD_CHANGED = Text(
    "“{name}”的排名在揭晓途中有变动，请重新开始总揭晓",
    "the ranking of '{name}' has changed since the final reveal was begun; begin it again",
)
NO_BOARD = Text("没有榜“{key}”", "there is no board '{key}'")
NOT_FINAL = Text("“{name}”的排名还没有最后确定", "the ranking of '{name}' is not final yet")


class Beat(StrEnum):
    """How far the reveal of one entry has come."""

    SEALED = "sealed"
    BALLOTS = "ballots"
    DROPPED = "dropped"
    GROUPS = "groups"
    PARTS = "parts"
    SCORE = "score"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Position:
    """Where the reveal of an entry stands: `at` of `beats`; `result` is what is being told.

    `pending` until the score itself is out.
    """

    entry: Entry
    result: EntryResult
    beats: tuple[Beat, ...]
    at: int
    pending: bool

    @property
    def beat(self) -> Beat:
        """The step that was told last."""
        return self.beats[self.at]


def beats(plan: Plan, result: EntryResult) -> tuple[Beat, ...]:
    """The beats that a result has: no dropped scores where none were dropped, no groups without judges."""
    groups = [result.groups[group.key] for group in plan.groups if group.key in result.groups]
    complete = result.status is Status.COMPLETE
    has = {
        Beat.BALLOTS: any(isinstance(group.dropped_high, tuple) for group in groups),
        Beat.DROPPED: any(_any_dropped(group.dropped_high) or _any_dropped(group.dropped_low) for group in groups),
        Beat.GROUPS: bool(groups),
        Beat.PARTS: bool(plan.components or result.adjustments),
    }
    return tuple(beat for beat in Beat if has.get(beat, True) and (complete or beat not in has))


def _any_dropped(drops: object) -> bool:
    return any(drops.values()) if isinstance(drops, Mapping) else bool(drops)


def is_pending(entry: Entry) -> bool:
    """Whether the hosts know a result of this entry that the room does not."""
    told, shown = entry.announced, entry.revealed
    return told is not None and (shown is None or shown.record < told.record)


def position(contest: Contest) -> Position | None:
    """Where the reveal of an entry stands, if one is told in steps and was not taken back."""
    staged, round_ = contest.staging, contest.live_round
    if not isinstance(staged, StagedReveal) or staged.round != round_.number:
        return None
    entry = round_.entry(staged.entry)
    told = (entry.announced or entry.revealed) if entry else None
    if entry is None or told is None:
        return None
    pending = is_pending(entry)
    found = beats(contest.plan, told.result)
    score = found.index(Beat.SCORE)
    at = min(staged.step, score - 1) if pending else min(max(staged.step, score), len(found) - 1)
    return Position(entry, told.result, found, at, pending)


def finale(contest: Contest) -> Finale | None:
    """The final reveal of the live round, if one was begun, of a board that there still is."""
    staged = contest.staging
    if not isinstance(staged, Finale) or staged.round != contest.live_round.number:
        return None
    return staged if any(board.key == staged.board for board in boards(contest.plan)) else None


def staged_screen(contest: Contest) -> Screen | None:
    """The screen on which results are being told in steps, or None."""
    if finale(contest):
        return Screen.FINALE
    found = position(contest)
    if found is None:
        return None
    return Screen.LEADERBOARD if found.beat is Beat.PLACE else Screen.REVEAL


def check_begin_reveal(contest: Contest, code: str, result: EntryResult) -> Entry:
    """May this entry be told in steps? It must be ready, and not told already. Raises `NotNow`, `Unknown`."""
    entry = conduct.check_reveal(contest, code, result.status)
    if entry.revealed and entry.revealed.result == result:
        raise NotNow("revealed", TOLD_ALREADY(name=contest.called(code)))
    return entry


def check_begin_finale(contest: Contest, standings: Standings, key: str, order: Order, returns: Returning) -> Finale:
    """The final reveal of a board, before its first line. Raises `NotNow` where the board is not final, `Unknown`."""
    board = _board(standings, key)
    if not board.final or not board.rows or conduct.scoring_open(contest.live_round):
        raise NotNow("not_final", NOT_FINAL(name=board.name))
    return Finale(contest.live_round.number, key, finale_lines(board, order, returns), 0, 0, 0)


def _board(standings: Standings, key: str) -> Board:
    board = next((board for board in standings.boards if board.key == key), None)
    if board is None:
        raise Unknown(NO_BOARD(key=key[:40]), key="board")
    return board


def finale_lines(board: Board, order: Order, returns: Returning) -> tuple[FinaleLine, ...]:
    """The lines of a final board in the order in which they are told."""
    ranks = [row.rank for row in board.rows]
    lines = [_line(row, place, ranks) for place, row in enumerate(board.rows)]
    if order == "up":
        lines.reverse()
    if returns != "in-place":
        lines.sort(key=lambda line: line.returns is (returns == "last"))
    return tuple(lines)


def _line(row: Row, place: int, ranks: list[int | None]) -> FinaleLine:
    tied = row.rank is not None and ranks.count(row.rank) > 1
    return FinaleLine(row.code, place, row.rank, tied, row.returns, row.grade)


def check_on(contest: Contest, standings: Standings) -> int:
    """The number of the next step. Raises `NotNow` where there is none, or what is told no longer holds."""
    told, found = finale(contest), position(contest)
    if told:
        _check_unchanged(told, standings)
        if told.step >= len(told.lines):
            raise NotNow("at_end", AT_END)
        return told.step + 1
    if found is None:
        raise NotNow("nothing_staged", NOTHING_STAGED)
    if found.at + 1 >= len(found.beats):
        raise NotNow("at_end", AT_END)
    if found.pending and results_of(standings)[found.entry.code] != found.result:
        raise NotNow("changed", CHANGED_SINCE(name=contest.called(found.entry.code)))
    return found.at + 1


def _check_unchanged(told: Finale, standings: Standings) -> None:
    board = _board(standings, told.board)
    now = {line.code: line for line in finale_lines(board, "down", "in-place")} if board.final else {}
    if now != {line.code: line for line in told.lines}:
        raise NotNow("changed", BOARD_CHANGED(name=board.name))


def check_back(contest: Contest) -> int:
    """The number of the step before. Raises `NotNow` where there is none."""
    told, found = finale(contest), position(contest)
    if told is None and found is None:
        raise NotNow("nothing_staged", NOTHING_STAGED)
    at = told.step if told else found.at if found else 0
    if at == 0:
        raise NotNow("at_start", AT_START)
    return at - 1


def results_of(standings: Standings) -> dict[str, EntryResult]:
    """The results of all entries, by contestant."""
    return {row.code: row.result for board in standings.boards for row in board.rows}


def staging_json(staging: Staging) -> dict[str, Any]:
    """What is told in steps, as it is kept."""
    return asdict(staging)


def staging_from_json(data: Mapping[str, Any]) -> Staging:
    """What `staging_json` wrote."""
    if "entry" in data:
        return StagedReveal(**data)
    return Finale(**{**data, "lines": tuple(FinaleLine(**line) for line in data["lines"])})


def begun(data: Mapping[str, Any], record: int) -> Staging:
    """What is told in steps from this record of the journal on."""
    numbers = {"record": record} if "entry" in data else {"record": record, "begun": record}
    return staging_from_json({**data, **numbers})


def moved(staging: Staging | None, step: int, record: int) -> Staging:
    """The same at another step."""
    assert staging is not None
    return replace(staging, step=step, record=record)
