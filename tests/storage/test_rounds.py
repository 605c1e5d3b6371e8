"""Closing a round, beginning the next, and who sits where (rules.md, Next round; link.md, guarantee 9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.conduct import entry_of, judge_of, lacks
from scoring.contest import Signer
from scoring.errors import BadInput, NotNow, Unknown
from scoring.mark import MarkKind
from storage import ballots, desk, marks, rounds, seats
from storage.contest_file import ContestFile
from storage.secrets import free_number
from storage.sheets import read_setup
from storage.verify import verify
from tests.contests import put
from tests.storage.story import (
    HIGH,
    LOW,
    RICH,
    SMALL,
    WHY,
    contest_on_disk,
    journal,
    refused,
    score,
    sheet,
    small_setup,
)

MIDDLE = {"a": "35", "b": "50"}


def finished(file: ContestFile) -> None:
    for code, scores in (("A", HIGH), ("B", MIDDLE), ("C", LOW)):
        score(file, code, scores)
    rounds.close_round(file)


def test_a_round_that_is_not_final_lists_everything_in_the_way(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", small_setup(RICH)) as file:
        for code in "AB":
            score(file, code, HIGH)
        marks.bring_in(file, "work", sheet(tmp_path, "contestant,value", "A,90", "B,90"), reason=WHY)
        desk.call(file, "C")
        desk.open_scoring(file)
        put(file, "J1", "C", LOW)
        error = refused(file, lambda: rounds.close_round(file))
        assert isinstance(error, NotNow)
        lacking = [
            text.en for text in lacks(file.contest, file.contest.live_round, entry_of(file.contest.live_round, "C"))
        ]
        assert len(lacking) == 4
        assert [text.en for text in error.blockers] == [
            "scoring of '单位C' is still open; close it first",
            f"C 单位C: {', '.join(lacking)}",
            "a draw is needed between 单位A, 单位B",
        ]


def test_a_round_without_anybody_is_not_closed(file: ContestFile) -> None:
    for code in "ABC":
        marks.mark_entry(file, MarkKind.WITHDRAW, code, reason=WHY)
    rounds.close_round(file)
    rounds.next_round(file)
    assert file.contest.live_round.entries == ()
    error = refused(file, lambda: rounds.close_round(file))
    assert error.lines("zh") == ["成绩还不能确认", "- 出场名单是空的"]


def test_a_draw_for_nobody_still_keeps_its_seed(file: ContestFile) -> None:
    for code in "ABC":
        marks.mark_entry(file, MarkKind.WITHDRAW, code, reason=WHY)
    rounds.close_round(file)
    rounds.next_round(file)
    marks.draw_start_order(file, "7391", reason=WHY)
    assert file.last.after["details"] == {"seed": "7391", "order": []}
    assert verify(file.path) == []


def test_closing_keeps_the_standings_and_closing_twice_changes_nothing(file: ContestFile) -> None:
    finished(file)
    closed = file.last
    assert [row["code"] for row in closed.after["standings"]["boards"][0]["rows"]] == ["A", "B", "C"]
    assert rounds.close_round(file) == closed.number
    assert file.last == closed
    assert file.standings().closed


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_round_that_does_not_exist_cannot_be_closed(file: ContestFile, number: int) -> None:
    assert isinstance(refused(file, lambda: rounds.close_round(file, number)), Unknown)


def test_an_earlier_round_that_was_corrected_can_be_closed_again(file: ContestFile) -> None:
    record = marks.adjust(file, "A", "-1", reason=WHY)
    finished(file)
    rounds.next_round(file, ["A"])
    marks.undo(file, record, reason=WHY)
    rounds.close_round(file, 1)
    assert [round_.closed is not None for round_ in file.contest.rounds] == [True, False]


def test_the_next_round_begins_with_those_who_return(file: ContestFile) -> None:
    assert refused(file, lambda: rounds.next_round(file)).lines("en")[0] == "round 1 is not closed"
    finished(file)
    assert isinstance(refused(file, lambda: rounds.next_round(file, ["B", "C", "B"])), BadInput)
    rounds.next_round(file, ["B"])
    assert [entry.code for entry in file.contest.live_round.entries] == ["C", "B"]
    assert file.last.after == {"lineup": ["C", "B"], "returning": ["C"]}
    assert [row.returned_before for row in file.standings().boards[0].rows] == [1, 0]


def test_every_code_that_cannot_join_the_next_round_is_named(file: ContestFile) -> None:
    finished(file)
    error = refused(file, lambda: rounds.next_round(file, ["Y", "A", "Z"]))
    assert error.lines("en") == [f"entries: there is no contestant '{code}' in the roster" for code in "YZ"]
    error = refused(file, lambda: rounds.next_round(file, ["C", "A", "A"]))
    assert error.lines("en") == [f"entries: '{code}' is already in the line-up" for code in "CA"]


def test_returning_contestants_stand_in_line_up_order(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", small_setup(SMALL | {"returns": {"count": 2}})) as file:
        marks.draw_start_order(file, "7391", reason=WHY)
        drawn = [entry.code for entry in file.contest.live_round.entries if entry.code != "A"]
        finished(file)
        rounds.next_round(file)
        assert [entry.code for entry in file.contest.live_round.entries] == drawn


def test_versions_of_one_round_never_come_back_in_the_next(file: ContestFile) -> None:
    finished(file)
    versions = {entry.version for entry in file.contest.live_round.entries}
    rounds.next_round(file, ["A"])
    assert all(entry.version == 0 and not entry.ballots for entry in file.contest.live_round.entries)
    desk.call(file, "C")
    desk.open_scoring(file)
    assert file.contest.live_round.entries[0].version > max(versions)


def test_the_roster_takes_new_names_and_newcomers_and_keeps_its_codes(file: ContestFile, tmp_path: Path) -> None:
    head = "code,name,category,lead,members"
    lines = ["B,新名字,k,新牵头,甲;乙", "A,单位A,k,牵头A,", "E,单位戊,k,,", "D,单位丁,k,,"]
    assert rounds.add_to_roster(file, sheet(tmp_path, head, *lines)) == (2, 1)
    assert list(file.contest.contestants) == ["A", "B", "C", "E", "D"]
    assert (file.contest.contestants["B"].name, file.contest.contestants["B"].members) == ("新名字", ("甲", "乙"))
    assert [entry.code for entry in file.contest.live_round.entries] == ["A", "B", "C"], "the line-up stays"
    assert file.last.before is not None
    assert [each["name"] for each in file.last.before["contestants"]] == ["单位B"]
    before = file.last
    assert rounds.add_to_roster(file, sheet(tmp_path, head, *lines)) == (0, 0)
    assert file.last is before
    bad = sheet(tmp_path, "code,name,category", "F,己,k", "G,庚,x")
    assert isinstance(refused(file, lambda: rounds.add_to_roster(file, bad)), BadInput)


def test_every_seat_and_desk_has_secrets_of_its_own(file: ContestFile) -> None:
    found = seats.seats(file)
    tokens = seats.desk_tokens(file)
    assert {seat.judge for seat in found} == {"J1", "J2", "J3"}
    assert len({*(seat.token for seat in found), tokens.operator, tokens.host}) == 5
    assert all(len(seat.token) >= 22 and len(seat.join_code) == 6 and seat.join_code.isdecimal() for seat in found)
    assert seats.seat_by_code(file, found[0].join_code) == found[0]
    assert seats.seat_by_code(file, "x") is None
    journaled = "".join(f"{record.before}{record.after}" for record in journal(file))
    assert not [seat.judge for seat in found if seat.token in journaled or seat.join_code in journaled]


def test_a_link_made_anew_kills_the_old_one_and_touches_nobody_else(file: ContestFile) -> None:
    before = {seat.judge: seat for seat in seats.seats(file)}
    seats.reissue(file, "J1", reason="手机丢了")
    after = {seat.judge: seat for seat in seats.seats(file)}
    assert after["J1"].token != before["J1"].token
    assert (after["J2"], after["J3"]) == (before["J2"], before["J3"])
    assert (file.last.what, file.last.why) == ("reissue", "手机丢了")


def test_a_substitute_gets_a_link_of_their_own_and_earlier_ballots_stay_with_the_first_person(
    file: ContestFile,
) -> None:
    ballots.enter_ballot(file, "J1", "A", HIGH, reason=WHY)
    before = {seat.judge: seat for seat in seats.seats(file)}
    seats.substitute(file, "J1", name="替补", title="代表", reason="生病")
    ballots.enter_ballot(file, "J1", "B", HIGH, reason=WHY)
    assert next(seat for seat in seats.seats(file) if seat.judge == "J1").token != before["J1"].token
    seat = judge_of(file.contest, "J1")
    assert (seat.name, seat.title) == ("替补", "代表")
    assert [entry.ballots["J1"].person for entry in file.contest.live_round.entries[:2]] == ["评委1", "替补"]


def test_nobody_sits_in_a_seat_that_does_not_exist(file: ContestFile) -> None:
    assert isinstance(refused(file, lambda: seats.reissue(file, "J9")), Unknown)
    assert isinstance(refused(file, lambda: seats.substitute(file, "J9", name="x", title="")), Unknown)


def test_join_codes_are_never_given_twice_and_each_free_one_can_come() -> None:
    assert [free_number(place, [3, 0, 2, 9]) for place in range(6)] == [1, 4, 5, 6, 7, 8]
    assert [free_number(place, []) for place in range(3)] == [0, 1, 2]


def test_a_roster_cannot_move_an_entry_to_another_board(tmp_path: Path, qingdao: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", read_setup(qingdao)) as file:
        path = sheet(tmp_path, "code,name,category", "F01,政法领域,unit", "U01,新名字,unit")
        error = refused(file, lambda: rounds.add_to_roster(file, path))
        assert isinstance(error, BadInput)
        assert "'F01' is in a line-up and keeps its category" in error.lines("en")[0]


def signatures(file: ContestFile) -> dict[str, str]:
    return {signer.value: each.name for signer, each in file.contest.rounds[0].signatures.items()}


def test_a_closed_result_is_signed_by_name_and_time(file: ContestFile) -> None:
    finished(file)
    rounds.sign_off(file, {Signer.CHIEF_JUDGE: "  王 建国 "})
    rounds.sign_off(file, {Signer.TELLER: "周敏"})
    revision = rounds.sign_off(file, {Signer.TELLER: "周敏"})
    assert revision == file.last.number
    assert [record.what for record in journal(file)].count("sign-off") == 2
    assert signatures(file) == {"chief-judge": "王 建国", "teller": "周敏"}
    assert file.contest.live_round.signatures[Signer.TELLER].at == file.last.at


def test_a_name_that_was_mistyped_is_signed_again_and_both_stand_in_the_journal(file: ContestFile) -> None:
    finished(file)
    rounds.sign_off(file, {Signer.SUPERVISOR: "李丽"})
    rounds.sign_off(file, {Signer.SUPERVISOR: "李莉"})
    assert signatures(file) == {"supervisor": "李莉"}
    assert file.last.before == {"name": "李丽"}


def test_a_result_that_may_still_change_is_not_signed(file: ContestFile) -> None:
    error = refused(file, lambda: rounds.sign_off(file, {Signer.TELLER: "周敏"}))
    assert isinstance(error, NotNow)
    assert error.code == "not_closed"


@pytest.mark.parametrize("name", ["", " \t", "长" * 101])
def test_nobody_signs_without_a_name(file: ContestFile, name: str) -> None:
    finished(file)
    assert isinstance(refused(file, lambda: rounds.sign_off(file, {Signer.TELLER: name})), BadInput)


def test_a_correction_takes_the_signatures_away_with_the_closing(file: ContestFile) -> None:
    finished(file)
    rounds.sign_off(file, {Signer.TELLER: "周敏"})
    marks.adjust(file, "A", "-1", reason=WHY)
    assert signatures(file) == {}
    rounds.close_round(file)
    assert signatures(file) == {}
    assert verify(file.path) == []


def test_an_earlier_round_can_still_be_signed_when_the_next_one_runs(file: ContestFile) -> None:
    finished(file)
    rounds.next_round(file)
    rounds.sign_off(file, {Signer.TELLER: "周敏"}, number=1)
    assert signatures(file) == {"teller": "周敏"}
