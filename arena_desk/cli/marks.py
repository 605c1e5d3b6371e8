"""The marks of the command line: `arena-desk mark FILE WHAT [ARGUMENT]…`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from scoring.errors import BadInput, Fault
from scoring.mark import MarkKind
from scoring.text import Text
from storage import marks
from storage.contest_file import ContestFile

Run: TypeAlias = Callable[[ContestFile, Sequence[str], str], int]

UNKNOWN = Text("不认识的标记“{what}”，可用：{known}", "'{what}' is not a mark; there are: {known}")
USAGE = Text("用法：mark FILE {usage} --reason 原因", "usage: mark FILE {usage} --reason TEXT")
NOT_A_RECORD = Text("“{value}”不是流水编号", "'{value}' is not a number of the journal")


@dataclass(frozen=True, slots=True)
class MarkUsage:
    """How a mark is written, how many arguments it takes (None: two or more), and what it runs."""

    usage: str
    count: int | None
    run: Run


def checked(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The kind of mark and its arguments, if they are right in number. Raises `BadInput`."""
    kind, *arguments = words
    usage = MARKS.get(kind)
    if usage is None:
        raise BadInput([Fault(UNKNOWN(what=kind, known=" ".join(MARKS)))])
    right = len(arguments) == usage.count if usage.count is not None else len(arguments) >= 2
    if not right:
        raise BadInput([Fault(USAGE(usage=usage.usage))])
    return kind, arguments


def run_mark(file: ContestFile, kind: str, arguments: Sequence[str], reason: str) -> int:
    """Run a mark that was `checked`; returns the revision."""
    return MARKS[kind].run(file, arguments, reason)


def _judge(kind: MarkKind) -> Run:
    return lambda file, given, why: marks.mark_judge(file, kind, given[0], reason=why)


def _entry(kind: MarkKind) -> Run:
    return lambda file, given, why: marks.mark_entry(file, kind, given[0], reason=why)


def _undo(file: ContestFile, given: Sequence[str], why: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", given[0]):
        raise BadInput([Fault(NOT_A_RECORD(value=given[0]))])
    return marks.undo(file, int(given[0]), reason=why)


MARKS: Mapping[str, MarkUsage] = {
    "judge-absent": MarkUsage("judge-absent JUDGE", 1, _judge(MarkKind.JUDGE_ABSENT)),
    "judge-left": MarkUsage("judge-left JUDGE", 1, _judge(MarkKind.JUDGE_LEFT)),
    "recuse": MarkUsage(
        "recuse JUDGE CONTESTANT", 2, lambda file, given, why: marks.recuse(file, given[0], given[1], reason=why)
    ),
    "no-show": MarkUsage("no-show CONTESTANT", 1, _entry(MarkKind.NO_SHOW)),
    "withdraw": MarkUsage("withdraw CONTESTANT", 1, _entry(MarkKind.WITHDRAW)),
    "add": MarkUsage("add CONTESTANT", 1, lambda file, given, why: marks.add_entry(file, given[0], reason=why)),
    "adjust": MarkUsage(
        "adjust CONTESTANT POINTS", 2, lambda file, given, why: marks.adjust(file, given[0], given[1], reason=why)
    ),
    "component": MarkUsage(
        "component KEY VALUES.csv",
        2,
        lambda file, given, why: marks.bring_in(file, given[0], Path(given[1]), reason=why),
    ),
    "group-void": MarkUsage(
        "group-void GROUP", 1, lambda file, given, why: marks.void_group(file, given[0], reason=why)
    ),
    "start-order": MarkUsage(
        "start-order SEED", 1, lambda file, given, why: marks.draw_start_order(file, given[0], reason=why)
    ),
    "draw": MarkUsage(
        "draw SEED CONTESTANT…", None, lambda file, given, why: marks.draw(file, given[0], given[1:], reason=why)
    ),
    "undo": MarkUsage("undo RECORD", 1, _undo),
}
