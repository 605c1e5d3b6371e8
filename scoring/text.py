"""Texts in the two languages of the program, written side by side where they are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Chinese and in English; `{names}` are filled in by calling it.

    A filled one remembers its `template` and the `values`, for those who show its parts each in its own way.
    """

    zh: str
    en: str
    template: Text | None = field(default=None, compare=False, repr=False)
    values: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)

    def __call__(self, **values: object) -> Text:
        """Fill the places; a value that is itself a `Text` is put in by its language. Values without a place may be
        given along.
        """
        return Text(self.zh.format(**_spoken(values, "zh")), self.en.format(**_spoken(values, "en")), self, values)

    def said(self, language: Language) -> str:
        """The sentence in one language."""
        return self.zh if language == "zh" else self.en


def plain(words: str) -> Text:
    """A name or a code that reads the same in both languages."""
    return Text(words, words)


def joined(texts: Iterable[Text], zh: str, en: str) -> Text:
    """Several texts as one, with these signs between them in Chinese and in English."""
    each = list(texts)
    return Text(zh.join(text.zh for text in each), en.join(text.en for text in each))


def listed(texts: Iterable[Text | str]) -> Text:
    """Several texts, or names that read the same in both languages, as one list: 甲、乙 / A, B."""
    return joined((text if isinstance(text, Text) else plain(text) for text in texts), "、", ", ")


def storable(words: str) -> bool:
    """Whether words can be written down: no half of a surrogate pair, such as bytes that are no UTF-8 become."""
    return words.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in words)


def straight(words: str) -> str:
    """Without the invisible signs that turn the direction of what follows: in a name they would turn the sentence."""
    return words.translate(_TURNS)


_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Embeddings, overrides and isolates (UAX #9)."""


def _spoken(values: dict[str, object], language: Language) -> dict[str, object]:
    return {name: _value(value, language) for name, value in values.items()}


def _value(value: object, language: Language) -> object:
    if isinstance(value, Text):
        return value.said(language)
    return straight(value) if isinstance(value, str) else value
