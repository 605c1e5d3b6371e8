"""Locks of a contest file: one desk a contest, and a log that nobody deletes while the desk writes into it.

POSIX gives the locks of fcntl(2), which SQLite uses, to the process, and takes all of them away as soon as the process
closes the file once, through whatever handle (sqlite.org/howtocorrupt.html, 2.2). A dialog that lists a folder looks
into files to find an icon, and closes them. The locks here belong to a handle of their own and stay until it is closed,
or the process ends. Windows has no other kind.
"""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
import struct
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from scoring.errors import NotNow
from scoring.text import Text
from storage import engine

logger = logging.getLogger(__name__)

IN_USE = Text("文件正被另一个控制台使用：{path}", "another desk has the file open: {path}")
READ_ONLY = Text(
    "文件夹 {folder} 不能写入，比赛不能在那里进行：请把“{name}”复制到可以写入的文件夹，再从那里打开",
    "nothing can be written in the folder {folder}, so no contest can be run there: copy {name} to a folder that can "
    "be written in, and open it there",
)

FLOCK, OFD = os.name == "posix", sys.platform == "linux"
"""Which systems have flock(2), and locks of an open file description."""
SHARED_FIRST, SHARED_SIZE = 0x4000_0002, 510
"""The bytes on which SQLite's readers hold their lock; whoever deletes a log needs them alone (sqlite.org/fileformat2,
1.6, the lock-byte page).
"""


class Taken(Protocol):
    """Held until it is closed."""

    def close(self) -> None:
        """Let others have it."""


def take_lock(path: Path) -> Taken:
    """Take the place of a contest file, also of one that is not there, by an empty file beside it. Raises `NotNow`
    where another has it, or nothing can be written.
    """
    place = path.with_name(f".{path.name}.lock")
    try:
        return _flocked(place) if FLOCK else _locked_by_sqlite(place)
    except (OSError, sqlite3.Error) as error:
        busy = isinstance(error, BlockingIOError) or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY
        if busy:
            raise NotNow("in_use", IN_USE(path=path)) from error
        if isinstance(error, OSError) and error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise NotNow("read_only", READ_ONLY(folder=path.parent, name=path.name)) from error
        raise NotNow("storage", engine.NOT_READ(path=path, reason=error)) from error


def _flocked(place: Path) -> Taken:
    import fcntl

    with ExitStack() as undo:
        lock = undo.enter_context(place.open("ab"))
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        undo.pop_all()
    return lock


def _locked_by_sqlite(place: Path) -> Taken:
    """SQLite locks files on every system in its own way; this one stays empty."""
    with ExitStack() as undo:
        lock = sqlite3.connect(place, timeout=0, isolation_level=None, check_same_thread=False)
        undo.callback(lock.close)
        lock.execute("PRAGMA journal_mode = MEMORY")
        lock.execute("BEGIN EXCLUSIVE")
        undo.pop_all()
    return lock


class Hold:
    """The lock of a reader on a contest that is open, besides SQLite's own.

    Without it, once SQLite's is lost, the next program that reads the contest and leaves takes itself for the last one
    and deletes the write-ahead log, while the desk goes on writing into it. Where there is no such lock, it is none.
    """

    def __init__(self, path: Path) -> None:
        self._handle: int | None = None
        if OFD:
            try:
                self._handle = os.open(path, os.O_RDONLY)
                self._lock("F_RDLCK")
            except OSError as error:  # not every network's disk has it
                logger.info("%s is held by SQLite alone: %s", path, error)

    def let_go(self) -> None:
        """To be called before SQLite closes the file: it needs it alone then."""
        if self._handle is not None:
            self._lock("F_UNLCK")

    def close(self) -> None:
        """To be called once SQLite has closed the file: with the handle go all its locks of this process."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _lock(self, kind: str) -> None:
        import fcntl

        assert self._handle is not None
        flock = struct.pack("hhqqi4x", getattr(fcntl, kind), os.SEEK_SET, SHARED_FIRST, SHARED_SIZE, 0)
        fcntl.fcntl(self._handle, fcntl.F_OFD_SETLK, flock)
