"""Whatever happened, the file holds it: nothing is lost by a crash, and the journal alone tells the whole story."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import Session

from storage import engine
from storage.contest_file import Change, ContestFile, open_contest, read_contest
from storage.journal import newest_first
from storage.load import load_contest
from storage.replay import _WRITERS, write_rows
from storage.verify import verify
from tests.storage.story import RICH, contest_on_disk, copied, everything, journal, small_setup


def test_a_desk_that_dies_at_any_moment_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "擂台赛.arena"
    with contest_on_disk(path, small_setup(RICH, "ABCD")) as file:
        told: list[Change] = []

        def crash(change: Change) -> None:
            told.append(change)
            again = open_contest(copied(path, tmp_path / "after a crash"))
            assert (again.contest, again.last) == (file.contest, file.last)
            again.close()

        file.subscribe(crash)
        everything(file, tmp_path)
        kept = journal(file)
    assert [record for change in told for record in change.records] == kept[1:]


def test_every_kind_of_record_has_happened_and_verifies(eventful: Path) -> None:
    of_a_crowd = {"ballots"}  # which has tests of its own: 500 judges would make each of these slow
    assert {record.what for record in read_contest(eventful).journal} == set(_WRITERS) - of_a_crowd
    assert verify(eventful) == []


def test_the_journal_reads_the_same_from_its_end(eventful: Path) -> None:
    file = open_contest(eventful)
    with file.plain() as connection:
        backwards = list(newest_first(connection))
    assert backwards[::-1] == journal(file)
    file.close()


def test_the_journal_alone_gives_the_contest(eventful: Path) -> None:
    reading = read_contest(eventful)
    memory = engine.in_memory()
    with Session(memory.engine) as session:
        for record in reading.journal:
            write_rows(session, record)
            session.flush()
        assert load_contest(memory.connection, reading.journal[-1].number) == reading.contest
    memory.close()


def test_a_contest_opened_again_has_the_same_standings(eventful: Path, tmp_path: Path) -> None:
    first = open_contest(copied(eventful, tmp_path))
    numbers = [round_.number for round_ in first.contest.rounds]
    shown = [first.standings(number) for number in numbers]
    first.close()
    again = open_contest(tmp_path / eventful.name)
    assert [again.standings(number) for number in numbers] == shown
    again.close()


def test_a_subscriber_is_told_until_it_has_had_enough(file: ContestFile) -> None:
    from storage import marks

    told: list[Change] = []
    enough = file.subscribe(told.append)
    marks.adjust(file, "A", "1", reason="加分")
    enough()
    marks.adjust(file, "A", "1", reason="加分")
    assert [record.what for change in told for record in change.records] == ["adjust"]
