"""What the parts of a plan are called in a sentence: groups, components, tie-breaks (rules.md, Ranking)."""

from __future__ import annotations

from scoring.plan import LIVE, Component, Plan
from scoring.text import Text, plain

LIVE_NAME = Text("现场得分", "live score")
FINAL_NAME = Text("最后得分", "final score")
COMPOSITE_NAME = Text("综合得分", "composite")
"""What an assessment calls what its contestants rank by: nothing is added to it."""


def component_name(part: Component) -> Text:
    """A component's name; the judges' score without a name in the plan in both languages."""
    return LIVE_NAME if part.key == LIVE and part.name == LIVE_NAME.zh else plain(part.name)


def group_name(name: str) -> Text:
    """领导评委 → 领导评委组; English names a group as the plan does."""
    return Text(name if name.endswith("组") else f"{name}组", name)


def tie_break_name(plan: Plan, tie_break: str, score: Text = FINAL_NAME) -> Text:
    """What a tie-break compares, in words; `score` is what the contestants rank by."""
    kind, _, key = tie_break.partition(":")
    names = {f"criterion:{each.key}": each.name for each in plan.criteria}
    names |= {f"group:{each.key}": each.name for each in plan.groups}
    match kind:
        case "exact":
            return Text("未经舍入的{score}", "the {score} before rounding")(score=score)
        case "component":
            part = next(part for part in plan.parts if part.key == key)
            name = component_name(part)
            return name if part.key == LIVE else Text(f"“{name.zh}”得分", f"the score of {name.en}")
        case "group":
            return Text(f"{group_name(names[tie_break]).zh}得分", f"the score of {names[tie_break]}")
        case "criterion":
            return Text(f"“{names[tie_break]}”得分", f"the score of {names[tie_break]}")
        case "untrimmed":
            return Text("不去掉最高分、最低分的现场得分", "the live score without trimming")
        case _:
            return Text("抽签", "a draw")
