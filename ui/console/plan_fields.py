"""Fields for the values of a plan. Each keeps in a draft what is typed, and shows where it is wrong."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QWidget

from scoring.plan_draft import Value
from scoring.plan_words import CHOICES, allowed, key_name
from scoring.text import Language, Text
from ui.console.look import look

WORDS = {"title", "organizer", "name"}
"""What is written in words and wants room."""
MIDDLING = {"min", "max", "weight", "target", "floor", "unit"}
SHORT, NARROW, KEY, WORD = 4, 6, 8, 10
"""How many characters a field of a row shows."""
DEFAULTS = {
    "contest.step": "1",
    "contest.decimals": "2",
    "returns.count": "1",
    "timer.speech_seconds": "480",
    "timer.warning_seconds": "60",
    "criterion.min": "0",
    "group.drop_high": "0",
    "group.drop_low": "0",
    "group.quorum": "1",
    "component.floor": "0",
}
"""What holds where a field is left blank."""
FOLLOWING, AUTO = {"group.trim_from", "criterion.weight"}, Text("自动", "auto")
"""Values that follow from others where they are left blank."""


class LineField(QLineEdit):
    """A value as it is typed.

    Signals:
        edited(): something else is written.
        entered(): the focus came.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, values: dict[str, Value], key: str) -> None:
        super().__init__(str(values[key]))
        self._values, self._key, self._wrong = values, key, False
        self.setCursorPosition(0)
        self.textEdited.connect(self._keep)

    def _keep(self, text: str) -> None:
        self._values[self._key] = text
        self.edited.emit()

    def freeze(self, frozen: bool) -> None:
        """Let nothing be changed, or let it."""
        self.setReadOnly(frozen)
        palette = QPalette()
        if frozen:
            palette.setColor(QPalette.ColorRole.Base, palette.color(QPalette.ColorRole.Window))
        self.setPalette(palette)

    def mark(self, fault: str) -> None:
        """Show that the value is wrong, and why; or that it is not."""
        self._wrong = bool(fault)
        self.setAccessibleDescription(fault)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wrong:
            frame_wrong(self)


class ChoiceField(QComboBox):
    """One of a few words.

    Signals:
        edited(): another one is chosen.
        entered(): the focus came.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, values: dict[str, Value], table: str, key: str, language: Language) -> None:
        super().__init__()
        self._values, self._key = values, key
        for word, text in CHOICES[f"{table}.{key}"].items():
            self.addItem(text.said(language), word)
        self.setCurrentIndex(self.findData(values[key]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._keep)

    def _keep(self) -> None:
        self._values[self._key] = self.currentData()
        self.edited.emit()

    def freeze(self, frozen: bool) -> None:
        """Let nothing be changed, or let it."""
        self.setEnabled(not frozen)

    def mark(self, fault: str) -> None:
        """What is chosen here is never wrong; a fault of its row is said beside it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form; a rule must not change because the pointer happens to be over it."""
        event.ignore()


class FlagField(QCheckBox):
    """Yes or no.

    Signals:
        edited(): it was ticked, or no longer.
        entered(): the focus came.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, values: dict[str, Value], key: str) -> None:
        super().__init__()
        self._values, self._key = values, key
        self.setChecked(bool(values[key]))
        self.toggled.connect(self._keep)

    def _keep(self, on: bool) -> None:
        self._values[self._key] = on
        self.edited.emit()

    def freeze(self, frozen: bool) -> None:
        """Let nothing be changed, or let it."""
        self.setEnabled(not frozen)

    def mark(self, fault: str) -> None:
        """A tick is never wrong."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


Field: TypeAlias = LineField | ChoiceField | FlagField


def make_field(values: dict[str, Value], table: str, key: str, language: Language, row: str = "") -> Field:
    """The field for a value; `row` says whose value it is, for those who do not see the form."""
    field: Field
    if f"{table}.{key}" in CHOICES:
        field = ChoiceField(values, table, key, language)
    elif isinstance(values[key], bool):
        field = FlagField(values, key)
    else:
        field = LineField(values, key)
    if isinstance(field, LineField):
        followed = AUTO.said(language) if f"{table}.{key}" in FOLLOWING else ""
        field.setPlaceholderText(DEFAULTS.get(f"{table}.{key}", followed))
    name, hint = key_name(table, key).said(language), allowed(table, key)
    field.setAccessibleName(f"{row} {name}".strip())
    field.setToolTip(f"{name}：{hint.said(language)}" if hint else name)
    return field


def fit_to_row(field: Field, key: str) -> None:
    """As wide as what belongs into it."""
    if isinstance(field, LineField):
        letters = WORD if key in WORDS else KEY if key == "key" else NARROW if key in MIDDLING else SHORT
        field.setFixedWidth(field.fontMetrics().horizontalAdvance("0") * letters + 16)
        if key in WORDS:
            field.setMaximumWidth(16777215)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def frame_wrong(widget: QWidget) -> None:
    """A frame that says that something is wrong, thick enough to be seen without its colour."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look(widget).bad, 2))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 3, 3)
