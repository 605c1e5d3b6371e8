"""Charts drawn by matplotlib straight onto a page: the same fonts and the same PDF as the text around them.

Loads matplotlib: import it only inside the functions that draw.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from exports.fonts import Face, FontBook
from exports.layout import Type, draw, one_line
from exports.page import Colour, Page, Shape, Step

# While it is imported it may warn that it looks at all fonts of the machine, once; none of them is used here.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
from matplotlib.backend_bases import GraphicsContextBase, RendererBase  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.path import Path as Outline  # noqa: E402

DESCENT = 0.12
"""How far a Chinese character reaches below the baseline, in parts of the type size."""


def new_figure(width: float, height: float) -> Figure:
    """An empty figure of this size in points; what lies below shows through, such as the mark of a provisional page."""
    return Figure(figsize=(width / 72, height / 72), dpi=72, facecolor="none")


def put_figure(book: FontBook, page: Page, figure: Figure, x: float, y: float) -> None:
    """Draw a figure with its upper left corner there."""
    figure.draw(_Pen(book, page, x, y + figure.bbox.height))


class _Pen(RendererBase):
    """Turns what matplotlib draws into marks of a page. Its own y goes up from the lower edge of the figure."""

    def __init__(self, book: FontBook, page: Page, left: float, bottom: float) -> None:
        super().__init__()
        self._book, self._page = book, page
        self._left, self._bottom = left, bottom

    def flipy(self) -> bool:
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def draw_path(self, gc: GraphicsContextBase, path: Outline, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        steps = tuple(self._steps(path, transform))
        stroke = _colour(gc.get_rgb()) if gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0 else None
        fill = _colour(rgbFace) if rgbFace is not None and (len(rgbFace) < 4 or rgbFace[3] > 0) else None
        if stroke or fill:
            self._page.marks.append(Shape(steps, fill, stroke, float(gc.get_linewidth())))

    def _steps(self, path: Outline, transform: Any) -> Iterator[Step]:
        here: tuple[float, float] = (0.0, 0.0)
        for given, code in path.iter_segments(transform, simplify=False, curves=True):
            places = [self._place(*given[n : n + 2]) for n in range(0, len(given), 2)]
            if code == Outline.CLOSEPOLY:
                yield Step("close")
                continue
            if code == Outline.CURVE3:
                places = _cubic(here, *places)
            kind = {Outline.MOVETO: "move", Outline.LINETO: "line"}.get(code, "curve")
            yield Step(kind, tuple(places))
            here = places[-1]

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return self._left + float(x), self._bottom - float(y)

    def draw_text(
        self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, ismath: Any = False, mtext: Any = None
    ) -> None:
        line = one_line(self._book, s, _type(prop))
        draw(self._page, line, *self._place(x, y), _colour(gc.get_rgb()))

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> tuple[float, float, float]:
        type_ = _type(prop)
        return one_line(self._book, s, type_).width, type_.size, DESCENT * type_.size


def _type(prop: Any) -> Type:
    return Type(Face.HEI if prop.get_weight() == "bold" else Face.SONG, float(prop.get_size_in_points()))


def _cubic(
    start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]
) -> list[tuple[float, float]]:
    """A curve of one control point as one of two."""
    first, second = (
        (near[0] + 2 * (control[0] - near[0]) / 3, near[1] + 2 * (control[1] - near[1]) / 3) for near in (start, end)
    )
    return [first, second, end]


def _colour(rgb: Any) -> Colour:
    red, green, blue = (round(255 * float(part)) for part in rgb[:3])
    return red, green, blue
