"""`arena-desk` and `arena-desk FILE.arena`: what is started most often does not wait for all commands to be loaded."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from arena_desk.cli.speech import language, plain_errors


def open_desk(files: Sequence[str]) -> NoReturn:
    """Open the console on the contest file, or the start window where none is named, and end with its exit code."""
    with plain_errors():
        from arena_desk.app import run_desk

        sys.exit(run_desk(next(map(Path, files), None), language()))
