"""When and how the plan of a contest may be changed (rules.md, Plan).

Once a ballot was stored the rules are frozen: they change only if somebody unlocks them with a reason, and the results
of that round say so. Once a round was closed they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from scoring import conduct
from scoring.ballots import MISSING, UNKNOWN, score_faults
from scoring.contest import Contest
from scoring.crowd_ballots import scores_of
from scoring.errors import BadInput, Fault, NotNow
from scoring.marks import latest_values
from scoring.plan import Category, Component, Criterion, Group, Plan, SpeechTimer
from scoring.points import written
from scoring.text import Text

Scores: TypeAlias = Mapping[str, Decimal]
Part: TypeAlias = Category | Group | Component

FROZEN = Text(
    "已有评分表，规则已冻结；要改，先解锁并写明原因，成绩会注明规则改过",
    "ballots are stored and the rules are frozen; to change them, unlock them with a reason: the results will say so",
)
NO_REASON = Text("解锁规则要写明原因", "unlocking the rules needs a reason")
SETTLED = Text(
    "第 1 轮成绩已经确认，规则不能再改；换了规则请另建比赛文件",
    "round 1 was closed by these rules and they stand; for other rules make another contest file",
)
OPEN = Text("“{name}”正在评分，停止评分后才能修改规则", "'{name}' is being scored; close scoring first")
CATEGORY_IN_USE = Text("类别“{name}”不能去掉：有{n}个参赛单位", "'{name}' must stay: {n} contestants are in it")
GROUP_IN_USE = Text("评委组“{name}”不能去掉：有{n}位评委", "'{name}' must stay: {n} judges sit in it")
COMPONENT_IN_USE = Text("“{name}”不能去掉：已导入{n}个单位的成绩", "'{name}' must stay: {n} values were brought in")
VALUES_NOT_POINTS = Text(
    "“{name}”不能改为直接给分：已导入的{n}个数值不在 0–100 之间",
    "'{name}' cannot take points as given: {n} values that were brought in are not from 0 to 100",
)
NO_JUDGES = Text(
    "这个擂台赛没有评委，不能有现场得分", "there are no judges in this contest, so it cannot have a live score"
)
CRITERION_IN_USE = Text("评分项“{name}”不能去掉：已存{n}份评分表", "'{name}' must stay: {n} stored ballots score it")
NOT_SCORED = Text(
    "不能新增评分项“{name}”：已存的{n}份评分表没有这一项",
    "'{name}' cannot be added: {n} stored ballots do not score it",
)
NOT_VALID = Text(
    "“{name}”这样改会使已存的{n}份评分表无效：{reason}", "'{name}': {n} stored ballots would not be valid: {reason}"
)


def changes_rules(before: Plan, after: Plan) -> bool:
    """Whether another plan may give another score, rank, grade or return, or names its parts otherwise.

    What remains are words and how the hall is run: title, organizer, level, timer, and sending again.
    """
    return _rules(before) != _rules(after)


def _rules(plan: Plan) -> Plan:
    return replace(plan, title="", organizer="", level="city", timer=SpeechTimer(), resend=True)


def asks_otherwise(before: Plan, after: Plan) -> bool:
    """Whether judges are asked for other scores, so that what they have begun to fill in no longer fits."""
    return (before.step, before.criteria) != (after.step, after.criteria)


def settled(contest: Contest) -> bool:
    """Whether a round was closed by the rules as they are: its result, and any line-up made from it, must stand."""
    return len(contest.rounds) > 1 or contest.live_round.closed is not None


def check_change(contest: Contest, after: Plan, stored: Iterable[Scores], *, unlock: bool, reason: str) -> None:
    """May this become the plan? `stored` are the scores of every ballot that stands.

    Raises `NotNow` while ballots come in, where a round was closed, and where the rules are frozen and not unlocked;
    `BadInput` where a reason is missing, and with everything that is stored and would not fit.
    """
    entry = conduct.scoring_open(contest.live_round)
    if entry is not None:
        raise NotNow("open", OPEN(name=contest.called(entry.code)))
    if settled(contest) and changes_rules(contest.plan, after):
        raise NotNow("settled", SETTLED)
    if contest.begun and not unlock:
        raise NotNow("frozen", FROZEN)
    if contest.begun and not reason.strip():
        raise BadInput([Fault(NO_REASON, key="reason")])
    faults = in_use(contest, after, stored)
    if faults:
        raise BadInput(faults)


def standing_scores(contest: Contest) -> Iterator[Scores]:
    """The scores of all ballots that stand in a line-up."""
    entries = (entry for round_ in contest.rounds for entry in round_.entries)
    return (scores for entry in entries for scores in scores_of(entry.ballots))


def in_use(contest: Contest, after: Plan, stored: Iterable[Scores]) -> list[Fault]:
    """What is stored and would not fit another plan, by key of that plan."""
    faults = [
        *_gone(contest, after),
        *_not_points(contest, after),
        *([Fault(NO_JUDGES, key="component")] if after.has_live and not contest.judges else []),
    ]
    if asks_otherwise(contest.plan, after):
        faults += _ballots_lost(contest.plan, after, stored)
    return faults


def _gone(contest: Contest, after: Plan) -> list[Fault]:
    """Categories, groups and components that are in use and would vanish."""
    plan = contest.plan
    seated = [judge.group for judge in contest.judges]
    placed = [contestant.category for contestant in contest.contestants.values()]
    valued = [key for round_ in contest.rounds for entry in round_.entries for key in entry.values]
    kept: tuple[tuple[str, Text, list[str], Sequence[Part], Sequence[Part]], ...] = (
        ("category", CATEGORY_IN_USE, placed, plan.categories, after.categories),
        ("group", GROUP_IN_USE, seated, plan.groups, after.groups),
        ("component", COMPONENT_IN_USE, valued, plan.components, after.components),
    )
    return [
        Fault(text(name=part.name, n=uses.count(part.key)), key=table)
        for table, text, uses, parts, left in kept
        for part in parts
        if part.key in uses and part.key not in {each.key for each in left}
    ]


def _not_points(contest: Contest, after: Plan) -> Iterator[Fault]:
    """Components that would take values as points though some that were brought in are none."""
    for number, part in enumerate(after.components, start=1):
        given = [value for round_ in contest.rounds for value in latest_values(round_.marks, part.key)]
        wrong = [value for value in given if not part.takes(value)]
        if wrong:
            yield Fault(VALUES_NOT_POINTS(name=part.name, n=len(wrong)), key=f"component[{number}].rule")


def _ballots_lost(before: Plan, after: Plan, stored: Iterable[Scores]) -> list[Fault]:
    """Ballots that would no longer be whole and valid, by criterion."""
    reasons: dict[str, list[Text]] = {}
    looked_at: dict[int, tuple[Scores, dict[str, Text]]] = {}  # of a crowd, many ballots are one and the same object
    for scores in stored:
        if id(scores) not in looked_at:
            found = score_faults(after, {key: written(value) for key, value in scores.items()})
            looked_at[id(scores)] = scores, found
        for key, text in looked_at[id(scores)][1].items():
            reasons.setdefault(key, []).append(text)
    return [_lost(before, after, key, texts) for key, texts in reasons.items()]


def _lost(before: Plan, after: Plan, key: str, texts: list[Text]) -> Fault:
    names = {each.key: each.name for plan in (after, before) for each in plan.criteria}
    if UNKNOWN in texts:
        return Fault(CRITERION_IN_USE(name=names.get(key, key), n=len(texts)), key="criterion")
    place = _place(after.criteria, key)
    if MISSING in texts:
        return Fault(NOT_SCORED(name=names[key], n=len(texts)), key=place)
    return Fault(NOT_VALID(name=names[key], n=len(texts), reason=texts[0]), key=place)


def _place(criteria: tuple[Criterion, ...], key: str) -> str:
    number = next(number for number, each in enumerate(criteria, start=1) if each.key == key)
    return f"criterion[{number}]"
