"""Contestants and judges as the journal keeps them."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.plan import Contestant, Judge


def contestant_json(contestant: Contestant) -> dict[str, object]:
    """A contestant as the journal keeps it."""
    return {
        "code": contestant.code,
        "name": contestant.name,
        "category": contestant.category,
        "lead": contestant.lead,
        "members": list(contestant.members),
    }


def judge_json(judge: Judge) -> Mapping[str, object]:
    """A judge's seat as the journal keeps it."""
    return {"code": judge.code, "name": judge.name, "title": judge.title, "group": judge.group}
