"""The first window: recent contests, a new one, one from files, open, restore a backup, rehearse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scoring.errors import ArenaError
from scoring.text import Language
from ui.appearance import use_appearance
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.look import Caption, Hairline, Sheet, Words
from ui.console.page import buttons_row, page_action
from ui.console.questions import Answers, Asked, Field, ask, show_error, tell
from ui.console.rows import Table
from ui.console.words import path_word
from ui.language import Languages
from ui.manual.help import Help
from ui.start.recent import Kept, Recents, home
from ui.start.recent_model import PLACE, TITLE, RecentModel, RecentRow
from ui.start.refused import refused_words
from ui.start.template_words import judged_templates
from ui.work import Work

if TYPE_CHECKING:
    from storage.contest_file import ContestFile

SPEEDS = (1, 2, 5, 10, 50)
WIDTH, HEIGHT, PLACE_WIDTH = 960, 560, 170


@dataclass(frozen=True, slots=True)
class Rehearse:
    """A rehearsal of a contest file, or of the contest that a plan makes; `speed` times as fast as people."""

    source: Path
    speed: float = 1.0


Chosen: TypeAlias = "ContestFile | Rehearse"


class StartWindow(QWidget):
    """Lists the contests that were open here, and leads to one: an open contest file, or a rehearsal.

    Signals:
        closed(): something is `chosen`, or nobody wants anything.
    """

    closed = Signal()

    def __init__(self, languages: Languages, recents: Recents, templates: Sequence[Path]) -> None:
        super().__init__()
        self._languages, self._recents, self._templates = languages, recents, tuple(templates)
        self._work = Work(threads=2, parent=self)
        self.kept = Kept()
        self.chosen: Chosen | None = None
        self._sources: dict[str, Path] = {}
        self._opening: Path | None = None
        self._title, self._name = Words(factor=1.8, bold=True), Caption(factor=1.0)
        self._heading, self.state = Words(bold=True), Caption(factor=1.0, wrap=True)
        self.switch = QPushButton()
        keys = ("F2", "F3", "F4", "F5", "F6")
        self.other, self.new, self.files, self.backup, self.rehearse = (page_action(self, key) for key in keys)
        self.open_, self.forget = page_action(self, "Ctrl+Return"), page_action(self, "Del")
        self.manual = Help(languages, self)
        self.read, self.about = self.manual.key(self), page_action(self, "Shift+F1")
        self.model = RecentModel(self)
        self.table, self._buttons = Table(self.model), QWidget()
        self._build()
        self._connect()
        self._retranslate()
        self.resize(self.screen().availableSize().boundedTo(QSize(WIDTH, HEIGHT)))
        self.refresh()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 20, 14)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._name, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch()
        self.switch.setFlat(True)
        head.addWidget(self.switch)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._list(), 1)
        middle.addWidget(Hairline(vertical=True))
        middle.addLayout(self._ways())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(Hairline())
        box.addLayout(middle, 1)

    def _list(self) -> QWidget:
        sheet = Sheet()
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(PLACE, PLACE_WIDTH)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        box = QVBoxLayout(sheet)
        box.setContentsMargins(24, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(self._heading)
        box.addWidget(self.table, 1)
        box.addWidget(self.state)
        row = buttons_row(PrimaryButton(self.open_), KeyButton(self.forget))
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons.setLayout(row)
        box.addWidget(self._buttons)
        box.addStretch()
        return sheet

    def _ways(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        for action in (self.other, self.new, self.files, self.backup, self.rehearse):
            button = KeyButton(action)
            button.setMinimumWidth(230)
            box.addWidget(button)
        box.addStretch()
        box.addWidget(KeyButton(self.read))
        box.addWidget(KeyButton(self.about))
        return box

    def _connect(self) -> None:
        self.other.triggered.connect(self._choose_other)
        self.new.triggered.connect(self._new)
        self.files.triggered.connect(self._from_files)
        self.backup.triggered.connect(self._restore)
        self.rehearse.triggered.connect(self._ask_rehearsal)
        self.open_.triggered.connect(self._open_chosen)
        self.forget.triggered.connect(self._forget)
        self.switch.clicked.connect(self._turn)
        self.read.triggered.connect(partial(self.manual.open, "index"))
        self.about.triggered.connect(self._show_about)
        self.table.activated.connect(self._open_chosen)
        self.table.selectionModel().currentChanged.connect(self._follow)
        self.model.modelReset.connect(self._choose_first)

    def refresh(self) -> None:
        """Read the list again, and see which files are gone; a stick that is away may take its time to say so."""
        self.kept = self._recents.read()
        self._follow()
        self._work.run(partial(_rows, self.kept), self._show_rows)

    def _show_rows(self, rows: list[RecentRow]) -> None:
        self.model.replace(rows)
        for widget in (self.table, self._buttons):
            widget.setVisible(bool(rows))
        self._follow()

    def _choose_first(self) -> None:
        rows = [self.model.row(place) for place in range(self.model.rowCount())]
        if rows:
            self.table.selectRow(next((place for place, row in enumerate(rows) if not row.gone), 0))
            self.table.setFocus()

    def _follow(self) -> None:
        row: RecentRow | None = self.table.chosen()
        self.open_.setEnabled(row is not None and not row.gone and self._opening is None)
        self.forget.setEnabled(row is not None)
        self.state.setText(self._said(row))
        self.state.set_tone("warn" if row and row.gone else "quiet")

    def _said(self, row: RecentRow | None) -> str:
        if self._opening:
            return self.tr("Opening {path}…").format(path=self._opening)
        if row is None:
            nothing = self.tr("No contest was open on this computer yet. Begin on the right.")
            return "" if self.kept.contests else nothing
        if row.gone:
            text = self.tr(
                "{path} is not there: it was moved or deleted, or its stick is not plugged in. A backup can take its "
                "place (F5)."
            )
            return text.format(path=row.recent.path)
        return path_word(row.recent.path)

    def _open_chosen(self) -> None:
        row: RecentRow | None = self.table.chosen()
        if row and self.open_.isEnabled():
            self.open(row.recent.path)

    def open(self, path: Path) -> None:
        """Open a contest file; where that fails, say why and stay."""
        if self._opening is None:
            self._opening = path
            self._follow()
            self._work.run(partial(_opened, path, self._languages.current), self._take, self._refuse)

    def _take(self, file: ContestFile) -> None:
        self.chosen = file
        self.close()

    def _refuse(self, error: ArenaError) -> None:
        path, self._opening = self._opening, None
        self.refresh()
        tell(self, *refused_words(path, error, self._languages.current))

    def _choose_other(self) -> None:
        from ui.choosing import FileDialog

        dialog = FileDialog(self, self.tr("Open a contest"), str(self._last_folder()), self.tr("Contests (*.arena)"))
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _last_folder(self) -> Path:
        return self.kept.contests[0].path.parent if self.kept.contests else home()

    def _open_file(self, path: str) -> None:
        self.open(Path(path))

    def _new(self) -> None:
        self._show_new()

    def _from_files(self) -> None:
        self._show_new(ask_for_plan=True)

    def _show_new(self, *, ask_for_plan: bool = False) -> None:
        from ui.start.new_contest import NewContest

        dialog = NewContest(() if ask_for_plan else self._templates, self._languages, self._work, self)
        dialog.created.connect(self.open)
        dialog.open()
        if ask_for_plan:
            dialog.choose_plan()

    def _show_about(self) -> None:
        from ui.console.about_dialog import AboutDialog

        AboutDialog(None, self).open()

    def _restore(self) -> None:
        from ui.start.restoring import Restoring

        dialog = Restoring(self.kept, self._languages, self._work, self)
        dialog.restored.connect(self.open)
        dialog.open()
        if not dialog.folder.text():
            dialog.choose_folder()

    def _ask_rehearsal(self) -> None:
        row: RecentRow | None = self.table.chosen()
        there = [each for each in map(self.model.row, range(self.model.rowCount())) if not each.gone]
        there.sort(key=lambda each: each is not row)
        self._sources = {f"{each.recent.title}  –  {each.recent.path}": each.recent.path for each in there}
        judged = judged_templates(self._templates, self._languages.current)
        self._sources |= {self.tr("Template {name}").format(name=name): path for name, path in judged.items()}
        asked = Asked(
            self.tr("Rehearse"),
            self.tr(
                "Simulated judges score on a copy that is thrown away afterwards. The contest itself is only read."
            ),
            self.tr("Rehearse"),
            fields=[
                Field("what", self.tr("Contest"), choices=tuple(self._sources), free=False),
                Field("speed", self.tr("Speed"), choices=tuple(f"{each} ×" for each in SPEEDS), free=False),
            ],
        )
        ask(self, asked, self._begin_rehearsal)

    def _begin_rehearsal(self, answers: Answers) -> None:
        self.chosen = Rehearse(self._sources[answers["what"]], float(answers["speed"].split()[0]))
        self.close()

    def _forget(self) -> None:
        row: RecentRow | None = self.table.chosen()
        if row:
            self._recents.forget(row.recent.path)
            self.refresh()

    def _turn(self) -> None:
        self._languages.use("en" if self._languages.current == "zh" else "zh")
        self._recents.use_language(self._languages.current)

    def _retranslate(self) -> None:
        self.setWindowTitle("Arena Desk")
        self._title.setText(self.tr("Arena contests"))
        self._name.setText("Arena Desk")
        self._heading.setText(self.tr("Recent contests"))
        self.table.setAccessibleName(self._heading.text())
        self.open_.setText(self.tr("Open"))
        self.forget.setText(self.tr("Remove from the list"))
        self.other.setText(self.tr("Open a file…"))
        self.new.setText(self.tr("New from a template…"))
        self.files.setText(self.tr("New from my own files…"))
        self.backup.setText(self.tr("Restore a backup…"))
        self.rehearse.setText(self.tr("Rehearse…"))
        self.read.setText(self.tr("Manual"))
        self.about.setText(self.tr("About…"))
        self.switch.setText("English" if self._languages.current == "zh" else "中文")
        self.model.retranslate()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.manual.close()
        self._work.finish()
        self.closed.emit()


def ask_for_contest(
    application: QApplication,
    recents: Recents,
    templates: Sequence[Path],
    language: Language,
    refused: ArenaError | None = None,
) -> Chosen | None:
    """Run the start window until something is chosen, or nobody wants anything; say first what was refused before."""
    use_appearance("system")
    languages = Languages(language)
    window = StartWindow(languages, recents, templates)
    window.closed.connect(application.quit)
    window.show()
    if refused:
        show_error(window, refused, language)
    try:
        application.exec()
        return window.chosen
    finally:
        window.deleteLater()
        languages.remove()


def _rows(kept: Kept) -> list[RecentRow]:
    return [RecentRow(each, gone=not _there(each.path)) for each in kept.contests]


def _there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _opened(path: Path, language: str) -> ContestFile:
    """Open a contest; a new one speaks the language of the start window."""
    from storage.contest_file import open_contest

    file = open_contest(path)
    if file.setting("language") is None:
        file.remember("language", language)
    return file
