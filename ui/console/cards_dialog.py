"""Judges' cards to print: what they hold, where the file goes, that it is there."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from exports.cards import Card, Cards, write_cards
from exports.kinds import Report
from scoring.plan import Judge
from ui.console.close_button import CloseButton
from ui.console.look import Caption, Words
from ui.console.making import Making
from ui.console.page import fit
from ui.desk import Desk


class CardsDialog(QDialog):
    """Makes the cards of all judges, with the address that stands in the links now."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Judges' cards"))
        self._desk = desk
        self.making = Making(desk, self)
        self._fault = Words(tone="bad", bold=True, wrap=True)
        self._build()
        self.making.wanted.connect(self._make)
        desk.reach_changed.connect(self._follow)
        self._follow()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(Words(self.windowTitle(), factor=1.25, bold=True))
        what = self.tr("One card for each judge, four on a sheet: QR code, join code, how to score.")
        secret = self.tr(
            "Whoever has a card can score in that judge's name: hand each to its judge, then delete the file."
        )
        for text in (what, secret):
            caption = Caption(text, factor=1.0, wrap=True)
            box.addWidget(caption)
        box.addWidget(self._fault)
        self.making.row.addWidget(CloseButton(self))
        box.addWidget(self.making)
        box.addStretch()
        self.resize(720, self.height())
        self.making.retranslate()
        self.making.make.setText(self.tr("Make the cards"))
        name = self.tr("{title} judges' cards").format(title=self._desk.snapshot.plan.title)
        self.making.suggest(name, "pdf")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def _follow(self) -> None:
        there = bool(self._desk.reach.host)
        self._fault.setText("" if there else self.tr("No network: no other device can open the panel now"))
        self._fault.setVisible(not there)
        self.making.make.setEnabled(there)

    def _make(self) -> None:
        self.making.start(partial(_write, self._cards()))

    def _cards(self) -> Cards:
        desk, plan = self._desk, self._desk.snapshot.plan
        return Cards(
            title=plan.title,
            address=desk.links.address(),
            cards=tuple(self._card(judge) for judge in desk.snapshot.contest.bench.seated),
            resend=plan.resend,
            rehearsal=desk.snapshot.contest.rehearsal,
            day=datetime.fromisoformat(desk.file.last.at).astimezone().date(),
            language=desk.language,
        )

    def _card(self, judge: Judge) -> Card:
        group = next(group.name for group in self._desk.snapshot.plan.groups if group.key == judge.group)
        link = self._desk.links.judge_link(judge.code)
        return Card(judge, group, link.url, link.join_code)


def _write(cards: Cards, path: Path, replace: bool, report: Report) -> None:
    write_cards(cards, path, replace=replace, report=report)
