"""What may be shown to a room: frozen views that hold nothing which has not been revealed (link.md, guarantee 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scoring.contest import Clock, Screen


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry without any number: its place in the line-up (from 1), who it is."""

    number: int
    code: str
    name: str
    category: str
    lead: str


@dataclass(frozen=True, slots=True)
class LineupItem:
    """One line of the line-up screen; `returned` says that the contestant had to come back this round."""

    number: int
    code: str
    name: str
    category: str
    state: Literal["waiting", "on_stage", "scored", "revealed", "no_show", "withdrawn"]
    returned: bool


@dataclass(frozen=True, slots=True)
class ScoreChip:
    """One ballot's total as shown when revealed, and whether it was dropped."""

    points: str
    dropped: Literal["high", "low"] | None


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group's revealed score with `decimals` places, None until it is told; `weight` in per cent as a plain decimal.

    `chips` is empty where scores were dropped criterion by criterion; `trim` counts what was dropped (high, low).
    A group that is `left_out` counts for nothing in the round.
    """

    name: str
    weight: str
    score: str | None
    chips: tuple[ScoreChip, ...]
    trim: tuple[int, int]
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class RevealView:
    """What is announced of one entry: group scores, parts, adjustments, final score, rank so far on its board.

    `score` is None for a no-show, a withdrawn entry, or until it is told. `components` and `adjustments` are (name,
    points) as text; `review` says that the entry was corrected since and waits to be revealed again. `beat` is the step
    that was told last (`scoring.staging.Beat`), `place` where all is told; what comes later is not in here.
    """

    entry: EntryView
    status: Literal["complete", "no_show", "withdrawn"]
    score: str | None
    rank: int | None
    of: int
    groups: tuple[GroupView, ...]
    components: tuple[tuple[str, str], ...]
    adjustment: str | None
    review: bool
    beat: str = "place"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of the leaderboard; `move` is how many places it rose (+) or fell (−) with the latest reveal."""

    code: str
    name: str
    rank: int | None
    score: str | None
    tied: bool
    move: int
    latest: bool
    review: bool
    status: Literal["complete", "no_show", "withdrawn"]
    grade: str | None
    returns: bool


@dataclass(frozen=True, slots=True)
class BoardView:
    """One board of the revealed entries; `final` only when all are revealed and the board is final.

    `away` are the no-shows that must come back and were not revealed, once all others are.
    """

    key: str
    name: str
    revealed: int
    total: int
    final: bool
    needs_draw: tuple[tuple[str, ...], ...]
    rows: tuple[BoardRow, ...]
    away: tuple[BoardRow, ...] = ()

    @property
    def lines(self) -> tuple[BoardRow, ...]:
        """Everybody of whom the room is told: who must come back is flagged in here and nowhere else."""
        return (*self.rows, *self.away)


@dataclass(frozen=True, slots=True)
class FinaleRow:
    """A line of a final reveal that was told; `place` counts from 0 at the top of the board."""

    code: str
    name: str
    place: int
    rank: int | None
    score: str | None
    tied: bool
    review: bool
    status: Literal["complete", "no_show", "withdrawn"]
    grade: str | None
    returns: bool
    latest: bool


@dataclass(frozen=True, slots=True)
class FinaleView:
    """A final reveal: the lines told so far, in the order of the board, of `total` lines."""

    key: str
    name: str
    total: int
    rows: tuple[FinaleRow, ...]

    @property
    def is_over(self) -> bool:
        """Whether every line was told."""
        return len(self.rows) == self.total


@dataclass(frozen=True, slots=True)
class StageView:
    """Everything the stage may know at one moment. `screen` is resolved: never `auto`.

    `ballots_in` of `ballots_expected` counts ballots without their numbers. `rules` is one line on weights,
    trimming and rounding, in both languages (zh, en). While the final reveal is on, there are no `boards` and no
    `reveal`: they would tell what it keeps back.
    """

    revision: int
    screen: Screen
    title: str
    organizer: str
    round: int
    rehearsal: bool
    closed: bool
    clock: Clock
    speech_seconds: int
    warning_seconds: int
    entry: EntryView | None
    upcoming: EntryView | None
    scoring_open: bool
    ballots_in: int
    ballots_expected: int
    reveal: RevealView | None
    boards: tuple[BoardView, ...]
    lineup: tuple[LineupItem, ...]
    rules: tuple[str, str]
    finale: FinaleView | None = None
