"""The part of the form of a plan that lists the tie-breaks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QComboBox, QListWidget, QSizePolicy, QWidget

from scoring.names import LIVE_NAME
from scoring.plan_draft import PlanDraft, TieBreak
from scoring.plan_words import TABLE_NAMES, key_name
from scoring.text import Language
from ui.console.plan_sections import Faults, Section


class TieSection(Section):
    """The tie-breaks in their order; others can be added from a list."""

    def __init__(self, draft: PlanDraft, language: Language) -> None:
        super().__init__(draft, "contest", language)
        self.heading.setText(self._say(key_name("contest", "tie_breaks")))
        self.steps, self.more = QListWidget(), QComboBox()
        self.steps.setAccessibleName(self.heading.text())
        self.more.setAccessibleName(self.tr("Add a step"))
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.addWidget(self.steps)
        self.box.addWidget(self.more)
        self.steps.currentRowChanged.connect(self._enter)
        self.more.activated.connect(self._add)
        self._free: list[TieBreak] = []
        self._fill()

    def _fill(self, chosen: TieBreak | None = None) -> None:
        self.steps.blockSignals(True)
        self.steps.clear()
        for number, step in enumerate(self._draft.tie_breaks, start=1):
            self.steps.addItem(f"{number}  {self._named(step)}")
        height = max(self.steps.sizeHintForRow(0), self.fontMetrics().height())
        self.steps.setFixedHeight(height * max(1, self.steps.count()) + 2 * self.steps.frameWidth() + 4)
        if chosen in self._draft.tie_breaks:
            self.steps.setCurrentRow(self._draft.tie_breaks.index(chosen))
        self.steps.blockSignals(False)
        self._free = self._draft.free_tie_breaks()
        self.more.clear()
        self.more.addItem("＋ " + self.tr("Add a step"))
        self.more.addItems([self._named(step) for step in self._free])

    def _named(self, step: TieBreak) -> str:
        words = {
            "exact": self.tr("exact score"),
            "untrimmed": self.tr("score without dropping"),
            "draw": self.tr("draw"),
        }
        if step.kind in words:
            return words[step.kind]
        name = str(step.item.values["name"]) if step.item else LIVE_NAME.said(self._language)
        return f"{TABLE_NAMES[step.kind].said(self._language)}：{name}" if step.kind in TABLE_NAMES else step.word

    def _enter(self, row: int) -> None:
        self.entered.emit(self._draft.tie_breaks[row] if row >= 0 else None)

    def _add(self, place: int) -> None:
        if place:
            step = self._free[place - 1]
            self._draft.add_tie_break(step)
            self._reshape(step)

    def _reshape(self, step: TieBreak | None) -> None:
        self._fill(step)
        self.steps.setFocus()
        self.entered.emit(step)
        self.edited.emit()

    def follow(self) -> None:
        """Say the names again: a row may be called otherwise, or be gone."""
        row = self.steps.currentRow()
        chosen = self._draft.tie_breaks[row] if 0 <= row < len(self._draft.tie_breaks) else None
        self._fill(chosen)

    def remove(self, step: TieBreak) -> None:
        """Take a step out."""
        place = self._draft.tie_breaks.index(step)
        self._draft.tie_breaks.remove(step)
        left = self._draft.tie_breaks
        self._reshape(left[min(place, len(left) - 1)] if left else None)

    def shift(self, step: TieBreak, by: int) -> None:
        """Move a step."""
        if self._draft.move_tie_break(step, by):
            self._reshape(step)

    def show_faults(self, faults: Faults) -> None:
        found = "；".join(faults.get("contest.tie_breaks", ()))
        self.note.set_tone("bad" if found else "quiet")
        self.note.setText(found or ("" if self._draft.tie_breaks else self.tr("none, they share the rank")))

    def wrong(self, faults: Faults) -> Iterator[QWidget]:
        if "contest.tie_breaks" in faults:
            yield self.steps

    def freeze(self, frozen: bool, open_keys: frozenset[str]) -> None:
        self.steps.setEnabled(not frozen)
        self.more.setVisible(not frozen)
