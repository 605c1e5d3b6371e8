"""Who a token belongs to; how often an address may guess (link.md, guarantee 9)."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from storage.contest_file import Change, ContestFile
from storage.seats import SEATS, desk_tokens, seats

RATE = 50.0
"""Calls a second that one token may make."""
WRONG_CODES = 10
LOCKED_SECONDS = 60.0


class Role(StrEnum):
    """What a token lets its bearer do."""

    JUDGE = "judge"
    HOST = "host"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whose token it is; `judge` is the seat of a judge's token. `token` tells sockets of an old link apart."""

    role: Role
    judge: str | None
    token: str = field(repr=False)


class Keyring:
    """The valid tokens, kept in step with the file; a re-issued one is dead as soon as the operation is committed."""

    def __init__(self, file: ContestFile) -> None:
        self._file = file
        self._bearers: dict[str, Bearer] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read all tokens again."""
        tokens = desk_tokens(self._file)
        bearers = [Bearer(Role.OPERATOR, None, tokens.operator), Bearer(Role.HOST, None, tokens.host)]
        bearers += [Bearer(Role.JUDGE, seat.judge, seat.token) for seat in seats(self._file)]
        self._bearers = {bearer.token: bearer for bearer in bearers}

    def on_change(self, change: Change) -> None:
        """Subscriber: seats may have new tokens."""
        if any(record.what in SEATS for record in change.records):
            self.refresh()

    def bearer(self, token: str) -> Bearer | None:
        """Whose token this is, or None."""
        found = self._bearers.get(token)
        return found if found and hmac.compare_digest(found.token.encode(), token.encode()) else None


class Throttle:
    """At most `rate` calls a second for each token, in bursts of as many."""

    def __init__(self, rate: float = RATE, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def lets(self, token: str) -> bool:
        """Whether this token may make a call now; counts it if so."""
        now = self._clock()
        left, at = self._buckets.get(token, (self._rate, now))
        left = min(self._rate, left + (now - at) * self._rate)
        self._buckets[token] = (max(left - 1, 0.0) if left >= 1 else left, now)
        return left >= 1


class Lockout:
    """Counts wrong join codes by address; after ten, the address waits."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, tuple[int, float]] = {}

    def locked(self, address: str) -> bool:
        """Whether this address has to wait."""
        count, at = self._wrong.get(address, (0, 0.0))
        if count and self._clock() - at > LOCKED_SECONDS:
            del self._wrong[address]
            return False
        return count >= WRONG_CODES

    def note_wrong(self, address: str) -> None:
        """Count a code that fitted no seat."""
        self._wrong[address] = (self._wrong.get(address, (0, 0.0))[0] + 1, self._clock())
