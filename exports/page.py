"""Pages as data: the type area of GB/T 9704-2012, what stands on a page, and the flow from page to page.

Lengths are points; a place is measured from the upper left corner of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from exports.glyphs import FontFile

MM = 72 / 25.4
PAPER = (210 * MM, 297 * MM)
LEFT, TOP = 28 * MM, 37 * MM
WIDTH, HEIGHT = 156 * MM, 225 * MM
LINES, CHARACTERS = 22, 28
PITCH, CELL = HEIGHT / LINES, WIDTH / CHARACTERS
BOTTOM, RIGHT = TOP + HEIGHT, LEFT + WIDTH

Colour: TypeAlias = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)
RED: Colour = (0xFF, 0x33, 0x33)
PALE: Colour = (0xEC, 0xEC, 0xEC)


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """A text that stands on several lines, and is found and copied as one."""

    text: str


@dataclass(frozen=True, slots=True)
class Ink:
    """Characters of one font from `x` on the baseline `y`; `spacing` is added after each, `weight` drawn around it.

    `angle` turns them around their start, in degrees against the clock. `whole` is what they are a part of.
    """

    text: str
    font: FontFile
    size: float
    x: float
    y: float
    spacing: float = 0.0
    weight: float = 0.0
    colour: Colour = BLACK
    angle: float = 0.0
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; `y` is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Step:
    """A part of an outline: to move, draw a line or a curve to the last of its places, or close."""

    kind: str
    places: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline that is filled, drawn with a line of this width, or both."""

    steps: tuple[Step, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the outline of the document; `level` from 0."""

    title: str
    level: int
    y: float


@dataclass(slots=True)
class Page:
    """What stands on one page, in the order in which it is read."""

    marks: list[Ink | Bar | Shape] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)


class Flow:
    """Fills pages from the top of the type area to its bottom; `y` is where the next thing goes."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self.y = TOP

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def room(self) -> float:
        """Height that is left on the page."""
        return BOTTOM - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing has been put on this page yet."""
        return self.y == TOP

    def need(self, height: float) -> bool:
        """Go on to a new page unless so much height is left; whether a new page was begun."""
        if self.room >= height - 0.01 or self.fresh:
            return False
        self.turn()
        return True

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append(Page())
        self.y = TOP

    def take(self, height: float) -> float:
        """Use up a height and return its upper edge."""
        self.need(height)
        top = self.y
        self.y += height
        return top

    def snap(self, pitch: float) -> None:
        """Go down to the next line of the grid, if the page has one left."""
        lines = -(-(self.y - TOP - 0.01) // pitch)
        self.y = TOP + lines * pitch

    def rule(self, y: float, thickness: float, colour: Colour = BLACK) -> None:
        """A rule across the type area, centred on `y`."""
        self.page.marks.append(Bar(LEFT, y - thickness / 2, WIDTH, thickness, colour))


def used(pages: list[Page]) -> Iterator[tuple[FontFile, str]]:
    """Every font with every text that it draws."""
    return ((mark.font, mark.text) for page in pages for mark in page.marks if isinstance(mark, Ink))
