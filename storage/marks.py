"""Operations of the organizer's marks, and taking them back (rules.md, Corrections)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scoring import conduct
from scoring.contest import Contest, Entry, Round
from scoring.draws import latest_draw
from scoring.errors import BadInput, Fault, Unknown
from scoring.incoming import taken
from scoring.mark import Mark, MarkKind
from scoring.marks import check_undo, says_nothing_new, start_order, tie_draw, undone
from scoring.points import parse_signed, plain_decimal, written
from scoring.rounds import ALREADY_IN, NO_CONTESTANT
from scoring.text import Text
from storage.contest_file import OPERATOR, Actor, ContestFile, Operation
from storage.journal import Draft
from storage.load import all_marks, standing_marks
from storage.rows import first

if TYPE_CHECKING:
    from scoring.crowd import CrowdSheet
    from scoring.grid import Grid

NO_MARK = Text("第 {record} 条不是可以撤销的标记", "record {record} is not a mark that can be undone")
NOT_POINTS = Text("“{value}”不是分数，请写成 -0.5 或 2", "'{value}' is not a number of points; write -0.5 or 2")


def mark_judge(file: ContestFile, kind: MarkKind, judge: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Mark a judge as absent from the round or as having left it. Raises `Unknown`."""
    with file.write(by) as op:
        conduct.judge_of(op.contest, judge)
        return _note(op, Mark(kind, subject=judge, reason=reason))


