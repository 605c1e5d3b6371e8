"""Who takes part in a contest, and how those are told apart who have the same name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from scoring.plan import Contestant
from scoring.text import Text, listed

SAME_NAME = Text(
    "{codes}的名称都是“{name}”，名称单独出现的地方会注明代码",
    "{codes} are all called '{name}': wherever the name stands alone, the code stands with it",
)


class Roster(dict[str, Contestant]):
    """All contestants by code, and what they are called; it is not changed once it is made."""

    def called(self, code: str) -> str:
        """The name of a contestant; where another one has the same, with the code in brackets."""
        return self._told_apart.get(code) or self[code].name

    @cached_property
    def _told_apart(self) -> dict[str, str]:
        same = {code for _, codes in same_names(self.values()) for code in codes}
        return {code: f"{self[code].name}（{code}）" for code in same}


def name_hints(contestants: Iterable[Contestant]) -> dict[str, Text]:
    """By code, that others are called the same: a hint to whoever brings them in, and nothing wrong."""
    found = same_names(contestants)
    return {code: SAME_NAME(name=name, codes=listed(codes)) for name, codes in found for code in codes}


def same_names(contestants: Iterable[Contestant]) -> list[tuple[str, list[str]]]:
    """Names that more than one contestant has, blanks and capitals apart, each with the codes."""
    groups: dict[str, list[Contestant]] = {}
    for each in contestants:
        groups.setdefault(" ".join(each.name.split()).casefold(), []).append(each)
    return [(group[0].name, [each.code for each in group]) for group in groups.values() if len(group) > 1]
