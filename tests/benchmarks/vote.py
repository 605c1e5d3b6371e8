"""A public vote of a million ballots, recomputed exactly, beside a floor: `python -m tests.benchmarks.vote [RUNS]`.

The floor is numpy's plain sum of the same whole numbers, as 64-bit integers in one array. Time is that of the thread's
own processor time, the least of all runs; memory what is allocated at the peak (`tracemalloc` sees numpy too), the
ballots as each side keeps them included. Import, opening and `verify` are absolute figures of a process of their own.
"""

from __future__ import annotations

import gc
import random
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from scoring.contest import Contest
from scoring.crowd_ballots import Ballots
from scoring.standings import standings
from storage.contest_file import read_contest

SIZES = ((50, 20_000), (5, 200_000))
PLAN = """
[contest]
title = "群众评议"
organizer = "机关工委"
contestants = "contestants.csv"
judges = "judges.csv"
step = "0.5"
missing = "exclude"
tie_breaks = ["exact", "group:p", "criterion:a", "untrimmed", "draw"]
[[category]]
key = "k"
name = "单位"
[[group]]
key = "p"
name = "群众"
weight = 100
drop_high = {dropped}
drop_low = {dropped}
"""
CRITERIA = (("a", 30), ("b", 30), ("c", 20), ("d", 20))


def write_files(folder: Path, entries: int, voters: int) -> None:
    """Plan, contestants, judges and everybody's ballots; a twentieth is dropped at either end."""
    chance = random.Random(1)
    criteria = "".join(f'[[criterion]]\nkey = "{key}"\nname = "{key}"\nmax = {most}\n' for key, most in CRITERIA)
    (folder / "plan.toml").write_text(PLAN.format(dropped=voters // 20) + criteria, encoding="utf-8")
    codes, judges = [f"U{n:03}" for n in range(entries)], [f"P{n:06}" for n in range(voters)]
    contestants = "".join(f"{code},{code},k\n" for code in codes)
    (folder / "contestants.csv").write_text("code,name,category\n" + contestants, encoding="utf-8")
    (folder / "judges.csv").write_text("code,name,group\n" + "".join(f"{j},{j},p\n" for j in judges), encoding="utf-8")
    with (folder / "ballots.csv").open("w", encoding="utf-8") as out:
        out.write("contestant,judge,a,b,c,d\n")
        for code in codes:
            for judge in judges:
                scores = (f"{chance.randrange(most, 2 * most + 1) / 2:g}" for _, most in CRITERIA)
                out.write(f"{code},{judge},{','.join(scores)}\n")


def run(*words: object) -> str:
    """A command in a process of its own: processor seconds, and the most memory that any of them has taken so far."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "arena_desk", *map(str, words)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"  {words[0]:10} {spent:6.2f} s, {after.ru_maxrss / 1024:.0f} MB at most so far\n"


def integers(contest: Contest) -> Any:
    """All scores as 64-bit integers."""
    found = []
    for entry in contest.live_round.entries:
        assert isinstance(entry.ballots, Ballots)
        found += [
            np.asarray(values) for pile in entry.ballots.piles.values() for values in pile.columns.scores.values()
        ]
    return np.concatenate(found).astype(np.int64)


def least(work: Callable[[], object], runs: int) -> float:
    """Processor milliseconds of the quickest run."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.thread_time()
        work()
        times.append(time.thread_time() - start)
    return min(times) * 1000


def peak(work: Callable[[], object]) -> float:
    """Megabytes allocated at the peak of it."""
    gc.collect()
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def measure(entries: int, voters: int, runs: int) -> None:
    """One size, from the files to the ratios."""
    say = sys.stdout.write
    say(f"{entries} contestants × {voters:,} voters × {len(CRITERIA)} criteria\n")
    with tempfile.TemporaryDirectory() as place:
        folder, file = Path(place), Path(place) / "vote.arena"
        write_files(folder, entries, voters)
        say(run("new", file, folder / "plan.toml"))
        say(run("score", file, folder / "ballots.csv", "--reason", "benchmark"))
        say(run("standings", file))
        say(run("verify", file))
        contest = read_contest(file).contest
        numbers = integers(contest)
        held = sum(_bytes(entry.ballots) for entry in contest.live_round.entries) / 2**20
        ours, floor = least(lambda: standings(contest), runs), least(numbers.sum, runs)
        one, none = (least(partial(standings, dropping(contest, each)), runs) for each in (1, 0))
        memory, plain = held + peak(lambda: standings(contest)), numbers.nbytes / 2**20 + peak(numbers.sum)
    say(f"  standings  {ours:6.1f} ms, numpy's sum {floor:.2f} ms, ratio {ours / floor:.1f}\n")
    say(f"  drop 1, 1  {one:6.1f} ms, ratio {one / floor:.1f}\n")
    say(f"  no trim    {none:6.1f} ms, ratio {none / floor:.1f}\n")
    say(f"  memory     {memory:6.1f} MB, numpy's sum {plain:.1f} MB, ratio {memory / plain:.2f}\n")


def dropping(contest: Contest, each: int) -> Contest:
    """The same ballots under rules that drop so many high and so many low ones of a group."""
    fewest = 2 * each + 1
    groups = tuple(replace(g, drop_high=each, drop_low=each, trim_from=fewest) for g in contest.plan.groups)
    return replace(contest, plan=replace(contest.plan, groups=groups))


def _bytes(ballots: Any) -> int:
    """What the columns of an entry take."""
    columns = [pile.columns for pile in ballots.piles.values()]
    return sum(each.itemsize * len(each) for c in columns for each in (c.places, *c.scores.values()))


def main(runs: int) -> None:
    """Both sizes."""
    for entries, voters in SIZES:
        measure(entries, voters, runs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
