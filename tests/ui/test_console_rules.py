"""The rules page: what is typed is checked and computed at once, and in force only when it is saved."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.plan_words import rule_changes
from storage import ballots, desk, rounds
from storage.verify import verify
from tests.contests import put, score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session, session, small_setup
from tests.ui.rules_page import Rules
from ui.console.journal import JournalPage
from ui.console.journal_model import WHAT
from ui.console.plan_example import BULLETIN
from ui.console.results import ResultsPage
from ui.console.steps import Page

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rules(console: Session) -> Rules:
    return Rules(console)


def test_the_form_shows_the_rules_in_force_and_the_example_what_they_give(rules: Rules) -> None:
    assert rules.line("contest", "title").text() == "小擂台"
    assert rules.line("criterion[2]", "max").text() == "60"
    assert rules.line("group[1]", "name").accessibleName() == "Judge group 领导 Name"
    assert not rules.page.save.isEnabled()
    assert not rules.page.unlock.isVisible()
    assert "领导 (weight 60%), ballots counted: 2" in rules.example, "as many as sit there"
    assert "steps of 0.5" in _bulletin(rules)


def _bulletin(rules: Rules) -> str:
    rules.page.example.tabs.setCurrentIndex(BULLETIN)
    return rules.page.example.paragraph.toPlainText()


def test_what_is_wrong_is_said_beside_its_field_while_it_is_typed(rules: Rules) -> None:
    rules.type("group[1]", "weight", "65")
    assert rules.table("group").note.text() == "the weights total 105, not 100: 5 too much"
    rules.type("group[2]", "weight", "x")
    item = rules.form.draft.tables["group"][1]
    assert rules.table("group").notes[item].text() == 'Weight：must be a decimal such as "0.5"'
    assert rules.line("group[2]", "weight").accessibleDescription() == 'must be a decimal such as "0.5"'
    rules.type("contest", "decimals", "9")
    assert rules.page._open.text() == "3 things to put right before the rules can be saved"
    assert not rules.page.save.isEnabled()
    assert not rules.page.example.steps.isVisible()
    assert "put right" in rules.page.example.about.text()
    for place, key, text in (("group[1]", "weight", "60"), ("group[2]", "weight", "40"), ("contest", "decimals", "1")):
        rules.type(place, key, text)
    assert rules.table("group").note.text() == "weights total 100 ✓"
    assert rules.page.example.steps.isVisible()
    assert rules.page._open.text() == "Not saved yet."


def test_a_least_score_above_the_highest_is_marked_where_it_was_written(rules: Rules) -> None:
    low, high = rules.line("criterion[1]", "min"), rules.line("criterion[1]", "max")
    rules.type("criterion[1]", "min", "45")
    assert (bool(low.accessibleDescription()), high.accessibleDescription()) == (True, "")
    note = rules.table("criterion").notes[rules.form.draft.tables["criterion"][0]]
    assert note.text() == "Lowest：the lowest score is 0 or more, the highest is above it"
    rules.press(Qt.Key.Key_F4)
    assert rules.page.focusWidget() is low
    rules.type("criterion[1]", "max", "44")
    assert (low.accessibleDescription(), bool(high.accessibleDescription())) == ("", True)
    rules.type("criterion[1]", "min", "0.3")
    assert "multiple of the step" in low.accessibleDescription()


def test_a_key_goes_from_one_thing_that_is_wrong_to_the_next(rules: Rules) -> None:
    assert not rules.page.fault.isVisible()
    rules.type("contest", "title", " ")
    rules.type("criterion[2]", "max", "x")
    rules.type("group[1]", "weight", "65")
    rules.line("category[1]", "name").setFocus()
    rules.press(Qt.Key.Key_F8)
    rules.ties.more.activated.emit(rules.ties.more.findText("exact score"))
    rules.ties.steps.setCurrentRow(0)
    rules.press(Qt.Key.Key_Down, CTRL)
    assert rules.page.fault.isVisible()
    rules.page.example.steps.setFocus()
    places = []
    for _ in range(6):
        rules.press(Qt.Key.Key_F4)
        places.append(rules.page.focusWidget())
    assert places == [
        rules.line("contest", "title"),
        rules.table("category").add,
        rules.line("criterion[2]", "max"),
        rules.line("group[1]", "weight"),
        rules.ties.steps,
        rules.line("contest", "title"),
    ]


def test_the_example_is_computed_again_as_rules_are_typed(rules: Rules) -> None:
    before = rules.page.example.board.text()
    assert "dropped as" not in rules.example
    rules.type("group[1]", "drop_low", "1")
    assert rules.example.count("dropped as lowest") == 1
    rules.type("group[1]", "weight", "10")
    rules.type("group[2]", "weight", "90")
    assert rules.page.example.board.text() != before
    rules.choose("group[2]", "average", "median")
    assert "group score = median" in rules.example


def test_rows_are_added_filled_in_moved_and_taken_out_by_keyboard_alone(rules: Rules) -> None:
    rules.line("criterion[1]", "name").setFocus()
    rules.press(Qt.Key.Key_F7)
    assert rules.page.focusWidget() is rules.line("criterion[3]", "name")
    assert rules.line("criterion[3]", "key").text() == "crit1"
    for key, text in (("name", "答问"), ("max", "10"), ("weight", "0")):
        rules.type("criterion[3]", key, text)
    rules.press(Qt.Key.Key_Up, CTRL)
    rules.press(Qt.Key.Key_Up, CTRL)
    rules.press(Qt.Key.Key_Up, CTRL)
    assert [each.values["name"] for each in rules.form.draft.tables["criterion"]] == ["答问", "思路", "举措"]
    assert "答问" in rules.example
    rules.press(Qt.Key.Key_Down, CTRL)
    assert [each.values["name"] for each in rules.form.draft.tables["criterion"]] == ["思路", "答问", "举措"]
    rules.press(Qt.Key.Key_F8)
    assert [each.values["name"] for each in rules.form.draft.tables["criterion"]] == ["思路", "举措"]
    assert not rules.page.dirty
    rules.type("contest", "title", "新题")
    rules.press(Qt.Key.Key_F6)
    assert rules.line("contest", "title").text() == "小擂台"


def test_rows_are_changed_by_mouse_as_well(rules: Rules) -> None:
    rules.click("component", "＋")
    assert rules.line("component[1]", "name").text() == "live score"
    rules.click("component", "＋")
    assert rules.keys("component") == ["live", "part1"]
    rules.click("component", "↓", row=0)
    assert rules.line("component[2]", "key").text() == "live"
    rules.click("component", "↑", row=0)
    rules.click("component", "↑", row=1)
    assert rules.keys("component") == ["live", "part1"]
    rules.click("component", "✕", row=1)
    rules.click("component", "✕")
    assert rules.keys("component") == []
    assert not rules.page.dirty


def test_tie_breaks_are_put_in_order_and_follow_the_names_of_what_they_compare(rules: Rules) -> None:
    assert rules.steps == ["1  draw"]
    place = rules.ties.more.findText("Criterion：举措")
    rules.ties.more.setCurrentIndex(place)
    rules.ties.more.activated.emit(place)
    rules.ties.more.activated.emit(rules.ties.more.findText("exact score"))
    assert rules.steps == ["1  Criterion：举措", "2  exact score", "3  draw"]
    rules.type("criterion[2]", "name", "措施")
    rules.type("criterion[2]", "key", "measures")
    assert rules.steps[0] == "1  Criterion：措施"
    rules.ties.steps.setFocus()
    rules.ties.steps.setCurrentRow(0)
    rules.press(Qt.Key.Key_Down, CTRL)
    assert rules.steps == ["1  exact score", "2  Criterion：措施", "3  draw"]
    rules.ties.steps.setCurrentRow(2)
    rules.press(Qt.Key.Key_Up, CTRL)
    assert rules.ties.note.text() == "draw must stand last"
    rules.press(Qt.Key.Key_F8)
    rules.save()
    assert rules.console.file.contest.plan.tie_breaks == ("exact", "criterion:measures")


def test_saved_rules_are_in_force_and_the_windows_follow(rules: Rules) -> None:
    rules.type("contest", "title", "新题")
    rules.type("group[1]", "weight", "50")
    rules.type("group[2]", "weight", "50.0")
    resend = rules.field("contest", "resend")
    resend.setFocus()
    rules.console.qtbot.keyClick(resend, Qt.Key.Key_Space)
    rules.checked()
    said = rules.save()
    assert said == [
        "They are in force at once; the journal keeps what they were.",
        "Title 小擂台 → 新题",
        "Ballots may be sent again yes → no",
        "Judge group “领导”: Weight 60 → 50",
        "Judge group “专家”: Weight 40 → 50",
    ]
    assert rules.console.file.contest.plan.title == "新题"
    assert rules.console.window.windowTitle() == "新题 – Arena Desk"
    assert not rules.page.save.isEnabled()
    rules.type("group[2]", "weight", "50")
    assert not rules.page.dirty, "50 is 50.0"
    assert verify(rules.console.file.path) == []


def test_what_is_in_use_cannot_vanish_and_says_so_beside_the_form(rules: Rules) -> None:
    rules.line("group[2]", "name").setFocus()
    rules.press(Qt.Key.Key_F8)
    rules.type("group[1]", "weight", "100")
    assert rules.table("group").note.text() == "'专家' must stay: 2 judges sit in it"
    assert not rules.page.save.isEnabled()


def scored(console: Session) -> None:
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(console.file, code, scores)
    ballots.enter_ballot(console.file, "L1", "B", GOOD, reason="纸质", replaces=_stored(console, "L1", "B"))
    console.settle()


def _stored(console: Session, judge: str, code: str) -> str:
    entry = console.file.contest.live_round.entry(code)
    assert entry is not None
    return entry.ballots[judge].ballot_id


def test_the_first_ballot_freezes_the_form_until_it_is_unlocked_with_a_reason(rules: Rules) -> None:
    console = rules.console
    scored(console)
    assert rules.line("group[1]", "weight").isReadOnly()
    assert not rules.field("group[1]", "average").isEnabled()
    assert "frozen" in rules.page.state.text()
    assert not rules.table("group").add.isVisible()
    rules.unlock()
    assert not rules.line("group[1]", "weight").isReadOnly()
    assert rules.page.state.text().startswith("Unlocked: 权重抄错.")
    rules.type("group[1]", "weight", "80")
    rules.type("group[2]", "weight", "20")
    said = rules.save()
    assert said[0] == "The results of this round will say that the rules were changed: 权重抄错"
    assert said[3:] == ["The results so far would change:", "乙单位: score 91.50 → 92.00"]
    assert rules.line("group[1]", "weight").isReadOnly(), "and they are frozen again"
    (marked,) = rule_changes(console.file.contest, 1)
    results = console.page(Page.RESULTS)
    assert isinstance(results, ResultsPage)
    assert results.rules_changed.text() == marked.en
    journal = console.page(Page.JOURNAL)
    assert isinstance(journal, JournalPage)
    console.qtbot.waitUntil(lambda: journal.sorted.rowCount() == console.file.contest.revision)
    assert journal.sorted.index(0, WHAT).data() == (
        "Changed the rules: Judge group “领导”: Weight 60 → 80; Judge group “专家”: Weight 40 → 20"
    )
    journal.table.selectRow(0)
    assert "change the rules back on page 2" in journal.advice.text()
    assert not journal.undo.isEnabled()
    assert verify(console.file.path) == []


def test_what_was_unlocked_and_not_changed_is_locked_again(rules: Rules) -> None:
    scored(rules.console)
    rules.unlock()
    rules.press(Qt.Key.Key_F6)
    assert rules.line("group[1]", "weight").isReadOnly()
    assert rules.page.unlock.isEnabled()


def test_while_ballots_come_in_the_rules_can_be_written_but_not_saved(rules: Rules) -> None:
    console = rules.console
    desk.call(console.file, "A")
    desk.open_scoring(console.file)
    console.settle()
    rules.type("contest", "title", "新题")
    assert rules.page._open.text() == "Somebody is being scored: save once scoring is closed."
    assert not rules.page.save.isEnabled()
    put(console.file, "L1", "A", GOOD)
    desk.close_scoring(console.file, force=True)
    console.settle()
    assert rules.line("contest", "title").text() == "新题", "nothing that was written is lost"
    assert not rules.page.save.isEnabled()
    rules.unlock()
    assert rules.save()[0].startswith("They are in force at once"), "a title is no rule"


def test_under_a_closed_result_only_words_and_the_timer_can_be_changed(rules: Rules) -> None:
    console = rules.console
    scored(console)
    rounds.close_round(console.file)
    console.settle()
    rules.unlock()
    assert rules.line("group[1]", "weight").isReadOnly()
    assert not rules.table("group").add.isVisible()
    assert "only title, organizer" in rules.page.state.text()
    rules.type("timer", "speech_seconds", "300")
    rules.save()
    assert console.file.contest.plan.timer.speech_seconds == 300
    assert console.file.contest.live_round.closed is not None


def test_a_refusal_is_told_and_what_was_written_stays(rules: Rules) -> None:
    console = rules.console
    rules.type("contest", "title", "新题")
    rules.press(Qt.Key.Key_F5)
    console.question()
    score_entry(console.file, "A", GOOD)
    console.answer()
    assert "rules are frozen" in console.refusal()
    assert rules.line("contest", "title").text() == "新题"


def test_every_page_follows_other_rules(rules: Rules) -> None:
    console = rules.console
    for page in Page:
        console.page(page)
    desk.call(console.file, "A")
    console.settle()
    rules = Rules(console)
    rules.line("category[1]", "name").setFocus()
    rules.press(Qt.Key.Key_F7)
    rules.type("category[2]", "name", "区市")
    rules.choose("contest", "board", "one per category")
    rules.line("group[1]", "name").setFocus()
    rules.press(Qt.Key.Key_F7)
    rules.type("group[3]", "name", "网民")
    rules.type("group[3]", "weight", "0")
    rules.press(Qt.Key.Key_Up, CTRL)
    rules.press(Qt.Key.Key_Up, CTRL)
    for number, (name, weight) in enumerate((("现场", "80"), ("平时", "20")), start=1):
        rules.click("component", "＋")
        rules.type(f"component[{number}]", "name", name)
        rules.type(f"component[{number}]", "weight", weight)
    rules.save()
    for page in Page:
        console.page(page)
    results = console.page(Page.RESULTS)
    assert isinstance(results, ResultsPage)
    assert [results.boards.tabText(place) for place in range(results.boards.count())] == ["单位  3", "区市  0"]
    assert [action.text() for action in results.components] == ["Import 平时…"]
    assert "网民" in results.model.headers()
    assert len(console.live.board._views) == 3


def test_a_rule_for_raw_values_asks_for_what_it_needs_and_is_explained_at_once(rules: Rules) -> None:
    for number, (name, weight) in enumerate((("现场", "80"), ("用时", "20")), start=1):
        rules.click("component", "＋")
        rules.type(f"component[{number}]", "name", name)
        rules.type(f"component[{number}]", "weight", weight)

    def asked(place: str) -> list[str]:
        keys = ("rule", "better", "target", "floor", "unit")
        return [key for key in keys if rules.field(place, key).isVisibleTo(rules.form)]

    assert (asked("component[1]"), asked("component[2]")) == ([], ["rule"])
    rules.choose("component[2]", "rule", "min–max")
    rules.choose("component[2]", "better", "lower")
    rules.type("component[2]", "floor", "60")
    rules.type("component[2]", "unit", "天")
    assert asked("component[2]") == ["rule", "better", "floor", "unit"]
    assert "用时: raw value 5天; min–max, lower is better, of 3 entries on the board" in rules.example
    rules.choose("component[2]", "rule", "share of a target")
    assert asked("component[2]") == ["rule", "better", "target", "unit"]
    note = rules.table("component").notes[rules.form.draft.tables["component"][1]]
    assert note.text() == "Target：is required"
    rules.type("component[2]", "target", "0")
    assert "where the target is 0" in note.text()
    rules.type("component[2]", "target", "7.5")
    assert "target 7.5天" in rules.example
    said = rules.save()
    assert any("Component “用时”" in line and "share of a target" in line for line in said)
    part = rules.console.file.contest.plan.components[1]
    assert (part.rule, part.better, str(part.target), part.unit, part.floor) == (
        "target",
        "lower",
        "7.5",
        "天",
        Decimal(0),
    )


def test_the_form_speaks_the_language_of_the_windows_and_keeps_what_was_written(rules: Rules) -> None:
    rules.type("group[1]", "weight", "65")
    rules.console.languages.use("zh")
    rules.console.qtbot.waitUntil(lambda: rules.page.save.text() == "保存规则…")
    assert rules.table("group").add.text() == "＋ 增加评委组"
    assert rules.table("group").note.text() == "权重合计 105，应为 100，多出 5"
    assert rules.line("group[1]", "weight").text() == "65"


def test_rules_that_were_not_saved_are_not_thrown_away_unasked(rules: Rules) -> None:
    rules.type("contest", "title", "新题")
    rules.console.window.close()
    question = rules.console.question()
    assert "not saved" in question._asked.text
    assert rules.console.window.isVisible()
    question.no.click()


def test_a_wheel_over_a_choice_scrolls_the_form_and_changes_no_rule(qtbot: QtBot, tmp_path: Path) -> None:
    grades = [{"name": "优秀", "min": "90"}, {"name": "一般"}]
    with session(qtbot, tmp_path, setup=small_setup(grade=grades)) as console:
        rules = Rules(console)
        assert rules.line("grade[1]", "min").text() == "90"
        field = rules.field("contest", "level")
        turn = QWheelEvent(
            QPointF(5, 5), QPointF(field.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -240),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, turn)
        assert not rules.page.dirty
