"""The figures of an analysis as a table for other programs."""

from __future__ import annotations

from collections.abc import Iterator

from exports.analysis_words import AGREEMENT_HEADS, JUDGE_HEADS, agreement_cells
from exports.source import BulletinSource
from exports.spreadsheet_text import csv_text, harmless
from scoring.analysis import BoardAnalysis, Figure, analyse
from scoring.text import Language, Text, plain

HEADS = (
    Text("榜", "Board"),
    Text("编码", "Code"),
    Text("评委", "Judges"),
    Text("指标", "Figure"),
    Text("数值", "Value"),
    Text("说明", "Remark"),
)
PLACES = 4


def analysis_csv(source: BulletinSource) -> str:
    """Every figure on a line of its own; one that cannot be computed is empty and says why."""
    language = source.language
    boards = analyse(source.contest, source.round, source.standings).boards
    rows = (_row(board, *found, language) for board in boards for found in _figures(board))
    return csv_text([head.said(language) for head in HEADS], rows)


def _row(board: BoardAnalysis, who: Text, code: str, name: Text, figure: Figure, language: Language) -> list[str]:
    words = (board.compared.board.name, code, who.said(language), name.said(language))
    why = figure.why.said(language) if figure.why else ""
    return [*map(harmless, words), _value(figure), harmless(why)]


def _figures(board: BoardAnalysis) -> Iterator[tuple[Text, str, Text, Figure]]:
    """Whose figure it is, by name and code, what it is called, the figure."""
    for judge in board.judges:
        figures = [judge.mean, judge.spread, judge.deviation, judge.distance, judge.correlation]
        figures = [Figure(judge.ballots), *figures, Figure(judge.high), Figure(judge.low)]
        for head, figure in zip(JUDGE_HEADS[2:], figures, strict=True):
            yield plain(judge.judge.name), judge.judge.code, head.name, figure
    for each in board.agreements:
        figures = [Figure(len(each.cases.judges)), Figure(len(each.cases.entries))]
        figures += [each.concordance, each.reliability, each.consistency]
        for head, figure in zip(AGREEMENT_HEADS[1:], figures, strict=True):
            yield agreement_cells(each)[0], each.group.key if each.group else "", head.name, figure


def _value(figure: Figure) -> str:
    """A number with a point and a plain minus; counts are whole."""
    if figure.value is None or isinstance(figure.value, int):
        return "" if figure.value is None else str(figure.value)
    return f"{round(figure.value, PLACES) + 0.0:.{PLACES}f}"
