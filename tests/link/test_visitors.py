"""Who came from other machines, and whether the desk answers at its own address."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path

import httpx
import pytest

from arena_desk.link.address import take_place
from arena_desk.link.beside import Link
from arena_desk.link.firewall import is_shut, rules_of_windows
from arena_desk.link.visitors import MOST, Visitors, answers
from storage.contest_file import create_contest, open_contest
from storage.sheets import read_setup
from tests.files import write_files


def test_other_machines_are_counted_once_and_this_one_is_not() -> None:
    asked: list[object] = []

    async def app(scope, receive, send) -> None:
        asked.append(scope["type"])

    visitors = Visitors(app)

    def call(client: str | None, server: str = "192.168.31.20") -> None:
        scope = {"type": "http", "client": client and (client, 5000), "server": (server, 8420)}
        asyncio.run(visitors(scope, None, None))  # type: ignore[arg-type]

    for client in ("127.0.0.1", "192.168.31.20", None):
        call(client)
    assert len(visitors) == 0
    for client in ("192.168.31.7", "192.168.31.8", "192.168.31.7"):
        call(client)
    assert len(visitors) == 2
    for number in range(MOST):
        call(f"10.0.{number // 250}.{number % 250 + 1}")
    assert len(visitors) == MOST, "bounded"
    assert len(asked) == 6 + MOST, "whoever came was served"


PROGRAM = "C:\\Users\\王小明\\擂台赛 程序\\arena-desk.exe"
BLOCK = f"v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public|App={PROGRAM}|Name=arena-desk.exe|Defer=User|"
"""As Windows writes it where its question is answered with Cancel."""


@pytest.mark.parametrize(
    ("rule", "shut"),
    [
        (BLOCK, True),
        (BLOCK.replace(PROGRAM, PROGRAM.upper()), True),
        (BLOCK.replace("Protocol=6|", ""), True),
        (BLOCK.replace("Block", "Allow"), False),
        (BLOCK.replace("TRUE", "FALSE"), False),
        (BLOCK.replace("Dir=In", "Dir=Out"), False),
        (BLOCK.replace("Protocol=6", "Protocol=17"), False),
        (BLOCK.replace("Protocol=6", "Protocol=6|LPort=80"), False),
        (BLOCK.replace("arena-desk", "other"), False),
        ("nonsense", False),
    ],
)
def test_a_firewall_that_was_told_to_keep_others_out_is_known(rule: str, shut: bool) -> None:
    allowed = BLOCK.replace("Block", "Allow")
    assert is_shut([allowed, rule, allowed], PROGRAM) is shut


def test_on_another_system_there_are_no_rules_of_windows() -> None:
    assert rules_of_windows() == ()


def test_an_address_answers_or_does_not() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert answers("127.0.0.1", port)
    assert not answers("127.0.0.1", port)


def test_the_desk_finds_out_that_it_answers_and_that_nobody_has_come(qtbot, tmp_path: Path) -> None:
    path = tmp_path / "擂台赛.arena"
    create_contest(path, read_setup(write_files(tmp_path)))
    file = open_contest(path)
    asked: list[str] = []

    def rules() -> list[str]:
        asked.append("the firewall")
        return [BLOCK.replace(PROGRAM, sys.executable)]

    link = Link(take_place(file, "127.0.0.1"), rules)
    refused: list[object] = []
    assert (link.reach().answers, link.reach().visitors) == (None, 0)
    link.start(lambda judge: None, refused.append)
    try:
        link.wait()
        assert httpx.get(f"{link.loopback()}/api/health").status_code == 200
        qtbot.waitUntil(lambda: link.reach().answers is not None, timeout=30_000)
        assert (link.reach().answers, link.reach().visitors, refused) == (True, 0, [])
        qtbot.waitUntil(lambda: link.reach().shut)
        assert asked
    finally:
        link.stop()
        file.close()
