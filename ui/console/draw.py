"""Page 4: the draw for the start order, in front of witnesses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from scoring.contest import Draw, Screen
from scoring.draws import digest
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.conductor import Conductor
from ui.console.draw_record_dialog import DrawRecordDialog
from ui.console.flow import FlowLayout
from ui.console.look import Caption, Words
from ui.console.making import Export
from ui.console.page import StepPage, page_action
from ui.console.rows import RowsModel, Table
from ui.console.stage_panel import StagePanel, no_stage
from ui.console.words import local_time
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.rounds import Rounds

PLACE, CODE, NAME, BEFORE, DIGEST = range(5)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One place of the order; `digest` is what it was drawn by."""

    place: int
    code: str
    name: str
    before: int
    digest: str


class OrderModel(RowsModel[Drawn]):
    """The line-up in the order that a seed gives, or as it is."""

    numbers = frozenset({BEFORE})

    def headers(self) -> tuple[str, ...]:
        return self.tr("Place"), self.tr("Code"), self.tr("Name"), self.tr("Place now"), self.tr("SHA-256 of seed:code")

    def cell(self, row: Drawn, column: int) -> str:
        return (f"{row.place:02d}", row.code, row.name, str(row.before), row.digest)[column]

    def key(self, row: Drawn) -> object:
        return row.code


class DrawPage(StepPage):
    """Type the seed that was said aloud, see the order, record it; show it to the room, print the record."""

    def __init__(
        self, desk: Desk, rounds: Callable[[], Rounds], conductor: Conductor, export: Export, stage: StagePanel
    ) -> None:
        super().__init__(desk)
        self._rounds, self._conductor, self._export, self._stage = rounds, conductor, export, stage
        self.no_stage = Words(tone="warn", wrap=True)
        self.seed, self.witness = QLineEdit(), QLineEdit()
        self.model = OrderModel(self)
        self.table = Table(self.model)
        self._recorded = Caption(factor=1.0, wrap=True)
        self._recorded.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._seed_label, self._witness_label = Caption(factor=1.0), Caption(factor=1.0)
        self._order = Caption(factor=1.0)
        self.record, self.print, self.show_room = (page_action(self, key) for key in ("F5", "F6", "F7"))
        self.record.triggered.connect(self._record)
        self.print.triggered.connect(self._print)
        self.show_room.triggered.connect(self._show_room)
        self._build()
        self.seed.textChanged.connect(self._preview)
        self.witness.textChanged.connect(self._preview)
        stage.opened.connect(self._show_room_state)

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, edit in ((self._seed_label, self.seed), (self._witness_label, self.witness)):
            edit.setMaximumWidth(480)
            label.setBuddy(edit)
            form.addRow(label, edit)
        self.box.addWidget(self._recorded)
        self.box.addLayout(form)
        more = (KeyButton(action) for action in (self.show_room, self.print))
        row = QWidget()
        buttons = FlowLayout(row)
        for button in (PrimaryButton(self.record), *more):
            buttons.addWidget(button)
        self.box.addWidget(row)
        self.box.addWidget(self.no_stage)
        self.box.addWidget(self._order)
        self.box.addWidget(self.table, 1)

    def refresh(self) -> None:
        self.say(
            self.tr("Draw"),
            self.tr("The order follows from the seed alone: say it aloud, type it exactly as said, record the draw."),
        )
        self._seed_label.setText(self.tr("Seed"))
        self._witness_label.setText(self.tr("Witness"))
        self.seed.setPlaceholderText(self.tr("a text that is said aloud"))
        self.witness.setPlaceholderText(self.tr("who is present and watches"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.witness.setAccessibleName(self.tr("Witness"))
        self.table.setAccessibleName(self.tr("Order"))
        self.record.setText(self.tr("Record the draw"))
        self.print.setText(self.tr("Print the record…"))
        round_ = self._desk.snapshot.round
        self._show_room_state()
        self.print.setEnabled(round_.start_order is not None or bool(round_.draws))
        self._recorded.setText(self._said(round_.start_order))
        self.model.retranslate()
        self._preview()

    def _show_room_state(self) -> None:
        """Whether the room sees the order; where no stage is open it sees nothing, whatever was chosen."""
        chosen = self._desk.snapshot.contest.screen is Screen.LINEUP
        words = self.tr("The room sees the order") if self._stage.is_open else self.tr("The stage is set to the order")
        self.show_room.setText(words if chosen else self.tr("Show the order to the room"))
        self.show_room.setEnabled(self._desk.snapshot.round.start_order is not None and not chosen)
        self.no_stage.setText(no_stage())
        self.no_stage.setVisible(not self._stage.is_open)

    def _said(self, draw: Draw | None) -> str:
        if draw is None:
            return self.tr("No draw has been recorded; the line-up is in roster order.")
        text = self.tr("Recorded {time}, seed '{seed}', witness: {witness}")
        return text.format(time=local_time(draw.at, "%Y-%m-%d %H:%M:%S"), seed=draw.seed, witness=draw.reason)

    def _preview(self) -> None:
        now, seed = self._desk.snapshot, self.seed.text()
        ready = bool(seed.strip() and self.witness.text().strip() and len(now.round.entries) > 1)
        self.record.setEnabled(ready and now.round.closed is None)
        shown = seed.strip() and len(now.round.entries) > 0
        codes = self._rounds().preview(seed) if shown else [entry.code for entry in now.round.entries]
        order = self.tr("Order with this seed (not recorded)") if shown else self.tr("Line-up now")
        self._order.setText(order)
        drawn = now.round.start_order
        hashed = dict.fromkeys(codes, seed) if shown else dict.fromkeys(drawn.order, drawn.seed) if drawn else {}
        rows = [self._drawn(code, place, hashed.get(code, "")) for place, code in enumerate(codes, start=1)]
        self.model.replace(rows)
        self.table.setColumnHidden(BEFORE, not shown)

    def _drawn(self, code: str, place: int, seed: str) -> Drawn:
        now = self._desk.snapshot
        hashed = digest(seed, code)[:16] + "…" if seed else ""
        return Drawn(place, code, now.contestant(code).name, now.number(code), hashed)

    def _record(self) -> None:
        self._rounds().start_order(self.seed.text(), self.witness.text().strip(), self._clear)

    def _clear(self) -> None:
        """What was typed is recorded; the next draw begins with a blank."""
        self.seed.clear()
        self.witness.clear()

    def _show_room(self) -> None:
        self._conductor.show_screen(Screen.LINEUP)

    def _print(self) -> None:
        DrawRecordDialog(self._desk, self._export, self).open()
