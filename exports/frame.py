"""What frames the text of the bulletin: head of page one, signature, foot (版记), page numbers, marks on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, radians, sin

from exports.fonts import Face, FontBook
from exports.headlines import headline
from exports.layout import ASCENT, Line, Type, baseline_in, draw, lines, one_line, put
from exports.page import (
    BOTTOM,
    CELL,
    LEFT,
    MM,
    PALE,
    PAPER,
    PITCH,
    RED,
    RIGHT,
    TOP,
    WIDTH,
    Bookmark,
    Flow,
    Ink,
    Page,
)
from exports.phrases import long_date
from exports.qr import qr
from exports.source import BulletinSource
from exports.style import Style
from exports.words import provisional_mark, title
from scoring.text import Text

MARK_TOP = 35 * MM
MARK_CHARACTERS, MARK_SIZE = 16, 48.0
RULE_BELOW_NUMBER, RULE = 4 * MM, 0.45 * MM
TITLE = Type(Face.TITLE, 22)
OUTER_RULE, INNER_RULE = 0.35 * MM, 0.25 * MM
NUMBER_BELOW = 7 * MM
QR_SIZE = 19 * MM
"""With its quiet zone."""
SIGNED_CHARACTERS = 22
COPIES = Text("抄送：", "Copies to: ")
ACROSS, ANGLE = 110 * MM, 50.0
"""How long 临时 stands across a page, and how steep, in degrees."""
PLAIN_TITLE, PLAIN_FACTS = Type(Face.HEI, 17), Type(Face.SONG, 10.5)


def head(book: FontBook, flow: Flow, source: BulletinSource) -> None:
    """The head of page one: issuer's mark, document number, red rule, title, addressee; in English just a title."""
    if source.language == "en":
        _plain_head(book, flow, source)
        return
    number = _mark(book, flow, source) + 2 * PITCH
    baseline = baseline_in(number, PITCH, 16)
    line = one_line(book, source.letter.number, Type(Face.FANG, 16, CELL))
    draw(flow.page, line, LEFT + (WIDTH - line.width) / 2, baseline)
    rule = baseline + (1 - ASCENT) * 16 + RULE_BELOW_NUMBER
    flow.rule(rule, RULE, RED)
    flow.y = TOP + round((rule - TOP) / PITCH + 2) * PITCH
    _title(book, flow, source)
    flow.take(PITCH)
    if source.letter.addressee:
        for line in lines(book, source.letter.addressee.rstrip("：:") + "：", Type(Face.FANG, 16, CELL), WIDTH):
            put(flow, line, PITCH)


def _mark(book: FontBook, flow: Flow, source: BulletinSource) -> float:
    """The issuer's mark in red; returns its lower edge."""
    rows = headline(book, source.mark, Type(Face.TITLE, WIDTH / MARK_CHARACTERS), WIDTH)
    size = min(MARK_SIZE, WIDTH / MARK_CHARACTERS * WIDTH / max(row.width for row in rows))
    high = max(glyph.font.ink(glyph.char)[1] for glyph in book.glyphs(rows[0].text, Face.TITLE))
    baseline = TOP + MARK_TOP + high * size
    for number, row in enumerate(rows):
        line = one_line(book, row.text, Type(Face.TITLE, size))
        draw(flow.page, line, LEFT + (WIDTH - line.width) / 2, baseline + number * size * 1.3, RED)
    return baseline + (len(rows) - 1) * size * 1.3 + (1 - ASCENT) * size


def _title(book: FontBook, flow: Flow, source: BulletinSource) -> None:
    text = title(source).zh
    flow.page.bookmarks.append(Bookmark(text, 0, flow.y))
    for line in headline(book, text, TITLE, WIDTH - TITLE.size):
        put(flow, line, PITCH, LEFT + (WIDTH - line.width) / 2)


