"""`arena-desk mark`: every mark of the rules, each with its reason, and nothing that is not one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from arena_desk.cli.marks import MARKS
from scoring.mark import MarkKind
from storage.contest_file import read_contest
from tests.files import tables, write_files

Run = Callable[..., Result]

GOOD: dict[str, list[str]] = {
    "judge-absent": ["J1"],
    "judge-left": ["J1"],
    "recuse": ["J1", "A"],
    "no-show": ["A"],
    "withdraw": ["A"],
    "add": ["D"],
    "adjust": ["A", "-0.5"],
    "component": ["work", "values.csv"],
    "group-void": ["g"],
    "start-order": ["7391"],
    "draw": ["-7391", "A", "B", "C"],
    "undo": ["2"],
}


@pytest.fixture
def contest(tmp_path: Path, composed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A contest with a component from outside, a contestant D who is not in the line-up, and one adjustment."""
    monkeypatch.chdir(tmp_path)
    Path("values.csv").write_text("contestant,value\nA,９０\n", encoding="utf-8")
    return Path(shutil.copy(composed, tmp_path))


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory, run_once: Run) -> Path:
    """Made once for all tests, to be copied."""
    folder = tmp_path_factory.mktemp("composed")
    parts = [{"key": '"live"', "name": '"现场"', "weight": "80"}, {"key": '"work"', "name": '"平时"', "weight": "20"}]
    path, roster = folder / "擂台赛.arena", folder / "名册.csv"
    roster.write_text("code,name,category\nD,丁单位,k\n", encoding="utf-8")
    run_once("new", path, write_files(folder, {**tables(), "component": parts}))
    run_once("mark", path, "adjust", "B", "1", "--reason", "加分")
    run_once("roster", path, roster)
    return path


def test_the_command_line_knows_every_mark_there_is() -> None:
    assert set(MARKS) == set(GOOD) == {kind.value for kind in MarkKind} - {MarkKind.BALLOTS.value}


@pytest.mark.parametrize("kind", GOOD)
def test_a_mark_goes_into_the_journal_with_its_reason(run: Run, contest: Path, kind: str) -> None:
    done = run("mark", contest, kind, *GOOD[kind], "--reason", "写明原因")
    last = read_contest(contest).journal[-1]
    assert (done.exit_code, done.stdout) == (0, "recorded; the journal stands at 4\n")
    assert (last.what, last.why, last.who) == (kind, "写明原因", "operator")


@pytest.mark.parametrize("kind", GOOD)
@pytest.mark.parametrize("change", ["fewer", "more"])
def test_a_mark_with_too_few_or_too_many_words_says_how_it_is_written(
    run: Run, contest: Path, kind: str, change: str
) -> None:
    words = GOOD[kind][:1] * (kind == "draw") if change == "fewer" else [*GOOD[kind], "Z"]
    result = run("mark", contest, kind, *words, "--reason", "x")
    assert result.exit_code == 2
    assert f"mark FILE {kind} " in result.stderr or (kind, change) == ("draw", "more")
    assert len(read_contest(contest).journal) == 3


@pytest.mark.parametrize("points", ["-0.5", "-12", "+3", "2.25", "-0.000000001"])
def test_points_are_taken_as_they_stand_wherever_the_reason_is(run: Run, contest: Path, points: str) -> None:
    assert run("mark", "--reason", "超时", contest, "adjust", "A", points).exit_code == 0
    assert run("mark", contest, "--reason=超时", "adjust", "A", points).exit_code == 0
    adjustments = read_contest(contest).contest.live_round.entries[0].adjustments
    assert [str(each.points.normalize()) for each in adjustments] == [str(adjustments[0].points.normalize())] * 2
    assert float(adjustments[0].points) == float(points)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["praise", "A"], "'praise' is not a mark; there are: judge-absent "),
        (["adjust", "A", "half"], "'half' is not a number of points"),
        (["adjust", "A", "-1e3"], "'-1e3' is not a number of points"),
        (["adjust", "Z", "1"], "'Z' is not in the line-up"),
        (["recuse", "J9", "A"], "there is no judge 'J9'"),
        (["group-void", "x"], "there is no judge group 'x'"),
        (["add", "A"], "'A' is already in the line-up"),
        (["add", "Z"], "there is no contestant 'Z'"),
        (["component", "live", "values.csv"], "no component 'live'"),
        (["component", "work", "没有.csv"], "没有.csv: there is no such file"),
        (["draw", "1", "A", "A"], "'A' appears twice"),
        (["draw", "1", "A"], "at least two different contestants"),
        (["start-order", " "], "the seed must not be empty"),
        (["start-order", "\udcff"], "seed: is not text in UTF-8"),
        (["draw", "\udcff", "A", "B"], "seed: is not text in UTF-8"),
        (["undo", "first"], "'first' is not a number of the journal"),
        (["undo", "２"], "'２' is not a number of the journal"),
        (["undo", "9" * 5000], "is not a number of the journal"),
        (["undo", "1"], "record 1 is not a mark that can be undone"),
        (["no-show", "A", "--colour"], "usage: mark FILE no-show CONTESTANT"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else None,
)
def test_a_mark_that_says_nothing_possible_is_bad_input(run: Run, contest: Path, words: list[str], said: str) -> None:
    result = run("mark", contest, *words, "--reason", "x")
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert len(read_contest(contest).journal) == 3


def test_a_reason_that_is_no_text_is_bad_input(run: Run, contest: Path) -> None:
    result = run("mark", contest, "no-show", "A", "--reason", "\udcff")
    assert (result.exit_code, result.stderr) == (2, "--reason: is not text in UTF-8\n")
    assert len(read_contest(contest).journal) == 3


def test_what_was_undone_cannot_be_undone_now(run: Run, contest: Path) -> None:
    assert run("mark", contest, "undo", "2", "--reason", "x").exit_code == 0
    again = run("mark", contest, "undo", "2", "--reason", "x")
    assert (again.exit_code, again.stderr) == (1, "record 2 has been undone already\n")


def test_saying_it_twice_is_no_error(run: Run, contest: Path) -> None:
    first = run("mark", contest, "no-show", "A", "--reason", "x")
    assert run("mark", contest, "no-show", "A", "--reason", "x").stdout == first.stdout


def test_marks_act_on_the_latest_round(run: Run, contest: Path) -> None:
    for code in "ABC":
        run("mark", contest, "withdraw", code, "--reason", "x")
    run("close-round", contest)
    run("next-round", contest, "A")
    run("mark", contest, "no-show", "A", "--reason", "x")
    rows = [
        json.loads(run("standings", contest, "--round", n, "--format", "json").stdout)["boards"][0]["rows"][0]
        for n in (1, 2)
    ]
    assert [row["status"] for row in rows] == ["withdrawn", "no_show"]
