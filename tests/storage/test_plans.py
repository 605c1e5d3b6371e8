"""Changing the rules: free until the first ballot, then only unlocked and marked, and never under a closed result."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from scoring.conduct import entry_of, version
from scoring.errors import BadInput, NotNow
from scoring.explain import explain
from scoring.mark import MarkKind
from scoring.plan_change import in_use, standing_scores
from scoring.plan_file import parse_plan
from scoring.plan_words import rule_changes
from storage import ballots, desk, marks, plans, rounds
from storage.contest_file import ContestFile, read_contest
from storage.verify import verify
from tests.contests import put
from tests.storage.story import (
    CRITERIA,
    GROUPS,
    HIGH,
    LOW,
    RICH,
    WHY,
    changed_plan,
    contest_on_disk,
    journal,
    refused,
    score,
    sheet,
    small_setup,
)

HEAVY = [GROUPS[0] | {"weight": "90"}, GROUPS[1] | {"weight": "10"}]


def change(file: ContestFile, *, reason: str = "", unlock: bool = False, **tables: Any) -> int:
    return plans.change_plan(file, changed_plan(file, **tables), reason=reason, unlock=unlock)


def blocked(file: ContestFile, **tables: Any) -> list[str]:
    """What is refused of a change that was unlocked, by key; the form finds the same."""
    error = refused(file, lambda: change(file, unlock=True, reason=WHY, **tables))
    assert isinstance(error, BadInput)
    after = parse_plan(changed_plan(file, **tables))
    assert error.faults == tuple(in_use(file.contest, after, standing_scores(file.contest)))
    return error.lines("en")


def test_before_the_first_ballot_the_rules_change_freely(file: ContestFile) -> None:
    assert change(file, group=HEAVY, contest={"title": "新题"}) == 2
    assert [str(group.weight) for group in file.contest.plan.groups] == ["90", "10"]
    assert file.contest.plan.title == "新题"
    assert (file.contest.begun, file.contest.rule_changes) == (False, ())
    record = journal(file)[-1]
    assert (record.what, record.round, record.why) == ("plan", None, "")
    assert record.before is not None
    assert record.before["plan"]["group"][0]["weight"] == "60"
    assert verify(file.path) == []


def test_the_same_rules_again_are_no_record(file: ContestFile) -> None:
    weighed = [row | {"weight": f"{row['weight']}.0"} for row in GROUPS]
    assert change(file, group=weighed) == file.contest.revision == 1


def test_rules_that_are_wrong_change_nothing_and_every_fault_is_named(file: ContestFile) -> None:
    error = refused(file, lambda: change(file, group=HEAVY[:1], contest={"decimals": 9}))
    assert error.lines("en") == [
        "contest.decimals: must not exceed 4",
        "group: the weights total 90, not 100: 10 short",
    ]


def test_the_first_ballot_freezes_the_rules_for_good(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    put(file, "J1", "A", HIGH)
    ballots.return_ballot(file, "J1", "A", reason=WHY)
    marks.mark_entry(file, MarkKind.WITHDRAW, "A", reason=WHY)
    assert file.contest.begun, "also where the ballot was returned"
    error = refused(file, lambda: change(file, group=HEAVY))
    assert isinstance(error, NotNow)
    assert error.code == "frozen"
    for reason in ("", "  "):
        error = refused(file, partial(change, file, group=HEAVY, unlock=True, reason=reason))
        assert error.lines("en") == ["reason: unlocking the rules needs a reason"]


def test_rules_that_were_unlocked_change_the_results_which_say_so(file: ContestFile) -> None:
    score(file, "A", HIGH)
    ballots.enter_ballot(file, "J3", "B", LOW, reason=WHY)
    ballots.enter_ballot(file, "J1", "B", HIGH, reason=WHY)
    ballots.enter_ballot(file, "J2", "B", HIGH, reason=WHY)
    desk.reveal(file, "B")
    before = file.standings().boards[0].rows[1].result.exact
    record = change(file, group=HEAVY, unlock=True, reason=" 权重抄错。 ")
    row = file.standings().boards[0].rows[1]
    assert row.code == "B"
    assert row.result.exact != before
    (said,) = rule_changes(file.contest, 1)
    assert said.zh == (
        "评分开始后修改过规则：评委组“领导评委”权重由60改为90；评委组“社会评委”权重由40改为10"
        f"（原因：权重抄错；流水第{record}号记录）"
    )
    assert said in explain(file.contest, 1, "B")
    assert rule_changes(file.contest, 2) == []
    assert rule_changes(read_contest(file.path).contest, 1) == [said]
    assert verify(file.path) == []


def test_words_and_how_the_hall_is_run_leave_no_mark_on_the_results(file: ContestFile) -> None:
    score(file, "A", HIGH)
    run = {"title": "新题", "organizer": "", "level": "unit", "resend": False}
    assert isinstance(refused(file, lambda: change(file, contest=run)), NotNow)
    change(file, contest=run, timer={"speech_seconds": 300}, unlock=True, reason=WHY)
    assert file.contest.plan.timer.speech_seconds == 300
    assert file.contest.rule_changes == ()


def test_while_ballots_come_in_the_rules_stay(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    error = refused(file, lambda: change(file, contest={"title": "新题"}))
    assert error.lines("en") == ["'单位A' is being scored; close scoring first"]
    for judge in ("J1", "J2", "J3"):
        put(file, judge, "A", HIGH)
    desk.close_scoring(file)
    ballots.return_ballot(file, "J1", "A", reason=WHY)
    assert isinstance(refused(file, lambda: change(file, group=HEAVY, unlock=True, reason=WHY)), NotNow)


def test_a_round_that_was_closed_keeps_its_rules_also_when_it_is_reopened_later(file: ContestFile) -> None:
    for code, scores in (("A", HIGH), ("B", LOW), ("C", LOW)):
        score(file, code, scores)
    rounds.close_round(file)
    unlocked = partial(change, file, unlock=True, reason=WHY)
    error = refused(file, partial(unlocked, group=HEAVY))
    assert isinstance(error, NotNow)
    assert error.code == "settled"
    unlocked(timer={"speech_seconds": 240})
    assert file.contest.live_round.closed, "what touches no result leaves it closed"
    rounds.next_round(file)
    marks.undo(file, marks.adjust(file, "B", "1", reason=WHY), reason=WHY)
    assert isinstance(refused(file, partial(unlocked, group=HEAVY)), NotNow)


def test_a_result_that_was_reopened_before_the_next_round_may_get_other_rules(file: ContestFile) -> None:
    for code, scores in (("A", HIGH), ("B", LOW), ("C", LOW)):
        score(file, code, scores)
    rounds.close_round(file)
    marks.adjust(file, "A", "1", reason=WHY)
    change(file, group=HEAVY, unlock=True, reason=WHY)
    rounds.close_round(file)
    assert rule_changes(file.contest, 1)
    assert verify(file.path) == []


def test_what_is_in_use_cannot_vanish(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", small_setup(RICH)) as file:
        marks.bring_in(file, "work", sheet(tmp_path, "contestant,value", "A,90", "B,80"), reason=WHY)
        score(file, "A", HIGH)
        assert blocked(
            file,
            category=[{"key": "m", "name": "另一类"}],
            group=[GROUPS[0] | {"weight": "100"}],
            component=[],
            criterion=[CRITERIA[0] | {"max": "100", "weight": "100"}],
        ) == [
            "category: '类' must stay: 3 contestants are in it",
            "group: '社会评委' must stay: 1 judges sit in it",
            "component: '平时' must stay: 2 values were brought in",
            "criterion: '谈思路' must stay: 3 stored ballots score it",
        ]


def test_stored_ballots_stay_whole_and_valid(file: ContestFile) -> None:
    score(file, "A", HIGH)
    more = {"key": "c", "name": "列举措", "max": "10", "weight": "0"}
    assert blocked(file, criterion=[CRITERIA[0] | {"max": "35", "weight": "40"}, CRITERIA[1], more]) == [
        "criterion[1]: '摆问题': 3 stored ballots would not be valid: 38 is outside 0–35",
        "criterion[3]: '列举措' cannot be added: 3 stored ballots do not score it",
    ]
    assert blocked(file, contest={"step": "1"}) == [
        "criterion[2]: '谈思路': 3 stored ballots would not be valid: 57.5 is not a whole step of 1"
    ]
    finer = [CRITERIA[0] | {"name": "找问题", "min": "10"}, CRITERIA[1]]
    change(file, contest={"step": "0.25"}, criterion=finer, unlock=True, reason=WHY)
    assert file.contest.plan.criteria[0].name == "找问题"


def test_a_ballot_of_an_entry_that_was_taken_out_again_stays_valid_as_well(file: ContestFile) -> None:
    rounds.add_to_roster(file, sheet(file.path.parent, "code,name,category", "D,单位丁,k"))
    added = marks.add_entry(file, "D", reason=WHY)
    ballots.enter_ballot(file, "J1", "D", HIGH, reason=WHY)
    marks.undo(file, added, reason=WHY)
    assert list(standing_scores(file.contest)) == []
    error = refused(file, lambda: change(file, contest={"step": "1"}, unlock=True, reason=WHY))
    assert isinstance(error, BadInput)


def test_a_contest_without_judges_gets_no_live_score(tmp_path: Path) -> None:
    outside = {"component": [{"key": "work", "name": "平时", "weight": "100"}]}
    bare = {key: RICH[key] for key in ("contest", "category")} | outside
    setup = replace(small_setup(bare), judges=())
    with contest_on_disk(tmp_path / "x.arena", setup) as file:
        assert blocked(file, component=[], criterion=CRITERIA, group=GROUPS) == [
            "component: there are no judges in this contest, so it cannot have a live score"
        ]


def test_what_was_begun_under_other_criteria_is_not_taken_for_a_ballot(file: ContestFile) -> None:
    desk.call(file, "A")
    seen = version(entry_of(file.contest.live_round, "A"), "J1")
    change(file, contest={"title": "新题"}, group=HEAVY)
    assert version(entry_of(file.contest.live_round, "A"), "J1") == seen, "what is asked is the same"
    record = change(file, criterion=[CRITERIA[0], CRITERIA[1] | {"max": "50", "weight": "60"}])
    assert version(entry_of(file.contest.live_round, "A"), "J1") == record
    desk.open_scoring(file)
    error = refused(
        file, lambda: ballots.put_ballot(file, "J1", "A", ballot_id="old", version=seen, scores={"a": "40", "b": "60"})
    )
    assert isinstance(error, NotNow)
    assert error.code == "stale"
    put(file, "J1", "A", {"a": "40", "b": "50"})
    assert verify(file.path) == []


def test_a_criterion_can_be_added_while_nobody_is_on_stage(file: ContestFile) -> None:
    change(file, criterion=[CRITERIA[0], CRITERIA[1] | {"max": "50"}, {"key": "c", "name": "列举措", "max": "10"}])
    desk.call(file, "A")
    desk.open_scoring(file)
    put(file, "J1", "A", {"a": "40", "b": "50", "c": "9.5"})
    assert verify(file.path) == []
