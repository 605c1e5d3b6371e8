"""What stands between the windows and the file: whole snapshots, no flood of repaints, nothing lost."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.contest import Entry
from storage import desk as operations
from storage.contest_file import Change, ContestFile, create_contest, open_contest
from tests.contests import put
from tests.ui.consoles import GOOD, StillLinks, small_setup
from ui.desk import Desk
from ui.language import Languages


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ContestFile]:
    create_contest(tmp_path / "小擂台.arena", small_setup())
    file = open_contest(tmp_path / "小擂台.arena")
    yield file
    file.close()


@pytest.fixture
def desk(qapp: object, file: ContestFile) -> Iterator[Desk]:
    languages = Languages("en")
    desk = Desk(file, StillLinks(), languages)
    yield desk
    desk.close()
    languages.remove()
    desk.deleteLater()


def changes(desk: Desk) -> list[Change]:
    heard: list[Change] = []
    desk.changed.connect(heard.append)
    return heard


def test_a_disk_that_cannot_be_read_is_said_once_and_again_only_after_it_was_well(
    qtbot: QtBot, desk: Desk, file: ContestFile, logged_warnings: list[logging.LogRecord]
) -> None:
    said: list[object] = []
    desk.refused.connect(said.append)

    def look() -> None:
        desk.look_for_offers()
        desk._work.finish()
        QApplication.processEvents()

    with file.plain() as connection:
        connection.execute("ALTER TABLE offer RENAME TO away")
    look()
    look()
    assert len(said) == 1
    with file.plain() as connection:
        connection.execute("ALTER TABLE away RENAME TO offer")
    look()
    with file.plain() as connection:
        connection.execute("ALTER TABLE offer RENAME TO away")
    look()
    assert len(said) == 2
    logged_warnings.clear()


def test_many_changes_at_once_are_told_together_and_none_is_lost(qtbot: QtBot, desk: Desk, file: ContestFile) -> None:
    heard = changes(desk)
    operations.call(file, "A")
    operations.open_scoring(file)
    panels = [threading.Thread(target=put, args=(file, code, "A", GOOD)) for code in ("L1", "L2", "E1", "E2")]
    for panel in panels:
        panel.start()
    for panel in panels:
        panel.join()
    qtbot.waitUntil(lambda: desk.snapshot.contest.revision == file.contest.revision == 7)
    assert [record.number for change in heard for record in change.records] == [2, 3, 4, 5, 6, 7]
    assert len(heard) < 6


@pytest.fixture
def scored(qtbot: QtBot, desk: Desk, file: ContestFile, monkeypatch: pytest.MonkeyPatch) -> Entry:
    """The entry that is being scored, just after ballots were counted, and so that they are not soon again."""
    monkeypatch.setattr("ui.desk.BALLOTS_MS", 3_600_000)
    operations.call(file, "A")
    operations.open_scoring(file)
    qtbot.waitUntil(lambda: desk.snapshot.contest.revision == 3)
    return desk.snapshot.round.entries[0]


def test_ballots_are_known_before_they_are_counted(qtbot: QtBot, desk: Desk, file: ContestFile, scored: Entry) -> None:
    heard = changes(desk)
    with qtbot.waitSignal(desk.ballots_came):
        put(file, "L1", "A", GOOD)
    assert set(desk.ballots(scored)) == {"L1"}
    assert desk.snapshot.round.entries[0] is scored
    desk._counted.timeout.emit()
    qtbot.waitUntil(lambda: desk.snapshot.contest.revision == 4)
    assert desk.ballots(scored) is desk.snapshot.round.entries[0].ballots
    assert [record.number for change in heard for record in change.records] == [4]


def test_what_the_organizer_does_is_shown_at_once_with_the_ballots_before_it(
    qtbot: QtBot, desk: Desk, file: ContestFile, scored: Entry
) -> None:
    heard = changes(desk)
    with qtbot.waitSignal(desk.ballots_came):
        put(file, "L1", "A", GOOD)
    desk.do(operations.close_scoring, force=True)
    qtbot.waitUntil(lambda: desk.snapshot.contest.revision == 5)
    assert [record.number for change in heard for record in change.records] == [4, 5]


def test_a_ballot_that_this_desk_entered_is_counted_at_once(
    qtbot: QtBot, desk: Desk, file: ContestFile, scored: Entry
) -> None:
    desk.do(lambda file: put(file, "L1", "A", GOOD).revision)
    qtbot.waitUntil(lambda: desk.snapshot.contest.revision == 4)
    qtbot.waitUntil(lambda: not desk.busy)


def test_a_snapshot_is_of_one_revision(qtbot: QtBot, desk: Desk, file: ContestFile) -> None:
    revisions: list[tuple[int, int, int]] = []

    def look() -> None:
        now = desk.snapshot
        revisions.append((now.contest.revision, now.standings.revision, now.stage.revision))

    desk.changed.connect(look)
    for code in "ABC":
        operations.call(file, code)
    qtbot.waitUntil(lambda: desk.snapshot.contest.revision == 4)
    assert all(len(set(revision)) == 1 for revision in revisions)


def test_operations_run_in_the_order_they_were_asked_for_and_off_the_gui_thread(
    qtbot: QtBot, desk: Desk, file: ContestFile
) -> None:
    threads: list[threading.Thread] = []
    file.subscribe(lambda change: threads.append(threading.current_thread()))
    desk.do(operations.call, "A")
    desk.do(operations.open_scoring)
    desk.do(operations.close_scoring, force=True)
    assert desk.busy
    qtbot.waitUntil(lambda: not desk.busy)
    assert file.contest.live_round.entries[0].phase == "closed"
    assert desk.snapshot.contest.revision == 4
    assert threading.main_thread() not in threads


def test_a_refusal_is_told_and_the_desk_is_free_again(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.refused) as refusal:
        desk.do(operations.open_scoring)
    assert refusal.args is not None
    assert str(refusal.args[0]) == "no contestant has been called"
    qtbot.waitUntil(lambda: not desk.busy)


def test_a_bulletin_counts_as_made_only_until_the_round_is_reopened(
    qtbot: QtBot, desk: Desk, file: ContestFile
) -> None:
    assert not desk.is_published(1)
    desk.note_published(1, 99)
    assert not desk.is_published(1)
    qtbot.waitUntil(lambda: file.setting("bulletins") == '{"1": 99}')


def test_after_closing_nothing_is_heard_any_more(desk: Desk, file: ContestFile) -> None:
    heard = changes(desk)
    desk.close()
    operations.call(file, "A")
    assert heard == []


def test_what_threads_tell_of_in_another_order_is_told_in_the_order_of_the_journal(
    qtbot: QtBot, desk: Desk, file: ContestFile
) -> None:
    heard = changes(desk)
    told: list[Change] = []
    file.subscribe(told.append)
    desk._unsubscribe()
    for code in "ABC":
        operations.call(file, code)
    for change in (told[2], told[0]):
        desk._told.emit(change)
    qtbot.waitUntil(lambda: len(heard) > 0)
    desk._told.emit(told[1])
    qtbot.waitUntil(lambda: sum(len(change.records) for change in heard) == 3)
    assert [record.number for change in heard for record in change.records] == [2, 3, 4]
    desk._unsubscribe = file.subscribe(desk._told.emit)
