"""Keeps the stage and its thumbnail to what the contest is; the menu of the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence

from ui.console.window import ConsoleWindow
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.stage.model import Stage, ThemeName
    from ui.stage.thumbnail import StageThumbnail
    from ui.stage.window import StageWindow

THEMES: tuple[ThemeName, ...] = ("red", "navy")


class StageLink(QObject):
    """Builds the stage once the console is up: loading Qt Quick must not keep the organizer waiting."""

    def __init__(self, desk: Desk, console: ConsoleWindow) -> None:
        super().__init__(console)
        self._desk, self._console = desk, console
        self.stage: Stage | None = None
        self.window: StageWindow | None = None
        self.thumbnail: StageThumbnail | None = None
        self._open = QAction(self)
        self._open.setShortcut(QKeySequence("Ctrl+Shift+S"))
        self._themes = QActionGroup(self)
        self._fill_menu()
        self.retranslate()

    def _fill_menu(self) -> None:
        menu = self._console.stage_menu
        menu.addAction(self._open)
        menu.addSeparator()
        kept = self._desk.file.setting("theme")
        kept = kept if kept in THEMES else THEMES[0]
        for theme in THEMES:
            action = menu.addAction("")
            action.setData(theme)
            action.setCheckable(True)
            action.setChecked(theme == kept)
            self._themes.addAction(action)
        self._open.triggered.connect(self.open)
        self._themes.triggered.connect(self._use_theme)
        self._desk.languages.changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Name the menu in the language spoken now."""
        self._open.setText(self.tr("Open the stage window"))
        for action, text in zip(self._themes.actions(), (self.tr("Red and gold"), self.tr("Navy")), strict=True):
            action.setText(text)
        if self.stage:
            self.stage.set_language(self._desk.language)

    def begin(self) -> None:
        """Build the stage, put its thumbnail into the console, open it on the second screen if there is one."""
        from ui.stage.model import Stage
        from ui.stage.thumbnail import StageThumbnail
        from ui.stage.window import StageWindow, second_screen

        self.stage = Stage()
        self.stage.set_language(self._desk.language)
        self.stage.set_theme(self._themes.checkedAction().data())
        self.stage.show_view(self._desk.snapshot.stage)
        self._desk.changed.connect(self._follow)
        self.thumbnail = StageThumbnail(self.stage)
        self._console.live.stage.frame.put(self.thumbnail)
        self.window = StageWindow(self.stage, self._console)
        self.window.widthChanged.connect(self._reshape)
        self.window.heightChanged.connect(self._reshape)
        cast("QGuiApplication", QGuiApplication.instance()).screenAdded.connect(self.open)
        if second_screen(QGuiApplication.screens(), self._console.screen()):
            self.open()

    def end(self) -> None:
        """Close the stage."""
        if self.thumbnail:
            self.thumbnail.take_down()
        if self.window:
            self.window.take_down()
            self.window.deleteLater()
            self.window = None

    def open(self) -> None:
        """Show the stage where it belongs."""
        if self.window:
            self.window.open()

    def _follow(self) -> None:
        if self.stage:
            self.stage.show_view(self._desk.snapshot.stage)

    def _reshape(self) -> None:
        if self.window and self.thumbnail and self.window.isVisible():
            self.thumbnail.set_shape(self.window.size())
            self._console.live.stage.frame.updateGeometry()

    def _use_theme(self, action: QAction) -> None:
        if self.stage:
            self.stage.set_theme(action.data())
        self._desk.remember("theme", action.data())
