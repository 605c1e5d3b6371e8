"""Correcting one ballot of any round: what stands there, what it becomes, and what follows before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from scoring import conduct
from scoring.arithmetic import expects
from scoring.ballots import ballot_total, score_faults
from scoring.contest import Attendance, Ballot, Round
from scoring.errors import ArenaError
from scoring.plan import Judge, Plan
from scoring.text import Text
from storage.contest_file import ContestFile
from storage.corrections import foreseen
from ui.console.corrections import score_fields
from ui.console.dialogs import Question
from ui.console.look import Caption, Words
from ui.console.page import grow
from ui.console.paper import came_meanwhile
from ui.console.questions import REASON, Answers, Asked, Field, reason_field
from ui.console.tile_facts import total_text
from ui.console.words import local_time, sentences, translate
from ui.desk import Desk

JUDGE = "judge"
SHOWN = 6
"""Lines of what follows; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What would follow from these scores of this judge."""

    judge: str
    scores: Mapping[str, str]
    lines: tuple[Text, ...]


class BallotCorrection(Question):
    """Which judge's ballot for an entry of a round, its scores, and why. Below it what the correction would change.

    Signals:
        corrected(str, dict, object, str): the judge, the scores, the id of the ballot that is replaced or None, why.
    """

    corrected = Signal(str, object, object, str)

    def __init__(self, desk: Desk, number: int, code: str, after_closing: str, parent: QWidget) -> None:
        self._desk, self._number, self._code = desk, number, code
        self._judges = {_named(judge): judge for judge in desk.snapshot.contest.bench.seated}
        self._filled = ""
        self._seen: str | None = None
        self._wanted: Ahead | None = None
        self._lines: tuple[Text, ...] | None = None
        self.stands, self._head, self.follows = Caption(factor=1.0), Words(bold=True), Words()
        super().__init__(self._asking(after_closing), parent)
        for label in (*self._faults.values(), self.stands, self.follows):
            label.setWordWrap(True)
        desk.changed.connect(self._look_again)
        self.answered.connect(self._correct)

    def _asking(self, after_closing: str) -> Asked:
        name = self._desk.snapshot.called(self._code)
        title = self.tr("Correct a ballot of round {number}: {name}").format(number=self._number, name=name)
        return Asked(
            title,
            "\n".join(part for part in (after_closing, *self._besides()) if part),
            self.tr("Correct"),
            fields=[
                Field(JUDGE, self.tr("Judge"), choices=("", *self._judges), free=False),
                *score_fields(self._plan, None),
                reason_field(self.tr("typed wrong"), self.tr("paper ballot")),
            ],
            check=self._wrong,
        )

    def _besides(self) -> list[str]:
        """What else is to be known of this round or entry."""
        said = []
        if self._number in self._desk.published:
            said.append(self.tr("The bulletin that was made is out of date then; the next one names it."))
        if self._round.number < self._desk.snapshot.round.number:
            said.append(self.tr("Scores and line-ups of later rounds stay as they are."))
        if conduct.entry_of(self._round, self._code).attendance is not Attendance.PRESENT:
            said.append(self.tr("It is marked as no-show or withdrawn: no ballot counts while that mark stands."))
        if self._desk.snapshot.contest.bench.crowds:
            said.append(crowd_advice())
        return said

    def _add_below(self, box: QVBoxLayout) -> None:
        for label in (self.stands, self._head, self.follows):
            box.addWidget(label)

    @property
    def _plan(self) -> Plan:
        return self._desk.snapshot.plan

    @property
    def _round(self) -> Round:
        return self._desk.snapshot.contest.rounds[self._number - 1]

    @property
    def judge(self) -> Judge | None:
        """The judge who is chosen."""
        chosen = self._inputs.get(JUDGE)
        return self._judges.get(chosen.currentText()) if isinstance(chosen, QComboBox) else None

    def stored(self) -> Ballot | None:
        """The ballot that stands there now."""
        judge = self.judge
        return conduct.entry_of(self._round, self._code).ballots.get(judge.code) if judge else None

    def scores(self, answers: Answers) -> dict[str, str]:
        """The scores that are filled in."""
        return {criterion.key: answers[criterion.key] for criterion in self._plan.criteria}

    def _wrong(self, answers: Answers) -> Mapping[str, str]:
        judge = self._judges.get(answers[JUDGE])
        if judge and not expects(self._round, conduct.entry_of(self._round, self._code), judge.code):
            return {
                JUDGE: self.tr(
                    "No ballot of this judge counts here: marked as absent, as having left, or as recused. "
                    "If that is wrong, undo the mark on page 8 first, then enter the ballot."
                )
            }
        faults = score_faults(self._plan, self.scores(answers))
        return {key: text.said(self._desk.language) for key, text in faults.items()}

    def _follow(self) -> None:
        if not hasattr(self, "yes"):
            return
        if (name := self.answers()[JUDGE]) != self._filled:
            self._filled = name
            self._fill_scores()
        super()._follow()
        self._say_what_stands()
        self._look_ahead()

    def _fill_scores(self) -> None:
        """Begin with what stands there; another ballot that comes to stand there meanwhile is not replaced unseen."""
        stored = self.stored()
        self._seen = stored.ballot_id if stored else None
        for field in score_fields(self._plan, stored):
            entry = self._inputs[field.key]
            entry.blockSignals(True)
            self.fill(field.key, field.value)
            entry.blockSignals(False)

    def _say_yes(self) -> None:
        """A ballot that came to stand there meanwhile is shown first; what was typed stays."""
        stored = self.stored()
        if stored and stored.ballot_id != self._seen:
            self._seen = stored.ballot_id
            self.stands.setText(came_meanwhile(self._plan, stored))
            self.stands.set_tone("bad")
            grow(self)
            return
        super()._say_yes()

    def _correct(self, answers: Answers) -> None:
        self.corrected.emit(self._judges[answers[JUDGE]].code, self.scores(answers), self._seen, answers[REASON])

    def _say_what_stands(self) -> None:
        judge, stored = self.judge, self.stored()
        self.stands.setVisible(judge is not None)
        if stored:
            text = self.tr("It replaces the ballot of {person} stored at {time} ({total}); the journal keeps both.")
            total = total_text(ballot_total(self._plan, stored.scores), self._plan)
            at = local_time(stored.stored_at, "%Y-%m-%d %H:%M")
            self.stands.setText(text.format(person=stored.person, time=at, total=total))
        elif judge:
            self.stands.setText(self.tr("No ballot of this judge stands there; this one is added."))

    def _look_again(self) -> None:
        """Something was done meanwhile."""
        self._wanted = None
        self._follow()

    def _look_ahead(self) -> None:
        """Work out what would follow, off the GUI thread; an answer that is no longer wanted is passed over."""
        answers, judge = self.answers(), self.judge
        if judge is None or self._wrong(answers):
            self._wanted = None
            self._say_ahead(None)
            return
        scores = self.scores(answers)
        stored = self.stored()
        if stored and {key: Decimal(score) for key, score in scores.items()} == dict(stored.scores):
            self._wanted = None
            self._say_ahead(())
            self.yes.setEnabled(False)
            return
        wanted = Ahead(judge.code, scores, ())
        if wanted != self._wanted:
            self._wanted = wanted
            self._say_ahead(None)
            look = partial(_looked_ahead, self._desk.file, self._number, self._code, wanted)
            self._desk.slow.run(look, self._take, self._miss)

    def _take(self, ahead: Ahead) -> None:
        if self._wanted and (ahead.judge, ahead.scores) == (self._wanted.judge, self._wanted.scores):
            self._say_ahead(ahead.lines)

    def _miss(self, error: ArenaError) -> None:
        """The contest changed under the question; what is done now is checked once more in any case."""
        self._say_ahead(None)

    def _say_ahead(self, lines: tuple[Text, ...] | None) -> None:
        """None: nothing can be said yet; nothing at all: these are the scores that are stored."""
        self._head.setText(self.tr("What this changes in round {number}").format(number=self._number))
        self._head.setVisible(bool(lines))
        self.follows.setVisible(lines is not None)
        if lines is not None:
            said = [line.said(self._desk.language) for line in lines]
            ends = said[SHOWN:]
            if len(ends) > 3:
                said = [*said[:SHOWN], self.tr("… and %n more", "", len(ends) - 2), *said[-2:]]
            text = "\n".join(f"·  {line}" for line in said)
            self.follows.setText(text or self.tr("These are the scores that are stored."))
        grow(self)


def _looked_ahead(file: ContestFile, number: int, code: str, wanted: Ahead) -> Ahead:
    lines = foreseen(file, number, code, wanted.judge, wanted.scores)
    return Ahead(wanted.judge, wanted.scores, tuple(lines))


def crowd_advice() -> str:
    """How ballots of a crowd are corrected."""
    return sentences(
        translate("BallotCorrection", "Ballots of the public come from files and cannot be corrected one by one here."),
        translate("BallotCorrection", "What a file brought is taken back on page 8."),
    )


def _named(judge: Judge) -> str:
    return f"{judge.code} {judge.name}".strip()
