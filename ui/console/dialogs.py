"""The dialog of a question to the organizer; it never blocks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.console.look import Caption, Words, plain_tip
from ui.console.page import fit, grow
from ui.console.questions import Asked, Field


class Question(QDialog):
    """Asks one question. Enter says yes once everything is filled in; Space and Escape never do.

    Signals:
        answered(dict): what was filled in, by key.
    """

    answered = Signal(object)

    def __init__(self, asked: Asked, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(asked.title)
        self.setMinimumWidth(480)
        self._asked = asked
        self._inputs: dict[str, QLineEdit | QComboBox] = {}
        self._faults: dict[str, Words] = {}
        self._note = Caption(wrap=True)
        self._build()
        self._follow()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.setContentsMargins(20, 18, 20, 16)
        box.addWidget(Words(self._asked.title, factor=1.25, bold=True, wrap=True))
        self.said = Words(self._asked.text, wrap=True)
        self.said.setVisible(bool(self._asked.text))
        box.addWidget(self.said)
        for detail in self._asked.details:
            box.addWidget(Caption(f"·  {detail}", factor=1.0, wrap=True))
        self._add_more(box)
        if self._asked.figure:
            box.addWidget(Words(self._asked.figure, factor=2.6, bold=True))
        if self._asked.fields:
            box.addLayout(self._form())
        box.addWidget(self._note)
        self._add_below(box)
        box.addSpacing(6)
        box.addWidget(self._buttons())

    def _add_more(self, box: QVBoxLayout) -> None:
        """What a particular question shows besides."""

    def _add_below(self, box: QVBoxLayout) -> None:
        """The same, below what is filled in."""

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in self._asked.fields:
            entry = self._inputs[field.key] = self._input(field)
            entry.setAccessibleName(field.label)
            form.addRow(field.label, entry)
            fault = self._faults[field.key] = Words(tone="bad", factor=0.92)
            form.addRow("", fault)
        return form

    def _input(self, field: Field) -> QLineEdit | QComboBox:
        if field.choices:
            return self._combo(field)
        edit = QLineEdit(field.value)
        edit.setPlaceholderText(field.hint)
        edit.textChanged.connect(self._follow)
        return edit

    def _combo(self, field: Field) -> QComboBox:
        combo = QComboBox()
        combo.setEditable(field.free)
        combo.addItems(field.choices)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if field.free or field.value:
            combo.setCurrentText(field.value)
        line = combo.lineEdit()
        if line:
            line.setPlaceholderText(field.hint)
        combo.currentTextChanged.connect(self._follow)
        return combo

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.yes = _said(QPushButton(f"{self._asked.action}  ⏎"), self._asked.action)
        self.no = _said(QPushButton(self.tr("Cancel") + "  Esc"), self.tr("Cancel"))
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.no, QDialogButtonBox.ButtonRole.RejectRole)
        self.yes.setDefault(True)
        self.no.setAutoDefault(False)
        self.yes.installEventFilter(self)
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self.reject)
        first = next(iter(self._inputs.values()), None)
        (first or self.no).setFocus()
        return buttons

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space is the key of the next step; pressed twice by accident it must not also say yes."""
        if watched is self.yes and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the words are: Qt guesses too high, or lays buttons over a list of two thirds of the screen."""
        super().showEvent(event)
        fit(self)

    def answers(self) -> dict[str, str]:
        """What is filled in so far."""
        exact = {field.key for field in self._asked.fields if field.exact}
        found = {key: _text(entry) for key, entry in self._inputs.items()}
        return {key: text if key in exact else text.strip() for key, text in found.items()}

    def fill(self, key: str, text: str) -> None:
        """Write into a field."""
        entry = self._inputs[key]
        entry.setCurrentText(text) if isinstance(entry, QComboBox) else entry.setText(text)

    def _follow(self) -> None:
        if not hasattr(self, "yes"):
            return
        answers = self.answers()
        blank = [field.key for field in self._asked.fields if field.required and not answers[field.key].strip()]
        faults = self._asked.check(answers) if self._asked.check else {}
        for key, label in self._faults.items():
            shown = faults.get(key, "") if answers[key] else ""
            label.setText(shown)
            label.setVisible(bool(shown))
        note = self._asked.note(answers) if self._asked.note and not blank and not faults else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.yes.setEnabled(not blank and not faults)
        grow(self)
        self._say_blank([field.label for field in self._asked.fields if field.key in blank])

    def _say_blank(self, labels: Sequence[str]) -> None:
        """Why the button cannot be pressed, for who points at it or has it read out."""
        why = self.tr("Still to fill in: {fields}").format(fields=" / ".join(labels)) if labels else ""
        self.yes.setToolTip(plain_tip(why))
        self.yes.setAccessibleDescription(why)

    def _say_yes(self) -> None:
        self.answered.emit(self.answers())
        self.accept()


def _said(button: QPushButton, name: str) -> QPushButton:
    button.setAccessibleName(name)
    return button


def _text(entry: QLineEdit | QComboBox) -> str:
    return entry.currentText() if isinstance(entry, QComboBox) else entry.text()
