"""A table that is to come in: where it is from, what each of its lines would do, and one word for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scoring.contest import Contest
from scoring.errors import ArenaError, BadInput
from scoring.grid import Grid
from scoring.incoming import Effect, Incoming
from scoring.text import listed, plain
from storage.sheets import grid_of_text, read_grid
from ui.choosing import FileDialog
from ui.console.bringing import Bringing
from ui.console.buttons import KeyButton
from ui.console.columns_bar import ColumnsBar
from ui.console.look import Caption, Words
from ui.console.page import buttons_row, page_action
from ui.console.preview_model import SAID, EffectDelegate, PreviewLine, PreviewModel, Telling
from ui.console.rows import OBJECT_ROLE, Table
from ui.console.search_box import BesideTable
from ui.desk import Desk

MOST = 1000
"""Lines that are shown; of a larger table the rest are counted."""
WIDEST = 460
"""Pixels of a column; the whole text stands below the table, and in the tool tip."""


@dataclass(frozen=True)
class Looked:
    """What came of looking at a table: its lines, or why it cannot be read at all; `turn` says which look it was.

    `cells` are those of the lines that are shown, by number; `unlisted` says how many more do what.
    """

    turn: int
    grid: Grid
    contest: Contest
    lines: tuple[Incoming[Any], ...] = ()
    error: BadInput | None = None
    cells: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    unlisted: Counter[Effect] = field(default_factory=Counter)


class PreviewDialog(QDialog):
    """Nothing is stored before the last button; then all of it is, or nothing."""

    def __init__(self, desk: Desk, bringing: Bringing[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAcceptDrops(True)
        self._desk, self._bringing = desk, bringing
        self._raw: Grid | None = None
        self._looked: Looked | None = None
        self._turn, self._storing = 0, False
        self.choose, self.paste, self.which = (page_action(self, key) for key in ("F6", "Ctrl+V", "F7"))
        self.source, self.summary = Caption(factor=1.0, wrap=True), Words(bold=True)
        self.fault = Words(tone="bad", wrap=True)
        self.more = Caption(factor=1.0, wrap=True)
        self.columns = ColumnsBar()
        self.model = PreviewModel(self)
        self.telling = Telling(self.model, self)
        self.table = Table(self.telling)
        self.detail = Words(wrap=True)
        self.only, self.replace, self.reason = QCheckBox(), QCheckBox(), BesideTable()
        self.yes, self.no = QPushButton(), QPushButton()
        self._build()
        self._connect()
        self._say()
        self._follow()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(Words(self._bringing.title(), factor=1.25, bold=True, wrap=True))
        box.addWidget(Caption(self._bringing.purpose(), factor=1.0, wrap=True))
        row = buttons_row(KeyButton(self.choose), KeyButton(self.paste), KeyButton(self.which))
        box.addLayout(row)
        box.addWidget(self.source)
        box.addWidget(self.columns)
        box.addWidget(self.fault)
        counts = QHBoxLayout()
        counts.addWidget(self.summary)
        counts.addStretch()
        counts.addWidget(self.only)
        box.addLayout(counts)
        box.addWidget(self.more)
        box.addWidget(self.table, 1)
        box.addWidget(self.detail)
        box.addWidget(self.replace)
        box.addLayout(self._form())
        box.addWidget(self._buttons())
        self.yes.setDefault(True)  # not before it stands in the dialog
        self.resize(1040, 620)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Reason"), self.reason)
        form.setRowVisible(self.reason, self._bringing.wants_reason)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.no, QDialogButtonBox.ButtonRole.RejectRole)
        self.no.setAutoDefault(False)
        self.yes.installEventFilter(self)
        return buttons

    def _connect(self) -> None:
        self.choose.triggered.connect(self._choose)
        self.reason.table_pasted.connect(self.paste.trigger)
        self.paste.triggered.connect(self.read_clipboard)
        self.which.triggered.connect(self._show_columns)
        self.columns.changed.connect(self._look)
        self.only.toggled.connect(self.telling.show_only_telling)
        self.replace.toggled.connect(self._look)
        self.reason.textChanged.connect(self._follow)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self._desk.changed.connect(self._look)
        self.yes.clicked.connect(self._store)
        self.no.clicked.connect(self.reject)

    def _say(self) -> None:
        self.setWindowTitle(self._bringing.title())
        self.choose.setText(self.tr("Choose a file…"))
        self.paste.setText(self.tr("Paste"))
        self.paste.setToolTip(self.tr("What was copied in Excel or WPS, with its heading"))
        self.which.setText(self.tr("Columns…"))
        self.only.setText(self.tr("Leave out what stays as it is"))
        self.replace.setText(self.tr("Replace ballots that are stored; the journal keeps both"))
        self.replace.setVisible(self._bringing.may_replace)
        self.reason.setPlaceholderText(self.tr("goes into the journal"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.table.setAccessibleName(self.tr("Preview"))
        self.table.setItemDelegate(EffectDelegate(self.table))
        self.table.horizontalHeader().setMaximumSectionSize(WIDEST)
        self.no.setText(self.tr("Cancel") + "  Esc")
        self.no.setAccessibleName(self.tr("Cancel"))
        self.columns.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space is the key of the next step; pressed twice by accident it must not also say yes."""
        if watched is self.yes and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.read_file(next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()))

    def _choose(self) -> None:
        tables = self.tr("Tables") + " (*.csv *.tsv *.txt *.xlsx *.xlsm)"
        every = self.tr("All files") + " (*)"
        folder = str(self._desk.file.path.parent)
        dialog = FileDialog(self, self._bringing.title(), folder, f"{tables};;{every}")
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Look at a file."""
        self.summary.setText(self.tr("Reading…"))
        self.summary.show()
        self._desk.slow.run(partial(read_grid, Path(path)), self._take_grid, self._show_unread)

    def read_clipboard(self) -> None:
        """Look at what was copied in a spreadsheet program."""
        text, name = QGuiApplication.clipboard().text(), self.tr("clipboard")
        self._desk.slow.run(partial(grid_of_text, text, name), self._take_grid, self._show_unread)

    def _take_grid(self, grid: Grid) -> None:
        self._raw = grid
        (self.reason if self._bringing.wants_reason else self.table).setFocus()
        self.columns.show_grid(grid, self._bringing.columns(self._desk.snapshot.plan), self._desk.language)
        self.columns.setVisible(bool(grid.lines) and not self.columns.plain)
        self._look()

    def _show_unread(self, error: ArenaError) -> None:
        """A file that is no table: what was looked at before is gone from view as well."""
        self._raw, self._looked = None, None
        self.columns.hide()
        self._turn += 1
        self.model.show((), [])
        self.fault.setText("\n".join(error.lines(self._desk.language)))
        self._follow()

    def _show_columns(self) -> None:
        self.columns.setVisible(self._raw is not None and not self.columns.isVisible())

    def _look(self) -> None:
        """Look again at the table: it, or the contest, is another."""
        if self._raw is None or self._storing:
            return
        self._turn += 1
        grid, contest = self.columns.named(), self._desk.snapshot.contest
        work = partial(_look, self._bringing, self._turn, grid, contest, self.replace.isChecked())
        self._desk.slow.run(work, self._show_looked)

    def _show_looked(self, looked: Looked) -> None:
        if looked.turn != self._turn:
            return
        self._looked = looked
        if looked.error:
            self.fault.setText(self._bringing.told(looked.error.faults))
            self.columns.setVisible(self.columns.isVisible() or bool(looked.grid.lines))
        else:
            self.fault.setText("")
        self.model.show(self._heads(looked.grid), self._said(looked))
        self._choose_line()
        self._show_detail()
        self._follow()

    def _choose_line(self) -> None:
        """Begin with what is wrong; where a person went meanwhile, stay."""
        if self.table.currentIndex().isValid() or not self.telling.rowCount():
            return
        places = range(self.telling.rowCount())
        effects = [self.telling.index(place, 0).data(OBJECT_ROLE).effect for place in places]
        self.table.selectRow(effects.index(Effect.WRONG) if Effect.WRONG in effects else 0)

    def _heads(self, grid: Grid) -> tuple[str, ...]:
        columns = self._bringing.columns(self._desk.snapshot.plan)
        said = {column.key: column.name.said(self._desk.language) for column in columns}
        return tuple(said.get(cell, cell.strip() or "–") for cell in grid.lines[0].cells) if grid.lines else ()

    def _said(self, looked: Looked) -> list[PreviewLine]:
        now, cells = self._desk.snapshot, looked.cells
        if looked.error:
            return [PreviewLine(number, None, "", found) for number, found in cells.items()]
        return [
            PreviewLine(
                line.number,
                line.effect,
                self._bringing.wrong(line, now) if line.faults else self._bringing.said(line, now),
                cells[line.number],
            )
            for line in _worst(looked.lines)
        ]

    def _show_detail(self) -> None:
        line: PreviewLine | None = self.table.currentIndex().data(OBJECT_ROLE)
        self.detail.setText(self.model.cell(line, SAID) if line else "")
        self.detail.setVisible(line is not None)

    @property
    def counts(self) -> Counter[Effect]:
        """How many lines do what."""
        if self._looked is None:
            return Counter()
        return Counter(line.effect for line in self._looked.lines) + self._looked.unlisted

    def _follow(self) -> None:
        counts = self.counts
        self.source.setText(self._raw.name if self._raw else self._expected())
        self.fault.setVisible(bool(self.fault.text()))
        self.summary.setText(self._summary(counts))
        self.summary.setVisible(bool(counts))
        self.more.setText(self._unlisted())
        self.more.setVisible(bool(self.more.text()))
        self.summary.set_tone("bad" if counts[Effect.WRONG] else "plain")
        self.which.setEnabled(self._raw is not None)
        self.only.setVisible(counts[Effect.SAME] > 0)
        n = counts[Effect.NEW] + counts[Effect.CHANGED]
        action = self.tr("Import %n line(s)", "", n) if n else self.tr("Import")
        self.yes.setText(f"{action}  ⏎")
        self.yes.setAccessibleName(action)
        said = bool(self.reason.text().strip()) or not self._bringing.wants_reason
        self.yes.setEnabled(n > 0 and not counts[Effect.WRONG] and said and not self._storing)

    def _unlisted(self) -> str:
        """That not every line is shown."""
        looked = self._looked
        if looked is None or looked.error:
            return ""
        n = sum(looked.unlisted.values()) + max(0, len(looked.lines) - MOST)
        text = self.tr("{n} lines are counted but not listed: ballots of a crowd, or more than can be shown.")
        return text.format(n=f"{n:,}") if n else ""

    def _expected(self) -> str:
        columns = self._bringing.columns(self._desk.snapshot.plan)
        language = self._desk.language
        needed = listed([column.said for column in columns if column.required]).said(language)
        more = listed([column.said for column in columns if not column.required]).said(language)
        text = self.tr("CSV or Excel with the columns {columns}").format(columns=needed)
        return text + (self.tr("; {columns} if you like").format(columns=more) if more else "")

    def _summary(self, counts: Counter[Effect]) -> str:
        if not counts:
            return ""
        if set(counts) == {Effect.SAME}:
            return self.tr("Everything is as the table says already: there is nothing to take in")
        parts = (
            (Effect.NEW, self.tr("%n new", "", counts[Effect.NEW])),
            (Effect.CHANGED, self.tr("%n changed", "", counts[Effect.CHANGED])),
            (Effect.SAME, self.tr("%n stay(s) as before", "", counts[Effect.SAME])),
            (Effect.WRONG, self.tr("%n wrong: nothing is imported until it is corrected", "", counts[Effect.WRONG])),
        )
        return listed([plain(text) for effect, text in parts if counts[effect]]).said(self._desk.language)

    def _store(self) -> None:
        if self._looked is None:
            return
        self._storing = True
        reason, seen = self.reason.text().strip(), self._looked.contest.revision
        job = self._bringing.store(self._looked.grid, reason, self.replace.isChecked(), seen)
        job.done.connect(self._stored)
        job.failed.connect(self._go_on)
        self._follow()

    def _stored(self) -> None:
        self.accept()

    def _go_on(self) -> None:
        """It could not be done, as the window says; look at it as it stands now."""
        self._storing = False
        self._look()
        self._follow()


def _look(bringing: Bringing[Any], turn: int, grid: Grid, contest: Contest, replace: bool) -> Looked:
    try:
        found = bringing.read(grid, contest, replace)
    except BadInput as error:
        shown = {line.number: line.cells for line in grid.lines[1 : MOST + 1]}
        return Looked(turn, grid, contest, error=error, cells=shown)
    wanted = {line.number for line in _worst(found.lines)}
    shown = {line.number: line.cells for line in grid.lines if line.number in wanted}
    return Looked(turn, grid, contest, found.lines, cells=shown, unlisted=found.unlisted)


def _worst(lines: Sequence[Incoming[Any]]) -> Sequence[Incoming[Any]]:
    """As many lines as can be shown, in order; where there are more, those first that are wrong."""
    if len(lines) <= MOST:
        return lines
    wrong = [line for line in lines if line.faults][:MOST]
    right = [line for line in lines if not line.faults][: MOST - len(wrong)]
    return sorted([*wrong, *right], key=lambda line: line.number)
