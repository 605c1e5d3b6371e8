"""From how far off the rest of a group a ballot is pointed out to the organizer: the rule in words, and its points."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scoring.hints import OFF, RULE, parse_points
from scoring.points import plain_decimal
from ui.console.questions import Answers, Asked, Field, ask
from ui.desk import Desk

POINTS = "points"


class HintSetting(QObject):
    """Asks for the points; the contest remembers them."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def ask(self) -> None:
        """Show the rule in force, and let it be changed."""
        points = self._desk.snapshot.hint
        known = "" if points is None else plain_decimal(Decimal(points.numerator) / points.denominator)
        label, hint = self.tr("Points"), self.tr("empty: nothing is pointed out")
        asked = Asked(
            self.tr("Point out ballots far from the others"),
            self.tr(
                "A ballot far off may be a slip of the finger: ask the judge. The program never drops a ballot for it."
            ),
            self.tr("Use this"),
            fields=[Field(POINTS, label, value=known, hint=hint, required=False)],
            check=self._faults,
            note=self._rule,
        )
        ask(self._window, asked, self._use)

    def _faults(self, answers: Answers) -> Mapping[str, str]:
        if answers[POINTS] and parse_points(answers[POINTS]) is None:
            return {POINTS: self.tr("write a number above 0 and up to 100")}
        return {}

    def _rule(self, answers: Answers) -> str:
        return (RULE(points=answers[POINTS]) if answers[POINTS] else OFF).said(self._desk.language)

    def _use(self, answers: Answers) -> None:
        self._desk.point_out(parse_points(answers[POINTS]))
