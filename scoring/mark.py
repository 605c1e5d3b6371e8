"""What a mark is: one thing the organizer noted about a round (rules.md, Corrections)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.crowd import CrowdSheet


class MarkKind(StrEnum):
    """What a mark says; the words of the command line and of the calls."""

    JUDGE_ABSENT = "judge-absent"
    JUDGE_LEFT = "judge-left"
    RECUSE = "recuse"
    NO_SHOW = "no-show"
    WITHDRAW = "withdraw"
    ADD = "add"
    ADJUST = "adjust"
    COMPONENT = "component"
    GROUP_VOID = "group-void"
    START_ORDER = "start-order"
    DRAW = "draw"
    UNDO = "undo"
    BALLOTS = "ballots"
    """Ballots of crowds that a file brought; a file brings them, no command of its own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. `record` is its number in the journal and what an undo names; unused fields stay empty.

    `subject` is the judge, contestant, group or component it is about; `contestant` the entry of a recusal;
    `values` a component's values by contestant; `order` the entries in the order drawn; `target` the record
    that an undo takes back; `sheet` the ballots that a file brought.
    """

    kind: MarkKind
    subject: str = ""
    contestant: str = ""
    points: Decimal | None = None
    values: Mapping[str, Decimal] = field(default_factory=dict)
    seed: str = ""
    order: tuple[str, ...] = ()
    target: int = 0
    reason: str = ""
    record: int = 0
    at: str = ""
    sheet: CrowdSheet | None = None
