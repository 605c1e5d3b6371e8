"""Ballots on paper for the day the network fails: one for every judge and contestant, to be cut apart and typed in.

The QR code of a ballot holds `contestant,judge`, as a line of the table of ballots begins (rules.md, Plan), so that a
scanner types it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.documents import printed
from exports.fonts import Face, FontBook
from exports.forms import GREY, PITCH, Pen, box, cut_marks
from exports.kinds import Report, silent
from exports.layout import Type
from exports.page import MM, PAPER, RED, Bookmark, Page
from exports.phrases import capital, round_name
from exports.qr import qr
from exports.source import BulletinSource
from exports.words import provisional_mark
from scoring.arithmetic import Panel
from scoring.contest import Attendance
from scoring.plan import Criterion, Judge
from scoring.points import plain_decimal
from scoring.text import Text

NAME = Text("纸质评分表", "Paper ballots")
COLUMNS, MOST_ROWS = 2, 4
MARGIN, QR_SIZE, HEAD, FOOT = 6 * MM, 19 * MM, 25 * MM, 11 * MM
ROW, LEAST_ROW, BOX = 8 * MM, 5 * MM, 24 * MM
TITLE, ENTRY, JUDGE = Type(Face.SONG, 8.5), Type(Face.HEI, 13), Type(Face.SONG, 10.5)
CRITERION, SMALL = Type(Face.SONG, 10.5), Type(Face.SONG, 8)
SPARE = Text("备用", "Spare ones")
BLANK = Text("参赛单位：＿＿＿＿＿＿", "Contestant: ____________")
BLANK_JUDGE = Text("评委：＿＿＿＿＿＿", "Judge: ____________")
WHO = Text("{code} {name}（{group}）", "{code} {name} ({group})")
SPAN = Text("{name}（{min}—{max}，以{step}分为单位）", "{name} ({min}–{max}, steps of {step})")
SIGN = Text("评委签名：＿＿＿＿＿＿＿", "Signature: ______________")


@dataclass(frozen=True, slots=True)
class Slip:
    """One ballot; a spare one is for nobody yet."""

    number: int = 0
    code: str = ""
    name: str = ""
    judge: Judge | None = None


def slips(source: BulletinSource) -> list[Slip]:
    """A ballot for every expected judge and entry that takes part, by line-up, then by seat; then a sheet of spares."""
    panel = Panel.of(source.contest, source.round)
    found = [
        Slip(number, entry.code, source.contest.contestants[entry.code].name, judge)
        for number, entry in enumerate(source.round.entries, start=1)
        if entry.attendance is Attendance.PRESENT
        for judge in source.contest.bench.seated
        if panel.expects(entry, judge.code)
    ]
    each = COLUMNS * _rows(source)
    spares = -len(found) % each or each
    return [*found, *[Slip()] * spares]


def paper_ballots(source: BulletinSource, folders: Sequence[Path], report: Report = silent) -> bytes:
    """All ballots of a round, several on a sheet with marks to cut along. Raises `BadInput` as other documents do."""
    book = FontBook(folders, source.language)
    pages = list(_pages(book, source, report))
    title = f"{source.contest.plan.title} {NAME.said(source.language)}"
    return printed(book, pages, source, title, numbered=False, lasting=True)


def _rows(source: BulletinSource) -> int:
    need = 2 * MARGIN + HEAD + FOOT + len(source.contest.plan.criteria) * ROW
    return max(1, min(MOST_ROWS, int(PAPER[1] / need)))


def _pages(book: FontBook, source: BulletinSource, report: Report) -> Iterator[Page]:
    rows, found = _rows(source), slips(source)
    each = COLUMNS * rows
    for start in range(0, len(found), each):
        report(start, len(found))
        page = Page()
        cut_marks(page, COLUMNS, rows)
        for place, slip in enumerate(found[start : start + each]):
            wide, high = PAPER[0] / COLUMNS, PAPER[1] / rows
            left, top = wide * (place % COLUMNS), high * (place // COLUMNS)
            if slip.number != found[start + place - 1].number:
                page.bookmarks.append(Bookmark(_entry(slip) or SPARE.said(source.language), 0, top))
            _slip(book, page, source, slip, left, top, high)
        yield page


def _entry(slip: Slip) -> str:
    return f"{slip.number}　{slip.name}" if slip.judge else ""


def _slip(book: FontBook, page: Page, source: BulletinSource, slip: Slip, left: float, top: float, high: float) -> None:
    wide = PAPER[0] / COLUMNS
    pen = Pen(book, page, left + MARGIN, top + MARGIN, wide - 2 * MARGIN - QR_SIZE)
    _head(pen, source, slip)
    if slip.judge:
        qr(page, f"{slip.code},{slip.judge.code}", left + wide - MARGIN - QR_SIZE, top + MARGIN - 1 * MM, QR_SIZE)
    criteria = source.contest.plan.criteria
    row = max(LEAST_ROW, min(ROW, (high - 2 * MARGIN - HEAD - FOOT) / max(1, len(criteria))))
    inner = Pen(book, page, left + MARGIN, top + MARGIN + HEAD, wide - 2 * MARGIN)
    for each in criteria:
        _row(inner, source, each, row)
    inner.y = top + high - MARGIN - 6 * MM
    inner.write(SIGN.said(source.language), CRITERION)


def _head(pen: Pen, source: BulletinSource, slip: Slip) -> None:
    language = source.language
    mark = provisional_mark(source) if source.contest.rehearsal else None
    parts = [source.contest.plan.title, capital(round_name(source.round.number)).said(language)]
    parts += [mark.said(language)] if mark else []
    pen.write(" · ".join(parts), TITLE, most=2, colour=RED if mark else GREY, after=1 * MM)
    groups = {group.key: group.name for group in source.contest.plan.groups}
    if slip.judge is None:
        pen.write(BLANK.said(language), JUDGE, after=3 * MM)
        pen.write(BLANK_JUDGE.said(language), JUDGE)
        return
    judge = slip.judge
    pen.write(_entry(slip), ENTRY, most=2, even=True, after=0.5 * MM)
    pen.write(WHO(code=judge.code, name=judge.name, group=groups[judge.group]).said(language), JUDGE, most=2)


def _row(pen: Pen, source: BulletinSource, each: Criterion, high: float) -> None:
    """A criterion and a box to write in."""
    span = {"min": plain_decimal(each.min), "max": plain_decimal(each.max)}
    said = SPAN(name=each.name, step=plain_decimal(source.contest.plan.step), **span).said(source.language)
    text = Pen(pen.book, pen.page, pen.x, pen.y + (high - CRITERION.size * PITCH) / 2 - 1, pen.width - BOX - 2 * MM)
    text.write(said, CRITERION)
    box(pen.page, pen.x + pen.width - BOX, pen.y + 0.5 * MM, BOX, high - 1 * MM)
    pen.y += high
