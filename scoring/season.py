"""The season: what the finished rounds of a contest come to, contestant by contestant.

A round is finished once it is closed (rules.md, Ranking); what happens in any other round counts for nothing here. The
mean is the exact mean of the published scores of the rounds in which a contestant has one, rounded once when it is
published, ties away from zero (rules.md, Arithmetic 7).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, takewhile
from typing import Any

from scoring.contest import Contest
from scoring.plan import Category, Plan
from scoring.points import exact_text, published
from scoring.results import Row, Status
from scoring.standings import Tally, boards, on_board


@dataclass(frozen=True, slots=True)
class Appearance:
    """What one finished round came to for a contestant; `rank`, `published` and `grade` are None without a result."""

    round: int
    status: Status
    rank: int | None
    published: Decimal | None
    grade: str | None
    returns: bool


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """A contestant's season: an appearance for each finished round, None where it was not in the line-up.

    `mean` is exact and `published` is it as published, both None without a score, as is `best`; `returned` counts the
    rounds that flagged it, `run` those in a row up to the newest finished one.
    """

    rank: int | None
    code: str
    name: str
    category: str
    course: tuple[Appearance | None, ...]
    mean: Fraction | None
    published: Decimal | None
    best: Decimal | None
    returned: int
    run: int
    told: str = ""

    @property
    def scored(self) -> int:
        """In how many finished rounds it has a score."""
        return sum(each is not None and each.published is not None for each in self.course)

    @property
    def called(self) -> str:
        """What it is called where its name stands alone."""
        return self.told or self.name


@dataclass(frozen=True, slots=True)
class SeasonBoard:
    """The contestants of a board by their mean, best first; those without a score last, in the order of the roster."""

    key: str
    name: str
    rows: tuple[SeasonRow, ...]


@dataclass(frozen=True, slots=True)
class Season:
    """The finished `rounds` of a contest, up to a round if one was named, at one revision."""

    contest: str
    rounds: tuple[int, ...]
    revision: int
    boards: tuple[SeasonBoard, ...]


def season(contest: Contest, until: int | None = None) -> Season:
    """The season of everyone who stood in the line-up of a finished round, up to the round `until` if given.

    Contestants rank by their mean: as published, or exact with `rank_on = "exact"`; equal ones share a rank.
    """
    found = appearances(contest)
    rounds = tuple(number for number in found if until is None or number <= until)
    rows = [
        _row(contest, code, [found[number].get(code) for number in rounds], rounds)
        for code in contest.contestants
        if any(code in found[number] for number in rounds)
    ]
    ranked = tuple(_board(each, contest, rows) for each in boards(contest.plan))
    return Season(contest.plan.title, rounds, contest.revision, ranked)


def appearances(contest: Contest, tally: Tally | None = None) -> Mapping[int, Mapping[str, Appearance]]:
    """The finished rounds by number, and in each the contestants of its line-up by code."""
    tally = tally or Tally()
    found: dict[int, Mapping[str, Appearance]] = {}
    for round_ in contest.rounds:
        if round_.closed is not None:
            standings = tally.standings(contest, round_.number)
            rows = (row for board in standings.boards for row in board.rows)
            found[round_.number] = {row.code: _appearance(round_.number, row) for row in rows}
    return found


def mean(values: Sequence[Decimal]) -> Fraction | None:
    """The exact mean; None of nothing."""
    return sum(map(Fraction, values), Fraction(0)) / len(values) if values else None


def _appearance(number: int, row: Row) -> Appearance:
    return Appearance(number, row.result.status, row.rank, row.result.published, row.grade, row.returns)


def _row(contest: Contest, code: str, course: Sequence[Appearance | None], rounds: Sequence[int]) -> SeasonRow:
    contestant, plan = contest.contestants[code], contest.plan
    scores = [each.published for each in course if each and each.published is not None]
    exact = mean(scores)
    return SeasonRow(
        rank=None,
        code=contestant.code,
        name=contestant.name,
        told=contest.called(code),
        category=contestant.category,
        course=tuple(course),
        mean=exact,
        published=None if exact is None else published(exact, plan.decimals),
        best=max(scores, default=None),
        returned=sum(each is not None and each.returns for each in course),
        run=_run(course, rounds),
    )


def _run(course: Sequence[Appearance | None], rounds: Sequence[int]) -> int:
    """How many rounds in a row flagged it, back from the newest finished one; a round that is open again ends it."""
    newest = max(rounds, default=0)
    backwards = zip(reversed(rounds), range(newest, 0, -1), reversed(course), strict=False)
    return sum(1 for _ in takewhile(lambda each: each[0] == each[1] and each[2] and each[2].returns, backwards))


def _board(board: Category, contest: Contest, rows: Iterable[SeasonRow]) -> SeasonBoard:
    mine = [row for row in rows if on_board(board, row.category)]
    return SeasonBoard(board.key, board.name, tuple(_ranked(contest.plan, mine)))


def _ranked(plan: Plan, rows: Sequence[SeasonRow]) -> list[SeasonRow]:
    """By mean, highest first; equal ones share a rank and stand in the order of the roster."""

    def score(row: SeasonRow) -> Fraction:
        value = row.mean if plan.rank_on == "exact" else row.published
        return Fraction(value or 0)

    scored = sorted((row for row in rows if row.mean is not None), key=score, reverse=True)
    placed: list[SeasonRow] = []
    for number, (_, equal) in enumerate(groupby(scored, key=score), start=1):
        shared = number if plan.ranking == "dense" else len(placed) + 1
        placed += [replace(row, rank=shared) for row in equal]
    return [*placed, *(row for row in rows if row.mean is None)]


def season_json(found: Season) -> dict[str, Any]:
    """The season as `season --format json` prints it."""
    return {
        "contest": found.contest,
        "rounds": list(found.rounds),
        "revision": found.revision,
        "boards": [
            {"key": board.key, "name": board.name, "rows": [_row_json(found, row) for row in board.rows]}
            for board in found.boards
        ],
    }


def _row_json(found: Season, row: SeasonRow) -> dict[str, Any]:
    return {
        "rank": row.rank,
        "code": row.code,
        "name": row.name,
        "category": row.category,
        "mean": _text(row.published),
        "exact_mean": None if row.mean is None else exact_text(row.mean),
        "best": _text(row.best),
        "scored": row.scored,
        "returned": row.returned,
        "run": row.run,
        "course": [_appearance_json(n, each) for n, each in zip(found.rounds, row.course, strict=True)],
    }


def _appearance_json(number: int, each: Appearance | None) -> dict[str, Any]:
    """One round; `absent` says that the contestant was not in its line-up."""
    if each is None:
        nothing = dict.fromkeys(("rank", "published", "grade"))
        return {"round": number, "status": "absent", **nothing, "returns": False}
    return {
        "round": number,
        "status": each.status.value,
        "rank": each.rank,
        "published": _text(each.published),
        "grade": each.grade,
        "returns": each.returns,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
