"""Operations on rounds and on the roster (rules.md, Next round)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scoring import conduct
from scoring.contest import Signer
from scoring.errors import BadInput
from scoring.incoming import taken
from scoring.plan import Contestant
from scoring.rounds import check_close_round, check_next_round, check_sign_off, returning
from scoring.standings import standings_json
from storage.contest_file import OPERATOR, Actor, ContestFile, Operation
from storage.journal import Draft
from storage.people import contestant_json

if TYPE_CHECKING:
    from scoring.grid import Grid


def close_round(file: ContestFile, number: int | None = None, *, by: Actor = OPERATOR) -> int:
    """Make the result of a round final; again changes nothing. Raises `NotNow` with all that stands in the way."""
    with file.write(by) as op:
        round_ = conduct.round_of(op.contest, number)
        if round_.closed is None:
            standings = file.standings(round_.number)
            check_close_round(op.contest, round_, standings)
            op.record(Draft("close-round", {"standings": standings_json(standings)}, round=round_.number))
    return op.last.number


def sign_off(file: ContestFile, names: Mapping[Signer, str], *, number: int | None = None, by: Actor = OPERATOR) -> int:
    """Put names to the result of a closed round, in place of those given before. Raises `NotNow`, `BadInput`.

    A correction reopens the round and takes the names away with it: what is signed cannot change.
    """
    with file.write(by) as op:
        round_ = conduct.round_of(op.contest, number)
        kept = check_sign_off(round_, names)
        known = {signer: each.name for signer, each in round_.signatures.items()}
        for signer, name in kept.items():
            if name != known.get(signer):
                before = {"name": known[signer]} if signer in known else None
                after = {"role": signer.value, "name": name}
                op.record(Draft("sign-off", after, before=before, round=round_.number))
    return op.last.number


def next_round(file: ContestFile, codes: Sequence[str] = (), *, by: Actor = OPERATOR) -> int:
    """Begin the next round: who returns, in line-up order, then the codes given. Raises `NotNow`, `BadInput`."""
    with file.write(by) as op:
        round_ = op.contest.live_round
        back = returning(round_, file.standings())
        lineup = check_next_round(op.contest, back, codes)
        op.record(Draft("next-round", {"lineup": list(lineup), "returning": back}, round=round_.number + 1))
    return op.last.number


def add_to_roster(file: ContestFile, source: Path | Grid, *, by: Actor = OPERATOR) -> tuple[int, int]:
    """Add contestants of a sheet or rename them; codes stay. Returns how many were added and changed.

    Raises `BadInput`.
    """
    from scoring.roster import roster_lines
    from storage.sheets import as_grid

    grid = as_grid(source)
    with file.write(by) as op:
        return _change_roster(op, taken(roster_lines(grid, op.contest)))


def change_roster(file: ContestFile, contestants: Sequence[Contestant], *, by: Actor = OPERATOR) -> tuple[int, int]:
    """Add contestants, or change those whose codes are known. Returns how many were added and changed.

    Raises `BadInput`.
    """
    from scoring.roster import contestant_faults, twice

    with file.write(by) as op:
        faults = [fault for each in contestants for fault in contestant_faults(op.contest, each)]
        faults += twice(contestants)
        if faults:
            raise BadInput(faults)
        return _change_roster(op, contestants)


def _change_roster(op: Operation, contestants: Sequence[Contestant]) -> tuple[int, int]:
    known = op.contest.contestants
    new = [each for each in contestants if each.code not in known]
    changed = [each for each in contestants if each.code in known and known[each.code] != each]
    if new or changed:
        before = {"contestants": [contestant_json(known[each.code]) for each in changed]}
        after = {"contestants": [contestant_json(each) for each in (*changed, *new)]}
        op.record(Draft("roster", after, before=before))
    return len(new), len(changed)
