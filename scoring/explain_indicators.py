"""How the raw value of an indicator became points, in words (rules.md, Plan, `[[component]]`)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from scoring.explain_words import amount
from scoring.indicators import place, points
from scoring.plan import Component, Plan
from scoring.points import plain_decimal
from scoring.text import Text, plain

RATED = Text("{name}：原值{raw}{note}；{how}", "{name}: raw value {raw}{note}; {how}")
RULES = {
    "minmax": Text("极差折算", "min–max"),
    "rank": Text("按名次折算", "by rank"),
    "target": Text("按目标完成率", "share of the target"),
}
BETTER = {
    "higher": Text("越高越好", "higher is better"),
    "lower": Text("越低越好", "lower is better"),
}
RULE = Text("{rule}，", "{rule}, ")
RANGE = Text(
    "{rule}同榜{n}个单位最优{best}、最差{worst}：{formula}＝{points}",
    "{rule}of {n} entries on the board the best {best}, the worst {worst}: {formula} = {points}",
)
PLACE = Text(
    "{rule}同榜{n}个单位中第{place}名：{formula}＝{points}",
    "{rule}place {place} of {n} entries on the board: {formula} = {points}",
)
ALL_EQUAL = Text(
    "{rule}同榜{n}个单位原值都相同，各得100", "{rule}all {n} entries on the board have the same value: 100 each"
)
ALONE = Text("{rule}同榜只有本单位有原值，得100", "{rule}nobody else on the board has a value: 100")
REACHED = Text("{rule}目标{target}，已达到，得100", "{rule}target {target}, reached: 100")
NOTHING_REACHED = Text("{rule}目标{target}，原值不大于0，得0", "{rule}target {target}, not above 0: 0")
SHARE = Text("{rule}目标{target}：{formula}＝{points}", "{rule}target {target}: {formula} = {points}")


def rated_line(
    plan: Plan, part: Component, name: Text, value: Decimal, compared: Sequence[Decimal], note: Text
) -> Text:
    """The raw value of an indicator, what it was compared with (best first), and the points that follow."""
    return RATED(name=name, raw=measured(part, value), note=note, how=_how(plan, part, value, compared))


def rule_name(part: Component) -> Text:
    """The rule of an indicator and which of its values are good."""
    return Text("{rule}，{better}", "{rule}, {better}")(rule=RULES[part.rule], better=BETTER[part.better])


def measured(part: Component, value: Decimal) -> str:
    """A raw value as people write it, in its unit: 12天, 6.2%."""
    number = plain_decimal(value).replace("-", "−")
    return f"{number}{part.unit}"


def _how(plan: Plan, part: Component, value: Decimal, compared: Sequence[Decimal]) -> Text:
    rule = RULE(rule=rule_name(part))
    found = amount(plan, points(part, value, compared))
    if part.rule == "target":
        return _share(part, value, rule, found)
    n = len(compared)
    if compared[0] == compared[-1]:
        return ALL_EQUAL(rule=rule, n=n) if n > 1 else ALONE(rule=rule)
    if part.rule == "rank":
        here = place(value, compared)
        formula = _formula(part, f"{n}−{here}", f"{n}−1")
        return PLACE(rule=rule, n=n, place=here, formula=formula, points=found)
    best, worst = measured(part, compared[0]), measured(part, compared[-1])
    formula = _formula(part, _apart(part, value, compared[-1]), _apart(part, compared[0], compared[-1]))
    return RANGE(rule=rule, n=n, best=best, worst=worst, formula=formula, points=found)


def _share(part: Component, value: Decimal, rule: Text, found: Text) -> Text:
    target = part.target or Decimal(1)
    said = measured(part, target)
    if value >= target if part.better == "higher" else value <= target:
        return REACHED(rule=rule, target=said)
    if value <= 0:
        return NOTHING_REACHED(rule=rule, target=said)
    above, below = (value, target) if part.better == "higher" else (target, value)
    formula = plain(f"100×{plain_decimal(above)}÷{plain_decimal(below)}")
    return SHARE(rule=rule, target=said, formula=formula, points=found)


def _formula(part: Component, ahead: str, whole: str) -> Text:
    """100×(…)÷(…), or with points for the worst 60＋40×(…)÷(…)."""
    floor = Fraction(part.floor)
    rest = plain_decimal(100 - part.floor)
    base = f"{plain_decimal(part.floor)}＋" if floor else ""
    return Text(f"{base}{rest}×({ahead})÷({whole})", f"{base}{rest} × ({ahead}) ÷ ({whole})".replace("＋", " + "))


def _apart(part: Component, value: Decimal, worst: Decimal) -> str:
    """How far a value is from the worst, as a difference that is not negative."""
    more, less = (value, worst) if part.better == "higher" else (worst, value)
    return f"{_signed(more)}−{_signed(less)}"


def _signed(value: Decimal) -> str:
    """A number inside a difference: a negative one in brackets."""
    number = plain_decimal(value).replace("-", "−")
    return f"({number})" if value < 0 else number
