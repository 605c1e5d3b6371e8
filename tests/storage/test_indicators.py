"""Raw values in a contest file: brought in whole or not at all, kept raw, recomputed at once, checked by `verify`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from scoring.errors import BadInput, NotNow
from scoring.plan_document import plan_document
from scoring.plan_file import parse_plan
from storage import marks, plans, rounds
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.verify import verify
from tests.contests import setup_of
from tests.oracle.small import people
from tests.scoring.test_indicators import DAYS, brought_in, given_points, with_rule

AS_GIVEN = {key: DAYS[key] for key in ("key", "name", "weight")}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ContestFile]:
    create_contest(tmp_path / "a.arena", setup_of(with_rule("minmax"), people("A B C"), []))
    with closing(open_contest(tmp_path / "a.arena")) as opened:
        yield opened


def bring(file: ContestFile, text: str) -> int:
    path = file.path.with_suffix(".csv")
    path.write_text(text, encoding="utf-8")
    return marks.bring_in(file, "work", path, reason="统计局")


def change(file: ContestFile, component: dict[str, Any]) -> int:
    return plans.change_plan(file, plan_document(file.contest.plan) | {"component": [component]})


def test_raw_values_are_any_decimals_and_one_that_is_none_refuses_all(file: ContestFile) -> None:
    with pytest.raises(BadInput) as caught:
        bring(file, "单位,原值\nA,12天\nB,1e3\nC,-0.5\n")
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(2, 2), (3, 2)]
    assert "write digits alone, such as 6.2 or -0.5" in caught.value.faults[0].text.en
    assert file.contest.live_round.marks == ()
    bring(file, "单位,原值\nA,－１．５\nB,1000000.25\nC,−0.5\n")
    assert {entry.code: str(entry.values["work"]) for entry in file.contest.live_round.entries} == {
        "A": "-1.5",
        "B": "1000000.25",
        "C": "-0.5",
    }


def test_a_correction_after_the_closing_moves_the_others_reopens_and_verifies(file: ContestFile) -> None:
    record = bring(file, "contestant,value\nA,10\nB,20\nC,30\n")
    assert given_points(file) == {"A": "100", "B": "50", "C": "0"}
    rounds.close_round(file)
    second = bring(file, "contestant,value\nC,60\n")
    assert file.contest.live_round.closed is None
    assert given_points(file) == {"A": "100", "B": "80", "C": "0"}
    marks.undo(file, second, reason="更正")
    assert given_points(file) == {"A": "100", "B": "50", "C": "0"}
    marks.undo(file, record, reason="全部更正")
    assert given_points(file) == {}
    bring(file, "contestant,value\nA,1\nB,2\nC,3\n")
    rounds.close_round(file)
    path = file.path
    file.close()
    assert verify(path) == []


def test_raw_values_that_are_no_points_forbid_taking_them_as_points(file: ContestFile) -> None:
    bring(file, "contestant,value\nA,10\nB,120\nC,-3\n")
    with pytest.raises(BadInput) as caught:
        change(file, AS_GIVEN)
    (fault,) = caught.value.faults
    assert fault.key == "component[1].rule"
    assert "2 values that were brought in are not from 0 to 100" in fault.text.en
    bring(file, "contestant,value\nB,100\nC,0\n")
    change(file, AS_GIVEN)
    assert given_points(file) == {"B": "100", "A": "10", "C": "0"}


def test_an_undo_brings_no_raw_values_back_into_a_plan_that_takes_points(file: ContestFile) -> None:
    bring(file, "contestant,value\nA,10\nB,120\nC,-3\n")
    later = bring(file, "contestant,value\nB,20\nC,30\n")
    change(file, AS_GIVEN)
    before = file.last.number
    with pytest.raises(NotNow) as caught:
        marks.undo(file, later, reason="撤销")
    assert "change the rules first" in caught.value.text.en
    assert file.last.number == before
    change(file, DAYS | {"rule": "rank"})
    marks.undo(file, later, reason="撤销")
    assert given_points(file) == {"A": "50", "B": "0", "C": "100"}


def test_a_plan_with_rules_is_kept_in_the_file_as_it_is(tmp_path: Path) -> None:
    made = brought_in(
        DAYS | {"rule": "target", "target": "15.50", "weight": "60"}, AS_GIVEN | {"key": "b", "weight": "40"}
    )
    path = tmp_path / "b.arena"
    create_contest(path, setup_of(made, people("A"), []))
    with closing(open_contest(path)) as opened:
        assert opened.contest.plan == parse_plan(made)
        assert plan_document(opened.contest.plan)["component"] == made["component"]
