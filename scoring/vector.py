"""The arithmetic of a group for a crowd, a column at a time with numpy; whole numbers of 64 bits, or not at all.

Loaded only for a contest that has a crowd (docs/DECISIONS.md, Public vote); `scoring.arithmetic` says what the steps
are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
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
"""What no sum may reach: half of what 64 bits with a sign hold."""


def vector_score(panel: Panel, group: Group, columns: Columns) -> GroupScore | None:
    """The group's score from columns in the scale's unit; None where a sum might not fit into 64 bits."""
    own = {key: columns.scores[key] for key in panel.scale.factors}
    if not _fits(panel.scale, own, len(columns.places)):
        return None
    scores = {key: _numbers(values) for key, values in own.items()}
    sums = _by_total if panel.plan.trim_at == "total" else _by_criterion
    return sums(panel, group, columns.places, scores)


def _fits(scale: Scale, scores: Mapping[str, Whole], n: int) -> bool:
    """Whether no sum over all ballots can be too great: as many times the greatest as there are ballots is not."""
    return sum(max(1, _most(scores[key])) * factor for key, factor in scale.factors.items()) * n < _ROOM


def _most(values: Whole) -> int:
    return max(values) if isinstance(values, list) else int(np.asarray(values).max())


def _numbers(values: Whole) -> Numbers:
    """A column without a copy; of 64 bits, which may not be without a sign, as numbers with one."""
    found = np.asarray(values)
    return found if found.itemsize < 8 else found.astype(np.int64)


_NARROW = 2**14
"""Numbers that lie closer together are counted rather than sorted."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """The rows that are dropped, rising."""

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
    """The exact sum."""
    return int(values.sum(dtype=np.int64))


def _trim(values: Numbers, group: Group) -> _Cut:
    """The high ones first, then the low ones of the rest; among equals the later judge goes first."""
    if len(values) < group.trim_from or not (group.drop_high or group.drop_low):
        return _NO_CUT
    high = _highest(values, group.drop_high)
    low = _highest(-values, group.drop_low)
    if not (len(high) and len(low)) or int(values[low].max()) < int(values[high].min()):
        return _Cut(high, low)
    rest = np.ones(len(values), dtype=bool)  # what is dropped as high is as low as what is dropped as low
    rest[high] = False
    rows = np.flatnonzero(rest)
    return _Cut(high, rows[_highest(-values[rows], group.drop_low)])


def _highest(values: Numbers, count: int) -> Numbers:
    """The rows of the `count` highest, of fewer than all, the later ones among equals; rising."""
    if not count:
        return _NONE
    edge = _edge(values, count)
    taken = values > edge
    equal = np.flatnonzero(values == edge)
    taken[equal[len(equal) - (count - int(np.count_nonzero(taken))) :]] = True
    return np.flatnonzero(taken)


def _edge(values: Numbers, count: int) -> int:
    """The lowest of the `count` highest; counted out where they lie close together, which is quicker."""
    least, most = int(values.min()), int(values.max())
    if most - least >= _NARROW:
        return int(np.partition(values, len(values) - count)[len(values) - count])
    times = np.bincount(values - least)
    return most - int(np.searchsorted(times[::-1].cumsum(), count))


def _average(group: Group, values: Numbers, cut: _Cut) -> Fraction:
    """Of what is left."""
    if group.average == "median":
        return _median(cut.left(values))
    return Fraction(cut.left_sum(values), len(values) - len(cut.high) - len(cut.low))


def _median(values: Numbers) -> Fraction:
    middle = len(values) // 2
    if len(values) % 2:
        return Fraction(int(np.partition(values, middle)[middle]))
    parted = np.partition(values, (middle - 1, middle))
    return Fraction(int(parted[middle - 1]) + int(parted[middle]), 2)


def _totals(scale: Scale, scores: Mapping[str, Numbers]) -> Numbers:
    """The total of every ballot; in 32 bits where each fits, which is quicker."""
    most = sum(int(scores[key].max()) * factor for key, factor in scale.factors.items())
    kind = np.int32 if max(most, *scale.factors.values()) < 2**31 else np.int64
    totals: Numbers = np.zeros(len(next(iter(scores.values()))), dtype=kind)
    for key, factor in scale.factors.items():
        totals += np.multiply(scores[key], factor, dtype=kind)
    return totals


def _by_total(panel: Panel, group: Group, places: Sequence[int], scores: Mapping[str, Numbers]) -> GroupScore:
    scale = panel.scale
    totals = _totals(scale, scores)
    cut = _trim(totals, group)
    averages, score, untrimmed = (_medians if group.average == "median" else _means)(scale, scores, totals, cut)
    high, low = (_named(panel, places, rows) for rows in (cut.high, cut.low))
    return GroupScore(GroupResult(score, len(places), high, low, {}), averages, untrimmed)


def _means(scale: Scale, scores: Mapping[str, Numbers], totals: Numbers, cut: _Cut) -> _Averages:
    """Of each criterion, of the totals that are left, and of all totals: the sum of totals is that of all scores."""
    n, dropped = len(totals), np.concatenate([cut.high, cut.low])
    left = n - len(dropped)
    whole = {key: sum_of(values) for key, values in scores.items()}
    kept = {key: whole[key] - sum_of(values[dropped]) for key, values in scores.items()} if len(dropped) else whole
    score, untrimmed = (sum(f * sums[key] for key, f in scale.factors.items()) for sums in (kept, whole))
    averages = {key: Fraction(value, left * scale.unit) for key, value in kept.items()}
    return averages, Fraction(score, left * scale.divisor), Fraction(untrimmed, n * scale.divisor)


def _medians(scale: Scale, scores: Mapping[str, Numbers], totals: Numbers, cut: _Cut) -> _Averages:
    """The same with medians."""
    averages = {key: _median(cut.left(values)) / scale.unit for key, values in scores.items()}
    return averages, _median(cut.left(totals)) / scale.divisor, _median(totals) / scale.divisor


def _by_criterion(panel: Panel, group: Group, places: Sequence[int], scores: Mapping[str, Numbers]) -> GroupScore:
    scale = panel.scale
    # Numbers that can be negative: what is lowest is found as what is highest among the opposite.
    cuts = {key: _trim(values.astype(np.int64), group) for key, values in scores.items()}
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
    found = np.asarray(places)[rows].tolist()
    if len(found) < 2:
        return tuple(panel.bench.codes[place] for place in found)
    named: tuple[str, ...] = itemgetter(*found)(panel.bench.codes)
    return named
