"""Documents by kind: from a contest file, which may be in use, to a file that leaves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from arena_desk.archiving import write_archive
from arena_desk.assessing import assessed_file, assessment_bulletin
from arena_desk.assessing import kept_letter as kept_letter_of
from arena_desk.cli.printing import ballots_csv, standings_csv
from arena_desk.cli.season_printing import season_csv
from arena_desk.publishing import journal_lines, publish
from exports.analysis_csv import analysis_csv
from exports.annexes import annex
from exports.appraisal import appraisal_sheets
from exports.bulletin import bulletin
from exports.draw_record import draw_record
from exports.fonts import font_folders
from exports.kinds import Kind, Order, Report, silent
from exports.letter import Attachment
from exports.season import season_sheet
from exports.sheets import confirmation, entry_sheets, judge_sheets
from exports.signs import door_signs, line_up
from exports.slips import paper_ballots
from exports.source import BulletinSource
from exports.webpage import web_page
from exports.workbook import workbook
from scoring.season import season
from scoring.text import Language
from storage.contest_file import Reading

Make: TypeAlias = Callable[[BulletinSource, Report], bytes]
"""Makes a document about one round."""


def _bulletin(source: BulletinSource, report: Report) -> bytes:
    return bulletin(source, font_folders())


def _annex(kind: Attachment, source: BulletinSource, report: Report) -> bytes:
    return annex(source, kind, font_folders())


BOM = "\ufeff"
"""By this Excel knows UTF-8."""


def _draws(source: BulletinSource, report: Report) -> bytes:
    return draw_record(source, font_folders())


MAKERS: Mapping[Kind, Make] = {
    Kind.BULLETIN: _bulletin,
    Kind.DRAWS: _draws,
    Kind.SCORES: partial(_annex, Attachment.SCORES),
    Kind.EXPLANATIONS: partial(_annex, Attachment.EXPLANATIONS),
    Kind.DEVIATIONS: partial(_annex, Attachment.DEVIATIONS),
    Kind.COURSE: partial(_annex, Attachment.COURSE),
    Kind.ANALYSIS: partial(_annex, Attachment.ANALYSIS),
    Kind.CONFIRMATION: lambda source, _: confirmation(source, font_folders()),
    Kind.JUDGE_SHEETS: lambda source, report: judge_sheets(source, font_folders(), report),
    Kind.ENTRY_SHEETS: lambda source, report: entry_sheets(source, font_folders(), report),
    Kind.APPRAISAL: lambda source, report: appraisal_sheets(source, font_folders(), report),
    Kind.PAPER_BALLOTS: lambda source, report: paper_ballots(source, font_folders(), report),
    Kind.LINE_UP: lambda source, _: line_up(source, font_folders()),
    Kind.WEB_PAGE: lambda source, _: web_page(source),
    Kind.RESULTS_TABLE: lambda source, _: (BOM + standings_csv(source.standings)).encode(),
    Kind.SEASON: lambda source, _: season_sheet(source, font_folders()),
    Kind.SEASON_TABLE: lambda source, _: (BOM + season_csv(season(source.contest, source.round.number))).encode(),
    Kind.BALLOTS_TABLE: lambda source, _: (BOM + ballots_csv(source)).encode(),
    Kind.ANALYSIS_TABLE: lambda source, _: (BOM + analysis_csv(source)).encode(),
    Kind.DOOR_SIGNS: lambda source, report: door_signs(source, font_folders(), report),
}


def export(file: Path, order: Order, language: Language, report: Report = silent) -> None:
    """Make a document. Raises `BadInput` where a file is in its place, `NotNow`, and what `report` raises."""
    if order.kind is Kind.ARCHIVE:
        write_archive(file, order.path, language, replace=order.replace, report=report)
        return
    if order.kind is Kind.ASSESSMENT:
        _assessment(file, order, language, report)
        return
    publish(file, order, language, partial(_made, order.kind), report)


def _assessment(file: Path, order: Order, language: Language, report: Report) -> None:
    report(0, 0)
    found = assessed_file(file, order.rules)
    letter = order.letter or kept_letter_of(file, found.reading.contest)
    report(0, 1)
    assessment_bulletin(found, order.path, language, letter, replace=order.replace)


def _made(kind: Kind, source: BulletinSource, reading: Reading, report: Report) -> bytes:
    if kind is Kind.WORKBOOK:
        return workbook(source, journal_lines(reading.journal), report)
    return MAKERS[kind](source, report)