def _plain_head(book: FontBook, flow: Flow, source: BulletinSource) -> None:
    text, size = title(source).en, PLAIN_TITLE.size
    flow.page.bookmarks.append(Bookmark(text, 0, flow.y))
    for line in headline(book, text, PLAIN_TITLE, WIDTH):
        put(flow, line, size * 1.4)
    letter = source.letter
    facts = (source.issuer, letter.number, long_date(source.dated).en, letter.addressee)
    for row in _rows(book, [fact for fact in facts if fact], PLAIN_FACTS):
        for line in lines(book, row, PLAIN_FACTS, WIDTH):
            put(flow, line, 16)
    flow.y += 4
    flow.rule(flow.y, 0.75)
    flow.y += 8


def _rows(book: FontBook, facts: Sequence[str], type_: Type) -> list[str]:
    """Facts side by side, as many as a line holds."""
    rows: list[str] = []
    for fact in facts:
        longer = f"{rows[-1]}  ·  {fact}" if rows else fact
        if rows and one_line(book, longer, type_).width <= WIDTH:
            rows[-1] = longer
        else:
            rows.append(fact)
    return rows


class Signature:
    """Issuer and date without a seal (GB/T 9704-2012, 7.3.5.2): the date begins two characters behind the issuer."""

    def __init__(self, book: FontBook, source: BulletinSource, style: Style) -> None:
        measure = SIGNED_CHARACTERS * style.body.advance
        self._issuer = headline(book, source.issuer, style.body, measure) if source.issuer else []
        self._date = one_line(book, long_date(source.dated).said(source.language), style.body)
        self._style = style

    @property
    def height(self) -> float:
        """A blank line, the issuer and the date."""
        return self._style.pitch * (2 + len(self._issuer))

    def place(self, flow: Flow) -> None:
        """Put it below the text."""
        two, pitch, date = 2 * self._style.body.advance, self._style.pitch, self._date
        broad = max((line.width for line in self._issuer), default=date.width + 2 * two)
        dated = min(RIGHT - two - broad + two, RIGHT - two - date.width)
        flow.need(self.height)
        flow.take(pitch)
        for line in self._issuer:
            put(flow, line, pitch, dated - two + (broad - line.width) / 2)
        put(flow, date, pitch, dated)


class Foot:
    """The foot at the bottom of the last page: the journal's state with a QR code, who gets a copy, issuer and day.

    GB/T 9704-2012, 7.4: outer rules thick, inner ones thin, one character in from each side.
    """

    def __init__(self, book: FontBook, source: BulletinSource, style: Style) -> None:
        type_ = style.foot
        self._one, self._pitch = type_.advance, type_.size * 1.5
        self._issued = one_line(book, _issued(source).said(source.language), type_)
        self._issuer = headline(book, source.issuer, type_, WIDTH - 3 * self._one - self._issued.width)
        self._proof = [one_line(book, text.said(source.language), type_) for text in _proof(source)]
        self._copies = _copies(book, source, style)
        self._fingerprint = source.fingerprint

    @property
    def height(self) -> float:
        """From the upper to the lower outer rule, and a little air."""
        return self._whole + 2 * MM

    @property
    def _whole(self) -> float:
        return self._upper + self._height(self._copies) * bool(self._copies) + self._height(self._issuer)

    @property
    def _upper(self) -> float:
        return QR_SIZE + 2 * MM

    def _height(self, rows: Sequence[Line]) -> float:
        return max(1, len(rows)) * self._pitch + 1.5 * MM

    def place(self, flow: Flow) -> None:
        """Put it at the bottom of this page, or of one more."""
        flow.need(self.height)
        flow.y, left, right = BOTTOM - self._whole, LEFT + self._one, RIGHT - self._one
        flow.rule(flow.y, OUTER_RULE)
        _stack(flow.page, self._proof, flow.y, self._upper, self._pitch, left)
        qr(flow.page, self._fingerprint, right - QR_SIZE, flow.y + 1 * MM, QR_SIZE)
        flow.y += self._upper
        if self._copies:
            flow.rule(flow.y, INNER_RULE)
            _stack(flow.page, self._copies, flow.y, self._height(self._copies), self._pitch, left)
            flow.y += self._height(self._copies)
        flow.rule(flow.y, INNER_RULE)
        lower = self._height(self._issuer)
        _stack(flow.page, self._issuer, flow.y, lower, self._pitch, left)
        _stack(flow.page, [self._issued], flow.y, lower, self._pitch, right - self._issued.width)
        flow.y = BOTTOM
        flow.rule(flow.y, OUTER_RULE)


