"""Standings for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from arena_desk.cli.speech import table
from scoring.results import Board, Row, Standings
from scoring.text import Language, Text

HEAD = (
    Text("名次", "rank"),
    Text("编号", "code"),
    Text("单位", "name"),
    Text("最后得分", "score"),
    Text("并列规则", "tie-break"),
    Text("等次", "grade"),
    Text("备注", "notes"),
)
ROUND = Text("{contest}　第 {round} 轮　{status}", "{contest}, round {round}: {status}")
STATUS = {True: Text("最终", "final"), False: Text("临时", "provisional")}
CLOSED = Text("成绩已确认", "closed")
RETURNS = Text("下轮继续打擂", "returns next round")
BEFORE = Text("上一轮列为继续打擂", "back from last round")
IN_A_ROW = Text("此前连续 {n} 轮列为继续打擂", "had to return {n} rounds in a row")
STATES = {
    "incomplete": Text("未完成", "incomplete"),
    "no_show": Text("未到", "no-show"),
    "withdrawn": Text("退出", "withdrawn"),
}
NEEDS_DRAW = Text("需要抽签：{codes}", "a draw is needed: {codes}")


def standings_table(standings: Standings, changes: Sequence[Text], language: Language) -> str:
    """All boards as tables, after what is to be known of the rules."""
    status = CLOSED if standings.closed else STATUS[standings.final]
    head = ROUND(contest=standings.contest, round=standings.round, status=status)
    heads = [text.said(language) for text in (head, *changes)]
    return "\n\n".join(["\n".join(heads), *(_board(board, language) for board in standings.boards)])


def _board(board: Board, language: Language) -> str:
    rows = [[text.said(language) for text in HEAD], *(_row(row, language) for row in board.rows)]
    title = f"{board.name}  {STATUS[board.final].said(language)}"
    draws = [NEEDS_DRAW(codes=" ".join(codes)).said(language) for codes in board.needs_draw]
    return "\n".join([title, table(rows), *draws])


def _row(row: Row, language: Language) -> list[str]:
    notes = [STATES[row.result.status.value]] if row.result.status.value in STATES else []
    notes += [RETURNS] if row.returns else []
    notes += [(BEFORE if row.returned_before == 1 else IN_A_ROW)(n=row.returned_before)] if row.returned_before else []
    return [
        "" if row.rank is None else str(row.rank),
        row.code,
        row.name,
        "" if row.result.published is None else str(row.result.published),
        row.tie_break or "",
        row.grade or "",
        " ".join(note.said(language) for note in notes),
    ]
