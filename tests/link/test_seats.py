"""Who sits in a seat, on how many devices, and what the others learn of it: nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from time import monotonic
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from scoring.plan import Judge
from storage import seats
from tests.contests import FULL
from tests.running import Desk, NearDesk

HALF = {"problems": "10", "targets": "11", "approach": "15", "measures": "16"}
Join = Callable[..., ClientConnection]


@pytest.fixture
def join(desk: Desk) -> Iterator[Join]:
    """Opens a socket, as a judge or as anybody."""
    with ExitStack() as opened:

        def make(judge: str | None = None, token: str | None = None, **first: Any) -> ClientConnection:
            socket = opened.enter_context(connect(desk.url.replace("http", "ws") + "/api/live"))
            if judge:
                socket.send(json.dumps({"token": token or desk.token(judge), "pings": True, **first}))
                assert "revision" in told(socket)
            return socket

        yield make


def told(socket: ClientConnection, key: str = "revision") -> dict[str, Any]:
    """The next message that has this in it."""
    while True:
        message: dict[str, Any] = json.loads(socket.recv(timeout=10))
        if key in message:
            return message


def devices(socket: ClientConnection, count: int) -> None:
    """Wait until a panel is told that so many devices are linked to its seat."""
    while told(socket, "devices")["devices"] != count:
        pass


def code_at_the_end(socket: ClientConnection) -> int | None:
    """The code with which the desk ends a socket."""
    with suppress(ConnectionClosed):
        while True:
            socket.recv(timeout=10)
    return socket.close_code


def seat(desk: Desk, judge: str) -> dict[str, Any]:
    found: dict[str, Any] = {each["code"]: each["seat"] for each in desk.get("/api/desk").json()["judges"]}[judge]
    return found


def seen(desk: Desk, judge: str, **what: Any) -> dict[str, Any]:
    """Wait until the desk sees this of a seat; gives all it sees."""
    until = monotonic() + 10
    found = seat(desk, judge)
    while {key: found[key] for key in what} != what and monotonic() < until:
        found = seat(desk, judge)
    assert {key: found[key] for key in what} == what
    return found


def substituted(desk: Desk) -> str:
    """Another person sits in L1; gives the new token."""
    assert desk.post("substitute", judge="L1", name="替补评委", title="代表").status_code == 200
    return next(
        str(each["link"]["path"]).partition("#")[2]
        for each in desk.get("/api/desk").json()["judges"]
        if each["code"] == "L1"
    )


def begin(desk: Desk, code: str = "F01") -> None:
    desk.post("call", entry=code)
    desk.post("open")


def test_a_second_device_on_a_seat_is_told_to_both_and_to_the_desk(desk: Desk, join: Join) -> None:
    first = join("L1", device="phone")
    devices(first, 1)
    second = join("L1", device="tablet")
    devices(first, 2)
    devices(second, 2)
    assert seen(desk, "L1", linked=2)
    assert desk.get("/api/panel", desk.token("L1")).json()["devices"] == 2
    second.close()
    devices(first, 1)
    assert seen(desk, "L1", linked=1)


def test_two_tabs_of_one_device_are_one_device(desk: Desk, join: Join) -> None:
    join("L1", device="phone")
    second = join("L1", device="phone")
    devices(second, 1)
    assert seat(desk, "L1")["linked"] == 1


def test_the_desk_knows_what_a_panel_holds_also_after_it_has_gone(desk: Desk, join: Join) -> None:
    panel = join("L1")
    panel.send(json.dumps({"draft": 4, "unsent": 1}))
    panel.send(json.dumps({"draft": -1, "unsent": True}))
    assert seen(desk, "L1", draft=4, unsent=1)["address"] == "127.0.0.1"
    panel.send(json.dumps({"asleep": True}))
    panel.close()
    gone = seen(desk, "L1", linked=0)
    assert (gone["draft"], gone["unsent"], gone["asleep"]) == (4, 1, True)


def test_a_panel_that_reads_is_seen_without_a_socket(desk: Desk) -> None:
    assert seat(desk, "L2")["last_seen"] is None
    desk.get("/api/panel", desk.token("L2"))
    assert seat(desk, "L2")["last_seen"] < 10


def test_another_person_in_the_seat_sees_nothing_of_the_one_before(desk: Desk, join: Join) -> None:
    begin(desk)
    panel = join("L1")
    desk.put("L1", "F01", "tap-1", HALF)
    old = desk.token("L1")
    token = substituted(desk)
    assert code_at_the_end(panel) == 4401
    assert desk.get("/api/panel", old).status_code == 401
    shown = desk.get("/api/panel", token).json()
    assert (shown["judge"]["name"], shown["ballot"], shown["history"]) == ("替补评委", None, [])
    assert (shown["open"], shown["seat_scored"]) == (False, True)
    body = {"ballot_id": "tap-2", "version": shown["entry"]["version"], "scores": FULL}
    for replaces in (None, "tap-1"):
        refused = desk.ask("PUT", "/api/ballots/F01", token=token, json={**body, "replaces": replaces})
        assert (refused.status_code, refused.json()["error"]) == (409, "changed")
        assert not [score for score in HALF.values() if f'"{score}"' in refused.text]
    assert desk.get("/api/desk").json()["entries"][0]["ballots"]["L1"]["person"] == "领导评委一"


def test_the_reason_of_a_return_is_for_the_person_whose_ballot_it_was(desk: Desk) -> None:
    begin(desk)
    desk.put("L1", "F01", "tap-1", HALF)
    desk.post("return-ballot", judge="L1", entry="F01", reason="10 分太低")
    assert desk.get("/api/panel", desk.token("L1")).json()["returned"]["reason"] == "10 分太低"
    shown = desk.get("/api/panel", substituted(desk)).json()
    assert (shown["open"], shown["returned"]) == (True, None)


def test_nobody_can_count_the_ballots_of_others_by_the_revision(desk: Desk) -> None:
    begin(desk)
    host = desk.get("/api/desk").json()["host"]["path"].partition("#")[2]
    readers = [("/api/board", ""), ("/api/panel", desk.token("L2")), ("/api/host", host)]
    before = [desk.get(path, token).json()["revision"] for path, token in readers]
    stored = desk.put("L1", "F01", "tap-1", FULL).json()["revision"]
    desk.post("reissue", judge="E1")
    assert [desk.get(path, token).json()["revision"] for path, token in readers] == before
    assert desk.get("/api/panel", desk.token("L1")).json()["revision"] == stored
    closed = desk.post("close", force=True).json()["revision"]
    assert [desk.get(path, token).json()["revision"] for path, token in readers] == [closed] * 3


@pytest.mark.process
def test_the_revisions_are_the_same_after_a_crash(desk: Desk) -> None:
    begin(desk)
    desk.put("L1", "F01", "tap-1", FULL)
    desk.post("adjust", entry="F01", points="-1", reason="超时")
    readers = [("/api/board", ""), *(("/api/panel", desk.token(judge)) for judge in desk.judges)]
    before = [desk.get(path, token).json()["revision"] for path, token in readers]
    desk.kill()
    desk.start()
    assert [desk.get(path, token).json()["revision"] for path, token in readers] == before


def test_a_judge_who_joins_scores_like_the_others_and_one_who_is_taken_out_is_gone_at_once(
    desk: Desk, join: Join
) -> None:
    assert isinstance(desk, NearDesk)
    old = join("L1")
    seats.remove_judge(desk.contest, "L1", reason="误加")
    assert code_at_the_end(old) == 4401
    assert desk.get("/api/panel", desk.token("L1")).status_code == 401
    seats.add_judge(desk.contest, Judge("E6", "专家评委六", "教授", "experts"), reason="补充评委")
    found = {seat.judge: seat for seat in seats.seats(desk.contest)}["E6"]
    joined = desk.ask("POST", "/api/join", json={"code": found.join_code}).json()
    assert (joined["token"], joined["judge"]["name"]) == (found.token, "专家评委六")
    panel = join("E6", token=found.token)
    begin(desk)
    while told(panel)["revision"] < desk.contest.contest.revision:
        pass
    shown = desk.get("/api/panel", found.token).json()
    body = {"ballot_id": "tap", "version": shown["entry"]["version"], "scores": FULL}
    assert desk.ask("PUT", "/api/ballots/F01", token=found.token, json=body).status_code == 201
    assert desk.post("close").json()["fields"]["missing"][-1] == "P5", "the others are still waited for"
