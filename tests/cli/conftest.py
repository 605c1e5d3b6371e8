"""The command line as a person types it, in this process; and files to type it about."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from arena_desk.cli.commands import app, with_open
from tests.files import write_files

Run = Callable[..., Result]


def typed(*words: object) -> Result:
    """Run `arena-desk WORD…`; a bug comes up as what it is."""
    result = CliRunner().invoke(app, with_open([str(word) for word in words]))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `arena-desk WORD…` in English."""
    monkeypatch.setenv("ARENA_DESK_LANG", "en")
    return typed


@pytest.fixture(scope="session")
def run_once() -> Run:
    """The same, for what is made once for many tests; all of it has to be well."""

    def well(*words: object) -> Result:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ARENA_DESK_LANG", "en")
            result = typed(*words)
        assert result.exit_code == 0, result.stderr
        return result

    return well


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, run_once: Run) -> Path:
    """A folder with contests that were made once for all tests, to be copied: new, scored, gone on with, archived."""
    folder = tmp_path_factory.mktemp("kept")
    file, sheet = folder / "擂台赛.arena", folder / "评分.csv"
    ballots = [f"{code},J{n},{points},50" for code, points in zip("ABC", (40, 30, 20), strict=True) for n in (1, 2, 3)]
    sheet.write_text("\n".join(["contestant,judge,a,b", *ballots, ""]), encoding="utf-8")
    run_once("new", file, write_files(folder))
    shutil.copy(file, folder / "new.arena")
    run_once("score", file, sheet, "--reason", "纸质")
    shutil.copy(file, folder / "scored.arena")
    run_once("close-round", file)
    run_once("next-round", file)
    shutil.copy(file, folder / "gone on.arena")
    run_once("archive", file, "-o", folder / "存档.zip")
    return folder


@pytest.fixture
def contest(tmp_path: Path, kept: Path) -> Path:
    """A new contest: A, B and C; judges J1, J2 and J3 in one group; criteria a (40) and b (60), step 0.5."""
    write_files(tmp_path)
    return Path(shutil.copy(kept / "new.arena", tmp_path / "擂台赛.arena"))


@pytest.fixture
def scored(contest: Path, kept: Path) -> Path:
    """The contest with every ballot in: A 90.00, B 80.00, C 70.00."""
    return Path(shutil.copy(kept / "scored.arena", contest))


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of comma-separated lines."""

    def written(*lines: str) -> Path:
        path = tmp_path / "导入.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return written
