"""What each judge's panel may read of its own earlier ballots, as JSON that is written once and not with every look.

At the end of a long day that is two hundred ballots, read by thirty panels every few seconds; after one more only that
one is read and written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
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
        last = known if known and renewed <= known.newest <= newest else Written(0, {})
        # What is read now is as new as `newest`, or newer: then the next look reads what came since once more.
        written = Written(newest, {**last.pieces, **self._own(judge, last.newest)})
        with self._lock:
            self._written[judge] = written
        return written.text

    def _own(self, judge: str, since: int) -> dict[int, bytes]:
        """Those that were stored or ended since a record, by the record that stored them."""
        contest = self._file.contest
        return {
            past.ballot.record: _text(
                {
                    **ballot_json(past.ballot, past.contestant),
                    "name": contest.called(past.contestant),
                    "round": past.round,
                    "current": past.ended_how is None,
                }
            )
            for past in history(self._file, judge, since=since)
        }


@dataclass(frozen=True, slots=True)
class Written:
    """The ballots of a judge as they were at a record, each by the record that stored it, oldest first."""

    newest: int
    pieces: Mapping[int, bytes]

    @property
    def text(self) -> bytes:
        """All of them as a JSON list."""
        return b"[" + b",".join(self.pieces.values()) + b"]"


def _latest(numbers: Mapping[str | None, int], judge: str) -> int:
    return max(numbers.get(judge, 0), numbers.get(None, 0))


def _text(ballot: dict[str, Any]) -> bytes:
    return json.dumps(ballot, ensure_ascii=False, separators=(",", ":")).encode()
