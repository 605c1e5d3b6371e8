"""How judges scored and agreed, on paper, in charts and as a table: what it says, and what it says it cannot say."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from statistics import quantiles

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import analysis_charts, charting
from exports.analysis_charts import charts, quantile, score_parts
from exports.analysis_csv import analysis_csv
from exports.annexes import annex
from exports.chart_sheets import chart_sheets, shown_only
from exports.charting import Key, fitting
from exports.fonts import FontBook
from exports.letter import Attachment
from exports.palette import DARK_INK, FILLS, PAPER_INK, Ink, marker
from exports.source import BulletinSource
from scoring.analysis import Analysis, analyse
from scoring.mark import Mark, MarkKind
from scoring.plan import Component
from tests.exports.build import DISTRICTS, FIELDS, UNITS, a_plan, judged
from tests.exports.read_pdf import opened, sheets, texts
from tests.exports.test_course import two_rounds

POINTS = {
    "A": "36 34 38 30 34 35 33",
    "B": "34 35 33 32 34 - 31",
    "C": "30 31 28 27 29 30 30",
    "D1": "38 36 39 33 37 37 35",
}
NOBODY = {"A": "- - - - - - -", "B": "- - - - - - -"}


def printed(points: Mapping[str, str], marks: Sequence[Mark] = (), **changes: object) -> str:
    text = texts(annex(judged(points, marks, **changes), Attachment.ANALYSIS, ()))  # type: ignore[arg-type]
    return text.replace("\r\n", "").replace(" ", "")


def analysed(source: BulletinSource) -> Analysis:
    return analyse(source.contest, source.round, source.standings)


def by_category(**changes: object) -> BulletinSource:
    return judged(POINTS, plan=a_plan(board="category", categories=(FIELDS, UNITS, DISTRICTS)), **changes)  # type: ignore[arg-type]


def test_every_figure_is_explained_in_a_plain_sentence() -> None:
    said = printed(POINTS)
    assert "不改变任何得分和名次" in said
    assert "0＝评委各评各的，1＝完全一致" in said
    assert "未计入没有由全体评委评过的1个单位" in said
    assert "专家评委2" in said
    assert "正数偏宽，负数偏严" in said


def test_what_cannot_be_computed_is_said_and_never_made_up() -> None:
    two = {"A": "36 34 38 30 34 35 33", "B": "34 35 33 32 34 31 31"}
    said = printed(two)
    assert "W、ICC(2,k)、α无法计算：只有2个单位可比，至少要3个" in said
    assert "次序无法计算：只有2个单位可比，至少要3个" in said
    assert "nan" not in said.lower()
    assert "还没有可以统计的评分表。" in printed(NOBODY)
    void = [Mark(MarkKind.GROUP_VOID, "experts", reason="外泄", record=9)]
    said = printed(POINTS, void)
    assert "专家评委整组作废，不统计。" in said
    assert "专家评委2" not in said
    both = [*void, Mark(MarkKind.GROUP_VOID, "leaders", reason="外泄", record=10)]
    assert "一、评委的一致程度" not in printed(POINTS, both)
    late = {"A": "36 34 38 30 34 35 33", "B": "34 35 33 32 34 31 -", "C": "30 31 28 27 29 30 -"}
    assert "未计入评得不到一半的专家评委5" in printed(late)


def test_boards_stand_apart_and_the_course_comes_last() -> None:
    source = by_category()
    data = annex(source, Attachment.ANALYSIS, ())
    assert data == annex(source, Attachment.ANALYSIS, ()), "the same bytes"
    with opened(data) as document:
        titles = [each.get_title() for each in document.get_toc()]
    assert [title for title in titles if "、" in title] == ["一、参与单位", "二、区（市）"]
    assert texts(data).count("W（肯德尔和谐系数）") == 1, "explained once"
    english = annex(two_rounds_of("en"), Attachment.ANALYSIS, ())
    with opened(english) as document:
        assert [each.get_title() for each in document.get_toc()][-1] == "5. The course over all rounds"


def two_rounds_of(language: str) -> BulletinSource:
    return replace(two_rounds(), language=language)  # type: ignore[arg-type]


def test_what_a_score_is_made_of_adds_up_to_it() -> None:
    parts = (Component("live", "现场得分", Decimal(70)), Component("work", "平时工作", Decimal(30)))
    marks = [
        Mark(MarkKind.COMPONENT, "work", values={code: Decimal(90) for code in POINTS}, record=7),
        Mark(MarkKind.ADJUST, contestant="A", points=Decimal("-0.5"), record=8),
    ]
    source = judged(POINTS, marks, plan=a_plan(components=parts, missing="exclude"))
    rows = [row for board in source.standings.boards for row in board.rows if row.result.exact is not None]
    found = score_parts(source, rows)
    assert [part.name for part in found] == ["领导评委", "专家评委", "平时工作"]
    for row in rows:
        whole = sum(part.values[row.code] for part in found) + float(row.result.adjustments)
        assert whole == pytest.approx(float(row.result.exact or 0))
    said = printed(POINTS, marks, plan=a_plan(components=parts, missing="exclude"))
    assert "(−0.5)" in said


def test_charts_in_the_window_are_those_of_the_document_and_tell_how_far_they_are() -> None:
    source = by_category()
    seen: list[tuple[int, int]] = []
    window = shown_only(source.contest, source.standings, "zh")
    drawn = {}
    for ink in (PAPER_INK, DARK_INK):
        found = chart_sheets(window, analysed(source), (), ink, lambda done, of: seen.append((done, of)))
        drawn[ink] = found.data
        assert [place.title for place in found.places] == [chart.title for chart in charts(window, analysed(source))]
        assert len(sheets(found.data)) == len(found.places)
    assert drawn[PAPER_INK] != drawn[DARK_INK]
    assert seen[: len(seen) // 2] == [(n, len(seen) // 2) for n in range(len(seen) // 2)]
    empty = judged(NOBODY)
    assert chart_sheets(empty, analysed(empty), (), PAPER_INK, lambda *_: None).data == b""


def test_many_rows_go_on_in_another_chart_and_long_names_are_cut_visibly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis_charts, "ROWS", 4)
    source = judged(POINTS)
    assert [chart.title for chart in charts(source, analysed(source))] == [
        "各位评委的给分",
        "各位评委的给分（续）",
        "得分的构成",
    ]
    paper = texts(annex(source, Attachment.ANALYSIS, ())).replace(" ", "")
    assert "三、各位评委的给分（续）" in paper, "what goes on has no number of its own"
    assert "四、得分的构成" in paper
    book = FontBook(())
    assert fitting(book, "青岛市营商环境促进中心第107中心", 90) == "青岛市营商…107中心"
    assert fitting(book, "青岛市", 1) == "青…"
    assert fitting(book, "市教育局", 90) == "市教育局"
    names = ["一个名称很长很长很长很长的评委组"] * 4
    assert len(Key(names).rows(book)) > 1
    assert Key(names[:1]).rows(book) == []


@settings(deadline=None)
@given(st.lists(st.integers(0, 100), min_size=2, max_size=12))
def test_boxes_hold_the_middle_half(values: list[int]) -> None:
    ordered = sorted(Fraction(each) for each in values)
    ours = [float(quantile(ordered, Fraction(part, 4))) for part in (1, 2, 3)]
    assert ours == pytest.approx(quantiles(values, n=4, method="inclusive"))


def test_series_are_told_apart_without_colours_and_numbers_are_read_on_them() -> None:
    for ink in (PAPER_INK, DARK_INK):
        assert len({(ink.line(n), marker(n)) for n in range(20)}) == 20
        ground = "#ffffff" if ink.ground is None else "#{:02x}{:02x}{:02x}".format(*ink.ground)
        assert contrast(ink.writing, ground) > 7
        assert min(contrast(colour, ground) for colour in ink.lines) > 2
    assert min(contrast(PAPER_INK.fill(n), PAPER_INK.on(n)) for n in range(len(FILLS))) > 4.5


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", [PAPER_INK, DARK_INK])
def test_parts_of_a_bar_have_patterns(ink: Ink) -> None:
    book = FontBook(())
    chart = charting.RowsChart(book, ink, ["甲"], Key(["一", "二", "三", "四"]), (0, 100))
    plain = len(chart.axes.lines)
    counts: list[int] = []
    for number in range(4):
        chart.bar(number, number * 20, 0, 20, "20.0")
        counts.append(len(chart.axes.lines) - plain - sum(counts))
    assert len(set(counts)) == 4, "plain, upright lines, level lines, both"
    assert counts[0] == 1
    assert [text.get_text() for text in chart.axes.texts] == ["20.0"] * 4
    chart.bar(0, 90, 0, 1, "too wide")
    assert len(chart.axes.texts) == 4


def test_the_table_holds_every_figure_and_why_one_is_missing() -> None:
    rows = list(csv.DictReader(io.StringIO(analysis_csv(judged(POINTS)))))
    found = {(row["编码"], row["指标"]): row for row in rows}
    assert found["E2", "份数"]["数值"] == "4"
    assert found["E2", "平均分"]["数值"] == "80.5000"
    assert found["", "单位数"]["数值"] == "3"
    assert found["leaders", "评委数"]["数值"] == "2"
    assert Decimal(found["experts", "ICC(2,k)"]["数值"]) < 1
    alone = {"A": "36 - - - - - -", "B": "34 - - - - - -", "C": "30 - - - - - -"}
    (row,) = [row for row in csv.DictReader(io.StringIO(analysis_csv(judged(alone)))) if row["指标"] == "次序"]
    assert (row["数值"], row["说明"]) == ("", "同组没有其他评委评过同样的单位")
