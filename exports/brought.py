"""The columns of what was brought in on the sheet that computes: points as given, and indicators from raw values."""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm

from exports.cells import column_letter
from exports.indicator_columns import IndicatorColumns, Sheet
from exports.source import BulletinSource
from scoring.contest import Entry
from scoring.names import component_name
from scoring.plan import LIVE, Component
from scoring.results import EntryResult
from scoring.text import Text, plain

BOARD, COMMON = Text("第几榜", "Board number"), Text("折算公倍数", "Common multiple of the indicators")


class Brought:
    """All components but the live score, from a column on: boards where they matter, values, a common multiple."""

    def __init__(self, source: BulletinSource, column: int) -> None:
        plan, entries = source.contest.plan, source.round.entries
        self._source = source
        self._parts = [part for part in plan.parts if part.key != LIVE]
        rated = any(part.rated for part in self._parts)
        self._board = column_letter(column) if rated and plan.board == "category" else ""
        column += bool(self._board)
        sheet, self._given = Sheet(2, len(entries) + 1, self._board), dict[str, int]()
        self._indicators: dict[str, IndicatorColumns] = {}
        for part in self._parts:
            if part.rated:
                found = self._indicators[part.key] = IndicatorColumns(part, entries, column, sheet)
                column += len(found.heads)
            else:
                self._given[part.key] = column
                column += 1
        self._common = column_letter(column) if rated else ""

    def heads(self) -> Iterator[Text]:
        """What the columns are called."""
        yield from [BOARD] if self._board else []
        for part in self._parts:
            heads = self._indicators[part.key].heads if part.rated else (plain("{name}"),)
            yield from (head(name=component_name(part)) for head in heads)
        yield from [COMMON] if self._common else []

    def blank(self, entry: Entry) -> list[object]:
        """What others are compared with, where an entry itself is not computed."""
        cells = [cell for part in self._parts for cell in self._values(part, entry)]
        return [*self._boards(entry), *cells, *[None] * bool(self._common)]

    def _values(self, part: Component, entry: Entry) -> list[object]:
        return self._indicators[part.key].blank(entry) if part.rated else [None]

    def cells(self, entry: Entry, line: int, *, exact: bool) -> list[object]:
        """The values of an entry, and the formulas that turn raw ones into fractions of points.

        Unless it is `exact`, the common factor is 1, and what follows has decimals.
        """
        cells = self._boards(entry)
        for part in self._parts:
            cells += self._indicators[part.key].cells(entry, line) if part.rated else [float(entry.values[part.key])]
        below = ",".join(f"{each.fraction[1]}{line}" for each in self._indicators.values())
        return [*cells, *([f"=LCM({below})" if exact else 1] if self._common else [])]

    def _boards(self, entry: Entry) -> list[object]:
        keys = [category.key for category in self._source.contest.plan.categories]
        return [keys.index(self._source.contest.contestants[entry.code].category) + 1] if self._board else []

    def common(self, line: int) -> str:
        """A factor that makes all points of indicators whole; nothing where there are none."""
        return f"*{self._common}{line}" if self._common else ""

    def points(self, unit: int, line: int) -> Iterator[tuple[str, str]]:
        """By component: its points times `unit` and times the common factor."""
        for part in self._parts:
            if part.rated:
                top, below = (f"{letter}{line}" for letter in self._indicators[part.key].fraction)
                yield part.key, f"{top}*({self._common}{line}/{below})*{unit}"
            else:
                yield part.key, f"ROUND({column_letter(self._given[part.key])}{line}*{unit},0){self.common(line)}"

    def denominator(self, result: EntryResult) -> int:
        """The common factor of an entry."""
        return lcm(*(result.components[key].denominator for key in self._indicators))

    @property
    def largest(self) -> int:
        """What every whole number on the way to the points stays below."""
        return max((each.largest for each in self._indicators.values()), default=0)
