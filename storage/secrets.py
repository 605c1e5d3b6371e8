"""Tokens and join codes of seats (link.md, guarantee 9). They are never journaled, exported or logged."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from sqlmodel import Session, select

from storage.tables import SeatRow, SettingRow

DESK_TOKENS = ("operator_token", "host_token")


def new_token() -> str:
    """A token of 192 random bits that fits into the fragment of an address."""
    return secrets.token_urlsafe(24)


def give_secrets(session: Session, judges: Iterable[str]) -> None:
    """Give every seat that has none a token and a join code, and the desk its own tokens."""
    for judge in judges:
        if session.get(SeatRow, judge) is None:
            session.add(SeatRow(judge=judge, token=new_token(), join_code=_unused_code(session)))
            session.flush()
    for key in DESK_TOKENS:
        if session.get(SettingRow, key) is None:
            session.add(SettingRow(key=key, value=new_token()))


def renew(session: Session, judge: str) -> None:
    """A new token and join code for a seat; the old ones fit no more."""
    seat = session.get(SeatRow, judge)
    assert seat is not None
    seat.token, seat.join_code = new_token(), _unused_code(session)


def _unused_code(session: Session) -> str:
    """Six digits that no seat has, each as likely as the other."""
    taken = [int(code) for code in session.exec(select(SeatRow.join_code))]
    return f"{free_number(secrets.randbelow(10**6 - len(taken)), taken):06}"


def free_number(place: int, taken: Iterable[int]) -> int:
    """The number that stands at a place, from 0, among those that are not taken."""
    number = place
    for other in sorted(taken):
        number += other <= number
    return number
