"""Everything can be corrected with a reason, and everything can be taken back (rules.md, Corrections)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from scoring.contest import Attendance, Entry, Round
from scoring.errors import BadInput, NotNow, Unknown
from scoring.mark import MarkKind
from storage import ballots, desk, marks, rounds
from storage.contest_file import ContestFile
from tests.storage.story import HIGH, LOW, RICH, WHY, contest_on_disk, journal, refused, score, sheet, small_setup

Act = Callable[[ContestFile], int]


def entry(file: ContestFile, code: str = "A", number: int = -1) -> Entry:
    found = file.contest.rounds[number].entry(code)
    assert found is not None
    return found


def facts(file: ContestFile) -> Round:
    """The round without the list of what was noted about it."""
    return replace(file.contest.live_round, marks=())


MARKS: dict[str, Act] = {
    "judge-absent": lambda f: marks.mark_judge(f, MarkKind.JUDGE_ABSENT, "J1", reason=WHY),
    "judge-left": lambda f: marks.mark_judge(f, MarkKind.JUDGE_LEFT, "J1", reason=WHY),
    "recuse": lambda f: marks.recuse(f, "J1", "A", reason=WHY),
    "no-show": lambda f: marks.mark_entry(f, MarkKind.NO_SHOW, "A", reason=WHY),
    "withdraw": lambda f: marks.mark_entry(f, MarkKind.WITHDRAW, "A", reason=WHY),
    "group-void": lambda f: marks.void_group(f, "g", reason=WHY),
    "adjust": lambda f: marks.adjust(f, "A", "-0.5", reason=WHY),
    "start-order": lambda f: marks.draw_start_order(f, "7391", reason=WHY),
    "draw": lambda f: marks.draw(f, "7391", ["A", "B"], reason=WHY),
}
BEFORE: dict[str, dict[str, object]] = {
    "judge-absent": {"absent": [], "left": []},
    "judge-left": {"absent": [], "left": []},
    "recuse": {"recused": []},
    "no-show": {"attendance": "present"},
    "withdraw": {"attendance": "present"},
    "group-void": {"void": []},
    "adjust": {"points": []},
    "start-order": {"order": ["A", "B", "C"]},
    "draw": {"order": None},
}
REPEATABLE = ["judge-absent", "judge-left", "recuse", "no-show", "withdraw", "group-void"]


@pytest.mark.parametrize("kind", MARKS)
def test_the_journal_says_what_was_so_before_a_mark(file: ContestFile, kind: str) -> None:
    MARKS[kind](file)
    assert file.last.before == BEFORE[kind]


def test_a_second_mark_says_what_the_first_one_made(file: ContestFile) -> None:
    for kind in ("adjust", "adjust", "draw"):
        MARKS[kind](file)
    (draw,) = file.contest.live_round.draws
    marks.draw(file, "1949", ["B", "A"], reason=WHY)
    assert file.last.before == {"order": list(draw.order)}
    marks.adjust(file, "A", "1", reason=WHY)
    assert file.last.before == {"points": ["-0.5", "-0.5"]}


@pytest.mark.parametrize("kind", MARKS)
def test_a_mark_that_is_undone_leaves_the_round_as_it_was(file: ContestFile, kind: str) -> None:
    before = facts(file)
    record = MARKS[kind](file)
    marked = facts(file)
    assert marked != before
    assert (file.last.what, file.last.why) == (kind, WHY)
    assert [mark.kind.value for mark in file.contest.live_round.marks] == [kind]
    marks.undo(file, record, reason="看错")
    assert facts(file) == before
    about = file.last.before
    assert [mark.kind.value for mark in file.contest.live_round.marks] == ["undo"]
    assert refused(file, lambda: marks.undo(file, record, reason=WHY)).lines("en") == [
        f"record {record} has been undone already"
    ]
    marks.undo(file, file.last.number, reason="没看错")
    assert facts(file) == marked
    assert about is not None
    assert (about["record"], about["what"]) == (record, kind)
    assert file.last.before == {**about, "record": record + 1}, "an undo of an undo is about the same mark"


@pytest.mark.parametrize("kind", REPEATABLE)
def test_saying_it_twice_changes_nothing_and_is_no_error(file: ContestFile, kind: str) -> None:
    record = MARKS[kind](file)
    before = file.contest
    assert MARKS[kind](file) == record
    assert file.contest == before
    marks.undo(file, record, reason=WHY)
    assert MARKS[kind](file) == record + 2, "said again after it was taken back, it counts"


def test_adjustments_add_up_each_with_its_own_record(file: ContestFile) -> None:
    first = MARKS["adjust"](file)
    second = marks.adjust(file, "A", "+2.25", reason="加分")
    assert [(a.points, a.reason, a.record) for a in entry(file).adjustments] == [
        (Decimal("-0.5"), WHY, first),
        (Decimal("2.25"), "加分", second),
    ]


def test_withdrawn_weighs_more_than_no_show(file: ContestFile) -> None:
    MARKS["no-show"](file)
    MARKS["withdraw"](file)
    assert entry(file).attendance is Attendance.WITHDRAWN
    marks.undo(file, file.last.number, reason=WHY)
    assert entry(file).attendance is Attendance.NO_SHOW
    MARKS["withdraw"](file)
    marks.undo(file, 2, reason=WHY)
    MARKS["no-show"](file)
    assert entry(file).attendance is Attendance.WITHDRAWN


UNKNOWN: dict[str, tuple[Act, str]] = {
    "absent": (lambda f: marks.mark_judge(f, MarkKind.JUDGE_ABSENT, "J9", reason=WHY), "there is no judge 'J9'"),
    "recused": (lambda f: marks.recuse(f, "J9", "A", reason=WHY), "there is no judge 'J9'"),
    "recused from": (lambda f: marks.recuse(f, "J1", "Z", reason=WHY), "'Z' is not in the line-up of this round"),
    "withdrawn": (
        lambda f: marks.mark_entry(f, MarkKind.WITHDRAW, "Z", reason=WHY),
        "'Z' is not in the line-up of this round",
    ),
    "adjusted": (lambda f: marks.adjust(f, "Z", "1", reason=WHY), "'Z' is not in the line-up of this round"),
    "added": (lambda f: marks.add_entry(f, "Z", reason=WHY), "there is no contestant 'Z' in the roster"),
    "void": (lambda f: marks.void_group(f, "x", reason=WHY), "there is no judge group 'x'"),
    "undone": (lambda f: marks.undo(f, 99, reason=WHY), "record 99 is not a mark that can be undone"),
    "created": (lambda f: marks.undo(f, 1, reason=WHY), "record 1 is not a mark that can be undone"),
    "none": (lambda f: marks.undo(f, 0, reason=WHY), "record 0 is not a mark that can be undone"),
    "huge": (lambda f: marks.undo(f, 2**64, reason=WHY), f"record {2**64} is not a mark that can be undone"),
}


@pytest.mark.parametrize(("act", "said"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_mark_about_nobody_is_refused(file: ContestFile, act: Act, said: str) -> None:
    error = refused(file, lambda: act(file))
    assert isinstance(error, Unknown)
    assert error.lines("en")[0].endswith(said)


BAD: dict[str, tuple[Act, list[str]]] = {
    "points": (
        lambda f: marks.adjust(f, "A", "half", reason=WHY),
        ["'half' is not a number of points; write -0.5 or 2"],
    ),
    "added twice": (lambda f: marks.add_entry(f, "A", reason=WHY), ["'A' is already in the line-up"]),
    "start seed": (lambda f: marks.draw_start_order(f, " ", reason=WHY), ["the seed must not be empty"]),
    "draw seed": (lambda f: marks.draw(f, "", ["A", "B"], reason=WHY), ["the seed must not be empty"]),
    "draw of one": (
        lambda f: marks.draw(f, "1", ["A"], reason=WHY),
        ["a draw needs at least two different contestants"],
    ),
    "draw of twins": (
        lambda f: marks.draw(f, "1", ["A", "B", "A", "B"], reason=WHY),
        ["'A' appears twice", "'B' appears twice"],
    ),
    "draw of strangers": (
        lambda f: marks.draw(f, "1", ["Y", "A", "Z"], reason=WHY),
        ["'Y' is not in the line-up of this round", "'Z' is not in the line-up of this round"],
    ),
}


@pytest.mark.parametrize(("act", "said"), BAD.values(), ids=BAD)
def test_a_mark_that_says_something_impossible_is_refused_with_every_fault(
    file: ContestFile, act: Act, said: list[str]
) -> None:
    error = refused(file, lambda: act(file))
    assert isinstance(error, BadInput)
    assert [fault.text.en for fault in error.faults] == said


def test_a_judge_who_left_is_out_of_what_they_had_not_scored(file: ContestFile) -> None:
    score(file, "A", HIGH)
    MARKS["judge-left"](file)
    assert file.standings().boards[0].rows[0].result.groups["g"].counted == 2
    for judge in ("J2", "J3"):
        ballots.enter_ballot(file, judge, "B", LOW, reason=WHY)
    assert [row.result.status.value for row in file.standings().boards[0].rows] == [
        "complete",
        "complete",
        "incomplete",
    ]


def test_an_absent_judges_stored_ballots_stop_counting(file: ContestFile) -> None:
    score(file, "A", HIGH)
    MARKS["judge-absent"](file)
    assert file.standings().boards[0].rows[0].result.groups["g"].counted == 1


def test_a_contestant_who_was_added_by_mistake_and_added_again_keeps_what_was_scored(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", small_setup(codes="ABC")) as file:
        rounds.add_to_roster(file, sheet(tmp_path, "code,name,category", "D,单位丁,k"))
        added = marks.add_entry(file, "D", reason="补报")
        score(file, "D", HIGH)
        desk.call(file, "D")
        marks.undo(file, added, reason="误会")
        assert [each.code for each in file.contest.live_round.entries] == ["A", "B", "C"]
        assert file.contest.live_round.on_stage is None
        assert refused(file, lambda: desk.open_scoring(file)).lines("en") == ["no contestant has been called"]
        marks.add_entry(file, "D", reason="补报")
        assert [each.code for each in file.contest.live_round.entries] == ["A", "B", "C", "D"]
        assert entry(file, "D").ballots.keys() == {"J1", "J2", "J3"}


def test_the_start_draw_orders_the_line_up_and_those_added_later_come_last(file: ContestFile, tmp_path: Path) -> None:
    MARKS["start-order"](file)
    drawn = [each.code for each in file.contest.live_round.entries]
    assert sorted(drawn) == ["A", "B", "C"]
    rounds.add_to_roster(file, sheet(tmp_path, "code,name,category", "D,单位丁,k"))
    marks.add_entry(file, "D", reason="补报")
    assert [each.code for each in file.contest.live_round.entries] == [*drawn, "D"]
    before = marks.draw_start_order(file, "另一个", reason=WHY)
    assert file.last.before == {"order": [*drawn, "D"]}
    marks.undo(file, before, reason=WHY)
    assert [each.code for each in file.contest.live_round.entries] == [*drawn, "D"]


def test_values_from_outside_replace_earlier_ones_of_those_they_name(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", small_setup(RICH)) as file:
        marks.bring_in(file, "work", sheet(tmp_path, "contestant,value", "A,90", "B,８０.5"), reason=WHY)
        marks.bring_in(file, "work", sheet(tmp_path, "contestant,value", "B,0.0000000001"), reason="更正")
        assert file.last.before == {"values": {"B": "80.5"}}
        assert file.last.after["details"] == {"values": {"B": "0.0000000001"}}
        assert [dict(entry(file, code).values) for code in "ABC"] == [{"work": 90}, {"work": Decimal("1E-10")}, {}]
        marks.undo(file, file.last.number, reason=WHY)
        assert entry(file, "B").values == {"work": 80.5}
        bad = sheet(tmp_path, "contestant,value", "A,70", "B,101")
        assert isinstance(refused(file, lambda: marks.bring_in(file, "work", bad, reason=WHY)), BadInput)


def test_values_of_a_contestant_who_was_added_by_mistake_harm_nobody(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", small_setup(RICH)) as file:
        rounds.add_to_roster(file, sheet(tmp_path, "code,name,category", "D,单位丁,k"))
        added = marks.add_entry(file, "D", reason=WHY)
        marks.bring_in(file, "work", sheet(tmp_path, "contestant,value", "A,90", "D,80"), reason=WHY)
        marks.undo(file, added, reason=WHY)
        assert [dict(each.values) for each in file.contest.live_round.entries] == [{"work": 90}, {}, {}]
        marks.add_entry(file, "D", reason=WHY)
        assert entry(file, "D").values == {"work": 80}


def finished(file: ContestFile) -> None:
    for code, scores in (("A", HIGH), ("B", LOW), ("C", {"a": "20", "b": "20"})):
        score(file, code, scores)
    rounds.close_round(file)


CORRECTIONS: dict[str, Act] = {
    **MARKS,
    "undo": lambda f: marks.undo(f, marks.adjust(f, "A", "1", reason=WHY), reason=WHY),
    "ballot": lambda f: ballots.enter_ballot(f, "J1", "A", LOW, reason=WHY, replaces=entry(f).ballots["J1"].ballot_id),
    "return-ballot": lambda f: ballots.return_ballot(f, "J1", "C", reason=WHY),
}


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_a_correction_after_closing_opens_the_round_again_and_the_journal_says_so(file: ContestFile, kind: str) -> None:
    finished(file)
    closed = file.contest.live_round.closed
    CORRECTIONS[kind](file)
    assert file.contest.live_round.closed is None
    reopened = next(record for record in journal(file) if record.what == "reopen-round")
    assert (reopened.before, reopened.why) == ({"closed": closed}, WHY)
    assert file.last.what == kind


def test_nothing_new_leaves_a_closed_round_closed(file: ContestFile) -> None:
    record = MARKS["recuse"](file)
    desk.call(file, "A")
    desk.open_scoring(file)
    finished_without_j1 = {"B": LOW, "C": {"a": "20", "b": "20"}}
    for judge in ("J2", "J3"):
        ballots.enter_ballot(file, judge, "A", HIGH, reason=WHY)
    desk.close_scoring(file)
    for code, scores in finished_without_j1.items():
        score(file, code, scores)
    rounds.close_round(file)
    assert MARKS["recuse"](file) > record
    assert file.contest.live_round.closed is not None


def test_an_undo_reaches_back_into_an_earlier_round(file: ContestFile) -> None:
    record = MARKS["adjust"](file)
    finished(file)
    rounds.next_round(file, ["A"])
    lineup = [each.code for each in file.contest.live_round.entries]
    marks.undo(file, record, reason="误罚")
    assert entry(file, number=0).adjustments == ()
    assert (file.contest.rounds[0].closed, file.last.round) == (None, 1)
    assert [each.code for each in file.contest.live_round.entries] == lineup, "a line-up that exists stays"
    error = refused(file, lambda: marks.undo(file, record, reason=WHY))
    assert isinstance(error, NotNow)
    assert error.code == "undone"
