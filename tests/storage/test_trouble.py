"""A full disk, a file that cannot be written, a clock that was set back: nothing is lost and nothing is half done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from sqlite3 import IntegrityError

import pytest

from scoring.errors import NotNow
from storage import ballots, desk, marks, seats
from storage.contest_file import Actor, ContestFile, create_contest, open_contest, read_contest
from storage.journal import stamp
from storage.verify import findings, verify
from tests.contests import put
from tests.storage.story import HIGH, WHY, offered, raw, refused, small_setup
from tests.storage.tampering import chain_again, tampered

LONG = "超时" * 20_000
FUTURE = "2999-12-31T23:59:59.999999Z"


def pragma(file: ContestFile, words: str) -> None:
    with file.plain() as connection:
        connection.execute(f"PRAGMA {words}")


def fill_the_disk(file: ContestFile) -> None:
    with file.plain() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    pragma(file, f"max_page_count = {pages}")


def protect(file: ContestFile) -> None:
    pragma(file, "query_only = ON")


TROUBLE: dict[str, tuple[Callable[[ContestFile], None], str, str]] = {
    "full disk": (fill_the_disk, "max_page_count = 1000000", "database or disk is full"),
    "write-protected": (protect, "query_only = OFF", "attempt to write a readonly database"),
}


@pytest.mark.parametrize(("strike", "mend", "reason"), TROUBLE.values(), ids=TROUBLE)
def test_an_operation_that_cannot_be_stored_never_happened(
    file: ContestFile, logged_warnings: list[logging.LogRecord], strike: Callable, mend: str, reason: str
) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    told: list[object] = []
    file.subscribe(told.append)
    strike(file)
    error = refused(file, lambda: marks.adjust(file, "A", "1", reason=LONG, by=Actor("operator", "call-1")))
    assert isinstance(error, NotNow)
    assert (error.code, error.text.en) == (
        "storage",
        f"nothing was written: {reason}. What was there is safe; check disk space and permissions and try again",
    )
    assert told == []
    assert [record.name for record in logged_warnings] == ["storage.contest_file"]
    logged_warnings.clear()
    pragma(file, mend)
    assert file.first_answer("call-1") is None
    put(file, "J1", "A", HIGH)
    assert marks.adjust(file, "A", "1", reason=LONG) == file.contest.revision
    assert verify(file.path) == []


@pytest.mark.parametrize(("strike", "mend", "reason"), TROUBLE.values(), ids=TROUBLE)
def test_settings_seats_and_offers_are_refused_in_the_same_words_and_no_secret_is_logged(
    file: ContestFile, logged_warnings: list[logging.LogRecord], strike: Callable, mend: str, reason: str
) -> None:
    before = seats.seats(file)
    strike(file)
    tried: list[Callable[[], object]] = [
        lambda: file.remember("port", f"geheim{LONG}"),
        lambda: file.keep_answer("call-1", f"geheim{LONG}"),
        lambda: offered(file, "J1", "A", f"geheim{LONG}"),
        lambda: seats.reissue(file, "J1", reason=f"geheim{LONG}"),
    ]
    for act in tried:
        error = refused(file, act)
        assert isinstance(error, NotNow)
        assert (error.code, reason in error.text.zh) == ("storage", True)
    pragma(file, mend)
    assert seats.seats(file) == before
    assert ballots.open_offers(file) == []
    said = [logging.Formatter().format(record) for record in logged_warnings]
    assert len(said) == len(tried)
    assert not [text for text in said if "geheim" in text]
    logged_warnings.clear()


def test_a_file_that_is_gone_is_called_gone_where_its_disk_fails(
    file: ContestFile, tmp_path: Path, logged_warnings: list[logging.LogRecord]
) -> None:
    protect(file)
    file.path.rename(tmp_path / "拔掉.arena")
    with pytest.raises(NotNow, match="no longer in its place"):
        file.remember("port", "1")
    logged_warnings.clear()


def test_a_damaged_disk_is_an_expected_trouble_and_a_wrong_statement_is_not(
    file: ContestFile, tmp_path: Path, logged_warnings: list[logging.LogRecord]
) -> None:
    (tmp_path / "坏").write_bytes(b"nothing" * 1000)

    def read_damaged() -> None:
        with file.plain() as connection:
            connection.execute("ATTACH ? AS damaged", (str(tmp_path / "坏"),))
            connection.execute("SELECT * FROM damaged.sqlite_master")

    with pytest.raises(NotNow, match="file is not a database"):
        read_damaged()
    logged_warnings.clear()
    with pytest.raises(IntegrityError), file.plain() as connection:
        connection.execute("INSERT INTO setting VALUES (NULL, NULL)")


def test_a_file_locked_by_another_program_refuses_the_write_and_takes_it_later(
    file: ContestFile, logged_warnings: list[logging.LogRecord]
) -> None:
    with raw(file.path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        before = file.contest
        with pytest.raises(NotNow, match="database is locked"):
            desk.call(file, "A")
        assert file.contest is before
    logged_warnings.clear()
    assert desk.call(file, "A") == 2


def test_a_record_is_never_dated_before_the_one_before_even_if_the_clock_was_set_back(tmp_path: Path) -> None:
    assert stamp(FUTURE) == "3000-01-01T00:00:00.000000Z"
    first, second = stamp(None), stamp("2001-01-01T00:00:00.000000Z")
    assert first <= second
    assert stamp(second) > second
    path = tmp_path / "擂台赛.arena"
    create_contest(path, small_setup())
    with tampered(path) as connection:
        connection.execute("UPDATE journal SET at = ?", (FUTURE,))
        chain_again(connection)
    file = open_contest(path)
    for code in "ABC":
        marks.adjust(file, code, "1", reason=WHY)
    file.close()
    times = [record.at for record in read_contest(path).journal]
    assert times == [FUTURE, *(f"3000-01-01T00:00:00.{n:06}Z" for n in range(3))]
    assert verify(path) == []


def test_what_fails_in_the_middle_of_an_operation_leaves_nothing_of_it(file: ContestFile) -> None:
    """The record stands in the journal already when its row is refused."""
    before = file.contest
    with file.plain() as connection:
        connection.execute("CREATE TEMP TRIGGER no BEFORE INSERT ON mark BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(IntegrityError, match="no"):
        marks.adjust(file, "A", "1", reason="超时")
    assert file.contest == before
    with file.plain() as connection:
        assert findings(connection) == []
        connection.execute("DROP TRIGGER no")
    assert marks.adjust(file, "A", "1", reason="超时") == before.revision + 1
