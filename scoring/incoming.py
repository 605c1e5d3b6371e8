"""What a sheet would change, line by line, before anything is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Generic, TypeVar

from scoring.errors import BadInput, Fault
from scoring.text import Text

Item = TypeVar("Item")


class Effect(StrEnum):
    """What taking a line does."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Lines(Generic[Item]):
    """What a sheet names, each with the number of its line, the wrong ones as well, and what is wrong, line by line.

    `places` are the columns by key.
    """

    name: str
    lines: tuple[tuple[int, Item], ...]
    faults: tuple[Fault, ...]
    places: Mapping[str, int] = field(default_factory=dict)

    def all(self) -> tuple[Item, ...]:
        """All of them in file order. Raises `BadInput` with every fault, by line and column."""
        if self.faults:
            raise BadInput(self.faults)
        return tuple(item for _, item in self.lines)

    def by_line(self) -> dict[int | None, tuple[Fault, ...]]:
        """What is wrong, by the number of the line."""
        return {number: tuple(found) for number, found in groupby(self.faults, key=lambda fault: fault.line)}


@dataclass(frozen=True, slots=True)
class Incoming(Generic[Item]):
    """A line of a sheet: what it brings, what is there in its place now, what is wrong with it, and what is not wrong
    but worth a look.
    """

    number: int
    item: Item
    known: Item | None
    faults: tuple[Fault, ...]
    hint: Text | None = None

    @property
    def effect(self) -> Effect:
        """What taking this line would do."""
        if self.faults:
            return Effect.WRONG
        if self.known is None:
            return Effect.NEW
        return Effect.SAME if self.known == self.item else Effect.CHANGED


def taken(lines: Sequence[Incoming[Item]]) -> list[Item]:
    """What all lines bring. Raises `BadInput` with every fault: all of them are taken, or none."""
    faults = [fault for line in lines for fault in line.faults]
    if faults:
        raise BadInput(faults)
    return [line.item for line in lines]
