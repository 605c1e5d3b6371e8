"""The record of a draw can be signed in the hall and checked by anybody, before and after the round."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from arena_desk.exporting import export
from exports.draw_record import draw_record
from exports.kinds import Kind, Order
from exports.source import BulletinSource
from scoring.draws import draw_order
from scoring.errors import NotNow
from scoring.mark import Mark, MarkKind
from storage import marks
from tests.exports.build import fifty_five, judged
from tests.exports.read_pdf import sheets, texts
from tests.storage.story import contest_on_disk

THREE = {"A": "36 36 38 30 34 35 33", "B": "34 34 34 34 34 34 34", "C": "30 30 30 30 30 30 30"}
AT = "2023-05-06T01:02:03+00:00"


def mark(kind: MarkKind, seed: str, codes: str = "ABC", record: int = 7, **more: Any) -> Mark:
    return Mark(kind, seed=seed, order=draw_order(seed, codes), reason="王监督", record=record, at=AT, **more)


def drawn(*marks: Mark, **changes: Any) -> BulletinSource:
    return judged(THREE, marks, **changes)


def said(source: BulletinSource) -> str:
    return texts(draw_record(source, ()))


def test_the_record_says_what_was_drawn_and_everything_it_follows_from() -> None:
    seed, order = "上合 2023", draw_order("上合 2023", "ABC")
    text, at = said(drawn(mark(MarkKind.START_ORDER, seed))), datetime.fromisoformat(AT).astimezone()
    for words in ("抽签记录", f"种子：“{seed}”", "见证人：王监督", "流水第7号", f"2023年5月6日{at:%H:%M:%S}"):
        assert words in text
    hashed = [sha256(f"{seed}:{code}".encode()).hexdigest() for code in order]
    places = [(text.index(each[:32]), text.index(each[32:])) for each in hashed]
    assert places == sorted(places)
    assert f"例如“{seed}:{order[0]}”的SHA-256值" in text
    for signer in ("抽签人：", "见证人：", "监督员："):
        assert signer in text
    assert "412" in text


def test_a_draw_is_no_provisional_result_but_a_rehearsal_stays_one() -> None:
    start = mark(MarkKind.START_ORDER, "种子")
    assert "临时" not in said(drawn(start, closed=None))
    assert "演练" in said(drawn(start, closed=None, rehearsal=True))


def test_a_seed_that_cannot_be_read_off_paper_stands_there_in_bytes_as_well() -> None:
    text = said(drawn(mark(MarkKind.START_ORDER, " 种子  ")))
    assert "种子的UTF-8编码：20 e7 a7 8d e5 ad 90 20 20" in text
    assert "UTF-8编码：" not in said(drawn(mark(MarkKind.START_ORDER, "种子")))


def test_every_draw_of_the_round_is_in_it_and_a_replaced_one_says_so() -> None:
    marks = (
        mark(MarkKind.START_ORDER, "一", record=7),
        mark(MarkKind.START_ORDER, "二", record=9),
        mark(MarkKind.DRAW, "三", "AB", record=11),
    )
    text = said(drawn(*marks))
    assert "流水第7号，已由第9号记录取代" in text
    assert "三、单位间抽签" in text


def test_the_record_of_a_long_line_up_goes_on_over_pages_and_is_signed_on_the_last() -> None:
    codes = [entry.code for entry in fifty_five().round.entries]
    start = Mark(MarkKind.START_ORDER, seed="种子", order=draw_order("种子", codes), reason="王", record=7, at=AT)
    pages = sheets(draw_record(fifty_five(marks=(start,)), ()))
    assert len(pages) > 2
    assert ["监督员：" in page.text for page in pages] == [False] * (len(pages) - 1) + [True]


def test_the_record_is_there_in_english() -> None:
    text = said(drawn(mark(MarkKind.START_ORDER, "seed 42"), language="en"))
    for words in ("Record of the draw", "Seed: 'seed 42'", "Witness: 王监督", "Supervisor:", "How to check"):
        assert words in text


def test_without_a_draw_there_is_nothing_to_sign() -> None:
    with pytest.raises(NotNow, match="nothing was drawn"):
        draw_record(drawn(), ())


def test_the_record_is_made_from_the_contest_file_while_it_is_in_use(tmp_path: Path) -> None:
    order = Order(Kind.DRAWS, tmp_path / "抽签记录.pdf", 1)
    with contest_on_disk(tmp_path / "擂台赛.arena") as file:
        with pytest.raises(NotNow):
            export(file.path, order, "zh")
        assert not order.path.exists()
        record = marks.draw_start_order(file, "上合", reason="王监督")
        export(file.path, order, "zh")
    text = texts(order.path.read_bytes())
    assert f"流水第{record}号" in text
    assert "种子：“上合”" in text
