"""The strip at the bottom: whether everything the session stands on is well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from ui.console.look import Caption, Elided, Words
from ui.console.speech import utc_now
from ui.console.tile_facts import Contact, contact
from ui.desk import Desk


class HealthStrip(QStatusBar):
    """Address, seats online, file, journal, time of day."""

    def __init__(self, desk: Desk, now: Callable[[], datetime] = utc_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._now = desk, now
        self._address, self._online = Words(factor=0.92), Words(factor=0.92)
        self._file, self._journal, self._busy = Elided(tone="quiet", factor=0.92), Caption(), Caption()
        self._time = Words(factor=0.92)
        self.setSizeGripEnabled(False)
        for label in (self._address, self._online, self._journal, self._file):
            label.setContentsMargins(10, 0, 10, 0)
            self.addWidget(label, 1 if label is self._file else 0)
        self.addPermanentWidget(self._time)
        self._time.setContentsMargins(10, 0, 10, 0)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._follow_time)
        self._tick.start()
        desk.changed.connect(self.refresh)
        desk.presence_changed.connect(self.refresh)
        desk.reach_changed.connect(self.refresh)
        self.refresh()
        self._follow_time()

    def refresh(self) -> None:
        """Read everything again."""
        now = self._desk.snapshot
        seats = [judge.code for judge in now.contest.judges if judge.code not in now.round.absent | now.round.left]
        here = sum(contact(p) is Contact.HERE for code in seats if (p := self._desk.presence.get(code)))
        self._say_address()
        self._online.setText(("●  " if here == len(seats) else "○  ") + self._online_text(here, len(seats)))
        self._online.set_tone("good" if here == len(seats) else "warn")
        self._journal.setText(self.tr("Journal #{number}").format(number=now.contest.revision))
        self._file.setText(str(self._desk.file.path))

    def _say_address(self) -> None:
        reach = self._desk.reach
        text = self.tr("Panels {address}").format(address=self._desk.links.address())
        self._address.setText(text if reach.host else self.tr("No network"))
        self._address.set_tone("plain" if reach.host and not reach.before else "bad")

    def _online_text(self, here: int, seats: int) -> str:
        return self.tr("Online {n} / {of}").format(n=here, of=seats)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _follow_time(self) -> None:
        self._time.setText(self._now().astimezone().strftime("%H:%M:%S"))
