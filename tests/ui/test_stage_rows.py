"""The rows of the stage: a changed list reaches QML as the fewest moves, and every state of it is sound."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.ui import stage_views as views
from ui.stage.board import Board
from ui.stage.rows import KeyedRows, RowsAround, ems, plain

CODES = st.lists(st.sampled_from("ABCDEFGHIJ"), unique=True)


def keyed(codes: str | list[str]) -> dict[str, dict[str, Any]]:
    return {code: {"name": code} for code in codes}


def names(rows: KeyedRows) -> list[str]:
    return [row["name"] for row in rows.rows()]


def moves(rows: KeyedRows, codes: str) -> int:
    """How many rows move when the list becomes this one."""
    counted: list[object] = []
    rows.rowsMoved.connect(lambda *_: counted.append(1))
    rows.replace(keyed(codes))
    return len(counted)


@pytest.mark.usefixtures("qapp")
@given(before=CODES, after=CODES)
def test_any_list_becomes_any_other(before: list[str], after: list[str]) -> None:
    rows = KeyedRows()
    rows.replace(keyed(before))
    rows.replace(keyed(after))
    assert names(rows) == after


@pytest.mark.usefixtures("qapp")
@given(before=CODES, after=CODES, ranges=st.tuples(*[st.integers(-3, 12)] * 4))
def test_a_page_holds_its_part_of_any_list_whatever_it_becomes_and_whichever_page_comes_next(
    before: list[str], after: list[str], ranges: tuple[int, int, int, int]
) -> None:
    rows, page = KeyedRows(), RowsAround()
    rows.replace(keyed(before))
    for codes, (first, end) in ((before, ranges[:2]), (after, ranges[:2]), (after, ranges[2:])):
        page.show(rows, first, end)
        rows.replace(keyed(codes))
        held = [place for place in range(len(codes)) if first <= place < end]
        assert names(page) == [codes[place] for place in held]
        assert [page.index(row).data(page.PLACE) for row in range(page.rowCount())] == held
    page.show(None, 0, 10)
    rows.replace({})
    assert page.rowCount() == 0


def test_a_row_that_goes_on_standing_where_it_was_is_not_told_of_anything(qtmodeltester: Any) -> None:
    rows, page = KeyedRows(), RowsAround()
    qtmodeltester.check(page)
    rows.replace(keyed("ABCDEFGH"))
    page.show(rows, 0, 4)
    told: list[tuple[int, list[int]]] = []
    page.dataChanged.connect(lambda first, last, roles: told.append((first.row(), roles)))
    page.show(rows, 2, 6)
    assert (names(page), told) == (list("CDEF"), []), "another page changes no row's place"
    rows.replace(keyed("ABDCEFGH"))
    assert names(page) == list("DCEF")
    assert sorted(told) == [(0, [page.PLACE]), (1, [page.PLACE])]


@pytest.mark.parametrize("after", ["", "A", "DABC", "BCDA", "DCBA", "XADYB", "BAXDC"])
def test_qt_finds_the_model_sound_whatever_changes(qtmodeltester: Any, after: str) -> None:
    rows = KeyedRows()
    qtmodeltester.check(rows)
    rows.replace(keyed("ABCD"))
    rows.replace(keyed(after))
    assert names(rows) == list(after)


@pytest.mark.parametrize(("after", "moved"), [("ABCDE", 0), ("EABCD", 1), ("BCDEA", 1), ("AECDB", 2), ("EDCBA", 4)])
def test_only_the_rows_that_overtake_move(qapp: object, after: str, moved: int) -> None:
    rows = KeyedRows()
    rows.replace(keyed("ABCDE"))
    assert moves(rows, after) == moved


def test_only_a_row_that_changed_is_drawn_again(qtbot: QtBot) -> None:
    rows = KeyedRows()
    rows.replace(keyed("ABC"))
    with qtbot.waitSignal(rows.dataChanged) as changed:
        rows.replace(keyed("A") | {"B": {"name": "new"}} | keyed("C"))
    assert changed.args is not None
    assert (changed.args[0].row(), changed.args[1].row()) == (1, 1)


def test_a_list_that_stays_the_same_says_nothing(qtbot: QtBot) -> None:
    rows = KeyedRows()
    rows.replace(keyed("ABC"))
    with qtbot.assertNotEmitted(rows.changed):
        rows.replace(keyed("ABC"))


def test_a_board_is_sound_and_keeps_its_rows_in_order(qtmodeltester: Any) -> None:
    board = Board(views.early_board())
    rows = board.property("rows")
    qtmodeltester.check(rows)
    board.show(views.final_board())
    assert [row["code"] for row in rows.rows()] == [code for code, _, _ in views.DISTRICTS]
    assert rows.property("focus") == 0
    assert board.property("about")["returns"] is True


def test_a_view_reaches_qml_as_maps_and_lists(qapp: object) -> None:
    group = plain(views.groups()[1])
    assert group["trim"] == [1, 1]
    assert group["chips"][0] == {"points": "97.5", "dropped": "high"}


def test_chinese_letters_count_as_one_and_latin_ones_as_less() -> None:
    assert ems("崂山区") == 3
    assert ems("Ab") == pytest.approx(1.24)
