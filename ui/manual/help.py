"""The way into the manual; its window is loaded when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.language import Languages

if TYPE_CHECKING:
    from ui.manual.window import ManualWindow


class Help(QObject):
    """Opens the manual, at the place where it is about what is in view; one window, however often it is asked for."""

    def __init__(self, languages: Languages, parent: QObject) -> None:
        super().__init__(parent)
        self._languages = languages
        self.window: ManualWindow | None = None

    def open(self, page: str = "index", number: int = 0) -> None:
        """Show a page; with a number, from the heading on that begins with it."""
        from ui.manual.source import numbered
        from ui.manual.window import ManualWindow

        if self.window is None:
            self.window = ManualWindow(self._languages)
        found = numbered(self._languages.current, page, number) if number else None
        self.window.show_page(page, found.anchor if found else "")
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Take the window away."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
