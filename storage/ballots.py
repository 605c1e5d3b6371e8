"""Operations on ballots: from a panel, from paper, returned, offered (link.md; rules.md, Corrections)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from sqlmodel import Session, col, select

from scoring import conduct
from scoring.ballots import read_scores
from scoring.bringing import paper_lines
from scoring.contest import Ballot, Entry
from scoring.errors import NotNow, Unknown
from scoring.grid import Grid
from scoring.incoming import taken
from scoring.plan import Judge
from scoring.points import written
from scoring.text import Text
from storage.contest_file import OPERATOR, Actor, ContestFile, Operation
from storage.journal import Draft, canonical, stamp
from storage.load import ballot_of
from storage.sheets import as_grid
from storage.tables import BallotRow, OfferRow

NO_OFFER = Text("没有这份待接收的评分表", "no such ballot is on offer")
OTHER_ROUND = Text("这份评分表属于第 {number} 场", "the ballot belongs to round {number}")


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
    """A ballot that a panel holds and the desk lacks; times are UTC, `made_at` the panel's own.

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


def find_receipt(file: ContestFile, judge: str, ballot_id: str) -> Receipt | None:
    """The receipt of a ballot that this seat sent before (link.md, guarantee 2)."""
    with file.session() as session:
        return _receipt(session, judge, ballot_id)


def _receipt(session: Session, judge: str, ballot_id: str) -> Receipt | None:
    wanted = select(BallotRow).where(col(BallotRow.judge) == judge, col(BallotRow.ballot_id) == ballot_id)
    row = session.exec(wanted).first()
    return Receipt(row.ballot_id, row.stored_at, row.record, row.ended is None) if row else None


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
    with file.write(Actor(f"judge {judge}")) as op:
        known = _receipt(op.session, judge, ballot_id)
        if known is None:
            seat = conduct.judge_of(op.contest, judge)
            entry = conduct.check_ballot(op.contest, code, seat, version_=version, replaces=replaces)
            points = read_scores(op.contest.plan, scores)
            known = _store(op, seat, entry, points, ballot_id=ballot_id, source="panel", why="")
    return known


def enter_ballot(
    file: ContestFile,
    judge: str,
    code: str,
    scores: Mapping[str, object],
    *,
    reason: str,
    replaces: str | None = None,
    by: Actor = OPERATOR,
) -> int:
    """Enter a ballot from paper on behalf of a judge. Raises `Unknown`, `NotNow`, `BadInput`."""
    with file.write(by) as op:
        seat = conduct.judge_of(op.contest, judge)
        entry = conduct.check_enter(op.contest, code, seat)
        points = read_scores(op.contest.plan, scores)
        conduct.check_replaces(entry, judge, replaces)
        _store(op, seat, entry, points, ballot_id=_paper_id(), source="paper", why=reason)
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
    """
    grid = as_grid(source)
    with file.write(by) as op:
        ballots = taken(paper_lines(grid, op.contest, replace=replace, seen=seen))
        for ballot in ballots:
            entry = conduct.entry_of(op.contest.live_round, ballot.contestant)
            seat = conduct.judge_of(op.contest, ballot.judge)
            _store(op, seat, entry, ballot.scores, ballot_id=_paper_id(), source="paper", why=reason)
    return len(ballots), op.last.number


def _paper_id() -> str:
    return f"paper-{uuid4()}"


def _store(
    op: Operation, seat: Judge, entry: Entry, points: Mapping[str, Decimal], *, ballot_id: str, source: str, why: str
) -> Receipt:
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
    round_ = op.contest.live_round
    draft = Draft("ballot", after, before=_before(stored) if stored else None, round=round_.number, why=why)
    record = op.correct(round_, draft)
    offered = op.session.get(OfferRow, (seat.code, ballot_id))
    if offered:
        offered.state = "accepted"
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


def history(file: ContestFile, judge: str) -> list[PastBallot]:
    """All ballots that the person now in a seat has stored, oldest first."""
    person = conduct.judge_of(file.contest, judge).name
    with file.session() as session:
        rows = session.exec(
            select(BallotRow)
            .where(col(BallotRow.judge) == judge, col(BallotRow.person) == person)
            .order_by(col(BallotRow.record))
        )
        return [PastBallot(ballot_of(row), row.round, row.contestant, row.ended_how) for row in rows]


def offer(file: ContestFile, judge: str, offers: Sequence[Offer]) -> int:
    """Note ballots that a panel holds and the desk lacks; those it has or knows of are passed over.

    Returns how many are new. Nothing is counted until the organizer accepts it. Raises `Unknown`.
    """
    new = 0
    with file.session() as session:
        person = conduct.judge_of(file.contest, judge).name
        for each in offers:
            if _receipt(session, judge, each.ballot_id) or session.get(OfferRow, (judge, each.ballot_id)):
                continue
            session.add(
                OfferRow(
                    judge=judge,
                    ballot_id=each.ballot_id,
                    contestant=each.contestant,
                    round=each.round,
                    version=each.version,
                    scores=canonical(dict(each.scores)),
                    made_at=each.made_at,
                    offered_at=stamp(None),
                    person=person,
                )
            )
            new += 1
    return new


def open_offers(file: ContestFile) -> list[Offer]:
    """Ballots on offer that the organizer has not accepted, oldest first."""
    with file.session() as session:
        rows = session.exec(select(OfferRow).where(col(OfferRow.state) == "open").order_by(col(OfferRow.offered_at)))
        return [_offer(row, row.person or conduct.judge_of(file.contest, row.judge).name) for row in rows]


def _offer(row: OfferRow, person: str) -> Offer:
    return Offer(
        judge=row.judge,
        ballot_id=row.ballot_id,
        contestant=row.contestant,
        round=row.round,
        version=row.version,
        scores=json.loads(row.scores),
        made_at=row.made_at,
        offered_at=row.offered_at,
        person=person,
    )


def accept_offer(
    file: ContestFile, ballot_id: str, *, reason: str, replaces: str | None = None, by: Actor = OPERATOR
) -> int:
    """Store a ballot on offer; it stays with the person who offered it. Raises `Unknown`, `NotNow`, `BadInput`."""
    with file.write(by) as op:
        wanted = select(OfferRow).where(col(OfferRow.ballot_id) == ballot_id, col(OfferRow.state) == "open")
        row = op.session.exec(wanted).first()
        if row is None:
            raise Unknown(NO_OFFER, key="ballot_id")
        if row.round != op.contest.live_round.number:
            raise NotNow("other_round", OTHER_ROUND(number=row.round))
        seat = conduct.judge_of(op.contest, row.judge)
        entry = conduct.check_enter(op.contest, row.contestant, seat)
        points = read_scores(op.contest.plan, json.loads(row.scores))
        conduct.check_replaces(entry, row.judge, replaces)
        whose = replace(seat, name=row.person or seat.name)
        _store(op, whose, entry, points, ballot_id=ballot_id, source="offer", why=reason)
    return op.last.number
