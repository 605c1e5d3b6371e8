"""A contest file for every test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.contest_file import ContestFile, create_contest, open_contest
from tests.storage.story import RICH, contest_on_disk, everything, small_setup


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ContestFile]:
    """A small contest, open: contestants A, B and C; judges J1 and J2 in group g, J3 in group h."""
    with contest_on_disk(tmp_path / "擂台赛.arena") as opened:
        yield opened


@pytest.fixture(scope="session")
def eventful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed file of a contest in which everything happened; copy it before you change it."""
    folder = tmp_path_factory.mktemp("eventful")
    path = folder / "擂台赛.arena"
    create_contest(path, small_setup(RICH, "ABCD"))
    file = open_contest(path)
    everything(file, folder)
    file.close()
    return path
