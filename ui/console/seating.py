"""Judges who join a contest that exists, by hand, and those who were put in by mistake."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scoring.conduct import judge_of
from scoring.grid import plain_code
from scoring.plan import Judge
from scoring.seating import joining_faults, passed
from storage import seats
from ui.console.questions import REASON, Answers, Asked, Field, ask, reason_field
from ui.console.words import distinct, sentences
from ui.desk import Desk

CODE, NAME, GROUP, TITLE = "code", "name", "group", "title"


class Seating(QObject):
    """Asks who joins and checks it while it is typed; what was scored stays as it is.

    Signals:
        joined(str): a judge was added, by the code.
    """

    joined = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def add(self) -> None:
        """A judge who has no seat yet."""
        groups = tuple(self._groups)
        asked = Asked(
            self.tr("Add a judge"),
            sentences(self.tr("A new seat, with a link and a code of its own. The code stays for good."), self._from()),
            self.tr("Add"),
            fields=[
                Field(NAME, self.tr("Name")),
                Field(GROUP, self.tr("Group"), groups[0], choices=groups, free=False),
                Field(TITLE, self.tr("Title"), required=False),
                Field(CODE, self.tr("Seat"), hint=self.tr("the next of the group"), required=False),
                reason_field(self.tr("additional judge"), self.tr("left out of the list")),
            ],
            check=self._faults,
            note=self._note,
        )
        ask(self._window, asked, self._add)

    def remove(self, code: str) -> None:
        """Take a judge out again, before anything was scored."""
        name = judge_of(self._desk.snapshot.contest, code).name
        asked = Asked(
            self.tr("Remove {name} from the judges?").format(name=name),
            self.tr("The seat, its link and its code are gone at once. Possible only before anything is scored."),
            self.tr("Remove"),
            fields=[reason_field(self.tr("entered by mistake"))],
        )
        ask(self._window, asked, partial(self._remove, code))

    @property
    def possible(self) -> bool:
        """Whether there is a group that somebody could join."""
        return bool(self._groups)

    @property
    def _groups(self) -> Mapping[str, str]:
        """Keys of the groups that have seats, by name."""
        now = self._desk.snapshot
        return distinct({g.key: g.name for g in now.plan.groups if g.key not in now.contest.bench.crowds})

    def _from(self) -> str:
        """From when on a judge who joins now takes part, where that is not at once."""
        now = self._desk.snapshot
        if now.round not in passed(now.contest):
            return ""
        return self.tr("Judges have scored in this round already: whoever joins now takes part from the next round on.")

    def _judge(self, answers: Answers) -> Judge:
        group = self._groups[answers[GROUP]]
        code = plain_code(answers[CODE]) or self._next_code(group)
        return Judge(code, answers[NAME], answers[TITLE], group)

    def _next_code(self, group: str) -> str:
        """A code that is free, counted on from those of the group: after E6 comes E7."""
        bench = self._desk.snapshot.contest.bench
        members = bench.groups.get(group, ())
        last = members[-1].code if members else group.upper()
        letters = last.rstrip("0123456789")
        number = int(last[len(letters) :] or 0)
        return next(code for n in count(number + 1) if not bench.find(code := f"{letters}{n}"))

    def _note(self, answers: Answers) -> str:
        return self.tr("Seat {code}").format(code=self._judge(answers).code)

    def _faults(self, answers: Answers) -> Mapping[str, str]:
        contest, judge = self._desk.snapshot.contest, self._judge(answers)
        known = contest.bench.find(judge.code)
        if known:
            return {CODE: self.tr("{code} is {name} already").format(code=judge.code, name=known.name)}
        found = joining_faults(contest, judge)
        return {fault.key or NAME: fault.text.said(self._desk.language) for fault in found}

    def _add(self, answers: Answers) -> None:
        judge = self._judge(answers)
        job = self._desk.do(seats.add_judge, judge, reason=answers[REASON])
        job.ended.connect(partial(self.joined.emit, judge.code))

    def _remove(self, code: str, answers: Answers) -> None:
        self._desk.do(seats.remove_judge, code, reason=answers[REASON])
