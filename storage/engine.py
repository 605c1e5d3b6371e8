"""Opening the SQLite file: pragmas, schema, version, triggers."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from scoring.errors import BadInput, Fault, NotNow
from scoring.text import Text
from storage import migrate
from storage.loading import load_writing

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

logger = logging.getLogger(__name__)

APPLICATION_ID = 0x4152454E  # "AREN"
BUSY_SECONDS = 3
"""How long to wait for another program that has the file locked."""

_PROTECTED = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}

NOT_A_CONTEST = Text("不是擂台赛文件", "is not a contest file")
NO_FILE = Text("没有这个文件", "there is no such file")
NOT_READ = Text("现在无法读取 {path}：{reason}", "{path} cannot be read now: {reason}")
TOO_NEW = Text(
    "由更新版本的程序保存（格式 {found}，本程序支持到 {known}），请升级程序后再打开",
    "was saved by a newer version (format {found}, this program knows up to {known}); update the program to open it",
)
NOT_MIGRATED = Text(
    "{path} 是旧格式（{found}），升级没有成功：{reason}。原文件没有改动；请检查磁盘空间和文件夹权限后重试",
    "{path} is of an older format ({found}) and could not be brought up to date: {reason}. The file is as it was; "
    "check disk space and the folder's permissions and try again",
)


class Opened:
    """An open contest file: one connection, shared by all threads under the caller's lock."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @cached_property
    def engine(self) -> Engine:
        """SQLAlchemy on the same connection; it is loaded when it is first asked for, as reading does without.

        Not to be asked for first while a transaction is under way.
        """
        load_writing()
        from storage.schema import engine_on

        return engine_on(self.connection)

    def session(self) -> Session:
        """A session on the same connection."""
        load_writing()
        from sqlmodel import Session

        return Session(self.engine)

    def close(self) -> None:
        """Close the connection."""
        if "engine" in self.__dict__:
            self.engine.dispose()
        self.connection.close()


def connect(path: Path, *, read_only: bool = False) -> Opened:
    """Open a contest file.

    WAL with `synchronous=FULL`: a commit that returned is on disk. A file that is no contest stays as it was. One of
    an older format is copied beside itself and migrated; for reading alone it is migrated in memory.
    Raises `BadInput` where the file is missing, is no contest, or was written by a newer program, `NotNow` where it
    cannot be read or migrated now.
    """
    if not path.is_file():
        raise BadInput([Fault(NO_FILE, file=str(path))])
    with _plain_errors(path):
        connection = _open_to_read(path) if read_only else _open(str(path))
        with _closed_on_error(connection):
            found = _check_format(connection, path)
            if found < migrate.NEWEST:
                return _migrated(connection, path, found, read_only=read_only)
            _prepare(connection, read_only=read_only)
    return Opened(connection)


def _migrated(connection: sqlite3.Connection, path: Path, found: int, *, read_only: bool) -> Opened:
    load_writing()
    from sqlalchemy.exc import SQLAlchemyError

    if read_only:
        with closing(connection):
            connection = migrate.in_memory(connection)
    opened = Opened(connection)
    try:
        if not read_only:
            logger.info("%s was of format %d; kept as %s", path, found, migrate.back_up(connection, path, found))
        migrate.bring_up_to_date(opened.engine, found)
        _prepare(connection, read_only=False)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        opened.close()
        reason = getattr(error, "orig", None) or error
        raise NotNow("storage", NOT_MIGRATED(path=path, found=found, reason=reason)) from error
    return opened


def create(path: Path) -> Opened:
    """A new file with the current schema; the caller has made sure that nothing is overwritten."""
    return _new(str(path))


def in_memory() -> Opened:
    """An empty contest that lives in memory, for replaying a journal."""
    return _new(":memory:")


def _new(database: str) -> Opened:
    load_writing()
    from storage.schema import make_schema

    connection = _open(database)
    with _closed_on_error(connection):
        _prepare(connection, read_only=False)
        opened = Opened(connection)
        make_schema(opened.engine)
    return opened


def beside(path: Path) -> tuple[Path, Path]:
    """The write-ahead log and its index, which SQLite keeps beside a file until it is closed; they are its alone."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def _has_log(path: Path) -> bool:
    log, _ = beside(path)
    return log.exists() and log.stat().st_size > 0


def _open(database: str, *, uri: bool = False) -> sqlite3.Connection:
    return sqlite3.connect(database, check_same_thread=False, isolation_level=None, timeout=BUSY_SECONDS, uri=uri)


def _open_to_read(path: Path) -> sqlite3.Connection:
    """Open a file also where nothing may be written beside it, as on a disc or a protected stick.

    It is read as it stands then; not if a log with what was written last lies beside it, which SQLite would pass over.
    """
    connection = _open(str(path))
    try:
        with _closed_on_error(connection):
            connection.execute("PRAGMA schema_version").fetchone()  # opens the file, but reads no more than its head
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _PROTECTED or _has_log(path):
            raise
        return _open(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    return connection


def _prepare(connection: sqlite3.Connection, *, read_only: bool) -> None:
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _check_format(connection: sqlite3.Connection, path: Path) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    found = migrate.format_of(connection)
    if application != APPLICATION_ID or found < migrate.OLDEST:
        raise BadInput([Fault(NOT_A_CONTEST, file=str(path))])
    if found > migrate.NEWEST:
        raise BadInput([Fault(TOO_NEW(found=found, known=migrate.NEWEST), file=str(path))])
    return found


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
