"""One line under the header while panels cannot reach the desk where they were told to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.console.warning_bar import WarningBar
from ui.desk import Desk


class NetworkBar(WarningBar):
    """Says that there is no network or another one, what is safe, and leads to what to do.

    Signals:
        wanted(): the organizer wants to see what to do.
    """

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        self.more = QPushButton()
        super().__init__(self.more)
        self._desk = desk
        self.more.clicked.connect(self.wanted)
        for changed in (desk.reach_changed, desk.presence_changed, desk.changed):
            changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
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
