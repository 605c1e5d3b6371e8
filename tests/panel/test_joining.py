"""How a judge gets to their panel: a link, an address and a code, or the desk that was found in the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.errors import BadInput
from tests.panel.seats import SOON
from tests.running import Plain
from ui.panel.address import Address, read_address
from ui.panel.finder import Finder, FoundDesk
from ui.panel.program import PanelProgram
from ui.panel.state import State
from ui.panel.welcome import Welcome


class Here(Finder):
    """Looks on this machine only."""

    def __init__(self) -> None:
        super().__init__(["127.0.0.1"])


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[PanelProgram]:
    started = PanelProgram(tmp_path / "shelves", "zh", Here)
    yield started
    started.close()


def asked(program: PanelProgram) -> Welcome:
    assert program.welcome is not None
    return program.welcome


def type_code(qtbot: QtBot, program: PanelProgram, code: str) -> None:
    field = asked(program).code
    field.clear()
    qtbot.keyClicks(field, code)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def linked(program: PanelProgram) -> bool:
    return program.window is not None and program.window.state is State.WAITING


def test_who_cannot_join_yet_has_the_page_for_judges_which_goes_with_the_program(
    qtbot: QtBot, program: PanelProgram
) -> None:
    program.start(None)
    qtbot.mouseClick(asked(program).help, Qt.MouseButton.LeftButton)
    manual = program.manual.window
    assert manual is not None
    assert (manual.isVisible(), manual.page) == (True, "judges")
    asked(program).close()
    assert program.manual.window is None


def test_the_link_of_a_seat_opens_its_panel_and_its_end_ends_the_program(
    qtbot: QtBot, desk: Plain, program: PanelProgram
) -> None:
    program.start(read_address(desk.judges["L1"]["url"]))
    qtbot.waitUntil(lambda: linked(program), timeout=SOON)
    assert program.window is not None
    with qtbot.waitSignal(program.closed):
        program.window.close()


def test_an_address_and_a_join_code_open_the_panel_of_that_seat(
    qtbot: QtBot, desk: Plain, program: PanelProgram
) -> None:
    program.start(Address(desk.url))
    assert asked(program).address.text() == desk.url
    type_code(qtbot, program, "000000")
    qtbot.waitUntil(lambda: asked(program).fault.text() == "没有这个加入码，请核对后再输入。", timeout=SOON)
    type_code(qtbot, program, "12")
    assert asked(program).fault.text() == "加入码是六位数字。"
    type_code(qtbot, program, desk.judges["E2"]["join_code"])
    qtbot.waitUntil(lambda: linked(program), timeout=SOON)
    assert program.window is not None
    assert program.window.session.facts is not None
    assert program.window.session.facts.judge == "E2"
    assert program.welcome is None


def test_the_desk_is_remembered_for_the_next_time_and_its_token_is_not(
    qtbot: QtBot, desk: Plain, program: PanelProgram, tmp_path: Path
) -> None:
    program.start(read_address(desk.judges["L1"]["url"]))
    qtbot.waitUntil(lambda: linked(program), timeout=SOON)
    program.close()
    again = PanelProgram(tmp_path / "shelves", "en", Here)
    again.start(None)
    assert asked(again).address.text() == desk.url
    assert desk.token("L1") not in (tmp_path / "shelves" / "desk.json").read_text(encoding="utf-8")
    with qtbot.waitSignal(again.closed):
        asked(again).close()
    again.close()


@pytest.mark.process
def test_too_many_wrong_codes_and_a_desk_that_is_not_there_are_told(
    qtbot: QtBot, desk: Plain, program: PanelProgram
) -> None:
    program.start(Address(desk.url))
    for _ in range(10):
        desk.ask("POST", "/api/join", json={"code": "000000"})
    type_code(qtbot, program, "000000")
    qtbot.waitUntil(lambda: asked(program).fault.text().startswith("输错次数太多"), timeout=SOON)
    desk.kill()
    type_code(qtbot, program, "123456")
    qtbot.waitUntil(lambda: asked(program).fault.text().startswith(f"连不上控制台 {desk.url}"), timeout=SOON)
    assert "可能已经关闭" in asked(program).fault.text()
    asked(program).address.setText("请问地址？")
    type_code(qtbot, program, "123456")
    assert asked(program).fault.text().startswith("“请问地址？”不是控制台的地址")


def test_a_link_can_be_pasted_as_the_address_and_the_language_switched(
    qtbot: QtBot, desk: Plain, program: PanelProgram
) -> None:
    program.start(None)
    qtbot.mouseClick(asked(program).switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked(program).join.text() == "Open the panel")
    asked(program).address.setText(desk.judges["L1"]["url"])
    qtbot.mouseClick(asked(program).join, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: linked(program), timeout=SOON)


def test_a_link_that_has_ended_leads_back_to_the_join_code(qtbot: QtBot, desk: Plain, program: PanelProgram) -> None:
    program.start(read_address(desk.judges["L1"]["url"]))
    qtbot.waitUntil(lambda: linked(program), timeout=SOON)
    assert program.window is not None
    desk.post("reissue", judge="L1", reason="二维码外泄")
    window = program.window
    qtbot.waitUntil(lambda: window.state is State.REVOKED, timeout=SOON)
    window.rejoin.emit()
    assert program.window is None
    assert asked(program).address.text() == desk.url


def test_the_only_desk_in_the_network_is_chosen_and_of_several_one_is_picked(
    qtbot: QtBot, program: PanelProgram
) -> None:
    program.start(None)
    welcome = asked(program)
    one, two = FoundDesk("甲擂台赛", "http://192.168.1.20:8420"), FoundDesk("乙擂台赛", "http://192.168.1.21:8420")
    welcome.show_desks((one,))
    assert welcome.address.text() == one.address
    welcome.show_desks((one, two))
    assert welcome.address.text() == "", "it was filled in as the only one, and is no longer"
    assert "请选择" in welcome.desks.accessibleName()
    welcome.desks.setFocus()
    assert welcome.address.text() == "", "to come by with Tab is not to choose"
    qtbot.keyClick(welcome.desks, Qt.Key.Key_Down)
    assert welcome.address.text() in {one.address, two.address}
    welcome.desks.setCurrentRow(1)
    assert welcome.address.text() == two.address
    welcome.show_desks((one, two, FoundDesk("丙擂台赛", "http://192.168.1.22:8420")))
    assert [item.text().split("\n")[1] for item in welcome.desks.selectedItems()] == [welcome.address.text()]
    assert welcome.address.text() == two.address


def test_an_address_from_the_list_goes_with_its_desk_and_a_typed_one_stays(qtbot: QtBot, program: PanelProgram) -> None:
    program.start(None)
    welcome = asked(program)
    one, two = FoundDesk("甲擂台赛", "http://192.168.1.20:8420"), FoundDesk("乙擂台赛", "http://192.168.1.21:8420")
    welcome.show_desks((one, two))
    welcome.desks.setCurrentRow(0)
    welcome.show_desks((two,))
    assert welcome.address.text() == two.address, "the one that is left"
    welcome.show_desks(())
    assert welcome.address.text() == ""
    welcome.show_desks((one,))
    welcome.address.clear()
    qtbot.keyClicks(welcome.address, "192.168.1.30:8420")
    for desks in ((), (two,), (one, two), ()):
        welcome.show_desks(desks)
        assert welcome.address.text() == "192.168.1.30:8420"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://192.168.1.20:8420/j#abc", Address("http://192.168.1.20:8420", "abc")),
        ("  192.168.1.20:8420 ", Address("http://192.168.1.20:8420")),
        ("https://desk.local/", Address("https://desk.local")),
        ("http://[fe80::1]:8420/j#a%2Db", Address("http://[fe80::1]:8420", "a-b")),
    ],
)
def test_addresses_are_understood_as_people_give_them(text: str, address: Address) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ftp://desk",
        "http://",
        "http://desk:port",
        "a b",
        "http://desk/host#secret",
        "//",
        "http://desk/j#secret密",
        "desk/j#secret x",
    ],
)
def test_what_is_no_address_of_a_panel_is_refused_without_repeating_a_token(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_address(text)
    assert "secret" not in str(refused.value.lines("zh")) + str(refused.value.lines("en"))
