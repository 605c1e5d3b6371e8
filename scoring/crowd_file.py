"""Ballots of crowds in a sheet: gathered where all is well, and otherwise read line by line like any other."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from scoring import conduct
from scoring.arithmetic import Panel, whole
from scoring.ballots import score_fault
from scoring.bench import Bench
from scoring.bringing import paper_lines
from scoring.contest import Contest, Entry
from scoring.crowd import Block, Columns, CrowdSheet, narrow
from scoring.crowd_ballots import Ballots, of_panels
from scoring.errors import BadInput, Fault
from scoring.grid import Choices, Grid, Line, Sheet
from scoring.incoming import Incoming, taken
from scoring.people_file import PaperBallot, ballot_columns
from scoring.plan import Criterion, Plan
from scoring.points import half_width, parse_score
from scoring.text import Text

Found = TypeVar("Found")
LISTED = 1000
"""Lines whose ballots exist that are looked at one by one; nobody reads more."""
EXIST = Text(
    "第{first}行至第{last}行的评分表都已存；要替换请加 --replace",
    "the ballots of lines {first} to {last} all exist; use --replace to replace them",
)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a sheet of ballots would do: line by line for the panels and for all that is wrong, `sheet` for the crowds.

    `replaced` is how many ballots of the crowds take the place of stored ones. `existing` says of which further lines,
    `refused` of them, the ballots are stored and stay.
    """

    lines: tuple[Incoming[PaperBallot], ...]
    sheet: CrowdSheet | None = None
    replaced: int = 0
    existing: tuple[Fault, ...] = ()
    refused: int = 0

    @property
    def crowd(self) -> int:
        """How many ballots of crowds there are."""
        return self.sheet.count if self.sheet else 0

    def taken(self) -> tuple[list[PaperBallot], CrowdSheet | None]:
        """All of it. Raises `BadInput` with every fault."""
        if self.existing:
            faults = [*(fault for line in self.lines for fault in line.faults), *self.existing]
            raise BadInput(sorted(faults, key=lambda fault: fault.line or 0))
        return taken(self.lines), self.sheet


def brought(grid: Grid, contest: Contest, *, replace: bool = False, seen: int | None = None) -> Brought:
    """What a sheet of ballots would do; `replace` and `seen` as for `paper_lines`.

    Raises `BadInput` where the sheet as a whole cannot be read.
    """
    reader = _reader(grid, contest, latest=(contest.revision if seen is None else seen) if replace else -1)
    if reader is None:
        return Brought(paper_lines(grid, contest, replace=replace, seen=seen))
    rest = reader.read(grid.lines[1:])
    sheet = reader.sheet()
    others = Grid(grid.name, (grid.lines[0], *rest), grid.faults, grid.left_out)
    lines = paper_lines(others, contest, replace=replace, seen=seen) if rest or sheet is None else ()
    return Brought(lines, sheet, reader.replaced, tuple(reader.existing(grid.name)), len(reader.refused))


def _reader(grid: Grid, contest: Contest, latest: int) -> _Reader | None:
    """Who reads the crowds' lines; nobody where there is no crowd, or the head is not whole."""
    if not (contest.bench.crowds and grid.lines):
        return None
    head = Grid(
        grid.name, grid.lines[:1], tuple(f for f in grid.faults if f.line == grid.lines[0].number), grid.left_out
    )
    sheet = Sheet(head, ballot_columns(contest.plan), filled=False)
    return _Reader(grid, contest, sheet.places, latest) if sheet.whole_head else None


class _Known(dict[str, Found]):
    """Looks up what a text means, once for each text."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> Found:
        found = self[text] = self._find(text)
        return found


_TAKEN = 2**32 - 1
"""In place of the number of a line: no ballot of this judge counts here, and the ordinary reading says why."""
_FREE, _GIVES_WAY, _STAYS = range(3)
"""Whether there is a ballot of a judge already, and what becomes of it."""


class _Gathered:
    """The ballots for one entry: `lines` says from which line a judge's came, from 1; 0 where there is none yet."""

    def __init__(self, contest: Contest, panel: Panel, entry: Entry, latest: int) -> None:
        self.code, self.places, self.rows = entry.code, list[int](), list[tuple[int, ...]]()
        self.lines = array("I", bytes(4 * len(contest.bench)))
        self.stored = bytearray(len(contest.bench))
        for place, record in _stored(entry, contest.bench):
            self.stored[place] = _STAYS if record > latest else _GIVES_WAY
        for judge in panel.absent | panel.left | entry.recused:
            if judge in contest.bench.places and not panel.expects(entry, judge):
                self.lines[contest.bench.places[judge]] = _TAKEN

    def blocks(self, bench: Bench, keys: Sequence[str], unit: int) -> Iterator[Block]:
        order = sorted(range(len(self.places)), key=self.places.__getitem__)
        for group in sorted(bench.crowds):
            rows = [row for row in order if bench[self.places[row]].group == group]
            if rows:
                scores = {key: narrow([self.rows[row][at] for row in rows]) for at, key in enumerate(keys)}
                places = array("I", (self.places[row] for row in rows))
                yield Block(self.code, group, Columns(places, scores, unit))


