"""What a judge relies on: receipts, the right contestant, nothing overwritten, nothing lost."""

from __future__ import annotations

import pytest

from tests.contests import FULL
from tests.running import Desk

HALF = {"problems": "10", "targets": "10", "approach": "15", "measures": "15"}


def begin(desk: Desk, code: str = "F01") -> None:
    assert desk.post("call", entry=code).status_code == 200
    assert desk.post("open").status_code == 200


def test_a_ballot_gets_a_receipt_and_the_same_one_when_sent_again(desk: Desk) -> None:
    begin(desk)
    first = desk.put("L1", "F01", "tap-1", FULL)
    assert first.status_code == 201
    assert first.json()["current"] is True
    again = desk.put("L1", "F01", "tap-1", FULL)
    assert (again.status_code, again.json()) == (200, first.json())
    desk.post("close", force=True)
    late = desk.put("L1", "F01", "tap-1", HALF)
    assert (late.status_code, late.json()) == (200, first.json()), "looked up by its id before anything else"


def test_a_receipt_says_when_the_ballot_no_longer_counts(desk: Desk) -> None:
    begin(desk)
    first = desk.put("L1", "F01", "tap-1", FULL).json()
    assert desk.put("L1", "F01", "tap-2", HALF, replaces="tap-1").status_code == 201
    assert desk.put("L1", "F01", "tap-1", FULL).json() == {**first, "current": False}


def test_another_ballot_must_name_the_one_it_replaces(desk: Desk) -> None:
    begin(desk)
    desk.put("L1", "F01", "tap-1", FULL)
    refused = desk.put("L1", "F01", "tap-2", HALF)
    assert refused.status_code == 409
    assert refused.json()["error"] == "changed"
    assert refused.json()["fields"]["stored"]["scores"] == FULL


def test_a_ballot_for_an_earlier_call_lands_nowhere(desk: Desk) -> None:
    begin(desk)
    version = desk.get("/api/panel", desk.token("L1")).json()["entry"]["version"]
    desk.post("close", force=True)
    desk.post("call", entry="F02")
    desk.post("open")
    assert desk.put("L1", "F02", "tap-1", FULL, version=version).json()["error"] == "stale"
    assert desk.put("L1", "F01", "tap-1", FULL, version=version).json()["error"] == "not_open"
    desk.post("close", force=True)
    desk.post("call", entry="F01")
    desk.post("open")
    stale = desk.put("L1", "F01", "tap-1", FULL, version=version).json()
    assert stale["error"] == "stale"
    assert stale["fields"]["entry"] == "F01"
    assert stale["fields"]["version"] > version


def test_every_bad_field_is_named_and_nothing_is_stored(desk: Desk) -> None:
    begin(desk)
    bad = {"problems": "1e1", "targets": "１８", "approach": "28.25", "measures": " ", "extra": "1"}
    answer = desk.put("L1", "F01", "tap-1", bad)
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == set(bad)
    assert desk.get("/api/panel", desk.token("L1")).json()["ballot"] is None


def test_scores_as_numbers_are_refused(desk: Desk) -> None:
    begin(desk)
    answer = desk.put("L1", "F01", "tap-1", {**FULL, "problems": 18.5})  # type: ignore[dict-item]
    assert answer.json()["fields"].keys() == {"problems"}


def test_a_returned_ballot_is_open_again_for_that_judge_alone(desk: Desk) -> None:
    begin(desk)
    desk.put("L1", "F01", "tap-1", FULL)
    desk.put("L2", "F01", "tap-2", FULL)
    desk.post("close", force=True)
    assert desk.post("return-ballot", judge="L1", entry="F01", reason="漏看第三页").status_code == 200
    panel = desk.get("/api/panel", desk.token("L1")).json()
    assert panel["open"] is True
    assert panel["returned"]["reason"] == "漏看第三页"
    assert desk.put("L2", "F01", "tap-3", HALF, replaces="tap-2").json()["error"] == "not_open"
    assert desk.post("call", entry="F02").status_code == 409
    assert desk.put("L1", "F01", "tap-4", HALF).status_code == 201
    assert desk.post("call", entry="F02").status_code == 200


def test_a_recused_judge_is_told_so(desk: Desk) -> None:
    desk.post("recuse", judge="L1", entry="F01", reason="同一单位")
    begin(desk)
    assert desk.get("/api/panel", desk.token("L1")).json()["recused"] is True
    assert desk.put("L1", "F01", "tap-1", FULL).json()["error"] == "recused"


def test_a_call_repeated_with_its_id_changes_nothing_and_gets_the_first_answer(desk: Desk) -> None:
    first = desk.post("adjust", entry="F01", points="-0.5", reason="超时", id="one")
    assert desk.post("adjust", entry="F01", points="-0.5", reason="超时", id="one").json() == first.json()
    assert desk.get("/api/desk").json()["entries"][0]["adjustments"][0]["points"] == "-0.5"
    assert len(desk.get("/api/desk").json()["entries"][0]["adjustments"]) == 1
    refused = desk.post("open", id="two")
    assert refused.status_code == 409
    desk.post("call", entry="F01")
    assert desk.post("open", id="two").json() == refused.json()
    off = desk.post("board", on=False, id="three")
    desk.post("board", on=True)
    assert desk.post("board", on=False, id="three").json() == off.json()
    assert desk.get("/api/board", "").status_code == 200


def test_a_call_that_the_disk_refused_is_done_when_it_is_sent_again(desk: Desk) -> None:
    away = desk.file.rename(desk.file.with_suffix(".away"))
    assert desk.post("call", entry="F01", id="one").status_code == 503
    away.rename(desk.file)
    assert desk.post("call", entry="F01", id="one").status_code == 200


def test_a_score_that_is_there_twice_is_refused(desk: Desk) -> None:
    begin(desk)
    body = b'{"ballot_id": "tap", "version": 3, "scores": {"problems": "20", "problems": "2"}}'
    refused = desk.ask("PUT", "/api/ballots/F01", token=desk.token("L1"), content=body)
    assert (refused.status_code, set(refused.json()["fields"])) == (422, {"problems"})


@pytest.mark.parametrize("path", ["/api/panel", "/api/desk", "/api/host", "/api/desk/standings"])
def test_nobody_reads_without_a_token(desk: Desk, path: str) -> None:
    assert desk.get(path, "").status_code == 401
    assert desk.get(path, "guessed-token-guessed-token").status_code == 401


def test_a_reissued_link_kills_the_old_one_at_once(desk: Desk) -> None:
    old = desk.token("L1")
    assert desk.post("reissue", judge="L1").status_code == 200
    assert desk.get("/api/panel", old).status_code == 401


def test_join_codes_cannot_be_guessed(desk: Desk) -> None:
    right = desk.judges["L1"]["join_code"]
    joined = desk.ask("POST", "/api/join", json={"code": right})
    assert joined.json()["token"] == desk.token("L1")
    for guess in range(10):
        wrong = "x" if guess % 2 else "1234567"
        assert desk.ask("POST", "/api/join", json={"code": wrong}).status_code == 403
    assert desk.ask("POST", "/api/join", json={"code": right}).status_code == 429
    assert desk.get("/api/panel", desk.token("L1")).status_code == 200, "only joining is locked"


@pytest.mark.process
def test_the_desk_stops_cleanly_when_asked(desk: Desk) -> None:
    assert desk.stop() == (0, "")
