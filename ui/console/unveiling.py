"""Telling results to the room in steps: one key on, one key back, and a question where the room would be surprised."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scoring import conduct
from scoring.contest import Attendance, Screen
from scoring.errors import NotNow
from scoring.moment import shows_steps
from scoring.results import Board
from scoring.staging import Beat, Order, Position, Returning, finale, position, staged_screen
from scoring.text import Text
from storage import desk as operations
from storage import staging as steps
from storage.public_board import board_is_on
from ui.console.conductor import Conductor
from ui.console.open_matters import open_matters
from ui.console.questions import Answers, Asked, Field, ask
from ui.console.words import sentences, translate
from ui.desk import Desk
from ui.snapshot import Snapshot

BOARD, ORDER, RETURNS, PHONES = "board", "order", "returns", "phones"
NOT_YET = Text(
    "还不能开始最终揭晓：排名尚未最后确定。办完下列各项后，请再按\u00a0F。",
    "The final reveal cannot begin yet: no ranking is final. Settle what is listed below, then press F again.",
)
_ALL_AT_ONCE = {Screen.LEADERBOARD, Screen.RETURNS}


class Unveiling(QObject):
    """Begins a reveal in steps or a final reveal, goes on, and takes steps back."""

    def __init__(self, desk: Desk, conductor: Conductor, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._conductor, self._window = desk, conductor, window

    def begin(self, code: str) -> None:
        """Tell an entry's result in steps, after showing what will be told."""
        now = self._desk.snapshot
        asked = Asked(
            self.tr("Reveal {name} in steps?").format(name=now.called(code)),
            self.tr("The room sees its result step by step; the host pages have all of it now."),
            self.tr("Begin"),
            details=self._conductor.announcement(code),
            figure=str(now.result(code).published or ""),
        )
        ask(self._window, asked, partial(self._begin, code))

    def _begin(self, code: str, answers: Answers) -> None:
        self._desk.do(steps.begin_reveal, code)

    def step_on(self) -> None:
        """Tell the next step."""
        if not self._desk.busy:
            self._desk.do(steps.step_on)

    def step_back(self) -> None:
        """Take the latest step back; what everyone has read only after a question."""
        if self._desk.busy:
            return
        told = told_by_last_step(self._desk.snapshot)
        if told is None:
            self._desk.do(steps.step_back)
            return
        asked = Asked(
            self.tr("Take back what the room has just seen?"),
            self.tr("The projector and the public board will no longer show the score of {name}.").format(
                name=self._desk.snapshot.called(told)
            ),
            self.tr("Take back"),
        )
        ask(self._window, asked, self._step_back)

    def _step_back(self, answers: Answers) -> None:
        self._desk.do(steps.step_back)

    def show_screen(self, screen: Screen) -> None:
        """Choose what the room sees; first a question where that would give a final reveal away."""
        now = self._desk.snapshot
        told = finale(now.contest)
        if screen is Screen.FINALE and told is None:
            self.begin_finale()
        elif told and told.step < len(told.lines) and now.screen is Screen.FINALE and screen in _ALL_AT_ONCE:
            asked = Asked(
                self.tr("Leave the final reveal?"),
                self.tr("The room would see at once what has been revealed so far, and who comes back."),
                self.tr("Show it"),
            )
            ask(self._window, asked, partial(self._show_screen, screen))
        else:
            self._conductor.show_screen(screen)

    def _show_screen(self, screen: Screen, answers: Answers) -> None:
        self._desk.do(operations.show, screen)

    def begin_finale(self) -> None:
        """Tell a whole board line by line, in the order that is asked for; where none is final, say what is missing."""
        now = self._desk.snapshot
        ready = final_boards(now)
        if not ready:
            matters = open_matters(now.contest, now.round, now.standings)
            self._desk.refused.emit(NotNow("not_final", NOT_YET, blockers=matters))
            return
        choices, given_away = Choices(ready), self._given_away()
        text = self.tr("The room sees an empty board, which fills place by place. Every step can be taken back.")
        asked = Asked(
            self.tr("Begin the final reveal?"),
            sentences(text, given_away) if given_away else text,
            self.tr("Begin"),
            fields=[*choices.fields(), *([choices.phones()] if given_away else [])],
        )
        ask(self._window, asked, partial(self._begin_finale, choices))

    def _given_away(self) -> str:
        """What phones can read now of what the final reveal is about to tell; nothing where they cannot."""
        entries = self._desk.snapshot.round.entries
        if not board_is_on(self._desk.file) or not any(entry.revealed for entry in entries):
            return ""
        if all(entry.revealed or entry.attendance is not Attendance.PRESENT for entry in entries):
            said = self.tr("Phones can read the whole final ranking on the public board already.")
        else:
            said = self.tr("Phones can read on the public board already what has been revealed.")
        return sentences(said, self.tr("Switched off here, it comes back by itself when the final reveal is over."))

    def _begin_finale(self, choices: Choices, answers: Answers) -> None:
        self._desk.do(steps.begin_finale, *choices.chosen(answers), hold=choices.hides(answers))

    def next_words(self, now: Snapshot, waiting: str | None) -> str:
        """What the key for the next step does now; nothing where it does nothing."""
        if staged_screen(now.contest) and not shows_steps(now.contest) and not self._is_over(now):
            return self.tr("Back to the reveal")
        told, found = finale(now.contest), position(now.contest)
        if told and told.step < len(told.lines):
            return self._line_words(now, told.lines[told.step].rank)
        if found and found.at + 1 < len(found.beats):
            return self._beat_words(found.beats[found.at + 1])
        return self.tr("Reveal {name} in steps").format(name=now.called(waiting)) if waiting else ""

    def _is_over(self, now: Snapshot) -> bool:
        told, found = finale(now.contest), position(now.contest)
        return _is_at_end(found) or (told is not None and told.step == len(told.lines))

    def _line_words(self, now: Snapshot, rank: int | None) -> str:
        if rank is None:
            return self.tr("Reveal who has no rank")
        return self.tr("Reveal rank {rank}").format(rank=rank)

    def _beat_words(self, beat: Beat) -> str:
        words = {
            Beat.BALLOTS: self.tr("Show the ballots"),
            Beat.DROPPED: self.tr("Drop the highest and lowest"),
            Beat.GROUPS: self.tr("Show the group scores"),
            Beat.PARTS: self.tr("Show the other parts"),
            Beat.SCORE: self.tr("Reveal the score"),
            Beat.PLACE: self.tr("Show its place"),
        }
        return words[beat]

    def goes_on(self, now: Snapshot) -> bool:
        """Whether something is being told in steps that the next step goes on with."""
        return staged_screen(now.contest) is not None and not self._is_over(now)

    def goes_back(self, now: Snapshot) -> bool:
        """Whether there is a step to take back, and the room sees it."""
        told, found = finale(now.contest), position(now.contest)
        at = told.step if told else found.at if found else 0
        return at > 0 and shows_steps(now.contest)


