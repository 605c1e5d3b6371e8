"""Which font draws which character: the machine's own Chinese faces where it has them, else Noto from a package."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from exports.glyphs import FontFile, open_font
from scoring.text import Language


class Face(StrEnum):
    """The faces of an official document."""

    FANG = "仿宋"
    KAI = "楷体"
    HEI = "黑体"
    SONG = "宋体"
    TITLE = "小标宋"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A font by its file name, and words from its name when the file is a collection."""

    file: str
    words: str = ""


WANTED: Mapping[Face, tuple[Wanted, ...]] = {
    Face.FANG: (
        Wanted("simfang.ttf"),
        Wanted("stfangso.ttf"),
        Wanted("stfangsong.ttf"),
        Wanted("fzfsk.ttf"),
        Wanted("fzfsjw.ttf"),
        Wanted("zhuquefangsong-regular.ttf"),
        Wanted("fandolfang-regular.otf"),
    ),
    Face.KAI: (
        Wanted("simkai.ttf"),
        Wanted("stkaiti.ttf"),
        Wanted("fzktk.ttf"),
        Wanted("fzktjw.ttf"),
        Wanted("kaiti.ttc", "SC"),
        Wanted("ukai.ttc", "CN"),
        Wanted("gkai00mp.ttf"),
        Wanted("lxgwwenkai-regular.ttf"),
        Wanted("fandolkai-regular.otf"),
    ),
    Face.HEI: (
        Wanted("simhei.ttf"),
        Wanted("fzhtk.ttf"),
        Wanted("fzhtjw.ttf"),
        Wanted("stheiti medium.ttc", "SC"),
        Wanted("stheiti light.ttc", "SC"),
    ),
    Face.SONG: (
        Wanted("simsun.ttc", "SimSun"),
        Wanted("fzssk.ttf"),
        Wanted("fzssjw.ttf"),
        Wanted("songti.ttc", "STSongti-SC-Regular"),
        Wanted("stsong.ttf"),
    ),
    Face.TITLE: (
        Wanted("fzxbsjw.ttf"),
        Wanted("fzxbsk.ttf"),
        Wanted("方正小标宋简体.ttf"),
        Wanted("方正小标宋_gbk.ttf"),
        Wanted("stzhongs.ttf"),
        Wanted("songti.ttc", "STSongti-SC-Bold"),
        Wanted("notoserifcjk-bold.ttc", "CJK SC"),
        Wanted("notoserifsc-bold.otf"),
        Wanted("sourcehanserifsc-bold.otf"),
    ),
}
RARE_SANS = (
    Wanted("notosanscjk-regular.ttc", "CJK SC"),
    Wanted("msyh.ttc"),
    Wanted("pingfang.ttc", "SC"),
)
"""Asked for a rare character of 黑体 before 宋体 is."""
RARE = (
    Wanted("simsunb.ttf"),
    Wanted("simsunextg.ttf"),
    Wanted("plangothicp1-regular.ttf"),
    Wanted("plangothicp2-regular.ttf"),
    Wanted("notoserifcjk-regular.ttc", "CJK SC"),
    Wanted("notosanscjk-regular.ttc", "CJK SC"),
    Wanted("hanamina.ttf"),
    Wanted("hanaminb.ttf"),
    Wanted("msyh.ttc"),
    Wanted("pingfang.ttc", "SC"),
    Wanted("droidsansfallbackfull.ttf"),
    Wanted("seguisym.ttf"),
    Wanted("dejavusans.ttf"),
)
"""Asked last, for a character that neither the face nor the package has."""
REGULAR_TITLE_WEIGHT = 0.022
"""Outline drawn around a regular face that stands in for 小标宋, in parts of the type size."""


def font_folders() -> tuple[Path, ...]:
    """Where this kind of machine keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        system = Path("/System/Library")
        loaded = sorted((system / "AssetsV2").glob("com_apple_MobileAsset_Font*"))
        return home / "Library" / "Fonts", Path("/Library/Fonts"), system / "Fonts", *loaded
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    return data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")


def font_files(folders: Iterable[Path]) -> dict[str, Path]:
    """The font files below some folders by lower-case file name; an earlier folder goes before a later one."""
    found: dict[str, Path] = {}
    for folder in folders:
        for base, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if name.lower().endswith((".ttf", ".ttc", ".otf")):
                    found.setdefault(name.lower(), Path(base) / name)
    return found


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, the font that draws it and its advance in parts of the type size."""

    char: str
    font: FontFile
    width: float


class FontBook:
    """The fonts of one document. Characters that no font has are gathered in `missing` with the text they stand in.

    Half-width digits keep a Chinese page on its grid; an English one has proportional ones and asks the package first.
    """

    def __init__(self, folders: Sequence[Path], language: Language = "zh") -> None:
        self.missing: dict[str, str] = {}
        self._language = language
        self._files = font_files(folders)
        self._open = cache(self._opened)
        self._glyph = cache(self._found)

    def glyphs(self, text: str, face: Face) -> list[Glyph]:
        """Every character of a text with its font; one that no font has stands as a blank and in `missing`."""
        return [self._glyph(char, face) or self._blank(char, text, face) for char in printable(text)]

    def weight(self, face: Face) -> float:
        """How much heavier a face must be drawn, in parts of the type size: a stand-in for 小标宋 is too light."""
        stands_in = face is Face.TITLE and not any(self._machine(WANTED[Face.TITLE]))
        return REGULAR_TITLE_WEIGHT if stands_in else 0.0

    def _blank(self, char: str, text: str, face: Face) -> Glyph:
        self.missing.setdefault(char, text)
        space = self._glyph(" ", face)
        assert space is not None
        return Glyph(" ", space.font, 1.0)

    def _found(self, char: str, face: Face) -> Glyph | None:
        font = next((font for font in self._chain(face) if font.has(char)), None)
        return None if font is None else Glyph(char, font, font.width(char))

    def _chain(self, face: Face) -> Iterator[FontFile]:
        if self._language == "zh":
            yield from self._machine(WANTED[face])
        from pylopdf_fonts_zh_cn import sans_path, serif_path

        sans = face is Face.HEI
        first, second = (sans_path(), serif_path()) if sans else (serif_path(), sans_path())
        yield from self._packaged(first)
        yield from self._machine((*WANTED[face], *(RARE_SANS if sans else ())))
        yield from self._packaged(second)
        yield from self._machine(RARE)

    def _machine(self, wanted: Iterable[Wanted]) -> Iterator[FontFile]:
        opened = (self._open(self._files[each.file], each.words) for each in wanted if each.file in self._files)
        return (font for font in opened if font is not None)

    def _packaged(self, path: Path) -> Iterator[FontFile]:
        font = self._open(path, "")
        if font is not None:
            yield font

    def _opened(self, path: Path, words: str) -> FontFile | None:
        return open_font(path, words, grid=self._language == "zh")


def printable(text: str) -> str:
    """A text without what nobody sees: every kind of blank but the ideographic one as a space, formats left out."""
    return "".join(_seen(char) for char in text)


def _seen(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Zs", "Zl", "Zp", "Cc"):
        return char if char == "\u3000" else " "
    return "" if kind == "Cf" or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" else char
