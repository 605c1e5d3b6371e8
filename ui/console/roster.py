"""Page 1: who takes part in the contest, and who is in the line-up of this round."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from ui.console.buttons import KeyButton
from ui.console.imports import Imports
from ui.console.look import Caption
from ui.console.page import StepPage, buttons_row, page_action
from ui.console.rounds import Rounds
from ui.console.rows import RowsModel, Sorted, Table
from ui.desk import Desk, Snapshot

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
        place = f"{row.place:02d}" if row.place else "–"
        return (row.code, row.name, row.category, row.lead, row.members, place)[column]

    def sort_key(self, row: Entrant, column: int) -> object:
        return (row.place or 10**6) if column == PLACE else self.cell(row, column)

    def key(self, row: Entrant) -> object:
        return row.code

    def show(self, now: Snapshot) -> None:
        """Become the roster of this snapshot."""
        categories = {category.key: category.name for category in now.plan.categories}
        places = {entry.code: place for place, entry in enumerate(now.round.entries, start=1)}
        self.replace(
            [
                Entrant(c.code, c.name, categories[c.category], c.lead, "、".join(c.members), places.get(c.code, 0))
                for c in now.contest.contestants.values()
            ]
        )


class RosterPage(StepPage):
    """The roster as a table, with a filter; others can be added to the line-up."""

    def __init__(self, desk: Desk, rounds: Rounds, imports: Imports) -> None:
        super().__init__(desk)
        self._rounds = rounds
        self.model = RosterModel(self)
        self.sorted = Sorted(self.model, self)
        self.table = Table(self.sorted)
        self._filter, self._count = QLineEdit(), Caption(factor=1.0)
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(320)
        self._filter.textChanged.connect(self.sorted.setFilterFixedString)
        self.add = page_action(self, "F5")
        self.add.triggered.connect(self._add)
        self.read = page_action(self, "F6")
        self.read.triggered.connect(imports.roster)
        row = buttons_row(self._filter, KeyButton(self.add), KeyButton(self.read))
        row.addWidget(self._count)
        self.box.addLayout(row)
        self.box.addWidget(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._follow_choice)

    def refresh(self) -> None:
        now = self._desk.snapshot
        purpose = self.tr("Everyone who takes part in this contest. The line-up belongs to the round.")
        self.say(self.tr("Roster"), purpose)
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter"))
        self.table.setAccessibleName(self.tr("Roster"))
        count = self.tr("{n} contestants, {entries} in the line-up")
        self._count.setText(count.format(n=len(now.contest.contestants), entries=len(now.round.entries)))
        self.model.show(now)
        self.model.retranslate()
        self._follow_choice()

    def _follow_choice(self) -> None:
        chosen: Entrant | None = self.table.chosen()
        self.add.setText(self.tr("Add to the line-up…"))
        self.read.setText(self.tr("Read a file…"))
        self.add.setEnabled(chosen is not None and not chosen.place and self._desk.snapshot.round.closed is None)

    def _add(self) -> None:
        chosen: Entrant | None = self.table.chosen()
        if chosen:
            self._rounds.add_entry(chosen.code)
