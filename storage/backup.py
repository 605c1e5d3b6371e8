"""Copies of a contest in a second place: whole, checked, and named so that a person can choose among them."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scoring.errors import ArenaError, NotNow
from scoring.text import Text
from storage import engine
from storage.journal import last_record
from storage.load import reading
from storage.rows import one

ENDING = ".arena"
KEPT = 30
"""How many copies are kept, besides the newest that was made as each round was closed."""

CHUNK_PAGES = 64
CHUNK_BYTES = 1 << 18
_NAME = re.compile(  # a round was called 场 once
    r"(?P<title>.*) (?P<at>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) r(?P<revision>\d+)"
    r"(?: 第(?P<closed>\d+)[轮场])? (?P<contest>[0-9a-f]{8})\.arena"
)
_UNFIT = re.compile(r'[\s<>:"/\\|?*\x00-\x1f]+')  # in file names on one system or another
_LONGEST = 40

NOT_COPIED = Text("备份没有写成：{reason}", "the backup was not written: {reason}")
DAMAGED = Text(
    "备份没有写成：比赛文件没有通过完整性检查（{found}）；请用 verify 核对",
    "the backup was not written: the contest file did not pass its integrity check ({found}); run verify",
)
STOPPED = Text("备份已中止", "the backup was broken off")
OTHER_BYTES = Text("读回的内容与写入的不同", "what was read back differs from what was written")


@dataclass(frozen=True, slots=True)
class Copy:
    """A contest as it lies in a file: who it is, and how far it had come.

    `contest` is the same for all copies of one contest: the first 8 digits of its first record's digest. `at` is the
    time of the newest record (UTC), `revision` its number; `ballots` counts those that stand.
    """

    path: Path
    title: str
    contest: str
    at: str
    revision: int
    rounds: int
    ballots: int


@dataclass(frozen=True, slots=True)
class Found:
    """A file among the copies; `copy` is None where it cannot be read, and `fault` says why."""

    path: Path
    copy: Copy | None = None
    fault: Text | None = None


def describe(path: Path) -> Copy:
    """What a contest file holds, in a few figures. Raises `BadInput` where it is none, `NotNow` where it is locked."""
    with reading(path) as connection:
        last = last_record(connection)
        assert last is not None
        return Copy(
            path=path,
            title=json.loads(one(connection, "SELECT plan FROM contest")["plan"])["contest"]["title"],
            contest=one(connection, "SELECT digest FROM journal WHERE number = 1")["digest"][:8],
            at=last.at,
            revision=last.number,
            rounds=one(connection, "SELECT count(*) AS n FROM round")["n"],
            ballots=one(connection, "SELECT count(*) AS n FROM ballot WHERE ended IS NULL")["n"],
        )


def find_copies(folder: Path) -> list[Found]:
    """The contest files in a folder, newest first, then those that cannot be read. Raises `NotNow`."""
    try:
        paths = sorted(each for each in folder.iterdir() if each.suffix == ENDING and not each.name.startswith("."))
    except OSError as error:
        raise NotNow("storage", engine.NOT_READ(path=folder, reason=error.strerror)) from error
    found = [_found(path) for path in paths]
    return sorted(found, key=lambda each: (each.copy.at, each.copy.revision) if each.copy else ("", 0), reverse=True)


def _found(path: Path) -> Found:
    try:
        return Found(path, describe(path))
    except ArenaError as error:
        return Found(path, fault=error.text)


def copy_contest(
    path: Path, folder: Path, *, closed: int | None = None, stopping: Callable[[], bool] = lambda: False
) -> Copy:
    """Write a whole, checked copy of a contest file into a folder, beside whoever writes to the file.

    It stands under its name only once it is on the disk and was opened as a contest. `closed` is the round whose
    closing the copy is made for; `stopping` is asked between the parts of the work. Raises `NotNow`.
    """
    try:
        data = snapshot(path, stopping)
        beside = folder / f".{path.name}.part"
        try:
            write_whole(data, beside, stopping)
            _check(beside, data)
            return _named(beside, folder, closed)
        finally:
            with suppress(OSError):
                beside.unlink()
    except OSError as error:
        raise NotNow("backup", NOT_COPIED(reason=error.strerror or error)) from error


def snapshot(path: Path, stopping: Callable[[], bool] = lambda: False) -> bytes:
    """A contest file as it stands at one moment, as one file that needs no write-ahead log. Raises `ArenaError`.

    One read transaction holds the moment, so that writers neither wait nor make the copy begin again.
    """
    with _source(path) as source, closing(sqlite3.connect(":memory:")) as memory:

        def go_on(status: int, remaining: int, total: int) -> None:
            if stopping():
                raise NotNow("stopped", STOPPED)

        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(memory, pages=CHUNK_PAGES, progress=go_on)
        source.execute("ROLLBACK")
        found = [str(line) for (line,) in memory.execute("PRAGMA quick_check")]
        if found != ["ok"]:
            raise NotNow("backup", DAMAGED(found=found[0]))
        data = bytearray(memory.serialize())
    data[18:20] = b"\x01\x01"  # the format's read and write version: no write-ahead log, so no files beside it
    return bytes(data)


@contextmanager
def _source(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(engine.connect(path.resolve(), read_only=True)) as opened:
        try:
            yield opened.connection
        except sqlite3.DatabaseError as error:
            raise NotNow("backup", NOT_COPIED(reason=error)) from error


def write_whole(data: bytes, path: Path, stopping: Callable[[], bool] = lambda: False) -> None:
    """Write a new file that its owner alone may read, and wait until it is on the disk. Raises `OSError`."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as out:
        for start in range(0, len(data), CHUNK_BYTES):
            if stopping():
                raise NotNow("stopped", STOPPED)
            out.write(data[start : start + CHUNK_BYTES])
        out.flush()
        os.fsync(out.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, on systems that know how."""
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _check(path: Path, data: bytes) -> None:
    """Read a copy back: every page of `data` was checked by SQLite, and the contest is opened to name it. Raises
    `NotNow`.
    """
    if path.read_bytes() != data:
        raise NotNow("backup", NOT_COPIED(reason=OTHER_BYTES))


def _named(beside: Path, folder: Path, closed: int | None) -> Copy:
    copy = describe(beside)
    at = datetime.fromisoformat(copy.at).astimezone()
    title = _UNFIT.sub(" ", copy.title).strip(" .")[:_LONGEST]
    round_ = f" 第{closed}轮" if closed else ""
    name = f"{title} {at:%Y-%m-%d %H.%M.%S} r{copy.revision}{round_} {copy.contest}{ENDING}"
    beside.replace(folder / name)
    sync_folder(folder)
    return Copy(folder / name, copy.title, copy.contest, copy.at, copy.revision, copy.rounds, copy.ballots)


def tidy(newest: Copy, *, keep: int = KEPT) -> None:
    """Take away the oldest copies of a contest: `keep` stay, and the newest that was made for each closed round.

    Copies of other contests, and files with other names, are never touched; nor is `newest`.
    """
    with suppress(OSError):
        known = [found for each in newest.path.parent.iterdir() if (found := _NAME.fullmatch(each.name))]
        own = sorted((each for each in known if each["contest"] == newest.contest), key=_age)
        closings = {each["closed"]: each.string for each in own if each["closed"]}
        plain_ones = [each.string for each in own if not each["closed"]]
        stay = {newest.path.name, *closings.values(), *plain_ones[-keep:]}
        for each in own:
            if each.string not in stay:
                (newest.path.parent / each.string).unlink()


def _age(name: re.Match[str]) -> tuple[str, int]:
    return name["at"], int(name["revision"])
