"""How the two versions look: the grid of GB/T 9704-2012 in Chinese, a plain sheet in English."""

from __future__ import annotations

from dataclasses import dataclass

from exports.fonts import Face
from exports.layout import Type
from exports.page import CELL, MM, PITCH
from scoring.text import Language


@dataclass(frozen=True, slots=True)
class AnnexStyle:
    """Types and distances of the annex: its head, boards, entries, judge groups, steps of the calculation.

    `gap` stands above an entry, `indent` before a ballot.
    """

    word: Type
    title: Type
    board: Type
    entry: Type
    group: Type
    step: Type
    pitch: float
    gap: float
    indent: float


@dataclass(frozen=True, slots=True)
class Style:
    """Types and distances of one version; `row` is the least height of a table row, `line` the pitch within a cell.

    `grid` says that whatever follows a table goes back to the lines of the page and that lines are justified.
    """

    body: Type
    headings: tuple[Type, Type]
    head_cells: Type
    cells: Type
    foot: Type
    pitch: float
    indent: float
    row: float
    line: float
    gap: float
    grid: bool
    annex: AnnexStyle


CHINESE = Style(
    body=Type(Face.FANG, 16, CELL),
    headings=(Type(Face.HEI, 16, CELL), Type(Face.KAI, 16, CELL)),
    head_cells=Type(Face.HEI, 10.5),
    cells=Type(Face.SONG, 10.5),
    foot=Type(Face.FANG, 14),
    pitch=PITCH,
    indent=2 * CELL,
    row=PITCH * 2 / 3,
    line=13.5,
    gap=0.0,
    grid=True,
    annex=AnnexStyle(
        word=Type(Face.HEI, 16, CELL),
        title=Type(Face.TITLE, 22),
        board=Type(Face.HEI, 14),
        entry=Type(Face.HEI, 12),
        group=Type(Face.KAI, 10.5),
        step=Type(Face.FANG, 10.5),
        pitch=15.5,
        gap=9.0,
        indent=10.5,
    ),
)
ENGLISH = Style(
    body=Type(Face.SONG, 10.5),
    headings=(Type(Face.HEI, 13), Type(Face.HEI, 10.5)),
    head_cells=Type(Face.HEI, 8.5),
    cells=Type(Face.SONG, 9),
    foot=Type(Face.SONG, 9),
    pitch=16.0,
    indent=0.0,
    row=5.6 * MM,
    line=11.5,
    gap=6.0,
    grid=False,
    annex=AnnexStyle(
        word=Type(Face.HEI, 10.5),
        title=Type(Face.HEI, 17),
        board=Type(Face.HEI, 13),
        entry=Type(Face.HEI, 10.5),
        group=Type(Face.SONG, 9),
        step=Type(Face.SONG, 9),
        pitch=12.8,
        gap=7.0,
        indent=9.0,
    ),
)


def style_of(language: Language) -> Style:
    """The look of a version."""
    return CHINESE if language == "zh" else ENGLISH
