"""The one way by which tables come in: CSV, Excel or a pasted piece of one, as a `Grid` of plain text."""

from __future__ import annotations

import csv
import io
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scoring.errors import BadInput, Fault, unreadable
from scoring.grid import Grid, Line
from scoring.plan import Setup
from scoring.plan_file import parse_setup
from scoring.text import Text

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

logger = logging.getLogger(__name__)

NOT_ENCODED = Text("不是 UTF-8 或 GB18030 编码的文字", "is not text in UTF-8 or GB18030")
BAD_CSV = Text("不是有效的 CSV：{reason}", "is not valid CSV: {reason}")
TOO_BIG = Text(
    "文件太大（超过 {n} MB）；请分成几个文件，依次导入",
    "the file is too big (more than {n} MB); split it, and bring in one part after the other",
)
BIG_EXCEL = Text(
    "Excel 文件太大（超过 {n} MB）；请在 Excel 或 WPS 里另存为 CSV 再导入，CSV 可达 {most} MB",
    "the Excel file is too big (more than {n} MB); save it as CSV in Excel or WPS, which may have {most} MB",
)
BIG_INSIDE = Text(
    "Excel 文件解开后太大（超过 {n} MB）；请在 Excel 或 WPS 里另存为 CSV 再导入，CSV 可达 {most} MB",
    "the Excel file is too big inside (more than {n} MB); save it as CSV in Excel or WPS, which may have {most} MB",
)
OLD_EXCEL = Text(
    "是旧版 Excel 文件或加了密码；请在 Excel 或 WPS 里去掉密码，另存为 .xlsx 或 CSV",
    "is an Excel file of the old kind, or has a password; take the password off and save it as .xlsx or CSV",
)
BAD_EXCEL = Text("不是有效的 Excel 文件：{reason}", "is not a valid Excel file: {reason}")
SEVERAL_SHEETS = Text(
    "有几张表都有内容（{names}）；请只留一张，或另存为 CSV",
    "several worksheets are filled in ({names}); leave only one, or save one as CSV",
)
NO_RESULT = Text(
    "公式没有算出的值；请在 Excel 或 WPS 里打开并保存一次",
    "the formula has no computed value; open and save the file in a spreadsheet program once",
)
CELL_ERROR = Text("单元格出错：{value}", "the cell holds an error: {value}")

MOST_MEGABYTES, MOST_EXCEL = 100, 30
"""Of a file; what an Excel file holds is larger by far than the file."""
MOST_UNPACKED = 10 * MOST_EXCEL * 2**20
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
DELIMITERS = ",\t;"
_QUOTED = re.compile(r'"(?:[^"]|"")*"?')


def read_setup(path: Path) -> Setup:
    """Read a plan with its contestants and judges.

    Raises `BadInput` with every fault of all three files; nothing is created.
    """
    return parse_setup(path, read_grid)


def read_grid(path: Path) -> Grid:
    """Read a file of one table: CSV in UTF-8 or GB18030 with commas, tabs or semicolons, or an Excel workbook.

    What the file is follows from what is in it, not from its name. Raises `BadInput`.
    """
    data = _bytes(path)
    if data.startswith(OLE):
        raise BadInput([Fault(OLD_EXCEL, file=path.name)])
    return _workbook(data, path.name) if data.startswith(ZIP) else grid_of_text(_decoded(data, path.name), path.name)


def as_grid(source: Path | Grid) -> Grid:
    """A table that was read already, or the one of a file. Raises `BadInput`."""
    return source if isinstance(source, Grid) else read_grid(source)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_MEGABYTES * 2**20 + 1)
    except OSError as error:
        raise BadInput([Fault(unreadable(error), file=path.name)]) from error
    if len(data) > MOST_MEGABYTES * 2**20:
        raise BadInput([Fault(TOO_BIG(n=MOST_MEGABYTES), file=path.name)])
    if data.startswith(ZIP) and len(data) > MOST_EXCEL * 2**20:
        raise BadInput([Fault(BIG_EXCEL(n=MOST_EXCEL, most=MOST_MEGABYTES), file=path.name)])
    return data


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
    with suppress(UnicodeDecodeError):
        return data.decode("gb18030")
    column = before.rpartition(b"\n")[2].count(b",") + 1
    raise BadInput([Fault(NOT_ENCODED, file=name, line=before.count(b"\n") + 1, column=column)])


