"""The durable folder of one seat on this device: a file a ballot, a file a draft, and the last answer of the desk.

A file is written beside its place, brought to the disk and renamed, so that neither a kill nor a power cut leaves half
of one. The token is not kept; its digest names the folder and tells seats apart.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from platformdirs import user_data_path

from ui.panel.facts import Facts, Json, read_facts
from ui.panel.kept import Draft, Kept, draft_json, kept_json, read_draft, read_kept

logger = logging.getLogger(__name__)

Thing = TypeVar("Thing")
PANEL = "panel.json"


def shelves() -> Path:
    """The folder of all seats of this person."""
    return user_data_path("arena-desk") / "panels"


def tag(*parts: str) -> str:
    """A short name for something that may not be a file name, or must not be read from one."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


class Shelf:
    """What one seat keeps in `folder`; in memory where nothing can be written, and then it is not `durable`."""

    def __init__(self, root: Path, address: str, token: str) -> None:
        self._root, self._address = root, address
        self.folder = root / tag(token)
        self._memory: dict[str, Json] = {}
        self.durable = True

    def device(self) -> str:
        """By what the desk tells this device from another one in the same seat; for the device alone, all its life."""
        file = self._root / "device"
        try:
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not file.exists():
                file.write_text(str(uuid4()), encoding="utf-8")
            return file.read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return str(uuid4())

    def facts(self) -> Facts | None:
        """The last answer of the desk."""
        return self._get(PANEL, lambda values: read_facts(values["answer"]))

    def save_answer(self, answer: Json) -> None:
        """Keep an answer of the desk, and which desk it was."""
        self._set(PANEL, {"address": self._address, "answer": answer})

    def draft(self, round_: int, entry: str, version: int) -> Draft | None:
        """What was typed for one appearance."""
        return self._get(_draft_name(round_, entry, version), read_draft)

    def drafts(self) -> list[Draft]:
        """Everything that was typed and not handed in."""
        return list(self._all("draft-", read_draft))

    def save_draft(self, draft: Draft) -> None:
        """Keep what is typed."""
        self._set(_draft_name(draft.round, draft.entry, draft.version), draft_json(draft))

    def drop_draft(self, round_: int, entry: str, version: int) -> None:
        """Forget what was typed."""
        self._remove(_draft_name(round_, entry, version))

    def ballots(self) -> list[Kept]:
        """The ballots of this seat, in the order they were made."""
        return sorted(self._all("ballot-", read_kept), key=lambda kept: kept.made_at)

    def save_ballot(self, kept: Kept) -> None:
        """Keep a ballot; it is on the disk when this returns."""
        self._set(_ballot_name(kept.ballot_id), kept_json(kept))

    def drop_ballot(self, ballot_id: str) -> None:
        """Forget a ballot."""
        self._remove(_ballot_name(ballot_id))

    def earlier(self, facts: Facts) -> Iterator[Shelf]:
        """The shelves of the same person at the same desk under an earlier link."""
        for folder in sorted(self._root.iterdir()) if self._root.is_dir() else ():
            other = Shelf(self._root, self._address, "")
            other.folder = folder
            if folder != self.folder and other.belongs_to(facts):
                yield other

    def belongs_to(self, facts: Facts) -> bool:
        """Whether this shelf is of this judge at this desk."""
        same_desk = self._get(PANEL, lambda values: bool(values["address"] == self._address))
        own = self.facts() if same_desk else None
        return own is not None and _person(own) == _person(facts)

    def _set(self, name: str, values: Json) -> None:
        self._memory[name] = values
        try:
            self._write(name, json.dumps(values, ensure_ascii=False).encode())
        except OSError as error:
            self._note_trouble(error)

    def _write(self, name: str, data: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self.folder / f".{name}.{os.getpid()}.part"
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.folder / name)
        _sync_folder(self.folder)

    def _get(self, name: str, read: Callable[[Json], Thing]) -> Thing | None:
        values = self._values(name)
        try:
            return None if values is None else read(values)
        except (KeyError, TypeError, ValueError) as error:
            self._set_aside(name, error)
            return None

    def _values(self, name: str) -> Json | None:
        if not self.durable:
            return self._memory.get(name)
        try:
            values = json.loads((self.folder / name).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except ValueError as error:
            self._set_aside(name, error)
            return None
        except OSError as error:
            logger.warning("%s cannot be read: %s", name, error)
            return self._memory.get(name)
        return values if isinstance(values, dict) else None

    def _set_aside(self, name: str, error: Exception) -> None:
        """Keep what cannot be understood for those who might, and stumble over it no more."""
        logger.warning("%s is not what a panel keeps and was set aside: %r", name, error)
        with suppress(OSError):
            (self.folder / name).replace(self.folder / f"{name}.damaged")

    def _remove(self, name: str) -> None:
        self._memory.pop(name, None)
        try:
            (self.folder / name).unlink(missing_ok=True)
        except OSError as error:
            self._note_trouble(error)

    def _all(self, start: str, read: Callable[[Json], Thing]) -> Iterator[Thing]:
        there = {path.name for path in self.folder.glob(f"{start}*.json")} if self.durable else set()
        for name in sorted(there | {name for name in self._memory if name.startswith(start) and not self.durable}):
            thing = self._get(name, read)
            if thing is not None:
                yield thing

    def _note_trouble(self, error: OSError) -> None:
        """From now on what is kept lives in memory, with all that could still be read."""
        if self.durable:
            logger.warning("nothing can be kept on this device: %s", error)
            kept = {path.name: self._values(path.name) for path in self.folder.glob("*.json")}
            self._memory = {name: values for name, values in kept.items() if values is not None} | self._memory
        self.durable = False


def _draft_name(round_: int, entry: str, version: int) -> str:
    return f"draft-{round_}-{tag(entry)}-{version}.json"


def _ballot_name(ballot_id: str) -> str:
    return f"ballot-{tag(ballot_id)}.json"


def _person(facts: Facts) -> tuple[str, bool, str, str]:
    return facts.contest, facts.rehearsal, facts.judge, facts.judge_name


def _sync_folder(folder: Path) -> None:
    """Bring a rename to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
