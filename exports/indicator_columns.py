"""The columns that turn an indicator's raw values into points by formulas, as a fraction of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from exports.cells import column_letter, decimal_places
from scoring.contest import Attendance, Entry
from scoring.plan import Component
from scoring.text import Text

FAR = 10**13
"""Farther from nought than any whole number that a spreadsheet is asked to compute with here."""
RAW = Text("{name}（原值）", "{name} (raw)")
BEST, WORST = Text("{name}最优", "{name} best"), Text("{name}最差", "{name} worst")
PLACE, COUNT = Text("{name}名次", "{name} rank"), Text("{name}个数", "{name} count")
TOP, BELOW = Text("{name}得分分子", "{name} numerator"), Text("{name}得分分母", "{name} denominator")
BETWEEN = {"minmax": (BEST, WORST), "rank": (PLACE, COUNT), "target": ()}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the entries stand: the first and the last row, and the column of boards where there are several."""

    first: int
    last: int
    board: str


class IndicatorColumns:
    """The columns of one indicator, from `column` on: raw value, what it is compared with, points as a fraction."""

    def __init__(self, part: Component, entries: Sequence[Entry], column: int, sheet: Sheet) -> None:
        self.part, self._sheet, self._column = part, sheet, column
        self._values = [entry.values[part.key] for entry in entries if part.key in entry.values]
        places = [decimal_places(value) for value in (*self._values, part.target or Decimal(0))]
        self._unit, self._floor_unit = 10 ** max(places), 10 ** decimal_places(part.floor)

    @property
    def heads(self) -> tuple[Text, ...]:
        """What the columns are called."""
        return (RAW, *BETWEEN[self.part.rule], TOP, BELOW)

    @property
    def fraction(self) -> tuple[str, str]:
        """The letters of the columns of numerator and denominator."""
        last = self._column + len(self.heads) - 1
        return column_letter(last - 1), column_letter(last)

    @property
    def largest(self) -> int:
        """What every whole number of these columns stays below."""
        most = max(
            (abs(Fraction(value)) for value in (*self._values, self.part.target or Decimal(0))), default=Fraction(0)
        )
        largest: int = int(2 * most * self._unit + 1) * 100 * self._floor_unit
        return largest

    def raw(self, entry: Entry) -> float | None:
        """The raw value of an entry that is compared with the others."""
        value = entry.values.get(self.part.key)
        return float(value) if value is not None and entry.attendance is Attendance.PRESENT else None

    def cells(self, entry: Entry, line: int) -> list[object]:
        """The raw value, and the formulas from it to the points."""
        between = {"minmax": self._range, "rank": self._place, "target": self._nothing}[self.part.rule](line)
        top, below = self._points(line)
        common = f"GCD({top},{below})"
        return [self.raw(entry), *between, f"=({top})/{common}", f"=({below})/{common}"]

    def blank(self, entry: Entry) -> list[object]:
        """The raw value alone, for the others to be compared with."""
        return [self.raw(entry), *[None] * (len(self.heads) - 1)]

    def _cell(self, place: int, line: int) -> str:
        return f"{column_letter(self._column + place)}{line}"

    def _whole(self, cells: str) -> str:
        return f"ROUND({cells}*{self._unit},0)"

    def _span(self) -> str:
        letter = column_letter(self._column)
        return f"{letter}${self._sheet.first}:{letter}${self._sheet.last}"

    def _compared(self, line: int) -> str:
        """1 for every entry that this one is compared with, itself included; 0 for the others."""
        board, span = self._sheet.board, f"ISNUMBER({self._span()})"
        if not board:
            return span
        return f"{span}*({board}${self._sheet.first}:{board}${self._sheet.last}={board}{line})"

    def _range(self, line: int) -> list[object]:
        """The greatest and the least of those compared, in the order of better."""
        values, compared = self._whole(self._span()), self._compared(line)
        greatest = f"=(SUMPRODUCT(MAX({compared}*({values}+{FAR})))-{FAR})/{self._unit}"
        least = f"=({FAR}-SUMPRODUCT(MAX({compared}*({FAR}-{values}))))/{self._unit}"
        return [greatest, least] if self.part.better == "higher" else [least, greatest]

    def _nothing(self, line: int) -> list[object]:
        return []

    def _place(self, line: int) -> list[object]:
        sign = ">" if self.part.better == "higher" else "<"
        better = f"({self._whole(self._span())}{sign}{self._whole(self._cell(0, line))})"
        compared = self._compared(line)
        return [f"=SUMPRODUCT({compared}*{better})+1", f"=SUMPRODUCT({compared}*1)"]

    def _points(self, line: int) -> tuple[str, str]:
        if self.part.rule == "target":
            return self._share(self._whole(self._cell(0, line)))
        if self.part.rule == "rank":
            ahead, whole = (f"({self._cell(2, line)}-{each})" for each in (self._cell(1, line), 1))
        else:
            value, best, worst = (self._whole(self._cell(place, line)) for place in range(3))
            ahead, whole = f"ABS({value}-{worst})", f"ABS({best}-{worst})"
        floor = int(self.part.floor * self._floor_unit)
        top = f"{floor}*{whole}+{100 * self._floor_unit - floor}*{ahead}"
        return f"IF({whole}=0,100,{top})", f"IF({whole}=0,1,{whole}*{self._floor_unit})"

    def _share(self, value: str) -> tuple[str, str]:
        target = int((self.part.target or Decimal(1)) * self._unit)
        if self.part.better == "higher":
            return f"MIN(MAX(100*{value},0),{100 * target})", str(target)
        return f"IF({value}>{target},{100 * target},100)", f"IF({value}>{target},{value},1)"
