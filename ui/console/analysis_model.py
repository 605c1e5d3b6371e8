"""The figures of an analysis as tables: judge by judge, and how far they agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt

from exports.analysis_words import (
    AGREEMENT_HEADS,
    JUDGE_HEADS,
    Head,
    agreement_cells,
    agreement_remark,
    decimals,
    judge_cells,
    judge_remark,
)
from scoring.analysis import Agreement, Figure, JudgeFigures
from scoring.plan import Plan
from scoring.text import Language, Text
from ui.console.look import plain_tip
from ui.console.rows import RowsModel

Row = TypeVar("Row")
LOWEST = float("-inf")


class FiguresModel(RowsModel[Row]):
    """Figures under heads of both languages, and what is to be said of a row at its end."""

    heads: Sequence[Head] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language: Language = "zh"
        self.numbers = frozenset(place for place, head in enumerate(self.heads) if head.number)

    def speak(self, language: Language) -> None:
        """Say everything in this language."""
        self._language = language
        self.retranslate()

    def texts(self, row: Row) -> tuple[Text, ...]:
        """The cells of a row but for the remark."""
        raise NotImplementedError

    def remark(self, row: Row) -> Text:
        """What is to be said of a row."""
        raise NotImplementedError

    def figures(self, row: Row) -> Sequence[Figure | None]:
        """The numbers of a row by column, to sort by; None where there are words."""
        raise NotImplementedError

    def headers(self) -> tuple[str, ...]:
        return (*(head.name.said(self._language) for head in self.heads), self.tr("Remarks"))

    def cell(self, row: Row, column: int) -> str:
        texts = (*self.texts(row), self.remark(row))
        return texts[column].said(self._language)

    def sort_key(self, row: Row, column: int) -> object:
        figure = self.figures(row)[column] if column < len(self.heads) else None
        if figure is None:
            return self.cell(row, column)
        return LOWEST if figure.value is None else float(figure.value)

    def extra(self, row: Row, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and column == len(self.heads):
            return plain_tip(self.cell(row, column))
        return None


class JudgesModel(FiguresModel[JudgeFigures]):
    """The judges of a board."""

    heads = JUDGE_HEADS

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decimals = decimals(plan)

    def texts(self, row: JudgeFigures) -> tuple[Text, ...]:
        return judge_cells(row, self._decimals)

    def remark(self, row: JudgeFigures) -> Text:
        return judge_remark(row)

    def key(self, row: JudgeFigures) -> object:
        return row.judge.code

    def figures(self, row: JudgeFigures) -> Sequence[Figure | None]:
        measured = (row.mean, row.spread, row.deviation, row.distance, row.correlation)
        return (None, None, Figure(row.ballots), *measured, Figure(row.high), Figure(row.low))


class AgreementsModel(FiguresModel[Agreement]):
    """How far all judges of a board agree, and those of each group."""

    heads = AGREEMENT_HEADS

    def texts(self, row: Agreement) -> tuple[Text, ...]:
        return agreement_cells(row)

    def remark(self, row: Agreement) -> Text:
        return agreement_remark(row)

    def key(self, row: Agreement) -> object:
        return row.group.key if row.group else ""

    def figures(self, row: Agreement) -> Sequence[Figure | None]:
        counts = (Figure(len(row.cases.judges)), Figure(len(row.cases.entries)))
        return (None, *counts, row.concordance, row.reliability, row.consistency)
