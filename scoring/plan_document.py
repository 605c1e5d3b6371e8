"""A plan as the tables of its file: how journal and contest file keep it (rules.md, Plan)."""

from __future__ import annotations

from typing import Any

from scoring.plan import RULE_KEYS, Component, Criterion, Grade, Group, Plan
from scoring.points import written


def plan_document(plan: Plan) -> dict[str, Any]:
    """A plan as the tables of its file, every value written out; `plan_file.parse_plan` reads it back unchanged."""
    contest = {
        "title": plan.title,
        "organizer": plan.organizer,
        "level": plan.level,
        "step": written(plan.step),
        "decimals": plan.decimals,
        "board": plan.board,
        "missing": plan.missing,
        "trim_at": plan.trim_at,
        "rank_on": plan.rank_on,
        "ranking": plan.ranking,
        "tie_breaks": list(plan.tie_breaks),
        "resend": plan.resend,
    }
    return {
        "contest": contest,
        "returns": {"count": plan.returns.count, "ties": plan.returns.ties, "no_show": plan.returns.no_show},
        "timer": {"speech_seconds": plan.timer.speech_seconds, "warning_seconds": plan.timer.warning_seconds},
        "category": [{"key": category.key, "name": category.name} for category in plan.categories],
        "criterion": [_criterion_document(criterion) for criterion in plan.criteria],
        "group": [_group_document(group) for group in plan.groups],
        "component": [_component_document(component) for component in plan.components],
        "grade": [_grade_document(grade) for grade in plan.grades],
    }


def _criterion_document(criterion: Criterion) -> dict[str, Any]:
    numbers = {"max": written(criterion.max), "min": written(criterion.min), "weight": written(criterion.weight)}
    return {"key": criterion.key, "name": criterion.name, **numbers}


def _group_document(group: Group) -> dict[str, Any]:
    return {
        "key": group.key,
        "name": group.name,
        "weight": written(group.weight),
        "drop_high": group.drop_high,
        "drop_low": group.drop_low,
        "trim_from": group.trim_from,
        "quorum": group.quorum,
        "average": group.average,
    }


def _component_document(component: Component) -> dict[str, Any]:
    document: dict[str, Any] = {"key": component.key, "name": component.name, "weight": written(component.weight)}
    if component.rated:
        document |= {"rule": component.rule, "better": component.better}
        if component.target is not None:
            document["target"] = written(component.target)
        if "floor" in RULE_KEYS[component.rule]:
            document["floor"] = written(component.floor)
        if component.unit:
            document["unit"] = component.unit
    return document


def _grade_document(grade: Grade) -> dict[str, Any]:
    limits = {"min": grade.min, "top": grade.top}
    return {"name": grade.name, **{key: written(value) for key, value in limits.items() if value is not None}}
