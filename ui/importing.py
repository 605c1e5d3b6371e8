"""What PySide6 does to every import, undone."""

from __future__ import annotations

import builtins


def leave_imports_alone() -> None:
    """WORKAROUND (PYSIDE-2029): once it is loaded, PySide6 reads the source of every module that is imported, in search
    of `from __feature__ import`, which is not used here: a quarter of a second for what the link alone loads.
    """
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
