"""Choosing a file, or checking one, opens no contest that runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QTreeView
from pytestqt.qtbot import QtBot

import ui
from arena_desk.archiving import check
from storage import desk, lock
from storage.contest_file import ContestFile, create_contest, open_contest
from tests.ui.consoles import small_setup
from ui.choosing import FileDialog

LOOK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM journal").fetchone()
connection.close()
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ContestFile]:
    """A contest that runs under SQLite's own lock alone, so that a lost one shows."""
    monkeypatch.setattr(lock, "OFD", False)
    path = tmp_path / "擂台赛.arena"
    create_contest(path, small_setup())
    with closing(open_contest(path)) as file:
        desk.call(file, file.contest.live_round.entries[0].code)
        yield file


def is_held(file: ContestFile) -> bool:
    """Whether another program that reads the contest and leaves lets its log be."""
    subprocess.run([sys.executable, "-c", LOOK, file.path], check=True)
    return file.path.with_name(f"{file.path.name}-wal").exists()


@pytest.mark.parametrize("mode", [QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.Directory])
def test_a_dialog_in_the_folder_of_the_contest_looks_into_no_file(
    qtbot: QtBot, file: ContestFile, mode: QFileDialog.FileMode
) -> None:
    dialog = FileDialog(None, "", str(file.path.parent), "All (*)")
    qtbot.addWidget(dialog)
    dialog.setFileMode(mode)
    dialog.open()
    (view,) = dialog.findChildren(QTreeView, "treeView")
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) > 0)
    dialog.grab()
    assert is_held(file)


def test_the_file_that_runs_is_checked_without_being_opened_as_an_archive(file: ContestFile) -> None:
    assert check(file.path).holds
    assert is_held(file)


def test_every_file_dialog_is_of_this_kind() -> None:
    modules = Path(ui.__file__).parent.rglob("*.py")
    assert [each.name for each in modules if "QFileDialog(" in each.read_text(encoding="utf-8")] == []
