"""From a filled flow to a PDF: characters that no font has, page numbers, marks on every page, properties."""

from __future__ import annotations

from collections.abc import Sequence

from exports.fonts import FontBook
from exports.frame import mark_pages, number_pages
from exports.page import Page
from exports.places import named_texts, no_glyph
from exports.source import BulletinSource
from scoring.errors import BadInput


def printed(
    book: FontBook,
    pages: Sequence[Page],
    source: BulletinSource,
    title: str,
    *,
    numbered: bool = True,
    lasting: bool = False,
) -> bytes:
    """The pages of a document about a round as a PDF. Raises `BadInput` for characters that no font has.

    What is `lasting` holds whatever becomes of the round, and is not marked as provisional before it is closed.
    """
    from exports.pdf import About, pdf_bytes

    if numbered:
        number_pages(book, pages, source)
    if not lasting or source.contest.rehearsal:
        mark_pages(book, pages, source)
    if book.missing:
        raise BadInput(no_glyph(list(named_texts(source)), book.missing))
    about = About(
        title=title,
        author=source.issuer,
        subject=source.fingerprint,
        language="zh-CN" if source.language == "zh" else "en",
        day=source.dated,
    )
    return pdf_bytes(pages, about)
