"""Documents by kind: from a contest file, which may be in use, to a file that leaves it."""

from __future__ import annotations

from pathlib import Path

from arena_desk.archiving import write_archive
from arena_desk.publishing import bulletin_source
from exports.bulletin import write_bulletin
from exports.kinds import Kind, Order, Report
from scoring.text import Language
from storage.contest_file import read_contest


def export(file: Path, order: Order, language: Language, report: Report) -> None:
    """Make a document. Raises `BadInput` where a file is in its place, `NotNow`, and what `report` raises."""
    if order.kind is Kind.ARCHIVE:
        write_archive(file, order.path, language, replace=order.replace, report=report)
        return
    report(0, 0)
    write_bulletin(bulletin_source(read_contest(file), order.round, language), order.path, replace=order.replace)
