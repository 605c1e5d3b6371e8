"""Who may still become a judge of a contest that exists, and who may be taken out of it again (rules.md, Next round).

Judges take part in every round in which nothing was scored yet; in those before they count as absent, so that no result
that exists waits for a ballot which nobody was ever asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.bench import CROWD
from scoring.conduct import scoring_open
from scoring.contest import Contest, Round
from scoring.crowd_ballots import of_panels
from scoring.errors import Fault, NotNow
from scoring.grid import REQUIRED, Grid
from scoring.incoming import Incoming
from scoring.people_file import NO_GROUP, judge_lines
from scoring.plan import Judge
from scoring.text import Text

KNOWN = Text(
    "“{code}”已经是{name}：换人请在评委页换人，评委组不能再改",
    "'{code}' is {name} already: another person is a substitution, and the group stays",
)
OF_CROWD = Text(
    "“{name}”是群众评议的评委组，没有席位，评分表由文件导入",
    "'{name}' is a crowd without seats; its ballots come from a file",
)
FULL = Text("“{name}”已有 {n} 位评委，不能再加", "'{name}' has {n} judges and takes no more")
OPEN = Text("正在评分，先停止评分再移除评委", "scoring is open; close it before a judge is taken out")
SCORED = Text(
    "已经有评分表，评委不再移除；不参加的请标为缺席",
    "ballots are stored, so judges stay; mark one who takes no part as absent",
)
NAMED = Text(
    "{name}已有缺席、离场、回避的记录或待接收的评分表，不能移除；不参加的请标为缺席",
    "marks or a ballot on offer name {name}, who stays; mark a judge who takes no part as absent",
)
LAST = Text("至少要有一位评委", "there must be at least one judge")


def seat_lines(grid: Grid, contest: Contest) -> tuple[Incoming[Judge], ...]:
    """What each line of a sheet of judges would do. Raises `BadInput` where the sheet as a whole cannot be read."""
    read = judge_lines(grid, contest.plan)
    wrong = read.by_line()
    before: list[Judge] = []
    lines = []
    for number, judge in read.lines:
        faults = wrong.get(number) or tuple(
            Fault(fault.text, grid.name, line=number, column=read.places[fault.key or "code"])
            for fault in joining_faults(contest, judge, before)
        )
        lines.append(Incoming(number, judge, contest.bench.find(judge.code), faults))
        before.append(judge)
    return tuple(lines)


def joining_faults(contest: Contest, judge: Judge, before: Sequence[Judge] = ()) -> list[Fault]:
    """What is wrong with a judge who is to join, by field, when those `before` have joined as well."""
    faults = [Fault(REQUIRED, key=key) for key in ("code", "name") if not getattr(judge, key).strip()]
    known = contest.bench.find(judge.code)
    if known == judge:
        return faults
    if known:
        faults.append(Fault(KNOWN(code=judge.code, name=known.name), key="code"))
    if fault := _group_fault(contest, judge.group, before):
        faults.append(Fault(fault, key="group"))
    return faults


def _group_fault(contest: Contest, key: str, before: Sequence[Judge]) -> Text | None:
    name = {group.key: group.name for group in contest.plan.groups}.get(key)
    if name is None:
        return NO_GROUP(name=key)
    if key in contest.bench.crowds:
        return OF_CROWD(name=name)
    joining = {each.code for each in before if each.group == key and not contest.bench.find(each.code)}
    size = len(contest.bench.groups.get(key, ())) + len(joining)
    return FULL(name=name, n=size) if size >= CROWD else None


def passed(contest: Contest) -> list[Round]:
    """The rounds that a judge who joins now takes no part in: those before the latest, and that one once judges in the
    hall have scored in it or it is closed.
    """
    return [round_ for round_ in contest.rounds if round_ is not contest.live_round or _scored(round_)]


def _scored(round_: Round) -> bool:
    return round_.closed is not None or any(of_panels(entry.ballots) or entry.returned for entry in round_.entries)


def check_remove(contest: Contest, judge: Judge, *, named: bool) -> None:
    """May a judge be taken out of the contest? Only before anything was scored; `named`: by a mark or an offered
    ballot. Raises `NotNow`.
    """
    if contest.begun:
        raise NotNow("scored", SCORED)
    if scoring_open(contest.live_round):
        raise NotNow("open", OPEN)
    if named:
        raise NotNow("named", NAMED(name=judge.name))
    if contest.plan.has_live and len(contest.bench) == 1:
        raise NotNow("last", LAST)