class Choices:
    """How a final reveal can go: which of the final boards, from which end, and when those that return are told."""

    def __init__(self, boards: Sequence[Board]) -> None:
        self._boards = {board.name or translate("FinalReveal", "all"): board.key for board in boards}
        self._orders: dict[str, Order] = {
            translate("FinalReveal", "from the last place upwards"): "up",
            translate("FinalReveal", "from the first place downwards"): "down",
        }
        self._returns: dict[str, Returning] = {
            translate("FinalReveal", "where they stand"): "in-place",
            translate("FinalReveal", "last of all"): "last",
            translate("FinalReveal", "first of all"): "first",
        }
        self._labels = (
            translate("FinalReveal", "Board"),
            translate("FinalReveal", "Order"),
            translate("FinalReveal", "Those that come back"),
        )
        self._phones = translate("FinalReveal", "Public board")
        self._off = translate("FinalReveal", "off until all is told")
        self._on = translate("FinalReveal", "stays on")

    def fields(self) -> list[Field]:
        """What is asked; the board only where there are several."""
        board, order, returns = self._labels
        asked = [
            Field(ORDER, order, choices=tuple(self._orders), free=False),
            Field(RETURNS, returns, choices=tuple(self._returns), free=False),
        ]
        several = [Field(BOARD, board, choices=tuple(self._boards), free=False)] if len(self._boards) > 1 else []
        return [*several, *asked]

    def phones(self) -> Field:
        """Whether the public board stays on meanwhile."""
        return Field(PHONES, self._phones, choices=(self._off, self._on), free=False)

    def hides(self, answers: Answers) -> bool:
        """Whether the public board is off until the reveal is over."""
        return answers.get(PHONES) == self._off

    def chosen(self, answers: Answers) -> tuple[str, Order, Returning]:
        """The board's key, the order, and when those that return are told."""
        first = next(iter(self._boards))
        return self._boards[answers.get(BOARD, first)], self._orders[answers[ORDER]], self._returns[answers[RETURNS]]


def final_boards(now: Snapshot) -> list[Board]:
    """The boards that can be told line by line now."""
    if conduct.scoring_open(now.round):
        return []
    return [board for board in now.standings.boards if board.final and board.rows]


def _is_at_end(found: Position | None) -> bool:
    return found is not None and found.at + 1 >= len(found.beats)


def told_by_last_step(now: Snapshot) -> str | None:
    """The entry whose score the latest step made public, if taking the step back takes that back."""
    told, found = finale(now.contest), position(now.contest)
    if found:
        return found.entry.code if found.beat is Beat.SCORE else None
    if told is None or not told.step:
        return None
    entry = now.round.entry(told.lines[told.step - 1].code)
    public = entry is not None and entry.revealed is not None and entry.revealed.record > told.begun
    return told.lines[told.step - 1].code if public else None
