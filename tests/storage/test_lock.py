"""Locks of a contest file stay, whatever else the process opens and closes."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from scoring.errors import NotNow
from storage import desk, lock
from storage.contest_file import create_contest, open_contest, read_contest
from storage.lock import take_lock
from tests.storage.story import small_setup

LOOK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT max(number) FROM journal").fetchone()[0])
connection.close()
"""
OPEN = """
import sys
from pathlib import Path
from scoring.errors import NotNow
from storage.contest_file import open_contest
try:
    open_contest(Path(sys.argv[1]))
except NotNow as error:
    print(error.code)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new contest file that nobody has open."""
    path = tmp_path / "擂台赛.arena"
    create_contest(path, small_setup())
    return path


def beside(program: str, path: Path) -> str:
    """What another process finds, which opens the file and leaves."""
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def test_who_looks_into_the_file_does_not_let_others_delete_the_log(path: Path) -> None:
    with closing(open_contest(path)) as file:
        revision = desk.call(file, file.contest.live_round.entries[0].code)
        path.read_bytes()  # closes it, and with that takes all locks of SQLite from this process
        assert beside(LOOK, path) == str(revision)
        assert log_of(path).exists()
        revision = desk.open_scoring(file)
        assert beside(LOOK, path) == str(revision)
    assert not log_of(path).exists(), "whoever leaves last takes it away"
    assert read_contest(path).contest.revision == revision


def test_without_a_hold_the_log_is_lost(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "OFD", False)
    with closing(open_contest(path)) as file:
        desk.call(file, file.contest.live_round.entries[0].code)
        beside(LOOK, path)
        assert log_of(path).exists(), "SQLite's own lock is enough as long as it is there"
        path.read_bytes()
        beside(LOOK, path)
        assert not log_of(path).exists(), "what the hold is for"


@pytest.mark.parametrize("flock", [True, False])
def test_one_desk_a_contest(path: Path, monkeypatch: pytest.MonkeyPatch, flock: bool) -> None:
    monkeypatch.setattr(lock, "FLOCK", flock)
    with closing(take_lock(path)):
        with pytest.raises(NotNow, match="another desk has the file open") as refused:
            take_lock(path)
        assert refused.value.code == "in_use"
    take_lock(path).close()


def test_who_looks_into_the_lock_does_not_let_a_second_desk_in(path: Path) -> None:
    with closing(open_contest(path)):
        path.with_name(f".{path.name}.lock").read_bytes()
        assert beside(OPEN, path) == "in_use"
    assert beside(OPEN, path) == ""


@pytest.mark.parametrize("flock", [True, False])
def test_a_place_where_nothing_may_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flock: bool
) -> None:
    monkeypatch.setattr(lock, "FLOCK", flock)
    with pytest.raises(NotNow) as refused:
        take_lock(tmp_path / "gone" / "x.arena")
    assert refused.value.code == "storage"


def test_a_folder_that_cannot_be_written_in_is_named_with_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "只读"
    folder.mkdir(mode=0o500)
    with pytest.raises(NotNow, match=r"copy x\.arena to a folder") as refused:
        take_lock((folder if os.geteuid() else Path("/sys")) / "x.arena")
    assert refused.value.code == "read_only"
