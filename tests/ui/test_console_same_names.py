"""Two units of one name: the organizer sees everywhere which of them is meant."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scoring.season import season as season_of
from scoring.season import season_json
from storage import desk, marks
from tests.contests import score_entry, setup_of
from tests.ui.consoles import CONTESTANTS, FAIR, GOOD, JUDGES, PLAN, POOR, session
from ui.console.journal_model import read_journal
from ui.console.journal_words import JournalWords
from ui.console.results import ResultsPage
from ui.console.season_model import SeasonModel
from ui.console.steps import Page

SAME = [{**each, "name": "市教育局" if each["code"] in "AC" else "乙单位"} for each in CONTESTANTS]


def test_line_up_results_questions_and_journal_say_which_of_two_units_of_one_name(qtbot: QtBot, tmp_path: Path) -> None:
    with session(qtbot, tmp_path, setup=setup_of(PLAN, SAME, JUDGES)) as console:
        assert [row.name for row in console.live.lineup._rows] == ["市教育局（A）", "乙单位", "市教育局（C）"]
        for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
            score_entry(console.file, code, scores)
            desk.reveal(console.file, code)
        console.settle()
        results = console.page(Page.RESULTS)
        assert isinstance(results, ResultsPage)
        qtbot.waitUntil(lambda: "·  市教育局（C）" in [label.text() for label in results.findChildren(QLabel)])
        assert [results.model.index(row, 1).data() for row in range(3)] == ["市教育局（A）", "乙单位", "市教育局（C）"]
        results.close_round.trigger()
        assert "first 市教育局（A）; must come back: 市教育局（C）" in console.question()._asked.details[0]
        console.answer()
        console.settle()
        season = season_of(console.file.contest)
        model = SeasonModel(console.desk)
        model.show(season, 0)
        assert [model.index(row, 1).data() for row in range(3)] == ["市教育局（A）", "乙单位", "市教育局（C）"]
        assert [row["name"] for row in season_json(season)["boards"][0]["rows"]] == ["市教育局", "乙单位", "市教育局"]
        marks.adjust(console.file, "C", "0.5", reason="更正")
        words, contest = JournalWords(console.languages, console.window), console.file.contest
        said = [words.said(record, contest) for record in read_journal(console.file)]
        assert all("市教育局（" in each for each in said if "市教育局" in each)
        assert any("市教育局（C）" in each for each in said)
