"""`document`: everything about a round that is printed, signed or computed with, by one command."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from exports.archive import unpack
from exports.kinds import ABOUT, Kind
from exports.letter import SETTING, Letter, with_letter
from storage.contest_file import open_contest, read_contest
from tests.cli.conftest import Run
from tests.exports.read_pdf import texts

STARTS = {"pdf": b"%PDF-", "xlsx": b"PK", "csv": "\ufeff".encode(), "html": b"<!doctype html>"}
KINDS = [kind for kind, about in ABOUT.items() if not about.whole and kind is not Kind.DRAWS]
"""Those of any round; the record of a draw wants one."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_is_made_beside_the_contest_and_a_file_that_is_there_is_kept(
    run: Run, scored: Path, tmp_path: Path, kind: Kind
) -> None:
    path = tmp_path / f"out.{ABOUT[kind].ending}"
    result = run("document", scored, kind, "-o", path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert str(path) in result.stdout
    made = path.read_bytes()
    assert made.startswith(STARTS[ABOUT[kind].ending])
    assert run("document", scored, kind, "-o", path).exit_code == 2
    assert path.read_bytes() == made
    assert run("document", scored, kind, "-o", path, "--replace", "--round", "1").exit_code == 0
    assert path.read_bytes() == made, "the same contest, the same bytes"
    assert run("document", scored, kind, "-o", tmp_path / "x", "--round", "7").exit_code == 2


def test_the_record_of_a_draw_wants_one(run: Run, scored: Path, contest: Path, tmp_path: Path) -> None:
    result = run("document", scored, Kind.DRAWS, "-o", tmp_path / "x.pdf")
    assert result.exit_code == 1
    assert not (tmp_path / "x.pdf").exists()


def test_the_table_of_ballots_is_read_in_again(run: Run, scored: Path, contest: Path, tmp_path: Path) -> None:
    table = tmp_path / "ballots.csv"
    assert run("document", scored, Kind.BALLOTS_TABLE, "-o", table).exit_code == 0
    before = read_contest(scored).contest.live_round
    assert run("score", scored, table, "--reason", "again", "--replace").exit_code == 0
    after = read_contest(scored).contest.live_round
    assert [{j: b.scores for j, b in e.ballots.items()} for e in before.entries] == [
        {j: b.scores for j, b in e.ballots.items()} for e in after.entries
    ]


def test_the_workbook_holds_the_whole_journal(run: Run, scored: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    assert run("document", scored, Kind.WORKBOOK, "-o", path).exit_code == 0
    page = openpyxl.load_workbook(BytesIO(path.read_bytes()))["Journal"]
    journal = read_contest(scored).journal
    assert [row[0].value for row in page.iter_rows(min_row=2)] == [record.number for record in journal]
    assert page.cell(row=page.max_row, column=8).value == journal[-1].digest


def test_a_bulletin_is_worded_as_the_contest_remembers_and_as_the_command_says(
    run: Run, scored: Path, tmp_path: Path
) -> None:
    file = open_contest(scored)
    file.remember(SETTING, with_letter(None, 1, Letter(number="青营商办〔2023〕5号", addressee="各区（市）")))
    file.close()
    path = tmp_path / "out.pdf"
    assert run("bulletin", scored, "-o", path).exit_code == 0
    assert "青营商办〔2023〕5号" in texts(path.read_bytes())
    given = ("--number", "6号", "--copies", "市委办公厅", "--date", "2023年5月9日")
    assert run("bulletin", scored, "-o", path, "--replace", *given).exit_code == 0
    said = texts(path.read_bytes())
    assert "青营商办" not in said
    assert all(words in said for words in ("6号", "各区（市）", "市委办公厅", "9 May 2023"))
    archive = tmp_path / "out.zip"
    assert run("archive", scored, "-o", archive).exit_code == 0
    assert "青营商办〔2023〕5号" in texts(unpack(archive).members["round-1/bulletin.pdf"])


def test_a_date_that_is_none_is_refused_before_anything_is_written(run: Run, scored: Path, tmp_path: Path) -> None:
    result = run("bulletin", scored, "-o", tmp_path / "x.pdf", "--date", "soon")
    assert result.exit_code == 2
    assert "--date: 'soon' is no date" in result.stderr
    assert not (tmp_path / "x.pdf").exists()


def test_an_unknown_document_is_refused_with_those_there_are(run: Run, scored: Path, tmp_path: Path) -> None:
    result = run("document", scored, "poem", "-o", tmp_path / "x.pdf")
    assert result.exit_code == 2
    assert "paper-ballots" in result.stderr
