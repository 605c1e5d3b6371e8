"""Corrections: marks on entries and judges, and ballots from paper; each says what follows and asks why."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scoring import conduct
from scoring.ballots import ballot_total, score_faults
from scoring.contest import Ballot, Entry
from scoring.mark import MarkKind
from scoring.plan import Judge, Plan
from scoring.points import parse_signed, plain_decimal, published
from scoring.quorum import shortfall
from storage import ballots, marks, seats
from storage.journal import Record
from ui.console.questions import REASON, Answers, Asked, Field, ask, reason_field, tell
from ui.console.seat_panels import SeatPanels
from ui.console.tile_facts import total_text
from ui.console.words import local_time, sentences, translate
from ui.desk import Desk


class Corrections(QObject):
    """Asks for the reason, then makes the correction."""

    def __init__(self, desk: Desk, window: QWidget, panels: SeatPanels) -> None:
        super().__init__(window)
        self._desk, self._window, self.panels = desk, window, panels

    def adjust(self, code: str) -> None:
        """Add points to an entry, or take them."""
        asked = Asked(
            self.tr("Add or take points: {name}").format(name=self._name(code)),
            self._after_closing(),
            self.tr("Record"),
            fields=[
                Field("points", self.tr("Points"), hint="-0.5"),
                reason_field(self.tr("over time"), self.tr("out of turn")),
            ],
            check=self._points_faults,
            note=partial(self._new_score, code),
        )
        ask(self._window, asked, partial(self._adjust, code))

    def _points_faults(self, answers: Answers) -> Mapping[str, str]:
        if parse_signed(answers["points"]) is None:
            return {"points": self.tr("write a number of points such as -0.5 or 2")}
        return {}

    def _new_score(self, code: str, answers: Answers) -> str:
        points, result = parse_signed(answers["points"]), self._desk.snapshot.result(code)
        if points is None or result.exact is None:
            return ""
        after = published(result.exact + Fraction(points), self._desk.snapshot.plan.decimals)
        return self.tr("Final score {before} → {after}").format(before=result.published, after=after)

    def _adjust(self, code: str, answers: Answers) -> None:
        self._desk.do(marks.adjust, code, answers["points"], reason=answers[REASON])

    def no_show(self, code: str) -> None:
        """Mark an entry as not having come."""
        text = sentences(self.tr("It gets no result in this round."), self._ballots_fall_away(code))
        if self._desk.snapshot.plan.returns.no_show:
            text = sentences(text, self.tr("It has to come back in the next round."))
        self._mark_entry(MarkKind.NO_SHOW, code, self.tr("{name} did not come?"), text)

    def withdraw(self, code: str) -> None:
        """Mark an entry as withdrawn."""
        gone = self.tr("It gets no result in this round and does not come back.")
        self._mark_entry(
            MarkKind.WITHDRAW, code, self.tr("{name} withdraws?"), sentences(gone, self._ballots_fall_away(code))
        )

    def _mark_entry(self, kind: MarkKind, code: str, title: str, text: str) -> None:
        asked = Asked(
            title.format(name=self._name(code)),
            self._with_closing(text),
            self.tr("Mark"),
            fields=[reason_field()],
        )
        ask(self._window, asked, partial(self._do_mark_entry, kind, code))

    def _do_mark_entry(self, kind: MarkKind, code: str, answers: Answers) -> None:
        self._desk.do(marks.mark_entry, kind, code, reason=answers[REASON])

    def void_group(self) -> None:
        """Leave a whole group out of the round."""
        groups = [g.name for g in self._desk.snapshot.plan.groups if g.key not in self._desk.snapshot.round.void]
        asked = Asked(
            self.tr("Leave a judge group out of this round?"),
            self._with_closing(
                self.tr("Its weight is shared out to the other groups for every entry, and every document says so.")
            ),
            self.tr("Leave out"),
            fields=[Field("group", self.tr("Group"), choices=tuple(groups), free=False), reason_field()],
        )
        ask(self._window, asked, self._void_group)

    def _void_group(self, answers: Answers) -> None:
        key = next(group.key for group in self._desk.snapshot.plan.groups if group.name == answers["group"])
        self._desk.do(marks.void_group, key, reason=answers[REASON])

    def absent(self, judge: str) -> None:
        """Mark a judge as absent from the round."""
        stored = sum(judge in entry.ballots for entry in self._desk.snapshot.round.entries)
        text = self.tr("The judge takes no part in this round and is waited for no longer.")
        if stored:
            text = sentences(text, self.tr("%n stored ballot(s) stop counting.", "", stored))
        self._mark_judge(MarkKind.JUDGE_ABSENT, judge, self.tr("{name} is absent?"), text)

    def left(self, judge: str) -> None:
        """Mark a judge as having left the round."""
        text = self.tr("Ballots stored so far stand; the judge is waited for no longer.")
        self._mark_judge(MarkKind.JUDGE_LEFT, judge, self.tr("{name} has left?"), text)

    def _mark_judge(self, kind: MarkKind, judge: str, title: str, text: str) -> None:
        asked = Asked(
            title.format(name=self._judge(judge).name),
            self._with_closing("\n".join(part for part in (text, self._out_of_reach(kind, judge)) if part)),
            self.tr("Mark"),
            fields=[reason_field()],
        )
        ask(self._window, asked, partial(self._do_mark_judge, kind, judge))

    def _out_of_reach(self, kind: MarkKind, judge: str, code: str = "") -> str:
        """Whose result the judge's group could then no longer give."""
        found = shortfall(self._desk.snapshot.contest, kind, self._judge(judge), code)
        return found.said(self._desk.snapshot.contest).said(self._desk.language) if found else ""

    def _do_mark_judge(self, kind: MarkKind, judge: str, answers: Answers) -> None:
        self._desk.do(marks.mark_judge, kind, judge, reason=answers[REASON])

    def recuse(self, judge: str, code: str) -> None:
        """Leave a judge out of one entry."""
        text = self.tr("The judge does not score this entry; all others stay as they are.")
        if judge in self._entry(code).ballots:
            text = sentences(text, self.tr("The stored ballot stops counting."))
        text = "\n".join(part for part in (text, self._out_of_reach(MarkKind.RECUSE, judge, code)) if part)
        title = self.tr("Recuse {judge} from {name}?").format(judge=self._judge(judge).name, name=self._name(code))
        asked = Asked(title, self._with_closing(text), self.tr("Recuse"), fields=[reason_field()])
        ask(self._window, asked, partial(self._recuse, judge, code))

    def recuse_from(self, judge: str) -> None:
        """Leave a judge out of an entry that is chosen; of none unless one is."""
        now = self._desk.snapshot
        codes = [entry.code for entry in now.round.entries if judge not in entry.recused]
        names = {f"{code} {now.contestant(code).name}".strip(): code for code in codes}
        asked = Asked(
            self.tr("Recuse {judge} from a contestant").format(judge=self._judge(judge).name),
            self._with_closing(
                sentences(
                    self.tr("The judge does not score this entry; all others stay as they are."),
                    self.tr("A ballot of theirs for it stops counting."),
                )
            ),
            self.tr("Recuse"),
            fields=[Field("entry", self.tr("Contestant"), choices=("", *names), free=False), reason_field()],
            note=partial(self._chosen_out_of_reach, judge, names),
        )
        ask(self._window, asked, partial(self._recuse_chosen, judge, names))

    def _chosen_out_of_reach(self, judge: str, names: Mapping[str, str], answers: Answers) -> str:
        return self._out_of_reach(MarkKind.RECUSE, judge, names[answers["entry"]])

    def _recuse_chosen(self, judge: str, names: Mapping[str, str], answers: Answers) -> None:
        self._recuse(judge, names[answers["entry"]], answers)

    def _recuse(self, judge: str, code: str, answers: Answers) -> None:
        self._desk.do(marks.recuse, judge, code, reason=answers[REASON])

    def return_ballot(self, judge: str, code: str) -> None:
        """Give a ballot back to its judge."""
        title = self.tr("Return the ballot of {judge} for {name}?")
        asked = Asked(
            title.format(judge=self._judge(judge).name, name=self._name(code)),
            self._with_closing(
                self.tr("It stops counting and is open again for this judge alone, who is told the reason.")
            ),
            self.tr("Return"),
            fields=[reason_field()],
        )
        ask(self._window, asked, partial(self._return_ballot, judge, code))

    def _return_ballot(self, judge: str, code: str, answers: Answers) -> None:
        self._desk.do(ballots.return_ballot, judge, code, reason=answers[REASON])

    def enter_ballot(self, judge: str, code: str) -> None:
        """Enter a ballot from paper."""
        from ui.console.paper import PaperBallot

        PaperBallot(self._desk, judge, code, self._after_closing(), self._window).open()

    def correct_ballot(self, number: int, code: str) -> None:
        """Correct one ballot for an entry of any round, or add one that is missing there."""
        from ui.console.ballot_correction import BallotCorrection, crowd_advice

        if not self._desk.snapshot.contest.bench.seated:
            tell(self._window, self.tr("No ballot can be corrected one by one"), crowd_advice())
            return
        dialog = BallotCorrection(self._desk, number, code, self._after_closing(number), self._window)
        dialog.corrected.connect(partial(self._correct_ballot, number, code))
        dialog.open()

    def _correct_ballot(
        self, number: int, code: str, judge: str, scores: Mapping[str, str], replaces: str | None, reason: str
    ) -> None:
        self._desk.do(ballots.enter_ballot, judge, code, scores, reason=reason, replaces=replaces, number=number)

    def accept_offer(self, offer: ballots.Offer) -> None:
        """Store a late ballot that a panel offers."""
        stored = self._entry(offer.contestant).ballots.get(offer.judge)
        title = self.tr("Accept the late ballot of {judge} for {name}?")
        text = self._filled_in(offer)
        asked = Asked(
            title.format(judge=offer.person, name=self._name(offer.contestant)),
            self._with_closing(text + ("\n" + replaced(self._desk.snapshot.plan, stored) if stored else "")),
            self.tr("Accept"),
            fields=[reason_field(self.tr("arrived late"), self.tr("network failed"))],
        )
        ask(self._window, asked, partial(self._accept_offer, offer.ballot_id, stored.ballot_id if stored else None))

    def _accept_offer(self, ballot_id: str, replaces: str | None, answers: Answers) -> None:
        job = self._desk.do(ballots.accept_offer, ballot_id, reason=answers[REASON], replaces=replaces)
        job.ended.connect(self._desk.look_for_offers)

    def _filled_in(self, offer: ballots.Offer) -> str:
        """When a ballot on offer was filled in, and what it comes to."""
        text = self.tr("Filled in at {time}.").format(time=local_time(offer.made_at)) if offer.made_at else ""
        if score_faults(self._desk.snapshot.plan, offer.scores):
            return text
        return sentences(text, total_of(self._desk.snapshot.plan, offer.scores))

    def decline_offer(self, offer: ballots.Offer) -> None:
        """Put away a late ballot that a panel offers; one of an earlier round with its scores, to enter there."""
        title = self.tr("Decline the late ballot of {judge} for {name}?")
        text = self._filled_in(offer) + "\n" + self.tr("It does not count; the journal keeps it.")
        if offer.round < self._desk.snapshot.round.number:
            text += "\n" + self.tr(
                "It is of round {number}. If it is to count, first correct the ballot there with these scores: "
                "Results, Shift+F6."
            ).format(number=offer.round)
        asked = Asked(
            title.format(judge=offer.person, name=self._name(offer.contestant)),
            text,
            self.tr("Decline"),
            details=[
                f"{each.name}  {offer.scores[each.key]}"
                for each in self._desk.snapshot.plan.criteria
                if each.key in offer.scores
            ],
            fields=[reason_field(self.tr("arrived late"), self.tr("entered from paper"))],
        )
        ask(self._window, asked, partial(self._decline_offer, offer.ballot_id))

    def _decline_offer(self, ballot_id: str, answers: Answers) -> None:
        job = self._desk.do(ballots.decline_offer, ballot_id, reason=answers[REASON])
        job.ended.connect(self._desk.look_for_offers)

    def reissue(self, judge: str) -> None:
        """A new link for a seat."""
        asked = Asked(
            self.tr("New link for {name}?").format(name=self._judge(judge).name),
            self.tr("The old link and join code stop working at once; devices in this seat must link again."),
            self.tr("New link"),
            fields=[reason_field(self.tr("device lost"), self.tr("link passed on"))],
        )
        ask(self._window, asked, partial(self._reissue, judge))

    def _reissue(self, judge: str, answers: Answers) -> None:
        self._desk.do(seats.reissue, judge, reason=answers[REASON])

    def substitute(self, judge: str) -> None:
        """Another person in a seat."""
        seat = self._judge(judge)
        asked = Asked(
            self.tr("Another person in the seat of {name}").format(name=seat.name),
            self.tr(
                "Earlier ballots stay with {name}. The seat gets a new link; the old one stops working at once."
            ).format(name=seat.name),
            self.tr("Substitute"),
            fields=[
                Field("name", self.tr("Name")),
                Field("title", self.tr("Title"), value=seat.title, required=False),
                reason_field(),
            ],
        )
        ask(self._window, asked, partial(self._substitute, judge))

    def _substitute(self, judge: str, answers: Answers) -> None:
        self._desk.do(seats.substitute, judge, name=answers["name"], title=answers["title"], reason=answers[REASON])

    def undo(self, record: Record, said: str) -> None:
        """Take a mark back, in whatever round it was made."""
        number = record.number
        asked = Asked(
            self.tr("Undo record {record}?").format(record=number),
            self._with_closing(
                self.tr("'{said}' is taken back; the journal keeps both.").format(said=said), record.round
            ),
            self.tr("Undo"),
            fields=[reason_field(self.tr("entered by mistake"))],
        )
        ask(self._window, asked, partial(self._undo, number))

    def _undo(self, record: int, answers: Answers) -> None:
        self._desk.do(marks.undo, record, reason=answers[REASON])

    def _ballots_fall_away(self, code: str) -> str:
        stored = len(self._entry(code).ballots)
        return self.tr("%n stored ballot(s) stop counting.", "", stored) if stored else ""

    def _with_closing(self, text: str, number: int | None = None) -> str:
        return "\n".join(part for part in (text.strip(), self._after_closing(number)) if part)

    def _after_closing(self, number: int | None = None) -> str:
        """What a correction does to a round that is closed, and to the names under it; without a number the latest."""
        now = self._desk.snapshot
        round_ = now.contest.rounds[number - 1] if number else now.round
        if round_.closed is None:
            return ""
        text = self.tr("The round is closed. This reopens it, for the record; close it again afterwards.")
        if round_ is not now.round:
            text = self.tr(
                "Round {number} is closed. This reopens it, for the record; close it again on page 6 afterwards."
            )
        signed = len(round_.signatures)
        void = self.tr("%n signature(s) become void; it has to be signed again.", "", signed) if signed else ""
        return sentences(text.format(number=round_.number), void)

    def _entry(self, code: str) -> Entry:
        return conduct.entry_of(self._desk.snapshot.round, code)

    def _judge(self, code: str) -> Judge:
        return conduct.judge_of(self._desk.snapshot.contest, code)

    def _name(self, code: str) -> str:
        return self._desk.snapshot.called(code)


def score_fields(plan: Plan, stored: Ballot | None) -> list[Field]:
    """A field for each criterion, with what is stored."""
    return [
        Field(
            criterion.key,
            f"{criterion.name}  {plain_decimal(criterion.min)}–{plain_decimal(criterion.max)}",
            value=plain_decimal(stored.scores[criterion.key]) if stored else "",
        )
        for criterion in plan.criteria
    ]


def total_of(plan: Plan, scores: Mapping[str, str]) -> str:
    """What valid scores come to."""
    points = {criterion.key: Decimal(scores[criterion.key]) for criterion in plan.criteria}
    return translate("Corrections", "Total {total}").format(total=total_text(ballot_total(plan, points), plan))


def replaced(plan: Plan, stored: Ballot) -> str:
    """Which ballot gives way to another."""
    text = translate("Corrections", "It replaces the ballot stored at {time} ({total}); the journal keeps both.")
    return text.format(time=local_time(stored.stored_at), total=total_text(ballot_total(plan, stored.scores), plan))
