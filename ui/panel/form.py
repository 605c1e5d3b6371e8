"""The fields of a ballot: one row a criterion, typed on a keyboard, on the pad, or by steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from scoring.points import plain_decimal
from ui.appearance import scaled
from ui.panel.facts import Criterion
from ui.panel.pieces import TARGET, Card, Lines
from ui.panel.scores import cleaned, fault, finished, hopeless, step_places, stepped
from ui.panel.words import fault_word, range_word

HALF = "0.5"
BACK, NEXT = "⌫", "↓"


class ScoreField(QLineEdit):
    """A field for one score: digits and a point, whatever an input method or a paste brings.

    Signals:
        entered(): the keyboard came to this field.
        left(): and went.
        stepped(int): up (+1) or down (-1) was pressed.
        sent(): Ctrl+Enter was pressed.
    """

    entered = Signal()
    left = Signal()
    stepped = Signal(int)
    sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFont(scaled(self.font(), 1.6, bold=True, tabular=True))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        digits = self.fontMetrics().horizontalAdvance("30.5") + 24
        self.setMinimumSize(max(88, digits), TARGET)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # the pad is below; digits need no composing
        self.textEdited.connect(self._clean)

    def _clean(self, text: str) -> None:
        plain = cleaned(text)
        if plain != text:
            self.setText(plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        entering = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if entering and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        elif direction is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(direction)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.selectAll()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Row(Card):
    """A criterion: its name and range, one step down, the score, one step up, and what is wrong with it.

    Signals:
        changed(): the score is another one.
        taken(str): this row is the one the pad types into.
        done(str): Enter was pressed in it.
    """

    changed = Signal()
    taken = Signal(str)
    done = Signal(str)

    def __init__(self, criterion: Criterion, text: str) -> None:
        super().__init__()
        self.criterion = criterion
        self.fresh = True
        self._name, self._range = Lines(criterion.name, factor=1.25, bold=True), Lines(tone="quiet", factor=0.92)
        self.field, self.fault = ScoreField(), Lines(tone="bad")
        self.minus, self.plus = self._stepper("−"), self._stepper("+")
        self.field.setText(text)
        self.fault.hide()
        self._build()
        self.minus.clicked.connect(self._down)
        self.plus.clicked.connect(self._up)
        self.field.textEdited.connect(self._typed)
        self.field.stepped.connect(self.step)
        self.field.entered.connect(self._take)
        self.field.left.connect(self.finish)
        self.field.returnPressed.connect(self._enter)

    def _stepper(self, sign: str) -> QPushButton:
        button = QPushButton(sign)
        button.setFont(scaled(button.font(), 1.5))
        side = max(TARGET, button.fontMetrics().height())
        button.setFixedSize(side, side)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys of the field do the same
        return button

    def _build(self) -> None:
        names, entry = QVBoxLayout(), QHBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._range)
        entry.setSpacing(8)
        for widget in (self.minus, self.field, self.plus):
            entry.addWidget(widget)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(8)
        self._line.addLayout(names, 2)
        self._line.addLayout(entry, 1)
        self.box.setContentsMargins(14, 8, 12, 8)
        self.box.addLayout(self._line)
        self.box.addWidget(self.fault)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self._name.fontMetrics()
        names = min(metrics.horizontalAdvance(self.criterion.name), 7 * metrics.height())
        needed = names + 2 * self.minus.width() + self.field.minimumWidth() + 66
        wide = self.width() >= needed
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def say(self, *, weighted: bool) -> None:
        """Name everything in the language spoken now."""
        values = {"name": self.criterion.name, "step": plain_decimal(self.criterion.step)}
        range_ = range_word(self.criterion, weighted=weighted)
        self._range.setText(range_)
        self.field.setAccessibleName(f"{self.criterion.name}, {range_}")
        self.minus.setAccessibleName(self.tr("{name}, take {step}").format(**values))
        self.plus.setAccessibleName(self.tr("{name}, add {step}").format(**values))

    def put(self, text: str) -> None:
        """Set the score as if it had been typed."""
        self.field.setText(text)
        self._typed()

    def step(self, direction: int) -> None:
        """To the next score up or down."""
        self._take()
        self.put(stepped(self.field.text(), self.criterion, direction))
        self.fresh = True

    def _up(self) -> None:
        self.step(1)

    def _down(self) -> None:
        self.step(-1)

    def _take(self) -> None:
        self.fresh = True
        self.taken.emit(self.criterion.key)

    def _enter(self) -> None:
        self.done.emit(self.criterion.key)

    def _typed(self) -> None:
        """A number that can only be wrong is said at once; anything else waits until the field is left."""
        self.fresh = False
        text = finished(self.field.text())
        why = fault(text, self.criterion) if hopeless(text, self.criterion) else None
        self.tell(fault_word(why, self.criterion) if why else "")
        self.changed.emit()

    def finish(self) -> None:
        """Write the score as it will be sent, and say what is wrong with it."""
        text = self.value
        if text != self.field.text():
            self.field.setText(text)
        why = fault(text, self.criterion)
        self.tell(fault_word(why, self.criterion) if why and why != "blank" else "")

    def check(self) -> bool:
        """Say what keeps this from being a score; whether nothing does."""
        self.finish()
        why = fault(self.value, self.criterion)
        self.tell(fault_word(why, self.criterion) if why else "")
        return why is None

    def tell(self, text: str) -> None:
        """Show a message under the score, or take it away."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    @property
    def value(self) -> str:
        """The score as it will be sent."""
        return finished(self.field.text())


