"""What is said of a draw before it is made comes true in it, whatever is drawn (rules.md, Ranking)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from scoring.mark import MarkKind
from scoring.results import Board
from scoring.stakes import Stakes, stakes, stakes_text
from storage import ballots, marks
from storage.contest_file import ContestFile
from tests.contests import in_memory, setup_of
from tests.oracle.small import people
from tests.storage.story import CONTEST, JUDGES, SMALL, WHY


@contextmanager
def scored(scores: str, count: int, *, ranks: bool = True) -> Iterator[ContestFile]:
    """Contestants A, B, C …, each with the score that stands in its place; `-` has none yet, `!` did not come."""
    rules = {"contest": {**CONTEST, "tie_breaks": ["draw"] * ranks}, "returns": {"count": count, "ties": "draw"}}
    codes = "ABCDEFG"[: len(scores)]
    with in_memory(setup_of(SMALL | rules, people(" ".join(codes)), JUDGES)) as file:
        for code, points in zip(codes, scores, strict=True):
            if points == "!":
                marks.mark_entry(file, MarkKind.NO_SHOW, code, reason=WHY)
            for judge in file.contest.judges if points.isdigit() else ():
                ballots.enter_ballot(file, judge.code, code, {"a": points, "b": points}, reason=WHY)
        yield file


def board(file: ContestFile) -> Board:
    (found,) = file.standings().boards
    return found


def said(file: ContestFile) -> tuple[tuple[str, ...], Stakes]:
    codes = board(file).needs_draw[0]
    return codes, stakes(file.contest.plan, board(file), codes)


CASES = [
    ("98776", 1, True, 0, "先抽出的名次在前。"),
    ("98776!", 2, True, 1, "先抽出的名次在前，最后抽出的下轮继续打擂。"),
    ("98777", 2, True, 2, "先抽出的名次在前，最后抽出的2个下轮继续打擂。"),
    ("98776", 3, True, 2, "先抽出的名次在前。无论怎么抽，这2个下轮都继续打擂。"),
    ("777", 3, True, 2, "先抽出的名次在前，最后抽出的2个下轮继续打擂。"),
    ("77", 0, True, 0, "先抽出的名次在前。"),
    ("98776-", 1, True, 0, "先抽出的名次在前。"),
    (
        "9877-",
        1,
        True,
        None,
        "先抽出的名次在前。本榜还有成绩不完整的单位，会不会关系到谁下轮继续打擂，现在还不能确定。",
    ),
    ("98777", 1, False, 1, "名次仍然并列，最后抽出的下轮继续打擂。"),
    ("98777", 2, False, 2, "名次仍然并列，最后抽出的2个下轮继续打擂。"),
    ("98776", 2, False, 1, "名次仍然并列，最后抽出的下轮继续打擂。"),
]


@pytest.mark.parametrize(("scores", "count", "ranks", "returns", "words"), CASES)
def test_what_a_draw_decides_is_said_before_it_and_comes_true(
    scores: str, count: int, ranks: bool, returns: int | None, words: str
) -> None:
    with scored(scores, count, ranks=ranks) as file:
        codes, found = said(file)
        assert found == Stakes(len(codes), ranks, returns)
        assert stakes_text(found).zh == words
        for seed in ("一", "二", "三") if returns is not None else ():
            marks.draw(file, seed, codes, reason=WHY)
            order, rows = file.contest.live_round.draws[-1].order, {row.code: row for row in board(file).rows}
            back = [code for code in order if rows[code].returns]
            assert back == ([*order[-returns:]] if returns and board(file).final else [])
            placed = sorted(order, key=lambda code: (rows[code].rank or 0, order.index(code)))
            assert placed == [*order]
            assert len({rows[code].rank for code in order}) == (len(order) if ranks else 1)


def test_what_is_still_to_come_may_lift_a_tie_out_of_the_last_places_and_never_into_them() -> None:
    with scored("98776-", 2) as file:
        assert said(file)[1].returns is None
        for judge in file.contest.judges:
            ballots.enter_ballot(file, judge.code, "F", {"a": "1", "b": "1"}, reason=WHY)
        assert said(file)[1].returns == 0
