"""The tables of a contest file. Rows never leave this package; rules live in `scoring`.

Contest data (everything up to the journal) follows from the journal alone; seats, settings, answers and offers do not.
"""

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class ContestRow(SQLModel, table=True):
    """The contest itself, one row: the plan as JSON and what the stage shows."""

    __tablename__ = "contest"
    id: int = Field(default=1, primary_key=True)
    plan: str
    rehearsal: bool
    screen: str
    clock: str
    staging: str | None = None


class ContestantRow(SQLModel, table=True):
    """The roster."""

    __tablename__ = "contestant"
    code: str = Field(primary_key=True)
    position: int
    name: str
    category: str
    lead: str
    members: str


class JudgeRow(SQLModel, table=True):
    """A judge's seat and who sits in it now."""

    __tablename__ = "judge"
    code: str = Field(primary_key=True)
    position: int
    name: str
    title: str
    group: str


class RoundRow(SQLModel, table=True):
    """A round; `called` is who is on stage, `closed` the record that closed it."""

    __tablename__ = "round"
    number: int = Field(primary_key=True)
    called: str | None = Field(default=None, foreign_key="contestant.code")
    closed: int | None = None


class EntryRow(SQLModel, table=True):
    """An entry of the line-up, before any start draw; numbers are journal records."""

    __tablename__ = "entry"
    round: int = Field(primary_key=True, foreign_key="round.number")
    contestant: str = Field(primary_key=True, foreign_key="contestant.code")
    position: int
    phase: str = "waiting"
    version: int = 0
    moved: int = 0
    stopped: int = 0
    added: int = 0


def _of_entry() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["round", "contestant"], ["entry.round", "entry.contestant"])


class BallotRow(SQLModel, table=True):
    """Every ballot ever stored; `ended` is the record that returned or replaced it."""

    __tablename__ = "ballot"
    __table_args__ = (_of_entry(), UniqueConstraint("judge", "ballot_id"), Index("ballot_entry", "round", "contestant"))
    record: int = Field(primary_key=True)
    ballot_id: str
    round: int
    contestant: str
    judge: str = Field(foreign_key="judge.code")
    person: str
    version: int
    scores: str
    source: str
    stored_at: str
    ended: int | None = None
    ended_how: str | None = None
    ended_at: str | None = None
    ended_why: str | None = None


class MarkRow(SQLModel, table=True):
    """A mark of the organizer; an undo is a mark as well."""

    __tablename__ = "mark"
    record: int = Field(primary_key=True)
    round: int = Field(foreign_key="round.number", index=True)
    kind: str
    subject: str
    contestant: str
    details: str
    reason: str
    at: str


class RevealRow(SQLModel, table=True):
    """What was announced of an entry, to the hosts or to all, as it was announced."""

    __tablename__ = "reveal"
    __table_args__ = (_of_entry(),)
    round: int = Field(primary_key=True)
    contestant: str = Field(primary_key=True)
    audience: str = Field(primary_key=True)
    record: int
    at: str
    result: str


class SignatureRow(SQLModel, table=True):
    """Who signed the result of a closed round, and as what; `record` is the signing."""

    __tablename__ = "signature"
    round: int = Field(primary_key=True, foreign_key="round.number")
    role: str = Field(primary_key=True)
    name: str
    record: int
    at: str


class RuleChangeRow(SQLModel, table=True):
    """That the rules were changed in a round whose scoring had begun; both plans as JSON."""

    __tablename__ = "rule_change"
    record: int = Field(primary_key=True)
    round: int = Field(foreign_key="round.number")
    at: str
    reason: str
    before: str
    after: str


class JournalRow(SQLModel, table=True):
    """One record of the journal; triggers forbid to change or remove it."""

    __tablename__ = "journal"
    number: int = Field(primary_key=True)
    at: str
    who: str
    what: str
    round: int | None
    why: str
    before: str
    after: str
    previous: str
    digest: str


class SeatRow(SQLModel, table=True):
    """The secrets of a seat. They never leave this machine but in the judge's own link."""

    __tablename__ = "seat"
    judge: str = Field(primary_key=True, foreign_key="judge.code")
    token: str = Field(unique=True)
    join_code: str = Field(unique=True)


class SettingRow(SQLModel, table=True):
    """What this desk remembers that is no part of the contest: port, tokens of operator and host, …"""

    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: str


class AnswerRow(SQLModel, table=True):
    """The first answer to a call that carried an id."""

    __tablename__ = "answer"
    id: str = Field(primary_key=True)
    body: str


class OfferRow(SQLModel, table=True):
    """A ballot that a panel holds and the desk does not; `state` is open, accepted or declined.

    `person` sat in the seat when it was offered; None in a file from before this was kept.
    """

    __tablename__ = "offer"
    judge: str = Field(primary_key=True, foreign_key="judge.code")
    ballot_id: str = Field(primary_key=True)
    contestant: str
    round: int
    version: int
    scores: str
    made_at: str
    offered_at: str
    state: str = "open"
    person: str | None = None


CONTEST_DATA: tuple[type[SQLModel], ...] = (
    ContestRow,
    ContestantRow,
    JudgeRow,
    RoundRow,
    EntryRow,
    BallotRow,
    MarkRow,
    RevealRow,
    SignatureRow,
    RuleChangeRow,
)
"""What must follow from the journal, in the order in which rows may be written."""
