"""Headings, paragraphs and tables one after another, in the look of a version."""

from __future__ import annotations

from exports.fonts import FontBook
from exports.layout import Line, lines, one_line, put
from exports.page import WIDTH, Bookmark, Flow
from exports.phrases import heading_number
from exports.source import BulletinSource
from exports.style import Style
from exports.tables import Grid, board_grids, place
from exports.words import waiting
from scoring.text import Language, Text

DETAILS = Text("各项成绩和评委组得分：", "Components and group scores:")
PARTS = Text("各项成绩：", "Components:")
EMPTY = Text("本榜没有参赛单位。", "There are no contestants on this board.")


class Composer:
    """Fills a flow with the text of one document; numbers its headings."""

    def __init__(self, book: FontBook, flow: Flow, style: Style, language: Language) -> None:
        self._book = book
        self._flow = flow
        self._style = style
        self._language: Language = language
        self._numbers = [0, 0]

    def heading(self, text: str | Text, level: int = 0, *, then: float = 0.0, again: bool = False) -> None:
        """A numbered heading with a bookmark; two lines of what follows, or the height `then`, stay with it. With
        `again` it has the number of the one before: that is continued.
        """
        style, flow = self._style, self._flow
        if not again:
            self._numbers = [self._numbers[0] + 1, 0] if level == 0 else [self._numbers[0], self._numbers[1] + 1]
        said = text if isinstance(text, str) else text.said(self._language)
        said = heading_number(self._numbers[level], level, self._language) + said
        type_ = style.headings[level]
        rows = lines(self._book, said, type_, WIDTH, first=style.indent)
        flow.y += 0.0 if flow.fresh else style.gap
        flow.need(len(rows) * style.pitch + (then or 2 * style.pitch))
        flow.page.bookmarks.append(Bookmark(said, level + 1, flow.y))
        for row in rows:
            put(flow, row, style.pitch)

    def section(self, heading: Text, texts: list[Text], *, then: float = 0.0) -> None:
        """A heading and paragraphs; `then` is the height that must follow the last of them on its page."""
        only = len(self._rows(texts[0].said(self._language))) if len(texts) == 1 else 0
        self.heading(heading, then=only * self._style.pitch + then if 0 < only < 3 else 0.0)
        self.paragraphs(texts, then=then)

    def paragraphs(self, texts: list[Text], *, then: float = 0.0) -> None:
        """Paragraphs, numbered when there are several."""
        for number, text in enumerate(texts, start=1):
            front = f"{number}. " if len(texts) > 1 else ""
            self.paragraph(front + text.said(self._language), then=then if number == len(texts) else 0.0)

    def paragraph(self, text: str, *, then: float = 0.0) -> None:
        """One paragraph; its last two lines stay on one page, that on which `then` fits below them."""
        style, flow, rows = self._style, self._flow, self._rows(text)
        for number, row in enumerate(rows):
            if number == max(0, len(rows) - 2):
                flow.need((len(rows) - number) * style.pitch + then)
            put(flow, row, style.pitch)

    def note_height(self, texts: list[str]) -> float:
        """A blank line and the attachment note."""
        return (1 + len(texts)) * self._style.pitch if texts else 0.0

    def note(self, word: str, texts: list[str]) -> None:
        """The attachment note, one blank line below the text; further names stand below the first one."""
        style, flow = self._style, self._flow
        flow.need(self.note_height(texts))
        flow.take(style.pitch)
        beside = style.indent
        for number, text in enumerate(texts):
            said = text if number else word + text
            for row in lines(self._book, said, style.body, WIDTH, first=beside):
                put(flow, row, style.pitch)
            beside = style.indent + one_line(self._book, word, style.body).width

    def _rows(self, text: str) -> list[Line]:
        style = self._style
        return lines(self._book, text, style.body, WIDTH, first=style.indent, justify=style.grid)

    def tables(self, grids: list[Grid], *, then: float = 0.0) -> None:
        """Tables one below the other; the height `then` must follow the last of them on its page."""
        for grid in grids:
            place(self._flow, grid, then=then if grid is grids[-1] else 0.0)

    def boards(self, heading: Text, source: BulletinSource) -> None:
        """The boards of a round under a heading, each with its name where there are several."""
        boards = source.standings.boards
        grids = [board_grids(self._book, source, board, self._style) if board.rows else [] for board in boards]
        named = len(boards) > 1
        opening = grids[0][0].opening() if grids and grids[0] else 0.0
        self.heading(heading, then=opening + self._style.pitch * named)
        for board, tables in zip(boards, grids, strict=True):
            if named:
                self.heading(board.name, level=1, then=tables[0].opening() if tables else 0.0)
            self._tables(tables, DETAILS if source.contest.plan.has_live else PARTS)
            self.paragraphs([*waiting(board), *([] if tables else [EMPTY])])

    def _tables(self, grids: list[Grid], further: Text) -> None:
        for number, grid in enumerate(grids):
            if number == 1:
                self._flow.need(self._style.pitch + grid.opening())
                self.paragraph(further.said(self._language))
            place(self._flow, grid)
