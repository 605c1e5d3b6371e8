"""How the two versions look: the grid of GB/T 9704-2012 in Chinese, a plain sheet in English."""

from __future__ import annotations

from dataclasses import dataclass

from exports.fonts import Face
from exports.layout import Type
from exports.page import CELL, MM, PITCH
from scoring.text import Language


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
)


def style_of(language: Language) -> Style:
    """The look of a version."""
    return CHINESE if language == "zh" else ENGLISH
