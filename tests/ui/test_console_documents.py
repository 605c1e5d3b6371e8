"""The page of documents: which, where, under way, cancelled, there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from arena_desk.exporting import export
from exports.archive import is_archive
from exports.kinds import Kind, Order, Report
from exports.letter import SETTING, Attachment, Letter, letter_of
from scoring.errors import BadInput, Fault
from scoring.text import Text
from storage import rounds
from tests.contests import score_entry
from tests.exports.read_pdf import texts
from tests.ui.consoles import GOOD, Session, session, small_setup, with_contestants
from ui.console.bulletin import BulletinPage
from ui.console.cards_dialog import CardsDialog
from ui.console.letter_dialog import LetterDialog
from ui.console.making import Export
from ui.console.steps import Page
from ui.pdf_pages import Picture


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with session(qtbot, tmp_path, setup=with_contestants(small_setup(), "A")) as opened:
        yield opened


def shown(console: Session) -> BulletinPage:
    page = console.page(Page.BULLETIN)
    assert isinstance(page, BulletinPage)
    return page


def opened(console: Session, export: Export) -> BulletinPage:
    """A page of its own that makes documents in another way."""
    page = BulletinPage(console.desk, export)
    console.qtbot.addWidget(page)
    page.show()
    return page


def choose(page: BulletinPage, kind: Kind) -> None:
    page.kinds.selectRow(page.model.row_of(kind))


def test_the_bulletin_is_offered_first_and_says_where_it_went(
    console: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    score_entry(console.file, "A", GOOD)
    rounds.close_round(console.file)
    rounds.next_round(console.file, ["A"])
    console.settle()
    page = shown(console)
    assert "provisional" in page.state.text()
    page.rounds.setCurrentIndex(0)
    assert page.state.text() == "The round is closed; the bulletin can be made."
    target = tmp_path / "out.pdf"
    page.making.path.selectAll()
    console.qtbot.keyClicks(page.making.path, str(target))
    console.press(Qt.Key.Key_F5)
    console.qtbot.waitUntil(lambda: str(target) in page.making.result.text())
    assert console.made == [Order(Kind.BULLETIN, target, 1, letter=Letter())]
    assert console.desk.is_published(1)
    assert page.making.open.isVisible()
    console.languages.use("zh")
    console.qtbot.waitUntil(lambda: page.making.result.text() == f"已写入 {target}")
    for opened, said in (
        (False, f"无法打开：这台电脑没有能打开这类文件的程序。文件在 {target}"),
        (True, f"正在打开 {target}\n"),
    ):
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url, opened=opened: opened)
        console.press(Qt.Key.Key_F7)
        assert page.making.result.text().startswith(said)
    page.rounds.setCurrentIndex(1)
    assert page.making.open.isVisible() is False
    assert page.making.result.text() == "", "the file of the former round is not this round's"


def test_the_archive_is_made_from_the_console(console: Session, tmp_path: Path) -> None:
    def archive(order: Order, report: Report) -> None:
        export(console.file.path, order, "zh", report)

    page = opened(console, archive)
    choose(page, Kind.ARCHIVE)
    path = Path(page.making.path.text())
    assert path.name == "小擂台 Archive.zip"
    assert not page.rounds.isEnabled()
    page.making.make.trigger()
    console.qtbot.waitUntil(lambda: str(path) in page.making.result.text(), timeout=20_000)
    assert is_archive(path)
    assert not console.desk.is_published(1)


def test_a_document_that_cannot_be_written_is_said_on_the_page(console: Session) -> None:
    def refuse(order: Order, report: Report) -> None:
        raise BadInput([Fault(Text("磁盘已满", "the disk is full"), file=order.path.name)])

    page = opened(console, refuse)
    page.making.make.trigger()
    console.qtbot.waitUntil(lambda: "the disk is full" in page.making.result.text())
    assert page.making.make.isEnabled()
    assert not console.desk.is_published(1)


def test_a_file_that_is_there_is_replaced_only_after_asking(console: Session, tmp_path: Path) -> None:
    page = shown(console)
    target = tmp_path / "there.pdf"
    target.write_bytes(b"mine")
    page.making.use(str(target))
    page.making.make.trigger()
    assert str(target) in console.question()._asked.text
    console.question().reject()
    assert target.read_bytes() == b"mine"
    page.making.make.trigger()
    console.answer()
    console.qtbot.waitUntil(lambda: console.made == [Order(Kind.BULLETIN, target, 1, True, Letter())])


@pytest.fixture
def go_on(console: Session) -> Iterator[Event]:
    """What a slow document waits for; set at the end whatever happens, or its thread would never end."""
    event = Event()
    yield event
    event.set()


def test_progress_is_shown_and_a_cancelled_document_is_not_written(console: Session, go_on: Event) -> None:
    begun = Event()

    def slow(order: Order, report: Report) -> None:
        report(1, 3)
        begun.set()
        go_on.wait()
        report(2, 3)
        order.path.write_bytes(b"%PDF")

    page = opened(console, slow)
    page.making.make.trigger()
    console.qtbot.waitUntil(lambda: begun.is_set() and page.making.progress.value() == 1, timeout=20_000)
    assert page.making.progress.maximum() == 3
    assert not page.making.make.isEnabled()
    page.making.cancel.trigger()
    go_on.set()
    console.qtbot.waitUntil(lambda: page.making.result.text() == "Cancelled: nothing was written.")
    assert not Path(page.making.path.text()).exists()
    assert page.making.make.isEnabled()
    assert not page.making.cancel.isVisible()


def test_a_document_cancelled_too_late_is_said_to_be_there(console: Session, go_on: Event) -> None:
    begun = Event()

    def quick(order: Order, report: Report) -> None:
        begun.set()
        go_on.wait()

    page = opened(console, quick)
    page.making.make.trigger()
    console.qtbot.waitUntil(begun.is_set)
    page.making.cancel.trigger()
    go_on.set()
    console.qtbot.waitUntil(lambda: "before it could be cancelled" in page.making.result.text())


def test_cards_are_printed_from_the_page_of_judges(console: Session) -> None:
    judges = console.page(Page.JUDGES)
    console.press(Qt.Key.Key_F2)
    dialog = console.dialog(CardsDialog)
    path = Path(dialog.making.path.text())
    assert path.name == "小擂台 judges' cards.pdf"
    dialog.making.make.trigger()
    console.qtbot.waitUntil(lambda: str(path) in dialog.making.result.text(), timeout=20_000)
    said = texts(path.read_bytes())
    assert all(judge.name in said for judge in console.file.contest.judges)
    assert "http://192.168.31.20:8420" in said
    dialog.reject()
    assert judges.isVisible()


def test_without_a_network_no_cards_are_printed(console: Session) -> None:
    console.links.networks = ()
    console.desk.look_at_links()
    console.page(Page.JUDGES)
    console.press(Qt.Key.Key_F2)
    dialog = console.dialog(CardsDialog)
    assert not dialog.making.make.isEnabled()
    assert dialog._fault.isVisible()


def worded(page: BulletinPage, console: Session) -> LetterDialog:
    page.wording.trigger()
    found: list[LetterDialog] = []

    def look() -> bool:
        found[:] = [each for each in page.findChildren(LetterDialog) if each.isVisible()]
        return bool(found)

    console.qtbot.waitUntil(look)
    return found[0]


def shown_page(dialog: LetterDialog) -> Picture:
    assert dialog.preview.picture is not None
    return dialog.preview.picture


def real(console: Session) -> Export:
    return lambda order, report: export(console.file.path, order, "en", report)


def test_the_bulletin_is_worded_beside_its_preview_and_the_contest_remembers_it(console: Session) -> None:
    page = opened(console, real(console))
    dialog = worded(page, console)
    console.qtbot.waitUntil(lambda: dialog.preview.picture is not None, timeout=20_000)
    first = shown_page(dialog)
    dialog.lines["number"].setText("青营商办〔2023〕5号")
    dialog.day.setText("2023年5月9日")
    dialog.boxes[Attachment.EXPLANATIONS].setChecked(True)
    console.qtbot.waitUntil(lambda: shown_page(dialog).of > first.of, timeout=20_000)
    assert shown_page(dialog).image != first.image
    assert dialog.preview.where.text() == f"Page 1 of {shown_page(dialog).of}"
    dialog.preview.on.trigger()
    console.qtbot.waitUntil(lambda: shown_page(dialog).page == 1)
    dialog.preview.back.trigger()
    console.qtbot.waitUntil(lambda: shown_page(dialog).page == 0)
    dialog.keep.click()
    console.qtbot.waitUntil(lambda: "青营商办" in (console.file.setting(SETTING) or ""))
    again = opened(console, real(console))
    assert again.letter == page.letter != Letter()
    target = Path(page.making.path.text())
    page.making.make.trigger()
    console.qtbot.waitUntil(lambda: str(target) in page.making.result.text(), timeout=20_000)
    said = texts(target.read_bytes()).replace(" ", "")
    assert "青营商办〔2023〕5号" in said
    assert "9May2023" in said
    assert "Annex:1.Howeachscorecameabout" in said


def test_a_wording_that_cannot_be_printed_is_said_in_place_of_the_preview(console: Session) -> None:
    page = opened(console, real(console))
    dialog = worded(page, console)
    dialog.day.setText("2023-13-40")
    assert not dialog.keep.isEnabled()
    assert "2023-05-07" in dialog.fault.text()
    dialog.day.clear()
    dialog.lines["copies"].setText("市局\ue123")
    console.qtbot.waitUntil(lambda: "U+E123" in dialog.preview.fault.text(), timeout=20_000)
    assert "the bodies that get a copy" in dialog.preview.fault.text()
    dialog.reject()
    assert letter_of(console.file.setting(SETTING), 1) == Letter()
