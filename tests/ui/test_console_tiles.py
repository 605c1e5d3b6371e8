"""The tiles of the judges: what they show and when, and what is done from them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from tests.contests import put
from tests.ui.consoles import GOOD, POOR, Session
from ui.console.tile_facts import TileGroup, TileState
from ui.console.tile_words import caption as caption_of
from ui.console.tiles import AT_ONCE
from ui.links import Presence


def state(console: Session, judge: str) -> TileState:
    return console.live.board.tile(judge).tile.state


def total(console: Session, judge: str) -> str:
    return console.live.board.tile(judge).tile.total


def caption(console: Session, judge: str) -> str:
    return caption_of(console.live.board.tile(judge).tile)


def open_tile_menu(console: Session, judge: str) -> None:
    console.qtbot.mouseClick(console.live.board.tile(judge), Qt.MouseButton.LeftButton)


def test_a_tile_turns_green_when_the_ballot_is_stored(scoring: Session) -> None:
    assert state(scoring, "L1") is TileState.WAITING
    put(scoring.file, "L1", "A", GOOD)
    scoring.qtbot.waitUntil(lambda: state(scoring, "L1") is TileState.STORED)
    tile = scoring.live.board.tile("L1")
    assert tile.tile.total == "95.0"
    assert caption(scoring, "L1").startswith("stored ")
    assert "95.0" in tile.accessibleDescription()
    assert tile.accessibleName() == "领导一"


def test_a_stored_ballot_stays_in_its_tile_while_it_waits_to_be_counted(
    scoring: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desk.BALLOTS_MS", 3_600_000)
    put(scoring.file, "L1", "A", GOOD)
    scoring.settle()
    put(scoring.file, "L1", "A", POOR)
    put(scoring.file, "L2", "A", GOOD)
    scoring.qtbot.waitUntil(lambda: state(scoring, "L2") is TileState.STORED)
    assert (total(scoring, "L1"), total(scoring, "L2")) == ("80.0", "95.0")
    scoring.links.seats = {"E1": Presence(1, 0.1, 20.0, draft=1)}
    scoring.desk.look_at_links()
    assert state(scoring, "E1") is TileState.DRAFT
    assert (total(scoring, "L1"), total(scoring, "L2")) == ("80.0", "95.0")
    assert scoring.desk.snapshot.contest.revision < scoring.file.contest.revision


def many_seats(scoring: Session) -> TileGroup:
    """A group of more seats than are brought up to date at once, as none of the contest is."""
    tile = scoring.live.board.tile("L1").tile
    seats = (replace(tile, judge=replace(tile.judge, code=f"X{number}")) for number in range(3 * AT_ONCE))
    return TileGroup(scoring.desk.snapshot.plan.groups[0], tuple(seats), 0, 0, void=False)


def test_a_tile_whose_turn_has_come_does_not_wait_for_those_that_changed_again(scoring: Session) -> None:
    board, group = scoring.live.board, many_seats(scoring)
    board.show_groups((group,))
    for devices in (2, 3, 4):
        board.show_groups((replace(group, tiles=tuple(replace(tile, devices=devices) for tile in group.tiles)),))
    shown = [board.tile(tile.judge.code).tile.devices for tile in group.tiles]
    assert shown == [2] * AT_ONCE + [3] * AT_ONCE + [4] * AT_ONCE
    board.show_groups(())


def test_a_tile_with_a_new_ballot_does_not_wait_for_marks_on_others(scoring: Session) -> None:
    board, group = scoring.live.board, many_seats(scoring)
    board.show_groups((group,))
    *marked, last = (replace(tile, off=Fraction(9)) for tile in group.tiles)
    board.show_groups((replace(group, tiles=(*marked, last)),))
    assert board.tile(last.judge.code).tile.off is None
    stored = replace(last, state=TileState.STORED, stored_at="2026-09-01T01:00:00Z")
    board.show_groups((replace(group, tiles=(*marked, stored)),))
    assert board.tile(stored.judge.code).tile == stored
    board.show_groups(())


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_tile_is_painted_again_only_for_what_it_shows(scoring: Session) -> None:
    """The round trip of every device changes every second; it stands in the tip alone."""
    tile, paints = scoring.live.board.tile("L1"), Paints(scoring.window)
    QApplication.processEvents()
    tile.installEventFilter(paints)
    tile.show_tile(replace(tile.tile, trip=77.0))
    QApplication.processEvents()
    assert paints.count == 0
    assert "77" in tile.toolTip()
    tile.show_tile(replace(tile.tile, devices=2))
    scoring.qtbot.waitUntil(lambda: paints.count == 1)
    scoring.languages.use("zh")
    scoring.qtbot.waitUntil(lambda: paints.count > 1)


def test_drafts_and_lost_devices_show_within_a_second(scoring: Session) -> None:
    scoring.links.seats = {"L1": Presence(1, 0.1, 20.0, draft=1), "E2": Presence(0, 12.0), "E1": Presence()}
    scoring.desk.note_presence("L1")
    scoring.qtbot.waitUntil(lambda: state(scoring, "L1") is TileState.DRAFT)
    assert caption(scoring, "L1") == "filling in 1/2"
    assert (state(scoring, "E2"), caption(scoring, "E2")) == (TileState.OFFLINE, "offline 12 s")
    assert (state(scoring, "E1"), caption(scoring, "E1")) == (TileState.OFFLINE, "not linked")
    assert scoring.window.statusBar().findChildren(type(scoring.live._lineup_title))


def test_a_ballot_is_returned_from_its_tile_with_a_reason(scoring: Session) -> None:
    put(scoring.file, "L1", "A", GOOD)
    scoring.settle()
    open_tile_menu(scoring, "L1")
    scoring.choose("Return the ballot")
    scoring.answer(reason="漏看第三页")
    assert state(scoring, "L1") is TileState.RETURNED
    assert caption(scoring, "L1") == "returned: 漏看第三页"
    assert scoring.primary == "Close scoring (4 missing)"


def test_a_paper_ballot_is_checked_while_it_is_typed(scoring: Session) -> None:
    open_tile_menu(scoring, "E1")
    scoring.choose("Enter the ballot")
    question = scoring.question()
    question.fill("reason", "平板没电")
    question.fill("idea", "41")
    question.fill("plan", "57.5")
    assert not question.yes.isEnabled()
    assert question._faults["idea"].text() == "41 is outside 0–40"
    question.fill("idea", "38")
    assert question._note.text() == "Total 95.5"
    scoring.answer()
    assert state(scoring, "E1") is TileState.STORED
    entry = scoring.file.contest.live_round.entries[0]
    assert entry.ballots["E1"].ballot_id.startswith("paper-")


def test_a_recusal_is_made_and_taken_back_from_the_tile(scoring: Session) -> None:
    scoring.live._journal.read()
    scoring.qtbot.waitUntil(lambda: scoring.live._journal.rowCount() == 3)
    open_tile_menu(scoring, "E2")
    scoring.choose("Recuse")
    scoring.answer(reason="亲属")
    assert state(scoring, "E2") is TileState.RECUSED
    assert scoring.primary == "Close scoring (3 missing)"
    open_tile_menu(scoring, "E2")
    scoring.choose("Undo")
    scoring.answer(reason="误操作")
    assert state(scoring, "E2") is TileState.WAITING


def test_an_absent_judge_is_no_longer_waited_for(scoring: Session) -> None:
    open_tile_menu(scoring, "L2")
    scoring.choose("Absent")
    scoring.answer(reason="请假")
    assert state(scoring, "L2") is TileState.ABSENT
    assert scoring.primary == "Close scoring (3 missing)"


def test_a_stored_ballot_is_replaced_from_paper(scoring: Session) -> None:
    put(scoring.file, "L1", "A", GOOD)
    scoring.settle()
    open_tile_menu(scoring, "L1")
    scoring.choose("Replace the ballot")
    question = scoring.question()
    assert question.answers() == {"idea": "38", "plan": "57", "reason": ""}
    question.fill("idea", "40")
    scoring.answer(reason="纸面为准")
    assert scoring.live.board.tile("L1").tile.total == "97.0"


def test_a_judge_who_left_keeps_the_ballots_that_are_stored(scoring: Session) -> None:
    open_tile_menu(scoring, "E2")
    scoring.choose("Has left")
    scoring.answer(reason="提前离席")
    assert state(scoring, "E2") is TileState.LEFT
    assert caption(scoring, "E2") == "left"
