"""What a mark on a judge would take from a group: whether it could still reach its quorum (rules.md, Arithmetic)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.arithmetic import Panel
from scoring.contest import Attendance, Contest, Entry, Round
from scoring.mark import MarkKind
from scoring.plan import Group, Judge
from scoring.text import Text, listed

OUT_OF_REACH = Text(
    "“{group}”至少要 {quorum} 份评分表，此后最多只有 {n} 份：{names}将没有成绩，除非更换评委，或本轮不计这个组。",
    "The quorum of {group} is {quorum}, and no more than {n} of its ballots can then come: {names} will have no "
    "result, unless another person takes the seat or the group is left out.",
)
TOO_FEW = Text(
    "“{group}”至少要 {quorum} 份评分表，却只有 {n} 位评委参加，谁都不会有成绩："
    "请在“规则”页改最少份数，或本轮不计这个组。",
    "The quorum of {group} is {quorum}, but only {n} of its judges take part: nobody can have a result. Change the "
    "quorum on the page of the rules, or leave the group out of this round.",
)
MANY = Text("{n} 个单位", "{n} contestants")
NAMED = 3
"""Up to so many contestants are named; beyond that they are counted."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A group with a weight that could no longer reach its quorum: the most ballots it could get, and for whom."""

    group: Group
    most: int
    entries: tuple[str, ...]

    def said(self, contest: Contest) -> Text:
        """The consequence, in words."""
        names = listed(contest.called(code) for code in self.entries)
        if len(self.entries) > NAMED:
            names = MANY(n=len(self.entries))
        return OUT_OF_REACH(group=self.group.name, quorum=self.group.quorum, n=self.most, names=names)


def shortfall(contest: Contest, kind: MarkKind, judge: Judge, code: str = "") -> Shortfall | None:
    """What follows for the quorum if this judge is marked absent or left in the live round, or recused from an entry:
    `kind` is one of these three. None where the judge's group would still reach it, or counts for nothing.
    """
    before, after = contest.live_round, _marked(contest.live_round, kind, judge.code, code)
    group = next(group for group in contest.plan.groups if group.key == judge.group)
    if group.key in before.void or not group.weight:
        return None
    short = _short(contest, group, _losing(contest, before, after, judge.code), after)
    if not short:
        return None
    return Shortfall(group, min(most for _, most in short), tuple(entry.code for entry, _ in short))


def too_few(contest: Contest) -> list[Text]:
    """The groups with a weight that have fewer judges in the live round than their quorum asks for: said before anybody
    is scored, as nobody could have a result.
    """
    round_ = contest.live_round
    there = [judge.group for judge in contest.judges if judge.code not in round_.absent | round_.left]
    return [
        TOO_FEW(group=group.name, quorum=group.quorum, n=there.count(group.key))
        for group in contest.plan.groups
        if group.weight and group.key not in round_.void and there.count(group.key) < group.quorum
    ]


def _marked(round_: Round, kind: MarkKind, judge: str, code: str) -> Round:
    if kind is MarkKind.JUDGE_ABSENT:
        return replace(round_, absent=round_.absent | {judge})
    if kind is MarkKind.JUDGE_LEFT:
        return replace(round_, left=round_.left | {judge})
    return replace(round_, entries=tuple(_recused(entry, judge, code) for entry in round_.entries))


def _recused(entry: Entry, judge: str, code: str) -> Entry:
    return replace(entry, recused=entry.recused | {judge}) if entry.code == code else entry


def _losing(contest: Contest, before: Round, after: Round, judge: str) -> list[Entry]:
    """The entries, as they would be, that lose this judge."""
    was, then = Panel.of(contest, before), Panel.of(contest, after)
    pairs = zip(before.entries, after.entries, strict=True)
    present = [(old, new) for old, new in pairs if old.attendance is Attendance.PRESENT]
    return [new for old, new in present if was.expects(old, judge) and not then.expects(new, judge)]


def _short(contest: Contest, group: Group, entries: Sequence[Entry], after: Round) -> list[tuple[Entry, int]]:
    panel = Panel.of(contest, after)
    counted = [(entry, len(panel.expected(entry, group.key))) for entry in entries]
    return [(entry, most) for entry, most in counted if most < group.quorum]
