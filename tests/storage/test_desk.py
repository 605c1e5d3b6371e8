"""Calling, opening, closing, revealing: one obvious next step, and nothing that surprises the room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scoring.contest import Clock, Phase, Screen
from scoring.errors import NotNow, Unknown
from scoring.mark import MarkKind
from storage import ballots, desk, marks, rounds
from storage.contest_file import ContestFile
from tests.contests import put
from tests.storage.story import HIGH, LOW, WHY, journal, refused, score

Act = Callable[[ContestFile], object]


def entry(file: ContestFile, code: str = "A"):
    found = file.contest.live_round.entry(code)
    assert found is not None
    return found


def withdraw(file: ContestFile, code: str = "A") -> None:
    marks.mark_entry(file, MarkKind.WITHDRAW, code, reason=WHY)


def closed_round(file: ContestFile) -> None:
    for code in "ABC":
        score(file, code, {"A": HIGH, "B": LOW}.get(code, {"a": "20", "b": "20"}))
    rounds.close_round(file)


def test_an_entry_goes_from_waiting_to_closed(file: ContestFile) -> None:
    phases = [entry(file).phase]
    for step in (
        lambda: desk.call(file, "A"),
        lambda: desk.open_scoring(file),
        lambda: desk.close_scoring(file, force=True),
    ):
        step()
        phases.append(entry(file).phase)
    assert phases == [Phase.WAITING, Phase.CALLED, Phase.OPEN, Phase.CLOSED]
    assert [record.what for record in journal(file)] == ["created", "call", "open", "close"]


def test_the_journal_says_who_was_missing_when_scoring_was_closed_by_force(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    put(file, "J2", "A", HIGH)
    blocked = refused(file, lambda: desk.close_scoring(file))
    assert isinstance(blocked, NotNow)
    assert blocked.fields == {"missing": ["J1", "J3"]}
    assert blocked.lines("zh") == ["还差 2 位评委", "- J1 评委1 尚未提交", "- J3 评委3 尚未提交"]
    desk.close_scoring(file, force=True)
    assert file.last.after == {"entry": "A", "missing": ["J1", "J3"]}


@pytest.mark.parametrize("act", [desk.open_scoring, desk.close_scoring])
def test_the_same_step_twice_changes_nothing(file: ContestFile, act: Act) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    for judge in ("J1", "J2", "J3"):
        put(file, judge, "A", HIGH)
    first, before = act(file), file.contest
    assert act(file) == first
    assert file.contest == before or act is desk.close_scoring
    assert file.contest.revision == first


def test_scoring_that_was_closed_can_be_opened_again_under_a_new_version(file: ContestFile) -> None:
    score(file, "A", HIGH)
    before = entry(file).version
    desk.open_scoring(file)
    assert (entry(file).phase, entry(file).version) == (Phase.OPEN, file.last.number)
    assert entry(file).version > before
    assert entry(file).ballots.keys() == {"J1", "J2", "J3"}, "what was scored stays"


def test_an_entry_called_again_gets_a_new_version_and_keeps_its_ballots(file: ContestFile) -> None:
    score(file, "A", HIGH)
    desk.call(file, "B")
    desk.call(file, "A")
    assert (entry(file).phase, entry(file).version) == (Phase.CALLED, file.last.number)
    assert entry(file).ballots.keys() == {"J1", "J2", "J3"}


def called(file: ContestFile) -> None:
    desk.call(file, "A")


def opened(file: ContestFile) -> None:
    called(file)
    desk.open_scoring(file)


def call_a(file: ContestFile) -> int:
    return desk.call(file, "A")


def call_b(file: ContestFile) -> int:
    return desk.call(file, "B")


def reveal(file: ContestFile) -> int:
    return desk.reveal(file, "A")


def unreveal(file: ContestFile) -> int:
    return desk.unreveal(file, "A")


def called_and_withdrawn(file: ContestFile) -> None:
    called(file)
    withdraw(file)


def nothing(file: ContestFile) -> None:
    """The contest as it was created."""


REFUSED: list[tuple[Act, Act, str]] = [
    (nothing, desk.open_scoring, "not_called"),
    (nothing, desk.close_scoring, "not_called"),
    (nothing, reveal, "incomplete"),
    (nothing, unreveal, "not_revealed"),
    (called, desk.close_scoring, "not_open"),
    (opened, call_b, "open"),
    (opened, reveal, "open"),
    (withdraw, call_a, "not_taking_part"),
    (called_and_withdrawn, desk.open_scoring, "not_taking_part"),
    (closed_round, call_a, "round_closed"),
    (closed_round, desk.open_scoring, "round_closed"),
]


@pytest.mark.parametrize(("before", "act", "code"), REFUSED)
def test_what_cannot_be_done_now_is_refused_and_changes_nothing(
    file: ContestFile, before: Act, act: Act, code: str
) -> None:
    before(file)
    error = refused(file, lambda: act(file))
    assert isinstance(error, NotNow)
    assert error.code == code
    assert error.lines("zh")[0] != error.lines("en")[0]


@pytest.mark.parametrize("act", [desk.call, desk.reveal, desk.unreveal])
def test_an_entry_that_is_not_in_the_line_up_is_unknown(
    file: ContestFile, act: Callable[[ContestFile, str], int]
) -> None:
    assert isinstance(refused(file, lambda: act(file, "Z")), Unknown)


def test_an_entry_withdrawn_while_it_is_scored_holds_nobody_up(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    withdraw(file)
    desk.close_scoring(file)
    assert desk.call(file, "B") == file.contest.revision


def test_a_returned_ballot_keeps_the_entry_open_until_it_is_back_or_closed_again(file: ContestFile) -> None:
    score(file, "A", HIGH)
    ballots.return_ballot(file, "J1", "A", reason=WHY)
    assert (
        refused(file, lambda: desk.call(file, "B")).lines("en")[0] == "scoring of '单位A' is still open; close it first"
    )
    assert refused(file, lambda: desk.close_scoring(file)).lines("en")[0] == "1 judges are missing"
    desk.close_scoring(file, force=True)
    desk.call(file, "B")


def test_a_reveal_goes_to_the_hosts_first_then_to_all_and_can_be_taken_back(file: ContestFile) -> None:
    score(file, "A", HIGH)
    desk.reveal(file, "A", to="host")
    assert (entry(file).announced is not None, entry(file).revealed) == (True, None)
    desk.unreveal(file, "A", why="早了")
    assert entry(file).announced is None
    assert file.last.why == "早了"
    desk.reveal(file, "A")
    assert entry(file).announced == entry(file).revealed
    first = entry(file).revealed
    marks.adjust(file, "A", "-1", reason="超时")
    assert entry(file).revealed == first, "it stays as it was shown"
    desk.reveal(file, "A")
    assert file.last.before is not None
    assert file.last.before["result"]["published"] == "95.50"
    assert file.last.after["result"]["published"] == "94.50"
    desk.unreveal(file, "A")
    assert (entry(file).announced, entry(file).revealed) == (None, None)


def test_an_incomplete_entry_says_what_it_lacks(file: ContestFile) -> None:
    error = refused(file, lambda: desk.reveal(file, "A"))
    assert isinstance(error, NotNow)
    assert [text.en for text in error.blockers] == [
        "J1 评委1 has not submitted",
        "J2 评委2 has not submitted",
        "J3 评委3 has not submitted",
        "领导评委 has 0 of at least 1 ballots",
        "社会评委 has 0 of at least 1 ballots",
    ]


def test_an_entry_that_no_group_can_score_any_more_lacks_a_result(file: ContestFile) -> None:
    for group in ("g", "h"):
        marks.void_group(file, group, reason=WHY)
    error = refused(file, lambda: desk.reveal(file, "A"))
    assert isinstance(error, NotNow)
    assert [text.en for text in error.blockers] == [
        "every judge group with a weight is void, so there is no live score"
    ]


def test_those_who_did_not_come_can_be_revealed_as_such(file: ContestFile) -> None:
    marks.mark_entry(file, MarkKind.NO_SHOW, "B", reason=WHY)
    desk.reveal(file, "B")
    revealed = entry(file, "B").revealed
    assert revealed is not None
    assert revealed.result.status == "no_show"


def test_the_stage_and_the_clock_do_as_they_are_told(file: ContestFile) -> None:
    desk.show(file, Screen.BLACK)
    desk.set_clock(file, Clock(12.5, "2023-04-20T09:00:00Z", 60))
    assert (file.contest.screen, file.contest.clock) == (Screen.BLACK, Clock(12.5, "2023-04-20T09:00:00Z", 60))
    desk.call(file, "A")
    assert file.contest.clock == Clock(), "the next speaker has the whole time"
    heard: list[list[str]] = []
    file.subscribe(lambda change: heard.append([record.what for record in change.records]))
    desk.open_scoring(file)
    desk.close_scoring(file, force=True, clock=Clock(30))
    assert (heard, file.contest.clock) == ([["open"], ["close", "clock"]], Clock(30)), "no copy with a running clock"
    assert file.contest.screen is Screen.BLACK
