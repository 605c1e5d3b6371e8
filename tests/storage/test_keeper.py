"""Copies that are made by themselves: in time, never in the way, and plain about what is wrong."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scoring.errors import NotNow
from storage import keeper as keepers
from storage import marks, rounds, seats
from storage.backup import find_copies
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.keeper import APART, FOLDER, Keeper, Keeping, Pace, on_network
from tests.contests import score_entry
from tests.storage.story import HIGH, WHY, small_setup

EAGER = Pace(every=0, look=0.01, again=0)
SLOW = Pace(every=1000, look=0.01, again=1000)
LAZY = Pace(every=1000, look=1000, again=1000)


class Watcher:
    """Hears what a keeper tells, and waits for what should happen."""

    def __init__(self, file: ContestFile, pace: Pace, keep: int = 30) -> None:
        self._news = threading.Condition()
        self.keeper = Keeper(file, self._hear, pace=pace, keep=keep)
        self.heard: list[Keeping] = []

    def _hear(self) -> None:
        with self._news:
            self.heard.append(self.keeper.keeping)
            self._news.notify_all()

    def until(self, happened: Callable[[Keeping], object]) -> Keeping:
        """Wait until the copies stand so."""
        with self._news:
            assert self._news.wait_for(lambda: happened(self.keeper.keeping), 10), self.keeper.keeping
            return self.keeper.keeping

    def copied(self, revision: int) -> Keeping:
        """Wait for a copy of this revision."""
        return self.until(lambda now: now.last and now.last.revision == revision and not now.began)

    def ill(self, kind: str) -> str:
        """Wait for a trouble; gives what it says."""
        now = self.until(lambda now: now.trouble and now.trouble.kind == kind)
        assert now.trouble is not None
        return now.trouble.text.en


@contextmanager
def keeping(file: ContestFile, folder: Path | None, pace: Pace = LAZY, keep: int = 30) -> Iterator[Watcher]:
    """A keeper at work."""
    watcher = Watcher(file, pace, keep)
    watcher.keeper.start()
    try:
        if folder:
            watcher.keeper.use(folder)
        yield watcher
    finally:
        watcher.keeper.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the copies go."""
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def revisions(folder: Path) -> list[int]:
    return [each.copy.revision for each in find_copies(folder) if each.copy]


def test_the_first_copy_is_made_as_soon_as_a_folder_is_chosen_and_the_contest_remembers_it(
    file: ContestFile, folder: Path
) -> None:
    with keeping(file, None) as watch:
        assert watch.keeper.keeping == Keeping()
        watch.keeper.use(folder)
        now = watch.copied(1)
        assert (now.folder, now.trouble, now.shared, now.apart) == (folder, None, False, False)
        assert now.copied_at is not None
        assert abs(time.time() - now.copied_at) < 20
    assert (file.setting(FOLDER), file.setting(APART)) == (str(folder), "")
    with keeping(file, None) as watch:
        watch.copied(1)
        watch.keeper.use(None)
        assert watch.keeper.keeping == Keeping()
    assert file.setting(FOLDER) == ""


def test_a_copy_follows_whatever_changed_and_nothing_is_copied_twice(file: ContestFile, folder: Path) -> None:
    with keeping(file, folder, EAGER) as watch:
        watch.copied(1)
        watch.copied(marks.adjust(file, "A", "1", reason=WHY))
        looks = len(watch.heard)
        watch.until(lambda now: len(watch.heard) >= looks or now)
    assert revisions(folder) == [2, 1]


def test_between_copies_the_keeper_waits_its_time_but_a_last_one_is_made_at_the_end(
    file: ContestFile, folder: Path
) -> None:
    with keeping(file, folder, SLOW) as watch:
        watch.copied(1)
        marks.adjust(file, "A", "1", reason=WHY)
        marks.adjust(file, "A", "1", reason=WHY)
    assert revisions(folder) == [3, 1]


def test_a_closed_round_is_copied_at_once_under_its_number(file: ContestFile, folder: Path) -> None:
    with keeping(file, folder, LAZY, keep=1) as watch:
        watch.copied(1)
        for code in "ABC":
            score_entry(file, code, HIGH)
        rounds.close_round(file)
        closed = watch.copied(file.contest.revision).last
        assert closed is not None
        assert " 第1轮 " in closed.path.name
        again = watch.copied(seats.reissue(file, "J1", reason="手机丢了")).last
        assert again is not None
        assert sorted(folder.iterdir()) == sorted([closed.path, again.path])


def test_a_copy_can_be_asked_for(file: ContestFile, folder: Path) -> None:
    with keeping(file, folder) as watch:
        watch.copied(1)
        marks.adjust(file, "A", "1", reason=WHY)
        watch.keeper.copy_now()
        watch.copied(2)


