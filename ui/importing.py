"""What PySide6 does while it is imported, and to every import after it, undone."""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any, TypeAlias

Compiled: TypeAlias = dict[tuple[str, bytes], CodeType]
"""By the name of a source and its hash."""


def leave_imports_alone() -> None:
    """WORKAROUND (PYSIDE-2029): once it is loaded, PySide6 reads the source of every module that is imported, in search
    of `from __feature__ import`, which is not used here: a quarter of a second for what the link alone loads.
    """
    with bytecode_kept(Path(cache_from_source(__file__, optimization="pyside6"))):
        import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def bytecode_kept(place: Path) -> Iterator[None]:
    """WORKAROUND (no issue upstream): PySide6 carries modules of its own as sources inside its library, and compiles
    them at every start, which takes 20 ms. Here that is done once, and what comes out is kept where Python keeps
    bytecode, by its rules: not where it was told to write none, and only for the very same source.
    """
    known = _read(place)
    used: Compiled = {}
    compile_ = builtins.compile

    def compiled(source: Any, filename: Any, mode: str, *args: Any, **kwargs: Any) -> Any:
        if mode != "exec" or args or kwargs or not isinstance(source, str | bytes):
            return compile_(source, filename, mode, *args, **kwargs)
        # What calls this has the annotations of `__future__` in force, as this module has: it makes no difference.
        key = str(filename), source_hash(source.encode() if isinstance(source, str) else source)
        used[key] = known[key] if key in known else compile_(source, filename, mode)
        return used[key]

    builtins.compile = compiled
    try:
        yield
    finally:
        builtins.compile = compile_
    if used.keys() - known.keys() and not sys.dont_write_bytecode:
        _write(place, used)


def _read(place: Path) -> Compiled:
    try:
        data = place.read_bytes()
        return marshal.loads(data[len(MAGIC_NUMBER) :]) if data.startswith(MAGIC_NUMBER) else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}


def _write(place: Path, compiled: Compiled) -> None:
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(MAGIC_NUMBER + marshal.dumps(compiled))
        beside.replace(place)
