"""How the command line speaks: language, errors, exit codes, tables."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

import typer

from scoring.errors import ArenaError, NotNow
from scoring.text import Language, Text

BAD_INPUT = 2
NOT_NOW = 1


def language() -> Language:
    """Chinese first: English only where `--lang` or `ARENA_DESK_LANG` asks for it."""
    return "en" if os.environ.get("ARENA_DESK_LANG", "").lower().startswith("en") else "zh"


def say(text: Text | str) -> None:
    """A line on standard output."""
    typer.echo(text.said(language()) if isinstance(text, Text) else text)


def warn(text: Text) -> None:
    """A line on standard error that ends nothing."""
    typer.echo(text.said(language()), err=True)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Expected errors end the command: 2 for bad input, 1 for what cannot be done now."""
    try:
        yield
    except ArenaError as error:
        fail(error.lines(language()), NOT_NOW if isinstance(error, NotNow) else BAD_INPUT)


def fail(lines: Sequence[str], code: int) -> NoReturn:
    """Say what is wrong on standard error and end."""
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(code)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as columns of even width, wide characters counted twice; the first row is the head."""
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(_padded(c, w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def utf8() -> None:
    """Speak UTF-8 also where the terminal's own encoding could not write Chinese."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
