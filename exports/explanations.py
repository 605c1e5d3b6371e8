"""The annex 成绩说明: for every entry, from the ballots to its rank (rules.md, `explain`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.fonts import FontBook
from exports.layout import Line, Type, lines, put
from exports.page import LEFT, WIDTH, Bookmark, Flow
from exports.source import BulletinSource
from exports.style import Style
from scoring.explain import explain
from scoring.results import Board, Row
from scoring.text import Text

ABOUT = Text(
    "以下按名次逐一说明各参赛单位的得分由哪些评分表、怎样得出。除写明“约”和“四舍五入”的以外，数值均未作舍入。",
    "By rank, for every contestant: which ballots its score comes from, and how. Nothing is rounded unless it says so.",
)
AGAIN = Text("{name}（续）", "{name} (continued)")
FEWEST = 6
"""An entry of fewer steps, its name included, does not stand alone on the last page."""
WITHIN = "  "
"""What a line begins with that belongs to a judge group: a ballot, or what the ballots make."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading, a step or a ballot, set in lines; `joined` to the next one where no page may end between them."""

    rows: list[Line]
    pitch: float
    x: float = LEFT
    above: float = 0.0
    bookmark: tuple[str, int] | None = None
    joined: bool = False

    @property
    def height(self) -> float:
        return self.above + len(self.rows) * self.pitch


class Explanations:
    """Goes through a round entry by entry."""

    def __init__(self, book: FontBook, flow: Flow, source: BulletinSource, style: Style) -> None:
        self._book = book
        self._flow = flow
        self._source = source
        self._style = style
        self._look = style.annex

    def place(self, *, then: float) -> None:
        """Put it where the flow stands; the height `then` must follow its last lines on the same page."""
        boards = [board for board in self._source.standings.boards if board.rows]
        look = self._look
        for line in self._lines(self._said(ABOUT), look.step, first=self._style.indent and 2 * look.step.advance):
            put(self._flow, line, look.pitch)
        rows = [(board, row) for board in boards for row in board.rows]
        entries = [self._blocks(board, row, named=len(boards) > 1) for board, row in rows]
        last = sum(block.height for block in entries[-1]) if entries else 0.0
        for number, (blocks, (_, row)) in enumerate(zip(entries, rows, strict=True), start=1):
            beside = last if number == len(rows) - 1 and len(entries[-1]) < FEWEST else 0.0
            self._place(blocks, row, then=beside + then if beside or number == len(rows) else 0.0)

    def _blocks(self, board: Board, row: Row, *, named: bool) -> list[_Block]:
        """An entry, below the name of its board if it is the first of several."""
        name = [self._board(board)] if named and row is board.rows[0] else []
        return [*name, *self._entry(row, 1 + named)]

    def _board(self, board: Board) -> _Block:
        look = self._look
        rows = self._lines(board.name, look.board)
        return _Block(rows, 1.5 * look.board.size, above=1.5 * look.gap, bookmark=(board.name, 1), joined=True)

    def _entry(self, row: Row, level: int) -> Iterator[_Block]:
        """The name of an entry and the steps of its explanation; a group keeps its first and its last line company."""
        source, look, name = self._source, self._look, _name(row)
        _, *texts = explain(source.contest, source.round.number, row.code, source.standings)
        steps = [self._said(text) for text in texts]
        within = [*(step.startswith(WITHIN) for step in steps), False, False]
        rows = self._lines(name, look.entry)
        yield _Block(rows, 1.6 * look.entry.size, above=look.gap, bookmark=(name, level), joined=True)
        for number, step in enumerate(steps):
            here, following, beyond = within[number : number + 3]
            type_ = look.group if following and not here else look.step
            joined = (following and not (here and beyond)) or number == len(steps) - 2
            yield self._step(step.removeprefix(WITHIN), type_, look.indent if here else 0.0, joined)

    def _step(self, said: str, type_: Type, indent: float, joined: bool) -> _Block:
        """A step whose further lines stand two characters further in."""
        hang = 2 * type_.advance
        rows = self._lines(said, type_, first=-hang, measure=WIDTH - indent - hang)
        return _Block(rows, self._look.pitch, x=LEFT + indent + hang, joined=joined)

    def _lines(self, text: str, type_: Type, *, first: float = 0.0, measure: float = WIDTH) -> list[Line]:
        return lines(self._book, text, type_, measure, first=first, justify=self._style.grid)

    def _place(self, blocks: Sequence[_Block], row: Row, *, then: float) -> None:
        chunks = list(_chunks(blocks))
        for number, chunk in enumerate(chunks):
            height = sum(block.height for block in chunk) + (then if number == len(chunks) - 1 else 0.0)
            if self._flow.need(height) and number:
                self._put(self._again(row))
            for block in chunk:
                self._put(block)

    def _again(self, row: Row) -> _Block:
        """The name of an entry that goes on from the page before."""
        return _Block(self._lines(self._said(AGAIN(name=_name(row))), self._look.entry), self._look.pitch)

    def _put(self, block: _Block) -> None:
        flow = self._flow
        flow.y += 0.0 if flow.fresh else block.above
        if block.bookmark:
            flow.page.bookmarks.append(Bookmark(*block.bookmark, flow.y))
        for line in block.rows:
            put(flow, line, block.pitch, block.x)

    def _said(self, text: Text) -> str:
        return text.said(self._source.language)


def _name(row: Row) -> str:
    return f"{row.code} {row.name}"


def _chunks(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Blocks that must stand on one page."""
    chunk: list[_Block] = []
    for block in blocks:
        chunk.append(block)
        if not block.joined:
            yield chunk
            chunk = []
