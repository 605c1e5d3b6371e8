"""What the host says, in sentences that can be read aloud."""

from __future__ import annotations

from scoring.text import Text
from scoring.views import EntryView, GroupView, RevealView

ON_STAGE = Text("现在上台的是{number}号：{name}。", "On stage now: number {number}, {name}.")
NEXT = Text("下一位：{number}号，{name}，请做准备。", "Next: number {number}, {name}; please get ready.")
VOID = Text("{name}本轮不计。", "{name} does not count in this round.")
GROUP = Text("{name}{trim}，平均得分 {score} 分。", "{name}{trim}: average score {score}.")
DROPPED_BOTH = Text("去掉{high}个最高分，去掉{low}个最低分", ", dropping the {high} highest and the {low} lowest")
DROPPED_HIGH = Text("去掉{high}个最高分", ", dropping the {high} highest")
DROPPED_LOW = Text("去掉{low}个最低分", ", dropping the {low} lowest")
COMPONENT = Text("{name}：{points} 分。", "{name}: {points} points.")
ADJUSTMENT = Text("加减分：{points} 分。", "Adjustments: {points} points.")
FINAL = Text("{name}最后得分：{score} 分！", "Final score of {name}: {score}!")
RANK_SO_FAR = Text("目前暂列第 {rank} 名。", "That is rank {rank} so far.")
NO_SHOW = Text("{name}未到。", "{name} did not come.")
WITHDRAWN = Text("{name}退出本轮。", "{name} withdrew from this round.")
REVIEW = Text(
    "{name}的成绩正在复核，请等待重新公布。", "The result of {name} is under review; wait for it to be revealed again."
)
NOTHING = Text("还没有请任何单位上台。", "Nobody has been called to the stage yet.")


def host_lines(on_stage: EntryView | None, following: EntryView | None, reveal: RevealView | None) -> list[Text]:
    """Who is on, what was announced to the hosts last, who is next."""
    lines = [ON_STAGE(number=on_stage.number, name=on_stage.name) if on_stage else NOTHING]
    if reveal:
        lines += _reveal_lines(reveal)
    if following:
        lines.append(NEXT(number=following.number, name=following.name))
    return lines


def _reveal_lines(reveal: RevealView) -> list[Text]:
    name = reveal.entry.name
    if reveal.status == "no_show":
        return [NO_SHOW(name=name)]
    if reveal.status == "withdrawn":
        return [WITHDRAWN(name=name)]
    if reveal.review:
        return [REVIEW(name=name)]
    lines = [
        (VOID if group.left_out else GROUP)(name=group.name, score=group.score, trim=_trim(group))
        for group in reveal.groups
    ]
    lines += [COMPONENT(name=part, points=points) for part, points in reveal.components]
    if reveal.adjustment:
        lines.append(ADJUSTMENT(points=reveal.adjustment))
    return [*lines, FINAL(name=name, score=reveal.score), RANK_SO_FAR(rank=reveal.rank)]


def _trim(group: GroupView) -> Text:
    high, low = group.trim
    if not high and not low:
        return Text("", "")
    words = DROPPED_BOTH if high and low else DROPPED_HIGH if high else DROPPED_LOW
    return words(high=high, low=low)
