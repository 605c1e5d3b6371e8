"""Judges' seats: who may link as whom (link.md, guarantee 9)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scoring import conduct
from scoring.errors import BadInput
from scoring.incoming import Effect, taken
from scoring.mark import MarkKind
from scoring.plan import Judge
from storage.contest_file import OPERATOR, Actor, ContestFile, Operation
from storage.journal import Draft
from storage.load import reading
from storage.rows import first, rows
from storage.secrets import DESK_TOKENS, give_secrets, renew

if TYPE_CHECKING:
    from scoring.grid import Grid

SEATS = frozenset({"reissue", "substitute", "add-judge", "remove-judge"})
"""The kinds of records by which links come to be, or end."""
_OF_JUDGES = (MarkKind.JUDGE_ABSENT, MarkKind.JUDGE_LEFT, MarkKind.RECUSE)


@dataclass(frozen=True, slots=True)
class Seat:
    """The secrets of a judge's seat: the token of its link and the six-digit join code."""

    judge: str
    token: str
    join_code: str


@dataclass(frozen=True, slots=True)
class DeskTokens:
    """The tokens of the desk itself and of the host pages."""

    operator: str
    host: str


@dataclass(frozen=True, slots=True)
class Linking:
    """How judges link to a contest: its seats, the address agreed on and the port; empty before it was served."""

    seats: tuple[Seat, ...]
    address: str
    port: str


def read_linking(path: Path) -> Linking:
    """Read how judges link beside a desk that may be running. Raises `BadInput`, `NotNow`."""
    with reading(path) as connection:
        settings = {row["key"]: row["value"] for row in rows(connection, "SELECT key, value FROM setting")}
        return Linking(tuple(_seats(connection)), settings.get("address", ""), settings.get("port", ""))


def _seats(connection: sqlite3.Connection) -> Iterable[Seat]:
    return map(_seat, rows(connection, "SELECT * FROM seat"))


def _seat(row: sqlite3.Row) -> Seat:
    return Seat(row["judge"], row["token"], row["join_code"])


def seats(file: ContestFile) -> list[Seat]:
    """All seats, in no particular order."""
    with file.plain() as connection:
        return list(_seats(connection))


def seat_by_code(file: ContestFile, join_code: str) -> Seat | None:
    """The seat a join code fits, or None."""
    with file.plain() as connection:
        row = first(connection, "SELECT * FROM seat WHERE join_code = ?", join_code)
        return _seat(row) if row else None


def is_seat_token(file: ContestFile, judge: str, token: str) -> bool:
    """Whether a token opens this seat at this moment, by the file itself."""
    with file.plain() as connection:
        return sits(connection, judge, token)


def sits(connection: sqlite3.Connection, judge: str, token: str) -> bool:
    """The same within an operation."""
    row = first(connection, "SELECT token FROM seat WHERE judge = ?", judge)
    return row is not None and row["token"] == token


def desk_tokens(file: ContestFile) -> DeskTokens:
    """The operator's and the hosts' tokens."""
    operator, host = (file.setting(key) for key in DESK_TOKENS)
    return DeskTokens(operator or "", host or "")


def reissue(file: ContestFile, judge: str, *, reason: str = "", by: Actor = OPERATOR) -> int:
    """A new link and join code for a seat; the old ones are dead at once. Raises `Unknown`."""
    with file.write(by) as op:
        conduct.judge_of(op.contest, judge)
        renew(op.connection, judge)
        op.record(Draft("reissue", {"judge": judge}, why=reason))
    return op.last.number


def substitute(file: ContestFile, judge: str, *, name: str, title: str, reason: str = "", by: Actor = OPERATOR) -> int:
    """Put another person into a seat, with a new link; earlier ballots stay with the earlier person.

    Raises `Unknown`.
    """
    with file.write(by) as op:
        seat = conduct.judge_of(op.contest, judge)
        renew(op.connection, judge)
        after = {"judge": judge, "name": name, "title": title}
        op.record(Draft("substitute", after, before={"name": seat.name, "title": seat.title}, why=reason))
    return op.last.number


def add_judges(file: ContestFile, source: Path | Grid, *, reason: str = "", by: Actor = OPERATOR) -> int:
    """Add the judges of a sheet who are not there yet, all or none. Returns how many. Raises `BadInput`."""
    from scoring.seating import seat_lines
    from storage.sheets import as_grid

    grid = as_grid(source)
    with file.write(by) as op:
        lines = seat_lines(grid, op.contest)
        taken(lines)
        new = [line.item for line in lines if line.effect is Effect.NEW]
        for judge in new:
            _join(op, judge, reason)
    return len(new)


def add_judge(file: ContestFile, judge: Judge, *, reason: str = "", by: Actor = OPERATOR) -> int:
    """Add a judge at the end of the judges, with a seat of their own; in rounds that were scored before they count as
    absent. One who is there already changes nothing. Raises `BadInput`.
    """
    from scoring.seating import joining_faults

    with file.write(by) as op:
        faults = joining_faults(op.contest, judge)
        if faults:
            raise BadInput(faults)
        if not op.contest.bench.find(judge.code):
            _join(op, judge, reason)
    return op.last.number


def _join(op: Operation, judge: Judge, reason: str) -> None:
    from scoring.seating import passed

    after = {"judge": judge.code, "name": judge.name, "title": judge.title, "group": judge.group}
    op.record(Draft("add-judge", after, why=reason))
    give_secrets(op.connection, [judge.code])
    for round_ in passed(op.contest):
        before = {"absent": sorted(round_.absent), "left": sorted(round_.left)}
        absent = {"subject": judge.code, "contestant": "", "details": {}}
        op.record(Draft(MarkKind.JUDGE_ABSENT.value, absent, before=before, round=round_.number, why=reason))


def remove_judge(file: ContestFile, code: str, *, reason: str = "", by: Actor = OPERATOR) -> int:
    """Take a judge out of a contest in which nothing was scored; the link is dead at once.

    Raises `Unknown`, `NotNow`.
    """
    from scoring.seating import check_remove

    with file.write(by) as op:
        judge = conduct.judge_of(op.contest, code)
        check_remove(op.contest, judge, named=_is_named(op.connection, code))
        op.connection.execute("DELETE FROM seat WHERE judge = ?", (code,))
        before = {"name": judge.name, "title": judge.title, "group": judge.group}
        op.record(Draft("remove-judge", {"judge": code}, before=before, why=reason))
    return op.last.number


def _is_named(connection: sqlite3.Connection, judge: str) -> bool:
    """Whether a mark, undone or not, or a ballot that a panel offers is about a judge."""
    marks = rows(connection, "SELECT kind FROM mark WHERE subject = ?", judge)
    offered = first(connection, "SELECT judge FROM offer WHERE judge = ? LIMIT 1", judge)
    return offered is not None or any(MarkKind(row["kind"]) in _OF_JUDGES for row in marks)
