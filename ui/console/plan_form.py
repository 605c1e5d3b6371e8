"""The whole plan as a form that scrolls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scoring.errors import Fault
from scoring.plan_draft import TABLES, Item, PlanDraft, TieBreak
from scoring.text import Language
from ui.console.look import Hairline
from ui.console.plan_fields import Field
from ui.console.plan_sections import HeadSection, Section, TableSection
from ui.console.tie_section import TieSection

HEADS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "about": ("contest", ("title", "organizer", "level")),
    "scores": ("contest", ("step", "resend")),
    "counting": ("contest", ("missing", "trim_at")),
    "ranking": ("contest", ("board", "decimals", "rank_on", "ranking")),
    "returns": ("returns", ("count", "ties", "no_show")),
    "timer": ("timer", ("speech_seconds", "warning_seconds")),
}
"""Values that stand once, where they belong on the form."""
ORDER = (
    *("about", "category", "criterion", "scores", "group", "counting"),
    *("component", "ranking", "tie_breaks", "returns", "grade", "timer"),
)


class PlanForm(QScrollArea):
    """Shows a draft of a plan and keeps in it what is typed.

    Signals:
        edited(): the draft is another one.
        row_entered(): the focus is in another row.
    """

    edited = Signal()
    row_entered = Signal()

    def __init__(self, draft: PlanDraft, language: Language) -> None:
        super().__init__()
        self.draft, self._language = draft, language
        self.row: Item | TieBreak | None = None
        self.table = ""
        self._frozen, self._open_keys = False, frozenset[str]()
        self._faults: Sequence[Fault] = ()
        self.sections: dict[str, Section] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._build()

    def show_draft(self, draft: PlanDraft, language: Language) -> None:
        """Become the form of another draft, or speak another language."""
        if draft is not self.draft:
            self.row, self.table = None, ""
        self.draft, self._language = draft, language
        self._build()

    def _build(self) -> None:
        """Make all fields anew; the row that has the focus keeps it."""
        place = self.verticalScrollBar().value()
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(2, 2, 14, 12)
        box.setSpacing(14)
        self.sections = {name: self._section(name) for name in ORDER}
        for name, section in self.sections.items():
            if box.count():
                box.addWidget(Hairline())
            box.addWidget(section)
            section.edited.connect(self._edit)
            section.reshaped.connect(self._reshape, Qt.ConnectionType.QueuedConnection)
            section.entered.connect(self._enter)
            section.setObjectName(name)
        box.addStretch()
        self.setWidget(inner)
        self._freeze_sections()
        self.show_faults(self._faults)
        self.verticalScrollBar().setValue(place)

    def _section(self, name: str) -> Section:
        if name in HEADS:
            head, keys = HEADS[name]
            headings = {
                "scores": self.tr("How scores are given"),
                "counting": self.tr("How ballots count"),
                "ranking": self.tr("Ranking"),
            }
            return HeadSection(self.draft, head, self._language, keys, headings.get(name, ""))
        if name in TABLES:
            return TableSection(self.draft, name, self._language)
        return TieSection(self.draft, self._language)

    def _edit(self) -> None:
        sender = self.sender()
        if not isinstance(sender, TieSection):
            self._ties.follow()
        self.edited.emit()

    def _reshape(self) -> None:
        self._build()
        self.edited.emit()
        self.focus_row()

    def _enter(self, row: Item | TieBreak | None) -> None:
        sender = self.sender()
        assert isinstance(sender, Section)
        self.row, self.table = row, sender.objectName()
        self.row_entered.emit()

    @property
    def _ties(self) -> TieSection:
        ties = self.sections["tie_breaks"]
        assert isinstance(ties, TieSection)
        return ties

    def _section_of(self, table: str) -> TableSection:
        section = self.sections[table]
        assert isinstance(section, TableSection)
        return section

    def field(self, place: str, key: str) -> Field:
        """The field of a key: of a head by its name, of a row as `group[1]`."""
        table, _, number = place.rstrip("]").partition("[")
        heads = (each for each in self.sections.values() if isinstance(each, HeadSection) and each.name == table)
        if not number:
            return next(head.fields[key] for head in heads if key in head.fields)
        return self._section_of(table).fields[self.draft.tables[table][int(number) - 1], key]

    def focus_row(self) -> None:
        """Go to the row that was changed last."""
        if isinstance(self.row, Item):
            field = self._section_of(self.row.table).fields[self.row, "name"]
            field.setFocus()
            self.ensureWidgetVisible(field, 20, 60)

    @property
    def can_add(self) -> bool:
        """Whether the focus is in a table."""
        return self.table in TABLES and not self._frozen

    @property
    def can_change(self) -> bool:
        """Whether there is a row to move or to take out."""
        return self.row is not None and not self._frozen

    def add_row(self) -> None:
        """A new row in the table that has the focus."""
        self._section_of(self.table).add_row()

    def remove_row(self) -> None:
        """Take out the row that has the focus."""
        if isinstance(self.row, Item):
            self._section_of(self.row.table).remove(self.row)
        elif self.row is not None:
            self._ties.remove(self.row)

    def move_row(self, by: int) -> None:
        """Move the row that has the focus."""
        if isinstance(self.row, Item):
            self._section_of(self.row.table).shift(self.row, by)
        elif self.row is not None:
            self._ties.shift(self.row, by)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say everything that is wrong, each beside its field."""
        self._faults = faults
        by_key = self._by_key()
        for section in self.sections.values():
            section.show_faults(by_key)

    def _by_key(self) -> dict[str, list[str]]:
        by_key: dict[str, list[str]] = {}
        for fault in self._faults:
            by_key.setdefault(fault.key or "", []).append(fault.text.said(self._language))
        return by_key

    def go_to_fault(self) -> None:
        """Go to the next place where something is to be put right, after the last to the first."""
        by_key = self._by_key()
        places = [place for section in self.sections.values() for place in section.wrong(by_key)]
        if places:
            now = self.focusWidget()
            place = places[(places.index(now) + 1) % len(places)] if now in places else places[0]
            place.setFocus()
            self.ensureWidgetVisible(place, 20, 80)

    def freeze(self, frozen: bool, open_keys: frozenset[str] = frozenset()) -> None:
        """Let nothing but these keys be changed, or let everything."""
        if (frozen, open_keys) == (self._frozen, self._open_keys):
            return
        self._frozen, self._open_keys = frozen, open_keys
        self._freeze_sections()
        self.row_entered.emit()

    def _freeze_sections(self) -> None:
        for section in self.sections.values():
            section.freeze(self._frozen, self._open_keys)
