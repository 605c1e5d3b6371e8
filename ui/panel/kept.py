"""What this device keeps: drafts, and the ballots made here with what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal, TypeAlias, cast, get_args
from uuid import uuid4

from ui.panel.facts import Facts, Json, Stored, read_scores, read_stored

Fate: TypeAlias = Literal["unsent", "stored", "conflict", "refused"]
"""`unsent` until the desk has said what it did with it; `conflict`: another is stored, and the judge decides."""
LATE = frozenset({"not_open", "stale", "closed", "late", "old_link", "not_found", "unknown"})
"""Refusals after which the organizer decides whether the ballot counts."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed so far; `replaces` is the stored ballot that the judge is changing."""

    round: int
    entry: str
    name: str
    version: int
    scores: Mapping[str, str]
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A ballot made on this device."""

    ballot_id: str
    entry: str
    name: str
    round: int
    version: int
    scores: Mapping[str, str]
    replaces: str | None
    made_at: str
    fate: Fate = "unsent"
    stored_at: str = ""
    received: float = 0.0
    """When the receipt came, by this device's clock: an answer that was asked for earlier cannot know of it."""
    lost: bool = False
    """Stored once, and missing at the desk now."""
    error: str = ""
    message: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    stored: Stored | None = None
    offered: bool = False
    seen: bool = False

    @property
    def lacks(self) -> bool:
        """Whether the desk does not have it although the judge handed it in."""
        return self.lost if self.fate == "stored" else self.fate == "refused" and self.error in LATE


def new_ballot(facts: Facts, scores: Mapping[str, str], replaces: str | None) -> Kept:
    """A ballot for the contestant on stage."""
    assert facts.entry is not None
    entry, made = facts.entry, datetime.now(UTC).isoformat(timespec="microseconds")
    return Kept(str(uuid4()), entry.code, entry.name, facts.round, entry.version, dict(scores), replaces, made)


def new_draft(facts: Facts, scores: Mapping[str, str], replaces: str | None) -> Draft:
    """What is typed so far for the contestant on stage."""
    assert facts.entry is not None
    entry = facts.entry
    return Draft(facts.round, entry.code, entry.name, entry.version, dict(scores), replaces)


def body_of(kept: Kept) -> Json:
    """The body of a ballot's PUT."""
    body: Json = {"ballot_id": kept.ballot_id, "version": kept.version, "scores": dict(kept.scores)}
    return {**body, "replaces": kept.replaces} if kept.replaces else body


def offer_of(kept: Kept) -> Json:
    """A ballot as it is offered to the organizer."""
    keys = ("ballot_id", "entry", "round", "version", "made_at")
    return {**{key: getattr(kept, key) for key in keys}, "scores": dict(kept.scores)}


def settled(kept: Kept, status: int, body: Json, now: float) -> Kept | None:
    """The ballot after the desk's answer; None where the answer settles nothing and it must be sent again."""
    if status in (200, 201):
        return _received(kept, body, now)
    error = body.get("error")
    if not 400 <= status < 500 or status == 429 or not isinstance(error, str):
        return None
    fields = body.get("fields") if isinstance(body.get("fields"), dict) else {}
    assert isinstance(fields, dict)
    if error == "changed" and isinstance(fields.get("stored"), dict):
        return replace(kept, fate="conflict", stored=read_stored(fields["stored"]))
    faults = {str(key): str(value) for key, value in fields.items()} if error == "invalid" else {}
    error = "not_found" if status == 404 else error
    return replace(kept, fate="refused", error=error, message=str(body.get("message", "")), faults=faults)


def _received(kept: Kept, body: Json, now: float) -> Kept | None:
    if body.get("ballot_id") != kept.ballot_id or not body.get("stored_at"):
        return None
    return replace(kept, fate="stored", stored_at=str(body["stored_at"]), received=now, lost=False)


def draft_json(draft: Draft) -> Json:
    """A draft as it is written down."""
    return asdict(draft)


def read_draft(values: Json) -> Draft:
    """A draft as it was written down. Raises `KeyError`, `TypeError`, `ValueError` where it is none."""
    return Draft(
        int(values["round"]),
        str(values["entry"]),
        str(values["name"]),
        int(values["version"]),
        read_scores(values),
        values["replaces"],
    )


def kept_json(kept: Kept) -> Json:
    """A ballot as it is written down."""
    return asdict(kept)


def read_kept(values: Json) -> Kept:
    """A ballot as it was written down. Raises `KeyError`, `TypeError`, `ValueError` where it is none."""
    if values["fate"] not in get_args(Fate):
        raise ValueError(values["fate"])
    stored = values["stored"]
    known = {**values, "scores": read_scores(values), "stored": read_stored(stored) if stored else None}
    return Kept(**cast("dict[str, object]", known))  # type: ignore[arg-type]
