"""The console says how each seat is linked, that the network changed, and which panels may hold a ballot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from storage import desk, marks
from tests.contests import put
from tests.ui.consoles import GOOD, Session, session
from ui.console.address_dialog import AddressDialog
from ui.console.firewall import reached_words
from ui.console.judges import LINKED, STATE, JudgesPage
from ui.console.link_dialog import LinkDialog
from ui.console.qr import qr_image
from ui.console.steps import Page
from ui.console.stranded import Holds, stranded
from ui.console.tile_words import caption, described
from ui.links import Network, Presence, Reach

OLD = "192.168.31.20"
CABLE = Network("10.0.0.5", "以太网")


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console while scoring is open for A."""
    with session(qtbot, tmp_path) as opened:
        desk.call(opened.file, "A")
        desk.open_scoring(opened.file)
        opened.settle()
        yield opened


def look(console: Session) -> None:
    """Let the console look at the link, as it does every second."""
    console.desk.look_at_links()


def judges(console: Session) -> JudgesPage:
    found = console.page(Page.JUDGES)
    assert isinstance(found, JudgesPage)
    return found


def replugged(console: Session, *networks: Network) -> None:
    console.links.networks = networks
    look(console)


def said(console: Session, judge: str) -> str:
    return caption(console.live.board.tile(judge).tile)


def test_a_seat_on_two_devices_is_marked_on_its_tile_and_on_the_page(console: Session) -> None:
    console.links.seats["L1"] = Presence(2, 1.0, 35.0)
    look(console)
    tile = console.live.board.tile("L1")
    assert "on 2 devices" in described(tile.tile)
    assert "35 ms" in tile.toolTip()
    model = judges(console).model
    assert model.index(0, LINKED).data() == "●  online  35 ms  on 2 devices"


def test_a_device_whose_screen_is_off_is_asleep_and_no_lost_one(console: Session) -> None:
    console.links.seats["L1"] = Presence(0, 3.0, asleep=True)
    console.links.seats["L2"] = Presence(1, 25.0, draft=1)
    look(console)
    assert said(console, "L1") == "asleep"
    assert said(console, "L2") == "filling in 1/2  asleep 25 s"


def test_what_a_device_held_when_it_was_lost_is_still_said(console: Session) -> None:
    console.links.seats["L1"] = Presence(0, 12.0, draft=2)
    console.links.seats["L2"] = Presence(1, 1.0, unsent=1)
    look(console)
    assert said(console, "L1") == "filling in 2/2  offline 12 s"
    assert said(console, "L2") == "handed in, not arrived"
    model = judges(console).model
    assert [model.index(row, STATE).data() for row in range(2)] == ["filling in 2/2", "handed in, not arrived"]


def test_the_page_of_the_judges_says_how_far_each_ballot_is(console: Session) -> None:
    put(console.file, "L1", "A", GOOD)
    marks.recuse(console.file, "E1", "A", reason="亲属")
    console.settle()
    model = judges(console).model
    told = [model.index(row, STATE).data() for row in range(4)]
    assert told[0].startswith("stored ")
    assert told[1:] == ["takes part", "recused", "takes part"]


def test_another_network_is_said_at_once_and_new_codes_are_shown(console: Session) -> None:
    page = judges(console)
    assert not console.window.network.isVisible()
    replugged(console, CABLE)
    assert console.window.network.isVisible()
    assert console.window.network.text.text().startswith(
        "The network changed: 192.168.31.20 is not there any more, links now lead to 10.0.0.5."
    )
    assert page.card.qr.image() == qr_image("http://10.0.0.5:8420/j#token-of-L1")
    replugged(console, CABLE, Network(OLD, "WLAN"))
    assert not console.window.network.isVisible(), "the old one is back"
    assert page.card.qr.image() == qr_image(f"http://{OLD}:8420/j#token-of-L1")


def test_without_a_network_no_code_is_shown_that_nobody_could_open(console: Session) -> None:
    page = judges(console)
    page.host.trigger()
    dialog = console.dialog(LinkDialog)
    assert not dialog.qr.image().isNull()
    replugged(console)
    assert console.window.network.text.text().startswith("No network")
    assert page.card.qr.image().isNull()
    assert "No network" in page.card._how.text()
    assert dialog.qr.image().isNull()
    dialog.reject()


