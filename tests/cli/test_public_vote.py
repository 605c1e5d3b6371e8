"""A contest with a crowd, from the command line: every document is made, and nobody of the crowd gets one."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from exports.kinds import ABOUT, Kind
from scoring.mark import MarkKind
from storage import ballots, marks, seats
from storage.contest_file import open_contest
from tests.cli.conftest import Run
from tests.storage.test_public_vote import ALL, HEAD, WHY, csv, opened


def cells(path: Path, page: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path)[page].iter_rows()]


KINDS = (Kind.BULLETIN, Kind.SCORES, Kind.DEVIATIONS, Kind.ANALYSIS, Kind.JUDGE_SHEETS, Kind.ENTRY_SHEETS)


@pytest.fixture
def voted(tmp_path: Path) -> Path:
    path = tmp_path / "评议.arena"
    with opened(path) as file:
        ballots.score_from_file(file, csv(tmp_path / "all.csv", ALL), reason=WHY)
        marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "P0009", reason="重复登记")
    return path


def test_every_document_of_a_crowd_is_made_and_is_short(run: Run, voted: Path, tmp_path: Path) -> None:
    for kind in (*KINDS, Kind.PAPER_BALLOTS, Kind.WEB_PAGE, Kind.RESULTS_TABLE):
        path = tmp_path / f"{kind.value}.{ABOUT[kind].ending}"
        words = ("bulletin", voted) if kind is Kind.BULLETIN else ("document", voted, kind)
        result = run(*words, "-o", path)
        assert (result.exit_code, result.stderr) == (0, "")
        assert path.stat().st_size < 300_000


def test_the_workbook_takes_the_score_of_a_crowd_as_given(run: Run, voted: Path, tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    assert run("document", voted, Kind.WORKBOOK, "-o", path).exit_code == 0
    rows = cells(path, "Computation")
    standings = json.loads(run("standings", voted, "--format", "json").stdout)
    scores = {row["code"]: row["groups"]["p"]["score"] for row in standings["boards"][0]["rows"]}
    assert len(rows) == 1 + len(scores)
    assert all(isinstance(cell, int) for row in rows[1:] for cell in row[4:6])
    assert len(cells(path, "Ballots")) == 1 + 2 * len(scores)


def test_the_table_of_ballots_of_a_crowd_is_read_in_again(run: Run, voted: Path, tmp_path: Path) -> None:
    table, before = tmp_path / "b.csv", run("standings", voted, "--format", "json").stdout
    assert run("document", voted, Kind.BALLOTS_TABLE, "-o", table).exit_code == 0
    lines = table.read_text("utf-8-sig").splitlines()
    assert (lines[0].split(","), len(lines)) == (HEAD, len(ALL))
    with closing(open_contest(voted)) as file:
        marks.undo(file, file.contest.revision, reason="并非重复")
    assert run("score", voted, table, "--reason", "again", "--replace").exit_code == 0
    assert run("mark", voted, "judge-absent", "P0009", "--reason", "重复登记").exit_code == 0
    after = json.loads(run("standings", voted, "--format", "json").stdout)
    assert after["boards"] == json.loads(before)["boards"]


def test_nobody_of_a_crowd_has_a_card(run: Run, voted: Path, tmp_path: Path) -> None:
    with closing(open_contest(voted)) as file:
        assert [seat.judge for seat in sorted(seats.seats(file), key=lambda seat: seat.judge)] == ["L0", "L1"]
    address = ("--url", "http://192.168.1.2:8420")
    assert run("cards", voted, "-o", tmp_path / "c.pdf", *address).exit_code == 0
    refused = run("cards", voted, "-o", tmp_path / "d.pdf", *address, "--judge", "P0001")
    assert refused.exit_code == 1
    assert "files alone" in refused.stderr


def test_an_archive_of_a_crowd_is_verified(run: Run, voted: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    assert run("archive", voted, "-o", path).exit_code == 0
    assert run("verify", path).exit_code == 0
