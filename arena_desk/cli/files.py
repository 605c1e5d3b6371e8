"""Taking a contest file for the length of one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.contest_file import ContestFile, open_contest


@contextmanager
def opened(path: Path) -> Iterator[ContestFile]:
    """The file, given back at the end."""
    file = open_contest(path)
    try:
        yield file
    finally:
        file.close()
