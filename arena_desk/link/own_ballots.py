"""What each judge's panel may read of its own earlier ballots, as JSON that is written once and not with every look.

At the end of a long day that is two hundred ballots, read by thirty panels every few seconds; after one more only that
one is read and written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from arena_desk.link.answers import ballot_json
from arena_desk.link.audience import judge_alone
from storage.ballots import history
from storage.contest_file import Change, ContestFile

_LEAVES_BALLOTS = {"call", "open", "close", "reveal", "unreveal", "show", "stage", "step", "clock"}
"""What happens again and again and changes no ballot, no name and no seat."""
_BALLOTS = {"ballot", "return-ballot"}
"""What changes ballots and nothing else."""


class OwnBallots:
    """All methods may be called from any thread."""

    def __init__(self, file: ContestFile) -> None:
        self._file, self._lock = file, Lock()
        self._newest: dict[str | None, int] = {}
        """The newest record that may have changed the ballots of a judge; under None those of all judges."""
        self._renewed: dict[str | None, int] = {}
        """The same of records that may have changed names or seats as well."""
        self._written: dict[str, Written] = {}

    def on_change(self, change: Change) -> None:
        """Subscriber of the file."""
        with self._lock:
            for record in change.records:
                if record.what not in _LEAVES_BALLOTS:
                    judge = judge_alone(record)
                    self._newest[judge] = max(self._newest.get(judge, 0), record.number)
                    if record.what not in _BALLOTS:
                        self._renewed[judge] = self._newest[judge]

    def written(self, judge: str) -> bytes | None:
        """What `of` gives, where it is at hand without a look at the file."""
        with self._lock:
            known = self._written.get(judge)
            return known.text if known and known.newest == _latest(self._newest, judge) else None

    def of(self, judge: str) -> bytes:
        """A JSON list of all ballots that the person now in a seat has stored, oldest first."""
        with self._lock:
            newest, renewed = _latest(self._newest, judge), _latest(self._renewed, judge)
            known = self._written.get(judge)
        if known and known.newest == newest:
            return known.text
        # What is read now is as new as `newest`, or newer: then the next look reads what came since once more.
        written = Written(newest, self._text(judge, known if known and renewed <= known.newest <= newest else None))
        with self._lock:
            self._written[judge] = written
        return written.text

    def _text(self, judge: str, last: Written | None) -> bytes:
        """What was written last with what changed since; all of it where that cannot be said."""
        if last is None:
            return _listed(_text(ballot) for ballot in self._own(judge, 0))
        text = last.text
        for ballot in self._own(judge, last.newest):
            now, before = _text(ballot), _text({**ballot, "current": True})
            if before in text:
                text = text.replace(before, now)
            elif now not in text:
                text = _listed(piece for piece in (text[1:-1], now) if piece)
        return text

    def _own(self, judge: str, since: int) -> list[dict[str, Any]]:
        names = self._file.contest.contestants
        return [
            {
                **ballot_json(past.ballot, past.contestant),
                "name": names[past.contestant].name,
                "round": past.round,
                "current": past.ended_how is None,
            }
            for past in history(self._file, judge, since=since)
        ]


@dataclass(frozen=True, slots=True)
class Written:
    """The ballots of a judge as they were at a record."""

    newest: int
    text: bytes


def _latest(numbers: Mapping[str | None, int], judge: str) -> int:
    return max(numbers.get(judge, 0), numbers.get(None, 0))


def _listed(pieces: Iterable[bytes]) -> bytes:
    return b"[" + b",".join(pieces) + b"]"


def _text(ballot: dict[str, Any]) -> bytes:
    return json.dumps(ballot, ensure_ascii=False, separators=(",", ":")).encode()
