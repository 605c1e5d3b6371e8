"""Panels opened at the desk on a judge's behalf; they go over the link, like every other panel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.manual.help import Help

if TYPE_CHECKING:
    from ui.panel.window import PanelWindow


class SeatPanels(QObject):
    """At most one window a seat."""

    def __init__(self, desk: Desk, manual: Help, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._manual = desk, manual
        self.windows: dict[str, PanelWindow] = {}

    def open(self, judge: str) -> None:
        """Open the panel of a seat, or bring it to the front."""
        from ui.panel.address import Address, read_address
        from ui.panel.shelf import shelves
        from ui.panel.window import PanelWindow

        links = self._desk.links
        address = Address(links.loopback(), read_address(links.judge_link(judge).url).token)
        window = self.windows.get(judge)
        if window and window.address == address:
            window.raise_()
            window.activateWindow()
            return
        if window:
            window.leave()  # its link was replaced; what it could not deliver is passed on by the new one
        window = PanelWindow(address, shelves(), self._desk.languages, self._manual, on_behalf=True)
        self.windows[judge] = window
        window.closed.connect(partial(self._forget, judge))
        window.start()

    def _forget(self, judge: str) -> None:
        self.windows.pop(judge, None)

    def close(self) -> None:
        """Close them all, with the console; what they keep stays kept."""
        for window in tuple(self.windows.values()):
            window.leave()
