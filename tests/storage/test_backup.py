"""Copies in a second folder: whole, checked, told apart, and never in anybody's way."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scoring.contest import Screen
from scoring.errors import NotNow
from storage import desk, marks, rounds
from storage.backup import KEPT, Copy, copy_contest, describe, find_copies, snapshot, tidy, write_whole
from storage.contest_file import ContestFile, create_contest, open_contest, read_contest
from storage.seats import seats
from storage.verify import verify
from tests.storage.story import HIGH, SMALL, WHY, contest_on_disk, score, small_setup

WITH_SMALL_FILES = """
import resource, signal, sys
from pathlib import Path
from scoring.errors import NotNow
from storage.backup import copy_contest
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
try:
    copy_contest(Path(sys.argv[1]), Path(sys.argv[2]))
except NotNow as error:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    sys.stdout.write(error.text.en)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the copies go."""
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_copy_is_the_whole_contest_in_one_file_that_verifies_and_opens(file: ContestFile, folder: Path) -> None:
    score(file, "A", HIGH)
    copy = copy_contest(file.path, folder)
    assert names(folder) == [copy.path.name]
    assert (copy.title, copy.revision, copy.rounds, copy.ballots) == ("营商环境擂台赛", file.contest.revision, 1, 3)
    assert read_contest(copy.path) == read_contest(file.path)
    assert verify(copy.path) == []
    again = open_contest(copy.path)
    assert again.contest == file.contest
    assert seats(again) == seats(file)
    again.close()


def test_a_copy_is_named_by_contest_time_and_revision(file: ContestFile, folder: Path) -> None:
    first, second = copy_contest(file.path, folder), copy_contest(file.path, folder, closed=2)
    assert first.path.name.startswith("营商环境擂台赛 20")
    assert first.path.name.endswith(f" r1 {first.contest}.arena")
    assert second.path.name.endswith(f" r1 第2轮 {first.contest}.arena")


def test_a_title_that_no_file_may_have_is_made_to_fit(tmp_path: Path, folder: Path) -> None:
    contest = {"title": '甲/乙: "擂\\台"?*<|> ' + "长" * 60, "step": "0.5"}
    with contest_on_disk(tmp_path / "x.arena", small_setup(SMALL | {"contest": contest})) as file:
        copy = copy_contest(file.path, folder)
    assert copy.path.name.startswith("甲 乙 擂 台 长长长")
    assert len(copy.path.name) < 90
    assert [found.copy for found in find_copies(folder)] == [copy]


def test_nobody_but_its_owner_may_read_a_copy(file: ContestFile, folder: Path) -> None:
    copy = copy_contest(file.path, folder)
    if os.name == "posix":
        assert stat.S_IMODE(copy.path.stat().st_mode) == 0o600


def test_a_copy_made_beside_a_busy_writer_is_one_moment_of_the_contest(file: ContestFile, folder: Path) -> None:
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            desk.show(file, Screen.LINEUP)
            desk.show(file, Screen.WELCOME)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [copy_contest(file.path, folder) for _ in range(5)]
    finally:
        done.set()
        writer.join()
    assert [verify(copy.path) for copy in copies] == [[]] * 5
    assert copies[-1].revision <= file.contest.revision


def test_a_copy_that_is_broken_off_leaves_nothing(file: ContestFile, folder: Path) -> None:
    with pytest.raises(NotNow, match="broken off"):
        copy_contest(file.path, folder, stopping=lambda: True)
    data = snapshot(file.path)
    with pytest.raises(NotNow, match="broken off"):
        write_whole(data, folder / "halb", lambda: True)
    (folder / "halb").unlink()
    assert names(folder) == []


def test_a_folder_that_is_not_there_is_said_plainly(file: ContestFile, folder: Path) -> None:
    with pytest.raises(NotNow, match="the backup was not written: No such file or directory"):
        copy_contest(file.path, folder / "没有")
    with pytest.raises(NotNow, match="cannot be read now"):
        find_copies(folder / "没有")


def test_a_disk_with_no_room_keeps_the_old_copies_and_no_half_one(file: ContestFile, folder: Path) -> None:
    old = copy_contest(file.path, folder)
    command = [sys.executable, "-c", WITH_SMALL_FILES, str(file.path), str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.stdout, said.stderr) == ("the backup was not written: File too large", "")
    assert names(folder) == [old.path.name]


def test_a_damaged_contest_is_not_copied_over_good_copies(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "擂台赛.arena"
    create_contest(path, small_setup())
    whole = path.read_bytes()
    for start, end, said in ((4097, 4099, "integrity check"), (100, 200, "malformed")):
        path.write_bytes(whole[:start] + b"\xff" * (end - start) + whole[end:])
        with pytest.raises(NotNow, match=f"the backup was not written.*{said}"):
            copy_contest(path, folder)
    assert names(folder) == []


def test_what_a_disk_gives_back_is_compared_with_what_was_written(file: ContestFile, tmp_path: Path) -> None:
    from storage.backup import _check

    (tmp_path / "copy").write_bytes(b"other")
    with pytest.raises(NotNow, match="read back differs"):
        _check(tmp_path / "copy", snapshot(file.path))


def test_copies_are_listed_newest_first_and_what_is_none_says_why(file: ContestFile, folder: Path) -> None:
    first = copy_contest(file.path, folder)
    marks.adjust(file, "A", "1", reason=WHY)
    second = copy_contest(file.path, folder)
    (folder / "坏.arena").write_text("nothing", encoding="utf-8")
    (folder / "notes.txt").write_text("nothing", encoding="utf-8")
    (folder / ".half.arena").write_text("nothing", encoding="utf-8")
    found = find_copies(folder)
    assert [each.copy for each in found] == [second, first, None]
    assert found[-1].fault is not None
    assert (found[-1].path.name, found[-1].fault.en) == ("坏.arena", "is not a contest file")


def test_reading_a_copy_leaves_the_folder_as_it_was(file: ContestFile, folder: Path) -> None:
    copy = copy_contest(file.path, folder)
    before = copy.path.read_bytes()
    describe(copy.path)
    read_contest(copy.path)
    assert (names(folder), copy.path.read_bytes()) == ([copy.path.name], before)


def made(folder: Path, number: int, *, closed: int = 0, contest: str = "0123abcd") -> Copy:
    """A copy as far as its name goes; some are of the time when a round was called 场."""
    round_ = f" 第{closed}{'轮场'[number % 2]}" if closed else ""
    path = folder / f"擂台赛 2026-05-01 10.{number:02}.00 r{number}{round_} {contest}.arena"
    path.write_bytes(b"")
    return Copy(path, "擂台赛", contest, "", number, 1, 0)


def test_the_oldest_copies_go_but_one_stays_for_each_closed_round(folder: Path) -> None:
    other, mine = made(folder, 1, contest="ffffffff"), folder / "我的擂台赛.arena"
    mine.write_bytes(b"")
    closings = [made(folder, number, closed=1 + number // 5) for number in (3, 4, 6)]
    copies = [made(folder, number) for number in range(10, 10 + KEPT + 3)]
    tidy(copies[-1])
    kept = {other.path, mine, closings[1].path, closings[2].path, *(copy.path for copy in copies[3:])}
    assert set(folder.iterdir()) == kept


def test_the_new_copy_stays_even_if_the_clock_went_back(folder: Path) -> None:
    copies = [made(folder, number) for number in (5, 6, 7, 1)]
    tidy(copies[-1], keep=2)
    assert {int(name.split(" r")[1].split()[0]) for name in names(folder)} == {6, 7, 1}


def test_copies_that_cannot_be_taken_away_are_no_trouble(folder: Path) -> None:
    copies = [made(folder, number) for number in (1, 2)]
    copies[0].path.unlink()
    copies[0].path.mkdir()
    tidy(copies[-1], keep=1)
    assert len(names(folder)) == 2


def test_a_copy_made_when_a_round_closes_holds_its_result(file: ContestFile, folder: Path) -> None:
    for code in "ABC":
        score(file, code, HIGH)
    rounds.close_round(file)
    copy = copy_contest(file.path, folder, closed=1)
    assert read_contest(copy.path).contest.rounds[0].closed == file.contest.revision
