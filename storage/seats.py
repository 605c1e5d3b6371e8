"""Judges' seats: who may link as whom (link.md, guarantee 9)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import col, select

from scoring import conduct
from storage.contest_file import OPERATOR, Actor, ContestFile
from storage.journal import Draft
from storage.secrets import DESK_TOKENS, renew
from storage.tables import SeatRow


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


def seats(file: ContestFile) -> list[Seat]:
    """All seats, in no particular order."""
    with file.session() as session:
        return [Seat(row.judge, row.token, row.join_code) for row in session.exec(select(SeatRow))]


def seat_by_code(file: ContestFile, join_code: str) -> Seat | None:
    """The seat a join code fits, or None."""
    with file.session() as session:
        row = session.exec(select(SeatRow).where(col(SeatRow.join_code) == join_code)).first()
        return Seat(row.judge, row.token, row.join_code) if row else None


def is_seat_token(file: ContestFile, judge: str, token: str) -> bool:
    """Whether a token opens this seat at this moment, by the file itself."""
    with file.session() as session:
        row = session.get(SeatRow, judge)
        return row is not None and row.token == token


def desk_tokens(file: ContestFile) -> DeskTokens:
    """The operator's and the hosts' tokens."""
    operator, host = (file.setting(key) for key in DESK_TOKENS)
    return DeskTokens(operator or "", host or "")


def reissue(file: ContestFile, judge: str, *, reason: str = "", by: Actor = OPERATOR) -> int:
    """A new link and join code for a seat; the old ones are dead at once. Raises `Unknown`."""
    with file.write(by) as op:
        conduct.judge_of(op.contest, judge)
        renew(op.session, judge)
        op.record(Draft("reissue", {"judge": judge}, why=reason))
    return op.last.number


def substitute(file: ContestFile, judge: str, *, name: str, title: str, reason: str = "", by: Actor = OPERATOR) -> int:
    """Put another person into a seat, with a new link; earlier ballots stay with the earlier person.

    Raises `Unknown`.
    """
    with file.write(by) as op:
        seat = conduct.judge_of(op.contest, judge)
        renew(op.session, judge)
        after = {"judge": judge, "name": name, "title": title}
        op.record(Draft("substitute", after, before={"name": seat.name, "title": seat.title}, why=reason))
    return op.last.number
