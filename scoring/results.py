"""What the arithmetic gives: frozen results, exact to the last step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

Drops: TypeAlias = tuple[str, ...] | Mapping[str, tuple[str, ...]]
"""Judges whose ballots were dropped, in judges-file order; by criterion with `trim_at = "criterion"`."""


class Status(StrEnum):
    """Status of an entry in the standings."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    NO_SHOW = "no_show"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group's score for one entry: exact, from `counted` ballots, with what was trimmed.

    `totals` are the ballot totals T_j of the counted judges, in judges-file order; none of a crowd are kept.
    """

    score: Fraction
    counted: int
    dropped_high: Drops
    dropped_low: Drops
    totals: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class EntryResult:
    """All that follows from the facts of one entry.

    `exact` is F and `published` is P of rules.md, both None unless complete. `components` holds the values that
    are there, `groups` every group with a counted ballot, `tie_values` the value of each tie-break of the plan
    that compares numbers (None: missing).
    """

    code: str
    status: Status
    exact: Fraction | None = None
    published: Decimal | None = None
    components: Mapping[str, Fraction] = field(default_factory=dict)
    groups: Mapping[str, GroupResult] = field(default_factory=dict)
    adjustments: Fraction = Fraction(0)
    tie_values: Mapping[str, Fraction | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a board; `rank`, `grade` and `tie_break` are None for entries that are not ranked."""

    rank: int | None
    code: str
    name: str
    category: str
    result: EntryResult
    tie_break: str | None = None
    grade: str | None = None
    returns: bool = False
    returned_before: int = 0
    told: str = ""

    @property
    def called(self) -> str:
        """What it is called where its name stands alone: `told`, where that is another one."""
        return self.told or self.name


@dataclass(frozen=True, slots=True)
class Board:
    """A ranking: of all entries (`overall`) or of one category."""

    key: str
    name: str
    final: bool
    needs_draw: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Standings:
    """The result of one round at one revision."""

    contest: str
    round: int
    final: bool
    closed: bool
    revision: int
    boards: tuple[Board, ...]
