"""From rows to the frozen facts of a contest."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scoring.bench import Bench
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
from storage import engine
from storage.rows import first, one, rows

if TYPE_CHECKING:
    from scoring.crowd import CrowdSheet

DAMAGE = (
    ArenaError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    sqlite3.Error,
)
"""What comes of reading rows or records that this program did not write."""

DAMAGED = Text(
    "文件已损坏或被改动过（{reason}）；请用 verify 核对，并换用备份",
    "the file is damaged or was tampered with ({reason}); run verify, and go back to a backup",
)
LOCKED = Text("文件正被另一个程序占用", "another program has locked the file")


_OF_ENTRY = "WHERE round = ? AND contestant = ?"


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Say in plain words that a file cannot be read. Raises `BadInput` where it is damaged, `NotNow` where locked."""
    try:
        yield
    except DAMAGE as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise NotNow("in_use", LOCKED) from error
        raise BadInput([Fault(DAMAGED(reason=f"{type(error).__name__}: {error}"), file=str(path))]) from error


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A contest file as it stands at one moment, beside a desk that may be running it.

    Raises `BadInput` where it is no contest or damaged, `NotNow` where it is locked.
    """
    with closing(engine.connect(path.resolve(), read_only=True)) as opened, plain_errors(path):
        opened.connection.execute("BEGIN")
        yield opened.connection


def load_contest(connection: sqlite3.Connection, revision: int) -> Contest:
    """The whole contest as its rows have it."""
    row = one(connection, "SELECT * FROM contest")
    bench = Bench(_judges(connection))
    numbers = [round_["number"] for round_ in rows(connection, "SELECT number FROM round ORDER BY number")]
    return Contest(
        plan=parse_plan(json.loads(row["plan"])),
        contestants={c.code: c for c in _contestants(connection)},
        judges=bench,
        rounds=tuple(load_round(connection, number, bench) for number in numbers),
        revision=revision,
        screen=Screen(row["screen"]),
        clock=Clock(**json.loads(row["clock"])),
        rehearsal=bool(row["rehearsal"]),
        begun=scoring_begun(connection),
        rule_changes=tuple(_rule_changes(connection)),
        staging=staging_from_json(json.loads(row["staging"])) if row["staging"] else None,
    )


def scoring_begun(connection: sqlite3.Connection) -> bool:
    """Whether a ballot was stored at some time, be it returned or replaced since."""
    found = first(connection, "SELECT record FROM ballot LIMIT 1")
    return bool(found or first(connection, "SELECT record FROM mark WHERE kind = ? LIMIT 1", MarkKind.BALLOTS.value))


def _rule_changes(connection: sqlite3.Connection) -> Iterable[RuleChange]:
    for row in rows(connection, "SELECT * FROM rule_change ORDER BY record"):
        before, after = (parse_plan(json.loads(row[name])) for name in ("before", "after"))
        yield RuleChange(row["record"], row["round"], row["at"], row["reason"], before, after)


def _contestants(connection: sqlite3.Connection) -> Iterable[Contestant]:
    for row in rows(connection, "SELECT * FROM contestant ORDER BY position"):
        members = tuple(json.loads(row["members"]))
        yield Contestant(row["code"], row["name"], row["category"], row["lead"], members)


def _judges(connection: sqlite3.Connection) -> Iterable[Judge]:
    for row in rows(connection, "SELECT * FROM judge ORDER BY position"):
        yield Judge(row["code"], row["name"], row["title"], row["group"])


def load_round(connection: sqlite3.Connection, number: int, bench: Bench) -> Round:
    """One round with all its entries and standing marks."""
    row = one(connection, "SELECT * FROM round WHERE number = ?", number)
    round_ = Round(
        number,
        load_entries(connection, number),
        called=row["called"],
        closed=row["closed"],
        signatures=load_signatures(connection, number),
    )
    return with_marks(round_, standing_marks(connection, number), bench)


def load_signatures(connection: sqlite3.Connection, number: int) -> dict[Signer, Signature]:
    """The names under the result of a round."""
    found = rows(connection, "SELECT * FROM signature WHERE round = ?", number)
    return {Signer(row["role"]): Signature(row["name"], row["at"], row["record"]) for row in found}


def load_entries(connection: sqlite3.Connection, number: int, code: str | None = None) -> tuple[Entry, ...]:
    """The entries of a round (or the one named) in the order of the line-up, before any mark."""
    where, values = ("WHERE round = ?", (number,)) if code is None else (_OF_ENTRY, (number, code))
    ballots = _by_contestant(rows(connection, f"SELECT * FROM ballot {where} ORDER BY record", *values))
    reveals = _by_contestant(rows(connection, f"SELECT * FROM reveal {where}", *values))
    entries = rows(connection, f"SELECT * FROM entry {where} ORDER BY position", *values)
    return tuple(_entry(row, ballots[row["contestant"]], reveals[row["contestant"]]) for row in entries)


def _by_contestant(found: Iterable[sqlite3.Row]) -> Mapping[str, list[sqlite3.Row]]:
    grouped: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in found:
        grouped[row["contestant"]].append(row)
    return grouped


def _entry(row: sqlite3.Row, ballots: list[sqlite3.Row], reveals: list[sqlite3.Row]) -> Entry:
    shown = _shown(reveals)
    return Entry(
        code=row["contestant"],
        ballots={each["judge"]: ballot_of(each) for each in ballots if each["ended"] is None},
        phase=Phase(row["phase"]),
        version=row["version"],
        moved=row["moved"],
        stopped=row["stopped"],
        added=row["added"],
        returned={each["judge"]: _returned(each) for each in ballots if each["ended_how"] == "returned"},
        announced=shown.get("host"),
        revealed=shown.get("all"),
    )


def _shown(reveals: list[sqlite3.Row]) -> dict[str, Reveal]:
    """What was announced to whom; what hosts and room were told alike is held once."""
    results = {text: result_from_json(json.loads(text)) for text in {row["result"] for row in reveals}}
    return {row["audience"]: Reveal(results[row["result"]], row["record"], row["at"]) for row in reveals}


def _returned(row: sqlite3.Row) -> Returned:
    return Returned(row["ended"] or 0, row["ended_why"] or "", row["ended_at"] or "", row["person"])


def ballot_of(row: sqlite3.Row) -> Ballot:
    """A ballot row as a ballot."""
    return Ballot(
        judge=sys.intern(row["judge"]),
        scores=points_of(json.loads(row["scores"])),
        ballot_id=row["ballot_id"],
        person=sys.intern(row["person"]),
        version=row["version"],
        stored_at=row["stored_at"],
        record=row["record"],
        source=sys.intern(row["source"]),
    )


def points_of(scores: Mapping[str, str]) -> dict[str, Decimal]:
    """The scores of a ballot. Thousands of ballots give the same few points on the same criteria: each is held once."""
    return {sys.intern(key): _decimal(points) for key, points in scores.items()}


_decimal = lru_cache(maxsize=4096)(Decimal)


def all_marks(connection: sqlite3.Connection, number: int) -> list[Mark]:
    """Every mark of a round, undone or not, oldest first. What a file brought is not unpacked yet."""
    return [mark_of(row) for row in rows(connection, "SELECT * FROM mark WHERE round = ? ORDER BY record", number)]


def standing_marks(connection: sqlite3.Connection, number: int) -> list[Mark]:
    """The marks of a round that count, oldest first."""
    return standing(all_marks(connection, number))


def mark_of(row: sqlite3.Row) -> Mark:
    """A mark row as a mark."""
    details = json.loads(row["details"])
    return Mark(
        kind=MarkKind(row["kind"]),
        subject=row["subject"],
        contestant=row["contestant"],
        points=Decimal(details["points"]) if "points" in details else None,
        values={code: Decimal(value) for code, value in details.get("values", {}).items()},
        seed=details.get("seed", ""),
        order=tuple(details.get("order", ())),
        target=details.get("record", 0),
        reason=row["reason"],
        record=row["record"],
        at=row["at"],
        sheet=_sheet(details["sheet"]) if "sheet" in details else None,
    )


def _sheet(packed: Mapping[str, Any]) -> CrowdSheet:
    from scoring.crowd import CrowdSheet

    return CrowdSheet.from_json(packed)
