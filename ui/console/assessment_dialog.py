"""The half-year assessment: its file, what is still open, how its bulletin will look; recorded and made from here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exports.kinds import ABOUT, Kind, Order
from exports.letter import ASSESSMENT_SETTING, SETTING, Letter, assessment_letter, parse_day, with_letter
from scoring.assessment import assess
from scoring.errors import ArenaError
from scoring.text import Text
from storage.assessments import read_assessment, read_assessments, record_rules, recorded_as
from storage.contest_file import ContestFile
from ui.choosing import FileDialog
from ui.console.buttons import KeyButton
from ui.console.close_button import CloseButton
from ui.console.look import Caption, Words
from ui.console.making import Export, Making, preview_of, writing
from ui.console.page import buttons_row, page_action
from ui.console.preview import Preview
from ui.console.questions import Asked, ask
from ui.desk import Desk

FILTER = "*.toml"


@dataclass(frozen=True, slots=True)
class Looked:
    """What an assessment would be now: what is still open, and the record that holds just this."""

    title: str
    blockers: tuple[Text, ...]
    record: int | None


class AssessmentDialog(QDialog):
    """Without a file it shows the assessment that was recorded last."""

    def __init__(self, desk: Desk, export: Export, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Half-year assessment"))
        self._desk, self._export = desk, export
        self._rules: Path | None = None
        kept, letters = desk.file.setting(ASSESSMENT_SETTING), desk.file.setting(SETTING)
        self._letter = assessment_letter(kept, letters, desk.snapshot.round.number)
        self.path, self.state = QLineEdit(), Words()
        self.choose, self.record = page_action(self, "F2"), page_action(self, "F9")
        self.lines: dict[str, QLineEdit] = {}
        self.day = QLineEdit(self._letter.day.isoformat() if self._letter.day else "")
        self.making, self.preview = Making(desk, self), Preview(desk, self)
        self._build()
        self._connect()
        self._look()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(Words(self.windowTitle(), factor=1.25, bold=True))
        about = self.tr("Its rules are a small file (.toml) that names the tables of values; the manual shows one.")
        hint = Caption(about, factor=1.0)
        for words in (hint, self.state):
            words.setWordWrap(True)
        left.addWidget(hint)
        left.addLayout(self._file_row())
        left.addWidget(self.state)
        left.addLayout(self._form())
        left.addStretch()
        left.addLayout(buttons_row(KeyButton(self.record)))
        self.making.row.addWidget(CloseButton(self))
        left.addWidget(self.making)
        self.preview.stand_beside(left)

    def _file_row(self) -> QHBoxLayout:
        self.choose.setText(self.tr("Choose the file…"))
        self.path.setReadOnly(True)
        self.path.setPlaceholderText(self.tr("the one that was recorded last"))
        self.path.setAccessibleName(self.tr("File of the rules"))
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(KeyButton(self.choose))
        return row

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(*self._line("number", self.tr("Document number")))
        form.addRow(*self._line("addressee", self.tr("Addressee")))
        self.day.setPlaceholderText(self.tr("the day on which it is recorded"))
        self.day.setAccessibleName(self.tr("Date"))
        form.addRow(self.tr("Date"), self.day)
        form.addRow(*self._line("copies", self.tr("Copies to")))
        return form

    def _line(self, key: str, label: str) -> tuple[str, QLineEdit]:
        edit = self.lines[key] = QLineEdit(self._letter.texts()[key])
        edit.setAccessibleName(label)
        return label, edit

    def _connect(self) -> None:
        self.record.setText(self.tr("Record in the journal…"))
        self.making.retranslate()
        self.making.make.setText(self.tr("Make the bulletin"))
        self.choose.triggered.connect(self._choose)
        self.record.triggered.connect(self._ask)
        self.making.wanted.connect(self._make)
        self._desk.changed.connect(self._look)
        for edit in (*self.lines.values(), self.day):
            edit.textChanged.connect(self._draw)

    def _choose(self) -> None:
        dialog = FileDialog(self, self.windowTitle(), str(self._desk.file.path.parent), f"TOML ({FILTER})")
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use(self, path: str) -> None:
        """Look at the assessment of this file."""
        self._rules = Path(path)
        self.path.setText(path)
        self._look()

    def _look(self) -> None:
        self.record.setEnabled(False)
        self._desk.slow.run(partial(_looked, self._desk.file, self._rules), self._show, self._show_fault)

    def _show(self, looked: Looked | None) -> None:
        self.making.make.setEnabled(looked is not None)
        if looked is None:
            self.state.setText(self.tr("No assessment is recorded yet: choose the file of its rules."))
            self.state.set_tone("warn")
            return
        self._say(looked)
        self.record.setEnabled(looked.record is None and not looked.blockers and self._rules is not None)
        self.making.suggest(f"{looked.title} {ABOUT[Kind.BULLETIN].name.said(self._desk.language)}", "pdf")
        self._draw()

    def _say(self, looked: Looked) -> None:
        if looked.record is not None:
            self.state.setText(self.tr("Recorded: journal record {record}.").format(record=looked.record))
            self.state.set_tone("good")
            return
        open_ = [text.said(self._desk.language) for text in looked.blockers]
        head = self.tr("Provisional until it is recorded.")
        shown = [f"·  {text}" for text in open_[:4]]
        more = [self.tr("… and {n} more").format(n=len(open_) - 4)] if len(open_) > 4 else []
        self.state.setText("\n".join([head, *shown, *more]))
        self.state.set_tone("warn")

    def _show_fault(self, error: ArenaError) -> None:
        lines = error.lines(self._desk.language)
        more = [self.tr("… and {n} more").format(n=len(lines) - 6)] if len(lines) > 6 else []
        self.state.setText("\n".join([*lines[:6], *more]))
        self.state.set_tone("bad")
        self.making.make.setEnabled(False)

    @property
    def letter(self) -> Letter:
        """As it is worded now; what is no date is left out."""
        texts = {key: edit.text().strip() for key, edit in self.lines.items()}
        return replace(self._letter, **texts, day=parse_day(self.day.text()), attachments=())

    def _draw(self) -> None:
        if self.making.make.isEnabled():
            self.preview.follow(partial(preview_of, self._export, self._order))

    @property
    def _order(self) -> Order:
        return Order(Kind.ASSESSMENT, Path(), self._desk.snapshot.round.number, letter=self.letter, rules=self._rules)

    def _ask(self) -> None:
        asked = Asked(
            self.tr("Record the assessment?"),
            self.tr("Rules, values and result go into the journal and are final; a correction is recorded anew."),
            self.tr("Record"),
        )
        ask(self, asked, self._record)

    def _record(self, answers: object) -> None:
        if self._rules:
            self._desk.do(record_rules, self._rules)

    def _make(self) -> None:
        self._desk.remember(ASSESSMENT_SETTING, with_letter(None, 1, self.letter))
        self.making.start(writing(self._export, self._order))


def _looked(file: ContestFile, rules: Path | None) -> Looked | None:
    """The assessment of a file, or the one recorded last; None where there is neither. Raises `ArenaError`."""
    from scoring.assessment_file import recorded_assessment

    contest, records = file.contest, read_assessments(file)
    if rules is None and not records:
        return None
    assessment = read_assessment(rules, contest) if rules else recorded_assessment(records[-1].after, contest)
    assessed = assess(contest, assessment)
    record = recorded_as(assessed, records)
    return Looked(assessment.plan.title, tuple(assessed.blockers()), record.number if record else None)
