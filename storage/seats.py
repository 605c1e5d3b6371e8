"""Judges' seats: who may link as whom (link.md, guarantee 9)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scoring import conduct
from storage.contest_file import OPERATOR, Actor, ContestFile
from storage.journal import Draft
from storage.load import reading
from storage.rows import first, rows
from storage.secrets import DESK_TOKENS, renew


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
