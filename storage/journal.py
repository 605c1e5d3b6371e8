"""The journal: append-only records, each bound to the one before by its hash."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlmodel import Session, col, select

from storage.tables import JOURNAL, JournalRow

_INSERT = JOURNAL.insert()

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


def seal(row: JournalRow) -> str:
    """The digest of a journal row: SHA-256 over its fields as one canonical JSON list."""
    fields = (row.number, row.at, row.who, row.what, row.round, row.why, row.before, row.after, row.previous)
    return sha256(canonical(fields).encode()).hexdigest()


def append(session: Session, draft: Draft, *, who: str, last: Record | None) -> Record:
    """Write the next record behind `last` and return it. The caller commits."""
    row = JournalRow(
        number=last.number + 1 if last else 1,
        at=stamp(last.at if last else None),
        who=who,
        what=draft.what,
        round=draft.round,
        why=draft.why,
        before=canonical(draft.before),
        after=canonical(draft.after),
        previous=last.digest if last else START,
        digest="",
    )
    row.digest = seal(row)
    session.connection().execute(_INSERT, row.model_dump())
    return record_of(row)


def record_of(row: JournalRow) -> Record:
    """A row as a record."""
    before, after = json.loads(row.before), json.loads(row.after)
    return Record(row.number, row.at, row.who, row.what, row.round, row.why, before, after, row.previous, row.digest)


def records(session: Session) -> Iterator[Record]:
    """All records, oldest first."""
    for row in session.exec(select(JournalRow).order_by(col(JournalRow.number))):
        yield record_of(row)


def newest_first(session: Session) -> Iterator[Record]:
    """All records, newest first; read as they are asked for."""
    for row in session.exec(select(JournalRow).order_by(col(JournalRow.number).desc()).execution_options(yield_per=20)):
        yield record_of(row)


def last_record(session: Session) -> Record | None:
    """The newest record, or None in an empty journal."""
    row = session.exec(select(JournalRow).order_by(col(JournalRow.number).desc()).limit(1)).first()
    return record_of(row) if row else None


def stamp(after: str | None) -> str:
    """Now in UTC, to the microsecond, but always later than `after`, even if the clock was set back."""
    now = datetime.now(UTC)
    if after is not None:
        now = max(now, datetime.fromisoformat(after) + timedelta(microseconds=1))
    return now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
