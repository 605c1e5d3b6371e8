"""A ballot lands where it should, once, and never over another without being told to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from scoring.errors import BadInput, NotNow, Unknown
from scoring.mark import MarkKind
from storage import ballots, desk, marks, rounds, seats
from storage.contest_file import Actor, ContestFile
from storage.journal import newest_first
from tests.contests import put
from tests.storage.story import (
    CONTEST,
    HIGH,
    LOW,
    SMALL,
    WHY,
    contest_on_disk,
    journal,
    offered,
    refused,
    score,
    sheet,
    small_setup,
    stored_id,
)

Act = Callable[[ContestFile], object]


def begin(file: ContestFile, code: str = "A") -> int:
    desk.call(file, code)
    desk.open_scoring(file)
    return version(file, code)


def version(file: ContestFile, code: str = "A") -> int:
    from scoring.conduct import entry_of
    from scoring.conduct import version as of

    return of(entry_of(file.contest.live_round, code), "J1")


def send(
    file: ContestFile,
    ballot_id: str,
    named: int,
    *,
    code: str = "A",
    replaces: str | None = None,
    scores: dict | None = None,
):
    return ballots.put_ballot(
        file, "J1", code, ballot_id=ballot_id, version=named, scores=scores or HIGH, replaces=replaces
    )


def code_of(error: Exception) -> str:
    assert isinstance(error, NotNow)
    return error.code


def test_a_ballot_is_stored_with_who_sat_in_the_seat_and_when(file: ContestFile) -> None:
    receipt = send(file, "one", begin(file))
    ballot = file.contest.live_round.entries[0].ballots["J1"]
    assert (ballot.person, ballot.ballot_id, ballot.record, ballot.stored_at) == (
        "评委1",
        "one",
        receipt.revision,
        receipt.stored_at,
    )
    assert (receipt.current, receipt.fresh) == (True, True)
    assert file.last.who == "judge J1"


def test_the_same_ballot_again_gets_the_same_receipt_whatever_happened_since(file: ContestFile) -> None:
    first = send(file, "one", begin(file))
    send(file, "two", version(file), replaces="one")
    desk.close_scoring(file, force=True)
    before = file.contest
    again = send(file, "one", 0, code="Z", scores={"a": "nonsense"})
    assert (again.revision, again.stored_at, again.current, again.fresh) == (
        first.revision,
        first.stored_at,
        False,
        False,
    )
    assert file.contest is before
    named = version(file)
    other = refused(file, lambda: ballots.put_ballot(file, "J2", "A", ballot_id="one", version=named, scores=HIGH))
    assert code_of(other) == "not_open", "of another seat it is another ballot"


def test_a_ballot_for_another_version_of_the_entry_is_stale(file: ContestFile) -> None:
    old = begin(file)
    error = refused(file, lambda: send(file, "one", old + 1))
    assert (code_of(error), error.fields) == ("stale", {"entry": "A", "version": old, "open": True})  # type: ignore[attr-defined]
    desk.close_scoring(file, force=True)
    desk.open_scoring(file)
    assert code_of(refused(file, lambda: send(file, "one", old))) == "stale"


def test_a_ballot_before_anybody_was_called_is_told_so(file: ContestFile) -> None:
    error = refused(file, lambda: send(file, "one", 0))
    assert (code_of(error), error.fields) == ("not_open", {"entry": None, "version": None, "open": False})  # type: ignore[attr-defined]


def test_a_ballot_for_an_entry_that_is_not_open_is_refused(file: ContestFile) -> None:
    desk.call(file, "A")
    assert code_of(refused(file, lambda: send(file, "one", version(file)))) == "not_open"
    desk.open_scoring(file)
    marks.mark_entry(file, MarkKind.WITHDRAW, "A", reason=WHY)
    assert code_of(refused(file, lambda: send(file, "one", version(file)))) == "not_open"


def test_a_different_ballot_must_name_the_stored_one(file: ContestFile) -> None:
    named = begin(file)
    send(file, "one", named)
    for replaces in (None, "other"):
        error = refused(file, lambda replaces=replaces: send(file, "two", named, replaces=replaces))  # type: ignore[misc]
        assert code_of(error) == "changed"
        assert error.fields["stored"]["scores"] == HIGH  # type: ignore[attr-defined]
    assert send(file, "two", named, replaces="one").current


def test_a_ballot_is_final_where_the_plan_allows_no_second_one(tmp_path: Path) -> None:
    plan = SMALL | {"contest": {**CONTEST, "resend": False}}
    with contest_on_disk(tmp_path / "x.arena", small_setup(plan)) as file:
        named = begin(file)
        send(file, "one", named)
        error = refused(file, lambda: send(file, "two", named, replaces="one"))
        assert (code_of(error), error.fields["stored"]["ballot_id"]) == ("final", "one")  # type: ignore[attr-defined]
        ballots.return_ballot(file, "J1", "A", reason=WHY)
        assert send(file, "two", version(file)).current, "a returned one may be sent again"
        desk.close_scoring(file, force=True)
        assert code_of(refused(file, lambda: send(file, "three", version(file), replaces="two"))) == "not_open"


LEAVES: dict[str, Act] = {
    "recused": lambda f: marks.recuse(f, "J1", "A", reason=WHY),
    "absent": lambda f: marks.mark_judge(f, MarkKind.JUDGE_ABSENT, "J1", reason=WHY),
    "left": lambda f: marks.mark_judge(f, MarkKind.JUDGE_LEFT, "J1", reason=WHY),
}


@pytest.mark.parametrize("leave", LEAVES.values(), ids=LEAVES)
def test_a_judge_who_takes_no_part_sends_no_ballot_from_panel_or_paper(file: ContestFile, leave: Act) -> None:
    named = begin(file)
    leave(file)
    assert code_of(refused(file, lambda: send(file, "one", named))) == "recused"
    assert code_of(refused(file, lambda: ballots.enter_ballot(file, "J1", "A", HIGH, reason=WHY))) == "recused"


def test_a_judge_who_left_may_still_correct_what_was_scored(file: ContestFile) -> None:
    named = begin(file)
    send(file, "one", named)
    marks.mark_judge(file, MarkKind.JUDGE_LEFT, "J1", reason=WHY)
    assert send(file, "two", named, replaces="one").current


def test_bad_scores_are_named_and_nothing_is_stored(file: ContestFile) -> None:
    named = begin(file)
    error = refused(file, lambda: send(file, "one", named, scores={"a": "1e1", "c": "1"}))
    assert isinstance(error, BadInput)
    assert {fault.key for fault in error.faults} == {"a", "b", "c"}


UNKNOWN: dict[str, Act] = {
    "enter, judge": lambda f: ballots.enter_ballot(f, "J9", "A", HIGH, reason=WHY),
    "enter, entry": lambda f: ballots.enter_ballot(f, "J1", "Z", HIGH, reason=WHY),
    "put, judge": lambda f: ballots.put_ballot(f, "J9", "A", ballot_id="x", version=0, scores=HIGH),
    "put, entry": lambda f: ballots.put_ballot(f, "J1", "Z", ballot_id="x", version=0, scores=HIGH),
    "return, judge": lambda f: ballots.return_ballot(f, "J9", "A", reason=WHY),
    "return, entry": lambda f: ballots.return_ballot(f, "J1", "Z", reason=WHY),
    "decline, offer": lambda f: ballots.decline_offer(f, "x", reason=WHY),
    "accept, offer": lambda f: ballots.accept_offer(f, "x", reason=WHY),
    "history, judge": lambda f: ballots.history(f, "J9"),
}


@pytest.mark.parametrize("act", UNKNOWN.values(), ids=UNKNOWN)
def test_a_code_that_names_nobody_is_unknown(file: ContestFile, act: Act) -> None:
    assert isinstance(refused(file, lambda: act(file)), Unknown)


def test_a_ballot_from_paper_goes_to_any_entry_but_over_no_ballot_unseen(file: ContestFile) -> None:
    ballots.enter_ballot(file, "J1", "B", HIGH, reason=WHY)
    assert code_of(refused(file, lambda: ballots.enter_ballot(file, "J1", "B", LOW, reason=WHY))) == "changed"
    ballots.enter_ballot(file, "J1", "B", LOW, reason="看错", replaces=stored_id(file, "J1", "B"))
    assert file.last.before is not None
    assert file.last.before["scores"] == HIGH
    assert (file.last.why, file.last.who) == ("看错", "operator")


def test_a_returned_ballot_is_not_counted_until_it_is_sent_again(file: ContestFile) -> None:
    begin(file)
    assert code_of(refused(file, lambda: ballots.return_ballot(file, "J1", "A", reason=WHY))) == "not_stored"
    first = put(file, "J1", "A", HIGH)
    assert code_of(refused(file, lambda: ballots.return_ballot(file, "J1", "B", reason=WHY))) == "not_called"
    ballots.return_ballot(file, "J1", "A", reason="漏看一页")
    entry = file.contest.live_round.entries[0]
    assert (dict(entry.ballots), entry.returned["J1"].reason) == ({}, "漏看一页")
    assert not send(file, first.ballot_id, 0).current
    assert version(file) == file.last.number
    put(file, "J1", "A", LOW)
    assert entry.version < version(file), "the version of a returned ballot never comes back"


def test_a_panel_sees_the_history_of_the_person_who_sits_there(file: ContestFile) -> None:
    begin(file)
    put(file, "J1", "A", HIGH)
    put(file, "J1", "A", LOW)
    ballots.return_ballot(file, "J1", "A", reason=WHY)
    put(file, "J1", "A", HIGH)
    past = ballots.history(file, "J1")
    assert [(each.contestant, each.round, each.ended_how) for each in past] == [
        ("A", 1, "replaced"),
        ("A", 1, "returned"),
        ("A", 1, None),
    ]
    seats.substitute(file, "J1", name="另一位", title="")
    assert ballots.history(file, "J1") == []


PAPER = "contestant,judge,a,b"


def test_a_sheet_of_paper_ballots_is_stored_whole(file: ContestFile, tmp_path: Path) -> None:
    stored = ballots.score_from_file(file, sheet(tmp_path, PAPER, "A,J1,３８,57.5", "B,J3,30,40"), reason="断网")
    assert stored == (2, file.contest.revision)
    assert file.contest.live_round.entries[0].ballots["J1"].scores == {"a": 38, "b": 57.5}
    assert file.last.why == "断网"


def test_a_sheet_with_any_fault_stores_nothing(file: ContestFile, tmp_path: Path) -> None:
    ballots.enter_ballot(file, "J1", "B", HIGH, reason=WHY)
    marks.recuse(file, "J2", "B", reason=WHY)
    lines = [PAPER, "A,J1,38,57.5", "B,J1,30,40", "B,J2,30,40"]
    error = refused(file, lambda: ballots.score_from_file(file, sheet(tmp_path, *lines), reason=WHY))
    assert error.lines("en") == [
        "导入.csv:3:2: J1 has a ballot for B; use --replace to replace it",
        "导入.csv:4:2: judge '评委2' is recused from this entry or absent",
    ]
    error = refused(
        file, lambda: ballots.score_from_file(file, sheet(tmp_path, PAPER, "A,J1,38,57.5", "Z,J1,1,"), reason=WHY)
    )
    assert [line.partition(": ")[0] for line in error.lines("en")] == ["导入.csv:3:1", "导入.csv:3:4"]


def test_a_sheet_replaces_ballots_where_it_is_told_to(file: ContestFile, tmp_path: Path) -> None:
    ballots.enter_ballot(file, "J1", "B", HIGH, reason=WHY)
    path = sheet(tmp_path, PAPER, "A,J1,30,40", "B,J1,30,40")
    assert ballots.score_from_file(file, path, reason=WHY, replace=True)[0] == 2
    assert file.contest.live_round.entries[1].ballots["J1"].scores == {"a": 30, "b": 40}


def test_a_ballot_on_offer_counts_only_when_it_is_accepted(file: ContestFile) -> None:
    begin(file)
    offered(file, "J1", "A", "late")
    offered(file, "J1", "A", "late", LOW)
    (held,) = ballots.open_offers(file)
    assert (held.judge, held.contestant, held.ballot_id, held.scores) == ("J1", "A", "late", HIGH)
    assert file.contest.live_round.entries[0].ballots == {}
    ballots.accept_offer(file, "late", reason="迟到")
    assert ballots.open_offers(file) == []
    assert send(file, "late", 0).current
    assert isinstance(refused(file, lambda: ballots.accept_offer(file, "late", reason=WHY)), Unknown)
    offered(file, "J1", "A", "late")
    assert ballots.open_offers(file) == [], "the desk has it"


def test_a_ballot_on_offer_that_arrives_by_itself_waits_for_nobody(file: ContestFile) -> None:
    named = begin(file)
    offered(file, "J1", "A", "one")
    send(file, "one", named)
    assert ballots.open_offers(file) == []
    assert isinstance(refused(file, lambda: ballots.accept_offer(file, "one", reason=WHY)), Unknown)


def test_of_two_offers_with_one_id_the_older_one_is_accepted_first_and_stays_its_judges(file: ContestFile) -> None:
    for judge, scores in (("J2", LOW), ("J1", HIGH)):
        offered(file, judge, "A", "one", scores)
    for judge, scores in (("J2", LOW), ("J1", HIGH)):
        assert ballots.open_offers(file)[0].judge == judge
        ballots.accept_offer(file, "one", reason=WHY)
        assert file.contest.live_round.entries[0].ballots[judge].scores == {
            key: float(value) for key, value in scores.items()
        }
    assert ballots.open_offers(file) == []


def test_an_offer_is_checked_like_any_ballot(file: ContestFile) -> None:
    ballots.enter_ballot(file, "J1", "A", HIGH, reason=WHY)
    offered(file, "J1", "A", "other", LOW)
    assert code_of(refused(file, lambda: ballots.accept_offer(file, "other", reason=WHY))) == "changed"
    offered(file, "J2", "A", "bad", {"a": "99", "b": "1"})
    assert isinstance(refused(file, lambda: ballots.accept_offer(file, "bad", reason=WHY)), BadInput)
    ballots.accept_offer(file, "other", reason=WHY, replaces=stored_id(file, "J1", "A"))
    assert stored_id(file, "J1", "A") == "other"


def test_an_offer_for_an_earlier_round_does_not_land_in_this_one_and_can_be_declined(file: ContestFile) -> None:
    for code, scores in (("A", HIGH), ("B", LOW), ("C", {"a": "1", "b": "1"})):
        score(file, code, scores)
    rounds.close_round(file)
    offered(file, "J1", "C", "late")
    rounds.next_round(file)
    assert code_of(refused(file, lambda: ballots.accept_offer(file, "late", reason=WHY))) == "other_round"
    before = file.contest
    ballots.decline_offer(file, "late", reason="太迟")
    offered(file, "J1", "C", "late")
    assert ballots.open_offers(file) == [], "a panel that offers it again changes nothing"
    assert (file.contest.rounds, file.contest.revision) == (before.rounds, before.revision + 1)
    with file.plain() as connection:
        record = next(newest_first(connection))
    assert (record.after["entry"], record.after["scores"], record.why) == ("C", HIGH, "太迟")
    for act in (ballots.accept_offer, ballots.decline_offer):
        assert isinstance(refused(file, partial(act, file, "late", reason=WHY)), Unknown)


def test_a_ballot_on_offer_that_names_no_round_belongs_to_that_of_its_version(file: ContestFile) -> None:
    for code, scores in (("A", HIGH), ("B", LOW), ("C", {"a": "1", "b": "1"})):
        score(file, code, scores)
    named = version(file, "C")
    rounds.close_round(file)
    rounds.next_round(file)
    for told in (named, 10**6):
        ballots.offer(file, "J1", [ballots.Offer("J1", f"of {told}", "C", 0, told, HIGH, "", "")])
    held = {each.ballot_id: each.round for each in ballots.open_offers(file)}
    assert held == {f"of {named}": 1, "of 1000000": 2}, "a restored backup lacks the record"


def test_a_call_that_carries_an_id_keeps_its_first_answer(file: ContestFile) -> None:
    marks.adjust(file, "A", "1", reason=WHY, by=Actor("operator", "call-1"))
    assert file.first_answer("call-1") == f'{{"revision":{file.contest.revision}}}'
    assert file.first_answer("call-2") is None
    file.keep_answer("call-2", "refused")
    file.keep_answer("call-2", "something else")
    assert file.first_answer("call-2") == "refused"


def test_what_thousands_of_ballots_say_alike_is_held_once(file: ContestFile) -> None:
    begin(file)
    for judge in ("J1", "J2"):
        put(file, judge, "A", dict(HIGH))
    first, second = list(journal(file))[-2:]
    keys = (next(iter(first.after["scores"])), next(iter(second.after["scores"])))
    assert keys[0] is keys[1]
    assert first.after["entry"] is second.after["entry"]
    assert first.what is second.what
    assert first.after["scores"][keys[0]] is second.after["scores"][keys[0]]
    one, other = (file.contest.live_round.entries[0].ballots[judge] for judge in ("J1", "J2"))
    assert one.scores == other.scores
    assert all(one.scores[key] is other.scores[key] for key in one.scores)
