"""Results told to the room in steps: nothing is known before its step, and every step can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.contest import Screen
from scoring.errors import ArenaError
from scoring.mark import MarkKind
from scoring.moment import pauses_steps, shows_steps
from scoring.plan_document import plan_document
from scoring.projection import board_views, stage_view
from scoring.staging import Order, Returning, finale, position, staged_screen
from scoring.views import FinaleView, RevealView, StageView
from storage import ballots, desk, marks, plans, rounds, staging
from storage.contest_file import ContestFile
from tests.contests import in_memory, setup_of
from tests.oracle.small import people
from tests.storage.story import GROUPS, JUDGES, RICH, SMALL, WHY, score, sheet

HIGH, MIDDLE, LOW = {"a": "38", "b": "57.5"}, {"a": "35", "b": "50"}, {"a": "30", "b": "40"}
SEVEN = [{**JUDGES[0], "code": f"J{i}", "group": "g" if i < 5 else "h"} for i in range(1, 8)]
TRIMMED = SMALL | {"group": [{**GROUPS[0], "drop_high": 1, "drop_low": 1}, GROUPS[1]]}


@pytest.fixture
def file() -> Iterator[ContestFile]:
    """A, B and C; the leaders' highest and lowest ballot are dropped."""
    with in_memory(setup_of(TRIMMED, people("A B C"), SEVEN)) as opened:
        yield opened


def score_apart(file: ContestFile, code: str) -> None:
    """Every judge gives other points: totals of 80.5, 82, 83.5, 85 (leaders) and 86.5, 88, 89.5 (public)."""
    for place, judge in enumerate(file.contest.judges):
        points = {"a": "35", "b": str(45.5 + 1.5 * place)}
        ballots.enter_ballot(file, judge.code, code, points, reason=WHY)


def view(file: ContestFile) -> StageView:
    return stage_view(file.contest, file.standings())


def told(file: ContestFile) -> RevealView:
    found = view(file).reveal
    assert found is not None
    return found


def final(file: ContestFile) -> FinaleView:
    found = view(file).finale
    assert found is not None
    return found


def on_the_board(file: ContestFile) -> list[str]:
    return [row.code for board in board_views(file.contest, file.standings()) for row in board.rows]


