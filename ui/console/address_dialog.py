"""Where panels reach the desk: which of this machine's addresses stands in the links, and who is still at another."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from ui.console.buttons import KeyButton
from ui.console.close_button import CloseButton
from ui.console.firewall import reached_words
from ui.console.look import Caption, Words
from ui.console.page import grow, page_action
from ui.console.rows import RowsModel, Table
from ui.console.stranded import Holds, Stranded, stranded
from ui.console.tile_facts import Contact
from ui.console.words import contact_word
from ui.desk import Desk
from ui.links import Network, Reach


class StrandedModel(RowsModel[Stranded]):
    """Seats whose panel is bound to an address that is gone."""

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Seat"), self.tr("Name"), self.tr("Last heard of"), self.tr("May hold"), self.tr("What to do"))

    def cell(self, row: Stranded, column: int) -> str:
        seen = f"{row.host}  {contact_word(Contact.LOST, row.seen)}"
        return (row.judge.code, row.judge.name, seen, self._held(row), self._advice(row))[column]

    def key(self, row: Stranded) -> object:
        return row.judge.code

    def _held(self, row: Stranded) -> str:
        match row.holds:
            case Holds.UNSENT:
                return self.tr("a ballot handed in that has not arrived")
            case Holds.DRAFT:
                return self.tr("{n} of {of} scores filled in").format(n=row.draft, of=row.criteria)
            case Holds.UNKNOWN:
                return self.tr("perhaps a ballot: scoring is open")
            case Holds.NOTHING:
                return self.tr("nothing that is missing")

    def _advice(self, row: Stranded) -> str:
        if row.holds is Holds.NOTHING:
            return self.tr("scan the new code")
        return self.tr("keep the page open")


class AddressDialog(QDialog):
    """The addresses to choose from, and, while the one agreed on is gone, what each panel there needs."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Where panels reach the desk"))
        self._desk = desk
        self._networks: tuple[Network, ...] = ()
        self.choices = QButtonGroup(self)
        self._choice_box = QVBoxLayout()
        self._state, self._advice, self.reached = Words(), Caption(factor=1.0), Words()
        self.model = StrandedModel(self)
        self.table = Table(self.model)
        self.use = page_action(self, "F5")
        self._build()
        for changed in (desk.reach_changed, desk.presence_changed, desk.changed):
            changed.connect(self.refresh)
        self.refresh()
        chosen = self.choices.checkedButton()
        if chosen:
            chosen.setFocus()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(Words(self.windowTitle(), factor=1.25, bold=True))
        for label in (self._state, self._advice, self.reached):
            label.setWordWrap(True)
        self.reached.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(self._state)
        box.addLayout(self._choice_box)
        box.addWidget(self.reached)
        box.addWidget(self._advice)
        self.table.setAccessibleName(self.tr("Panels at the old address"))
        box.addWidget(self.table, 1)
        box.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.use.setText(self.tr("Put this address into the links"))
        button = KeyButton(self.use)
        buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(CloseButton(self), QDialogButtonBox.ButtonRole.RejectRole)
        button.setDefault(True)
        self.use.triggered.connect(self._use)
        return buttons

    def refresh(self) -> None:
        """Show how it stands now."""
        reach = self._desk.reach
        if reach.networks != self._networks or not self.choices.buttons():
            self._networks = reach.networks
            self._offer()
        self._state.setText(self._said())
        rows = stranded(self._desk.snapshot, self._desk.presence, reach)
        self.model.replace(rows)
        self.table.setVisible(bool(rows))
        self.setMinimumWidth(760 if rows else 560)
        self._advice.setText(self._about_panels() if rows else "")
        self._advice.setVisible(bool(rows))
        self.use.setEnabled(bool(reach.networks))
        self._say_reached(reach)

    def _say_reached(self, reach: Reach) -> None:
        text, tone = reached_words(reach, urlsplit(self._desk.links.address()).port or 0)
        self.reached.setText(text)
        self.reached.set_tone(tone)
        self.reached.setVisible(bool(reach.host))
        grow(self)

    def _offer(self) -> None:
        for button in self.choices.buttons():
            self.choices.removeButton(button)
            self._choice_box.removeWidget(button)
            button.deleteLater()
        for network in self._networks:
            button = QRadioButton(self._named(network))
            button.setProperty("host", network.host)
            button.setChecked(network.host == self._desk.reach.host)
            self.choices.addButton(button)
            self._choice_box.addWidget(button)

    def _named(self, network: Network) -> str:
        text = "   ".join(part for part in (network.host, network.card) if part)
        if network.virtual:
            return self.tr("{address} (virtual: other devices hardly reach it)").format(address=text)
        if network.makeshift:
            return self.tr("{address} (no router gave it: a cable alone)").format(address=text)
        return text

    def _said(self) -> str:
        reach = self._desk.reach
        if not reach.host:
            return self.tr(
                "This computer is in no network. Plug in the router's cable, join its wireless network, or switch on "
                "this computer's mobile hotspot and let the panels join that. It is noticed here by itself; panels go "
                "on where they were as soon as the old address is back."
            )
        if reach.before:
            text = self.tr(
                "Links were given out with {before}, which is not there any more. They now lead to {now}: panels scan "
                "their code again. Should the old network come back, everything goes on as before by itself."
            )
            return text.format(before=reach.before, now=reach.host)
        return self.tr("Panels open the address chosen here; devices must be in the same network.")

    def _about_panels(self) -> str:
        return self.tr(
            "A page can send what it holds only to the address it was opened at. Where it may hold a ballot, keep the "
            "page open: it sends by itself when the old network is back. Or enter from paper what it shows, then scan "
            "the new code."
        )

    def _use(self) -> None:
        chosen = self.choices.checkedButton()
        if chosen:
            self._desk.use_host(str(chosen.property("host")))
        self.accept()
