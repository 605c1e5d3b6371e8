"""What a person decides of a bulletin, and how it is kept with the contest."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from enum import StrEnum

from scoring.text import Text

SETTING = "letters"
"""The setting of a contest file under which the letters of its rounds are kept."""
ASSESSMENT_SETTING = "assessment-letter"
"""The setting under which the letter of the assessments is kept."""
_DAY = re.compile(r"\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*")


class Attachment(StrEnum):
    """What can follow a bulletin, in the order in which it does."""

    SCORES = "scores"
    EXPLANATIONS = "explanations"
    DEVIATIONS = "deviations"
    COURSE = "course"
    ANALYSIS = "analysis"


NAMES: Mapping[Attachment, Text] = {
    Attachment.SCORES: Text("评分明细", "Detailed scores"),
    Attachment.EXPLANATIONS: Text("成绩说明", "How each score came about"),
    Attachment.DEVIATIONS: Text("评委评分偏差", "How far judges stand from each other"),
    Attachment.COURSE: Text("历轮成绩", "The course over all rounds"),
    Attachment.ANALYSIS: Text("评委评分分析", "How judges scored and agreed"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """The fields of an official document (GB/T 9704-2012, 7.2 and 7.3); an empty one is as the contest has it.

    `issuer` is the mark at the head (发文机关标志), `number` the document number (发文字号), `addressee` 主送机关,
    `basis` opens the text, `signer` stands above the date, `day` is the date of the document (成文日期),
    `copies` are the bodies that get a copy (抄送).
    """

    issuer: str = ""
    number: str = ""
    addressee: str = ""
    basis: str = ""
    signer: str = ""
    day: date | None = None
    copies: str = ""
    attachments: tuple[Attachment, ...] = ()

    def texts(self) -> Mapping[str, str]:
        """The fields that are words, by name."""
        return {each.name: value for each in fields(self) if isinstance(value := getattr(self, each.name), str)}


def letter_of(kept: str | None, number: int) -> Letter:
    """The letter of a round; where it has none, what was written last for an earlier one, but for number and date."""
    letters = _letters(kept)
    if number in letters:
        return letters[number]
    earlier = [each for each in sorted(letters) if each < number]
    return replace(letters[earlier[-1]], number="", day=None) if earlier else Letter()


def assessment_letter(kept: str | None, letters: str | None, number: int) -> Letter:
    """How bulletins of assessments were worded last; at first as the letter of round `number`, but for what is its own.

    `kept` is the setting of the assessments, `letters` that of the rounds.
    """
    if kept is not None:
        return letter_of(kept, 1)
    return replace(letter_of(letters, number), number="", basis="", day=None, attachments=())


def with_letter(kept: str | None, number: int, letter: Letter) -> str:
    """The setting with the letter of a round put in."""
    letters = {**_letters(kept), number: letter}
    return json.dumps({each: _plain(letters[each]) for each in sorted(letters)}, ensure_ascii=False)


def parse_day(text: str) -> date | None:
    """A date as 2023-05-07, 2023.5.7 or 2023年5月7日; None where it is none."""
    found = _DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def _plain(letter: Letter) -> dict[str, object]:
    day = letter.day.isoformat() if letter.day else ""
    return {**asdict(letter), "day": day, "attachments": [str(each) for each in letter.attachments]}


def _letters(kept: str | None) -> dict[int, Letter]:
    found: dict[str, dict[str, object]] = json.loads(kept or "{}")
    return {int(number): _letter(each) for number, each in found.items()}


def _letter(kept: Mapping[str, object]) -> Letter:
    """A letter as another version of the program may have kept it: what is not known is passed over."""
    texts = {name: str(kept.get(name, "")) for name in Letter().texts()}
    chosen = kept.get("attachments", [])
    names = chosen if isinstance(chosen, list) else []
    return Letter(
        **texts,
        day=parse_day(str(kept.get("day", ""))),
        attachments=tuple(each for each in Attachment if each in names),
    )
