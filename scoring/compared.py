"""Which ballots of a board are held against each other, and which are left out; exact, before any statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from scoring.contest import Contest, Round
from scoring.hints import MOST_JUDGES
from scoring.plan import Group, Judge
from scoring.results import Board, Drops, Row, Status

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Seat:
    """One judge of a board: the totals of counted ballots by entry, the means of the other judges of the group for
    the entries that others scored too, and how many of the judge's scores were dropped as highest and as lowest
    (ballots, or with `trim_at = "criterion"` scores on one criterion).
    """

    judge: Judge
    group: Group
    totals: Mapping[str, Fraction]
    others: Mapping[str, Fraction]
    high: int
    low: int


@dataclass(frozen=True, slots=True)
class Compared:
    """The judges of a board in the order of the seats; `void` and `crowds` are the groups that are left out."""

    board: Board
    seats: tuple[Seat, ...]
    void: tuple[Group, ...]
    crowds: tuple[Group, ...]

    def of(self, group: Group) -> list[Seat]:
        """The judges of one group."""
        return [seat for seat in self.seats if seat.group == group]

    @property
    def groups(self) -> list[Group]:
        """The groups with a judge, in the order of the plan."""
        return list(dict.fromkeys(seat.group for seat in self.seats))


@dataclass(frozen=True, slots=True)
class Complete:
    """The complete cases: `rows` holds the totals of every entry by every judge. What was left out stands beside."""

    judges: tuple[Judge, ...]
    entries: tuple[str, ...]
    rows: tuple[tuple[Fraction, ...], ...]
    judges_left_out: tuple[Judge, ...] = ()
    entries_left_out: tuple[str, ...] = ()


def compared(contest: Contest, round_: Round, board: Board) -> Compared:
    """The ballots of the entries that take part, group by group; void groups and crowds are left out."""
    rows = [row for row in board.rows if row.result.status in (Status.COMPLETE, Status.INCOMPLETE)]
    filled = [group for group in contest.plan.groups if any(group.key in row.result.groups for row in rows)]
    void = tuple(group for group in filled if group.key in round_.void)
    bench = contest.bench
    large = [group for group in filled if group.key in bench.crowds or _crowded(rows, group)]
    crowds = tuple(group for group in large if group not in void)
    seats = (
        seat
        for group in filled
        if group not in void and group not in crowds
        for seat in _seats(rows, group, bench.groups[group.key])
    )
    return Compared(board, tuple(seats), void, crowds)


def _crowded(rows: Iterable[Row], group: Group) -> bool:
    return any(row.result.groups[group.key].counted > MOST_JUDGES for row in rows if group.key in row.result.groups)


def _seats(rows: Sequence[Row], group: Group, judges: Sequence[Judge]) -> list[Seat]:
    results = {row.code: row.result.groups[group.key] for row in rows if group.key in row.result.groups}
    sums = {code: sum(result.totals.values(), Fraction(0)) for code, result in results.items()}
    seats = []
    for judge in judges:
        totals = {code: each.totals[judge.code] for code, each in results.items() if judge.code in each.totals}
        others = {
            code: (sums[code] - total) / (len(results[code].totals) - 1)
            for code, total in totals.items()
            if len(results[code].totals) > 1
        }
        high = sum(_times(each.dropped_high, judge.code) for each in results.values())
        low = sum(_times(each.dropped_low, judge.code) for each in results.values())
        if totals:
            seats.append(Seat(judge, group, totals, others, high, low))
    return seats


def _times(drops: Drops, judge: str) -> int:
    lists: Iterable[tuple[str, ...]] = (drops,) if isinstance(drops, tuple) else drops.values()
    return sum(judge in dropped for dropped in lists)


def complete(seats: Sequence[Seat]) -> Complete:
    """Complete cases: first judges who scored less than half of the entries go, then entries that one of the rest did
    not score. So neither somebody who looked in for one entry, nor one recusal, takes everything with it.
    """
    entries = list(dict.fromkeys(code for seat in seats for code in seat.totals))
    kept, gone = _parted(seats, lambda seat: 2 * len(seat.totals) >= len(entries))
    whole, broken = _parted(entries, lambda code: all(code in seat.totals for seat in kept))
    return Complete(
        judges=tuple(seat.judge for seat in kept),
        entries=tuple(whole),
        rows=tuple(tuple(seat.totals[code] for seat in kept) for code in whole),
        judges_left_out=tuple(seat.judge for seat in gone),
        entries_left_out=tuple(broken),
    )


def _parted(items: Sequence[Item], fits: Callable[[Item], bool]) -> tuple[list[Item], list[Item]]:
    return [each for each in items if fits(each)], [each for each in items if not fits(each)]
