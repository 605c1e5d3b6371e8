"""The parts of the form of a plan: single values, and tables whose rows come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scoring.names import LIVE_NAME
from scoring.plan import LIVE
from scoring.plan_draft import TABLES, Item, PlanDraft
from scoring.plan_words import TABLE_NAMES, allowed, key_name
from scoring.text import Language, Text
from ui.console.flow import FlowLayout
from ui.console.look import Caption, Words
from ui.console.plan_fields import Field, fit_to_row, make_field

BELOW = ("rule", "better", "target", "floor", "unit")
"""Values of a component that stand in a line of their own: how raw values become points."""
Faults = Mapping[str, Sequence[str]]
"""What is wrong, by the key of the plan."""


class Section(QWidget):
    """A part of the form under a heading.

    Signals:
        edited(): something in it is another value.
        reshaped(): a row came, went or moved.
        entered(object): the focus came to this row, or to none.
    """

    edited = Signal()
    reshaped = Signal()
    entered = Signal(object)

    def __init__(self, draft: PlanDraft, name: str, language: Language) -> None:
        super().__init__()
        self._draft, self.name, self._language = draft, name, language
        self.heading, self.note = Words(TABLE_NAMES[name].said(language), factor=1.1, bold=True), Words(wrap=True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading)
        head.addWidget(self.note, 1)
        self.box.addLayout(head)

    def _say(self, text: Text) -> str:
        return text.said(self._language)

    def show_faults(self, faults: Faults) -> None:
        """Say beside each field what is wrong with it."""
        raise NotImplementedError

    def freeze(self, frozen: bool, open_keys: frozenset[str]) -> None:
        """Let only these keys be changed while the rules are frozen."""
        raise NotImplementedError

    def wrong(self, faults: Faults) -> Iterator[QWidget]:
        """Where to put right what is wrong, in the order of the form."""
        raise NotImplementedError


class HeadSection(Section):
    """Values that stand once, one below the other, each with what is allowed."""

    def __init__(self, draft: PlanDraft, name: str, language: Language, keys: Sequence[str], heading: str = "") -> None:
        super().__init__(draft, name, language)
        self.fields: dict[str, Field] = {}
        self.notes: dict[str, Caption] = {}
        self.heading.setText(heading or self.heading.text())
        self.note.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(0, self._widest())
        self.box.addLayout(self._grid)
        for key in keys:
            self._add(key)

    def _widest(self) -> int:
        """How wide the names of all values are that stand once, so that their fields stand below each other."""
        names = (self._say(key_name(head, key)) for head, values in self._draft.heads.items() for key in values)
        return max(self.fontMetrics().horizontalAdvance(name) for name in names) + 2

    def _add(self, key: str) -> None:
        row, wide = self._grid.rowCount(), key in ("title", "organizer")
        field = self.fields[key] = make_field(self._draft.heads[self.name], self.name, key, self._language)
        note = self.notes[key] = Caption()
        note.setWordWrap(True)
        label = Words(self._say(key_name(self.name, key)))
        label.setBuddy(field)
        field.edited.connect(self.edited)
        field.entered.connect(partial(self.entered.emit, None))
        self._grid.addWidget(label, row, 0)
        if wide:
            self._grid.addWidget(field, row, 1, 1, 2)
            self._grid.addWidget(note, row + 1, 1, 1, 2)
            return
        if not isinstance(field, QComboBox):
            field.setMaximumWidth(field.fontMetrics().horizontalAdvance("0") * 12)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(note, row, 2)

    def show_faults(self, faults: Faults) -> None:
        for key, field in self.fields.items():
            found = "；".join(faults.get(f"{self.name}.{key}", ()))
            hint = allowed(self.name, key)
            note = self.notes[key]
            note.set_tone("bad" if found else "quiet")
            note.setText(found or (self._say(hint) if hint and key != "title" else ""))
            note.setVisible(bool(note.text()))
            field.mark(found)

    def wrong(self, faults: Faults) -> Iterator[QWidget]:
        yield from (field for key, field in self.fields.items() if f"{self.name}.{key}" in faults)

    def freeze(self, frozen: bool, open_keys: frozenset[str]) -> None:
        for key, field in self.fields.items():
            field.freeze(frozen and f"{self.name}.{key}" not in open_keys)


class TableSection(Section):
    """Rows that can be added, taken out and moved; the weights are added up beside the heading."""

    def __init__(self, draft: PlanDraft, name: str, language: Language) -> None:
        super().__init__(draft, name, language)
        self.fields: dict[tuple[Item, str], Field] = {}
        self.notes: dict[Item, Words] = {}
        self._pairs: dict[tuple[Item, str], QWidget] = {}
        self._buttons: list[QToolButton | QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self.box.addLayout(self._grid)
        if draft.tables[name]:
            self._add_head()
        for item in draft.tables[name]:
            self._add_row(item)
        self.add = QPushButton()
        self.add.setText("＋ " + self.tr("Add: {what}").format(what=TABLE_NAMES[name].said(language)))
        self.add.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.add.setAutoDefault(True)
        self.add.clicked.connect(self.add_row)
        self._buttons.append(self.add)
        self.box.addWidget(self.add)

    def _add_head(self) -> None:
        for column, key in enumerate(self._beside):
            head = Caption(self._say(key_name(self.name, key)), wrap=True)
            head.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            hint = allowed(self.name, key)
            head.setToolTip(self._say(hint) if hint else "")
            self._grid.addWidget(head, 0, column)

    def _add_row(self, item: Item) -> None:
        row, keys = self._grid.rowCount(), self._beside
        for column, key in enumerate(keys):
            self._grid.addWidget(self._field(item, key), row, column)
        self._add_buttons(item, row, len(keys))
        if len(keys) < len(TABLES[self.name]):
            self._grid.addWidget(self._below(item), row + 1, 1, 1, len(keys) + 2)
        note = self.notes[item] = Words(tone="bad", factor=0.92)
        note.setWordWrap(True)
        self._grid.addWidget(note, row + 2, 0, 1, len(keys) + 3)

    @property
    def _beside(self) -> tuple[str, ...]:
        """The values of a row that stand beside each other under the heads; others have a line of their own."""
        return tuple(key for key in TABLES[self.name] if self.name != "component" or key not in BELOW)

    def _field(self, item: Item, key: str) -> Field:
        said = f"{self._say(TABLE_NAMES[self.name])} {item.values['name']}"
        field = self.fields[item, key] = make_field(item.values, self.name, key, self._language, said)
        fit_to_row(field, key)
        field.edited.connect(partial(item.note, key))
        field.edited.connect(self.edited)
        field.entered.connect(partial(self.entered.emit, item))
        return field

    def _below(self, item: Item) -> QWidget:
        """A line of further values, each behind its name; only those that the row asks for are seen."""
        line = QWidget()
        flow = FlowLayout(line, spacing=12)
        for key in BELOW:
            pair = self._pairs[item, key] = QWidget()
            box = QHBoxLayout(pair)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(6)
            hint, field = allowed(self.name, key), self._field(item, key)
            name = Caption(self._say(key_name(self.name, key)))
            name.setBuddy(field)
            name.setToolTip(self._say(hint) if hint else "")
            box.addWidget(name)
            box.addWidget(field)
            flow.addWidget(pair)
        return line

    def _add_buttons(self, item: Item, row: int, column: int) -> None:
        """For the mouse; by keyboard the keys of the page do the same."""
        ways: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("↑", self.tr("Move up"), partial(self.shift, item, -1)),
            ("↓", self.tr("Move down"), partial(self.shift, item, 1)),
            ("✕", self.tr("Take out"), partial(self.remove, item)),
        )
        for place, (sign, name, act) in enumerate(ways):
            button = QToolButton()
            button.setText(sign)
            button.setAutoRaise(True)
            button.setFixedWidth(button.fontMetrics().horizontalAdvance("✕") + 16)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(f"{name} {item.values['name']}")
            button.setToolTip(name)
            button.clicked.connect(act)
            self._buttons.append(button)
            self._grid.addWidget(button, row, column + place)

    def add_row(self) -> Item:
        """A new row at the end."""
        item = self._draft.add(self.name)
        if item.key == LIVE and "name" in item.values:
            item.values["name"] = LIVE_NAME.said(self._language)
        self.entered.emit(item)
        self.reshaped.emit()
        return item

    def remove(self, item: Item) -> None:
        """Take a row out."""
        rows = self._draft.tables[self.name]
        place = rows.index(item)
        self._draft.remove(item)
        self.entered.emit(rows[min(place, len(rows) - 1)] if rows else None)
        self.reshaped.emit()

    def shift(self, item: Item, by: int) -> None:
        """Move a row."""
        if self._draft.move(item, by):
            self.entered.emit(item)
            self.reshaped.emit()

    def show_faults(self, faults: Faults) -> None:
        found = "；".join(faults.get(self.name, ()))
        weighed = "weight" in TABLES[self.name] and bool(self._draft.tables[self.name])
        self.note.set_tone("bad" if found else "good")
        self.note.setText(found or (self.tr("weights total 100 ✓") if weighed else ""))
        for number, item in enumerate(self._draft.tables[self.name], start=1):
            self._show_row(item, f"{self.name}[{number}]", faults)

    def _show_row(self, item: Item, place: str, faults: Faults) -> None:
        lines = list(faults.get(place, ()))
        for key in TABLES[self.name]:
            found = "；".join(faults.get(f"{place}.{key}", ()))
            self.fields[item, key].mark(found)
            if (item, key) in self._pairs:
                self._pairs[item, key].setVisible(item.asks(key))
            lines += [f"{self._say(key_name(self.name, key))}：{found}"] if found else []
        self.notes[item].setText("　".join(lines))
        self.notes[item].setVisible(bool(lines))

    def wrong(self, faults: Faults) -> Iterator[QWidget]:
        rows = self._draft.tables[self.name]
        if self.name in faults:
            key = "weight" if "weight" in TABLES[self.name] else "name"
            yield self.fields[rows[0], key] if rows else self.add
        for number, item in enumerate(rows, start=1):
            place = f"{self.name}[{number}]"
            for key in TABLES[self.name]:
                if f"{place}.{key}" in faults or (key == "name" and place in faults):
                    yield self.fields[item, key]

    def freeze(self, frozen: bool, open_keys: frozenset[str]) -> None:
        for field in self.fields.values():
            field.freeze(frozen)
        for button in self._buttons:
            button.setVisible(not frozen)
