"""Why this rank: the step that told equals apart, what it compared, the grade and the return (rules.md, Ranking)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.contest import Contest, Draw, Round
from scoring.draws import latest_draw
from scoring.explain_words import NOTHING, amount
from scoring.names import tie_break_name
from scoring.ranking import score_of
from scoring.results import Board, Row
from scoring.standings import OVERALL
from scoring.text import Text, listed, plain

RANK = Text("名次：“{board}”{n}个单位中第{rank}名", "rank {rank} of {n} on the board '{board}'")
TIE_BREAK = Text(
    "与{names}得分相同，先后由{step}决定：{values}", "placed among equal scores ({names}) by {step}: {values}"
)
VALUE = Text("{name} {value}", "{name} {value}")
DRAWN = Text("流水第{record}号记录，次序为{order}", "journal record {record}, order: {order}")
SHARED = Text("与{names}并列", "tied with {names}")
WAITS = Text(
    "{names}之间需要抽签，抽签前本榜未定", "a draw between {names} is needed; until then the board is not final"
)
OPEN = Text("本榜还有成绩不完整的单位，名次未定", "the board is not final: not all results on it are complete")
GRADE = Text("等次：{grade}", "grade: {grade}")
RETURNS = Text("排名居末，下轮继续打擂", "last on the board: must compete again in the next round")
DRAWN_OUT = Text("并列的单位中谁下轮继续打擂由抽签决定：{draw}", "who of those tied returns was drawn: {draw}")


def rank_lines(contest: Contest, round_: Round, board: Board, row: Row) -> Iterator[Text]:
    """Why a ranked entry has its rank."""
    ranked = [other for other in board.rows if other.rank is not None]
    yield RANK(board=board_name(board), rank=row.rank, n=len(ranked))
    yield from _told_apart(contest, round_, [other for other in ranked if _equal(contest, other, row)], row)
    tied = [other for other in ranked if other.rank == row.rank]
    if len(tied) > 1:
        yield SHARED(names=_names([other for other in tied if other.code != row.code]))
    waiting = [codes for codes in board.needs_draw if row.code in codes]
    yield from (WAITS(names=listed(contest.called(code) for code in codes)) for codes in waiting)
    if not board.final and not board.needs_draw:
        yield OPEN
    if row.grade:
        yield GRADE(grade=row.grade)
    if row.returns:
        yield RETURNS
    yield from _drawn_out(contest, round_, tied)


def board_name(board: Board) -> Text:
    """A board's name; that of all entries in both languages."""
    return Text(OVERALL.name, OVERALL.key) if board.name == OVERALL.name else plain(board.name)


def _equal(contest: Contest, other: Row, row: Row) -> bool:
    return score_of(contest.plan, other) == score_of(contest.plan, row)


def _told_apart(contest: Contest, round_: Round, equals: list[Row], row: Row) -> Iterator[Text]:
    """Every tie-break, in order, that set the row off from rows that were equal up to it."""
    for step in contest.plan.tie_breaks:
        if len(equals) == 1:
            return
        names, said = _names([other for other in equals if other.code != row.code]), tie_break_name(contest.plan, step)
        if step == "draw":
            draw = latest_draw(round_.draws, (other.code for other in equals))
            yield from [TIE_BREAK(names=names, step=said, values=_drawn(contest, draw))] if draw else []
            return
        value = row.result.tie_values[step]
        alike = [other for other in equals if other.result.tie_values[step] == value]
        if len(alike) < len(equals):
            yield TIE_BREAK(names=names, step=said, values=listed(_value(contest, step, other) for other in equals))
        equals = alike


def _value(contest: Contest, step: str, row: Row) -> Text:
    value = row.result.tie_values[step]
    return VALUE(name=row.called, value=NOTHING if value is None else amount(contest.plan, value))


def _drawn(contest: Contest, draw: Draw) -> Text:
    order = listed(contest.called(code) for code in draw.order)
    return DRAWN(record=draw.record, order=order)


def _drawn_out(contest: Contest, round_: Round, tied: Sequence[Row]) -> Iterator[Text]:
    """The draw that said who of equals returns, where it said so."""
    draw = latest_draw(round_.draws, (other.code for other in tied))
    if draw and len({other.returns for other in tied}) == 2:
        yield DRAWN_OUT(draw=_drawn(contest, draw))


def _names(rows: Sequence[Row]) -> Text:
    return listed(row.called for row in rows)
