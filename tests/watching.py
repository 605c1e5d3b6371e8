"""What is not watched for coverage, which takes as long again: a page read back, and what others do the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage

PROCESSES = "COVERAGE_PROCESS_CONFIG"
"""The variable by which processes that are started know that they are watched; coverage.py sets it when it starts."""


@contextmanager
def unwatched() -> Iterator[None]:
    """Nothing that happens meanwhile is watched, here or in a process that is started."""
    watching = Coverage.current()
    if watching is None:
        yield
        return
    watching.stop()
    os.environ.pop(PROCESSES, None)
    try:
        yield
    finally:
        watching.start()
