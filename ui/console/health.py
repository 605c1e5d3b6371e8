"""The strip at the bottom: whether everything the session stands on is well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from ui.appearance import scaled
from ui.console.look import Caption, Elided, Tone, Words
from ui.console.safety import LOW_PERCENT, Safety
from ui.console.safety_words import clock, room
from ui.console.tile_facts import Contact, contact
from ui.console.words import path_word
from ui.desk import Desk
from ui.speech import utc_now

GAP, LETTERS = 6, 5


class HealthStrip(QStatusBar):
    """Address, seats online, journal, file, last backup, disk, battery, time of day: quiet while all is well.

    Signals:
        backups_wanted(): the organizer wants to see to the copies.
    """

    backups_wanted = Signal()

    def __init__(
        self, desk: Desk, safety: Safety, now: Callable[[], datetime] = utc_now, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._safety, self._now = desk, safety, now
        self._address, self._online = Words(factor=0.92), Words(factor=0.92)
        self.file, self._journal = Elided(tone="quiet", factor=0.92), Caption()
        self.backup, self.disk, self.battery = Words(factor=0.92), Words(factor=0.92), Words(factor=0.92)
        self.time = Words(factor=0.92)
        self.see_to = QPushButton()
        self._left = (self._address, self._online, self._journal, self.file)
        self._right = (self.backup, self.see_to, self.disk, self.battery, self.time)
        self._unwanted: set[QWidget] = set()
        self._build()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._follow_time)
        self._tick.start()
        for changed in (desk.changed, desk.presence_changed, desk.reach_changed, safety.changed):
            changed.connect(self.refresh)
        self.refresh()
        self._follow_time()

    def _build(self) -> None:
        self.setSizeGripEnabled(False)
        for label in self._left:
            label.setContentsMargins(10, 0, 10, 0)
            self.addWidget(label, 1 if label is self.file else 0)
        for widget in self._right:
            widget.setContentsMargins(10, 0, 10, 0)
            self.addPermanentWidget(widget)
        self.see_to.setFlat(True)
        self.see_to.setFont(scaled(self.font(), 0.92))
        self.see_to.clicked.connect(self.backups_wanted)

    def refresh(self) -> None:
        """Read everything again."""
        now = self._desk.snapshot
        seats = [
            judge.code for judge in now.contest.bench.seated if judge.code not in now.round.absent | now.round.left
        ]
        here = sum(contact(p) is Contact.HERE for code in seats if (p := self._desk.presence.get(code)))
        self._say_address()
        self._online.setText(("●  " if here == len(seats) else "○  ") + self._online_text(here, len(seats)))
        self._online.set_tone("good" if here == len(seats) else "warn")
        self._journal.setText(self.tr("Journal #{number}").format(number=now.contest.revision))
        self._say_file()
        self._say_backup()
        self._say_disk()
        self._say_battery()
        self._fit()

    def _want(self, widget: QWidget, wanted: bool) -> None:
        self._unwanted.discard(widget) if wanted else self._unwanted.add(widget)

    def _fit(self) -> None:
        """Where there is no room for all, as with large letters, what says that all is well gives way, and what is said
        elsewhere as well: the file in *About*, the journal beside its step.
        """
        shown = [each for each in (*self._left, *self._right) if each not in self._unwanted]
        for label in (self.file, self._journal, self.disk, self.battery):
            if label in shown and label.tone == "quiet" and self._needed(shown) > self.width():
                shown.remove(label)
        for each in (*self._left, *self._right):
            each.setVisible(each in shown)

    def _needed(self, shown: Sequence[QWidget]) -> int:
        """How wide these are beside each other; of a path a few letters are worth their room."""
        few = LETTERS * self.file.fontMetrics().height()
        return sum(min(each.sizeHint().width(), few if each is self.file else 10**6) + GAP for each in shown)

    def minimumSizeHint(self) -> QSize:
        """It does not keep the window wide."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say_file(self) -> None:
        here = self._safety.vitals.in_place
        path = path_word(self._desk.file.path)
        self.file.setText(path if here else self.tr("File gone: {path}").format(path=path))
        self.file.set_tone("quiet" if here else "bad")

    def _say_backup(self) -> None:
        text, tone = self._backup()
        self.backup.setText(text)
        self.backup.set_tone(tone)
        rehearsal = self._desk.snapshot.contest.rehearsal
        self._want(self.backup, not rehearsal and bool(text))
        self.see_to.setText(self.tr("No backup yet…"))
        self._want(self.see_to, not rehearsal and self._safety.keeping.folder is None)

    def _backup(self) -> tuple[str, Tone]:
        keeping, concerns = self._safety.keeping, self._safety.concerns()
        if keeping.folder is None:
            return "", "quiet"
        if "copies" in concerns or "hung" in concerns:
            return self.tr("Backup: trouble"), "bad"
        if keeping.copied_at is None:
            return self.tr("Backup under way"), "quiet"
        return self.tr("Backup {time}").format(time=clock(keeping.copied_at)), "quiet"

    def _say_disk(self) -> None:
        free = self._safety.vitals.free
        self._want(self.disk, free is not None)
        self.disk.setText(self.tr("Disk: {room} free").format(room=room(free or 0)))
        self.disk.set_tone("bad" if "full" in self._safety.concerns() else "quiet")

    def _say_battery(self) -> None:
        battery = self._safety.vitals.battery
        self._want(self.battery, battery is not None)
        if battery is None:
            return
        text = self.tr("Mains, battery {n}%") if battery.plugged else self.tr("Battery {n}%")
        self.battery.setText(text.format(n=battery.percent))
        low = battery.percent <= LOW_PERCENT
        self.battery.set_tone("quiet" if battery.plugged else "bad" if low else "warn")

    def _say_address(self) -> None:
        reach = self._desk.reach
        text = self.tr("Panels {address}").format(address=self._desk.links.address())
        self._address.setText(text if reach.host else self.tr("No network"))
        well = reach.host and not reach.before and not reach.closed
        self._address.set_tone("plain" if well else "bad")

    def _online_text(self, here: int, seats: int) -> str:
        return self.tr("Online {n} / {of}").format(n=here, of=seats)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _follow_time(self) -> None:
        self.time.setText(self._now().astimezone().strftime("%H:%M:%S"))
        self.time.set_tone("bad" if "clock" in self._safety.concerns() else "plain")
