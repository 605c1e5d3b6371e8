"""Charts one below the other, as sharp as the screen: drawn and rendered off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from exports.chart_sheets import ChartPlace, ChartSheets
from exports.page import PAPER
from ui.console.look import Caption, Words
from ui.desk import Desk
from ui.pdf_pages import page_picture
from ui.work import Job

LARGEST = 1.9
"""Pixels of a point at most: larger charts are no easier to read."""
WAIT_MS = 200
MARGIN = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """Charts as pictures, for this many pixels a point."""

    sheets: ChartSheets
    scale: float
    pictures: tuple[QImage, ...]


class ChartsView(QScrollArea):
    """Shows the charts of one board, and those that are about all boards."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheets: ChartSheets | None = None
        self._board = ""
        self._shown: Shown | None = None
        self._job: Job | None = None
        self.charts: list[QLabel] = []
        self._pause = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._pause.timeout.connect(self._render)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width depends on the height
        self._wait()

    @property
    def drawn(self) -> bool:
        """Whether the pictures in view are those of the newest charts, at the size of the window."""
        return not self._stale and self._job is None and not self._pause.isActive()

    @property
    def _stale(self) -> bool:
        """Out of date, or of another size; that of a view that is not seen may still change."""
        shown = self._shown
        if shown is None or shown.sheets is not self._sheets:
            return True
        return self.isVisible() and abs(shown.scale - self._scale) > 0.02

    @property
    def _scale(self) -> float:
        width = self._sheets.places[0].width if self._sheets and self._sheets.places else PAPER[0]
        return min(LARGEST, max(0.5, (self.viewport().width() - 2 * MARGIN) / width))

    def show_sheets(self, sheets: ChartSheets) -> None:
        """Show these charts."""
        self._sheets = sheets
        self._render()

    def show_board(self, board: str) -> None:
        """Show the charts of this board."""
        self._board = board
        self._fill()

    def _render(self) -> None:
        """Pictures of the newest charts, one piece of work at a time."""
        if self._sheets is None or self._job is not None:
            return
        dots = self._scale * self.devicePixelRatioF()
        work = partial(_pictures, self._sheets, self._scale, dots, self.devicePixelRatioF())
        self._job = self._desk.slow.run_reporting(work, self._take)
        self._job.ended.connect(self._has_ended)

    def _take(self, shown: Shown) -> None:
        self._shown = shown
        self._fill()

    def _has_ended(self) -> None:
        self._job = None
        if self._stale:
            self._pause.start()

    def _fill(self) -> None:
        if self._shown is None:
            return
        inner, self.charts = QWidget(), []
        box = QVBoxLayout(inner)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        for place, picture in zip(self._shown.sheets.places, self._shown.pictures, strict=True):
            if place.board in ("", self._board):
                self._add(box, place, picture)
        if not self.charts:
            box.addWidget(Words(self.tr("There is nothing to draw yet."), tone="quiet"))
        box.addStretch()
        height = self.verticalScrollBar().value()
        self.setWidget(inner)
        self.verticalScrollBar().setValue(height)

    def _add(self, box: QVBoxLayout, place: ChartPlace, picture: QImage) -> None:
        about, chart = Caption(place.about, wrap=True), QLabel()
        chart.setPixmap(QPixmap.fromImage(picture))
        chart.setAccessibleName(place.title)
        chart.setAccessibleDescription(place.about)
        for widget in (Words(place.title, bold=True), about, chart):
            box.addWidget(widget)
        box.addSpacing(MARGIN)
        self.charts.append(chart)

    def _wait(self) -> None:
        waiting = Words(self.tr("Being drawn…"), tone="quiet")
        waiting.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(waiting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown and self._stale:
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown and self._stale:
            self._pause.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._shown:
            self._fill()


def _pictures(sheets: ChartSheets, scale: float, dots: float, ratio: float, job: Job) -> Shown:
    pictures = []
    for number, place in enumerate(sheets.places):
        job.report(number, len(sheets.places))
        page = page_picture(sheets.data, number, round(PAPER[1] * dots)).image
        corner, size = (place.x * dots, place.y * dots), (place.width * dots, place.height * dots)
        picture = page.copy(round(corner[0]), round(corner[1]), round(size[0]), round(size[1]))
        picture.setDevicePixelRatio(ratio)
        pictures.append(picture)
    return Shown(sheets, scale, tuple(pictures))
