"""Page 2: the rules of this contest, to be written, checked while they are written, and seen at work beside it."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from scoring import conduct
from scoring.errors import Fault
from scoring.plan import Plan
from scoring.plan_change import in_use, settled, standing_scores
from scoring.plan_draft import PlanDraft
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.flow import FlowLayout
from ui.console.look import Words
from ui.console.page import StepPage, page_action
from ui.console.plan_changing import PlanChanging
from ui.console.plan_example import PlanExample
from ui.console.plan_form import PlanForm
from ui.desk import Desk

CHECK_MS = 120
"""After how long a pause in typing everything is checked and computed again."""
HALL = frozenset(
    {
        "contest.title",
        "contest.organizer",
        "contest.level",
        "contest.resend",
        "timer.speech_seconds",
        "timer.warning_seconds",
    }
)
"""What may be changed under a closed result: words, and how the hall is run."""


class State(Enum):
    """Whether the rules may be changed."""

    FREE = auto()
    FROZEN = auto()
    UNLOCKED = auto()


class RulesPage(StepPage):
    """A form for the plan; nothing of it is in force before it is saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._based = desk.snapshot.plan
        self._language, self._reworded = desk.language, False
        self.form = PlanForm(PlanDraft.of(self._based), self._language)
        self.example = PlanExample()
        self.changing = PlanChanging(desk, self)
        self.state, self._open = Words(wrap=True), Words(wrap=True)
        self._reason = ""
        self._plan: Plan | None = self._based
        self._faults: tuple[Fault, ...] = ()
        self._pause = QTimer(self, interval=CHECK_MS, singleShot=True)
        self._make_actions()
        self._build()
        self._pause.timeout.connect(self._check)
        self.form.edited.connect(self._edit)
        self.form.row_entered.connect(self._show_actions)
        self.changing.unlocked.connect(self._unlock)

    def _make_actions(self) -> None:
        keys = ("F5", "F6", "F9", "F7", "F8", "Ctrl+Up", "Ctrl+Down", "F4")
        actions = [page_action(self, key) for key in keys]
        self.save, self.discard, self.unlock, self.add, self.remove, self.up, self.down, self.fault = actions
        self.fault.triggered.connect(self.form.go_to_fault)
        self.save.triggered.connect(self._save)
        self.discard.triggered.connect(self._discard)
        self.unlock.triggered.connect(self.changing.ask_unlock)
        self.add.triggered.connect(self.form.add_row)
        self.remove.triggered.connect(self.form.remove_row)
        self.up.triggered.connect(partial(self.form.move_row, -1))
        self.down.triggered.connect(partial(self.form.move_row, 1))

    def _build(self) -> None:
        self.box.addWidget(self.state)
        split = QSplitter()
        split.addWidget(self.form)
        split.addWidget(self.example)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        split.setSizes([700, 370])
        self.box.addWidget(split, 1)
        self.box.addWidget(self._open)
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.save_button = PrimaryButton(self.save)
        row.addWidget(self.save_button)
        for action in (self.fault, self.discard, self.unlock, self.add, self.remove, self.up, self.down):
            row.addWidget(KeyButton(action))
        self.box.addWidget(buttons)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._reworded = True
        super().changeEvent(event)

    @property
    def dirty(self) -> bool:
        """Whether something is written that is not in force."""
        if not self._pause.isActive() and self._plan == self._based:
            return False  # 40.0 is 40
        return self.form.draft.document() != PlanDraft.of(self._based).document()

    @property
    def _now(self) -> State:
        if not self._desk.snapshot.contest.begun:
            return State.FREE
        return State.UNLOCKED if self._reason else State.FROZEN

    def refresh(self) -> None:
        purpose = self.tr("Write the rules here; they take effect once saved. On the right, a worked example.")
        self.say(self.tr("Rules"), purpose)
        self.form.setAccessibleName(self.tr("Rules"))
        self._name_actions()
        self._follow_file()
        self._freeze()
        self._check()

    def _follow_file(self) -> None:
        """Show the plan of the file, unless there is other work on the form; and speak the language spoken now."""
        plan, spoken = self._desk.snapshot.plan, self._desk.language
        if plan != self._based:
            kept = self.dirty and self._plan != plan
            self._based = plan
            if not kept:
                self._begin_again()
        if spoken != self._language or self._reworded:
            self._language, self._reworded = spoken, False
            self.form.show_draft(self.form.draft, spoken)

    def _begin_again(self) -> None:
        """The form shows what is in force; what was unlocked is locked again."""
        self._reason = ""
        self.form.show_draft(PlanDraft.of(self._based), self._language)

    def _freeze(self) -> None:
        contest = self._desk.snapshot.contest
        frozen = self._now is State.FROZEN
        self.form.freeze(frozen or settled(contest), frozenset() if frozen else HALL)

    def _edit(self) -> None:
        self._pause.start()
        self._show_actions()

    def _check(self) -> None:
        """Find everything that is wrong, and compute the example again."""
        contest = self._desk.snapshot.contest
        self._pause.stop()
        self._plan, self._faults = self.form.draft.checked()
        if self._plan:
            self._faults = tuple(in_use(contest, self._plan, standing_scores(contest)))
        self.form.show_faults(self._faults)
        seats = Counter(judge.group for judge in contest.judges)
        self.example.show_plan(self._plan, seats, self._language)
        self._show_state()
        self._show_actions()

    def _show_state(self) -> None:
        contest = self._desk.snapshot.contest
        text = self.tr("No ballot is stored yet: the rules can be changed.")
        if self._now is State.FROZEN:
            text = self.tr("Ballots are stored: the rules are frozen. To change them, unlock them.")
        elif self._now is State.UNLOCKED:
            text = self.tr("Unlocked: {reason}. The results will say so once other rules are saved.")
            text = text.format(reason=self._reason.rstrip("。."))
        if settled(contest):
            text += "  " + self.tr("A round was closed by these rules: only title, organizer, level, timer and sending "
                                   "again can be changed.")  # fmt: skip
        self.state.set_tone("good" if self._now is State.FREE else "warn")
        self.state.setText(text)

    def _show_actions(self) -> None:
        """What can be done now, and what stands in the way of saving."""
        scored = conduct.scoring_open(self._desk.snapshot.round)
        may_change, dirty = self._now is not State.FROZEN, self.dirty
        self._open.setText(self._in_the_way(scored is not None) if may_change and dirty else "")
        self._open.setVisible(bool(self._open.text()))
        self._open.set_tone("bad" if self._faults else "warn")
        waiting = self._pause.isActive() or self._desk.busy
        self.save.setEnabled(may_change and dirty and not self._faults and scored is None and not waiting)
        self.discard.setEnabled(dirty or self._now is State.UNLOCKED)
        self.fault.setVisible(bool(self._faults))
        self.fault.setEnabled(bool(self._faults))
        self.unlock.setVisible(self._now is State.FROZEN)
        self.unlock.setEnabled(self._now is State.FROZEN)
        self.add.setEnabled(self.form.can_add)
        for action in (self.remove, self.up, self.down):
            action.setEnabled(self.form.can_change)

    def _in_the_way(self, scoring: bool) -> str:
        if self._faults:
            return self.tr("%n thing(s) to put right before the rules can be saved", "", len(self._faults))
        if scoring:
            return self.tr("Somebody is being scored: save once scoring is closed.")
        return self.tr("Not saved yet.")

    def _name_actions(self) -> None:
        self.save.setText(self.tr("Save the rules…"))
        self.discard.setText(self.tr("Discard"))
        self.discard.setToolTip(self.tr("Back to the rules that are in force"))
        self.unlock.setText(self.tr("Unlock…"))
        self.fault.setText(self.tr("Go to what is wrong"))
        self.add.setText(self.tr("Add a row"))
        self.remove.setText(self.tr("Take out"))
        self.up.setText(self.tr("Move up"))
        self.down.setText(self.tr("Move down"))

    def _unlock(self, reason: str) -> None:
        self._reason = reason
        self._freeze()
        self._check()

    def _discard(self) -> None:
        self._begin_again()
        self._freeze()
        self._check()

    def _save(self) -> None:
        if self._plan:
            self.changing.ask_save(self._plan, self.form.draft.document(), self._reason)
