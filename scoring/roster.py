"""What a sheet would make of the roster, line by line, and what may be changed in it (rules.md, Command line)."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.contest import Contest
from scoring.contestants import name_hints
from scoring.errors import TWICE, Fault
from scoring.grid import REQUIRED, Grid
from scoring.incoming import Incoming
from scoring.people_file import NO_CATEGORY, contestant_lines
from scoring.plan import Contestant
from scoring.text import Text

KEEPS_CATEGORY = Text(
    "“{code}”已在出场名单里，不能换类别：换类别会换榜，改变已有的成绩",
    "'{code}' is in a line-up and keeps its category: another category is another board, and would change results",
)


def roster_lines(grid: Grid, contest: Contest) -> tuple[Incoming[Contestant], ...]:
    """What each line of a sheet would do. Raises `BadInput` where the sheet as a whole cannot be read."""
    read = contestant_lines(grid, contest.plan, contest.contestants)
    wrong = read.by_line()
    hints = name_hints({**contest.contestants, **{each.code: each for _, each in read.lines}}.values())
    lines = []
    for number, contestant in read.lines:
        faults = wrong.get(number, ())
        if not faults and _changes_board(contest, contestant):
            place = read.places["category"]
            faults = (Fault(KEEPS_CATEGORY(code=contestant.code), grid.name, line=number, column=place),)
        known = contest.contestants.get(contestant.code)
        lines.append(Incoming(number, contestant, known, faults, hints.get(contestant.code)))
    return tuple(lines)


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
