"""Page 3: the judges' seats, who is linked, and how each links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.mark import MarkKind
from scoring.plan import Judge
from scoring.quorum import too_few
from ui.console.address_dialog import AddressDialog
from ui.console.buttons import KeyButton
from ui.console.flow import FlowLayout
from ui.console.imports import Imports
from ui.console.journal_model import WHAT, JournalModel
from ui.console.link_card import LargeCard, LinkCard
from ui.console.link_dialog import BoardDialog, LinkDialog
from ui.console.look import Words
from ui.console.page import StepPage, page_action
from ui.console.rows import RowsModel, Sorted, Table
from ui.console.seating import Seating
from ui.console.tile_facts import Contact, Tile, contact, tile_groups
from ui.console.tile_words import ballot_word, devices_word, trip_word
from ui.console.words import contact_word, sentences
from ui.desk import Desk
from ui.links import Presence

if TYPE_CHECKING:
    from ui.console.corrections import Corrections

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
        self.replace([self._row(desk, judge, tiles.get(judge.code)) for judge in now.contest.bench.seated])

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
        state = (ballot_word(tile) if tile else "") or self.tr("takes part")
        now = desk.snapshot
        others = (
            entry.code for entry in now.round.entries if judge.code in entry.recused and entry is not now.on_stage
        )
        names = "、".join(now.called(code) for code in others)
        return f"{state}  " + self.tr("recused from {names}").format(names=names) if names else state


class JudgesPage(StepPage):
    """Seats left, the link of the seat chosen right."""

    def __init__(
        self, desk: Desk, corrections: Callable[[], Corrections], imports: Imports, journal: JournalModel
    ) -> None:
        super().__init__(desk)
        self._corrections, self._imports, self._journal = corrections, imports, journal
        self.seating = Seating(desk, self)
        self._wanted = ""
        self.model = SeatsModel(self)
        self.sorted = Sorted(self.model, self)
        self.table = Table(self.sorted)
        self.card = LinkCard()
        self.too_few = Words(tone="warn", wrap=True)
        self.address, self.copy, self.panel = (page_action(self, key) for key in ("F3", "F4", "F11"))
        self.absent, self.left, self.reissue, self.substitute = (page_action(self, f"F{n}") for n in (5, 6, 7, 8))
        self.recuse, self.enlarge = page_action(self, "Shift+F5"), page_action(self, "Ctrl+L")
        self.new, self.remove = page_action(self, "Shift+F2"), page_action(self, "Shift+F8")
        self.read, self.paste = page_action(self, "Shift+F6"), page_action(self, "Ctrl+V")
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
        for action in (self.enlarge, self.copy):
            under.addWidget(KeyButton(action))
        under.addStretch()
        side.addLayout(under)
        row.addLayout(side, 4)
        self.box.addWidget(self.too_few)
        self.box.addLayout(row, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        seat = (self.absent, self.left, self.recuse, self.reissue, self.substitute, self.panel)
        for action in (*seat, self.new, self.read, self.remove, self.cards, self.address, self.host, self.board):
            flow.addWidget(KeyButton(action))
        self.box.addWidget(buttons)

    def _connect(self) -> None:
        self._desk.presence_changed.connect(self._follow)
        self._desk.reach_changed.connect(self._follow)
        self.address.triggered.connect(self._show_address)
        self.table.selectionModel().currentRowChanged.connect(self._show_choice)
        self.copy.triggered.connect(self._copy_link)
        self.panel.triggered.connect(self._open_panel)
        self.enlarge.triggered.connect(self._enlarge)
        self.table.activated.connect(self._enlarge)
        self.absent.triggered.connect(self._absent)
        self.recuse.triggered.connect(self._recuse)
        self.left.triggered.connect(self._left)
        self.reissue.triggered.connect(self._reissue)
        self.substitute.triggered.connect(self._substitute)
        self.new.triggered.connect(self.seating.add)
        self.read.triggered.connect(self._imports.judges)
        self.paste.triggered.connect(self._imports.paste_judges)
        self.remove.triggered.connect(self._remove)
        self.seating.joined.connect(self._want)
        self.cards.triggered.connect(self._show_cards)
        self.host.triggered.connect(self._show_host)
        self.board.triggered.connect(self._show_board)

    def refresh(self) -> None:
        purpose = self.tr("Every judge links with a code of their own; a link opens nothing but that judge's panel.")
        if not (self._desk.snapshot.plan.has_live or self._desk.snapshot.contest.judges):
            purpose = self.tr("Nobody judges in this contest: its scores come from the values brought in on Results.")
        self.say(self.tr("Judges"), sentences(purpose, *self._crowds()))
        self.table.setAccessibleName(self.tr("Judges"))
        self.too_few.setText("\n".join(text.said(self._desk.language) for text in too_few(self._desk.snapshot.contest)))
        self.too_few.setVisible(bool(self.too_few.text()))
        self.model.show(self._desk)
        self.model.retranslate()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.selectRow(0)
        self._show_choice()
        self._want(self._wanted)

    def _crowds(self) -> list[str]:
        """Groups whose members have no seats."""
        now = self._desk.snapshot
        text = self.tr("{group}: a crowd of {n} without seats; their ballots come from a file.")
        crowds = [group for group in now.plan.groups if group.key in now.contest.bench.crowds]
        return [text.format(group=g.name, n=f"{len(now.contest.bench.groups[g.key]):,}") for g in crowds]

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
        seat = (self.absent, self.left, self.recuse, self.reissue, self.substitute)
        for action in (*seat, self.copy, self.panel, self.enlarge):
            action.setEnabled(row is not None)
        for action in (self.new, self.read, self.paste):
            action.setEnabled(self.seating.possible)
        self.remove.setVisible(row is not None and not self._desk.snapshot.contest.begun)
        self.cards.setEnabled(self.model.rowCount() > 0)
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
        self.enlarge.setText(self.tr("Large"))
        self.recuse.setText(self.tr("Recuse…"))
        self.reissue.setText(self.tr("New link…"))
        self.substitute.setText(self.tr("Another person…"))
        self.new.setText(self.tr("New judge…"))
        self.read.setText(self.tr("Import a list…"))
        self.read.setToolTip(self.tr("From a file, or what was copied in Excel or WPS with its heading (Ctrl+V)"))
        self.remove.setText(self.tr("Remove…"))
        self.cards.setText(self.tr("Print cards…"))
        self.host.setText(self.tr("Host page…"))
        self.board.setText(self.tr("Public board…"))

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self._desk.links.judge_link(self._judge).url)

    def _open_panel(self) -> None:
        self._corrections().panels.open(self._judge)

    def _show_cards(self) -> None:
        from ui.console.cards_dialog import CardsDialog

        CardsDialog(self._desk, self).open()

    def _show_host(self) -> None:
        purpose = self.tr("For the host's tablet: who is on, and what may be announced. Do not show it to the room.")
        LinkDialog(self.tr("Host page"), purpose, self._desk, self._desk.links.host_url, self).open()

    def _show_board(self) -> None:
        BoardDialog(self._desk, self).open()

    def _show_address(self) -> None:
        AddressDialog(self._desk, self).open()

    def _absent(self) -> None:
        self._mark_or_undo(MarkKind.JUDGE_ABSENT, self._judge in self._desk.snapshot.round.absent)

    def _left(self) -> None:
        self._mark_or_undo(MarkKind.JUDGE_LEFT, self._judge in self._desk.snapshot.round.left)

    def _mark_or_undo(self, kind: MarkKind, stands: bool) -> None:
        mark = self._journal.standing(kind, subject=self._judge) if stands else None
        if mark:
            self._corrections().undo(mark, self._journal.text(mark, WHAT))
        elif kind is MarkKind.JUDGE_ABSENT:
            self._corrections().absent(self._judge)
        else:
            self._corrections().left(self._judge)

    def _recuse(self) -> None:
        self._corrections().recuse_from(self._judge)

    def _enlarge(self) -> None:
        if self._judge:
            large = LargeCard(self._desk, self._judge, self)
            large.shown.connect(self._choose)
            large.open()

    def _want(self, judge: str) -> None:
        """Choose a seat as soon as it is there: whoever joined is to be linked next."""
        there = self.model.row_of(judge) >= 0
        self._wanted = "" if there else judge
        if there:
            self._choose(judge)

    def _choose(self, judge: str) -> None:
        """Go to a seat: that of who joined, or the one that the large card shows."""
        row = self.model.row_of(judge)
        self.table.selectRow(self.sorted.mapFromSource(self.model.index(row, 0)).row())

    def _remove(self) -> None:
        self.seating.remove(self._judge)

    def _reissue(self) -> None:
        self._corrections().reissue(self._judge)

    def _substitute(self) -> None:
        self._corrections().substitute(self._judge)
