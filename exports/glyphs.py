"""One font file: which characters it has, how wide they are, and a small font of the ones used.

HarfBuzz reads the file where it lies and takes out what is used; outlines stay as they were drawn.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

logger = logging.getLogger(__name__)

ASCII = range(0x20, 0x7F)
DASH = "—"
NAMES = (1, 4, 6)
"""Family, whole name and PostScript name, as OpenType numbers them."""
UNUSED = (
    "BASE",
    "DSIG",
    "GDEF",
    "GPOS",
    "GSUB",
    "OS/2",
    "STAT",
    "VORG",
    "cmap",
    "gasp",
    "name",
    "post",
    "vhea",
    "vmtx",
)
"""Tables of a font that a PDF does not ask: its text is set already, and names its glyphs by number."""
_RESTRICTED = 0x0002


@dataclass(frozen=True, slots=True)
class Subset:
    """A font of some characters: its program, their glyphs in it, and the advance of every glyph in thousandths.

    The program is bare CFF, whose glyphs are numbered from 0, where `postscript`, else TrueType.
    """

    program: bytes
    postscript: bool
    codes: Mapping[str, int]
    widths: tuple[float, ...]


class FontFile:
    """A font on disk, read where it lies. `grid` takes half-width ASCII and full-width dashes where the font has them.

    All methods may be called from any thread.
    """

    def __init__(self, face: Any, stem: str, *, grid: bool) -> None:
        from uharfbuzz import Font

        self._face = face
        self._font = Font(face)
        self._stem = stem
        self._grid = grid
        self._glyphs: dict[str, int | None] = {}
        self._lock = RLock()

    @cached_property
    def name(self) -> str:
        """The PostScript name, as far as a PDF may carry it."""
        with self._lock:
            found = self._face.get_name(NAMES[-1]) or self._stem
        return re.sub(r"[^A-Za-z0-9-]", "", found) or "Font"

    @property
    def postscript(self) -> bool:
        """Whether the outlines are those of PostScript, cubic curves, rather than of TrueType."""
        return "CFF " in self._face.table_tags

    def has(self, char: str) -> bool:
        """Whether the font draws this character."""
        with self._lock:
            return self._glyph(char) is not None

    def width(self, char: str) -> float:
        """The advance of a character, in parts of the type size."""
        with self._lock:
            advance: int = self._font.get_glyph_h_advance(self._glyph(char))
            return advance / self._units

    def ink(self, char: str) -> tuple[float, float]:
        """Lowest and highest point of the drawn character above the baseline, in parts of the type size."""
        with self._lock:
            extents = self._font.get_glyph_extents(self._glyph(char))
        return (extents.y_bearing + extents.height) / self._units, extents.y_bearing / self._units

    def subset(self, chars: Iterable[str]) -> Subset:
        """A font of these characters, the same bytes for the same characters."""
        with self._lock:
            glyphs = {char: glyph for char in sorted(set(chars)) if (glyph := self._glyph(char)) is not None}
            made, places = _reduced(self._face, glyphs.values())
            before = {place: glyph for glyph, place in places.items()}
            advances = [self._font.get_glyph_h_advance(before[place]) for place in range(made.glyph_count)]
        table = made.reference_table("CFF ") if self.postscript else made.blob
        widths = tuple(round(1000 * advance / self._units, 3) for advance in advances)
        return Subset(table.data, self.postscript, {char: places[glyph] for char, glyph in glyphs.items()}, widths)

    def _glyph(self, char: str) -> int | None:
        if char not in self._glyphs:
            glyph: int | None = self._font.get_nominal_glyph(ord(char)) or None
            self._glyphs[char] = self._form(char, glyph) if glyph and self._grid else glyph
        return self._glyphs[char]

    def _form(self, char: str, glyph: int) -> int:
        """A character as it stands on a grid, where the font has it so (OpenType features `hwid` and `fwid`)."""
        if ord(char) not in ASCII and char != DASH:
            return glyph
        from uharfbuzz import Buffer, shape

        buffer = Buffer()
        buffer.add_str(char)
        buffer.direction, buffer.script = "ltr", "Hani"
        shape(self._font, buffer, {"hwid" if char != DASH else "fwid": True})
        formed: int = buffer.glyph_infos[0].codepoint
        return formed or glyph

    @cached_property
    def _units(self) -> int:
        units: int = self._face.upem
        return units


def _reduced(face: Any, glyphs: Iterable[int]) -> tuple[Any, dict[int, int]]:
    """A font of some glyphs and of those they are put together from, and where each of them went."""
    from uharfbuzz import SubsetFlags, SubsetInput, SubsetPlan

    wanted = SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in UNUSED)
    wanted.flags = SubsetFlags.NO_HINTING | SubsetFlags.NO_LAYOUT_CLOSURE | SubsetFlags.CFF_IDENTITY_CHARSET
    plan = SubsetPlan(face, wanted)
    return plan.execute(), dict(plan.old_to_new_glyph_mapping.items())


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
    from uharfbuzz import HarfBuzzError

    try:
        faces = _collection(path)
    except HarfBuzzError as error:
        logger.warning("Font %s cannot be read: %s", path.name, error)
        return None
    if not faces:
        logger.warning("Font %s cannot be read: it is no font", path.name)
        return None
    face = next((face for face in faces if _named(face, words)), faces[0])
    return FontFile(face, path.stem, grid=grid) if _usable(face) else None


def _collection(path: Path) -> list[Any]:
    """The fonts of a file; a single one is a collection of one."""
    from uharfbuzz import Blob, Face

    blob = Blob.from_file_path(str(path))
    return [Face(blob, number) for number in range(Face(blob).count)]


def _named(face: Any, words: str) -> bool:
    return not words or any(
        words in (face.get_name(entry.name_id, entry.language) or "")
        for entry in face.list_names()
        if entry.name_id in NAMES
    )


def _usable(face: Any) -> bool:
    """Whether its outlines can be embedded, and its maker does not forbid it (`fsType` of the table OS/2)."""
    tags = face.table_tags
    rights = face.reference_table("OS/2").data[8:10] if "OS/2" in tags else b""
    allowed = int.from_bytes(rights, "big") & 0x000F != _RESTRICTED
    return ("glyf" in tags or "CFF " in tags) and "fvar" not in tags and allowed
