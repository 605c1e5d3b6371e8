"""What a sheet would make of the roster, line by line, and what may be changed in it (rules.md, Command line)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.contest import Contest
from scoring.errors import BadInput, Fault
from scoring.grid import REQUIRED, TWICE, Grid
from scoring.people_file import NO_CATEGORY, contestant_lines
from scoring.plan import Contestant
from scoring.text import Text

KEEPS_CATEGORY = Text(
    "“{code}”已在出场名单里，不能换类别：换类别会换榜，改变已有的成绩",
    "'{code}' is in a line-up and keeps its category: another category is another board, and would change results",
)


class Effect(StrEnum):
    """What a line does to the roster."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A line of a sheet: the contestant as it would be, as the roster has it now, and what is wrong."""

    number: int
    contestant: Contestant
    known: Contestant | None
    faults: tuple[Fault, ...]

    @property
    def effect(self) -> Effect:
        """What taking this line would do."""
        if self.faults:
            return Effect.WRONG
        if self.known is None:
            return Effect.NEW
        return Effect.SAME if self.known == self.contestant else Effect.CHANGED


def roster_lines(grid: Grid, contest: Contest) -> tuple[RosterLine, ...]:
    """What each line of a sheet would do. Raises `BadInput` where the sheet as a whole cannot be read."""
    read = contestant_lines(grid, contest.plan, contest.contestants)
    lines = []
    for number, contestant in read.lines:
        faults = [fault for fault in read.faults if fault.line == number]
        if not faults and _changes_board(contest, contestant):
            faults.append(Fault(KEEPS_CATEGORY(code=contestant.code), grid.name, line=number, column=read.category))
        lines.append(RosterLine(number, contestant, contest.contestants.get(contestant.code), tuple(faults)))
    return tuple(lines)


def taken(lines: Sequence[RosterLine]) -> list[Contestant]:
    """The contestants of all lines. Raises `BadInput` with every fault: all of them are taken, or none."""
    faults = [fault for line in lines for fault in line.faults]
    if faults:
        raise BadInput(faults)
    return [line.contestant for line in lines]


def contestant_faults(contest: Contest, contestant: Contestant) -> list[Fault]:
    """What is wrong with a contestant that was written by hand, by field."""
    faults = [Fault(REQUIRED, key=key) for key in ("code", "name") if not getattr(contestant, key).strip()]
    if contestant.category not in {category.key for category in contest.plan.categories}:
        faults.append(Fault(NO_CATEGORY(name=contestant.category), key="category"))
    elif _changes_board(contest, contestant):
        faults.append(Fault(KEEPS_CATEGORY(code=contestant.code), key="category"))
    return faults


def twice(contestants: Sequence[Contestant]) -> list[Fault]:
    """Codes that are named more than once."""
    codes = [contestant.code for contestant in contestants]
    return [Fault(TWICE(name=code), key="code") for number, code in enumerate(codes) if code in codes[:number]]


def _changes_board(contest: Contest, read: Contestant) -> bool:
    """Whether a contestant that stands in a line-up would go to another category, and so to another board."""
    known = contest.contestants.get(read.code)
    return known is not None and known.category != read.category and any(r.entry(read.code) for r in contest.rounds)
