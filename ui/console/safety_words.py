"""In plain words: what is wrong with the copies, the disk, the power or the clock, and what to do about it."""

from __future__ import annotations

from datetime import datetime

from scoring.text import Language
from ui.console.safety import MEGABYTE, Kind, Safety
from ui.console.words import duration, translate

GIGABYTE = 1 << 30


def concern_words(kind: Kind, safety: Safety, language: Language) -> str:
    """What happened, what is safe and what to do, in a sentence or two."""
    match kind:
        case "lost":
            return translate(
                "Safety",
                "The contest file is no longer in its place: it was moved or deleted, or its stick was pulled out. "
                "Nothing can be stored until it is back.",
            )
        case "full" if (safety.vitals.free or 0) < MEGABYTE:
            return translate(
                "Safety",
                "The disk of the contest file is full: ballots cannot be stored any more, or soon not, and wait on "
                "the judges' devices; what is acknowledged is safe. Make room on it now.",
            )
        case "full":
            text = translate("Safety", "The disk of the contest file is nearly full: {n} MB are left. Make room on it.")
            return text.format(n=(safety.vitals.free or 0) // MEGABYTE)
        case "copies":
            assert safety.keeping.trouble is not None
            goes_on = translate("Safety", "Scoring goes on; what is acknowledged is safe in the contest file.")
            return _joined(safety.keeping.trouble.text.said(language), goes_on, language)
        case "hung":
            return translate(
                "Safety",
                "The disk of the backups does not answer. Scoring goes on; what is acknowledged is safe in the contest "
                "file.",
            )
        case "battery":
            assert safety.vitals.battery is not None
            text = translate("Safety", "The battery is at {n}%: plug this computer in.")
            return text.format(n=safety.vitals.battery.percent)
        case "clock":
            return clock_words(safety)


def clock_words(safety: Safety) -> str:
    """What is wrong with the clock; results do not depend on it."""
    harmless = translate("Safety", "The journal keeps its order and no score depends on the clock; set it right.")
    if safety.vitals.behind > 0:
        text = translate(
            "Safety", "This computer's clock is {time} behind the newest record of the journal: it may be wrong."
        )
        return f"{text.format(time=stretch(safety.vitals.behind))} {harmless}"
    assert safety.moved is not None
    text = (
        translate("Safety", "This computer's clock was set forward by {time} at {at}.")
        if safety.moved.seconds > 0
        else translate("Safety", "This computer's clock was set back by {time} at {at}.")
    )
    moved = text.format(time=stretch(abs(safety.moved.seconds)), at=clock(safety.moved.at))
    return f"{moved} {harmless}"


def stretch(seconds: float) -> str:
    """A stretch of time that may be very long, as between two clocks."""
    hours = round(seconds / 3600)
    if hours < 2:
        return duration(seconds)
    return translate("Safety", "{n} h").format(n=hours) if hours < 48 else _days(round(hours / 24))


def _days(days: int) -> str:
    return translate("Safety", "{n} days").format(n=days)


def room(free: int) -> str:
    """How much room is left on a disk."""
    if free >= 10 * GIGABYTE:
        return f"{free / GIGABYTE:.0f} GB"
    return f"{free / GIGABYTE:.1f} GB" if free >= GIGABYTE else f"{free // MEGABYTE} MB"


def clock(at: float, pattern: str = "%H:%M") -> str:
    """A moment as the clock on the wall has it."""
    return datetime.fromtimestamp(at).astimezone().strftime(pattern)


def _joined(first: str, second: str, language: Language) -> str:
    return f"{first}。{second}" if language == "zh" else f"{first[:1].upper()}{first[1:]}. {second}"
