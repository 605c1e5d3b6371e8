"""The console of a small contest, as most tests of the windows want it; a file may have one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage import desk
from tests.ui.consoles import Session, session


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console on a new contest: three contestants, four judges."""
    with session(qtbot, tmp_path) as opened:
        yield opened


@pytest.fixture
def scoring(console: Session) -> Session:
    """A console while 甲单位 is being scored."""
    desk.call(console.file, "A")
    desk.open_scoring(console.file)
    console.settle()
    return console
