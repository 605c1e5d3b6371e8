"""Who judges: all judges of a contest, in their groups, of which the largest are crowds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from scoring.plan import Judge

CROWD = 500
"""A group of more judges than this is a crowd: no hall has that many seats (docs/DECISIONS.md, Public vote)."""


class Bench(tuple[Judge, ...]):
    """All judges of a contest in the order of the judges file, and what follows from who they are."""

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all judges."""
        return tuple(judge.code for judge in self)

    @cached_property
    def labels(self) -> Any:
        """The codes once more, as `scoring.vector` picks from them."""
        from scoring.vector import labels

        return labels(self.codes)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where a judge stands in the judges file, from 0, by code."""
        return {judge.code: place for place, judge in enumerate(self)}

    @cached_property
    def groups(self) -> Mapping[str, tuple[Judge, ...]]:
        """The judges of each group that has any."""
        found: dict[str, list[Judge]] = defaultdict(list)
        for judge in self:
            found[judge.group].append(judge)
        return {key: tuple(judges) for key, judges in found.items()}

    @cached_property
    def crowds(self) -> frozenset[str]:
        """The keys of the groups that are crowds."""
        return frozenset(key for key, judges in self.groups.items() if len(judges) > CROWD)

    @cached_property
    def seated(self) -> tuple[Judge, ...]:
        """The judges who have a seat in the hall: those of all groups but the crowds."""
        return tuple(judge for judge in self if judge.group not in self.crowds) if self.crowds else self

    def find(self, code: str) -> Judge | None:
        """The judge with a code, or None."""
        place = self.places.get(code)
        return None if place is None else self[place]


NOBODY = Bench()
