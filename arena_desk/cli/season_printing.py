"""The season for a terminal."""

from __future__ import annotations

from arena_desk.cli.printing import STATES
from arena_desk.cli.speech import table
from scoring.season import Appearance, Season, SeasonBoard, SeasonRow
from scoring.text import Language, Text

HEAD = (Text("名次", "rank"), Text("编号", "code"), Text("单位", "name"))
ENDS = (
    Text("平均分", "mean"),
    Text("最高分", "best"),
    Text("继续打擂", "returned"),
    Text("连续", "in a row"),
)
ROUND = Text("第 {n} 轮", "round {n}")
TITLE = Text("{contest}　已确认的轮次：{rounds}", "{contest}, finished rounds: {rounds}")
NONE = Text("还没有", "none")
CELL = Text("第 {rank} 名 {score}", "{rank}. {score}")
RETURNS = Text("{cell} ▽", "{cell} ▽")
ABSENT = "–"
FLAG = Text("▽ 该轮列为下轮继续打擂；– 未参加该轮", "▽ had to come back after the round; – not in it")


def season_table(found: Season, language: Language) -> str:
    """All boards as tables; what the signs mean at the end."""
    rounds = " ".join(str(number) for number in found.rounds) or NONE
    head = TITLE(contest=found.contest, rounds=rounds).said(language)
    boards = [_board(found, board, language) for board in found.boards] if found.rounds else []
    return "\n\n".join([head, *boards, *([FLAG.said(language)] if boards else [])])


def _board(found: Season, board: SeasonBoard, language: Language) -> str:
    heads = [text.said(language) for text in HEAD]
    heads += [ROUND(n=number).said(language) for number in found.rounds]
    heads += [text.said(language) for text in ENDS]
    return "\n".join([board.name, table([heads, *(_row(row, language) for row in board.rows)])])


def _row(row: SeasonRow, language: Language) -> list[str]:
    return [
        "" if row.rank is None else str(row.rank),
        row.code,
        row.name,
        *(_cell(each).said(language) for each in row.course),
        "" if row.published is None else str(row.published),
        "" if row.best is None else str(row.best),
        str(row.returned),
        str(row.run),
    ]


def _cell(each: Appearance | None) -> Text:
    if each is None:
        return Text(ABSENT, ABSENT)
    said = STATES[each.status.value] if each.published is None else CELL(rank=each.rank, score=each.published)
    return RETURNS(cell=said) if each.returns else said
