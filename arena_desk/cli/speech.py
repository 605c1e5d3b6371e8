"""How the command line speaks: language, errors, exit codes, tables."""

from __future__ import annotations

import errno
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import NoReturn, TextIO

from scoring.errors import ArenaError, NotNow
from scoring.text import Language, Text, straight

BAD_INPUT = 2
NOT_NOW = 1
NOT_SAID = Text(
    "没能输出：{reason}。命令要存的已经存好；请腾出空间，或把输出送到别处。会写入的命令，重做之前先用 standings 查看",
    "the output could not be written: {reason}. What the command stores is stored; make room, or send the output "
    "elsewhere, and look at `standings` before you repeat a command that stores anything",
)
READER_GONE = {errno.EPIPE, errno.EINVAL}
"""How a pipe says that nobody reads it any more; Windows says the second."""


def language() -> Language:
    """Chinese first: English only where `--lang` or `ARENA_DESK_LANG` asks for it."""
    return "en" if os.environ.get("ARENA_DESK_LANG", "").lower().startswith("en") else "zh"


def say(text: Text | str) -> None:
    """A line on standard output."""
    _print(for_terminal(text.said(language())) if isinstance(text, Text) else text, sys.stdout)


def warn(text: Text) -> None:
    """A line on standard error that ends nothing."""
    _complain(text.said(language()))


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
        _complain(line)
    raise SystemExit(code)


class Unsaid(OSError):
    """What was to be printed could not be."""


class _Output(TextIOWrapper):
    """Standard output that says of an error that it is its own."""

    def write(self, text: str, /) -> int:
        with _as_unsaid():
            return super().write(text)

    def flush(self) -> None:
        with _as_unsaid():
            super().flush()


@contextmanager
def _as_unsaid() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unsaid(error.errno, error.strerror) from error


@contextmanager
def plain_output() -> Iterator[None]:
    """Output that nothing takes ends the program; without a word where whoever read it has seen enough."""
    try:
        yield
    except Unsaid as error:
        _let_go(sys.stdout)
        fail([] if error.errno in READER_GONE else [NOT_SAID(reason=error.strerror).said(language())], NOT_NOW)


def _let_go(stream: TextIO) -> None:
    """Forget what could not be written: else Python tries again at the end, and ends with a code of its own."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _complain(line: str) -> None:
    """A line on standard error; where even that takes nothing, the exit code still says it."""
    try:
        _print(for_terminal(line), sys.stderr)
    except OSError:
        _let_go(sys.stderr)


def _print(line: str, stream: TextIO | None) -> None:
    """A windowed build has no streams."""
    if stream is not None:
        stream.write(f"{line}\n")
        stream.flush()


_CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
WIDEST = 60


def for_terminal(text: str) -> str:
    """As it may be written to a terminal: a name must not move its cursor, colour it, or turn its lines around."""
    return straight(text).translate(_CONTROLS)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as columns of even width, wide characters counted twice; the first row is the head."""
    rows = [[_cut(for_terminal(" ".join(cell.splitlines()))) for cell in row] for row in rows]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(_padded(c, w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _cut(text: str) -> str:
    """What is too wide for a table ends in dots."""
    if _width(text) <= WIDEST:
        return text
    while _width(text) > WIDEST - 2:
        text = text[:-1]
    return f"{text}……"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def utf8() -> None:
    """Speak UTF-8 also where the terminal's own encoding could not write Chinese."""
    if sys.stdout is not None:  # as in a windowed build
        sys.stdout = _Output(sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True)
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
