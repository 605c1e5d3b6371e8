"""A plan while it is being written: every field as typed; it is checked as its file would be (rules.md, Plan)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, TypeAlias

from scoring.errors import BadInput, Fault
from scoring.plan import LIVE, RULE_KEYS, Plan
from scoring.plan_document import plan_document
from scoring.plan_file import BAD_RANGE, BAD_STEP, parse_plan

Value: TypeAlias = str | bool
"""What a field holds: letters as they were typed, or a tick."""

TABLES: Mapping[str, tuple[str, ...]] = {
    "category": ("key", "name"),
    "criterion": ("key", "name", "min", "max", "weight"),
    "group": ("key", "name", "weight", "drop_high", "drop_low", "trim_from", "quorum", "average"),
    "component": ("key", "name", "weight", "rule", "better", "target", "floor", "unit"),
    "grade": ("name", "min", "top"),
}
"""The arrays of tables of a plan, and what each row may hold."""
CHOSEN = {"average": "mean", "rule": "points", "better": "higher"}
"""What is chosen in a new row, and where a plan says nothing."""
SHORT = {"category": "cat", "criterion": "crit", "group": "group", "component": "part", "grade": ""}
"""What the key of a new row begins with."""
HEADS = ("contest", "returns", "timer")
COMPARED = ("component", "group", "criterion")
"""Tables whose rows a tie-break may compare."""
SPAN = ("min", "max")
WHOLE = {"decimals", "count", "speech_seconds", "warning_seconds", "drop_high", "drop_low", "trim_from", "quorum"}
_SPAN_FAULT = re.compile(r"criterion\[([0-9]+)\]\.max\Z")
_DIGITS = re.compile(r"-?[0-9]{1,18}\Z")


@dataclass(eq=False)
class Item:
    """One row of a table of the plan: a category, a criterion, a group …

    `end` is the end of a criterion's span of scores, `min` or `max`, that was written last.
    """

    table: str
    values: dict[str, Value]
    end: str = "max"

    @property
    def key(self) -> str:
        """What tells the row apart from others of its table."""
        return str(self.values.get("key", "")).strip()

    def asks(self, key: str) -> bool:
        """Whether a key means anything in this row: of a component, what its rule takes; of the live score, no rule."""
        if self.table != "component" or key in ("key", "name", "weight"):
            return True
        rule = self.values["rule"]
        return self.key != LIVE and (
            key == "rule" or any(key in keys for name, keys in RULE_KEYS.items() if name == rule)
        )

    def note(self, key: str) -> None:
        """Note that a value was written."""
        if key in SPAN:
            self.end = key

    @property
    def meant(self) -> dict[str, Value]:
        """The values that mean something; what was typed for another rule stays in `values` until it is back."""
        return {key: value for key, value in self.values.items() if self.asks(key)}


@dataclass(frozen=True, eq=False)
class TieBreak:
    """A step of the tie-breaks. One that names a row follows it when its key changes."""

    kind: str
    item: Item | None = None
    key: str = ""

    @property
    def word(self) -> str:
        """The step as a plan names it: `exact`, `group:leaders` …"""
        key = self.item.key if self.item else self.key
        return f"{self.kind}:{key}" if key or self.item else self.kind


@dataclass(eq=False)
class PlanDraft:
    """All fields of a plan as they stand on a form; nothing in it need be right."""

    heads: dict[str, dict[str, Value]]
    tables: dict[str, list[Item]]
    tie_breaks: list[TieBreak] = field(default_factory=list)

    @classmethod
    def of(cls, plan: Plan) -> PlanDraft:
        """The draft that stands for a plan as it is."""
        document = plan_document(plan)
        words = document["contest"].pop("tie_breaks")
        heads = {name: {key: _typed(value) for key, value in document[name].items()} for name in HEADS}
        tables = {name: [_item(name, row) for row in document[name]] for name in TABLES}
        for item, group in zip(tables["group"], plan.groups, strict=True):
            if group.trim_from == group.drop_high + group.drop_low + 1:
                item.values["trim_from"] = ""  # the default, which follows what is dropped
        draft = cls(heads, tables)
        draft.tie_breaks = [draft._step(word) for word in words]
        return draft

    def _step(self, word: str) -> TieBreak:
        kind, _, key = word.partition(":")
        item = next((each for each in self.tables.get(kind, []) if each.key == key), None)
        return TieBreak(kind, item, "" if item else key)

    def document(self) -> dict[str, Any]:
        """The plan as the tables of its file; a field that was left blank is left out and takes its default."""
        found: dict[str, Any] = {name: _filled(values) for name, values in self.heads.items()}
        found["contest"]["tie_breaks"] = [step.word for step in self.tie_breaks]
        return found | {name: [_filled(item.meant) for item in items] for name, items in self.tables.items()}

    def checked(self) -> tuple[Plan | None, tuple[Fault, ...]]:
        """The plan that is written here, or everything that is wrong with it, by key (as `parse_plan` finds it; two
        scores that do not go together are wrong where the last of them was written).
        """
        try:
            return parse_plan(self.document()), ()
        except BadInput as error:
            return None, tuple(map(self._as_written, error.faults))

    def _as_written(self, fault: Fault) -> Fault:
        found = _SPAN_FAULT.match(fault.key or "")
        if found is None or (fault.text.template or fault.text) not in (BAD_RANGE, BAD_STEP):
            return fault
        return replace(fault, key=f"criterion[{found[1]}].{self.tables['criterion'][int(found[1]) - 1].end}")

    def add(self, table: str) -> Item:
        """A new row at the end of a table; the first component is the judges' own score."""
        taken = {item.key for item in self.tables[table]}
        key = next(key for key in _keys(table) if key not in taken)
        item = Item(table, dict.fromkeys(TABLES[table], ""))
        if "key" in item.values:
            item.values["key"] = key
        item.values |= {name: chosen for name, chosen in CHOSEN.items() if name in item.values}
        self.tables[table].append(item)
        return item

    def remove(self, item: Item) -> None:
        """Take a row out, and the tie-breaks that compare it."""
        self.tables[item.table].remove(item)
        self.tie_breaks = [step for step in self.tie_breaks if step.item is not item]

    def move(self, item: Item, by: int) -> bool:
        """Move a row up (−1) or down (+1) in its table; whether there was a place to go."""
        return _moved(self.tables[item.table], item, by)

    def move_tie_break(self, step: TieBreak, by: int) -> bool:
        """Move a tie-break up or down; whether there was a place to go."""
        return _moved(self.tie_breaks, step, by)

    def free_tie_breaks(self) -> list[TieBreak]:
        """The steps that could still be added."""
        used = {step.word for step in self.tie_breaks}
        return [step for step in self._all_steps() if step.word not in used]

    def _all_steps(self) -> Iterator[TieBreak]:
        yield TieBreak("exact")
        if not self.tables["component"]:
            yield TieBreak("component", key=LIVE)
        for kind in COMPARED:
            yield from (TieBreak(kind, item) for item in self.tables[kind])
        yield TieBreak("untrimmed")
        yield TieBreak("draw")

    def add_tie_break(self, step: TieBreak) -> None:
        """Add a step at the end, but before a draw: that stands last."""
        last = bool(self.tie_breaks) and self.tie_breaks[-1].kind == "draw"
        self.tie_breaks.insert(len(self.tie_breaks) - last, step)


def _typed(value: object) -> Value:
    return value if isinstance(value, bool) else str(value)


def _item(table: str, row: Mapping[str, object]) -> Item:
    return Item(table, {key: _typed(row.get(key, CHOSEN.get(key, ""))) for key in TABLES[table]})


def _keys(table: str) -> Iterator[str]:
    if table == "component":
        yield LIVE
    yield from (f"{SHORT[table]}{number}" for number in count(1))


def _filled(values: Mapping[str, Value]) -> dict[str, Any]:
    return {key: _meant(key, value) for key, value in values.items() if isinstance(value, bool) or value.strip()}


def _meant(key: str, value: Value) -> Value | int:
    """A whole number where one is asked for and written; anything else as it was typed, for the check to refuse."""
    if isinstance(value, bool):
        return value
    written = value.strip()
    return int(written) if key in WHOLE and _DIGITS.match(written) else written


def _moved(row: list[Any], each: object, by: int) -> bool:
    place = row.index(each)
    wanted = place + by
    if not 0 <= wanted < len(row):
        return False
    row[place], row[wanted] = row[wanted], row[place]
    return True
