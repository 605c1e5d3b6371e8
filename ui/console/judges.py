"""Page 3: the judges' seats, who is linked, and how each links."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.mark import MarkKind
from scoring.plan import Judge
from ui.appearance import scaled
from ui.console.address_dialog import AddressDialog
from ui.console.buttons import KeyButton
from ui.console.cards_dialog import CardsDialog
from ui.console.corrections import Corrections
from ui.console.journal_model import WHAT, JournalModel
from ui.console.link_dialog import LinkDialog
from ui.console.look import Caption, Words
from ui.console.page import StepPage, buttons_row, page_action
from ui.console.qr import QrView
from ui.console.rows import RowsModel, Sorted, Table
from ui.console.tile_facts import Contact, Tile, contact, tile_groups
from ui.console.tile_words import ballot_word, devices_word, trip_word
from ui.console.words import contact_word
from ui.desk import Desk
from ui.links import JudgeLink, Presence

CODE, NAME, GROUP, LINKED, STATE = range(5)


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat as it reads."""

    judge: Judge
    group: str
    linked: str
    here: bool
    state: str


class SeatsModel(RowsModel[SeatRow]):
    """All seats, group by group."""

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Seat"),
            self.tr("Name"),
            self.tr("Group"),
            self.tr("Device"),
            self.tr("In this round"),
        )

    def cell(self, row: SeatRow, column: int) -> str:
        dot = "●" if row.here else "○"
        judge = row.judge
        seat = (judge.code, judge.name, row.group, f"{dot}  {row.linked}")
        return (*seat, row.state)[column]

    def key(self, row: SeatRow) -> object:
        return row.judge.code

    def show(self, desk: Desk) -> None:
        """Become the seats as they are now."""
        now, entry = desk.snapshot, desk.snapshot.on_stage
        groups = tile_groups(now, entry, desk.presence) if entry else ()
        tiles = {tile.judge.code: tile for group in groups for tile in group.tiles}
        self.replace([self._row(desk, judge, tiles.get(judge.code)) for judge in now.contest.judges])

    def _row(self, desk: Desk, judge: Judge, tile: Tile | None) -> SeatRow:
        presence = desk.presence.get(judge.code, Presence())
        kind = contact(presence)
        group = next((group.name for group in desk.snapshot.plan.groups if group.key == judge.group), judge.group)
        here = kind is Contact.HERE
        trip = trip_word(presence.round_trip) if here else ""
        linked = [contact_word(kind, presence.seen), trip, devices_word(presence.devices)]
        return SeatRow(
            judge,
            group,
            linked="  ".join(word for word in linked if word),
            here=here,
            state=self._state(desk, judge, tile),
        )

    def _state(self, desk: Desk, judge: Judge, tile: Tile | None) -> str:
        """Whether the judge takes part, and what has become of the ballot for the entry on stage."""
        if judge.code in desk.snapshot.round.absent:
            return self.tr("absent")
        if judge.code in desk.snapshot.round.left:
            return self.tr("left")
        return (ballot_word(tile) if tile else "") or self.tr("takes part")


