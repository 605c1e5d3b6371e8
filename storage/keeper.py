"""Keeps copies of an open contest by itself, on a thread of its own: nothing in the hall ever waits for it."""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from scoring.errors import ArenaError, NotNow
from scoring.text import Text
from storage.contest_file import Change, ContestFile

if TYPE_CHECKING:
    from storage.backup import Copy

logger = logging.getLogger(__name__)

FOLDER, APART = "backup_folder", "backup_apart"
"""Settings of the file: where the copies go, and whether that was another disk than the file's when it was chosen."""

AT_ONCE = {"close", "close-round", "next-round", "reissue", "substitute", "add-judge", "remove-judge", "restored"}
"""After these a copy is made without delay: ballots that are complete, a result that stands, or links that a restored
copy must not bring back.
"""

ROOM = 3
"""A disk is called full where fewer copies than this fit on it."""

SMALLEST = 4 << 20
NETWORK = {"9p", "afpfs", "cifs", "davfs", "fuse.sshfs", "fuse.rclone", "nfs", "nfs4", "smb3", "smbfs", "webdav"}

Ill: TypeAlias = Literal["missing", "elsewhere", "read_only", "full", "failed"]

MISSING = Text(
    "备份文件夹不在了（{folder}），U 盘可能被拔掉，或网络盘断开了",
    "the backup folder is gone ({folder}): its stick was pulled out, or the network drive is away",
)
ELSEWHERE = Text(
    "备份用的 U 盘不在了，{folder} 现在只是本机磁盘上的空文件夹",
    "the stick for the backups is gone; {folder} is now a folder of this machine's own disk",
)
READ_ONLY = Text(
    "备份文件夹不能写入（{folder}）：只读，或没有权限", "the backup folder cannot be written to ({folder})"
)
FULL = Text("备份盘快满了（{folder}），只剩 {free} MB", "the backup disk is full ({folder}): {free} MB are left")


