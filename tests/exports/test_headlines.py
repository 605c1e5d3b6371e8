"""Titles and names in lines, as a clerk would break them."""

from __future__ import annotations

import pytest

from exports.fonts import Face, FontBook
from exports.headlines import headline
from exports.layout import Type

TITLE = Type(Face.TITLE, 22)


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook(())


def broken(book: FontBook, text: str, characters: float = 19) -> list[str]:
    return [line.text for line in headline(book, text, TITLE, characters * TITLE.size)]


@pytest.mark.parametrize(
    "rows",
    [
        ["关于专题擂台赛第一轮结果的通报"],
        ["关于“深化作风能力 优化营商环境”", "专题擂台赛第一轮结果的通报"],
        ["关于全市重点工作推进情况评比活动", "第二轮结果的通报"],
        ["关于区属国有企业党委书记抓基层", "党建工作述职评议第一轮结果的通报"],
        ["关于“深化作风能力 优化营商环境”", "专题擂台赛2026年上半年", "等次评定结果的通报"],
        ["Results of the contest for a better", "business climate of the city,", "first half of 2026, round 12"],
    ],
)
def test_titles_are_broken_by_meaning(book: FontBook, rows: list[str]) -> None:
    parted = any(row.isascii() for row in rows)
    assert broken(book, (" " if parted else "").join(rows)) == rows


@pytest.mark.parametrize(
    ("characters", "name"), [(15, "省委省政府中心工作专项推进领导小"), (9, "市退役军人事务工作局")]
)
def test_no_character_stands_alone_on_a_last_line(book: FontBook, characters: int, name: str) -> None:
    *_, last = broken(book, name, characters)
    assert len(last) > 1


def test_a_word_of_a_title_is_not_parted(book: FontBook) -> None:
    for measure in range(11, 20):
        rows = broken(book, "关于全市优化营商环境重点任务推进情况擂台赛评定的通报", measure)
        for word in ("营商环境", "擂台赛", "重点", "任务", "推进", "情况", "通报"):
            assert any(word in row for row in rows), (measure, rows)


def test_words_of_latin_letters_stay_whole(book: FontBook) -> None:
    words = "Results of the Qingdao Contest for a Better Business Climate and Leaner Administration, round 3"
    for measure in range(9, 40):
        rows = broken(book, words, measure)
        assert [word for row in rows for word in row.split()] == words.split()
        assert len(rows[-1]) > 3


def test_a_title_of_any_length_is_broken_into_lines_that_fit(book: FontBook) -> None:
    for length in (1, 19, 20, 38, 57, 58, 200):
        rows = broken(book, "题" * length)
        assert max(len(row) for row in rows) <= 19
        assert "".join(rows) == "题" * length
        assert len(rows) == -(-length // 19)


def test_a_word_longer_than_a_line_is_parted_all_the_same(book: FontBook) -> None:
    assert "".join(broken(book, "w" * 100, 10)) == "w" * 100


def test_an_hour_glass_is_avoided(book: FontBook) -> None:
    first, second, third = broken(book, "关于" + "题" * 50)
    assert not len(second) < min(len(first), len(third))
