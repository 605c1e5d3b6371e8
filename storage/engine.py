"""Opening the SQLite file: pragmas, schema, version, triggers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from scoring.errors import BadInput, Fault, NotNow
from scoring.text import Text
from storage import tables

APPLICATION_ID = 0x4152454E  # "AREN"
SCHEMA_VERSION = 1
BUSY_SECONDS = 3
"""How long to wait for another program that has the file locked."""

NOT_A_CONTEST = Text("不是擂台赛文件", "is not a contest file")
NO_FILE = Text("没有这个文件", "there is no such file")
NOT_READ = Text("现在无法读取 {path}：{reason}", "{path} cannot be read now: {reason}")
TOO_NEW = Text(
    "由更新版本的程序保存（格式 {found}，本程序支持到 {known}），请升级程序后再打开",
    "was saved by a newer version (format {found}, this program knows up to {known}); update the program to open it",
)

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
_EXISTS = "EXISTS (SELECT 1 FROM journal WHERE number >= NEW.number)"
_APPEND_ONLY = (
    f"CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal {_REFUSE}",
    f"CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal {_REFUSE}",
    # INSERT OR REPLACE deletes without asking the one above.
    f"CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN {_EXISTS} {_REFUSE}",
)


def connect(path: Path, *, read_only: bool = False) -> Engine:
    """An engine with one connection, shared by all threads under the caller's lock.

    WAL with `synchronous=FULL`: a commit that returned is on disk. A file that is no contest stays as it was.
    Raises `BadInput` where the file is missing, is no contest, or was written by a newer program, `NotNow` where it
    cannot be read now.
    """
    if not path.is_file():
        raise BadInput([Fault(NO_FILE, file=str(path))])
    with _plain_errors(path):
        connection = _open(str(path))
        with _closed_on_error(connection):
            _check_format(connection, path)
            _prepare(connection, read_only=read_only)
    return _engine(lambda: connection, read_only=read_only)


def create(path: Path) -> Engine:
    """A new file with the current schema; the caller has made sure that nothing is overwritten."""
    return _new(str(path))


def in_memory() -> Engine:
    """An empty contest that lives in memory, for replaying a journal."""
    return _new(":memory:")


def _new(database: str) -> Engine:
    connection = _open(database)
    with _closed_on_error(connection):
        _prepare(connection, read_only=False)
        engine = _engine(lambda: connection)
        _make_schema(engine)
    return engine


def _engine(connected: Callable[[], sqlite3.Connection], *, read_only: bool = False) -> Engine:
    engine = create_engine("sqlite://", creator=connected, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _open(database: str) -> sqlite3.Connection:
    return sqlite3.connect(database, check_same_thread=False, isolation_level=None, timeout=BUSY_SECONDS)


def _prepare(connection: sqlite3.Connection, *, read_only: bool) -> None:
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise BadInput([Fault(NOT_A_CONTEST, file=str(path))])
    if version > SCHEMA_VERSION:
        raise BadInput([Fault(TOO_NEW(found=version, known=SCHEMA_VERSION), file=str(path))])


@contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise NotNow("storage", NOT_READ(reason=error, path=path)) from error
    except sqlite3.DatabaseError as error:
        raise BadInput([Fault(NOT_A_CONTEST, file=str(path))]) from error


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _make_schema(engine: Engine) -> None:
    assert tables.CONTEST_DATA
    with engine.begin() as connection:
        SQLModel.metadata.create_all(connection)
        for trigger in _APPEND_ONLY:
            connection.exec_driver_sql(trigger)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
