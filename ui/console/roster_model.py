"""The contestants of the contest as a table, and which of them are in view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject

from scoring.contest import Attendance
from ui.console.rows import Index, RowsModel, Sorted
from ui.console.words import attendance_word
from ui.snapshot import Snapshot

CODE, NAME, CATEGORY, LEAD, MEMBERS, PLACE = range(6)


@dataclass(frozen=True, slots=True)
class Entrant:
    """A contestant of the roster; `place` in the line-up, 0 if not in it."""

    code: str
    name: str
    category: str
    lead: str
    members: str
    place: int
    attendance: Attendance = Attendance.PRESENT


class RosterModel(RowsModel[Entrant]):
    """The contestants of the contest."""

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Code"),
            self.tr("Name"),
            self.tr("Category"),
            self.tr("Lead"),
            self.tr("Members"),
            self.tr("Line-up"),
        )

    def cell(self, row: Entrant, column: int) -> str:
        place = f"{row.place:02d} {attendance_word(row.attendance)}".strip() if row.place else "–"
        return (row.code, row.name, row.category, row.lead, row.members, place)[column]

    def sort_key(self, row: Entrant, column: int) -> object:
        return (row.place or 10**6) if column == PLACE else self.cell(row, column)

    def key(self, row: Entrant) -> object:
        return row.code

    def show(self, now: Snapshot) -> None:
        """Become the roster of this snapshot."""
        categories = {category.key: category.name for category in now.plan.categories}
        entries = {entry.code: (place, entry.attendance) for place, entry in enumerate(now.round.entries, start=1)}
        out = (0, Attendance.PRESENT)
        self.replace(
            [
                Entrant(c.code, c.name, categories[c.category], c.lead, "、".join(c.members), *entries.get(c.code, out))
                for c in now.contest.contestants.values()
            ]
        )


class RosterFilter(Sorted):
    """Keeps those that hold a text, of one category if one is given."""

    def __init__(self, source: RosterModel, parent: QObject | None = None) -> None:
        super().__init__(source, parent)
        self._source, self._category = source, ""

    def show_category(self, name: str) -> None:
        """Keep this category alone; all with an empty name."""
        self.beginFilterChange()
        self._category = name
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index = QModelIndex()) -> bool:  # noqa: B008  (Qt's own default)
        fits = not self._category or self._source.row(row).category == self._category
        return fits and super().filterAcceptsRow(row, parent)
