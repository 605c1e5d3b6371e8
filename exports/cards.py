"""Judges' cards: how each judge links and how to score, four on a sheet. They hold secrets, by their nature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exports.files import check_target, save
from exports.fonts import Face, FontBook, font_folders
from exports.forms import GREY, PITCH, Pen, cut_marks
from exports.kinds import Report, silent
from exports.layout import Type, lines
from exports.page import MM, PAPER, RED, Page
from exports.phrases import language_tag
from exports.places import no_glyph
from exports.qr import qr
from scoring.errors import BadInput
from scoring.plan import Judge
from scoring.text import Language, Text

COLUMNS, ROWS = 2, 2
MARGIN, BELOW = 9 * MM, 7 * MM
QR_TOP, QR_SIZE, STEPS_TOP = 38 * MM, 43 * MM, 109 * MM
"""From the upper edge of a card."""
TITLE, NAME, SEAT = Type(Face.SONG, 10.5), Type(Face.HEI, 24), Type(Face.SONG, 11)
WORD, CODE = Type(Face.HEI, 10), Type(Face.HEI, 28)
ADDRESS_TYPE, SMALL = Type(Face.SONG, 9.5), Type(Face.SONG, 8.5)
STEP_SIZES = (9.5, 9.0, 8.5, 8.0, 7.5)
NUMBER = 5 * MM
"""Room for the number of a step."""

HEADING = Text("评委卡", "Judges' cards")
REHEARSAL = Text("演练", "REHEARSAL")
JOIN_CODE = Text("加入码", "Join code")
ADDRESS = Text("网址 {address}", "Address {address}")
PRIVATE = Text("仅限本人使用，请勿转借、拍照或外传", "For this judge alone: do not lend, photograph or pass on")
STEPS = (
    Text(
        "连接会场的无线网络，用手机相机扫码；扫不了，就在浏览器中打开网址，输入加入码。",
        "Join the hall's network and scan the code with the camera; or open the address and type the join code.",
    ),
    Text(
        "核对屏幕上的参赛单位，每一项都打分，按“提交”，再确认一遍。",
        "Check which contestant the screen names, score every criterion, press Submit, and confirm.",
    ),
    Text(
        "看到“已存”和时间才算交上；断网时不要关闭页面，恢复后自动补交。",
        "It has arrived only when the screen says stored, with a time. Without network keep the page open.",
    ),
)
RESEND = Text(
    "打错了：停止评分前可以修改再提交，之后请告诉工作人员。",
    "A mistake: change and submit again while scoring is open; later, tell the organizers.",
)
FINAL = Text(
    "提交后不能自行修改；打错了请马上告诉工作人员。",
    "What was submitted cannot be changed; after a mistake tell the organizers at once.",
)


@dataclass(frozen=True, slots=True)
class Card:
    """One judge's card: the seat, the name of its group, the link with its token, the six-digit join code."""

    judge: Judge
    group: str
    url: str
    join_code: str


@dataclass(frozen=True, slots=True)
class Cards:
    """What the cards of a contest are made from; `resend`: a judge may send a ballot again while scoring is open."""

    title: str
    address: str
    cards: tuple[Card, ...]
    resend: bool
    rehearsal: bool
    day: date
    language: Language = "zh"


def write_cards(source: Cards, path: Path, *, replace: bool = False, report: Report = silent) -> None:
    """Write the cards as a PDF that its owner alone can read, where the disk knows owners.

    Raises `BadInput` where the file exists (unless `replace`) or cannot be written, or a character is in no font.
    """
    check_target(path, replace=replace)
    save(cards_pdf(source, font_folders(), report), path, replace=replace, private=True)


def cards_pdf(source: Cards, folders: Sequence[Path], report: Report = silent) -> bytes:
    """The cards as a PDF. Raises `BadInput` for characters that no font has."""
    from exports.pdf import About, pdf_bytes

    book = FontBook(folders, source.language)
    pages = list(_pages(book, source, report))
    if book.missing:
        raise BadInput(no_glyph(list(_named_texts(source)), book.missing))
    about = About(
        title=f"{source.title} {HEADING.said(source.language)}",
        author="",
        subject="",
        language=language_tag(source.language),
        day=source.day,
    )
    data = pdf_bytes(pages, about)
    report(len(source.cards), len(source.cards))
    return data


def _pages(book: FontBook, source: Cards, report: Report) -> Iterator[Page]:
    each = COLUMNS * ROWS
    for start in range(0, len(source.cards), each):
        report(start, len(source.cards))
        page = Page()
        cut_marks(page, COLUMNS, ROWS)
        for place, card in enumerate(source.cards[start : start + each]):
            _card(book, page, source, card, place)
        yield page


def _card(book: FontBook, page: Page, source: Cards, card: Card, place: int) -> None:
    wide, high = PAPER[0] / COLUMNS, PAPER[1] / ROWS
    left, top = wide * (place % COLUMNS), high * (place // COLUMNS)
    pen = Pen(book, page, left + MARGIN, top + MARGIN, wide - 2 * MARGIN)
    _head(pen, source, card)
    qr(page, card.url, left + (wide - QR_SIZE) / 2, top + QR_TOP, QR_SIZE)
    pen.y = top + QR_TOP + QR_SIZE
    _code(pen, source, card)
    pen.y = top + STEPS_TOP
    pen.rule(after=1.5 * MM, colour=GREY)
    _steps(pen, source, top + high - BELOW)


def _head(pen: Pen, source: Cards, card: Card) -> None:
    mark = f" · {REHEARSAL.said(source.language)}" if source.rehearsal else ""
    pen.write(source.title + mark, TITLE, most=2, align="centre", colour=RED if mark else GREY, after=1 * MM)
    pen.write(card.judge.name, NAME, align="centre")
    seat = "　".join(part for part in (card.judge.code, card.group, card.judge.title) if part)
    pen.write(seat, SEAT, most=2, align="centre")


def _code(pen: Pen, source: Cards, card: Card) -> None:
    pen.write(JOIN_CODE.said(source.language), WORD, align="centre")
    pen.write(f"{card.join_code[:3]} {card.join_code[3:]}", CODE, align="centre")
    pen.write(ADDRESS(address=source.address).said(source.language), ADDRESS_TYPE, align="centre")
    pen.write(PRIVATE.said(source.language), SMALL, align="centre", colour=GREY)


def _steps(pen: Pen, source: Cards, bottom: float) -> None:
    """The numbered steps, in the largest type in which all of them fit; further lines stand beside the number."""
    texts = [text.said(source.language) for text in (*STEPS, RESEND if source.resend else FINAL)]
    for size in STEP_SIZES:
        type_ = Type(Face.SONG, size)
        rows = [lines(pen.book, text, type_, pen.width - NUMBER) for text in texts]
        if pen.y + sum(len(each) for each in rows) * size * PITCH <= bottom:
            break
    for number, text in enumerate(texts, start=1):
        Pen(pen.book, pen.page, pen.x, pen.y, NUMBER).write(f"{number}.", type_)
        inner = Pen(pen.book, pen.page, pen.x + NUMBER, pen.y, pen.width - NUMBER)
        inner.write(text, type_, most=len(rows[number - 1]))
        pen.y = inner.y


def _named_texts(source: Cards) -> Iterator[tuple[Text, str]]:
    yield Text("擂台赛名称", "the contest's title"), source.title
    for card in source.cards:
        judge = card.judge
        yield Text("评委{code}", "judge {code}")(code=judge.code), f"{judge.code} {judge.name} {judge.title}"
        yield Text("评委组{key}", "judge group {key}")(key=judge.group), card.group
