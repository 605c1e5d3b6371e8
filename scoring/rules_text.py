"""The rules of a plan in one line, for the room."""

from __future__ import annotations

from scoring.plan import Group, Plan
from scoring.points import plain_decimal
from scoring.text import Text, joined, listed

WEIGHT = Text("{name} {weight}%", "{name} {weight}%")
HALF_UP = Text("四舍五入，保留 {decimals} 位小数", "rounded half up to {decimals} decimals")
WHOLE = Text("四舍五入取整数", "rounded half up to whole points")
TRIM_ALL = Text("各组{trim}", "{trim} in each group")
TRIM_SOME = Text("{names}{trim}", "{trim} among {names}")
TRIM_BOTH = Text("去掉 {high} 个最高分和 {low} 个最低分", "the {high} highest and {low} lowest dropped")
TRIM_HIGH = Text("去掉 {high} 个最高分", "the {high} highest dropped")
TRIM_LOW = Text("去掉 {low} 个最低分", "the {low} lowest dropped")


def rules_line(plan: Plan) -> Text:
    """Weights, trimming and rounding as one line: 领导评委 40%　… ；四舍五入，保留 2 位小数."""
    weights = [WEIGHT(name=group.name, weight=plain_decimal(group.weight)) for group in plan.groups]
    parts = [listed(weights)] if weights else []
    parts += [_trim(plan, trim) for trim in dict.fromkeys(_cut(group) for group in plan.groups) if any(trim)]
    parts.append(HALF_UP(decimals=plan.decimals) if plan.decimals else WHOLE)
    return joined(parts, "；", "; ")


def _cut(group: Group) -> tuple[int, int]:
    return group.drop_high, group.drop_low


def _trim(plan: Plan, trim: tuple[int, int]) -> Text:
    high, low = trim
    words = (TRIM_BOTH if high and low else TRIM_HIGH if high else TRIM_LOW)(high=high, low=low)
    groups = [group for group in plan.groups if _cut(group) == trim]
    if len(groups) == len(plan.groups):
        return TRIM_ALL(trim=words)
    return TRIM_SOME(names=listed(group.name for group in groups), trim=words)