@dataclass(frozen=True, slots=True)
class Pace:
    """How often, in seconds: a copy when something changed, a look at the folder, another try after a failure."""

    every: float = 120
    look: float = 5
    again: float = 20


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is no new copy: what kind of fault, and in plain words."""

    kind: Ill
    text: Text


@dataclass(frozen=True, slots=True)
class Keeping:
    """How the copies stand. `copied_at` is when the last good one was whole, in seconds since the epoch; `began` when
    the one under way was begun, on the monotonic clock; `free` in bytes.

    `shared` means that the folder lies on the network, `apart` that it lies on another disk than the contest.
    """

    folder: Path | None = None
    last: Copy | None = None
    copied_at: float | None = None
    began: float | None = None
    trouble: Trouble | None = None
    free: int | None = None
    shared: bool = False
    apart: bool = False


class Keeper:
    """Copies a contest into the folder it remembers, when something changed and whenever a round is closed.

    `told` is called after each change of `keeping`, mostly on the keeper's thread. A rehearsal is never copied: its
    invented ballots would push the real copies out. `keep` says how many stay, as many as usual without.
    """

    def __init__(
        self,
        file: ContestFile,
        told: Callable[[], object] = lambda: None,
        *,
        pace: Pace = Pace(),
        keep: int | None = None,
    ) -> None:
        self._file, self._told, self._pace, self._keep = file, told, pace, keep
        self._turn = threading.Condition()
        self._keeping = Keeping(_remembered(file), apart=bool(file.setting(APART)))
        self._stopping, self._given_up = False, False
        self._wanted, self._hurried = False, True
        self._closed: int | None = None
        self._tried = 0.0
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)
        self._forget: Callable[[], None] = lambda: None

    @property
    def keeping(self) -> Keeping:
        """How the copies stand."""
        return self._keeping

    def start(self) -> None:
        """Begin; the first copy is made at once."""
        if not self._file.contest.rehearsal:
            self._forget = self._file.subscribe(self._follow)
            self._thread.start()

    def stop(self, patience: float = 5) -> None:
        """Make a last copy if something changed, and end; a disk that hangs is not waited for longer, in seconds."""
        self._told = lambda: None
        self._forget()
        with self._turn:
            self._stopping = True
            self._turn.notify()
        if self._thread.ident is not None:
            self._thread.join(patience)
        self._given_up = True

    def use(self, folder: Path | None) -> None:
        """Copy into this folder from now on, or no more; the contest remembers it. Raises `NotNow`.

        Waits for the folder's disk, and so belongs off the GUI thread.
        """
        chosen = folder.absolute() if folder else None
        apart = chosen is not None and _disk(chosen) != _disk(self._file.path.parent)
        self._file.remember(FOLDER, str(chosen or ""))
        self._file.remember(APART, "yes" if apart else "")
        with self._turn:
            self._keeping = Keeping(chosen, apart=apart)
        self._told()
        self.copy_now()

    def copy_now(self) -> None:
        """Make a copy without delay."""
        with self._turn:
            self._wanted = True
            self._turn.notify()

    def _follow(self, change: Change) -> None:
        closings = [record.round for record in change.records if record.what == "close-round"]
        self._closed = closings[-1] if closings else self._closed
        if any(record.what in AT_ONCE for record in change.records):
            self.copy_now()

    def _run(self) -> None:
        while not self._stopping:
            self._step()
            with self._turn:
                self._turn.wait_for(lambda: self._stopping or self._wanted, self._pace.look)
        self._hurried = self._changed()
        self._step()

    def _step(self) -> None:
        """See how the folder is, and copy if it is time."""
        with self._turn:
            self._hurried, self._wanted = self._hurried or self._wanted, False
            folder = self._keeping.folder
        if folder is None:
            return
        trouble = self._examine(folder)
        if trouble:
            self._say(folder, trouble=trouble)
        elif self._due():
            self._copy(folder)

    def _changed(self) -> bool:
        last = self._keeping.last
        return last is None or last.revision != self._file.contest.revision

    def _due(self) -> bool:
        """Whether it is time for a copy, the folder being well."""
        trouble, waited = self._keeping.trouble, time.monotonic() - self._tried
        if trouble:
            return self._stopping or trouble.kind != "failed" or waited >= self._pace.again
        return self._hurried or (self._changed() and waited >= self._pace.every)

    def _examine(self, folder: Path) -> Trouble | None:
        """What is wrong with the folder, as far as it can be told without writing to it."""
        try:
            if not folder.is_dir():
                return Trouble("missing", MISSING(folder=folder))
            # Where the contest's own stick was pulled, its folder is one of this machine's disk.
            if self._keeping.apart and self._file.in_place and _disk(folder) == _disk(self._file.path.parent):
                return Trouble("elsewhere", ELSEWHERE(folder=folder))
            free, size = shutil.disk_usage(folder).free, self._file.path.stat().st_size
        except (ArenaError, OSError) as error:
            return Trouble("failed", _not_copied(error))
        self._say(folder, free=free)
        if not os.access(folder, os.W_OK):
            return Trouble("read_only", READ_ONLY(folder=folder))
        if free < max(ROOM * size, SMALLEST):
            return Trouble("full", FULL(folder=folder, free=free >> 20))
        return None

    def _copy(self, folder: Path) -> None:
        from storage.backup import KEPT, copy_contest, tidy

        self._tried = time.monotonic()
        self._say(folder, began=self._tried)
        closed, self._closed = self._closed, None
        try:
            copy = copy_contest(self._file.path, folder, closed=closed, stopping=lambda: self._given_up)
        except ArenaError as error:
            if self._given_up:
                return
            self._closed = self._closed or closed
            logger.warning("no backup was written: %s", error)
            self._say(folder, began=None, trouble=Trouble("failed", error.text))
            return
        self._hurried = False
        tidy(copy, keep=KEPT if self._keep is None else self._keep)
        self._say(folder, last=copy, copied_at=time.time(), began=None, trouble=None, shared=on_network(folder))

    def _say(self, folder: Path, **changes: Any) -> None:
        """Say how the copies stand, unless another folder was chosen meanwhile."""
        with self._turn:
            before = self._keeping
            if before.folder == folder:
                self._keeping = replace(before, **changes)
            changed = self._keeping != before
        if changed:
            self._told()


def on_network(folder: Path) -> bool:
    """Whether a folder lies on a network drive, where others may be able to read it."""
    import psutil

    around = [each for each in psutil.disk_partitions(all=True) if folder.is_relative_to(each.mountpoint)]
    nearest = max(around, key=lambda each: len(each.mountpoint), default=None)
    remote = nearest is not None and (nearest.fstype in NETWORK or "remote" in nearest.opts)
    return remote or str(folder).startswith("\\\\")


def _remembered(file: ContestFile) -> Path | None:
    folder = file.setting(FOLDER)
    return Path(folder) if folder else None


def _disk(folder: Path) -> int:
    try:
        return folder.stat().st_dev
    except OSError as error:
        raise NotNow("backup", _not_copied(error.strerror or error)) from error


def _not_copied(reason: object) -> Text:
    from storage.backup import NOT_COPIED

    return NOT_COPIED(reason=reason)
