"""What this program stands on, with the licence of each; a test holds the list against docs/DEPENDENCIES.md."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

LIBRARIES = {
    "alembic": "MIT",
    "fastapi": "MIT",
    "httptools": "MIT",
    "httpx": "BSD-3-Clause",
    "matplotlib": "PSF-like",
    "numpy": "BSD-3-Clause",
    "openpyxl": "MIT",
    "pandas": "BSD-3-Clause",
    "platformdirs": "MIT",
    "psutil": "BSD-3-Clause",
    "pylopdf-fonts-zh-cn": "OFL-1.1",
    "pypdfium2": "BSD-3-Clause, Apache-2.0",
    "PySide6-Essentials": "LGPL-3.0-only",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "sqlalchemy": "MIT",
    "sqlmodel": "MIT",
    "tomlkit": "MIT",
    "typer": "MIT",
    "uharfbuzz": "Apache-2.0",
    "uvicorn": "BSD-3-Clause",
    "websockets": "BSD-3-Clause",
    "zeroconf": "LGPL-2.1-or-later",
}


def libraries() -> list[str]:
    """One line for each: name, version where it is known, licence. A bundle carries no versions but its own."""
    return [
        f"{' '.join(part for part in (name, known_version(name)) if part)} – {LIBRARIES[name]}" for name in LIBRARIES
    ]


def known_version(name: str) -> str:
    """The version of a package, or nothing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
