"""Listening to the desk: who hears what, and stopping while people listen."""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.contests import FULL
from tests.patience import PATIENCE
from tests.running import Desk, NearDesk


@pytest.fixture
def listeners(desk: Desk) -> Iterator[dict[str, ClientConnection]]:
    """A judge L1, a judge L2, and somebody without a token."""
    address = desk.url.replace("http", "ws") + "/api/live"
    with connect(address) as first, connect(address) as second, connect(address) as anyone:
        opened = {"L1": first, "L2": second, "anyone": anyone}
        for judge in ("L1", "L2"):
            opened[judge].send(json.dumps({"token": desk.token(judge), "pings": True}))
            assert hear(opened[judge]).keys() == {"revision", "stage"}
        yield opened


def hear(listener: ClientConnection) -> dict[str, object]:
    """The next message that is no ping."""
    while True:
        message: dict[str, object] = json.loads(listener.recv(timeout=10))
        if "ping" not in message:
            return message


def test_a_change_is_told_to_those_it_concerns_and_to_nobody_else(
    desk: Desk, listeners: dict[str, ClientConnection]
) -> None:
    called = desk.post("call", entry="F01").json()["revision"]
    for listener in listeners.values():
        assert hear(listener) == {"revision": called, "stage": "on-stage"}
    opened = desk.post("open").json()["revision"]
    for listener in listeners.values():
        assert hear(listener) == {"revision": opened, "stage": "scoring"}
    stored = desk.put("L1", "F01", "tap", FULL).json()["revision"]
    assert hear(listeners["L1"])["revision"] == stored
    closed = desk.post("close", force=True).json()["revision"]
    assert hear(listeners["L2"])["revision"] == closed, "L2 never heard of L1's ballot"
    assert hear(listeners["anyone"])["revision"] == closed
    assert hear(listeners["L1"])["revision"] == closed
    late = {"ballot_id": "late", "entry": "F01", "round": 1, "version": called, "scores": FULL}
    assert desk.ask("POST", "/api/panel/offer", token=desk.token("L2"), json={"ballots": [late]}).status_code == 200
    assert desk.post("decline-offer", ballot_id="late", reason="太迟").status_code == 200
    following = desk.post("call", entry="F02").json()["revision"]
    for listener in listeners.values():
        assert hear(listener)["revision"] == following, "of a ballot that is put away only the desk hears"


def test_a_seat_is_seen_while_its_panel_listens(desk: Desk, listeners: dict[str, ClientConnection]) -> None:
    listeners["L1"].send(json.dumps({"draft": 3}))
    desk.post("call", entry="F01")
    hear(listeners["L1"])
    seats = {judge["code"]: judge["seat"] for judge in desk.get("/api/desk").json()["judges"]}
    assert (seats["L1"]["linked"], seats["L1"]["draft"]) == (1, 3)
    assert seats["L3"]["linked"] == 0
    assert seats["L3"]["last_seen"] is None


def test_a_reissued_link_closes_the_panel_that_listens_with_the_old_one(
    desk: Desk, listeners: dict[str, ClientConnection]
) -> None:
    desk.post("reissue", judge="L1", reason="手机丢了")
    with pytest.raises(ConnectionClosed) as closed:
        hear(listeners["L1"])
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401
    desk.post("call", entry="F01")
    assert hear(listeners["L2"])["stage"] == "on-stage"


def test_a_listener_with_a_guessed_token_is_sent_away(desk: Desk) -> None:
    with connect(desk.url.replace("http", "ws") + "/api/live") as listener:
        listener.send(json.dumps({"token": "guessed"}))
        assert ended(listener)[0] == 4401


def ended(listener: ClientConnection) -> tuple[int | None, str | None]:
    """How the desk ends a socket: the code and the reason."""
    with contextlib.suppress(ConnectionClosed):
        while True:
            listener.recv(timeout=10)
    return listener.close_code, listener.close_reason


@pytest.mark.parametrize("words", ["", "{", "[]", '"x"', "\u0000", "[" * 50_000, b"{}"], ids=range(7))
def test_nonsense_over_the_socket_is_told_what_is_wrong_with_it(desk: Desk, words: str | bytes) -> None:
    with connect(desk.url.replace("http", "ws") + "/api/live") as listener:
        listener.send(words)
        assert ended(listener) == (1003, "not a JSON object")
    assert desk.get("/api/health").status_code == 200


def test_a_message_without_end_is_cut(desk: Desk) -> None:
    with connect(desk.url.replace("http", "ws") + "/api/live") as listener:
        listener.send("x" * 70_000)
        assert ended(listener)[0] == 1009


@pytest.mark.parametrize("words", ['{"draft": 1}', '{"pong": 1, "draft": "x", "unsent": -3, "asleep": 1, "device": 7}'])
def test_words_that_mean_nothing_from_somebody_unknown_are_passed_over(desk: Desk, words: str) -> None:
    with connect(desk.url.replace("http", "ws") + "/api/live") as listener:
        listener.send(words)
        called = desk.post("call", entry="F01").json()["revision"]
        assert hear(listener)["revision"] == called


def test_a_socket_that_is_linked_takes_no_other_link(desk: Desk, listeners: dict[str, ClientConnection]) -> None:
    listeners["L1"].send(json.dumps({"token": desk.token("L2")}))
    assert ended(listeners["L1"])[0] == 1008
    seats = {judge["code"]: judge["seat"]["linked"] for judge in desk.get("/api/desk").json()["judges"]}
    assert (seats["L1"], seats["L2"]) == (0, 1)


def test_a_panel_that_floods_the_desk_is_sent_away_and_may_come_again(
    desk: Desk, listeners: dict[str, ClientConnection]
) -> None:
    with contextlib.suppress(ConnectionClosed):
        for number in range(200):
            listeners["L1"].send(json.dumps({"draft": number % 4}))
    assert ended(listeners["L1"]) == (1008, "too many messages")
    with connect(desk.url.replace("http", "ws") + "/api/live") as again:
        again.send(json.dumps({"token": desk.token("L1"), "pings": True}))
        assert hear(again).keys() == {"revision", "stage"}
    desk.post("call", entry="F01")
    assert hear(listeners["L2"])["stage"] == "on-stage", "the others noticed nothing"


@pytest.mark.process
def test_the_desk_stops_within_seconds_while_others_listen_or_dawdle(
    desk: Desk, listeners: dict[str, ClientConnection]
) -> None:
    there = urlsplit(desk.url)
    with socket.create_connection((there.hostname, there.port)) as dawdler:
        dawdler.sendall(b"PUT /api/ballots/F01 HTTP/1.1\r\nHost: " + there.netloc.encode() + b"\r\nContent-")
        assert desk.stop() == (0, "")


def test_the_end_does_not_wait_for_a_connection_that_came_while_others_were_told_of_it(desk: Desk) -> None:
    assert isinstance(desk, NearDesk)
    there = urlsplit(desk.url)
    connected = socket.create_connection((there.hostname, there.port), PATIENCE)
    with connected as latecomer, latecomer.makefile("rb") as answers:
        latecomer.sendall(b"GET /api/health HTTP/1.1\r\nHost: " + there.netloc.encode() + b"\r\n\r\n")
        assert answers.readline() == b"HTTP/1.1 200 OK\r\n"
        loop = desk._server._loop
        assert loop is not None
        loop.call_soon_threadsafe(desk._server._server._hang_up)
        assert answers.read().endswith(b"}"), "all of the answer, and then the end of the connection"
