"""A plan as a file that `arena-desk new` takes (rules.md, Plan)."""

from __future__ import annotations

from scoring.plan import Plan
from scoring.plan_document import plan_document


def plan_toml(plan: Plan, *, judges: str = "judges.csv") -> str:
    """A plan as TOML, every value written out, with contestants.csv and `judges` beside it; no judges where empty."""
    import tomlkit

    document = {key: value for key, value in plan_document(plan).items() if value}
    people = {"contestants": "contestants.csv", **({"judges": judges} if judges else {})}
    return tomlkit.dumps({**document, "contest": {**document["contest"], **people}})