class LinkCard(QWidget):
    """How the judge of one seat links: QR code, join code, address."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._group = Words(factor=1.25, bold=True), Caption(factor=1.0)
        self._how, self._code, self._address = Caption(factor=1.0), Words(), Caption()
        self.qr = QrView()
        self._code.setFont(scaled(self.font(), 2.6, bold=True, tabular=True))
        for label in (self._code, self._address):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._name, self._group, self._how, self._code, self._address):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        widgets: tuple[QWidget, ...] = (self._name, self._group, self.qr, self._how, self._code, self._address)
        for widget in widgets:
            box.addWidget(widget, 1 if widget is self.qr else 0)

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


class JudgesPage(StepPage):
    """Seats left, the link of the seat chosen right."""

    def __init__(self, desk: Desk, corrections: Corrections, journal: JournalModel) -> None:
        super().__init__(desk)
        self._corrections, self._journal = corrections, journal
        self.model = SeatsModel(self)
        self.table = Table(Sorted(self.model, self))
        self.card = LinkCard()
        self.address, self.copy, self.panel = (page_action(self, key) for key in ("F3", "F4", "F11"))
        self.absent, self.left, self.reissue, self.substitute = (page_action(self, f"F{n}") for n in (5, 6, 7, 8))
        self.host, self.board, self.cards = (page_action(self, key) for key in ("F9", "F12", "F2"))
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.table, 9)
        side = QVBoxLayout()
        side.addWidget(self.card, 1)
        under = QHBoxLayout()
        under.addStretch()
        for action in (self.address, self.copy):
            under.addWidget(KeyButton(action))
        under.addStretch()
        side.addLayout(under)
        side.addWidget(KeyButton(self.panel), alignment=Qt.AlignmentFlag.AlignHCenter)
        row.addLayout(side, 4)
        self.box.addLayout(row, 1)
        actions = (self.absent, self.left, self.reissue, self.substitute, self.cards, self.host, self.board)
        self.box.addLayout(buttons_row(*(KeyButton(action) for action in actions)))

    def _connect(self) -> None:
        self._desk.presence_changed.connect(self._follow)
        self._desk.reach_changed.connect(self._follow)
        self.address.triggered.connect(self._show_address)
        self.table.selectionModel().currentRowChanged.connect(self._show_choice)
        self.copy.triggered.connect(self._copy_link)
        self.panel.triggered.connect(self._open_panel)
        self.absent.triggered.connect(self._absent)
        self.left.triggered.connect(self._left)
        self.reissue.triggered.connect(self._reissue)
        self.substitute.triggered.connect(self._substitute)
        self.cards.triggered.connect(self._show_cards)
        self.host.triggered.connect(self._show_host)
        self.board.triggered.connect(self._show_board)

    def refresh(self) -> None:
        purpose = self.tr("Every judge links with a code of their own; a link opens nothing but that judge's panel.")
        self.say(self.tr("Judges"), purpose)
        self.table.setAccessibleName(self.tr("Judges"))
        self.model.show(self._desk)
        self.model.retranslate()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.selectRow(0)
        self._show_choice()

    @property
    def _judge(self) -> str:
        row: SeatRow | None = self.table.chosen()
        return row.judge.code if row else ""

    def _show_choice(self) -> None:
        row: SeatRow | None = self.table.chosen()
        self.copy.setText(self.tr("Copy the link"))
        self.address.setText(self.tr("Address…"))
        self.panel.setText(self.tr("Panel on their behalf"))
        self._name_actions()
        for action in (self.absent, self.left, self.reissue, self.substitute, self.copy, self.panel):
            action.setEnabled(row is not None)
        self.card.setVisible(row is not None)
        if row:
            links = self._desk.links
            address = links.address() if self._desk.reach.host else ""
            self.card.show_seat(row.judge, row.group, links.judge_link(row.judge.code), address)

    def _name_actions(self) -> None:
        now = self._desk.snapshot
        gone = self._judge in now.round.absent
        self.absent.setText(self.tr("Present after all…") if gone else self.tr("Absent…"))
        gone = self._judge in now.round.left
        self.left.setText(self.tr("Came back…") if gone else self.tr("Has left…"))
        self.reissue.setText(self.tr("New link…"))
        self.substitute.setText(self.tr("Another person…"))
        self.cards.setText(self.tr("Print cards…"))
        self.host.setText(self.tr("Host page…"))
        self.board.setText(self.tr("Public board…"))

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self._desk.links.judge_link(self._judge).url)

    def _open_panel(self) -> None:
        self._corrections.panels.open(self._judge)

    def _show_cards(self) -> None:
        CardsDialog(self._desk, self).open()

    def _show_host(self) -> None:
        purpose = self.tr("For the host's tablet: who is on, and what may be announced. Do not show it to the room.")
        LinkDialog(self.tr("Host page"), purpose, self._desk, self._desk.links.host_url, self).open()

    def _show_board(self) -> None:
        purpose = self.tr("For everyone in the hall: what has been revealed, and nothing else.")
        LinkDialog(self.tr("Public board"), purpose, self._desk, self._desk.links.board_url, self).open()

    def _show_address(self) -> None:
        AddressDialog(self._desk, self).open()

    def _absent(self) -> None:
        self._mark_or_undo(MarkKind.JUDGE_ABSENT, self._judge in self._desk.snapshot.round.absent)

    def _left(self) -> None:
        self._mark_or_undo(MarkKind.JUDGE_LEFT, self._judge in self._desk.snapshot.round.left)

    def _mark_or_undo(self, kind: MarkKind, stands: bool) -> None:
        mark = self._journal.standing(kind, subject=self._judge) if stands else None
        if mark:
            self._corrections.undo(mark.number, self._journal.text(mark, WHAT))
        elif kind is MarkKind.JUDGE_ABSENT:
            self._corrections.absent(self._judge)
        else:
            self._corrections.left(self._judge)

    def _reissue(self) -> None:
        self._corrections.reissue(self._judge)

    def _substitute(self) -> None:
        self._corrections.substitute(self._judge)
