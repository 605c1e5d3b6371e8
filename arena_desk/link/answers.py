"""What each reader may see, as JSON: the judge's own panel, the hosts' words, the public board."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from arena_desk.link.host_words import said_now
from scoring import conduct
from scoring.arithmetic import expects
from scoring.contest import Ballot, Contest, Entry, Phase
from scoring.plan import Judge
from scoring.points import plain_decimal
from scoring.projection import board_views, entry_view, finale_told, upcoming
from scoring.results import Standings
from scoring.text import Language
from scoring.views import BoardRow, BoardView

Json = dict[str, Any]


def judge_json(judge: Judge) -> Json:
    """Who sits in a seat."""
    return asdict(judge)


def panel_json(contest: Contest, code: str, *, revision: int, devices: int) -> Json:
    """All that a judge's panel may know but for its earlier ballots; `devices` are linked to the seat now."""
    judge = conduct.judge_of(contest, code)
    round_ = contest.live_round
    entry = round_.on_stage
    return {
        "revision": revision,
        "judge": judge_json(judge),
        "devices": devices,
        "contest": contest.plan.title,
        "round": round_.number,
        "round_closed": round_.closed is not None,
        "rehearsal": contest.rehearsal,
        "step": plain_decimal(contest.plan.step),
        "resend": contest.plan.resend,
        "criteria": _criteria(contest),
        "absent": code in round_.absent or code in round_.left,
        **_on_stage(contest, judge, entry),
    }


def _criteria(contest: Contest) -> list[Json]:
    return [
        {
            "key": criterion.key,
            "name": criterion.name,
            "min": plain_decimal(criterion.min),
            "max": plain_decimal(criterion.max),
            "step": plain_decimal(contest.plan.step),
            "weight": plain_decimal(criterion.weight),
        }
        for criterion in contest.plan.criteria
    ]


def _on_stage(contest: Contest, judge: Judge, entry: Entry | None) -> Json:
    if entry is None:
        return {
            "entry": None,
            "phase": Phase.WAITING.value,
            "open": False,
            "recused": False,
            "seat_scored": False,
            "returned": None,
            "ballot": None,
        }
    round_ = contest.live_round
    view = entry_view(contest, round_, entry.code)
    version = conduct.version(entry, judge.code)
    expected = expects(round_, entry, judge.code)
    stored, taken = entry.ballots.get(judge.code), conduct.scored_by_another(entry, judge)
    given = None if stored else entry.returned.get(judge.code)
    who = {"code": view.code, "name": view.name, "number": view.number, "category": view.category}
    return {
        "entry": {**who, "version": version},
        "phase": entry.phase.value,
        "open": expected and not taken and conduct.open_for(round_, entry, judge.code),
        "recused": not expected,
        "seat_scored": taken,
        "returned": {"reason": given.reason, "at": given.at} if given and given.person == judge.name else None,
        "ballot": ballot_json(stored, entry.code) if stored and not taken else None,
    }


def ballot_json(ballot: Ballot, entry: str) -> Json:
    """A ballot as its judge and the operator see it; `source` is `paper` where the staff entered it for the judge."""
    stored = conduct.stored_ballot(ballot.ballot_id, ballot.scores, ballot.stored_at)
    return {**stored, "entry": entry, "version": ballot.version, "source": ballot.source}


def board_json(contest: Contest, standings: Standings, revision: int) -> Json:
    """The public board: what has been revealed, and nothing else."""
    return {
        "revision": revision,
        "contest": contest.plan.title,
        "round": contest.live_round.number,
        "rehearsal": contest.rehearsal,
        "boards": _boards(contest, standings),
    }


def _boards(contest: Contest, standings: Standings) -> list[Json]:
    return [_board(view) for view in board_views(contest, standings)]


def _board(view: BoardView) -> Json:
    return {
        "key": view.key,
        "name": view.name,
        "revealed": view.revealed,
        "total": view.total,
        "status": "final" if view.final else "provisional",
        "final": view.final,
        "needs_draw": [list(codes) for codes in view.needs_draw],
        "rows": [_board_row(row) for row in view.rows],
        "away": [_board_row(row) for row in view.away],
    }


def _board_row(row: BoardRow) -> Json:
    return {
        "rank": row.rank,
        "code": row.code,
        "name": row.name,
        "published": row.score,
        "status": row.status,
        "grade": row.grade,
        "returns": row.returns,
        "tied": row.tied,
        "review": row.review,
    }


def host_json(contest: Contest, standings: Standings, revision: int, language: Language) -> Json:
    """What the host may say now; like the stage, without the boards until a final reveal is over."""
    on_stage, lines = said_now(contest, standings)
    following, told = upcoming(contest), finale_told(contest, standings)
    return {
        "revision": revision,
        "contest": contest.plan.title,
        "round": contest.live_round.number,
        "rehearsal": contest.rehearsal,
        "entry": asdict(on_stage) if on_stage else None,
        "next": asdict(following) if following else None,
        "lines": [line.said(language) for line in lines],
        "boards": [] if told and not told.is_over else _boards(contest, standings),
    }
