"""The stage window: what the room looks at. It keeps to the second screen and off the console."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMargins, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen, QWindow
from PySide6.QtQuick import QQuickView, QQuickWindow
from PySide6.QtWidgets import QWidget

from scoring.text import Language
from scoring.views import StageView
from ui.stage.model import Stage, ThemeName
from ui.stage.pace import Pace

QML = Path(__file__).parent / "qml" / "Stage.qml"
WINDOWED = QSize(1280, 720)


class StageWindow(QQuickView):
    """Shows a `Stage`: full screen on the screen the console is not on, or in a window when there is only one.

    Signals:
        visibleChanged(bool): inherited; the stage was opened or closed.
    """

    def __init__(self, stage: Stage, console: QWidget | None = None) -> None:
        super().__init__()
        self._stage = stage
        self._console = console
        self._wanted = False
        stage.set_animated(draws_with_gpu())
        self._pace = Pace(stage, self)
        self.frameSwapped.connect(self._pace.frame)
        self.setColor(Qt.GlobalColor.black)
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.setInitialProperties({"stage": stage})
        self.setSource(QUrl.fromLocalFile(str(QML)))
        self.destroyed.connect(partial(outlived, stage))
        self.resize(WINDOWED)
        stage.spoke.connect(self._retranslate)
        self._retranslate()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screens_changed)
        app.primaryScreenChanged.connect(self._screens_changed)
        app.screenAdded.connect(self._watch_mode)
        for screen in app.screens():
            self._watch_mode(screen)
        app.aboutToQuit.connect(self.take_down)
        self._watched: QWindow | None = None

    def take_down(self) -> None:
        """Drop the QML, while all it is bound to is still there."""
        self.close()
        self.setSource(QUrl())

    def show_view(self, view: StageView) -> None:
        """Show this and nothing else from now on."""
        self._stage.show_view(view)

    def set_theme(self, theme: ThemeName) -> None:
        """`red` (红金) or `navy` (深蓝)."""
        self._stage.set_theme(theme)

    def set_language(self, language: Language) -> None:
        """To be called once the application's translator speaks this language."""
        self._stage.set_language(language)

    def open(self) -> None:
        """Show the stage where it belongs; the console keeps the keyboard."""
        self._wanted = True
        self._watch_console()
        second = second_screen(QGuiApplication.screens(), self._console.screen() if self._console else None)
        if second is None:
            self._show_windowed()
        else:
            self._show_full_screen(second)
        if self._console is not None and self._console.isVisible():
            self._console.raise_()
            self._console.activateWindow()

    def is_full_screen(self) -> bool:
        return self.visibility() is QQuickWindow.Visibility.FullScreen

    def toggle_full_screen(self) -> None:
        """Between full screen and a window, on the screen where it is (F11)."""
        if self.is_full_screen():
            self._show_windowed()
        else:
            self._show_full_screen(self.screen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._wanted = False
        super().closeEvent(event)

    # Not in `event()`: Qt waits for the render thread in there, and an override would hold Python's lock meanwhile.
    def _retranslate(self) -> None:
        self.engine().retranslate()
        rehearsal = QCoreApplication.translate("StageWindow", "REHEARSAL – Stage")
        self.setTitle(rehearsal if self._stage.rehearsal else QCoreApplication.translate("StageWindow", "Stage"))

    def _show_full_screen(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.showFullScreen()

    def _show_windowed(self) -> None:
        self.unsetCursor()
        self.showNormal()
        room = self.screen().availableGeometry()
        size = fitting(room.size(), self._frame())
        self.resize(size)
        if size != WINDOWED or not room.intersects(self.geometry()):
            self.setFramePosition(room.topLeft())

    def _frame(self) -> QMargins:
        """What the system puts around a window: its own is unknown until it was shown, but the console has one too."""
        console = self._console.windowHandle() if self._console else None
        return console.frameMargins() if console else self.frameMargins()

    def _watch_mode(self, screen: QScreen) -> None:
        """Another resolution, or another place beside the first screen: also after the computer slept."""
        screen.geometryChanged.connect(self._screens_changed)

    def _watch_console(self) -> None:
        """The console was taken to another screen: the stage must not stay on top of it."""
        handle = self._console.windowHandle() if self._console else None
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.screenChanged.connect(self._screens_changed)

    def _screens_changed(self, _what: object) -> None:
        """A projector came, went or changed: find the right place again, once Qt has finished moving windows about."""
        if self._wanted:
            QTimer.singleShot(0, self, self._find_place)

    def _find_place(self) -> None:
        if self._wanted:
            self.open()


def fitting(room: QSize, frame: QMargins) -> QSize:
    """How large a window may be whose frame is to fit into this room: `WINDOWED`, or smaller in the same shape."""
    inside = QSize(room.width() - frame.left() - frame.right(), room.height() - frame.top() - frame.bottom())
    if inside.width() >= WINDOWED.width() and inside.height() >= WINDOWED.height():
        return WINDOWED
    return WINDOWED.scaled(inside, Qt.AspectRatioMode.KeepAspectRatio)


def second_screen(screens: Sequence[QScreen], console: QScreen | None) -> QScreen | None:
    """The screen for the stage: the first that the console is not on, or None when it would cover the console.

    A projector that mirrors the console's screen is no second one.
    """
    home = console if console is not None else QGuiApplication.primaryScreen()
    return next((s for s in screens if s != home and not s.geometry().intersects(home.geometry())), None)


def draws_with_gpu() -> bool:
    """Whether Qt Quick paints with the graphics card; without one the stage cuts instead of moving."""
    return QQuickWindow.sceneGraphBackend() != "software"


def outlived(stage: Stage) -> None:
    """Connected to the end of a picture of `stage`: the connection keeps the stage until its QML has gone."""
