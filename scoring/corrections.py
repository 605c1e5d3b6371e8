"""What a correction changed, or would change: a result as it was published or is, held against another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from scoring.conduct import entry_of, round_of
from scoring.contest import Ballot, Contest
from scoring.crowd_ballots import of_panels, with_panel
from scoring.results import Standings
from scoring.rounds import closing_blockers, returning
from scoring.standings import standings, standings_json
from scoring.text import Text, listed, plain

LINE = Text("{name}：{changes}", "{name}: {changes}")
SCORE = Text("得分 {before} → {after}", "score {before} → {after}")
RANK = Text("名次 {before} → {after}", "rank {before} → {after}")
GRADE = Text("等次 {before} → {after}", "grade {before} → {after}")
NOW_RETURNS = Text("现在要下轮继续打擂", "now has to come back in the next round")
NO_LONGER = Text("不再要下轮继续打擂", "no longer has to come back")
NEW = Text("新进入成绩", "is new on the board")
GONE = Text("不再列入成绩", "is no longer on the board")
LINEUP = Text(
    "第{number}轮的出场名单不变。按现在的成绩{changes}",
    "The line-up of round {number} stays as it is. By the result as it is now, {changes}",
)
LINEUP_THEN = Text(
    "第{number}轮的出场名单不变。按更正后的成绩{changes}",
    "The line-up of round {number} stays as it is. By the corrected result, {changes}",
)
MISSING = Text("还应有{names}", "{names} should be in it")
NEEDLESS = Text("{names}不必回来", "{names} need not have come back")
NONE = Text("无", "none")
UNCHANGED = Text("得分、名次和等次都不变", "No score, rank or grade changes")
SAME_RETURN = Text("下轮继续打擂的仍是：{names}", "Must come back, as before: {names}")
OTHERS_RETURN = Text("下轮继续打擂：{before} → {after}", "Must come back: {before} → {after}")
NOT_FINAL_THEN = Text(
    "更正后还不能再次确认，下轮继续打擂的未定。{blockers}",
    "The round cannot be closed again at once, and it is open who must come back: {blockers}",
)


def changed(before: Mapping[str, Any], now: Standings) -> list[Text]:
    """One line for each contestant whose score, rank, grade or return is another than in the result `before`.

    `before` are standings as `standings_json` writes them, as the journal keeps them for every closing. While the
    result is provisional nothing is said of grades and returns, which nobody has then.
    """
    old, new = _rows(before), _rows(standings_json(now))
    lines = []
    for code, row in {**new, **old}.items():
        found = list(_differences(old.get(code), new.get(code), final=now.final))
        if found:
            lines.append(LINE(name=row["name"], changes=listed(found)))
    return lines


def foreseen(contest: Contest, number: int, code: str, ballot: Ballot, had: Sequence[str] | None) -> list[Text]:
    """What this ballot for an entry of a round would change, in place of the one that its judge has there, if any.

    First whose score, rank and grade; then who must come back, or what keeps that open; last how the next line-up,
    made when `had` returned (None: there is none yet), would differ. Raises `Unknown`.
    """
    then = with_ballot(contest, number, code, ballot)
    before, after = standings(contest, number), standings(then, number)
    lines = changed(standings_json(before), after) or [UNCHANGED]
    round_ = round_of(then, number)
    blockers = closing_blockers(then, round_, after)
    if blockers:
        return [*lines, NOT_FINAL_THEN(blockers=listed(blockers))]
    back = returning(round_, after)
    lines.append(_return_line(contest, returning(round_, before), back))
    return lines + (lineup_differs(contest, number + 1, had, back, LINEUP_THEN) if had is not None else [])


def with_ballot(contest: Contest, number: int, code: str, ballot: Ballot) -> Contest:
    """The contest as it would be with this ballot for an entry of a round, which is open again. Raises `Unknown`."""
    round_ = round_of(contest, number)
    entry = entry_of(round_, code)
    panels = {**of_panels(entry.ballots), ballot.judge: ballot}
    changed_ = replace(entry, ballots=with_panel(entry.ballots, panels))
    entries = tuple(changed_ if each is entry else each for each in round_.entries)
    open_again = replace(round_, entries=entries, closed=None, signatures={})
    return replace(contest, rounds=tuple(open_again if each is round_ else each for each in contest.rounds))


def _return_line(contest: Contest, before: Sequence[str], after: Sequence[str]) -> Text:
    was, will = _named(contest, before), _named(contest, after)
    return SAME_RETURN(names=will) if before == after else OTHERS_RETURN(before=was, after=will)


def _named(contest: Contest, codes: Sequence[str]) -> Text:
    return listed(contest.called(code) for code in codes) if codes else NONE


def lineup_differs(
    contest: Contest, number: int, had: Sequence[str], now: Sequence[str], said: Text = LINEUP
) -> list[Text]:
    """How the line-up of round `number`, made when `had` returned, differs from one made `now` (rules.md, Next round);
    `said` with the round and the changes.

    Nothing is said of a contestant who came into the line-up another way.
    """
    lineup = {entry.code for entry in contest.rounds[number - 1].entries}
    missing = [contest.called(code) for code in now if code not in lineup]
    needless = [contest.called(code) for code in had if code not in now]
    found = [MISSING(names=listed(missing))] if missing else []
    found += [NEEDLESS(names=listed(needless))] if needless else []
    return [said(number=number, changes=listed(found))] if found else []


def _rows(standings: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {row["code"]: row for board in standings["boards"] for row in board["rows"]}


def _differences(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None, *, final: bool) -> Iterator[Text]:
    if old is None or new is None:
        yield GONE if new is None else NEW
        return
    for key, said in (("published", SCORE), ("rank", RANK), *([("grade", GRADE)] if final else [])):
        if old[key] != new[key]:
            yield said(before=_shown(old[key]), after=_shown(new[key]))
    if final and old["returns"] != new["returns"]:
        yield NOW_RETURNS if new["returns"] else NO_LONGER


def _shown(value: object) -> Text:
    return NONE if value is None else plain(str(value))
