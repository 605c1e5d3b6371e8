"""Operations on rounds and on the roster (rules.md, Next round)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from scoring import conduct
from scoring.contest import Contest, Signer
from scoring.errors import BadInput, Fault
from scoring.people_file import read_contestants
from scoring.plan import Contestant
from scoring.standings import standings_json
from scoring.text import Text
from storage.contest_file import OPERATOR, Actor, ContestFile, contestant_json
from storage.journal import Draft

KEEPS_CATEGORY = Text(
    "“{code}”已在出场名单里，不能换类别：换类别会换榜，改变已有的成绩",
    "'{code}' is in a line-up and keeps its category: another category is another board, and would change results",
)


def close_round(file: ContestFile, number: int | None = None, *, by: Actor = OPERATOR) -> int:
    """Make the result of a round final; again changes nothing. Raises `NotNow` with all that stands in the way."""
    with file.write(by) as op:
        round_ = conduct.round_of(op.contest, number)
        if round_.closed is None:
            standings = file.standings(round_.number)
            conduct.check_close_round(op.contest, round_, standings)
            op.record(Draft("close-round", {"standings": standings_json(standings)}, round=round_.number))
    return op.last.number


def sign_off(file: ContestFile, names: Mapping[Signer, str], *, number: int | None = None, by: Actor = OPERATOR) -> int:
    """Put names to the result of a closed round, in place of those given before. Raises `NotNow`, `BadInput`.

    A correction reopens the round and takes the names away with it: what is signed cannot change.
    """
    with file.write(by) as op:
        round_ = conduct.round_of(op.contest, number)
        kept = conduct.check_sign_off(round_, names)
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
        faults = [_moved(path, each) for each in changed if _changes_board(op.contest, each)]
        if faults:
            raise BadInput(faults)
        if new or changed:
            before = {"contestants": [contestant_json(known[each.code]) for each in changed]}
            after = {"contestants": [contestant_json(each) for each in (*changed, *new)]}
            op.record(Draft("roster", after, before=before))
    return len(new), len(changed)


def _changes_board(contest: Contest, read: Contestant) -> bool:
    """Whether a contestant that stands in a line-up would go to another category, and so to another board."""
    in_lineup = any(round_.entry(read.code) for round_ in contest.rounds)
    return in_lineup and contest.contestants[read.code].category != read.category


def _moved(path: Path, read: Contestant) -> Fault:
    return Fault(KEEPS_CATEGORY(code=read.code), file=path.name, key="category")
