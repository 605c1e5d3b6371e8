"""Contests of several rounds whose scores are brought in, so that a test says them in plain numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scoring.mark import MarkKind
from scoring.plan import Setup
from storage import marks, rounds
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.sheets import grid_of_text
from tests.contests import in_memory, setup_of

WHY = "核对"
PLAN: dict[str, Any] = {
    "contest": {"title": "营商环境擂台赛", "organizer": "指挥部"},
    "category": [{"key": "k", "name": "参与单位"}],
    "component": [{"key": "score", "name": "成绩", "weight": "100"}],
}


def season_setup(codes: str = "ABC", **changes: Any) -> Setup:
    """Contestants by their letters, 单位A …; `changes` replace parts of the plan."""
    people = [{"code": code, "name": f"单位{code}", "category": "k"} for code in codes]
    return setup_of({**PLAN, **changes}, people, [])


def play(file: ContestFile, scores: Mapping[str, str], *, close: bool = True) -> None:
    """Bring in the scores of the live round (no-show: a dash), and close it."""
    lines = [f"{code},{value}" for code, value in scores.items() if value != "-"]
    marks.bring_in(file, "score", grid_of_text("\n".join(["contestant,value", *lines]), "score.csv"), reason=WHY)
    for code, value in scores.items():
        if value == "-":
            marks.mark_entry(file, MarkKind.NO_SHOW, code, reason=WHY)
    if close:
        rounds.close_round(file)


def play_all(file: ContestFile, told: Sequence[Mapping[str, str]]) -> None:
    """Round after round; whoever has a score and does not return is put into the line-up by its code."""
    for number, scores in enumerate(told):
        if number:
            back = {row.code for board in file.standings().boards for row in board.rows if row.returns}
            rounds.next_round(file, [code for code in scores if code not in back])
        play(file, scores)


THREE = ({"A": "90", "B": "80.5", "C": "70"}, {"A": "85.55", "C": "75.5"}, {"C": "60.25", "B": "-", "A": "85.55"})
"""A: 90, 85.55, 85.55; B: 80.5, absent, no-show; C: 70, 75.5, 60.25, last each time."""


@contextmanager
def season_in_memory(told: Sequence[Mapping[str, str]] = THREE, **changes: Any) -> Iterator[ContestFile]:
    """These rounds, played and closed."""
    with in_memory(season_setup(**changes)) as file:
        play_all(file, told)
        yield file


def season_on_disk(path: Path, told: Sequence[Mapping[str, str]] = THREE, **changes: Any) -> Path:
    """The same as a file, closed."""
    create_contest(path, season_setup(**changes))
    file = open_contest(path)
    play_all(file, told)
    file.close()
    return path
