"""Operations on ballots: from a panel, from paper, returned, offered (link.md; rules.md, Corrections)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from scoring import conduct
from scoring.ballots import read_scores, score_faults
from scoring.contest import Ballot, Entry, Round
from scoring.errors import ArenaError, BadInput, Fault, NotNow, Unknown
from scoring.plan import Judge
from scoring.points import written
from scoring.text import Text
from storage.contest_file import OPERATOR, Actor, ContestFile, Operation
from storage.journal import Draft, canonical, stamp
from storage.load import ballot_of
from storage.marks import note_sheet
from storage.rows import first, insert, rows
from storage.seats import sits

if TYPE_CHECKING:
    from scoring.grid import Grid

NO_OFFER = Text("没有这份待接收的评分表", "no such ballot is on offer")
LINK_DEAD = Text("链接已更换，请重新扫码", "the link was taken back; scan the code again")
OTHER_ROUND = Text("这份评分表属于第 {number} 轮", "the ballot belongs to round {number}")

_SENT_BEFORE = "SELECT * FROM ballot WHERE judge = ? AND ballot_id = ?"
_OWN = "SELECT * FROM ballot WHERE judge = ? AND person = ? AND (record > ? OR ended > ?) ORDER BY record"
_ROUND_OF = "SELECT round FROM journal WHERE number = ? AND round > 0"
_ON_OFFER = "SELECT 1 FROM offer WHERE judge = ? AND ballot_id = ?"
_ACCEPTED = "UPDATE offer SET state = 'accepted' WHERE judge = ? AND ballot_id = ?"
_DECLINED = "UPDATE offer SET state = 'declined' WHERE judge = ? AND ballot_id = ?"
_OPEN_OFFER = "SELECT * FROM offer WHERE ballot_id = ? AND state = 'open' ORDER BY offered_at"
"""Ids are a panel's own: of two that are the same the older one is meant, which is listed first."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a ballot is on disk: its id, when it was stored (UTC), the revision that stored it.

    `current` is False once the ballot was returned or replaced; `fresh` says that this very call stored it.
    """

    ballot_id: str
    stored_at: str
    revision: int
    current: bool
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A ballot that a panel holds and the desk lacks; times are UTC, `made_at` the panel's own; round 0: not said.

    `person` is whose it is: who sat in the seat when it was offered.
    """

    judge: str
    ballot_id: str
    contestant: str
    round: int
    version: int
    scores: Mapping[str, str]
    made_at: str
    offered_at: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class PastBallot:
    """A ballot of a judge as their own panel may see it; `ended_how` is None, returned or replaced."""

    ballot: Ballot
    round: int
    contestant: str
    ended_how: str | None


def _receipt(connection: sqlite3.Connection, judge: str, ballot_id: str) -> Receipt | None:
    """The receipt of a ballot that this seat sent before (link.md, guarantee 2)."""
    row = first(connection, _SENT_BEFORE, judge, ballot_id)
    return Receipt(row["ballot_id"], row["stored_at"], row["record"], row["ended"] is None) if row else None


@dataclass(frozen=True, slots=True)
class Sent:
    """A ballot as it came from a panel. `token` is that of the link over which it came, None where it came over none;
    `faults` is what is wrong with it apart from its scores, by field.
    """

    judge: str
    entry: str
    ballot_id: str
    version: int
    scores: Mapping[str, object]
    replaces: str | None = None
    token: str | None = None
    faults: Mapping[str, Text] = field(default_factory=dict)


class LinkDead(ArenaError):
    """The link of a ballot was taken back while the ballot was under way."""

    def __init__(self) -> None:
        super().__init__(LINK_DEAD)


def put_ballots(file: ContestFile, sent: Sequence[Sent]) -> list[Receipt | ArenaError]:
    """Store ballots from panels that came at the same time: in the order given, in one commit.

    Each gets its receipt or its refusal: `LinkDead`, `Unknown`, `NotNow` with the code of link.md, or `BadInput` with
    every fault. A refused one keeps no other out. Raises `NotNow` where the file cannot be written: none is stored.
    """
    with file.write(Actor("judges")) as op:
        return [_answered(op, each) for each in sent]


def _answered(op: Operation, sent: Sent) -> Receipt | ArenaError:
    op.by = Actor(f"judge {sent.judge}")
    try:
        return _put(op, sent)
    except ArenaError as error:  # all checks come before the first row that is written
        return error


