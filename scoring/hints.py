"""Ballots that lie far from the rest of their group: a hint to the organizer, which changes no score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from scoring.points import half_width, parse_score
from scoring.results import EntryResult, GroupResult
from scoring.text import Text

FAR_OFF = Fraction(4)
"""From how many points on a ballot is pointed out, where nobody chose otherwise."""
MOST_JUDGES = 200
"""A larger group is a public, not a panel: its judges are not looked at one by one."""
FEWEST = 3
"""With fewer ballots nobody can say which of them is far from the others."""
MOST = Fraction(100)
RULE = Text(
    "同一评委组至少有 3 份评分表时，某份的合计与组内各份合计的中位数相差 {points} 分及以上，就提示一下；"
    "只给操作员看，不影响得分。",
    "Once a group has 3 ballots, one whose total lies {points} points or more from the median of the group is pointed "
    "out; only the organizer sees it, and no score changes.",
)
OFF = Text("不提示偏离较大的评分表。", "Ballots far from the others are not pointed out.")


def read_points(kept: str | None) -> Fraction | None:
    """The threshold as a contest keeps it: points above 0 and up to 100; None where nothing is to be pointed out.

    What nobody can have chosen counts as not chosen.
    """
    if kept == "":
        return None
    points = parse_points(kept or "")
    return FAR_OFF if points is None else points


def parse_points(text: str) -> Fraction | None:
    """A threshold as a person writes it, or None where it is none."""
    found = parse_score(half_width(text))
    points = Fraction(found) if found is not None else Fraction(0)
    return points if 0 < points <= MOST else None


def far_off(result: EntryResult, points: Fraction | None) -> Mapping[str, Fraction]:
    """By judge, how far a ballot's total lies from the median of its group, where it is far.

    The median and not the mean: one wild ballot hardly moves it, so that it hides neither itself nor another, and does
    not make the rest look far.
    """
    if points is None:
        return {}
    return {judge: off for group in result.groups.values() for judge, off in _far(group, points)}


def _far(group: GroupResult, points: Fraction) -> list[tuple[str, Fraction]]:
    if not FEWEST <= len(group.totals) <= MOST_JUDGES:
        return []
    middle = _median(sorted(group.totals.values(), key=float))  # a comparison of fractions is slow
    offs = ((judge, total - middle) for judge, total in group.totals.items())
    return [(judge, off) for judge, off in offs if abs(off) >= points]


def _median(ordered: Sequence[Fraction]) -> Fraction:
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
