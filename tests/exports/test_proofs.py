"""What proofreading strikes out: every kind of fault is found where it was put."""

from __future__ import annotations

import pytest

from tests.exports.proofs import LEFT, RIGHT, faults
from tests.exports.read_pdf import Box, Mark, Sheet

BLACK = (0, 0, 0)


def written(text: str, x: float, y: float) -> list[Mark]:
    """Characters of 4 mm on a line."""
    return [Mark(char, x + 4 * n, y, x + 4 * n, y - 3.4, x + 4 * n + 3.8, y + 0.4, 11) for n, char in enumerate(text)]


def a_page(*more: Mark, boxes: list[Box] | None = None, lines: int = 6) -> Sheet:
    body = [mark for n in range(lines) for mark in written(f"第{n}行的文字", LEFT, 60 + 8 * n)]
    return Sheet("", [*body, *more], boxes or [])


def a_table(top: float, rows: int) -> list[Box]:
    """The lines of a table of two columns with a head, 8 mm a row."""
    bottom = top + 8 * (rows + 1)
    uprights = [Box(x - 0.1, top, x + 0.1, bottom, BLACK) for x in (LEFT, 100, RIGHT)]
    levels = [Box(LEFT, top + 8 * n - 0.1, RIGHT, top + 8 * n + 0.1, BLACK) for n in range(rows + 2)]
    return [*uprights, *levels]


def test_a_good_page_has_no_faults() -> None:
    assert faults([a_page(*written("市教育局", LEFT + 1, 135), boxes=a_table(120, 4))]) == []


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (a_page(*written("太宽", RIGHT - 4, 150)), "beyond the margins: 宽"),
        (a_page(*written("叠", LEFT + 1, 60.5)), "text over text: "),
        (a_page(*written("\ufffd", LEFT, 150)), "no picture of '\ufffd'"),
        (a_page(Mark("无", 90, 150, 90, 150, 90, 150, 11)), "no picture of '无'"),
        (a_page(lines=2), "2 lines stand alone: "),
        (a_page(*written("Lastrecordofthejournal", LEFT + 1, 240), lines=0), "0 lines stand alone: "),
        (a_page(boxes=a_table(200, 0)), "a table's head stands alone"),
        (a_page(*written("格线", 97, 135), boxes=a_table(120, 4)), "text over the lines of a table: 格"),
    ],
)
def test_a_fault_is_found(page: Sheet, fault: str) -> None:
    (found,) = faults([page])
    assert found.startswith(f"page 1: {fault}")


def test_a_single_row_on_the_next_page_is_found_but_no_board_of_a_single_entry() -> None:
    head, other = written("评委", LEFT + 1, 43), written("单位", LEFT + 1, 43)
    before = a_page(*written("评委", LEFT + 1, 206), boxes=a_table(200, 5))
    (found,) = faults([before, a_page(*head, boxes=a_table(37, 1))])
    assert found == "page 1: a single row of a table is parted from the others"
    assert faults([before, a_page(*other, boxes=a_table(37, 1))]) == []


def test_a_sheet_that_is_cut_apart_has_no_margins_but_an_edge() -> None:
    page = a_page(*written("近", 6, 20), *written("太近", 206, 30))
    assert faults([page], cut=True) == ["page 1: beyond the margins: 太近"]
