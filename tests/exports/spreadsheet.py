"""A small spreadsheet: computes the formulas of a workbook in binary floating point, as the large ones do."""

from __future__ import annotations

import math
import re
import statistics
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter

_CELL = re.compile(r"(?:'([^']+)'!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?(?![\w(])")

_ROW = re.compile(r"ROW\([A-Z]+\$(\d+):[A-Z]+\$(\d+)\)")


class Blank(float):
    """An empty cell of a range: nought in a product, but no number."""


def _is_number(each: Any) -> bool:
    return isinstance(each, int | float) and not isinstance(each, bool | Blank)


def _numbers(area: Any) -> list[float]:
    return [each for each in np.ravel(area) if _is_number(each)]


def _rounded(number: Any, _: int) -> Any:
    return np.vectorize(lambda each: float(math.floor(abs(each) + 0.5)) * math.copysign(1, each), otypes=[float])(
        number
    )


FUNCTIONS = {
    "IF": lambda condition, yes, no: yes if condition else no,
    "SUM": lambda area: float(sum(_numbers(area))),
    "COUNT": lambda area: float(len(_numbers(area))),
    "MEDIAN": lambda area: float(statistics.median(_numbers(area))),
    "SUMPRODUCT": lambda area: float(sum(float(each) for each in np.ravel(area))),
    "LCM": lambda *numbers: float(math.lcm(*(int(number) for number in numbers))),
    "SIGN": lambda number: math.copysign(1.0, number) if number else 0.0,
    "INT": lambda number: float(math.floor(number)),
    "ABS": abs,
    "ROUND": lambda number, places: _rounded(number, places) if np.ndim(number) else float(_rounded(number, places)),
    "ISNUMBER": np.vectorize(_is_number, otypes=[float]),
    "MAX": lambda *areas: max(float(each) for area in areas for each in np.ravel(area)),
    "MIN": lambda *areas: min(float(each) for area in areas for each in np.ravel(area)),
    "GCD": lambda *numbers: float(math.gcd(*(int(number) for number in numbers))),
}


class Spreadsheet:
    """A workbook that was opened and computed."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(BytesIO(data))
        self.value = cache(self._value)

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        """The lines of a sheet by the names of its columns."""
        page = self.book[sheet]
        heads = [cell.value for cell in page[1]]
        return [
            {head: self.value(sheet, get_column_letter(n), line) for n, head in enumerate(heads, start=1)}
            for line in range(2, page.max_row + 1)
        ]

    def _value(self, sheet: str, column: str, line: int) -> Any:
        found = self.book[sheet][f"{column}{line}"].value
        if not isinstance(found, str) or not found.startswith("="):
            return float(found) if isinstance(found, int) else found
        formula = _ROW.sub(r"LINES(\1, \2)", found[1:].replace("=", "=="))
        formula = _CELL.sub(lambda match: self._named(sheet, match), formula)
        return eval(formula, {"__builtins__": {}}, {**FUNCTIONS, "AREA": self._area, "LINES": _lines})

    def _named(self, sheet: str, found: re.Match[str]) -> str:
        other, column, line, column_2, line_2 = found.groups()
        return f"AREA({(other or sheet)!r}, {column!r}, {line}, {column_2 or column!r}, {line_2 or line})"

    def _area(self, sheet: str, column: str, line: int, column_2: str, line_2: int) -> Any:
        assert column_index_from_string(column) == column_index_from_string(column_2)
        if line == line_2:
            return self.value(sheet, column, line)
        cells = [self.value(sheet, column, each) for each in range(line, line_2 + 1)]
        return np.array([Blank() if each is None else each for each in cells], dtype=object)


def _lines(first: int, last: int) -> Any:
    """The numbers of the lines of a range; one number where it is a cell, as the cell is one value."""
    return np.array(range(first, last + 1)) if last > first else first


def computed(data: bytes) -> Spreadsheet:
    """Open a workbook."""
    return Spreadsheet(data)