def _copies(book: FontBook, source: BulletinSource, style: Style) -> list[Line]:
    """抄送：…。 Further lines stand below the first body named."""
    copies, type_ = source.letter.copies.strip().rstrip("。."), style.foot
    if not copies:
        return []
    word = COPIES.said(source.language)
    hang = one_line(book, word, type_).width
    said = f"{word}{copies}{'。' if source.language == 'zh' else '.'}"
    measure = WIDTH - 2 * type_.advance - hang
    first, *others = lines(book, said, type_, measure, first=-hang)
    return [replace(first, indent=0.0), *(replace(line, indent=hang) for line in others)]


def _issued(source: BulletinSource) -> Text:
    exported, issued = Text("{day}导出", "exported {day}"), Text("{day}印发", "issued {day}")
    return (issued if provisional_mark(source) is None else exported)(day=long_date(source.dated))


def _proof(source: BulletinSource) -> tuple[Text, Text]:
    record, digest = source.fingerprint.split(":")
    return (
        Text("流水末条记录：第{record}号", "Last record of the journal: {record}")(record=record),
        Text("哈希值前16位：{digest}", "First 16 digits of its hash: {digest}")(digest=digest),
    )


def _stack(page: Page, rows: Sequence[Line], top: float, height: float, pitch: float, x: float) -> None:
    top += (height - len(rows) * pitch) / 2
    for number, line in enumerate(rows):
        draw(page, line, x, baseline_in(top + number * pitch, pitch, line.type.size))


def number_pages(book: FontBook, pages: Sequence[Page], source: BulletinSource) -> None:
    """— 1 — below the type area, on odd pages at the right, on even ones at the left (GB/T 9704-2012, 7.5)."""
    type_ = Type(Face.SONG, 14) if source.language == "zh" else Type(Face.SONG, 9)
    for number, page in enumerate(pages, start=1):
        line = one_line(book, f"— {number} —" if source.language == "zh" else str(number), type_)
        outside = RIGHT - type_.size - line.width if number % 2 else LEFT + type_.size
        x = outside if source.language == "zh" else LEFT + (WIDTH - line.width) / 2
        dash = book.glyphs("—", type_.face)[0]
        draw(page, line, x, BOTTOM + NUMBER_BELOW + dash.font.ink("—")[1] * type_.size)


def mark_pages(book: FontBook, pages: Sequence[Page], source: BulletinSource) -> None:
    """临时 (演练 in a rehearsal) on every page: red in the upper margin, and pale across the page behind the text."""
    mark = provisional_mark(source)
    if mark is None:
        return
    text = mark.said(source.language)
    word = one_line(book, text, Type(Face.HEI, 16))
    across = one_line(book, text, Type(Face.HEI, 16 * ACROSS / word.width))
    for page in pages:
        page.marks[:0] = _across(across)
        draw(page, word, RIGHT - word.width, TOP - 10 * MM, RED)


def _across(line: Line) -> list[Ink]:
    """A line turned around the middle of the page."""
    turn, middle = radians(ANGLE), (PAPER[0] / 2, PAPER[1] / 2)
    along, down = -line.width / 2, 0.35 * line.type.size
    marks = []
    for piece in line.pieces:
        x = middle[0] + along * cos(turn) + down * sin(turn)
        y = middle[1] - along * sin(turn) + down * cos(turn)
        marks.append(Ink(piece.text, piece.font, line.type.size, x, y, colour=PALE, angle=ANGLE))
        along += piece.width
    return marks
