"""Panels find the desk by themselves, and what is said aloud in the network holds no secret. On the loopback only."""

from __future__ import annotations

import time
from collections.abc import Iterator
from logging import LogRecord
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from arena_desk.link.address import Place, take_place
from arena_desk.link.discovery import Announcement, announcement_of
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.seats import desk_tokens, seats
from storage.sheets import read_setup
from ui.panel.finder import Finder, FoundDesk

HERE = ["127.0.0.1"]


@pytest.fixture
def contest(tmp_path: Path, qingdao: Path) -> Iterator[ContestFile]:
    create_contest(tmp_path / "擂台赛.arena", read_setup(qingdao))
    file = open_contest(tmp_path / "擂台赛.arena")
    yield file
    file.close()


@pytest.fixture
def place(contest: ContestFile) -> Iterator[Place]:
    bound = take_place(contest, "127.0.0.1", 0)
    yield bound
    bound.socket.close()


def test_a_desk_is_found_while_it_serves_and_gone_when_it_stops(qtbot: QtBot, place: Place) -> None:
    seen: list[tuple[FoundDesk, ...]] = []
    finder = Finder(HERE)
    finder.found.connect(seen.append)
    announcement = Announcement(place, HERE)
    announcement.start()
    finder.start()
    here = FoundDesk(place.file.contest.plan.title, place.address())  # this machine may have others
    qtbot.waitUntil(lambda: bool(seen) and here in seen[-1], timeout=20_000)
    began = time.monotonic()
    announcement.stop()
    assert time.monotonic() - began < 4
    qtbot.waitUntil(lambda: here not in seen[-1], timeout=20_000)
    finder.stop()


def test_what_is_announced_holds_no_token_and_no_join_code(place: Place) -> None:
    info = Announcement(place, HERE)._info(bytes([127, 0, 0, 1]))
    said = repr(info) + repr(info.decoded_properties)
    tokens = desk_tokens(place.file)
    secrets = [tokens.operator, tokens.host]
    secrets += [secret for seat in seats(place.file) for secret in (seat.token, seat.join_code)]
    assert [secret for secret in secrets if secret in said] == []


@pytest.mark.parametrize(
    ("host", "announced"),
    [("127.0.0.1", False), ("::1", False), ("localhost", False), ("0.0.0.0", True), ("192.168.1.20", True)],
)
def test_only_a_desk_that_others_can_reach_is_announced(place: Place, host: str, announced: bool) -> None:
    here = Place(place.file, place.socket, host)
    assert (announcement_of(here) is not None) == announced


def test_a_rehearsal_does_not_stand_beside_the_real_desk(tmp_path: Path, qingdao: Path) -> None:
    create_contest(tmp_path / "演练.arena", read_setup(qingdao), rehearsal=True)
    file = open_contest(tmp_path / "演练.arena")
    bound = take_place(file, "127.0.0.1", 0)
    assert announcement_of(Place(file, bound.socket, "0.0.0.0")) is None
    bound.socket.close()
    file.close()


def test_a_desk_that_cannot_be_announced_serves_all_the_same(place: Place, logged_warnings: list[LogRecord]) -> None:
    announcement = Announcement(Place(place.file, place.socket, "a name of its own"), HERE)
    announcement.start()
    announcement.stop()
    assert logged_warnings == []
