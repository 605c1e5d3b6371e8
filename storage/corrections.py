"""What a correction after the closing of a round changed (rules.md, Corrections and Next round)."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from scoring.ballots import read_scores
from scoring.conduct import round_of
from scoring.contest import Ballot
from scoring.corrections import changed, lineup_differs
from scoring.corrections import foreseen as foreseen_by
from scoring.rounds import returning
from scoring.text import Text
from storage.contest_file import ContestFile
from storage.journal import Record, record_of
from storage.rows import first


def corrected(file: ContestFile, number: int) -> list[Text]:
    """In plain words: how the result of a round differs from the one it was closed with before, and a line-up made
    from it from one made now; empty where nothing does. Raises `Unknown`.
    """
    with file.plain() as connection:
        contest = file.contest
        round_, standings = round_of(contest, number), file.standings(number)
        earlier = _last(connection, "close-round", number, besides=round_.closed)
        following = _last(connection, "next-round", number + 1)
    lines = changed(earlier.after["standings"], standings) if earlier else []
    if following and standings.final:
        lines += lineup_differs(contest, number + 1, following.after["returning"], returning(round_, standings))
    return lines


def foreseen(file: ContestFile, number: int, code: str, judge: str, scores: Mapping[str, object]) -> list[Text]:
    """What a judge's ballot with these scores for an entry of a round would change, in plain words; nothing is stored.

    Raises `Unknown`, `BadInput`.
    """
    contest = file.contest
    ballot = Ballot(judge, read_scores(contest.plan, scores))
    with file.plain() as connection:
        following = _last(connection, "next-round", number + 1)
    return foreseen_by(contest, number, code, ballot, following.after["returning"] if following else None)


def _last(connection: sqlite3.Connection, what: str, number: int, besides: int | None = None) -> Record | None:
    """The newest record of a kind about a round, but for one."""
    wanted = "SELECT * FROM journal WHERE what = ? AND round = ? AND number IS NOT ? ORDER BY number DESC LIMIT 1"
    row = first(connection, wanted, what, number, besides)
    return record_of(row) if row else None
