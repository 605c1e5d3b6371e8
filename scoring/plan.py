"""What a contest is: the plan, the roster and the judges (rules.md, Plan)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal, TypeAlias

LIVE = "live"
Rule: TypeAlias = Literal["points", "minmax", "rank", "target"]
"""How values that are brought in become 0–100 points."""
RULE_KEYS: Mapping[Rule, tuple[str, ...]] = {
    "points": (),
    "minmax": ("better", "floor", "unit"),
    "rank": ("better", "floor", "unit"),
    "target": ("better", "target", "unit"),
}
"""What a component may say besides its rule."""


@dataclass(frozen=True, slots=True)
class Category:
    """A category of contestants; with `board = "category"` each has a board of its own."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is scored: points from `min` to `max`; `weight` is its part of 100."""

    key: str
    name: str
    max: Decimal
    min: Decimal
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Group:
    """A weighted group of judges and how its ballots become one score."""

    key: str
    name: str
    weight: Decimal
    drop_high: int
    drop_low: int
    trim_from: int
    quorum: int
    average: Literal["mean", "median"]


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the composite score; the key `live` is the judges' score, others are brought in.

    With the rule `points` the values brought in are 0–100. With another they are raw values of an indicator, in `unit`,
    and `scoring.indicators` turns them into 0–100: `better` says which are good, `floor` are the points of the worst
    (`minmax`, `rank`), `target` is what gives 100 (`target`).
    """

    key: str
    name: str
    weight: Decimal
    rule: Rule = "points"
    better: Literal["higher", "lower"] = "higher"
    target: Decimal | None = None
    floor: Decimal = Decimal(0)
    unit: str = ""

    @property
    def rated(self) -> bool:
        """Whether raw values are turned into points by a rule."""
        return self.rule != "points"

    def takes(self, value: Decimal) -> bool:
        """Whether a value may be brought in: any number where a rule turns it into points, else 0–100."""
        return self.rated or 0 <= value <= 100


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade (等次): from a published score `min`, or the `top` per cent of a board, or the rest."""

    name: str
    min: Decimal | None
    top: Decimal | None


@dataclass(frozen=True, slots=True)
class Returns:
    """Who must compete again: the last `count` of a board, and no-shows."""

    count: int = 1
    ties: Literal["all", "draw"] = "all"
    no_show: bool = True


@dataclass(frozen=True, slots=True)
class SpeechTimer:
    """Length of a speech and when the warning shows, in seconds."""

    speech_seconds: int = 480
    warning_seconds: int = 60


@dataclass(frozen=True)
class Plan:
    """The rules of one contest; parsed and checked by `scoring.plan_file`."""

    title: str
    organizer: str
    level: Literal["city", "system", "unit"]
    step: Decimal
    decimals: int
    board: Literal["overall", "category"]
    missing: Literal["wait", "exclude"]
    trim_at: Literal["total", "criterion"]
    rank_on: Literal["published", "exact"]
    ranking: Literal["competition", "dense"]
    tie_breaks: tuple[str, ...]
    resend: bool
    returns: Returns
    timer: SpeechTimer
    categories: tuple[Category, ...]
    criteria: tuple[Criterion, ...]
    groups: tuple[Group, ...]
    components: tuple[Component, ...]
    grades: tuple[Grade, ...]

    @property
    def parts(self) -> tuple[Component, ...]:
        """The components of the composite; without any, the live score is the whole (rules.md, Plan)."""
        return self.components or (Component(LIVE, "现场得分", Decimal(100)),)

    @cached_property
    def has_live(self) -> bool:
        """Whether the judges' score is a part of the composite."""
        return any(part.key == LIVE for part in self.parts)


@dataclass(frozen=True, slots=True)
class Contestant:
    """A key field, a unit or a district that takes part."""

    code: str
    name: str
    category: str
    lead: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """A judge's seat and the person in it; seats keep the order of the judges file."""

    code: str
    name: str
    title: str
    group: str


@dataclass(frozen=True, slots=True)
class Setup:
    """All that a new contest starts from."""

    plan: Plan
    contestants: tuple[Contestant, ...]
    judges: tuple[Judge, ...]
