"""A full hall: more sockets than the system gives unless asked, and no pause to collect garbage while ballots come."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from arena_desk import steadiness
from arena_desk.steadiness import MANY, SOME, Sweeper
from storage import desk
from storage.contest_file import ContestFile
from tests.contests import in_memory
from tests.ui.consoles import small_setup

TOLD = """
import resource
from arena_desk.steadiness import SOCKETS, make_room_for_sockets
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
make_room_for_sockets()
most = SOCKETS if hard == resource.RLIM_INFINITY else min(SOCKETS, hard)
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0] == most)
"""


def test_as_many_sockets_may_be_open_as_the_system_grants() -> None:
    done = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


class Ring:
    """Refers to itself, so that only the collector can give it back."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup()) as file:
        yield file


@pytest.fixture
def sweeper(file: ContestFile) -> Iterator[Sweeper]:
    sweeper = Sweeper(file)
    gc.collect()
    yield sweeper
    sweeper.stop()
    assert gc.isenabled()


def left_behind(many: int) -> weakref.ref[Ring]:
    """So many objects that nobody needs; gives the last one."""
    for _ in range(many):
        ring = Ring()
    return weakref.ref(ring)


def test_garbage_waits_while_ballots_come_and_is_collected_in_the_next_quiet_moment(
    file: ContestFile, sweeper: Sweeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = left_behind(2 * SOME)
    desk.call(file, "A")
    sweeper.look()
    assert last() is not None
    monkeypatch.setattr(steadiness, "QUIET_SECONDS", 0.0)
    sweeper.look()
    assert last() is None


def test_much_garbage_is_collected_though_ballots_come(file: ContestFile, sweeper: Sweeper) -> None:
    last = left_behind(MANY)
    desk.call(file, "A")
    sweeper.look()
    assert last() is None


def test_what_outlived_small_collections_is_looked_at_when_nothing_happens(
    sweeper: Sweeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steadiness, "QUIET_SECONDS", 0.0)
    alive = [Ring() for _ in range(MANY)]
    sweeper.look()
    old = weakref.ref(alive[0])
    alive.clear()
    gc.collect(0)
    assert old() is not None
    monkeypatch.setattr(steadiness, "IDLE_SECONDS", 0.0)
    sweeper.look()
    assert old() is None