def grid_of_text(text: str, name: str) -> Grid:
    """Text with a table in it, such as a piece pasted from a spreadsheet. Raises `BadInput`."""
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines, read = [], 0
    known: dict[str, str] = {}
    try:
        for each in reader:
            read = reader.line_num
            lines.append(Line(read, _trimmed([known.setdefault(cell, cell) for cell in each])))
    except csv.Error as error:
        column = _quoted_cell(text, read, delimiter)
        raise BadInput([Fault(BAD_CSV(reason=error), file=name, line=read + 1, column=column)]) from error
    return Grid(name, tuple(line for line in lines if line.cells))


def _quoted_cell(text: str, read: int, delimiter: str) -> int:
    """The cell, from 1, with the first quotation mark of the line after those that were `read`."""
    line = re.split("\r\n|\r|\n", text)[read]
    return line.partition('"')[0].count(delimiter) + 1 if '"' in line else 1


def _delimiter(text: str) -> str:
    """What separates the cells of the head, the first line that is not blank; commas where nothing does."""
    head = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    plain = _QUOTED.sub("", head)
    return max(DELIMITERS, key=plain.count)


def _workbook(data: bytes, name: str) -> Grid:
    """The only filled worksheet of an Excel workbook."""
    try:
        return _filled(data, name)
    except BadInput:
        raise
    except Exception as error:  # openpyxl raises whatever a broken file makes it stumble over
        logger.info("%s cannot be read as a workbook", name, exc_info=True)
        reason = f"{type(error).__name__}: {error}"[:200]
        raise BadInput([Fault(BAD_EXCEL(reason=reason), file=name)]) from error


def _filled(data: bytes, name: str) -> Grid:
    _check_size(data, name)
    book = _opened(data, values=False)
    found = {sheet.title: lines for sheet in book.worksheets if (lines := list(_rows(sheet)))}
    if len(found) > 1:
        raise BadInput([Fault(SEVERAL_SHEETS(names="、".join(found)), file=name)])
    if not found:
        return Grid(name, ())
    ((title, rows),) = found.items()
    if any(cell.data_type == "f" for _, cells in rows for cell in cells):
        computed = dict(_rows(_opened(data, values=True)[title]))
    else:
        computed = dict(rows)
    return _grid(f"{name}[{title}]", rows, computed)


def _check_size(data: bytes, name: str) -> None:
    """Refuse a workbook that is too big once unpacked: a small file may hold gigabytes."""
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(data)) as packed:
        if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
            raise BadInput([Fault(BIG_INSIDE(n=MOST_UNPACKED // 2**20, most=MOST_MEGABYTES), file=name)])


def _opened(data: bytes, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), read_only=True, data_only=values)


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of a worksheet that are not blank, with their numbers."""
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if any(_text(cell.value).strip() for cell in cells):
            yield number, cells


def _grid(name: str, rows: Sequence[tuple[int, Sequence[Any]]], computed: dict[int, Sequence[Any]]) -> Grid:
    lines, faults = [], []
    for number, cells in rows:
        values = computed.get(number, ())
        texts = []
        for place, cell in enumerate(cells, start=1):
            value = values[place - 1] if place <= len(values) else None
            texts.append(_text(value.value if value else None))
            if fault := _fault(cell, value):
                faults.append(Fault(fault, file=name, line=number, column=place))
        lines.append(Line(number, _trimmed(texts)))
    return Grid(name, tuple(lines), tuple(faults))


def _fault(cell: Any, value: Any) -> Text | None:
    """Why a cell cannot be read: an error of the spreadsheet, or a formula that was never computed."""
    if value is not None and value.data_type == "e":
        return CELL_ERROR(value=value.value)
    return NO_RESULT if cell.data_type == "f" and (value is None or value.value is None) else None


def _text(value: object) -> str:
    """A cell as it would stand in a CSV: a number in plain digits, the shortest that mean it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return str(value)


def _trimmed(texts: Sequence[str]) -> tuple[str, ...]:
    """Without blank cells at the end: spreadsheets keep those that were once filled or coloured."""
    if texts and texts[-1].strip():
        return tuple(texts)
    end = max((place for place, text in enumerate(texts, start=1) if text.strip()), default=0)
    return tuple(texts[:end])
