"""What the host says, in sentences that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from scoring import projection
from scoring.contest import Contest
from scoring.results import Standings
from scoring.staging import is_pending
from scoring.text import Text
from scoring.views import BoardRow, BoardView, EntryView, FinaleRow, FinaleView, GroupView, RevealView

ON_STAGE = Text("现在上台的是{number}号：{name}。", "On stage now: number {number}, {name}.")
NEXT = Text("下一位：{number}号，{name}，请做准备。", "Next: number {number}, {name}; please get ready.")
NOT_YET = Text(
    "（还没有对全场公布，请跟着大屏念。）", "(Not revealed to the room yet: say it as the projector shows it.)"
)
RESULT_OF = Text("{name}的成绩：", "The result of {name}:")
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
FINALE_BEGINS = Text("下面揭晓最终名次。", "Now for the final ranking.")
FINALE_OF = Text("下面揭晓“{board}”的最终名次。", "Now for the final ranking of '{board}'.")
PLACE = Text("第 {rank} 名：{name}，{score} 分！", "Rank {rank}: {name}, {score}!")
SHARED_PLACE = Text("并列第 {rank} 名：{name}，{score} 分！", "Rank {rank}, shared: {name}, {score}!")
GRADE = Text("{name}：{grade}。", "{name}: {grade}.")
RETURNS = Text("{name}下轮继续打擂。", "{name} must come back in the next round.")
ALL_TOLD = Text("名次已经全部揭晓。", "The whole ranking has been revealed.")
CLOSED = Text("第 {round} 轮成绩已经确认。", "The results of round {round} are confirmed.")
PLACES_ON = Text("“{board}”的最终名次：", "The final ranking of '{board}':")
PLACES = Text("最终名次：", "The final ranking:")
WINNER = Text("第 1 名：{name}，最后得分 {score} 分！", "The winner is {name}, with {score}!")
SHARED_WIN = Text("并列第 1 名：{name}，最后得分 {score} 分！", "The first rank is shared: {name}, with {score}!")
WAIT = Text(
    "（还有成绩没有公布或正在复核，请先不要宣布最终名次。）",
    "(Some results are not revealed yet or are under review: do not announce the final ranking.)",
)


def said_now(contest: Contest, standings: Standings) -> tuple[EntryView | None, list[Text]]:
    """Who is on stage, and what may be said at this moment of the session."""
    round_, told = contest.live_round, projection.finale_told(contest, standings)
    if told and not (round_.closed and told.is_over):
        return None, _finale_lines(told, several=len(standings.boards) > 1)
    if round_.closed:
        return None, [CLOSED(round=round_.number), *_final_lines(projection.board_views(contest, standings))]
    on_stage = projection.entry_view(contest, round_, round_.called) if round_.called else None
    reveal = projection.announced(contest, standings)
    lines = [ON_STAGE(number=on_stage.number, name=on_stage.name) if on_stage else NOTHING]
    if reveal:
        entry = round_.entry(reveal.entry.code)
        lines += [NOT_YET] if entry and is_pending(entry) else []
        lines += _reveal_lines(reveal)
    if following := projection.upcoming(contest):
        lines.append(NEXT(number=following.number, name=following.name))
    return on_stage, lines


def _reveal_lines(reveal: RevealView) -> list[Text]:
    name = reveal.entry.name
    if reveal.status != "complete":
        return [(NO_SHOW if reveal.status == "no_show" else WITHDRAWN)(name=name)]
    if reveal.review:
        return [REVIEW(name=name)]
    lines = [
        (VOID if group.left_out else GROUP)(name=group.name, score=group.score, trim=_trim(group))
        for group in reveal.groups
    ]
    lines += [COMPONENT(name=part, points=points) for part, points in reveal.components]
    if reveal.adjustment:
        lines.append(ADJUSTMENT(points=reveal.adjustment))
    heading = [RESULT_OF(name=name)] if lines else []
    return [*heading, *lines, FINAL(name=name, score=reveal.score), RANK_SO_FAR(rank=reveal.rank)]


def _trim(group: GroupView) -> Text:
    high, low = group.trim
    if not high and not low:
        return Text("", "")
    words = DROPPED_BOTH if high and low else DROPPED_HIGH if high else DROPPED_LOW
    return words(high=high, low=low)


def _finale_lines(told: FinaleView, *, several: bool) -> list[Text]:
    """The line of a final reveal that the room has just seen."""
    latest = [line for row in told.rows if row.latest for line in _place_lines(row)]
    if told.is_over:
        return [*latest, ALL_TOLD]
    if told.rows:
        return latest
    return [(FINALE_OF if several else FINALE_BEGINS)(board=told.name)]


def _final_lines(boards: Sequence[BoardView]) -> list[Text]:
    """The final places of every board, the winner first; nothing of a board that is not wholly revealed."""
    lines: list[Text] = []
    for board in boards:
        if board.rows or board.total:
            lines += [PLACES_ON(board=board.name) if len(boards) > 1 else PLACES]
            lines += [line for row in board.lines for line in _place_lines(row)] if board.final else [WAIT]
    return lines


def _place_lines(row: BoardRow | FinaleRow) -> list[Text]:
    if row.status != "complete":
        lines = [(NO_SHOW if row.status == "no_show" else WITHDRAWN)(name=row.name)]
    elif row.review:
        return [REVIEW(name=row.name)]
    else:
        alone, shared = (WINNER, SHARED_WIN) if row.rank == 1 else (PLACE, SHARED_PLACE)
        lines = [(shared if row.tied else alone)(rank=row.rank, name=row.name, score=row.score)]
    lines += [GRADE(name=row.name, grade=row.grade)] if row.grade else []
    return [*lines, *([RETURNS(name=row.name)] if row.returns else [])]
