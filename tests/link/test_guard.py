"""Nobody else gets in: guesses, foreign pages, dawdlers and nonsense cost the judges nothing (link.md, guarantee 9)."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest

from arena_desk.link import patience
from build_spec.openapi import current
from tests.contests import FULL
from tests.running import Desk


@contextmanager
def connected(desk: Desk) -> Iterator[socket.socket]:
    """A bare connection."""
    there = urlsplit(desk.url)
    with socket.create_connection((there.hostname, there.port), timeout=20) as opened:
        yield opened


def answer(opened: socket.socket) -> tuple[int, dict[str, object]]:
    """What comes until the desk hangs up: the status and the body."""
    said = b""
    while more := opened.recv(65536):
        said += more
    head, _, body = said.partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)


def request(desk: Desk, line: str, *headers: str) -> bytes:
    lines = [f"{line} HTTP/1.1", f"Host: {urlsplit(desk.url).netloc}", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode()


def test_no_token_but_the_operators_opens_a_call_of_the_desk_and_none_is_asked_for_its_body(desk: Desk) -> None:
    host = desk.get("/api/desk").json()["host"]["path"].partition("#")[2]
    calls = [
        (method.upper(), path)
        for path, methods in json.loads(current())["paths"].items()
        for method in methods
        if path.startswith("/api/desk")
    ]
    assert len(calls) > 25
    for method, path in calls:
        for token, status in ((desk.token("L1"), 403), (host, 403), ("x" * 43, 401), ("", 401)):
            refused = desk.ask(method, path, token=token, content=b"not even json")
            assert (refused.status_code, refused.json()["fields"]) == (status, {}), (path, token)
    with connected(desk) as opened:
        opened.sendall(request(desk, "PUT /api/ballots/F01", "Content-Length: 100000"))
        assert answer(opened)[0] == 401, "no byte of the body was sent"
    assert desk.get("/api/desk").json()["revision"] == 1


def test_the_hosts_token_and_the_operators_read_no_panel(desk: Desk) -> None:
    host = desk.get("/api/desk").json()["host"]["path"].partition("#")[2]
    for token in (host, desk.operator):
        assert desk.get("/api/panel", token).status_code == 403
        assert desk.ask("PUT", "/api/ballots/F01", token=token, content=b"x").status_code == 403
    assert desk.get("/api/host", desk.operator).status_code == 403


def test_join_codes_that_are_guessed_all_at_once_are_counted_one_by_one(desk: Desk) -> None:
    right = desk.judges["L1"]["join_code"]
    codes = [
        code for n in range(41) if (code := f"{n:06d}") not in {each["join_code"] for each in desk.judges.values()}
    ]
    with ThreadPoolExecutor(20) as guessers:
        guesses = guessers.map(lambda code: desk.ask("POST", "/api/join", json={"code": code}).status_code, codes[:40])
    assert Counter(guesses) == {403: 10, 429: 30}
    assert desk.ask("POST", "/api/join", json={"code": right}).status_code == 429
    assert desk.get("/api/panel", desk.token("L1")).status_code == 200


def test_right_codes_never_lock_anybody_out(desk: Desk) -> None:
    for _ in range(9):
        assert desk.ask("POST", "/api/join", json={"code": "wrong"}).status_code == 403
    for judge in desk.judges.values():
        assert desk.ask("POST", "/api/join", json={"code": judge["join_code"]}).status_code == 200


def test_a_token_has_at_least_128_random_bits_and_none_is_like_another(desk: Desk) -> None:
    tokens = [desk.operator, *(desk.token(judge) for judge in desk.judges)]
    assert min(map(len, tokens)) >= 22, "six bits in a sign"
    assert len({token[:8] for token in tokens}) == len(tokens)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Host", "evil.example"),
        ("Host", "evil.example:80@127.0.0.1"),
        ("Host", "127.0.0.1.evil.example"),
        ("Host", "127.0.0.1, evil.example"),
        ("Host", "[::1"),
        ("Host", ""),
        ("Origin", "http://evil.example"),
        ("Origin", "http://127.0.0.1:1"),
        ("Origin", "null"),
        ("Origin", "http://[::1"),
    ],
)
def test_calls_under_a_foreign_name_or_from_a_foreign_page_are_refused(desk: Desk, header: str, value: str) -> None:
    for method, path in (("GET", "/api/board"), ("GET", "/"), ("POST", "/api/join")):
        assert desk.ask(method, path, headers={header: value}).status_code == 403, path
    assert desk.get("/api/desk", **{header: value}).status_code == 403, "also with the right token"
    refused = desk.ask("GET", "/api/live", headers={header: value, "Connection": "Upgrade", "Upgrade": "websocket"})
    assert refused.status_code in (400, 403)


def test_a_call_with_two_hosts_is_refused_whichever_comes_first(desk: Desk) -> None:
    for line in ("GET /api/board", "GET /api/live"):
        for first, second in (("evil.example", ""), ("", "evil.example")):
            with connected(desk) as opened:
                ours = urlsplit(desk.url).netloc
                hosts = f"Host: {first or ours}\r\nHost: {second or ours}"
                opened.sendall(f"{line} HTTP/1.1\r\n{hosts}\r\nConnection: close\r\n\r\n".encode())
                assert answer(opened)[0] in (400, 403)


def test_who_calls_is_who_is_connected_whatever_the_call_says_of_itself(desk: Desk) -> None:
    assert desk.get("/api/desk", **{"X-Forwarded-For": "192.0.2.1"}).status_code == 200
    for n in range(10):
        headers = {"X-Forwarded-For": f"192.0.2.{n}"}
        assert desk.ask("POST", "/api/join", json={"code": "wrong"}, headers=headers).status_code == 403
    assert desk.ask("POST", "/api/join", json={"code": "wrong"}).status_code == 429, "all of them were one address"


def test_two_hundred_dawdlers_do_not_keep_a_ballot_out_and_are_given_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.post("call", entry="F01")
    desk.post("open")
    monkeypatch.setattr(patience, "REQUEST_SECONDS", 3.0)
    with ExitStack() as opened:
        dawdlers = [opened.enter_context(connected(desk)) for _ in range(200)]
        token = f"Authorization: Bearer {desk.token('L2')}"
        whole = request(desk, "PUT /api/ballots/F01", token, "Content-Length: 500", "Content-Type: application/json")
        for n, dawdler in enumerate(dawdlers):
            dawdler.sendall(whole + b"{" if n % 2 else whole[: n % 100])
        assert desk.put("L1", "F01", "tap", FULL).status_code == 201
        for dawdler in dawdlers[:2]:
            dawdler.settimeout(20)
            while dawdler.recv(65536):
                pass
    assert desk.get("/api/health").status_code == 200


def test_a_request_that_never_ends_is_told_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "REQUEST_SECONDS", 0.2)
    with connected(desk) as opened:
        opened.sendall(request(desk, "GET /api/health", "Accept-Language: en")[:-2])
        status, said = answer(opened)
    assert (status, said["error"]) == (408, "too_slow")


def test_a_head_without_end_is_cut(desk: Desk) -> None:
    with connected(desk) as opened:
        opened.sendall(request(desk, "GET /api/health")[:-2] + b"X-Long: " + b"x" * patience.MOST_HEAD)
        status, said = answer(opened)
    assert (status, said["error"]) == (431, "too_large")


def test_what_is_no_request_at_all_is_refused_in_the_form_that_all_refusals_have(
    desk: Desk, logged_warnings: list[logging.LogRecord]
) -> None:
    with connected(desk) as opened:
        opened.sendall(b"\x16\x03\x01\x00\xa5 is how a browser begins over HTTPS\r\n\r\n")
        status, said = answer(opened)
    assert (status, said["error"], said["fields"]) == (400, "bad_request", {})
    assert [record.getMessage() for record in logged_warnings] == ["Invalid HTTP request received."]
    logged_warnings.clear()


def test_somebody_who_leaves_in_the_middle_of_a_body_leaves_no_fault_behind(desk: Desk) -> None:
    with connected(desk) as opened:
        token = f"Authorization: Bearer {desk.operator}"
        opened.sendall(request(desk, "POST /api/desk/call", token, "Content-Length: 500") + b"{")
    assert desk.get("/api/desk").json()["entry"] is None


@pytest.mark.parametrize(
    ("wanted", "english"),
    [
        ("en", True),
        ("en-GB,en;q=0.9,zh;q=0.8", True),
        ("zh;q=0.3, en;q=0.7", True),
        ("fr, en;q=0.5", True),
        ("zh-CN,zh;q=0.9,en;q=0.8", False),
        ("zh-Hans, en", False),
        ("en;q=0", False),
        ("en;q=0, *", False),
        ("fr", False),
        ("*", False),
        ("", False),
        (";;q=,en;q=x", False),
    ],
)
def test_refusals_are_said_in_the_language_that_is_liked_best(desk: Desk, wanted: str, english: bool) -> None:
    said = desk.get("/api/panel", "", **{"Accept-Language": wanted}).json()["message"]
    assert said.isascii() is english


def test_a_panel_that_calls_without_end_is_slowed_and_no_other_is(desk: Desk) -> None:
    import httpx

    async def flood() -> list[int]:
        async with httpx.AsyncClient(base_url=desk.url, timeout=20) as client:
            headers = {"Authorization": f"Bearer {desk.token('L1')}"}
            calls = [client.get("/api/panel", headers=headers) for _ in range(120)]
            return [each.status_code for each in await asyncio.gather(*calls)]

    assert 429 in asyncio.run(flood())
    assert desk.get("/api/panel", desk.token("L2")).status_code == 200
