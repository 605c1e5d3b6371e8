"""Two units of one name are told apart wherever the name stands alone, and nobody else is called otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from arena_desk.link.answers import board_json, host_json
from scoring import conduct
from scoring.contestants import Roster, name_hints, same_names
from scoring.plan import Contestant
from scoring.projection import stage_view
from scoring.standings import standings_json
from storage import desk, rounds
from storage.contest_file import ContestFile
from tests.contests import in_memory, score_entry, setup_of
from tests.ui.consoles import CONTESTANTS, GOOD, JUDGES, PLAN, POOR

SAME = [{**each, "name": "市教育局" if each["code"] in "AC" else "乙单位"} for each in CONTESTANTS]


@pytest.fixture
def file() -> Iterator[ContestFile]:
    """A and C are both 市教育局; C is last, and the round is closed."""
    with in_memory(setup_of(PLAN, SAME, JUDGES)) as opened:
        for code in "ABC":
            score_entry(opened, code, POOR if code == "C" else {**GOOD, "plan": "57" if code == "A" else "56"})
            desk.reveal(opened, code)
        rounds.close_round(opened)
        yield opened


def roster(*names: str) -> Roster:
    return Roster({f"U{n}": Contestant(f"U{n}", name, "k") for n, name in enumerate(names, start=1)})


def test_only_equal_names_stand_with_their_code_blanks_and_capitals_apart() -> None:
    found = roster("市教育局", "Port  of Qingdao", "市教育局", "port of qingdao", "市科技局")
    called = [found.called(code) for code in found]
    assert called == [
        "市教育局（U1）",
        "Port  of Qingdao（U2）",
        "市教育局（U3）",
        "port of qingdao（U4）",
        "市科技局",
    ]
    assert same_names(found.values()) == [("市教育局", ["U1", "U3"]), ("Port  of Qingdao", ["U2", "U4"])]
    assert name_hints(found.values())["U3"].zh == "U1、U3的名称都是“市教育局”，名称单独出现的地方会注明代码"
    assert name_hints(roster("甲", "乙").values()) == {}


def test_the_room_the_hosts_and_the_board_say_which_of_them(file: ContestFile) -> None:
    view = stage_view(file.contest, file.standings())
    assert [item.name for item in view.lineup] == ["市教育局（A）", "乙单位", "市教育局（C）"]
    assert [row.name for row in view.boards[0].lines] == ["市教育局（A）", "乙单位", "市教育局（C）"]
    said = host_json(file.contest, file.standings(), 1, "zh")["lines"]
    assert said[-1] == "市教育局（C）下轮继续打擂。"
    assert said[2].startswith("第 1 名：市教育局（A），")
    (board,) = board_json(file.contest, file.standings(), 1)["boards"]
    assert [row["name"] for row in board["rows"]] == ["市教育局（A）", "乙单位", "市教育局（C）"]


def test_where_the_code_stands_beside_it_a_name_is_as_it_was_given(file: ContestFile) -> None:
    (board,) = standings_json(file.standings())["boards"]
    assert [(row["code"], row["name"]) for row in board["rows"]] == [
        ("A", "市教育局"),
        ("B", "乙单位"),
        ("C", "市教育局"),
    ]
    assert [row.called for row in file.standings().boards[0].rows] == ["市教育局（A）", "乙单位", "市教育局（C）"]


def test_a_new_name_alike_is_told_apart_at_once_and_the_other_with_it(file: ContestFile) -> None:
    known = file.contest.contestants["B"]
    rounds.change_roster(file, [Contestant("B", "市教育局", known.category)])
    assert [row.called for row in file.standings().boards[0].rows] == [f"市教育局（{code}）" for code in "ABC"]
    assert conduct.entry_names(file.contest)["B"] == "市教育局（B）"
    rounds.change_roster(file, [Contestant(code, f"单位{code}", known.category) for code in "BC"])
    assert [row.called for row in file.standings().boards[0].rows] == ["市教育局", "单位B", "单位C"]
