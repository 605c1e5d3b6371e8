"""Listening to the desk: who hears what, and stopping while people listen."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.contests import FULL
from tests.running import RunningDesk


@pytest.fixture
def listeners(desk: RunningDesk) -> Iterator[dict[str, ClientConnection]]:
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
    desk: RunningDesk, listeners: dict[str, ClientConnection]
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


def test_a_seat_is_seen_while_its_panel_listens(desk: RunningDesk, listeners: dict[str, ClientConnection]) -> None:
    listeners["L1"].send(json.dumps({"draft": 3}))
    desk.post("call", entry="F01")
    hear(listeners["L1"])
    seats = {judge["code"]: judge["seat"] for judge in desk.get("/api/desk").json()["judges"]}
    assert (seats["L1"]["linked"], seats["L1"]["draft"]) == (1, 3)
    assert seats["L3"]["linked"] == 0
    assert seats["L3"]["last_seen"] is None


def test_a_reissued_link_closes_the_panel_that_listens_with_the_old_one(
    desk: RunningDesk, listeners: dict[str, ClientConnection]
) -> None:
    desk.post("reissue", judge="L1", reason="手机丢了")
    with pytest.raises(ConnectionClosed) as closed:
        hear(listeners["L1"])
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401
    desk.post("call", entry="F01")
    assert hear(listeners["L2"])["stage"] == "on-stage"


def test_a_listener_with_a_guessed_token_is_sent_away(desk: RunningDesk) -> None:
    with connect(desk.url.replace("http", "ws") + "/api/live") as listener:
        listener.send(json.dumps({"token": "guessed"}))
        with pytest.raises(ConnectionClosed):
            listener.recv(timeout=10)


@pytest.mark.parametrize("words", ["", "{", "[]", '"x"', '{"token": 1}', '{"draft": 1}', "\u0000"])
def test_nonsense_over_the_socket_does_no_harm(desk: RunningDesk, words: str) -> None:
    with connect(desk.url.replace("http", "ws") + "/api/live") as listener:
        listener.send(words)
    assert desk.get("/api/health").status_code == 200


def test_the_desk_stops_within_seconds_while_others_listen_or_dawdle(
    desk: RunningDesk, listeners: dict[str, ClientConnection]
) -> None:
    there = urlsplit(desk.url)
    with socket.create_connection((there.hostname, there.port)) as dawdler:
        dawdler.sendall(b"PUT /api/ballots/F01 HTTP/1.1\r\nHost: " + there.netloc.encode() + b"\r\nContent-")
        assert desk.stop() == (0, "")
