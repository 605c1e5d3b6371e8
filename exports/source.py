"""What a bulletin is made from: one frozen snapshot, never the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scoring.contest import Contest, Round
from scoring.results import Standings
from scoring.text import Language

DIGITS_OF_HASH = 16


@dataclass(frozen=True, slots=True)
class BulletinSource:
    """One round's result and the state of the journal that it follows from.

    `record` is the number of the journal's last record and `digest` its hash (64 hex digits); `day` is the day of
    closing, or of the export while the round is open; `supersedes` names the closing that this bulletin replaces by
    record and first 16 hex digits. `document_number` (发文字号) and `addressee` (主送) are left out when empty.
    `explanations` asks for the annex that says how each score came about.
    """

    contest: Contest
    round: Round
    standings: Standings
    record: int
    digest: str
    day: date
    supersedes: tuple[int, str] | None
    language: Language = "zh"
    document_number: str = ""
    addressee: str = ""
    explanations: bool = False

    @property
    def provisional(self) -> bool:
        """Whether the round is not closed, so that every page must say so."""
        return self.round.closed is None

    @property
    def fingerprint(self) -> str:
        """`N:HASH` as `verify --fingerprint` takes it: the last record and the first 16 hex digits of its hash."""
        return f"{self.record}:{self.digest[:DIGITS_OF_HASH]}"
