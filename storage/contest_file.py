"""`ContestFile`: one contest, one file, one process; every operation is checked, written and committed once."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any

from scoring.bench import Bench
from scoring.contest import Contest, Round
from scoring.errors import BadInput, Fault, NotNow
from scoring.plan import Setup
from scoring.plan_document import plan_document
from scoring.results import Standings
from scoring.standings import Tally
from scoring.text import Text
from storage import engine
from storage.journal import Draft, Record, append, canonical, last_record, records
from storage.load import load_contest, plain_errors, reading
from storage.loading import load_writing
from storage.lock import Hold, Taken, take_lock
from storage.people import contestant_json, judge_json
from storage.refresh import refreshed
from storage.rows import first, insert
from storage.secrets import give_secrets

if TYPE_CHECKING:
    from sqlmodel import Session

logger = logging.getLogger(__name__)

EXISTS = Text("文件已存在，未作改动", "the file exists and was left alone")
NO_FOLDER = Text("没有这个文件夹", "there is no such folder")
NOT_CREATED = Text("无法建立 {path}：{reason}", "{path} cannot be created: {reason}")
NOT_WRITTEN = Text(
    "没有写入：{reason}。先前的内容都还在；请检查磁盘空间和文件权限后重试",
    "nothing was written: {reason}. What was there is safe; check disk space and permissions and try again",
)
GONE = Text(
    "没有写入：比赛文件不在原处了（{path}），可能被移走、删除，或 U 盘被拔掉。"
    "此前确认过的内容在那个文件和备份里；请放回原处或恢复备份，再重新打开",
    "nothing was written: the contest file is no longer in its place ({path}); it was moved or deleted, or its stick "
    "was pulled out. What was acknowledged is in that file and in the backups; put it back or restore a backup, and "
    "open it again",
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks for an operation, and the id of the call if it carried one (its first answer is kept)."""

    who: str
    request: str | None = None


OPERATOR = Actor("operator")


@dataclass(frozen=True, slots=True)
class Change:
    """What one operation changed: its journal records, in order."""

    records: tuple[Record, ...]


class Operation:
    """One transaction: its connection, the facts so far, and the records written."""

    def __init__(self, opened: engine.Opened, contest: Contest, last: Record, by: Actor) -> None:
        self.contest, self.last, self.by = contest, last, by
        self.connection = opened.connection
        self.records: list[Record] = []
        self.settings: dict[str, str] = {}
        self._opened = opened

    @cached_property
    def _session(self) -> Session:
        return self._opened.session()

    def record(self, draft: Draft) -> Record:
        """Append a record, write its rows, and bring the facts up to date."""
        load_writing()
        from storage.replay import PLAIN, write_rows

        self.last = append(self.connection, draft, who=self.by.who, last=self.last)
        if write := PLAIN.get(draft.what):
            write(self.connection, self.last)
        else:
            write_rows(self._session, self.last)
            self._session.flush()
        self.contest = refreshed(self.connection, self.contest, self.last)
        self.records.append(self.last)
        return self.last

    def correct(self, round_: Round, draft: Draft) -> Record:
        """Record what may change a result; a closed round is reopened first, visibly (rules.md, Corrections)."""
        if round_.closed is not None:
            before = {"closed": round_.closed}
            self.record(Draft("reopen-round", {}, before=before, round=round_.number, why=draft.why))
        return self.record(draft)

    def remember(self, key: str, value: str) -> None:
        """Keep a setting of this desk together with what is recorded, or neither."""
        _keep_setting(self.connection, key, value)
        self.settings[key] = value

    def end(self) -> None:
        """Let go of the session, once everything is committed or nothing is."""
        if "_session" in self.__dict__:
            self._session.close()


