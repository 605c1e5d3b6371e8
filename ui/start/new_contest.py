"""A new contest, from a template or from a plan of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from scoring.contestants import name_hints
from scoring.errors import ArenaError
from ui.choosing import FileDialog
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.look import Caption, Words
from ui.console.page import buttons_row, grow, page_action
from ui.language import Languages
from ui.start.faults import FaultsView
from ui.start.recent import home
from ui.start.target import Target, named
from ui.start.template_words import plan_label
from ui.work import Work

if TYPE_CHECKING:
    from scoring.plan import Setup

WIDTH = 680


class NewContest(QDialog):
    """Reads a plan with its roster and judges, says what is in it or what is wrong, and makes the contest file.

    Signals:
        created(Path): the file is there.
    """

    created = Signal(object)

    def __init__(self, templates: Sequence[Path], languages: Languages, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH)
        self._languages, self._work = languages, work
        self._setups: dict[Path, Setup | ArenaError] = {}
        self._folder = home()
        self._title, self._source, self._place = Words(factor=1.25, bold=True), Words(), Words()
        self.plan, self.found, self.faults = QComboBox(), Caption(factor=1.0, wrap=True), FaultsView(self)
        self.create_, self.leave = page_action(self, "Ctrl+Return"), page_action(self, "Esc")
        self.choose = page_action(self, "F3")
        self.target = Target(self, "F4")
        self._build()
        self._connect()
        self._retranslate()
        for template in templates:
            self._add(template)

    def _build(self) -> None:
        self.plan.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        source = QHBoxLayout()
        source.setSpacing(8)
        source.addWidget(self.plan, 1)
        source.addWidget(KeyButton(self.choose))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._source, source)
        form.addRow("", self.found)
        form.addRow(self._place, self.target)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(self._title)
        box.addLayout(form)
        box.addWidget(self.faults, 1)
        row = buttons_row()
        create = PrimaryButton(self.create_)
        create.setDefault(True)
        row.addWidget(create)
        row.addWidget(KeyButton(self.leave))
        box.addLayout(row)
        self.plan.setFocus()

    def _connect(self) -> None:
        self.plan.currentIndexChanged.connect(self._show)
        self.choose.triggered.connect(self.choose_plan)
        self.create_.triggered.connect(self._create)
        self.leave.triggered.connect(self.reject)
        self.target.path.textChanged.connect(self._allow)

    def choose_plan(self) -> None:
        """Ask for a plan file."""
        dialog = FileDialog(self, self.tr("Plan of the contest"), str(self._folder), self.tr("Plans (*.toml)"))
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use_plan)
        dialog.rejected.connect(self._no_plan)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _no_plan(self) -> None:
        """Nothing was chosen: without any plan there is nothing to ask here."""
        if self._chosen is None:
            self.reject()

    def use_plan(self, path: str) -> None:
        """Make the contest from this plan; chosen again, it is read again."""
        plan = Path(path)
        self._folder = plan.parent
        self._add(plan)
        self.plan.setCurrentIndex(self._index(plan))

    def _add(self, plan: Path) -> None:
        self._setups.pop(plan, None)
        if self._index(plan) < 0:
            self.plan.addItem(str(plan), str(plan))
        self._show()
        self._work.run(partial(_read, plan), self._take)

    def _index(self, plan: Path) -> int:
        return self.plan.findData(str(plan))

    @property
    def _chosen(self) -> Path | None:
        data = self.plan.currentData()
        return Path(data) if data else None

    def _take(self, read: tuple[Path, Setup | ArenaError]) -> None:
        plan, self._setups[plan] = read
        self._name(plan)
        self._show()

    def _name(self, plan: Path) -> None:
        setup = self._setups[plan]
        name = str(plan) if isinstance(setup, ArenaError) else plan_label(setup.plan, self._languages.current)
        self.plan.setItemText(self._index(plan), name)

    def _show(self) -> None:
        plan = self._chosen
        read = self._setups.get(plan) if plan else None
        if plan and read is None:
            self.found.setText(self.tr("Reading…"))
        elif isinstance(read, ArenaError):
            self.found.setText(str(plan))
            self._show_faults(read)
        elif read is not None:
            self.found.setText(self._said(read))
            self.faults.show_lines("", ())
            self.target.suggest(named(home(), read.plan.title))
        self._allow()
        grow(self)

    def _said(self, setup: Setup) -> str:
        parts = (
            setup.plan.organizer,
            self.tr("%n contestant(s)", "", len(setup.contestants)),
            self.tr("%n judge(s)", "", len(setup.judges)) if setup.judges else "",
            self.tr("%n criteria", "", len(setup.plan.criteria)) if setup.plan.has_live else "",
            self.tr("%n component(s)", "", len(setup.plan.components)) if setup.plan.components else "",
        )
        hints = dict.fromkeys(hint.said(self._languages.current) for hint in name_hints(setup.contestants).values())
        return "\n".join(["  ·  ".join(part for part in parts if part), *hints])

    def _show_faults(self, error: ArenaError) -> None:
        lines = error.lines(self._languages.current)
        heading = self.tr("%n thing(s) are wrong; nothing was created.", "", len(lines))
        self.faults.show_lines(heading, lines)
        grow(self)

    def _allow(self) -> None:
        read = self._setups.get(self._chosen) if self._chosen else None
        ready = read is not None and not isinstance(read, ArenaError)
        self.create_.setEnabled(ready and self.target.chosen() is not None)

    def _create(self) -> None:
        plan, target = self._chosen, self.target.chosen()
        setup = self._setups.get(plan) if plan else None
        if target is None or setup is None or isinstance(setup, ArenaError):
            return
        self.create_.setEnabled(False)
        self._work.run(partial(_create, target, setup), self._created, self._refuse)

    def _created(self, path: Path) -> None:
        self.accept()
        self.created.emit(path)

    def _refuse(self, error: ArenaError) -> None:
        self._show_faults(error)
        self._allow()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("New contest"))
        self._title.setText(self.tr("New contest"))
        self._source.setText(self.tr("Based on"))
        self._place.setText(self.tr("File"))
        self.plan.setAccessibleName(self.tr("Template or plan"))
        self.choose.setText(self.tr("Plan of my own…"))
        self.create_.setText(self.tr("Create and open"))
        self.leave.setText(self.tr("Cancel"))
        self.target.retranslate()
        for plan in self._setups:
            self._name(plan)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _read(plan: Path) -> tuple[Path, Setup | ArenaError]:
    from storage.sheets import read_setup

    try:
        return plan, read_setup(plan)
    except ArenaError as error:
        return plan, error


def _create(path: Path, setup: Setup) -> Path:
    from storage.contest_file import create_contest

    create_contest(path, setup)
    return path
