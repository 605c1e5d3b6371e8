"""The journal: append-only records, each bound to the one before by its hash."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from storage.rows import first, insert, rows

Row: TypeAlias = Mapping[str, Any] | sqlite3.Row
_SEALED = ("number", "at", "who", "what", "round", "why", "before", "after", "previous")

SHORT = 24
"""How long a word is that may well come again, in characters; a ballot's id is longer."""

START = "0" * 64
"""What the first record names as the digest before it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: who did what, when (UTC, never earlier than the record before), why, before and after.

    `round` is None for what belongs to the contest. `digest` is the SHA-256 of all other fields as `seal` writes
    them, 64 hexadecimal digits; `previous` the digest of the record before.
    """

    number: int
    at: str
    who: str
    what: str
    round: int | None
    why: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any]
    previous: str
    digest: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A record before it has a number, a time and a place in the chain."""

    what: str
    after: Mapping[str, Any]
    before: Mapping[str, Any] | None = None
    round: int | None = None
    why: str = ""


def canonical(value: object) -> str:
    """JSON with sorted keys and no blanks, so that equal values are equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def without_packed(after: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a record says, but for ballots that are packed: nobody can read them, and no cell holds them."""
    details = after.get("details", {})
    if "sheet" not in details:
        return after
    return {**after, "details": {**details, "sheet": {**details["sheet"], "packed": "…"}}}


def seal(row: Row) -> str:
    """The digest of a journal row: SHA-256 over its fields as one canonical JSON list."""
    from hashlib import sha256  # OpenSSL: loaded where a record is written or checked

    return sha256(canonical([row[name] for name in _SEALED]).encode()).hexdigest()


def append(connection: sqlite3.Connection, draft: Draft, *, who: str, last: Record | None) -> Record:
    """Write the next record behind `last` and return it. The caller commits."""
    row = {
        "number": last.number + 1 if last else 1,
        "at": stamp(last.at if last else None),
        "who": who,
        "what": draft.what,
        "round": draft.round,
        "why": draft.why,
        "before": canonical(draft.before),
        "after": canonical(draft.after),
        "previous": last.digest if last else START,
    }
    row["digest"] = seal(row)
    insert(connection, "journal", row)
    return record_of(row)


def record_of(row: Row) -> Record:
    """A row as a record."""
    jsons = {name: json.loads(row[name], object_pairs_hook=_shared) for name in ("before", "after")}
    words = {name: sys.intern(row[name]) for name in ("who", "what")}
    return Record(**{**{name: row[name] for name in (*_SEALED, "digest")}, **words, **jsons})


def _shared(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of a record. Its keys and short words, which say the same in thousands of records, are held once."""
    return {sys.intern(key): shared_word(value) for key, value in pairs}


def shared_word(value: Any) -> Any:
    """A short text as one object, however often it is read; anything else as it is."""
    return sys.intern(value) if type(value) is str and len(value) <= SHORT else value


def journal_rows(connection: sqlite3.Connection) -> Iterator[sqlite3.Row]:
    """All rows as they stand there, oldest first."""
    return rows(connection, "SELECT * FROM journal ORDER BY number")


def records(connection: sqlite3.Connection) -> Iterator[Record]:
    """All records, oldest first."""
    return map(record_of, journal_rows(connection))


def newest_first(connection: sqlite3.Connection) -> Iterator[Record]:
    """All records, newest first; read as they are asked for."""
    return map(record_of, rows(connection, "SELECT * FROM journal ORDER BY number DESC"))


def last_record(connection: sqlite3.Connection) -> Record | None:
    """The newest record, or None in an empty journal."""
    row = first(connection, "SELECT * FROM journal ORDER BY number DESC LIMIT 1")
    return record_of(row) if row else None


def stamp(after: str | None) -> str:
    """Now in UTC, to the microsecond, but always later than `after`, even if the clock was set back."""
    now = datetime.now(UTC)
    if after is not None:
        now = max(now, datetime.fromisoformat(after) + timedelta(microseconds=1))
    return now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
