"""CSV files of contestants, judges, paper ballots and component values (rules.md, Plan and Command line)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from scoring.ballots import BLANK, score_fault
from scoring.errors import BadInput, Fault
from scoring.plan import LIVE, Contestant, Judge, Plan
from scoring.points import half_width, parse_score
from scoring.text import Text

UNREADABLE = Text("无法读取：{reason}", "cannot be read: {reason}")
EMPTY = Text("文件是空的", "the file is empty")
NOT_ENCODED = Text("不是 UTF-8 或 GB18030 编码的文字", "is not text in UTF-8 or GB18030")
MISSING_COLUMN = Text("缺少“{name}”列", "column '{name}' is missing")
UNKNOWN_COLUMN = Text("不认识的列“{name}”", "column '{name}' is not known")
TWICE = Text("“{name}”重复", "'{name}' appears twice")
TOO_LONG = Text("这一行有 {found} 列，表头只有 {wanted} 列", "this line has {found} columns, the head has {wanted}")
REQUIRED = Text("不能为空", "must not be empty")
NO_CATEGORY = Text("方案里没有类别“{name}”", "the plan has no category '{name}'")
NO_GROUP = Text("方案里没有评委组“{name}”", "the plan has no judge group '{name}'")
NO_ROWS = Text("没有任何一行", "has no rows")
NO_CONTESTANT = Text("没有参赛单位“{name}”", "there is no contestant '{name}'")
NO_JUDGE = Text("没有评委“{name}”", "there is no judge '{name}'")
NO_COMPONENT = Text("方案里没有可导入的成绩构成“{name}”", "the plan has no component '{name}' that is brought in")
NOT_PERCENT = Text("“{value}”应为 0–100 的数", "'{value}' must be a number from 0 to 100")
BAD_CSV = Text("不是有效的 CSV：{reason}", "is not valid CSV: {reason}")


@dataclass(frozen=True, slots=True)
class PaperBallot:
    """One row of a ballot file; `line` and `column` are where its judge stands."""

    contestant: str
    judge: str
    scores: dict[str, Decimal]
    line: int
    column: int | None


class Sheet:
    """A CSV file with a head. Faults gather in `faults`; `check` raises them all at once."""

    def __init__(self, path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> None:
        self.name = path.name
        self.faults: list[Fault] = []
        lines = self._lines(path)
        head = [cell.strip() for cell in lines[0][1]]
        self._columns = {name: index for index, name in enumerate(head)}
        self._check_head(head, required, (*required, *optional), lines[0][0])
        self.rows = [SheetRow(self, line, cells) for line, cells in lines[1:]]
        for line, cells in lines[1:]:
            if len(cells) > len(head):
                self.fault(TOO_LONG(found=len(cells), wanted=len(head)), line, len(head) + 1)

    def _lines(self, path: Path) -> list[tuple[int, list[str]]]:
        reader = csv.reader(io.StringIO(_decoded(path), newline=""), strict=True)
        try:
            lines = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
        except csv.Error as error:
            raise BadInput([Fault(BAD_CSV(reason=error), file=self.name, line=reader.line_num)]) from error
        if not lines:
            raise BadInput([Fault(EMPTY, file=self.name)])
        return lines

    def _check_head(self, head: list[str], required: Sequence[str], known: Collection[str], line: int) -> None:
        for index, name in enumerate(head):
            if name in head[:index]:
                self.fault(TWICE(name=name), line, index + 1)
            elif name not in known:
                self.fault(UNKNOWN_COLUMN(name=name), line, index + 1)
        for name in required:
            if name not in head:
                self.fault(MISSING_COLUMN(name=name), line, None)
        self.check()

    def fault(self, text: Text, line: int, column: int | None) -> None:
        """Note a fault at a line and column, both from 1."""
        self.faults.append(Fault(text, file=self.name, line=line, column=column))

    def column(self, name: str) -> int | None:
        """The index of a column, or None where the file has no such column."""
        return self._columns.get(name)

    def check(self) -> None:
        """Raise `BadInput` if anything was wrong so far."""
        if self.faults:
            raise BadInput(self.faults)


class SheetRow:
    """One line of a sheet."""

    def __init__(self, sheet: Sheet, line: int, cells: list[str]) -> None:
        self._sheet, self.line, self._cells = sheet, line, cells

    def cell(self, name: str) -> str:
        """The text of a cell without blanks around it; empty where the column is missing."""
        index = self._sheet.column(name)
        return self._cells[index].strip() if index is not None and index < len(self._cells) else ""

    def needed(self, name: str) -> str:
        """The text of a cell that must not be empty."""
        value = self.cell(name)
        if not value:
            self.fault(name, REQUIRED)
        return value

    def place(self, name: str) -> int | None:
        """The number of a column, from 1, or None where the file has no such column."""
        index = self._sheet.column(name)
        return None if index is None else index + 1

    def fault(self, name: str, text: Text) -> None:
        """Note that a cell is wrong."""
        self._sheet.fault(text, self.line, self.place(name))

    def known(self, name: str, codes: Collection[str], unknown: Text) -> str:
        """A cell that must hold one of a few codes."""
        value = self.needed(name)
        if value and value not in codes:
            self.fault(name, unknown(name=value))
        return value


def _decoded(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput([Fault(UNREADABLE(reason=error), file=path.name)]) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput([Fault(NOT_ENCODED, file=path.name)])


def _unique(rows: Sequence[SheetRow], key: Callable[[SheetRow], str], column: str) -> None:
    seen: set[str] = set()
    for row in rows:
        value = key(row)
        if value and value in seen:
            row.fault(column, TWICE(name=value))
        seen.add(value)


def read_contestants(path: Path, plan: Plan) -> tuple[Contestant, ...]:
    """Contestants in file order. Raises `BadInput` with every fault, by line and column."""
    sheet = Sheet(path, ("code", "name", "category"), ("lead", "members"))
    keys = {category.key for category in plan.categories}
    _unique(sheet.rows, lambda row: row.needed("code"), "code")
    contestants = [
        Contestant(
            code=row.cell("code"),
            name=row.needed("name"),
            category=row.known("category", keys, NO_CATEGORY),
            lead=row.cell("lead"),
            members=tuple(name.strip() for name in row.cell("members").split(";") if name.strip()),
        )
        for row in sheet.rows
    ]
    if not contestants:
        sheet.fault(NO_ROWS, 1, None)
    sheet.check()
    return tuple(contestants)


def read_judges(path: Path, plan: Plan, *, needed: bool = True) -> tuple[Judge, ...]:
    """Judges in file order; at least one where `needed`. Raises `BadInput` with every fault."""
    sheet = Sheet(path, ("code", "name", "group"), ("title",))
    keys = {group.key for group in plan.groups}
    _unique(sheet.rows, lambda row: row.needed("code"), "code")
    judges = [
        Judge(row.cell("code"), row.needed("name"), row.cell("title"), row.known("group", keys, NO_GROUP))
        for row in sheet.rows
    ]
    if needed and not judges:
        sheet.fault(NO_ROWS, 1, None)
    sheet.check()
    return tuple(judges)


def read_ballots(path: Path, plan: Plan, entries: Collection[str], judges: Collection[str]) -> tuple[PaperBallot, ...]:
    """Paper ballots, one per contestant and judge. Raises `BadInput` with every fault, by line and column."""
    keys = [criterion.key for criterion in plan.criteria]
    sheet = Sheet(path, ("contestant", "judge", *keys))
    _unique(sheet.rows, lambda row: f"{row.cell('contestant')} / {row.cell('judge')}", "judge")
    ballots = [
        PaperBallot(
            contestant=row.known("contestant", entries, NO_CONTESTANT),
            judge=row.known("judge", judges, NO_JUDGE),
            scores=_scores(row, plan),
            line=row.line,
            column=row.place("judge"),
        )
        for row in sheet.rows
    ]
    if not ballots:
        sheet.fault(NO_ROWS, 1, None)
    sheet.check()
    return tuple(ballots)


def _scores(row: SheetRow, plan: Plan) -> dict[str, Decimal]:
    scores = {}
    for criterion in plan.criteria:
        value = half_width(row.cell(criterion.key))
        fault = score_fault(plan, criterion, value) if value else BLANK
        if fault:
            row.fault(criterion.key, fault)
        else:
            scores[criterion.key] = Decimal(value)
    return scores


def read_values(path: Path, plan: Plan, component: str, entries: Collection[str]) -> dict[str, Decimal]:
    """Values of a component that is brought in, 0–100, by contestant. Raises `BadInput` with every fault."""
    if component == LIVE or component not in {part.key for part in plan.components}:
        raise BadInput([Fault(NO_COMPONENT(name=component))])
    sheet = Sheet(path, ("contestant", "value"))
    _unique(sheet.rows, lambda row: row.cell("contestant"), "contestant")
    values = {row.known("contestant", entries, NO_CONTESTANT): _percent(row) for row in sheet.rows}
    if not values:
        sheet.fault(NO_ROWS, 1, None)
    sheet.check()
    return values


def _percent(row: SheetRow) -> Decimal:
    text = half_width(row.needed("value"))
    value = parse_score(text)
    if text and (value is None or value > 100):
        row.fault("value", NOT_PERCENT(value=text))
    return value or Decimal(0)
