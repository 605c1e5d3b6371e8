"""The bulletin measured on paper against GB/T 9704-2012."""

from __future__ import annotations

from itertools import pairwise

import pytest

from exports.bulletin import bulletin
from tests.exports.build import fifty_five, small
from tests.exports.read_pdf import Box, Sheet, sheets

LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 184.0, 262.0
LINE, CELL = 225 / 22, 156 / 28
RED = (0xFF, 0x33, 0x33)
PRINTED = 0.15
"""What a reader may be off, in mm: path bounds are rounded outwards."""


@pytest.fixture(scope="module")
def pages() -> list[Sheet]:
    return sheets(bulletin(fifty_five(number="青营商办〔2023〕5号", addressee="各区（市），市直各部门"), ()))


def rules(sheet: Sheet) -> list[Box]:
    """Lines as broad as the type area."""
    return [box for box in sheet.boxes if box.width == pytest.approx(156, abs=0.4) and box.height < 1]


def test_everything_stands_within_the_type_area_but_page_numbers(pages: list[Sheet]) -> None:
    for sheet in pages:
        body = [mark for mark in sheet.marks if mark.char != " " and mark.y < BOTTOM + 1]
        assert min(mark.left for mark in body) >= LEFT - PRINTED
        assert max(mark.right for mark in body) <= RIGHT + PRINTED
        assert min(mark.top for mark in body) >= TOP
        assert max(mark.bottom for mark in body) <= BOTTOM
        assert min(box.left for box in sheet.boxes) >= LEFT - 0.4
        assert max(box.right for box in sheet.boxes) <= RIGHT + 0.4
        assert max(box.bottom for box in sheet.boxes) <= BOTTOM + 0.4


def test_the_issuers_mark_begins_35_mm_below_the_top_of_the_type_area(pages: list[Sheet]) -> None:
    mark = pages[0].line("市专项行动指挥部办公室")
    assert min(char.top for char in mark) == pytest.approx(TOP + 35, abs=0.4)  # a synthetic weight adds its half
    assert (mark[0].x + mark[-1].x + mark[-1].size / (72 / 25.4)) / 2 == pytest.approx(106, abs=1)


def test_the_document_number_stands_two_blank_lines_below_the_mark(pages: list[Sheet]) -> None:
    mark, number = pages[0].line("市专项行动指挥部办公室"), pages[0].line("青营商办〔2023〕5号")
    blank = min(char.top for char in number) - max(char.bottom for char in mark)
    assert 2 * LINE <= blank <= 2.5 * LINE
    assert (number[0].x + number[-1].x + CELL) / 2 == pytest.approx(106, abs=1)


def test_the_red_rule_is_156_mm_wide_and_4_mm_below_the_document_number(pages: list[Sheet]) -> None:
    (rule,) = [box for box in pages[0].boxes if box.colour == RED]
    number = pages[0].line("青营商办〔2023〕5号")
    assert rule.left == pytest.approx(LEFT, abs=PRINTED)
    assert rule.width == pytest.approx(156, abs=2 * PRINTED)
    assert 0.35 <= rule.height <= 0.5 + PRINTED
    assert rule.middle - number[0].y == pytest.approx(4 + 0.12 * 16 * 25.4 / 72, abs=PRINTED)


def test_the_title_is_2_hao_two_blank_lines_below_the_rule_and_centred(pages: list[Sheet]) -> None:
    (rule,) = [box for box in pages[0].boxes if box.colour == RED]
    title = pages[0].line("关于“优化营商环境”")
    assert title[0].size == pytest.approx(22)
    assert 1.5 * LINE <= title[1].top - rule.bottom <= 3 * LINE
    assert (title[0].x + title[-1].x + 22 * 25.4 / 72) / 2 == pytest.approx(106, abs=0.1)


def test_the_addressee_is_flush_left_one_blank_line_below_the_title(pages: list[Sheet]) -> None:
    title, addressee = pages[0].line("结果的通报"), pages[0].line("各区（市），市直各部门：")
    assert addressee[0].x == pytest.approx(LEFT, abs=0.01)
    assert addressee[0].y - title[0].y == pytest.approx(2 * LINE, abs=1)  # the title's characters are larger


def test_page_one_shows_body_text(pages: list[Sheet]) -> None:
    assert "现将结果通报如下" in pages[0].text.replace("\r\n", "")


