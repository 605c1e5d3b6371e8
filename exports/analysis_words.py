"""The figures of an analysis in words: what each is called, what it says in one plain sentence, and what to add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.analysis import Agreement, BoardAnalysis, Figure, JudgeFigures
from scoring.plan import Judge, Plan
from scoring.text import Language, Text, joined, listed, plain

ABOUT = Text(
    "本表是对评委打分的统计，供组织者了解评委的一致程度，不改变任何得分和名次。统计用的是计入的评分表合计（百分制、去掉最高分和最低分之前）。",
    "Statistics of how judges scored, for the organizer; they change no score and no rank. They are computed from the "
    "totals of the ballots that count, of 100, before highest and lowest are dropped.",
)
NOTHING = Text("还没有可以统计的评分表。", "There are no ballots to analyse yet.")
AGREEMENT, JUDGES = Text("评委的一致程度", "How far judges agree"), Text("各位评委", "Judge by judge")
ALL = Text("全体评委", "All judges")
SENTENCES = (
    Text(
        "W（肯德尔和谐系数）：各评委排出的先后次序是否一致。0＝评委各评各的，1＝完全一致。",
        "W (Kendall's concordance): whether judges put everyone in the same order. 0: each to their own; 1: all alike.",
    ),
    Text(
        "ICC(2,k)（组内相关系数）：评委的平均分是否可靠。1＝换一批同样的评委结果也一样；0 或负数＝结果主要看由谁来评。",
        "ICC(2,k) (intraclass correlation): how reliable the judges' mean is. 1: other judges like them would give the "
        "same; 0 or below: it depends on who judges.",
    ),
    Text(
        "α（克龙巴赫系数）：不计各人宽严，评委看高看低是否一致。1＝完全一致；0 或负数＝不一致。",
        "α (Cronbach's alpha): whether judges see the same as better and worse, however strict each is. 1: entirely; "
        "0 or below: not at all.",
    ),
)
JUDGE_SENTENCES = (
    Text(
        "标准差：给分拉开的程度，越大拉得越开，0＝给大家的分都一样。",
        "Spread: the standard deviation; the larger, the wider the scores lie apart; 0: the same for everyone.",
    ),
    Text(
        "宽严：与同组其他评委平均数之差的平均，正数偏宽，负数偏严；差距：不论正负的平均。",
        "Leaning: the mean difference from the mean of the others in the group, above 0 generous, below 0 strict; "
        "distance: the same whatever the sign.",
    ),
    Text(
        "次序：与同组其他评委平均数的秩相关（斯皮尔曼，同分取平均秩）。1＝先后次序相同，0＝没有关系，−1＝正好相反。",
        "Order: Spearman's rank correlation with the mean of the others in the group, equal scores sharing their rank. "
        "1: the same order; 0: no relation; −1: the reverse.",
    ),
    Text(
        "去高、去低：作为最高分、最低分去掉的次数。",
        "High, low: how often the judge's score was dropped as a highest or a lowest one.",
    ),
)
NO_FIGURE = Text("{name}无法计算：{why}", "{name} cannot be computed, because {why}")
JUDGES_OUT = Text("未计入评得不到一半的{who}", "left out, having scored fewer than half: {who}")
ENTRIES_OUT = Text("未计入没有由全体评委评过的 {n} 个单位", "left out, not scored by all of them: {n} contestants")
VOID = Text("{name}整组作废，不统计。", "{name} is void and is left out.")
CROWD = Text("{name}人数众多，不逐人统计。", "{name} is a crowd: its judges are not looked at one by one.")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, and whether numbers stand in it."""

    name: Text
    number: bool = True


AGREEMENT_HEADS = (
    Head(Text("评委范围", "Judges"), number=False),
    Head(Text("评委数", "Number")),
    Head(Text("单位数", "Contestants")),
    Head(plain("W")),
    Head(plain("ICC(2,k)")),
    Head(plain("α")),
)
JUDGE_HEADS = (
    Head(Text("评委", "Judge"), number=False),
    Head(Text("评委组", "Group"), number=False),
    Head(Text("份数", "Ballots")),
    Head(Text("平均分", "Mean")),
    Head(Text("标准差", "Spread")),
    Head(Text("宽严", "Leaning")),
    Head(Text("差距", "Distance")),
    Head(Text("次序", "Order")),
    Head(Text("去高", "High")),
    Head(Text("去低", "Low")),
)


def agreement_cells(each: Agreement) -> tuple[Text, ...]:
    """A line of the table of agreement."""
    counts = (str(len(each.cases.judges)), str(len(each.cases.entries)))
    return (
        plain(each.group.name) if each.group else ALL,
        *map(plain, counts),
        *(plain(figure.shown(2)) for figure in (each.concordance, each.reliability, each.consistency)),
    )


def agreement_remark(each: Agreement) -> Text:
    """Who and what was left out, and why a figure is missing; empty where all is there."""
    cases = each.cases
    said = [JUDGES_OUT(who=_names(cases.judges_left_out))] if cases.judges_left_out else []
    said += [ENTRIES_OUT(n=len(cases.entries_left_out))] if cases.entries_left_out else []
    figures = (each.concordance, each.reliability, each.consistency)
    return joined([*said, *_missing([head.name for head in AGREEMENT_HEADS[3:]], figures)], "；", "; ")


def judge_cells(each: JudgeFigures, decimals: int) -> tuple[Text, ...]:
    """A line of the table of judges; points with `decimals`."""
    return (
        plain(each.judge.name),
        plain(each.group.name),
        plain(str(each.ballots)),
        plain(each.mean.shown(decimals)),
        plain(each.spread.shown(decimals)),
        plain(each.deviation.shown(decimals, sign=True)),
        plain(each.distance.shown(decimals)),
        plain(each.correlation.shown(2)),
        plain(str(each.high)),
        plain(str(each.low)),
    )


def judge_remark(each: JudgeFigures) -> Text:
    """Why a figure is missing; empty where all are there."""
    figures = (each.spread, each.deviation, each.distance, each.correlation)
    return joined(_missing([head.name for head in JUDGE_HEADS[4:8]], figures), "；", "; ")


def left_out(board: BoardAnalysis) -> Iterator[Text]:
    """The groups that are not looked at."""
    yield from (VOID(name=group.name) for group in board.compared.void)
    yield from (CROWD(name=group.name) for group in board.compared.crowds)


def decimals(plan: Plan) -> int:
    """Places of points in an analysis: at least one, and no more than are published."""
    return max(1, plan.decimals)


def said(texts: tuple[Text, ...], language: Language) -> tuple[str, ...]:
    """Cells in one language."""
    return tuple(text.said(language) for text in texts)


def _names(judges: tuple[Judge, ...]) -> Text:
    return listed(judge.name for judge in judges)


def _missing(names: Sequence[Text], figures: Sequence[Figure]) -> list[Text]:
    """Why figures are missing, those of one reason together."""
    whys: dict[Text, list[Text]] = {}
    for name, figure in zip(names, figures, strict=True):
        if figure.why:
            whys.setdefault(Text(figure.why.zh, figure.why.en), []).append(name)
    return [NO_FIGURE(name=listed(found), why=why) for why, found in whys.items()]
