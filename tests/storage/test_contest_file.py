"""One file, one desk: what may be opened, by whom, and what stays untouched."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scoring.errors import BadInput, NotNow
from storage import marks
from storage.contest_file import create_contest, open_contest, read_contest, read_setting
from storage.engine import APPLICATION_ID
from storage.migrate import NEWEST
from storage.verify import verify
from tests.storage.story import contest_on_disk, copied, raw, small_setup
from tests.storage.tampering import tampered

OPENERS = [open_contest, read_contest, verify]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new contest file that nobody has open."""
    path = tmp_path / "擂台赛.arena"
    create_contest(path, small_setup())
    return path


def listing(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_busy_while_another_thread_has_it(path: Path) -> None:
    file = open_contest(path)
    with ThreadPoolExecutor(1) as pool:
        assert not pool.submit(lambda: file.busy).result()
        with file.lock:
            assert not file.busy, "whoever has it may go on"
            assert pool.submit(lambda: file.busy).result()
    file.close()


def test_a_setting_is_read_beside_the_desk_that_runs_the_contest(path: Path) -> None:
    file = open_contest(path)
    try:
        file.remember("letters", "{}")
        assert read_setting(path, "letters") == "{}"
        assert read_setting(path, "nothing") is None
    finally:
        file.close()
    with pytest.raises(BadInput):
        read_setting(path.with_name("gone.arena"), "letters")


def test_a_new_contest_is_one_file_with_round_one_in_roster_order(path: Path) -> None:
    assert listing(path.parent) == ["擂台赛.arena"]
    reading = read_contest(path)
    assert [entry.code for entry in reading.contest.live_round.entries] == ["A", "B", "C"]
    assert (reading.contest.live_round.number, reading.contest.revision, reading.contest.rehearsal) == (1, 1, False)
    assert [record.what for record in reading.journal] == ["created"]


def test_a_rehearsal_says_that_it_is_one(tmp_path: Path) -> None:
    path = tmp_path / "演练.arena"
    create_contest(path, small_setup(), rehearsal=True)
    assert read_contest(path).contest.rehearsal


def test_a_file_that_exists_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "重要.arena"
    path.write_text("重要", encoding="utf-8")
    with pytest.raises(BadInput, match="exists"):
        create_contest(path, small_setup())
    assert path.read_text(encoding="utf-8") == "重要"


def test_a_contest_is_not_created_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such folder"):
        create_contest(tmp_path / "没有" / "x.arena", small_setup())
    assert listing(tmp_path) == []


def test_a_contest_that_cannot_be_written_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "擂台赛.arena"
    in_the_way = tmp_path / f".{path.name}.{os.getpid()}.new"
    in_the_way.mkdir()
    with pytest.raises(NotNow, match="cannot be created: unable to open database file"):
        create_contest(path, small_setup())
    assert listing(tmp_path) == [in_the_way.name]


def test_a_setup_that_cannot_be_stored_leaves_nothing_behind(tmp_path: Path) -> None:
    setup = small_setup()
    twice = type(setup)(setup.plan, (*setup.contestants, setup.contestants[0]), setup.judges)
    with pytest.raises(Exception, match="UNIQUE"):
        create_contest(tmp_path / "擂台赛.arena", twice)
    assert listing(tmp_path) == []


@pytest.mark.parametrize("opener", OPENERS)
def test_a_file_that_is_not_there_is_said_to_be_missing(opener, tmp_path: Path) -> None:
    for missing in (tmp_path / "没有.arena", tmp_path):
        with pytest.raises(BadInput, match="no such file"):
            opener(missing)
    assert listing(tmp_path) == []


def other_database(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("CREATE TABLE photos (name)")


FOREIGN = {
    "text": lambda path: path.write_text("会议纪要 " * 99, encoding="utf-8"),
    "empty": lambda path: path.touch(),
    "another program's": other_database,
}


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_that_is_no_contest_is_refused_and_stays_as_it_was(opener, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "某文件"
    FOREIGN[kind](path)
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    with pytest.raises(BadInput, match="is not a contest file"):
        opener(path)
    lock = path.with_name(f".{path.name}.lock")  # empty, and never taken away: another may be about to hold it
    assert {each: each.read_bytes() for each in tmp_path.iterdir() if each != lock} == before
    assert not lock.exists() or lock.stat().st_size == 0


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("number", [0, -1])
def test_a_file_of_a_format_that_never_was_is_no_contest(opener, path: Path, number: int) -> None:
    with raw(path) as connection:
        connection.execute(f"PRAGMA user_version = {number}")
    before = path.read_bytes()
    with pytest.raises(BadInput, match="is not a contest file"):
        opener(path)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*format*")), "nothing was migrated"


@pytest.mark.parametrize("opener", OPENERS)
def test_a_file_of_a_newer_program_is_refused_with_what_to_do(opener, path: Path) -> None:
    with raw(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        connection.execute("PRAGMA user_version = 7")
    with pytest.raises(BadInput) as caught:
        opener(path)
    (line,) = caught.value.lines("en")
    assert line.endswith(f"newer version (format 7, this program knows up to {NEWEST}); update the program to open it")
    with pytest.raises(BadInput):
        opener(path)


@pytest.mark.parametrize("opener", [open_contest, read_contest])
@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE entry",
        "DELETE FROM journal",
        "UPDATE contest SET plan = '{}'",
        "UPDATE contest SET clock = '{\"hours\": 1}'",
        "UPDATE judge SET name = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_damaged_file_is_refused_in_plain_words_and_given_back(opener, damage: str, path: Path) -> None:
    with tampered(path) as connection:
        connection.execute(damage)
    for _ in range(2):
        with pytest.raises(BadInput, match="damaged or was tampered with") as caught:
            opener(path)
        assert not isinstance(caught.value, NotNow)


def test_a_file_that_another_desk_has_open_is_not_opened_twice(path: Path) -> None:
    program = "import sys, pathlib; from storage.contest_file import open_contest\n"
    program += "desk = open_contest(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "open\n"
        with pytest.raises(NotNow, match="another desk has the file open") as caught:
            open_contest(path)
        assert caught.value.code == "in_use"
        assert read_contest(path).contest.revision == 1, "reading beside a desk is possible"
        assert verify(path) == []
        desk.kill()
    open_contest(path).close()


def test_a_file_with_a_name_too_long_to_be_locked_is_refused_in_plain_words(path: Path) -> None:
    long = path.with_name("x" * 252)
    path.rename(long)
    with pytest.raises(NotNow, match="cannot be read now"):
        open_contest(long)


@pytest.mark.parametrize("opener", OPENERS)
def test_a_file_that_another_program_has_locked_is_not_called_broken(opener, path: Path) -> None:
    with raw(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotNow, match="database is locked"):
            opener(path)
    open_contest(path).close()


def test_a_file_that_another_program_writes_to_is_not_opened_for_running(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotNow, match="another program has locked the file"):
            open_contest(path)
        assert read_contest(path).contest.revision == 1


def test_a_contest_is_kept_safe_from_a_power_cut(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena") as file, file.plain() as connection:
        pragmas = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert pragmas == ["wal", 2, 1]


def test_reading_never_writes(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    read_contest(path)
    verify(path)
    assert path.read_bytes() == before


def test_a_copy_without_its_log_is_the_contest_as_it_was(path: Path, tmp_path: Path) -> None:
    copy = copied(path, tmp_path / "备份")
    assert read_contest(copy) == read_contest(path)


def test_a_file_opened_on_one_thread_and_closed_on_another_can_be_opened_again(path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(open_contest, path).result().close()
    open_contest(path).close()


def test_operations_from_many_threads_queue_up_and_none_is_lost(path: Path) -> None:
    file = open_contest(path)
    told: list[int] = []
    file.subscribe(lambda change: told.extend(record.number for record in change.records))

    def adjust(number: int) -> int:
        assert file.standings().revision >= 1
        return marks.adjust(file, "ABC"[number % 3], "0.5", reason=str(number))

    with ThreadPoolExecutor(8) as pool:
        revisions = list(pool.map(adjust, range(60)))
    assert sorted(revisions) == sorted(told) == list(range(2, 62))
    assert sum(len(entry.adjustments) for entry in file.contest.live_round.entries) == 60
    file.close()
    assert verify(path) == []


def test_where_nothing_may_be_written_a_file_is_still_read_and_verified(path: Path) -> None:
    before = path.read_bytes()
    path.with_name(f"{path.name}-shm").symlink_to("nowhere/shm")  # nothing can be written there, not even by root
    assert read_contest(path).contest.revision == 1
    assert verify(path) == []
    with pytest.raises(NotNow, match="unable to open database file"):
        open_contest(path)
    assert path.read_bytes() == before


def test_a_file_whose_log_cannot_be_read_is_not_shown_as_it_was_before(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"what was written last")
    path.with_name(f"{path.name}-shm").symlink_to("nowhere/shm")
    with pytest.raises(NotNow, match="unable to open database file"):
        read_contest(path)
