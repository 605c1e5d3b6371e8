"""From rows to the frozen facts of a contest."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from sqlite3 import SQLITE_BUSY
from typing import Any

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlmodel import Session, col, select

from scoring.contest import (
    Ballot,
    Clock,
    Contest,
    Entry,
    Phase,
    Returned,
    Reveal,
    Round,
    RuleChange,
    Screen,
    Signature,
    Signer,
)
from scoring.errors import ArenaError, BadInput, Fault, NotNow
from scoring.mark import Mark, MarkKind
from scoring.marks import standing, with_marks
from scoring.plan import Contestant, Judge
from scoring.plan_file import parse_plan
from scoring.result_json import result_from_json
from scoring.staging import staging_from_json
from scoring.text import Text
from storage.tables import (
    BALLOT,
    BallotRow,
    ContestantRow,
    ContestRow,
    EntryRow,
    JudgeRow,
    MarkRow,
    RevealRow,
    RoundRow,
    RuleChangeRow,
    SignatureRow,
)

DAMAGE = (
    ArenaError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    SQLAlchemyError,
    TypeError,
    ValueError,
)
"""What comes of reading rows or records that this program did not write."""

DAMAGED = Text(
    "文件已损坏或被改动过（{reason}）；请用 verify 核对，并换用备份",
    "the file is damaged or was tampered with ({reason}); run verify, and go back to a backup",
)
LOCKED = Text("文件正被另一个程序占用", "another program has locked the file")


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Say in plain words that a file cannot be read. Raises `BadInput` where it is damaged, `NotNow` where locked."""
    try:
        yield
    except DAMAGE as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        if getattr(reason, "sqlite_errorcode", None) == SQLITE_BUSY:
            raise NotNow("in_use", LOCKED) from error
        raise BadInput([Fault(DAMAGED(reason=f"{type(reason).__name__}: {reason}"), file=str(path))]) from error


def load_contest(session: Session, revision: int) -> Contest:
    """The whole contest as its rows have it."""
    row = session.exec(select(ContestRow)).one()
    numbers = session.exec(select(RoundRow.number).order_by(col(RoundRow.number))).all()
    return Contest(
        plan=parse_plan(json.loads(row.plan)),
        contestants={c.code: c for c in _contestants(session)},
        judges=tuple(_judges(session)),
        rounds=tuple(load_round(session, number) for number in numbers),
        revision=revision,
        screen=Screen(row.screen),
        clock=Clock(**json.loads(row.clock)),
        rehearsal=row.rehearsal,
        begun=scoring_begun(session),
        rule_changes=tuple(_rule_changes(session)),
        staging=staging_from_json(json.loads(row.staging)) if row.staging else None,
    )


def scoring_begun(session: Session) -> bool:
    """Whether a ballot was stored at some time, be it returned or replaced since."""
    return session.exec(select(BallotRow.record).limit(1)).first() is not None


def _rule_changes(session: Session) -> Iterable[RuleChange]:
    for row in session.exec(select(RuleChangeRow).order_by(col(RuleChangeRow.record))):
        before, after = (parse_plan(json.loads(plan)) for plan in (row.before, row.after))
        yield RuleChange(row.record, row.round, row.at, row.reason, before, after)


def _contestants(session: Session) -> Iterable[Contestant]:
    for row in session.exec(select(ContestantRow).order_by(col(ContestantRow.position))):
        yield Contestant(row.code, row.name, row.category, row.lead, tuple(json.loads(row.members)))


def _judges(session: Session) -> Iterable[Judge]:
    for row in session.exec(select(JudgeRow).order_by(col(JudgeRow.position))):
        yield Judge(row.code, row.name, row.title, row.group)


def load_round(session: Session, number: int) -> Round:
    """One round with all its entries and standing marks."""
    row = session.exec(select(RoundRow).where(col(RoundRow.number) == number)).one()
    round_ = Round(
        number,
        load_entries(session, number),
        called=row.called,
        closed=row.closed,
        signatures=load_signatures(session, number),
    )
    return with_marks(round_, standing_marks(session, number))


def load_signatures(session: Session, number: int) -> dict[Signer, Signature]:
    """The names under the result of a round."""
    rows = session.exec(select(SignatureRow).where(col(SignatureRow.round) == number)).all()
    return {Signer(row.role): Signature(row.name, row.at, row.record) for row in rows}


def load_entries(session: Session, number: int, code: str | None = None) -> tuple[Entry, ...]:
    """The entries of a round (or the one named) in the order of the line-up, before any mark."""
    rows = session.exec(_of_entry(EntryRow, number, code).order_by(col(EntryRow.position))).all()
    ballots = _by_contestant(session.connection().execute(_ballots(number, code)))
    reveals = _by_contestant(session.exec(_of_entry(RevealRow, number, code)).all())
    return tuple(_entry(row, ballots[row.contestant], reveals[row.contestant]) for row in rows)


def _ballots(number: int, code: str | None) -> Any:
    wanted = BALLOT.select().where(BALLOT.c.round == number).order_by(BALLOT.c.record)
    return wanted if code is None else wanted.where(BALLOT.c.contestant == code)


def _of_entry(table: Any, number: int, code: str | None) -> Any:
    wanted = select(table).where(col(table.round) == number)
    return wanted if code is None else wanted.where(col(table.contestant) == code)


def _by_contestant(rows: Iterable[Any]) -> Mapping[str, list[Any]]:
    grouped: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.contestant].append(row)
    return grouped


def _entry(row: EntryRow, ballots: list[BallotRow], reveals: list[RevealRow]) -> Entry:
    shown = {each.audience: Reveal(result_from_json(json.loads(each.result)), each.record, each.at) for each in reveals}
    return Entry(
        code=row.contestant,
        ballots={each.judge: ballot_of(each) for each in ballots if each.ended is None},
        phase=Phase(row.phase),
        version=row.version,
        moved=row.moved,
        stopped=row.stopped,
        added=row.added,
        returned={each.judge: _returned(each) for each in ballots if each.ended_how == "returned"},
        announced=shown.get("host"),
        revealed=shown.get("all"),
    )


def _returned(row: BallotRow) -> Returned:
    return Returned(row.ended or 0, row.ended_why or "", row.ended_at or "", row.person)


def ballot_of(row: BallotRow) -> Ballot:
    """A ballot row as a ballot."""
    return Ballot(
        judge=row.judge,
        scores={key: Decimal(points) for key, points in json.loads(row.scores).items()},
        ballot_id=row.ballot_id,
        person=row.person,
        version=row.version,
        stored_at=row.stored_at,
        record=row.record,
    )


def all_marks(session: Session, number: int) -> list[Mark]:
    """Every mark of a round, undone or not, oldest first."""
    rows = session.exec(select(MarkRow).where(col(MarkRow.round) == number).order_by(col(MarkRow.record)))
    return [mark_of(row) for row in rows]


def standing_marks(session: Session, number: int) -> list[Mark]:
    """The marks of a round that count, oldest first."""
    return standing(all_marks(session, number))


def mark_of(row: MarkRow) -> Mark:
    """A mark row as a mark."""
    details = json.loads(row.details)
    return Mark(
        kind=MarkKind(row.kind),
        subject=row.subject,
        contestant=row.contestant,
        points=Decimal(details["points"]) if "points" in details else None,
        values={code: Decimal(value) for code, value in details.get("values", {}).items()},
        seed=details.get("seed", ""),
        order=tuple(details.get("order", ())),
        target=details.get("record", 0),
        reason=row.reason,
        record=row.record,
        at=row.at,
    )
