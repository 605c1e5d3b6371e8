"""The faces of the stage: the ones that come with the program, or the system's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path, serif_path
from PySide6.QtGui import QFont, QFontDatabase


@dataclass(frozen=True, slots=True)
class Fonts:
    """Family names: `sans` for names, numbers and captions, `serif` for titles."""

    sans: str
    serif: str


@cache
def load_fonts() -> Fonts:
    """Add the shipped faces to this process, once; needs a QGuiApplication. Takes about 25 ms."""
    return Fonts(_family(sans_path()), _family(serif_path()))


def _family(path: Path) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families[0] if families else QFont().family()
