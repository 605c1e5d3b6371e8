"""The contests that were open on this computer: title and place, never a token. Light: no window, no contest file."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_documents_path, user_state_path

from scoring.text import Language

logger = logging.getLogger(__name__)

KEPT = 20


@dataclass(frozen=True, slots=True)
class Recent:
    """A contest that was open here. `opened` is the time (UTC), `contest` the beginning of its first record's digest,
    which its copies share; `backups` is where the copies went, empty where there were none.
    """

    path: Path
    title: str
    opened: str = ""
    contest: str = ""
    backups: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What this computer remembers between sessions, newest contest first."""

    contests: tuple[Recent, ...] = ()
    language: Language | None = None


class Recents:
    """Keeps it in the person's own state folder. Where nothing can be written, nothing is remembered."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or user_state_path("arena-desk") / "recent.json"

    def read(self) -> Kept:
        """What is remembered; nothing where the file is missing or damaged."""
        try:
            return _kept(json.loads(self._file.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Kept()

    def note(self, path: Path, title: str, *, contest: str = "", backups: Path | None = None) -> None:
        """This contest is open now."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        recent = Recent(path, title, now, contest, str(backups or ""))
        self._change(lambda kept: replace(kept, contests=(recent, *_others(kept, path))[:KEPT]))

    def note_backups(self, path: Path, backups: Path | None) -> None:
        """The copies of this contest go there now."""

        def change(kept: Kept) -> Kept:
            folder = str(backups or "")
            contests = (replace(each, backups=folder) if each.path == path else each for each in kept.contests)
            return replace(kept, contests=tuple(contests))

        self._change(change)

    def forget(self, path: Path) -> None:
        """Take a contest off the list; its file stays as it is."""
        self._change(lambda kept: replace(kept, contests=_others(kept, path)))

    def use_language(self, language: Language) -> None:
        """Speak this language next time, before a contest is open."""
        self._change(lambda kept: replace(kept, language=language))

    def _change(self, change: Any) -> None:
        try:
            self._write(change(self.read()))
        except OSError as error:
            logger.info("what was open is not remembered: %s", error)

    def _write(self, kept: Kept) -> None:
        document = {"language": kept.language, "contests": [_written(each) for each in kept.contests]}
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        beside.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(self._file)


def home() -> Path:
    """Where a person's contests go unless another place is chosen."""
    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def _others(kept: Kept, path: Path) -> tuple[Recent, ...]:
    return tuple(each for each in kept.contests if each.path != path)


def _written(recent: Recent) -> Mapping[str, str]:
    return {
        "path": str(recent.path),
        "title": recent.title,
        "opened": recent.opened,
        "contest": recent.contest,
        "backups": recent.backups,
    }


def _kept(document: Mapping[str, Any]) -> Kept:
    contests = (
        Recent(
            Path(each["path"]),
            str(each["title"]),
            datetime.fromisoformat(each["opened"]).isoformat(),
            str(each["contest"]),
            str(each["backups"]),
        )
        for each in document["contests"]
    )
    language = document["language"]
    return Kept(tuple(contests), language if language in ("zh", "en") else None)
