"""One desk a contest: a lock that the system lets go of with its process."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

from scoring.errors import NotNow
from scoring.text import Text
from storage import engine

IN_USE = Text("文件正被另一个控制台使用：{path}", "another desk has the file open: {path}")

Taken: TypeAlias = sqlite3.Connection
"""Held until it is closed."""


def take_lock(path: Path) -> Taken:
    """Take the place of a contest file, also of one that is not there. Raises `NotNow` where another has it.

    SQLite locks files on every system in its own way; here an empty one beside the contest, that always stays empty.
    """
    place = path.with_name(f".{path.name}.lock")
    with ExitStack() as undo:
        try:
            lock = sqlite3.connect(place, timeout=0, isolation_level=None, check_same_thread=False)
            undo.callback(lock.close)
            lock.execute("PRAGMA journal_mode = MEMORY")
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise NotNow("in_use", IN_USE(path=path)) from error
            raise NotNow("storage", engine.NOT_READ(path=path, reason=error)) from error
        undo.pop_all()
    return lock
