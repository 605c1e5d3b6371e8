"""A desk, and a judge's window that is linked to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.contest_file import create_contest
from storage.sheets import read_setup
from tests.panel.seats import Seat
from tests.running import PlainDesk


@pytest.fixture
def desk(tmp_path: Path, qingdao: Path) -> Iterator[PlainDesk]:
    """`arena-desk serve` on a new Qingdao contest."""
    file = tmp_path / "contest.arena"
    create_contest(file, read_setup(qingdao))
    running = PlainDesk(file)
    yield running
    running.stop_if_running()


@pytest.fixture
def seat(qtbot: QtBot, desk: PlainDesk, tmp_path: Path) -> Iterator[Seat]:
    """The panel of judge L1."""
    opened = Seat(qtbot, desk, tmp_path / "shelves")
    yield opened
    opened.close()
    opened.languages.remove()
