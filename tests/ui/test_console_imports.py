"""Tables come in through a preview: what each line would do is seen before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scoring.plan_document import plan_document
from storage import ballots, plans, rounds
from tests.contests import score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session, session, small_setup
from tests.workbooks import workbook
from ui.console.columns_bar import LEFT_OUT
from ui.console.import_preview import PreviewDialog
from ui.console.preview_model import PreviewModel
from ui.console.results import ResultsPage
from ui.console.roster import RosterPage
from ui.console.steps import Page

PARTS = [{"key": "live", "name": "现场", "weight": "70"}, {"key": "work", "name": "平时", "weight": "30"}]
TAB = Qt.FocusPolicy.TabFocus
PAPER = "参赛单位,评委,思路,举措"


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with session(qtbot, tmp_path, setup=small_setup(component=PARTS)) as opened:
        yield opened


def csv(folder: Path, *lines: str, encoding: str = "utf-8") -> str:
    path = folder / "表.csv"
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return str(path)


def preview(console: Session, path: str = "") -> PreviewDialog:
    """The preview that is open, after it has looked at a file."""
    dialog = console.dialog(PreviewDialog)
    if path:
        turn = dialog._turn
        dialog.read_file(path)
        console.qtbot.waitUntil(lambda: dialog._turn > turn)
    return looked(console, dialog)


def looked(console: Session, dialog: PreviewDialog) -> PreviewDialog:
    """After it has looked at what is to come in now."""
    console.qtbot.waitUntil(lambda: dialog._looked is not None and dialog._looked.turn == dialog._turn > 0)
    return dialog


def lines(dialog: PreviewDialog) -> list[tuple[str, ...]]:
    """Number, effect, and what happens, of every line in view."""
    model = dialog.telling
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def take_in(console: Session, dialog: PreviewDialog) -> None:
    assert dialog.yes.isEnabled()
    with console.qtbot.waitSignal(dialog.accepted):
        console.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    console.settle()


def roster(console: Session) -> RosterPage:
    page = console.page(Page.ROSTER)
    assert isinstance(page, RosterPage)
    return page


def results(console: Session) -> ResultsPage:
    page = console.page(Page.RESULTS)
    assert isinstance(page, ResultsPage)
    return page


def test_a_list_of_contestants_is_looked_at_line_by_line_and_then_taken_whole(console: Session, tmp_path: Path) -> None:
    roster(console)
    console.press(Qt.Key.Key_F6)
    rows = [
        ["编码", "名称", "类别", "成员"],
        ["Ａ", "甲局", "单位"],
        ["B", "乙单位", "unit"],
        ["D", "丁单位", "unit", "张三；李四"],
    ]
    dialog = preview(console, str(workbook(tmp_path / "名单.xlsx", rows)))
    assert dialog.source.text() == "名单.xlsx[Sheet1]"
    assert lines(dialog) == [
        ("2", "~ changed", "name: 甲单位 → 甲局"),
        ("3", "= same", "stays as it is"),
        ("4", "+ new", "丁单位 is added to the roster"),
    ]
    assert dialog.summary.text() == "1 new, 1 changed, 1 stays as before"
    dialog.only.setChecked(True)
    assert [line[0] for line in lines(dialog)] == ["2", "4"]
    take_in(console, dialog)
    assert [each.name for each in console.file.contest.contestants.values()] == ["甲局", "乙单位", "丙单位", "丁单位"]
    assert console.file.contest.contestants["D"].members == ("张三", "李四")
    assert [entry.code for entry in console.file.contest.live_round.entries] == ["A", "B", "C"]
    console.window.imports.roster()
    dialog = preview(console, str(tmp_path / "名单.xlsx"))
    assert dialog.summary.text().endswith("there is nothing to take in")
    assert not dialog.yes.isEnabled()


def test_one_wrong_line_keeps_the_whole_list_out(console: Session, tmp_path: Path) -> None:
    roster(console)
    console.press(Qt.Key.Key_F6)
    path = csv(tmp_path, "code;name;category", "D;丁单位;unit", "E;;nowhere", encoding="gb18030")
    dialog = preview(console, path)
    assert lines(dialog)[1][:2] == ("3", "✗ wrong")
    assert lines(dialog)[1][2] == "column 2: must not be empty; column 3: the plan has no category 'nowhere'"
    assert not dialog.yes.isEnabled()
    dialog.table.selectRow(1)
    assert dialog.detail.text() == lines(dialog)[1][2]
    same = preview(console, csv(tmp_path, "code;name;category", "D;丁单位;unit", "E;乙 单位;unit", "F;乙 单位;unit"))
    assert lines(same)[0][2] == "丁单位 is added to the roster"
    hint = "E, F are all called '乙 单位': wherever the name stands alone, the code stands with it"
    assert [line[2] for line in lines(same)[1:]] == [f"乙 单位 is added to the roster; {hint}"] * 2
    take_in(console, preview(console, csv(tmp_path, "code;name;category", "D;丁单位;unit", "E;戊单位;unit")))
    assert list(console.file.contest.contestants) == ["A", "B", "C", "D", "E"]


def test_a_piece_of_a_sheet_is_pasted_and_its_columns_are_named_by_hand(console: Session) -> None:
    roster(console)
    QGuiApplication.clipboard().setText("1\tD\t丁单位\tunit\n2\tE\t戊单位\tunit\n")
    console.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = preview(console)
    assert dialog.columns.isVisible()
    assert not dialog.yes.isEnabled()
    dialog.columns.heading.setCurrentIndex(0)
    for choice, key in zip(dialog.columns.choices, (LEFT_OUT, "code", "name", "category"), strict=True):
        choice.setCurrentIndex(choice.findData(key))
    console.qtbot.waitUntil(lambda: len(lines(dialog)) == 2)
    assert dialog.fault.text() == ""
    assert [line[0] for line in lines(dialog)] == ["1", "2"]
    take_in(console, dialog)
    assert [each.name for each in console.file.contest.contestants.values()][3:] == ["丁单位", "戊单位"]


def test_the_title_above_a_list_is_passed_over_for_all_to_see(console: Session, tmp_path: Path) -> None:
    rows: list[list[object]] = [["参赛单位名单"], [], ["序号", "代码", "名称", "类别"], [1, "D", "丁单位", "单位"]]
    dialog = console.window.imports.roster()
    dialog = preview(console, str(workbook(tmp_path / "名单.xlsx", rows)))
    assert dialog.columns.isVisible()
    assert dialog.columns.heading.currentText() == "line 3: 序号  代码  名称  类别"
    assert dialog.fault.text() == "column 1: column '序号' is not known"
    dialog.columns.choices[0].setCurrentIndex(dialog.columns.choices[0].findData(LEFT_OUT))
    console.qtbot.waitUntil(dialog.yes.isEnabled)
    assert lines(dialog) == [("4", "+ new", "丁单位 is added to the roster")]


def test_a_file_that_is_no_table_says_so_and_another_can_be_chosen(console: Session, tmp_path: Path) -> None:
    dialog = console.window.imports.roster()
    console.qtbot.waitUntil(dialog.isVisible)
    assert "CSV or Excel with the columns code, name, category; lead, members if you like" in dialog.source.text()
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    dialog.read_file(str(broken))
    console.qtbot.waitUntil(lambda: "is not a valid Excel file" in dialog.fault.text())
    assert not dialog.yes.isEnabled()
    dialog.read_file(csv(tmp_path, "code,name,category", "D,丁单位,unit"))
    console.qtbot.waitUntil(dialog.yes.isEnabled)
    assert dialog.fault.text() == ""
    dialog.reject()
    assert len(console.file.contest.contestants) == 3


def test_a_file_is_dropped_onto_the_preview(console: Session, tmp_path: Path) -> None:
    dialog = console.window.imports.roster()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(csv(tmp_path, "code,name,category", "D,丁单位,unit"))])
    mouse = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), *mouse)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(QPoint(9, 9), *mouse))
    console.qtbot.waitUntil(dialog.yes.isEnabled)


def test_values_of_a_component_come_in_with_a_reason(console: Session, tmp_path: Path) -> None:
    page = results(console)
    assert [action.text() for action in page.components] == ["Import 平时…"]
    console.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    dialog = preview(console, csv(tmp_path, "参赛单位,得分", "甲单位,８０", "B,90"))
    assert [line[1:] for line in lines(dialog)] == [("+ new", "甲单位: 80"), ("+ new", "乙单位: 90")]
    assert not dialog.yes.isEnabled()
    console.qtbot.keyClicks(dialog.reason, "appraisal")
    take_in(console, dialog)
    assert [str(entry.values["work"]) for entry in console.file.contest.live_round.entries[:2]] == ["80", "90"]
    assert console.file.last.why == "appraisal"
    dialog = console.window.imports.component("work")
    dialog.read_file(csv(tmp_path, "contestant,value", "A,80.0", "B,91", "C,70"))
    looked(console, dialog)
    assert [line[2] for line in lines(dialog)] == ["甲单位: 80 as before", "乙单位: 90 → 91", "丙单位: 70"]


def test_raw_values_come_in_by_their_rule_and_the_explanation_shows_them(console: Session, tmp_path: Path) -> None:
    document = plan_document(console.file.contest.plan)
    document["component"][1] |= {"rule": "rank", "better": "lower", "unit": "天"}
    plans.change_plan(console.file, document)
    console.settle()
    results(console)
    dialog = console.window.imports.component("work")
    assert "the rule turns them into points: by rank, lower is better." in dialog._bringing.purpose()
    dialog.read_file(csv(tmp_path, "单位,原值", "甲单位,－12.5", "B,300", "C,7天"))
    looked(console, dialog)
    assert [line[1:] for line in lines(dialog)] == [
        ("+ new", "甲单位: −12.5天"),
        ("+ new", "乙单位: 300天"),
        ("✗ wrong", "column 2: '7天' is not a number; write digits alone, such as 6.2 or -0.5"),
    ]
    turn = dialog._turn
    dialog.read_file(csv(tmp_path, "单位,原值", "甲单位,－12.5", "B,300"))
    console.qtbot.waitUntil(lambda: dialog._turn > turn)
    looked(console, dialog)
    console.qtbot.keyClicks(dialog.reason, "statistics")
    take_in(console, dialog)
    values = {entry.code: entry.values.get("work") for entry in console.file.contest.live_round.entries}
    assert values == {"A": Decimal("-12.5"), "B": Decimal(300), "C": None}


def test_ballots_from_paper_replace_stored_ones_only_when_that_is_ticked(console: Session, tmp_path: Path) -> None:
    ballots.enter_ballot(console.file, "L1", "A", POOR, reason="纸质")
    console.settle()
    results(console)
    console.press(Qt.Key.Key_F6)
    dialog = preview(console, csv(tmp_path, PAPER, "甲单位,领导一,38,57", "A,L2,36,54", "A,E1,36,54.25"))
    assert [line[1] for line in lines(dialog)] == ["✗ wrong", "+ new", "✗ wrong"]
    assert "a ballot of 80.0 is stored; tick below if 95.0 is to replace it" in lines(dialog)[0][2]
    assert lines(dialog)[2][2] == "column 4: 54.25 is not a whole step of 0.5"
    dialog.replace.setChecked(True)
    console.qtbot.waitUntil(lambda: lines(dialog)[0][1] == "~ changed")
    assert lines(dialog)[0][2] == "领导一 for 甲单位: 80.0 → 95.0, the stored ballot is replaced"
    dialog = preview(console, csv(tmp_path, PAPER, "甲单位,领导一,38,57", "A,L2,36,54"))
    console.qtbot.keyClicks(dialog.reason, "no network")
    take_in(console, dialog)
    stored = console.file.contest.live_round.entries[0].ballots
    assert {seat: str(ballot.scores["idea"]) for seat, ballot in stored.items()} == {"L1": "38", "L2": "36"}


def test_a_ballot_that_arrives_during_the_preview_is_seen_there(console: Session, tmp_path: Path) -> None:
    dialog = console.window.imports.ballots()
    dialog.reason.setText("纸质")
    dialog.read_file(csv(tmp_path, PAPER, "A,L1,38,57"))
    console.qtbot.waitUntil(dialog.yes.isEnabled)
    ballots.enter_ballot(console.file, "L1", "A", FAIR, reason="纸质")
    console.qtbot.waitUntil(lambda: lines(dialog)[0][1] == "✗ wrong")
    assert not dialog.yes.isEnabled()


def test_a_ballot_nobody_has_looked_at_is_not_replaced(console: Session, tmp_path: Path) -> None:
    """The ballot arrives after the last look, a moment before the button is pressed."""
    dialog = console.window.imports.ballots()
    dialog.reason.setText("纸质")
    dialog.replace.setChecked(True)
    dialog.read_file(csv(tmp_path, PAPER, "A,L1,38,57"))
    console.qtbot.waitUntil(dialog.yes.isEnabled)
    console.desk.changed.disconnect(dialog._look)
    ballots.enter_ballot(console.file, "L1", "A", FAIR, reason="纸质")
    console.qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert "L1 has a ballot for A" in console.refusal()
    assert str(console.file.contest.live_round.entries[0].ballots["L1"].scores["idea"]) == "36"
    assert dialog.isVisible()


def test_what_comes_in_after_closing_says_that_it_reopens_the_round(qtbot: QtBot, tmp_path: Path) -> None:
    with session(qtbot, tmp_path) as console:
        for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
            score_entry(console.file, code, scores)
        rounds.close_round(console.file)
        console.settle()
        dialog = console.window.imports.ballots()
        assert "This reopens it" in dialog._bringing.purpose()


def test_ballots_from_paper_are_found_on_the_live_page(console: Session) -> None:
    console.press(Qt.Key.Key_F2)
    console.choose("Ballots from paper")
    assert console.dialog(PreviewDialog).windowTitle() == "Ballots from paper"


def test_everything_that_takes_the_focus_has_a_name(console: Session, tmp_path: Path) -> None:
    page = roster(console)
    dialog = console.window.imports.ballots()
    dialog.read_file(csv(tmp_path, "参赛单位,评委,思路,备注", "A,L1,38,无"))
    looked(console, dialog)
    assert dialog.columns.isVisible()
    for window in (page, dialog):
        focusable = [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & TAB]
        assert len(focusable) > 5
        for widget in focusable:
            said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert said, widget


def test_the_preview_keeps_the_rules_of_models(console: Session, tmp_path: Path, qtmodeltester: ModelTester) -> None:
    dialog = console.window.imports.roster()
    dialog.read_file(csv(tmp_path, "code,name,category,lead", "A,甲单位,unit,", "D,丁单位,unit,牵头", "E,,unit,"))
    looked(console, dialog)
    dialog.only.setChecked(True)
    assert isinstance(dialog.model, PreviewModel)
    for model in (dialog.model, dialog.telling):
        qtmodeltester.check(model)
