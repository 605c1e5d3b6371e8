"""What a plan is called where one is chosen: its level, its title, and whether judges score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from scoring.plan import Plan
from scoring.plan_file import read_plan
from scoring.plan_words import CHOICES
from scoring.text import Language, Text

LABEL = Text("{level}{more}：{title}", "{level}{more}: {title}")
NO_LIVE = Text("（无现场评分）", " (no live score)")


def plan_label(plan: Plan, language: Language) -> str:
    """市级：“…”专题擂台赛."""
    level, more = CHOICES["contest.level"][plan.level], NO_LIVE if not plan.has_live else ""
    said = LABEL(level=level, title=plan.title, more=more).said(language)
    return said[:1].upper() + said[1:]


def judged_templates(templates: Sequence[Path], language: Language) -> Mapping[str, Path]:
    """The templates in which judges score, by what they are called."""
    plans = ((path, read_plan(path)) for path in templates)
    return {plan_label(plan, language): path for path, plan in plans if plan.has_live}
