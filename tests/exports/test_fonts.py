"""Fonts: the machine's own first, the package's else, and a way out for rare characters."""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection
from pylopdf_fonts_zh_cn import serif_path

from exports.fonts import Face, FontBook, font_files, font_folders, printable
from exports.glyphs import open_font


def a_font(path: Path, chars: str, *, name: str = "SimFang", may_embed: bool = True) -> Path:
    """A TrueType font with squares for some characters."""
    pen = TTGlyphPen(None)
    for move, point in ((pen.moveTo, (0, 0)), (pen.lineTo, (0, 200)), (pen.lineTo, (200, 200)), (pen.lineTo, (200, 0))):
        move(point)
    pen.closePath()
    square = pen.glyph()
    names = {char: f"u{ord(char):04X}" for char in chars}
    builder = FontBuilder(256, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): glyph for char, glyph in names.items()})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), **dict.fromkeys(names.values(), square)})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names.values()), (256, 0)))
    builder.setupHorizontalHeader(ascent=220, descent=-36)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(fsType=0 if may_embed else 2)
    builder.setupPost()
    builder.save(path)
    return path


def fonts_of(book: FontBook, text: str, face: Face = Face.FANG) -> list[str]:
    return [glyph.font.name for glyph in book.glyphs(text, face)]


def test_the_machines_own_face_goes_first_and_the_package_fills_in(tmp_path: Path) -> None:
    a_font(tmp_path / "SIMFANG.TTF", "通报")
    assert fonts_of(FontBook([tmp_path]), "通报文") == ["SimFang", "SimFang", "NotoSerifSC-Regular"]


def test_without_any_the_package_has_both_kinds() -> None:
    book = FontBook(())
    assert fonts_of(book, "文", Face.FANG) == ["NotoSerifSC-Regular"]
    assert fonts_of(book, "文", Face.HEI) == ["NotoSansSC-Regular"]


def test_a_rare_character_is_looked_for_in_further_fonts(tmp_path: Path) -> None:
    a_font(tmp_path / "simsunb.ttf", "\ue000", name="SimSun-ExtB")
    book = FontBook([tmp_path])
    assert fonts_of(book, "文\ue000") == ["NotoSerifSC-Regular", "SimSun-ExtB"]
    assert book.missing == {}


def test_a_rare_character_of_a_sans_face_is_looked_for_among_its_like_first(tmp_path: Path) -> None:
    a_font(tmp_path / "msyh.ttc", "\ue000", name="MicrosoftYaHei")
    a_font(tmp_path / "simsunb.ttf", "\ue000", name="SimSun-ExtB")
    assert fonts_of(FontBook([tmp_path]), "文\ue000", Face.HEI) == ["NotoSansSC-Regular", "MicrosoftYaHei"]
    assert fonts_of(FontBook([tmp_path]), "文\ue000", Face.SONG) == ["NotoSerifSC-Regular", "SimSun-ExtB"]


def test_a_character_in_no_font_is_kept_with_its_text() -> None:
    book = FontBook(())
    book.glyphs("市\ue000局", Face.FANG)
    assert book.missing == {"\ue000": "市\ue000局"}


def test_a_font_that_forbids_embedding_is_not_used(tmp_path: Path) -> None:
    a_font(tmp_path / "simfang.ttf", "通", may_embed=False)
    assert fonts_of(FontBook([tmp_path]), "通") == ["NotoSerifSC-Regular"]


def test_a_broken_font_file_is_passed_over_and_logged(tmp_path: Path, logged_warnings: list[logging.LogRecord]) -> None:
    (tmp_path / "simfang.ttf").write_bytes(b"no font")
    assert fonts_of(FontBook([tmp_path]), "通") == ["NotoSerifSC-Regular"]
    assert [record.name for record in logged_warnings] == ["exports.glyphs"]
    logged_warnings.clear()


def test_the_right_font_of_a_collection_is_taken(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [
        TTFont(a_font(tmp_path / f"{name}.ttf", "通", name=name)) for name in ("MingLiU", "SimSun", "NSimSun")
    ]
    collection.save(tmp_path / "simsun.ttc")
    assert fonts_of(FontBook([tmp_path]), "通", Face.SONG) == ["SimSun"]


def test_a_face_that_stands_in_for_the_title_face_is_drawn_heavier(tmp_path: Path) -> None:
    assert FontBook(()).weight(Face.TITLE) > 0
    assert FontBook(()).weight(Face.FANG) == 0
    a_font(tmp_path / "FZXBSJW.TTF", "通")
    assert FontBook([tmp_path]).weight(Face.TITLE) == 0


def test_digits_are_half_as_wide_in_chinese_and_proportional_in_english() -> None:
    chinese = FontBook(()).glyphs("17", Face.FANG)
    english = FontBook((), "en").glyphs("17", Face.FANG)
    assert [glyph.width for glyph in chinese] == [0.5, 0.5]
    assert [glyph.width for glyph in FontBook(()).glyphs("——", Face.FANG)] == [1, 1]
    assert english[0].width != english[1].width


def test_a_subset_holds_just_these_characters_and_is_always_the_same() -> None:
    font = open_font(serif_path())
    assert font is not None
    first, again = font.subset("通报"), font.subset("报通报")
    made = CFFFontSet()
    made.decompile(BytesIO(first.program), None)
    assert first == again
    assert first.postscript
    assert first.codes == {"报": 1, "通": 2}
    assert made[0].charset == [".notdef", "cid00001", "cid00002"]
    assert first.widths == (1000, 1000, 1000)


def test_a_subset_of_a_truetype_font_keeps_its_outlines(tmp_path: Path) -> None:
    font = open_font(a_font(tmp_path / "simfang.ttf", "通报文"))
    assert font is not None
    subset = font.subset("文报")
    made = TTFont(BytesIO(subset.program))
    assert not subset.postscript
    assert len(made.getGlyphOrder()) == 3
    assert sorted(subset.codes) == ["报", "文"]
    assert all(made["glyf"][made.getGlyphName(code)].numberOfContours == 1 for code in subset.codes.values())


def test_an_earlier_folder_goes_before_a_later_one(tmp_path: Path) -> None:
    for folder in ("own", "system"):
        (tmp_path / folder / "deep").mkdir(parents=True)
        (tmp_path / folder / "deep" / "simfang.ttf").touch()
    (tmp_path / "own" / "readme.txt").touch()
    found = font_files([tmp_path / "own", tmp_path / "system", tmp_path / "nowhere"])
    assert found == {"simfang.ttf": tmp_path / "own" / "deep" / "simfang.ttf"}


@pytest.mark.parametrize(("system", "part"), [("win32", "Fonts"), ("darwin", "Library"), ("linux", "fonts")])
def test_every_system_has_its_folders(system: str, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert any(part in folder.parts for folder in font_folders())


def test_what_nobody_sees_is_left_out() -> None:
    assert printable("市\u200b教\n育\u00a0局\u3000\ufe0f") == "市教 育 局\u3000"
