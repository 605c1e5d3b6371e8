"""Whether a contest or an archive can be believed, as `verify` says on the command line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from scoring.errors import ArenaError
from storage.verify import Checked, Fingerprint, parse_fingerprint
from ui.choosing import FileDialog
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.look import Caption, Elided, Words
from ui.console.page import page_action
from ui.console.text_dialog import TextDialog
from ui.console.words import local_time, path_word
from ui.desk import Desk
from ui.work import Job

Check: TypeAlias = Callable[[Path, Fingerprint | None], Checked]
"""Checks a contest file or an archive; runs off the GUI thread. Raises `ArenaError`."""

WIDTH, HEIGHT = 760, 480


class CheckDialog(TextDialog):
    """Checks the contest that is open at once, and others, or against a printed fingerprint, when asked to."""

    def __init__(self, desk: Desk, check: Check, parent: QWidget) -> None:
        super().__init__(parent, WIDTH, HEIGHT)
        self._desk, self._check = desk, check
        self._path = desk.file.path
        self._job: Job | None = None
        self._found: Checked | ArenaError | None = None
        self._purpose, self._place = Caption(factor=1.0, wrap=True), Elided(bold=True)
        self.printed, self.state = QLineEdit(), Words(bold=True, wrap=True)
        self._label = Words()
        self._label.setBuddy(self.printed)
        self.check, self.other = page_action(self, "F5"), page_action(self, "F6")
        self._build()
        self.check.triggered.connect(self.start)
        self.other.triggered.connect(self._choose)
        self.retranslate()
        self.start()

    def _build(self) -> None:
        go = PrimaryButton(self.check)
        go.setDefault(True)
        place, printed = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (place, (self._place, KeyButton(self.other))),
            (printed, (self._label, self.printed, go)),
        ):
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget, 1 if widget in (self._place, self.printed) else 0)
            self.head.addLayout(row)
        self.head.insertWidget(0, self._purpose)
        self.head.addWidget(self.state)
        self.printed.setFocus()

    def start(self) -> None:
        """Check what is chosen, unless a check is under way."""
        if self._job:
            return
        try:
            text = self.printed.text().strip()
            printed = parse_fingerprint(text) if text else None
        except ArenaError as error:
            self._take(error)
            return
        self._found = None
        self._job = self._desk.slow.run(partial(self._check, self._path, printed), self._take, self._take)
        self._job.ended.connect(self._has_ended)
        self._show()

    def use(self, path: str) -> None:
        """Check this file or archive."""
        self._path = Path(path)
        self.start()

    def _choose(self) -> None:
        kinds = self.tr("Contests and archives (*.arena *.zip)")
        dialog = FileDialog(self, self.tr("What to check"), str(self._path.parent), kinds)
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, found: Checked | ArenaError) -> None:
        self._found = found
        self._show()

    def _has_ended(self) -> None:
        self._job = None
        self._show()

    def _show(self) -> None:
        found, language = self._found, self._desk.language
        self._place.setText(path_word(self._path))
        self.copied.setText("")
        for action in (self.check, self.other):
            action.setEnabled(self._job is None)
        self.copy.setEnabled(found is not None)
        match found:
            case None:
                self._say(self.tr("Checking…"), "")
                self.state.set_tone("quiet")
            case Checked(last=last) if found.holds and last:
                whole = self.tr("Record {number}, {time}, in full: {digest}")
                time = local_time(last.at, "%Y-%m-%d %H:%M:%S")
                self._say(found.said.said(language), whole.format(number=last.number, time=time, digest=last.digest))
                self.state.set_tone("good")
            case Checked():
                lines = [finding.said(language) for finding in found.findings]
                self._say(self.tr("%n thing(s) do not hold:", "", len(lines)), "\n".join(lines))
                self.state.set_tone("bad")
            case _:
                self._say(self.tr("It could not be checked:"), "\n".join(found.lines(language)))
                self.state.set_tone("bad")

    def _say(self, state: str, lines: str) -> None:
        self.state.setText(state)
        self.text.setPlainText(lines)

    def lines(self) -> str:
        parts = (str(self._path), self.state.text(), self.text.toPlainText())
        return "\n".join(part for part in parts if part)

    def retranslate(self) -> None:
        self.entitle(self.tr("Check the file"))
        self._purpose.setText(
            self.tr(
                "The journal's chain is checked and every result computed again from the ballots, "
                "as 'arena-desk verify' does. Nothing is changed, and scoring goes on."
            )
        )
        self._label.setText(self.tr("Fingerprint"))
        self.printed.setAccessibleName(self.tr("Fingerprint"))
        self.printed.setPlaceholderText(self.tr("may be left empty; 412:9f2a… as at the end of a bulletin"))
        self.check.setText(self.tr("Check"))
        self.other.setText(self.tr("Another file or archive…"))
        self._show()

    def done(self, result: int) -> None:
        if self._job:
            self._job.cancel()
        super().done(result)
