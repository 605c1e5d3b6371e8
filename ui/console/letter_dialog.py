"""The wording of a bulletin: its fields, and beside them the document as it will be."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from exports.kinds import Kind, Order
from exports.letter import NAMES, Attachment, Letter, parse_day
from ui.console.look import Caption, Words
from ui.console.making import Export, preview_of
from ui.console.preview import Preview
from ui.desk import Desk


class LetterDialog(QDialog):
    """Edits the letter of one round.

    Signals:
        kept(int, Letter): this is how the bulletin of the round shall read.
    """

    kept = Signal(int, object)

    def __init__(self, desk: Desk, export: Export, number: int, letter: Letter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Wording of the bulletin"))
        self._desk, self._export, self._number = desk, export, number
        self._letter = letter
        self.lines: dict[str, QLineEdit] = {}
        self.basis, self.day = QPlainTextEdit(letter.basis), QLineEdit(letter.day.isoformat() if letter.day else "")
        self.boxes = {each: QCheckBox(NAMES[each].said(desk.language)) for each in Attachment}
        self.fault = Words(tone="bad")
        self.preview = Preview(desk, self)
        self._build()
        self._follow()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(Words(self.windowTitle(), factor=1.25, bold=True))
        hint = Caption(self.tr("A field left empty follows the contest."), factor=1.0, wrap=True)
        left.addWidget(hint)
        left.addLayout(self._form())
        left.addWidget(self.fault)
        left.addStretch()
        left.addWidget(self._buttons())
        self.preview.stand_beside(left)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        organizer = self._desk.snapshot.plan.organizer
        form.addRow(*self._line("issuer", self.tr("Issuer's mark"), organizer))
        form.addRow(*self._line("number", self.tr("Document number"), self.tr("such as 青营商办〔2023〕5号")))
        form.addRow(*self._line("addressee", self.tr("Addressee"), self.tr("nobody in particular")))
        form.addRow(self.tr("Basis"), self._basis())
        form.addRow(*self._line("signer", self.tr("Signed by"), organizer))
        form.addRow(self.tr("Date"), self._day())
        form.addRow(*self._line("copies", self.tr("Copies to"), self.tr("nobody")))
        form.addRow(self.tr("Attachments"), self._attachments())
        return form

    def _line(self, key: str, label: str, hint: str) -> tuple[str, QLineEdit]:
        edit = self.lines[key] = QLineEdit(self._letter.texts()[key])
        edit.setPlaceholderText(hint)
        edit.setAccessibleName(label)
        edit.textChanged.connect(self._follow)
        return label, edit

    def _basis(self) -> QPlainTextEdit:
        self.basis.setPlaceholderText(self.tr("by which plan, who held which round"))
        self.basis.setAccessibleName(self.tr("Basis"))
        self.basis.setTabChangesFocus(True)
        self.basis.setFixedHeight(self.basis.fontMetrics().lineSpacing() * 3 + 14)
        self.basis.textChanged.connect(self._follow)
        return self.basis

    def _day(self) -> QLineEdit:
        self.day.setPlaceholderText(self.tr("the day on which the round is closed"))
        self.day.setAccessibleName(self.tr("Date"))
        self.day.textChanged.connect(self._follow)
        return self.day

    def _attachments(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(4)
        for each, check in self.boxes.items():
            check.setChecked(each in self._letter.attachments)
            check.toggled.connect(self._follow)
            box.addWidget(check)
        return box

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.keep, leave = QPushButton(self.tr("Save") + "  ⏎"), QPushButton(self.tr("Cancel") + "  Esc")
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        self.keep.setAccessibleName(self.tr("Save"))
        self.keep.setDefault(True)
        leave.setAccessibleName(self.tr("Cancel"))
        leave.setAutoDefault(False)
        self.keep.clicked.connect(self._keep)
        leave.clicked.connect(self.reject)
        return buttons

    @property
    def letter(self) -> Letter:
        """As it is written now."""
        texts = {key: edit.text().strip() for key, edit in self.lines.items()}
        chosen = tuple(each for each, check in self.boxes.items() if check.isChecked())
        basis = " ".join(self.basis.toPlainText().split())
        return replace(self._letter, **texts, basis=basis, day=parse_day(self.day.text()), attachments=chosen)

    def _follow(self) -> None:
        wrong = bool(self.day.text().strip()) and parse_day(self.day.text()) is None
        self.fault.setText(self.tr("The date is read as 2023-05-07 or 2023年5月7日.") if wrong else "")
        self.keep.setEnabled(not wrong)
        if not wrong:
            order = Order(Kind.BULLETIN, Path(), self._number, letter=self.letter)
            self.preview.follow(partial(preview_of, self._export, order))

    def _keep(self) -> None:
        self.kept.emit(self._number, self.letter)
        self.accept()
