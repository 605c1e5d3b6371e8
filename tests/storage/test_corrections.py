"""After a correction everyone can see what it changed, and what it did not."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.contest import Ballot, Signer
from scoring.errors import BadInput, NotNow, Unknown
from scoring.mark import MarkKind
from scoring.text import Language
from storage import ballots, marks, rounds, seats
from storage.contest_file import ContestFile
from storage.corrections import corrected, foreseen
from storage.verify import findings
from tests.storage.story import HIGH, LOW, RICH, SMALL, WHY, contest_on_disk, refused, score, sheet, small_setup

MIDDLE = {"a": "35", "b": "50"}
GRADED = SMALL | {"grade": [{"name": "优秀", "min": "90"}, {"name": "良好"}]}


def said(file: ContestFile, number: int = 1, language: Language = "en") -> list[str]:
    return [line.said(language) for line in corrected(file, number)]


def closed(file: ContestFile) -> None:
    """A comes first with 95.5, B second with 85, C last with 70 and has to come back."""
    for code, scores in (("A", HIGH), ("B", MIDDLE), ("C", LOW)):
        score(file, code, scores)
    rounds.close_round(file)


def test_a_result_without_corrections_has_nothing_to_say(file: ContestFile) -> None:
    assert said(file) == []
    closed(file)
    assert said(file) == []
    rounds.next_round(file)
    assert said(file) == []
    with pytest.raises(Unknown):
        corrected(file, 7)


def test_every_score_and_rank_that_a_correction_moved_is_named(file: ContestFile) -> None:
    closed(file)
    marks.adjust(file, "B", "20", reason=WHY)
    wanted = ["单位B: score 85.00 → 105.00, rank 2 → 1", "单位A: rank 1 → 2"]
    assert said(file) == wanted
    rounds.close_round(file)
    assert said(file) == wanted
    assert said(file, language="zh")[0] == "单位B：得分 85.00 → 105.00、名次 2 → 1"


def test_a_correction_that_was_corrected_back_has_changed_nothing(file: ContestFile) -> None:
    closed(file)
    marks.adjust(file, "B", "20", reason=WHY)
    marks.undo(file, file.last.number, reason=WHY)
    assert said(file) == []


def test_the_line_up_of_the_next_round_stays_and_the_difference_is_said(file: ContestFile) -> None:
    for code, scores in (("A", HIGH), ("B", MIDDLE), ("C", LOW)):
        score(file, code, scores)
    extra = marks.adjust(file, "C", "20", reason=WHY)
    rounds.close_round(file)
    rounds.next_round(file)
    marks.undo(file, extra, reason="算错了")
    *_, lineup = said(file)
    assert lineup == (
        "The line-up of round 2 stays as it is. By the result as it is now, 单位C should be in it, "
        "单位B need not have come back"
    )
    assert said(file, language="zh")[-1] == "第2轮的出场名单不变。按现在的成绩还应有单位C、单位B不必回来"
    assert [entry.code for entry in file.contest.live_round.entries] == ["B"]


def test_who_came_into_the_line_up_another_way_is_not_missed(file: ContestFile) -> None:
    for code, scores in (("A", HIGH), ("B", MIDDLE), ("C", LOW)):
        score(file, code, scores)
    extra = marks.adjust(file, "C", "20", reason=WHY)
    rounds.close_round(file)
    rounds.next_round(file, ["C", "A"])
    marks.undo(file, extra, reason="算错了")
    assert said(file)[-1].endswith("as it is now, 单位B need not have come back")


def test_grades_are_part_of_what_changed(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", small_setup(GRADED)) as file:
        closed(file)
        marks.adjust(file, "B", "5", reason=WHY)
        assert said(file) == ["单位B: score 85.00 → 90.00, grade 良好 → 优秀"]


def test_while_the_result_is_provisional_nobody_is_said_to_be_free(file: ContestFile) -> None:
    closed(file)
    ballots.return_ballot(file, "J1", "C", reason=WHY)
    assert said(file) == ["单位C: score 70.00 → none, rank 3 → none"]


def test_who_joins_or_leaves_after_the_closing_is_named(tmp_path: Path) -> None:
    with contest_on_disk(tmp_path / "x.arena", small_setup(codes="ABCD")) as file:
        absent = marks.mark_entry(file, MarkKind.NO_SHOW, "D", reason=WHY)
        closed(file)
        marks.undo(file, absent, reason="来了")
        assert said(file) == []
        rounds.add_to_roster(file, roster(tmp_path))
        marks.add_entry(file, "E", reason="补报")
        assert said(file) == ["单位戊: is new on the board"]


def roster(folder: Path) -> Path:
    return sheet(folder, "code,name,category", "E,单位戊,k")


def test_an_entry_taken_out_again_is_gone(file: ContestFile, tmp_path: Path) -> None:
    rounds.add_to_roster(file, roster(tmp_path))
    added = marks.add_entry(file, "E", reason="补报")
    marks.mark_entry(file, MarkKind.WITHDRAW, "E", reason="退出")
    closed(file)
    marks.undo(file, added, reason="误加")
    assert "单位戊: is no longer on the board" in said(file)


TOP = {"a": "40", "b": "60"}
NEXT = (
    "The line-up of round 2 stays as it is. By the corrected result, 单位B should be in it, "
    "单位C need not have come back"
)


def ballot_of(file: ContestFile, judge: str, code: str) -> Ballot:
    """What stands in round 1."""
    entry = file.contest.rounds[0].entry(code)
    assert entry is not None
    return entry.ballots[judge]


def foretold(file: ContestFile, judge: str, code: str, scores: dict[str, str], language: Language = "en") -> list[str]:
    kept = file.contest
    lines = [line.said(language) for line in foreseen(file, 1, code, judge, scores)]
    assert file.contest is kept, "to look ahead stores nothing"
    return lines


def correct(file: ContestFile, judge: str, code: str, scores: dict[str, str]) -> None:
    """As the page of round 1 does it."""
    replaces = ballot_of(file, judge, code).ballot_id
    ballots.enter_ballot(file, judge, code, scores, reason="录入有误", replaces=replaces, number=1)


def test_a_ballot_of_an_earlier_round_is_corrected_and_what_was_foretold_comes_true(file: ContestFile) -> None:
    closed(file)
    rounds.sign_off(file, {Signer.TELLER: "周敏"})
    assert foretold(file, "J1", "C", TOP) == ["单位C: score 70.00 → 79.00", "Must come back, as before: 单位C"]
    rounds.next_round(file)
    correct(file, "J1", "C", TOP)
    assert foretold(file, "J2", "C", TOP, "zh") == [
        "单位C：得分 79.00 → 88.00、名次 3 → 2、不再要下轮继续打擂",
        "单位B：名次 2 → 3、现在要下轮继续打擂",
        "下轮继续打擂：单位C → 单位B",
        "第2轮的出场名单不变。按更正后的成绩还应有单位B、单位C不必回来",
    ]
    assert foretold(file, "J2", "C", TOP)[-1] == NEXT
    correct(file, "J2", "C", TOP)
    first, second = file.contest.rounds
    assert (first.closed, first.signatures) == (None, {})
    assert [entry.code for entry in second.entries] == ["C"]
    assert second.entries[0].ballots == {}
    *moved, lineup = said(file)
    assert moved == [
        "单位C: score 70.00 → 88.00, rank 3 → 2, no longer has to come back",
        "单位B: rank 2 → 3, now has to come back in the next round",
    ]
    assert "单位B should be in it" in lineup
    rounds.close_round(file, 1)
    with file.plain() as connection:
        assert findings(connection) == []


def test_a_ballot_that_changes_nothing_or_is_none_says_so_before(file: ContestFile) -> None:
    closed(file)
    assert foretold(file, "J1", "A", HIGH)[0] == "No score, rank or grade changes"
    with pytest.raises(BadInput):
        foreseen(file, 1, "A", "J1", {"a": "41", "b": "1.25"})
    with pytest.raises(Unknown):
        foreseen(file, 1, "Z", "J1", HIGH)
    with pytest.raises(Unknown):
        foreseen(file, 2, "A", "J1", HIGH)


def test_a_tie_that_a_correction_leaves_in_an_earlier_round_is_drawn_there(tmp_path: Path) -> None:
    plan = {**RICH, "component": [], "grade": []}
    with contest_on_disk(tmp_path / "x.arena", small_setup(plan)) as file:
        closed(file)
        rounds.next_round(file, ["A", "B"])
        for judge in ("J1", "J2"):
            correct(file, judge, "C", MIDDLE)
        assert foretold(file, "J3", "C", MIDDLE)[1] == (
            "The round cannot be closed again at once, and it is open who must come back: "
            "a draw is needed between 单位B, 单位C"
        )
        correct(file, "J3", "C", MIDDLE)
        assert isinstance(refused(file, lambda: rounds.close_round(file, 1)), NotNow)
        assert isinstance(refused(file, lambda: marks.draw(file, "1949", ["B", "E"], reason=WHY, number=1)), Unknown)
        marks.draw(file, "1949", ["B", "C"], reason=WHY, number=1)
        assert not file.contest.live_round.draws
        rounds.close_round(file, 1)
        with file.plain() as connection:
            assert findings(connection) == []


def test_a_corrected_ballot_stays_with_the_person_who_gave_it(file: ContestFile) -> None:
    score(file, "A", HIGH)
    seats.substitute(file, "J1", name="第二位", title="")
    ballots.enter_ballot(file, "J2", "B", MIDDLE, reason=WHY)
    ballots.enter_ballot(file, "J3", "B", MIDDLE, reason=WHY)
    marks.recuse(file, "J1", "B", reason=WHY)
    score(file, "C", LOW)
    recusal = next(mark.record for mark in file.contest.live_round.marks if mark.kind is MarkKind.RECUSE)
    rounds.close_round(file)
    rounds.next_round(file, ["A"])
    seats.substitute(file, "J1", name="第三位", title="")
    correct(file, "J1", "A", LOW)
    assert ballot_of(file, "J1", "A").person == "评委1"
    assert isinstance(refused(file, lambda: ballots.enter_ballot(file, "J1", "B", LOW, reason=WHY, number=1)), NotNow)
    marks.undo(file, recusal, reason="误记")
    ballots.enter_ballot(file, "J1", "B", LOW, reason="补录", number=1)
    assert ballot_of(file, "J1", "B").person == "第二位", "who sat there when the last one was scored"
    ballots.enter_ballot(file, "J1", "A", LOW, reason=WHY)
    (mine,) = (entry.ballots["J1"] for entry in file.contest.live_round.entries if entry.code == "A")
    assert mine.person == "第三位"


def test_a_ballot_that_was_never_given_belongs_to_who_sits_there(file: ContestFile) -> None:
    marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "J1", reason=WHY)
    absent = file.last.number
    for code, scores in (("A", HIGH), ("B", MIDDLE), ("C", LOW)):
        for judge in ("J2", "J3"):
            ballots.enter_ballot(file, judge, code, scores, reason=WHY)
    rounds.close_round(file)
    rounds.next_round(file)
    marks.undo(file, absent, reason="误记")
    ballots.enter_ballot(file, "J1", "A", LOW, reason="补录", number=1)
    assert ballot_of(file, "J1", "A").person == "评委1"
    with pytest.raises(Unknown):
        ballots.enter_ballot(file, "J1", "A", LOW, reason=WHY, number=3)
