"""The naive reading again, with what the rules only imply: undone undos, late start orders, draws drawn twice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from scoring.standings import standings_json
from tests.contests import in_memory, setup_of
from tests.oracle.naive import standings as naive_standings
from tests.oracle.strategies import Case, cases
from tests.scoring.test_against_oracle import Play, comparable

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


class NewPlay(Play):
    """Without marks that say nothing new: they make no record that could be undone."""

    def happen(self, event: dict[str, Any], records: dict[int, int]) -> int:
        before = self.file.last.number
        revision = super().happen(event, records)
        assume(revision > before)
        return revision


@pytest.mark.unwatched  # many times what others do once
@settings(max_examples=35, deadline=None, suppress_health_check=SLOW)
@given(cases(daring=True))
def test_standings_agree_where_the_rules_leave_room(case: Case) -> None:
    with in_memory(setup_of(case.plan, case.contestants, case.judges)) as file:
        NewPlay(file).run(case.rounds)
        for number in range(1, len(case.rounds) + 1):
            naive = naive_standings(case.plan, case.contestants, case.judges, case.rounds, number)
            assert comparable(standings_json(file.standings(number))) == comparable(naive)
