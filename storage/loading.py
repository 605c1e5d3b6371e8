"""What operations write with is loaded once, when it is first needed: opening and reading do without."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

_ONE_AT_A_TIME = Lock()
"""Packages that import each other in a ring are seen half made by a second thread that imports them meanwhile."""


def load_writing(between: Callable[[], object] = lambda: None) -> None:
    """Load SQLAlchemy, SQLModel and the tables, half a second's work; from any thread, and again at no cost.

    `between` is called before each of the parts, and may wait.
    """
    with _ONE_AT_A_TIME:
        between()
        import sqlalchemy.orm  # noqa: F401

        between()
        import sqlmodel  # noqa: F401

        between()
        import storage.replay  # noqa: F401