def _put(op: Operation, sent: Sent) -> Receipt:
    if sent.token is not None and not sits(op.connection, sent.judge, sent.token):
        raise LinkDead
    known = _receipt(op.connection, sent.judge, sent.ballot_id)
    if known:
        return known
    if sent.faults:
        conduct.entry_of(op.contest.live_round, sent.entry)
        faults = {**sent.faults, **score_faults(op.contest.plan, sent.scores)}
        raise BadInput([Fault(text, key=key) for key, text in faults.items()])
    seat = conduct.judge_of(op.contest, sent.judge)
    entry = conduct.check_ballot(op.contest, sent.entry, seat, version_=sent.version, replaces=sent.replaces)
    points = read_scores(op.contest.plan, sent.scores)
    return _store(op, seat, entry, points, ballot_id=sent.ballot_id, source="panel", why="")


def put_ballot(
    file: ContestFile,
    judge: str,
    code: str,
    *,
    ballot_id: str,
    version: int,
    scores: Mapping[str, object],
    replaces: str | None = None,
) -> Receipt:
    """Store a ballot from a judge's panel; the same id again gets the same receipt and changes nothing.

    Raises `Unknown`, `NotNow` with the code of link.md, or `BadInput` with every bad score.
    """
    (answer,) = put_ballots(file, [Sent(judge, code, ballot_id, version, scores, replaces)])
    if isinstance(answer, ArenaError):
        raise answer
    return answer


def enter_ballot(
    file: ContestFile,
    judge: str,
    code: str,
    scores: Mapping[str, object],
    *,
    reason: str,
    replaces: str | None = None,
    number: int | None = None,
    by: Actor = OPERATOR,
) -> int:
    """Enter a ballot from paper on behalf of a judge, in the latest round or in that of a number: an earlier one is
    reopened by it, and the line-ups that followed stay. Raises `Unknown`, `NotNow`, `BadInput`.
    """
    with file.write(by) as op:
        round_ = conduct.round_of(op.contest, number)
        seat = conduct.judge_of(op.contest, judge)
        conduct.check_seated(op.contest, seat)
        entry = conduct.check_enter(round_, code, seat)
        points = read_scores(op.contest.plan, scores)
        conduct.check_replaces(entry, judge, replaces)
        whose = seat if round_ is op.contest.live_round else conduct.sat_there(round_, entry, seat)
        _store(op, whose, entry, points, ballot_id=_paper_id(), source="paper", why=reason, round_=round_)
    return op.last.number


def score_from_file(
    file: ContestFile,
    source: Path | Grid,
    *,
    reason: str,
    replace: bool = False,
    seen: int | None = None,
    by: Actor = OPERATOR,
) -> tuple[int, int]:
    """Store every ballot of a sheet, or none. Returns how many, and the revision. Raises `BadInput`.

    With `replace` ballots that exist give way, of those that were stored by the revision `seen` if one is given.
    Those of crowds become one record, which an undo takes back.
    """
    from scoring.crowd_file import brought
    from storage.sheets import as_grid

    grid = as_grid(source)
    with file.write(by) as op:
        found = brought(grid, op.contest, replace=replace, seen=seen)
        ballots, sheet = found.taken()
        for ballot in ballots:
            entry = conduct.entry_of(op.contest.live_round, ballot.contestant)
            seat = conduct.judge_of(op.contest, ballot.judge)
            _store(op, seat, entry, ballot.scores, ballot_id=_paper_id(), source="paper", why=reason)
        if sheet:
            note_sheet(op, sheet, replaced=found.replaced, reason=reason)
    return len(ballots) + found.crowd, op.last.number


def _paper_id() -> str:
    from uuid import uuid4

    return f"paper-{uuid4()}"


def _store(
    op: Operation,
    seat: Judge,
    entry: Entry,
    points: Mapping[str, Decimal],
    *,
    ballot_id: str,
    source: str,
    why: str,
    round_: Round | None = None,
) -> Receipt:
    """Write a ballot that was checked, into the latest round unless another is given."""
    stored = entry.ballots.get(seat.code)
    after = {
        "entry": entry.code,
        "judge": seat.code,
        "person": seat.name,
        "ballot_id": ballot_id,
        "version": conduct.version(entry, seat.code),
        "scores": {key: written(value) for key, value in points.items()},
        "source": source,
    }
    round_ = round_ or op.contest.live_round
    draft = Draft("ballot", after, before=_before(stored) if stored else None, round=round_.number, why=why)
    record = op.correct(round_, draft)
    op.connection.execute(_ACCEPTED, (seat.code, ballot_id))
    return Receipt(ballot_id, record.at, record.number, current=True, fresh=True)


def _before(ballot: Ballot) -> dict[str, object]:
    scores = {key: written(value) for key, value in ballot.scores.items()}
    return {"record": ballot.record, "ballot_id": ballot.ballot_id, "scores": scores}


