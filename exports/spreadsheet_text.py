"""Text that a spreadsheet takes as text, and tables of it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

RUNS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet may run as a formula."""


def harmless(text: str) -> str:
    """A text with an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(RUNS) else text


def csv_text(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table as CSV. Cells stand there as they are: of what people wrote, give them `harmless`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()


LONGEST = 32_000
"""A cell of a workbook holds 32,767 characters."""
CUT = "…"
_UNSEEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")


def cell_text(text: str) -> str:
    """A text as a cell of a workbook can hold it: harmless, without control characters, cut where it is too long."""
    seen = harmless(_UNSEEN.sub("\ufffd", text))
    return seen if len(seen) <= LONGEST else seen[:LONGEST] + CUT
