"""Judges' cards: each links its own judge, nothing runs into the next card, and the file is its owner's."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import segno

from exports.cards import Card, Cards, cards_pdf, write_cards
from exports.files import save
from scoring.errors import BadInput
from scoring.plan import Judge
from tests.exports.read_pdf import sheets, texts

TOKEN = "aZ3_" * 8


def card(number: int, name: str = "评委", title: str = "") -> Card:
    judge = Judge(f"L{number}", f"{name}{number}", title, "leaders")
    return Card(judge, "领导评委", f"http://192.168.31.20:8420/j#{TOKEN}{number}", f"48291{number}")


def some(*cards: Card, **changes) -> Cards:
    source = Cards("擂台赛", "http://192.168.31.20:8420", cards, True, False, date(2026, 11, 24))
    return replace(source, **changes)


def test_every_judge_has_a_card_with_name_seat_code_and_address() -> None:
    data = cards_pdf(some(*(card(n) for n in range(1, 6))), ())
    pages = sheets(data)
    assert len(pages) == 2
    assert all(f"评委{n}" in pages[0].text for n in range(1, 5))
    assert "评委5" in pages[1].text
    for words in ("L5", "领导评委", "482 915", "http://192.168.31.20:8420"):
        assert words in pages[1].text
    assert TOKEN not in texts(data), "the token is in the code alone"


def test_the_qr_code_is_the_judges_own_link() -> None:
    (page,) = sheets(cards_pdf(some(card(1)), ()))
    code = segno.make_qr(card(1).url, error="m")
    dark = sum(sum(row) for row in code.matrix)
    module = 43 / code.symbol_size(border=4)[0]
    bars = [box for box in page.boxes if abs(box.height - module) < 0.01 and box.colour == (0, 0, 0)]
    assert round(sum(box.width for box in bars) / module) == dark


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("resend", [True, False])
def test_nothing_of_a_card_reaches_the_next_one_however_long_the_names_are(language, resend: bool) -> None:
    long = card(1, "一个二十四个字那么长的名字用来看看会不会", "市优化营商环境专项行动指挥部办公室副主任")
    title = "“深化作风能力 优化营商环境”专题擂台赛（第二届）全市重点领域专场"
    source = some(long, long, long, long, title=title, language=language, resend=resend, rehearsal=True)
    (page,) = sheets(cards_pdf(source, ()))
    for mark in page.marks:
        if mark.char.strip():
            assert not mark.left < 105.0 < mark.right, mark
            assert not mark.top < 148.5 < mark.bottom, mark
            assert mark.top % 148.5 < 143, mark


def test_whether_a_judge_may_send_again_is_said_as_the_plan_has_it() -> None:
    assert "可以修改再提交" in texts(cards_pdf(some(card(1)), ()))
    assert "不能自行修改" in texts(cards_pdf(some(card(1), resend=False), ()))


def test_cards_of_a_rehearsal_say_so() -> None:
    assert "演练" in texts(cards_pdf(some(card(1), rehearsal=True), ()))
    assert "演练" not in texts(cards_pdf(some(card(1)), ()))


def test_a_character_that_no_font_has_is_named_before_anything_is_printed() -> None:
    with pytest.raises(BadInput, match="judge L1") as caught:
        cards_pdf(some(card(1, "\U0003fffd")), ())
    assert "U+3FFFD" in str(caught.value)


def test_the_same_cards_are_the_same_bytes() -> None:
    assert cards_pdf(some(card(1)), ()) == cards_pdf(some(card(1)), ())


@pytest.mark.parametrize("there", [False, True])
def test_the_file_can_be_read_by_its_owner_alone(tmp_path: Path, there: bool) -> None:
    path = tmp_path / "评委卡.pdf"
    if there:
        path.write_bytes(b"old")
    write_cards(some(card(1)), path, replace=there)
    assert path.read_bytes().startswith(b"%PDF")
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o600


def test_a_private_file_is_never_written_over_something_that_lies_in_its_way(tmp_path: Path) -> None:
    beside = tmp_path / f".x.pdf.{os.getpid()}.part"
    beside.write_bytes(b"")
    with pytest.raises(BadInput, match="cannot be written"):
        save(b"secret", tmp_path / "x.pdf", private=True)
    assert not (tmp_path / "x.pdf").exists()


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    def give_up(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_cards(some(card(1)), tmp_path / "x.pdf", report=give_up)
    assert list(tmp_path.iterdir()) == []
