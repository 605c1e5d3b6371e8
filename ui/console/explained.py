"""What each line of an explanation is, and where its columns begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import cast

from scoring import explain, explain_rank
from scoring.text import Language, Text

COLON = Text("：", ": ")
COMMA = Text("、", ", ")
"""What `scoring.text.listed` puts between."""


class Kind(Enum):
    """What a line is about."""

    HEAD = auto()
    GROUP = auto()
    BALLOT = auto()
    DROPPED = auto()
    OUT = auto()
    WITHIN = auto()
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


_KINDS: Mapping[Text, Kind] = {
    explain.HEAD: Kind.HEAD,
    explain.GROUP: Kind.GROUP,
    explain.VOID: Kind.GROUP,
    explain.NOT_TRIMMED: Kind.WITHIN,
    explain.EQUALS: Kind.WITHIN,
    explain.CRITERION: Kind.WITHIN,
    explain.GROUP_SCORE: Kind.GROUP_SCORE,
    explain.FINAL: Kind.FINAL,
    explain.INCOMPLETE: Kind.OPEN,
    explain_rank.RANK: Kind.OUTCOME,
    explain_rank.TIE_BREAK: Kind.OUTCOME,
    explain_rank.SHARED: Kind.OUTCOME,
    explain_rank.WAITS: Kind.OUTCOME,
    explain_rank.OPEN: Kind.OUTCOME,
    explain_rank.GRADE: Kind.OUTCOME,
    explain_rank.RETURNS: Kind.OUTCOME,
    explain_rank.DRAWN_OUT: Kind.OUTCOME,
    explain.COMES_BACK: Kind.OUTCOME,
    explain.NO_SHOW: Kind.OUTCOME,
    explain.WITHDRAWN: Kind.OUTCOME,
}


def read_lines(texts: Sequence[Text], language: Language) -> list[Line]:
    """The lines of `scoring.explain.explain` in one language."""
    return [_line(text, language) for text in texts]


def _line(text: Text, language: Language) -> Line:
    template = text.template or text
    if template == explain.BALLOT:
        return _ballot(text, language)
    if template == explain.OUT:
        return Line(Kind.OUT, (Run("\t".join([*_judge(text, language), _said(text, "why", language)])),))
    return Line(_KINDS.get(template, Kind.STEP), (Run(text.said(language).strip()),))


def _ballot(text: Text, language: Language) -> Line:
    judge = Run("\t".join([*_judge(text, language), ""]))
    total, fate = _said(text, "total", language), _said(text, "fate", language).strip()
    rest = [Run(f"\t{fate}")] if fate else []
    if text.values["dropped"]:
        points = (Run(_said(text, "scores", language), struck=True), Run("\t"), Run(total, struck=True))
        return Line(Kind.DROPPED, (judge, *points, *rest))
    scores = _scores(cast("list[Text]", text.values["each"]), language)
    return Line(Kind.BALLOT, (judge, *scores, Run(f"\t{total}"), *rest))


def _judge(text: Text, language: Language) -> list[str]:
    """The columns of the judge's code and name."""
    return [str(text.values["judge"]), f"{text.values['name']}{COLON.said(language).strip()}"]


def _said(text: Text, place: str, language: Language) -> str:
    """What stands in a place of a sentence."""
    return cast("Text", text.values[place]).said(language)


def _scores(each: list[Text], language: Language) -> Iterator[Run]:
    """The scores of a ballot, those struck that were dropped."""
    for place, score in enumerate(each):
        if place:
            yield Run(COMMA.said(language))
        yield Run(score.said(language), struck=bool(score.values["dropped"]))
