"""What a sheet of ballots or values would do is known line by line, whatever its columns are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.bringing import outside_lines, paper_lines
from scoring.errors import BadInput, Fault
from scoring.grid import REQUIRED, Grid, Line, begin_at, known_heads, with_heads
from scoring.incoming import Effect, taken
from scoring.people_file import CONTESTANTS, ballot_columns
from scoring.roster import roster_lines
from storage import ballots, marks
from storage.contest_file import ContestFile
from storage.sheets import grid_of_text
from tests.contests import in_memory
from tests.storage.story import HIGH, RICH, WHY, small_setup


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup(RICH, "ABC")) as opened:
        yield opened


def pasted(*lines: str) -> Grid:
    return grid_of_text("\n".join(lines), "粘贴")


def test_every_ballot_of_a_sheet_says_what_it_does(file: ContestFile) -> None:
    ballots.enter_ballot(file, "J1", "A", HIGH, reason=WHY)
    marks.recuse(file, "J2", "B", reason=WHY)
    same = ",".join(["A", "J1", *HIGH.values()])
    grid = pasted("contestant,judge,a,b", same, "A,J2,30,40", "B,J2,30,40", "B,J1,41,")
    refused = paper_lines(grid, file.contest)
    assert [line.effect for line in refused] == [Effect.WRONG, Effect.NEW, Effect.WRONG, Effect.WRONG]
    assert [fault.said("en").partition(";")[0] for line in refused for fault in line.faults] == [
        "粘贴:2:2: J1 has a ballot for A",
        "粘贴:4:2: judge '评委2' is recused from this entry or absent",
        "粘贴:5:3: 41 is outside 0–40",
        "粘贴:5:4: is blank",
    ]
    assert refused[0].known is not None
    replacing = paper_lines(grid, file.contest, replace=True)
    assert [line.effect for line in replacing[:3]] == [Effect.SAME, Effect.NEW, Effect.WRONG]
    (changed,) = paper_lines(pasted("contestant,judge,a,b", "A,J1,1,2"), file.contest, replace=True)
    assert changed.effect is Effect.CHANGED
    assert changed.known is not None
    assert {key: str(score) for key, score in changed.known.scores.items()} == HIGH


def test_a_ballot_that_came_after_the_preview_is_not_replaced(file: ContestFile) -> None:
    seen = ballots.enter_ballot(file, "J1", "A", HIGH, reason=WHY)
    grid = pasted("contestant,judge,a,b", "A,J1,1,2")
    ballots.enter_ballot(file, "J2", "A", HIGH, reason=WHY)
    later = pasted("contestant,judge,a,b", "A,J1,1,2", "A,J2,1,2")
    with pytest.raises(BadInput, match="J2 has a ballot"):
        ballots.score_from_file(file, later, reason=WHY, replace=True, seen=seen)
    assert ballots.score_from_file(file, grid, reason=WHY, replace=True, seen=seen)[0] == 1


def test_every_value_of_a_sheet_says_what_it_does(file: ContestFile) -> None:
    marks.bring_in(file, "work", pasted("contestant,value", "A,90", "B,80"), reason=WHY)
    lines = outside_lines(pasted("contestant,value", "A,90.0", "B,81", "C,70", "Z,1", "C,101"), file.contest, "work")
    assert [line.effect.value for line in lines] == ["same", "changed", "new", "wrong", "wrong"]
    assert [line.number for line in lines] == [2, 3, 4, 5, 6]
    assert [str(line.known.value) if line.known else None for line in lines] == ["90", "80", None, None, None]
    with pytest.raises(BadInput) as caught:
        taken(lines)
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(5, 1), (6, 1), (6, 2)]


def test_a_person_says_which_column_is_which(file: ContestFile) -> None:
    grid = pasted("序号\t单位代号\t全称\t归口\t备注", "1\tD\t丁单位\tk\t", "2\tE\t戊单位\tk\t新增\t多出")
    assert known_heads(grid, CONTESTANTS) == {}
    with pytest.raises(BadInput):
        roster_lines(grid, file.contest)
    said = {2: "code", 3: "name", 4: "category"}
    with pytest.raises(BadInput) as caught:
        roster_lines(with_heads(grid, said, left_out=[1]), file.contest)
    assert [fault.said("en") for fault in caught.value.faults] == [
        "粘贴:1:5: column '备注' is not known",
        "粘贴:1:6: column '' is not known",
    ]
    lines = roster_lines(with_heads(grid, said, left_out=[1, 5, 6]), file.contest)
    assert [(line.number, line.item.code, line.item.name) for line in lines] == [(2, "D", "丁单位"), (3, "E", "戊单位")]


def test_what_stands_above_the_heading_is_passed_over_with_its_faults(file: ContestFile) -> None:
    grid = pasted("名单", "", "code,name,category", "D,丁单位,k")
    above, whole = Fault(REQUIRED, file="粘贴", line=1, column=2), Fault(REQUIRED, file="粘贴")
    below = begin_at(replace(grid, faults=(above, whole)), 3)
    assert below.faults == (whole,)
    assert [(line.number, line.item.code) for line in roster_lines(begin_at(grid, 3), file.contest)] == [(4, "D")]


CELLS = st.sampled_from(["code", "编码", "名称", "name", "k", "A", "D", "", " ", "丁单位"]) | st.text(max_size=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELLS, max_size=5), max_size=5), st.data())
def test_whatever_a_person_says_of_the_columns_is_read_or_refused(
    file: ContestFile, rows: list[list[str]], data: st.DataObject
) -> None:
    grid = Grid("x", tuple(Line(number, tuple(row)) for number, row in enumerate(rows, start=1)))
    keys = st.sampled_from([column.key for column in CONTESTANTS])
    said = data.draw(st.dictionaries(st.integers(1, 6), keys, max_size=4))
    named = with_heads(grid, said, left_out=data.draw(st.sets(st.integers(1, 6))), heading=data.draw(st.booleans()))
    try:
        lines = roster_lines(named, file.contest)
    except BadInput:
        return
    assert [line.number for line in lines] == [line.number for line in named.lines[1:]]


def test_rows_without_a_heading_lose_none_of_them(file: ContestFile) -> None:
    grid = pasted("D\t丁单位\tk", "E\t戊单位\tk")
    named = with_heads(grid, {1: "code", 2: "name", 3: "category"}, heading=False)
    assert [(line.number, line.item.code) for line in roster_lines(named, file.contest)] == [(1, "D"), (2, "E")]
    assert with_heads(pasted(), {1: "code"}) == pasted()


def test_columns_that_are_known_are_found_by_any_of_their_names(file: ContestFile) -> None:
    head = pasted("参赛单位\t姓名\tａ\t谈思路\tb")
    assert known_heads(head, ballot_columns(file.contest.plan)) == {1: "contestant", 3: "a", 4: "b", 5: "b"}
    assert known_heads(pasted(), CONTESTANTS) == {}
