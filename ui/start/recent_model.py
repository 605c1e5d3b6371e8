"""The list of contests that were open on this computer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.console.rows import RowsModel
from ui.console.words import local_time, path_word
from ui.start.recent import Recent

TITLE, PLACE, OPENED = range(3)


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A contest that was open here, and whether its file is gone."""

    recent: Recent
    gone: bool = False


class RecentModel(RowsModel[RecentRow]):
    """Title, place and when it was open last; what is gone is grey and says so."""

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Contest"), self.tr("Place"), self.tr("Last opened"))

    def cell(self, row: RecentRow, column: int) -> str:
        opened = self.tr("file gone") if row.gone else local_time(row.recent.opened, "%Y-%m-%d %H:%M")
        return (row.recent.title, path_word(row.recent.path.parent), opened)[column]

    def key(self, row: RecentRow) -> object:
        return row.recent.path

    def extra(self, row: RecentRow, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.recent.path)
        if role == Qt.ItemDataRole.ForegroundRole and row.gone:
            return QApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return None
