"""Plain statements on the connection of a contest file: for reading, and for what is written with every ballot.

SQLAlchemy shares this connection (`storage.engine.Opened`), and takes longer to load than all else that a desk needs
to show a contest. The tables themselves are SQLModel's (`storage.tables`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any


def rows(connection: sqlite3.Connection, statement: str, *values: object) -> Iterator[sqlite3.Row]:
    """What a statement finds, by column name; read as it is asked for."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return iter(cursor.execute(statement, values))


def first(connection: sqlite3.Connection, statement: str, *values: object) -> sqlite3.Row | None:
    """The first row that a statement finds, or None."""
    return next(rows(connection, statement, *values), None)


def one(connection: sqlite3.Connection, statement: str, *values: object) -> sqlite3.Row:
    """The one row that a statement must find. Raises `LookupError`."""
    row = first(connection, statement, *values)
    if row is None:
        raise LookupError(statement)
    return row


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    """Write a row; columns that it does not name are NULL."""
    columns = ", ".join(f'"{column}"' for column in row)
    places = ", ".join(f":{column}" for column in row)
    connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', row)
