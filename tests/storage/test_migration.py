"""A file that an earlier version of the program wrote opens with this one, and nothing of it is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from scoring.contest import Signer
from scoring.errors import NotNow
from storage import engine, migrate, rounds
from storage.ballots import open_offers
from storage.contest_file import open_contest, read_contest
from storage.verify import verify
from tests.storage.story import raw

OLDER = sorted((Path(__file__).parent / "older").glob("format_*.sql"))


def opened_as_before(path: Path, dump: Path) -> Path:
    """A contest file as an earlier version of the program left it."""
    with raw(path) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    return path


@pytest.fixture(params=OLDER, ids=lambda path: path.stem)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of each format that there was."""
    return opened_as_before(tmp_path / "擂台赛.arena", request.param)


@pytest.fixture
def shape() -> Iterator[dict]:
    """The tables of a new file."""
    new = engine.in_memory()
    yield shape_of(new.engine)
    new.close()


def shape_of(opened: Engine) -> dict:
    """Tables, columns, keys, indices and triggers of a database."""
    inspector = inspect(opened)
    tables = {
        name: {
            "columns": {
                each["name"]: (str(each["type"]), each["nullable"], each["default"])
                for each in inspector.get_columns(name)
            },
            "key": inspector.get_pk_constraint(name)["constrained_columns"],
            "foreign": sorted(
                (each["constrained_columns"], each["referred_table"], each["referred_columns"])
                for each in inspector.get_foreign_keys(name)
            ),
            "unique": sorted(each["column_names"] for each in inspector.get_unique_constraints(name)),
            "indices": sorted((each["name"], each["column_names"]) for each in inspector.get_indexes(name)),
        }
        for name in inspector.get_table_names()
    }
    with opened.connect() as connection:
        triggers = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    return {"tables": tables, "triggers": sorted(tuple(each) for each in triggers)}


def version_of(path: Path) -> int:
    with raw(path) as connection:
        return migrate.format_of(connection)


def test_every_format_that_there_was_is_tried() -> None:
    assert [path.stem for path in OLDER] == [f"format_{number}" for number in range(1, migrate.NEWEST)]


def test_an_older_file_opens_with_everything_that_was_in_it(older: Path) -> None:
    before = read_contest(older)
    file = open_contest(older)
    assert file.contest == before.contest
    rounds.sign_off(file, {Signer.TELLER: "周敏"}, number=1)
    file.close()
    assert read_contest(older).journal[:-1] == before.journal
    assert verify(older) == []


def test_an_older_file_has_the_tables_of_a_new_one_afterwards(older: Path, shape: dict) -> None:
    open_contest(older).close()
    assert version_of(older) == migrate.NEWEST
    opened = engine.connect(older)
    assert shape_of(opened.engine) == shape
    opened.close()


def test_the_older_file_is_kept_beside_it(older: Path) -> None:
    with raw(older) as connection:
        before = list(connection.iterdump())
        number = migrate.format_of(connection)
    open_contest(older).close()
    with raw(older.with_name(f"擂台赛.format-{number}.arena")) as connection:
        assert list(connection.iterdump()) == before
        assert migrate.format_of(connection) == number


def test_an_earlier_copy_is_never_overwritten(older: Path) -> None:
    kept = older.with_name(f"擂台赛.format-{version_of(older)}.arena")
    kept.write_text("重要", encoding="utf-8")
    open_contest(older).close()
    assert kept.read_text(encoding="utf-8") == "重要"
    assert read_contest(kept.with_stem(f"{kept.stem}-2")).contest == read_contest(older).contest


def test_an_older_file_is_read_and_verified_without_a_change_to_it(older: Path) -> None:
    before = older.read_bytes()
    assert read_contest(older).contest.rounds
    assert verify(older) == []
    assert older.read_bytes() == before
    assert [each.name for each in older.parent.iterdir()] == [older.name]


def test_an_offer_of_an_older_file_is_of_the_person_who_sits_there(older: Path) -> None:
    file = open_contest(older)
    names = {judge.code: judge.name for judge in file.contest.judges}
    assert all(offer.person == names[offer.judge] for offer in open_offers(file))
    file.close()


def test_an_older_file_that_was_tampered_with_is_found_out(older: Path) -> None:
    with raw(older) as connection:
        connection.execute("UPDATE ballot SET scores = replace(scores, '40', '41')")
    assert verify(older)


def test_without_a_copy_nothing_is_changed(older: Path) -> None:
    path = older.rename(older.with_name("长" * 80 + ".arena"))  # the name of a copy would be too long for a disk
    before = path.read_bytes()
    with pytest.raises(NotNow, match="as it was"):
        open_contest(path)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(older: Path) -> None:
    with raw(older) as connection:
        connection.execute("ALTER TABLE contest ADD COLUMN staging VARCHAR")  # the last step adds it
    before = sqlite_dump(older)
    with pytest.raises(NotNow, match="staging") as caught:
        open_contest(older)
    assert "SQL" not in caught.value.text.en, "a person reads this"
    assert sqlite_dump(older) == before


def sqlite_dump(path: Path) -> tuple[list[str], int]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump()), migrate.format_of(connection)
