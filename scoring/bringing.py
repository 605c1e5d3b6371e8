"""What sheets of paper ballots and of component values would do to the live round (rules.md, Command line)."""

from __future__ import annotations

from dataclasses import replace as replace_in

from scoring import conduct
from scoring.contest import Contest
from scoring.errors import Fault, NotNow
from scoring.grid import Grid
from scoring.incoming import Incoming
from scoring.people_file import PaperBallot, Value, ballot_lines, value_lines
from scoring.text import Text

EXISTS = Text(
    "{judge} 对 {entry} 的评分表已存；要替换请加 --replace",
    "{judge} has a ballot for {entry}; use --replace to replace it",
)


def paper_lines(
    grid: Grid, contest: Contest, *, replace: bool = False, seen: int | None = None
) -> tuple[Incoming[PaperBallot], ...]:
    """What each ballot of a sheet would do; one that exists is a fault unless it may be replaced.

    Of those, only ballots that were stored by the revision `seen` may be, where one is given: nobody has looked at
    a later one. Raises `BadInput` where the sheet as a whole cannot be read.
    """
    judges = {judge.code: judge.name for judge in contest.judges}
    read = ballot_lines(grid, contest.plan, conduct.entry_names(contest), judges)
    wrong = read.by_line()
    latest = (contest.revision if seen is None else seen) if replace else -1
    return tuple(
        Incoming(number, ballot, None, wrong[number])
        if number in wrong
        else _paper_line(grid.name, contest, number, ballot, latest)
        for number, ballot in read.lines
    )


def _paper_line(name: str, contest: Contest, number: int, ballot: PaperBallot, latest: int) -> Incoming[PaperBallot]:
    """A ballot that is whole and valid, held against what is stored; what was stored by `latest` may be replaced."""
    refusal = _refusal(contest, ballot)
    entry = conduct.entry_of(contest.live_round, ballot.contestant)
    stored = None if refusal else entry.ballots.get(ballot.judge)
    if stored and stored.record > latest:
        refusal = EXISTS(judge=ballot.judge, entry=ballot.contestant)
    faults = (Fault(refusal, file=name, line=number, column=ballot.column),) if refusal else ()
    return Incoming(number, ballot, replace_in(ballot, scores=dict(stored.scores)) if stored else None, faults)


def _refusal(contest: Contest, ballot: PaperBallot) -> Text | None:
    try:
        conduct.check_enter(contest.live_round, ballot.contestant, conduct.judge_of(contest, ballot.judge))
    except NotNow as error:
        return error.text
    return None


def outside_lines(grid: Grid, contest: Contest, component: str) -> tuple[Incoming[Value], ...]:
    """What each value of a sheet would do. Raises `BadInput` where the sheet as a whole cannot be read."""
    read = value_lines(grid, contest.plan, component, conduct.entry_names(contest))
    wrong = read.by_line()
    return tuple(
        Incoming(number, value, _known(contest, value.contestant, component), wrong.get(number, ()))
        for number, value in read.lines
    )


def _known(contest: Contest, code: str, component: str) -> Value | None:
    """The value that an entry has now, if any."""
    entry = contest.live_round.entry(code)
    value = entry.values.get(component) if entry else None
    return None if value is None else Value(code, value)
