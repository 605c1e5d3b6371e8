"""The speech timer, on the console and on the stage: what can be done with it, and what it reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from math import ceil, floor

from scoring.contest import Clock


def utc_now() -> datetime:
    return datetime.now(UTC)


def started(clock: Clock, now: datetime) -> Clock:
    """The clock from now on running."""
    return clock if clock.since else replace(clock, since=now.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))


def paused(clock: Clock, now: datetime) -> Clock:
    """The clock standing, with what was used kept."""
    return replace(clock, used=used(clock, now), since=None)


def extended(clock: Clock, seconds: int) -> Clock:
    """The clock with more seconds granted."""
    return replace(clock, extra=clock.extra + seconds)


def used(clock: Clock, now: datetime) -> float:
    """Seconds spoken so far."""
    running = (now - datetime.fromisoformat(clock.since)).total_seconds() if clock.since else 0.0
    return clock.used + max(0.0, running)


def reading(clock: Clock, now: datetime, speech_seconds: int) -> tuple[str, float]:
    """What the clock shows, `mm:ss` down to nothing and then `+mm:ss` up, and the seconds left.

    What is left is rounded up to a whole second, what is over down: nothing shows as over before it is.
    """
    left = speech_seconds + clock.extra - used(clock, now)
    seconds = ceil(left) if left >= 0 else floor(-left)
    return f"{'' if left >= 0 else '+'}{seconds // 60:02d}:{seconds % 60:02d}", left
