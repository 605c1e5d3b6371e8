"""The bulletin (通报): a round's result as an official document, GB/T 9704-2012, or as a plain sheet in English."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports import account, frame, words
from exports.compose import Composer
from exports.documents import printed
from exports.draws import draws
from exports.fonts import FontBook
from exports.page import Flow
from exports.rule_words import changes, rules
from exports.source import BulletinSource
from exports.style import style_of
from scoring.text import Text

RESULTS = Text("排名结果", "Results")
RETURNS = Text("下轮继续打擂的单位", "Who returns next round")
RULES = Text("评分和排名规则", "Rules in force")
TIES = Text("得分相同的区分", "Ties")
DRAWS = Text("抽签", "Draws")
JUDGES = Text("评委缺席和回避", "Judges absent or recused")
ADJUSTMENTS = Text("加减分", "Adjustments")


def bulletin(source: BulletinSource, folders: Sequence[Path]) -> bytes:
    """The bulletin as a PDF, with the fonts found in some folders besides those of the program.

    Raises `BadInput` for characters that no font has.
    """
    book, flow = FontBook(folders, source.language), Flow()
    _fill(book, flow, source)
    return printed(book, flow.pages, source, words.title(source).said(source.language))


def _fill(book: FontBook, flow: Flow, source: BulletinSource) -> None:
    style = style_of(source.language)
    frame.head(book, flow, source)
    composer = Composer(book, flow, style, source.language)
    composer.paragraph(words.basis(source).said(source.language))
    composer.boards(RESULTS, source)
    signature, foot = frame.Signature(book, source, style), frame.Foot(book, source, style)
    if source.letter.attachments:
        from exports.annexes import note, place_annexes

        word, names = note(source)
        _sections(composer, source, composer.note_height(names) + signature.height)
        composer.note(word, names)
        signature.place(flow)
        place_annexes(book, flow, source, style, then=foot.height)
    else:
        _sections(composer, source, signature.height + foot.height)
        signature.place(flow)
    foot.place(flow)


def _sections(composer: Composer, source: BulletinSource, ending: float) -> None:
    composer.section(RETURNS, words.returning(source))
    composer.section(RULES, [rules(source.contest.plan), *changes(source)])
    composer.section(TIES, account.ties(source))
    if made := draws(source):
        composer.section(DRAWS, made)
    if source.contest.plan.has_live:
        composer.section(JUDGES, account.judges(source))
    composer.section(ADJUSTMENTS, account.adjustments(source), then=ending)
