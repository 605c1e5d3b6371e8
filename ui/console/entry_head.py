"""Who is on stage, or which entry the organizer looks at meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring import conduct
from scoring.contest import Attendance, Entry, Phase
from ui.console.buttons import CardButton
from ui.console.fitted import FittedName
from ui.console.look import Caption, Tone, Words, plain_tip
from ui.console.words import attendance_word, phase_word
from ui.snapshot import Snapshot

LEAST_LETTERS = 6
"""Chinese letters that a line should hold, to be worth a second one."""


class Lead(Caption):
    """Who leads an entry, on several lines; beside very large letters on one that ends in dots, rather than letter by
    letter down the page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def _is_narrow(self, width: int) -> bool:
        return width < LEAST_LETTERS * self.fontMetrics().height()

    def heightForWidth(self, width: int) -> int:
        return self.fontMetrics().height() if self._is_narrow(width) else super().heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        narrow = self._is_narrow(self.width())
        self.setToolTip(plain_tip(self.text()) if narrow else "")
        if not narrow:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), shown)


class EntryHead(QWidget):
    """Number and state, the name, and the way back when it is not the one on stage.

    `lead` says who leads it; it stands where the page puts it.
    """

    def __init__(self, back: QAction) -> None:
        super().__init__()
        self._state, self.name, self.lead = Words(bold=True), FittedName(), Lead()
        self._back = CardButton(back)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._state)
        top.addWidget(self._back)
        top.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.name)

    def show_entry(self, now: Snapshot, entry: Entry | None) -> None:
        """Show this entry, or that there is none."""
        if entry is None:
            self._say(self.tr("The line-up is empty"), self.tr("Nobody to call"), "", "quiet")
            return
        contestant = now.contestant(entry.code)
        category = next((c.name for c in now.plan.categories if c.key == contestant.category), "")
        about = "  ·  ".join(part for part in (contestant.code, category, contestant.lead) if part)
        on_stage = now.on_stage is entry
        self._say(self._state_text(now, entry), contestant.name, about, "accent_text" if on_stage else "quiet")

    def _say(self, state: str, name: str, lead: str, tone: Tone) -> None:
        self._state.setText(state)
        self._state.set_tone(tone)
        self.name.setText(name)
        self.name.setAccessibleName(name)
        self.lead.setText(lead)

    def _state_text(self, now: Snapshot, entry: Entry) -> str:
        return self.tr("No. {number}  ·  {state}").format(
            number=f"{now.number(entry.code):02d}", state=self._word(now, entry)
        )

    def _word(self, now: Snapshot, entry: Entry) -> str:
        if entry.attendance is not Attendance.PRESENT:
            return attendance_word(entry.attendance)
        if now.on_stage is not entry:
            return self.tr("not on stage now") if entry.version else self.tr("not called yet")
        is_open = conduct.scoring_open(now.round) is entry
        return phase_word(Phase.OPEN if is_open else entry.phase)
