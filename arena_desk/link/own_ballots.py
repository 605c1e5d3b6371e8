"""What each judge's panel may read of its own earlier ballots, as JSON that is written once and not with every look.

At the end of a long day that is two hundred ballots, read by thirty panels every few seconds.
"""

from __future__ import annotations

import json
from threading import Lock
from typing import Any

from arena_desk.link.answers import ballot_json
from arena_desk.link.audience import judge_alone
from storage.ballots import history
from storage.contest_file import Change, ContestFile
from storage.journal import Record

_LEAVES_BALLOTS = {"call", "open", "close", "reveal", "unreveal", "show", "stage", "step", "clock"}
"""What happens again and again and changes no ballot, no name and no seat."""


class OwnBallots:
    """All methods may be called from any thread."""

    def __init__(self, file: ContestFile) -> None:
        self._file, self._lock = file, Lock()
        self._newest: dict[str | None, int] = {}
        """The newest record that may have changed the ballots of a judge; under None those of all judges."""
        self._written: dict[str, tuple[int, bytes]] = {}

    def on_change(self, change: Change) -> None:
        """Subscriber of the file."""
        with self._lock:
            for record in change.records:
                if record.what not in _LEAVES_BALLOTS:
                    self._note(judge_alone(record), record)

    def _note(self, judge: str | None, record: Record) -> None:
        self._newest[judge] = max(self._newest.get(judge, 0), record.number)

    def of(self, judge: str) -> bytes:
        """A JSON list of all ballots that the person now in a seat has stored, oldest first."""
        with self._lock:
            newest = max(self._newest.get(judge, 0), self._newest.get(None, 0))
            written = self._written.get(judge)
        if written is None or written[0] != newest:
            # What is read now is as new as `newest`, or newer: then the next look reads it once more.
            written = newest, _text(own_ballots(self._file, judge))
            with self._lock:
                self._written[judge] = written
        return written[1]


def _text(ballots: list[dict[str, Any]]) -> bytes:
    return json.dumps(ballots, ensure_ascii=False, separators=(",", ":")).encode()


def own_ballots(file: ContestFile, judge: str) -> list[dict[str, Any]]:
    """The same, not yet written as JSON."""
    names = file.contest.contestants
    return [
        {
            **ballot_json(past.ballot, past.contestant),
            "name": names[past.contestant].name,
            "round": past.round,
            "current": past.ended_how is None,
        }
        for past in history(file, judge)
    ]
