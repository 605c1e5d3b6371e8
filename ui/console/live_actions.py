"""The actions of the live page: what each is called now, whether it can be done, and its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from scoring import conduct
from scoring.contest import Attendance, Entry, Phase, Screen
from scoring.errors import ArenaError
from scoring.moment import next_entry, pauses_steps, shows_steps
from scoring.text import Text
from ui.console.conductor import Conductor
from ui.console.hint_setting import HintSetting
from ui.console.imports import Imports
from ui.console.look import plain_tip
from ui.console.next_step import NextStep, StepKind, may_reveal, to_reveal
from ui.console.unveiling import Unveiling, final_boards
from ui.console.words import literal, screen_word
from ui.desk import Desk
from ui.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.console.corrections import Corrections

SCREEN_KEYS = {
    Screen.WELCOME: "W",
    Screen.LINEUP: "L",
    Screen.ON_STAGE: "O",
    Screen.SCORING: "S",
    Screen.REVEAL: "R",
    Screen.LEADERBOARD: "K",
    Screen.FINALE: "F",
    Screen.RETURNS: "U",
    Screen.CLOSING: "E",
    Screen.BLACK: "B",
    Screen.AUTO: "A",
}

CHANGED = Text(
    "情况刚有变化，“{said}”没有执行；请看过现在的情况再选",
    "things have just changed, so '{said}' was not done; look at how they stand now and choose again",
)


class LiveActions(QObject):
    """All actions of the live page. Their keys work while that page is in view; the menu of the session offers them
    on every page, so an action does what it said or nothing.
    """

    _viewed: str | None = None
    _revealed: str | None = None
    _next: NextStep | None = None
    """The step that the primary action promises; None for the next one of a reveal in steps."""

    def __init__(
        self,
        desk: Desk,
        conductor: Conductor,
        corrections: Callable[[], Corrections],
        imports: Imports,
        viewed: Callable[[], Entry | None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk, self._conductor, self._corrections = desk, conductor, corrections
        self._entry_in_view, self._page = viewed, page
        self.unveiling = Unveiling(desk, conductor, page)
        self.primary = self._action("Space", self._take_step)
        self.explain = self._action("F4", self._explain)
        self.call = self._action("F5", self._call)
        self.adjust = self._action("F6", self._adjust)
        self.reopen = self._action("F7", conductor.open_scoring)
        self.reveal = self._action("F8", self._reveal)
        self.tell_hosts = self._action("Shift+F8", self._tell_hosts)
        self.next = self._action("F9", conductor.call_next)
        self.step_on = self._action("N", self._step_on)
        self.step_on.setShortcuts([QKeySequence("N"), QKeySequence(QKeySequence.StandardKey.MoveToNextPage)])
        self.step_back = self._action("P", self.unveiling.step_back)
        self.step_back.setShortcuts([QKeySequence("P"), QKeySequence(QKeySequence.StandardKey.MoveToPreviousPage)])
        self.begin_finale = self._action("Shift+F", self.unveiling.begin_finale)
        self.no_show = self._action("Ctrl+F5", self._no_show)
        self.withdraw = self._action("Ctrl+F6", self._withdraw)
        self.void_group = self._action("Ctrl+F7", self._void_group)
        self.unreveal = self._action("Ctrl+F8", self._unreveal)
        self.ballots = self._action("Ctrl+F9", imports.ballots)
        self.hint = self._action("Ctrl+F10", HintSetting(desk, page).ask)
        self.timer = self._action("T", conductor.toggle_timer)
        self.more_time = self._action("+", conductor.more_time)
        self.more_time.setShortcuts([QKeySequence("+"), QKeySequence("=")])
        self.bell = self._action("G", QApplication.beep)
        self.reset_timer = self._action("0", conductor.reset_timer)
        self.screens = self._grouped_screens()

    def _action(self, key: str, done: Callable[[], object] | None = None) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setAutoRepeat(False)
        if done:
            action.triggered.connect(partial(self._keep_word, action, done))
        self._page.addAction(action)
        return action

    def _keep_word(self, action: QAction, done: Callable[[], object]) -> None:
        """Do it, unless by now it would be something else than the action said when it was chosen."""
        said, promised = action.text(), self._meaning(action)
        self.refresh()
        if self._meaning(action) == promised:
            done()
        elif not self._page.isVisible():  # who sees the page sees what the action says now
            self._desk.refused.emit(ArenaError(CHANGED(said=said.replace("&&", "&").rstrip("…"))))

    def _meaning(self, action: QAction) -> tuple[object, ...]:
        """What an action would do as it was last refreshed. How many ballots are missing makes it no other step."""
        if action is self.primary and self._next:
            return self._next.kind, self._next.code
        about = self._viewed if action in self.about_entry() else None
        return action.isEnabled(), action.text(), action.toolTip(), about

    def _grouped_screens(self) -> dict[Screen, QAction]:
        group = QActionGroup(self)
        screens = {screen: self._action(key) for screen, key in SCREEN_KEYS.items()}
        for screen, action in screens.items():
            action.setCheckable(True)
            action.setData(screen)
            group.addAction(action)
        group.triggered.connect(self._show_screen)
        return screens

    def more(self) -> list[QAction]:
        """What stands in the menu behind the row of buttons."""
        return [
            self.explain,
            self.call,
            self.reopen,
            self.tell_hosts,
            self.begin_finale,
            *self._against(),
            self.void_group,
            self.ballots,
            self.hint,
        ]

    def about_entry(self) -> list[QAction]:
        """What stands in the menu of a line of the line-up."""
        return [self.explain, self.call, self.adjust, *self._against()]

    def _against(self) -> list[QAction]:
        return [self.unreveal, self.no_show, self.withdraw]

    def refresh(self) -> None:
        """Say what can be done now; corrections are about the entry in view."""
        now, viewed = self._desk.snapshot, self._entry_in_view()
        self._viewed = viewed.code if viewed else None
        self._refresh_steps(now)
        self._refresh_reveals(now, viewed)
        self._refresh_corrections(now, viewed)
        self._refresh_timer(now)
        self._refresh_screens(now)

    def _refresh_steps(self, now: Snapshot) -> None:
        closed, is_open = now.round.closed is not None, conduct.scoring_open(now.round) is not None
        following = next_entry(now.contest)
        words = literal(self.unveiling.next_words(now, None)) if self._is_telling(now) else ""
        self._next = None if words else self._conductor.step()
        self.primary.setText(self._primary_text(now, self._next) if self._next else words)
        self.next.setText(self.tr("Next"))
        name = now.called(following.code) if following else ""
        self.next.setToolTip(plain_tip(self.tr("Call {name}").format(name=name)) if following else "")
        self.next.setEnabled(following is not None and not closed and not is_open)
        entry = now.round.entry(self._viewed or "")
        words = self._call_words(entry)
        self.call.setText(words.format(name=self._name(now, self._viewed)))
        present = entry is not None and entry.attendance is Attendance.PRESENT
        self.call.setEnabled(present and not closed and not is_open)
        on_stage = now.on_stage
        reopens = on_stage is not None and on_stage.phase is Phase.CLOSED and not closed
        self.reopen.setText(self.tr("Open scoring again"))
        self.reopen.setEnabled(reopens and on_stage is not None and on_stage.attendance is Attendance.PRESENT)

    def _call_words(self, entry: Entry | None) -> str:
        if entry and entry.version:
            return self.tr("Call {name} again…")
        return self.tr("Call {name}…") if entry and entry.revealed else self.tr("Call {name}")

    def _primary_text(self, now: Snapshot, step: NextStep) -> str:
        name = self._name(now, step.code)
        if step.missing:
            return self.tr("Close scoring (%n missing)", "", step.missing)
        words = {
            StepKind.FILL_LINEUP: self.tr("Fill the line-up"),
            StepKind.CALL: self.tr("Call {name}"),
            StepKind.START_TIMER: self.tr("Start the timer"),
            StepKind.OPEN: self.tr("Open scoring"),
            StepKind.CLOSE: self.tr("Close scoring"),
            StepKind.REVEAL: self.tr("Reveal {name}"),
            StepKind.SOLVE: self.tr("See what is open"),
            StepKind.CLOSE_ROUND: self.tr("Close the round"),
            StepKind.SIGN: self.tr("Sign the result"),
            StepKind.BULLETIN: self.tr("Make the bulletin"),
            StepKind.NEXT_ROUND: self.tr("Next round"),
        }
        return words[step.kind].format(name=name)

    def _refresh_reveals(self, now: Snapshot, viewed: Entry | None) -> None:
        waiting = viewed if viewed and may_reveal(now, viewed) else to_reveal(now)
        self._revealed = waiting.code if waiting else None
        name = self._name(now, self._revealed)
        self.reveal.setText(self.tr("Reveal {name}").format(name=name) if name else self.tr("Reveal"))
        self.reveal.setEnabled(waiting is not None)
        words = self.tr("Tell the hosts only: {name}").format(name=name) if name else self.tr("Tell the hosts only")
        self.tell_hosts.setText(words)
        told = waiting.announced if waiting else None
        known = waiting is not None and told is not None and told.result == now.result(waiting.code)
        self.tell_hosts.setEnabled(waiting is not None and not known)
        self._refresh_unveiling(now)
        self.unreveal.setText(self.tr("Take back the reveal…"))
        self.unreveal.setEnabled(viewed is not None and bool(viewed.revealed or viewed.announced))

    def _refresh_unveiling(self, now: Snapshot) -> None:
        words = literal(self.unveiling.next_words(now, self._revealed))
        self.step_on.setText(words or self.tr("Next step"))
        self.step_on.setEnabled(bool(words))
        self.step_back.setText(self.tr("Step back"))
        self.step_back.setEnabled(self.unveiling.goes_back(now))
        self.begin_finale.setText(self.tr("Begin the final reveal…"))
        self.begin_finale.setEnabled(bool(final_boards(now)))

    def _refresh_corrections(self, now: Snapshot, viewed: Entry | None) -> None:
        self.explain.setText(self.tr("Why this score and this rank…"))
        self.explain.setEnabled(viewed is not None)
        self.adjust.setText(self.tr("Points…"))
        self.adjust.setToolTip(self.tr("Add or take points, with a reason"))
        self.no_show.setText(self.tr("Did not come…"))
        self.withdraw.setText(self.tr("Withdraw…"))
        self.void_group.setText(self.tr("Leave out a judge group…"))
        self.ballots.setText(self.tr("Ballots from paper, from a table…"))
        self.hint.setText(self.tr("Point out ballots far from the others…"))
        present = viewed is not None and viewed.attendance is Attendance.PRESENT
        self.adjust.setEnabled(viewed is not None)
        self.no_show.setEnabled(present)
        self.withdraw.setEnabled(viewed is not None and viewed.attendance is not Attendance.WITHDRAWN)
        self.void_group.setEnabled(len(now.round.void) < len(now.plan.groups))

    def _refresh_timer(self, now: Snapshot) -> None:
        clock, running = now.contest.clock, now.contest.clock.since is not None
        self.timer.setText(self.tr("Pause") if running else self.tr("Go on") if clock.used else self.tr("Start"))
        self.more_time.setText(self.tr("30 s more"))
        self.bell.setText(self.tr("Bell"))
        self.bell.setToolTip(self.tr("Ring the bell; it rings by itself before the end and at the end"))
        self.reset_timer.setText(self.tr("Reset"))
        has_timer = now.plan.timer.speech_seconds > 0 and now.on_stage is not None
        self.timer.setEnabled(has_timer)
        self.more_time.setEnabled(has_timer)
        self.reset_timer.setEnabled(has_timer and (running or bool(clock.used or clock.extra)))

    def _refresh_screens(self, now: Snapshot) -> None:
        for screen, action in self.screens.items():
            action.setText(screen_word(screen))
            action.setChecked(screen is now.contest.screen)

    def _name(self, now: Snapshot, code: str | None) -> str:
        return literal(now.called(code)) if code else ""

    def _show_screen(self, action: QAction) -> None:
        self.unveiling.show_screen(Screen(action.data()))
        self._refresh_screens(self._desk.snapshot)  # what is chosen is what the desk says, once it says so

    def _is_telling(self, now: Snapshot) -> bool:
        """Whether the session is in the middle of a reveal in steps, also behind a dark stage: to go on with it is the
        next sensible thing to do.
        """
        return self.unveiling.goes_on(now) and (shows_steps(now.contest) or pauses_steps(now.contest))

    def _take_step(self) -> None:
        if self._next:
            self._conductor.take_step()
        else:
            self.unveiling.step_on()

    def _step_on(self) -> None:
        if self.unveiling.goes_on(self._desk.snapshot):
            self.unveiling.step_on()
        elif self._revealed and not self._desk.busy:
            self.unveiling.begin(self._revealed)

    def _call(self) -> None:
        if self._viewed:
            self._conductor.call(self._viewed)

    def _explain(self) -> None:
        if self._viewed:
            from ui.console.explanation import Explanation

            Explanation(self._desk, self._desk.snapshot.round.number, self._viewed, self._page).open()

    def _adjust(self) -> None:
        if self._viewed:
            self._corrections().adjust(self._viewed)

    def _no_show(self) -> None:
        if self._viewed:
            self._corrections().no_show(self._viewed)

    def _withdraw(self) -> None:
        if self._viewed:
            self._corrections().withdraw(self._viewed)

    def _void_group(self) -> None:
        self._corrections().void_group()

    def _reveal(self) -> None:
        if self._revealed:
            self._conductor.reveal(self._revealed)

    def _tell_hosts(self) -> None:
        if self._revealed:
            self._conductor.reveal(self._revealed, "host")

    def _unreveal(self) -> None:
        if self._viewed:
            self._conductor.unreveal(self._viewed)
