"""Whom a record concerns, and the newest record that concerns each listener.

What a listener is told of is all that it can count: a revision that grew with every ballot would let anybody watch
the ballots come in (link.md, guarantee 7).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from threading import Lock
from typing import TypeAlias

from arena_desk.link.keyring import Bearer, Role
from scoring.contest import Contest
from storage.contest_file import Change, ContestFile
from storage.journal import Record, newest_first
from storage.seats import SEATS

_BALLOTS = {"ballot", "return-ballot"}
_PUT_AWAY = "decline-offer"
"""It counts for nothing: nobody but the desk hears of it."""
_OWN_MARKS = {"judge-absent", "judge-left", "recuse"}
_OF_ENTRY = {"adjust", "recuse"}
_OF_ALL = {"judge-absent", "judge-left", "group-void", "component", "draw"}
"""What anybody can see by the results that were revealed, and by nothing else."""
_STAGED = {"reveal", "unreveal", "show", "stage", "step", "clock"}
_OF_CROWDS = "ballots"
_NOT_FOR_JUDGES = {*_STAGED, "board", "adjust", "component", "draw", "group-void", _OF_CROWDS}


Audience: TypeAlias = tuple[Role, str | None] | None
"""The role of a listener and the seat of a judge; None for those without a token."""
OPERATOR: Audience = (Role.OPERATOR, None)


class Revisions:
    """The number of the newest record that concerns each audience. All methods may be called from any thread."""

    def __init__(self, file: ContestFile) -> None:
        self._file, self._lock = file, Lock()
        judges: list[Audience] = [(Role.JUDGE, judge.code) for judge in file.contest.bench.seated]
        self._newest: dict[Audience, int] = dict.fromkeys([None, (Role.HOST, None), *judges], 0)
        with file.plain() as connection:
            self._read_back(newest_first(connection), file.contest)

    def _read_back(self, journal: Iterator[Record], contest: Contest) -> None:
        """Find them in the journal. What is revealed now decides as it did when the records were written: a reveal and
        what takes it back are public themselves, and later than all that it decides about.
        """
        for record in journal:
            unknown = [audience for audience, number in self._newest.items() if not number]
            if not unknown:
                return
            self._newest.update({each: record.number for each in unknown if concerns(each, record, contest)})

    def on_change(self, change: Change) -> None:
        """Subscriber of the file: what concerns an audience raises its revision, which never goes back."""
        contest = self._file.contest
        with self._lock:
            for record in change.records:
                if record.what == "add-judge":
                    self._newest.setdefault((Role.JUDGE, record.after["judge"]), 0)
                for audience in concerned(self._newest, record, contest):
                    self._newest[audience] = max(self._newest[audience], record.number)

    def of(self, audience: Audience) -> int:
        """The revision as this audience may know it."""
        if audience == OPERATOR:
            return self._file.contest.revision
        return self._newest[audience]


def audience_of(bearer: Bearer | None) -> Audience:
    """Which audience a listener belongs to."""
    return (bearer.role, bearer.judge) if bearer else None


def concerned(audiences: Collection[Audience], record: Record, contest: Contest) -> list[Audience]:
    """Which of these hear of a record. What concerns one judge alone, as every ballot does, is found without a look at
    all the others.
    """
    judge = judge_alone(record)
    asked = audiences if judge is None else (None, OPERATOR, (Role.HOST, None), (Role.JUDGE, judge))
    return [each for each in asked if each in audiences and concerns(each, record, contest)]


def judge_alone(record: Record) -> str | None:
    """The one judge whom a record concerns, if it concerns no other."""
    if record.what in _BALLOTS | SEATS:
        return str(record.after["judge"])
    return str(record.after["subject"]) if record.what in _OWN_MARKS else None


def concerns(audience: Audience, record: Record, contest: Contest) -> bool:
    """Whether a listener hears of a record; nobody learns of another judge's ballot (link.md, guarantee 7)."""
    match audience:
        case (Role.OPERATOR, _):
            return True
        case _ if record.what == _PUT_AWAY:
            return False
        case (Role.JUDGE, judge):
            return _concerns_judge(judge, record)
        case (Role.HOST, _):
            return record.what not in {*_BALLOTS, *SEATS, _OF_CROWDS} or _is_revealed(record, contest)
        case _:
            return _is_public(record, contest)


def _concerns_judge(judge: str | None, record: Record) -> bool:
    alone = judge_alone(record)
    return record.what not in _NOT_FOR_JUDGES if alone is None else alone == judge


def _is_public(record: Record, contest: Contest) -> bool:
    before = record.before or {}
    what, about = record.what, _entries(record)
    if what == "reveal":
        return bool(record.after["to"] == "all")
    if what == "unreveal":
        return bool(before.get("to", "all") == "all")
    if what == "undo":
        what, about = before.get("what", ""), {before.get("entry", "")}
    if what in {*_BALLOTS, *_OF_ENTRY, *_OF_ALL, _OF_CROWDS}:
        named = about - {""}
        return _any_revealed(named or {entry.code for entry in contest.live_round.entries}, contest)
    return what not in SEATS


def _is_revealed(record: Record, contest: Contest) -> bool:
    """Whether a record is about an entry that everyone has seen, which may now be under review."""
    return _any_revealed(_entries(record), contest)


def _any_revealed(codes: set[str], contest: Contest) -> bool:
    entries = map(contest.live_round.entry, codes)
    return any(entry is not None and entry.revealed is not None for entry in entries)


def _entries(record: Record) -> set[str]:
    """The entries that a record is about."""
    if record.what == _OF_CROWDS:
        return {entry for entry, _, _ in record.after["details"]["sheet"]["blocks"]}
    return {record.after.get("entry") or record.after.get("contestant") or ""}
