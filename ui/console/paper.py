"""A ballot from paper, while the judge's own may still come: nothing is replaced unseen, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from scoring import conduct
from scoring.ballots import ballot_total, score_faults
from scoring.contest import Ballot
from scoring.errors import ArenaError
from scoring.plan import Plan
from storage import ballots
from ui.console.corrections import replaced, score_fields, total_of
from ui.console.dialogs import Question
from ui.console.page import grow
from ui.console.questions import REASON, Answers, Asked, reason_field
from ui.console.tile_facts import total_text
from ui.console.words import local_time, translate
from ui.desk import Desk


class PaperBallot(Question):
    """Scores and a reason. It says at once when another ballot of the judge comes to stand there, asks once more before
    it replaces that one, and stays open with what was typed until the desk has stored it.
    """

    def __init__(self, desk: Desk, judge: str, code: str, after_closing: str, parent: QWidget) -> None:
        self._desk, self._judge, self._code, self._after_closing = desk, judge, code, after_closing
        self._seen = self._stored()
        super().__init__(self._asking(), parent)
        desk.changed.connect(self._look_again)

    def _asking(self) -> Asked:
        now = self._desk.snapshot
        judge, name = conduct.judge_of(now.contest, self._judge).name, now.called(self._code)
        return Asked(
            self.tr("Ballot of {judge} for {name}, from paper").format(judge=judge, name=name),
            self._text(replaced(now.plan, self._seen) if self._seen else ""),
            self.tr("Store"),
            fields=[
                *score_fields(now.plan, self._seen),
                reason_field(self.tr("device failed"), self.tr("paper ballot")),
            ],
            check=self._faults_of,
            note=self._total,
        )

    def _text(self, first: str) -> str:
        return "\n".join(part for part in (first, self._after_closing) if part)

    def _stored(self) -> Ballot | None:
        """The ballot that stands there now."""
        return conduct.entry_of(self._desk.snapshot.round, self._code).ballots.get(self._judge)

    def _scores(self, answers: Answers) -> dict[str, str]:
        return {criterion.key: answers[criterion.key] for criterion in self._desk.snapshot.plan.criteria}

    def _faults_of(self, answers: Answers) -> Mapping[str, str]:
        faults = score_faults(self._desk.snapshot.plan, self._scores(answers))
        return {key: text.said(self._desk.language) for key, text in faults.items()}

    def _total(self, answers: Answers) -> str:
        return total_of(self._desk.snapshot.plan, self._scores(answers))

    def _look_again(self) -> None:
        """Something was done meanwhile; of another ballot it says whose it is, and that nothing typed is stored."""
        stored = self._stored()
        if stored and not _same(stored, self._seen):
            self._say(came_meanwhile(self._desk.snapshot.plan, stored))

    def _say(self, text: str) -> None:
        self.said.setText(self._text(text))
        self.said.set_tone("bad")
        self.said.show()
        grow(self)

    def _say_yes(self) -> None:
        stored = self._stored()
        if stored and not _same(stored, self._seen):
            self._look_again()
            self._seen = stored
            return
        answers, replaces = self.answers(), self._seen.ballot_id if self._seen else None
        self.setEnabled(False)
        job = self._desk.do(
            ballots.enter_ballot,
            self._judge,
            self._code,
            self._scores(answers),
            reason=answers[REASON],
            replaces=replaces,
        )
        job.done.connect(self._close)
        job.failed.connect(self._stay)

    def _close(self, _: object) -> None:
        self.accept()

    def _stay(self, _: ArenaError) -> None:
        """Refused, and that is said already: what was typed can be mended, or copied."""
        self.setEnabled(True)
        self._look_again()


def _same(one: Ballot | None, other: Ballot | None) -> bool:
    return (one and one.ballot_id) == (other and other.ballot_id)


def came_meanwhile(plan: Plan, stored: Ballot) -> str:
    """Whose ballot came while another was being typed, and what follows."""
    text = translate(
        "PaperBallot",
        "The ballot of {person} came in meanwhile and was stored at {time} ({total}). What you have typed is not "
        "stored. If the one that came is right, cancel; to replace it with yours, confirm once more. "
        "The journal keeps both.",
    )
    total = total_text(ballot_total(plan, stored.scores), plan)
    return text.format(person=stored.person, time=local_time(stored.stored_at), total=total)
