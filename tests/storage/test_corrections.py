"""After a correction everyone can see what it changed, and what it did not."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.errors import Unknown
from scoring.mark import MarkKind
from scoring.text import Language
from storage import ballots, marks, rounds
from storage.contest_file import ContestFile
from storage.corrections import corrected
from tests.storage.story import HIGH, LOW, SMALL, WHY, contest_on_disk, score, sheet, small_setup

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
