"""The end of a round: closing it, signing its result, and the line-up of the next (rules.md, Next round)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.conduct import STILL_OPEN, entry_of, lacks, scoring_open
from scoring.contest import Contest, Round, Signer
from scoring.errors import BadInput, Fault, NotNow, Unknown
from scoring.results import Row, Standings, Status
from scoring.text import Text, listed

ROUND_NOT_FINAL = Text("成绩还不能确认", "the result cannot be made final yet")
ROUND_NOT_CLOSED = Text("第 {number} 轮还没有确认成绩", "round {number} is not closed")
ALREADY_IN = Text("“{code}”已在出场名单里", "'{code}' is already in the line-up")
NO_CONTESTANT = Text("名单里没有参赛单位“{code}”", "there is no contestant '{code}' in the roster")
ENTRY_LACKS = Text("{code} {name}：{reasons}", "{code} {name}: {reasons}")
NEEDS_DRAW = Text("需要抽签：{names}", "a draw is needed between {names}")
NO_NAME = Text("请填写签名人的姓名（不超过 {n} 个字）", "give the name of who signs ({n} characters at most)")
LONGEST_NAME = 100
EMPTY_LINEUP = Text("出场名单是空的", "the line-up is empty")


def closing_blockers(contest: Contest, round_: Round, standings: Standings) -> list[Text]:
    """What stands in the way of closing a round; empty when it can be closed."""
    if not round_.entries:
        return [EMPTY_LINEUP]
    entry = scoring_open(round_)
    blockers = [STILL_OPEN(name=contest.called(entry.code))] if entry else []
    for board in standings.boards:
        blockers += [_lacking(contest, round_, row) for row in board.rows if row.result.status is Status.INCOMPLETE]
        blockers += [NEEDS_DRAW(names=_names(contest, codes)) for codes in board.needs_draw]
    return blockers


def may_close_round(round_: Round, standings: Standings) -> bool:
    """Whether nothing stands in the way of closing a round; what does is not put into words."""
    complete = all(row.result.status is not Status.INCOMPLETE for board in standings.boards for row in board.rows)
    drawn = not any(board.needs_draw for board in standings.boards)
    return bool(round_.entries) and scoring_open(round_) is None and complete and drawn


def check_close_round(contest: Contest, round_: Round, standings: Standings) -> None:
    """May the round be closed? Only when it is final. Raises `NotNow` with the blockers."""
    blockers = closing_blockers(contest, round_, standings)
    if blockers:
        raise NotNow("not_final", ROUND_NOT_FINAL, blockers=blockers)


def check_sign_off(round_: Round, names: Mapping[Signer, str]) -> dict[Signer, str]:
    """The names that are put to the result of a closed round, as they are kept. Raises `NotNow`, `BadInput`."""
    if round_.closed is None:
        raise NotNow("not_closed", ROUND_NOT_CLOSED(number=round_.number))
    kept = {signer: " ".join(name.split()) for signer, name in names.items()}
    faults = [
        Fault(NO_NAME(n=LONGEST_NAME), key=signer.value)
        for signer, name in kept.items()
        if not name or len(name) > LONGEST_NAME
    ]
    if faults:
        raise BadInput(faults)
    return kept


def check_next_round(contest: Contest, returning: Sequence[str], codes: Sequence[str]) -> tuple[str, ...]:
    """The line-up of the next round: who returns, then the codes given. Raises `NotNow`, `BadInput`, `Unknown`."""
    round_ = contest.live_round
    if round_.closed is None:
        raise NotNow("not_closed", ROUND_NOT_CLOSED(number=round_.number))
    unknown = [NO_CONTESTANT(code=code[:40]) for code in codes if code not in contest.contestants]
    if unknown:
        raise Unknown(*unknown, key="entries")
    lineup = (*returning, *codes)
    twice = [code for place, code in enumerate(lineup) if code in lineup[:place]]
    if twice:
        raise BadInput([Fault(ALREADY_IN(code=code), key="entries") for code in twice])
    return lineup


def returning(round_: Round, standings: Standings) -> list[str]:
    """Who of a round must come back, in the order of its line-up (rules.md, Next round)."""
    flagged = {row.code for board in standings.boards for row in board.rows if row.returns}
    return [entry.code for entry in round_.entries if entry.code in flagged]


def _lacking(contest: Contest, round_: Round, row: Row) -> Text:
    reasons = listed(lacks(contest, round_, entry_of(round_, row.code)))
    return ENTRY_LACKS(code=row.code, name=row.name, reasons=reasons)


def _names(contest: Contest, codes: Sequence[str]) -> Text:
    return listed(contest.called(code) for code in codes)
