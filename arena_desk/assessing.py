"""From a contest file and the rules of an assessment to what it comes to, and to its bulletin."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from arena_desk.publishing import local_day, named
from exports.assessment import assessment_bulletin as bulletin_of
from exports.files import check_target, save
from exports.fonts import font_folders
from exports.letter import ASSESSMENT_SETTING, SETTING, Letter, assessment_letter
from exports.source import BulletinSource
from scoring.assessment import Assessed, assess, entries_of
from scoring.assessment_file import recorded_assessment
from scoring.contest import Contest, Round
from scoring.errors import BadInput, Fault
from scoring.text import Language, Text
from storage.assessments import assessments, read_assessment, record_rules, recorded_as, replaced_by
from storage.contest_file import Reading, open_contest, read_contest, read_setting
from storage.journal import Record

NONE_RECORDED = Text(
    "这个文件里还没有记入流水的等次评定；请给出评定规则文件（.toml）",
    "no assessment is recorded in this file; name the file of its rules (.toml)",
)


@dataclass(frozen=True)
class Found:
    """An assessment of a contest as it stands, and the record that holds just this, if there is one."""

    reading: Reading
    assessed: Assessed
    record: Record | None
    replaced: Record | None


def assessed_file(file: Path, rules: Path | None) -> Found:
    """Reckon an assessment, the one recorded last without rules, beside a desk that may be running.

    Raises `BadInput` with every fault of all files.
    """
    return found_in(read_contest(file), rules)


def found_in(reading: Reading, rules: Path | None) -> Found:
    """The same of a contest that was read already."""
    contest, journal = reading.contest, reading.journal
    last = next(assessments(journal), None)
    if rules is not None:
        assessment = read_assessment(rules, contest)
    elif last is not None:
        assessment = recorded_assessment(last.after, contest)
    else:
        raise BadInput([Fault(NONE_RECORDED)])
    assessed = assess(contest, assessment)
    record = recorded_as(assessed, journal)
    if record is not None:
        draws = tuple(replace(draw, record=record.number) for draw in assessment.draws)
        assessed = replace(assessed, assessment=replace(assessment, draws=draws))
    return Found(reading, assessed, record, replaced_by(assessed, journal))


def record_assessed(file: Path, rules: Path | None, reason: str) -> int:
    """Put an assessment into the journal of a contest that no desk runs. Raises `BadInput`, `NotNow`."""
    if rules is None:
        raise BadInput([Fault(NONE_RECORDED, key="--record")])
    with closing(open_contest(file)) as contest:
        return record_rules(contest, rules, reason=reason)


def assessment_bulletin(found: Found, path: Path, language: Language, letter: Letter, *, replace: bool) -> None:
    """Write the bulletin of an assessment. Raises `BadInput` where a file is in its place."""
    check_target(path, replace=replace)
    save(bulletin_of(assessment_source(found, language, letter), font_folders()), path, replace=replace)


def kept_letter(file: Path, contest: Contest) -> Letter:
    """How the bulletin was worded last. Raises `BadInput`, `NotNow`."""
    kept, letters = read_setting(file, ASSESSMENT_SETTING), read_setting(file, SETTING)
    return assessment_letter(kept, letters, contest.live_round.number)


def assessment_source(found: Found, language: Language, letter: Letter) -> BulletinSource:
    """What the bulletin is made of: an assessment that is recorded stands as a round that is closed."""
    contest, journal, assessed = found.reading.contest, found.reading.journal, found.assessed
    closed = found.record.number if found.record and assessed.complete else None
    entries = entries_of(contest, assessed.assessment)
    round_ = Round(contest.live_round.number, entries, draws=assessed.assessment.draws, closed=closed)
    told = replace(contest, plan=assessed.assessment.plan, judges=(), rounds=(round_,), rule_changes=(), staging=None)
    last = journal[-1]
    return BulletinSource(
        contest=told,
        round=round_,
        standings=replace(assessed.standings, closed=closed is not None),
        record=last.number,
        digest=last.digest,
        day=local_day(found.record or last),
        supersedes=named(found.replaced),
        language=language,
        letter=letter,
        assessed=assessed,
    )
