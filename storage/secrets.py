"""Tokens and join codes of seats (link.md, guarantee 9). They are never journaled, exported or logged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from storage.rows import insert, rows

DESK_TOKENS = ("operator_token", "host_token")


def new_token() -> str:
    """A token of 192 random bits that fits into the fragment of an address."""
    import secrets  # loads OpenSSL, which the first window needs nothing of

    return secrets.token_urlsafe(24)


def give_secrets(connection: sqlite3.Connection, judges: Iterable[str]) -> None:
    """Give every seat that has none a token and a join code, and the desk its own tokens. The caller commits."""
    seated = {row["judge"] for row in rows(connection, "SELECT judge FROM seat")}
    for judge in judges:
        if judge not in seated:
            seat = {"judge": judge, "token": new_token(), "join_code": _unused_code(connection)}
            insert(connection, "seat", seat)
    kept = {row["key"] for row in rows(connection, "SELECT key FROM setting")}
    for key in DESK_TOKENS:
        if key not in kept:
            insert(connection, "setting", {"key": key, "value": new_token()})


def renew(connection: sqlite3.Connection, judge: str) -> None:
    """A new token and join code for a seat; the old ones fit no more. The caller commits."""
    secret = (new_token(), _unused_code(connection), judge)
    changed = connection.execute("UPDATE seat SET token = ?, join_code = ? WHERE judge = ?", secret).rowcount
    assert changed == 1, f"seat {judge}"


def _unused_code(connection: sqlite3.Connection) -> str:
    """Six digits that no seat has, each as likely as the other."""
    import secrets

    taken = [int(row["join_code"]) for row in rows(connection, "SELECT join_code FROM seat")]
    return f"{free_number(secrets.randbelow(10**6 - len(taken)), taken):06}"


def free_number(place: int, taken: Iterable[int]) -> int:
    """The number that stands at a place, from 0, among those that are not taken."""
    number = place
    for other in sorted(taken):
        number += other <= number
    return number
