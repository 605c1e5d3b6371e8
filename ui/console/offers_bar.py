"""Ballots that a panel holds and the desk lacks: they wait for the organizer's word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.console.buttons import KeyButton
from ui.console.look import Words
from ui.console.page import page_action
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.corrections import Corrections


class OffersBar(QWidget):
    """One line above the buttons while there is such a ballot; the oldest is asked about first."""

    def __init__(self, desk: Desk, corrections: Callable[[], Corrections]) -> None:
        super().__init__()
        self._desk, self._corrections = desk, corrections
        self._text = Words(tone="warn", bold=True)
        self._look = page_action(self, "F3")
        self._look.triggered.connect(self._accept)
        self.accept = KeyButton(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        row.addWidget(self.accept)
        row.addStretch()
        desk.offers_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how many there are."""
        count = len(self._desk.offers)
        self._text.setText(self.tr("%n late ballot(s) wait to be accepted", "", count))
        self._look.setText(self.tr("Look…"))
        self.setVisible(count > 0)

    def _accept(self) -> None:
        if self._desk.offers:
            self._corrections().accept_offer(self._desk.offers[0])
