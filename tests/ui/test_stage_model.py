"""What the stage shows, and when: scores count up once, boards move in view, nothing taken back stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from scoring.contest import Screen
from scoring.views import BoardView, StageView
from tests.ui import stage_views as views
from ui.stage.model import Stage

SHORT = 4000


@pytest.fixture
def stage(qapp: object) -> Stage:
    return Stage()


def score(stage: Stage) -> str:
    return stage.property("score").property("text")


def codes(stage: Stage) -> list[str]:
    return [row["code"] for row in stage.property("boards")[0].property("rows").rows()]


def at(screen: Screen, **changes: object) -> StageView:
    return replace(views.stage_view(screen), **changes)  # type: ignore[arg-type]


def before_and_after() -> tuple[BoardView, BoardView]:
    """A board without its best entry, and the same with it."""
    rows = views.final_board().rows
    return views.board(rows[1:]), views.board(rows)


def test_a_new_score_counts_up_to_exactly_what_was_announced(stage: Stage, qtbot: QtBot) -> None:
    stage.show_view(at(Screen.SCORING, reveal=None))
    stage.show_view(at(Screen.REVEAL))
    assert score(stage) == "0.00"
    assert stage.property("score").property("running")
    qtbot.waitUntil(lambda: score(stage) not in ("0.00", "94.39"), timeout=SHORT)
    qtbot.waitUntil(lambda: score(stage) == "94.39", timeout=SHORT)


def test_a_score_is_not_counted_again(stage: Stage) -> None:
    stage.show_view(at(Screen.REVEAL))
    assert score(stage) == "94.39", "the first picture of an evening is a reopened one"
    stage.show_view(at(Screen.LEADERBOARD))
    stage.show_view(at(Screen.REVEAL))
    assert score(stage) == "94.39"


def test_another_change_leaves_a_count_alone(stage: Stage) -> None:
    stage.show_view(at(Screen.SCORING, reveal=None))
    stage.show_view(at(Screen.REVEAL))
    stage.show_view(at(Screen.REVEAL, ballots_in=12))
    assert stage.property("score").property("running")
    stage.show_view(at(Screen.BLACK, reveal=None))
    assert not stage.property("score").property("running")


def test_a_score_revealed_behind_another_screen_counts_when_it_is_shown(stage: Stage) -> None:
    stage.show_view(at(Screen.ON_STAGE, reveal=None))
    stage.show_view(at(Screen.ON_STAGE))
    stage.show_view(at(Screen.REVEAL))
    assert score(stage) == "0.00"


def test_without_a_graphics_card_scores_and_boards_cut(stage: Stage) -> None:
    old, new = before_and_after()
    stage.set_animated(False)
    stage.show_view(at(Screen.SCORING, reveal=None, boards=(old,)))
    stage.show_view(at(Screen.REVEAL, boards=(new,)))
    assert score(stage) == "94.39"
    stage.show_view(at(Screen.LEADERBOARD, boards=(new,)))
    assert codes(stage)[0] == "D04"


def test_the_room_sees_the_old_board_first_and_then_the_newcomer(stage: Stage, qtbot: QtBot) -> None:
    old, new = before_and_after()
    stage.show_view(at(Screen.LEADERBOARD, boards=(old,)))
    stage.show_view(at(Screen.REVEAL, boards=(new,)))
    stage.show_view(at(Screen.LEADERBOARD, boards=(new,)))
    assert codes(stage)[0] == "D05"
    qtbot.waitUntil(lambda: codes(stage)[0] == "D04")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda row: replace(row, score="10.00"), id="another score"),
        pytest.param(lambda row: replace(row, review=True), id="under review"),
        pytest.param(lambda row: None, id="taken back"),
    ],
)
def test_what_no_longer_stands_is_never_shown_again(stage: Stage, change: Callable[..., object]) -> None:
    _, board = before_and_after()
    changed = change(board.rows[3])
    rows = (*board.rows[:3], *((changed,) if changed else ()), *board.rows[4:])
    stage.show_view(at(Screen.LEADERBOARD, boards=(board,)))
    stage.show_view(at(Screen.BLACK, boards=(replace(board, rows=rows),)))
    stage.show_view(at(Screen.LEADERBOARD, boards=(replace(board, rows=rows),)))
    assert codes(stage) == [row.code for row in rows]


def test_the_rank_is_final_only_on_a_final_board_and_says_when_it_is_shared(stage: Stage) -> None:
    stage.show_view(at(Screen.REVEAL))
    assert stage.property("view")["reveal"]["final"] is False
    tied = replace(views.reveal(), entry=replace(views.ENTRY, code="D06"))
    stage.show_view(at(Screen.REVEAL, reveal=tied, boards=(views.final_board(),)))
    assert stage.property("view")["reveal"]["final"] is True
    assert stage.property("view")["reveal"]["tied"] is True


def test_those_that_return_come_from_every_board(stage: Stage) -> None:
    fields = views.board((replace(views.row("F09", "生态环保领域", 10, "80.00"), returns=True),), name="重点领域")
    away = replace(views.row("D11", "崂山区", None, None), status="no_show", returns=True)
    stage.show_view(at(Screen.RETURNS, boards=(fields, replace(views.final_board(), away=(away,)))))
    returning = [(row["name"], row["board"], row["status"]) for row in stage.property("returns").rows()]
    ranked = [("生态环保领域", "重点领域", "complete"), ("平度市", "区（市）", "complete")]
    assert returning == [*ranked, ("崂山区", "区（市）", "no_show")]
    assert stage.property("boards")[1].property("rows").rows()[-1]["name"] == "崂山区", (
        "the leaderboard flags it as well"
    )


def test_pages_turn_by_themselves_and_begin_again_with_news(qtbot: QtBot) -> None:
    stage = Stage(page_ms=20)
    stage.show_view(at(Screen.LEADERBOARD, boards=(views.unit_board(),)))
    qtbot.waitUntil(lambda: stage.property("turn") >= 2)
    stage.show_view(at(Screen.LEADERBOARD, boards=(views.unit_board(),), ballots_in=12))
    assert stage.property("turn") >= 2, "a ballot is no news for the board"
    news = replace(views.unit_board(), rows=views.unit_board().rows[1:])
    stage.show_view(at(Screen.LEADERBOARD, boards=(news,)))
    assert stage.property("turn") == 0


def test_the_rules_are_said_in_the_language_of_the_stage(stage: Stage) -> None:
    stage.show_view(at(Screen.LEADERBOARD))
    assert stage.property("rules").startswith("领导评委")
    stage.set_language("en")
    assert stage.property("rules").startswith("Leaders")


def test_before_anything_is_shown_the_stage_is_black(stage: Stage) -> None:
    assert stage.property("view") == {"screen": "black"}
