"""One line under the header while panels cannot reach the desk where they were told to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.console.look import Hairline, Words
from ui.desk import Desk


class NetworkBar(QWidget):
    """Says that there is no network or another one, what is safe, and leads to what to do.

    Signals:
        wanted(): the organizer wants to see what to do.
    """

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.text = Words(tone="bad", bold=True)
        self.text.setWordWrap(True)
        self.more = QPushButton()
        self.more.clicked.connect(self.wanted)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(14)
        row.addWidget(self.text, 1)
        row.addWidget(self.more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(Hairline())
        for changed in (desk.reach_changed, desk.presence_changed, desk.changed):
            changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands; nothing where all is well."""
        reach = self._desk.reach
        self.more.setText(self.tr("What to do…"))
        self.setVisible(bool(reach.before or not reach.host) or reach.closed)
        if not reach.host:
            self.text.setText(
                self.tr("No network: panels on other devices cannot reach this desk. What is stored is safe.")
            )
        elif reach.before:
            self.text.setText(self._changed(reach.before, reach.host))
        elif reach.answers is False:
            text = self.tr("Nobody can reach this desk: it does not answer at its own address {host}.")
            self.text.setText(text.format(host=reach.host))
        elif reach.closed:
            self.text.setText(
                self.tr("Other devices hardly reach this desk: Windows' firewall was told to keep them out.")
            )

    def _changed(self, before: str, now: str) -> str:
        from ui.console.stranded import Holds, stranded

        text = self.tr("The network changed: {before} is not there any more, links now lead to {now}.")
        found = stranded(self._desk.snapshot, self._desk.presence, self._desk.reach)
        holding = sum(each.holds is not Holds.NOTHING for each in found)
        more = self.tr("%n panel(s) may hold a ballot that cannot be sent.", "", holding) if holding else ""
        return "  ".join(part for part in (text.format(before=before, now=now), more) if part)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
