"""Tables on pages: what stays together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from exports.columns import Column
from exports.fonts import FontBook
from exports.page import BOTTOM, WIDTH, Bar, Flow, Page
from exports.style import CHINESE, ENGLISH
from exports.tables import THIN, board_grids, grid_of, place
from scoring.mark import Mark, MarkKind
from scoring.plan import Component
from scoring.text import Language
from tests.exports.build import a_plan, judged

SIGNED = 120.0
"""Height of what is signed below a table, in points."""


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook(())


def rows_on(page: Page) -> int:
    """Rows of the table on a page, told by the lines above them."""
    bars = [mark for mark in page.marks if isinstance(mark, Bar)]
    return sum(bar.width == WIDTH and bar.height == THIN for bar in bars)


def test_what_is_signed_stands_below_the_last_rows_however_many_there_are(book: FontBook) -> None:
    for count in range(1, 75):
        names = Column("参赛单位", tuple(f"第{n}工作部门" for n in range(count)), "left")
        flow = Flow()
        flow.take(150)
        place(flow, grid_of(book, [names], CHINESE), then=SIGNED)
        rows = [rows_on(page) for page in flow.pages]
        assert sum(rows) == count
        assert flow.y + SIGNED <= BOTTOM + 0.01
        assert all(part >= min(3, count) for part in rows if part), (count, rows)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_raw_values_and_points_of_an_indicator_stand_in_one_table(book: FontBook, language: Language) -> None:
    names = (
        "地区生产总值增速",
        "规模以上工业增加值增速",
        "固定资产投资增速",
        "社会消费品零售总额增速",
        "进出口总额增速",
    )
    parts = tuple(Component(f"k{n}", name, Decimal(20), "minmax", unit="百分点") for n, name in enumerate(names))
    values = {"A": Decimal("5.25"), "B": Decimal("6.1"), "C": Decimal("4.8")}
    marks = [Mark(MarkKind.COMPONENT, part.key, values=values) for part in parts]
    none = dict.fromkeys("ABC", "- - - - - - -")
    source = judged(none, marks, plan=a_plan(components=parts, groups=(), criteria=(), tie_breaks=()))
    (board,) = source.standings.boards
    assert board.rows[0].result.exact == Fraction(100)
    style = CHINESE if language == "zh" else ENGLISH
    grids = board_grids(book, replace(source, language=language), board, style)
    assert len(grids) > 1
    for grid in grids:
        heads = ["".join(line.text for line in head).replace(" ", "") for head in grid.head]
        raw = [name for name in names if any(head.startswith((f"{name}（", f"{name}(")) for head in heads)]
        points = [name for name in names if any(head.startswith((f"{name}得分", f"{name},")) for head in heads)]
        assert raw == points
