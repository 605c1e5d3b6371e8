"""The half-year assessment (等次评定): composites of finished rounds and of values from outside, ranked and graded.

It is reckoned as a round's composite is (rules.md, Arithmetic 6 and 7, Ranking), but its components are what the
finished rounds came to (`scoring.season`) or values that a file holds. Every contestant of the roster is assessed, but
for those that are exempt. One without a value of some component has no composite, no rank and no grade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Literal, TypeAlias

from scoring.arithmetic import composite
from scoring.contest import Attendance, Contest, Draw, Entry, Round
from scoring.errors import NotNow
from scoring.indicators import brought_in, indicator_points
from scoring.names import component_name
from scoring.plan import Category, Component, Contestant, Plan
from scoring.points import published
from scoring.ranking import Ranking, rank
from scoring.results import Board, EntryResult, Row, Standings, Status
from scoring.rounds import NEEDS_DRAW, ROUND_NOT_CLOSED
from scoring.season import Appearance, appearances, mean
from scoring.standings import Tally, boards, on_board
from scoring.text import Text, listed

Way: TypeAlias = Literal["mean", "best", "last"]
NoShow: TypeAlias = Literal["skip", "zero"]
WAYS: tuple[Way, ...] = ("mean", "best", "last")
NO_SHOWS: tuple[NoShow, ...] = ("skip", "zero")

NOT_READY = Text("等次评定还不能记入流水", "the assessment cannot be recorded yet")
LACKS = Text("{code} {name}：缺少{parts}", "{code} {name}: no value of {parts}")
NOBODY = Text("没有参加评定的单位", "there is nobody to assess")


@dataclass(frozen=True, slots=True)
class FromRounds:
    """What finished rounds came to: the mean of the published scores, the best, or that of the last round with one.

    `rounds` are those that count, all finished ones if there are none; a no-show counts as 0 or is left out.
    """

    way: Way
    rounds: tuple[int, ...] = ()
    no_show: NoShow = "skip"


@dataclass(frozen=True, slots=True)
class FromFile:
    """Values of contestants, by code, brought in from a file of this name: 0–100, or the raw ones of an indicator."""

    file: str
    values: Mapping[str, Decimal]


Basis: TypeAlias = FromRounds | FromFile


@dataclass(frozen=True)
class Assessment:
    """The rules of one assessment, and the values brought in for it.

    `plan` holds title, board, rounding, ranking, components and grades, as of a contest without judges; `bases` where
    each component's values come from, `exempt` why a contestant is not assessed, by code; `draws` those between ties.
    """

    plan: Plan
    bases: Mapping[str, Basis]
    exempt: Mapping[str, str]
    draws: tuple[Draw, ...] = ()


@dataclass(frozen=True)
class Assessed:
    """What an assessment of a contest comes to: `rounds` are the finished ones that counted, `unfinished` those that
    are to count and are not finished yet.
    """

    assessment: Assessment
    standings: Standings
    rounds: tuple[int, ...]
    unfinished: tuple[int, ...]

    @property
    def rows(self) -> Iterator[Row]:
        """All rows, board by board."""
        return chain.from_iterable(board.rows for board in self.standings.boards)

    @property
    def complete(self) -> bool:
        """Whether everything is there that the result follows from."""
        return not self.blockers()

    def lacking(self, row: Row) -> list[Component]:
        """The components of which a contestant that is assessed has no value."""
        if row.result.status is not Status.INCOMPLETE:
            return []
        return [part for part in self.assessment.plan.components if part.key not in row.result.components]

    def blockers(self) -> list[Text]:
        """What keeps the result provisional."""
        found = [ROUND_NOT_CLOSED(number=number) for number in self.unfinished]
        for row in self.rows:
            if parts := self.lacking(row):
                found.append(LACKS(code=row.code, name=row.name, parts=listed(map(component_name, parts))))
        names = {row.code: row.name for row in self.rows}
        for codes in chain.from_iterable(board.needs_draw for board in self.standings.boards):
            found.append(NEEDS_DRAW(names=listed(names[code] for code in codes)))
        if not any(row.result.status is not Status.WITHDRAWN for row in self.rows):
            found.append(NOBODY)
        return found


def assess(contest: Contest, assessment: Assessment, tally: Tally | None = None) -> Assessed:
    """Reckon an assessment from the finished rounds of a contest as it is now."""
    finished = appearances(contest, tally)
    rows = [_row(contest, assessment, who, values) for who, values in _values(contest, assessment, finished)]
    ranked = [(board, _ranking(assessment, board, rows)) for board in boards(assessment.plan)]
    found = tuple(Board(board.key, board.name, r.final, r.needs_draw, r.rows) for board, r in ranked)
    named = [basis.rounds or tuple(finished) for basis in assessment.bases.values() if isinstance(basis, FromRounds)]
    wanted = sorted(set(chain.from_iterable(named)))
    standings = Standings(
        contest=assessment.plan.title,
        round=contest.live_round.number,
        final=all(board.final for board in found),
        closed=False,
        revision=contest.revision,
        boards=found,
    )
    counted = tuple(number for number in wanted if number in finished)
    return Assessed(assessment, standings, counted, tuple(number for number in wanted if number not in finished))


def check_record(assessed: Assessed) -> None:
    """May this be recorded, to be published? Raises `NotNow` with all that stands in the way."""
    if blockers := assessed.blockers():
        raise NotNow("not_final", NOT_READY, blockers=blockers)


def entries_of(contest: Contest, assessment: Assessment) -> tuple[Entry, ...]:
    """Everyone as an entry of a round would be: with the values brought in; who is exempt has withdrawn."""
    files = {key: basis for key, basis in assessment.bases.items() if isinstance(basis, FromFile)}
    return tuple(
        Entry(
            code,
            attendance=Attendance.WITHDRAWN if code in assessment.exempt else Attendance.PRESENT,
            values={key: basis.values[code] for key, basis in files.items() if code in basis.values},
        )
        for code in contest.contestants
    )


def _values(
    contest: Contest, assessment: Assessment, finished: Mapping[int, Mapping[str, Appearance]]
) -> Iterator[tuple[Contestant, Mapping[str, Fraction]]]:
    """Every V_k that there is, contestant by contestant, in the order of the roster."""
    round_ = Round(contest.live_round.number, entries_of(contest, assessment))
    indicators = indicator_points(replace(contest, plan=assessment.plan), round_)
    for entry in round_.entries:
        known = brought_in(entry, indicators)
        for key, basis in assessment.bases.items():
            if isinstance(basis, FromRounds) and (value := _come_to(basis, entry.code, finished)) is not None:
                known[key] = value
        parts = assessment.plan.components
        yield contest.contestants[entry.code], {part.key: known[part.key] for part in parts if part.key in known}


def _come_to(basis: FromRounds, code: str, finished: Mapping[int, Mapping[str, Appearance]]) -> Fraction | None:
    """What the rounds that count came to for a contestant, or None where it has no score."""
    counted = [finished[number].get(code) for number in sorted(basis.rounds or finished) if number in finished]
    scores = list(_scores(basis, counted))
    if basis.way == "mean":
        return mean(scores)
    return Fraction(max(scores) if basis.way == "best" else scores[-1]) if scores else None


def _scores(basis: FromRounds, counted: Sequence[Appearance | None]) -> Iterator[Decimal]:
    for each in counted:
        if each and each.published is not None:
            yield each.published
        elif each and each.status is Status.NO_SHOW and basis.no_show == "zero":
            yield Decimal(0)


def _row(contest: Contest, assessment: Assessment, contestant: Contestant, known: Mapping[str, Fraction]) -> Row:
    code, name, category = contestant.code, contestant.name, contestant.category
    return Row(None, code, name, category, _result(assessment, code, known), told=contest.called(code))


def _result(assessment: Assessment, code: str, known: Mapping[str, Fraction]) -> EntryResult:
    plan = assessment.plan
    if code in assessment.exempt:
        return EntryResult(code, Status.WITHDRAWN, components=known)
    if any(part.key not in known for part in plan.components):
        return EntryResult(code, Status.INCOMPLETE, components=known)
    exact = composite(plan, known)
    ties = {each: exact if each == "exact" else known.get(each.partition(":")[2]) for each in plan.tie_breaks}
    return EntryResult(code, Status.COMPLETE, exact, published(exact, plan.decimals), known, tie_values=ties)


def _ranking(assessment: Assessment, board: Category, rows: Sequence[Row]) -> Ranking:
    mine = [row for row in rows if on_board(board, row.category)]
    return rank(assessment.plan, mine, assessment.draws)
