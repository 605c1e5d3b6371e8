"""Page 1: who takes part in the contest, and who is in the line-up of this round."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from scoring.contest import Attendance
from scoring.mark import MarkKind
from ui.console.buttons import KeyButton
from ui.console.contestants import Contestants
from ui.console.flow import FlowLayout
from ui.console.imports import Imports
from ui.console.journal_model import WHAT, JournalModel
from ui.console.look import Caption
from ui.console.page import StepPage, page_action
from ui.console.roster_model import LEAD, MEMBERS, NAME, Entrant, RosterFilter, RosterModel
from ui.console.rows import Table
from ui.console.search_box import BesideTable
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.corrections import Corrections
    from ui.console.rounds import Rounds


class RosterPage(StepPage):
    """The roster as a table that can be searched; contestants come in, are renamed, join the line-up or withdraw."""

    def __init__(
        self,
        desk: Desk,
        rounds: Callable[[], Rounds],
        imports: Imports,
        corrections: Callable[[], Corrections],
        journal: JournalModel,
    ) -> None:
        super().__init__(desk)
        self._rounds, self._imports, self._corrections, self._journal = rounds, imports, corrections, journal
        self.contestants = Contestants(desk, self)
        self.model = RosterModel(self)
        self.sorted = RosterFilter(self.model, self)
        self.table = Table(self.sorted, elastic=(NAME, LEAD, MEMBERS))
        self._filter, self.category, self._count = BesideTable(), QComboBox(), Caption(factor=1.0)
        self.new, self.edit, self.add, self.read, self.withdraw = (
            page_action(self, key) for key in ("F2", "F4", "F5", "F6", "F7")
        )
        self.paste, self.search = page_action(self, "Ctrl+V"), page_action(self, "Ctrl+F")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(320)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._filter, self.category, self._count):
            row.addWidget(widget)
        row.addStretch()
        self.box.addLayout(row)
        self.box.addWidget(self.table, 1)
        actions = (self.new, self.edit, self.add, self.withdraw, self.read, self.paste)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for action in actions:
            flow.addWidget(KeyButton(action))
        self.box.addWidget(buttons)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self.sorted.setFilterFixedString)
        self.category.currentIndexChanged.connect(self._show_category)
        self.new.triggered.connect(self.contestants.add)
        self.edit.triggered.connect(self._edit)
        self.table.activated.connect(self._edit)
        self.add.triggered.connect(self._add)
        self.withdraw.triggered.connect(self._withdraw)
        self.read.triggered.connect(self._imports.roster)
        self._filter.table_pasted.connect(self.paste.trigger)
        self.paste.triggered.connect(self._imports.paste_roster)
        self.search.triggered.connect(self._search)
        self.table.selectionModel().currentRowChanged.connect(self._follow_choice)

    def refresh(self) -> None:
        now = self._desk.snapshot
        purpose = self.tr("Everyone who takes part in this contest. The line-up belongs to the round.")
        self.say(self.tr("Roster"), purpose)
        self._filter.setPlaceholderText(self.tr("Search") + "  Ctrl+F")
        self._filter.setAccessibleName(self.tr("Search"))
        self.table.setAccessibleName(self.tr("Roster"))
        self._name_categories()
        count = self.tr("{n} contestants, {entries} in the line-up")
        self._count.setText(count.format(n=len(now.contest.contestants), entries=len(now.round.entries)))
        self.model.show(now)
        if self.reworded:
            self.model.retranslate()
        self._follow_choice()

    def _name_categories(self) -> None:
        categories, contestants = self._desk.snapshot.plan.categories, self._desk.snapshot.contest.contestants.values()
        self.category.setAccessibleName(self.tr("Category"))
        self.category.setVisible(len(categories) > 1)
        self.category.blockSignals(True)
        names = ["", *(category.name for category in categories)]
        if [self.category.itemData(place) for place in range(self.category.count())] != names:
            self.category.clear()
            for name in names:
                self.category.addItem("", name)
            self._show_category()
        self.category.setItemText(0, self.tr("All categories"))
        for place, category in enumerate(categories, start=1):
            n = sum(each.category == category.key for each in contestants)
            self.category.setItemText(place, f"{category.name}  {n}")
        self.category.blockSignals(False)

    def _show_category(self) -> None:
        self.sorted.show_category(str(self.category.currentData()))

    def _search(self) -> None:
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    @property
    def _chosen(self) -> Entrant | None:
        chosen: Entrant | None = self.table.chosen()
        return chosen

    def _follow_choice(self) -> None:
        chosen, is_open = self._chosen, self._desk.snapshot.round.closed is None
        withdrawn = chosen is not None and chosen.attendance is Attendance.WITHDRAWN
        self.new.setText(self.tr("New…"))
        self.edit.setText(self.tr("Change…"))
        self.add.setText(self.tr("Add to the line-up…"))
        self.withdraw.setText(self.tr("Takes part after all…") if withdrawn else self.tr("Withdraw…"))
        self.read.setText(self.tr("Import a list…"))
        self.paste.setText(self.tr("Paste"))
        self.paste.setToolTip(self.tr("What was copied in Excel or WPS, with its heading"))
        self.edit.setEnabled(chosen is not None)
        self.add.setEnabled(chosen is not None and not chosen.place and is_open)
        self.withdraw.setEnabled(chosen is not None and chosen.place > 0)

    def _edit(self) -> None:
        if self._chosen:
            self.contestants.edit(self._chosen.code)

    def _add(self) -> None:
        if self._chosen:
            self._rounds().add_entry(self._chosen.code)

    def _withdraw(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        mark = self._journal.standing(MarkKind.WITHDRAW, contestant=chosen.code)
        if chosen.attendance is Attendance.WITHDRAWN and mark:
            self._corrections().undo(mark, self._journal.text(mark, WHAT))
        else:
            self._corrections().withdraw(chosen.code)
