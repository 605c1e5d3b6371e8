"""Colours of charts that are told apart by those who see few colours, and shapes for those who see none.

The colours are those of Okabe and Ito (2002), Color Universal Design; each series has a shape or a pattern as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from exports.page import Colour

BLUE, ORANGE, GREEN, RED = "#0072B2", "#E69F00", "#009E73", "#D55E00"
SKY, PURPLE, YELLOW = "#56B4E9", "#CC79A7", "#F0E442"
FILLS = (SKY, ORANGE, GREEN, PURPLE, YELLOW, RED, BLUE)
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
"""Seven shapes beside six colours: forty-two series before one looks like another."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart on one ground: writing, axes, grid lines, boxes, edges of bars, series of lines and dots;
    `ground` is painted below it, None on paper.
    """

    writing: str
    axes: str
    grid: str
    box: str
    edge: str
    lines: tuple[str, ...]
    ground: Colour | None = None

    def line(self, number: int) -> str:
        """The colour of a series of lines or dots."""
        return self.lines[number % len(self.lines)]

    def fill(self, number: int) -> str:
        """The ground of a part of a bar."""
        return FILLS[number % len(FILLS)]

    def on(self, number: int) -> str:
        """What is written on a part of a bar."""
        return "#ffffff" if self.fill(number) == BLUE else "#000000"


PAPER_INK = Ink(
    writing="#000000",
    axes="#5d6167",
    grid="#d7d9dd",
    box="#eceef1",
    edge="#ffffff",
    lines=(BLUE, RED, GREEN, PURPLE, ORANGE, "#3d3d3d"),
)
DARK_INK = Ink(
    writing="#f1f1f1",
    axes="#a8acb2",
    grid="#47494e",
    box="#3a3d42",
    edge="#2b2d30",
    lines=(SKY, ORANGE, "#2fc79b", PURPLE, YELLOW, "#ffffff"),
    ground=(0x2B, 0x2D, 0x30),
)


def marker(number: int) -> str:
    """The shape of a series."""
    return MARKERS[number % len(MARKERS)]
