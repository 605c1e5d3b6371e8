"""Ballots that come at the same moment share a commit, and nothing else: each gets its own receipt or refusal."""

from __future__ import annotations

import pytest

from scoring.errors import BadInput, Fault, NotNow, Unknown
from scoring.text import plain
from storage import desk, seats
from storage.ballots import LinkDead, Receipt, Sent, put_ballots
from storage.contest_file import Change, ContestFile
from storage.verify import verify
from tests.storage.story import HIGH, LOW

HERE = {"entry": "A", "scores": HIGH}


@pytest.fixture
def version(file: ContestFile) -> int:
    """Entry A is open; the version that ballots must name."""
    desk.call(file, "A")
    desk.open_scoring(file)
    return file.contest.live_round.entries[0].version


def test_each_gets_its_own_answer_and_one_commit_holds_them_all(file: ContestFile, version: int) -> None:
    heard: list[Change] = []
    file.subscribe(heard.append)
    first = Sent("J1", "A", "one", version, HIGH)
    wrong = Sent("J2", "A", "two", version - 1, HIGH)
    unknown = Sent("J2", "Z", "three", version, HIGH)
    unsound = Sent("J2", "A", "four", version, {"a": "1e1"}, faults={"version": plain("?")})
    last = Sent("J3", "A", "five", version, LOW)
    answers = put_ballots(file, [first, wrong, unknown, unsound, last, first])
    kinds = [Receipt, NotNow, Unknown, BadInput, Receipt, Receipt]
    assert [type(answer) for answer in answers] == kinds
    assert [answer.fresh for answer in answers if isinstance(answer, Receipt)] == [True, True, False]
    assert isinstance(answers[3], BadInput)
    assert {fault.key for fault in answers[3].faults if isinstance(fault, Fault)} == {"a", "b", "version"}
    assert [[record.who for record in change.records] for change in heard] == [["judge J1", "judge J3"]]
    assert list(file.contest.live_round.entries[0].ballots) == ["J1", "J3"]
    file.close()
    assert verify(file.path) == []


def test_a_ballot_whose_link_was_taken_back_on_the_way_is_not_stored(file: ContestFile, version: int) -> None:
    tokens = {seat.judge: seat.token for seat in seats.seats(file)}
    seats.substitute(file, "J1", name="替补", title="")
    sent = [Sent(judge, "A", judge, version, HIGH, token=tokens[judge]) for judge in ("J1", "J2")]
    refused, receipt = put_ballots(file, sent)
    assert isinstance(refused, LinkDead)
    assert isinstance(receipt, Receipt)
    assert list(file.contest.live_round.entries[0].ballots) == ["J2"]
