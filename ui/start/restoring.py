"""Taking a backup back: the copies in a folder, and the place that one of them takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from scoring.errors import ArenaError
from ui.choosing import FileDialog
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.look import Caption, Words
from ui.console.page import buttons_row, grow, page_action
from ui.console.rows import RowsModel, Table
from ui.console.words import local_time, round_word, sentences
from ui.language import Languages
from ui.start.recent import Kept, home
from ui.start.target import Target, named
from ui.work import Work

if TYPE_CHECKING:
    from storage.backup import Found

WIDTH, HEIGHT = 820, 520
CONTEST = 1


class CopiesModel(RowsModel["Found"]):
    """When each copy was made, of which contest, and how far it had come; newest first."""

    numbers = frozenset((3, 4))

    def __init__(self, languages: Languages, parent: QWidget) -> None:
        super().__init__(parent)
        self._languages = languages

    def headers(self) -> tuple[str, ...]:
        return (self.tr("When"), self.tr("Contest"), self.tr("Round"), self.tr("Journal"), self.tr("Ballots"))

    def cell(self, row: Found, column: int) -> str:
        copy = row.copy
        if copy is None:
            fault = row.fault.said(self._languages.current) if row.fault else ""
            return (self.tr("cannot be read"), f"{row.path.name}: {fault}", "", "", "")[column]
        when = local_time(copy.at, "%Y-%m-%d %H:%M:%S")
        return (when, copy.title, round_word(copy.rounds), f"#{copy.revision}", str(copy.ballots))[column]

    def key(self, row: Found) -> object:
        return row.path

    def extra(self, row: Found, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.path)
        if role == Qt.ItemDataRole.ForegroundRole and row.copy is None:
            return QApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return None


class Restoring(QDialog):
    """Lists the copies of a folder; the newest is chosen, and one button puts it in the contest's place.

    Signals:
        restored(Path): the contest is there and wants to be opened.
    """

    restored = Signal(object)

    def __init__(self, kept: Kept, languages: Languages, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._kept, self._languages, self._work = kept, languages, work
        self._done: Path | None = None
        self._title, self._from, self._to = Words(factor=1.25, bold=True), Words(), Words()
        self.folder, self.state, self._promise = QLineEdit(readOnly=True), Words(), Caption(factor=1.0)
        keys = ("F3", "Ctrl+Return", "Esc")
        self.choose, self.restore, self.leave = (page_action(self, key) for key in keys)
        self.target = Target(self, "F4")
        self.model = CopiesModel(languages, self)
        self.table = Table(self.model)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(CONTEST, QHeaderView.ResizeMode.Stretch)
        self._build()
        self._connect()
        self._retranslate()
        self._begin()

    def _build(self) -> None:
        source = QHBoxLayout()
        source.setSpacing(8)
        source.addWidget(self.folder, 1)
        source.addWidget(KeyButton(self.choose))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._from, source)
        place = QFormLayout()
        place.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        place.addRow(self._to, self.target)
        for label in (self.state, self._promise):
            label.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(self._title)
        box.addLayout(form)
        box.addWidget(self.table, 1)
        box.addLayout(place)
        box.addWidget(self._promise)
        box.addWidget(self.state)
        row = buttons_row()
        self.go = PrimaryButton(self.restore)
        self.go.setDefault(True)
        row.addWidget(self.go)
        row.addWidget(KeyButton(self.leave))
        box.addLayout(row)
        self.resize(WIDTH, HEIGHT)
        self.table.setFocus()

    def _connect(self) -> None:
        self.choose.triggered.connect(self.choose_folder)
        self.restore.triggered.connect(self._restore)
        self.leave.triggered.connect(self.reject)
        self.table.activated.connect(self._restore)
        self.table.selectionModel().currentChanged.connect(self._chosen)
        self.model.modelReset.connect(self._choose_newest)
        self.target.path.textChanged.connect(self._allow)

    def _begin(self) -> None:
        """The folder that was used last, where there is one; else ask."""
        folders = [each.backups for each in self._kept.contests if each.backups]
        if folders:
            self.use_folder(folders[0])
        else:
            self._allow()

    def choose_folder(self) -> None:
        """Ask for the folder or stick that holds the copies."""
        dialog = FileDialog(self, self.tr("Folder of the copies"), self.folder.text() or str(home()))
        dialog.setFileMode(FileDialog.FileMode.Directory)
        dialog.setOption(FileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.use_folder)
        dialog.rejected.connect(self._no_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _no_folder(self) -> None:
        """Nothing was chosen: without any folder there is nothing to ask here."""
        if not self.folder.text():
            self.reject()

    def use_folder(self, folder: str) -> None:
        """List the copies in this folder."""
        self.folder.setText(folder)
        self._say(self.tr("Looking for copies…"))
        self._work.run(partial(_copies, Path(folder)), self._show_copies, self._refuse)

    def _show_copies(self, found: tuple[Path, Sequence[Found]]) -> None:
        folder, copies = found
        if str(folder) == self.folder.text():
            self._say("" if copies else self.tr("There is no copy of a contest in this folder."))
            self.model.replace(copies)

    def _choose_newest(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
        self._chosen()

    def _chosen(self) -> None:
        """Suggest the place where the contest was on this computer."""
        found = self.table.chosen()
        if found and found.copy:
            known = [each.path for each in self._kept.contests if each.contest == found.copy.contest]
            self.target.suggest(known[0] if known else named(home(), found.copy.title))
        self._allow()

    def _allow(self) -> None:
        found = self.table.chosen()
        ready = found is not None and found.copy is not None and self.target.chosen() is not None
        self.restore.setEnabled(self._done is not None or ready)

    def _restore(self) -> None:
        """Put the copy chosen in its place; once it is there, open it."""
        found, target = self.table.chosen(), self.target.chosen()
        if self._done is not None:
            self.accept()
            self.restored.emit(self._done)
        elif self.restore.isEnabled() and target is not None:
            self.restore.setEnabled(False)
            self._say(self.tr("Restoring…"))
            self._work.run(partial(_restored, found.path, target), self._show_restored, self._refuse)

    def _show_restored(self, restored: tuple[Path, Path | None]) -> None:
        self._done, aside = restored
        text = self.tr("The contest is at {path} again.").format(path=self._done)
        if aside:
            text = sentences(text, self.tr("What was there is kept as {name}.").format(name=aside.name))
        for widget in (self.table, self.target, self.folder):
            widget.setEnabled(False)
        self.choose.setEnabled(False)
        self._retranslate()
        self._say(text, good=True)
        self._allow()
        self.go.setFocus()

    def _refuse(self, error: ArenaError) -> None:
        self._say("\n".join(error.lines(self._languages.current)), bad=True)
        self._allow()

    def _say(self, text: str, *, good: bool = False, bad: bool = False) -> None:
        self.state.setText(text)
        self.state.set_tone("good" if good else "bad" if bad else "plain")
        self.state.setVisible(bool(text))
        grow(self)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Restore a backup"))
        self._title.setText(self.tr("Restore a backup"))
        self._from.setText(self.tr("Copies in"))
        self._to.setText(self.tr("Restore to"))
        self.folder.setAccessibleName(self.tr("Folder of the copies"))
        self.folder.setPlaceholderText(self.tr("the folder or stick that holds the copies"))
        self.table.setAccessibleName(self.tr("Copies, newest first"))
        self.choose.setText(self.tr("Choose…"))
        self.restore.setText(self.tr("Open it") if self._done else self.tr("Restore"))
        self.leave.setText(self.tr("Close") if self._done else self.tr("Cancel"))
        self._promise.setText(
            self.tr(
                "A file that is there now is renamed and kept. The links of all judges stay; panels offer the ballots "
                "that the copy lacks."
            )
        )
        self.target.retranslate()
        self.model.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _copies(folder: Path) -> tuple[Path, Sequence[Found]]:
    from storage.backup import find_copies

    return folder, find_copies(folder)


def _restored(copy: Path, place: Path) -> tuple[Path, Path | None]:
    from storage.restore import restore

    return place, restore(copy, place)
