"""The state of a contest as frozen facts: what is known now, from which every result follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from scoring.bench import Bench
from scoring.contestants import Roster
from scoring.mark import Mark
from scoring.plan import Contestant, Judge, Plan
from scoring.results import EntryResult


class Attendance(StrEnum):
    """Whether an entry takes part."""

    PRESENT = "present"
    NO_SHOW = "no_show"
    WITHDRAWN = "withdrawn"


class Phase(StrEnum):
    """How far the scoring of an entry has come."""

    WAITING = "waiting"
    CALLED = "called"
    OPEN = "open"
    CLOSED = "closed"


class Screen(StrEnum):
    """What the stage can show; `AUTO` follows the session."""

    AUTO = "auto"
    WELCOME = "welcome"
    LINEUP = "lineup"
    ON_STAGE = "on-stage"
    SCORING = "scoring"
    REVEAL = "reveal"
    LEADERBOARD = "leaderboard"
    FINALE = "finale"
    RETURNS = "returns"
    CLOSING = "closing"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One judge's scores for one entry, all criteria together.

    `judge` is the seat, `person` who sat in it then; `record` is the journal's number of the storing;
    `version` the version of (entry, judge) that the ballot named; `stored_at` is UTC, ISO 8601; `source` says who
    handed it in: `panel` the judge, `offer` the judge too late, `paper` the staff on the judge's behalf.
    """

    judge: str
    scores: Mapping[str, Decimal]
    ballot_id: str = ""
    person: str = ""
    version: int = 0
    stored_at: str = ""
    record: int = 0
    source: str = "panel"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Points added or taken, with a reason; `record` is what an undo names."""

    points: Decimal
    reason: str = ""
    record: int = 0


@dataclass(frozen=True, slots=True)
class Reveal:
    """What was announced of an entry, exactly as it was announced; `at` is UTC, ISO 8601."""

    result: EntryResult
    record: int
    at: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A ballot that was given back to its judge: the record of it, when and why, and whose it was."""

    record: int
    reason: str
    at: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One contestant's appearance in one round.

    Journal records: `version` last called or reopened the entry, or changed what is scored while it waited on stage
    (0: never called), `moved` last changed its phase, `stopped` last closed its scoring, `added` put it into a line-up
    that existed (0: in it from the start). `returned` holds the judges whose latest ballot was given back.
    """

    code: str
    attendance: Attendance = Attendance.PRESENT
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    recused: frozenset[str] = frozenset()
    adjustments: tuple[Adjustment, ...] = ()
    values: Mapping[str, Decimal] = field(default_factory=dict)
    phase: Phase = Phase.WAITING
    version: int = 0
    moved: int = 0
    stopped: int = 0
    added: int = 0
    returned: Mapping[str, Returned] = field(default_factory=dict)
    announced: Reveal | None = None
    """To the hosts."""
    revealed: Reveal | None = None
    """To everyone."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A recorded draw: the entries in the order drawn, the seed that was said aloud, the witness's words."""

    order: tuple[str, ...]
    seed: str
    record: int
    at: str = ""
    reason: str = ""


class Signer(StrEnum):
    """Who puts a name to a result, in the order in which they sign."""

    CHIEF_JUDGE = "chief-judge"
    TELLER = "teller"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Signature:
    """A name put to the result of a closed round; `at` is UTC, ISO 8601, `record` the journal's number."""

    name: str
    at: str
    record: int


@dataclass(frozen=True, slots=True)
class Round:
    """One session of the contest, with its own line-up and result.

    `closed` is the journal record that closed the round, or None; `signatures` stand until the round is reopened.
    """

    number: int
    entries: tuple[Entry, ...]
    absent: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    draws: tuple[Draw, ...] = ()
    start_order: Draw | None = None
    called: str | None = None
    closed: int | None = None
    marks: tuple[Mark, ...] = ()
    signatures: Mapping[Signer, Signature] = field(default_factory=dict)

    def entry(self, code: str) -> Entry | None:
        """The entry of a contestant, or None when it is not in the line-up."""
        return next((entry for entry in self.entries if entry.code == code), None)

    @property
    def on_stage(self) -> Entry | None:
        """The entry that was called last."""
        return self.entry(self.called) if self.called else None


@dataclass(frozen=True, slots=True)
class Clock:
    """The speech timer: seconds already used, UTC start of the running stretch or None, seconds granted on top."""

    used: float = 0.0
    since: str | None = None
    extra: int = 0


@dataclass(frozen=True, slots=True)
class RuleChange:
    """The rules were changed after scoring had begun: by which record, in which round, why, from what to what."""

    record: int
    round: int
    at: str
    reason: str
    before: Plan
    after: Plan


@dataclass(frozen=True, slots=True)
class StagedReveal:
    """One entry's result that is told to the room in steps; `record` is the journal's number of the latest step."""

    round: int
    entry: str
    step: int
    record: int


@dataclass(frozen=True, slots=True)
class FinaleLine:
    """A line of a final board as it stood when its final reveal was begun; `place` counts from 0 at the top."""

    code: str
    place: int
    rank: int | None
    tied: bool
    returns: bool
    grade: str | None


@dataclass(frozen=True, slots=True)
class Finale:
    """A whole board that is told line by line: `step` of `lines` were told, in this order.

    `begun` is the journal's number of its beginning, `record` of the latest step.
    """

    round: int
    board: str
    lines: tuple[FinaleLine, ...]
    step: int
    begun: int
    record: int


Staging: TypeAlias = StagedReveal | Finale
"""What is being told to the room in steps."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A whole contest at one revision (the number of the journal's last record).

    `begun` says that a ballot was stored at some time, be it returned or replaced since.
    """

    plan: Plan
    contestants: Mapping[str, Contestant]
    judges: tuple[Judge, ...]
    rounds: tuple[Round, ...]
    revision: int
    screen: Screen = Screen.AUTO
    clock: Clock = Clock()
    rehearsal: bool = False
    begun: bool = False
    rule_changes: tuple[RuleChange, ...] = ()
    staging: Staging | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.judges, Bench):
            object.__setattr__(self, "judges", Bench(self.judges))
        if not isinstance(self.contestants, Roster):
            object.__setattr__(self, "contestants", Roster(self.contestants))

    def called(self, code: str) -> str:
        """What a contestant is called where its name stands alone."""
        assert isinstance(self.contestants, Roster)
        return self.contestants.called(code)

    @property
    def bench(self) -> Bench:
        """The judges, with what follows from who they are."""
        assert isinstance(self.judges, Bench)
        return self.judges

    @property
    def live_round(self) -> Round:
        """The latest round, the one that is being run."""
        return self.rounds[-1]
