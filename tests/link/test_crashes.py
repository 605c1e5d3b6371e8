"""Power goes while everybody scores: nothing that was acknowledged is lost, and nothing is there twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.endurance.crashes import crashes


@pytest.mark.unwatched  # many times what others do once
def test_every_acknowledged_ballot_survives_power_cuts_and_none_is_doubled(tmp_path: Path) -> None:
    report = crashes(tmp_path / "擂台赛.arena", rounds=2, seed=7)
    assert report.faults == []
    assert report.acknowledged > 1
