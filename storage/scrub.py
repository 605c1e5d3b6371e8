"""A contest file for everybody's eyes: all contest data, and nothing that lets anyone in (link.md, guarantee 9)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.backup import snapshot

SECRET = ("seat", "setting", "answer")
"""Tokens and join codes of seats; tokens, addresses and folders of the desk; answers to calls."""


def without_secrets(path: Path) -> bytes:
    """A contest file as it stands now, whole, without its secrets; no byte of them is left in it.

    The same contest gives the same bytes. A desk that opens the copy gives every seat a new link. Raises `ArenaError`.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.deserialize(snapshot(path))
        for table in SECRET:
            memory.execute(f'DELETE FROM "{table}"')
        memory.execute("VACUUM")  # pages that held a secret would keep its bytes
        return bytes(memory.serialize())
