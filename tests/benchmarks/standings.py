"""One changed ballot → new standings, beside a floor: `python -m tests.benchmarks.standings [TIMES]`.

The floor is what nobody can leave out: add up the scores of the changed entry as plain integers, and sort as many
numbers as there are entries. Both are measured in turn for the same change.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from dataclasses import replace
from decimal import Decimal

from scoring.contest import Ballot, Contest, Entry, Round
from scoring.plan import Category, Contestant, Criterion, Group, Judge, Plan, Returns, SpeechTimer
from scoring.standings import Tally

SIZES = ((55, 15, 4), (200, 30, 6), (1000, 50, 10))
TIE_BREAKS = ("exact", "group:g0", "criterion:c0", "untrimmed", "draw")


def plan_of(criteria: int) -> Plan:
    """A plan like Qingdao's with any number of criteria."""
    weights = [Decimal(100 // criteria)] * (criteria - 1)
    weights.append(100 - sum(weights, Decimal(0)))
    groups = tuple(
        Group(f"g{i}", f"g{i}", Decimal(weight), 1, 1, 5, 1, "mean") for i, weight in enumerate((40, 30, 30))
    )
    return Plan(
        title="",
        organizer="",
        level="city",
        step=Decimal("0.5"),
        decimals=2,
        board="overall",
        missing="wait",
        trim_at="total",
        rank_on="published",
        ranking="competition",
        tie_breaks=TIE_BREAKS,
        resend=True,
        returns=Returns(),
        timer=SpeechTimer(),
        categories=(Category("k", "k"),),
        criteria=tuple(Criterion(f"c{i}", f"c{i}", Decimal(20), Decimal(0), w) for i, w in enumerate(weights)),
        groups=groups,
        components=(),
        grades=(),
    )


def ballot(chance: random.Random, judge: int, criteria: int) -> Ballot:
    """A ballot in the upper half."""
    return Ballot(f"J{judge}", {f"c{i}": Decimal(chance.randrange(20, 41)) / 2 for i in range(criteria)})


def contest_of(chance: random.Random, entries: int, judges: int, criteria: int) -> Contest:
    """A contest in which everybody has scored everybody."""
    codes = [f"U{number}" for number in range(entries)]
    lineup = tuple(
        Entry(code, ballots={f"J{judge}": ballot(chance, judge, criteria) for judge in range(judges)}) for code in codes
    )
    return Contest(
        plan=plan_of(criteria),
        contestants={code: Contestant(code, code, "k") for code in codes},
        judges=tuple(Judge(f"J{judge}", f"J{judge}", "", f"g{judge % 3}") for judge in range(judges)),
        rounds=(Round(1, lineup),),
        revision=1,
    )


def changed(chance: random.Random, contest: Contest, judges: int, criteria: int) -> tuple[Contest, Entry]:
    """The contest with one ballot changed, and the entry it was for."""
    round_ = contest.rounds[0]
    place = chance.randrange(len(round_.entries))
    new = ballot(chance, chance.randrange(judges), criteria)
    entry = replace(round_.entries[place], ballots={**round_.entries[place].ballots, new.judge: new})
    entries = (*round_.entries[:place], entry, *round_.entries[place + 1 :])
    return replace(contest, rounds=(replace(round_, entries=entries),), revision=contest.revision + 1), entry


def measure(entries: int, judges: int, criteria: int, times: int) -> str:
    """One line: medians of both in milliseconds, and the ratio."""
    chance = random.Random(1)
    contest, tally = contest_of(chance, entries, judges, criteria), Tally()
    tally.standings(contest)
    ours, floors = [], []
    for _ in range(times):
        contest, entry = changed(chance, contest, judges, criteria)
        scores = [[int(2 * points) for points in each.scores.values()] for each in entry.ballots.values()]
        numbers = [chance.randrange(10_000) for _ in range(entries)]
        gc.collect()
        start = time.perf_counter()
        sum(sum(row) for row in scores)
        sorted(numbers)
        middle = time.perf_counter()
        tally.standings(contest)
        floors.append(middle - start)
        ours.append(time.perf_counter() - middle)
    floor, own = statistics.median(floors) * 1000, statistics.median(ours) * 1000
    ratio = statistics.median(o / f for o, f in zip(ours, floors, strict=True))
    return f"{entries:5} × {judges} × {criteria}: {own:7.3f} ms, floor {floor:.3f} ms, ratio {ratio:.0f}\n"


def main(times: int) -> None:
    """All three sizes."""
    for size in SIZES:
        sys.stdout.write(measure(*size, times))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
