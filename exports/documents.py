"""From a filled flow to a PDF: characters that no font has, page numbers, marks on every page, properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exports.fonts import FontBook
from exports.frame import mark_pages, number_pages
from exports.headlines import headline
from exports.layout import one_line, put
from exports.page import LEFT, WIDTH, Flow, Page
from exports.phrases import capital, language_tag, round_name
from exports.places import named_texts, no_glyph
from exports.source import BulletinSource
from exports.style import Style
from scoring.errors import BadInput
from scoring.text import Text


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
        language=language_tag(source.language),
        day=source.dated,
    )
    return pdf_bytes(pages, about)


def unsent(source: BulletinSource) -> BulletinSource:
    """The same for a sheet that is signed or handed over: who gets a copy is said of the bulletin alone."""
    return replace(source, letter=replace(source.letter, copies=""))


def put_title(book: FontBook, flow: Flow, source: BulletinSource, style: Style, name: str) -> None:
    """The head of a sheet that stands alone: contest and round, then what it is."""
    round_ = round_name(source.round.number).said(source.language)
    for text in (source.contest.plan.title, capital(Text(round_, round_)).said(source.language)):
        for line in headline(book, text, style.annex.entry, WIDTH):
            put(flow, line, style.annex.pitch * 1.3, LEFT + (WIDTH - line.width) / 2)
    flow.snap(style.pitch)
    line = one_line(book, name, style.annex.title)
    put(flow, line, style.pitch, LEFT + (WIDTH - line.width) / 2)
    flow.take(style.pitch)
