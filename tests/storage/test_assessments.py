"""An assessment in the journal: recorded once it is whole, found again, reckoned again by `verify`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scoring.assessment import assess
from scoring.errors import NotNow
from scoring.mark import MarkKind
from storage import marks
from storage.assessments import (
    assessments,
    read_assessment,
    read_assessments,
    record_assessment,
    recorded_as,
    replaced_by,
)
from storage.contest_file import ContestFile, open_contest, read_contest
from storage.verify import verify
from tests.seasons import WHY, season_on_disk
from tests.storage.story import journal, refused
from tests.storage.tampering import rewrite

RULES = """
[assessment]
title = "上半年等次评定"
[[component]]
key = "arena"
name = "擂台赛"
weight = 60
score = "mean"
rounds = [1, 2]
[[component]]
key = "daily"
name = "平时工作"
weight = 40
file = "daily.csv"
[[grade]]
name = "优秀"
min = 85
[[grade]]
name = "一般"
"""


def write(folder: Path, values: str = "A,90\nB,80\nC,70\n", rules: str = RULES) -> Path:
    """The two files of an assessment."""
    (folder / "daily.csv").write_text(f"contestant,value\n{values}", encoding="utf-8")
    path = folder / "half.toml"
    path.write_text(rules, encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ContestFile]:
    opened = open_contest(season_on_disk(tmp_path / "擂台赛.arena"))
    yield opened
    opened.close()


def recorded(file: ContestFile, path: Path) -> int | None:
    """The record that holds this assessment as it would come out now."""
    found = recorded_as(assess(file.contest, read_assessment(path, file.contest)), journal(file))
    return found.number if found else None


def test_it_is_recorded_once_with_rules_values_and_result(file: ContestFile, tmp_path: Path) -> None:
    path = write(tmp_path)
    assert recorded(file, path) is None
    assessment = read_assessment(path, file.contest)
    number = record_assessment(file, assessment, reason=" 上半年 ")
    assert (file.last.number, file.last.what, file.last.why) == (number, "assess", "上半年")
    assert file.last.after["values"] == {"daily": {"A": "90", "B": "80", "C": "70"}}
    assert [row["grade"] for row in file.last.after["result"]["boards"][0]["rows"]] == ["优秀", "一般", "一般"]
    assert record_assessment(file, assessment) == number, "the same again is no news"
    assert recorded(file, path) == number
    assert verify(file.path) == []


def test_what_is_not_whole_is_not_recorded(file: ContestFile, tmp_path: Path) -> None:
    assessment = read_assessment(write(tmp_path, "A,90\nB,80\n"), file.contest)
    error = refused(file, lambda: record_assessment(file, assessment))
    assert isinstance(error, NotNow)
    assert error.lines("zh") == ["等次评定还不能记入流水", "- C 单位C：缺少平时工作"]


def test_other_values_make_another_record_that_replaces_the_first(file: ContestFile, tmp_path: Path) -> None:
    first = record_assessment(file, read_assessment(write(tmp_path), file.contest))
    path = write(tmp_path, "A,90\nB,80\nC,75\n")
    assert recorded(file, path) is None
    second = record_assessment(file, read_assessment(path, file.contest))
    assert recorded(file, path) == second
    assert recorded(file, write(tmp_path)) is None, "it has been replaced"
    found = assess(file.contest, read_assessment(write(tmp_path, "A,90\nB,80\nC,75\n"), file.contest))
    replaced = replaced_by(found, journal(file))
    assert replaced is not None
    assert replaced.number == first
    assert [record.number for record in assessments(journal(file))] == [second, first]
    assert [record.number for record in read_assessments(file)] == [first, second]
    other = assess(file.contest, read_assessment(write(tmp_path, rules=RULES.replace("上半年", "全年")), file.contest))
    assert replaced_by(other, journal(file)) is None


def test_a_correction_of_a_round_makes_it_another_one(file: ContestFile, tmp_path: Path) -> None:
    path = write(tmp_path, rules=RULES.replace("rounds = [1, 2]", ""))
    record_assessment(file, read_assessment(path, file.contest))
    marks.mark_entry(file, MarkKind.NO_SHOW, "A", reason=WHY)
    assert recorded(file, path) is None
    assert verify(file.path) == [], "what was recorded was right when it was"


def set_value(after: Any) -> None:
    after["values"]["daily"]["C"] = "99"


def set_grade(after: Any) -> None:
    after["result"]["boards"][0]["rows"][1]["grade"] = "优秀"


def set_weight(after: Any) -> None:
    after["rules"]["component"][0]["weight"], after["rules"]["component"][1]["weight"] = "50", "50"


def set_rounds(after: Any) -> None:
    after["rounds"] = [1]


@pytest.mark.parametrize(
    ("change", "subject"), [(set_value, "C"), (set_grade, "B"), (set_weight, "A"), (set_rounds, "上半年等次评定")]
)
def test_verify_finds_what_was_changed_in_it(file: ContestFile, tmp_path: Path, change: Any, subject: str) -> None:
    number = record_assessment(file, read_assessment(write(tmp_path), file.contest))
    file.close()
    rewrite(file.path, "assess", change)
    assert len(read_contest(file.path).journal) == number
    said = [text.en for text in verify(file.path)]
    start = f"record {number} (assess) holds a result that does not follow from what was recorded before: "
    assert said
    assert all(text.startswith(start) for text in said)
    assert f"{start}{subject}" in said
