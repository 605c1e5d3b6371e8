"""A sheet as rows of text, wherever it came from, and its columns found by their heads (rules.md, Plan)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from scoring.errors import TWICE, BadInput, Fault
from scoring.points import half_width
from scoring.text import Text

EMPTY = Text("文件是空的", "the file is empty")
MISSING_COLUMN = Text("缺少“{name}”列", "column '{name}' is missing")
UNKNOWN_COLUMN = Text("不认识的列“{name}”", "column '{name}' is not known")
TOO_LONG = Text("这一行有 {found} 列，表头只有 {wanted} 列", "this line has {found} columns, the head has {wanted}")
REQUIRED = Text("不能为空", "must not be empty")
NO_ROWS = Text("没有任何一行", "has no rows")
BAD_CODE = Text(
    "“{code}”不能作编码：编码最多 {most} 个字，不含换行等控制字符，也不能只是“.”或“..”",
    "'{code}' cannot be a code: at most {most} characters, no line ends or other control characters, not . or .. alone",
)
LONGEST_CODE = 100

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet that is not blank; `number` is where it stands, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it was read; `name` is the file's, with the worksheet's behind it: 名单.xlsx[Sheet1].

    `faults` are cells that could not be read at all; `left_out` the columns, from 1, that are passed over.
    """

    name: str
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...] = ()
    left_out: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """How many columns the widest line has."""
        return max((len(line.cells) for line in self.lines), default=0)


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key; `heads` are other names under which it may stand, the Chinese one first."""

    key: str
    heads: tuple[str, ...] = ()
    required: bool = True

    @property
    def name(self) -> Text:
        """What the column is called."""
        return Text(self.heads[0] if self.heads else self.key, self.key)

    @property
    def said(self) -> Text:
        """How the column is called in a sentence."""
        return Text(f"{self.heads[0]} / {self.key}" if self.heads else self.key, self.key)


def begin_at(grid: Grid, number: int) -> Grid:
    """The table from one of its lines on; what stands above, such as the title of a list, is passed over."""
    lines = tuple(line for line in grid.lines if line.number >= number)
    faults = tuple(fault for fault in grid.faults if fault.line is None or fault.line >= number)
    return replace(grid, lines=lines, faults=faults)


def with_heads(grid: Grid, said: Mapping[int, str], *, left_out: Collection[int] = (), heading: bool = True) -> Grid:
    """The same rows under the heads that a person says, by column from 1; the others keep theirs.

    Without `heading` the first line is a row like the others, and only what is said stands over the columns.
    """
    if not grid.lines:
        return grid
    first, *rest = grid.lines
    found = first.cells if heading else ()
    blank = ("",) * (grid.width - len(found))
    cells = tuple(said.get(place, cell) for place, cell in enumerate((*found, *blank), start=1))
    lines = rest if heading else grid.lines
    return replace(grid, lines=(Line(first.number, cells), *lines), left_out=frozenset(left_out))


def known_heads(grid: Grid, columns: Sequence[Column]) -> dict[int, str]:
    """The keys of the columns, from 1, whose heads are known as they stand."""
    named = _by_head(columns)
    head = grid.lines[0].cells if grid.lines else ()
    found = ((place, _key(named, cell)) for place, cell in enumerate(head, start=1))
    return {place: key for place, key in found if key}


class Sheet:
    """A grid with a head. Faults gather in `faults`; `check` raises them all at once.

    Raises `BadInput` where nothing in it can be read: it is empty, or its first line is no head. With `filled` a head
    alone is a fault.
    """

    def __init__(self, grid: Grid, columns: Sequence[Column], *, filled: bool = True) -> None:
        if not grid.lines:
            raise BadInput([Fault(EMPTY, file=grid.name, line=1, column=1)])
        head, *lines = grid.lines
        self.name = grid.name
        self._unread = {(fault.line, fault.column) for fault in grid.faults}
        self.faults = [fault for fault in grid.faults if fault.line == head.number]
        self.places = self._read_head(head, columns, grid.left_out)
        self.whole_head = not self.faults
        if not self.places:
            self.check()
        self.faults += [fault for fault in grid.faults if fault.line != head.number]
        self.rows = [SheetRow(self, line) for line in lines]
        if filled and not lines:
            self.fault(NO_ROWS, head.number + 1, 1)
        self._check_lines(len(head.cells), lines)

    def _check_lines(self, wanted: int, lines: Sequence[Line]) -> None:
        for line in lines:
            if len(line.cells) > wanted:
                self.fault(TOO_LONG(found=len(line.cells), wanted=wanted), line.number, wanted + 1)

    def _read_head(self, head: Line, columns: Sequence[Column], left_out: Collection[int]) -> dict[str, int]:
        named = _by_head(columns)
        places: dict[str, int] = {}
        unknown: set[str] = set()
        for place, cell in enumerate(head.cells, start=1):
            name, key = cell.strip(), _key(named, cell)
            if place in left_out:
                continue
            if key in places or name in unknown:
                self.fault(TWICE(name=name), head.number, place)
            elif key is None:
                unknown.add(name)
                self.fault(UNKNOWN_COLUMN(name=name), head.number, place)
            else:
                places[key] = place
        for column in columns:
            if column.required and column.key not in places:
                self.fault(MISSING_COLUMN(name=column.said), head.number, len(head.cells) + 1)
        return places

    def fault(self, text: Text, line: int, column: int | None) -> None:
        """Note a fault at a line and column, both from 1; of a cell that could not be read nothing more is said."""
        if (line, column) not in self._unread:
            self.faults.append(Fault(text, file=self.name, line=line, column=column))

    def place(self, key: str) -> int | None:
        """The number of a column, from 1, or None where the file has no such column."""
        return self.places.get(key)

    def check(self) -> None:
        """Raise `BadInput` if anything was wrong so far."""
        if self.faults:
            raise BadInput(self.found)

    @property
    def found(self) -> tuple[Fault, ...]:
        """The faults so far, in the order in which they stand in the sheet."""
        return tuple(sorted(self.faults, key=_place))


def _place(fault: Fault) -> tuple[float, float]:
    return fault.line or math.inf, fault.column or math.inf


def _key(named: Mapping[str, str], head: str) -> str | None:
    return named.get(head.strip()) or named.get(half_width(head))


def _by_head(columns: Sequence[Column]) -> Mapping[str, str]:
    """The key of a column by every name it may have; a key comes first, a name that fits two columns fits none."""
    names = [name for column in columns for name in column.heads]
    other = {name: c.key for c in columns for name in c.heads if names.count(name) == 1}
    return other | {column.key: column.key for column in columns}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of a sheet."""

    _sheet: Sheet
    _line: Line = field(repr=False)

    @property
    def line(self) -> int:
        """The number of the line, from 1."""
        return self._line.number

    def cell(self, key: str) -> str:
        """The text of a cell without blanks around it; empty where the column is missing."""
        place = self._sheet.place(key)
        return self._line.cells[place - 1].strip() if place and place <= len(self._line.cells) else ""

    def needed(self, key: str) -> str:
        """The text of a cell that must not be empty."""
        value = self.cell(key)
        if not value:
            self.fault(key, REQUIRED)
        return value

    def place(self, key: str) -> int | None:
        """The number of a column, from 1, or None where the file has no such column."""
        return self._sheet.place(key)

    def fault(self, key: str, text: Text) -> None:
        """Note that a cell is wrong; of a column that is missing as a whole nothing more is said."""
        place = self.place(key)
        if place is not None:
            self._sheet.fault(text, self.line, place)

    def code(self, key: str, known: Collection[str] = ()) -> str:
        """A code; full-width letters and digits become plain ones unless the code is known as it stands.

        It stands in addresses, where browsers take `..` for the folder above: nobody could send a ballot there.
        """
        value = self.needed(key)
        if value in known:
            return value
        code = plain_code(value)
        if len(code) > LONGEST_CODE or code in {".", ".."} or _CONTROL.search(code):
            self.fault(key, BAD_CODE(code=code[:40], most=LONGEST_CODE))
        return code

    def chosen(self, key: str, choices: Choices, unknown: Text) -> str:
        """The code of what a cell names; what it says where that is nothing."""
        value = self.needed(key)
        found = choices.find(value) if value else value
        if found is None:
            self.fault(key, unknown(name=value))
        return value if found is None else found


class Choices(dict[str, str]):
    """What a cell may name: names by code, of which there may be a great many."""

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """The codes by name; of a name that several have there is none."""
        times = Counter(self.values())
        return {name: code for code, name in self.items() if times[name] == 1}

    def find(self, value: str) -> str | None:
        """The code of what is written as its code, or as its name where no other has that name; or None."""
        if value in self:
            return value
        plain = plain_code(value)
        return plain if plain in self else self._codes.get(value)


def plain_code(text: str) -> str:
    """A code with plain letters and digits for full-width ones."""
    return _WIDE.sub(lambda sign: half_width(sign[0]), text)


def unique(rows: Sequence[tuple[SheetRow, str]], key: str) -> None:
    """Note every value that stands in an earlier row already."""
    seen: set[str] = set()
    for row, value in rows:
        if value and value in seen:
            row.fault(key, TWICE(name=value))
        seen.add(value)
