"""Results as JSON and back, exact: what a reveal and a closing keep."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scoring.points import exact_text
from scoring.results import Drops, EntryResult, GroupResult, Status


def result_json(result: EntryResult) -> dict[str, Any]:
    """An entry's result; exact values as `n` or `n/d`."""
    return {
        "code": result.code,
        "status": result.status.value,
        "exact": _text(result.exact),
        "published": None if result.published is None else str(result.published),
        "components": {key: exact_text(value) for key, value in result.components.items()},
        "groups": {key: _group_json(group) for key, group in result.groups.items()},
        "adjustments": exact_text(result.adjustments),
        "tie_values": {key: _text(value) for key, value in result.tie_values.items()},
    }


def result_from_json(data: Mapping[str, Any]) -> EntryResult:
    """The result that `result_json` wrote."""
    return EntryResult(
        code=data["code"],
        status=Status(data["status"]),
        exact=_fraction(data["exact"]),
        published=None if data["published"] is None else Decimal(data["published"]),
        components={sys.intern(key): Fraction(value) for key, value in data["components"].items()},
        groups={sys.intern(key): _group(value) for key, value in data["groups"].items()},
        adjustments=Fraction(data["adjustments"]),
        tie_values={sys.intern(key): _fraction(value) for key, value in data["tie_values"].items()},
    )


def _text(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _group_json(group: GroupResult) -> dict[str, Any]:
    return {
        "score": exact_text(group.score),
        "counted": group.counted,
        "dropped_high": drops_json(group.dropped_high),
        "dropped_low": drops_json(group.dropped_low),
        "totals": {judge: exact_text(total) for judge, total in group.totals.items()},
    }


def _group(data: Mapping[str, Any]) -> GroupResult:
    totals = {sys.intern(judge): Fraction(total) for judge, total in data["totals"].items()}
    return GroupResult(
        Fraction(data["score"]), data["counted"], _drops(data["dropped_high"]), _drops(data["dropped_low"]), totals
    )


def drops_json(drops: Drops) -> Any:
    """Dropped judges as a list, or by criterion."""
    return list(drops) if isinstance(drops, tuple) else {key: list(judges) for key, judges in drops.items()}


def _drops(data: Any) -> Drops:
    if isinstance(data, list):
        return tuple(map(sys.intern, data))
    return {sys.intern(key): tuple(map(sys.intern, judges)) for key, judges in data.items()}
