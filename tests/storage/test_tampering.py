"""Nobody changes a result afterwards without `verify` saying so."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from scoring.errors import BadInput
from storage.contest_file import read_contest
from storage.tables import CONTEST_DATA, JournalRow
from storage.verify import Fingerprint, parse_fingerprint, verify
from tests.storage.story import copied, raw
from tests.storage.tampering import chain_again, compact, rewrite, tampered

TABLES = {str(table.__tablename__): table for table in CONTEST_DATA}
COLUMNS = [(name, column.name) for name, table in TABLES.items() for column in table.__table__.columns]  # type: ignore[attr-defined]
JOURNAL = [column.name for column in JournalRow.__table__.columns]  # type: ignore[attr-defined]


@pytest.fixture
def path(eventful: Path, tmp_path: Path) -> Path:
    """A file of an eventful contest, to be tampered with."""
    return copied(eventful, tmp_path)


def said(path: Path, fingerprint: Fingerprint | None = None) -> list[str]:
    found = verify(path, fingerprint)
    assert all(text.zh for text in found)
    return [text.en for text in found]


def keys_of(table: str) -> list[str]:
    return [column.name for column in TABLES[table].__table__.primary_key]  # type: ignore[attr-defined]


def rows_of(connection: sqlite3.Connection, table: str) -> dict[str, dict[str, Any]]:
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid')]
    return {"/".join(str(row[key]) for key in keys_of(table)): row for row in rows}


def other(value: Any) -> Any:
    """A value that differs by as little as a person would dare."""
    return value + 1000 if isinstance(value, int) else f"{value or ''}x"


def as_bytes(value: Any) -> Any:
    """The same letters, but not as text; a number as another one."""
    return other(value) if isinstance(value, int) else (value or "").encode()


EDITS = [other, as_bytes]


def set_field(connection: sqlite3.Connection, table: str, row: dict[str, Any], column: str, value: Any) -> None:
    where = " AND ".join(f'"{key}" = ?' for key in keys_of(table))
    found = [row[key] for key in keys_of(table)]
    connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {where}', (value, *found))


def together() -> Iterator[tuple[str, list[str]]]:
    """Columns that can be edited at once, each to be named: those of a table, but for what its rows are called by."""
    for table in TABLES:
        keys = keys_of(table)
        yield from ((table, [key]) for key in keys)
        yield table, [column for of, column in COLUMNS if of == table and column not in keys]


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize(("table", "columns"), [each for each in together() if each[1]], ids=str)
def test_an_edit_of_any_field_of_any_row_is_named(
    path: Path, table: str, columns: list[str], edit: Callable[[Any], Any]
) -> None:
    with raw(path) as connection:
        rows = rows_of(connection, table)
        connection.execute("BEGIN")
        for row, column in product(reversed(rows.values()), columns):
            set_field(connection, table, row, column, edit(row[column]))
        connection.execute("COMMIT")
        unchanged = rows.keys() & rows_of(connection, table).keys()
    found = said(path)
    for key, column in product(rows, columns):
        named = f"row {key} of table {table}: {column} is " if key in unchanged else f"table {table} lacks {key}"
        assert any(text.startswith(named) for text in found), f"{named} was not found"


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize("table", TABLES)
def test_a_single_edit_is_all_that_is_found(path: Path, table: str) -> None:
    with raw(path) as connection:
        for column in {name for of, name in COLUMNS if of == table} - set(keys_of(table)):
            key, row = list(rows_of(connection, table).items())[-1]
            set_field(connection, table, row, column, other(row[column]))
            (found,) = said(path)
            assert found.startswith(f"row {key} of table {table}: {column} is '{other(row[column])}'")
            set_field(connection, table, row, column, row[column])
    assert said(path) == []


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize("table", TABLES)
def test_rows_taken_out_or_put_in_are_named(path: Path, table: str) -> None:
    with raw(path) as connection:
        key, row = list(rows_of(connection, table).items())[-1]
        connection.execute(f'DELETE FROM "{table}" WHERE rowid = (SELECT max(rowid) FROM "{table}")')
        assert said(path) == [f"table {table} lacks {key}"]
        row[keys_of(table)[-1]] = other(row[keys_of(table)[-1]])
        if table == "ballot":
            row["ballot_id"] = "forged"
        connection.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(row))})', tuple(row.values()))
    found = said(path)
    assert f"table {table} lacks {key}" in found
    assert any(text.endswith(f"of table {table} does not follow from the journal") for text in found)


@pytest.mark.parametrize("column", JOURNAL)
@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_of_any_field_of_any_record_is_found(path: Path, column: str, edit: Callable[[Any], Any]) -> None:
    """Every record is sealed by itself: all are edited at once, and each is named."""
    with tampered(path) as connection:
        fields = connection.execute(f"SELECT number, {column} FROM journal ORDER BY number DESC").fetchall()
        for number, value in fields:
            connection.execute(f"UPDATE journal SET {column} = ? WHERE number = ?", (edit(value), number))
    found = said(path)
    for number, _ in fields:
        named = edit(number) if column == "number" else number
        assert f"record {named} of the journal was changed" in found, f"{number} passed"


def test_a_single_edit_of_a_record_is_all_that_is_found_of_the_chain(path: Path) -> None:
    with tampered(path) as connection:
        connection.execute("UPDATE journal SET who = 'somebody' WHERE number = 10")
    assert said(path) == ["record 10 of the journal was changed"]


def test_a_record_taken_out_is_found_wherever_it_stood(path: Path) -> None:
    numbers = [record.number for record in read_contest(path).journal]
    for number in numbers[:-1:8]:
        with tampered(path) as connection:
            row = connection.execute("SELECT * FROM journal WHERE number = ?", (number,)).fetchone()
            connection.execute("DELETE FROM journal WHERE number = ?", (number,))
        assert f"records are missing before record {number + 1} of the journal" in said(path)
        with tampered(path) as connection:
            connection.execute(f"INSERT INTO journal VALUES ({', '.join('?' * len(row))})", row)
    assert said(path) == []


def test_one_thing_that_is_wrong_hides_no_other(path: Path) -> None:
    printed = Fingerprint(12, "0" * 16)
    with tampered(path) as connection:
        connection.execute("UPDATE journal SET who = 'somebody' WHERE number = 10")
        connection.execute("UPDATE judge SET title = '局长' WHERE code = 'J3'")
        stowaway = "SELECT 'Z', 99, name, category, lead, members FROM contestant LIMIT 1"
        connection.execute(f"INSERT INTO contestant {stowaway}")
    found = said(path, printed)
    assert found[0] == "record 10 of the journal was changed"
    assert found[1].startswith("the digest of record 12 is ")
    assert found[2:] == [
        "row Z of table contestant does not follow from the journal",
        "row J3 of table judge: title is '局长', the journal says '委员'",
    ]


FOREIGN = [
    ("DROP TRIGGER journal_no_update", "the file lacks the trigger journal_no_update"),
    ("DROP INDEX ballot_entry", "the file lacks the index ballot_entry"),
    ("CREATE TABLE evil (x)", "the file has a table evil that this program did not make"),
    ("CREATE VIEW evil AS SELECT * FROM mark", "the file has a view evil that this program did not make"),
    (
        "CREATE TRIGGER evil AFTER INSERT ON ballot BEGIN UPDATE ballot SET scores = '{}'; END",
        "the file has a trigger evil that this program did not make",
    ),
    ("ALTER TABLE ballot ADD COLUMN evil", "the table ballot of the file was changed"),
]


@pytest.mark.parametrize(("change", "named"), FOREIGN)
def test_a_file_that_was_built_otherwise_is_named(path: Path, change: str, named: str) -> None:
    with raw(path) as connection:
        connection.execute(change)
    assert said(path) == [named]


def test_a_guard_that_was_made_harmless_is_named(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("DROP TRIGGER journal_no_delete")
        connection.execute("CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT 1; END")
    assert said(path) == ["the trigger journal_no_delete of the file was changed"]


def test_a_table_that_became_a_view_is_named(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("CREATE TABLE sham AS SELECT * FROM mark")
        connection.execute("DROP TABLE mark")
        connection.execute("CREATE VIEW mark AS SELECT * FROM sham")
    found = said(path)
    assert {"the file lacks the table mark", "the file has a view mark that this program did not make"} <= set(found)


def test_a_row_that_stands_twice_is_named_though_both_say_the_same(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("CREATE TABLE sham AS SELECT * FROM mark")
        connection.execute("INSERT INTO sham SELECT * FROM mark LIMIT 1")
        connection.execute("DROP TABLE mark")
        connection.execute("ALTER TABLE sham RENAME TO mark")
        (record,) = connection.execute("SELECT record FROM mark GROUP BY record HAVING count(*) > 1").fetchone()
    assert f"table mark holds row {record} more than once" in said(path)


def test_an_index_that_hides_rows_from_the_program_is_found(path: Path) -> None:
    """Standings read ballots through an index; a check that reads the table alone would not notice."""
    with raw(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'ix_mark_round') "
            "WHERE name = 'ballot_entry'"
        )
    assert any(text.startswith("the file is damaged: ") for text in said(path))


def test_records_that_change_places_are_found(path: Path) -> None:
    with tampered(path) as connection:
        for old, new in ((10, -1), (11, 10), (-1, 11)):
            connection.execute("UPDATE journal SET number = ? WHERE number = ?", (new, old))
    assert said(path)[:2] == ["record 10 of the journal was changed", "record 11 of the journal was changed"]


def test_a_record_sealed_again_by_itself_does_not_follow_the_one_before(path: Path) -> None:
    with tampered(path) as connection:
        connection.execute("UPDATE journal SET why = '改' WHERE number = 10")
        last = connection.execute("SELECT previous, digest FROM journal WHERE number = 11").fetchone()
        chain_again(connection)
        connection.execute("UPDATE journal SET previous = ?, digest = ? WHERE number = 11", last)
    assert said(path)[0] == "record 11 of the journal does not follow the one before"


def test_a_journal_that_was_emptied_is_found(path: Path) -> None:
    with tampered(path) as connection:
        connection.execute("DELETE FROM journal")
    assert said(path) == ["the journal is empty"]


def test_a_record_dated_before_the_one_before_is_found(path: Path) -> None:
    with tampered(path) as connection:
        (ballot,) = connection.execute("SELECT min(record) FROM ballot").fetchone()
        connection.execute("UPDATE journal SET at = '2001-01-01T00:00:00.000000Z' WHERE number = ?", (ballot,))
        chain_again(connection)
    found = said(path)
    assert found[0] == f"record {ballot} of the journal is earlier than the one before"
    assert [text.partition(": ")[0] for text in found[1:]] == [f"row {ballot} of table ballot"], (
        "stored at another time"
    )


def test_the_journal_cannot_be_changed_by_mistake(path: Path) -> None:
    with raw(path) as connection:
        for change in (
            "UPDATE journal SET why = 'x' WHERE number = 2",
            "DELETE FROM journal WHERE number = 2",
            "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE number = 2",
            "INSERT INTO journal SELECT -1, at, who, what, round, why, before, after, previous, digest FROM journal",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(change)
    assert said(path) == []


def fingerprint(path: Path, number: int = -1) -> Fingerprint:
    record = read_contest(path).journal[number]
    return parse_fingerprint(f" {record.number}:{record.digest[:16].upper()} ")


def test_a_history_written_anew_is_told_by_the_fingerprint_on_paper(path: Path) -> None:
    printed = fingerprint(path)
    assert said(path, printed) == []
    with tampered(path) as connection:
        connection.execute("UPDATE journal SET who = 'somebody' WHERE number = 5")
        chain_again(connection)
    assert said(path) == [], "the chain alone cannot know"
    (found,) = said(path, printed)
    assert found.startswith(f"the digest of record {printed.number} is ")


def test_an_end_that_was_cut_off_is_told_by_the_fingerprint_on_paper(path: Path) -> None:
    printed = fingerprint(path)
    with tampered(path) as connection:
        connection.execute("DELETE FROM journal WHERE number = ?", (printed.number,))
        connection.execute("DELETE FROM ballot WHERE record = ?", (printed.number,))
    assert said(path) == [], "the chain alone cannot know"
    assert said(path, printed) == [
        f"the journal ends at record {printed.number - 1}; the fingerprint names {printed.number}"
    ]
    assert said(path, Fingerprint(0, "0" * 16)) == [
        f"the journal ends at record {printed.number - 1}; the fingerprint names 0"
    ]


def test_an_older_fingerprint_holds_while_the_contest_goes_on(path: Path) -> None:
    assert said(path, fingerprint(path, 10)) == []


@pytest.mark.parametrize(
    "text",
    ["", "5", "5:", ":9f2a", "5:9f2a", "x:" + "0" * 16, "5:" + "g" * 16, "5:" + "0" * 65, "9" * 5000 + ":" + "0" * 16],
)
def test_a_fingerprint_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_fingerprint(text)


def upset(words: Any) -> None:
    rows = words["standings"]["boards"][0]["rows"]
    rows[0]["published"] = "99.99"


def insert(words: Any) -> None:
    rows = words["standings"]["boards"][0]["rows"]
    rows.insert(0, {**rows[-1], "rank": 1})


def swap(words: Any) -> None:
    rows = words["standings"]["boards"][0]["rows"]
    rows[0], rows[1] = rows[1], rows[0]


def leave_out(words: Any) -> None:
    del words["standings"]["boards"][0]["rows"][0]


def retitle(words: Any) -> None:
    words["standings"]["status"] = "provisional"


def lift(words: Any) -> None:
    words["result"]["published"] = "99.99"


def spare(words: Any) -> None:
    words["returning"] = words["returning"][:-1]


def first(words: Any) -> None:
    words["lineup"].reverse()


def turn(words: Any) -> None:
    words["details"]["order"].reverse()


def reseed(words: Any) -> None:
    words["details"]["seed"] += "x"


def shorten(words: Any) -> None:
    words["details"]["order"].pop()


FORGED: list[tuple[str, Callable[[Any], None]]] = [
    ("close-round", upset),
    ("close-round", insert),
    ("close-round", swap),
    ("close-round", leave_out),
    ("close-round", retitle),
    ("reveal", lift),
    ("next-round", spare),
    ("next-round", first),
    ("draw", turn),
    ("start-order", reseed),
    ("start-order", shorten),
]


def test_another_plan_before_a_change_than_the_one_that_was_in_force_is_found(path: Path) -> None:
    rewrite(path, "plan", retitled, column="before")
    assert any("(plan) holds a result that does not follow" in text for text in said(path))


def retitled(words: Any) -> None:
    words["plan"]["contest"]["title"] = "另一个擂台赛"


@pytest.mark.parametrize(("what", "change"), FORGED)
def test_a_recorded_result_that_does_not_follow_is_found_though_the_chain_holds(
    path: Path, what: str, change: Callable[[Any], None]
) -> None:
    rewrite(path, what, change)
    assert any(f"({what}) holds a result that does not follow" in text for text in said(path))


def nonsense(words: Any) -> None:
    words["scores"]["a"] = "many"


def nobody(words: Any) -> None:
    words["entry"] = "Z"


def no_plan(words: Any) -> None:
    words["plan"]["contest"]["decimals"] = 7


def forgotten(words: Any) -> None:
    words.clear()


UNPLAYABLE: list[tuple[str, Callable[[Any], None]]] = [
    ("ballot", nonsense),
    ("call", nobody),
    ("reveal", nobody),
    ("created", no_plan),
    ("plan", no_plan),
    ("close-round", forgotten),
    ("adjust", forgotten),
]


@pytest.mark.parametrize(("what", "change"), UNPLAYABLE)
def test_a_record_that_makes_no_sense_is_named(path: Path, what: str, change: Callable[[Any], None]) -> None:
    rewrite(path, what, change)
    (found,) = said(path)
    assert found.endswith(f"({what}) cannot be replayed")


@pytest.mark.parametrize(
    ("column", "value"), [("what", "praise"), ("round", None), ("round", 9), ("after", "{"), ("before", "x")]
)
def test_a_record_of_an_unknown_kind_or_round_or_form_is_named(path: Path, column: str, value: Any) -> None:
    with tampered(path) as connection:
        number = connection.execute("SELECT max(number) FROM journal").fetchone()[0]
        connection.execute(f"UPDATE journal SET {column} = ? WHERE number = ?", (value, number))
        chain_again(connection)
    (found,) = said(path)
    assert found == f"record {number} ({'praise' if column == 'what' else 'ballot'}) cannot be replayed"


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE mark",
        "DROP TABLE journal",
        "ALTER TABLE ballot RENAME COLUMN person TO human",
        "UPDATE journal SET why = CAST(x'ff' AS TEXT) WHERE number = 3",
        "UPDATE contestant SET name = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_damaged_file_is_told_in_plain_words(path: Path, damage: str) -> None:
    with tampered(path) as connection:
        connection.execute(damage)
    assert said(path)[-1].startswith("the file cannot be read: ")


def test_a_page_of_rubbish_is_told_in_plain_words(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\x5a" * 4096
    path.write_bytes(data)
    assert said(path)


def test_a_forged_record_at_the_end_needs_rows_as_well(path: Path) -> None:
    with tampered(path) as connection:
        row = connection.execute("SELECT * FROM journal ORDER BY number DESC").fetchone()
        after = compact({"subject": "", "contestant": "E", "details": {"points": "50"}})
        forged = (row[0] + 1, "2999-01-01T00:00:00.000000Z", "operator", "adjust", row[4], "", "null", after, "", "")
        connection.execute(f"INSERT INTO journal VALUES ({', '.join('?' * len(row))})", forged)
        chain_again(connection)
    assert said(path) == [f"table mark lacks {row[0] + 1}"]
