"""What a bundle is made of: `python build_spec/sizes.py [FOLDER]` prints a table."""

from __future__ import annotations

import sys
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUNDLE = ROOT / "dist" / "arena-desk"
PARTS = {
    "ICU, the characters and languages of the world, for Qt": ("PySide6/Qt/lib/*icu*", "PySide6/*icu*"),
    "Qt: libraries, plugins, QML": ("PySide6/Qt/*", "PySide6/plugins/*", "PySide6/qml/*", "PySide6/Qt6*"),
    "PySide6, shiboken: Qt for Python": ("PySide6/*", "shiboken6/*"),
    "numpy, with OpenBLAS": ("numpy/*", "numpy.libs/*"),
    "pandas": ("pandas/*", "pandas.libs/*"),
    "Noto Serif SC and Noto Sans SC": ("pylopdf_fonts_zh_cn/*",),
    "all Python modules, compressed": ("arena-desk", "arena-desk.exe", "arena-desk-cli.exe", "base_library.zip"),
    "Python itself": ("libpython*", "python3*", "lib-dynload/*", "Python"),
    "PDFium, for the preview": ("pypdfium2*",),
    "matplotlib, fontTools, Pillow, contourpy": (
        "matplotlib*", "fontTools/*", "PIL/*", "pillow.libs/*", "contourpy/*", "kiwisolver/*",
    ),
    "the program's own files": ("arena_desk/*", "ui/*", "LICENSE"),
    "libraries of the system: X11, OpenSSL, GLib, SQLite": ("lib*", "*.dll", "*.dylib"),
}  # fmt: skip
"""What a file counts to: the first that fits."""
REST = "everything else: pydantic-core, zeroconf, SQLAlchemy …"


def made_of(bundle: Path) -> Counter[str]:
    """Bytes by part; what is a link counts for nothing."""
    sizes: Counter[str] = Counter()
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            sizes[_part(path.relative_to(bundle).as_posix().removeprefix("_internal/"))] += path.stat().st_size
    return sizes


def _part(name: str) -> str:
    return next((part for part, patterns in PARTS.items() if any(fnmatch(name, each) for each in patterns)), REST)


def main() -> None:
    """Print the table."""
    sizes = made_of(Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLE)
    print("| part | MB |\n|---|---|")
    for part, size in [*sizes.most_common(), ("together", sizes.total())]:
        print(f"| {part} | {size / 1e6:.1f} |")


if __name__ == "__main__":
    main()