def refusal(act: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(ArenaError) as refused:
        act(*args, **kwargs)  # type: ignore[operator]
    return str(getattr(refused.value, "code", type(refused.value).__name__))


def test_a_reveal_in_steps_tells_one_thing_after_another(file: ContestFile) -> None:
    score_apart(file, "A")
    marks.adjust(file, "A", "-0.25", reason="超时")
    staging.begin_reveal(file, "A")
    hidden = {"ballots": "80.5", "groups": "82.75", "parts": "-0.25", "score": "84.60"}
    seen = []
    for _ in range(7):
        text = str(view(file))
        seen.append(
            (told(file).beat, view(file).screen.value, {key for key, number in hidden.items() if number in text})
        )
        if told(file).beat != "place":
            staging.step_on(file)
        else:
            break
    assert seen == [
        ("sealed", "reveal", set()),
        ("ballots", "reveal", {"ballots"}),
        ("dropped", "reveal", {"ballots"}),
        ("groups", "reveal", {"ballots", "groups"}),
        ("parts", "reveal", {"ballots", "groups", "parts"}),
        ("place", "reveal", set(hidden)),
    ]


def test_dropped_scores_are_not_told_with_the_ballots(file: ContestFile) -> None:
    score_apart(file, "A")
    staging.begin_reveal(file, "A")
    assert [group.chips for group in told(file).groups] == [(), ()]
    staging.step_on(file)
    leaders = told(file).groups[0]
    assert ([chip.dropped for chip in leaders.chips], leaders.trim) == ([None] * 4, (0, 0))
    staging.step_on(file)
    leaders = told(file).groups[0]
    assert ([chip.dropped for chip in leaders.chips], leaders.trim) == (["low", None, None, "high"], (1, 1))
    assert leaders.score is None


def test_everyone_else_learns_the_score_with_its_step_and_the_hosts_at_the_beginning(file: ContestFile) -> None:
    score_apart(file, "A")
    staging.begin_reveal(file, "A")
    entry = file.contest.live_round.entries[0]
    assert entry.announced is not None
    while told(file).score is None:
        assert on_the_board(file) == []
        staging.step_on(file)
    assert on_the_board(file) == ["A"]
    staging.step_on(file)
    assert view(file).screen is Screen.LEADERBOARD, "the row flies to its place"
    assert refusal(staging.step_on, file) == "at_end"


def test_every_step_can_be_taken_back_and_the_score_with_it(file: ContestFile) -> None:
    score_apart(file, "A")
    staging.begin_reveal(file, "A")
    assert refusal(staging.step_back, file) == "at_start"
    beats = [told(file).beat]
    for _ in range(5):
        staging.step_on(file)
    assert view(file).screen is Screen.LEADERBOARD
    staging.step_back(file)
    assert (view(file).screen, on_the_board(file)) == (Screen.REVEAL, ["A"])
    staging.step_back(file)
    assert (told(file).beat, told(file).score, on_the_board(file)) == ("groups", None, [])
    for _ in range(3):
        staging.step_back(file)
    assert [told(file).beat] == beats
    for _ in range(4):
        staging.step_on(file)
    assert told(file).score == "84.85"


def test_a_score_that_changed_on_the_way_is_not_told(file: ContestFile) -> None:
    score_apart(file, "A")
    staging.begin_reveal(file, "A")
    marks.adjust(file, "A", "1", reason="更正")
    assert told(file).review
    assert refusal(staging.step_on, file) == "changed"
    staging.begin_reveal(file, "A")
    assert not told(file).review
    staging.step_on(file)


def test_only_what_is_ready_and_not_told_yet_is_told_in_steps(file: ContestFile) -> None:
    assert refusal(staging.begin_reveal, file, "A") == "incomplete"
    assert refusal(staging.begin_reveal, file, "Z") == "Unknown"
    assert (refusal(staging.step_on, file), refusal(staging.step_back, file)) == ("nothing_staged", "nothing_staged")
    score_apart(file, "A")
    desk.reveal(file, "A")
    assert refusal(staging.begin_reveal, file, "A") == "revealed"
    marks.adjust(file, "A", "1", reason="更正")
    desk.reveal(file, "A", to="host")
    before = file.contest.revision
    staging.begin_reveal(file, "A")
    assert file.contest.revision == before + 1, "the hosts know already"
    assert staged_screen(file.contest) is Screen.REVEAL


def test_a_reveal_waits_behind_another_screen_and_comes_back_where_it_was(file: ContestFile) -> None:
    score_apart(file, "A")
    staging.begin_reveal(file, "A")
    staging.step_on(file)
    desk.show(file, Screen.BLACK)
    assert (shows_steps(file.contest), pauses_steps(file.contest)) == (False, True)
    before = file.contest.revision
    staging.step_on(file)
    assert (view(file).screen, told(file).beat) == (Screen.REVEAL, "ballots")
    assert file.contest.revision == before + 1, "the stage lights up; no step is told, and none is noted"
    staging.step_on(file)
    assert (told(file).beat, file.contest.screen) == ("dropped", Screen.AUTO)
    desk.call(file, "B")
    assert view(file).screen is Screen.ON_STAGE, "the next contestant speaks"
    assert not pauses_steps(file.contest)
    staging.step_on(file)
    assert (view(file).screen, told(file).beat) == (Screen.REVEAL, "dropped")


def test_a_reveal_at_once_overtakes_the_steps(file: ContestFile) -> None:
    for code in "AB":
        score_apart(file, code)
    staging.begin_reveal(file, "A")
    desk.reveal(file, "B")
    assert (told(file).entry.code, told(file).score) == ("B", "84.85")
    staging.step_on(file)
    assert (told(file).entry.code, told(file).beat) == ("A", "sealed")
    desk.reveal(file, "A")
    staging.step_on(file)
    found = position(file.contest)
    assert found is not None
    assert found.beat == "score", "what was told at once is not told again from the start"
    desk.unreveal(file, "A")
    assert (position(file.contest), staged_screen(file.contest)) == (None, None)


def test_a_reveal_in_steps_leaves_the_screen_that_was_chosen_and_follows_the_session(file: ContestFile) -> None:
    score_apart(file, "A")
    desk.show(file, Screen.WELCOME)
    staging.begin_reveal(file, "A")
    for _ in range(5):
        staging.step_on(file)
    assert (file.contest.screen, view(file).screen) == (Screen.AUTO, Screen.LEADERBOARD)
    staging.step_back(file)
    desk.show(file, Screen.REVEAL)
    staging.step_on(file)
    assert (file.contest.screen, view(file).screen) == (Screen.AUTO, Screen.LEADERBOARD), "its place is on the board"
    marks.mark_entry(file, MarkKind.WITHDRAW, "B", reason=WHY)
    staging.begin_reveal(file, "B")
    assert (told(file).status, told(file).groups) == ("withdrawn", ())
    staging.step_on(file)
    assert on_the_board(file) == ["A", "B"]


def test_scores_dropped_criterion_by_criterion_and_parts_from_outside_have_beats_of_their_own(tmp_path: Path) -> None:
    plan = RICH | {"contest": {**RICH["contest"], "trim_at": "criterion"}}
    plan["group"] = [{**GROUPS[0], "drop_high": 1}, GROUPS[1]]
    with in_memory(setup_of(plan, people("A"), JUDGES)) as file:
        marks.bring_in(file, "work", sheet(tmp_path, "contestant,value", "A,90"), reason=WHY)
        score(file, "A", MIDDLE)
        staging.begin_reveal(file, "A")
        found = position(file.contest)
        assert found is not None
        assert [beat.value for beat in found.beats] == ["sealed", "dropped", "groups", "parts", "score", "place"]


def everyone(file: ContestFile) -> None:
    """B first, then A, C last; nothing of it was revealed."""
    for code, points in {"A": MIDDLE, "B": HIGH, "C": LOW}.items():
        score(file, code, points)


def test_a_final_reveal_begins_with_the_last_place_and_tells_one_line_a_step(file: ContestFile) -> None:
    everyone(file)
    desk.reveal(file, "B")
    staging.begin_finale(file, "overall", "up", "in-place")
    assert (view(file).screen, view(file).boards, view(file).reveal) == (Screen.FINALE, (), None)
    assert (final(file).total, final(file).rows) == (3, ())
    assert "95.50" not in str(view(file)), "what was revealed before is kept back as well"
    staging.step_on(file)
    (last,) = final(file).rows
    assert (last.code, last.rank, last.score, last.returns, last.latest, last.place) == ("C", 3, "70.00", True, True, 2)
    assert "85.00" not in str(view(file))
    staging.step_on(file)
    staging.step_on(file)
    assert [(row.code, row.latest) for row in final(file).rows] == [("B", True), ("A", False), ("C", False)]
    assert refusal(staging.step_on, file) == "at_end"
    assert sorted(on_the_board(file)) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("order", "returns", "codes"),
    [
        ("up", "in-place", "CAB"),
        ("down", "in-place", "BAC"),
        ("up", "last", "ABC"),
        ("down", "last", "BAC"),
        ("down", "first", "CBA"),
    ],
)
def test_those_that_return_are_told_when_the_organizer_wants(
    file: ContestFile, order: Order, returns: Returning, codes: str
) -> None:
    everyone(file)
    staging.begin_finale(file, "overall", order, returns)
    told = finale(file.contest)
    assert told is not None
    assert "".join(line.code for line in told.lines) == codes


