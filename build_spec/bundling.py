"""What goes into the frozen program and what stays out; `arena-desk.spec` and the hooks beside it ask here."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
Pair: TypeAlias = tuple[str, str]
"""A file, and the folder of the bundle that it goes into."""

NOT_OURS = (
    # Tools and tests of others, imported by libraries in case somebody wants them.
    "IPython", "_pytest", "hypothesis", "mypy", "numpy.f2py", "playwright", "pyparsing.diagram", "pyparsing.testing",
    "pytest", "reportlab.graphics.testshapes", "schemathesis", "setuptools",
    # A second way to draw, to lay out type, to serve, to watch, to configure, to speak in colours.
    "PIL.AvifImagePlugin", "PIL.ImageTk", "PIL._avif", "_tkinter", "curses", "gi", "jinja2", "lxml",
    "pandas.plotting._matplotlib", "pygments", "readline", "reportlab.graphics.renderPM", "rich", "tkinter",
    "uvloop", "watchfiles", "werkzeug", "yaml",
)  # fmt: skip
"""Modules that are imported somewhere, and never by what this program does."""

DATA = {
    "arena_desk/templates": "arena_desk/templates",
    "arena_desk/web": "arena_desk/web",
    "ui/i18n": "ui/i18n",
    "ui/images": "ui/images",
    "ui/stage/qml": "ui/stage/qml",
    "docs/manual": "ui/manual/pages",
}
SOURCES = {".py", ".pyc", ".ts"}

QT_PLUGINS = (
    "iconengines/*svgicon*",
    "imageformats/*gif.*",
    "imageformats/*ico.*",
    "imageformats/*jpeg.*",
    "imageformats/*svg.*",
    "imageformats/*webp.*",
    "platforminputcontexts/*compose*",
    "platforminputcontexts/*ibus*",
    "platforms/*cocoa*",
    "platforms/*qwayland*",
    "platforms/*windows*",
    "platforms/*xcb*",
    "platformthemes/*xdgdesktopportal*",
    "styles/*",
    "wayland-decoration-client/*bradient*",
    "wayland-graphics-integration-client/*wayland-egl*",
    "wayland-shell-integration/*xdg-shell*",
    "xcbglintegrations/*",
)
"""The plugins of Qt that a hall can need: windows, input of Chinese, the formats that a logo may have."""

QML = ("QtQml/*", "QtQuick/*", "QtQuick/Shapes/*", "QtQml/Models/*", "QtQml/WorkerScript/*", "QtQuick/Window/*")
"""The QML modules that the stage imports, and those that these import."""

TRANSLATIONS = ("qtbase_zh_CN.qm", "qtbase_en.qm")

MATPLOTLIB_DATA = ("matplotlibrc", "fonts/ttf/DejaVuSans.ttf")


def version() -> str:
    """The version of the program."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def own_files() -> list[Pair]:
    """The files beside the modules that the program opens."""
    found = [
        (str(path), str(PurePosixPath(folder) / path.relative_to(ROOT / source).parent.as_posix()))
        for source, folder in DATA.items()
        for path in sorted((ROOT / source).rglob("*"))
        if path.is_file() and path.suffix not in SOURCES
    ]
    return [*found, (str(ROOT / "LICENSE"), ".")]


def of_qt(hook: str) -> tuple[list[str], list[Pair], list[Pair]]:
    """For a hook of a Qt module: modules, libraries and files without the plugins and translations nobody needs."""
    from PyInstaller.utils.hooks.qt import add_qt6_dependencies

    modules, binaries, data = add_qt6_dependencies(hook)
    kept = [pair for pair in binaries if "/plugins/" not in _posix(pair[1]) or _wanted(pair, "/plugins/", QT_PLUGINS)]
    texts = [pair for pair in data if Path(pair[0]).suffix != ".qm" or Path(pair[0]).name in TRANSLATIONS]
    return [module for module in modules if module not in NOT_OURS], kept, texts


def qml() -> tuple[list[Pair], list[Pair]]:
    """Libraries and files of the QML modules of the stage."""
    from PyInstaller.utils.hooks.qt import pyside6_library_info

    binaries, data = pyside6_library_info.collect_qtqml_files()
    return _of_stage(binaries), _of_stage(data)


def _of_stage(pairs: list[Pair]) -> list[Pair]:
    built = {".a", ".qmltypes", ".lib", ".prl"}  # for those who build upon the module
    return [pair for pair in pairs if _wanted(pair, "/qml/", QML) and Path(pair[0]).suffix not in built]


def _wanted(pair: Pair, below: str, patterns: tuple[str, ...]) -> bool:
    """Whether a file, seen from the folder `below`, is in one of these folders under such a name."""
    file, folder = pair
    inside = PurePosixPath(_posix(folder + "/").partition(below)[2]) / Path(file).name
    return any(
        fnmatch(str(inside.parent), pattern.rpartition("/")[0]) and fnmatch(inside.name, pattern.rpartition("/")[2])
        for pattern in patterns
    )


def _posix(path: str) -> str:
    return path.replace("\\", "/")


def needed(name: str) -> bool:
    """Whether a data file of a library, by its name in the bundle, is needed."""
    _, found, inside = _posix(name).partition("matplotlib/mpl-data/")
    return not found or inside in MATPLOTLIB_DATA


def strip(bundle: Path) -> None:
    """Take out what only a debugger reads; it is a quarter of the folder.

    Libraries that a wheel carries in a folder of its own, and modules that use them, were changed when the wheel was
    made, and do not survive it.
    """
    inside = bundle / "_internal"
    moved = {f"{folder.name.removesuffix('.libs')}" for folder in inside.glob("*.libs")} | {"PIL"}
    libraries = [
        str(path)
        for path in inside.rglob("*.so*")
        if not path.is_symlink() and path.relative_to(inside).parts[0].removesuffix(".libs") not in moved
    ]
    subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)


def windows_version() -> str:
    """The version as Windows shows it in a file's properties, in the words that PyInstaller reads."""
    numbers = (*(int(part) for part in version().split(".")), 0)
    said = {
        "CompanyName": "Arena Desk contributors",
        "FileDescription": "Arena Desk 擂台赛控制台",
        "FileVersion": version(),
        "InternalName": "arena-desk",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "arena-desk.exe",
        "ProductName": "Arena Desk 擂台赛控制台",
        "ProductVersion": version(),
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in said.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, "
        "fileType=0x1, subtype=0x0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('080404B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0804, 1200])])])\n"
    )


def windows_version_file(folder: Path) -> str:
    """Write it into a folder; returns its path."""
    path = folder / "version.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(windows_version(), encoding="utf-8")
    return str(path)


def icon() -> str:
    """The icon in the format of this system."""
    ending = {"win32": "ico", "darwin": "icns"}.get(sys.platform, "png")
    return str(ROOT / "build_spec" / "icons" / f"arena-desk.{ending}")


def mac_words() -> dict[str, object]:
    """What macOS asks of a program in its Info.plist."""
    return {
        "CFBundleDevelopmentRegion": "zh_CN",
        "CFBundleDisplayName": "Arena Desk",
        "CFBundleLocalizations": ["zh_CN", "en"],
        "CFBundleShortVersionString": version(),
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
        "NSLocalNetworkUsageDescription": (
            "评委的评分端在会场网络中连接本机。 Judges' panels reach this computer over the network."
        ),
    }
