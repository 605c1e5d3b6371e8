"""A page of the manual as it is read: pictures as wide as there is room, tables with lines, links to headings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import (
    QBrush,
    QImage,
    QPageSize,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
    Qt,
)
from PySide6.QtWidgets import QTextBrowser

from ui.console.look import look
from ui.manual.source import slug

WIDEST = 800
"""Pixels for a picture; larger ones are made smaller."""
PAPER_MARGIN = 18.0
"""Millimetres around a printed page."""


class ManualText(QTextBrowser):
    """Shows Markdown files; a link's fragment is the slug of a heading."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(24)

    def doSetSource(self, name: QUrl, type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource) -> None:
        page = QUrl(name)
        page.setFragment("")
        if page != self.source().adjusted(QUrl.UrlFormattingOption.RemoveFragment):
            super().doSetSource(page, QTextDocument.ResourceType.MarkdownResource)
            self._finish()
        self.go_to(name.fragment(QUrl.ComponentFormattingOption.FullyDecoded))

    def go_to(self, anchor: str) -> None:
        """Bring a heading to the top; without one, the beginning."""
        found = next((block for block in self._headings() if slug(block.text()) == anchor), self.document().begin())
        self.moveCursor(QTextCursor.MoveOperation.End)  # so that the heading comes to the top, not into view somehow
        self.setTextCursor(QTextCursor(found))

    def heading(self) -> str:
        """The anchor of the heading that stands at the top or above it."""
        top = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        above = [block for block in self._headings() if block.position() <= top]
        return slug(above[-1].text()) if above else ""

    def _headings(self) -> list[QTextBlock]:
        block, found = self.document().begin(), []
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block)
            block = block.next()
        return found

    def loadResource(self, type: int, name: QUrl) -> object:
        if type != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(type, name)
        image = QImage(self.source().resolved(name).toLocalFile())
        ratio = self.devicePixelRatioF()
        room = round(WIDEST * ratio)
        if image.width() > room:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return image

    def _finish(self) -> None:
        """Give tables lines and room."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorder(1)
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderBrush(QBrush(look(self).line))
                form.setBorderCollapse(True)
                form.setCellPadding(6)
                form.setCellSpacing(0)
                frame.setFormat(form)

    def save_pdf(self, path: Path) -> None:
        """Write the page as a PDF on A4. Raises `OSError`."""
        with path.open("wb"):
            pass  # said as an error of the system, which a PDF writer would keep to itself
        writer = QPdfWriter(str(path))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(*[PAPER_MARGIN] * 4))
        writer.setResolution(150)
        printed = self.document().clone()
        printed.setDocumentMargin(0)
        printed.print_(writer)
