"""A document as it will be printed, beside the form in which it is worded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from scoring.errors import ArenaError
from ui.console.buttons import KeyButton
from ui.console.look import Caption, Words
from ui.console.page import page_action
from ui.desk import Desk
from ui.pdf_pages import Picture, page_picture

Draw: TypeAlias = Callable[[], bytes]
"""Makes a PDF; runs off the GUI thread. Raises `ArenaError`."""

WAIT_MS = 350
"""How long nobody must have typed before the document is made anew."""


class Preview(QWidget):
    """Shows a page of the newest document; one that is out of date stays in view until the next is there."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._draw: Draw | None = None
        self._data: bytes | None = None
        self._working, self._again = False, False
        self._picture: Picture | None = None
        self._page = 0
        self.sheet, self.fault, self.where = QLabel(), Words(tone="bad", wrap=True), Caption(factor=1.0)
        self.back, self.on = page_action(owner, "PgUp"), page_action(owner, "PgDown")
        self._pause = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._build()
        self._pause.timeout.connect(self._begin)
        self.back.triggered.connect(self._go_back)
        self.on.triggered.connect(self._go_on)
        self._show_place()

    def _build(self) -> None:
        self.sheet.setFrameShape(QFrame.Shape.StyledPanel)
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sheet.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.sheet.setAccessibleName(self.tr("Preview"))
        self.fault.hide()
        self.back.setText(self.tr("Previous page"))
        self.on.setText(self.tr("Next page"))
        row = QHBoxLayout()
        for widget in (KeyButton(self.back), self.where, KeyButton(self.on)):
            row.addWidget(widget)
        row.insertStretch(0)
        row.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.sheet, 1)
        box.addWidget(self.fault)
        box.addLayout(row)

    def stand_beside(self, form: QLayout) -> None:
        """Lay out the owner: its form left, the document right."""
        row = QHBoxLayout(self._owner)
        row.setContentsMargins(20, 18, 20, 16)
        row.setSpacing(20)
        row.addLayout(form, 5)
        row.addWidget(self, 6)
        self._owner.resize(1120, 640)

    @property
    def picture(self) -> Picture | None:
        """The page in view."""
        return self._picture

    @property
    def _height(self) -> int:
        return round(max(200, self.sheet.height()) * self.devicePixelRatioF())

    def follow(self, draw: Draw) -> None:
        """Show what this makes, as soon as nobody types any more."""
        self._draw, self._data = draw, None
        self.where.setText(self.tr("Being drawn…"))
        self._pause.start()

    def _go_back(self) -> None:
        self._turn(-1)

    def _go_on(self) -> None:
        self._turn(1)

    def _turn(self, pages: int) -> None:
        self._page = max(0, self._page + pages)
        self._begin()

    def _begin(self) -> None:
        if self._working:
            self._again = True
        elif self._draw:
            self._working, self._again = True, False
            work = partial(_drawn, self._draw, self._data, self._page, self._height)
            self._desk.slow.run(work, self._show, self._show_fault).ended.connect(self._has_ended)

    def _has_ended(self) -> None:
        self._working = False
        if self._again:
            self._begin()

    def _show(self, drawn: tuple[Draw, bytes, Picture]) -> None:
        draw, data, picture = drawn
        if draw is not self._draw:
            return
        self._data, self._picture, self._page = data, picture, picture.page
        image = picture.image
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.setPixmap(QPixmap.fromImage(image))
        self.fault.hide()
        self._show_place()

    def _show_fault(self, error: ArenaError) -> None:
        self.fault.setText("\n".join(error.lines(self._desk.language)))
        self.fault.show()
        self.where.setText("")

    def _show_place(self) -> None:
        picture = self._picture
        self.back.setEnabled(picture is not None and picture.page > 0)
        self.on.setEnabled(picture is not None and picture.page < picture.of - 1)
        said = self.tr("Page {page} of {of}").format(page=picture.page + 1, of=picture.of) if picture else ""
        self.where.setText(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._picture and abs(self._picture.image.height() - self._height) > 8:
            self._pause.start()


def _drawn(draw: Draw, known: bytes | None, page: int, height: int) -> tuple[Draw, bytes, Picture]:
    data = known or draw()
    return draw, data, page_picture(data, page, height)
