"""The public board gives nothing away before the stage does, and comes back by itself once the final reveal is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from scoring.contest import Screen
from scoring.errors import NotNow
from scoring.moment import screen_now
from storage import desk, public_board, rounds, staging
from storage.contest_file import ContestFile, open_contest
from storage.public_board import State, board_is_on, board_state, hold_board, may_hold, switch_board
from storage.verify import verify
from tests.contests import in_memory, setup_of
from tests.oracle.small import people
from tests.storage.story import (
    HIGH,
    JUDGES,
    LOW,
    SMALL,
    contest_on_disk,
    journal,
    score,
    small_setup,
)

MIDDLE = {"a": "35", "b": "50"}
ON, OFF, HELD = State.ON, State.OFF, State.HELD


@pytest.fixture
def file() -> Iterator[ContestFile]:
    """A, B and C, whose scores were all revealed."""
    with in_memory(small_setup()) as opened:
        revealed(opened)
        yield opened


def revealed(file: ContestFile, codes: str = "ABC") -> None:
    for code, points in zip(codes, (HIGH, MIDDLE, LOW), strict=False):
        score(file, code, points)
        desk.reveal(file, code)


def begin(file: ContestFile, key: str = "overall", *, hold: bool = True) -> None:
    staging.begin_finale(file, key, "up", "in-place", hold=hold)


def states(file: ContestFile, *acts: Callable[[], object]) -> list[State]:
    """How the board stands after each of these."""
    found = []
    for act in acts:
        act()
        found.append(board_state(file))
    return found


def test_it_comes_back_with_the_last_place_and_goes_when_that_is_taken_back(file: ContestFile) -> None:
    assert board_state(file) is ON
    begin(file)
    on, back = lambda: staging.step_on(file), lambda: staging.step_back(file)
    assert states(file, on, on, on, back, on) == [HELD, HELD, ON, HELD, ON]


def test_whoever_hears_of_the_reveal_reads_nothing_any_more(file: ContestFile) -> None:
    heard = []
    file.subscribe(lambda change: heard.append(([record.what for record in change.records], board_is_on(file))))
    begin(file)
    assert heard == [(["board", "stage"], False)]


def test_what_is_refused_leaves_it_on(file: ContestFile) -> None:
    before = file.last
    desk.call(file, "A")
    desk.open_scoring(file)
    with pytest.raises(NotNow):
        begin(file)
    assert (board_state(file), file.last.number) == (ON, before.number + 2)


def test_a_desk_that_was_killed_in_the_middle_keeps_it_off_and_brings_it_back(tmp_path: Path) -> None:
    path = tmp_path / "擂台赛.arena"
    with contest_on_disk(path) as opened:
        revealed(opened)
        begin(opened)
        staging.step_on(opened)
    again = open_contest(path)
    try:
        on = lambda: staging.step_on(again)  # noqa: E731
        assert (board_state(again), *states(again, on, on)) == (HELD, HELD, ON)
    finally:
        again.close()
    assert verify(path) == []


LEAVING: dict[str, tuple[Callable[[ContestFile], object], State]] = {
    "ranking": (lambda file: desk.show(file, Screen.LEADERBOARD), ON),
    "returns": (lambda file: desk.show(file, Screen.RETURNS), ON),
    "call": (lambda file: desk.call(file, "A"), ON),
    "closed": (rounds.close_round, HELD),
    "at once": (lambda file: desk.reveal(file, "A"), ON),
    "dark": (lambda file: desk.show(file, Screen.BLACK), HELD),
    "welcome": (lambda file: desk.show(file, Screen.WELCOME), HELD),
}


def test_a_round_closed_behind_a_dark_stage_gives_nothing_away(file: ContestFile) -> None:
    begin(file)
    screens = (Screen.BLACK, Screen.WELCOME, Screen.CLOSING)
    desk.show(file, Screen.CLOSING)
    assert board_state(file) is HELD, "the round is not closed"
    desk.show(file, Screen.BLACK)
    rounds.close_round(file)
    assert states(file, *(partial(desk.show, file, screen) for screen in screens)) == [HELD, HELD, ON]
    assert states(file, lambda: desk.show(file, Screen.BLACK), lambda: desk.show(file, Screen.AUTO)) == [HELD, HELD]


@pytest.mark.parametrize("name", LEAVING)
def test_it_comes_back_when_the_reveal_is_left_and_not_for_a_dark_stage(file: ContestFile, name: str) -> None:
    leave, state = LEAVING[name]
    begin(file)
    staging.step_on(file)
    leave(file)
    assert board_state(file) is state
    staging.step_on(file)
    assert board_state(file) is HELD, "the reveal goes on"


def test_it_is_back_in_the_next_round(file: ContestFile) -> None:
    desk.show(file, Screen.FINALE)
    begin(file)
    rounds.close_round(file)
    assert board_state(file) is HELD, "the stage still shows the reveal"
    rounds.next_round(file, [])
    assert board_state(file) is ON


def test_what_the_organizer_chooses_counts(file: ContestFile) -> None:
    begin(file)
    on = lambda: staging.step_on(file)  # noqa: E731
    assert states(file, lambda: switch_board(file, True), on) == [ON, ON]
    assert states(file, lambda: hold_board(file), on) == [HELD, HELD]
    assert states(file, lambda: switch_board(file, False), on) == [OFF, OFF], "it was switched off for good"
    before = file.last.number
    assert (switch_board(file, False), may_hold(file.contest)) == (before, False)
    with pytest.raises(NotNow) as refused:
        hold_board(file)
    assert refused.value.lines("zh") == ["现在没有进行最终揭晓，公开榜没有可等的"]
    begin(file)
    assert board_state(file) is HELD


def test_a_later_reveal_that_is_not_asked_about_leaves_it_on(file: ContestFile) -> None:
    begin(file)
    for _ in range(3):
        staging.step_on(file)
    begin(file, hold=False)
    assert board_state(file) is ON
    assert not may_hold_before_any(file)


def may_hold_before_any(file: ContestFile) -> bool:
    """In a round in which no reveal was begun."""
    rounds.close_round(file)
    rounds.next_round(file, [])
    return may_hold(file.contest)


def test_with_several_boards_it_waits_until_all_that_phones_could_read_are_told() -> None:
    kinds = [{"key": key, "name": key} for key in "kmn"]
    plan = SMALL | {"contest": {**SMALL["contest"], "board": "category"}, "category": kinds}
    contestants = [{**each, "category": "kkmn"[place]} for place, each in enumerate(people("A B C D"))]
    with in_memory(setup_of(plan, contestants, JUDGES)) as file:
        revealed(file)
        score(file, "D", LOW)  # final, and not revealed: nothing of it can be read
        begin(file, "k")
        staging.step_on(file)
        begin(file, "m")
        staging.step_on(file)
        assert board_state(file) is HELD, "the first board was broken off"
        begin(file, "k", hold=False)
        on = lambda: staging.step_on(file)  # noqa: E731
        assert states(file, on, on) == [HELD, ON]
        begin(file, "k")
        assert states(file, on, on, lambda: begin(file, "m"), on) == [HELD, HELD, HELD, ON]
        rounds.close_round(file)
        assert screen_now(file.contest) is Screen.FINALE, "the board of D may still be told"


def test_the_journal_says_when_it_was_switched(file: ContestFile) -> None:
    begin(file)
    public_board.switch_board(file, True)
    public_board.switch_board(file, True)
    switched = [(each.before, each.after) for each in journal(file) if each.what == "board"]
    assert switched == [
        ({"board": "on"}, {"board": "held"}),
        ({"board": "held"}, {"board": "on"}),
    ]
