"""The whole program against an independent, naive reading of the rules: every field of the standings must agree.

The examples come in shares, so that several workers can take one each.
"""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from scoring.mark import MarkKind
from scoring.standings import standings as fresh_standings
from scoring.standings import standings_json
from storage import ballots, desk, marks, rounds
from storage.contest_file import ContestFile
from storage.verify import findings
from tests.contests import in_memory, setup_of
from tests.oracle.naive import standings as naive_standings
from tests.oracle.strategies import Case, cases

WHY = "test"
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


class Play:
    """Does to a contest file what the events of a case say."""

    def __init__(self, file: ContestFile) -> None:
        self.file = file

    def run(self, told: list[list[dict[str, Any]]]) -> None:
        """All rounds, event by event; a mark is undone by the number of its record."""
        for events in told:
            records: dict[int, int] = {}
            for index, event in enumerate(events):
                records[index] = self.happen(event, records)

    def happen(self, event: dict[str, Any], records: dict[int, int]) -> int:
        file = self.file
        match event:
            case {"kind": "ballot", "judge": judge, "contestant": code, "scores": scores}:
                stored = file.contest.live_round.entry(code).ballots.get(judge)  # type: ignore[union-attr]
                replaces = stored.ballot_id if stored else None
                return ballots.enter_ballot(file, judge, code, scores, reason=WHY, replaces=replaces)
            case {"kind": "return", "judge": judge, "contestant": code}:
                desk.call(file, code)
                return ballots.return_ballot(file, judge, code, reason=WHY)
            case {"kind": "judge-absent" | "judge-left" as kind, "judge": judge}:
                return marks.mark_judge(file, MarkKind(kind), judge, reason=WHY)
            case {"kind": "recuse", "judge": judge, "contestant": code}:
                return marks.recuse(file, judge, code, reason=WHY)
            case {"kind": "no-show" | "withdraw" as kind, "contestant": code}:
                return marks.mark_entry(file, MarkKind(kind), code, reason=WHY)
            case {"kind": "add", "contestant": code}:
                return marks.add_entry(file, code, reason=WHY)
            case {"kind": "adjust", "contestant": code, "points": points}:
                return marks.adjust(file, code, points, reason=WHY)
            case {"kind": "component", "key": key, "values": values}:
                return bring_in(file, key, values)
            case {"kind": "group-void", "group": group}:
                return marks.void_group(file, group, reason=WHY)
            case {"kind": "start-order", "seed": seed}:
                return marks.draw_start_order(file, seed, reason=WHY)
            case {"kind": "draw", "seed": seed, "entries": codes}:
                return marks.draw(file, seed, codes, reason=WHY)
            case {"kind": "undo", "record": index}:
                return marks.undo(file, records[index], reason=WHY)
            case {"kind": "close-round"}:
                return rounds.close_round(file)
            case {"kind": "next-round", "codes": codes}:
                return rounds.next_round(file, codes)
        raise AssertionError(event)


def bring_in(file: ContestFile, key: str, values: dict[str, str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "values.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([("contestant", "value"), *values.items()])
        return marks.bring_in(file, key, path, reason=WHY)


def comparable(found: dict[str, Any]) -> dict[str, Any]:
    """Without the revision, which the naive reading does not know, and the name of the board of all."""
    boards = [{**board, "name": ""} if board["key"] == "overall" else board for board in found["boards"]]
    return {**{key: value for key, value in found.items() if key != "revision"}, "boards": boards}


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.timeout(900)  # many whole contests, also on a busy machine
@pytest.mark.parametrize("share", range(3), ids=str)
@settings(max_examples=35, deadline=None, suppress_health_check=SLOW)
@given(case=cases())
def test_standings_agree_with_a_naive_reading_of_the_rules(share: int, case: Case) -> None:
    with in_memory(setup_of(case.plan, case.contestants, case.judges)) as file:
        Play(file).run(case.rounds)
        for number in range(1, len(case.rounds) + 1):
            naive = naive_standings(case.plan, case.contestants, case.judges, case.rounds, number)
            kept = file.standings(number)
            assert comparable(standings_json(kept)) == comparable(naive)
            assert fresh_standings(file.contest, number) == kept, "what was kept from before must not show"
        with file.plain() as connection:
            assert findings(connection) == []
