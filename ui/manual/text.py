"""A page of the manual as it is read: pictures as wide as there is room, tables with lines, links to headings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import (
    QBrush,
    QImage,
    QResizeEvent,
    Qt,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from ui.console.look import look
from ui.manual.paper import print_to
from ui.manual.source import slug

WIDEST = 760
"""Pixels for a picture; larger ones are made smaller."""
ABOVE = 12
"""Pixels above a heading that was gone to."""


class ManualText(QTextBrowser):
    """Shows Markdown files; a link's fragment is the slug of a heading."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.sourceChanged.connect(self._finish)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(24)
        self._gone_to: int | None = None
        self.verticalScrollBar().actionTriggered.connect(self._read_on)

    def read(self, name: QUrl) -> None:
        """Show a page, from the heading on that the fragment names."""
        page = QUrl.fromLocalFile(name.toLocalFile())
        if page != self.source():
            self.setSource(page, QTextDocument.ResourceType.MarkdownResource)
        self.go_to(name.fragment(QUrl.ComponentFormattingOption.FullyDecoded))

    def _follow(self, link: QUrl) -> None:
        self.read(self.source().resolved(link))

    def go_to(self, anchor: str) -> None:
        """Bring a heading to the top; without one, the beginning."""
        found = next((block for block in self._headings() if slug(block.text()) == anchor), self.document().begin())
        self.setTextCursor(QTextCursor(found))
        self._gone_to = found.position()
        self._to_top(found)

    def _to_top(self, block: QTextBlock) -> None:
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - ABOVE)

    def _read_on(self) -> None:
        """The page was scrolled by hand: where it was opened says nothing any more."""
        self._gone_to = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width: a heading that was gone to stays at the top."""
        super().resizeEvent(event)
        if self._gone_to is not None and self._gone_to == self.textCursor().position():
            self._to_top(self.document().findBlock(self._gone_to))

    def heading(self) -> str:
        """The anchor of the heading that was gone to while it is in view, else of the one above what is read."""
        here = self.textCursor().position()
        if not self.viewport().rect().contains(self.cursorRect().center()):
            here = self.cursorForPosition(QPoint(0, 2 * ABOVE)).position()
        above = [block for block in self._headings() if block.position() <= here]
        return slug(above[-1].text()) if above else ""

    def _headings(self) -> list[QTextBlock]:
        block, found = self.document().begin(), []
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block)
            block = block.next()
        return found

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        return fitted(image, self.devicePixelRatioF())

    def _finish(self) -> None:
        """Give tables lines and room."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorder(1)
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderBrush(QBrush(look(self).line))
                form.setBorderCollapse(True)
                form.setCellPadding(4)
                form.setCellSpacing(0)
                frame.setFormat(form)

    def save_pdf(self, path: Path) -> None:
        """Write the page as a PDF on A4. Raises `OSError`."""
        chinese = Path(self.source().toLocalFile()).parent.name == "zh"
        print_to(path, self.document(), self.logicalDpiX(), chinese=chinese)


def fitted(image: QImage, ratio: float) -> QImage:
    """A picture that is no wider than there is room on a screen of this scale, with all its dots where they help."""
    if image.width() > WIDEST:
        dots = min(image.width(), round(WIDEST * ratio))
        image = image.scaledToWidth(dots, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(dots / WIDEST)
    return image
