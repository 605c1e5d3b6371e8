"""Opening the SQLite file: pragmas, schema, version, triggers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from scoring.errors import BadInput, Fault
from scoring.text import Text
from storage import tables

APPLICATION_ID = 0x4152454E  # "AREN"
SCHEMA_VERSION = 1

NOT_A_CONTEST = Text("不是擂台赛文件", "is not a contest file")
NO_FILE = Text("没有这个文件", "there is no such file")
TOO_NEW = Text(
    "由更新版本的程序保存（格式 {found}，本程序支持到 {known}），请升级程序后再打开",
    "was saved by a newer version (format {found}, this program knows up to {known}); update the program to open it",
)

_APPEND_ONLY = [
    f"CREATE TRIGGER journal_no_{verb.lower()} BEFORE {verb} ON journal "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    for verb in ("UPDATE", "DELETE")
]


def connect(path: Path, *, read_only: bool = False) -> Engine:
    """An engine with one connection, shared by all threads under the caller's lock.

    WAL with `synchronous=FULL`: a commit that returned is on disk. Raises `BadInput` where the file is missing,
    is no contest, or was written by a newer program.
    """
    if not path.is_file():
        raise BadInput([Fault(NO_FILE, file=str(path))])
    engine = _engine(str(path), read_only=read_only)
    try:
        _check_format(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def create(path: Path) -> Engine:
    """A new file with the current schema; the caller has made sure that nothing is overwritten."""
    engine = _engine(str(path))
    _make_schema(engine)
    return engine


def in_memory() -> Engine:
    """An empty contest that lives in memory, for replaying a journal."""
    engine = _engine(":memory:")
    _make_schema(engine)
    return engine


def _engine(database: str, *, read_only: bool = False) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: _open(database, read_only),
        poolclass=StaticPool,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _open(database: str, read_only: bool) -> Any:
    import sqlite3

    connection = sqlite3.connect(database, check_same_thread=False, isolation_level=None, timeout=5)
    try:
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise BadInput([Fault(NOT_A_CONTEST, file=database)]) from error
    return connection


def _check_format(engine: Engine, path: Path) -> None:
    try:
        with engine.connect() as connection:
            application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    except DatabaseError as error:
        raise BadInput([Fault(NOT_A_CONTEST, file=str(path))]) from error
    if application != APPLICATION_ID:
        raise BadInput([Fault(NOT_A_CONTEST, file=str(path))])
    if version > SCHEMA_VERSION:
        raise BadInput([Fault(TOO_NEW(found=version, known=SCHEMA_VERSION), file=str(path))])


def _make_schema(engine: Engine) -> None:
    assert tables.CONTEST_DATA
    with engine.begin() as connection:
        SQLModel.metadata.create_all(connection)
        for trigger in _APPEND_ONLY:
            connection.exec_driver_sql(trigger)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
