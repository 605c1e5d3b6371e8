"""Contestants, judges, paper ballots and outside values: every wrong cell is pointed at, nothing is guessed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scoring.errors import BadInput
from scoring.grid import Column, Grid
from scoring.people_file import ballot_lines, contestant_lines, read_contestants, read_judges, value_lines
from scoring.plan import Contestant, Plan
from scoring.plan_file import parse_plan
from storage.sheets import read_grid

PLAN: Plan = parse_plan(
    {
        "contest": {"title": "擂台赛", "step": "0.5"},
        "category": [{"key": "k", "name": "类"}],
        "criterion": [{"key": "a", "name": "摆问题", "max": 40}, {"key": "b", "name": "谈思路", "max": 60, "min": 10}],
        "group": [{"key": "g", "name": "组", "weight": 100}],
        "component": [{"key": "live", "name": "现场", "weight": 60}, {"key": "work", "name": "平时", "weight": 40}],
    }
)
CODES = {"A": "甲单位", "B": "乙单位"}
SEATS = {"J1": "评委一", "J2": "评委二"}


def sheet(folder: Path, text: str | bytes) -> Path:
    path = folder / "名单.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(kind: str, path: Path) -> Any:
    grid = read_grid(path)
    match kind:
        case "contestants":
            return read_contestants(grid, PLAN)
        case "judges":
            return read_judges(grid, PLAN)
        case "ballots":
            return ballot_lines(grid, PLAN, CODES, SEATS).all()
        case _:
            return values_of(grid, CODES)


def values_of(grid: Grid, entries: dict[str, str]) -> dict[str, Decimal]:
    return {each.contestant: each.value for each in value_lines(grid, PLAN, "work", entries).all()}


HEADS = {
    "contestants": "code,name,category",
    "judges": "code,name,group",
    "ballots": "contestant,judge,a,b",
    "values": "contestant,value",
}
ROWS = {"contestants": "A,甲,k", "judges": "J1,一,g", "ballots": "A,J1,20,30", "values": "A,90"}
KINDS = list(HEADS)


def faults_of(kind: str, path: Path) -> list[tuple[int | None, int | None, str]]:
    with pytest.raises(BadInput) as caught:
        read(kind, path)
    assert {fault.file for fault in caught.value.faults} == {"名单.csv"}
    return [(fault.line, fault.column, fault.text.en) for fault in caught.value.faults]


def test_contestants_keep_their_order_lead_and_members(tmp_path: Path) -> None:
    text = "\ncode,category,name,members,lead\n\nB,k, 乙单位 , 丁局 ;; 戊局,牵头\n,,,,\nA,k,甲单位\n"
    first, second = read_contestants(read_grid(sheet(tmp_path, text)), PLAN)
    assert (first.code, first.name, first.lead, first.members) == ("B", "乙单位", "牵头", ("丁局", "戊局"))
    assert (second.code, second.name, second.lead, second.members) == ("A", "甲单位", "", ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_sheets_are_read_as_spreadsheets_save_them(tmp_path: Path, encoding: str, end: str) -> None:
    text = f'code,name,title,group{end}J1,"李四, 王五","第一行{end}第二行",g{end}'
    (judge,) = read_judges(read_grid(sheet(tmp_path, text.encode(encoding))), PLAN)
    assert (judge.name, judge.title, judge.group) == ("李四, 王五", f"第一行{end}第二行", "g")


def test_full_width_digits_are_understood_in_sheets(tmp_path: Path) -> None:
    (ballot,) = read("ballots", sheet(tmp_path, "contestant,judge,a,b\nA,J1,１８．５, ３０\n"))
    assert (ballot.scores, ballot.line, ballot.column) == ({"a": Decimal("18.5"), "b": Decimal(30)}, 2, 2)
    assert read("values", sheet(tmp_path, "value,contestant\n９９．５,A\n")) == {"A": Decimal("99.5")}


def test_values_of_a_spreadsheets_full_length_are_taken_exactly(tmp_path: Path) -> None:
    assert read("values", sheet(tmp_path, "contestant,value\nA,86.66666666666667\n")) == {
        "A": Decimal("86.66666666666667")
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("data", ["", "\n \n", ",,\n"])
def test_an_empty_sheet_is_refused(tmp_path: Path, kind: str, data: str) -> None:
    assert faults_of(kind, sheet(tmp_path, data)) == [(1, 1, "the file is empty")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_with_nothing_but_a_head_is_refused(tmp_path: Path, kind: str) -> None:
    assert faults_of(kind, sheet(tmp_path, HEADS[kind])) == [(2, 1, "has no rows")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_head_with_missing_unknown_and_repeated_columns_says_which(tmp_path: Path, kind: str) -> None:
    first, *others = HEADS[kind].split(",")
    head = ",".join([*others, "colour", others[0]])
    below = ROWS[kind].partition(",")[2]
    assert faults_of(kind, sheet(tmp_path, f"\n{head}\n{below}\n")) == [
        (2, len(others) + 1, "column 'colour' is not known"),
        (2, len(others) + 2, f"'{others[0]}' appears twice"),
        (2, len(others) + 3, f"column '{first}' is missing"),
    ]


def test_a_wrong_head_hides_nothing_that_is_wrong_below_it(tmp_path: Path) -> None:
    path = sheet(tmp_path, "judge,a,b,colour\nJ9,41,30,x\nJ1,20,,x\nJ1,20,30,x,y\n")
    assert faults_of("ballots", path) == [
        (1, 4, "column 'colour' is not known"),
        (1, 5, "column 'contestant' is missing"),
        (2, 1, "there is no judge 'J9'"),
        (2, 2, "41 is outside 0–40"),
        (3, 3, "is blank; a blank is not a zero"),
        (4, 5, "this line has 5 columns, the head has 4"),
    ]
    rosters = sheet(tmp_path, "code,category\nA,x\nA,k\n")
    assert faults_of("contestants", rosters) == [
        (1, 3, "column 'name' is missing"),
        (2, 2, "the plan has no category 'x'"),
        (3, 1, "'A' appears twice"),
    ]


def test_where_no_column_is_known_only_the_head_is_spoken_of(tmp_path: Path) -> None:
    faults = faults_of("values", sheet(tmp_path, "A,90\nB,101\n"))
    assert [line for line, _, _ in faults] == [1, 1, 1, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_longer_than_the_head_is_refused(tmp_path: Path, kind: str) -> None:
    columns = HEADS[kind].count(",") + 1
    path = sheet(tmp_path, f"{HEADS[kind]}\n{ROWS[kind]},x\n")
    assert faults_of(kind, path) == [(2, columns + 1, f"this line has {columns + 1} columns, the head has {columns}")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_shorter_than_the_head_lacks_its_last_cell(tmp_path: Path, kind: str) -> None:
    short = ROWS[kind].rpartition(",")[0]
    ((line, column, _),) = faults_of(kind, sheet(tmp_path, f"{HEADS[kind]}\n{short}\n"))
    assert (line, column) == (2, HEADS[kind].count(",") + 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_that_stands_twice_is_refused(tmp_path: Path, kind: str) -> None:
    path = sheet(tmp_path, f"{HEADS[kind]}\n{ROWS[kind]}\n{ROWS[kind]}\n")
    ((line, _, text),) = faults_of(kind, path)
    assert line == 3
    assert text.endswith("appears twice")


@pytest.mark.parametrize(
    ("kind", "row", "faults"),
    [
        ("contestants", ",,", []),
        ("contestants", ",甲,x", [(2, 1, "must not be empty"), (2, 3, "the plan has no category 'x'")]),
        ("contestants", "A,,k", [(2, 2, "must not be empty")]),
        ("judges", "J1,,h", [(2, 2, "must not be empty"), (2, 3, "the plan has no judge group 'h'")]),
        (
            "ballots",
            "Z,J9,20,30",
            [(2, 1, "'Z' is not in the line-up of this round"), (2, 2, "there is no judge 'J9'")],
        ),
        (
            "ballots",
            "A,J1,,1e1",
            [(2, 3, "is blank; a blank is not a zero"), (2, 4, "'1e1' is not a score; write 18 or 18.5")],
        ),
        ("ballots", "A,J1,40.5,9.5", [(2, 3, "40.5 is outside 0–40"), (2, 4, "9.5 is outside 10–60")]),
        (
            "ballots",
            "A,J1,20.25,-10",
            [(2, 3, "20.25 is not a whole step of 0.5"), (2, 4, "'-10' is not a score; write 18 or 18.5")],
        ),
        (
            "ballots",
            "A,J1,①,③０",
            [(2, 3, "'①' is not a score; write 18 or 18.5"), (2, 4, "'③0' is not a score; write 18 or 18.5")],
        ),
        (
            "values",
            "Z,101",
            [(2, 1, "'Z' is not in the line-up of this round"), (2, 2, "'101' must be a number from 0 to 100")],
        ),
        ("values", "A,-1", [(2, 2, "'-1' must be a number from 0 to 100")]),
        ("values", "A,九十", [(2, 2, "'九十' must be a number from 0 to 100")]),
        ("values", ",90", [(2, 1, "must not be empty")]),
        ("values", "A,", [(2, 2, "must not be empty")]),
    ],
)
def test_every_wrong_cell_is_pointed_at(
    tmp_path: Path, kind: str, row: str, faults: list[tuple[int | None, int | None, str]]
) -> None:
    path = sheet(tmp_path, f"{HEADS[kind]}\n{row}\n")
    assert faults_of(kind, path) == (faults or [(2, 1, "has no rows")])


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (b"code,name,category\nA,\xff\xff,k\n", (2, 2), "is not text in UTF-8 or GB18030"),
        (b'code,name,category\nA,"open,k\n', (2, 2), "is not valid CSV: unexpected end of data"),
        (b'code,name,category\nA,"x"y,k\n', (2, 2), "is not valid CSV: ',' expected after '\"'"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_in_plain_words(
    tmp_path: Path, data: bytes, place: tuple[int, int], said: str
) -> None:
    assert faults_of("contestants", sheet(tmp_path, data)) == [(*place, said)]


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    ((line, column, said),) = faults_of("judges", tmp_path / "名单.csv")
    assert (line, column, said) == (None, None, "there is no such file")


@pytest.mark.parametrize("kind", ["contestants", "judges"])
@pytest.mark.parametrize("code", [".", "..", "A" * 101, "A\tB", "A\x85B", "A\0B"])
def test_a_code_that_cannot_stand_in_an_address_is_refused(tmp_path: Path, kind: str, code: str) -> None:
    rest = ROWS[kind].partition(",")[2]
    ((line, column, said),) = faults_of(kind, sheet(tmp_path, f"{HEADS[kind]}\n{code},{rest}\n"))
    assert (line, column, "cannot be a code: at most 100 characters" in said) == (2, 1, True)
    for good in ("A" * 100, "...", "U/1", "50%", "甲 1"):
        read(kind, sheet(tmp_path, f"{HEADS[kind]}\n{good},{rest}\n"))


def test_a_code_of_an_older_file_stays_understood(tmp_path: Path) -> None:
    old = {"..": Contestant("..", "甲", "k")}
    grid = read_grid(sheet(tmp_path, "code,name,category\n..,乙,k\n"))
    assert [each.name for each in contestant_lines(grid, PLAN, old).all()] == ["乙"]


@pytest.mark.parametrize("component", ["live", "poll", ""])
def test_only_a_component_of_the_plan_that_is_no_live_score_is_brought_in(tmp_path: Path, component: str) -> None:
    with pytest.raises(BadInput, match="no component"):
        value_lines(read_grid(sheet(tmp_path, "contestant,value\nA,90\n")), PLAN, component, CODES)


def test_a_plan_that_needs_no_judges_takes_an_empty_list_of_them(tmp_path: Path) -> None:
    assert read_judges(read_grid(sheet(tmp_path, "code,name,group\n")), PLAN, needed=False) == ()


def test_codes_and_names_are_taken_for_what_they_can_only_mean(tmp_path: Path) -> None:
    text = "参赛单位,评委编号,摆问题,谈思路\n甲单位,Ｊ1,20,30\nＢ,评委二,20,30\n"
    first, second = read("ballots", sheet(tmp_path, text))
    assert (first.contestant, first.judge, second.contestant, second.judge) == ("A", "J1", "B", "J2")
    named = read_grid(sheet(tmp_path, "参赛单位,得分\n同名,90\n"))
    assert values_of(named, {"A": "同名", "B": "同名", "同名": "乙"}) == {"同名": Decimal(90)}
    with pytest.raises(BadInput, match="'同名' is not in the line-up"):
        values_of(named, {"A": "同名", "B": "同名"})


def test_a_head_that_could_be_two_columns_is_none(tmp_path: Path) -> None:
    faults = faults_of("contestants", sheet(tmp_path, "code,编码,名称,category\nA,A,甲,k\n"))
    assert faults == [(1, 2, "'编码' appears twice")]


def test_a_column_is_called_by_its_first_chinese_head_or_else_by_its_key() -> None:
    for column, zh in ((Column("code", ("编码", "代码")), "编码"), (Column("a"), "a")):
        assert (column.name.zh, column.name.en) == (zh, column.key)
