"""Beside the form: what made-up ballots would give under its rules, and how the bulletin would tell them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from exports.rule_words import rules
from scoring.plan import Plan
from scoring.results import Row
from scoring.text import Language
from scoring.worked_example import Example, worked_example
from ui.console.explained import read_lines
from ui.console.explained_view import ExplainedView
from ui.console.look import Caption, Words
from ui.console.tabs import Tabs

EXAMPLE, BULLETIN = range(2)


class PlanExample(QWidget):
    """A worked example, or the paragraph of the bulletin; while the rules are wrong, that they are."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Tabs()
        for _ in (EXAMPLE, BULLETIN):
            self.tabs.addTab("")
        self.about, self.board = Caption(factor=1.0, wrap=True), Words(wrap=True)
        self.steps, self.paragraph = ExplainedView(), QTextEdit()
        self.paragraph.setReadOnly(True)
        self.paragraph.setTabChangesFocus(True)
        self.paragraph.document().setDocumentMargin(14)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self.tabs, self.about, self.board, self.steps, self.paragraph):
            box.addWidget(widget, 1 if widget in (self.steps, self.paragraph) else 0)
        box.addStretch()
        self._plan: Plan | None = None
        self._seats: Mapping[str, int] = {}
        self._language: Language = "zh"
        self.tabs.currentChanged.connect(self._show)

    def show_plan(self, plan: Plan | None, seats: Mapping[str, int], language: Language) -> None:
        """Compute it all again for these rules; `seats` says how many judges sit in each group."""
        if (plan, seats, language) == (self._plan, self._seats, self._language) and self.about.text():
            return
        self._plan, self._seats, self._language = plan, seats, language
        self.tabs.setTabText(EXAMPLE, self.tr("Worked example"))
        self.tabs.setTabText(BULLETIN, self.tr("In the bulletin"))
        self.tabs.setAccessibleName(self.tr("What the rules give"))
        self.steps.setAccessibleName(self.tr("Worked example"))
        self.paragraph.setAccessibleName(self.tr("In the bulletin"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.about.clear()  # all of it is to be said anew

    def _show(self) -> None:
        plan, example = self._plan, self.tabs.currentIndex() == EXAMPLE
        self.board.setVisible(plan is not None and example)
        self.steps.setVisible(plan is not None and example)
        self.paragraph.setVisible(plan is not None and not example)
        if plan is None:
            self.about.setText(self.tr("It shows again once what is marked on the left is put right."))
        elif example:
            self.about.setText(self.tr("With these rules, these made-up ballots would give:"))
            self._show_example(worked_example(plan, self._seats, self._names(), self.tr("Judge {n}")))
        else:
            self.about.setText(self.tr("The rules as the bulletin will print them:"))
            self.paragraph.setPlainText(rules(plan).said(self._language))

    def _names(self) -> tuple[str, str, str]:
        return self.tr("Sample A"), self.tr("Sample B"), self.tr("Sample C")

    def _show_example(self, example: Example) -> None:
        self.board.setText("\n".join(self._line(row) for row in example.rows))
        self.steps.show_lines(read_lines(list(example.explanation), self._language))

    def _line(self, row: Row) -> str:
        parts = [str(row.rank or "–"), row.name, str(row.result.published or self.tr("not complete")), row.grade or ""]
        parts += [self.tr("returns next round")] if row.returns else []
        return "　".join(part for part in parts if part)
