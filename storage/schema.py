"""SQLAlchemy on the connection of a contest file, and the schema that it writes."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any

from sqlalchemy import Engine, Index, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import Session, SQLModel

from storage import migrate, tables
from storage.engine import APPLICATION_ID

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
_EXISTS = "EXISTS (SELECT 1 FROM journal WHERE number >= NEW.number)"
_APPEND_ONLY = (
    f"CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal {_REFUSE}",
    f"CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal {_REFUSE}",
    # INSERT OR REPLACE deletes without asking the one above.
    f"CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN {_EXISTS} {_REFUSE}",
)


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that has this one connection."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(begun: Any) -> None:
        if not connection.in_transaction:  # a session may join one that was begun without it
            begun.exec_driver_sql("BEGIN IMMEDIATE")

    assert not connection.in_transaction, "it would be rolled back: so SQLAlchemy gets to know a connection"
    engine.connect().close()
    return engine


def make_schema(engine: Engine) -> None:
    """Make the tables in an empty database, and what guards the journal."""
    with engine.begin() as connection:
        for statement in _statements():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {migrate.NEWEST}")


@cache
def _statements() -> tuple[str, ...]:
    """The SQL that makes all tables, indices and triggers; compiled once, as compiling takes longer than running it."""
    assert tables.CONTEST_DATA
    made: list[CreateTable | CreateIndex] = []
    for table in SQLModel.metadata.tables.values():
        made += [CreateTable(table), *(CreateIndex(index) for index in sorted(table.indexes, key=_name))]
    dialect = create_engine("sqlite://").dialect
    return (*(str(each.compile(dialect=dialect)) for each in made), *_APPEND_ONLY)


def _name(index: Index) -> str:
    return str(index.name)


def connection_of(session: Session) -> sqlite3.Connection:
    """The connection of a session, within its transaction."""
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    return connection
