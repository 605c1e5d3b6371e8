"""Where in a contest a text comes from, to say which name holds a character that cannot be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exports.source import BulletinSource
from scoring.crowd_ballots import of_panels
from scoring.errors import Fault
from scoring.mark import MarkKind
from scoring.text import Text

NO_GLYPH = Text(
    "没有字体含有字符{char}，出现在{place}：{text}", "no font has the character {char}, found in {place}: {text}"
)
FIELDS = {
    "issuer": Text("发文机关标志", "the issuer's mark"),
    "number": Text("发文字号", "the document number"),
    "addressee": Text("主送机关", "the addressee"),
    "basis": Text("依据", "the basis"),
    "signer": Text("署名", "the signer"),
    "copies": Text("抄送", "the bodies that get a copy"),
}
ELSEWHERE = Text("正文", "the text")
CONTEXT = 12


def no_glyph(named: Sequence[tuple[Text, str]], missing: Mapping[str, str]) -> list[Fault]:
    """One fault for each place of each character, among texts with what they are.

    `missing` holds the line in which a character was met.
    """
    return [fault for char, line in sorted(missing.items()) for fault in _faults(named, char, line)]


def _faults(named: Sequence[tuple[Text, str]], char: str, line: str) -> Iterator[Fault]:
    places = [(place, text) for place, text in named if char in text] or [(ELSEWHERE, line)]
    shown = f"{char} (U+{ord(char):04X})" if char.isprintable() else f"U+{ord(char):04X}"
    for place, text in places:
        yield Fault(NO_GLYPH(char=shown, place=place, text=_around(text, char)))


def _around(text: str, char: str) -> str:
    at = text.index(char)
    return text[max(0, at - CONTEXT) : at + CONTEXT + 1]


def named_texts(source: BulletinSource) -> Iterator[tuple[Text, str]]:
    """Every text of a contest that a bulletin may print, with what it is."""
    plan = source.contest.plan
    yield Text("擂台赛名称", "the contest's title"), plan.title
    yield Text("主办单位名称", "the organizer's name"), plan.organizer
    yield from ((FIELDS[name], text) for name, text in source.letter.texts().items())
    for kind, items in (
        (Text("类别{key}", "category {key}"), plan.categories),
        (Text("评分项{key}", "criterion {key}"), plan.criteria),
        (Text("评委组{key}", "judge group {key}"), plan.groups),
        (Text("成绩构成{key}", "component {key}"), plan.components),
    ):
        yield from ((kind(key=item.key), item.name) for item in items)
    for part in plan.components:
        yield Text("{name}的单位", "the unit of {name}")(name=part.name), part.unit
    yield from ((Text("等次", "grade"), grade.name) for grade in plan.grades)
    yield from _people(source)
    for change in source.contest.rule_changes:
        yield Text("流水第{n}号记录", "journal record {n}")(n=change.record), change.reason


def _people(source: BulletinSource) -> Iterator[tuple[Text, str]]:
    bench, round_ = source.contest.bench, source.round
    noted = (round_.absent | round_.left).union(*(entry.recused for entry in round_.entries))
    named = [*bench.seated, *(judge for code in sorted(noted) if (judge := bench.find(code)))]
    seats = [(judge.code, judge.name) for judge in named]
    seats += [
        (ballot.judge, ballot.person) for entry in source.round.entries for ballot in of_panels(entry.ballots).values()
    ]
    yield from ((Text("评委{code}", "judge {code}")(code=code), name) for code, name in dict.fromkeys(seats))
    for entry in source.round.entries:
        yield Text("参赛单位{code}", "contestant {code}")(code=entry.code), source.contest.contestants[entry.code].name
        for number, each in enumerate(entry.adjustments, start=1):
            place = Text("参赛单位{code}的第{n}项加减分", "adjustment {n} of contestant {code}")
            yield place(code=entry.code, n=number), each.reason
    for mark in source.round.marks:
        if mark.kind is not MarkKind.ADJUST:
            yield Text("流水第{n}号记录", "journal record {n}")(n=mark.record), mark.seed + mark.reason
