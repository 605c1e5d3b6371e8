"""The arithmetic of a group for a crowd, a column at a time with numpy; whole numbers of 64 bits, or not at all.

Loaded only for a contest that has a crowd (docs/DECISIONS.md, Public vote); `scoring.arithmetic` says what the steps
are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from scoring.arithmetic import GroupScore, Panel, Scale, weighted
from scoring.crowd import Columns, Whole
from scoring.plan import Group
from scoring.results import GroupResult

_Averages: TypeAlias = tuple[dict[str, Fraction], Fraction, Fraction]
"""Of each criterion in points, of the totals that are left, and of all totals."""
Numbers: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

_ROOM = 2**62
"""Sums stay below this: half of what a signed 64-bit integer holds."""


def vector_score(panel: Panel, group: Group, columns: Columns) -> GroupScore | None:
    """The group's score from columns in the scale's unit; None where a sum might not fit into 64 bits."""
    own = {key: columns.scores[key] for key in panel.scale.factors}
    most = _greatest(panel.scale, own)
    if most * len(columns.places) >= _ROOM:  # as many times the greatest as there are ballots is no less than any sum
        return None
    scores = {key: _numbers(values) for key, values in own.items()}
    if panel.plan.trim_at == "criterion":
        return _by_criterion(panel, group, columns.places, scores)
    return _by_total(panel, group, columns.places, scores, np.int32 if most < 2**31 else np.int64)


def _greatest(scale: Scale, scores: Mapping[str, Whole]) -> int:
    """An upper bound for every total, every score times its factor, and every factor."""
    return sum(max(1, _most(scores[key])) * factor for key, factor in scale.factors.items())


def _most(values: Whole) -> int:
    """The greatest value, or for columns of one or two bytes simply the most these can hold, which is quicker."""
    if isinstance(values, list):
        return max(values)
    return 2 ** (8 * values.itemsize) - 1 if values.itemsize < 4 else int(np.asarray(values).max())


def _numbers(values: Whole) -> Numbers:
    """A column as an array, not copied; only unsigned 64-bit numbers are turned into signed ones."""
    found = np.asarray(values)
    return found if found.itemsize < 8 else found.astype(np.int64)


_NARROW = 2**14
"""Numbers that lie closer together are counted rather than sorted."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """The numbers of the rows that are dropped, in rising order."""

    high: Numbers
    low: Numbers

    def left(self, values: Numbers) -> Numbers:
        kept = np.ones(len(values), dtype=bool)
        kept[self.high] = kept[self.low] = False
        return values[kept]

    def left_sum(self, values: Numbers) -> int:
        return sum_of(values) - sum_of(values[self.high]) - sum_of(values[self.low])


_NONE = np.empty(0, dtype=np.int64)
_NO_CUT = _Cut(_NONE, _NONE)


def sum_of(values: Numbers) -> int:
    """The exact sum; added up in 32 bits where they are certainly enough, which is quicker."""
    enough = len(values) < 2 ** (32 - 8 * min(values.itemsize, 4))
    return int(values.sum(dtype=np.uint32 if enough else np.int64))


def _trim(values: Numbers, group: Group) -> _Cut:
    """The high ones first, then the low ones of the rest; among equals the later judge goes first."""
    if len(values) < group.trim_from or not (group.drop_high or group.drop_low):
        return _NO_CUT
    top, bottom = _edges(values, group.drop_high, group.drop_low)
    high = _latest(values, np.greater_equal, top, group.drop_high)
    if not (group.drop_high and group.drop_low) or bottom < top:
        return _Cut(high, _latest(values, np.less_equal, bottom, group.drop_low))
    rest = np.ones(len(values), dtype=bool)  # what is dropped as high is as low as what is dropped as low
    rest[high] = False
    rows, left = np.flatnonzero(rest), values[rest]
    return _Cut(high, rows[_latest(left, np.less_equal, _edges(left, 0, group.drop_low)[1], group.drop_low)])


def _latest(values: Numbers, beyond: Callable[..., Any], edge: int, count: int) -> Numbers:
    """The rows of `count` values at or beyond an edge, the later ones among those at the edge; rising."""
    if not count:
        return _NONE
    rows: Numbers = np.flatnonzero(beyond(values, edge))
    spared = len(rows) - count
    return np.delete(rows, np.flatnonzero(values[rows] == edge)[:spared]) if spared else rows


def _edges(values: Numbers, high: int, low: int) -> tuple[int, int]:
    """The lowest of the `high` highest and the highest of the `low` lowest, of fewer than all; of none it is any.

    Where the values lie close together they are counted out, which is quicker.
    """
    least, most = int(values.min()), int(values.max())
    if most < _NARROW:
        least = 0
    if most - least >= _NARROW:
        parted = np.partition(values, sorted({len(values) - max(high, 1), max(low, 1) - 1}))
        return int(parted[len(values) - max(high, 1)]), int(parted[max(low, 1) - 1])
    reached = np.bincount(np.subtract(values, least, dtype=np.intp) if least else values).cumsum()
    top = int(np.searchsorted(reached, len(values) - high, side="right"))
    return least + top, least + int(np.searchsorted(reached, low))


def _average(group: Group, values: Numbers, cut: _Cut) -> Fraction:
    """The average of the values that were not dropped."""
    if group.average == "median":
        return _median(cut.left(values))
    return Fraction(cut.left_sum(values), len(values) - len(cut.high) - len(cut.low))


def _median(values: Numbers) -> Fraction:
    middle = len(values) // 2
    if len(values) % 2:
        return Fraction(int(np.partition(values, middle)[middle]))
    parted = np.partition(values, (middle - 1, middle))
    return Fraction(int(parted[middle - 1]) + int(parted[middle]), 2)


def _totals(scale: Scale, scores: Mapping[str, Numbers], kind: type[np.signedinteger[Any]]) -> Numbers:
    """The total of every ballot; in 32 bits where each fits, which is quicker."""
    totals: Numbers = np.zeros(len(next(iter(scores.values()))), dtype=kind)
    for key, factor in scale.factors.items():
        totals += scores[key] if factor == 1 else np.multiply(scores[key], factor, dtype=kind)
    return totals


def _by_total(
    panel: Panel,
    group: Group,
    places: Sequence[int],
    scores: Mapping[str, Numbers],
    kind: type[np.signedinteger[Any]],
) -> GroupScore:
    scale = panel.scale
    totals = _totals(scale, scores, kind)
    cut = _trim(totals, group)
    averages, score, untrimmed = (_medians if group.average == "median" else _means)(scale, scores, totals, cut)
    high, low = (_named(panel, places, rows) for rows in (cut.high, cut.low))
    return GroupScore(GroupResult(score, len(places), high, low, {}), averages, untrimmed)


def _means(scale: Scale, scores: Mapping[str, Numbers], totals: Numbers, cut: _Cut) -> _Averages:
    """The mean of each criterion over the kept ballots, that of the kept totals and that of all totals.

    The sum of the totals is found from the sums of the criteria, so the totals themselves need not be added up.
    """
    n, dropped = len(totals), np.concatenate([cut.high, cut.low])
    left = n - len(dropped)
    whole = {key: sum_of(values) for key, values in scores.items()}
    kept = {key: whole[key] - sum_of(values[dropped]) for key, values in scores.items()} if len(dropped) else whole
    score, untrimmed = (sum(f * sums[key] for key, f in scale.factors.items()) for sums in (kept, whole))
    averages = {key: Fraction(value, left * scale.unit) for key, value in kept.items()}
    return averages, Fraction(score, left * scale.divisor), Fraction(untrimmed, n * scale.divisor)


def _medians(scale: Scale, scores: Mapping[str, Numbers], totals: Numbers, cut: _Cut) -> _Averages:
    """The median of each criterion over the kept ballots, that of the kept totals and that of all totals."""
    averages = {key: _median(cut.left(values)) / scale.unit for key, values in scores.items()}
    return averages, _median(cut.left(totals)) / scale.divisor, _median(totals) / scale.divisor


def _by_criterion(panel: Panel, group: Group, places: Sequence[int], scores: Mapping[str, Numbers]) -> GroupScore:
    scale = panel.scale
    cuts = {key: _trim(values, group) for key, values in scores.items()}
    averages = {key: _average(group, values, cuts[key]) / scale.unit for key, values in scores.items()}
    whole = {key: _average(group, values, _NO_CUT) / scale.unit for key, values in scores.items()}
    result = GroupResult(
        score=weighted(scale, averages),
        counted=len(places),
        dropped_high={key: _named(panel, places, cut.high) for key, cut in cuts.items()},
        dropped_low={key: _named(panel, places, cut.low) for key, cut in cuts.items()},
        totals={},
    )
    return GroupScore(result, averages, weighted(scale, whole))


def _named(panel: Panel, places: Sequence[int], rows: Numbers) -> tuple[str, ...]:
    return tuple(panel.bench.labels[np.asarray(places)[rows]].tolist()) if len(rows) else ()


def labels(codes: Sequence[str]) -> Any:
    """Codes as an array, so that many can be picked by one index."""
    return np.array(codes, dtype=object)
