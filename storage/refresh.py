"""Keeping the facts in memory in step with the rows, reading again only what a record touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from scoring.bench import Bench
from scoring.conduct import entry_of
from scoring.contest import Ballot, Clock, Contest, Entry, Round, Screen
from scoring.crowd_ballots import of_panels, with_panel
from scoring.mark import MarkKind
from scoring.marks import with_marks
from scoring.staging import begun, moved
from storage.journal import Record
from storage.load import load_contest, load_entries, load_signatures, points_of, standing_marks

_ENTRY = {"call", "open", "close", "return-ballot", "reveal", "unreveal"}
_BALLOTS = {"ballot", MarkKind.BALLOTS.value}
_MARKS = {kind.value for kind in MarkKind}


def refreshed(connection: sqlite3.Connection, contest: Contest, record: Record) -> Contest:
    """The contest after the rows of `record` were written."""
    contest = replace(contest, revision=record.number, begun=contest.begun or record.what in _BALLOTS)
    if record.what in _ENTRY:
        return _with_round(contest, record, lambda round_: _with_entry(connection, round_, record))
    if record.what in _MARKS:
        return _with_round(contest, record, lambda round_: _remarked(connection, round_, contest.bench))
    match record.what:
        case "ballot":
            return _with_round(contest, record, lambda round_: _with_ballot(round_, record))
        case "show" | "stage" | "step":
            return _with_screen(contest, record)
        case "clock":
            return replace(contest, clock=Clock(**record.after["clock"]))
        case "close-round":
            return _with_round(contest, record, lambda round_: replace(round_, closed=record.number))
        case "reopen-round":
            return _with_round(contest, record, lambda round_: replace(round_, closed=None, signatures={}))
        case "sign-off":
            signatures = load_signatures(connection, record.round or 0)
            return _with_round(contest, record, lambda round_: replace(round_, signatures=signatures))
        case "assess" | "board" | "decline-offer" | "reissue" | "restored":
            return contest
        case _:
            return load_contest(connection, record.number)


def _with_screen(contest: Contest, record: Record) -> Contest:
    """What the stage shows, and how far it has come in what it tells in steps."""
    after = record.after
    if record.what == "step":
        return replace(contest, staging=moved(contest.staging, after["step"], record.number))
    contest = replace(contest, screen=Screen(after["screen"]))
    return contest if record.what == "show" else replace(contest, staging=begun(after["staging"], record.number))


def _with_round(contest: Contest, record: Record, change: Callable[[Round], Round]) -> Contest:
    rounds = tuple(change(each) if each.number == record.round else each for each in contest.rounds)
    clock = Clock() if record.what == "call" else contest.clock
    return replace(contest, rounds=rounds, clock=clock)


def _with_entry(connection: sqlite3.Connection, round_: Round, record: Record) -> Round:
    code = record.after["entry"]
    (read,) = load_entries(connection, round_.number, code)
    entries = tuple(_keeping_marks(each, read) if each.code == code else each for each in round_.entries)
    return replace(round_, entries=entries, called=code if record.what == "call" else round_.called)


def _with_ballot(round_: Round, record: Record) -> Round:
    """A ballot says all there is to know about it: nothing is read, however many there are of the entry by now."""
    after, ended = record.after, record.before["record"] if record.before else None
    ballot = Ballot(
        judge=after["judge"],
        scores=points_of(after["scores"]),
        ballot_id=after["ballot_id"],
        person=after["person"],
        version=after["version"],
        stored_at=record.at,
        record=record.number,
        source=after["source"],
    )
    entry = entry_of(round_, after["entry"])
    known = of_panels(entry.ballots)
    others = {judge: each for judge, each in known.items() if judge != ballot.judge and each.record != ended}
    changed = replace(entry, ballots=with_panel(entry.ballots, {**others, ballot.judge: ballot}))
    return replace(round_, entries=tuple(changed if each is entry else each for each in round_.entries))


def _keeping_marks(old: Entry, read: Entry) -> Entry:
    return replace(
        read,
        attendance=old.attendance,
        ballots=with_panel(old.ballots, read.ballots),
        recused=old.recused,
        adjustments=old.adjustments,
        values=old.values,
    )


def _remarked(connection: sqlite3.Connection, round_: Round, bench: Bench) -> Round:
    base = replace(round_, entries=load_entries(connection, round_.number))
    known_marks = {mark.record: mark for mark in round_.marks}  # with what they have unpacked already
    marks = [known_marks.get(mark.record, mark) for mark in standing_marks(connection, round_.number)]
    marked = with_marks(base, marks, bench)
    known = {entry.code: entry for entry in round_.entries}
    entries = tuple(known[e.code] if known.get(e.code) == e else e for e in marked.entries)
    return replace(marked, entries=entries)