def return_ballot(file: ContestFile, judge: str, code: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Give a ballot of the called entry back to its judge, for whom alone it is open again.

    Raises `Unknown`, `NotNow`.
    """
    with file.write(by) as op:
        round_ = op.contest.live_round
        entry = conduct.check_return(op.contest, conduct.judge_of(op.contest, judge), code)
        before = _before(entry.ballots[judge])
        after = {"entry": code, "judge": judge}
        op.correct(round_, Draft("return-ballot", after, before=before, round=round_.number, why=reason))
    return op.last.number


def history(file: ContestFile, judge: str, *, since: int = 0) -> list[PastBallot]:
    """All ballots that the person now in a seat has stored, oldest first; those that a record after `since` stored or
    ended.
    """
    person = conduct.judge_of(file.contest, judge).name
    with file.plain() as connection:
        found = rows(connection, _OWN, judge, person, since, since)
        return [PastBallot(ballot_of(row), row["round"], row["contestant"], row["ended_how"]) for row in found]


def offer(file: ContestFile, judge: str, offers: Sequence[Offer]) -> int:
    """Note ballots that a panel holds and the desk lacks; those it has or knows of are passed over.

    A ballot that names no round belongs to that of its version, which is the number of a record; to the latest where
    the file lacks that record, as a restored backup does.
    Returns how many are new. Nothing is counted until the organizer accepts it. Raises `Unknown`.
    """
    new = 0
    with file.plain() as connection, connection:
        connection.execute("BEGIN IMMEDIATE")
        person = conduct.judge_of(file.contest, judge).name
        for each in offers:
            if _receipt(connection, judge, each.ballot_id) or first(connection, _ON_OFFER, judge, each.ballot_id):
                continue
            row = {
                "judge": judge,
                "ballot_id": each.ballot_id,
                "contestant": each.contestant,
                "round": each.round or _round_of(file, connection, each.version),
                "version": each.version,
                "scores": canonical(dict(each.scores)),
                "made_at": each.made_at,
                "offered_at": stamp(None),
                "state": "open",
                "person": person,
            }
            insert(connection, "offer", row)
            new += 1
    return new


def _round_of(file: ContestFile, connection: sqlite3.Connection, version: int) -> int:
    row = first(connection, _ROUND_OF, version)
    return row["round"] if row else file.contest.live_round.number


def open_offers(file: ContestFile) -> list[Offer]:
    """Ballots on offer that the organizer has neither accepted nor declined, oldest first."""
    with file.plain() as connection:
        found = rows(connection, "SELECT * FROM offer WHERE state = 'open' ORDER BY offered_at")
        return [_offer(row, row["person"] or conduct.judge_of(file.contest, row["judge"]).name) for row in found]


def _offer(row: sqlite3.Row, person: str) -> Offer:
    return Offer(
        judge=row["judge"],
        ballot_id=row["ballot_id"],
        contestant=row["contestant"],
        round=row["round"],
        version=row["version"],
        scores=json.loads(row["scores"]),
        made_at=row["made_at"],
        offered_at=row["offered_at"],
        person=person,
    )


def accept_offer(
    file: ContestFile, ballot_id: str, *, reason: str, replaces: str | None = None, by: Actor = OPERATOR
) -> int:
    """Store a ballot on offer; it stays with the person who offered it. Raises `Unknown`, `NotNow`, `BadInput`."""
    with file.write(by) as op:
        row = _open_offer(op, ballot_id)
        if row["round"] != op.contest.live_round.number:
            raise NotNow("other_round", OTHER_ROUND(number=row["round"]))
        seat = conduct.judge_of(op.contest, row["judge"])
        conduct.check_seated(op.contest, seat)
        entry = conduct.check_enter(op.contest.live_round, row["contestant"], seat)
        points = read_scores(op.contest.plan, json.loads(row["scores"]))
        conduct.check_replaces(entry, row["judge"], replaces)
        whose = replace(seat, name=row["person"] or seat.name)
        _store(op, whose, entry, points, ballot_id=ballot_id, source="offer", why=reason)
    return op.last.number


def decline_offer(file: ContestFile, ballot_id: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Put away a ballot on offer, of whatever round: it does not count, and the journal keeps what it said.

    Raises `Unknown`.
    """
    with file.write(by) as op:
        row = _open_offer(op, ballot_id)
        said = {key: row[key] for key in ("judge", "person", "ballot_id", "round", "made_at")}
        after = {**said, "entry": row["contestant"], "scores": json.loads(row["scores"])}
        op.record(Draft("decline-offer", after, why=reason))
        op.connection.execute(_DECLINED, (row["judge"], ballot_id))
    return op.last.number


def _open_offer(op: Operation, ballot_id: str) -> sqlite3.Row:
    row = first(op.connection, _OPEN_OFFER, ballot_id)
    if row is None:
        raise Unknown(NO_OFFER, key="ballot_id")
    return row
