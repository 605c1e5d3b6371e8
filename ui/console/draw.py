"""Page 4: the draw for the start order, in front of witnesses."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit

from scoring.contest import Draw
from scoring.draws import digest
from ui.console.buttons import PrimaryButton
from ui.console.look import Caption
from ui.console.page import StepPage, buttons_row, page_action
from ui.console.rounds import Rounds
from ui.console.rows import RowsModel, Table
from ui.console.words import local_time
from ui.desk import Desk

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
    """Type the seed that was said aloud, see the order, record it."""

    def __init__(self, desk: Desk, rounds: Rounds) -> None:
        super().__init__(desk)
        self._rounds = rounds
        self.seed, self.witness = QLineEdit(), QLineEdit()
        self.model = OrderModel(self)
        self.table = Table(self.model)
        self._recorded = Caption(factor=1.0)
        self._recorded.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._seed_label, self._witness_label = Caption(factor=1.0), Caption(factor=1.0)
        self._order = Caption(factor=1.0)
        self.record = page_action(self, "F5")
        self.record.triggered.connect(self._record)
        self._build()
        self.seed.textChanged.connect(self._preview)
        self.witness.textChanged.connect(self._preview)

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, edit in ((self._seed_label, self.seed), (self._witness_label, self.witness)):
            edit.setMaximumWidth(480)
            label.setBuddy(edit)
            form.addRow(label, edit)
        self.box.addWidget(self._recorded)
        self.box.addLayout(form)
        self.box.addLayout(buttons_row(PrimaryButton(self.record)))
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
        self._recorded.setText(self._said(self._desk.snapshot.round.start_order))
        self.model.retranslate()
        self._preview()

    def _said(self, draw: Draw | None) -> str:
        if draw is None:
            return self.tr("No draw has been recorded; the line-up is in roster order.")
        text = self.tr("Recorded {time}, seed “{seed}”, witness: {witness}")
        return text.format(time=local_time(draw.at, "%Y-%m-%d %H:%M:%S"), seed=draw.seed, witness=draw.reason)

    def _preview(self) -> None:
        now, seed = self._desk.snapshot, self.seed.text()
        ready = bool(seed.strip() and self.witness.text().strip() and len(now.round.entries) > 1)
        self.record.setEnabled(ready and now.round.closed is None)
        shown = seed.strip() and len(now.round.entries) > 0
        codes = self._rounds.preview(seed) if shown else [entry.code for entry in now.round.entries]
        order = self.tr("Order with this seed (not recorded)") if shown else self.tr("Line-up now")
        self._order.setText(order)
        hashed = seed if shown else now.round.start_order.seed if now.round.start_order else ""
        self.model.replace([self._drawn(code, place, hashed) for place, code in enumerate(codes, start=1)])

    def _drawn(self, code: str, place: int, seed: str) -> Drawn:
        now = self._desk.snapshot
        hashed = digest(seed, code)[:16] + "…" if seed else ""
        return Drawn(place, code, now.contestant(code).name, now.number(code), hashed)

    def _record(self) -> None:
        self._rounds.start_order(self.seed.text(), self.witness.text().strip())
