"""Ballots wait for each other for a commit, never for each other's faults."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from arena_desk.link import ballot_box
from arena_desk.link.ballot_box import BallotBox
from scoring.errors import NotNow
from storage import desk
from storage.ballots import Receipt, Sent
from storage.contest_file import Change, ContestFile, create_contest, open_contest
from storage.sheets import read_setup
from tests.contests import FULL


@pytest.fixture
def file(tmp_path: Path, qingdao: Path) -> Iterator[ContestFile]:
    """The Qingdao contest with its first entry open."""
    path = tmp_path / "x.arena"
    create_contest(path, read_setup(qingdao))
    file = open_contest(path)
    desk.call(file, file.contest.live_round.entries[0].code)
    desk.open_scoring(file)
    yield file
    file.close()


def sent(file: ContestFile, judge: int, ballot_id: str, **more: int) -> Sent:
    entry = file.contest.live_round.entries[0]
    return Sent(file.contest.judges[judge].code, entry.code, ballot_id, more.get("version", entry.version), FULL)


async def put_all(file: ContestFile, *ballots: Sent) -> list[Receipt | BaseException]:
    box = BallotBox(file)
    answers = await asyncio.gather(*map(box.put, ballots), return_exceptions=True)
    box.close()
    return answers


def test_what_comes_while_a_commit_is_under_way_goes_into_the_next_one_together(file: ContestFile) -> None:
    heard: list[Change] = []
    file.subscribe(heard.append)
    ballots = [sent(file, judge, f"b{judge}") for judge in range(8)]
    stale = sent(file, 8, "stale", version=0)
    answers = asyncio.run(put_all(file, *ballots, stale))
    assert all(isinstance(answer, Receipt) and answer.fresh for answer in answers[:-1])
    assert isinstance(answers[-1], NotNow)
    assert len(heard) <= 2
    assert sum(len(change.records) for change in heard) == 8


def threads(file: ContestFile) -> list[str]:
    """The names of the threads that commit from now on."""
    seen: list[str] = []
    file.subscribe(lambda change: seen.append(threading.current_thread().name))
    return seen


async def put_in_turn(file: ContestFile, judges: int) -> None:
    box = BallotBox(file)
    for judge in range(judges):
        await box.put(sent(file, judge, f"b{judge}"))
    box.close()


@pytest.mark.parametrize(("quick", "there"), [(60.0, "MainThread"), (0.0, "ballots_0")])
def test_a_quick_disk_is_written_to_on_the_loop_and_a_slow_one_beside_it(
    file: ContestFile, monkeypatch: pytest.MonkeyPatch, quick: float, there: str
) -> None:
    monkeypatch.setattr(ballot_box, "QUICK_SECONDS", quick)
    seen = threads(file)
    asyncio.run(put_in_turn(file, 3))
    assert seen == ["ballots_0", there, there], "how quick it is shows with the first"


def test_the_loop_does_not_wait_for_whoever_has_the_file(file: ContestFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballot_box, "QUICK_SECONDS", 60.0)
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with file.lock:
            held.set()
            let_go.wait()

    async def meanwhile() -> Receipt:
        box = BallotBox(file)
        await box.put(sent(file, 0, "before"))
        holder = threading.Thread(target=hold)
        holder.start()
        held.wait()
        waiting = asyncio.create_task(box.put(sent(file, 1, "meanwhile")))
        await asyncio.sleep(0.01)
        assert not waiting.done()
        let_go.set()
        receipt = await waiting
        box.close()
        holder.join()
        return receipt

    seen = threads(file)
    assert asyncio.run(meanwhile()).fresh
    assert seen == ["ballots_0", "ballots_0"]


def test_a_ballot_that_cannot_be_written_keeps_no_other_out(
    file: ContestFile, logged_warnings: list[logging.LogRecord]
) -> None:
    unwritable = sent(file, 1, "\ud800")
    answers = asyncio.run(put_all(file, sent(file, 0, "one"), unwritable, sent(file, 2, "two")))
    assert [isinstance(answer, Receipt) for answer in answers] == [True, False, True]
    assert "could not be stored together" in logged_warnings.pop().getMessage()
    assert len(file.contest.live_round.entries[0].ballots) == 2


def test_a_panel_that_hangs_up_keeps_nobody_waiting(file: ContestFile) -> None:
    async def some_leave() -> tuple[Receipt, bool]:
        box = BallotBox(file)
        leaving = asyncio.create_task(box.put(sent(file, 0, "one")))
        staying = asyncio.create_task(box.put(sent(file, 1, "two")))
        await asyncio.sleep(0)
        leaving.cancel()
        return await staying, leaving.cancelled()

    receipt, left = asyncio.run(some_leave())
    assert (receipt.fresh, left) == (True, True)
    assert len(file.contest.live_round.entries[0].ballots) == 2
