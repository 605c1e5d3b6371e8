"""A crowd in the console: it is counted, takes no seat and no tile, and its ballots come in through the preview."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoring import crowd_file
from scoring.incoming import Effect
from storage.sheets import read_setup
from tests.storage.test_public_vote import ALL, VOTERS, csv, setup
from tests.ui.consoles import Session, session
from tests.ui.other_gallery import INDICATORS
from tests.ui.test_console_imports import looked, preview, results, take_in
from ui.console.judges import JudgesPage
from ui.console.steps import Page
from ui.console.tile_facts import tile_groups

CROWD = len([row for row in ALL[1:] if row[1].startswith("P")])


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with session(qtbot, tmp_path, setup=setup()) as opened:
        yield opened


def test_ballots_of_a_crowd_are_counted_in_the_preview_and_taken_in_with_the_others(
    console: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = console.page(Page.JUDGES)
    assert isinstance(page, JudgesPage)
    assert page.model.rowCount() == 2
    results(console).ballots.trigger()
    dialog = preview(console, str(csv(tmp_path / "all.csv", ALL)))
    assert dialog.model.rowCount() == len(ALL) - 1 - CROWD
    assert dialog.counts == {Effect.NEW: len(ALL) - 1}
    assert f"{CROWD:,} lines are counted but not listed" in dialog.more.text()
    dialog.reason.setText("群众评议")
    take_in(console, dialog)
    snapshot = console.desk.snapshot
    hall, crowd = tile_groups(snapshot, snapshot.round.entries[0], {})
    assert (len(hall.tiles), len(crowd.tiles), crowd.stored, crowd.expected) == (2, 0, VOTERS, VOTERS)
    monkeypatch.setattr(crowd_file, "LISTED", 5)
    results(console).ballots.trigger()
    again = preview(console, str(csv(tmp_path / "again.csv", ALL)))
    assert again.counts == {Effect.WRONG: len(ALL) - 1}
    assert again.model.rowCount() == len(ALL) - 1 - CROWD + 5
    assert f"{CROWD - 5:,} lines are counted but not listed" in again.more.text()
    assert not again.yes.isEnabled()
    again.replace.setChecked(True)
    assert looked(console, again).counts[Effect.CHANGED] == CROWD
    again.reject()


def test_where_nobody_has_a_seat_no_cards_are_offered(qtbot: QtBot, tmp_path: Path, console: Session) -> None:
    page = console.page(Page.JUDGES)
    assert isinstance(page, JudgesPage)
    assert page.cards.isEnabled()
    (tmp_path / "2").mkdir()
    with session(qtbot, tmp_path / "2", setup=read_setup(INDICATORS)) as indicators:
        page = indicators.page(Page.JUDGES)
        assert isinstance(page, JudgesPage)
        assert not page.cards.isEnabled()
