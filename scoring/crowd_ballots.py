"""The ballots of an entry of which crowds are a part: read one by one like any other, kept as columns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from scoring.bench import Bench
from scoring.contest import Ballot
from scoring.mark import Mark

if TYPE_CHECKING:
    from scoring.crowd import Columns, Layer, Pile


class Ballots(Mapping[str, Ballot]):
    """Ballots by judge: those of panels as they are, those of crowds made when they are asked for."""

    def __init__(self, panel: Mapping[str, Ballot], piles: Mapping[str, Pile], bench: Bench) -> None:
        self.panel, self.piles, self.bench = panel, piles, bench

    def __getitem__(self, judge: str) -> Ballot:
        pile = self._pile(judge)
        found = pile.find(self.bench.places[judge]) if pile else None
        return _ballot(judge, self.bench, *found) if found else self.panel[judge]

    def __contains__(self, judge: object) -> bool:
        if judge in self.panel:
            return True
        pile = self._pile(judge)
        return pile is not None and pile.find(self.bench.places[str(judge)]) is not None

    def __iter__(self) -> Iterator[str]:
        yield from self.panel
        for pile in self.piles.values():
            codes = (self.bench[place].code for place in pile.columns.places)
            yield from (code for code in codes if code not in self.panel)

    def __len__(self) -> int:
        return sum(1 for _ in self) if self._mixed else len(self.panel) + self._piled

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Ballots):
            return self.panel == other.panel and self.piles == other.piles
        return isinstance(other, Mapping) and len(self) == len(other) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]

    @property
    def _piled(self) -> int:
        return sum(len(pile.columns.places) for pile in self.piles.values())

    @property
    def _mixed(self) -> bool:
        return any(self._pile(judge) for judge in self.panel)

    def _pile(self, judge: object) -> Pile | None:
        place = self.bench.places.get(judge) if isinstance(judge, str) else None
        return None if place is None else self.piles.get(self.bench[place].group)


def _ballot(judge: str, bench: Bench, layer: Layer, row: int) -> Ballot:
    columns = layer.columns
    return Ballot(
        judge=judge,
        scores={key: _points(values[row], columns.unit) for key, values in columns.scores.items()},
        ballot_id=f"file-{layer.record}-{judge}",
        person=bench[columns.places[row]].name,
        stored_at=layer.at,
        record=layer.record,
        source="paper",
    )


@lru_cache(maxsize=4096)
def _points(value: int, unit: int) -> Decimal:
    """The score that a whole number stands for, without closing zeros."""
    places = len(str(unit)) - 1
    while places and value % 10 == 0:
        value, places = value // 10, places - 1
    return Decimal((0, tuple(int(digit) for digit in str(value)), -places))


def columns_of(ballots: Mapping[str, Ballot], bench: Bench, crowd: str) -> Columns | None:
    """The ballots of a crowd as columns; None where some of them came in one by one."""
    if any((judge := bench.find(code)) and judge.group == crowd for code in of_panels(ballots)):
        return None
    pile = ballots.piles.get(crowd) if isinstance(ballots, Ballots) else None
    if pile:
        return pile.columns
    from scoring.crowd import Columns

    return Columns((), {}, 1)


def of_panels(ballots: Mapping[str, Ballot]) -> Mapping[str, Ballot]:
    """The ballots without those that came in as columns."""
    return ballots.panel if isinstance(ballots, Ballots) else ballots


def with_panel(ballots: Mapping[str, Ballot], panel: Mapping[str, Ballot]) -> Mapping[str, Ballot]:
    """The ballots with others for those of the panels."""
    return Ballots(panel, ballots.piles, ballots.bench) if isinstance(ballots, Ballots) else panel


def scores_of(ballots: Mapping[str, Ballot]) -> Iterator[Mapping[str, Decimal]]:
    """The scores of every ballot; those of a crowd as `column_scores` has them."""
    yield from (ballot.scores for ballot in of_panels(ballots).values())
    for pile in ballots.piles.values() if isinstance(ballots, Ballots) else ():
        yield from column_scores(pile.columns)


def scores_by_judge(ballots: Mapping[str, Ballot]) -> Iterator[tuple[str, Mapping[str, Decimal]]]:
    """The judge and the scores of every ballot, in the order in which the ballots stand."""
    if not isinstance(ballots, Ballots):
        yield from ((judge, ballot.scores) for judge, ballot in ballots.items())
        return
    for judge in ballots.panel:
        yield judge, ballots[judge].scores
    for pile in ballots.piles.values():
        columns = pile.columns
        keys, units = tuple(columns.scores), columns.unit
        for place, row in zip(columns.places, zip(*columns.scores.values(), strict=True), strict=True):
            judge = ballots.bench[place].code
            if judge not in ballots.panel:
                yield judge, {key: _points(value, units) for key, value in zip(keys, row, strict=True)}


def column_scores(columns: Columns) -> Iterator[Mapping[str, Decimal]]:
    """All scores of ballots in columns, criterion by criterion from the lowest: as many as there are ballots, but which
    of them stood on one ballot is not kept. So only few differ, and equal ones are one object.
    """
    ordered = (sorted(values) for values in columns.scores.values())
    for row, times in Counter(zip(*ordered, strict=True)).items():
        scores = {key: _points(value, columns.unit) for key, value in zip(columns.scores, row, strict=True)}
        yield from repeat(scores, times)


def piles_of(marks: Iterable[Mark]) -> Mapping[str, Mapping[str, Pile]]:
    """What the standing imports come to, by entry and group; the marks are given oldest first."""
    sheets = [(mark, mark.sheet) for mark in marks if mark.sheet]
    if not sheets:
        return {}
    from scoring.crowd import Layer, Pile

    layers: dict[str, dict[str, list[Layer]]] = defaultdict(lambda: defaultdict(list))
    for mark, sheet in sheets:
        for block in sheet.blocks:
            layers[block.entry][block.group].append(Layer(block.columns, mark.record, mark.at))
    return {entry: {key: Pile(tuple(each)) for key, each in groups.items()} for entry, groups in layers.items()}
