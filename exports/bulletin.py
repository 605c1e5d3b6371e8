"""The bulletin (通报): a round's result as an official document, GB/T 9704-2012, or as a plain sheet in English."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports import account, frame, words
from exports.annex import Annex, note
from exports.compose import Composer
from exports.draws import draws
from exports.files import check_target, save
from exports.fonts import FontBook, font_folders
from exports.page import Flow
from exports.places import named_texts, no_glyph
from exports.rule_words import changes, rules
from exports.source import BulletinSource
from exports.style import style_of
from scoring.errors import BadInput
from scoring.text import Text

RESULTS = Text("排名结果", "Results")
RETURNS = Text("下轮继续打擂的单位", "Who returns next round")
RULES = Text("评分和排名规则", "Rules in force")
TIES = Text("得分相同的区分", "Ties")
DRAWS = Text("抽签", "Draws")
JUDGES = Text("评委缺席和回避", "Judges absent or recused")
ADJUSTMENTS = Text("加减分", "Adjustments")


def write_bulletin(source: BulletinSource, path: Path, *, replace: bool = False) -> None:
    """Write the bulletin of a round as a PDF; no folder is made.

    Raises `BadInput` where the file exists (unless `replace`) or cannot be written, and where a character is in no
    font, with every such character and the place where it stands; then nothing is written.
    """
    check_target(path, replace=replace)
    save(bulletin(source, font_folders()), path, replace=replace)


def bulletin(source: BulletinSource, folders: Sequence[Path]) -> bytes:
    """The bulletin as a PDF, with the fonts found in some folders besides those of the program.

    Raises `BadInput` for characters that no font has.
    """
    from exports.pdf import About, pdf_bytes

    book, flow = FontBook(folders, source.language), Flow()
    _fill(book, flow, source)
    if book.missing:
        raise BadInput(no_glyph(list(named_texts(source)), book.missing))
    about = About(
        title=words.title(source).said(source.language),
        author=source.contest.plan.organizer,
        subject=source.fingerprint,
        language="zh-CN" if source.language == "zh" else "en",
        day=source.day,
    )
    return pdf_bytes(flow.pages, about)


def _fill(book: FontBook, flow: Flow, source: BulletinSource) -> None:
    style = style_of(source.language)
    frame.head(book, flow, source)
    composer = Composer(book, flow, style, source.language)
    composer.paragraph(words.basis(source).said(source.language))
    composer.boards(RESULTS, source)
    signature, foot = frame.Signature(book, source, style), frame.Foot(book, source, style)
    if source.explanations:
        _sections(composer, source, composer.note_height + signature.height)
        composer.note(note(source))
        signature.place(flow)
        Annex(book, flow, source, style).place(then=foot.height)
    else:
        _sections(composer, source, signature.height + foot.height)
        signature.place(flow)
    foot.place(flow)
    frame.number_pages(book, flow.pages, source)
    frame.mark_pages(book, flow.pages, source)


def _sections(composer: Composer, source: BulletinSource, ending: float) -> None:
    composer.section(RETURNS, words.returning(source))
    composer.section(RULES, [rules(source.contest.plan), *changes(source)])
    composer.section(TIES, account.ties(source))
    if made := draws(source):
        composer.section(DRAWS, made)
    if source.contest.plan.has_live:
        composer.section(JUDGES, account.judges(source))
    composer.section(ADJUSTMENTS, account.adjustments(source), then=ending)
