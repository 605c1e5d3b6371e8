"""One contestant by hand: a new one, or one that is called something else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scoring.grid import plain_code
from scoring.people_file import split_members
from scoring.plan import Contestant
from scoring.roster import contestant_faults
from storage import rounds
from ui.console.questions import Answers, Asked, Field, ask
from ui.console.words import distinct
from ui.desk import Desk

CODE, NAME, CATEGORY, LEAD, MEMBERS = "code", "name", "category", "lead", "members"


class Contestants(QObject):
    """Asks what a contestant is called, and checks it while it is typed; the code stays."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def add(self) -> None:
        """A contestant that is not in the roster yet."""
        first = next(iter(self._categories.values()))
        asked = Asked(
            self.tr("Add a contestant to the roster"),
            self.tr("The code stays for good; everything else can be changed later. The line-up stays as it is."),
            self.tr("Add"),
            fields=[Field(CODE, self.tr("Code"), hint="U36"), *self._fields(Contestant("", "", first))],
            check=self._new_faults,
        )
        ask(self._window, asked, self._add)

    def edit(self, code: str) -> None:
        """Another name, lead or members; another category only before the first line-up."""
        known = self._desk.snapshot.contestant(code)
        asked = Asked(
            self.tr("Change {name} ({code})").format(name=known.name, code=code),
            self.tr("The code stays. Everything shown and printed from now on takes the new name; scores stay."),
            self.tr("Change"),
            fields=self._fields(known),
            check=partial(self._faults, code),
        )
        ask(self._window, asked, partial(self._change, code))

    @property
    def _categories(self) -> Mapping[str, str]:
        return distinct({category.key: category.name for category in self._desk.snapshot.plan.categories})

    def _fields(self, known: Contestant) -> list[Field]:
        names = {key: name for name, key in self._categories.items()}
        category = names[known.category]
        return [
            Field(NAME, self.tr("Name"), known.name),
            Field(CATEGORY, self.tr("Category"), category, choices=tuple(names.values()), free=False),
            Field(LEAD, self.tr("Lead"), known.lead, required=False),
            Field(
                MEMBERS,
                self.tr("Members"),
                "；".join(known.members),
                hint=self.tr("separated by semicolons"),
                required=False,
            ),
        ]

    def _contestant(self, code: str, answers: Answers) -> Contestant:
        category, members = self._categories[answers[CATEGORY]], split_members(answers[MEMBERS])
        return Contestant(code, answers[NAME], category, answers[LEAD], members)

    def _new_faults(self, answers: Answers) -> Mapping[str, str]:
        code = plain_code(answers[CODE])
        known = self._desk.snapshot.contest.contestants.get(code)
        if known:
            return {CODE: self.tr("{code} is {name} already").format(code=code, name=known.name)}
        return self._faults(code, answers)

    def _faults(self, code: str, answers: Answers) -> Mapping[str, str]:
        faults = contestant_faults(self._desk.snapshot.contest, self._contestant(code, answers))
        return {fault.key or NAME: fault.text.said(self._desk.language) for fault in faults}

    def _add(self, answers: Answers) -> None:
        self._change(plain_code(answers[CODE]), answers)

    def _change(self, code: str, answers: Answers) -> None:
        self._desk.do(rounds.change_roster, [self._contestant(code, answers)])