def test_body_lines_keep_22_lines_of_28_characters(pages: list[Sheet]) -> None:
    sheet = next(page for page in pages if "三、评分和排名规则" in page.text)
    body = [mark for mark in sheet.marks if mark.size == pytest.approx(16) and mark.char != " "]
    lines = sorted({round(mark.y, 2) for mark in body})
    assert all(line == pytest.approx(TOP + n * LINE, abs=0.05) for line in lines for n in [_line(line)])
    whole = [mark for mark in body if mark.y == pytest.approx(lines[-2], abs=0.05)]
    assert whole[0].x == pytest.approx(LEFT, abs=0.01)
    assert whole[0].size == pytest.approx(16)


def _line(baseline: float) -> float:
    """Which line a baseline belongs to, with the fixed part that baselines stand below the line's top."""
    below = ((LINE * 72 / 25.4 - 16) / 2 + 0.88 * 16) * 25.4 / 72
    return round((baseline - below - TOP) / LINE) + below / LINE


def test_full_width_characters_advance_by_a_28th_of_the_line() -> None:
    name = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳"
    first = sheets(bulletin(small(addressee=name), ()))[0]
    line = first.line(name[:28])
    steps = [b.x - a.x for a, b in pairwise(line)]
    assert steps == pytest.approx([CELL] * 27, abs=0.01)
    assert first.line(name[28:])[0].y - line[0].y == pytest.approx(LINE, abs=0.01)


def test_paragraphs_and_headings_are_indented_by_two_characters(pages: list[Sheet]) -> None:
    sheet = next(page for page in pages if "三、评分和排名规则" in page.text)
    assert sheet.line("三、评分")[0].x == pytest.approx(LEFT + 2 * CELL, abs=0.01)
    assert sheet.line("评分项为")[0].x == pytest.approx(LEFT + 2 * CELL, abs=0.01)


def test_page_numbers_stand_7_mm_below_the_type_area_outside(pages: list[Sheet]) -> None:
    four = 14 * 25.4 / 72
    for number, sheet in enumerate(pages, start=1):
        line = sheet.line(f"— {number} —")
        assert line[0].size == pytest.approx(14)
        assert line[0].top == pytest.approx(BOTTOM + 7, abs=PRINTED)
        if number % 2:
            assert line[-1].x + four == pytest.approx(RIGHT - four, abs=0.05)
        else:
            assert line[0].x == pytest.approx(LEFT + four, abs=0.05)


def test_the_date_begins_two_characters_behind_the_issuer(pages: list[Sheet]) -> None:
    last = pages[-1]
    said = "".join(mark.char for mark in last.marks)
    start = said.index("市专项行动指挥部办公室2023年5月7日")
    issuer, date = last.marks[start], last.marks[start + 11]
    assert date.x - issuer.x == pytest.approx(2 * CELL, abs=0.01)
    assert date.y - issuer.y == pytest.approx(LINE, abs=0.01)
    assert last.marks[start + 10].x + CELL == pytest.approx(RIGHT - 2 * CELL, abs=0.05)


def test_the_foot_ends_at_the_bottom_of_the_last_page(pages: list[Sheet]) -> None:
    upper, inner, lower = sorted(rules(pages[-1]), key=lambda box: box.top)[-3:]
    assert lower.middle == pytest.approx(BOTTOM, abs=PRINTED)
    assert upper.height == pytest.approx(lower.height, abs=0.01)
    assert inner.height < upper.height
    assert pages[-1].line("流水末条记录")[0].x == pytest.approx(LEFT + 14 * 25.4 / 72, abs=0.05)
    assert pages[-1].line("日印发")[-1].x == pytest.approx(RIGHT - 2 * 14 * 25.4 / 72, abs=0.05)


def test_a_long_table_repeats_its_head_on_every_page_and_leaves_no_row_alone() -> None:
    pages = sheets(bulletin(small([f"第{n}参赛单位" for n in range(1, 301)]), ()))
    rows = [sum(f"第{n}参赛单位" in sheet.text for n in range(1, 301)) for sheet in pages]
    tables = [sheet for sheet, count in zip(pages, rows, strict=True) if count]
    assert len(tables) > 8
    assert all("名次" in sheet.text and "备注" in sheet.text for sheet in tables)
    assert min(count for count in rows if count) > 1


def test_long_names_stay_in_their_column() -> None:
    name = "国家级经济技术开发区管理委员会（综合行政执法局）"
    sheet = sheets(bulletin(small([name] * 3), ()))[0]
    cells = [mark for mark in sheet.marks if mark.char == "经"]
    edges = sorted({round(box.left, 1) for box in sheet.boxes if box.width < 0.5})
    assert len(name) == 24
    assert len(cells) == 3
    assert max(mark.right for mark in sheet.line(name[:8])) < edges[2]
