"""Words that several places of the console share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from scoring.contest import Attendance, Phase, Screen
from ui.console.tile_facts import Contact

translate = QCoreApplication.translate
SHORT = 10.0
"""Seconds of sleep that are not worth a number."""


def sentences(*said: str) -> str:
    """One after the other; a Chinese full stop needs no blank after it."""
    return " ".join(part for part in said if part).replace("。 ", "。")


def literal(words: str) -> str:
    """Words as they stand on a button or in a menu, where one `&` would underline what follows."""
    return words.replace("&", "&&")


def distinct(names: Mapping[str, str]) -> dict[str, str]:
    """Keys by name; where several share a name, the key stands behind it."""
    times = Counter(names.values())
    return {name if times[name] == 1 else f"{name} ({key})": key for key, name in names.items()}


def path_word(path: Path) -> str:
    """A file or a folder, in the short form of the person's own."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def read_path(text: str) -> Path:
    """The file or folder that is typed, or that `path_word` wrote."""
    path = Path(text.strip())
    return Path.home().joinpath(*path.parts[1:]) if path.parts[:1] == ("~",) else path


def screen_word(screen: Screen) -> str:
    """What a screen of the stage is called."""
    words = {
        Screen.AUTO: translate("Screens", "Auto"),
        Screen.WELCOME: translate("Screens", "Welcome"),
        Screen.LINEUP: translate("Screens", "Line-up"),
        Screen.ON_STAGE: translate("Screens", "On stage"),
        Screen.SCORING: translate("Screens", "Scoring"),
        Screen.REVEAL: translate("Screens", "Reveal"),
        Screen.LEADERBOARD: translate("Screens", "Ranking"),
        Screen.FINALE: translate("Screens", "Finale"),
        Screen.RETURNS: translate("Screens", "Returns"),
        Screen.CLOSING: translate("Screens", "Closing"),
        Screen.BLACK: translate("Screens", "Black"),
    }
    return words[screen]


def phase_word(phase: Phase) -> str:
    """How far an entry has come."""
    match phase:
        case Phase.WAITING:
            return translate("Phases", "waiting")
        case Phase.CALLED:
            return translate("Phases", "on stage")
        case Phase.OPEN:
            return translate("Phases", "scoring")
        case Phase.CLOSED:
            return translate("Phases", "scoring closed")


def attendance_word(attendance: Attendance) -> str:
    """That an entry does not take part; nothing for one that does."""
    match attendance:
        case Attendance.NO_SHOW:
            return translate("Phases", "no-show")
        case Attendance.WITHDRAWN:
            return translate("Phases", "withdrawn")
        case Attendance.PRESENT:
            return ""


def contact_word(contact: Contact, seen: float | None) -> str:
    """How a judge's device is linked."""
    match contact:
        case Contact.NEVER:
            return translate("Contact", "not linked")
        case Contact.LOST:
            return translate("Contact", "offline {time}").format(time=duration(seen or 0.0))
        case Contact.ASLEEP if (seen or 0.0) < SHORT:
            return translate("Contact", "asleep")
        case Contact.ASLEEP:
            return translate("Contact", "asleep {time}").format(time=duration(seen or 0.0))
        case Contact.HERE:
            return translate("Contact", "online")


def duration(seconds: float) -> str:
    """A stretch of time in seconds or minutes."""
    if seconds < 90:
        return translate("Contact", "{n} s").format(n=round(seconds))
    return translate("Contact", "{n} min").format(n=round(seconds / 60))


@lru_cache(maxsize=4096)  # a hall of tiles says the same times again with every ballot
def local_time(at: str, pattern: str = "%H:%M:%S") -> str:
    """A UTC time of the journal as the clock on the wall has it."""
    return datetime.fromisoformat(at).astimezone().strftime(pattern) if at else ""


def round_word(number: int) -> str:
    """Which round it is."""
    return translate("Rounds", "Round {number}").format(number=number)
