"""What the desk says to a panel (`GET /api/panel`), as frozen facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is scored, in steps from `min` to `max`."""

    key: str
    name: str
    min: Decimal
    max: Decimal
    step: Decimal
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Called:
    """The contestant on stage; `version` is what a ballot for it must name."""

    code: str
    name: str
    number: int
    category: str
    version: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A ballot that the desk has."""

    ballot_id: str
    entry: str
    scores: Mapping[str, str]
    stored_at: str
    source: str = "panel"
    """Who handed it in: `paper` is the staff, on the judge's behalf."""


@dataclass(frozen=True, slots=True)
class Past:
    """A ballot of this judge in the desk's own list; `current` unless it was returned or replaced."""

    ballot_id: str
    entry: str
    name: str
    round: int
    scores: Mapping[str, str]
    stored_at: str
    current: bool
    source: str = "panel"


@dataclass(frozen=True, slots=True)
class Returned:
    """Why and when a ballot was returned."""

    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a panel knows of the contest."""

    revision: int
    judge: str
    judge_name: str
    judge_title: str
    contest: str
    round: int
    round_closed: bool
    rehearsal: bool
    resend: bool
    absent: bool
    devices: int
    """How many devices are linked to this seat."""
    criteria: tuple[Criterion, ...]
    entry: Called | None
    phase: str
    open: bool
    recused: bool
    seat_scored: bool
    """Whoever sat here before has scored this contestant."""
    returned: Returned | None
    ballot: Stored | None
    history: tuple[Past, ...]

    def is_open_for(self, round_: int, entry: str) -> bool:
        """Whether this contestant of this round can be scored right now."""
        return self.open and self.round == round_ and self.entry is not None and self.entry.code == entry

    def had_before(self, ballot: Stored | Past) -> bool:
        """Whether an earlier ballot for the same contestant in the same round gave way to this one."""
        round_ = ballot.round if isinstance(ballot, Past) else self.round
        return any(
            (past.entry, past.round) == (ballot.entry, round_) and past.stored_at < ballot.stored_at
            for past in self.history
        )


def read_facts(answer: Json) -> Facts:
    """The facts of an answer. Raises `ValueError` where it is none of the desk's."""
    try:
        return _read(answer)
    except (ArithmeticError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not the answer of a desk: {error!r}") from error


def _read(answer: Json) -> Facts:
    judge, entry, returned, ballot = (answer[key] for key in ("judge", "entry", "returned", "ballot"))
    return Facts(
        revision=int(answer["revision"]),
        judge=str(judge["code"]),
        judge_name=str(judge["name"]),
        judge_title=str(judge["title"]),
        contest=str(answer["contest"]),
        round=int(answer["round"]),
        round_closed=bool(answer["round_closed"]),
        rehearsal=bool(answer["rehearsal"]),
        resend=bool(answer["resend"]),
        absent=bool(answer["absent"]),
        devices=int(answer["devices"]),
        criteria=tuple(_criterion(each) for each in answer["criteria"]),
        entry=_called(entry) if entry else None,
        phase=str(answer["phase"]),
        open=bool(answer["open"]),
        recused=bool(answer["recused"]),
        seat_scored=bool(answer["seat_scored"]),
        returned=Returned(str(returned["reason"]), str(returned["at"])) if returned else None,
        ballot=read_stored(ballot) if ballot else None,
        history=tuple(_past(each) for each in answer["history"]),
    )


def _criterion(each: Json) -> Criterion:
    numbers = {key: Decimal(str(each[key])) for key in ("min", "max", "step", "weight")}
    return Criterion(str(each["key"]), str(each["name"]), **numbers)


def _called(entry: Json) -> Called:
    category = str(entry["category"] or "")
    return Called(str(entry["code"]), str(entry["name"]), int(entry["number"]), category, int(entry["version"]))


def read_stored(ballot: Json) -> Stored:
    """A stored ballot as the desk writes it."""
    return Stored(
        str(ballot["ballot_id"]),
        str(ballot.get("entry", "")),
        read_scores(ballot),
        str(ballot["stored_at"]),
        str(ballot.get("source", "panel")),
    )


def read_scores(ballot: Json) -> dict[str, str]:
    """The scores of a ballot; text by criterion."""
    return {str(key): str(value) for key, value in ballot["scores"].items()}


def _past(each: Json) -> Past:
    return Past(
        str(each["ballot_id"]),
        str(each["entry"]),
        str(each["name"]),
        int(each["round"]),
        read_scores(each),
        str(each["stored_at"]),
        bool(each["current"]),
        str(each.get("source", "panel")),
    )
