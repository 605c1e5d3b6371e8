"""The made-up contests are possible ones, and the oracle's answers to them hang together."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .events import Data
from .naive import standings
from .strategies import Case, cases

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.unwatched
@pytest.mark.parametrize("daring", [False, True])
def test_every_made_up_contest_has_standings(daring: bool) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
    @given(cases(daring=daring))
    def holds(case: Case) -> None:
        for number in range(1, len(case.rounds) + 1):
            found = standings(case.plan, case.contestants, case.judges, case.rounds, number)
            assert found["status"] == "final" or not found["closed"]
            for board in found["boards"]:
                hangs_together(board)

    holds()


def hangs_together(board: Data) -> None:
    ranked = [row["rank"] for row in board["rows"] if row["rank"] is not None]
    assert ranked == sorted(ranked)
    assert ranked[:1] in ([], [1])
    assert [row["rank"] for row in board["rows"]][len(ranked) :] == [None] * (len(board["rows"]) - len(ranked))
    assert not any(row["returns"] for row in board["rows"] if row["rank"] == 1 or board["status"] == "provisional")
    assert all((row["status"] == "complete") == (row["published"] is not None) for row in board["rows"])


@pytest.mark.unwatched
@given(st.data())
@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
def test_a_contest_is_the_same_when_it_is_read_twice(data: st.DataObject) -> None:
    case = data.draw(cases())
    first = standings(case.plan, case.contestants, case.judges, case.rounds)
    assert standings(case.plan, case.contestants, case.judges, case.rounds) == first
