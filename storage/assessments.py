"""Half-year assessments: read from their files, recorded so that `verify` can reckon them again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from scoring.assessment import Assessed, Assessment, assess, check_record
from scoring.assessment_file import assessment_record, read_assessment_file
from scoring.contest import Contest
from storage.contest_file import OPERATOR, Actor, ContestFile
from storage.journal import Draft, Record, record_of
from storage.rows import rows
from storage.sheets import read_grid

KIND = "assess"


def read_assessment(path: Path, contest: Contest) -> Assessment:
    """Read an assessment of a contest, with its files of values. Raises `BadInput` with every fault of all files."""
    return read_assessment_file(path, contest, read_grid)


def record_assessment(file: ContestFile, assessment: Assessment, *, reason: str = "", by: Actor = OPERATOR) -> int:
    """Put an assessment into the journal, with what it comes to now; the same again changes nothing.

    Raises `NotNow` with all that stands in the way. Returns the revision.
    """
    with file.write(by) as op:
        assessed = assess(op.contest, assessment)
        check_record(assessed)
        if recorded_as(assessed, list(_records(op.connection))) is None:
            op.record(Draft(KIND, assessment_record(assessed), why=reason.strip()))
    return op.last.number


def record_rules(file: ContestFile, rules: Path, *, reason: str = "", by: Actor = OPERATOR) -> int:
    """Put the assessment of a file, with its files of values, into the journal. Raises `BadInput`, `NotNow`."""
    return record_assessment(file, read_assessment(rules, file.contest), reason=reason, by=by)


def read_assessments(file: ContestFile) -> list[Record]:
    """The records of the assessments of an open contest, oldest first; the rest of the journal is not read."""
    with file.plain() as connection:
        return list(_records(connection))


def _records(connection: sqlite3.Connection) -> Iterator[Record]:
    return map(record_of, rows(connection, "SELECT * FROM journal WHERE what = ? ORDER BY number", KIND))


def assessments(journal: Sequence[Record]) -> Iterator[Record]:
    """The records of assessments, newest first."""
    return (record for record in reversed(journal) if record.what == KIND)


def recorded_as(assessed: Assessed, journal: Sequence[Record]) -> Record | None:
    """The record of an assessment with just these rules and values, and just this result; None without one.

    Only the newest of its title counts: what was recorded before it has been replaced.
    """
    title = assessed.assessment.plan.title
    newest = next((each for each in assessments(journal) if each.after["result"]["contest"] == title), None)
    return newest if newest and newest.after == assessment_record(assessed) else None


def replaced_by(assessed: Assessed, journal: Sequence[Record]) -> Record | None:
    """The newest earlier record of an assessment of this title that holds something else."""
    after, title = assessment_record(assessed), assessed.assessment.plan.title
    earlier = (each for each in assessments(journal) if each.after["result"]["contest"] == title)
    return next((each for each in earlier if each.after != after), None)
