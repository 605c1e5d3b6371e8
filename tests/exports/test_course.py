"""The course over all rounds, drawn and listed."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2.raw as pdfium
import pytest

from exports.annexes import annex
from exports.course import LABEL, apart, shortened
from exports.letter import Attachment
from exports.source import BulletinSource
from scoring.standings import standings
from tests.exports.build import judged
from tests.exports.read_pdf import opened, sheets, texts

FIRST = {"A": "36 36 38 30 34 35 33", "B": "34 34 34 34 34 34 34", "C": "30 30 30 30 30 30 30"}
SECOND = {"C": "40 40 40 40 40 40 40", "B": "20 20 20 20 20 20 20"}


def two_rounds() -> BulletinSource:
    first, second = judged(FIRST), judged(SECOND, closed=None)
    rounds = (first.round, replace(second.round, number=2))
    contest = replace(first.contest, rounds=rounds)
    return replace(first, contest=contest, round=rounds[1], standings=standings(contest, 2))


def test_whoever_came_back_has_a_line_with_its_name_and_last_score() -> None:
    data = annex(two_rounds(), Attachment.COURSE, ())
    (sheet,) = sheets(data)
    assert "市民政局 90" in sheet.text
    assert "市科技局 70" in sheet.text
    assert "市教育局 8" not in sheet.text, "one round makes no line"
    assert "图中只画" in sheet.text
    assert "图中" not in texts(annex(judged(FIRST), Attachment.COURSE, ())), "where there is no chart"
    with opened(data) as document:
        (page,) = document
        strokes = [each for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]) if stroked(each)]
    assert len(strokes) > 4


def stroked(path: object) -> bool:
    """Whether a path is drawn as a line."""
    import ctypes

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, mode, stroke)  # type: ignore[attr-defined]
    return bool(stroke.value)


def test_every_round_has_its_column_and_who_was_not_in_it_a_dash() -> None:
    text = texts(annex(two_rounds(), Attachment.COURSE, ())).replace(" ", "")
    assert "市教育局第1名84.80—" in text
    assert "市民政局第3名80.00第1名90.00" in text
    assert "（临时）" in text


def test_the_course_is_the_same_bytes_each_time() -> None:
    assert annex(two_rounds(), Attachment.COURSE, ()) == annex(two_rounds(), Attachment.COURSE, ())


def test_labels_keep_apart_and_near_their_values() -> None:
    places = apart([88.0, 87.9, 84.0, 88.1], 1.0)
    assert places == pytest.approx([88.9, 87.9, 84.0, 89.9])
    assert apart([1.0], 1.0) == [1.0]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("市教育局", "市教育局"),
        ("市大数据和政务服务管理局", "市大数据和政务服务管理局"),
        ("市生态环境保护综合行政执法支队西海岸新区大队", "市生态环境保…岸新区大队"),
        ("Bureau of Statistics", "Bureau of Statistics"),
        ("Bureau of Ecology and Environment", "Bureau of…vironment"),
    ],
)
def test_a_name_that_has_no_room_beside_the_chart_keeps_its_beginning_and_its_end(name: str, shown: str) -> None:
    assert shortened(name, LABEL) == shown
