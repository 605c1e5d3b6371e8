"""What each kind of record writes into the tables: the one way in which contest data comes to be.

The desk writes its rows through these functions, and `verify` replays a journal through the same ones.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, select

from scoring.contest import Phase, Screen
from scoring.mark import MarkKind
from scoring.plan_change import asks_otherwise, changes_rules
from scoring.plan_file import parse_plan
from scoring.staging import begun, staging_json
from storage.journal import Record, canonical
from storage.load import scoring_begun
from storage.rows import insert
from storage.schema import connection_of
from storage.tables import (
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

Table = TypeVar("Table", bound=SQLModel)
_END_BALLOT = (
    "UPDATE ballot SET ended = :ended, ended_how = :how, ended_at = :at, ended_why = :why WHERE record = :record"
)
CLOCK_AT_ZERO = canonical({"used": 0.0, "since": None, "extra": 0})


def write_rows(session: Session, record: Record) -> None:
    """Write the rows that follow from one record. The caller commits."""
    _WRITERS[record.what](session, record)


def _row(session: Session, table: type[Table], key: object) -> Table:
    row = session.get(table, key)
    assert row is not None, f"{table.__tablename__} {key}"
    return row


def _live(record: Record) -> int:
    assert record.round is not None
    return record.round


def _created(session: Session, record: Record) -> None:
    after = record.after
    session.add(
        ContestRow(
            plan=canonical(after["plan"]),
            rehearsal=after["rehearsal"],
            screen=Screen.AUTO.value,
            clock=CLOCK_AT_ZERO,
        )
    )
    _add_contestants(session, after["contestants"], first=0)
    session.flush()
    for position, judge in enumerate(after["judges"]):
        insert(connection_of(session), "judge", {"position": position, **judge})
    _add_round(session, 1, after["lineup"])


def _plan(session: Session, record: Record) -> None:
    """Another plan. What changes the rules after scoring began stays visible; what asks judges for other scores makes
    the version of an entry that waits on stage a new one, so that ballots begun before are not taken for it.
    """
    assert record.before is not None
    before, after = record.before["plan"], record.after["plan"]
    _row(session, ContestRow, 1).plan = canonical(after)
    round_ = session.exec(select(RoundRow).order_by(col(RoundRow.number).desc()).limit(1)).one()
    if scoring_begun(connection_of(session)) and changes_rules(parse_plan(before), parse_plan(after)):
        session.add(
            RuleChangeRow(
                record=record.number,
                round=round_.number,
                at=record.at,
                reason=record.why,
                before=canonical(before),
                after=canonical(after),
            )
        )
    waiting = session.get(EntryRow, (round_.number, round_.called)) if round_.called else None
    if waiting and waiting.phase == Phase.CALLED.value and asks_otherwise(parse_plan(before), parse_plan(after)):
        waiting.version = record.number


def _add_contestants(session: Session, contestants: list[dict[str, Any]], first: int) -> None:
    for position, each in enumerate(contestants, start=first):
        session.add(ContestantRow(position=position, **{**each, "members": canonical(each["members"])}))


def _add_round(session: Session, number: int, lineup: list[str]) -> None:
    session.add(RoundRow(number=number))
    session.flush()
    for position, code in enumerate(lineup):
        session.add(EntryRow(round=number, contestant=code, position=position))
    _row(session, ContestRow, 1).clock = CLOCK_AT_ZERO


def _roster(session: Session, record: Record) -> None:
    known = {row.code: row for row in session.exec(select(ContestantRow))}
    new = [each for each in record.after["contestants"] if each["code"] not in known]
    for each in record.after["contestants"]:
        if row := known.get(each["code"]):
            row.name, row.category, row.lead = each["name"], each["category"], each["lead"]
            row.members = canonical(each["members"])
    _add_contestants(session, new, first=len(known))


def _call(session: Session, record: Record) -> None:
    entry = _row(session, EntryRow, (_live(record), record.after["entry"]))
    entry.phase, entry.version, entry.moved = Phase.CALLED.value, record.number, record.number
    _row(session, RoundRow, _live(record)).called = entry.contestant
    _row(session, ContestRow, 1).clock = CLOCK_AT_ZERO


def _open(session: Session, record: Record) -> None:
    entry = _row(session, EntryRow, (_live(record), record.after["entry"]))
    if entry.phase == Phase.CLOSED.value:
        entry.version = record.number
    entry.phase, entry.moved = Phase.OPEN.value, record.number


def _close(session: Session, record: Record) -> None:
    entry = _row(session, EntryRow, (_live(record), record.after["entry"]))
    entry.phase, entry.moved, entry.stopped = Phase.CLOSED.value, record.number, record.number


def _ballot(connection: sqlite3.Connection, record: Record) -> None:
    after = record.after
    if record.before:
        _end(connection, record.before["record"], record, "replaced")
    row = {
        "record": record.number,
        "ballot_id": after["ballot_id"],
        "round": _live(record),
        "contestant": after["entry"],
        "judge": after["judge"],
        "person": after["person"],
        "version": after["version"],
        "scores": canonical(after["scores"]),
        "source": after["source"],
        "stored_at": record.at,
    }
    insert(connection, "ballot", row)


def _on_connection(write: Callable[[sqlite3.Connection, Record], None]) -> Callable[[Session, Record], None]:
    return lambda session, record: write(connection_of(session), record)


def _return_ballot(connection: sqlite3.Connection, record: Record) -> None:
    assert record.before is not None
    _end(connection, record.before["record"], record, "returned")


def _end(connection: sqlite3.Connection, ballot: int, record: Record, how: str) -> None:
    ending = {"record": ballot, "ended": record.number, "how": how, "at": record.at, "why": record.why}
    ended = connection.execute(_END_BALLOT, ending).rowcount
    assert ended == 1, f"ballot {ballot}"


def _reveal(session: Session, record: Record) -> None:
    after = record.after
    audiences = ("host", "all") if after["to"] == "all" else ("host",)
    for audience in audiences:
        session.merge(
            RevealRow(
                round=_live(record),
                contestant=after["entry"],
                audience=audience,
                record=record.number,
                at=record.at,
                result=canonical(after["result"]),
            )
        )


def _unreveal(session: Session, record: Record) -> None:
    for audience in ("host", "all"):
        row = session.get(RevealRow, (_live(record), record.after["entry"], audience))
        if row:
            session.delete(row)


def _show(session: Session, record: Record) -> None:
    _row(session, ContestRow, 1).screen = record.after["screen"]


def _stage(session: Session, record: Record) -> None:
    row = _row(session, ContestRow, 1)
    row.screen = record.after["screen"]
    row.staging = canonical(staging_json(begun(record.after["staging"], record.number)))


def _step(session: Session, record: Record) -> None:
    row = _row(session, ContestRow, 1)
    assert row.staging is not None
    row.staging = canonical({**json.loads(row.staging), "step": record.after["step"], "record": record.number})


def _clock(session: Session, record: Record) -> None:
    _row(session, ContestRow, 1).clock = canonical(record.after["clock"])


def _mark(session: Session, record: Record) -> None:
    after = record.after
    if record.what == MarkKind.ADD.value:
        _add_entry(session, record, after["contestant"])
    session.add(
        MarkRow(
            record=record.number,
            round=_live(record),
            kind=record.what,
            subject=after["subject"],
            contestant=after["contestant"],
            details=canonical(after["details"]),
            reason=record.why,
            at=record.at,
        )
    )


def _add_entry(session: Session, record: Record, code: str) -> None:
    """Put an entry at the end of the line-up; one that was taken out again comes back with what it had."""
    positions = session.exec(select(EntryRow.position).where(col(EntryRow.round) == _live(record))).all()
    row = session.get(EntryRow, (_live(record), code)) or EntryRow(round=_live(record), contestant=code, position=0)
    row.position, row.added = max(positions, default=-1) + 1, record.number
    session.add(row)


def _close_round(session: Session, record: Record) -> None:
    _row(session, RoundRow, _live(record)).closed = record.number


def _reopen_round(session: Session, record: Record) -> None:
    _row(session, RoundRow, _live(record)).closed = None
    for row in session.exec(select(SignatureRow).where(col(SignatureRow.round) == _live(record))):
        session.delete(row)


def _sign_off(session: Session, record: Record) -> None:
    session.merge(SignatureRow(round=_live(record), at=record.at, record=record.number, **record.after))


def _next_round(session: Session, record: Record) -> None:
    _add_round(session, _live(record), record.after["lineup"])


def _substitute(session: Session, record: Record) -> None:
    row = _row(session, JudgeRow, record.after["judge"])
    row.name, row.title = record.after["name"], record.after["title"]


def _add_judge(session: Session, record: Record) -> None:
    after = record.after
    last = max(session.exec(select(JudgeRow.position)), default=-1)
    row = JudgeRow(
        code=after["judge"], position=last + 1, name=after["name"], title=after["title"], group=after["group"]
    )
    session.add(row)


def _remove_judge(session: Session, record: Record) -> None:
    session.delete(_row(session, JudgeRow, record.after["judge"]))


def _nothing(session: Session, record: Record) -> None:
    """A record that is kept for its own sake, such as a re-issued link or an assessment."""


PLAIN: dict[str, Callable[[sqlite3.Connection, Record], None]] = {"ballot": _ballot, "return-ballot": _return_ballot}
"""What needs no session: to make one takes longer than to store a ballot."""

_WRITERS: dict[str, Callable[[Session, Record], None]] = {
    "created": _created,
    "plan": _plan,
    "roster": _roster,
    "call": _call,
    "open": _open,
    "close": _close,
    **{what: _on_connection(write) for what, write in PLAIN.items()},
    "reveal": _reveal,
    "unreveal": _unreveal,
    "show": _show,
    "stage": _stage,
    "step": _step,
    "clock": _clock,
    "close-round": _close_round,
    "reopen-round": _reopen_round,
    "sign-off": _sign_off,
    "next-round": _next_round,
    "substitute": _substitute,
    "add-judge": _add_judge,
    "remove-judge": _remove_judge,
    "assess": _nothing,
    "board": _nothing,
    "decline-offer": _nothing,
    "reissue": _nothing,
    "restored": _nothing,
    **{kind.value: _mark for kind in MarkKind},
}
