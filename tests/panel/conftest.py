"""A desk, and a judge's window that is linked to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.panel.seats import Seat
from tests.running import Plain, PlainDesk, PlainNearDesk, desk_for


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> Iterator[Plain]:
    """The link of a new Qingdao contest."""
    with desk_for(request, PlainNearDesk, PlainDesk) as running:
        yield running


@pytest.fixture
def seat(qtbot: QtBot, desk: PlainDesk, tmp_path: Path) -> Iterator[Seat]:
    """The panel of judge L1."""
    opened = Seat(qtbot, desk, tmp_path / "shelves")
    yield opened
    opened.close()
    opened.languages.remove()
