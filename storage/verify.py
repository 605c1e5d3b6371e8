"""Can this file be believed? The chain, the rows and the results, checked from the journal alone."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from scoring.assessment import assess
from scoring.assessment_file import assessment_record, recorded_assessment
from scoring.conduct import entry_of
from scoring.contest import Contest
from scoring.draws import draw_order
from scoring.errors import BadInput, Fault
from scoring.plan_document import plan_document
from scoring.result_json import result_json
from scoring.rounds import returning
from scoring.standings import Tally, standings_json
from scoring.text import Text
from storage import engine
from storage.journal import START, Record, journal_rows, record_of, seal
from storage.load import DAMAGE, load_contest
from storage.refresh import refreshed
from storage.rows import rows
from storage.shape import misshapen

if TYPE_CHECKING:
    from sqlmodel import Session, SQLModel

EMPTY = Text("流水是空的", "the journal is empty")
GAP = Text("流水第 {number} 条前缺少记录", "records are missing before record {number} of the journal")
CHANGED = Text("流水第 {number} 条被改动过", "record {number} of the journal was changed")
CUT = Text("流水第 {number} 条与前一条接不上", "record {number} of the journal does not follow the one before")
EARLIER = Text("流水第 {number} 条的时间早于前一条", "record {number} of the journal is earlier than the one before")
NOT_REPLAYED = Text("流水第 {number} 条（{what}）无法重演", "record {number} ({what}) cannot be replayed")
ROW_MISSING = Text("数据表 {table} 缺少 {key}", "table {table} lacks {key}")
ROW_EXTRA = Text("数据表 {table} 的 {key} 不是流水所记", "row {key} of table {table} does not follow from the journal")
ROW_TWICE = Text("数据表 {table} 的 {key} 有不止一行", "table {table} holds row {key} more than once")
FIELD = Text(
    "数据表 {table} 的 {key}：{column} 为“{stored}”，按流水应为“{wanted}”",
    "row {key} of table {table}: {column} is '{stored}', the journal says '{wanted}'",
)
RESULT = Text(
    "流水第 {number} 条（{what}）所记的结果与此前的评分表和流水算出的不符：{subject}",
    "record {number} ({what}) holds a result that does not follow from what was recorded before: {subject}",
)
UNREADABLE = Text("文件无法读取：{reason}", "the file cannot be read: {reason}")
NO_FINGERPRINT = Text(
    "流水只到第 {last} 条，没有指纹所指的第 {number} 条",
    "the journal ends at record {last}; the fingerprint names {number}",
)
OTHER_FINGERPRINT = Text(
    "流水第 {number} 条的指纹是 {found}，与给出的 {given} 不同", "the digest of record {number} is {found}, not {given}"
)
BAD_FINGERPRINT = Text(
    "指纹应写成 编号:十六进制（至少 16 位），如 412:9f2a03c15be7d846",
    "a fingerprint is NUMBER:HEX with at least 16 digits, such as 412:9f2a03c15be7d846",
)


VERIFIED = Text(
    "全部核对无误：流水 {records} 条，指纹 {fingerprint}", "all is well: {records} records, fingerprint {fingerprint}"
)
AGREES = Text(
    "{verified}\n给出的第 {number} 条的指纹与流水相符",
    "{verified}\nthe fingerprint given for record {number} agrees with the journal",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a contest file or an archive, the last record of its journal where that can be read, and the
    fingerprint that it was held against.
    """

    findings: tuple[Text, ...]
    last: Record | None
    printed: Fingerprint | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings and self.last is not None

    @property
    def said(self) -> Text:
        """That all is well, with the fingerprint of the last record; and that the one from paper agrees."""
        assert self.last is not None
        verified = VERIFIED(records=self.last.number, fingerprint=f"{self.last.number}:{self.last.digest[:16]}")
        return AGREES(verified=verified, number=self.printed.number) if self.printed else verified


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A journal record as printed on a bulletin: its number and at least 16 digits of its digest."""

    number: int
    digest: str


def parse_fingerprint(text: str) -> Fingerprint:
    """A fingerprint as typed from paper: `412:9f2a03…`, with full-width signs as well. Raises `BadInput`."""
    number, _, digest = unicodedata.normalize("NFKC", text).strip().partition(":")
    digest = digest.strip().lower()
    if not re.fullmatch(r"[0-9]{1,18}", number.strip()) or not re.fullmatch(r"[0-9a-f]{16,64}", digest):
        raise BadInput([Fault(BAD_FINGERPRINT)])
    return Fingerprint(int(number), digest)


def verify(path: Path, fingerprint: Fingerprint | None = None) -> list[Text]:
    """Everything in a contest file that does not hold, in plain words; an empty list when all is well.

    Checked are the chain of the journal, how the file is built, every row of contest data against a replay of the
    journal, every result that a closing, a reveal, a draw or the line-up of a next round recorded against the facts of
    that moment, and a fingerprint from paper if given. One thing that is wrong hides no other, as far as the journal
    can still be replayed. Raises `BadInput` where the file is no contest, `NotNow` where it is locked.
    """
    with closing(engine.connect(path.resolve(), read_only=True)) as opened:
        opened.connection.execute("BEGIN")  # everything as it stands at one moment
        return findings(opened.connection, fingerprint)


def findings(stored: sqlite3.Connection, fingerprint: Fingerprint | None = None) -> list[Text]:
    """What `verify` finds in an open database."""
    found: list[Text] = []
    try:
        journal = list(journal_rows(stored))
        for text in chain(_chain(journal), _printed(journal, fingerprint), _replayed(stored, journal)):
            found.append(text)  # one by one: what was found before a page that cannot be read is kept
    except DAMAGE as error:
        found.append(UNREADABLE(reason=error))
    return found


def _chain(journal: Sequence[sqlite3.Row]) -> Iterator[Text]:
    if not journal:
        yield EMPTY
    previous, number, at = START, 0, ""
    for row in journal:
        if row["number"] != number + 1:
            yield GAP(number=row["number"])
        if not _sealed(row):
            yield CHANGED(number=row["number"])
        elif row["previous"] != previous:
            yield CUT(number=row["number"])
        elif row["at"] <= at:
            yield EARLIER(number=row["number"])
        previous, number, at = row["digest"], row["number"], str(row["at"])


def _sealed(row: sqlite3.Row) -> bool:
    try:
        return bool(seal(row) == row["digest"])
    except (TypeError, ValueError):  # bytes, or letters that are none
        return False


def _printed(journal: Sequence[sqlite3.Row], fingerprint: Fingerprint | None) -> Iterator[Text]:
    if fingerprint is None:
        return
    if not 1 <= fingerprint.number <= len(journal):
        yield NO_FINGERPRINT(last=len(journal), number=fingerprint.number)
    elif not (found := journal[fingerprint.number - 1]["digest"]).startswith(fingerprint.digest):
        yield OTHER_FINGERPRINT(number=fingerprint.number, found=found[:16], given=fingerprint.digest)


Key: TypeAlias = tuple[object, ...]


class NotReplayedError(Exception):
    """A record that cannot be replayed: its words make no sense to this program."""

    def __init__(self, row: sqlite3.Row) -> None:
        super().__init__(row["what"])
        self.row = row


def _replayed(stored: sqlite3.Connection, journal: Sequence[sqlite3.Row]) -> Iterator[Text]:
    with closing(engine.in_memory()) as memory, memory.session() as session:
        session.connection()  # begins its transaction
        yield from misshapen(stored, memory.connection)
        if not journal:
            return
        try:
            yield from _replay(session, memory.connection, journal)
        except NotReplayedError as error:
            yield NOT_REPLAYED(number=error.row["number"], what=error.row["what"])
        else:
            yield from _compared(stored, memory.connection)


def _replay(session: Session, connection: sqlite3.Connection, journal: Sequence[sqlite3.Row]) -> Iterator[Text]:
    """Write the rows of every record again, and compute every recorded result again from the facts of its time."""
    from sqlalchemy.exc import SQLAlchemyError

    from storage.replay import write_rows

    tally = Tally()
    contest = None
    for row in journal:
        try:
            record = record_of(row)
            if contest:
                yield from _results(record, tally, contest)
            write_rows(session, record)
            session.flush()
            contest = refreshed(connection, contest, record) if contest else load_contest(connection, record.number)
        except (*DAMAGE, SQLAlchemyError) as error:
            raise NotReplayedError(row) from error


def _results(record: Record, tally: Tally, contest: Contest) -> Iterator[Text]:
    for subject in _differing(record, tally, contest):
        yield RESULT(number=record.number, what=record.what, subject=subject)


def _differing(record: Record, tally: Tally, contest: Contest) -> list[str]:
    """What in a record that holds a result does not follow from the facts before it, by code."""
    after, round_ = record.after, contest.live_round
    match record.what:
        case "close-round":
            return _unequal(after["standings"], standings_json(tally.standings(contest, record.round)))
        case "reveal":
            result = tally.result(contest, round_, entry_of(round_, after["entry"]))
            return [] if after["result"] == result_json(result) else [after["entry"]]
        case "next-round":
            returned = returning(round_, tally.standings(contest))
            return _misplaced(after["returning"], returned) or _misplaced(after["lineup"][: len(returned)], returned)
        case "plan":
            was = (record.before or {}).get("plan")
            return [] if was == plan_document(contest.plan) else [contest.plan.title]
        case "assess":
            again = assessment_record(assess(contest, recorded_assessment(after, contest), tally))
            return [] if after == again else _unequal(after["result"], again["result"]) or [again["result"]["contest"]]
        case "draw":
            details = after["details"]
            return _misplaced(details["order"], draw_order(details["seed"], details["order"]))
        case "start-order":
            details = after["details"]
            return _misplaced(details["order"], draw_order(details["seed"], (entry.code for entry in round_.entries)))
        case _:
            return []


def _unequal(recorded: Mapping[str, Any], computed: Mapping[str, Any]) -> list[str]:
    if recorded == computed:
        return []
    found, wanted = _by_code(recorded), _by_code(computed)
    return [code for code in {**wanted, **found} if found.get(code) != wanted.get(code)] or [computed["contest"]]


def _by_code(standings: Mapping[str, Any]) -> dict[str, Any]:
    return {row["code"]: row for board in standings["boards"] for row in board["rows"]}


def _misplaced(recorded: Sequence[str], drawn: Sequence[str]) -> list[str]:
    pairs = [pair for pair in zip_longest(recorded, drawn) if pair[0] != pair[1]]
    return list(dict.fromkeys(code for pair in pairs for code in pair if code))


def _compared(stored: sqlite3.Connection, replayed: sqlite3.Connection) -> Iterator[Text]:
    from storage.tables import CONTEST_DATA

    for table in CONTEST_DATA:
        name = str(table.__tablename__)
        kept, again = _rows(stored, table)
        wanted, _ = _rows(replayed, table)
        for key in wanted:
            yield from _fields(name, key, kept[key], wanted[key]) if key in kept else [_row(ROW_MISSING, name, key)]
        yield from (_row(ROW_EXTRA, name, key) for key in kept if key not in wanted)
        yield from (_row(ROW_TWICE, name, key) for key in again)


def _row(text: Text, table: str, key: Key, **values: object) -> Text:
    return text(table=table, key="/".join(str(part) for part in key), **values)


def _fields(table: str, key: Key, found: Mapping[str, object], wanted: Mapping[str, object]) -> Iterator[Text]:
    for column, value in wanted.items():
        if found[column] != value or type(found[column]) is not type(value):
            yield _row(FIELD, table, key, column=column, stored=found[column], wanted=value)


def _rows(connection: sqlite3.Connection, table: type[SQLModel]) -> tuple[dict[Key, dict[str, object]], list[Key]]:
    """The raw values of a table by primary key, past the model's own types; and the keys that stand there again."""
    columns = [column.name for column in table.__table__.columns]  # type: ignore[attr-defined]
    keys = [column.name for column in table.__table__.primary_key]  # type: ignore[attr-defined]
    quoted = ", ".join(f'"{column}"' for column in columns)
    found: dict[Key, dict[str, object]] = {}
    again = []
    for row in rows(connection, f'SELECT {quoted} FROM "{table.__tablename__}"'):
        key = tuple(row[column] for column in keys)
        if key in found:
            again.append(key)
        found[key] = dict(row)
    return found, again
