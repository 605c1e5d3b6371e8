"""Other criteria reach a panel that is linked: it asks for what is in force, and takes nothing from what was begun."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from arena_desk.link.address import take_place
from arena_desk.link.server import LinkServer
from scoring.conduct import entry_of
from scoring.plan_file import plan_document
from storage import desk
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.plans import change_plan
from storage.sheets import read_setup
from storage.verify import verify
from tests.panel.seats import Seat
from ui.panel.state import State

OLD = {"problems": "18.5", "targets": "19", "approach": "28.5", "measures": "28"}
NEW = {"problems": "18.5", "targets": "19", "approach": "38.5", "answers": "19.5"}


@pytest.fixture
def contest(tmp_path: Path, qingdao: Path) -> Iterator[ContestFile]:
    """The Qingdao contest."""
    create_contest(tmp_path / "擂台赛.arena", read_setup(qingdao))
    file = open_contest(tmp_path / "擂台赛.arena")
    yield file
    file.close()


@pytest.fixture
def seat(qtbot: QtBot, contest: ContestFile, tmp_path: Path) -> Iterator[Seat]:
    """The panel of judge L1 beside the desk."""
    place = take_place(contest, "127.0.0.1", 0)
    server = LinkServer(place)
    server.start()
    opened = Seat(qtbot, None, tmp_path / "shelves", url=place.judge_link("L1").url)  # type: ignore[arg-type]
    yield opened
    opened.close()
    opened.languages.remove()
    server.stop()


def ask_otherwise(file: ContestFile) -> None:
    """One criterion less, one more, and one that counts for more."""
    document = plan_document(file.contest.plan)
    *first, approach, _ = document["criterion"]
    answers = {"key": "answers", "name": "答问题", "max": "20", "min": "0", "weight": "20"}
    document["criterion"] = [*first, approach | {"max": "40", "weight": "40"}, answers]
    document["contest"]["tie_breaks"] = ["exact"]
    change_plan(file, document)


def test_a_panel_asks_for_the_scores_of_the_rules_in_force(seat: Seat, contest: ContestFile) -> None:
    desk.call(contest, "F01")
    desk.open_scoring(contest)
    seat.sees(State.OPEN)
    seat.type(OLD)
    desk.close_scoring(contest, force=True)
    seat.sees(State.CLOSED)
    ask_otherwise(contest)
    desk.open_scoring(contest)
    seat.sees(State.OPEN)
    seat.until(lambda: list(seat.window.form.rows) == list(NEW))
    assert "答问题" in seat.text()
    assert set(seat.typed().values()) <= {"", "0"}, "what was begun under other rules is not taken over"
    seat.type(NEW)
    seat.submit()
    seat.sees(State.STORED)
    stored = entry_of(contest.contest.live_round, "F01").ballots["L1"].scores
    assert {key: str(value) for key, value in stored.items()} == NEW
    assert verify(contest.path) == []
