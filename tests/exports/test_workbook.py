"""The workbook: opened and computed it gives the published scores; and it is safe, dressed and reproducible."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.cells import decimal_places
from exports.source import BulletinSource
from exports.spreadsheet_text import LONGEST, cell_text
from exports.workbook import workbook
from exports.xlsx import same_bytes
from scoring.mark import Mark, MarkKind
from scoring.plan import Component, Criterion, Group
from scoring.results import Status
from tests.exports.build import DISTRICTS, UNITS, a_plan, judged
from tests.exports.spreadsheet import Spreadsheet, computed

THREE = {"A": "36 36 38 30 34 35 33", "B": "34 34 34 34 34 34 34", "C": "30 30 30 30 30 30 30"}
JOURNAL = [["1", "2026-11-25T08:00:00Z", "operator", "created", "", "", '{"plan":1}', "ab" * 32]]


def made(source: BulletinSource) -> Spreadsheet:
    return computed(workbook(source, JOURNAL))


def check(source: BulletinSource) -> Spreadsheet:
    """Every complete entry is computed to its published score, to the last bit, and the workbook says so."""
    sheet = made(source)
    lines = {line["编号"]: line for line in sheet.rows("计算")}
    for board in source.standings.boards:
        for row in board.rows:
            line = lines[row.code]
            if row.result.status is Status.COMPLETE:
                assert row.result.published is not None
                assert line["公式得分"] == line["最后得分"] == float(row.result.published)
                assert line["核对"] == "一致"
            else:
                assert line["核对"] == "没有最后得分"
    return sheet


@st.composite
def contests(draw: st.DrawFn) -> BulletinSource:
    """Small contests of every way to trim, average, weigh and adjust."""
    random = Random(draw(st.integers(0, 10**6)))
    drops = st.integers(0, 2)
    average: st.SearchStrategy[Any] = st.sampled_from(["mean", "median"])
    groups = (
        Group("leaders", "领导", Decimal(40), 0, min(1, draw(drops)), 2, 1, draw(average)),
        Group("experts", "专家", Decimal(60), draw(drops), 1, 4, 1, draw(average)),
    )
    parts: Any = draw(
        st.sampled_from([(), (Component("live", "现场", Decimal("62.5")), Component("work", "平时", Decimal("37.5")))])
    )
    criteria = (
        Criterion("problems", "摆问题", Decimal(40), Decimal(0), Decimal(40 if parts else 50)),
        Criterion("measures", "列举措", Decimal(60), Decimal(0), Decimal(60 if parts else 50)),
    )
    plan = a_plan(
        groups=groups,
        criteria=criteria,
        components=parts,
        missing="exclude",
        decimals=draw(drops),
        trim_at=draw(st.sampled_from(["total", "criterion"])),
        tie_breaks=(),
    )
    points = {
        code: " ".join("-" if random.random() < 0.1 else f"{random.choice([20, 20.5, 31.5, 40]):g}" for _ in range(7))
        for code in "ABCE"
    }
    adjusted = Decimal(draw(st.sampled_from(["-0.125", "3", "-95.5"])))
    marks = [Mark(MarkKind.ADJUST, contestant="A", points=adjusted, record=3)]
    if parts:
        values = {code: Decimal(random.randrange(0, 10001)) / 100 for code in "ABCE"}
        marks.append(Mark(MarkKind.COMPONENT, "work", values=values, record=4))
    if draw(st.booleans()):
        marks.append(Mark(MarkKind.GROUP_VOID, "leaders", record=5))
    return judged(points, marks, plan=plan)


@settings(max_examples=20, deadline=None)
@given(contests())
def test_the_formulas_give_the_published_scores_whatever_the_rules(source: BulletinSource) -> None:
    check(source)


@pytest.mark.parametrize("points", ["0.005", "-0.005", "0.015", "-100.005", "1.005", "2.675"])
def test_ties_of_rounding_go_away_from_zero_though_they_are_no_binary_numbers(points: str) -> None:
    marks = [Mark(MarkKind.ADJUST, contestant="B", points=Decimal(points), record=3)]
    source = judged(THREE, marks)
    (row,) = [row for board in source.standings.boards for row in board.rows if row.code == "B"]
    assert row.result.exact == Fraction(84) + Fraction(Decimal(points))
    check(source)


def test_ballots_that_were_dropped_and_judges_who_were_out_stand_as_they_count() -> None:
    marks = [Mark(MarkKind.RECUSE, "E5", "A", record=7), Mark(MarkKind.NO_SHOW, contestant="C", record=8)]
    source = judged({**THREE, "C": "- - - - - - -"}, marks)
    lines = check(source).rows("评分表")
    assert [line["编号"] for line in lines] == ["A"] * 6 + ["B"] * 7
    equal = [line for line in lines if line["编号"] == "B" and line["评委组"] == "专家评委"]
    assert [(line["合计去高"], line["合计去低"]) for line in equal] == [(0, 0)] * 3 + [(0, 1), (1, 0)]
    assert {line["合计"] for line in equal} == {84.0}


def test_beyond_what_a_spreadsheet_computes_exactly_decimals_serve_but_for_scores_that_rounding_might_turn() -> None:
    criteria = (
        Criterion("problems", "摆问题", Decimal(40), Decimal(0), Decimal("33.333333")),
        Criterion("measures", "列举措", Decimal(60), Decimal(0), Decimal("66.666667")),
    )
    plan = a_plan(criteria=criteria, decimals=4)
    plain = judged(THREE, plan=plan)
    (exact,) = [row.result.exact for row in plain.standings.boards[0].rows if row.code == "B"]
    assert exact is not None
    tie = Fraction(int(exact * 10**4) * 2 + 1, 2 * 10**4)
    points = Decimal(round((tie - exact) * 10**10)).scaleb(-10)
    source = judged(THREE, [Mark(MarkKind.ADJUST, contestant="B", points=points, record=3)], plan=plan)
    lines = {line["编号"]: line for line in made(source).rows("计算")}
    assert {code: line["核对"] for code, line in lines.items()} == {
        "A": "一致（按小数计算）",
        "B": "超出电子表格的精确范围，未写公式",
        "C": "一致（按小数计算）",
    }
    scores = {row.code: float(row.result.published or 0) for row in source.standings.boards[0].rows}
    assert {code: line["最后得分"] for code, line in lines.items()} == scores
    assert {code: line["公式得分"] for code, line in lines.items()} == {**scores, "B": None}


def test_a_contest_without_judges_has_its_workbook() -> None:
    plan = a_plan(components=(Component("work", "平时工作", Decimal(100)),), groups=(), criteria=(), tie_breaks=())
    values = {"A": Decimal("90.005"), "B": Decimal(80), "C": Decimal(70)}
    source = judged(dict.fromkeys("ABC", "- - - - - - -"), [Mark(MarkKind.COMPONENT, "work", values=values)], plan=plan)
    contest = replace(source.contest, judges=())
    sheet = check(replace(source, contest=contest))
    assert sheet.rows("计算")[0]["公式得分"] == 90.01
    assert sheet.rows("成绩构成")[0]["平时工作"] == 90.005


@st.composite
def rated(draw: st.DrawFn) -> BulletinSource:
    """Contests with indicators of every rule beside points and ballots; some take no part, some have no value."""
    rules: Any = st.sampled_from(["minmax", "rank", "target"])
    target = {"target": Decimal("7.5"), "minmax": None, "rank": None}
    weights = draw(st.sampled_from([("40", "30", "20", "10"), ("25", "25", "25", "25")]))
    names = ("live", "days", "rate", "work")
    parts = []
    for key, weight in zip(names, weights, strict=True):
        rule: Any = draw(rules) if key in ("days", "rate") else "points"
        floor = Decimal(draw(st.sampled_from(["0", "60", "0.5"]))) if rule in ("minmax", "rank") else Decimal(0)
        better: Any = draw(st.sampled_from(["higher", "lower"]))
        parts.append(Component(key, key, Decimal(weight), rule, better, target.get(rule), floor))
    board: Any = draw(st.sampled_from(["overall", "category"]))
    categories = (UNITS, DISTRICTS)
    plan = a_plan(components=tuple(parts), board=board, categories=categories, missing="exclude", tie_breaks=())
    raw = st.integers(-9, 9).map(Decimal)  # few of them: their common multiple stays within what a sheet computes
    marks = [
        Mark(
            MarkKind.COMPONENT,
            key,
            values={code: draw(raw) for code in ["A", "B", "D1", "D2", "E"] if draw(st.integers(0, 9))},
            record=n,
        )
        for n, key in enumerate(("days", "rate"), start=3)
    ]
    marks.append(
        Mark(MarkKind.COMPONENT, "work", values=dict.fromkeys(["A", "B", "D1", "D2", "E"], Decimal("81.25")), record=5)
    )
    if draw(st.booleans()):
        marks.append(Mark(MarkKind.NO_SHOW, contestant="E", record=6))
    return judged(dict.fromkeys(["A", "B", "D1", "D2", "E"], "36 36 38 30 34 35 33"), marks, plan=plan)


@settings(max_examples=30, deadline=None)
@given(rated())
def test_raw_values_become_points_by_formulas_whatever_their_rule(source: BulletinSource) -> None:
    check(source)


def test_raw_values_and_their_points_stand_beside_each_other() -> None:
    part = Component("days", "审批用时", Decimal(100), "minmax", "lower", None, Decimal(60), "天")
    values = {"A": Decimal(10), "B": Decimal(30), "C": Decimal("22.5")}
    none = dict.fromkeys("ABC", "- - - - - - -")
    marks = [Mark(MarkKind.COMPONENT, "days", values=values)]
    sheet = check(judged(none, marks, plan=a_plan(components=(part,), groups=(), criteria=(), tie_breaks=())))
    line = sheet.rows("成绩构成")[2]
    assert (line["审批用时原值（天）"], line["审批用时得分"]) == (22.5, 75.0)


def test_raw_values_too_large_for_a_spreadsheet_are_not_computed() -> None:
    part = Component("sum", "投资额", Decimal(100), "minmax")
    values = {"A": Decimal("1000000000000.01"), "B": Decimal(3), "C": Decimal(2)}
    none = dict.fromkeys("ABC", "- - - - - - -")
    marks = [Mark(MarkKind.COMPONENT, "sum", values=values)]
    sheet = made(judged(none, marks, plan=a_plan(components=(part,), groups=(), criteria=(), tie_breaks=())))
    assert {line["核对"] for line in sheet.rows("计算")} == {"超出电子表格的精确范围，未写公式"}


def test_sheets_have_frozen_heads_filters_widths_and_the_published_decimals() -> None:
    marks = [Mark(MarkKind.ADJUST, contestant="A", points=Decimal("-0.5"), reason="超时", record=9)]
    book = openpyxl.load_workbook(BytesIO(workbook(judged(THREE, marks), JOURNAL)))
    assert book.sheetnames == ["说明", "成绩", "成绩构成", "加减分", "流水", "评分表", "计算"]
    results = book["成绩"]
    assert results.freeze_panes == "E2"
    assert results.auto_filter.ref == results.dimensions
    heads = [cell.value for cell in results[1]]
    score = results.cell(row=2, column=heads.index("最后得分") + 1)
    assert (score.value, score.number_format) == (84.3, "0.00")
    assert results.column_dimensions["D"].width >= 10
    assert book["评分表"].column_dimensions["G"].width < 20, "as wide as what is seen, not as the formula"
    assert (results.print_title_rows, results.page_setup.orientation) == ("$1:$1", "landscape")
    assert [cell.value for cell in book["加减分"][2]] == ["A", "市教育局", -0.5, "超时", 9]
    assert book["流水"]["D2"].value == "created"
    assert book.calculation.fullCalcOnLoad


def test_no_text_runs_as_a_formula_and_none_is_too_much_for_a_cell() -> None:
    marks = [Mark(MarkKind.ADJUST, contestant="A", points=Decimal(1), reason="=1+1\x01", record=9)]
    journal = [["2", "t", "=who", "@what", "1", "-why", "x" * 40_000, "h"]]
    book = openpyxl.load_workbook(BytesIO(workbook(judged(THREE, marks), journal)))
    assert book["加减分"]["D2"].value == "'=1+1\ufffd"
    assert [cell.value for cell in book["流水"][2]][2:6] == ["'=who", "'@what", "1", "'-why"]
    assert len(book["流水"]["G2"].value) == LONGEST + 1
    formulas = [c for s in ("成绩", "加减分", "流水", "说明") for row in book[s] for c in row if c.data_type == "f"]
    assert formulas == []
    assert cell_text("甲") == "甲"


def test_the_same_source_gives_the_same_bytes_made_on_the_day_of_the_result() -> None:
    first, again = (workbook(judged(THREE), JOURNAL) for _ in range(2))
    assert first == again
    with ZipFile(BytesIO(first)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = file.read("docProps/core.xml").decode()
    assert core.count("2023-05-07T00:00:00Z") == 2
    assert same_bytes(first, datetime(2023, 5, 7, tzinfo=UTC)) == first


def test_fifty_five_contestants_in_english() -> None:
    points = {f"U{n:02}": f"{36 - n * 0.5:g} 36 38 30 34 35 33" for n in range(1, 56)}
    sheet = made(judged(points, language="en"))
    assert sheet.book.sheetnames[1] == "Results"
    lines = sheet.rows("Computation")
    assert [line["Check"] for line in lines] == ["equal"] * 55


@pytest.mark.parametrize(("value", "places"), [("1", 0), ("100", 0), ("0.125", 3), ("-2.50", 1), ("1E+2", 0)])
def test_how_many_decimals_a_number_needs(value: str, places: int) -> None:
    assert decimal_places(Decimal(value)) == places
