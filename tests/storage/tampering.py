"""What somebody with a database tool and much patience could do to a contest file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.storage.story import raw

FIELDS = ("number", "at", "who", "what", "round", "why", "before", "after", "previous")


@contextmanager
def tampered(path: Path) -> Iterator[sqlite3.Connection]:
    """The file without the triggers that guard its journal; committed at the end, with the triggers back in place."""
    with raw(path) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        for _, sql in guards:
            if "journal" in there:
                connection.execute(sql)


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chain_again(connection: sqlite3.Connection) -> None:
    """Seal every record of the journal anew, so that the chain holds whatever it says."""
    previous = "0" * 64
    found = connection.execute(f"SELECT {', '.join(FIELDS[:-1])} FROM journal ORDER BY number").fetchall()
    for row in found:
        digest = sha256(compact([*row, previous]).encode()).hexdigest()
        change = "UPDATE journal SET previous = ?, digest = ? WHERE number = ?"
        connection.execute(change, (previous, digest, row[0]))
        previous = digest


def rewrite(path: Path, what: str, change: Callable[[Any], None], *, column: str = "after") -> None:
    """Change the first record of a kind and seal the whole chain again."""
    with tampered(path) as connection:
        find = f"SELECT number, {column} FROM journal WHERE what = ? ORDER BY number"
        number, text = connection.execute(find, (what,)).fetchone()
        words = json.loads(text)
        change(words)
        connection.execute(f"UPDATE journal SET {column} = ? WHERE number = ?", (compact(words), number))
        chain_again(connection)
