"""What hangs on doors and walls: the line-up, and a sign for every contestant, two on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from exports.columns import Column
from exports.documents import printed, put_title
from exports.fonts import Face, FontBook
from exports.forms import GREY, Pen, cut_marks
from exports.kinds import Report, silent
from exports.layout import Type
from exports.page import MM, PAPER, Bookmark, Flow, Page
from exports.phrases import capital, round_name
from exports.source import BulletinSource
from exports.style import style_of
from exports.tables import grid_of, place
from scoring.contest import Attendance, Entry
from scoring.text import Text

LINE_UP = Text("出场顺序", "Line-up")
SIGNS = Text("门牌", "Door signs")
HEADS = (Text("序号", "No."), Text("参赛单位", "Contestant"), Text("类别", "Category"), Text("备注", "Remark"))
OUT = {Attendance.NO_SHOW: Text("未到", "no-show"), Attendance.WITHDRAWN: Text("退出", "withdrawn")}
NUMBER = Text("第{n}号", "No. {n}")
MARGIN = 14 * MM
ONE_LINE = 11
"""A name of so many characters stands on one line, in smaller type; a longer one takes two."""
BIG, NAME, SMALL = Type(Face.HEI, 40), Type(Face.HEI, 60), Type(Face.SONG, 14)


def line_up(source: BulletinSource, folders: Sequence[Path]) -> bytes:
    """The line-up of a round in large type. Raises `BadInput` for characters that no font has."""
    book, flow, style = FontBook(folders, source.language), Flow(), style_of(source.language)
    large = replace(style, cells=Type(Face.SONG, 13), head_cells=Type(Face.HEI, 13), row=8 * MM, line=16)
    put_title(book, flow, source, style, LINE_UP.said(source.language))
    entries = source.round.entries
    if entries:
        place(flow, grid_of(book, _columns(source, entries), large))
    return printed(
        book,
        flow.pages,
        source,
        f"{source.contest.plan.title} {LINE_UP.said(source.language)}",
        lasting=True,
    )


def _columns(source: BulletinSource, entries: Sequence[Entry]) -> list[Column]:
    contest, language = source.contest, source.language
    categories = {each.key: each.name for each in contest.plan.categories}
    heads = [head.said(language) for head in HEADS]
    found = [contest.contestants[entry.code] for entry in entries]
    columns = [
        Column(heads[0], tuple(str(n) for n, _ in enumerate(entries, start=1)), "centre"),
        Column(heads[1], tuple(contest.called(each.code) for each in found), "left"),
        Column(heads[2], tuple(categories[each.category] for each in found)),
    ]
    out = tuple(OUT[e.attendance].said(language) if e.attendance in OUT else "" for e in entries)
    return [*columns, *([Column(heads[3], out)] if any(out) else [])]


def door_signs(source: BulletinSource, folders: Sequence[Path], report: Report = silent) -> bytes:
    """A sign for every contestant of the line-up. Raises `BadInput` for characters that no font has."""
    book, pages = FontBook(folders, source.language), [Page()]
    high = PAPER[1] / 2
    for place_, entry in enumerate(source.round.entries):
        report(place_, len(source.round.entries))
        if place_ and place_ % 2 == 0:
            pages.append(Page())
        _sign(book, pages[-1], source, entry, place_ + 1, high * (place_ % 2), high)
    for page in pages:
        cut_marks(page, 1, 2)
    return printed(
        book, pages, source, f"{source.contest.plan.title} {SIGNS.said(source.language)}", numbered=False, lasting=True
    )


def _sign(
    book: FontBook, page: Page, source: BulletinSource, entry: Entry, number: int, top: float, high: float
) -> None:
    language, contestant = source.language, source.contest.contestants[entry.code]
    category = next(each.name for each in source.contest.plan.categories if each.key == contestant.category)
    page.bookmarks.append(Bookmark(f"{number}　{source.contest.called(entry.code)}", 0, top))
    pen = Pen(book, page, MARGIN, top + MARGIN, PAPER[0] - 2 * MARGIN)
    facts = (source.contest.plan.title, capital(round_name(source.round.number)).said(language), category)
    pen.write(" · ".join(facts), SMALL, most=2, align="centre", colour=GREY)
    said = NUMBER(n=number).said(language)
    trial = Pen(book, Page(), pen.x, pen.y, pen.width)
    _put_name(trial, said, contestant.name)
    pen.y += (top + high - pen.y - (trial.y - pen.y)) / 2
    _put_name(pen, said, contestant.name)


def _put_name(pen: Pen, number: str, name: str) -> None:
    pen.write(number, BIG, align="centre", after=4 * MM)
    pen.write(name, NAME, most=1 if len(name) <= ONE_LINE else 2, align="centre")
