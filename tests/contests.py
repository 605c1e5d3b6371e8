"""Contests for tests: in memory or on disk, always through the program's own operations."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scoring.plan import Contestant, Judge, Setup
from scoring.plan_document import plan_document
from scoring.plan_file import parse_plan
from storage import ballots, desk, engine, plans
from storage.contest_file import ContestFile, write_setup

FULL = {"problems": "20", "targets": "20", "approach": "30", "measures": "30"}
"""The highest ballot of the Qingdao plan."""


def setup_of(plan: Mapping[str, Any], contestants: Sequence[Any], judges: Sequence[Any]) -> Setup:
    """A setup from plain data, as the files would give it."""
    return Setup(
        parse_plan(plan),
        tuple(
            Contestant(each["code"], each["name"], each["category"], each.get("lead", ""), ()) for each in contestants
        ),
        tuple(Judge(each["code"], each["name"], each.get("title", ""), each["group"]) for each in judges),
    )


@contextmanager
def in_memory(setup: Setup) -> Iterator[ContestFile]:
    """A contest that never touches the disk."""
    opened = engine.in_memory()
    write_setup(opened, setup)
    file = ContestFile(Path("memory"), opened, sqlite3.connect(":memory:"))
    try:
        yield file
    finally:
        file.close()


def score_entry(file: ContestFile, code: str, scores: Mapping[str, str] | None = None) -> None:
    """Call an entry, take a ballot from every expected judge's panel, close."""
    desk.call(file, code)
    desk.open_scoring(file)
    for judge in file.contest.judges:
        put(file, judge.code, code, scores or FULL)
    desk.close_scoring(file)


def put(file: ContestFile, judge: str, code: str, scores: Mapping[str, str]) -> ballots.Receipt:
    """A ballot from a panel, as the panel would send it."""
    from scoring.conduct import entry_of, version

    entry = entry_of(file.contest.live_round, code)
    return ballots.put_ballot(
        file,
        judge,
        code,
        ballot_id=f"{judge}-{code}-{file.contest.revision}",
        version=version(entry, judge),
        scores=scores,
        replaces=entry.ballots[judge].ballot_id if judge in entry.ballots else None,
    )


OTHERWISE = {"problems": "18.5", "targets": "19", "approach": "38.5", "answers": "19.5"}
"""A ballot of the Qingdao plan once `ask_otherwise` has changed it."""


def ask_otherwise(file: ContestFile) -> None:
    """Change the Qingdao plan: one criterion less, one more, and one with more points."""
    document = plan_document(file.contest.plan)
    *first, approach, _ = document["criterion"]
    answers = {"key": "answers", "name": "答问题", "max": "20", "min": "0", "weight": "20"}
    document["criterion"] = [*first, approach | {"max": "40", "weight": "40"}, answers]
    document["contest"]["tie_breaks"] = ["exact"]
    plans.change_plan(file, document)
