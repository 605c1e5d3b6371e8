"""Bringing a file of an older format up to date: backed up first, then changed in one transaction.

A format is a whole number in the file (`PRAGMA user_version`). Each step below leads from one to the next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations
    from sqlalchemy import Engine


def _signatures(op: Operations) -> None:
    from sqlalchemy import Column, ForeignKey, Integer, String

    op.create_table(
        "signature",
        Column("round", Integer, ForeignKey("round.number"), primary_key=True),
        Column("role", String, primary_key=True),
        Column("name", String, nullable=False),
        Column("record", Integer, nullable=False),
        Column("at", String, nullable=False),
    )


def _offering_persons(op: Operations) -> None:
    from sqlalchemy import Column, String

    op.add_column("offer", Column("person", String))


def _rule_changes(op: Operations) -> None:
    from sqlalchemy import Column, ForeignKey, Integer, String

    op.create_table(
        "rule_change",
        Column("record", Integer, primary_key=True),
        Column("round", Integer, ForeignKey("round.number"), nullable=False),
        Column("at", String, nullable=False),
        Column("reason", String, nullable=False),
        Column("before", String, nullable=False),
        Column("after", String, nullable=False),
    )


def _staging(op: Operations) -> None:
    from sqlalchemy import Column, String

    op.add_column("contest", Column("staging", String))


STEPS: Mapping[int, Callable[[Operations], None]] = {
    1: _signatures,
    2: _offering_persons,
    3: _rule_changes,
    4: _staging,
}
"""What leads from a format to the next one."""
NEWEST = max(STEPS) + 1
"""The format that this program writes."""
OLDEST = min(STEPS)
"""The first format that there was."""


def format_of(connection: sqlite3.Connection) -> int:
    """The format of an open file."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def bring_up_to_date(opened: Engine, found: int) -> None:
    """Change an open file of format `found` to the newest one; all of it, or nothing."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    with opened.begin() as connection:
        op = Operations(MigrationContext.configure(connection))
        for number in range(found, NEWEST):
            STEPS[number](op)
        connection.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")


def back_up(connection: sqlite3.Connection, path: Path, found: int) -> Path:
    """Copy a file of format `found` beside itself, whole or not at all; an earlier copy stays. Returns the copy.

    Raises `OSError` or `sqlite3.Error` where it cannot be written.
    """
    copy = _free_name(path, found)
    making = copy.with_name(f".{copy.name}.new")
    try:
        with closing(sqlite3.connect(making)) as target:
            connection.backup(target)
        making.rename(copy)
    finally:
        with suppress(OSError):
            making.unlink(missing_ok=True)
    return copy


def _free_name(path: Path, found: int) -> Path:
    """`x.arena` of format 1 is kept as `x.format-1.arena`, or with a number behind if there is one already."""
    stem, number = f"{path.stem}.format-{found}", 1
    copy = path.with_name(f"{stem}{path.suffix}")
    while copy.exists():
        number += 1
        copy = path.with_name(f"{stem}-{number}{path.suffix}")
    return copy


def in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of an open file in memory: for reading an older file, which stays as it is."""
    memory = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.backup(memory)
    return memory
