"""A desk for every test of the link."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import RunningDesk, running_desk


@pytest.fixture
def desk(tmp_path: Path, qingdao: Path) -> Iterator[RunningDesk]:
    """`arena-desk serve` on a new Qingdao contest."""
    with running_desk(tmp_path, qingdao) as running:
        yield running