def recuse(file: ContestFile, judge: str, code: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Leave a judge out of one entry. Raises `Unknown`."""
    with file.write(by) as op:
        conduct.judge_of(op.contest, judge)
        conduct.entry_of(op.contest.live_round, code)
        return _note(op, Mark(MarkKind.RECUSE, subject=judge, contestant=code, reason=reason))


def mark_entry(file: ContestFile, kind: MarkKind, code: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Mark an entry as no-show or withdrawn. Raises `Unknown`."""
    with file.write(by) as op:
        conduct.entry_of(op.contest.live_round, code)
        return _note(op, Mark(kind, contestant=code, reason=reason))


def add_entry(file: ContestFile, code: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Put a contestant of the roster at the end of the line-up. Raises `Unknown`, `BadInput`."""
    with file.write(by) as op:
        if code not in op.contest.contestants:
            raise Unknown(NO_CONTESTANT(code=code[:40]), key="entry")
        if op.contest.live_round.entry(code):
            raise BadInput([Fault(ALREADY_IN(code=code), key="entry")])
        return _note(op, Mark(MarkKind.ADD, contestant=code, reason=reason))


def adjust(file: ContestFile, code: str, points: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Add points to an entry, or take them. Raises `Unknown`, `BadInput`."""
    with file.write(by) as op:
        conduct.entry_of(op.contest.live_round, code)
        value = parse_signed(points)
        if value is None:
            raise BadInput([Fault(NOT_POINTS(value=points[:40]), key="points")])
        return _note(op, Mark(MarkKind.ADJUST, contestant=code, points=value, reason=reason))


def bring_in(file: ContestFile, component: str, source: Path | Grid, *, reason: str, by: Actor = OPERATOR) -> int:
    """Bring in values of a component from a sheet; all rows or none. Raises `BadInput`."""
    from scoring.bringing import outside_lines
    from storage.sheets import as_grid

    grid = as_grid(source)
    with file.write(by) as op:
        values = {each.contestant: each.value for each in taken(outside_lines(grid, op.contest, component))}
        return _note(op, Mark(MarkKind.COMPONENT, subject=component, values=values, reason=reason))


def void_group(file: ContestFile, group: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Leave a whole judge group out of the round. Raises `Unknown`."""
    with file.write(by) as op:
        conduct.group_of(op.contest, group)
        return _note(op, Mark(MarkKind.GROUP_VOID, subject=group, reason=reason))


def draw_start_order(file: ContestFile, seed: str, *, reason: str, by: Actor = OPERATOR) -> int:
    """Draw the order of the line-up from a seed said aloud. Raises `BadInput`."""
    with file.write(by) as op:
        return _note(op, replace(start_order(op.contest.live_round, seed), reason=reason))


def draw(
    file: ContestFile,
    seed: str,
    codes: Sequence[str],
    *,
    reason: str,
    number: int | None = None,
    by: Actor = OPERATOR,
) -> int:
    """Draw between entries that are tied, in the latest round or in that of a number, which a correction may have
    left with a tie. Raises `Unknown`, `BadInput`.
    """
    with file.write(by) as op:
        round_ = conduct.round_of(op.contest, number)
        conduct.check_entries(round_, codes)
        return _note(op, replace(tie_draw(seed, codes), reason=reason), round_)


def undo(file: ContestFile, record: int, *, reason: str, by: Actor = OPERATOR) -> int:
    """Take a mark back (an undo as well), in whatever round it was made. Raises `Unknown`, `NotNow`."""
    with file.write(by) as op:
        found = "SELECT round FROM mark WHERE record = ?"
        row = first(op.connection, found, record) if 0 < record < 2**63 else None
        if row is None:
            raise Unknown(NO_MARK(record=record), key="record")
        marks = all_marks(op.connection, row["round"])
        check_undo(op.contest.plan, marks, record)
        about = undone(marks, record)
        before = {"record": record, "what": about.kind.value, "entry": about.contestant}
        return _record(op, Mark(MarkKind.UNDO, target=record, reason=reason), row["round"], before)


def note_sheet(op: Operation, sheet: CrowdSheet, *, replaced: int, reason: str) -> int:
    """Record the ballots of crowds that a file brought; `replaced` of them take the place of others."""
    mark = Mark(MarkKind.BALLOTS, sheet=sheet, reason=reason)
    return _record(op, mark, op.contest.live_round.number, before={"replaced": replaced})


def _note(op: Operation, mark: Mark, round_: Round | None = None) -> int:
    """Record a mark, of the latest round unless another is given; not if it says nothing new. Returns the revision."""
    round_ = round_ or op.contest.live_round
    if says_nothing_new(standing_marks(op.connection, round_.number), mark):
        return op.last.number
    return _record(op, mark, round_.number)


def _record(op: Operation, mark: Mark, number: int, before: Mapping[str, object] | None = None) -> int:
    round_ = conduct.round_of(op.contest, number)
    after = {"subject": mark.subject, "contestant": mark.contestant, "details": _details(mark)}
    op.correct(
        round_, Draft(mark.kind.value, after, before=before or _before(op, round_, mark), round=number, why=mark.reason)
    )
    return op.last.number


def _details(mark: Mark) -> dict[str, object]:
    details: dict[str, object] = {}
    if mark.points is not None:
        details["points"] = plain_decimal(mark.points)
    if mark.values:
        details["values"] = {code: written(value) for code, value in mark.values.items()}
    if mark.sheet:
        details["sheet"] = mark.sheet.to_json()
    if mark.target:
        details["record"] = mark.target
    if mark.seed:
        details |= {"seed": mark.seed, "order": list(mark.order)}
    return details


def _before(op: Operation, round_: Round, mark: Mark) -> dict[str, object]:
    """What was so before: what the mark replaces, adds to or takes back."""
    match mark.kind:
        case MarkKind.COMPONENT:
            return {"values": _values(op.contest, mark)}
        case MarkKind.START_ORDER | MarkKind.ADD:
            return {"order": [entry.code for entry in round_.entries]}
        case MarkKind.DRAW:
            drawn = latest_draw(round_.draws, mark.order)
            return {"order": list(drawn.order) if drawn else None}
        case MarkKind.JUDGE_ABSENT | MarkKind.JUDGE_LEFT:
            return {"absent": sorted(round_.absent), "left": sorted(round_.left)}
        case MarkKind.GROUP_VOID:
            return {"void": sorted(round_.void)}
        case _:
            return _entry_before(mark, conduct.entry_of(round_, mark.contestant))


def _entry_before(mark: Mark, entry: Entry) -> dict[str, object]:
    if mark.kind is MarkKind.ADJUST:
        return {"points": [written(adjustment.points) for adjustment in entry.adjustments]}
    if mark.kind is MarkKind.RECUSE:
        return {"recused": sorted(entry.recused)}
    return {"attendance": entry.attendance.value}


def _values(contest: Contest, mark: Mark) -> dict[str, str | None]:
    entries = (conduct.entry_of(contest.live_round, code) for code in mark.values)
    known = {entry.code: entry.values.get(mark.subject) for entry in entries}
    return {code: None if value is None else written(value) for code, value in known.items()}