def test_which_panels_may_hold_a_ballot_is_said_with_what_to_do(console: Session) -> None:
    put(console.file, "E2", "A", GOOD)
    console.settle()
    console.links.seats = {
        "L1": Presence(0, 5.0, draft=2, host=OLD),
        "L2": Presence(0, 5.0, unsent=1, host=OLD),
        "E1": Presence(1, 1.0, host="10.0.0.5"),
        "E2": Presence(0, 5.0, host=OLD),
    }
    replugged(console, CABLE)
    assert "2 panels may hold a ballot that cannot be sent." in console.window.network.text.text()
    console.qtbot.mouseClick(console.window.network.more, Qt.MouseButton.LeftButton)
    model = console.dialog(AddressDialog).model
    rows = [[model.index(row, column).data() for column in (0, 3, 4)] for row in range(model.rowCount())]
    keep = "keep the page open"
    assert rows == [
        ["L2", "a ballot handed in that has not arrived", keep],
        ["L1", "2 of 2 scores filled in", keep],
        ["E2", "nothing that is missing", "scan the new code"],
    ]


def test_the_organizer_puts_another_address_into_the_links(console: Session) -> None:
    virtual = Network("172.17.0.1", "docker0", virtual=True)
    replugged(console, Network(OLD, "WLAN"), CABLE, Network("169.254.7.7", "cable", makeshift=True), virtual)
    page = judges(console)
    page.address.trigger()
    dialog = console.dialog(AddressDialog)
    names = [button.text() for button in dialog.choices.buttons()]
    assert names == [
        "192.168.31.20   WLAN",
        "10.0.0.5   以太网",
        "169.254.7.7   cable (no router gave it: a cable alone)",
        "172.17.0.1   docker0 (virtual: other devices hardly reach it)",
    ]
    assert [button.isChecked() for button in dialog.choices.buttons()] == [True, False, False, False]
    assert not dialog.table.isVisible()
    dialog.choices.buttons()[1].click()
    console.qtbot.mouseClick(dialog.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    console.qtbot.waitUntil(lambda: console.desk.reach.host == "10.0.0.5")
    assert page.card.qr.image() == qr_image("http://10.0.0.5:8420/j#token-of-L1")


def test_a_panel_at_this_machine_or_at_a_name_is_not_called_lost(console: Session) -> None:
    seats = {
        "L1": Presence(1, 1.0, host="127.0.0.1"),
        "L2": Presence(1, 1.0, host="desk.local"),
        "E1": Presence(),
        "E2": Presence(0, 9.0, host=OLD),
    }
    replugged(console, CABLE)
    found = stranded(console.desk.snapshot, seats, console.desk.reach)
    assert [(each.judge.code, each.holds) for each in found] == [("E2", Holds.UNKNOWN)]
    marks.recuse(console.file, "E2", "A", reason="亲属")
    console.settle()
    found = stranded(console.desk.snapshot, seats, console.desk.reach)
    assert [each.holds for each in found] == [Holds.NOTHING]


def test_nobody_can_come_is_told_apart_from_nobody_has_come_yet(console: Session) -> None:
    bar, links = console.window.network, console.links
    links.visitors = 0
    look(console)
    assert not bar.isVisible()
    console.window.show_address()
    dialog = console.dialog(AddressDialog)
    assert dialog.reached.text().startswith("No other device has come yet.")
    assert dialog.reached.tone == "quiet"
    links.answers = False
    look(console)
    assert bar.text.text() == "Nobody can reach this desk: it does not answer at its own address 192.168.31.20."
    assert dialog.reached.text().startswith("Nobody can reach this desk")
    assert {console.window.health._address.tone, dialog.reached.tone} == {"bad"}
    links.answers, links.shut = True, True
    look(console)
    assert bar.text.text() == "Other devices hardly reach this desk: Windows' firewall was told to keep them out."
    assert "answered with Cancel" in dialog.reached.text()
    assert {console.window.health._address.tone, dialog.reached.tone} == {"bad"}
    links.visitors = 3
    look(console)
    assert (dialog.reached.text(), dialog.reached.tone) == ("Other devices that reached this desk: 3", "good")
    assert not bar.isVisible()


def test_what_to_click_is_said_for_the_system_at_hand() -> None:
    nobody = Reach((CABLE,), CABLE.host)
    said = {platform: reached_words(nobody, 8420, platform)[0] for platform in ("win32", "darwin", "linux")}
    assert "Allow an app through firewall" in said["win32"]
    assert "System Settings" in said["darwin"]
    assert "8420/tcp" in said["linux"]