class ContestFile:
    """An open contest file. All methods may be called from any thread; operations queue up.

    `contest` is always a whole, frozen state at one revision. Subscribers are called after each commit, on the
    thread that committed, outside the lock; they must return quickly.
    """

    def __init__(self, path: Path, opened: engine.Opened, lock: Taken) -> None:
        self.path = path
        self.lock = RLock()
        self._opened, self._file_lock = opened, lock
        self._identity = _identity(path)
        self._subscribers: list[Callable[[Change], None]] = []
        self._tally, self._counting = Tally(), Lock()
        self._standings: dict[int, Standings] = {}
        self._settings: dict[str, str | None] = {}
        last = last_record(opened.connection)
        assert last is not None
        self._last = last
        self._contest = load_contest(opened.connection, last.number)
        self._hold = Hold(path)

    @property
    def contest(self) -> Contest:
        """The contest as it is now."""
        return self._contest

    @property
    def last(self) -> Record:
        """The newest record of the journal."""
        return self._last

    @property
    def busy(self) -> bool:
        """Whether another thread has the file at this moment."""
        if free := self.lock.acquire(blocking=False):
            self.lock.release()
        return not free

    @property
    def in_place(self) -> bool:
        """Whether the file that is open still stands under its name. Asks the disk, and so may take its time."""
        return _identity(self.path) == self._identity

    def standings(self, number: int | None = None) -> Standings:
        """The standings of a round (default: the latest) at the current revision."""
        return self._standings_of(self._contest, number)

    def now(self) -> tuple[Contest, Standings]:
        """The contest and the standings of its latest round, both at one revision; operations do not wait for it."""
        contest = self._contest
        return contest, self._standings_of(contest)

    def _standings_of(self, contest: Contest, number: int | None = None) -> Standings:
        with self._counting:
            round_ = number or contest.live_round.number
            known = self._standings.get(round_)
            if known is None or known.revision != contest.revision:
                known = self._standings[round_] = self._tally.standings(contest, round_)
            return known

    def subscribe(self, subscriber: Callable[[Change], None]) -> Callable[[], None]:
        """Call `subscriber` after every commit; the function returned ends it."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    @contextmanager
    def write(self, by: Actor) -> Iterator[Operation]:
        """One operation: everything recorded in the block is committed at its end, or nothing is.

        Raises `NotNow` where the file cannot be written.
        """
        with self.lock:
            with self.plain() as connection, _as_sqlite():
                assert self._opened.engine is not None, "made before the transaction begins"
                operation = Operation(self._opened, self._contest, self._last, by)
                try:
                    with connection:
                        connection.execute("BEGIN IMMEDIATE")
                        yield operation
                        self._check_place()
                        if by.request is not None:
                            answer = {"id": by.request, "body": canonical({"revision": operation.last.number})}
                            insert(connection, "answer", answer)
                finally:
                    operation.end()
            self._settings |= operation.settings
            self._contest, self._last = operation.contest, operation.last
        if operation.records:
            self._tell(Change(tuple(operation.records)))

    def _check_place(self) -> None:
        """A file that was deleted takes writes as long as it is open, but nobody would ever find them again."""
        if not self.in_place:
            raise NotNow("storage", GONE(path=self.path))

    def _tell(self, change: Change) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(change)

    @contextmanager
    def plain(self) -> Iterator[sqlite3.Connection]:
        """The connection, for plain statements; each is committed by itself. Contest data is written through `write`
        alone.

        Raises `NotNow` where the file cannot be read or written.
        """
        with self.lock:
            try:
                yield self._opened.connection
            except sqlite3.DatabaseError as error:
                if type(error) not in (sqlite3.OperationalError, sqlite3.DatabaseError):
                    raise  # its other kinds are faults of the program
                logger.exception("writing %s failed", self.path)
                gone = not self.in_place
                raise NotNow("storage", GONE(path=self.path) if gone else NOT_WRITTEN(reason=error)) from error

    def setting(self, key: str) -> str | None:
        """A setting of this desk, or None. Asks the disk once: nobody else writes this file."""
        if key not in self._settings:
            with self.plain() as connection:
                self._settings[key] = _setting(connection, key)
        return self._settings[key]

    def remember(self, key: str, value: str) -> None:
        """Keep a setting of this desk."""
        with self.plain() as connection:
            if self.setting(key) != value:
                _keep_setting(connection, key, value)
                self._settings[key] = value

    def first_answer(self, request: str) -> str | None:
        """The first answer to a call with this id, as it was kept, or None."""
        with self.plain() as connection:
            row = first(connection, "SELECT body FROM answer WHERE id = ?", request)
            return row["body"] if row else None

    def keep_answer(self, request: str, body: str) -> None:
        """Keep a refusal as the first answer to a call; what was kept before stays."""
        with self.plain() as connection:
            connection.execute("INSERT OR IGNORE INTO answer (id, body) VALUES (?, ?)", (request, body))

    def close(self) -> None:
        """Give the file back: the connection is closed, the lock released."""
        with self.lock:
            self._hold.let_go()
            self._opened.close()
            self._hold.close()
            self._file_lock.close()


@contextmanager
def _as_sqlite() -> Iterator[None]:
    """Raise errors of SQLite as its own where SQLAlchemy has wrapped them."""
    try:
        yield
    except Exception as error:
        raised = getattr(error, "orig", None)
        if isinstance(raised, sqlite3.Error):
            raise raised from error
        raise


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is that stands under a name; None where there is none, as for a contest in memory."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def create_contest(path: Path, setup: Setup, *, rehearsal: bool = False, lineup: Sequence[str] | None = None) -> None:
    """Create a contest file with round 1, its line-up in roster order or as given.

    It is made beside its place and moved there when whole. Raises `BadInput` where the file exists or the folder
    does not, `NotNow` where it cannot be written.
    """
    if path.exists():
        raise BadInput([Fault(EXISTS, file=str(path))])
    if not path.parent.is_dir():
        raise BadInput([Fault(NO_FOLDER, file=str(path.parent))])
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with closing(engine.create(making)) as opened:
            write_setup(opened, setup, rehearsal=rehearsal, lineup=lineup)
        making.rename(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise NotNow("storage", NOT_CREATED(path=path, reason=error)) from error
    finally:
        for left in (making, *engine.beside(making)):
            with suppress(OSError):
                left.unlink()


def write_setup(
    opened: engine.Opened, setup: Setup, *, rehearsal: bool = False, lineup: Sequence[str] | None = None
) -> None:
    """Write the first record of a contest, and the secrets of its seats, into an empty database."""
    load_writing()
    from storage.replay import write_rows
    from storage.schema import connection_of

    with opened.session() as session:
        connection = connection_of(session)
        draft = Draft("created", _created(setup, rehearsal, lineup))
        record = append(connection, draft, who="operator", last=None)
        write_rows(session, record)
        session.flush()
        give_secrets(connection, [judge.code for judge in Bench(setup.judges).seated])
        session.commit()


def _created(setup: Setup, rehearsal: bool, lineup: Sequence[str] | None) -> dict[str, Any]:
    codes = [contestant.code for contestant in setup.contestants]
    return {
        "plan": plan_document(setup.plan),
        "contestants": [contestant_json(contestant) for contestant in setup.contestants],
        "judges": [judge_json(judge) for judge in setup.judges],
        "lineup": codes if lineup is None else list(lineup),
        "rehearsal": rehearsal,
    }


def open_contest(path: Path) -> ContestFile:
    """Open a contest for running it. Raises `NotNow` where another process has it, `BadInput` where it is none."""
    path = path.resolve()
    if not path.is_file():
        raise BadInput([Fault(engine.NO_FILE, file=str(path))])
    with ExitStack() as undo:
        lock = undo.enter_context(closing(take_lock(path)))
        opened = undo.enter_context(closing(engine.connect(path)))
        with plain_errors(path), opened.connection:
            opened.connection.execute("BEGIN IMMEDIATE")
            file = ContestFile(path, opened, lock)
            undo.callback(file.close)
            seated = [judge.code for judge in file.contest.bench.seated]
            give_secrets(opened.connection, seated)  # an archive's copy has none
        undo.pop_all()
    return file


@dataclass(frozen=True, slots=True)
class Reading:
    """A contest as it stood at one moment, read beside a desk that may be running it; with its whole journal."""

    contest: Contest
    journal: tuple[Record, ...]


def _setting(connection: sqlite3.Connection, key: str) -> str | None:
    row = first(connection, "SELECT value FROM setting WHERE key = ?", key)
    return row["value"] if row else None


def _keep_setting(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))


def read_setting(path: Path, key: str) -> str | None:
    """A setting beside a desk that may be running. Raises `BadInput` where the file is no contest, `NotNow`."""
    with reading(path) as connection:
        return _setting(connection, key)


def read_contest(path: Path) -> Reading:
    """Read a contest without taking it. Raises `BadInput` where the file is no contest, `NotNow` where it is locked."""
    with reading(path) as connection:
        journal = tuple(records(connection))
        return Reading(load_contest(connection, journal[-1].number), journal)
