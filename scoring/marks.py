"""How marks become facts, and which may be made (rules.md, Corrections)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from scoring.bench import NOBODY, Bench
from scoring.contest import Adjustment, Attendance, Draw, Entry, Round
from scoring.crowd_ballots import Ballots, of_panels, piles_of
from scoring.draws import draw_order
from scoring.errors import TWICE, BadInput, Fault, NotNow
from scoring.mark import Mark, MarkKind
from scoring.plan import Plan
from scoring.text import Text, storable

ALREADY_UNDONE = Text("第 {record} 条已经撤销", "record {record} has been undone already")
EMPTY_SEED = Text("种子不能为空", "the seed must not be empty")
NOT_TEXT = Text("不是 UTF-8 文字", "is not text in UTF-8")
DRAW_TWO = Text("抽签至少要有两个不同的单位", "a draw needs at least two different contestants")
NOT_POINTS = Text(
    "撤销后恢复的“{name}”数值不在 0–100 之间，与现行规则不符；请先改计分规则",
    "the values of '{name}' that would come back are not from 0 to 100, as the rules now ask; change the rules first",
)


def standing(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that count, oldest first: those that no standing undo takes back. An undo can itself be undone."""
    taken_back: set[int] = set()
    for mark in reversed(marks):
        if mark.kind is MarkKind.UNDO and mark.record not in taken_back:
            taken_back.add(mark.target)
    return [mark for mark in marks if mark.record not in taken_back]


def with_marks(round_: Round, marks: Sequence[Mark], bench: Bench = NOBODY) -> Round:
    """The round with all facts that follow from its standing marks, given oldest first.

    What is not a mark (line-up, ballots of panels, phases, reveals) is taken from `round_`; `bench` are the judges.
    """
    added = {mark.contestant for mark in marks if mark.kind is MarkKind.ADD}
    entries = {entry.code: _bare(entry) for entry in round_.entries if not entry.added or entry.code in added}
    for mark in marks:
        entries.update(list(_entry_changes(mark, entries)))
    for code, piles in piles_of(marks).items():
        if code in entries:
            entries[code] = replace(entries[code], ballots=Ballots(entries[code].ballots, piles, bench))
    start = next((_draw(mark) for mark in reversed(marks) if mark.kind is MarkKind.START_ORDER), None)
    return replace(
        round_,
        entries=_ordered(entries.values(), start),
        absent=_subjects(marks, MarkKind.JUDGE_ABSENT),
        left=_subjects(marks, MarkKind.JUDGE_LEFT),
        void=_subjects(marks, MarkKind.GROUP_VOID),
        draws=tuple(_draw(mark) for mark in marks if mark.kind is MarkKind.DRAW),
        start_order=start,
        marks=tuple(marks),
    )


def _bare(entry: Entry) -> Entry:
    return replace(
        entry,
        attendance=Attendance.PRESENT,
        ballots=of_panels(entry.ballots),
        recused=frozenset(),
        adjustments=(),
        values={},
    )


def _entry_changes(mark: Mark, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """The entries that one mark changes, changed."""
    if mark.kind is MarkKind.COMPONENT:
        for code, value in mark.values.items():
            if code in entries:
                yield code, replace(entries[code], values={**entries[code].values, mark.subject: value})
        return
    entry = entries.get(mark.contestant)
    if entry is None:
        return
    match mark.kind:
        case MarkKind.RECUSE:
            yield entry.code, replace(entry, recused=entry.recused | {mark.subject})
        case MarkKind.WITHDRAW:
            yield entry.code, replace(entry, attendance=Attendance.WITHDRAWN)
        case MarkKind.NO_SHOW if entry.attendance is Attendance.PRESENT:
            yield entry.code, replace(entry, attendance=Attendance.NO_SHOW)
        case MarkKind.ADJUST if mark.points is not None:
            adjustment = Adjustment(mark.points, mark.reason, mark.record)
            yield entry.code, replace(entry, adjustments=(*entry.adjustments, adjustment))


def _ordered(entries: Iterable[Entry], start: Draw | None) -> tuple[Entry, ...]:
    """The line-up in the order of the latest start draw; entries that came later stay at the end."""
    drawn = {code: place for place, code in enumerate(start.order)} if start else {}
    return tuple(sorted(entries, key=lambda entry: drawn.get(entry.code, len(drawn))))


def _subjects(marks: Iterable[Mark], kind: MarkKind) -> frozenset[str]:
    return frozenset(mark.subject for mark in marks if mark.kind is kind)


def _draw(mark: Mark) -> Draw:
    return Draw(mark.order, mark.seed, mark.record, mark.at, mark.reason)


def says_nothing_new(marks: Iterable[Mark], mark: Mark) -> bool:
    """Whether an absence, recusal, no-show, withdrawal or void group stands already (rules.md, Corrections)."""
    repeatable = {
        MarkKind.JUDGE_ABSENT,
        MarkKind.JUDGE_LEFT,
        MarkKind.RECUSE,
        MarkKind.NO_SHOW,
        MarkKind.WITHDRAW,
        MarkKind.GROUP_VOID,
    }
    same = (mark.kind, mark.subject, mark.contestant)
    return mark.kind in repeatable and any((m.kind, m.subject, m.contestant) == same for m in marks)


def start_order(round_: Round, seed: str) -> Mark:
    """Draw the order of the whole line-up. Raises `BadInput` for an empty seed."""
    _check_seed(seed)
    return Mark(MarkKind.START_ORDER, seed=seed, order=draw_order(seed, (entry.code for entry in round_.entries)))


def tie_draw(seed: str, codes: Sequence[str]) -> Mark:
    """Draw between entries. Raises `BadInput` for an empty seed, fewer than two entries, or one named twice."""
    _check_seed(seed)
    twice = [code for number, code in enumerate(codes) if code in codes[:number]]
    if twice:
        raise BadInput([Fault(TWICE(name=code), key="entries") for code in twice])
    if len(codes) < 2:
        raise BadInput([Fault(DRAW_TWO, key="entries")])
    return Mark(MarkKind.DRAW, seed=seed, order=draw_order(seed, codes))


def _check_seed(seed: str) -> None:
    if not seed.strip():
        raise BadInput([Fault(EMPTY_SEED, key="seed")])
    if not storable(seed):
        raise BadInput([Fault(NOT_TEXT, key="seed")])


def check_undo(plan: Plan, marks: Sequence[Mark], record: int) -> None:
    """May this mark be undone? Anything can, but only while it stands, and only if what comes back fits the plan.

    Raises `NotNow`.
    """
    if record not in {mark.record for mark in standing(marks)}:
        raise NotNow("undone", ALREADY_UNDONE(record=record))
    left = standing([*marks, Mark(MarkKind.UNDO, target=record)])
    for part in plan.components:
        if not all(part.takes(value) for value in latest_values(left, part.key)):
            raise NotNow("not_points", NOT_POINTS(name=part.name))


def undone(marks: Iterable[Mark], record: int) -> Mark:
    """The mark that undoing this one is about: an undo is about what it took back."""
    known = {mark.record: mark for mark in marks}
    mark = known[record]
    while mark.kind is MarkKind.UNDO:
        mark = known[mark.target]
    return mark


def latest_values(marks: Iterable[Mark], component: str) -> list[Decimal]:
    """The values of a component that standing marks, given oldest first, leave behind, in the line-up or not."""
    found: dict[str, Decimal] = {}
    for mark in marks:
        if mark.kind is MarkKind.COMPONENT and mark.subject == component:
            found.update(mark.values)
    return list(found.values())
