"""The record of a round's draws (抽签记录): seed, time, witness, order and every digest, for hands to sign below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from exports.columns import Column
from exports.compose import Composer
from exports.documents import printed, put_title
from exports.draws import HOW, KINDS, NOTHING, plain_to_see, replaced
from exports.fonts import FontBook
from exports.frame import Foot
from exports.layout import draw, one_line
from exports.letter import Letter
from exports.page import LEFT, MM, WIDTH, Bar, Bookmark, Flow
from exports.phrases import long_date
from exports.source import BulletinSource
from exports.style import Style, style_of
from exports.tables import grid_of
from scoring.draws import digest
from scoring.errors import NotNow
from scoring.mark import Mark
from scoring.text import Text

TITLE = Text("抽签记录", "Record of the draw")
NO_DRAW = Text("这一轮没有抽过签，没有可打印的记录", "nothing was drawn in this round, so there is no record to print")
FACTS = (
    Text("时间：{at}", "Time: {at}"),
    Text("种子：“{seed}”", "Seed: '{seed}'"),
    Text("见证人：{witness}", "Witness: {witness}"),
    Text("记录：流水第{record}号{replaced}", "Record: journal record {record}{replaced}"),
)
BYTES = Text("种子的UTF-8编码：{bytes}", "Seed in UTF-8: {bytes}")
PLACE, CODE, NAME = Text("次序", "Place"), Text("代码", "Code"), Text("参赛单位", "Contestant")
HASHED = Text("种子:代码 的 SHA-256", "SHA-256 of seed:code")
CHECK = Text("核对方法", "How to check")
EXAMPLE = Text(
    "例如“{text}”的SHA-256值，应与表中第1位所列的相同。",
    "The SHA-256 of '{text}', for example, is the one that stands in the first place.",
)
SIGNERS = (Text("抽签人", "Drawn by"), Text("见证人", "Witness"), Text("监督员", "Supervisor"))
SIGNED_BELOW = 13 * MM


def draw_record(source: BulletinSource, folders: Sequence[Path]) -> bytes:
    """All draws of a round that stand, as a PDF. It says what was drawn, so it is not provisional while scores are.

    Raises `NotNow` where nothing was drawn, `BadInput` for characters that no font has.
    """
    made = [mark for mark in source.round.marks if mark.kind in KINDS]
    if not made:
        raise NotNow("no_draw", NO_DRAW)
    source = replace(source, letter=Letter())  # what was decided of the bulletin is not said of this
    book, flow, style = FontBook(folders, source.language), Flow(), style_of(source.language)
    title = TITLE.said(source.language)
    flow.page.bookmarks.append(Bookmark(title, 0, flow.y))
    put_title(book, flow, source, style, title)
    composer = Composer(book, flow, style, source.language)
    for mark in made:
        _section(book, composer, source, style, mark, made)
    example = EXAMPLE(text=f"{made[0].seed}:{made[0].order[0]}")
    foot = Foot(book, source, style)
    ending = SIGNED_BELOW + style.pitch + foot.height
    composer.heading(CHECK)
    composer.paragraph(HOW.said(source.language))
    composer.paragraph(example.said(source.language), then=ending)
    _signers(book, flow, source, style, foot.height)
    foot.place(flow)
    return printed(book, flow.pages, source, f"{source.contest.plan.title} {title}", lasting=True)


def _section(
    book: FontBook, composer: Composer, source: BulletinSource, style: Style, mark: Mark, made: list[Mark]
) -> None:
    """One draw: what was said and by whom it was seen, then the order with what it follows from."""
    facts, grid = list(_facts(mark, made)), grid_of(book, list(_columns(source, mark)), style)
    composer.heading(KINDS[mark.kind], then=len(facts) * style.pitch + grid.opening())
    for fact in facts:
        composer.paragraph(fact.said(source.language))
    composer.tables([grid])


def _facts(mark: Mark, made: list[Mark]) -> Iterator[Text]:
    time, seed, witness, record = FACTS
    at = datetime.fromisoformat(mark.at).astimezone()
    clock, day = f"{at:%H:%M:%S}（UTC{at:%z}）", long_date(at.date())
    yield time(at=Text(day.zh + clock, f"{day.en}, {at:%H:%M:%S} (UTC{at:%z})"))
    yield seed(seed=mark.seed)
    if not plain_to_see(mark.seed):
        yield BYTES(bytes=mark.seed.encode().hex(" "))
    yield witness(witness=mark.reason)
    yield record(record=mark.record, replaced=next(replaced(mark, made), NOTHING))


def _columns(source: BulletinSource, mark: Mark) -> Iterator[Column]:
    def said(text: Text) -> str:
        return text.said(source.language)

    hashed = tuple(digest(mark.seed, code) for code in mark.order)
    yield Column(said(PLACE), tuple(str(place) for place in range(1, len(mark.order) + 1)))
    yield Column(said(CODE), mark.order, "centre")
    yield Column(said(NAME), tuple(source.contest.contestants[code].name for code in mark.order), "left")
    yield Column(said(HASHED), tuple(f"{each[:32]} {each[32:]}" for each in hashed), "left")


def _signers(book: FontBook, flow: Flow, source: BulletinSource, style: Style, then: float) -> None:
    """Lines for those who were there, side by side; the height `then` must follow on the page."""
    flow.need(SIGNED_BELOW + style.pitch + then)
    flow.y += SIGNED_BELOW
    each = WIDTH / len(SIGNERS)
    for number, signer in enumerate(SIGNERS):
        word = Text(f"{signer.zh}：", f"{signer.en}: ").said(source.language)
        line, x = one_line(book, word, style.annex.entry), LEFT + number * each
        draw(flow.page, line, x, flow.y)
        flow.page.marks.append(Bar(x + line.width, flow.y + 1 * MM, each - line.width - 6 * MM, 0.5))
    flow.y += style.pitch
