"""How the result came about: ties and what broke them, judges who were out, points added or taken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from exports.draws import draw_note
from exports.phrases import sentences, signed, told_apart
from exports.source import BulletinSource
from scoring.arithmetic import Panel
from scoring.contest import Attendance, Ballot, Entry
from scoring.draws import latest_draw
from scoring.explain_words import note, reason
from scoring.mark import MarkKind
from scoring.names import COMPOSITE_NAME, FINAL_NAME, group_name, tie_break_name
from scoring.plan import Group, Judge
from scoring.results import Board, Row, Status
from scoring.text import Text, joined, listed

NAMED = 5
"""Up to so many entries that one person in a seat scored are named; beyond that they are counted."""
REPLACED = Text("{group}一名评委中途更换：{parts}。", "One judge of {group} was replaced in mid-round: {parts}.")
NO_REASON = Text("未写明原因", "no reason given")
CROWD = Text("{name}共{n}人，评分表由文件导入。", "{name} is a crowd of {n}, whose ballots came in from files.")
CROWD_LACKS = Text(
    "{name}共{n}人，评分表由文件导入，各单位合计有{lacking}份未提交，不计入。",
    "{name} is a crowd of {n}, whose ballots came in from files; {lacking} of all entries were never sent.",
)


def ties(source: BulletinSource) -> list[Text]:
    """For every tie the step that broke it, and where nothing did, that the rank is shared."""
    said = [_tie(source, rows) for board in source.standings.boards for rows in _tied(source, board)]
    return said or [Text("没有得分相同的单位。", "No entries have equal scores.")]


def _tied(source: BulletinSource, board: Board) -> Iterator[list[Row]]:
    exact = source.contest.plan.rank_on == "exact"
    ranked = [row for row in board.rows if row.rank is not None]
    for _, group in groupby(ranked, key=lambda row: row.result.exact if exact else row.result.published):
        rows = list(group)
        if len(rows) > 1:
            yield rows


def _tie(source: BulletinSource, rows: list[Row]) -> Text:
    places = listed(_place(source, row, rows) for row in rows)
    said = Text("{names}同为{score}分：{places}。", "{names} have {score} each: {places}.")(
        names=listed(row.called for row in rows), score=rows[0].result.published, places=places
    )
    return sentences([said, *_draws(source, rows)])


def _place(source: BulletinSource, row: Row, rows: list[Row]) -> Text:
    shared = sum(other.rank == row.rank for other in rows) > 1
    rank = (
        Text("{name}并列第{rank}名", "{name} shares rank {rank}")
        if shared
        else Text("{name}第{rank}名", "{name} rank {rank}")
    )
    said = rank(name=row.called, rank=row.rank)
    step = _step(source, row, rows)
    return Text("{said}（{step}）", "{said} ({step})")(said=said, step=step) if step else said


def _step(source: BulletinSource, row: Row, rows: list[Row]) -> Text | None:
    """The tie-break that set a row off, with the value it compared."""
    if row.tie_break is None:
        return None
    score = COMPOSITE_NAME if source.assessed else FINAL_NAME
    name = tie_break_name(source.contest.plan, row.tie_break, score)
    values = {other.code: other.result.tie_values.get(row.tie_break) for other in rows}
    known = {code: value for code, value in values.items() if value is not None}
    if row.code not in known:
        return name
    shown = dict(zip(known, told_apart(list(known.values()), source.contest.plan), strict=True))
    return Text("{name}{value}", "{name}: {value}")(name=name, value=shown[row.code])


def _draws(source: BulletinSource, rows: list[Row]) -> Iterator[Text]:
    """The draws that told some of these rows apart."""
    codes = {row.code for row in rows if row.tie_break == "draw"}
    for draw in source.round.draws:
        if set(draw.order) <= codes and latest_draw(source.round.draws, draw.order) is draw:
            yield Text("抽签见{note}。", "For the draw see {note}.")(note=draw_note(draw))


def judges(source: BulletinSource) -> list[Text]:
    """Judges who were absent, left, were replaced or recused, ballots that never came, groups that were void."""
    said = [
        *(*_absent(source), *_left(source), *_replaced(source)),
        *(*_recused(source), *_missing(source), *_void(source)),
    ]
    said = said or [Text("评委全部到场，无回避。", "All judges were present and none was recused.")]
    return [*said, *_crowds(source)]


def _marked(source: BulletinSource) -> list[Judge]:
    """The judges about whom anything was noted, in the order of the seats."""
    noted = source.round.absent | source.round.left
    noted = noted.union(*(entry.recused for entry in source.round.entries))
    places = source.contest.bench.places
    return [source.contest.bench[place] for place in sorted(places[code] for code in noted if code in places)]


def _absent(source: BulletinSource) -> Iterator[Text]:
    for judge in _marked(source):
        if judge.code in source.round.absent:
            yield Text("{who}缺席本轮，不计入应评人数{why}。", "{who} was absent from the round{why}.")(
                who=_who(source, judge), why=_why(source, MarkKind.JUDGE_ABSENT, judge.code)
            )


def _left(source: BulletinSource) -> Iterator[Text]:
    for judge in _marked(source):
        if judge.code in source.round.left and judge.code not in source.round.absent:
            yield Text(
                "{who}中途离席，此前的评分有效，其余单位按回避处理{why}。",
                "{who} left early: ballots already stored stand, for the other entries the judge counts as "
                "recused{why}.",
            )(who=_who(source, judge), why=_why(source, MarkKind.JUDGE_LEFT, judge.code))


def _replaced(source: BulletinSource) -> Iterator[Text]:
    """Seats from which more than one person scored in the round, each with what they scored, in the order of it."""
    for judge in source.contest.bench.seated:
        scored: dict[str, list[Entry]] = {}
        for ballot, entry in _counted(source, judge):
            scored.setdefault(ballot.person or judge.name, []).append(entry)
        if len(scored) > 1:
            group = next(group.name for group in source.contest.plan.groups if group.key == judge.group)
            parts = joined((_share(source, name, entries) for name, entries in scored.items()), "；", "; ")
            yield Text(
                "{group}一名评委中途更换：{parts}。", "One judge of {group} was replaced in mid-round: {parts}."
            )(group=group_name(group), parts=parts)


def _counted(source: BulletinSource, judge: Judge) -> list[tuple[Ballot, Entry]]:
    """The ballots of a seat that count in the round, as they were stored."""
    if judge.code in source.round.absent or judge.group in source.round.void:
        return []
    entries = [entry for entry in source.round.entries if entry.attendance is Attendance.PRESENT]
    given = [(entry.ballots[judge.code], entry) for entry in entries if judge.code in entry.ballots]
    return sorted(given, key=lambda each: each[0].record)


def _share(source: BulletinSource, name: str, entries: list[Entry]) -> Text:
    if len(entries) > NAMED:
        return Text("{name}评{n}个", "{name} scored {n}")(name=name, n=len(entries))
    return Text("{name}评{names}", "{name} scored {names}")(name=name, names=_names(source, entries))


def _recused(source: BulletinSource) -> Iterator[Text]:
    for judge in _marked(source):
        entries = [entry for entry in source.round.entries if judge.code in entry.recused]
        if entries:
            yield Text("{who}回避：{entries}。", "{who} was recused from {entries}.")(
                who=_who(source, judge), entries=listed(_recusal(source, judge, entry) for entry in entries)
            )


def _recusal(source: BulletinSource, judge: Judge, entry: Entry) -> Text:
    why = _why(source, MarkKind.RECUSE, judge.code, entry.code)
    return Text("{name}{why}", "{name}{why}")(name=source.contest.called(entry.code), why=why)


def _missing(source: BulletinSource) -> Iterator[Text]:
    """Under `missing = "exclude"`: expected judges whose ballot for a scored entry is not there."""
    if source.contest.plan.missing == "wait":
        return
    complete = {row.code for b in source.standings.boards for row in b.rows if row.result.status is Status.COMPLETE}
    for judge in source.contest.bench.seated:
        entries = [e for e in source.round.entries if e.code in complete and _no_ballot(source, judge, e)]
        if entries:
            yield Text("{who}未提交评分表，不计入：{entries}。", "No ballot of {who}, left out: {entries}.")(
                who=_who(source, judge), entries=_names(source, entries)
            )


def _crowds(source: BulletinSource) -> Iterator[Text]:
    """How large each crowd is, and how many of its ballots for entries with a result never came."""
    panel = Panel.of(source.contest, source.round)
    complete = {row.code for b in source.standings.boards for row in b.rows if row.result.status is Status.COMPLETE}
    entries = [entry for entry in source.round.entries if entry.code in complete]
    for group in source.contest.plan.groups:
        if group.key in source.contest.bench.crowds - panel.void:
            lacking = sum(panel.lacking(entry, group.key) for entry in entries)
            said = CROWD_LACKS if lacking else CROWD
            yield said(name=group.name, n=len(panel.seats[group.key]), lacking=lacking)


def _no_ballot(source: BulletinSource, judge: Judge, entry: Entry) -> bool:
    out = source.round.absent | source.round.left | entry.recused
    void = judge.group in source.round.void
    return (
        entry.attendance is Attendance.PRESENT
        and not void
        and judge.code not in entry.ballots
        and judge.code not in out
    )


def _void(source: BulletinSource) -> Iterator[Text]:
    groups = [group for group in source.contest.plan.groups if group.key in source.round.void]
    if groups:
        yield Text(
            "{names}的评分作废，其权重由其余评委组按原权重比例分担。",
            "The scores of {names} are void; the other groups share the weight in proportion to their own.",
        )(names=listed(_voided(source, group) for group in groups))


def _voided(source: BulletinSource, group: Group) -> Text:
    why = _why(source, MarkKind.GROUP_VOID, group.key)
    return Text("{name}{why}", "{name}{why}")(name=group_name(group.name), why=why)


def _why(source: BulletinSource, kind: MarkKind, subject: str, contestant: str = "") -> Text:
    return note(source.round, kind, subject, contestant, without=NO_REASON)


def _who(source: BulletinSource, judge: Judge) -> Text:
    group = next(group.name for group in source.contest.plan.groups if group.key == judge.group)
    return Text("{name}（{group}）", "{name} ({group})")(name=judge.name, group=group_name(group))


def _names(source: BulletinSource, entries: list[Entry]) -> Text:
    return listed(source.contest.called(entry.code) for entry in entries)


def adjustments(source: BulletinSource) -> list[Text]:
    """Every adjustment with its reason, in line-up order."""
    said = [
        Text("{name}{points}分：{reason}。", "{name} {points}: {reason}.")(
            name=source.contest.called(entry.code),
            points=signed(each.points),
            reason=reason(each.reason, without=NO_REASON),
        )
        for entry in source.round.entries
        for each in entry.adjustments
    ]
    return said or [Text("没有加减分。", "There are no adjustments.")]
