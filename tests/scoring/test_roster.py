"""What a list would do to the roster is known before anything is done, line by line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scoring.errors import BadInput
from scoring.incoming import Effect, taken
from scoring.plan import Contestant
from scoring.roster import contestant_faults, roster_lines
from storage import rounds
from storage.contest_file import ContestFile
from storage.sheets import grid_of_text
from tests.contests import in_memory
from tests.storage.story import small_setup

PLAN = {
    "contest": {"title": "擂台赛"},
    "category": [{"key": "k", "name": "重点领域"}, {"key": "m", "name": "参与单位"}],
    "criterion": [{"key": "a", "name": "摆问题", "max": "100"}],
    "group": [{"key": "g", "name": "评委组", "weight": "60"}, {"key": "h", "name": "代表", "weight": "40"}],
}


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup(PLAN, "ABC")) as opened:
        yield opened


def effects(file: ContestFile, *lines: str) -> list[tuple[int, str, list[str]]]:
    found = roster_lines(grid_of_text("\n".join(lines), "粘贴"), file.contest)
    return [(line.number, line.effect.value, [fault.said("en") for fault in line.faults]) for line in found]


def test_every_line_says_what_it_does(file: ContestFile) -> None:
    head = "编码\t名称\t类别\t负责人"
    lines = ["A\t新名\t重点领域\t牵头A", "Ｂ\t单位B\tk\t牵头B", "D\t单位丁\tm\t", "", "C\t单位C\tm\t牵头C", "E\t\tx\t"]
    changed, same, new, moved, wrong = effects(file, head, *lines)
    assert (changed, same, new) == ((2, "changed", []), (3, "same", []), (4, "new", []))
    assert (moved[:2], "keeps its category" in moved[2][0]) == ((6, "wrong"), True)
    assert wrong == (7, "wrong", ["粘贴:7:2: must not be empty", "粘贴:7:3: the plan has no category 'x'"])


def test_what_has_no_column_stays_as_it_is(file: ContestFile) -> None:
    (line,) = roster_lines(grid_of_text("code,name,category\nA,单位甲,k", "x"), file.contest)
    assert line.effect is Effect.CHANGED
    assert (line.item.lead, line.known and line.known.lead) == ("牵头A", "牵头A")


def test_all_lines_are_taken_or_none(file: ContestFile) -> None:
    lines = roster_lines(grid_of_text("code,name,category\nD,丁,k\nE,,k\nF,己,z", "x"), file.contest)
    with pytest.raises(BadInput) as caught:
        taken(lines)
    assert [fault.line for fault in caught.value.faults] == [3, 4]
    assert [each.code for each in taken(lines[:1])] == ["D"]


@pytest.mark.parametrize("text", ["", "code,name\nA,甲", "code,name,category"])
def test_a_list_that_is_none_is_refused_as_a_whole(file: ContestFile, text: str) -> None:
    with pytest.raises(BadInput):
        roster_lines(grid_of_text(text, "x"), file.contest)


@pytest.mark.parametrize(
    ("code", "name", "category", "keys"),
    [
        ("A", "新名", "k", []),
        ("D", "丁", "m", []),
        ("", " ", "k", ["code", "name"]),
        ("A", "甲", "m", ["category"]),
        ("D", "丁", "z", ["category"]),
    ],
)
def test_a_contestant_written_by_hand_is_checked_field_by_field(
    file: ContestFile, code: str, name: str, category: str, keys: list[str]
) -> None:
    assert [fault.key for fault in contestant_faults(file.contest, Contestant(code, name, category))] == keys


def test_contestants_are_added_and_changed_by_hand(file: ContestFile) -> None:
    before = file.contest.contestants["A"]
    assert rounds.change_roster(file, [Contestant("A", "新名", "k", "新人", ("甲", "乙"))]) == (0, 1)
    assert rounds.change_roster(file, [Contestant("D", "丁", "m")]) == (1, 0)
    assert file.contest.contestants["A"].members == ("甲", "乙")
    assert list(file.contest.contestants) == ["A", "B", "C", "D"]
    wrong = [Contestant("A", before.name, "m"), Contestant("E", "戊", "k"), Contestant("E", "戊", "k")]
    with pytest.raises(BadInput) as caught:
        rounds.change_roster(file, wrong)
    assert [fault.key for fault in caught.value.faults] == ["category", "code"]
    assert file.contest.contestants["A"].name == "新名"
