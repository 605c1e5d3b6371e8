"""What the entry in view comes to: its groups, parts and final score, or what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scoring import conduct
from scoring.contest import Attendance, Entry, Phase
from scoring.points import published
from scoring.results import Row, Status
from ui.appearance import scaled
from ui.console.look import Caption, Tone, Words
from ui.console.next_step import is_shown
from ui.console.open_matters import short_lacks
from ui.console.words import attendance_word
from ui.desk import Desk
from ui.snapshot import Snapshot


class Part(QWidget):
    """A small caption above a number."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._name, self._number = Caption(factor=0.84), Words(bold=True)
        self._number.setFont(scaled(self._number.font(), 1.1, tabular=True))
        box.addWidget(self._name)
        box.addWidget(self._number)
        self.say(name, value)

    def say(self, name: str, value: str) -> None:
        """Say this from now on."""
        self._name.setText(name)
        self._number.setText(value)
        self.setAccessibleName(f"{name} {value}")


def _was_scored(now: Snapshot, entry: Entry) -> bool:
    """Whether what an entry still lacks should be there by now: nobody is to be alarmed while a speech runs."""
    if not now.plan.has_live:
        return bool(entry.version)
    return entry.phase is Phase.CLOSED and conduct.scoring_open(now.round) is not entry


class ResultStrip(QWidget):
    """One line on the result of an entry; for the organizer's eyes, also before it is revealed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self._said: list[Part] = []
        self._state = Words(wrap=True)
        self._state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._final = Words()
        self._final.setFont(scaled(self.font(), 1.9, bold=True, tabular=True))
        self._place = Caption()
        self._parts = QHBoxLayout()
        self._parts.setSpacing(18)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addLayout(self._parts)
        row.addWidget(self._state, 1)
        row.addWidget(self._place, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._final)

    def show_entry(self, now: Snapshot, entry: Entry) -> None:
        """Show the result of this entry as it is now."""
        row = now.row(entry.code)
        self._show_parts(now, row)
        complete = row.result.status is Status.COMPLETE
        self._final.setText(str(row.result.published) if complete else "")
        self._place.setText(self._place_text(now, row) if complete else "")
        self._final.setVisible(complete)
        self._place.setVisible(complete)
        self._show_state(now, entry, row)

    def _show_parts(self, now: Snapshot, row: Row) -> None:
        result, places = row.result, now.plan.decimals
        parts = [
            (group.name, str(published(result.groups[group.key].score, places)))
            for group in now.plan.groups
            if group.key in result.groups
        ]
        parts += [
            (part.name, str(published(result.components[part.key], places)))
            for part in now.plan.components
            if part.key in result.components
        ]
        if result.adjustments:
            parts.append((self.tr("Adjustments"), f"{published(result.adjustments, places):+}"))
        if (parts, self.tr("Adjustments")) != self._shown:
            self._shown = (parts, self.tr("Adjustments"))
            self._build(parts)

    def _build(self, parts: list[tuple[str, str]]) -> None:
        """Say the new numbers where the old ones stand; ballots come many times a second."""
        for part, (name, value) in zip(self._said, parts, strict=False):
            part.say(name, value)
        for part in self._said[len(parts) :]:
            self._parts.removeWidget(part)
            part.deleteLater()
        new = [Part(name, value) for name, value in parts[len(self._said) :]]
        for part in new:
            self._parts.addWidget(part)
        self._said = [*self._said[: len(parts)], *new]

    def _place_text(self, now: Snapshot, row: Row) -> str:
        if row.rank is None:
            return ""
        board = next(board for board in now.standings.boards if row in board.rows)
        text = self.tr("rank {rank}") if board.final else self.tr("rank {rank} so far")
        return text.format(rank=row.rank)

    def _show_state(self, now: Snapshot, entry: Entry, row: Row) -> None:
        if entry.attendance is not Attendance.PRESENT:
            self._say(attendance_word(entry.attendance), "quiet")
        elif entry.revealed and not is_shown(entry, row.result):
            shown = entry.revealed.result.published
            text = self.tr("The room has seen {score}; under review until revealed again")
            self._say(text.format(score=shown), "bad")
        elif entry.revealed:
            self._say(self.tr("revealed"), "good")
        elif row.result.status is Status.COMPLETE:
            told = entry.announced is not None
            self._say(self.tr("the hosts know it") if told else self.tr("not revealed yet"), "warn")
        elif _was_scored(now, entry):
            lacks = short_lacks(now.contest, now.round, entry)
            between = "；" if self._desk.language == "zh" else "; "
            self._say(between.join(text.said(self._desk.language) for text in lacks), "warn")
        else:
            self._say("", "quiet")

    def _say(self, text: str, tone: Tone) -> None:
        self._state.setText(text)
        self._state.set_tone(tone)