def test_lines_of_a_final_reveal_are_taken_back_one_by_one(file: ContestFile) -> None:
    everyone(file)
    desk.reveal(file, "A")
    staging.begin_finale(file, "overall", "up", "in-place")
    for _ in range(3):
        staging.step_on(file)
    staging.step_back(file)
    assert sorted(on_the_board(file)) == ["A", "C"], "what this reveal told is taken back"
    staging.step_back(file)
    assert sorted(on_the_board(file)) == ["A", "C"], "what was public before stays so"
    assert [row.code for row in final(file).rows] == ["C"]
    staging.step_back(file)
    assert (refusal(staging.step_back, file), on_the_board(file)) == ("at_start", ["A"])


def test_a_final_reveal_needs_a_final_board_that_stays_as_it_was(file: ContestFile) -> None:
    assert refusal(staging.begin_finale, file, "overall", "up", "in-place") == "not_final"
    assert refusal(staging.begin_finale, file, "nowhere", "up", "in-place") == "Unknown"
    everyone(file)
    staging.begin_finale(file, "overall", "up", "in-place")
    staging.step_on(file)
    desk.unreveal(file, "C")
    assert final(file).rows == (), "a line that was taken back is gone"
    desk.reveal(file, "C")
    staging.step_on(file)
    mark = marks.adjust(file, "A", "-50", reason="更正")
    assert refusal(staging.step_on, file) == "changed"
    marks.undo(file, mark, reason=WHY)
    marks.adjust(file, "C", "0.5", reason="更正")
    staging.step_on(file)
    assert [(row.code, row.score, row.review) for row in final(file).rows] == [
        ("A", "85.00", False),
        ("C", "70.00", True),
    ]
    ballots.return_ballot(file, "J1", "C", reason=WHY)
    assert refusal(staging.step_on, file) == "changed"


