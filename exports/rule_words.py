"""The rules in force as one paragraph, generated from the plan (rules.md, Plan to Ranking)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from exports.phrases import capital, sentences
from exports.source import BulletinSource
from scoring.explain_indicators import BETTER
from scoring.names import FINAL_NAME, component_name, tie_break_name
from scoring.plan import Component, Criterion, Grade, Group, Plan
from scoring.plan_words import rule_changes
from scoring.points import plain_decimal
from scoring.text import Text, joined, listed, plain

RULES = {
    "minmax": Text(
        "“{name}”{unit}按原值极差折算，{better}：最优的得100分，最差的得{floor}分，其余按比例计分。",
        "{name}{unit} goes by min–max of the raw values, {better}: the best gets 100, the worst {floor}, the others in "
        "proportion.",
    ),
    "rank": Text(
        "“{name}”{unit}按原值名次折算，{better}：第1名得100分，末名得{floor}分，其余按名次等距计分，原值相同的名次并列。",
        "{name}{unit} goes by the rank of the raw values, {better}: rank 1 gets 100, the last rank {floor}, the others "
        "in even steps; equal values share a rank.",
    ),
    "target": Text(
        "“{name}”{unit}按目标完成率折算，目标值{target}，{better}：达到目标的得100分，未达到的按完成比例计分。",
        "{name}{unit} goes by the share of the target {target}, {better}: whoever reaches it gets 100, the others "
        "their share.",
    ),
}
"""How a raw value becomes points."""


def rules(plan: Plan) -> Text:
    """Weights, trimming, missing judges, composite, rounding, ties, grades and returns of a plan."""
    parts = [
        *(_live(plan) if plan.has_live else ()),
        *_composite(plan),
        _rounding(plan),
        _ranking(plan),
        *grade_rule(plan),
        _returns(plan),
    ]
    return sentences(parts)


def changes(source: BulletinSource) -> list[Text]:
    """That the rules were changed after scoring had begun: what, why, by which record."""
    said = rule_changes(source.contest, source.round.number)
    return [capital(Text("{said}。", "{said}.")(said=each)) for each in said]


def _live(plan: Plan) -> Iterator[Text]:
    yield Text(
        "评分项为{criteria}，评分以{step}分为最小单位，每份评分表折算为百分制。",
        "Judges score {criteria} in steps of {step}; each ballot counts out of 100.",
    )(criteria=listed(map(_criterion, plan.criteria)), step=plain_decimal(plan.step))
    yield from (_averages(plan, list(alike)) for _, alike in groupby(_by_rule(plan), _rule))
    if any(group.drop_high or group.drop_low for group in plan.groups):
        yield Text(
            "分数相同的，先去掉评委名册中排在后面的。", "Among equals the judge later in the list is dropped first."
        )
    yield from _weights(plan)
    yield from _missing(plan)


def _criterion(criterion: Criterion) -> Text:
    low, high, weight = (plain_decimal(value) for value in (criterion.min, criterion.max, criterion.weight))
    points = (
        Text("{high}分", "{high} points") if not criterion.min else Text("{low}至{high}分", "{low} to {high} points")
    )
    share = Text("", "") if weight == high else Text("，权重{weight}%", ", weight {weight}%")
    return Text("{name}（{points}{share}）", "{name} ({points}{share})")(
        name=criterion.name, points=points(low=low, high=high), share=share(weight=weight)
    )


def _by_rule(plan: Plan) -> list[Group]:
    """The groups, those of one rule together, in the order of the first of them."""
    first = [_rule(group) for group in plan.groups]
    return sorted(plan.groups, key=lambda group: first.index(_rule(group)))


def _rule(group: Group) -> tuple[int, int, int, str]:
    drops = (group.drop_high, group.drop_low)
    return (*drops, group.trim_from if any(drops) else 0, group.average)


def _averages(plan: Plan, groups: list[Group]) -> Text:
    high, low, start, average = _rule(groups[0])
    mean = Text("平均分", "mean") if average == "mean" else Text("中位数", "median")
    drops = [Text("{n}个最高分", "{n} highest")(n=high)] * bool(high) + [
        Text("{n}个最低分", "{n} lowest")(n=low)
    ] * bool(low)
    each = Text("逐项", " of each criterion") if plan.trim_at == "criterion" else Text("", "")
    pattern = Text("{groups}取{mean}。", "{groups}: the {mean}.")
    if drops:
        pattern = Text(
            "{groups}的评分表达到{start}份的，{each}去掉{drops}后取{mean}。",
            "{groups}: from {start} ballots on, the {drops}{each} are dropped, then the {mean}.",
        )
    return pattern(
        groups=listed(group.name for group in groups),
        mean=mean,
        start=start,
        each=each,
        drops=joined(drops, "和", " and "),
    )


def _weights(plan: Plan) -> Iterator[Text]:
    if len(plan.groups) == 1:
        yield Text("现场得分即{group}的得分。", "The live score is that of {group}.")(group=plan.groups[0].name)
        return
    yield Text("现场得分由各评委组得分加权得出：{weights}。", "The live score weighs the groups: {weights}.")(
        weights=listed(share(group.name, plain_decimal(group.weight)) for group in plan.groups)
    )


def share(name: str | Text, weight: str) -> Text:
    """A part with its weight in per cent."""
    return Text("{name}占{weight}%", "{name} {weight}%")(name=name, weight=weight)


def _missing(plan: Plan) -> Iterator[Text]:
    yield Text("缺席、回避的评委不计入应评人数。", "Judges who are absent or recused are not expected to score.")
    if plan.missing == "wait":
        yield Text("应评评委的评分表收齐后方可计分。", "An entry counts only when every expected ballot is in.")
    else:
        yield Text("未收到的评分表不计入。", "Ballots that did not come in are left out.")
    quorums = [Text("{name}{n}份", "{name} {n}")(name=g.name, n=g.quorum) for g in plan.groups if g.quorum > 1]
    if quorums:
        yield Text("有效评分表不得少于：{quorums}。", "Fewest ballots that count: {quorums}.")(quorums=listed(quorums))


def _composite(plan: Plan) -> Iterator[Text]:
    if plan.components:
        shares = listed(share(component_name(part), plain_decimal(part.weight)) for part in plan.components)
        yield Text("综合得分由各项成绩加权得出：{shares}。", "The composite weighs its parts: {shares}.")(shares=shares)
        yield from indicator_rules([part for part in plan.components if part.rated])
    base = Text("综合得分", "the composite") if plan.components else Text("现场得分", "the live score")
    yield Text("最后得分为{base}与加减分之和。", "The final score is {base} plus adjustments.")(base=base)


def indicator_rules(parts: Sequence[Component]) -> Iterator[Text]:
    """How raw values become points, and who is compared."""
    for part in parts:
        unit = Text("（单位：{unit}）", " ({unit})")(unit=part.unit) if part.unit else plain("")
        target = plain_decimal(part.target) if part.target is not None else ""
        yield RULES[part.rule](
            name=part.name, unit=unit, better=BETTER[part.better], floor=plain_decimal(part.floor), target=target
        )
    if any(part.rule != "target" for part in parts):
        yield Text(
            "折算时与同榜单位比较，未到、退出和没有原值的单位不参加比较；原值全部相同的均得100分。",
            "Entries are compared with those of their board; no-shows, withdrawn entries and those without a value are "
            "left out, and where all are equal each gets 100.",
        )


def _rounding(plan: Plan) -> Text:
    return Text(
        "计算过程不作舍入，公布的最后得分四舍五入保留{places}；{parts}列至小数点后{more}位，仅供核对。",
        "Nothing is rounded before the published final score, rounded half away from zero to {places}; "
        "{parts} are listed to {more} decimals for checking only.",
    )(places=decimals_word(plan.decimals), parts=_parts(plan), more=plan.decimals + 2)


def decimals_word(decimals: int) -> Text:
    """So many decimals, or a whole number."""
    one = Text("{n}位小数", "{n} decimal") if decimals == 1 else Text("{n}位小数", "{n} decimals")
    return one(n=decimals) if decimals else Text("整数", "a whole number")


def _parts(plan: Plan) -> Text:
    if not plan.has_live:
        return Text("各项成绩", "components")
    return Text("评委组得分和各项成绩", "group scores and components")


def _ranking(plan: Plan) -> Text:
    basis = Text("未经舍入的最后得分", "the final score before rounding")
    basis = Text("公布的最后得分", "the published final score") if plan.rank_on == "published" else basis
    return sentences(
        [Text("按{basis}从高到低排名。", "Entries rank by {basis}, highest first.")(basis=basis), tie_rule(plan)]
    )


def tie_rule(plan: Plan, score: Text = FINAL_NAME) -> Text:
    """How equal scores (called `score`) are told apart, and what becomes of those that stay equal."""
    follow = Text("其后名次相应顺延", "places after a tie are skipped")
    follow = Text("其后名次连续编排", "no place after a tie is skipped") if plan.ranking == "dense" else follow
    compared = [tie_break_name(plan, each, score) for each in plan.tie_breaks if each != "draw"]
    steps = (
        Text("依次比较{steps}", "by {steps}, in this order") if len(compared) > 1 else Text("比较{steps}", "by {steps}")
    )
    ways = [steps(steps=listed(compared))] * bool(compared)
    if "draw" in plan.tie_breaks:
        still = Text("仍相同的抽签确定名次", "then by a draw") if compared else Text("抽签确定名次", "by a draw")
        return Text("得分相同的，{ways}。", "Ties are broken {ways}.")(ways=_clauses([*ways, still]))
    if not compared:
        return Text("得分相同的名次并列，{follow}。", "Equal scores share a rank; {follow}.")(follow=follow)
    still = Text("仍相同的名次并列，{follow}", "what is still equal shares a rank, and {follow}")(follow=follow)
    return Text("得分相同的，{ways}。", "Ties are broken {ways}.")(ways=_clauses([*ways, still]))


def _clauses(texts: list[Text]) -> Text:
    return joined(texts, "，", "; ")


def grade_rule(plan: Plan) -> Iterator[Text]:
    """The grades and what each asks for; nothing where there are none."""
    if plan.grades:
        yield Text("等次：{grades}。", "Grades: {grades}.")(grades=listed(map(_grade, plan.grades)))


def _grade(grade: Grade) -> Text:
    if grade.min is not None:
        return Text("{name}（{min}分以上）", "{name} (from {min})")(name=grade.name, min=plain_decimal(grade.min))
    if grade.top is not None:
        return Text("{name}（前{top}%）", "{name} (top {top}%)")(name=grade.name, top=plain_decimal(grade.top))
    return Text("{name}（其余）", "{name} (all others)")(name=grade.name)


def _returns(plan: Plan) -> Text:
    count, no_show = plan.returns.count, plan.returns.no_show
    if not count and not no_show:
        return Text("本擂台赛不设下轮继续打擂。", "Nobody has to return.")
    last = []
    if count:
        last.append(_last(plan))
    if no_show:
        last.append(Text("未到的单位下轮继续打擂", "a no-show returns next round"))
    return capital(Text("{last}。", "{last}.")(last=_clauses(last)))


def _last(plan: Plan) -> Text:
    ties = Text("末位并列的一并继续打擂", "with all that share the cut")
    ties = Text("末位并列的抽签确定", "ties at the cut go to a draw") if plan.returns.ties == "draw" else ties
    board = Text("各榜", "on each board") if plan.board == "category" else Text("", "overall")
    who = (
        Text("排名末位的单位", "the last place")
        if plan.returns.count == 1
        else Text("排名最后{n}位的单位", "the last {n} places")(n=plan.returns.count)
    )
    return Text(
        "{board}{who}下轮继续打擂（第一名除外），{ties}", "{board}, {who} must return next round (never rank 1), {ties}"
    )(board=board, who=who, ties=ties)