def test_a_stick_that_is_pulled_is_told_at_once_and_taken_up_again_by_itself(
    file: ContestFile, folder: Path, tmp_path: Path
) -> None:
    with keeping(file, folder, SLOW) as watch:
        watch.copied(1)
        away = folder.rename(tmp_path / "拔掉")
        assert "the backup folder is gone" in watch.ill("missing")
        assert marks.adjust(file, "A", "1", reason=WHY) == 2
        away.rename(folder)
        assert watch.copied(2).trouble is None
    assert revisions(folder) == [2, 1]


def test_an_empty_folder_where_the_stick_was_is_not_taken_for_the_stick(file: ContestFile, folder: Path) -> None:
    file.remember(FOLDER, str(folder))
    file.remember(APART, "yes")
    with keeping(file, None, SLOW) as watch:
        assert "this machine's own disk" in watch.ill("elsewhere")
    assert revisions(folder) == []


def test_a_file_in_the_place_of_the_folder_is_said_plainly(file: ContestFile, tmp_path: Path) -> None:
    (tmp_path / "U盘").write_text("", encoding="utf-8")
    with keeping(file, tmp_path / "U盘", SLOW) as watch:
        watch.ill("missing")


def test_a_disk_that_refuses_is_told_and_tried_again(
    file: ContestFile, folder: Path, logged_warnings: list[logging.LogRecord]
) -> None:
    in_the_way = folder / f".{file.path.name}.part"
    in_the_way.mkdir()
    with keeping(file, folder, SLOW) as watch:
        assert "the backup was not written" in watch.ill("failed")
        in_the_way.rmdir()
    with keeping(file, folder, EAGER) as watch:
        watch.copied(1)
    in_the_way.mkdir()
    with keeping(file, folder, EAGER) as watch:
        watch.ill("failed")
        in_the_way.rmdir()
        assert watch.copied(1).trouble is None
    assert {record.getMessage()[:22] for record in logged_warnings} == {"no backup was written:"}
    logged_warnings.clear()


def test_a_full_disk_is_told_before_the_last_byte_is_taken(
    file: ContestFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keepers, "SMALLEST", 1 << 60)
    with keeping(file, folder, SLOW) as watch:
        assert "the backup disk is full" in watch.ill("full")
    assert revisions(folder) == []


def test_a_folder_that_may_not_be_written_to_is_told(file: ContestFile, tmp_path: Path) -> None:
    folder = tmp_path / "只读"
    folder.mkdir(mode=0o500)
    keeper = Keeper(file)
    trouble = keeper._examine(folder if os.geteuid() else Path("/proc/1"))
    assert trouble is not None
    assert trouble.kind in {"read_only", "full"}


def test_a_contest_that_is_gone_is_not_called_copied(file: ContestFile, folder: Path, tmp_path: Path) -> None:
    with keeping(file, folder, SLOW) as watch:
        watch.copied(1)
        moved = file.path.rename(tmp_path / "移走.arena")
        assert "the backup was not written" in watch.ill("failed")
        moved.rename(file.path)


def test_a_contest_whose_own_stick_is_pulled_is_not_taken_for_the_stick_of_the_copies(
    file: ContestFile, folder: Path, tmp_path: Path
) -> None:
    file.remember(FOLDER, str(folder))
    file.remember(APART, "yes")
    moved = file.path.rename(tmp_path / "拔掉.arena")
    with keeping(file, None, SLOW) as watch:
        watch.ill("failed")
    moved.rename(file.path)


def test_a_folder_whose_disk_does_not_answer_is_not_chosen(file: ContestFile, tmp_path: Path) -> None:
    with keeping(file, None) as watch, pytest.raises(NotNow, match="No such file"):
        watch.keeper.use(tmp_path / "没有")
    assert file.setting(FOLDER) is None


def test_what_is_found_in_a_folder_that_is_no_longer_used_is_not_told(file: ContestFile, folder: Path) -> None:
    keeper = Keeper(file)
    keeper._say(folder, free=1)
    assert keeper.keeping == Keeping()


def test_a_rehearsal_is_never_copied_over_the_copies_of_the_contest(tmp_path: Path, folder: Path) -> None:
    create_contest(tmp_path / "演练.arena", small_setup(), rehearsal=True)
    file = open_contest(tmp_path / "演练.arena")
    file.remember(FOLDER, str(folder))
    with keeping(file, None, EAGER):
        marks.adjust(file, "A", "1", reason=WHY)
    file.close()
    assert revisions(folder) == []


def test_a_hanging_disk_does_not_hold_up_the_end(file: ContestFile, folder: Path) -> None:
    """A named pipe in the way of the copy: whoever opens it waits, as on a network drive that is away."""
    pipe = folder / f".{file.path.name}.part"
    os.mkfifo(pipe)
    watch = Watcher(file, LAZY)
    watch.keeper.start()
    watch.keeper.use(folder)
    watch.until(lambda now: now.began)
    watch.keeper.stop(patience=0.05)
    os.close(os.open(pipe, os.O_RDWR))
    watch.keeper._thread.join(10)
    assert revisions(folder) == []


def test_a_folder_on_this_machine_is_not_called_shared(folder: Path) -> None:
    assert not on_network(folder)
    assert on_network(Path("\\\\server\\share"))
