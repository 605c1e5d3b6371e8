"""Before a judge is marked it is known whose result the mark would make impossible."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scoring import conduct
from scoring.mark import MarkKind
from scoring.quorum import Shortfall, shortfall, too_few
from storage import marks
from storage.contest_file import ContestFile
from tests.contests import in_memory, put, setup_of
from tests.ui.consoles import CONTESTANTS, GOOD, JUDGES, PLAN

ABSENT, LEFT, RECUSE = MarkKind.JUDGE_ABSENT, MarkKind.JUDGE_LEFT, MarkKind.RECUSE
GROUPS = [
    {"key": "lead", "name": "领导", "weight": "100", "quorum": 2},
    {"key": "expert", "name": "专家", "weight": "0", "quorum": 2},
]


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(setup_of(PLAN | {"group": GROUPS}, CONTESTANTS, JUDGES)) as opened:
        yield opened


def found(file: ContestFile, kind: MarkKind, judge: str, code: str = "") -> Shortfall | None:
    return shortfall(file.contest, kind, conduct.judge_of(file.contest, judge), code)


def test_an_absence_is_about_every_entry_that_still_takes_part(file: ContestFile) -> None:
    marks.mark_entry(file, MarkKind.NO_SHOW, "C", reason="r")
    short = found(file, ABSENT, "L1")
    assert short is not None
    assert (short.group.key, short.most, short.entries) == ("lead", 1, ("A", "B"))
    assert short.said(file.contest).zh.startswith("“领导”至少要 2 份评分表，此后最多只有 1 份：甲单位、乙单位将")


def test_many_are_counted_instead_of_named() -> None:
    more = [*CONTESTANTS, {"code": "D", "name": "丁单位", "category": "unit"}]
    with in_memory(setup_of(PLAN | {"group": GROUPS}, more, JUDGES)) as file:
        short = found(file, ABSENT, "L1")
        assert short is not None
        assert ": 4 contestants will have no result" in short.said(file.contest).en


def test_a_judge_who_leaves_is_missed_only_where_none_of_their_ballots_is(file: ContestFile) -> None:
    from storage import desk

    desk.call(file, "A")
    desk.open_scoring(file)
    put(file, "L1", "A", GOOD)
    short = found(file, LEFT, "L1")
    assert short is not None
    assert short.entries == ("B", "C")


def test_a_recusal_is_about_its_entry_alone(file: ContestFile) -> None:
    short = found(file, RECUSE, "L2", "B")
    assert short is not None
    assert short.entries == ("B",)


def test_nothing_follows_where_the_group_can_do_without_or_counts_for_nothing(file: ContestFile) -> None:
    assert found(file, ABSENT, "E1") is None, "no weight"
    marks.void_group(file, "lead", reason="r")
    assert found(file, ABSENT, "L1") is None, "left out of the round"
    with in_memory(setup_of(PLAN, CONTESTANTS, JUDGES)) as other:
        assert found(other, ABSENT, "L1") is None, "one of two is enough"


def test_who_is_out_already_is_not_missed_again(file: ContestFile) -> None:
    marks.mark_judge(file, ABSENT, "L1", reason="r")
    assert found(file, RECUSE, "L1", "A") is None


def test_a_group_with_fewer_judges_than_its_quorum_is_named_before_anybody_is_scored(file: ContestFile) -> None:
    assert too_few(file.contest) == []
    marks.mark_judge(file, LEFT, "L2", reason="r")
    assert [text.en.partition(":")[0] for text in too_few(file.contest)] == [
        "The quorum of 领导 is 2, but only 1 of its judges take part"
    ]
    marks.void_group(file, "lead", reason="r")
    assert too_few(file.contest) == []
