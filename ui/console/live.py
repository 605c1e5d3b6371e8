"""The live page: who is on, how every judge stands, what the room sees, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scoring.contest import Entry
from scoring.moment import next_entry
from ui.console.actions_row import ActionsRow
from ui.console.ballots_bar import BallotsBar
from ui.console.conductor import Conductor
from ui.console.entry_head import EntryHead
from ui.console.entry_menu import EntryMenu
from ui.console.imports import Imports
from ui.console.journal_model import JournalModel
from ui.console.latest import LatestRecords
from ui.console.lineup import LineupModel, LineupView
from ui.console.live_actions import LiveActions
from ui.console.look import Caption, Hairline, Sheet
from ui.console.offers_bar import OffersBar
from ui.console.reopened import Reopened
from ui.console.result_strip import ResultStrip
from ui.console.speech_timer import TimerView
from ui.console.stage_panel import StagePanel
from ui.console.tile_facts import TileGroup, Tiles
from ui.console.tile_menu import TileMenu
from ui.console.tiles import TileBoard
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.corrections import Corrections

MARGIN, EDGE = 16, 12
LEFT, RIGHT = 228, 312
"""How narrow the side panes get; on a wide window they take their share."""
LETTERS = 11
"""How many letters of the line-up should have room also where they are large."""
NARROWEST = 560
TIGHT = 34
"""So many lines' height in width, and three panes no longer stand side by side with their words whole."""


