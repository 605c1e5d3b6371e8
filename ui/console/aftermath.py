"""What follows a closing: the names under the result, and what a later correction changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.contest import Round, Signer
from scoring.results import Standings
from scoring.text import Text
from storage.corrections import corrected
from storage.rounds import sign_off
from ui.console.buttons import PrimaryButton
from ui.console.look import Caption, Words
from ui.console.page import buttons_row, page_action
from ui.console.questions import Answers, Asked, Field, ask
from ui.desk import Desk

SHOWN = 5
"""Lines of a correction; the rest is counted."""


class Aftermath(QWidget):
    """Who signed a closed result, with a button to sign; below it what was corrected since it was closed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._number = desk, 1
        self._signatures: Mapping[Signer, str] = {}
        self.signed = Caption(factor=1.0, wrap=True)
        self.signing = page_action(parent, "F7")
        self.signing.triggered.connect(self._ask_for_names)
        self.sign = PrimaryButton(self.signing)
        self.corrected_head, self.corrected = Words(bold=True), Caption(factor=1.0, wrap=True)
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        row = buttons_row(self.sign, self.signed)
        row.setStretch(1, 1)
        row.setStretch(2, 0)
        box.addLayout(row)
        box.addWidget(self.corrected_head)
        box.addWidget(self.corrected)
        self.corrected_head.hide()
        self.corrected.hide()

    def show_round(self, round_: Round, standings: Standings) -> None:
        """Show what followed the closing of a round."""
        self._number = round_.number
        self._signatures = {signer: each.name for signer, each in round_.signatures.items()}
        self.signing.setVisible(standings.closed)
        self.signing.setEnabled(standings.closed)
        self.signed.setVisible(standings.closed)
        self.signing.setText(self.tr("Sign…"))
        self.signing.setToolTip(self.tr("Who vouches for this result, by name; it goes into the journal"))
        lines = [self._said(signer, round_) for signer in Signer]
        self.signed.setText("　".join(lines))
        self._desk.ask(partial(corrected, number=self._number), partial(self._show_corrected, self._number))

    def _said(self, signer: Signer, round_: Round) -> str:
        signature = round_.signatures.get(signer)
        if signature is None:
            return self.tr("{role}: not signed").format(role=self._role(signer))
        at = datetime.fromisoformat(signature.at).astimezone().strftime("%H:%M")
        return self.tr("{role}: {name}, {time}").format(role=self._role(signer), name=signature.name, time=at)

    def _role(self, signer: Signer) -> str:
        match signer:
            case Signer.CHIEF_JUDGE:
                return self.tr("Chief judge")
            case Signer.TELLER:
                return self.tr("Teller")
            case Signer.SUPERVISOR:
                return self.tr("Supervisor")

    def _ask_for_names(self) -> None:
        asked = Asked(
            self.tr("Sign the result of round {number}").format(number=self._number),
            self.tr(
                "Whoever signs vouches for this result. Name and time go into the journal. "
                "A correction reopens the round, and it has to be signed again."
            ),
            self.tr("Sign"),
            fields=[
                Field(signer.value, self._role(signer), self._signatures.get(signer, ""), required=False)
                for signer in Signer
            ],
        )
        ask(self, asked, self._sign)

    def _sign(self, answers: Answers) -> None:
        names = {signer: answers[signer.value] for signer in Signer if answers[signer.value]}
        self._desk.do(sign_off, names, number=self._number)

    def _show_corrected(self, number: int, lines: list[Text]) -> None:
        if number != self._number:
            return
        said = [line.said(self._desk.language) for line in lines]
        if len(said) > SHOWN:
            said = [*said[:SHOWN], self.tr("… and %n more", "", len(said) - SHOWN)]
        self.corrected_head.setText(self.tr("Corrected since the round was closed"))
        self.corrected.setText("\n".join(f"·  {line}" for line in said))
        self.corrected_head.setVisible(bool(said))
        self.corrected.setVisible(bool(said))