class Form(QWidget):
    """All rows of a ballot.

    Signals:
        changed(): a score is another one.
        finished(): Enter was pressed in the last field and no other needs a score, or Ctrl+Enter in any.
        entered(Row): the pad types into this row now.
    """

    changed = Signal()
    finished = Signal()
    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, Row] = {}
        self._active = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_ballot(self, criteria: Sequence[Criterion], scores: Mapping[str, str]) -> None:
        """Build the rows for these criteria with these scores in them."""
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {each.key: Row(each, scores.get(each.key, "")) for each in criteria}
        for row in self.rows.values():
            self._box.addWidget(row)
            row.changed.connect(self.changed)
            row.taken.connect(self._take)
            row.done.connect(self._advance)
            row.field.sent.connect(self.finished)
        self.say()
        self._active = next((key for key, row in self.rows.items() if not row.value), next(iter(self.rows), ""))

    def say(self) -> None:
        """Name everything in the language spoken now."""
        weighted = any(row.criterion.weight != row.criterion.max for row in self.rows.values())
        for row in self.rows.values():
            row.say(weighted=weighted)
            row.finish()

    def begin(self) -> None:
        """Put the keyboard into the first field that wants a score."""
        if self._active:
            self.rows[self._active].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        """The scores as they stand, blanks included."""
        return {key: row.value for key, row in self.rows.items()}

    def hopeless(self) -> bool:
        """Whether a score is wrong already, so that a total would mean nothing."""
        return any(hopeless(row.value, row.criterion) for row in self.rows.values())

    def check(self) -> int:
        """Say what is wrong, the keyboard to the first fault; how many there are."""
        wrong = [row for row in self.rows.values() if not row.check()]
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return len(wrong)

    def press(self, key: str) -> None:
        """A key of the pad."""
        row = self.rows[self._active]
        if key == NEXT:
            self._advance(self._active)
            return
        row.put(cleaned(pressed(row.field.text(), key, fresh=row.fresh)))
        row.fresh = False

    def _take(self, key: str) -> None:
        self._active = key
        self.entered.emit(self.rows[key])

    def _advance(self, key: str) -> None:
        """On to the next field, filled or not; from the last one to what still needs a score, or done."""
        rows = list(self.rows.values())
        after = rows[list(self.rows).index(key) + 1 :]
        wanting = (row for row in rows if fault(row.value, row.criterion))
        following = after[0] if after else next(wanting, None)
        if following:
            following.field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()


def pressed(text: str, key: str, *, fresh: bool) -> str:
    """The text of a field after a key of the pad; where it is `fresh`, the first digit begins a new number."""
    if key == BACK:
        return text[:-1]
    if key.startswith("."):
        return (text or "0").partition(".")[0] + key
    return key if fresh or text == "0" else text + key


class Pad(QWidget):
    """Large digits that type into the row in use; they never take the keyboard away from it.

    Signals:
        pressed(str): a digit, a point, or one of the two words.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.keys: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)

    def fit(self, criteria: Sequence[Criterion]) -> None:
        """Offer the keys that scores of these criteria need."""
        keys = ("7", "8", "9", BACK, "4", "5", "6", _point(criteria), "1", "2", "3", "0")
        if tuple(self.keys) != keys:
            for button in self.keys.values():
                button.hide()
                button.deleteLater()
            self.keys = {key: self._key(key) for key in keys}
            for place, button in enumerate(self.keys.values()):
                self._grid.addWidget(button, place // 4, place % 4)
        self.say()

    def _key(self, key: str) -> QPushButton:
        button = QPushButton(key, self)
        button.setFont(scaled(button.font(), 1.5))
        button.setMinimumSize(TARGET, TARGET + 2)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._press)
        return button

    def say(self) -> None:
        """Name the keys that are no digits."""
        self.setAccessibleName(self.tr("Number pad"))
        names = {BACK: self.tr("Backspace"), NEXT: self.tr("Next criterion"), ".": self.tr("Decimal point")}
        for key, button in self.keys.items():
            button.setAccessibleName(names.get(key, key))

    def _press(self) -> None:
        button = self.sender()
        self.pressed.emit(next(key for key, each in self.keys.items() if each is button))


def _point(criteria: Sequence[Criterion]) -> str:
    """Which key stands beside the digits: half a point, the point, or, where scores are whole, the next field."""
    if all(plain_decimal(each.step) == HALF for each in criteria):
        return ".5"
    return "." if step_places(criteria) else NEXT
