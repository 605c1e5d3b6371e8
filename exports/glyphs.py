"""One font file: which characters it has, how wide they are, and a small TrueType font of the ones used."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from functools import cached_property, lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

logger = logging.getLogger(__name__)

ASCII = range(0x20, 0x7F)
DASH = "—"
CREATED = 3029529600
"""2000-01-01, in seconds since 1904: when every subset says it was made."""
CURVE_ERROR = 1.0
"""How far a converted curve may lie from the drawn one, in thousandths of the type size."""
_RESTRICTED = 0x0002


class FontFile:
    """A font on disk, read lazily. `grid` takes half-width ASCII and full-width dashes where the font has them.

    What was read or drawn once is kept for the next document; all methods may be called from any thread.
    """

    def __init__(self, font: Any, stem: str, *, grid: bool) -> None:
        self._font = font
        self._stem = stem
        self._grid = grid
        self._glyphs: dict[str, str | None] = {}
        self._kept: dict[str, tuple[Any, int]] = {}
        self._lock = RLock()

    @property
    def name(self) -> str:
        """The PostScript name, as far as a PDF may carry it."""
        with self._lock:
            found = self._font["name"].getDebugName(6) or self._stem
        return re.sub(r"[^A-Za-z0-9-]", "", found) or "Font"

    def has(self, char: str) -> bool:
        """Whether the font draws this character."""
        with self._lock:
            return self._glyph(char) is not None

    def width(self, char: str) -> float:
        """The advance of a character, in parts of the type size."""
        with self._lock:
            advance: int = self._font["hmtx"][self._glyph(char)][0]
            return advance / self._units

    def ink(self, char: str) -> tuple[float, float]:
        """Lowest and highest point of the drawn character above the baseline, in parts of the type size."""
        from fontTools.pens.boundsPen import BoundsPen

        with self._lock:
            pen = BoundsPen(self._outlines)
            self._outlines[self._glyph(char)].draw(pen)
            _, low, _, high = pen.bounds or (0, 0, 0, 0)
            return low / self._units, high / self._units

    def subset(self, chars: Iterable[str]) -> bytes:
        """A TrueType font of these characters (and the space), the same bytes for the same characters."""
        with self._lock:
            drawn = dict(self._drawn(sorted({" ", *chars})))
        return build_truetype(self.name, self._units, drawn)

    def _drawn(self, chars: list[str]) -> Iterator[tuple[str, tuple[Any, int]]]:
        """Copies, as a font that is built may change the glyphs that it is given."""
        for char in chars:
            glyph = self._glyph(char)
            if glyph is not None:
                if char not in self._kept:
                    self._kept[char] = (self._quadratic(glyph), self._font["hmtx"][glyph][0])
                yield char, deepcopy(self._kept[char])

    def _quadratic(self, glyph: str) -> Any:
        """A glyph with its outlines as a TrueType font has them."""
        from fontTools.pens.cu2quPen import Cu2QuPen
        from fontTools.pens.filterPen import DecomposingFilterPen
        from fontTools.pens.ttGlyphPen import TTGlyphPen

        pen = TTGlyphPen(None)
        postscript = "glyf" not in self._font
        curves = Cu2QuPen(pen, max_err=CURVE_ERROR * self._units / 1000, reverse_direction=postscript)
        self._outlines[glyph].draw(DecomposingFilterPen(curves, self._outlines))
        return pen.glyph()

    def _glyph(self, char: str) -> str | None:
        if char not in self._glyphs:
            glyph: str | None = self._characters.get(ord(char))
            self._glyphs[char] = self._form(char, glyph) if glyph and self._grid else glyph
        return self._glyphs[char]

    def _form(self, char: str, glyph: str) -> str:
        """A character as it stands on a grid, where the font has it so (OpenType features `hwid` and `fwid`)."""
        if ord(char) in ASCII:
            return self._alternates["hwid"].get(glyph, glyph)
        return self._alternates["fwid"].get(glyph, glyph) if char == DASH else glyph

    @cached_property
    def _characters(self) -> Mapping[int, str]:
        found: Mapping[int, str] = self._font.getBestCmap() or {}
        return found

    @cached_property
    def _outlines(self) -> Any:
        return self._font.getGlyphSet()

    @cached_property
    def _units(self) -> int:
        units: int = self._font["head"].unitsPerEm
        return units

    @cached_property
    def _alternates(self) -> Mapping[str, Mapping[str, str]]:
        """The glyphs that replace others, by feature."""
        found: dict[str, dict[str, str]] = {"hwid": {}, "fwid": {}}
        if "GSUB" not in self._font:
            return found
        table: Any = self._font["GSUB"].table
        for record in table.FeatureList.FeatureRecord if table.FeatureList else ():
            for number in record.Feature.LookupListIndex if record.FeatureTag in found else ():
                for sub in table.LookupList.Lookup[number].SubTable:
                    found[record.FeatureTag].update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
        return found


def open_font(path: Path, words: str = "", *, grid: bool = True) -> FontFile | None:
    """Open a font, of a collection the one whose name contains `words`; None if it cannot or may not be embedded.

    A font that did not change since it was opened is not read again.
    """
    try:
        return _opened(path, words, grid, path.stat().st_mtime_ns)
    except OSError as error:
        logger.warning("Font %s cannot be read: %s", path.name, error)
        return None


@lru_cache(maxsize=12)
def _opened(path: Path, words: str, grid: bool, changed: int) -> FontFile | None:
    from fontTools.ttLib import TTLibError

    try:
        fonts = _collection(path)
        font = next((font for font in fonts if _named(font, words)), fonts[0])
        usable = ("glyf" in font or "CFF " in font) and "fvar" not in font
        allowed = font["OS/2"].fsType & 0x000F != _RESTRICTED if "OS/2" in font else True
    except (OSError, TTLibError) as error:
        logger.warning("Font %s cannot be read: %s", path.name, error)
        return None
    return FontFile(font, path.stem, grid=grid) if usable and allowed else None


def _collection(path: Path) -> list[Any]:
    """The fonts of a file, from its bytes so that no file stays open."""
    from io import BytesIO

    from fontTools.ttLib import TTFont

    data = path.read_bytes()
    first = TTFont(BytesIO(data), lazy=True, fontNumber=0)
    count = getattr(first.reader, "numFonts", 1)
    return [first, *(TTFont(BytesIO(data), lazy=True, fontNumber=number) for number in range(1, count))]


def _named(font: Any, words: str) -> bool:
    return not words or any(words in record.toUnicode() for record in font["name"].names if record.nameID in (1, 4, 6))


def build_truetype(name: str, units: int, drawn: Mapping[str, tuple[Any, int]]) -> bytes:
    """A TrueType font from drawn glyphs and their advances, without anything that depends on when it is made."""
    from io import BytesIO

    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = {char: f"u{ord(char):05X}" for char in drawn}
    glyphs = {".notdef": TTGlyphPen(None).glyph(), **{names[char]: glyph for char, (glyph, _) in drawn.items()}}
    builder = FontBuilder(units, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord(char): glyph for char, glyph in names.items()})
    builder.setupGlyf(glyphs)
    advances = {".notdef": units, **{names[char]: advance for char, (_, advance) in drawn.items()}}
    builder.setupHorizontalMetrics({glyph: (width, glyphs[glyph].xMin) for glyph, width in advances.items()})
    ascent = round(units * 0.88)
    builder.setupHorizontalHeader(ascent=ascent, descent=ascent - units)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=ascent, sTypoDescender=ascent - units)
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=CREATED, modified=CREATED)
    out = BytesIO()
    builder.save(out)
    return out.getvalue()
