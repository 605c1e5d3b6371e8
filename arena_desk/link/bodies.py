"""Reading the JSON body of a call field by field, noting every bad one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from starlette.requests import Request

from scoring.text import Text, storable

REQUIRED = Text("必须填写", "is required")
NOT_TEXT = Text("应为文字", "must be text")
TOO_LONG = Text("太长", "is too long")
NOT_WHOLE = Text("应为整数", "must be an integer")
NOT_A_FLAG = Text("应为 true 或 false", "must be true or false")
NOT_A_LIST = Text("应为列表", "must be a list")
NOT_AN_OBJECT = Text("应为对象", "must be an object")
NOT_JSON = Text("不是有效的 JSON 对象", "is not a JSON object")
TWICE = Text("写了两次", "is there twice")
UNKNOWN = Text("没有这一项；这里可以填：{names}", "is no field of this call, which takes: {names}")
NOT_A_CHOICE = Text("应为 {choices} 之一", "must be one of {choices}")
MOST_TEXT = 500
_MOST_NAME = 60
_MOST_INTEGER = 2**63


class Invalid(Exception):
    """A body with bad fields; `faults` has them all."""

    def __init__(self, faults: Mapping[str, Text]) -> None:
        super().__init__(", ".join(faults))
        self.faults = dict(faults)


class Body:
    """A JSON object. Every getter gives a usable value; `check` raises `Invalid` if any field was bad."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values
        self.faults: dict[str, Text] = {}

    def __contains__(self, key: str) -> bool:
        return self._values.get(key) is not None

    def names(self, key: str) -> bool:
        """Whether the field was sent, if only as null."""
        return key in self._values

    def raw(self, key: str) -> Any:
        """The value as it came."""
        return self._values.get(key)

    def only(self, *names: str) -> None:
        """Nothing besides these fields. What is misspelt must not be taken for left out: that may mean "all"."""
        for key in self._values.keys() - set(names):
            self.faults[_shown(key)] = UNKNOWN(names=", ".join(names))

    def text(self, key: str, *, needed: bool = True) -> str:
        """A text; not blank where it is needed."""
        value = self._values.get(key)
        if value is None or (needed and isinstance(value, str) and not value.strip()):
            return self._bad(key, REQUIRED if needed else None)
        if not isinstance(value, str) or not _storable(value):
            return self._bad(key, NOT_TEXT)
        return value if len(value) <= MOST_TEXT else self._bad(key, TOO_LONG)

    def whole(self, key: str, *, kept: bool = True) -> int:
        """An integer; one that is `kept` must fit into the file."""
        value = self._values.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and not (kept and abs(value) >= _MOST_INTEGER):
            return value
        self._bad(key, REQUIRED if value is None else NOT_WHOLE)
        return 0

    def flag(self, key: str) -> bool:
        """True or false; false where it is missing."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self._bad(key, NOT_A_FLAG)
        return value is True

    def choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """One of a few words."""
        value = self._values.get(key, default)
        if value not in choices:
            self._bad(key, REQUIRED if value is None else NOT_A_CHOICE(choices=" | ".join(choices)))
            return choices[0]
        return str(value)

    def texts(self, key: str) -> list[str]:
        """A list of texts; empty where it is missing."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and _storable(each) for each in value):
            self._bad(key, NOT_A_LIST)
            return []
        return value

    def mapping(self, key: str) -> Mapping[str, Any]:
        """An object."""
        value = self._values.get(key)
        if isinstance(value, dict) and all(_storable(word) for word in _words(value)):
            return value
        self._bad(key, REQUIRED if value is None else NOT_TEXT if isinstance(value, dict) else NOT_AN_OBJECT)
        return {}

    def objects(self, key: str, most: int) -> list[Body]:
        """A list of at most `most` objects."""
        value = self._values.get(key)
        if not isinstance(value, list) or len(value) > most or not all(isinstance(each, dict) for each in value):
            self._bad(key, REQUIRED if value is None else NOT_A_LIST)
            return []
        return [Body(each) for each in value]

    def _bad(self, key: str, text: Text | None) -> str:
        if text:
            self.faults[key] = text
        return ""

    def check(self) -> None:
        """Raise `Invalid` if any field was bad."""
        if self.faults:
            raise Invalid(self.faults)


def _storable(text: str) -> bool:
    """Whether a text can be written to a file: no lone surrogates, no NUL."""
    return "\0" not in text and storable(text)


def _shown(name: str) -> str:
    """The name of a field as it can be said back to whoever sent it."""
    return name[:_MOST_NAME].encode(errors="replace").decode()


def _words(values: Mapping[str, Any]) -> Iterator[str]:
    """The keys of an object and those of its values that are text."""
    yield from values
    yield from (value for value in values.values() if isinstance(value, str))


async def read_body(request: Request) -> Body:
    """The body of a call. Raises `Invalid` where it is no JSON object."""
    try:
        values = json.loads(await request.body(), parse_constant=_no_constant, object_pairs_hook=_once_each)
    except (ValueError, RecursionError) as error:
        raise Invalid({"body": NOT_JSON}) from error
    if not isinstance(values, dict):
        raise Invalid({"body": NOT_JSON})
    return Body(values)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object. A score that is there twice, with two values, is no score: nobody chooses between them."""
    values = dict(pairs)
    if len(values) < len(pairs):
        raise Invalid({_shown(key): TWICE for key, times in Counter(key for key, _ in pairs).items() if times > 1})
    return values


def _no_constant(name: str) -> None:
    raise ValueError(name)
