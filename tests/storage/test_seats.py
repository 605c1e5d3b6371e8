"""Another person takes a seat: what the first one did stays theirs, and the next one neither sees nor changes it."""

from __future__ import annotations

from functools import partial

from scoring.errors import NotNow
from storage import ballots, desk, seats
from storage.contest_file import ContestFile
from storage.verify import verify
from tests.contests import put
from tests.storage.story import HIGH, LOW, WHY, offered, refused


def seat(file: ContestFile, name: str) -> None:
    seats.substitute(file, "J1", name=name, title="", reason="临时有事")


def scoring_a(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)


def ballot(file: ContestFile, judge: str = "J1"):
    return file.contest.live_round.entries[0].ballots[judge]


def test_who_sits_down_later_cannot_replace_the_ballot_of_the_person_before(file: ContestFile) -> None:
    scoring_a(file)
    put(file, "J1", "A", HIGH)
    seat(file, "替补")
    for replaces in (None, ballot(file).ballot_id):
        error = refused(file, partial(send, file, replaces))
        assert isinstance(error, NotNow)
        assert error.code == "changed"
        assert "stored" not in error.fields, "the scores are not theirs to see"
    kept = {key: str(points) for key, points in ballot(file).scores.items()}
    assert (ballot(file).person, kept) == ("评委1", HIGH)


def send(file: ContestFile, replaces: str | None = None) -> ballots.Receipt:
    named = file.contest.live_round.entries[0].version
    return ballots.put_ballot(file, "J1", "A", ballot_id="new", version=named, scores=LOW, replaces=replaces)


def test_a_returned_ballot_lets_the_person_score_who_sits_there_now(file: ContestFile) -> None:
    scoring_a(file)
    put(file, "J1", "A", HIGH)
    seat(file, "替补")
    ballots.return_ballot(file, "J1", "A", reason="由替补评分")
    put(file, "J1", "A", LOW)
    assert ballot(file).person == "替补"
    assert [each.ballot.person for each in ballots.history(file, "J1")] == ["替补"]


def test_who_comes_back_has_their_own_ballot_again(file: ContestFile) -> None:
    scoring_a(file)
    put(file, "J1", "A", HIGH)
    seat(file, "替补")
    seat(file, "评委1")
    put(file, "J1", "A", LOW)
    assert ballot(file).person == "评委1"


def test_a_late_ballot_stays_with_the_person_who_offered_it(file: ContestFile) -> None:
    offered(file, "J1", "A", "late")
    seat(file, "替补")
    assert [each.person for each in ballots.open_offers(file)] == ["评委1"]
    ballots.accept_offer(file, "late", reason=WHY)
    assert ballot(file).person == "评委1"
    assert ballots.history(file, "J1") == []
    file.close()
    assert verify(file.path) == []


def test_a_token_opens_its_own_seat_until_another_person_takes_it(file: ContestFile) -> None:
    token = next(each.token for each in seats.seats(file) if each.judge == "J1")
    assert seats.is_seat_token(file, "J1", token)
    assert not seats.is_seat_token(file, "J2", token)
    assert not seats.is_seat_token(file, "J9", token)
    seat(file, "替补")
    assert not seats.is_seat_token(file, "J1", token)
