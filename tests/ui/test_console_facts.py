"""What the console makes of the facts: the next step, the tiles, the timer, open matters; no widgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from scoring.contest import Clock, Signer
from scoring.mark import MarkKind
from storage import ballots, desk, marks, rounds
from storage.contest_file import ContestFile
from tests.contests import in_memory, put, score_entry, setup_of
from tests.scoring.test_against_oracle import bring_in
from tests.ui.consoles import CONTESTANTS, FAIR, GOOD, PLAN, POOR, small_setup, with_contestants
from ui.console.next_step import NextStep, StepKind, next_step
from ui.console.open_matters import open_matters
from ui.console.tile_facts import Contact, Tile, TileState, contact, off_text, tile_groups, total_text
from ui.console.tile_words import remarks
from ui.links import Presence
from ui.snapshot import take_snapshot
from ui.speech import extended, paused, reading, started

NOW = datetime(2026, 5, 1, 6, 0, tzinfo=UTC)
HERE = Presence(devices=1, seen=0.5)


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup()) as file:
        yield file


def step(file: ContestFile, *, published: bool = False) -> NextStep:
    return next_step(take_snapshot(file), published=published)


def tiles(file: ContestFile, code: str, presence: dict[str, Presence] | None = None) -> dict[str, Tile]:
    now = take_snapshot(file)
    entry = now.round.entry(code)
    assert entry is not None
    everyone = {judge.code: HERE for judge in now.contest.judges}
    groups = tile_groups(now, entry, {**everyone, **(presence or {})})
    return {tile.judge.code: tile for group in groups for tile in group.tiles}


def test_without_a_timer_scoring_is_opened_right_after_the_call() -> None:
    with in_memory(small_setup(timer={"speech_seconds": 0, "warning_seconds": 0})) as file:
        desk.call(file, "A")
        assert step(file) == NextStep(StepKind.OPEN, "A")


def test_a_returned_ballot_makes_closing_the_next_step_again(file: ContestFile) -> None:
    score_entry(file, "A", GOOD)
    assert step(file).kind is StepKind.REVEAL
    ballots.return_ballot(file, "L1", "A", reason="重看")
    assert step(file) == NextStep(StepKind.CLOSE, "A", missing=1)


def test_an_entry_that_went_home_is_passed_over(file: ContestFile) -> None:
    desk.call(file, "A")
    marks.mark_entry(file, MarkKind.NO_SHOW, "A", reason="请假")
    assert step(file) == NextStep(StepKind.CALL, "B")


def test_at_the_end_what_was_not_revealed_comes_before_closing(file: ContestFile) -> None:
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(file, code, scores)
    desk.reveal(file, "C")
    assert step(file) == NextStep(StepKind.REVEAL, "A")
    desk.reveal(file, "A")
    desk.reveal(file, "B")
    assert step(file).kind is StepKind.CLOSE_ROUND
    rounds.close_round(file)
    assert step(file).kind is StepKind.SIGN
    now = take_snapshot(file)
    rehearsed = replace(now, contest=replace(now.contest, rehearsal=True))
    assert next_step(rehearsed, published=False).kind is StepKind.BULLETIN, "nobody vouches for a rehearsal"
    assert step(file, published=True).kind is StepKind.NEXT_ROUND, "whoever signs on paper is not asked again"
    rounds.sign_off(file, {Signer.TELLER: "周敏"})
    assert step(file).kind is StepKind.BULLETIN


def test_a_tie_that_needs_a_draw_is_solved_before_closing(file: ContestFile) -> None:
    for code in "ABC":
        score_entry(file, code, GOOD)
        desk.reveal(file, code)
    assert step(file).kind is StepKind.SOLVE
    marks.draw(file, "种子", ["A", "B", "C"], reason="王监督")
    assert step(file).kind is StepKind.CLOSE_ROUND


def test_an_empty_line_up_is_filled_first() -> None:
    with in_memory(with_contestants(small_setup(), "A")) as file:
        score_entry(file, "A", GOOD)
        rounds.close_round(file)
        rounds.next_round(file)
        assert step(file).kind is StepKind.FILL_LINEUP


def test_a_plan_without_judges_goes_from_the_call_to_the_reveal() -> None:
    components = [{"key": "work", "name": "平时", "weight": "100"}]
    with in_memory(small_setup(component=components)) as file:
        desk.call(file, "A")
        assert step(file) == NextStep(StepKind.CALL, "B")


def test_without_judges_the_values_come_in_and_the_round_is_closed() -> None:
    components = [{"key": "days", "name": "用时", "weight": "100", "rule": "minmax", "better": "lower"}]
    plan = {key: table for key, table in PLAN.items() if key not in ("criterion", "group")} | {"component": components}
    with in_memory(setup_of(plan, CONTESTANTS[:2], [])) as file:
        assert step(file).kind is StepKind.SOLVE
        contest, now = file.contest, file.contest.live_round
        assert [each.zh for each in open_matters(contest, now, file.standings())] == ["“用时”尚未导入：甲单位、乙单位"]
        bring_in(file, "days", {"A": "12", "B": "7"})
        assert step(file).kind is StepKind.CLOSE_ROUND
        desk.call(file, "B")
        assert step(file) == NextStep(StepKind.REVEAL, "B")
        rounds.close_round(file)
        assert step(file).kind is StepKind.SIGN


def test_a_ballot_far_from_its_group_is_pointed_out() -> None:
    judges = [{"code": f"L{n}", "name": f"领导{n}", "group": "lead"} for n in range(1, 5)]
    judges.append({"code": "E1", "name": "专家", "group": "expert"})
    with in_memory(setup_of(PLAN, CONTESTANTS, judges)) as file:
        desk.call(file, "A")
        desk.open_scoring(file)
        for judge, scores in (("L1", GOOD), ("L2", GOOD), ("L3", POOR), ("L4", FAIR)):
            put(file, judge, "A", scores)
        seen = tiles(file, "A")
        assert {code: tile.off for code, tile in seen.items() if tile.off is not None} == {
            "L3": Fraction(-25, 2),
        }
        assert off_text(Fraction(-15)) == "−15.0"
        assert off_text(Fraction(25, 2), 0) == "+13"


def test_two_ballots_are_too_few_to_call_one_far_off(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    put(file, "L1", "A", GOOD)
    put(file, "L2", "A", POOR)
    assert [tile.off for tile in tiles(file, "A").values()] == [None] * 4


def test_every_state_of_a_judge_shows_on_the_tile(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    put(file, "L1", "A", GOOD)
    assert tiles(file, "A")["L1"].state is TileState.STORED
    ballots.return_ballot(file, "L1", "A", reason="漏看")
    marks.recuse(file, "E1", "A", reason="亲属")
    marks.mark_judge(file, MarkKind.JUDGE_LEFT, "E2", reason="离席")
    seen = tiles(file, "A", {"L2": Presence(1, 1.0, draft=1)})
    states = {code: tile.state for code, tile in seen.items()}
    assert states == {
        "L1": TileState.RETURNED,
        "L2": TileState.DRAFT,
        "E1": TileState.RECUSED,
        "E2": TileState.LEFT,
    }
    assert seen["L1"].reason == "漏看"
    marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "L2", reason="请假")
    assert tiles(file, "A")["L2"].state is TileState.ABSENT


def test_a_draft_counts_only_while_the_judge_may_score(file: ContestFile) -> None:
    desk.call(file, "A")
    assert tiles(file, "A", {"L1": Presence(1, 1.0, draft=2)})["L1"].state is TileState.WAITING


def test_dropped_ballots_are_marked_highest_and_lowest() -> None:
    groups = [
        {"key": "lead", "name": "领导", "weight": "60", "drop_high": 1},
        {"key": "expert", "name": "专家", "weight": "40", "drop_low": 1},
    ]
    with in_memory(small_setup(group=groups)) as file:
        desk.call(file, "A")
        desk.open_scoring(file)
        for judge, scores in (("L1", GOOD), ("L2", FAIR), ("E1", GOOD), ("E2", FAIR)):
            put(file, judge, "A", scores)
        assert {code: tile.dropped for code, tile in tiles(file, "A").items()} == {
            "L1": "high",
            "L2": None,
            "E1": None,
            "E2": "low",
        }
        assert {code: remarks(tile)[:2] for code, tile in tiles(file, "A").items()} == {
            "L1": ("highest, dropped", "high"),
            "L2": ("",),
            "E1": ("",),
            "E2": ("lowest, dropped", "low"),
        }, "a tile without room for the whole says the short one"


@pytest.mark.parametrize(
    ("presence", "expected"),
    [
        (Presence(), Contact.NEVER),
        (Presence(0, 3.0), Contact.LOST),
        (Presence(1, 60.0), Contact.ASLEEP),
        (Presence(0, 3.0, asleep=True), Contact.ASLEEP),
        (HERE, Contact.HERE),
    ],
)
def test_how_a_seat_is_linked(presence: Presence, expected: Contact) -> None:
    assert contact(presence) is expected


def test_totals_read_in_the_step_of_the_plan_or_with_two_decimals() -> None:
    plan = small_setup().plan
    assert total_text(Fraction(95), plan) == "95.0"
    assert total_text(Fraction(190, 3), plan) == "63.33"


def test_what_stands_in_the_way_is_said_shortly(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    put(file, "L1", "A", GOOD)
    desk.close_scoring(file, force=True)
    desk.call(file, "B")
    desk.open_scoring(file)
    now = take_snapshot(file)
    said = [matter.en for matter in open_matters(now.contest, now.round, now.standings)]
    assert said[0] == "scoring of '乙单位' is still open; close it first"
    assert said[1].startswith("甲单位: L2 领导二 has not submitted")
    assert said[2] == "not scored yet: 丙单位"


def test_many_missing_judges_are_counted_not_listed(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    desk.close_scoring(file, force=True)
    now = take_snapshot(file)
    said = open_matters(now.contest, now.round, now.standings)[0].en
    assert said.startswith("甲单位: 4 judges are missing, ")


def test_the_clock_keeps_what_was_used_over_a_pause() -> None:
    clock = started(Clock(), NOW)
    later = NOW + timedelta(seconds=12.5)
    assert reading(clock, later, 60) == ("00:48", 47.5)
    stopped = paused(clock, later)
    assert stopped == Clock(used=12.5)
    assert reading(stopped, later + timedelta(hours=1), 60) == ("00:48", 47.5)
    again = started(extended(stopped, 30), later)
    assert reading(again, later + timedelta(seconds=80), 60) == ("+00:02", -2.5)


def test_starting_a_running_clock_changes_nothing() -> None:
    clock = started(Clock(), NOW)
    assert started(clock, NOW + timedelta(seconds=5)) == clock


def test_a_wall_clock_that_was_set_back_never_gives_time_back() -> None:
    clock = started(Clock(used=10.0), NOW)
    assert reading(clock, NOW - timedelta(minutes=5), 60) == ("00:50", 50.0)
