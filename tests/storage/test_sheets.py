"""Tables come in the same way whatever program wrote them, and a broken one changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.bringing import outside_lines, paper_lines
from scoring.contest import Contest
from scoring.errors import BadInput, Fault
from scoring.grid import Grid
from scoring.roster import roster_lines
from scoring.standings import standings_json
from storage import ballots, marks, rounds, sheets
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.sheets import grid_of_text, read_grid, read_setup
from tests.contests import in_memory
from tests.files import changed, tables, toml
from tests.storage.story import RICH, WHY, journal, small_setup
from tests.workbooks import workbook

Write = Callable[[Path, str, list[list[str]]], str]


def cells(grid: Grid) -> list[tuple[int, tuple[str, ...]]]:
    return [(line.number, line.cells) for line in grid.lines]


def said(path: Path) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_grid(path)
    assert all(fault.text.zh for fault in caught.value.faults)
    return caught.value.lines("en")


def written(folder: Path, data: bytes, name: str = "表.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_text_is_read_with_any_of_the_usual_separators(tmp_path: Path, encoding: str, mark: str) -> None:
    text = f'\n编码{mark}"名称{mark}全"{mark}成员\r\nA{mark}"甲,乙;丙\t丁"{mark}一\r\n'
    assert cells(read_grid(written(tmp_path, text.encode(encoding)))) == [
        (2, ("编码", f"名称{mark}全", "成员")),
        (3, ("A", "甲,乙;丙\t丁", "一")),
    ]


def test_the_head_alone_says_what_separates(tmp_path: Path) -> None:
    assert cells(grid_of_text("code,name\nA;B;C,D\n", "x"))[1] == (2, ("A;B;C", "D"))
    assert cells(grid_of_text("code\nA;B\n", "x"))[1] == (2, ("A;B",))
    assert cells(grid_of_text("", "x")) == []


def test_a_workbook_is_read_as_its_cells_look(tmp_path: Path) -> None:
    head = ("编码", "值", "备注", "空")
    rows: list[tuple[object, ...]] = [
        head,
        (),
        (1, 18.5, None, ""),
        ("A", 18.0, True, 1e-7),
        ("B", 86.66666666666667, 0),
    ]
    grid = read_grid(workbook(tmp_path / "表.bin", rows))
    assert grid.name == "表.bin[Sheet1]"
    assert cells(grid) == [
        (1, head),
        (3, ("1", "18.5")),
        (4, ("A", "18", "True", "0.0000001")),
        (5, ("B", "86.66666666666667", "0")),
    ]


def test_only_one_worksheet_may_be_filled_in(tmp_path: Path) -> None:
    rows = [["code"], ["A"]]
    assert cells(read_grid(workbook(tmp_path / "x.xlsx", [[" "]], 名单=rows)))[1] == (2, ("A",))
    assert cells(read_grid(workbook(tmp_path / "x.xlsx", []))) == []
    found = said(workbook(tmp_path / "x.xlsx", rows, 名单=rows))
    assert found == ["x.xlsx: several worksheets are filled in (Sheet1、名单); leave only one, or save one as CSV"]


def test_cells_without_a_value_are_pointed_at(tmp_path: Path) -> None:
    rows = [["编码", "名称", "类别"], ["A", "=1+1", "k"], ["B", "#DIV/0!", "k"], ["C", "丙", "x"]]
    lines = workbook(tmp_path / "名单.xlsx", rows)
    with in_memory(small_setup()) as file, pytest.raises(BadInput) as caught:
        rounds.add_to_roster(file, lines)
    assert [line.split(";")[0] for line in caught.value.lines("en")] == [
        "名单.xlsx[Sheet1]:2:2: the formula has no computed value",
        "名单.xlsx[Sheet1]:3:2: the cell holds an error: #DIV/0!",
        "名单.xlsx[Sheet1]:4:3: the plan has no category 'x'",
    ]


def test_computed_formulas_count(tmp_path: Path) -> None:
    """As a spreadsheet program leaves them: the formula, and beside it what came of it."""
    from zipfile import ZipFile

    whole = workbook(tmp_path / "x.xlsx", [["值"], ["=9*10"]])
    with ZipFile(whole) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<v></v>", b"<v>90</v>").replace(b"<v />", b"<v>90</v>")
    with ZipFile(whole, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    grid = read_grid(whole)
    assert (cells(grid), grid.faults) == ([(1, ("值",)), (2, ("90",))], ())


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.xlsx: is an Excel file of the old kind, or has a password"),
        (b"PK\x03\x04 and nothing else", "x.xlsx: is not a valid Excel file: "),
        (b"\xff\xfe\xff", "x.xlsx:1:1: is not text in UTF-8 or GB18030"),
        (b'a,"b', "x.xlsx:1:2: is not valid CSV: "),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_plain_words(tmp_path: Path, data: bytes, start: str) -> None:
    (line,) = said(written(tmp_path, data, "x.xlsx"))
    assert line.startswith(start)


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "x.xlsx", [["code"], ["A"]]).read_bytes()
    (line,) = said(written(tmp_path, whole[: len(whole) // 2], "x.xlsx"))
    assert line.startswith("x.xlsx: is not a valid Excel file: ")


def test_a_file_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = workbook(tmp_path / "x.xlsx", [["code"], ["A"]])
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1000)
    as_csv = "save it as CSV in Excel or WPS, which may have 100 MB"
    assert said(book) == [f"x.xlsx: the Excel file is too big inside (more than 0 MB); {as_csv}"]
    monkeypatch.setattr(sheets, "MOST_EXCEL", 0)
    assert said(book) == [f"x.xlsx: the Excel file is too big (more than 0 MB); {as_csv}"]
    assert read_grid(written(tmp_path, b"code\nA\n", "x.csv")).lines
    monkeypatch.setattr(sheets, "MOST_MEGABYTES", 0)
    split = "split it, and bring in one part after the other"
    assert said(written(tmp_path, b"code\nA\n", "x.csv")) == [f"x.csv: the file is too big (more than 0 MB); {split}"]
    assert said(tmp_path / "none.csv") == ["none.csv: there is no such file"]
    assert said(tmp_path) == [f"{tmp_path.name}: cannot be read: Is a directory"]


def as_csv(folder: Path, name: str, rows: list[list[str]]) -> str:
    (folder / f"{name}.csv").write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8-sig")
    return f"{name}.csv"


def as_gb18030(folder: Path, name: str, rows: list[list[str]]) -> str:
    (folder / f"{name}.txt").write_text("".join("\t".join(row) + "\r\n" for row in rows), encoding="gb18030")
    return f"{name}.txt"


def as_excel(folder: Path, name: str, rows: list[list[str]]) -> str:
    def typed(cell: str) -> object:
        return float(cell) if cell.replace(".", "").isdecimal() else cell

    workbook(folder / f"{name}.xlsx", [[typed(cell) for cell in row] for row in rows])
    return f"{name}.xlsx"


CONTESTANTS = [
    ["编码", "名称", "类别", "负责人", "成员"],
    ["Ａ1", "甲单位", "类别", "张三", "李四；王五"],
    ["B", "乙单位", "k", "", ""],
]
JUDGES = [["评委编号", "姓名", "职务", "组"], ["J1", "评委一", "教授", "评委组"], ["J2", "评委二", "", "g"]]
BALLOTS = [
    ["参赛单位", "评委", "摆问题", "谈思路"],
    ["A1", "J1", "38.5", "51"],
    ["甲单位", "评委二", "36", "49.5"],
    ["B", "J1", "３０", "44"],
    ["B", "J2", "31", "40.0"],
]
VALUES = [["参赛单位", "得分"], ["A1", "86.66666666666667"], ["乙单位", "90"]]


def contest_from(folder: Path, write: Write) -> bytes:
    """The standings of one contest, all of whose tables were written in one way."""
    folder.mkdir()
    plan = tables()
    plan["component"] = [
        {"key": '"live"', "name": '"现场"', "weight": "60"},
        {"key": '"work"', "name": '"平时"', "weight": "40"},
    ]
    changed("contest", "contestants", f'"{write(folder, "名单", CONTESTANTS)}"', plan)
    changed("contest", "judges", f'"{write(folder, "评委", JUDGES)}"', plan)
    (folder / "plan.toml").write_text(toml(plan), encoding="utf-8")
    create_contest(folder / "x.arena", read_setup(folder / "plan.toml"))
    file = open_contest(folder / "x.arena")
    try:
        ballots.score_from_file(file, folder / write(folder, "评分", BALLOTS), reason=WHY)
        marks.bring_in(file, "work", folder / write(folder, "平时", VALUES), reason=WHY)
        return json.dumps(standings_json(file.standings()), ensure_ascii=False).encode()
    finally:
        file.close()


def test_csv_gb18030_and_excel_give_the_very_same_standings(tmp_path: Path) -> None:
    first = contest_from(tmp_path / "csv", as_csv)
    assert b'"published": "87.17"' in first
    assert contest_from(tmp_path / "gb18030", as_gb18030) == first
    assert contest_from(tmp_path / "excel", as_excel) == first


WORDS = st.one_of(
    st.sampled_from(["编码", "code", "名称", "类别", "k", "g", "contestant", "judge", "value", "a", "b"]),
    st.sampled_from(["A", "B", "C", "J1", "J2", "J3", "30", "40.5", "４０", "-1", "1e9", "单位A", "评委1"]),
    st.sampled_from(['"', "", " ", "\x00", "，", ";", "=1+1", "#N/A", "\ufeff", "参赛单位", "评委"]),
    st.text(max_size=8),
)
HEADS = st.sampled_from(
    [["code", "name", "category"], ["编码", "名称", "类别", "成员"], ["contestant", "judge", "a", "b"],
     ["参赛单位", "评委", "摆问题", "谈思路"], ["contestant", "value"]]
)  # fmt: skip
ROWS = st.builds(lambda head, rows: [head, *rows], HEADS | st.lists(WORDS), st.lists(st.lists(WORDS, max_size=5)))
BYTES = st.integers(0, 10**5)
TEXTS = st.builds(
    lambda rows, mark, encoding: "\n".join(mark.join(row) for row in rows).encode(encoding, "replace"),
    ROWS,
    st.sampled_from(",\t;"),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
)


@st.composite
def broken_books(draw: st.DrawFn) -> bytes:
    """A workbook in which some bytes are others, or missing."""
    from openpyxl.utils.exceptions import IllegalCharacterError

    rows, cut = draw(ROWS), draw(st.sampled_from([0, 20, 600]))
    places = draw(st.lists(st.tuples(BYTES, BYTES), max_size=6))
    with TemporaryDirectory() as folder:
        try:
            data = bytearray(workbook(Path(folder) / "x", rows).read_bytes())
        except IllegalCharacterError:
            return b"PK\x03\x04"
    for place, value in places:  # its length is not always the same: it holds the time
        data[place % len(data)] = value % 256
    return bytes(data[: len(data) - cut])


def attempts(source: Path | Grid) -> dict[str, Callable[[ContestFile], Any]]:
    return {
        "roster": lambda file: rounds.add_to_roster(file, source),
        "ballots": lambda file: ballots.score_from_file(file, source, reason=WHY),
        "values": lambda file: marks.bring_in(file, "work", source, reason=WHY),
    }


def preview(grid: Grid, contest: Contest, kind: str) -> list[Fault]:
    """All that a look at a sheet finds wrong, before anything is done."""
    try:
        match kind:
            case "roster":
                return [fault for line in roster_lines(grid, contest) for fault in line.faults]
            case "ballots":
                return [fault for line in paper_lines(grid, contest) for fault in line.faults]
            case _:
                return [fault for line in outside_lines(grid, contest, "work") for fault in line.faults]
    except BadInput as error:
        return list(error.faults)


@pytest.mark.unwatched  # many times what others do once
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.binary(max_size=60) | TEXTS | broken_books(), st.sampled_from(["roster", "ballots", "values"]))
def test_no_file_is_ever_stored_by_half_nor_otherwise_than_its_preview_says(data: bytes, kind: str) -> None:
    with TemporaryDirectory() as folder, in_memory(small_setup(RICH, "ABC")) as file:
        before = file.contest
        path = written(Path(folder), data)
        try:
            grid = read_grid(path)
        except BadInput:
            with pytest.raises(BadInput):
                attempts(path)[kind](file)
            assert file.contest is before
            return
        told = preview(grid, before, kind)
        if told:
            with pytest.raises(BadInput) as caught:
                attempts(grid)[kind](file)
            assert list(caught.value.faults) == told
            assert file.contest is before
            assert len(journal(file)) == 1
        else:
            attempts(grid)[kind](file)
            stored = [record for record in journal(file) if record.what in {"roster", "ballot", "component"}]
            assert (len(stored) == len(grid.lines) - 1) if kind == "ballots" else len(stored) <= 1
