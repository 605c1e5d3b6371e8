"""A panel reads its own earlier ballots as they are now, though the desk does not write them out with each look."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from arena_desk.link.own_ballots import OwnBallots
from scoring.plan import Contestant
from storage import desk, rounds, seats
from storage.ballots import return_ballot
from storage.contest_file import ContestFile
from tests.contests import in_memory, put
from tests.ui.consoles import FAIR, GOOD, small_setup


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup()) as opened:
        desk.call(opened, opened.contest.live_round.entries[0].code)
        desk.open_scoring(opened)
        yield opened


@pytest.fixture
def own(file: ContestFile) -> OwnBallots:
    own = OwnBallots(file)
    file.subscribe(own.on_change)
    return own


def read(own: OwnBallots, judge: str = "L1") -> list[Any]:
    return [(each["name"], each["scores"]["idea"], each["current"]) for each in json.loads(own.of(judge))]


def test_a_panel_reads_what_became_of_each_of_its_ballots(file: ContestFile, own: OwnBallots) -> None:
    assert read(own) == []
    put(file, "L1", "A", GOOD)
    assert read(own) == [("甲单位", "38", True)]
    put(file, "L1", "A", FAIR)
    assert read(own) == [("甲单位", "38", False), ("甲单位", "36", True)]
    return_ballot(file, "L1", "A", reason="看错")
    assert read(own) == [("甲单位", "38", False), ("甲单位", "36", False)]
    rounds.change_roster(file, [Contestant("A", "甲单位（新）", "unit")])
    assert [name for name, *_ in read(own)] == ["甲单位（新）"] * 2
    seats.substitute(file, "L1", name="替补", title="")
    assert read(own) == [], "they are those of the person who sat there"


def test_looking_again_costs_the_file_nothing_until_the_judges_own_ballots_change(
    file: ContestFile, own: OwnBallots
) -> None:
    put(file, "L1", "A", GOOD)
    asked: list[str] = []
    read(own)
    with file.plain() as connection:
        connection.set_trace_callback(lambda statement: asked.append(statement) if "ballot" in statement else None)
    read(own)
    assert asked == []
    put(file, "E1", "A", FAIR)
    desk.close_scoring(file, force=True)
    desk.open_scoring(file)
    asked.clear()
    assert read(own) == [("甲单位", "38", True)]
    assert asked == [], "neither another judge's ballot nor a step of the session changed anything"
    put(file, "L1", "A", FAIR)
    asked.clear()
    read(own)
    assert len(asked) == 1


def test_what_was_added_and_mended_reads_as_if_all_of_it_were_written_anew(file: ContestFile, own: OwnBallots) -> None:
    assert read(own) == []
    for points in (GOOD, FAIR, GOOD, FAIR):
        put(file, "L1", "A", points)
        assert own.of("L1") == OwnBallots(file).of("L1")
    assert [current for *_, current in read(own)] == [False, False, False, True]