def _stored(entry: Entry, bench: Bench) -> Iterator[tuple[int, int]]:
    """The places of judges who have a ballot, each with the record that stored it, oldest first."""
    for code, ballot in of_panels(entry.ballots).items():
        yield bench.places[code], ballot.record
    for pile in entry.ballots.piles.values() if isinstance(entry.ballots, Ballots) else ():
        for layer in pile.layers:
            yield from ((place, layer.record) for place in layer.columns.places)


class _Reader:
    """Gathers what is in order, and leaves the rest: lines of panels, and all that may be wrong."""

    def __init__(self, grid: Grid, contest: Contest, places: Mapping[str, int], latest: int) -> None:
        self._contest, self._places, self._latest = contest, places, latest
        self._panel = Panel.of(contest, contest.live_round)
        self._unit = self._panel.scale.unit
        self._width, self._unread = len(grid.lines[0].cells), {fault.line for fault in grid.faults}
        self._gathered: dict[str, _Gathered] = {}
        self.replaced = 0
        self.refused: list[int] = []

    def read(self, lines: Sequence[Line]) -> list[Line]:
        """Gather what can be; returns the other lines, in order."""
        plan, bench = self._contest.plan, self._contest.bench
        entries, seats = self._entries(), self._seats(bench)
        scores = [(self._places[c.key] - 1, _Known(_score(plan, c, self._unit))) for c in plan.criteria]
        contestant, judge, width = self._places["contestant"] - 1, self._places["judge"] - 1, self._width
        rest: dict[int, Line] = {}
        existing: list[int] = []
        for number, line in enumerate(lines, start=1):
            cells = line.cells
            try:
                entry, place = entries[cells[contestant]], seats[cells[judge]]
                row = tuple([known[cells[at]] for at, known in scores])
            except IndexError:
                entry = None
            if entry is None or place is None or None in row or len(cells) > width or line.number in self._unread:
                rest[number] = line
            elif earlier := entry.lines[place]:
                if earlier != _TAKEN:
                    rest[earlier] = lines[earlier - 1]
                rest[number] = line
            elif entry.stored[place] == _STAYS:
                entry.lines[place] = number
                existing.append(number)
            else:
                entry.lines[place] = number
                entry.places.append(place)
                entry.rows.append(row)  # type: ignore[arg-type]
                self.replaced += entry.stored[place]
        existing = [number for number in existing if number not in rest]
        rest.update((number, lines[number - 1]) for number in existing[:LISTED])
        self.refused = [lines[number - 1].number for number in existing[LISTED:]]
        return [rest[number] for number in sorted(rest)]

    def existing(self, name: str) -> Iterator[Fault]:
        """What is wrong with the lines that were neither gathered nor left: their ballots are stored."""
        for _, run in groupby(enumerate(self.refused), key=lambda each: each[1] - each[0]):
            numbers = [number for _, number in run]
            first, last = numbers[0], numbers[-1]
            yield Fault(EXIST(first=first, last=last), file=name, line=first, column=self._places["judge"])

    def _entries(self) -> _Known[_Gathered | None]:
        names = Choices(conduct.entry_names(self._contest))

        def find(text: str) -> _Gathered | None:
            code = names.find(text.strip())
            if code is None:
                return None
            entry = conduct.entry_of(self._contest.live_round, code)
            if code not in self._gathered:
                self._gathered[code] = _Gathered(self._contest, self._panel, entry, self._latest)
            return self._gathered[code]

        return _Known(find)

    @staticmethod
    def _seats(bench: Bench) -> _Known[int | None]:
        names = Choices({judge.code: judge.name for judge in bench})

        def find(text: str) -> int | None:
            code = names.find(text.strip())
            place = None if code is None else bench.places[code]
            return place if place is not None and bench[place].group in bench.crowds else None

        return _Known(find)

    def sheet(self) -> CrowdSheet | None:
        """What was gathered, packed; None where nothing was."""
        bench, keys = self._contest.bench, list(self._panel.scale.factors)
        blocks = [block for each in self._gathered.values() for block in each.blocks(bench, keys, self._unit)]
        return CrowdSheet.of(blocks, self._unit) if blocks else None


def _score(plan: Plan, criterion: Criterion, unit: int) -> Callable[[str], int | None]:
    def find(text: str) -> int | None:
        value = half_width(text.strip())
        points = parse_score(value)
        return None if points is None or score_fault(plan, criterion, value) else whole(points, unit)

    return find
