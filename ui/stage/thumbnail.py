"""The stage in small, for the console."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QWindow
from PySide6.QtQuickWidgets import QQuickWidget
from PySide6.QtWidgets import QWidget

from ui.stage.model import Stage
from ui.stage.window import QML, WINDOWED, draws_with_gpu, outlived


class StageThumbnail(QQuickWidget):
    """A second, small picture of the same `Stage`; it lives on when the stage window is closed or minimised.

    Let it `follow` the stage window, so that both fill their pages alike.
    """

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._shape = QSize(WINDOWED)
        stage.set_animated(draws_with_gpu())
        self.setResizeMode(QQuickWidget.ResizeMode.SizeRootObjectToView)
        self.setInitialProperties({"stage": stage})
        self.setSource(QUrl.fromLocalFile(str(QML)))
        stage.spoke.connect(self.engine().retranslate)
        self.destroyed.connect(partial(outlived, stage))
        self.resize(self.sizeHint())
        app = QGuiApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.take_down)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def take_down(self) -> None:
        """Drop the QML, while all it is bound to is still there."""
        self.setSource(QUrl())

    def follow(self, window: QWindow) -> None:
        """Keep the shape of the stage window, so that both fill their pages alike."""
        self._window = window
        window.widthChanged.connect(self._reshape)
        window.heightChanged.connect(self._reshape)
        self._reshape()

    def _reshape(self) -> None:
        if self._window is not None:
            self.set_shape(self._window.size())

    def set_shape(self, stage: QSize) -> None:
        """Take this shape: the height follows the width."""
        if not stage.isEmpty() and stage != self._shape:
            self._shape = stage
            self.updateGeometry()
            if not self.isVisible():
                self.resize(self.sizeHint())

    def picture(self, width: int) -> QImage:
        """The stage as it is now, `width` pixels wide; works while nothing of it is on screen."""
        if self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            self.grab()  # a widget that was never shown has nothing to paint on until Qt is asked for a picture of it
        return self.grabFramebuffer().scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * self._shape.height() // self._shape.width()

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))
