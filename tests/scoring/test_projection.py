"""What the room sees: the session as it goes, and nothing that was not announced (link.md, guarantees 7 and 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from scoring.contest import Clock, Screen
from scoring.mark import MarkKind
from scoring.projection import Projector, announced, board_views, stage_view
from scoring.rounds import returning as who_returns
from scoring.staging import Order
from scoring.views import BoardView, RevealView, ScoreChip, StageView
from storage import ballots, desk, marks, rounds, staging
from storage.contest_file import ContestFile
from tests.contests import in_memory, put, setup_of
from tests.oracle.small import people
from tests.storage.story import CONTEST, GROUPS, JUDGES, RICH, SMALL, WHY, score, sheet

HIGH, MIDDLE, LOW = {"a": "38", "b": "57.5"}, {"a": "35", "b": "50"}, {"a": "30", "b": "40"}
SCORES = {"A": MIDDLE, "B": HIGH, "C": LOW, "D": MIDDLE}


@pytest.fixture
def file() -> Iterator[ContestFile]:
    """A small contest: A, B and C in one category; the two best are excellent; equals share a rank."""
    plan = SMALL | {"grade": [{"name": "优秀", "top": "50"}, {"name": "良好"}]}
    with in_memory(setup_of(plan, people_of("A B C"), JUDGES)) as opened:
        yield opened


def people_of(codes: str) -> list[dict]:
    return [{**each, "lead": f"牵头{each['code']}"} for each in people(codes)]


def view(file: ContestFile) -> StageView:
    return stage_view(file.contest, file.standings())


def board(file: ContestFile) -> BoardView:
    (found,) = board_views(file.contest, file.standings())
    return found


def show(file: ContestFile, *codes: str) -> None:
    """Score these entries and reveal them, one after another."""
    for code in codes:
        score(file, code, SCORES[code])
        desk.reveal(file, code)


def column(found: BoardView, name: str) -> dict[str, object]:
    return {row.code: getattr(row, name) for row in found.rows}


def revealed(file: ContestFile) -> RevealView:
    found = view(file).reveal
    assert found is not None
    return found


def withdraw(file: ContestFile, code: str = "A") -> None:
    marks.mark_entry(file, MarkKind.WITHDRAW, code, reason=WHY)


def close(file: ContestFile) -> int:
    return desk.close_scoring(file, force=True)


def test_the_stage_follows_the_session(file: ContestFile) -> None:
    seen = [view(file).screen]
    steps: list[Callable[[], object]] = [
        lambda: desk.call(file, "A"),
        lambda: desk.open_scoring(file),
        lambda: put(file, "J1", "A", HIGH),
        lambda: close(file),
        lambda: [ballots.enter_ballot(file, judge, "A", HIGH, reason=WHY) for judge in ("J2", "J3")],
        lambda: desk.reveal(file, "A", to="host"),
        lambda: desk.reveal(file, "A"),
        lambda: desk.call(file, "B"),
        lambda: desk.open_scoring(file),
        lambda: withdraw(file, "B"),
        lambda: withdraw(file, "C"),
        lambda: rounds.close_round(file),
        lambda: rounds.next_round(file, ["A"]),
    ]
    for step in steps:
        step()
        seen.append(view(file).screen)
    assert [screen.value for screen in seen] == [
        "welcome",
        "on-stage",
        "scoring",
        "scoring",
        "scoring",
        "scoring",
        "scoring",
        "reveal",
        "on-stage",
        "scoring",
        "lineup",
        "lineup",
        "leaderboard",
        "welcome",
    ]


@pytest.mark.parametrize("screen", [screen for screen in Screen if screen is not Screen.AUTO])
def test_the_stage_shows_what_it_is_told_to(file: ContestFile, screen: Screen) -> None:
    desk.show(file, screen)
    assert view(file).screen is screen
    desk.show(file, Screen.AUTO)
    assert view(file).screen is Screen.WELCOME


def test_a_reveal_stays_on_stage_when_nobody_is_called_any_more(file: ContestFile, tmp_path: Path) -> None:
    rounds.add_to_roster(file, sheet(tmp_path, "code,name,category", "D,单位丁,k"))
    added = marks.add_entry(file, "D", reason=WHY)
    show(file, "A")
    desk.call(file, "D")
    assert view(file).screen is Screen.ON_STAGE
    marks.undo(file, added, reason=WHY)
    assert (view(file).screen, view(file).entry) == (Screen.REVEAL, None)
    assert view(file).upcoming is not None


def test_the_stage_knows_the_session_and_its_rules(file: ContestFile) -> None:
    desk.call(file, "B")
    desk.set_clock(file, Clock(3, None, 60))
    found = view(file)
    assert (found.title, found.organizer, found.round, found.rehearsal, found.closed) == (
        "营商环境擂台赛",
        "指挥部",
        1,
        False,
        False,
    )
    assert (found.clock, found.speech_seconds, found.warning_seconds) == (Clock(3, None, 60), 480, 60)
    assert found.entry is not None
    assert asdict(found.entry) == {"number": 2, "code": "B", "name": "单位B", "category": "类", "lead": "牵头B"}
    assert found.rules == (
        "领导评委 60%、社会评委 40%；四舍五入，保留 2 位小数",
        "领导评委 60%, 社会评委 40%; rounded half up to 2 decimals",
    )
    assert found.revision == file.contest.revision


def test_ballots_are_counted_without_their_numbers(file: ContestFile) -> None:
    assert (view(file).ballots_in, view(file).ballots_expected) == (0, 0)
    marks.recuse(file, "J3", "A", reason=WHY)
    desk.call(file, "A")
    assert not view(file).scoring_open
    desk.open_scoring(file)
    put(file, "J1", "A", HIGH)
    assert (view(file).ballots_in, view(file).ballots_expected, view(file).scoring_open) == (1, 2, True)
    put(file, "J2", "A", HIGH)
    close(file)
    assert not view(file).scoring_open
    ballots.return_ballot(file, "J1", "A", reason=WHY)
    assert (view(file).ballots_in, view(file).scoring_open) == (1, True)


def test_what_was_announced_is_ranked_again_only_when_something_of_it_changed(file: ContestFile) -> None:
    projector = Projector()
    show(file, "A")
    before = projector.view(file.contest, file.standings())
    desk.call(file, "B")
    desk.open_scoring(file)
    put(file, "J1", "B", HIGH)
    meanwhile = projector.view(file.contest, file.standings())
    assert meanwhile == view(file)
    assert meanwhile.boards is before.boards
    desk.unreveal(file, "A")
    assert projector.view(file.contest, file.standings()) == view(file) != meanwhile


def test_the_next_one_is_the_first_after_the_stage_who_is_still_to_come(file: ContestFile) -> None:
    def upcoming() -> str | None:
        found = view(file).upcoming
        return found.code if found else None

    seen = [upcoming()]
    for step in (
        lambda: desk.call(file, "B"),
        lambda: withdraw(file, "C"),
        lambda: desk.call(file, "A"),
        lambda: ballots.enter_ballot(file, "J1", "B", {"a": "30", "b": "40"}, reason=WHY),
    ):
        step()
        seen.append(upcoming())
    assert seen == ["A", "C", "A", "B", None], "who made way unscored is called again, and not once there are ballots"


def test_where_nobody_judges_who_was_on_stage_is_not_called_again(tmp_path: Path) -> None:
    plan = {key: value for key, value in SMALL.items() if key not in {"criterion", "group"}}
    plan["component"] = [{"key": "work", "name": "平时工作", "weight": "100"}]
    with in_memory(setup_of(plan, people("A B"), [])) as file:
        desk.call(file, "A")
        desk.call(file, "B")
        assert view(file).upcoming is None


def test_the_line_up_says_how_far_everybody_has_come(file: ContestFile, tmp_path: Path) -> None:
    rounds.add_to_roster(file, sheet(tmp_path, "code,name,category", "D,丁,k", "E,戊,k", "F,己,k"))
    for code in "DEF":
        marks.add_entry(file, code, reason=WHY)
    show(file, "A")
    score(file, "B", HIGH)
    desk.call(file, "C")
    marks.mark_entry(file, MarkKind.NO_SHOW, "E", reason=WHY)
    withdraw(file, "F")
    assert {item.code: item.state for item in view(file).lineup} == {
        "A": "revealed",
        "B": "scored",
        "C": "on_stage",
        "D": "waiting",
        "E": "no_show",
        "F": "withdrawn",
    }
    assert [item.number for item in view(file).lineup] == [1, 2, 3, 4, 5, 6]


def test_the_line_up_says_who_had_to_come_back(file: ContestFile) -> None:
    show(file, "A", "B", "C")
    rounds.close_round(file)
    rounds.next_round(file, ["A"])
    assert [(item.code, item.returned) for item in view(file).lineup] == [("C", True), ("A", False)]


def test_the_board_holds_the_revealed_entries_alone_and_ranks_them_among_themselves(file: ContestFile) -> None:
    score(file, "B", HIGH)
    show(file, "C", "A")
    found = board(file)
    assert (column(found, "rank"), found.revealed, found.total) == ({"A": 1, "C": 2}, 2, 3)
    assert column(found, "score") == {"A": "85.00", "C": "70.00"}
    assert (found.final, found.needs_draw) == (False, ())
    assert column(found, "grade") == {"A": None, "C": None}
    assert column(found, "returns") == {"A": False, "C": False}
    desk.reveal(file, "B")
    found = board(file)
    assert (column(found, "rank"), found.final) == ({"B": 1, "A": 2, "C": 3}, True)
    assert column(found, "grade") == {"B": "优秀", "A": "优秀", "C": "良好"}
    assert column(found, "returns") == {"B": False, "A": False, "C": True}


def test_the_board_says_who_came_last_and_who_moved_for_it(file: ContestFile) -> None:
    show(file, "C")
    assert (column(board(file), "latest"), column(board(file), "move")) == ({"C": True}, {"C": 0})
    show(file, "A")
    assert column(board(file), "move") == {"A": 0, "C": -1}
    show(file, "B")
    assert column(board(file), "move") == {"B": 0, "A": -1, "C": -1}
    assert column(board(file), "latest") == {"B": True, "A": False, "C": False}


def test_a_revealed_score_stays_as_shown_and_is_under_review_until_it_is_revealed_again(file: ContestFile) -> None:
    show(file, "A", "B", "C")
    added = marks.adjust(file, "B", "-20", reason=WHY)
    found = board(file)
    assert (column(found, "score")["B"], column(found, "review"), found.final) == (
        "95.50",
        {"B": True, "A": False, "C": False},
        False,
    )
    assert not revealed(file).review, "the latest was another one"
    marks.undo(file, added, reason=WHY)
    assert not any(column(board(file), "review").values()), "as it was announced"
    marks.adjust(file, "C", "1", reason=WHY)
    assert revealed(file).review
    desk.reveal(file, "C")
    assert (revealed(file).review, revealed(file).score, revealed(file).adjustment) == (False, "71.00", "+1.00")
    assert board(file).final


def test_equals_share_a_rank_and_are_marked_as_tied(file: ContestFile) -> None:
    for code in "AB":
        score(file, code, MIDDLE)
        desk.reveal(file, code)
    show(file, "C")
    assert (column(board(file), "rank"), column(board(file), "tied")) == (
        {"A": 1, "B": 1, "C": 3},
        {"A": True, "B": True, "C": False},
    )


def test_those_who_did_not_come_hide_nothing_but_are_on_the_board_only_when_revealed(file: ContestFile) -> None:
    marks.mark_entry(file, MarkKind.NO_SHOW, "C", reason=WHY)
    show(file, "A", "B")
    found = board(file)
    assert (list(column(found, "status")), found.final, column(found, "returns")) == (
        ["B", "A"],
        True,
        {"B": False, "A": True},
    )
    desk.reveal(file, "C")
    assert board(file).rows[-1].status == "no_show"
    assert (board(file).rows[-1].rank, board(file).rows[-1].returns, board(file).rows[-1].tied) == (None, True, False)
    assert (revealed(file).status, revealed(file).score, revealed(file).rank, revealed(file).of) == (
        "no_show",
        None,
        None,
        2,
    )
    withdraw(file, "C")
    desk.reveal(file, "C")
    assert (board(file).rows[-1].status, board(file).rows[-1].returns) == ("withdrawn", False)


def returning(file: ContestFile) -> dict[str, int | None]:
    return {row.code: row.rank for row in board(file).lines if row.returns}


def test_the_room_is_told_of_all_who_must_come_back_also_of_those_who_did_not_come(file: ContestFile) -> None:
    marks.mark_entry(file, MarkKind.NO_SHOW, "C", reason=WHY)
    show(file, "B")
    assert returning(file) == {}, "A is not revealed yet"
    show(file, "A")
    assert returning(file) == {"A": 2, "C": None}
    assert set(returning(file)) == set(rounds_returning(file))
    found = board(file)
    assert (found.revealed, len(found.rows), found.away[0].status, found.away[0].score) == (2, 2, "no_show", None)
    desk.reveal(file, "C")
    assert (returning(file), board(file).away) == ({"A": 2, "C": None}, ())


def rounds_returning(file: ContestFile) -> list[str]:
    return who_returns(file.contest.live_round, file.standings())


def test_where_nobody_came_all_are_told_to_come_back_without_a_rank(file: ContestFile) -> None:
    for code in "AB":
        marks.mark_entry(file, MarkKind.NO_SHOW, code, reason=WHY)
    assert returning(file) == {}
    marks.mark_entry(file, MarkKind.NO_SHOW, "C", reason=WHY)
    assert returning(file) == {"A": None, "B": None, "C": None} == dict.fromkeys(rounds_returning(file))
    withdraw(file, "B")
    assert returning(file) == {"A": None, "C": None} == dict.fromkeys(rounds_returning(file))


@pytest.mark.parametrize("order", ["up", "down"])
def test_a_final_reveal_tells_of_a_no_show_when_it_comes_to_its_line(file: ContestFile, order: Order) -> None:
    marks.mark_entry(file, MarkKind.NO_SHOW, "C", reason=WHY)
    for code in "AB":
        score(file, code, SCORES[code])
    staging.begin_finale(file, "overall", order, "in-place")
    for _ in range(2):
        staging.step_on(file)
        assert (returning(file), board(file).final) == ({}, False), (
            "the board keeps nothing back but tells nothing early"
        )
    staging.step_on(file)
    assert returning(file) == {"A": 2, "C": None}


def test_a_draw_is_asked_for_on_the_board_only_when_everything_is_revealed(tmp_path: Path) -> None:
    plan = SMALL | {"contest": {**CONTEST, "tie_breaks": ["draw"]}}
    with in_memory(setup_of(plan, people_of("A B C"), JUDGES)) as file:
        for code in "AB":
            score(file, code, MIDDLE)
            desk.reveal(file, code)
        assert board(file).needs_draw == ()
        show(file, "C")
        assert (board(file).needs_draw, board(file).final) == ((("A", "B"),), False)


def test_every_category_has_its_own_board(tmp_path: Path) -> None:
    plan = SMALL | {"contest": {**CONTEST, "board": "category"}, "category": [{"key": k, "name": k * 2} for k in "km"]}
    with in_memory(setup_of(plan, people_of("A B:m C"), JUDGES)) as file:
        show(file, "A", "B")
        first, second = board_views(file.contest, file.standings())
        assert (first.key, first.name, first.revealed, first.total) == ("k", "kk", 1, 2)
        assert (second.key, second.name, second.revealed, second.total) == ("m", "mm", 1, 1)
        assert not second.final, "grades and returns wait until all are revealed"
        assert (revealed(file).rank, revealed(file).of) == (1, 1)


def test_a_reveal_shows_every_ballot_that_counted_and_which_were_dropped() -> None:
    groups = [{**GROUPS[0], "drop_high": 1, "drop_low": 1}, GROUPS[1]]
    seats = [{**JUDGES[0], "code": f"J{i}"} for i in (1, 2, 3, 4)] + [{**JUDGES[2], "code": "J5"}]
    with in_memory(setup_of(SMALL | {"group": groups}, people_of("A"), seats)) as file:
        for judge, points in zip(("J1", "J2", "J3", "J4", "J5"), ("40", "10.5", "20", "30", "25"), strict=True):
            ballots.enter_ballot(file, judge, "A", {"a": points, "b": "60"}, reason=WHY)
        desk.reveal(file, "A")
        first, second = revealed(file).groups
    assert (first.name, first.weight, first.score, first.trim) == ("领导评委", "60", "85.00", (1, 1))
    assert first.chips == (
        ScoreChip("100", "high"),
        ScoreChip("70.5", "low"),
        ScoreChip("80", None),
        ScoreChip("90", None),
    )
    assert (second.score, second.chips, second.trim) == ("85.00", (ScoreChip("85", None),), (0, 0))


@pytest.mark.parametrize(("judges", "trim"), [(3, (1, 1)), (2, (0, 0))])
def test_scores_dropped_criterion_by_criterion_have_no_ballots_to_point_at(judges: int, trim: tuple[int, int]) -> None:
    groups = [{**GROUPS[0], "weight": "100", "drop_high": 1, "drop_low": 1}]
    plan = SMALL | {"contest": {**CONTEST, "trim_at": "criterion"}, "group": groups}
    seats = [{**JUDGES[0], "code": f"J{i}"} for i in range(judges)]
    with in_memory(setup_of(plan, people_of("A"), seats)) as file:
        score(file, "A", MIDDLE)
        desk.reveal(file, "A")
        (group,) = revealed(file).groups
        assert (group.chips, group.trim, group.score) == ((), trim, "85.00")
        assert not board(file).rows[0].review, "kept and read back, it is the same"


def test_a_group_that_was_left_out_says_so_whether_it_is_told_at_once_or_in_steps(file: ContestFile) -> None:
    score(file, "A", MIDDLE)
    marks.void_group(file, "h", reason=WHY)
    staging.begin_reveal(file, "A")
    assert {group.name: group.left_out for group in revealed(file).groups} == {"领导评委": False, "社会评委": True}
    desk.reveal(file, "A")
    assert {group.name: group.left_out for group in revealed(file).groups} == {"领导评委": False, "社会评委": True}


def test_a_reveal_names_the_parts_that_were_brought_in(tmp_path: Path) -> None:
    with in_memory(setup_of(RICH, people_of("A"), JUDGES)) as file:
        marks.bring_in(file, "work", sheet(tmp_path, "contestant,value", "A,90"), reason=WHY)
        marks.adjust(file, "A", "-0.5", reason="超时")
        score(file, "A", MIDDLE)
        desk.reveal(file, "A")
        found = revealed(file)
        assert (found.components, found.adjustment, found.score) == (
            (("现场", "85.00"), ("平时", "90.00")),
            "-0.50",
            "85.50",
        )
        marks.mark_entry(file, MarkKind.NO_SHOW, "A", reason=WHY)
        marks.undo(file, 2, reason=WHY)
        desk.reveal(file, "A")
        assert revealed(file).components == (("现场", "85.00"),), "what was taken back is not shown"


def test_the_hosts_know_the_next_result_before_the_room(file: ContestFile) -> None:
    assert announced(file.contest, file.standings()) is None
    show(file, "B")
    score(file, "A", MIDDLE)
    desk.reveal(file, "A", to="host")
    told = announced(file.contest, file.standings())
    assert told is not None
    assert (told.entry.code, told.rank, told.of) == ("A", 2, 2)
    assert revealed(file).entry.code == "B"


ODD = {"a": "33.5", "b": "43.5"}


def test_nothing_of_an_unrevealed_entry_is_in_what_the_room_gets(file: ContestFile) -> None:
    show(file, "B")
    score(file, "A", ODD)
    marks.adjust(file, "A", "-0.25", reason="超时")
    desk.reveal(file, "A", to="host")
    told = str(view(file))
    assert not [number for number in ("33.5", "43.5", "77", "76.75", "0.25", "超时") if number in told]
