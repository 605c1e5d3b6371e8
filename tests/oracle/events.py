"""What the events of a round leave behind (rules.md: Corrections; Next round; Draws)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any

Data = dict[str, Any]
Rounds = list[list[Data]]

MARKS = (
    "judge-absent", "judge-left", "recuse", "no-show", "withdraw", "add",
    "adjust", "component", "group-void", "start-order", "draw", "undo",
)  # fmt: skip


@cache
def exact(text: str) -> Fraction:
    """A decimal as it is written. The same few are read thousands of times."""
    return Fraction(text)


class Refused(ValueError):
    """This event could not have happened."""


@dataclass(frozen=True)
class Contest:
    """What belongs to the contest and not to a round: the plan, the roster, the judges in the order of their file."""

    plan: Data
    contestants: list[Data]
    judges: list[Data]

    def setting(self, key: str, default: Any) -> Any:
        return self.plan["contest"].get(key, default)

    def returns(self, key: str, default: Any) -> Any:
        return self.plan.get("returns", {}).get(key, default)

    def items(self, table: str) -> list[Data]:
        return list(self.plan.get(table, []))


@dataclass
class Book:
    """What the events of one round leave behind."""

    line_up: list[str]
    ballots: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    recused: set[tuple[str, str]] = field(default_factory=set)
    no_show: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    void: set[str] = field(default_factory=set)
    adjustments: list[tuple[str, Fraction]] = field(default_factory=list)
    values: dict[tuple[str, str], Fraction] = field(default_factory=dict)
    draws: list[list[str]] = field(default_factory=list)
    closed: bool = False


def draw_order(seed: str, codes: list[str]) -> list[str]:
    """Draws: by SHA-256(seed + ":" + code) in UTF-8, lowest hexadecimal digest first."""
    return sorted(codes, key=lambda code: hashlib.sha256((seed + ":" + code).encode("utf-8")).hexdigest())


def undone(events: list[Data]) -> set[int]:
    """Corrections: every mark can be undone. Read from the end: an undo that was itself undone undoes nothing."""
    gone: set[int] = set()
    for index in reversed(range(len(events))):
        if events[index]["kind"] == "undo" and index not in gone:
            gone.add(events[index]["record"])
    return gone


def fold(start: list[str], events: list[Data]) -> Book:
    """What stands after these events: marks that are undone are as if they had never been made."""
    book, gone = Book(line_up=list(start)), undone(events)
    for index, event in enumerate(events):
        if index not in gone:
            apply(book, event)
    # "A correction after the round was closed reopens it": closed is a round whose last event is its closing.
    kinds = [event["kind"] for event in events if event["kind"] != "next-round"]
    book.closed = kinds[-1:] == ["close-round"]
    return book


def apply(book: Book, event: Data) -> None:
    match event["kind"]:
        case "ballot":
            book.ballots[event["judge"], event["contestant"]] = event["scores"]
        case "return":  # Arithmetic 2: a returned ballot is not stored until it is sent again
            book.ballots.pop((event["judge"], event["contestant"]), None)
        case "judge-absent":
            book.absent.add(event["judge"])
        case "judge-left":
            book.left.add(event["judge"])
        case "recuse":
            book.recused.add((event["judge"], event["contestant"]))
        case "no-show":
            book.no_show.add(event["contestant"])
        case "withdraw":
            book.withdrawn.add(event["contestant"])
        case "group-void":
            book.void.add(event["group"])
        case "add":
            book.line_up += [event["contestant"]] * (event["contestant"] not in book.line_up)
        case "start-order":
            book.line_up = draw_order(event["seed"], book.line_up)
        case "draw":
            book.draws.append(draw_order(event["seed"], event["entries"]))
        case "adjust":
            book.adjustments.append((event["contestant"], exact(event["points"])))
        case "component":  # Corrections: a component file replaces earlier values of the contestants it names
            for code, value in event["values"].items():
                book.values[event["key"], code] = exact(value)
        case "undo" | "close-round" | "next-round":
            pass
        case kind:
            raise Refused(f"unknown event {kind}")