class LivePage(QWidget):
    """Everything needed while the session runs."""

    def __init__(
        self,
        desk: Desk,
        conductor: Conductor,
        corrections: Callable[[], Corrections],
        imports: Imports,
        journal: JournalModel,
    ) -> None:
        super().__init__()
        self._desk, self._corrections, self._journal = desk, corrections, journal
        self._picked: str | None = None
        self._called = desk.snapshot.round.called
        self._tiles = Tiles()
        self.keys = LiveActions(desk, conductor, corrections, imports, lambda: self.viewed, self)
        self.back = self._back_action()
        self.lineup = LineupModel(self)
        self.lineup_view = LineupView(self.lineup)
        self.head = EntryHead(self.back)
        self.timer = TimerView([self.keys.timer, self.keys.more_time, self.keys.bell, self.keys.reset_timer])
        self.strip = ResultStrip(desk)
        self.board = TileBoard(desk.give_way)
        self.stage = StagePanel(self.keys.screens, self.keys.step_back, self.keys.step_on)
        self.latest = LatestRecords(journal)
        self.offers = OffersBar(desk, corrections)
        self.row, self.reopened = ActionsRow(self.keys), Reopened()
        self._lineup_title, self._ballots = Caption(), BallotsBar()
        self._tight, self._needed = False, 0
        self._other_letters = QTimer(self, singleShot=True, interval=0)
        self._other_letters.timeout.connect(self._letters_changed)
        self._build()
        self._connect()
        self.refresh()
        self._stale = False

    def _back_action(self) -> QAction:
        back = QAction(self)
        back.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        back.triggered.connect(self.look_at_stage)
        self.addAction(back)
        return back

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._sides, self._row = (self._left(), self._right()), row
        self._edge, self._between = Hairline(vertical=True), Hairline()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._sides[0], 1)
        self._column.addWidget(self._between)
        self._between.hide()
        row.addLayout(self._column)
        row.addWidget(Hairline(vertical=True))
        row.addLayout(self._centre(), 1)
        row.addWidget(self._edge)
        row.addWidget(self._sides[1])

    def _left(self) -> QWidget:
        pane = Sheet()
        box = QVBoxLayout(pane)
        box.setContentsMargins(0, 10, 0, 0)
        box.setSpacing(8)
        self._lineup_title.setContentsMargins(14, 0, 0, 0)
        box.addWidget(self._lineup_title)
        box.addWidget(self.lineup_view)
        return pane

    def _centre(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setContentsMargins(MARGIN, 8, MARGIN, 8)
        box.setSpacing(8)
        self._middle, self._about = box, self._about_entry()
        box.addWidget(self._about)
        inner = QWidget()
        self._scrolled = QVBoxLayout(inner)
        self._scrolled.setContentsMargins(0, 0, 0, 0)
        self._scrolled.addWidget(self.board)
        self._scrolled.addStretch()
        self._area = _scrolled(inner)
        box.addWidget(self._area, 1)
        for widget in (self.reopened, self.offers, self.row):
            box.addWidget(widget)
        return box

    def _about_entry(self) -> QWidget:
        """What stands above the tiles; where there is little room it is scrolled with them."""
        about = QWidget()
        box = QVBoxLayout(about)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self._heads = self._head()
        box.addLayout(self._heads)
        box.addWidget(self._ballots)
        box.addWidget(self.strip)
        return about

    def _head(self) -> QVBoxLayout:
        """The name beside the digits of the timer, and below them who leads it beside the timer's buttons."""
        head = QVBoxLayout()
        head.setSpacing(2)
        for left, right in ((self.head, self.timer), (self.head.lead, self.timer.buttons)):
            self._second = QHBoxLayout()
            self._second.setSpacing(10)
            self._second.addWidget(left, 1)
            self._second.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
            head.addLayout(self._second)
        return head

    def _right(self) -> QWidget:
        pane = Sheet()
        box = QVBoxLayout(pane)
        box.setContentsMargins(EDGE, 10, EDGE, 10)
        box.setSpacing(14)
        box.addWidget(self.stage)
        box.addWidget(Hairline())
        box.addWidget(self.latest, 1)
        return _scrolled(pane)

    def _connect(self) -> None:
        self.lineup_view.picked.connect(self._pick)
        self.lineup_view.menu_wanted.connect(self._open_line)
        self.board.menu_wanted.connect(self._open_menu)
        self.row.more_wanted.connect(self._open_more)
        self._desk.changed.connect(self._follow)
        self._desk.presence_changed.connect(self._show_tiles)
        self._desk.ballots_came.connect(self._follow_ballots)

    @property
    def viewed(self) -> Entry | None:
        """The entry in view: the one picked, or on stage, or next, or the last."""
        now = self._desk.snapshot
        following = next_entry(now.contest)
        codes = (self._picked, now.round.called, following.code if following else None)
        found = (now.round.entry(code) for code in codes if code)
        last = now.round.entries[-1] if now.round.entries else None
        return next((entry for entry in found if entry), last)

    def look_at_stage(self) -> None:
        """Bring the entry on stage into view again."""
        self._picked = None
        self.lineup_view.let_go()
        self.refresh()

    def _pick(self, code: str) -> None:
        self._picked = code
        self.refresh()

    def _follow(self) -> None:
        called = self._desk.snapshot.round.called
        news = called != self._called
        if news:
            self._called, self._picked = called, None
            self.lineup_view.let_go()
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
        if news:
            self.lineup_view.bring(called or "")

    def _follow_ballots(self) -> None:
        if self.isVisible():
            self._show_tiles()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._journal.read()
        if self._stale:
            self.refresh()
            self._stale = False
        self.lineup_view.bring(self._called or "")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        """The window may become narrower than three panes side by side, which then stand in two columns."""
        least = super().minimumSizeHint()
        return least if self._tight else QSize(min(least.width(), NARROWEST), least.height())

    def _share_room(self) -> None:
        """Three panes side by side; where letters are large, the line-up and the stage one below the other."""
        left, right = self._sides
        least = max(RIGHT, self.stage.narrowest() + 2 * EDGE)
        names = max(LEFT, min(self.width() // 4, LETTERS * self.fontMetrics().height()))
        if not self._tight:
            self._needed = names + least + self._middle.totalMinimumSize().width()
        tight = self.width() < max(TIGHT * self.fontMetrics().height(), self._needed)
        if tight is not self._tight:
            self._tight = tight
            self._stand_in_two() if tight else self._stand_in_three()
        if tight:
            width = max(self.width() // 3, self.stage.minimumSizeHint().width() + 3 * EDGE)
            left.setFixedWidth(width)
            right.setFixedWidth(width)
            return
        left.setFixedWidth(min(max(names, self.width() // 6), 2 * LEFT))
        right.setFixedWidth(min(max(least, self.width() * 2 // 9), 2 * least))

    def _stand_in_two(self) -> None:
        """The bar stays: a name that is set smaller beside it, and larger without it, would call for it by turns."""
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._column.addWidget(self._sides[1], 1)
        self._scrolled.insertWidget(0, self._about)
        self._heads.addWidget(self.timer.buttons, 0, Qt.AlignmentFlag.AlignLeft)
        self._edge.hide()
        self._between.show()

    def _stand_in_three(self) -> None:
        self._row.addWidget(self._sides[1])
        self._middle.insertWidget(0, self._about)
        self._second.addWidget(self.timer.buttons, 0, Qt.AlignmentFlag.AlignTop)
        self._edge.show()
        self._between.hide()
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        if event.type() == QEvent.Type.FontChange:  # Qt is still going through the widgets that stand here
            self._other_letters.start()

    def _letters_changed(self) -> None:
        if self._tight:
            self._tight = False
            self._stand_in_three()
        self._share_room()

    def refresh(self) -> None:
        """Show the contest as it is now."""
        now, entry = self._desk.snapshot, self.viewed
        self._lineup_title.setText(self.tr("Line-up"))
        self.lineup_view.setAccessibleName(self.tr("Line-up"))
        self.lineup.show(now)
        self._desk.give_way()
        self.head.show_entry(now, entry)
        self.timer.show_clock(now.contest.clock, now.plan.timer)
        others = now.on_stage if now.on_stage is not entry else None
        self.timer.say_whose(now.called(others.code) if others else "")
        self.strip.setVisible(entry is not None)
        if entry:
            self.strip.show_entry(now, entry)
        self.back.setText(self.tr("Back to the stage"))
        away = self._picked is not None and self._picked != now.round.called
        self.back.setVisible(away)
        self.back.setEnabled(away)
        self._desk.give_way()
        self.keys.refresh()
        self._desk.give_way()
        self.stage.show_snapshot(now)
        self.row.retranslate()
        self.offers.refresh()
        self.reopened.show_contest(now.contest)
        self._show_tiles()

    def _show_tiles(self) -> None:
        desk, entry = self._desk, self.viewed
        groups = self._tiles.groups(desk.snapshot, entry, desk.presence, desk.ballots(entry)) if entry else ()
        self.board.show_groups(groups)
        self._show_progress(groups)

    def _show_progress(self, groups: tuple[TileGroup, ...]) -> None:
        seated = [group for group in groups if group.tiles]
        stored, expected = sum(g.stored for g in seated), sum(g.expected for g in seated)
        self._ballots.show_count(stored, expected)

    def _open_more(self) -> None:
        menu = EntryMenu(self.keys.more(), self._corrections(), self._journal, self.viewed, self)
        button = self.row.more
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _open_line(self, code: str, at: QPoint) -> None:
        self._pick(code)
        EntryMenu(self.keys.about_entry(), self._corrections(), self._journal, self.viewed, self).popup(at)

    def _open_menu(self, judge: str) -> None:
        entry = self.viewed
        if entry is None:
            return
        tile = self.board.tile(judge)
        menu = TileMenu(self._desk, self._corrections(), self._journal, judge, entry, self)
        menu.popup(tile.mapToGlobal(QPoint(0, tile.height())))


def _scrolled(inner: QWidget) -> QScrollArea:
    """This, as wide as there is room, and scrolled where it is not high enough."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
