"""Reading a TOML table key by key, noting every fault instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar, cast

from scoring.errors import Fault
from scoring.points import parse_score, parse_signed
from scoring.text import Text

REQUIRED = Text("必须填写", "is required")
UNKNOWN_KEY = Text("没有这一项", "is not a known key")
NOT_TEXT = Text("应为文字", "must be text")
NOT_A_FLAG = Text("应为 true 或 false", "must be true or false")
NOT_WHOLE = Text("应为不小于 {low} 的整数", "must be a whole number of at least {low}")
NOT_WHOLES = Text("应为一组不小于 1 的不同整数", "must be a list of different whole numbers of at least 1")
TOO_LARGE = Text("不能大于 {high}", "must not exceed {high}")
NOT_DECIMAL = Text('应为小数，如 "0.5"', 'must be a decimal such as "0.5"')
TOO_LONG = Text(
    "位数太多，小数点前后各不超过 20 位", "has too many digits; at most 20 before the point and 20 behind it"
)
NEGATIVE = Text("不能小于 0", "must not be less than 0")
NOT_A_CHOICE = Text("应为 {choices} 之一", "must be one of {choices}")
NOT_A_TABLE = Text("应为一个表", "must be a table")
NOT_A_LIST = Text("应为一组表", "must be an array of tables")
NOT_TEXTS = Text("应为一组文字", "must be a list of texts")

Choice = TypeVar("Choice", bound=str)


class Literal(str):
    """A decimal literal of a TOML file, kept as it was written."""


class Table:
    """One table of a plan. Every getter gives a usable value; what was wrong is in `faults`."""

    def __init__(self, values: object, path: str, faults: list[Fault], file: str | None) -> None:
        self._path, self._file, self.faults = path, file, faults
        self._seen: set[str] = set()
        if not isinstance(values, Mapping):
            self.fault(None, NOT_A_TABLE)
            values = {}
        self._values: Mapping[str, Any] = values

    def fault(self, key: str | None, text: Text) -> None:
        """Note that a key of this table is wrong."""
        self.faults.append(Fault(text, file=self._file, key=self._path_of(key) or None))

    def _path_of(self, key: str | None) -> str:
        return ".".join(part for part in (self._path, key) if part)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def _take(self, key: str, required: bool) -> Any:
        self._seen.add(key)
        if required and key not in self._values:
            self.fault(key, REQUIRED)
        return self._values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text without blanks around it; required, and not empty, unless there is a default."""
        value = self._take(key, default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str) or isinstance(value, Literal):
            self.fault(key, NOT_TEXT)
            return default or ""
        if default is None and not value.strip():
            self.fault(key, REQUIRED)
        return value.strip()

    def choice(self, key: str, choices: Sequence[Choice], default: Choice) -> Choice:
        """One of a few words."""
        value = self._take(key, False)
        if value is None:
            return default
        if value not in choices:
            self.fault(key, NOT_A_CHOICE(choices=" | ".join(choices)))
            return default
        return cast("Choice", value)

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._take(key, False)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.fault(key, NOT_A_FLAG)
            return default
        return value

    def whole(self, key: str, default: int, low: int = 0, high: int = 10**6) -> int:
        """A whole number within `low` and `high`."""
        value = self._take(key, False)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or value < low:
            self.fault(key, NOT_WHOLE(low=low))
            return default
        if value > high:
            self.fault(key, TOO_LARGE(high=high))
            return default
        return value

    def decimal(self, key: str, default: Decimal | None = None) -> Decimal:
        """A decimal, not negative; required unless there is a default."""
        found = self.optional_decimal(key, required=default is None)
        return found if found is not None else (default if default is not None else Decimal(0))

    def optional_decimal(self, key: str, *, required: bool = False) -> Decimal | None:
        """A decimal, not negative, or None where the key is missing or wrong."""
        value = self._take(key, required)
        if value is None:
            return None
        whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**20
        text = str(value) if whole or isinstance(value, str) else ""
        found = parse_score(text)
        if found is None:
            self.fault(key, _not_a_score(text))
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty by default."""
        value = self._take(key, False)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fault(key, NOT_TEXTS)
            return ()
        return tuple(value)

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of different whole numbers from 1 on, empty by default."""
        value = self._take(key, False)
        if value is None:
            return ()
        whole = isinstance(value, list) and all(type(each) is int and each >= 1 for each in value)
        if not whole or len(set(value)) < len(value):
            self.fault(key, NOT_WHOLES)
            return ()
        return tuple(value)

    def table(self, key: str) -> Table:
        """A table inside this one; an empty one where it is missing."""
        value = self._take(key, False)
        return self._inner(key, {} if value is None else value)

    def tables(self, key: str) -> list[Table]:
        """An array of tables, empty by default."""
        value = self._take(key, False)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(key, NOT_A_LIST)
            return []
        return [self._inner(f"{key}[{number}]", each) for number, each in enumerate(value, start=1)]

    def _inner(self, name: str, value: object) -> Table:
        return Table(value, self._path_of(name), self.faults, self._file)

    def done(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._values:
            if key not in self._seen:
                self.fault(key, UNKNOWN_KEY)


def _not_a_score(text: str) -> Text:
    """Why a text is no decimal that may stand in a plan."""
    if parse_signed(text) is None or text.startswith("+"):
        return NOT_DECIMAL
    return NEGATIVE if text.startswith("-") else TOO_LONG
