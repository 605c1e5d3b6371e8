"""A full hall: more sockets than the system gives unless asked, no pause to collect garbage while ballots come, and an
end whenever it is asked for.

All are a matter of the whole process, so each is looked at in one that runs nothing else: what other tests left there,
and give back meanwhile, would be counted as well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import arena_desk

PLAN = Path(arena_desk.__file__).parent / "templates" / "qingdao" / "plan.toml"
SOCKETS = """
import json, resource
from arena_desk.steadiness import SOCKETS, make_room_for_sockets
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
make_room_for_sockets()
most = SOCKETS if hard == resource.RLIM_INFINITY else min(SOCKETS, hard)
print(json.dumps(resource.getrlimit(resource.RLIMIT_NOFILE)[0] == most))
"""

GARBAGE = """
import gc, json, sys, weakref
from pathlib import Path
from arena_desk import steadiness
from arena_desk.steadiness import MANY, SOME, Sweeper
from storage import desk
from storage.sheets import read_setup
from tests.contests import in_memory

class Ring:
    def __init__(self):
        self.self = self

def left_behind(many):
    for _ in range(many):
        ring = Ring()
    return weakref.ref(ring)

told = {}

def look(name, ref):
    sweeper.look()
    told[name] = ref() is None

with in_memory(read_setup(Path(sys.argv[1]))) as file:
    other, sweeper = Sweeper(file), Sweeper(file)
    steadiness.QUIET_SECONDS = 0.0
    look("while all is being loaded", left_behind(2 * MANY))
    gc.collect()
    steadiness.settle()
    steadiness.QUIET_SECONDS = steadiness.IDLE_SECONDS = 3600.0
    garbage = left_behind(2 * SOME)
    desk.call(file, "U01")
    look("some while ballots come", garbage)
    steadiness.QUIET_SECONDS = 0.0
    look("some in a quiet moment", garbage)

    steadiness.QUIET_SECONDS = 3600.0
    garbage = left_behind(2 * MANY)
    desk.call(file, "U02")
    look("much while ballots come", garbage)

    alive = [Ring() for _ in range(2 * MANY)]
    old = weakref.ref(alive[0])
    sweeper.look()
    alive.clear()
    look("old while ballots come", old)
    steadiness.IDLE_SECONDS = 0.0
    look("old when nothing happens", old)

    other.stop()
    sweeper.look()
    told["left to Python while one is at work"] = gc.isenabled()
    sweeper.stop()
    told["left to Python at the end"] = gc.isenabled()
print(json.dumps(told))
"""

HELD = """
import json, psutil
from arena_desk.steadiness import give_back

def held():
    return psutil.Process().memory_info().rss

pieces = [bytes(1000) for _ in range(60_000)]
kept = pieces[::40]
del pieces
before = held()
give_back()
print(json.dumps([before, held()]))
"""

ASKED = """
import json, signal, sys
from arena_desk.serving import Asked

def asked_at(moment):
    passed = 0

    def step(frame, event, _):
        nonlocal passed
        passed += 1
        if passed == moment:
            signal.raise_signal(signal.SIGTERM)
        return step

    sys.settrace(step)
    at_once = asked.within(0.0001)
    sys.settrace(None)
    return (at_once or asked.within(5)) if passed >= moment else None

asked = Asked()
heard, moment = [], 1
while (told := asked_at(moment)) is not None:
    heard.append(told)
    moment += 1
print(json.dumps(heard))
"""


def told_by(program: str, *words: str) -> object:
    """What a process says that runs nothing but this."""
    root = Path(__file__).parents[1]
    path = os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def collected() -> dict[str, bool]:
    """Which garbage was given back at which moment."""
    told = told_by(GARBAGE, str(PLAN))
    assert isinstance(told, dict)
    return told


def test_as_many_sockets_may_be_open_as_the_system_grants() -> None:
    assert told_by(SOCKETS) is True


def test_the_end_may_be_asked_for_at_any_step_of_the_wait_for_it() -> None:
    heard = told_by(ASKED)
    assert isinstance(heard, list)
    assert heard == [True] * len(heard) != []


def test_garbage_waits_while_ballots_come_and_is_collected_in_the_next_quiet_moment(collected: dict[str, bool]) -> None:
    assert not collected["some while ballots come"]
    assert collected["some in a quiet moment"]


def test_nothing_is_looked_through_while_the_program_is_being_loaded(collected: dict[str, bool]) -> None:
    assert not collected["while all is being loaded"]


def test_much_garbage_is_collected_though_ballots_come(collected: dict[str, bool]) -> None:
    assert collected["much while ballots come"]


def test_what_outlived_small_collections_is_looked_at_when_nothing_happens(collected: dict[str, bool]) -> None:
    assert not collected["old while ballots come"]
    assert collected["old when nothing happens"]


def test_a_contest_that_is_closed_does_not_hand_over_to_python_while_another_is_open(
    collected: dict[str, bool],
) -> None:
    assert not collected["left to Python while one is at work"]
    assert collected["left to Python at the end"]


def test_memory_that_is_free_between_pieces_in_use_goes_back_to_the_system() -> None:
    told = told_by(HELD)
    assert isinstance(told, list)
    held, left = told
    if sys.platform.startswith("linux"):
        assert held - left > 20e6
    assert left > 0
