"""Whether a database is built as this program builds it: tables, columns, indices and triggers, and nothing beside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from scoring.text import Text

KINDS = {
    "table": Text("数据表", "table"),
    "index": Text("索引", "index"),
    "trigger": Text("触发器", "trigger"),
    "view": Text("视图", "view"),
}
LACKS = Text("文件缺少{kind} {name}", "the file lacks the {kind} {name}")
EXTRA = Text("文件里多出{kind} {name}，不是本程序建立的", "the file has a {kind} {name} that this program did not make")
OTHER = Text("文件的{kind} {name} 被改动过", "the {kind} {name} of the file was changed")
BROKEN = Text("文件结构有损坏：{reason}", "the file is damaged: {reason}")

Shape = Mapping[tuple[str, str], object]


def misshapen(found: sqlite3.Connection, wanted: sqlite3.Connection) -> Iterator[Text]:
    """In what a database is built differently from what is wanted, and what SQLite's own check finds wrong with it."""
    ours, theirs = _shape(wanted), _shape(found)
    for kind, name in sorted(ours.keys() | theirs.keys()):
        place = (kind, name)
        if place not in theirs:
            yield LACKS(kind=KINDS[kind], name=name)
        elif place not in ours:
            yield EXTRA(kind=KINDS[kind], name=name)
        elif ours[place] != theirs[place]:
            yield OTHER(kind=KINDS[kind], name=name)
    for (said,) in found.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield BROKEN(reason=said)


def _shape(connection: sqlite3.Connection) -> Shape:
    """What there is in a database by kind and name, but for what SQLite keeps for itself."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return {
        (kind, name): _built(connection, kind, name, of, sql)
        for kind, name, of, sql in rows
        if not name.startswith("sqlite_")
    }


def _built(connection: sqlite3.Connection, kind: str, name: str, of: str, sql: str) -> object:
    """How a thing is built. Tables that a migration made are worded otherwise than new ones; their columns are not."""
    if kind == "table":
        columns = connection.execute(f'PRAGMA table_xinfo("{name.replace(chr(34), chr(34) * 2)}")').fetchall()
        return {(column, key, hidden) for _, column, _, _, _, key, hidden in columns}
    return of, " ".join(sql.split())
