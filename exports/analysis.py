"""The annex 评委评分分析: how far judges agree, and judge by judge, in tables and charts; for the organizer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exports.analysis_charts import Chart, course_charts, parts_charts, spread_charts
from exports.analysis_words import (
    ABOUT,
    AGREEMENT,
    AGREEMENT_HEADS,
    JUDGE_HEADS,
    JUDGE_SENTENCES,
    JUDGES,
    NOTHING,
    SENTENCES,
    Head,
    agreement_cells,
    agreement_remark,
    decimals,
    judge_cells,
    judge_remark,
    left_out,
    said,
)
from exports.columns import Column
from exports.compose import Composer
from exports.fonts import FontBook
from exports.layout import Line, lines, put
from exports.page import LEFT, MM, WIDTH, Flow
from exports.palette import PAPER_INK
from exports.source import BulletinSource
from exports.style import Style
from exports.tables import Grid, grid_of
from scoring.analysis import BoardAnalysis, analyse
from scoring.text import Text, listed

FEWER, TOGETHER = 16, 6
"""Rows of a chart below which the foot of a bulletin has room; lines of a remark that no page parts."""
COLON = Text("：", ": ")
BEGINNING = 80 * MM
"""What a board needs below its name: a table of how far judges agree, or a chart of its first contestants."""


class AnalysisAnnex:
    """Fills a flow with the analysis of one round."""

    def __init__(self, book: FontBook, flow: Flow, composer: Composer, source: BulletinSource, style: Style) -> None:
        self._book, self._flow, self._composer = book, flow, composer
        self._source, self._style, self._language = source, style, source.language
        self._level = 1 if len(source.standings.boards) > 1 else 0
        self._explained = False

    def place(self, *, then: float = 0.0) -> None:
        """What it is, then board by board the tables and the charts; the height `then` must follow the last chart."""
        found = analyse(self._source.contest, self._source.round, self._source.standings)
        self._notes([ABOUT] if found.boards else [ABOUT, NOTHING])
        known = {board.compared.board.key: board for board in found.boards}
        boards = [board for board in self._source.standings.boards if board.rows]
        last = list(course_charts(self._source))
        for board in boards:
            following = then if board is boards[-1] and not last else 0.0
            if self._level:
                self._composer.heading(board.name, then=BEGINNING)
            parts = list(parts_charts(self._source, board, last=FEWER if following else 0))
            if board.key in known:
                self._board(known[board.key], then=0.0 if parts else following)
            self._charts(parts, self._level, then=following)
        self._charts(last, 0, then=then)

    def _board(self, board: BoardAnalysis, *, then: float) -> None:
        self._notes(left_out(board))
        if board.agreements:
            self._agreement(board)
            self._judges(board)
            self._explained = True
            self._charts(list(spread_charts(self._source, board)), self._level, then=then)

    def _agreement(self, board: BoardAnalysis) -> None:
        rows = [said(agreement_cells(each), self._language) for each in board.agreements]
        self._table(AGREEMENT, AGREEMENT_HEADS, rows)
        self._remarks((row[0], agreement_remark(each)) for row, each in zip(rows, board.agreements, strict=True))
        self._notes(() if self._explained else SENTENCES)

    def _judges(self, board: BoardAnalysis) -> None:
        """Judge by judge; the column of groups only where there are several. What it means is said once a document."""
        places = decimals(self._source.contest.plan)
        rows = [said(judge_cells(each, places), self._language) for each in board.judges]
        several = len(board.compared.groups) > 1
        heads = [head for place, head in enumerate(JUDGE_HEADS) if several or place != 1]
        cells = [tuple(cell for place, cell in enumerate(row) if several or place != 1) for row in rows]
        self._table(JUDGES, heads, cells)
        self._remarks((row[0], judge_remark(each)) for row, each in zip(rows, board.judges, strict=True))
        self._notes(() if self._explained else JUDGE_SENTENCES)

    def _table(self, title: Text, heads: Sequence[Head], rows: Sequence[tuple[str, ...]]) -> None:
        grid = self._grid(heads, rows)
        self._composer.heading(title, self._level, then=grid.opening())
        self._composer.tables([grid])

    def _grid(self, heads: Sequence[Head], rows: Sequence[tuple[str, ...]]) -> Grid:
        columns = [
            Column(head.name.said(self._language), cells, "number" if head.number else "centre" if place else "left")
            for place, (head, cells) in enumerate(zip(heads, zip(*rows, strict=True), strict=True))
        ]
        return grid_of(self._book, columns, self._style)

    def _charts(self, charts: Sequence[Chart], level: int, *, then: float) -> None:
        from exports.drawing import put_figure

        for chart in charts:
            height, about = chart.height(self._book), self._lines(chart.about)
            following = then if chart is charts[-1] else 0.0
            room = height + len(about) * self._style.annex.pitch + following
            self._composer.heading(chart.title, level, then=room, again=chart.continued)
            self._put(about)
            put_figure(self._book, self._flow.page, chart.draw(self._book, PAPER_INK), LEFT, self._flow.y)
            self._flow.y += height

    def _remarks(self, remarks: Iterable[tuple[str, Text]]) -> None:
        """Why figures are missing; of all to whom the same applies at once."""
        about: dict[Text, list[str]] = {}
        for name, remark in remarks:
            about.setdefault(remark, []).append(name)
        for remark, names in about.items():
            if remark.zh:
                found = self._lines("".join(each.said(self._language) for each in (listed(names), COLON, remark)))
                self._flow.need(min(len(found), TOGETHER) * self._style.annex.pitch)
                self._put(found)

    def _notes(self, texts: Iterable[Text]) -> None:
        for text in texts:
            self._put(self._lines(text.said(self._language)))

    def _lines(self, text: str) -> list[Line]:
        step = self._style.annex.step
        return lines(self._book, text, step, WIDTH, first=self._style.indent and 2 * step.advance)

    def _put(self, found: Sequence[Line]) -> None:
        for line in found:
            put(self._flow, line, self._style.annex.pitch)
