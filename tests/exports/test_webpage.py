"""The page of results: whole, safe, and the same for the same contest."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from exports.webpage import web_page
from tests.exports.build import DIGEST, fifty_five, judged, small

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Reads a page strictly: every tag that is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(data: bytes) -> Reader:
    reader = Reader()
    reader.feed(data.decode())
    assert reader.open == []
    return reader


def test_all_boards_are_on_the_page_and_nothing_is_loaded() -> None:
    data = web_page(fifty_five())
    page = read(data)
    text = "".join(page.words)
    assert page.tags.count("table") == 3
    assert page.tags.count("tr") == 58
    for words in ("莱西区", "94.93", "市仲裁办（未到）下轮继续打擂", f"第412号，哈希值前16位{DIGEST[:16]}"):
        assert words in text
    heads = [word for word in page.words if word.strip()]
    assert heads.index("最后得分") - heads.index("参赛单位") == 1, "in view on a telephone"
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert not re.search(rb"https?://|url\(|@import", data)
    assert data == web_page(fifty_five())


def test_names_are_text_whatever_they_hold() -> None:
    data = web_page(small(["<script>alert(1)</script>", "市\"科'技&局", "{title}"]))
    page = read(data)
    assert "script" not in page.tags
    assert "<script>alert(1)</script>" in "".join(page.words)
    assert "{title}" in "".join(page.words)


def test_an_open_round_says_so_and_the_page_speaks_english_too() -> None:
    assert "临时" in "".join(read(web_page(judged({"A": "36 36 38 30 34 35 33"}, closed=None))).words)
    assert b"PROVISIONAL" in web_page(fifty_five(language="en", closed=None))
    assert "临时" not in web_page(fifty_five()).decode()
