"""What a host reads aloud is true at that moment, and says of whom it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from arena_desk.link.answers import host_json
from scoring.contest import Screen
from scoring.mark import MarkKind
from scoring.text import Language
from storage import desk, marks, rounds, staging
from storage.contest_file import ContestFile
from tests.contests import in_memory, score_entry, setup_of
from tests.ui.consoles import CONTESTANTS, FAIR, GOOD, JUDGES, PLAN, POOR

SCORES = {"A": GOOD, "B": FAIR, "C": POOR}
FIRST, SECOND, THIRD = (
    "第 1 名：甲单位，最后得分 95.00 分！",
    "第 2 名：乙单位，90.00 分！",
    "第 3 名：丙单位，80.00 分！",
)
BACK = "丙单位下轮继续打擂。"


@pytest.fixture
def file() -> Iterator[ContestFile]:
    """A, B and C, of whom A is best and C last."""
    with in_memory(setup_of(PLAN, CONTESTANTS, JUDGES)) as opened:
        yield opened


def host(file: ContestFile, language: Language = "zh") -> dict[str, Any]:
    return host_json(file.contest, file.standings(), file.contest.revision, language)


def lines(file: ContestFile, language: Language = "zh") -> list[str]:
    found: list[str] = host(file, language)["lines"]
    return found


def everyone(file: ContestFile, *, reveal: bool = False) -> None:
    for code, scores in SCORES.items():
        score_entry(file, code, scores)
        if reveal:
            desk.reveal(file, code)


def test_the_result_of_the_one_before_goes_when_the_next_is_called(file: ContestFile) -> None:
    score_entry(file, "A", GOOD)
    desk.reveal(file, "A")
    assert lines(file)[:2] == ["现在上台的是1号：甲单位。", "甲单位的成绩："]
    assert "甲单位最后得分：95.00 分！" in lines(file)
    desk.call(file, "B")
    assert lines(file) == ["现在上台的是2号：乙单位。", "下一位：3号，丙单位，请做准备。"]


def test_a_result_that_is_announced_later_is_named(file: ContestFile) -> None:
    score_entry(file, "A", GOOD)
    desk.call(file, "B")
    desk.reveal(file, "A")
    said = lines(file)
    assert (said[0], said[1], said[-2]) == ("现在上台的是2号：乙单位。", "甲单位的成绩：", "目前暂列第 1 名。")
    desk.open_scoring(file)
    assert not any("甲单位" in line for line in lines(file)), "the room has gone on to the next one"


def test_a_result_told_in_steps_waits_for_the_room_and_comes_back_with_it(file: ContestFile) -> None:
    score_entry(file, "A", GOOD)
    staging.begin_reveal(file, "A")
    assert lines(file)[1:3] == ["（还没有对全场公布，请跟着大屏念。）", "甲单位的成绩："]
    desk.call(file, "B")
    assert not any("甲单位" in line for line in lines(file))
    staging.step_on(file)
    assert lines(file)[:3] == [
        "现在上台的是2号：乙单位。",
        "（还没有对全场公布，请跟着大屏念。）",
        "甲单位的成绩：",
    ]
    while not file.contest.live_round.entries[0].revealed:
        staging.step_on(file)
    assert lines(file)[1] == "甲单位的成绩：", "the room knows it now"


def test_a_final_reveal_is_read_line_by_line_as_the_room_sees_it(file: ContestFile) -> None:
    everyone(file, reveal=True)
    staging.begin_finale(file, "overall", "up", "in-place")
    assert (lines(file), host(file)["entry"]) == (["下面揭晓最终名次。"], None)
    told, boards = [], []
    for _ in range(3):
        staging.step_on(file)
        told.append(lines(file))
        boards.append(len(host(file)["boards"]))
    assert boards == [0, 0, 1], "nobody can read ahead in the ranking"
    assert told == [[THIRD, BACK], [SECOND], [FIRST, "名次已经全部揭晓。"]]
    assert lines(file, "en") == ["The winner is 甲单位, with 95.00!", "The whole ranking has been revealed."]
    staging.step_back(file)
    assert lines(file) == [SECOND]
    desk.show(file, Screen.BLACK)
    assert lines(file) == [SECOND], "a dark stage does not change what was told"
    desk.unreveal(file, "B")
    assert lines(file) == [], "nothing may be read of a line that was taken back"


def test_a_line_of_the_final_reveal_that_was_corrected_waits(file: ContestFile) -> None:
    everyone(file)
    staging.begin_finale(file, "overall", "up", "in-place")
    staging.step_on(file)
    marks.adjust(file, "C", "0.5", reason="更正")
    assert lines(file) == ["丙单位的成绩正在复核，请等待重新公布。"]
    desk.reveal(file, "C")
    assert "丙单位最后得分：80.50 分！" in lines(file), "it is announced again, by itself"


def test_after_the_round_is_closed_the_final_places_are_announced(file: ContestFile) -> None:
    everyone(file, reveal=True)
    rounds.close_round(file)
    places = ["最终名次：", FIRST, SECOND, THIRD, BACK]
    assert (lines(file), host(file)["entry"]) == (["第 1 轮成绩已经确认。", *places], None)
    staging.begin_finale(file, "overall", "down", "in-place")
    staging.step_on(file)
    assert lines(file) == [FIRST], "a final reveal may follow, and is not overtaken"
    staging.step_on(file)
    staging.step_on(file)
    assert lines(file)[1:] == places


def test_who_did_not_come_and_must_come_back_is_named_although_there_was_nothing_to_reveal(file: ContestFile) -> None:
    marks.mark_entry(file, MarkKind.NO_SHOW, "C", reason="未到")
    for code in "AB":
        score_entry(file, code, SCORES[code])
        desk.reveal(file, code)
    rounds.close_round(file)
    assert lines(file)[2:] == [FIRST, SECOND, "乙单位下轮继续打擂。", "丙单位未到。", BACK]
    (board,) = host(file)["boards"]
    assert [(row["code"], row["returns"]) for row in board["rows"]] == [("A", False), ("B", True)]
    assert [(row["code"], row["status"], row["returns"]) for row in board["away"]] == [("C", "no_show", True)]


def test_no_final_places_while_something_is_not_revealed(file: ContestFile) -> None:
    everyone(file)
    desk.reveal(file, "A")
    rounds.close_round(file)
    wait = "（还有成绩没有公布或正在复核，请先不要宣布最终名次。）"
    assert lines(file) == ["第 1 轮成绩已经确认。", "最终名次：", wait]


def test_boards_shared_places_grades_and_absences_are_said() -> None:
    several = [{"key": "unit", "name": "单位"}, {"key": "area", "name": "区市"}, {"key": "none", "name": "企业"}]
    plan = {
        **PLAN,
        "contest": {**PLAN["contest"], "board": "category", "tie_breaks": []},
        "category": several,
        "grade": [{"name": "优秀", "top": "50"}, {"name": "良好"}],
    }
    people = [
        *CONTESTANTS,
        {"code": "D", "name": "丁区", "category": "area"},
        {"code": "E", "name": "戊区", "category": "area"},
    ]
    with in_memory(setup_of(plan, people, JUDGES)) as file:
        for code in "ABCD":
            score_entry(file, code, POOR if code == "C" else GOOD)
            desk.reveal(file, code)
        marks.mark_entry(file, MarkKind.NO_SHOW, "E", reason="未到")
        desk.reveal(file, "E")
        assert lines(file)[1] == "戊区未到。"
        staging.begin_finale(file, "area", "up", "in-place")
        assert lines(file) == ["下面揭晓“区市”的最终名次。"]
        staging.step_on(file)
        assert lines(file) == ["戊区未到。", "戊区下轮继续打擂。"]
        rounds.close_round(file)
        assert lines(file) == ["戊区未到。", "戊区下轮继续打擂。"], "the reveal is not over"
        staging.step_on(file)
        said = lines(file)
    assert [line for line in said if "并列" in line] == [
        "并列第 1 名：甲单位，最后得分 95.00 分！",
        "并列第 1 名：乙单位，最后得分 95.00 分！",
    ]
    assert [line for line in said if line.startswith("“")] == ["“单位”的最终名次：", "“区市”的最终名次："]
    assert {"甲单位：优秀。", "丙单位：良好。", "戊区未到。"} <= set(said)
