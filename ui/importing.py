"""What is done again at every start, or with every import, although once is enough."""

from __future__ import annotations
import __future__

import atexit
import builtins
import dataclasses
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any, TypeAlias

Compiled: TypeAlias = dict[tuple[str, bytes], bytes]
"""Marshalled code by the name of its source and the hash of that: a start unmarshals what it needs of it."""
MOST = 2000
"""How many pieces are kept; there are some 450, and more only after changes to the program."""
WRITES_STUBS = "pyi_generator.py"
"""A tool for the makers of PySide6 that every start loads: with what it needs itself, a quarter of that."""


class Kept:
    """Compiles what is the same at every start only once. It is kept where Python keeps bytecode, and by its rules: not
    where Python was told to write none, and only for the very same source. `flags` are those of `compile`.
    """

    def __init__(self, name: str, flags: int = 0) -> None:
        self._place = Path(cache_from_source(__file__, optimization=name))
        self._flags = flags
        self._used: Compiled = {}

    @cached_property
    def _known(self) -> Compiled:
        try:
            data = self._place.read_bytes()
            return marshal.loads(data[len(MAGIC_NUMBER) :]) if data.startswith(MAGIC_NUMBER) else {}
        except (OSError, ValueError, EOFError, TypeError):
            return {}

    def compile(self, source: str | bytes, filename: str) -> CodeType:
        """What `compile` makes of a module's source."""
        key = filename, source_hash(source.encode() if isinstance(source, str) else source)
        code: CodeType
        if kept := self._known.get(key):
            self._used[key], code = kept, marshal.loads(kept)
        else:
            code = compile(source, filename, "exec", self._flags, dont_inherit=True)
            self._used[key] = marshal.dumps(code)
        return code

    def write(self) -> None:
        """Keep what was compiled now for the next start."""
        if sys.dont_write_bytecode or not self._used.keys() - self._known.keys():
            return
        beside = self._place.with_name(f"{self._place.name}.{os.getpid()}")
        kept = {**self._known, **self._used} if len(self._known) < MOST else self._used
        with suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(MAGIC_NUMBER + marshal.dumps(kept))
            beside.replace(self._place)


def keep_dataclasses() -> None:
    """From here on keep what `dataclasses` compiles: it writes six methods of each class as text, which is a tenth of
    what starting the console takes.
    """
    kept = Kept("methods")

    def execute(source: str, names: dict[str, Any], into: dict[str, Any]) -> None:
        exec(kept.compile(source, "<string>"), names, into)

    vars(dataclasses)["exec"] = execute  # the module finds it there before the built-in one
    atexit.register(kept.write)


def leave_imports_alone() -> None:
    """WORKAROUND (PYSIDE-2029): once it is loaded, PySide6 reads the source of every module that is imported, in search
    of `from __feature__ import`, which is not used here: a quarter of a second for what the link alone loads.
    """
    with pyside_kept():
        import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def pyside_kept() -> Iterator[None]:
    """WORKAROUND (no issue upstream): PySide6 carries modules of its own as sources inside its library, and compiles
    them at every start, which takes 20 ms. One of them is of no use to a program, and is left empty.
    """
    kept = Kept("signatures", __future__.annotations.compiler_flag)  # in force where PySide6 compiles them
    compile_ = builtins.compile

    def compiled(source: Any, filename: Any, mode: str, *args: Any, **kwargs: Any) -> Any:
        if mode != "exec" or args or kwargs or not isinstance(source, str | bytes):
            return compile_(source, filename, mode, *args, **kwargs)
        return kept.compile("" if Path(filename).name == WRITES_STUBS else source, str(filename))

    builtins.compile = compiled
    try:
        yield
    finally:
        builtins.compile = compile_
    kept.write()
