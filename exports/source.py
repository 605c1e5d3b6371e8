"""What a bulletin is made from: one frozen snapshot, never the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from exports.letter import Letter
from scoring.assessment import Assessed
from scoring.contest import Contest, Round
from scoring.results import Standings
from scoring.text import Language

DIGITS_OF_HASH = 16


@dataclass(frozen=True, slots=True)
class BulletinSource:
    """One round's result, or that of an assessment, and the state of the journal that it follows from.

    `record` is the number of the journal's last record and `digest` its hash (64 hex digits); `day` is the day of
    closing, or of the export while the round is open; `supersedes` names the closing that this bulletin replaces by
    record and first 16 hex digits. `letter` holds what a person decided. Of a half-year assessment `assessed` is what
    it came to; contest, round and standings say the same as if it were a round, closed by the record that holds it.
    """

    contest: Contest
    round: Round
    standings: Standings
    record: int
    digest: str
    day: date
    supersedes: tuple[int, str] | None
    language: Language = "zh"
    letter: Letter = field(default_factory=Letter)
    assessed: Assessed | None = None

    @property
    def provisional(self) -> bool:
        """Whether the round is not closed, so that every page must say so."""
        return self.round.closed is None

    @property
    def dated(self) -> date:
        """The date of the document (成文日期)."""
        return self.letter.day or self.day

    @property
    def mark(self) -> str:
        """The issuer's mark at the head, with 文件 behind it where a person wrote so."""
        return self.letter.issuer or self.contest.plan.organizer or self.contest.plan.title

    @property
    def issuer(self) -> str:
        """Who issues the bulletin and signs it; may be empty."""
        return self.letter.signer or self.letter.issuer.removesuffix("文件") or self.contest.plan.organizer

    @property
    def fingerprint(self) -> str:
        """`N:HASH` as `verify --fingerprint` takes it: the last record and the first 16 hex digits of its hash."""
        return f"{self.record}:{self.digest[:DIGITS_OF_HASH]}"
