"""Where copies of the contest go, how they stand, and a copy on the spot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from scoring.errors import ArenaError
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.look import Caption, Tone, Words
from ui.console.page import buttons_row, grow, page_action
from ui.console.safety import Safety
from ui.console.safety_words import clock, concern_words, room
from ui.console.words import path_word
from ui.desk import Desk

WIDTH = 640


class BackupsDialog(QDialog):
    """The folder or stick of the copies. While it is open it follows what happens to them."""

    def __init__(self, desk: Desk, safety: Safety, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH)
        self._desk, self._safety = desk, safety
        self._title, self._purpose = Words(factor=1.25, bold=True), Caption(factor=1.0)
        self.place, self.last, self.state, self.advice = Words(bold=True), Words(), Words(), Caption(factor=1.0)
        keys = ("F3", "F4", "F6", "F8", "Esc")
        self.choose, self.copy, self.show_it, self.end, self.leave = (page_action(self, key) for key in keys)
        self._refused: ArenaError | None = None
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for label in (self._title, self._purpose, self.place, self.last, self.state, self.advice):
            label.setWordWrap(True)
            box.addWidget(label)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addSpacing(6)
        choose = PrimaryButton(self.choose)
        box.addLayout(buttons_row(choose, KeyButton(self.copy), KeyButton(self.show_it), KeyButton(self.end)))
        row = buttons_row()
        row.addWidget(KeyButton(self.leave))
        box.addLayout(row)
        choose.setFocus()

    def _connect(self) -> None:
        self.choose.triggered.connect(self._choose)
        self.copy.triggered.connect(self._copy)
        self.show_it.triggered.connect(self._show_folder)
        self.end.triggered.connect(self._end)
        self.leave.triggered.connect(self.reject)
        self._safety.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show how the copies stand, in the language spoken now."""
        keeping, rehearsal = self._safety.keeping, self._desk.snapshot.contest.rehearsal
        self._say_headings()
        self.place.setText(self._place())
        self.place.set_tone("plain" if keeping.folder or rehearsal else "warn")
        self.last.setText(self._last())
        self.last.setVisible(bool(self.last.text()))
        text, tone = self._state()
        self.state.setText(text)
        self.state.set_tone(tone)
        self.state.setVisible(bool(text))
        self.advice.setText(self._advice())
        self.advice.setVisible(bool(self.advice.text()))
        self.choose.setEnabled(not rehearsal)
        for action in (self.copy, self.show_it, self.end):
            action.setEnabled(keeping.folder is not None and not rehearsal)
        grow(self)

    def _say_headings(self) -> None:
        self.setWindowTitle(self.tr("Backups"))
        self._title.setText(self.tr("Backups"))
        self._purpose.setText(
            self.tr(
                "A whole copy of the contest every two minutes, and each time scoring or a round is closed. A copy can "
                "take the contest's place on any computer."
            )
        )
        self.choose.setText(self.tr("Choose a folder or stick…"))
        self.copy.setText(self.tr("Back up now"))
        self.show_it.setText(self.tr("Show the folder"))
        self.end.setText(self.tr("No more copies"))
        self.leave.setText(self.tr("Close"))

    def _place(self) -> str:
        if self._desk.snapshot.contest.rehearsal:
            return self.tr("A rehearsal is not copied: its ballots are invented.")
        folder = self._safety.keeping.folder
        return path_word(folder) if folder else self.tr("No folder is chosen: there are no copies.")

    def _last(self) -> str:
        last, at = self._safety.keeping.last, self._safety.keeping.copied_at
        if last is None or at is None:
            return ""
        text = self.tr("Last copy at {time}: journal #{number}, %n ballot(s).", "", last.ballots)
        return text.format(time=clock(at, "%H:%M:%S"), number=last.revision)

    def _state(self) -> tuple[str, Tone]:
        if self._refused:
            return "\n".join(self._refused.lines(self._desk.language)), "bad"
        for kind in self._safety.concerns():
            if kind in ("copies", "hung"):
                return concern_words(kind, self._safety, self._desk.language), "bad"
        if self._safety.keeping.began is not None:
            return self.tr("A copy is being written…"), "quiet"
        free = self._safety.keeping.free
        return (self.tr("{room} free there.").format(room=room(free)), "good") if free else ("", "plain")

    def _advice(self) -> str:
        keeping = self._safety.keeping
        if keeping.folder is None:
            return self.tr("Best is a USB stick: it survives this computer. Keep it as safe as the computer itself.")
        said = []
        if not keeping.apart:
            said.append(
                self.tr("This folder lies on the same disk as the contest: it does not help when that disk fails.")
            )
        if keeping.shared:
            said.append(
                self.tr("This folder lies on the network. Copies hold the judges' links: nobody else may read them.")
            )
        return "\n".join(said)

    def _choose(self) -> None:
        from ui.choosing import FileDialog

        start = self._safety.keeping.folder or Path.home()
        dialog = FileDialog(self, self.tr("Where copies go"), str(start))
        dialog.setFileMode(FileDialog.FileMode.Directory)
        dialog.setOption(FileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use(self, folder: str) -> None:
        """Copies go there from now on."""
        self._run(partial(self._safety.use, Path(folder)))

    def _end(self) -> None:
        self._run(partial(self._safety.use, None))

    def _run(self, change: Callable[[], None]) -> None:
        self._refused = None
        self._desk.slow.run(change, self._changed, self._show_refused)

    def _changed(self, _: object) -> None:
        self.refresh()

    def _show_refused(self, error: ArenaError) -> None:
        self._refused = error
        self.refresh()

    def _copy(self) -> None:
        self._safety.keeper.copy_now()

    def _show_folder(self) -> None:
        if self._safety.keeping.folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._safety.keeping.folder)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
