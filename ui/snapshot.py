"""The contest at one revision, with all that the windows show of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.contest import Contest, Entry, Round, Screen
from scoring.hints import FAR_OFF, far_off
from scoring.moment import screen_now
from scoring.plan import Contestant, Plan
from scoring.results import EntryResult, Row, Standings
from storage.contest_file import ContestFile
from storage.public_board import BOARD, State, state_at

if TYPE_CHECKING:
    from scoring.projection import Projector
    from scoring.views import StageView


@dataclass(frozen=True)
class Snapshot:
    """What the windows show: the contest and its standings at one revision, and what follows from them.

    `hint`: a ballot this many points from the others of its group is pointed out to the organizer; None: none is.
    `board`: whether the public board is on. `projector`: remembers what the room was told, from one snapshot to the
    next.
    """

    contest: Contest
    standings: Standings
    hint: Fraction | None = FAR_OFF
    board: State = State.ON
    projector: Projector | None = field(default=None, compare=False, repr=False)

    @cached_property
    def stage(self) -> StageView:
        """What the room may see."""
        from scoring.projection import Projector

        return (self.projector or Projector()).view(self.contest, self.standings)

    @property
    def screen(self) -> Screen:
        """What kind of thing it sees."""
        return screen_now(self.contest)

    @property
    def plan(self) -> Plan:
        return self.contest.plan

    @cached_property
    def round(self) -> Round:
        return self.contest.live_round

    @property
    def on_stage(self) -> Entry | None:
        return self.round.on_stage

    def contestant(self, code: str) -> Contestant:
        return self.contest.contestants[code]

    def called(self, code: str) -> str:
        """What a contestant is called where its name stands alone."""
        return self.contest.called(code)

    def row(self, code: str) -> Row:
        """The line of an entry of the live round on its board."""
        return self._rows[code]

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        return {row.code: row for board in self.standings.boards for row in board.rows}

    def result(self, code: str) -> EntryResult:
        return self.row(code).result

    def number(self, code: str) -> int:
        """The place of an entry in the line-up, from 1."""
        return self._numbers[code]

    def far_off(self, code: str) -> Mapping[str, Fraction]:
        """How far ballots of an entry lie from the rest of their group, by judge, where it is far."""
        if code not in self._far_off:
            self._far_off[code] = far_off(self.result(code), self.hint)
        return self._far_off[code]

    @cached_property
    def _far_off(self) -> dict[str, Mapping[str, Fraction]]:
        return {}

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {entry.code: number for number, entry in enumerate(self.round.entries, start=1)}


def take_snapshot(
    file: ContestFile,
    hint: Fraction | None = FAR_OFF,
    give_way: Callable[[], None] = lambda: None,
    projector: Projector | None = None,
) -> Snapshot:
    """Read everything at one revision; `give_way` is called in between."""
    from scoring.projection import Projector

    give_way()
    contest, standings = file.now()
    give_way()
    board = state_at(contest, file.setting(BOARD))
    snapshot = Snapshot(contest, standings, hint, board, projector or Projector())
    _ = snapshot.stage  # here, so that the GUI thread need not work it out
    give_way()
    if contest.live_round.called:
        snapshot.far_off(contest.live_round.called)
    return snapshot
