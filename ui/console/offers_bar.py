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
    """One line above the buttons while there is such a ballot; the oldest is asked about first, and makes room for the
    next once it is accepted or declined.

    One of an earlier round is corrected there, and put away here. Of a round that this file does not know it can only
    be said that they came: they are asked about once it has begun.
    """

    def __init__(self, desk: Desk, corrections: Callable[[], Corrections]) -> None:
        super().__init__()
        self._desk, self._corrections = desk, corrections
        self._text = Words(tone="warn", bold=True)
        self._look, self._put_away = page_action(self, "F3"), page_action(self, "Shift+F3")
        self._look.triggered.connect(self._accept)
        self._put_away.triggered.connect(self._decline)
        self.accept, self.decline = KeyButton(self._look), KeyButton(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        row.addWidget(self.accept)
        row.addWidget(self.decline)
        row.addStretch()
        desk.offers_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how many there are."""
        count, behind, ahead = len(self._desk.offers), len(self._desk.offers_behind), self._desk.offers_ahead
        if count:
            self._text.setText(self.tr("%n late ballot(s) wait to be accepted", "", count))
        elif behind:
            self._text.setText(self.tr("%n late ballot(s) of an earlier round", "", behind))
        else:
            self._text.setText(self.tr("%n ballot(s) of a later round: this file may be an older copy", "", ahead))
        self._look.setText(self.tr("Look…"))
        self._look.setEnabled(count > 0)
        self.accept.setVisible(count > 0)
        self._put_away.setText(self.tr("Decline…") if count else self.tr("Look…"))
        self._put_away.setEnabled(count + behind > 0)
        self.decline.setVisible(count + behind > 0)
        self.setVisible(count + behind + ahead > 0)

    def _accept(self) -> None:
        if self._desk.offers:
            self._corrections().accept_offer(self._desk.offers[0])

    def _decline(self) -> None:
        for offer in (*self._desk.offers, *self._desk.offers_behind)[:1]:
            self._corrections().decline_offer(offer)
