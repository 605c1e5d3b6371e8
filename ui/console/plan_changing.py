"""Asking before the rules change: what will be other, and what that does to the results so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scoring.corrections import changed
from scoring.plan import Plan
from scoring.plan_change import changes_rules, settled
from scoring.plan_words import differences
from scoring.standings import standings, standings_json
from scoring.text import Text
from storage import plans
from storage.contest_file import ContestFile
from ui.console.questions import REASON, Answers, Asked, Field, ask, reason_field
from ui.console.words import translate
from ui.desk import Desk

MOST = 7
"""How many lines of a kind a question shows."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What other rules would change in the results so far, one line a contestant."""

    lines: tuple[Text, ...]


class PlanChanging(QObject):
    """Asks, then unlocks or saves.

    Signals:
        unlocked(str): the rules may be changed, for this reason.
    """

    unlocked = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask_unlock(self) -> None:
        """Ask for the reason for which rules change after scoring has begun."""
        text = self.tr(
            "Ballots are stored. Other rules are computed for all of them at once, and standings, explanations and the "
            "bulletin say what was changed, why, and by which record of the journal."
        )
        if settled(self._desk.snapshot.contest):
            text = self.tr("A round is closed; its result stays. Only what touches no result can be changed.")
        asked = Asked(
            self.tr("Unlock the rules?"),
            text,
            self.tr("Unlock"),
            fields=[reason_field(self.tr("the plan was entered wrongly"), self.tr("the organizer decided otherwise"))],
        )
        ask(self._page.window(), asked, self._unlock)

    def _unlock(self, answers: Answers) -> None:
        self.unlocked.emit(answers[REASON])

    def ask_save(self, plan: Plan, document: Mapping[str, Any], reason: str) -> None:
        """Say what would change, and ask whether to save it."""
        self._desk.ask(partial(effect_of, plan=plan), partial(self._ask_save, plan, document, reason))

    def _ask_save(self, plan: Plan, document: Mapping[str, Any], reason: str, effect: Effect) -> None:
        now = self._desk.snapshot
        details = self._short(tuple(differences(now.plan, plan)))
        if effect.lines:
            details += [self.tr("The results so far would change:"), *self._short(effect.lines)]
        marked = now.contest.begun and changes_rules(now.plan, plan)
        text = self.tr("The results of this round will say that the rules were changed: {reason}").format(reason=reason)
        plain = self.tr("They are in force at once; the journal keeps what they were.")
        asked = Asked(
            self.tr("Save these rules?"),
            text if marked else plain,
            self.tr("Save"),
            details=details,
            fields=[] if now.contest.begun else [_optional_reason()],
        )
        ask(self._page.window(), asked, partial(self._save, document, reason))

    def _short(self, lines: tuple[Text, ...]) -> list[str]:
        said = [line.said(self._desk.language) for line in lines[:MOST]]
        return said + ([self.tr("… and %n more", "", len(lines) - MOST)] if len(lines) > MOST else [])

    def _save(self, document: Mapping[str, Any], reason: str, answers: Answers) -> None:
        why = reason or answers.get(REASON, "")
        self._desk.do(plans.change_plan, document, reason=why, unlock=bool(reason))


def effect_of(file: ContestFile, plan: Plan) -> Effect:
    """What a plan would change in the latest round's standings."""
    with file.lock:
        contest, before = file.contest, file.standings()
    return Effect(tuple(changed(standings_json(before), standings(replace(contest, plan=plan)))))


def _optional_reason() -> Field:
    return Field(
        REASON,
        translate("Questions", "Reason"),
        hint=translate("Questions", "goes into the journal"),
        required=False,
    )
