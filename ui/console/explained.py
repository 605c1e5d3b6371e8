"""What each line of an explanation is, and where its columns begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from scoring import explain
from scoring.text import Language, Text

NUMBER = r"[-\d./]+"
BETWEEN = "，; "
"""What stands between two parts of a line and is not needed between two columns."""


class Kind(Enum):
    """What a line is about."""

    HEAD = auto()
    GROUP = auto()
    BALLOT = auto()
    DROPPED = auto()
    OUT = auto()
    GROUP_SCORE = auto()
    STEP = auto()
    FINAL = auto()
    OUTCOME = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a line; `struck` if they do not count."""

    text: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation; a tab begins the next column."""

    kind: Kind
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def columns(self) -> list[str]:
        return self.text.split("\t")


_OUTCOMES = (
    explain.RANK,
    explain.TIE_BREAK,
    explain.SHARED,
    explain.GRADE,
    explain.RETURNS,
    explain.COMES_BACK,
    explain.NO_SHOW,
    explain.WITHDRAWN,
)
_KINDS: tuple[tuple[Kind, Text], ...] = (
    (Kind.GROUP, explain.GROUP),
    (Kind.GROUP, explain.VOID),
    (Kind.GROUP_SCORE, explain.GROUP_SCORE),
    (Kind.FINAL, explain.FINAL),
    (Kind.OPEN, explain.INCOMPLETE),
    *((Kind.OUTCOME, outcome) for outcome in _OUTCOMES),
)


def read_lines(texts: list[Text], language: Language) -> list[Line]:
    """The lines of `scoring.explain.explain` in one language."""
    head, *rest = (text.said(language) for text in texts)
    return [Line(Kind.HEAD, (Run(head),)), *(_line(said, language) for said in rest)]


def _line(said: str, language: Language) -> Line:
    ballot = _match(explain.BALLOT, said, language)
    if ballot:
        return _ballot(ballot, language)
    out = _match(explain.OUT, said, language)
    if out:
        return Line(Kind.OUT, (Run("\t".join([*_judge(out, "why"), said[out.start("why") :]])),))
    kinds = (kind for kind, template in _KINDS if _match(template, said, language))
    return Line(next(kinds, Kind.STEP), (Run(said.strip()),))


def _ballot(found: re.Match[str], language: Language) -> Line:
    total = found.string[found.end("scores") : found.end("total")].lstrip(BETWEEN)
    fate = found["fate"].strip()
    judge = "\t".join([*_judge(found, "scores"), ""])
    rest = [Run(f"\t{fate}")] if fate else []
    if fate in {explain.DROPPED(side=side).said(language).strip() for side in (explain.HIGH, explain.LOW)}:
        points = (Run(found["scores"], struck=True), Run("\t"), Run(total, struck=True))
        return Line(Kind.DROPPED, (Run(judge), *points, *rest))
    scores = _scores(found["scores"], _criteria_in(fate, language))
    return Line(Kind.BALLOT, (Run(judge), *scores, Run(f"\t{total}"), *rest))


def _judge(found: re.Match[str], until: str) -> list[str]:
    """The columns of the judge's code and name."""
    return [found["judge"], found.string[found.start("name") : found.start(until)].strip()]


def _criteria_in(fate: str, language: Language) -> list[str]:
    """The criteria in which a ballot was dropped."""
    pattern = _pattern(explain.DROPPED_IN.said(language).strip())
    return [found["criterion"] for found in re.finditer(pattern, fate)]


def _scores(scores: str, dropped: list[str]) -> Iterator[Run]:
    if not dropped:
        yield Run(scores)
        return
    names = "|".join(re.escape(name) for name in dropped)
    parts = re.split(rf"(?<![^、 ])((?:{names}) {NUMBER})", scores)
    yield from (Run(part, struck=place % 2 == 1) for place, part in enumerate(parts) if part)


def _match(template: Text, said: str, language: Language) -> re.Match[str] | None:
    return re.fullmatch(_pattern(template.said(language)), said)


def _pattern(template: str) -> str:
    """A pattern for the sentences that are made from a template; its places are groups."""
    places = {"judge": r"\S+", "scores": ".+", "total": NUMBER, "fate": ".*"}
    parts = re.split(r"\{(\w+)\}", template)
    words = (re.escape(part) for part in parts[::2])
    groups = (f"(?P<{name}>{places.get(name, '.+?')})" for name in parts[1::2])
    return "".join(part for pair in zip(words, [*groups, ""], strict=True) for part in pair)
