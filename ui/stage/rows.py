"""Rows for QML, told apart by key, so that a changed list plays as moves and not as a new list."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeAlias

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Arena.Stage"
QML_IMPORT_MAJOR_VERSION = 1

Row: TypeAlias = dict[str, Any]
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


_AS_IT_IS = {str, int, bool, float}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def plain(value: object) -> Any:
    """A frozen view as QML can read it: dataclasses as maps, tuples as lists, enums as their values."""
    kind: Any = type(value)
    if value is None or kind in _AS_IT_IS:
        return value
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(kind)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


@lru_cache(maxsize=4096)
def ems(text: str) -> float:
    """How wide a text runs, in font sizes, rounded up: a Chinese character is 1, a Latin letter 0.62."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.62 for char in text)


class KeyedRows(QAbstractListModel):
    """A list of rows told apart by key.

    Signals:
        changed(): after any change of the rows.
    """

    ROW = int(Qt.ItemDataRole.UserRole) + 1
    """The one role, `row`: all fields of a row as a map."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._rows: dict[str, Row] = {}
        self._longest, self._focus = 0.0, -1
        self._focused: Row = {}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[self._keys[index.row()]]
        return row if role == self.ROW else row.get("name") if role == Qt.ItemDataRole.DisplayRole else None

    def roleNames(self) -> dict[int, QByteArray]:
        return {self.ROW: QByteArray(b"row")}

    def rows(self) -> list[Row]:
        """The rows in order."""
        return [self._rows[key] for key in self._keys]

    def between(self, places: slice) -> dict[str, Row]:
        """The rows of these places, by key."""
        return {key: self._rows[key] for key in self._keys[places]}

    def replace(self, rows: dict[str, Row]) -> None:
        """Become these rows (by key, in order) with the fewest removals, moves and insertions."""
        if rows == self._rows and list(rows) == self._keys:
            return
        self._remove([key for key in self._keys if key not in rows])
        self._move([key for key in rows if key in self._rows])
        self._insert(rows)
        self._refresh(rows)
        self._measure()
        self.changed.emit()

    def _remove(self, keys: Sequence[str]) -> None:
        for key in keys:
            place = self._keys.index(key)
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._keys[place], self._rows[key]
            self.endRemoveRows()

    def _move(self, wanted: Sequence[str]) -> None:
        """Bring the keys that are here into the wanted order, moving only those that are out of step."""
        steady = _longest_rise([self._keys.index(key) for key in wanted])
        for place, key in enumerate(wanted):
            here = self._keys.index(key)
            if here in steady:
                continue
            there = self._keys.index(wanted[place - 1]) + 1 if place else 0
            steady = self._move_one(here, there, steady)

    def _move_one(self, here: int, there: int, steady: set[int]) -> set[int]:
        """Move one row. Returns the places of the rows that are in order, after the move."""
        if there not in (here, here + 1):
            self.beginMoveRows(QModelIndex(), here, here, QModelIndex(), there)
            landed = there - 1 if there > here else there
            self._keys.insert(landed, self._keys.pop(here))
            self.endMoveRows()
        else:
            landed = here
        return {_shifted(place, here, landed) for place in steady} | {landed}

    def _insert(self, rows: dict[str, Row]) -> None:
        for place, (key, row) in enumerate(rows.items()):
            if key not in self._rows:
                self.beginInsertRows(QModelIndex(), place, place)
                self._keys.insert(place, key)
                self._rows[key] = row
                self.endInsertRows()

    def _refresh(self, rows: dict[str, Row]) -> None:
        for place, (key, row) in enumerate(rows.items()):
            if self._rows[key] != row:
                self._rows[key] = row
                self.dataChanged.emit(self.index(place), self.index(place), [self.ROW])

    def _measure(self) -> None:
        """Work out once what QML asks for every line that it paints."""
        self._longest = max((ems(str(row.get("name", ""))) for row in self._rows.values()), default=0.0)
        self._focus = next((place for place, key in enumerate(self._keys) if self._rows[key].get("focus")), -1)
        self._focused = self._rows[self._keys[self._focus]] if self._focus >= 0 else {}

    count = Property(int, rowCount, notify=changed)
    longest = Property(float, lambda self: self._longest, notify=changed)
    focus = Property(int, lambda self: self._focus, notify=changed)
    """The first row that wants to be in view, or −1."""
    focused = Property(dict, lambda self: self._focused, notify=changed)
    """That row, empty where there is none."""


@QmlElement
class RowsAround(KeyedRows):
    """The rows of a list that stand in a range of places; a row that stays in it stays the same row. Made by QML."""

    PLACE = KeyedRows.ROW + 1
    """Another role, `place`: where the row stands in the whole list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: KeyedRows | None = None
        self._range = slice(0, 0)
        self._places: dict[str, int] = {}

    def roleNames(self) -> dict[int, QByteArray]:
        return {**super().roleNames(), self.PLACE: QByteArray(b"place")}

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == self.PLACE and index.isValid():
            return self._places[self._keys[index.row()]]
        return super().data(index, role)

    @Slot(QObject, int, int)
    def show(self, source: KeyedRows | None, first: int, end: int) -> None:
        """From now on hold the rows of this list from place `first` up to, but not including, `end`."""
        if source is not self._source:
            if self._source is not None:
                self._source.changed.disconnect(self._follow)
            self._source = source
            if source is not None:
                source.changed.connect(self._follow)
        self._range = slice(max(0, first), max(0, end))
        self._follow()

    def _follow(self) -> None:
        rows = self._source.between(self._range) if self._source else {}
        places = dict(zip(rows, range(self._range.start, self._range.stop), strict=False))
        before, self._places = self._places, places | self._places  # a row that moves is at its old place until then
        self.replace(rows)
        self._places = places
        moved = [key for key, place in places.items() if before.get(key, place) != place]
        for key in moved:
            index = self.index(self._keys.index(key))
            self.dataChanged.emit(index, index, [self.PLACE])


def _shifted(place: int, here: int, landed: int) -> int:
    """Where a row at `place` stands after another was moved from `here` to `landed`."""
    if here < place <= landed:
        return place - 1
    return place + 1 if landed <= place < here else place


def _longest_rise(places: Sequence[int]) -> set[int]:
    """The values of a longest increasing subsequence."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        slot = bisect_left(tails, place)
        before[place] = tails[slot - 1] if slot else None
        tails[slot : slot + 1] = [place]
    chain: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        chain.add(last)
        last = before[last]
    return chain
