"""A desk for every test of the link."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.running import Desk, NearDesk, RunningDesk, desk_for


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The link of a new Qingdao contest."""
    with desk_for(request, NearDesk, RunningDesk) as running:
        yield running
