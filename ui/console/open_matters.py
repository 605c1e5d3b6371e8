"""What an entry or a round still lacks, said shortly; plain facts, no widgets."""

from __future__ import annotations

from collections.abc import Sequence

from scoring import conduct
from scoring.contest import Contest, Entry, Round
from scoring.results import Standings, Status
from scoring.rounds import EMPTY_LINEUP, NEEDS_DRAW
from scoring.text import Text, listed, plain

NAMED = 3
"""Up to so many missing judges are named; beyond that they are counted."""

NOT_SCORED = Text("尚未评分：{names}", "not scored yet: {names}")
NO_VALUES = Text("“{part}”尚未导入：{names}", "no value of {part} yet: {names}")
LACKS = Text("{name}：{reasons}", "{name}: {reasons}")


def short_lacks(contest: Contest, round_: Round, entry: Entry) -> list[Text]:
    """What an incomplete entry lacks; many missing ballots as a number."""
    lacks = conduct.lacks(contest, round_, entry)
    missing = conduct.missing_ballots(contest, round_, entry)
    if contest.plan.missing == "wait" and len(missing) > NAMED:
        return [conduct.BALLOTS_MISSING(n=len(missing)), *lacks[len(missing) :]]
    return lacks


def open_matters(contest: Contest, round_: Round, standings: Standings) -> list[Text]:
    """What stands in the way of closing a round, one line a matter; entries not scored at all in one."""
    if not round_.entries:
        return [EMPTY_LINEUP]
    entry = conduct.scoring_open(round_)
    matters = [conduct.STILL_OPEN(name=contest.called(entry.code))] if entry else []
    incomplete = _incomplete(round_, standings)
    matters += [_lacking(contest, round_, each) for each in incomplete if _was_begun(each) and each is not entry]
    untouched = [each for each in incomplete if not _was_begun(each)]
    matters += _untouched(contest, untouched) if untouched else []
    draws = [codes for board in standings.boards for codes in board.needs_draw]
    return matters + [NEEDS_DRAW(names=_names(contest, codes)) for codes in draws]


def _untouched(contest: Contest, entries: Sequence[Entry]) -> list[Text]:
    """Who waits to be scored; where nobody judges, which values are not in yet."""
    if contest.plan.has_live or contest.judges:
        return [NOT_SCORED(names=_names(contest, [entry.code for entry in entries]))]
    return [
        NO_VALUES(part=part.name, names=_names(contest, codes))
        for part in contest.plan.components
        if (codes := [entry.code for entry in entries if part.key not in entry.values])
    ]


def _incomplete(round_: Round, standings: Standings) -> list[Entry]:
    rows = (row for board in standings.boards for row in board.rows)
    codes = {row.code for row in rows if row.result.status is Status.INCOMPLETE}
    return [entry for entry in round_.entries if entry.code in codes]


def _was_begun(entry: Entry) -> bool:
    return bool(entry.version or entry.ballots)


def _lacking(contest: Contest, round_: Round, entry: Entry) -> Text:
    reasons = listed(short_lacks(contest, round_, entry))
    return LACKS(name=contest.called(entry.code), reasons=reasons)


def _names(contest: Contest, codes: Sequence[str]) -> Text:
    return listed([plain(contest.called(code)) for code in codes])
