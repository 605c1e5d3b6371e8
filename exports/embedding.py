"""Fonts inside a PDF: each once, by the glyphs that are used, with the way back to Unicode (PDF 32000-1, 9.7 to 9.10).

WORKAROUND: ReportLab 5.1 embeds TrueType outlines alone, in pieces of 256 characters, and writes characters beyond
U+FFFF wrongly into its maps to Unicode (`reportlab.pdfbase.ttfonts`). The objects are its own; what they say is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from exports.glyphs import FontFile, Subset

CODES_A_BLOCK = 100
"""A block of a ToUnicode map holds so many entries at most (Adobe Technical Note 5411)."""
SYMBOLIC = 4
"""Flag of a font with characters outside the Latin set (PDF 32000-1, 9.8.2)."""
BOX = (-200, -200, 1200, 1000)
"""What encloses every glyph, in thousandths of the type size; readers that ask look at the glyphs themselves."""
ASCENT, DESCENT, STEM = 880, -120, 80
LETTERS = 6
"""A subset is told apart by so many letters before its name (PDF 32000-1, 9.6.4)."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A font of one document: how its pages call it, and the numbers of its characters."""

    key: str
    codes: Mapping[str, int]

    def coded(self, text: str) -> str:
        """A text as it stands in a page: two bytes a glyph, in hexadecimal digits."""
        return "".join(f"{self.codes[char]:04X}" for char in text)


def embed(document: Any, texts: Iterable[tuple[FontFile, str]]) -> dict[FontFile, Embedded]:
    """Put the characters of these texts into a document of ReportLab's, each font once."""
    chars: dict[FontFile, set[str]] = {}
    for font, text in texts:
        chars.setdefault(font, set()).update(text)
    return {
        font: _embedded(document, font.subset(needed), font.name, f"F{number}")
        for number, (font, needed) in enumerate(chars.items(), start=1)
    }


def _embedded(document: Any, subset: Subset, family: str, key: str) -> Embedded:
    name = PDFName(f"{_tag(subset, family, key)}+{family}")
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType0" if subset.postscript else "CIDFontType2"),
        "BaseFont": name,
        "CIDSystemInfo": PDFDictionary(
            {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        ),
        "FontDescriptor": document.Reference(PDFDictionary(_descriptor(document, subset, name))),
        "W": PDFArray([0, PDFArray([_number(width) for width in subset.widths])]),
        **({} if subset.postscript else {"CIDToGIDMap": PDFName("Identity")}),
    }
    whole = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": name,
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
        "ToUnicode": _stream(document, to_unicode(subset.codes).encode("ascii")),
    }
    document.idToObject["BasicFonts"].dict[key] = document.Reference(PDFDictionary(whole))
    return Embedded(f"/{key}", subset.codes)


def _descriptor(document: Any, subset: Subset, name: Any) -> dict[str, Any]:
    kind = {"Subtype": PDFName("CIDFontType0C")} if subset.postscript else {"Length1": len(subset.program)}
    return {
        "Type": PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": SYMBOLIC,
        "FontBBox": PDFArray(BOX),
        "ItalicAngle": 0,
        "Ascent": ASCENT,
        "Descent": DESCENT,
        "CapHeight": ASCENT,
        "StemV": STEM,
        "FontFile3" if subset.postscript else "FontFile2": _stream(document, subset.program, **kind),
    }


def _stream(document: Any, content: bytes, **about: Any) -> Any:
    """The bytes as they are, packed."""
    return document.Reference(PDFStream(PDFDictionary(about), content, [PDFZCompress]))


def _tag(subset: Subset, family: str, key: str) -> str:
    """Six letters that follow from what is in the subset."""
    digest = sha256(f"{family} {key} {sorted(subset.codes)}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:LETTERS])


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def to_unicode(codes: Mapping[str, int]) -> str:
    """The map from the glyphs of a subset to Unicode, as PDF 32000-1, 9.10.3 asks for it."""
    chars = {code: char for char, code in sorted(codes.items(), reverse=True)}
    entries = [f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in sorted(chars.items())]
    blocks = [entries[start : start + CODES_A_BLOCK] for start in range(0, len(entries), CODES_A_BLOCK)]
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    )
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return f"{head}{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
