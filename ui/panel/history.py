"""All ballots of this judge: from the desk, and those that only this device has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.panel.facts import Facts
from ui.panel.kept import Kept
from ui.panel.pieces import TARGET, Card, Lines, empty
from ui.panel.scores import total_text
from ui.panel.words import became_word, kept_word, translate


class History(QWidget):
    """This judge's ballots, newest first; folded until asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.fold = QToolButton()
        self.fold.setCheckable(True)
        self.fold.setAutoRaise(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold.setMinimumHeight(TARGET)
        self._list = Card()
        self._list.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.fold)
        box.addWidget(self._list)
        self.fold.toggled.connect(self._unfold)
        self._unfold(False)

    def _unfold(self, open_: bool) -> None:
        self._list.setVisible(open_)
        self.fold.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)

    def show_lines(self, lines: list[tuple[str, str, str]]) -> None:
        """Who, how much, and what became of it."""
        self.setVisible(bool(lines))
        self.fold.setText(translate("Panel", "My ballots ({count})").format(count=len(lines)))
        empty(self._list.box)
        for who, total, what in lines:
            self._list.box.addWidget(Lines(f"{who}   {total}", bold=True))
            self._list.box.addWidget(Lines(what, tone="quiet", factor=0.92))


def history_lines(facts: Facts, ballots: Sequence[Kept]) -> list[tuple[str, str, str]]:
    """Who, how much and what became of it, newest first."""
    known = {past.ballot_id for past in facts.history}
    lines = [(past.stored_at, past.name, past.scores, became_word(past, facts)) for past in facts.history]
    lines += [
        (kept.stored_at or kept.made_at, kept.name, kept.scores, kept_word(kept))
        for kept in ballots
        if kept.ballot_id not in known
    ]
    newest = sorted(lines, key=lambda line: line[0], reverse=True)
    return [(name, total_text(facts.criteria, scores), what) for _, name, scores, what in newest]
