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
    """One line above the buttons while there is such a ballot; the oldest is asked about first.

    Of a round that this file does not know it can only be said that they came: they are asked about once it has begun.
    """

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
        count, ahead = len(self._desk.offers), self._desk.offers_ahead
        if count:
            self._text.setText(self.tr("%n late ballot(s) wait to be accepted", "", count))
        else:
            self._text.setText(self.tr("%n ballot(s) of a later round: this file may be an older copy", "", ahead))
        self._look.setText(self.tr("Look…"))
        self._look.setEnabled(count > 0)
        self.accept.setVisible(count > 0)
        self.setVisible(count > 0 or ahead > 0)

    def _accept(self) -> None:
        if self._desk.offers:
            self._corrections().accept_offer(self._desk.offers[0])
