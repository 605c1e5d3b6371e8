"""What a correction changed: a result as it was published, held against the one that follows from the facts now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scoring.contest import Contest
from scoring.results import Standings
from scoring.standings import standings_json
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
MISSING = Text("还应有{names}", "{names} should be in it")
NEEDLESS = Text("{names}不必回来", "{names} need not have come back")
NONE = Text("无", "none")


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


def lineup_differs(contest: Contest, number: int, had: Sequence[str], now: Sequence[str]) -> list[Text]:
    """How the line-up of round `number`, made when `had` returned, differs from one made `now` (rules.md, Next round).

    Nothing is said of a contestant who came into the line-up another way.
    """
    names = contest.contestants
    lineup = {entry.code for entry in contest.rounds[number - 1].entries}
    missing = [names[code].name for code in now if code not in lineup]
    needless = [names[code].name for code in had if code not in now]
    found = [MISSING(names=listed(missing))] if missing else []
    found += [NEEDLESS(names=listed(needless))] if needless else []
    return [LINEUP(number=number, changes=listed(found))] if found else []


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
