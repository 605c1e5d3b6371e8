"""Making a file off the GUI thread: under way, cancelled, refused, there."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from exports.kinds import Order, Report, silent
from scoring.errors import ArenaError
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.look import Tone, Words
from ui.console.page import buttons_row, grow, page_action
from ui.console.questions import Asked, ask
from ui.console.words import path_word, read_path
from ui.desk import Desk
from ui.work import Job

Write: TypeAlias = Callable[[Path, bool, Report], object]
"""Writes a file, over another one only if told so; runs off the GUI thread. Raises `ArenaError`."""

Export: TypeAlias = Callable[[Order, Report], object]
"""Makes the document that an order asks for; runs off the GUI thread. Raises `ArenaError`."""

UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def writing(export: Export, order: Order) -> Write:
    """Writes what an order asks for to the place that is chosen for it."""
    return lambda path, over, report: export(dataclasses.replace(order, path=path, replace=over), report)


def preview_of(export: Export, order: Order) -> bytes:
    """What an order asks for as it would be, without a file that stays. Raises `ArenaError`."""
    with tempfile.TemporaryDirectory(prefix="arena-desk-") as folder:
        path = Path(folder, "preview.pdf")
        export(dataclasses.replace(order, path=path), silent)
        return path.read_bytes()


class Making(QWidget):
    """Where a file goes, a button that makes it, how far it has come, and where it is.

    Signals:
        wanted(): the button was pressed; the owner calls `start`.
        made(Path): the file is there.
    """

    wanted = Signal()
    made = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._last: Path | None = None
        self._asked: tuple[Path, Write] | None = None
        self._job: Job | None = None
        self._given_up, self._written = False, Event()
        self._typed, self._there = False, False
        self._name, self._ending = "", ""
        self.path, self.result, self.progress = QLineEdit(), Words(wrap=True), QProgressBar()
        self.make, self.choose, self.open, self.cancel = (page_action(owner, f"F{n}") for n in (5, 6, 7, 8))
        self.where = QHBoxLayout()
        primary = PrimaryButton(self.make)
        if isinstance(owner, QDialog):
            primary.setDefault(True)  # Enter makes the file, instead of asking once more where it goes
        self.row = buttons_row(primary, self.progress, KeyButton(self.cancel))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.result.hide()
        self.progress.setMaximumWidth(320)
        self.progress.hide()
        self.cancel.setVisible(False)
        self.where.addWidget(self.path, 1)
        self.where.addWidget(KeyButton(self.choose))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(self.where)
        box.addLayout(self.row)
        box.addWidget(self.result)
        box.addLayout(buttons_row(KeyButton(self.open)))

    def _connect(self) -> None:
        self.make.triggered.connect(self.wanted)
        self.choose.triggered.connect(self._choose)
        self.open.triggered.connect(self._open)
        self.cancel.triggered.connect(self._cancel)
        self.path.textEdited.connect(self._note_typed)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.path.setAccessibleName(self.tr("File"))
        self.choose.setText(self.tr("Choose…"))
        self.open.setText(self.tr("Open it"))
        self.cancel.setText(self.tr("Cancel"))
        self.open.setVisible(self._last is not None)
        if self._there:
            self._say_made()

    def suggest(self, name: str, ending: str) -> None:
        """A name for the file, beside the contest; what a person typed for the same kind of file stays."""
        if self._typed and ending == self._ending:
            return
        self._name, self._ending, self._typed = name, ending, False
        self.path.setText(path_word(self._desk.file.path.parent / f"{name.translate(UNSAFE)}.{ending}"))

    def forget_made(self) -> None:
        """Something else is to be made from now on: a file that is there is no longer what is offered."""
        self._last, self._there = None, False
        self.open.setVisible(False)
        if self._job is None:
            self._say("")

    def forget_typed(self) -> None:
        """Another file is meant from now on."""
        self._typed = False

    def _note_typed(self) -> None:
        self._typed = True

    def _choose(self) -> None:
        from ui.choosing import FileDialog

        there = str(self._file)
        dialog = FileDialog(self, self._name, there, f"{self._name} (*.{self._ending})")
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._ending)
        dialog.setOption(FileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(there)
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use(self, path: str) -> None:
        """Write there."""
        self._typed = True
        self.path.setText(path)

    @property
    def _file(self) -> Path:
        return read_path(self.path.text())

    def start(self, write: Write) -> None:
        """Make the file; where one is there already, ask first."""
        path = self._file
        if path.is_file():
            self._asked = (path, write)
            text = self.tr("{path} is there already. What it holds now will be gone.").format(path=path)
            ask(self, Asked(self.tr("Replace the file?"), text, self.tr("Replace")), self._replace)
        else:
            self._run(path, write, replace=False)

    def _replace(self, answers: object) -> None:
        if self._asked:
            self._run(*self._asked, replace=True)

    def _run(self, path: Path, write: Write, *, replace: bool) -> None:
        self._say("")
        self._there = False
        self.progress.setRange(0, 0)
        self._given_up, self._written = False, Event()
        work = partial(_written, partial(write, path, replace), path, self._written)
        self._job = self._desk.slow.run_reporting(work, self._show_made, self._show_failed)
        self._job.progressed.connect(self._show_progress)
        self._job.ended.connect(self._has_ended)
        self._under_way(True)

    def _cancel(self) -> None:
        if self._job:
            self._given_up = True
            self._job.cancel()
            self.cancel.setVisible(False)

    def _has_ended(self) -> None:
        self._job = None
        self._under_way(False)
        if self._given_up:
            late = self.tr("It was written before it could be cancelled.")
            self._say(late if self._written.is_set() else self.tr("Cancelled: nothing was written."), "warn")
            self._there = False

    def _under_way(self, under_way: bool) -> None:
        self.progress.setVisible(under_way)
        self.cancel.setVisible(under_way)
        self.make.setEnabled(not under_way)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _show_made(self, path: Path) -> None:
        self._last, self._there = path, True
        self.open.setVisible(True)
        self._say_made()
        self.made.emit(path)

    def _say_made(self) -> None:
        self._say(self.tr("It is at {path}").format(path=self._last), "good")

    def _show_failed(self, error: ArenaError) -> None:
        self._say("\n".join(error.lines(self._desk.language)), "bad")

    def _say(self, text: str, tone: Tone = "plain") -> None:
        """What became of the file, below the buttons; without words it takes no room."""
        self.result.setText(text)
        self.result.set_tone(tone)
        self.result.setVisible(bool(text))
        window = self.window()
        if isinstance(window, QDialog):
            grow(window)

    def _open(self) -> None:
        """What opens it is another program's business, and some systems do not say whether there is one."""
        if self._last is None:
            return
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last))):
            said = self.tr("Opening {path}\nIf nothing appears, this computer has no program for such files.")
            tone: Tone = "good"
        else:
            said = self.tr("It could not be opened: this computer has no program for such files. It is at {path}")
            tone = "bad"
        self._say(said.format(path=self._last), tone)


def _written(write: Callable[[Report], object], path: Path, written: Event, job: Job) -> Path:
    write(job.report)
    written.set()
    return path
