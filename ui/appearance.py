"""Light and dark, and the font of the windows."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Appearance: TypeAlias = Literal["system", "light", "dark"]

_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_CHINESE = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
_SMALLEST = 10.5
_DARK = {
    QPalette.ColorRole.Window: "#232427",
    QPalette.ColorRole.WindowText: "#eceded",
    QPalette.ColorRole.Base: "#1b1c1e",
    QPalette.ColorRole.AlternateBase: "#242528",
    QPalette.ColorRole.ToolTipBase: "#2f3134",
    QPalette.ColorRole.ToolTipText: "#eceded",
    QPalette.ColorRole.PlaceholderText: "#8b8f95",
    QPalette.ColorRole.Text: "#eceded",
    QPalette.ColorRole.Button: "#323438",
    QPalette.ColorRole.ButtonText: "#eceded",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Light: "#45484d",
    QPalette.ColorRole.Midlight: "#3a3c40",
    QPalette.ColorRole.Mid: "#2a2b2e",
    QPalette.ColorRole.Dark: "#17181a",
    QPalette.ColorRole.Shadow: "#0c0c0d",
    QPalette.ColorRole.Highlight: "#2f6db5",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Link: "#7ab3f5",
}
_FRAMED = (
    "QCheckBox",
    "QRadioButton",
    "QLineEdit",
    "QComboBox",
    "QPlainTextEdit",
    "QAbstractItemView",
    "QMenu",
)
_WRITTEN = {QPalette.ColorRole.Highlight: "#8cc0ff", QPalette.ColorRole.HighlightedText: "#10131a"}
"""The frame of the field that is written in is a shade darker than what is marked in it."""
_RAISED = {QPalette.ColorRole.Base: "#303338"}
"""The lines of a menu are a shade darker than its ground."""
_OWN = {"QLineEdit": _WRITTEN, "QPlainTextEdit": _WRITTEN, "QMenu": _RAISED}
"""What would not stand out in the dark."""
_PALE = "#308cc6"
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def use_appearance(appearance: Appearance) -> None:
    """Follow the system, or be light or dark; where the platform cannot, with a palette of our own."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_SCHEMES[appearance])
    if appearance == "dark" and hints.colorScheme() is not Qt.ColorScheme.Dark:
        QApplication.setPalette(dark_palette())
        _draw_frames("#9a9ea5")
    else:
        QApplication.setPalette(QPalette())
        QApplication.setPalette(_readable(QApplication.palette()))
        _draw_frames(None)


def _readable(palette: QPalette) -> QPalette:
    """What this palette lacks: on the blue that Qt marks a row with where the system names none, white is 3.7:1."""
    own, marked = QPalette(), QPalette.ColorRole.Highlight
    if palette.color(marked) == QColor(_PALE):
        own.setColor(marked, QColor(_DARK[marked]))
    return own


def _draw_frames(ground: str | None) -> None:
    """Boxes and fields are framed in a shade darker than the window, which in the dark nobody would see: for them the
    window is lighter than it is.
    """
    palette = QApplication.palette()
    if ground:
        palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    for kind in _FRAMED:
        own = QPalette(palette)
        for role, colour in _OWN.get(kind, {}).items() if ground else ():
            own.setColor(role, QColor(colour))
        QApplication.setPalette(own, kind)  # type: ignore[arg-type]  # a name, whatever the stubs say


def dark_palette() -> QPalette:
    """A dark palette for platforms that have none."""
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#7d8187"))
    return palette


def use_font() -> None:
    """The system's font for Chinese and Latin alike, so that digits do not change their face; never too small."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    chinese = next((family for family in _CHINESE if QFontDatabase.hasFamily(family)), None)
    if chinese:
        font.setFamilies([chinese, font.family()])
    font.setPointSizeF(max(font.pointSizeF(), _SMALLEST))
    QApplication.setFont(font)


def scaled(font: QFont, factor: float, *, bold: bool = False, tabular: bool = False) -> QFont:
    """The same font, larger or smaller; `tabular` for digits that keep their places."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * factor)
    other.setBold(bold or font.bold())
    if tabular:
        other.setFeature(QFont.Tag("tnum"), 1)
    return other
