"""Operations on rounds and on the roster (rules.md, Next round)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scoring import conduct
from scoring.people_file import read_contestants
from scoring.standings import standings_json
from storage.contest_file import OPERATOR, Actor, ContestFile, contestant_json
from storage.journal import Draft


def close_round(file: ContestFile, number: int | None = None, *, by: Actor = OPERATOR) -> int:
    """Make the result of a round final; again changes nothing. Raises `NotNow` with all that stands in the way."""
    with file.write(by) as op:
        round_ = conduct.round_of(op.contest, number)
        if round_.closed is None:
            standings = file.standings(round_.number)
            conduct.check_close_round(op.contest, round_, standings)
            op.record(Draft("close-round", {"standings": standings_json(standings)}, round=round_.number))
    return op.last.number


def next_round(file: ContestFile, codes: Sequence[str] = (), *, by: Actor = OPERATOR) -> int:
    """Begin the next round: who returns, in line-up order, then the codes given. Raises `NotNow`, `BadInput`."""
    with file.write(by) as op:
        round_ = op.contest.live_round
        returning = conduct.returning(round_, file.standings())
        lineup = conduct.check_next_round(op.contest, returning, codes)
        op.record(Draft("next-round", {"lineup": list(lineup), "returning": returning}, round=round_.number + 1))
    return op.last.number


def add_to_roster(file: ContestFile, path: Path, *, by: Actor = OPERATOR) -> tuple[int, int]:
    """Add contestants or rename them; codes stay. Returns how many were added and changed. Raises `BadInput`."""
    with file.write(by) as op:
        known = op.contest.contestants
        read = read_contestants(path, op.contest.plan)
        new = [each for each in read if each.code not in known]
        changed = [each for each in read if each.code in known and known[each.code] != each]
        if new or changed:
            before = {"contestants": [contestant_json(known[each.code]) for each in changed]}
            after = {"contestants": [contestant_json(each) for each in (*changed, *new)]}
            op.record(Draft("roster", after, before=before))
    return len(new), len(changed)
