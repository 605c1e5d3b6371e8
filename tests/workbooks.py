"""Excel workbooks for tests, as a spreadsheet program saves them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def workbook(path: Path, rows: Sequence[Sequence[object]], **more: Sequence[Sequence[object]]) -> Path:
    """A workbook with these rows on its first sheet, and further sheets by name."""
    from openpyxl import Workbook

    book = Workbook()
    for title, lines in {"Sheet1": rows, **more}.items():
        sheet = book.active if title == "Sheet1" else book.create_sheet(title)
        assert sheet is not None
        sheet.title = title
        for line in lines:
            sheet.append(list(line))
    book.save(path)
    return path
