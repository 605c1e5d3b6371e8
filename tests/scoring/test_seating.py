"""Who may join the judges of a contest that exists, and from when on they count; who may be taken out again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scoring.errors import BadInput, NotNow, Unknown
from scoring.mark import MarkKind
from scoring.plan import Judge
from scoring.seating import joining_faults, passed
from storage import ballots, desk, marks, rounds, seats
from storage.contest_file import ContestFile
from storage.sheets import grid_of_text
from storage.verify import findings
from tests.contests import in_memory, put
from tests.storage.story import HIGH, LOW, SMALL, WHY, offered, score, small_setup

NEW = Judge("J4", "新评委", "代表", "h")


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup()) as opened:
        yield opened


def codes(file: ContestFile) -> list[str]:
    return [judge.code for judge in file.contest.judges]


def holds(file: ContestFile) -> None:
    with file.plain() as connection:
        assert findings(connection) == []


def refusal(file: ContestFile, code: str) -> str:
    before = file.contest
    with pytest.raises(NotNow) as caught:
        seats.remove_judge(file, code)
    assert file.contest is before
    return caught.value.code


def test_who_joins_before_anything_is_scored_is_waited_for_like_the_others(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    seats.add_judge(file, NEW, reason=WHY)
    assert not file.contest.live_round.absent
    for judge in ("J1", "J2", "J3"):
        put(file, judge, "A", HIGH)
    with pytest.raises(NotNow) as waiting:
        desk.close_scoring(file)
    assert waiting.value.fields == {"missing": ["J4"]}
    put(file, "J4", "A", HIGH)
    desk.close_scoring(file)
    assert file.standings().boards[0].rows[0].result.status == "complete"
    holds(file)


def test_every_seat_has_secrets_of_its_own_which_die_with_it(file: ContestFile) -> None:
    seats.add_judge(file, NEW)
    found = {seat.judge: seat for seat in seats.seats(file)}
    assert len({seat.token for seat in found.values()}) == len({seat.join_code for seat in found.values()}) == 4
    seats.remove_judge(file, "J4", reason="误加")
    assert seats.seat_by_code(file, found["J4"].join_code) is None
    seats.add_judge(file, NEW)
    assert not seats.is_seat_token(file, "J4", found["J4"].token)
    holds(file)


def test_who_joins_once_judges_have_scored_changes_no_result_that_exists(file: ContestFile) -> None:
    for code in "ABC":
        score(file, code, HIGH if code == "A" else LOW)
    for step in (lambda: None, lambda: rounds.close_round(file)):
        step()
        before, closed = file.standings().boards, file.contest.live_round.closed
        code = f"J{len(codes(file)) + 1}"
        seats.add_judge(file, Judge(code, "后来者", "", "g"), reason="补充评委")
        assert file.standings().boards == before
        assert file.contest.live_round.closed == closed
    assert file.contest.live_round.absent == {"J4", "J5"}
    rounds.next_round(file)
    assert not file.contest.live_round.absent, "from the next round on they take part"
    seats.add_judge(file, Judge("J6", "再后来者", "", "h"), reason="补充评委")
    assert [sorted(each.absent) for each in file.contest.rounds] == [["J4", "J5", "J6"], []]
    holds(file)


def test_a_returned_ballot_says_that_a_round_was_scored(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    put(file, "J1", "A", HIGH)
    ballots.return_ballot(file, "J1", "A", reason=WHY)
    assert passed(file.contest) == [file.contest.live_round]


def test_whoever_is_there_already_changes_nothing(file: ContestFile) -> None:
    before = file.contest.revision
    assert seats.add_judge(file, file.contest.judges[0]) == before
    assert seats.add_judges(file, grid_of_text("code,name,title,group\nJ1,评委1,委员,g", "x")) == 0


def test_a_list_brings_all_of_its_judges_or_none_and_says_what_is_wrong_where(file: ContestFile) -> None:
    head = "评委编号,姓名,评委组,职务"
    wrong = grid_of_text(f"{head}\nJ1,别人,h,委员\nＪ４,新评委,社会评委,代表\nJ5,,x,", "评委.csv")
    with pytest.raises(BadInput) as caught:
        seats.add_judges(file, wrong)
    said = [fault.said("en") for fault in caught.value.faults]
    assert said[0].startswith("评委.csv:2:1: 'J1' is 评委1 already")
    assert said[1:] == ["评委.csv:4:2: must not be empty", "评委.csv:4:3: the plan has no judge group 'x'"]
    assert codes(file) == ["J1", "J2", "J3"]
    assert seats.add_judges(file, grid_of_text(f"{head}\nJ1,评委1,g,委员\nＪ４,新评委,社会评委,代表", "评委.csv")) == 1
    assert file.contest.judges[-1] == NEW
    holds(file)


def test_a_judge_written_by_hand_is_looked_at_field_by_field(file: ContestFile) -> None:
    found = joining_faults(file.contest, Judge(" ", "", "", "z"))
    assert [fault.key for fault in found] == ["code", "name", "group"]
    with pytest.raises(BadInput):
        seats.add_judge(file, Judge("J2", "别人", "", "g"))


def test_a_group_never_becomes_a_crowd_by_those_who_join_and_a_crowd_takes_nobody() -> None:
    people = [{"code": f"G{n}", "name": f"评委{n}", "title": "", "group": "g"} for n in range(499)]
    public = [{"code": f"H{n}", "name": f"群众{n}", "title": "", "group": "h"} for n in range(501)]
    with in_memory(small_setup(judges=people + public)) as file:
        (crowd,) = joining_faults(file.contest, NEW)
        assert "crowd without seats" in crowd.text.said("en")
        one, two = Judge("G499", "甲", "", "g"), Judge("G500", "乙", "", "g")
        assert joining_faults(file.contest, one, [people_judge(people[0])]) == []
        (full,) = joining_faults(file.contest, two, [one])
        assert full.text.said("en") == "'领导评委' has 500 judges and takes no more"


def people_judge(row: dict[str, str]) -> Judge:
    return Judge(row["code"], row["name"], row["title"], row["group"])


def test_a_judge_is_taken_out_only_while_nothing_in_the_contest_speaks_of_them(file: ContestFile) -> None:
    with pytest.raises(Unknown):
        seats.remove_judge(file, "J9")
    absent = marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "J1", reason=WHY)
    marks.undo(file, absent, reason=WHY)
    assert refusal(file, "J1") == "named", "the undoing can be undone"
    offered(file, "J2", "A", "held")
    assert refusal(file, "J2") == "named"
    desk.call(file, "A")
    desk.open_scoring(file)
    assert refusal(file, "J3") == "open"
    put(file, "J1", "A", HIGH)
    desk.close_scoring(file, force=True)
    assert refusal(file, "J3") == "scored"


def test_the_only_judge_stays_unless_nobody_needs_judges() -> None:
    with in_memory(small_setup()) as file:
        for code in ("J1", "J3"):
            seats.remove_judge(file, code, reason="误加")
        assert refusal(file, "J2") == "last"
        holds(file)
    brought = SMALL | {"component": [{"key": "work", "name": "平时", "weight": "100"}]}
    with in_memory(small_setup(brought)) as file:
        for code in ("J1", "J2", "J3"):
            seats.remove_judge(file, code)
        assert codes(file) == []
        holds(file)


def test_a_mark_on_a_group_of_the_same_name_keeps_nobody() -> None:
    judges = [{"code": code, "name": code, "title": "", "group": "g"} for code in ("h", "J1")]
    with in_memory(small_setup(judges=judges)) as file:
        marks.void_group(file, "h", reason=WHY)
        seats.remove_judge(file, "h")
        assert codes(file) == ["J1"]
