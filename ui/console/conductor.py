"""Running the session: every step asks first where the room or a result is concerned, then does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scoring import conduct
from scoring.contest import Attendance, Clock, Entry, Phase, Screen
from scoring.moment import next_entry
from scoring.points import published
from scoring.results import Status
from storage import desk as operations
from storage.contest_file import ContestFile
from ui.console.next_step import NextStep, StepKind, next_step
from ui.console.questions import REASON, Answers, Asked, ask, reason_field
from ui.console.steps import Page
from ui.console.words import screen_word, sentences
from ui.desk import Desk
from ui.speech import extended, paused, started, utc_now

if TYPE_CHECKING:
    from ui.console.corrections import Corrections
    from ui.console.rounds import Rounds

MORE_SECONDS = 30
UNTIL_CALLED = frozenset({Screen.WELCOME, Screen.LINEUP, Screen.FINALE, Screen.RETURNS, Screen.CLOSING})
"""What is shown before the first and after the last: when somebody is called the stage follows the session again."""
TELLING = frozenset({Screen.AUTO, Screen.REVEAL, Screen.LEADERBOARD, Screen.FINALE})
"""Where the room learns of a reveal; from any other screen a reveal lets the stage follow the session again."""


def _call_to_room(file: ContestFile, code: str) -> int:
    called = operations.call(file, code)
    return operations.show(file, Screen.AUTO) if file.contest.screen in UNTIL_CALLED else called


def _reveal_to_room(file: ContestFile, code: str) -> int:
    operations.reveal(file, code)
    return operations.show(file, Screen.AUTO)


class Conductor(QObject):
    """Does what the buttons of the live page say.

    Signals:
        page_wanted(Page): the next step is on another page.
    """

    page_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        rounds: Callable[[], Rounds],
        corrections: Callable[[], Corrections],
        window: QWidget,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(window)
        self._desk, self._rounds, self._corrections = desk, rounds, corrections
        self._window, self._now = window, now

    def step(self) -> NextStep:
        """The next sensible step."""
        now = self._desk.snapshot
        return next_step(now, published=self._desk.is_published(now.round.number))

    def take_step(self) -> None:
        """Do what the primary button says, unless something is still under way."""
        if self._desk.busy:
            return
        step = self.step()
        match step.kind:
            case StepKind.CALL:
                self.call(step.code)
            case StepKind.START_TIMER:
                self.toggle_timer()
            case StepKind.OPEN:
                self.open_scoring()
            case StepKind.CLOSE:
                self.close_scoring()
            case StepKind.REVEAL:
                self.reveal(step.code)
            case _:
                self._step_between(step.kind)

    def _step_between(self, kind: StepKind) -> None:
        """A step that is about the round."""
        match kind:
            case StepKind.CLOSE_ROUND:
                self._rounds().close_round(self._desk.snapshot.standings)
            case StepKind.NEXT_ROUND:
                self._rounds().next_round()
            case StepKind.BULLETIN:
                self.page_wanted.emit(Page.BULLETIN)
            case StepKind.FILL_LINEUP:
                self.page_wanted.emit(Page.ROSTER)
            case _:
                self.page_wanted.emit(Page.RESULTS)

    def call_next(self) -> None:
        """Call the next entry that has not been on stage."""
        following = next_entry(self._desk.snapshot.contest)
        if following and not self._desk.busy:
            self.call(following.code)

    def call(self, code: str) -> None:
        """Call an entry; one that was on stage before, or whose result is revealed, only after a question."""
        entry = self._entry(code)
        if not entry.version and not entry.revealed:
            self._call_first(code)
            return
        text = (
            self.tr("It was on stage before. Its stored ballots stay; judges may send again once scoring is opened.")
            if entry.version
            else self.tr("Its result is revealed already. Its stored ballots stay, and so does what the room sees.")
        )
        asked = Asked(self.tr("Call {name} again?").format(name=self._name(code)), text, self.tr("Call"))
        ask(self._window, asked, partial(self._call, code))

    def _call_first(self, code: str) -> None:
        """Call an entry that was not on stage yet; after a question where the one before was closed short of judges."""
        before = self._desk.snapshot.on_stage
        short = self._short_of_judges(before) if before else []
        if before is None or not short:
            self._desk.do(_call_to_room, code)
            return
        text = self.tr(
            "{name} cannot be revealed yet. Enter the ballots from paper, take an absence back, "
            "or leave the judge group out (F2); its result can also be completed and revealed later, from the line-up."
        )
        asked = Asked(
            self.tr("Call {name} already?").format(name=self._name(code)),
            text.format(name=self._name(before.code)),
            self.tr("Call"),
            details=short,
        )
        ask(self._window, asked, partial(self._call, code))

    def _short_of_judges(self, entry: Entry) -> list[str]:
        """The judge groups of a closed entry that have too few ballots to give a result."""
        now = self._desk.snapshot
        if entry.attendance is not Attendance.PRESENT or entry.phase is not Phase.CLOSED:
            return []
        lacks = conduct.lacks(now.contest, now.round, entry)
        return [lack.said(self._desk.language) for lack in lacks if lack.template is conduct.QUORUM]

    def _call(self, code: str, answers: Answers) -> None:
        self._desk.do(_call_to_room, code)

    def open_scoring(self) -> None:
        """Let ballots in; for an entry whose result is revealed only after a question."""
        entry = self._desk.snapshot.on_stage
        if entry is None or not entry.revealed:
            self._desk.do(operations.open_scoring)
            return
        text = self.tr(
            "Its result is revealed. The room keeps seeing that one; once a ballot changes, it is marked as under "
            "review until it is revealed again."
        )
        asked = Asked(
            self.tr("Open scoring of {name} again?").format(name=self._name(entry.code)), text, self.tr("Open scoring")
        )
        ask(self._window, asked, self._open)

    def _open(self, answers: Answers) -> None:
        self._desk.do(operations.open_scoring)

    def close_scoring(self) -> None:
        """Stop ballots; while some are missing only after a question."""
        now = self._desk.snapshot
        entry = now.on_stage
        missing = conduct.missing_ballots(now.contest, now.round, entry) if entry else []
        if entry is None or not missing:
            self._close()
            return
        asked = Asked(
            self.tr("Close scoring of {name} with ballots missing?").format(name=self._name(entry.code)),
            self._without(len(missing)),
            self.tr("Close scoring"),
        )
        from ui.console.missing import MissingBallots

        question = MissingBallots(self._desk, self._corrections(), entry.code, asked, self._without, self._window)
        question.answered.connect(self._force_close)
        question.open()

    def _without(self, missing: int) -> str:
        """What follows from closing without some ballots."""
        if self._desk.snapshot.plan.missing == "wait":
            return self.tr(
                "%n ballot(s) missing. The result stays incomplete until they are entered, "
                "or these judges are marked as absent or recused.",
                "",
                missing,
            )
        return self.tr("%n ballot(s) missing. The result is computed without them.", "", missing)

    def _force_close(self, answers: Answers) -> None:
        self._close(force=True)

    def _close(self, *, force: bool = False) -> None:
        clock = self._desk.snapshot.contest.clock
        stopped = paused(clock, self._now()) if clock.since else None
        self._desk.do(operations.close_scoring, force=force, clock=stopped)

    def reveal(self, code: str, to: Literal["host", "all"] = "all") -> None:
        """Announce a result, after showing what will be announced."""
        now = self._desk.snapshot
        row = now.row(code)
        if row.result.status is Status.INCOMPLETE:
            self._desk.do(operations.reveal, code, to=to)  # says what is missing
            return
        title = self.tr("Reveal {name}?") if to == "all" else self.tr("Tell the hosts the result of {name}?")
        text = self._who_will_see(to)
        asked = Asked(
            title.format(name=row.called),
            text,
            self.tr("Reveal") if to == "all" else self.tr("Tell the hosts"),
            details=self.announcement(code),
            figure=str(row.result.published or ""),
        )
        ask(self._window, asked, partial(self._reveal, code, to))

    def _reveal(self, code: str, to: Literal["host", "all"], answers: Answers) -> None:
        if to == "all" and self._desk.snapshot.contest.screen not in TELLING:
            self._desk.do(_reveal_to_room, code)
        else:
            self._desk.do(operations.reveal, code, to=to)

    def _who_will_see(self, to: Literal["host", "all"]) -> str:
        if to == "host":
            return self.tr("Only the host pages will show it; the room sees nothing yet.")
        text = self.tr("The projector and the public board will show this result.")
        chosen = self._desk.snapshot.contest.screen
        if chosen in TELLING:
            return text
        leaves = self.tr("The projector leaves '{screen}' for it.").format(screen=screen_word(chosen))
        return sentences(text, leaves)

    def announcement(self, code: str) -> list[str]:
        """What will be announced, line by line."""
        now = self._desk.snapshot
        result, places = now.result(code), now.plan.decimals
        entry = self._entry(code)
        lines = [
            f"{group.name}  {published(result.groups[group.key].score, places)}{self._if_void(group.key)}"
            for group in now.plan.groups
            if group.key in result.groups
        ]
        if result.adjustments:
            lines.append(self.tr("Adjustments  {points}").format(points=f"{published(result.adjustments, places):+}"))
        if entry.revealed and entry.revealed.result.published is not None:
            lines.append(self.tr("Shown so far  {score}").format(score=entry.revealed.result.published))
        return lines

    def _if_void(self, group: str) -> str:
        """That the score of a group counts for nothing in this round."""
        return "  " + self.tr("void: not counted this round") if group in self._desk.snapshot.round.void else ""

    def unreveal(self, code: str) -> None:
        """Take a reveal back, with a reason."""
        asked = Asked(
            self.tr("Take back the reveal of {name}?").format(name=self._name(code)),
            self.tr("The projector and the public board will no longer show its result. The journal keeps both."),
            self.tr("Take back"),
            fields=[reason_field()],
        )
        ask(self._window, asked, partial(self._unreveal, code))

    def _unreveal(self, code: str, answers: Answers) -> None:
        self._desk.do(operations.unreveal, code, why=answers[REASON])

    def show_screen(self, screen: Screen) -> None:
        """Choose what the room sees."""
        if screen is not self._desk.snapshot.contest.screen:
            self._desk.do(operations.show, screen)

    def toggle_timer(self) -> None:
        """Start the speech timer, or pause it."""
        clock = self._desk.snapshot.contest.clock
        self._set_clock(paused(clock, self._now()) if clock.since else started(clock, self._now()))

    def more_time(self) -> None:
        """Grant half a minute more."""
        self._set_clock(extended(self._desk.snapshot.contest.clock, MORE_SECONDS))

    def reset_timer(self) -> None:
        """Put the timer back to the start."""
        self._set_clock(Clock())

    def _set_clock(self, clock: Clock) -> None:
        if not self._desk.busy:
            self._desk.do(operations.set_clock, clock)

    def _entry(self, code: str) -> Entry:
        return conduct.entry_of(self._desk.snapshot.round, code)

    def _name(self, code: str) -> str:
        return self._desk.snapshot.called(code)
