"""Names that would move the cursor, colour the terminal or turn its lines around do none of it."""

from __future__ import annotations

import csv
from pathlib import Path

from typer.testing import CliRunner

from arena_desk.cli.commands import app
from tests.files import write_files

HOSTILE = "\x1b[31m\x1b]0;t\x07\u202eabc\x9b2J"
ROWS = [["code", "name", "category"], ["A", HOSTILE, "k"], ["B", "甲" * 500, "k"], ["C", "<b>{n}%s</b>\n乙", "k"]]


def test_a_terminal_is_told_names_and_nothing_else(tmp_path: Path) -> None:
    run = CliRunner().invoke
    plan = write_files(tmp_path)
    with (tmp_path / "contestants.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    contest = str(tmp_path / "c.arena")
    assert run(app, ["new", contest, str(plan)]).exit_code == 0
    table = run(app, ["standings", contest], color=True)
    explained = run(app, ["explain", contest, "A"], color=True)
    refused = run(app, ["mark", contest, "adjust", "A", "\x1b[31m", "--reason", "x"], color=True)
    for shown in (table, explained, refused):
        assert not [sign for sign in shown.output if sign in "\x1b\x07\x9b\u202e"]
    assert "abc" in table.output
    assert max(map(len, table.output.splitlines())) < 120, "five hundred signs do not push the table off the screen"
    assert "<b>{n}%s</b> 乙" in table.output, "a line of the table stays one"
