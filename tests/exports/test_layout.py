"""Line breaking as Chinese readers expect it."""

from __future__ import annotations

import pytest

from exports.fonts import Face, FontBook
from exports.layout import Type, lines, one_line
from exports.page import CELL, WIDTH

BODY = Type(Face.FANG, 16, CELL)


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook(())


def broken(book: FontBook, text: str, cells: float = 28) -> list[str]:
    return [line.text for line in lines(book, text, BODY, cells * CELL, justify=True)]


def test_a_line_holds_28_characters(book: FontBook) -> None:
    assert [len(line) for line in broken(book, "字" * 60)] == [28, 28, 4]


def test_no_line_begins_with_a_closing_mark(book: FontBook) -> None:
    assert broken(book, "字" * 28 + "，字") == ["字" * 27, "字，字"]
    assert broken(book, "字" * 28 + "”。字") == ["字" * 27, "字”。字"]


def test_no_line_ends_with_an_opening_mark(book: FontBook) -> None:
    assert broken(book, "字" * 27 + "“字”") == ["字" * 27, "“字”"]


def test_marks_are_squeezed_to_bring_in_one_more(book: FontBook) -> None:
    text = "字字，" + "字" * 25 + "，字"
    first, second = lines(book, text, BODY, WIDTH, justify=True)
    assert first.text == "字字，" + "字" * 25 + "，"
    assert first.width == pytest.approx(WIDTH, abs=0.05)
    assert second.text == "字"


def test_numbers_and_words_stay_whole(book: FontBook) -> None:
    assert broken(book, "字" * 26 + "92.35分") == ["字" * 26, "92.35分"]


def test_a_word_longer_than_the_line_is_parted(book: FontBook) -> None:
    assert broken(book, "0123456789abcdef", 4) == ["01234567", "89abcdef"]


def test_two_half_width_digits_take_one_cell(book: FontBook) -> None:
    assert one_line(book, "2023", BODY).width == pytest.approx(2 * CELL, abs=0.001)


def test_justified_lines_end_at_the_margin(book: FontBook) -> None:
    text = "共有55个单位参赛，其中未到1个、退出1个，由14名评委现场评分，按重点领域、参与单位分别排名。" * 3
    *full, _ = lines(book, text, BODY, WIDTH, first=2 * CELL, justify=True)
    assert [line.indent + line.width for line in full] == pytest.approx([WIDTH] * len(full), abs=0.1)


def test_an_empty_text_is_one_empty_line(book: FontBook) -> None:
    assert [line.text for line in lines(book, "", BODY, WIDTH)] == [""]


def test_a_word_longer_than_a_line_goes_on_where_the_text_stands_and_tears_no_line_apart(book: FontBook) -> None:
    digest = "0123456789abcdef" * 4
    assert broken(book, f"值{digest}。") == ["值" + digest[:54], digest[54:] + "。"]


def test_a_line_that_a_long_word_leaves_short_stays_ragged(book: FontBook) -> None:
    short, word, _ = lines(book, "值为" + "a" * 54 + "字" * 28, BODY, 28 * CELL, justify=True)
    assert short.text == "值为"
    assert short.width == pytest.approx(2 * CELL, abs=0.01)
    assert word.width == pytest.approx(28 * CELL, abs=0.01)
