"""Before a panel is linked: which desk, and the join code."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from scoring.errors import BadInput
from scoring.points import half_width
from ui.appearance import scaled
from ui.console.look import Words
from ui.language import Languages
from ui.manual.help import Help
from ui.panel.address import Address, read_address
from ui.panel.dock import Primary
from ui.panel.finder import Finder, FoundDesk
from ui.panel.frame import TITLE_BAR
from ui.panel.network import Answer, Call, Network
from ui.panel.pieces import TARGET, Lines, big_button

logger = logging.getLogger(__name__)

CODE_DIGITS = 6


class Remembered:
    """The desk this device was linked to last; only its address, never a token."""

    def __init__(self, root: Path) -> None:
        self._file = root / "desk.json"

    def read(self) -> str:
        """The address; empty where there is none."""
        try:
            return str(json.loads(self._file.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def write(self, desk: str) -> None:
        """Remember a desk, where anything can be."""
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file.write_text(json.dumps({"address": desk}), encoding="utf-8")
        except OSError as error:
            logger.info("the address of the desk is not remembered: %s", error)


class Welcome(QWidget):
    """Lists the desks of this network, takes an address and a join code, and asks the desk for the seat.

    Signals:
        joined(Address): the desk, with the token of the seat.
        closed(): the window was closed.
    """

    joined = Signal(object)
    closed = Signal()

    def __init__(self, languages: Languages, finder: Finder, manual: Help, *, desk: str = "") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._languages, self._finder = languages, finder
        self._network: Network | None = None
        self._asked: Address | None = None
        self._offered = ""
        """The address that the list filled in; empty where the person gave one."""
        self._picked = False
        """Whether the person picked it among the desks."""
        self._title, self._found_label = Lines(factor=1.8, bold=True), Lines(bold=True)
        self._address_label, self._code_label = Lines(bold=True), Lines(bold=True)
        self._hint, self.fault = Lines(tone="quiet"), Lines(tone="bad", bold=True)
        self.desks, self.address, self.code = QListWidget(), QLineEdit(desk), QLineEdit()
        self.join, self.switch, self.help = Primary(), big_button(""), big_button("")
        self._help = manual.key(self)
        self._help.triggered.connect(partial(manual.open, "judges"))
        self._build()
        self._connect()
        self._say()
        self.setMinimumWidth(320)
        self.resize(460, min(720, self.screen().availableGeometry().height() - TITLE_BAR))
        (self.code if desk else self.address).setFocus()

    def _build(self) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(8)
        box.addLayout(self._top())
        box.addWidget(self._title)
        self.desks.setFont(scaled(self.font(), 1.15))
        self.desks.setMinimumHeight(2 * TARGET)
        self.desks.setWordWrap(True)
        self.desks.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.desks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.desks.setSpacing(4)
        self.code.setFont(scaled(self.font(), 2.0, bold=True, tabular=True))
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for line in (self.address, self.code):
            line.setMinimumHeight(TARGET)
        pairs: tuple[tuple[Words, QWidget], ...] = (
            (self._found_label, self.desks),
            (self._address_label, self.address),
            (self._code_label, self.code),
        )
        for label, field in pairs:
            box.addSpacing(4)
            box.addWidget(label)
            box.addWidget(field, 1 if field is self.desks else 0)
            label.setBuddy(field)
        for widget in (self._hint, self.fault, self.join):
            box.addWidget(widget)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.addStretch()
        for button in (self.switch, self.help):
            button.setFlat(True)
            top.addWidget(button)
        return top

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._finder.found.connect(self.show_desks, queued)
        self.desks.itemSelectionChanged.connect(self._pick)  # not `current…`: the focus alone makes a line current
        self.desks.itemClicked.connect(self._pick)
        self.desks.itemActivated.connect(self._to_code)
        self.address.returnPressed.connect(self._to_code)
        self.address.textEdited.connect(self._own_address)
        self.code.textEdited.connect(self._clean_code)
        self.code.returnPressed.connect(self.ask)
        self.join.action.triggered.connect(self.ask)
        self.switch.clicked.connect(self._turn)
        self.help.clicked.connect(self._help.trigger)

    def start(self) -> None:
        """Show the window and look for desks."""
        self.show()
        self._finder.start()

    def show_desks(self, desks: Sequence[FoundDesk]) -> None:
        """The desks that are there. The only one is filled in, unless an address is given; of several the person picks.

        What the list filled in goes with its desk; what the person typed stays.
        """
        addresses = [desk.address for desk in desks]
        stays = self._offered in addresses and (self._picked or len(desks) == 1)
        if self._offered and not stays:
            self._offer("")
        with QSignalBlocker(self.desks):
            self.desks.clear()
            for desk in desks:
                item = QListWidgetItem(f"{desk.title}\n{desk.address}")
                item.setData(Qt.ItemDataRole.UserRole, desk.address)
                self.desks.addItem(item)
            if len(desks) == 1 and not self.address.text().strip():
                self._offer(addresses[0])
                self._forget_fault()
                self.code.setFocus()
            if self._offered:
                self.desks.setCurrentRow(addresses.index(self._offered))
        self._say_found()

    def _offer(self, address: str, *, picked: bool = False) -> None:
        self._offered, self._picked = address, picked
        self.address.setText(address)

    def _pick(self) -> None:
        for item in self.desks.selectedItems():
            self._offer(item.data(Qt.ItemDataRole.UserRole), picked=True)
            self._forget_fault()
        self._say_found()

    def _own_address(self) -> None:
        self._offered, self._picked = "", False
        self._forget_fault()
        self._say_found()

    def _to_code(self) -> None:
        self.code.setFocus()

    def _clean_code(self, text: str) -> None:
        self.code.setText("".join(sign for sign in half_width(text) if sign.isascii() and sign.isdigit())[:CODE_DIGITS])
        self._forget_fault()

    def _forget_fault(self) -> None:
        self.tell("")

    def tell(self, text: str) -> None:
        """What is wrong, or nothing."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.fault.setAccessibleName(text)

    def ask(self) -> None:
        """Ask the desk for the seat of this code; a link with its token needs none."""
        if self._network:
            return
        try:
            address = read_address(self.address.text())
        except BadInput as error:
            self.tell("\n".join(error.lines(self._languages.current)))
            self.address.setFocus()
            return
        if address.token:
            self._leave_for(address)
        elif len(self.code.text()) < CODE_DIGITS:
            self.tell(self.tr("A join code has six digits."))
            self.code.setFocus()
        else:
            self._call(address)

    def _call(self, address: Address) -> None:
        self._asked = address
        self._network = Network(address)
        self._network.answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._network.start()
        self._network.call(Call("POST", "/api/join", {"code": self.code.text()}), self._languages.current)
        self.join.action.setEnabled(False)
        self.join.action.setText(self.tr("Checking…"))

    def _take(self, _: int, answer: Answer | None) -> None:
        self._hang_up()
        self._say()
        token = answer.body.get("token") if answer and answer.status == 200 else None
        if self._asked and isinstance(token, str):
            self._leave_for(Address(self._asked.desk, token))
        elif answer is None or answer.status not in (403, 429):
            self.tell(self._out_of_reach())
        elif answer.status == 429:
            self.tell(self.tr("Too many wrong codes. Please wait a few minutes, or ask the staff for your link."))
        else:
            self.tell(self.tr("No seat has this code. Please check it and type it again."))
            self.code.selectAll()
            self.code.setFocus()

    def _out_of_reach(self) -> str:
        said = self.tr(
            "No desk answers at {address}. It may have been closed, or this device is not on the venue's network. "
            "Please check the address, then try again."
        )
        return said.format(address=self._asked.desk if self._asked else "")

    def _leave_for(self, address: Address) -> None:
        self.joined.emit(address)
        self.close()

    def _hang_up(self) -> None:
        network, self._network = self._network, None
        if network:
            network.stop()
            network.deleteLater()

    def _turn(self) -> None:
        self._languages.use("en" if self._languages.current == "zh" else "zh")

    def _say(self) -> None:
        """Everything in the language spoken now."""
        self.setWindowTitle(self.tr("Scoring panel"))
        self._title.setText(self.tr("Join as a judge"))
        self._say_found()
        self._address_label.setText(self.tr("Address of the desk"))
        self.address.setPlaceholderText("http://192.168.1.20:8420")
        self._code_label.setText(self.tr("Join code"))
        self._hint.setText(
            self.tr("The staff tells you the code. A judge's link may be pasted as the address instead.")
        )
        self.join.action.setEnabled(self._network is None)
        self.join.action.setText(self.tr("Open the panel"))
        self.switch.setText("English" if self._languages.current == "zh" else "中文")
        self.help.setText(self.tr("Help") + "  F1")
        self.help.setAccessibleName(self.tr("Help"))
        for field, label in ((self.address, self._address_label), (self.code, self._code_label)):
            field.setAccessibleName(label.text())
        self.tell("")

    def _say_found(self) -> None:
        found = self.tr("Desks in this network")
        if not self.desks.count():
            found = self.tr("Looking for desks in this network…")
        elif self.desks.count() > 1 and not self.address.text().strip():
            found = self.tr("Several desks in this network: please pick yours")
        self._found_label.setText(found)
        self.desks.setAccessibleName(found)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._finder.stop()
        self._hang_up()
        super().closeEvent(event)
        self.closed.emit()
