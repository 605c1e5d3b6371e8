"""The manual: its contents at the left, the page at the right; what is looked for is found in every page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QUrl
from PySide6.QtGui import QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTreeView, QVBoxLayout, QWidget

from ui.choosing import FileDialog
from ui.console.buttons import KeyButton
from ui.console.look import Hairline, Sheet
from ui.console.page import ROOM_FOR_THE_FRAME, buttons_row, page_action
from ui.console.questions import tell
from ui.language import Languages
from ui.manual.source import PAGES, headings, page_file
from ui.manual.text import WIDEST, ManualText

SIZE = QSize(1120, 720)
CONTENTS, ROOM = 250, 80
PAGE, ANCHOR = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ManualWindow(QWidget):
    """A window of its own, so that the manual can be read beside whatever is being done."""

    def __init__(self, languages: Languages) -> None:
        super().__init__()
        self._languages = languages
        self.contents, self.model = QTreeView(), QStandardItemModel(self)
        self.text, self.search = ManualText(), QLineEdit()
        self.back, self.look_up, self.save, self.leave, self.begin = (
            page_action(self, key) for key in ("Alt+Left", "Ctrl+F", "F5", "Esc", "F1")
        )
        self._build()
        self._connect()
        self._retranslate()
        self.setMinimumWidth(CONTENTS + WIDEST + ROOM)
        self.resize((self.screen().availableSize() - ROOM_FOR_THE_FRAME).boundedTo(SIZE))

    def _build(self) -> None:
        self.contents.setModel(self.model)
        self.contents.setHeaderHidden(True)
        self.contents.setFixedWidth(CONTENTS)
        self.contents.setFrameShape(QTreeView.Shape.NoFrame)
        self.contents.setIndentation(14)
        self.search.setClearButtonEnabled(True)
        side = Sheet()
        left = QVBoxLayout(side)
        left.setContentsMargins(8, 10, 0, 8)
        left.addWidget(self.search)
        left.addWidget(self.contents, 1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.text, 1)
        right.addWidget(Hairline())
        row = buttons_row(*(KeyButton(action) for action in (self.back, self.save, self.leave)))
        row.setContentsMargins(16, 8, 16, 8)
        right.addLayout(row)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(side)
        box.addWidget(Hairline(vertical=True))
        box.addLayout(right, 1)

    def _connect(self) -> None:
        self.contents.clicked.connect(self._choose)
        self.contents.activated.connect(self._choose)
        self.search.returnPressed.connect(self._find)
        self.look_up.triggered.connect(self.search.setFocus)
        self.back.triggered.connect(self.text.backward)
        self.text.backwardAvailable.connect(self.back.setEnabled)
        self.save.triggered.connect(self._ask_place)
        self.leave.triggered.connect(self.close)
        self.begin.triggered.connect(self._begin)

    @property
    def page(self) -> str:
        """The page in view."""
        return Path(self.text.source().path()).stem

    def show_page(self, page: str, anchor: str = "") -> None:
        """Bring a page into view, from one of its headings on."""
        url = QUrl.fromLocalFile(str(page_file(self._languages.current, page)))
        url.setFragment(anchor)
        self.text.read(url)

    def _begin(self) -> None:
        self.show_page(PAGES[0])

    def _choose(self, index: QModelIndex) -> None:
        self.show_page(index.data(PAGE), index.data(ANCHOR))

    def _find(self) -> None:
        """The next place where the words stand, on this page or on one after it; after the last, from the first on."""
        words = self.search.text()
        if not words or self.text.find(words):
            return
        place = PAGES.index(self.page)
        for page in (*PAGES[place + 1 :], *PAGES[: place + 1]):
            if words.casefold() in page_file(self._languages.current, page).read_text(encoding="utf-8").casefold():
                self.show_page(page)
                self.text.moveCursor(QTextCursor.MoveOperation.Start)
                if self.text.find(words):
                    return

    def _ask_place(self) -> None:
        suggested = str(Path.home() / f"{self.text.documentTitle() or self.page}.pdf")
        dialog = FileDialog(self, self.tr("Save this page as PDF"), suggested, "PDF (*.pdf)")
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested)
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the page in view as a PDF; where that fails, say so."""
        try:
            self.text.save_pdf(Path(path))
        except OSError as error:
            tell(self, self.tr("The page could not be saved"), f"{path}: {error.strerror}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        """Everything in the language spoken now, at the same place of the same page."""
        self.setWindowTitle(self.tr("Manual"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Search") + "  Ctrl+F")
        self.text.setAccessibleName(self.tr("Manual"))
        self.back.setText(self.tr("Back"))
        self.save.setText(self.tr("Save as PDF…"))
        self.leave.setText(self.tr("Close"))
        self._fill()
        if self.text.source().isEmpty():
            self.show_page(PAGES[0])
        else:
            self.show_page(self.page, self._same_heading())
            self.text.clearHistory()

    def _same_heading(self) -> str:
        """Where the reader is, in the other language: the pages have the same headings in the same order."""
        here, was = self.text.heading(), Path(self.text.source().path()).parent.name
        before = headings("en" if was == "en" else "zh", self.page)
        places = (place for place, each in enumerate(before) if each.anchor == here)
        return headings(self._languages.current, self.page)[next(places, 0)].anchor

    def _fill(self) -> None:
        self.model.clear()
        for page in PAGES:
            title, *rest = headings(self._languages.current, page)
            top = _item(title.words, page, "")
            top.appendRows([_item(each.words, page, each.anchor) for each in rest if each.level == 2])
            self.model.appendRow(top)
        self.contents.expandAll()


def _item(words: str, page: str, anchor: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setEditable(False)
    item.setData(page, PAGE)
    item.setData(anchor, ANCHOR)
    return item