def test_the_next_round_begins_with_nothing_being_told(file: ContestFile) -> None:
    everyone(file)
    staging.begin_finale(file, "overall", "up", "last")
    desk.show(file, Screen.AUTO)
    staging.step_on(file)
    rounds.close_round(file)
    rounds.next_round(file, [])
    assert (finale(file.contest), view(file).finale, view(file).screen) == (None, None, Screen.WELCOME)
    assert refusal(staging.step_on, file) == "nothing_staged"


def test_closing_the_round_leaves_a_final_reveal_where_it_is_until_all_is_told(file: ContestFile) -> None:
    everyone(file)
    for code in "ABC":
        desk.reveal(file, code)
    staging.begin_finale(file, "overall", "up", "in-place")
    staging.step_on(file)
    rounds.close_round(file)
    shown = view(file)
    assert (shown.screen, shown.boards, [row.code for row in final(file).rows]) == (Screen.FINALE, (), ["C"])
    staging.step_on(file)
    assert [row.code for row in final(file).rows] == ["A", "C"], "it simply goes on"
    desk.show(file, Screen.LEADERBOARD)
    assert [row.code for row in view(file).boards[0].rows] == ["B", "A", "C"], "the organizer says so"
    desk.show(file, Screen.AUTO)
    assert view(file).screen is Screen.FINALE
    staging.step_on(file)
    assert (view(file).screen, final(file).is_over) == (Screen.FINALE, True), "the room sees the last place as well"
    marks.adjust(file, "C", "-0.5", reason=WHY)
    rounds.close_round(file)
    assert view(file).screen is Screen.LEADERBOARD, "all was told before"


def test_a_final_reveal_ends_with_its_board(file: ContestFile) -> None:
    everyone(file)
    staging.begin_finale(file, "overall", "up", "in-place")
    staging.step_on(file)
    document = plan_document(file.contest.plan)
    changed = {**document, "contest": {**document["contest"], "board": "category"}}
    plans.change_plan(file, changed, reason="改为分类排名", unlock=True)
    assert (finale(file.contest), view(file).finale) == (None, None)
    assert refusal(staging.step_on, file) == "nothing_staged"


def test_the_boards_are_there_again_beside_the_final_reveal(file: ContestFile) -> None:
    everyone(file)
    staging.begin_finale(file, "overall", "up", "in-place")
    staging.step_on(file)
    desk.show(file, Screen.LEADERBOARD)
    assert [row.code for row in view(file).boards[0].rows] == ["C"]
