"""The command line as a person types it, in this process; and files to type it about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from arena_desk.cli.commands import app, with_open
from tests.files import write_files

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `arena-desk WORD…` in English; a bug comes up as what it is."""
    monkeypatch.setenv("ARENA_DESK_LANG", "en")
    runner = CliRunner()

    def typed(*words: object) -> Result:
        result = runner.invoke(app, with_open([str(word) for word in words]))
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return typed


@pytest.fixture
def contest(tmp_path: Path, run: Run) -> Path:
    """A new contest: A, B and C; judges J1, J2 and J3 in one group; criteria a (40) and b (60), step 0.5."""
    path = tmp_path / "擂台赛.arena"
    assert run("new", path, write_files(tmp_path)).exit_code == 0
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of comma-separated lines."""

    def written(*lines: str) -> Path:
        path = tmp_path / "导入.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return written


@pytest.fixture
def scored(contest: Path, run: Run, sheet: Callable[..., Path]) -> Path:
    """The contest with every ballot in: A 90.00, B 80.00, C 70.00."""
    lines = [
        f"{code},J{n},{points},50" for code, points in zip("ABC", ("40", "30", "20"), strict=True) for n in (1, 2, 3)
    ]
    assert run("score", contest, sheet("contestant,judge,a,b", *lines), "--reason", "纸质").exit_code == 0
    return contest
