"""A copy taken back: the contest goes on from it, and what stood in its place is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.errors import BadInput, NotNow
from storage import desk, marks
from storage.backup import Copy, copy_contest
from storage.contest_file import ContestFile, create_contest, open_contest, read_contest
from storage.restore import restore
from storage.seats import seats
from storage.verify import verify
from tests.storage.story import HIGH, LOW, WHY, copied, score, small_setup


@pytest.fixture
def copy(file: ContestFile, tmp_path: Path) -> Copy:
    """A copy of the contest after the first entry was scored; the file goes on."""
    (tmp_path / "U盘").mkdir()
    score(file, "A", HIGH)
    copy = copy_contest(file.path, tmp_path / "U盘")
    score(file, "B", LOW)
    return copy


def arenas(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.endswith(".lock"))


def test_a_lost_contest_comes_back_as_it_was_copied_and_its_journal_says_so(
    file: ContestFile, copy: Copy, tmp_path: Path
) -> None:
    linked = seats(file)
    file.close()
    file.path.unlink()
    assert restore(copy.path, file.path) is None
    again = open_contest(file.path)
    assert (again.last.what, again.last.after) == ("restored", {"copy": copy.path.name, "revision": copy.revision})
    assert again.contest.revision == copy.revision + 1
    assert again.contest.live_round == read_contest(copy.path).contest.live_round
    assert seats(again) == linked
    marks.adjust(again, "A", "1", reason=WHY)
    again.close()
    assert verify(file.path) == []
    assert verify(copy.path) == []


def test_the_file_that_was_there_is_kept_aside_with_all_it_held(file: ContestFile, copy: Copy, tmp_path: Path) -> None:
    after_crash = copied(file.path, tmp_path / "断电后")
    held = read_contest(file.path)
    assert after_crash.with_name(after_crash.name + "-wal").exists()
    aside = restore(copy.path, after_crash)
    assert aside is not None
    assert aside.name.startswith("擂台赛 恢复前 20")
    assert read_contest(aside) == held
    assert read_contest(after_crash).contest.revision == copy.revision + 1
    second = restore(copy.path, after_crash)
    assert second is not None
    assert second != aside
    assert read_contest(aside) == held
    assert len([name for name in arenas(tmp_path / "断电后") if name.endswith(".arena")]) == 3


def test_what_a_lost_file_left_behind_does_not_get_into_the_restored_one(
    file: ContestFile, copy: Copy, tmp_path: Path
) -> None:
    left = copied(file.path, tmp_path / "丢了")
    left.unlink()
    assert restore(copy.path, left) is None
    assert read_contest(left).contest.revision == copy.revision + 1
    assert verify(left) == []


def test_a_contest_that_a_desk_has_open_is_not_replaced(file: ContestFile, copy: Copy) -> None:
    before = read_contest(file.path)
    with pytest.raises(NotNow, match="another desk"):
        restore(copy.path, file.path)
    assert read_contest(file.path) == before
    put_again = marks.adjust(file, "A", "1", reason=WHY)
    assert put_again == file.contest.revision


def test_what_is_no_copy_replaces_nothing(tmp_path: Path) -> None:
    path, bad = tmp_path / "擂台赛.arena", tmp_path / "坏.arena"
    create_contest(path, small_setup())
    bad.write_text("nothing", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(BadInput, match="not a contest"):
        restore(bad, path)
    with pytest.raises(BadInput, match="no such folder"):
        restore(path, tmp_path / "没有" / "擂台赛.arena")
    assert path.read_bytes() == before
    assert arenas(tmp_path) == ["坏.arena", "擂台赛.arena"]


def test_a_disk_that_refuses_leaves_the_file_that_was_there(file: ContestFile, copy: Copy, tmp_path: Path) -> None:
    file.close()
    before = read_contest(file.path)
    making = file.path.with_name(f".{file.path.name}.restoring")
    making.mkdir()
    with pytest.raises(NotNow, match="Every file that was there is still in"):
        restore(copy.path, file.path)
    making.rmdir()
    assert read_contest(file.path) == before


def test_a_file_that_is_deleted_under_the_desk_takes_no_more_operations(file: ContestFile, tmp_path: Path) -> None:
    moved = file.path.rename(tmp_path / "移走.arena")
    before = file.contest
    assert not file.in_place
    with pytest.raises(NotNow, match="no longer in its place"):
        desk.call(file, "A")
    with pytest.raises(NotNow, match="no longer in its place"):
        marks.adjust(file, "A", "1", reason=WHY)
    assert file.contest is before
    create_contest(file.path, small_setup())
    with pytest.raises(NotNow, match="no longer in its place"):
        marks.adjust(file, "A", "1", reason=WHY)
    file.path.unlink()
    moved.rename(file.path)
    assert file.in_place
    assert marks.adjust(file, "A", "1", reason=WHY) == before.revision + 1
