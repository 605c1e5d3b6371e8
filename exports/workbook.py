"""The result as a workbook that computes it again from the ballots, in whole numbers, so that anyone can follow.

A spreadsheet calculates in binary floating point. Every formula here works on integers below `reckoning.LIMIT`, where
that is exact; only the last division by a power of ten is not, and gives the nearest number to the published decimal.
An entry whose numbers would be larger is written without formulas, and its row says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from exports.kinds import Report, silent
from exports.phrases import language_tag
from exports.reckoning import reckon
from exports.source import BulletinSource
from exports.spreadsheet_text import cell_text
from exports.workbook_tables import Sheet, plain_sheets
from exports.xlsx import same_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook

WIDEST, NARROWEST = 48, 7
READING = 100
"""Width of a sheet that is there to be read."""
LINE = 16.0
"""Points of a line of text; a row of several is given its height, which LibreOffice would not find by itself."""
FONT = "等线"


def workbook(source: BulletinSource, journal: Sequence[Sequence[str]], report: Report = silent) -> bytes:
    """The workbook of a round; `journal` are the lines of the journal as they read. The same source, the same bytes."""
    import pandas

    out = BytesIO()
    sheets = plain_sheets(source, journal)
    with pandas.ExcelWriter(out, engine="openpyxl") as writer:
        for done, sheet in enumerate(sheets):
            report(done, len(sheets) + 2)
            frame = pandas.DataFrame([[_cell(cell) for cell in row] for row in sheet.rows], columns=list(sheet.head))
            frame.to_excel(writer, sheet_name=sheet.name.said(source.language), index=False)
        report(len(sheets), len(sheets) + 2)
        sheets += reckon(source, writer.book)
        _finish(writer.book, sheets, source)
    report(len(sheets), len(sheets))
    return same_bytes(out.getvalue(), datetime.combine(source.day, time()))


def _cell(cell: object) -> object:
    return cell_text(cell) if isinstance(cell, str) else cell


def _finish(book: Workbook, sheets: Sequence[Sheet], source: BulletinSource) -> None:
    """Heads that stay, filters, widths, number formats; and that everything is computed as the book is opened."""
    for sheet in sheets:
        _dress(book[sheet.name.said(source.language)], sheet)
    book.calculation.fullCalcOnLoad = True
    book.properties.title = source.contest.plan.title
    book.properties.creator = source.issuer
    book.properties.language = language_tag(source.language)


def _dress(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    _ready_to_print(page)
    page.freeze_panes = page.cell(row=2, column=1 + sheet.fixed)
    if page.max_row > 1:
        page.auto_filter.ref = page.dimensions
    for cell in page[1]:
        cell.font = Font(name=FONT, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for cell in (cell for row in page.iter_rows(min_row=2) for cell in row if len(sheet.head) == 1):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.row_dimensions[cell.row].height = LINE * ceil(_width(str(cell.value)) / (READING - 2))
    for number, head in enumerate(sheet.head, start=1):
        texts = [head, *(str(row[number - 1]) for row in sheet.rows if number <= len(row))]
        wide = max(_width(text) for text in texts if not text.startswith("=")) + 2
        widest = WIDEST if len(sheet.head) > 1 else READING
        page.column_dimensions[get_column_letter(number)].width = max(NARROWEST, min(widest, wide))
        if shown := sheet.formats.get(number - 1):
            for row in range(2, page.max_row + 1):
                page.cell(row=row, column=number).number_format = shown


def _ready_to_print(page: Any) -> None:
    """As wide as a sheet of A4 on its side, with the head on every page."""
    page.page_setup.orientation, page.page_setup.paperSize = page.ORIENTATION_LANDSCAPE, page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = "1:1"


def _width(text: str) -> float:
    return sum(2.1 if ord(char) > 0x2E7F else 1.1 for char in text)
