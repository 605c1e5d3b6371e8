"""What follows a bulletin (附件), and the same sheets on their own (GB/T 9704-2012, 7.3.4 and 7.3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.analysis import AnalysisAnnex
from exports.compose import Composer
from exports.course import course
from exports.details import details
from exports.deviations import deviations
from exports.documents import printed, put_title
from exports.explanations import Explanations
from exports.fonts import FontBook
from exports.layout import one_line, put
from exports.letter import NAMES, Attachment
from exports.page import LEFT, WIDTH, Bookmark, Flow
from exports.source import BulletinSource
from exports.style import Style, style_of
from scoring.text import Text

WORD = Text("附件", "Annex")
COLON = Text("：", ": ")


def note(source: BulletinSource) -> tuple[str, list[str]]:
    """The attachment note below the text of the bulletin: its word, and the names with their numbers."""
    word = Text(WORD.zh + COLON.zh, WORD.en + COLON.en).said(source.language)
    names = [NAMES[each].said(source.language) for each in source.letter.attachments]
    return word, [f"{number}. {name}" for number, name in enumerate(names, start=1)]


def place_annexes(book: FontBook, flow: Flow, source: BulletinSource, style: Style, *, then: float) -> None:
    """Each on new pages; the height `then` must follow the last of them on its page."""
    chosen = source.letter.attachments
    for number, each in enumerate(chosen, start=1):
        flow.turn()
        _head(book, flow, source, style, each, number if len(chosen) > 1 else None)
        _fill(book, flow, source, style, each, then=then if number == len(chosen) else 0.0)


def _head(
    book: FontBook, flow: Flow, source: BulletinSource, style: Style, kind: Attachment, number: int | None
) -> None:
    """附件 at the top left, the title centred on the third line."""
    word, name = WORD.said(source.language), NAMES[kind].said(source.language)
    word = word if number is None else f"{word}{number}" if source.language == "zh" else f"{word} {number}"
    flow.page.bookmarks.append(Bookmark(f"{word} {name}", 0, flow.y))
    put(flow, one_line(book, word, style.annex.word), style.pitch)
    flow.take(style.pitch)
    _title(book, flow, style, name)


def _title(book: FontBook, flow: Flow, style: Style, name: str) -> None:
    line = one_line(book, name, style.annex.title)
    put(flow, line, style.pitch, LEFT + (WIDTH - line.width) / 2)
    flow.take(style.pitch)


def _fill(
    book: FontBook, flow: Flow, source: BulletinSource, style: Style, kind: Attachment, *, then: float = 0.0
) -> None:
    """The content of one annex from where the flow stands."""
    composer = Composer(book, flow, style, source.language)
    match kind:
        case Attachment.SCORES:
            details(book, composer, source, style, then=then)
        case Attachment.EXPLANATIONS:
            Explanations(book, flow, source, style).place(then=then)
        case Attachment.DEVIATIONS:
            deviations(book, flow, source, style, then=then)
        case Attachment.COURSE:
            course(book, flow, source, style, then=then)
        case Attachment.ANALYSIS:
            AnalysisAnnex(book, flow, composer, source, style).place(then=then)


def annex(source: BulletinSource, kind: Attachment, folders: Sequence[Path]) -> bytes:
    """One annex on its own as a PDF. Raises `BadInput` for characters that no font has."""
    book, flow, style = FontBook(folders, source.language), Flow(), style_of(source.language)
    name = NAMES[kind].said(source.language)
    flow.page.bookmarks.append(Bookmark(name, 0, flow.y))
    put_title(book, flow, source, style, name)
    _fill(book, flow, source, style, kind)
    return printed(book, flow.pages, source, f"{source.contest.plan.title} {name}")
