"""Documents by kind: from a contest file, which may be in use, to a file that leaves it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from arena_desk.archiving import write_archive
from arena_desk.assessing import assessed_file, assessment_bulletin
from arena_desk.assessing import kept_letter as kept_letter_of
from arena_desk.publishing import Make, journal_lines, publish, the_bulletin
from exports.analysis_csv import analysis_csv
from exports.annexes import annex
from exports.appraisal import appraisal_sheets
from exports.draw_record import draw_record
from exports.fonts import font_folders
from exports.kinds import Kind, Order, Report, silent
from exports.letter import Attachment
from exports.results_csv import ballots_csv, season_csv, standings_csv
from exports.season import season_sheet
from exports.sheets import confirmation, entry_sheets, judge_sheets
from exports.signs import door_signs, line_up
from exports.slips import paper_ballots
from exports.webpage import web_page
from exports.workbook import workbook
from scoring.season import season
from scoring.text import Language

BOM = "\ufeff"
"""Excel reads a CSV as UTF-8 only where it begins with this mark."""


def _annex(kind: Attachment) -> Make:
    return lambda source, *_: annex(source, kind, font_folders())


def _for_excel(text: str) -> bytes:
    return (BOM + text).encode()


MAKERS: Mapping[Kind, Make] = {
    Kind.BULLETIN: the_bulletin,
    Kind.DRAWS: lambda source, *_: draw_record(source, font_folders()),
    Kind.SCORES: _annex(Attachment.SCORES),
    Kind.EXPLANATIONS: _annex(Attachment.EXPLANATIONS),
    Kind.DEVIATIONS: _annex(Attachment.DEVIATIONS),
    Kind.COURSE: _annex(Attachment.COURSE),
    Kind.ANALYSIS: _annex(Attachment.ANALYSIS),
    Kind.SEASON: lambda source, *_: season_sheet(source, font_folders()),
    Kind.CONFIRMATION: lambda source, *_: confirmation(source, font_folders()),
    Kind.JUDGE_SHEETS: lambda source, _, report: judge_sheets(source, font_folders(), report),
    Kind.ENTRY_SHEETS: lambda source, _, report: entry_sheets(source, font_folders(), report),
    Kind.APPRAISAL: lambda source, _, report: appraisal_sheets(source, font_folders(), report),
    Kind.PAPER_BALLOTS: lambda source, _, report: paper_ballots(source, font_folders(), report),
    Kind.LINE_UP: lambda source, *_: line_up(source, font_folders()),
    Kind.DOOR_SIGNS: lambda source, _, report: door_signs(source, font_folders(), report),
    Kind.WORKBOOK: lambda source, reading, report: workbook(source, journal_lines(reading.journal), report),
    Kind.RESULTS_TABLE: lambda source, *_: _for_excel(standings_csv(source.standings)),
    Kind.SEASON_TABLE: lambda source, *_: _for_excel(season_csv(season(source.contest, source.round.number))),
    Kind.BALLOTS_TABLE: lambda source, *_: _for_excel(ballots_csv(source)),
    Kind.ANALYSIS_TABLE: lambda source, *_: _for_excel(analysis_csv(source)),
    Kind.WEB_PAGE: lambda source, *_: web_page(source),
}


def export(file: Path, order: Order, language: Language, report: Report = silent) -> None:
    """Make a document. Raises `BadInput` where a file is in its place, `NotNow`, and what `report` raises."""
    if order.kind is Kind.ARCHIVE:
        write_archive(file, order.path, language, replace=order.replace, report=report)
        return
    if order.kind is Kind.ASSESSMENT:
        _assessment(file, order, language, report)
        return
    publish(file, order, language, MAKERS[order.kind], report)


def _assessment(file: Path, order: Order, language: Language, report: Report) -> None:
    report(0, 0)
    found = assessed_file(file, order.rules)
    letter = order.letter or kept_letter_of(file, found.reading.contest)
    report(0, 1)
    assessment_bulletin(found, order.path, language, letter, replace=order.replace)
