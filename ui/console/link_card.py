"""How the judge of one seat links: beside the list of seats, or as large as the window, to be scanned from afar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from scoring.plan import Judge
from ui.appearance import scaled
from ui.console.buttons import KeyButton
from ui.console.close_button import CloseButton
from ui.console.look import Caption, Words
from ui.console.page import buttons_row, page_action
from ui.console.qr import QrView
from ui.desk import Desk
from ui.links import JudgeLink


class LinkCard(QWidget):
    """How the judge of one seat links: QR code, join code, address; `large` with the code beside the words."""

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        factor = 1.5 if large else 1.0
        self._name, self._group = Words(factor=1.25 * factor, bold=True), Caption(factor=factor)
        self._how, self._code, self._address = Caption(factor=factor), Words(), Caption(factor=0.92 * factor)
        self.qr = QrView()
        self._code.setFont(scaled(self.font(), 2.6 * factor, bold=True, tabular=True))
        for label in (self._code, self._address):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._name, self._group, self._how, self._code, self._address):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out_large() if large else self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        widgets: tuple[QWidget, ...] = (self._name, self._group, self.qr, self._how, self._code, self._address)
        for widget in widgets:
            box.addWidget(widget, 1 if widget is self.qr else 0)

    def _lay_out_large(self) -> None:
        """Nothing above or below the code, which takes the whole height."""
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.qr, 3)
        row.addLayout(words, 2)
        words.setSpacing(10)
        words.addStretch()
        self._how.setWordWrap(True)
        for widget in (self._name, self._group, self._how, self._code, self._address):
            words.addWidget(widget)
        words.addStretch()

    def show_seat(self, judge: Judge, group: str, link: JudgeLink, address: str) -> None:
        """Show how this judge links; without an `address` that other devices can open there is no code to scan."""
        self._name.setText(judge.name)
        self._group.setText("  ·  ".join(part for part in (judge.code, group, judge.title) if part))
        self.qr.show_text(link.url if address else "")
        self.qr.setAccessibleName(self.tr("QR code of {name}").format(name=judge.name))
        how = self.tr("Scan the code, or open the address and type the join code")
        self._how.setText(how if address else self.tr("No network: no other device can open the panel now"))
        self._code.setText(f"{link.join_code[:3]} {link.join_code[3:]}")
        self._code.setAccessibleName(self.tr("Join code {code}").format(code=link.join_code))
        self._code.setVisible(bool(address))
        self._address.setText(address)


class LargeCard(QDialog):
    """The card of one seat over the whole window; the arrows turn to the next or the previous one.

    Signals:
        shown(str): the code of the seat that is in view now.
    """

    shown = Signal(str)

    def __init__(self, desk: Desk, judge: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk = desk
        self._place = [each.code for each in desk.snapshot.contest.bench.seated].index(judge)
        self.card = LinkCard(large=True)
        self.previous, self.next = page_action(self, "Left"), page_action(self, "Right")
        self.previous.setText(self.tr("Previous"))
        self.next.setText(self.tr("Next"))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.addWidget(self.card, 1)
        close = CloseButton(self)
        close.setDefault(True)
        row = buttons_row(KeyButton(self.previous), KeyButton(self.next), close)
        row.insertStretch(0)
        box.addLayout(row)
        self.previous.triggered.connect(self._back)
        self.next.triggered.connect(self._on)
        desk.changed.connect(self._show)
        desk.reach_changed.connect(self._show)
        self.resize(parent.window().size() * 0.94)
        self._show()
        close.setFocus()

    def _back(self) -> None:
        self._turn(-1)

    def _on(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        self._place = (self._place + by) % len(self._desk.snapshot.contest.bench.seated)
        self._show()
        self.shown.emit(self._desk.snapshot.contest.bench.seated[self._place].code)

    def _show(self) -> None:
        judge, links = self._desk.snapshot.contest.bench.seated[self._place], self._desk.links
        group = next(group.name for group in self._desk.snapshot.plan.groups if group.key == judge.group)
        self.setWindowTitle(judge.name)
        self.card.show_seat(
            judge, group, links.judge_link(judge.code), links.address() if self._desk.reach.host else ""
        )
