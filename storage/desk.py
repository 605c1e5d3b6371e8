"""Operations on the entry that is on stage, and on what the room sees. Each returns the new revision."""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

from scoring import conduct
from scoring.contest import Clock, Entry, Screen
from scoring.result_json import result_json
from scoring.results import EntryResult
from scoring.staging import results_of
from storage.contest_file import OPERATOR, Actor, ContestFile, Operation
from storage.journal import Draft


def call(file: ContestFile, code: str, *, by: Actor = OPERATOR) -> int:
    """Call an entry to the stage; it becomes the one to be scored. Raises `NotNow`, `Unknown`."""
    with file.write(by) as op:
        round_ = op.contest.live_round
        conduct.check_call(op.contest, code)
        op.record(Draft("call", {"entry": code}, before={"called": round_.called}, round=round_.number))
    return op.last.number


def open_scoring(file: ContestFile, *, by: Actor = OPERATOR) -> int:
    """Let ballots in for the entry on stage; again after a close reopens it. Raises `NotNow`."""
    with file.write(by) as op:
        entry = conduct.check_open(op.contest)
        if entry.phase != "open":
            after = {"entry": entry.code}
            op.record(Draft("open", after, before={"phase": entry.phase.value}, round=op.contest.live_round.number))
    return op.last.number


def close_scoring(file: ContestFile, *, force: bool = False, clock: Clock | None = None, by: Actor = OPERATOR) -> int:
    """Stop ballots; while some are missing only by force. Closing twice changes nothing. Raises `NotNow`.

    With a `clock` the speech timer stands like that from then on, in the same step: no copy is made in between.
    """
    with file.write(by) as op:
        round_ = op.contest.live_round
        entry = conduct.check_close(op.contest, force=force)
        if conduct.scoring_open(round_):
            missing = [judge.code for judge in conduct.missing_ballots(op.contest, round_, entry)]
            op.record(Draft("close", {"entry": entry.code, "missing": missing}, round=round_.number))
            if clock:
                _set_clock(op, clock)
    return op.last.number


def reveal(file: ContestFile, code: str, *, to: Literal["host", "all"] = "all", by: Actor = OPERATOR) -> int:
    """Announce an entry's result as it is now, to the hosts alone or to all. Raises `NotNow`, `Unknown`."""
    with file.write(by) as op:
        round_ = op.contest.live_round
        conduct.entry_of(round_, code)
        result = results_of(file.standings())[code]
        tell(op, conduct.check_reveal(op.contest, code, result.status), result, to)
    return op.last.number


def tell(op: Operation, entry: Entry, result: EntryResult, to: Literal["host", "all"]) -> None:
    """Record within an operation that a result was announced."""
    before = result_json(entry.revealed.result) if entry.revealed else None
    after = {"entry": entry.code, "to": to, "result": result_json(result)}
    op.record(Draft("reveal", after, before={"result": before}, round=op.contest.live_round.number))


def unreveal(file: ContestFile, code: str, *, why: str = "", by: Actor = OPERATOR) -> int:
    """Take a reveal back. Raises `NotNow`, `Unknown`."""
    with file.write(by) as op:
        untell(op, conduct.check_unreveal(op.contest, code), why=why)
    return op.last.number


def untell(op: Operation, entry: Entry, *, why: str = "") -> None:
    """Record within an operation that what was announced of an entry was taken back."""
    shown = entry.revealed or entry.announced
    before = {"result": result_json(shown.result) if shown else None, "to": "all" if entry.revealed else "host"}
    op.record(Draft("unreveal", {"entry": entry.code}, before=before, round=op.contest.live_round.number, why=why))


def show(file: ContestFile, screen: Screen, *, by: Actor = OPERATOR) -> int:
    """Choose what the stage shows."""
    with file.write(by) as op:
        op.record(Draft("show", {"screen": screen.value}, before={"screen": op.contest.screen.value}))
    return op.last.number


def set_clock(file: ContestFile, clock: Clock, *, by: Actor = OPERATOR) -> int:
    """Start, pause, extend or reset the speech timer."""
    with file.write(by) as op:
        _set_clock(op, clock)
    return op.last.number


def _set_clock(op: Operation, clock: Clock) -> None:
    op.record(Draft("clock", {"clock": asdict(clock)}, before={"clock": asdict(op.contest.clock)}))
