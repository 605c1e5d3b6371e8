"""Keeps the stage and its thumbnail to what the contest is; the menu of the stage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from scoring.errors import ArenaError
from scoring.text import Language
from ui.awake import Awake
from ui.console.stage_panel import OPEN_KEY
from ui.console.window import ConsoleWindow
from ui.desk import Desk
from ui.language import STAGE_SETTING

if TYPE_CHECKING:
    from ui.stage.model import Stage, ThemeName
    from ui.stage.thumbnail import StageThumbnail
    from ui.stage.window import StageWindow

LOGO, BOARDS = "logo", "boards"
IN_TURN, SIDE_BY_SIDE = "in-turn", "side-by-side"
THEMES: tuple[ThemeName, ...] = ("red", "navy")


class StageLink(QObject):
    """Builds the stage once the console is up: loading Qt Quick must not keep the organizer waiting."""

    def __init__(self, desk: Desk, console: ConsoleWindow) -> None:
        super().__init__(console)
        self._desk, self._console = desk, console
        self._wanted, self._ended = False, False
        self.stage: Stage | None = None
        self.window: StageWindow | None = None
        self.thumbnail: StageThumbnail | None = None
        self._open = QAction(self)
        self._open.setShortcut(QKeySequence(OPEN_KEY))
        self._full = QAction(self)
        self._full.setShortcut(QKeySequence("Ctrl+Shift+F"))
        self._themes, self._orders, self._speech = QActionGroup(self), QActionGroup(self), QActionGroup(self)
        self._logo, self._no_logo = QAction(self), QAction(self)
        self._logo.setShortcut(QKeySequence("Ctrl+Shift+L"))
        self._no_logo.setShortcut(QKeySequence("Ctrl+5"))
        self._awake = Awake(self)
        self._fill_menu()
        self.retranslate()

    def _fill_menu(self) -> None:
        menu = self._console.stage_menu
        menu.addActions([self._open, self._full])
        menu.addSeparator()
        kept = self._desk.file.setting("theme")
        themes = dict(zip(("Ctrl+1", "Ctrl+2"), THEMES, strict=True))
        _add_choices(menu, self._themes, themes, kept if kept in THEMES else THEMES[0])
        menu.addSeparator()
        order = SIDE_BY_SIDE if self._desk.file.setting(BOARDS) == SIDE_BY_SIDE else IN_TURN
        _add_choices(menu, self._orders, {"Ctrl+3": IN_TURN, "Ctrl+4": SIDE_BY_SIDE}, order)
        menu.addSeparator()
        self._add_languages(menu)
        menu.addSeparator()
        menu.addActions([self._logo, self._no_logo])
        self._open.triggered.connect(self.open)
        self._full.triggered.connect(self.toggle_full_screen)
        self._logo.triggered.connect(self.choose_logo)
        self._no_logo.triggered.connect(self.remove_logo)
        self._orders.triggered.connect(self._use_order)
        self._console.live.stage.look_wanted.connect(self.show_menu)
        self._themes.triggered.connect(self._use_theme)
        self._speech.triggered.connect(self._use_language)
        self._desk.languages.changed.connect(self.retranslate)
        self._desk.languages.changed.connect(self._keep_language)

    def retranslate(self) -> None:
        """Name the menu in the language spoken now."""
        self._open.setText(self.tr("Open the stage window"))
        self._full.setText(self.tr("Full screen or window"))
        self._logo.setText(self.tr("Logo…"))
        self._no_logo.setText(self.tr("Without a logo"))
        orders = (self.tr("Boards in turn"), self.tr("Boards side by side"))
        for action, text in zip(self._orders.actions(), orders, strict=True):
            action.setText(text)
        for action, text in zip(self._themes.actions(), (self.tr("Red and gold"), self.tr("Navy")), strict=True):
            action.setText(text)
        spoken = (self.tr("The stage in Chinese"), self.tr("The stage in English"))
        for action, text in zip(self._speech.actions(), spoken, strict=True):
            action.setText(text)
            action.setChecked(action.data() == self._desk.languages.on_stage)
        if self.stage:
            self.stage.set_language(self._desk.languages.on_stage)

    def begin(self) -> None:
        """Build the stage, put its thumbnail into the console, open it on the second screen if there is one.

        Again changes nothing.
        """
        if self.stage or self._ended:
            return
        from ui.stage.model import Stage
        from ui.stage.thumbnail import StageThumbnail
        from ui.stage.window import StageWindow, second_screen

        self.stage = Stage()
        self.stage.set_language(self._desk.languages.on_stage)
        self.stage.set_theme(self._themes.checkedAction().data())
        self.stage.set_side_by_side(self._orders.checkedAction().data() == SIDE_BY_SIDE)
        self._show_logo(self._desk.file.setting(LOGO) or "")
        self.stage.show_view(self._desk.snapshot.stage)
        self._desk.changed.connect(self._follow)
        self.thumbnail = StageThumbnail(self.stage)
        self._console.live.stage.frame.put(self.thumbnail)
        self.window = StageWindow(self.stage, self._console)
        self.window.widthChanged.connect(self._reshape)
        self.window.heightChanged.connect(self._reshape)
        self.window.visibleChanged.connect(self._awake.keep)
        self.window.visibleChanged.connect(self._console.live.stage.show_open)
        cast("QGuiApplication", QGuiApplication.instance()).screenAdded.connect(self.open)
        if self._wanted or second_screen(QGuiApplication.screens(), self._console.screen()):
            self.open()
        self._console.live.stage.show_open(self.window.isVisible())

    def end(self) -> None:
        """Close the stage."""
        self._ended = True
        self._awake.keep(False)
        if self.thumbnail:
            self.thumbnail.take_down()
        if self.window:
            self.window.take_down()
            self.window.deleteLater()
            self.window = None

    def open(self) -> None:
        """Show the stage where it belongs, as soon as it is built."""
        self._wanted = True
        if self.window:
            self.window.open()

    def toggle_full_screen(self) -> None:
        """Between full screen and a window."""
        if self.window and self.window.isVisible():
            self.window.toggle_full_screen()

    def show_menu(self) -> None:
        """Open the menu of the stage beside its button."""
        button = self._console.live.stage.look
        self._console.stage_menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _add_languages(self, menu: QMenu) -> None:
        """What the room reads stays what it is while the organizer reads another language."""
        languages = self._desk.languages
        kept = self._desk.file.setting(STAGE_SETTING)
        if kept in get_args(Language):
            languages.use_on_stage(cast("Language", kept))
        else:
            languages.use_on_stage(languages.current)
        _add_choices(menu, self._speech, {"Ctrl+6": "zh", "Ctrl+7": "en"}, languages.on_stage)

    def _use_language(self, action: QAction) -> None:
        self._desk.languages.use_on_stage(action.data())

    def _keep_language(self) -> None:
        """From the first switch on the two may differ: what the stage speaks is kept with the contest."""
        self._desk.remember(STAGE_SETTING, self._desk.languages.on_stage)

    def _use_order(self, action: QAction) -> None:
        if self.stage:
            self.stage.set_side_by_side(action.data() == SIDE_BY_SIDE)
        self._desk.remember(BOARDS, action.data())

    def choose_logo(self) -> None:
        """Ask for an image file; it is kept with the contest."""
        from ui.choosing import FileDialog
        from ui.console.logo import PATTERNS

        dialog = FileDialog(self._console, self.tr("Choose the logo of the contest"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Images ({patterns})").format(patterns=" ".join(PATTERNS)))
        dialog.fileSelected.connect(self.use_logo)
        dialog.open()

    def use_logo(self, path: str) -> None:
        """Keep this image as the contest's logo, or say why not."""
        from ui.console.logo import read_logo

        try:
            logo = read_logo(Path(path))
        except ArenaError as error:
            self._desk.refused.emit(error)
            return
        self._desk.remember(LOGO, logo)
        self._show_logo(logo)

    def remove_logo(self) -> None:
        """Show no logo any more."""
        self._desk.remember(LOGO, "")
        self._show_logo("")

    def _show_logo(self, logo: str) -> None:
        self._no_logo.setEnabled(bool(logo))
        if self.stage:
            self.stage.set_logo(logo)

    def _follow(self) -> None:
        if self.stage:
            self._desk.give_way()
            self.stage.show_view(self._desk.snapshot.stage)

    def _reshape(self) -> None:
        if self.window and self.thumbnail and self.window.isVisible():
            self.thumbnail.set_shape(self.window.size())
            self._console.live.stage.frame.updateGeometry()

    def _use_theme(self, action: QAction) -> None:
        if self.stage:
            self.stage.set_theme(action.data())
        self._desk.remember("theme", action.data())


def _add_choices(menu: QMenu, group: QActionGroup, values: Mapping[str, str], chosen: str) -> None:
    """One action for each value, by the key that chooses it; one of them is on."""
    for key, value in values.items():
        action = menu.addAction("")
        action.setShortcut(QKeySequence(key))
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        group.addAction(action)
