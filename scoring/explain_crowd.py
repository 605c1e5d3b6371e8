"""What an explanation says of a crowd: counts and sums, not every ballot (rules.md, `explain`)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.arithmetic import GroupScore, Panel
from scoring.contest import Entry, Round
from scoring.explain_words import noted
from scoring.mark import MarkKind
from scoring.plan import Criterion, Group
from scoring.points import exactly
from scoring.results import Drops
from scoring.text import Text, listed

FROM_FILES = Text(
    "  共{seats}人，评分表由文件导入{notes}", "  a crowd of {seats}, whose ballots came in from files{notes}"
)
OUT = Text("  缺席、回避或离席的{n}人不计入", "  {n} who were absent, recused or had left are not counted")
NOT_SENT = Text("  {n}人没有评分表", "  {n} have no ballot")
DROPPED = Text(
    "  去掉最高的{high}份、最低的{low}份；分数相同的，先去掉评委名单中靠后的",
    "  the {high} highest and the {low} lowest were dropped; among equals the judge who stands later first",
)
DROPPED_IN = Text(
    "  {name}：去掉最高的{high}个、最低的{low}个分数；分数相同的，先去掉评委名单中靠后的",
    "  {name}: the {high} highest and {low} lowest scores were dropped; among equals the judge who stands later first",
)
MEANS = {
    "mean": Text("其余{n}份的平均数（总和{sum}÷{n}）", "mean of the other {n} (sum {sum} ÷ {n})"),
    "median": Text("其余{n}份的中位数", "median of the other {n}"),
}
WHOLE = {
    "mean": Text("{n}份的平均数（总和{sum}÷{n}）", "mean of {n} (sum {sum} ÷ {n})"),
    "median": Text("{n}份的中位数", "median of {n}"),
}


def crowd_head(panel: Panel, round_: Round, entry: Entry, group: Group, counted: int) -> Iterator[Text]:
    """How many there are, where their ballots came from, and how many have no part."""
    imports = [mark for mark in round_.marks if mark.kind is MarkKind.BALLOTS and mark.sheet]
    touching = [m for m in imports if m.sheet and any(head[:2] == (entry.code, group.key) for head in m.sheet.heads)]
    seats = len(panel.seats[group.key])
    yield FROM_FILES(seats=seats, notes=listed(noted(mark) for mark in touching))
    not_sent = panel.lacking(entry, group.key)
    out = seats - not_sent - counted
    if out:
        yield OUT(n=out)
    if not_sent:
        yield NOT_SENT(n=not_sent)


def crowd_drops(panel: Panel, criteria: tuple[Criterion, ...], score: GroupScore) -> Iterator[Text]:
    """How many were dropped, whole or criterion by criterion."""
    high, low = score.result.dropped_high, score.result.dropped_low
    if panel.plan.trim_at == "total":
        if counts := _counts(high, low, ""):
            yield DROPPED(high=counts[0], low=counts[1])
        return
    for each in criteria:
        if counts := _counts(high, low, each.key):
            yield DROPPED_IN(name=each.name, high=counts[0], low=counts[1])


def crowd_average(group: Group, score: GroupScore, key: str, average: Fraction) -> Text:
    """What was averaged: of the totals, or of the points of a criterion."""
    dropped = sum(_counts(score.result.dropped_high, score.result.dropped_low, key) or (0, 0))
    n = score.result.counted - dropped
    return (MEANS if dropped else WHOLE)[group.average](n=n, sum=exactly(average * n))


def _counts(high: Drops, low: Drops, key: str) -> tuple[int, int] | None:
    sides = [drops if isinstance(drops, tuple) else drops[key] for drops in (high, low)]
    return (len(sides[0]), len(sides[1])) if any(sides) else None
