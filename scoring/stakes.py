"""What a draw between tied entries decides, said before it is made (rules.md, Ranking)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.plan import Plan
from scoring.results import Board, Status
from scoring.text import Text

RANKS = Text("先抽出的名次在前。", "Drawn first ranks higher.")
RANKS_AND_RETURN = Text(
    "先抽出的名次在前，最后抽出的下轮继续打擂。",
    "Drawn first ranks higher; drawn last returns in the next round.",
)
RANKS_AND_RETURNS = Text(
    "先抽出的名次在前，最后抽出的{n}个下轮继续打擂。",
    "Drawn first ranks higher; the last {n} drawn return in the next round.",
)
RETURN = Text(
    "名次仍然并列，最后抽出的下轮继续打擂。", "They still share their rank; drawn last returns in the next round."
)
RETURNS = Text(
    "名次仍然并列，最后抽出的{n}个下轮继续打擂。",
    "They still share their rank; the last {n} drawn return in the next round.",
)
ALL_RETURN = Text(
    "先抽出的名次在前。无论怎么抽，这{size}个下轮都继续打擂。",
    "Drawn first ranks higher. However it falls, all {size} return in the next round.",
)
OPEN = Text(
    "先抽出的名次在前。本榜还有成绩不完整的单位，会不会关系到谁下轮继续打擂，现在还不能确定。",
    "Drawn first ranks higher. Not all results of the board are complete yet: whether it decides who returns in the "
    "next round cannot be known now.",
)


@dataclass(frozen=True, slots=True)
class Stakes:
    """What a draw between `size` entries decides: their `ranks` or not, and that the last `returns` drawn return (0:
    nobody does, `size`: all do anyway). `returns` is None while it cannot be known: a result that is still to come may
    push them up, and never down.
    """

    size: int
    ranks: bool
    returns: int | None


def stakes(plan: Plan, board: Board, codes: Sequence[str]) -> Stakes:
    """What a draw between entries of equal rank decides; `codes` is a set that the board waits for."""
    placed = {row.code: row.rank for row in board.rows if row.rank is not None}
    rank, size = placed[codes[0]], len(codes)
    left = plan.returns.count - sum(other > rank for other in placed.values())
    complete = all(row.result.status is not Status.INCOMPLETE for row in board.rows)
    returns = max(0, min(left, size - 1 if rank == 1 else size))
    return Stakes(size, "draw" in plan.tie_breaks, returns if complete or not returns else None)


def stakes_text(found: Stakes) -> Text:
    """The same in a sentence that may be read aloud before the draw."""
    n = found.returns
    if n is None:
        return OPEN
    if not found.ranks:
        return RETURN if n == 1 else RETURNS(n=n)
    if n == 0:
        return RANKS
    if n == found.size:
        return ALL_RETURN(size=n)
    return RANKS_AND_RETURN if n == 1 else RANKS_AND_RETURNS(n=n)
