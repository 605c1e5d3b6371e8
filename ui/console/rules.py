"""Page 2: the rules of this contest, readable."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextBrowser

from scoring.plan import Grade, Group, Plan
from scoring.points import plain_decimal
from ui.console.look import look
from ui.console.page import StepPage
from ui.desk import Desk


class RulesPage(StepPage):
    """The plan in words; it is fixed when the contest is created."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.text = QTextBrowser()
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(14)
        self._shown = ""
        self.box.addWidget(self.text)

    def refresh(self) -> None:
        self.say(self.tr("Rules"), self.tr("The plan this contest was created with. It does not change while it runs."))
        self.text.setAccessibleName(self.tr("Rules"))
        html = self._html(self._desk.snapshot.plan)
        if html != self._shown:
            self._shown = html
            self.text.setHtml(html)

    def _html(self, plan: Plan) -> str:
        line = look(self).line.name()
        quiet = look(self).quiet.name()
        style = (
            f"h3 {{ margin-top: 18px; margin-bottom: 4px; }} td, th {{ padding: 5px 18px 5px 0; }}"
            f"th {{ color: {quiet}; text-align: left; font-weight: normal; }} p {{ margin: 3px 0; }}"
        )
        text = self.palette().color(QPalette.ColorRole.Text).name()
        parts = (self._about(plan), self._criteria(plan), self._groups(plan), self._components(plan), self._rest(plan))
        return f"<style>{style}</style><body style='color:{text}; border-color:{line}'>{''.join(parts)}</body>"

    def _about(self, plan: Plan) -> str:
        levels = {"city": self.tr("city"), "system": self.tr("system or field"), "unit": self.tr("inside one unit")}
        categories = "、".join(category.name for category in plan.categories)
        return _heading(plan.title) + _lines(
            self.tr("Organizer: {name}").format(name=plan.organizer) if plan.organizer else "",
            self.tr("Level: {level}").format(level=levels[plan.level]),
            self.tr("Categories: {names}").format(names=categories),
            self._speech(plan),
        )

    def _speech(self, plan: Plan) -> str:
        minutes, seconds = divmod(plan.timer.speech_seconds, 60)
        if not plan.timer.speech_seconds:
            return self.tr("No speech timer")
        text = self.tr("Speech: {minutes} min {seconds} s, warning {warning} s before the end")
        return text.format(minutes=minutes, seconds=seconds, warning=plan.timer.warning_seconds)

    def _criteria(self, plan: Plan) -> str:
        if not plan.criteria:
            return ""
        head = (self.tr("Criterion"), self.tr("Points"), self.tr("Weight"))
        rows = [
            (c.name, f"{plain_decimal(c.min)}–{plain_decimal(c.max)}", f"{plain_decimal(c.weight)}%")
            for c in plan.criteria
        ]
        step = self.tr("Scores go in steps of {step}.").format(step=plain_decimal(plan.step))
        resend = (
            self.tr("Judges may send a ballot again while scoring is open.")
            if plan.resend
            else self.tr("A ballot that was sent is final.")
        )
        return _heading(self.tr("What is scored")) + _table(head, rows) + _lines(step, resend)

    def _groups(self, plan: Plan) -> str:
        if not plan.groups:
            return ""
        head = (
            self.tr("Judge group"),
            self.tr("Weight"),
            self.tr("Judges"),
            self.tr("Average"),
            self.tr("Dropped"),
            self.tr("At least"),
        )
        seats = [judge.group for judge in self._desk.snapshot.contest.judges]
        rows = [
            (
                group.name,
                f"{plain_decimal(group.weight)}%",
                str(seats.count(group.key)),
                self.tr("median") if group.average == "median" else self.tr("mean"),
                self._trim(group),
                self.tr("{n} ballots").format(n=group.quorum),
            )
            for group in plan.groups
        ]
        waits = (
            self.tr("A result waits for every ballot that is expected.")
            if plan.missing == "wait"
            else self.tr("A result is computed without ballots that are missing.")
        )
        by = (
            self.tr("Whole ballots are dropped, by their total.")
            if plan.trim_at == "total"
            else self.tr("Scores are dropped criterion by criterion.")
        )
        return _heading(self.tr("Who scores")) + _table(head, rows) + _lines(by, waits)

    def _trim(self, group: Group) -> str:
        if not group.drop_high and not group.drop_low:
            return self.tr("none")
        text = self.tr("{high} highest, {low} lowest, from {n} ballots on")
        return text.format(high=group.drop_high, low=group.drop_low, n=group.trim_from)

    def _components(self, plan: Plan) -> str:
        if not plan.components:
            return ""
        rows = [(part.name, f"{plain_decimal(part.weight)}%") for part in plan.components]
        return _heading(self.tr("Parts of the final score")) + _table((self.tr("Part"), self.tr("Weight")), rows)

    def _rest(self, plan: Plan) -> str:
        boards = self.tr("One board for all.") if plan.board == "overall" else self.tr("One board per category.")
        ranks = "1, 2, 2, 4" if plan.ranking == "competition" else "1, 2, 2, 3"
        ranking = self.tr("Equal ranks: {ranks}.").format(ranks=ranks)
        on = (
            self.tr("Ranked by the published score.")
            if plan.rank_on == "published"
            else self.tr("Ranked by the exact score.")
        )
        rounded = self.tr("Published with {n} decimals, halves rounded up.").format(n=plan.decimals)
        ties = "、".join(self._tie(plan, tie) for tie in plan.tie_breaks) or self.tr("none, they share the rank")
        return (
            _heading(self.tr("Ranking"))
            + _lines(boards, rounded, on, ranking, self.tr("Ties are broken by: {ties}").format(ties=ties))
            + _heading(self.tr("Who comes back"))
            + _lines(*self._returns(plan))
            + self._grades(plan.grades)
        )

    def _tie(self, plan: Plan, tie: str) -> str:
        kind, _, key = tie.partition(":")
        named = {criterion.key: criterion.name for criterion in plan.criteria}
        named |= {group.key: group.name for group in plan.groups}
        named |= {part.key: part.name for part in plan.components}
        words = {
            "exact": self.tr("exact score"),
            "untrimmed": self.tr("score without dropping"),
            "draw": self.tr("draw"),
        }
        return words.get(kind) or named.get(key, key)

    def _returns(self, plan: Plan) -> Iterable[str]:
        yield self.tr("The last {n} of each board must come back in the next round.").format(n=plan.returns.count)
        if plan.returns.ties == "all":
            yield self.tr("Where the last places are tied, all of them come back.")
        else:
            yield self.tr("Where the last places are tied, a draw decides.")
        if plan.returns.no_show:
            yield self.tr("Who does not come at all comes back as well.")

    def _grades(self, grades: tuple[Grade, ...]) -> str:
        if not grades:
            return ""
        return _heading(self.tr("Grades")) + _lines(*(f"{grade.name}：{self._grade(grade)}" for grade in grades))

    def _grade(self, grade: Grade) -> str:
        if grade.min is not None:
            return self.tr("from {points} points").format(points=plain_decimal(grade.min))
        if grade.top is not None:
            return self.tr("the first {share}% of a board").format(share=plain_decimal(grade.top))
        return self.tr("all others")


def _heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _lines(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    cells = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table cellspacing='0'><tr>{cells}</tr>{body}</table>"
