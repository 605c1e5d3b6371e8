"""Text that a spreadsheet takes as text."""

from __future__ import annotations

RUNS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet may run as a formula."""


def harmless(text: str) -> str:
    """A text with an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(RUNS) else text
