"""One leaderboard for QML: what it says of itself, and its rows."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal

from scoring.views import BoardRow, BoardView
from ui.stage.rows import KeyedRows, Row, plain


class Board(QObject):
    """A board that stays the same object while its rows come and move.

    Signals:
        changed(): what the board says of itself changed.
    """

    changed = Signal()

    def __init__(self, view: BoardView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = KeyedRows(self)
        self.show(view)

    @property
    def view(self) -> BoardView:
        return self._view

    def show(self, view: BoardView) -> None:
        """Show this state of the board."""
        self._view, self._about = view, _about(view)
        self._rows.replace({row.code: _row(row) for row in view.lines})
        self.changed.emit()

    about = Property(dict, lambda self: self._about, notify=changed)
    rows = Property(QObject, lambda self: self._rows, constant=True)


def _about(view: BoardView) -> Row:
    """What a board says of itself."""
    names = {row.code: row.name for row in view.rows}
    return {
        "name": view.name,
        "revealed": view.revealed,
        "total": view.total,
        "final": view.final,
        "draws": [[names.get(code, code) for code in codes] for codes in view.needs_draw],
        "returns": any(row.returns for row in view.lines),
        "tied": any(row.tied for row in view.rows),
        "moved": any(row.move for row in view.rows),
        "review": any(row.review for row in view.rows),
        "grade": max((row.grade or "" for row in view.rows), key=len, default=""),
        "score": max((row.score or "" for row in view.rows), key=len, default=""),
    }


def brings_only_news(old: BoardView, new: BoardView) -> bool:
    """Whether all that was announced on `old` still stands on `new`, so that `old` may stay in view a moment longer."""
    now = {row.code: row for row in new.rows}
    return all(_same_result(row, now.get(row.code)) for row in old.rows)


def _same_result(old: BoardRow, new: BoardRow | None) -> bool:
    return new is not None and (old.score, old.status, old.review) == (new.score, new.status, new.review)


def _row(row: BoardRow) -> Row:
    return {**plain(row), "focus": row.latest}
