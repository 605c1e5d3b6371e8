"""The console's window: the header, the steps of the day, their pages, and the health strip."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSize, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from scoring.errors import ArenaError
from scoring.text import Language
from ui.appearance import Appearance, use_appearance
from ui.console.conductor import Conductor
from ui.console.file_menu import FileMenu, Launch
from ui.console.header import Header, Menus
from ui.console.health import HealthStrip
from ui.console.imports import Imports
from ui.console.journal_model import JournalModel
from ui.console.live import LivePage
from ui.console.look import Hairline, Sheet
from ui.console.lost_file import LostFile
from ui.console.network_bar import NetworkBar
from ui.console.page import ROOM_FOR_THE_FRAME
from ui.console.place import Place
from ui.console.questions import Answers, Asked, ask, show_error
from ui.console.safety import Safety
from ui.console.safety_bar import SafetyBar
from ui.console.seat_panels import SeatPanels
from ui.console.steps import Page, StepsModel, StepsView
from ui.console.words import sentences
from ui.desk import Desk
from ui.manual.help import Help

if TYPE_CHECKING:
    from ui.console.check_dialog import Check
    from ui.console.corrections import Corrections
    from ui.console.making import Export
    from ui.console.rounds import Rounds

logger = logging.getLogger(__name__)


class ConsoleWindow(QMainWindow):
    """What the organizer works with. Pages other than the live one are built when they are first opened.

    Signals:
        closed(): the window was closed.
    """

    closed = Signal()

    def __init__(self, desk: Desk, export: Export, check: Check, safety: Safety, launch: Launch) -> None:
        super().__init__()
        self._desk, self._export, self._safety = desk, export, safety
        self._may_close = False
        self.manual = Help(desk.languages, self)
        self.panels = SeatPanels(desk, self.manual, self)
        self.imports = Imports(desk, self)
        self.conductor = Conductor(desk, lambda: self.rounds, lambda: self.corrections, self)
        self.journal = JournalModel(desk)
        self.live = LivePage(desk, self.conductor, lambda: self.corrections, self.imports, self.journal)
        self._pages: dict[Page, QWidget] = {Page.LIVE: self.live}
        self._stack = QStackedWidget()
        self._places: dict[Page, QWidget] = {Page.LIVE: self.live}
        self._stack.addWidget(self.live)
        self.steps = StepsView(StepsModel(desk, self))
        self._menus = Menus()
        self._header = Header(self._menus)
        self.network = NetworkBar(desk)
        self.setMenuWidget(self._header)
        self.safety_bar, self.health = SafetyBar(safety, desk.languages), HealthStrip(desk, safety)
        self.file_menu, self.lost_file = FileMenu(desk, safety, launch, check, self), LostFile(safety, self)
        self.setStatusBar(self.health)
        self._build()
        self._build_menus()
        self._connect()
        self.show_page(Page.LIVE)
        self._retranslate()
        self.resize(self.screen().availableSize().boundedTo(QSize(1440, 900)) - ROOM_FOR_THE_FRAME)

    @cached_property
    def rounds(self) -> Rounds:
        """What ends a round and begins the next."""
        from ui.console.rounds import Rounds

        return Rounds(self._desk, self)

    @cached_property
    def corrections(self) -> Corrections:
        """What corrects ballots, marks and seats."""
        from ui.console.corrections import Corrections

        return Corrections(self._desk, self, self.panels)

    def _build(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = Sheet()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 8, 0, 8)
        box.addWidget(self.steps)
        row.addWidget(side)
        row.addWidget(Hairline(vertical=True))
        row.addWidget(self._stack, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (Hairline(), self.network, self.safety_bar, middle, Hairline()):
            column.addWidget(widget, 1 if widget is middle else 0)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow)
        self._desk.refused.connect(self.show_error)
        self.closed.connect(self.panels.close)
        self.closed.connect(self.manual.close)
        self.conductor.page_wanted.connect(self.show_page)
        self.network.wanted.connect(self.show_address)
        for place in (self.safety_bar, self.health):
            place.backups_wanted.connect(self.file_menu.show_backups)
        self.steps.selectionModel().currentChanged.connect(self._step_chosen)

    @property
    def page(self) -> Page:
        """The page in view."""
        return next(page for page, place in self._places.items() if place is self._stack.currentWidget())

    def show_page(self, page: Page) -> None:
        """Bring a page into view."""
        if page not in self._pages:
            self._pages[page] = self._built(page)
            self._places[page] = Place(self._pages[page])
            self._stack.addWidget(self._places[page])
        self._stack.setCurrentWidget(self._places[page])
        self.steps.setCurrentIndex(self.steps.model().index(page, 0))
        if page is Page.LIVE:
            self.live.row.primary.setFocus()

    def _built(self, page: Page) -> QWidget:
        rounds, corrections = (lambda: self.rounds), (lambda: self.corrections)
        match page:
            case Page.ROSTER:
                from ui.console.roster import RosterPage

                return RosterPage(self._desk, rounds, self.imports, corrections, self.journal)
            case Page.RULES:
                from ui.console.rules import RulesPage

                return RulesPage(self._desk)
            case Page.JUDGES:
                from ui.console.judges import JudgesPage

                return JudgesPage(self._desk, corrections, self.imports, self.journal)
            case Page.DRAW:
                from ui.console.draw import DrawPage

                return DrawPage(self._desk, rounds, self.conductor, self._export, self.live.stage)
            case Page.RESULTS:
                from ui.console.results import ResultsPage

                results = ResultsPage(self._desk, rounds, self.imports, self._export, corrections)
                results.bulletin_wanted.connect(partial(self.show_page, Page.BULLETIN))
                return results
            case Page.BULLETIN:
                from ui.console.bulletin import BulletinPage

                return BulletinPage(self._desk, self._export)
            case Page.JOURNAL:
                from ui.console.journal import JournalPage

                return JournalPage(self._desk, corrections, self.conductor, self.journal)
            case Page.LIVE:
                return self.live

    def _step_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.show_page(Page(index.row()))

    def _build_menus(self) -> None:
        self._session, self._view, self._speech, self._help = (QMenu(self) for _ in range(4))
        self._manual = self.manual.key(self)
        self._manual.triggered.connect(self.show_manual)
        self._help.addAction(self._manual)
        self._about = self._help.addAction("")
        self._about.triggered.connect(self.show_about)
        self._session.aboutToShow.connect(self._fill_session)
        self._session.aboutToHide.connect(self._empty_session)
        self._go = [self._page_action(page) for page in Page]
        self._view.addSeparator()
        self.stage_menu = self._view.addMenu("")
        self._colours = self._view.addMenu("")
        self._looks = self._choice(self._colours, ("system", "light", "dark"), self._use_look)
        self._mark_look(self._desk.file.setting("appearance") or "system")
        self._languages = self._choice(self._speech, ("zh", "en"), self._use_language)
        for menu in (self.file_menu, self._session, self._view, self._help, self._speech):
            self._menus.addMenu(menu)

    def _fill_session(self) -> None:
        """While it is open: in a menu of the window the keys of the live page would work on every page."""
        keys = self.live.keys
        keys.refresh()  # the live page itself is only brought up to date while it is in view
        self._session.clear()
        self._session.addAction(keys.primary)
        steps = [each for each in (keys.reveal, keys.call) if each.text() != keys.primary.text()]
        self._session.addActions([*steps, keys.adjust, keys.next])
        self._session.addSeparator()
        self._session.addActions([each for each in keys.more() if each is not keys.call])

    def _empty_session(self) -> None:
        for action in self._session.actions():
            self._session.removeAction(action)

    def _page_action(self, page: Page) -> QAction:
        action = self._view.addAction("")
        action.setData(page)
        action.setShortcut(QKeySequence(f"Alt+{page + 1}"))
        action.triggered.connect(self._go_to)
        return action

    def _choice(self, menu: QMenu, values: tuple[str, ...], done: Callable[[QAction], None]) -> QActionGroup:
        group = QActionGroup(menu)
        for value in values:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(done)
        return group

    def _mark_look(self, look: str) -> None:
        for action in self._looks.actions():
            action.setChecked(action.data() == look)

    def _go_to(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.show_page(Page(action.data()))

    def _use_look(self, action: QAction) -> None:
        look: Appearance = action.data()
        use_appearance(look)
        self._desk.remember("appearance", look)

    def _use_language(self, action: QAction) -> None:
        language: Language = action.data()
        self._desk.languages.use(language)

    def _follow(self) -> None:
        self._name_window()
        self._header.show_snapshot(self._desk.snapshot)
        if self._session.isVisible():
            self.live.keys.refresh()

    def show_address(self) -> None:
        """Show where panels reach the desk, and who is still at another address."""
        from ui.console.address_dialog import AddressDialog

        AddressDialog(self._desk, self).open()

    def show_manual(self) -> None:
        """Open the manual where it is about the page in view."""
        self.manual.open("day", self.page + 1)

    def show_about(self) -> None:
        """Show which program this is, and what somebody who helps wants to know."""
        from ui.console.about_dialog import AboutDialog

        AboutDialog(self._desk.file.path, self).open()

    def show_error(self, error: ArenaError) -> None:
        """Say what could not be done."""
        show_error(self, error, self._desk.language)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _name_window(self) -> None:
        contest = self._desk.snapshot.contest
        title = self.tr("{title} – Arena Desk").format(title=contest.plan.title)
        self.setWindowTitle(self.tr("REHEARSAL – {title}").format(title=title) if contest.rehearsal else title)

    def _retranslate(self) -> None:
        now = self._desk.snapshot
        self._name_window()
        self._header.show_snapshot(now)
        self.file_menu.retranslate()
        self._session.setTitle(self.tr("&Session"))
        self._view.setTitle(self.tr("&View"))
        self._help.setTitle(self.tr("&Help"))
        self._manual.setText(self.tr("Manual"))
        self._about.setText(self.tr("About Arena Desk…"))
        self._speech.setTitle("中文 / &EN")
        self.stage_menu.setTitle(self.tr("Stage"))
        self._colours.setTitle(self.tr("Light or dark"))
        self._name_choices()
        self.steps.setAccessibleName(self.tr("Steps of the day"))
        model = self.steps.model()
        assert isinstance(model, StepsModel)
        model.refresh()
        self.journal.retranslate()

    def _name_choices(self) -> None:
        model = self.steps.model()
        for page, action in zip(Page, self._go, strict=True):
            action.setText(str(model.index(page, 0).data()))
        looks = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        for action, text in zip(self._looks.actions(), looks, strict=True):
            action.setText(text)
        for action, text in zip(self._languages.actions(), ("中文", "English"), strict=True):
            action.setText(text)
            action.setChecked(action.data() == self._desk.language)

    def closeEvent(self, event: QCloseEvent) -> None:
        """While a session runs, ask first: a stray click must not take the desk away from the judges. Rules that were
        written and not saved are not thrown away unasked either.
        """
        asked = None if self._may_close else self._asked_before_closing()
        if asked is None:
            super().closeEvent(event)
            self.closed.emit()
            return
        event.ignore()
        ask(self, asked, self._close_after_all)

    def end(self) -> None:
        """Close without a question, because the system or the terminal says so. Again changes nothing."""
        if not self.isVisible():
            return
        if self._rules_unsaved():
            logger.warning("the rules written on page 2 were not saved; those in force stay as they are")
        self._may_close = True
        self.close()

    def _asked_before_closing(self) -> Asked | None:
        unsaved = self.tr("What was written on page 2 is not saved and would be lost.") if self._rules_unsaved() else ""
        if self._session_runs() and self._desk.snapshot.contest.rehearsal:
            text = self.tr("What was done in it is thrown away. No contest file was changed.")
            return Asked(self.tr("End the rehearsal?"), text, self.tr("End"))
        if self._session_runs():
            text = self.tr("Panels cannot reach the desk until it is opened again. Everything stored is safe.")
            title = self.tr("Close the console while the session runs?")
            return Asked(title, sentences(text, unsaved), self.tr("Close"))
        return Asked(self.tr("Close without saving the rules?"), unsaved, self.tr("Close")) if unsaved else None

    def _rules_unsaved(self) -> bool:
        if Page.RULES not in self._pages:
            return False
        from ui.console.rules import RulesPage

        page = self._pages[Page.RULES]
        return isinstance(page, RulesPage) and page.dirty

    def _session_runs(self) -> bool:
        round_ = self._desk.snapshot.round
        return round_.called is not None and round_.closed is None

    def _close_after_all(self, answers: Answers) -> None:
        self._may_close = True
        QTimer.singleShot(0, self, self.close)
