"""The dialogs and menus of the console and the start window, opened for their pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from storage import marks, rounds
from storage.contest_file import ContestFile
from tests.contests import score_entry
from tests.ui.consoles import FAIR, GOOD, POOR
from ui.console.aftermath import Aftermath
from ui.console.analysis_dialog import AnalysisDialog
from ui.console.assessment_dialog import AssessmentDialog
from ui.console.ballot_correction import BallotCorrection
from ui.console.bulletin import BulletinPage
from ui.console.check_dialog import CheckDialog
from ui.console.draw import DrawPage
from ui.console.explanation import Explanation
from ui.console.import_preview import PreviewDialog
from ui.console.judges import JudgesPage
from ui.console.letter_dialog import LetterDialog
from ui.console.results import ResultsPage
from ui.console.roster import RosterPage
from ui.console.rules import RulesPage
from ui.console.season_dialog import SeasonDialog
from ui.console.steps import Page
from ui.console.window import ConsoleWindow
from ui.start.new_contest import NewContest
from ui.start.restoring import Restoring
from ui.start.window import StartWindow

Ready: TypeAlias = Callable[[], bool]
Widget = TypeVar("Widget", bound=QWidget)
LISTS = {
    "good": "编码,名称,类别\nT99,青岛市营商环境促进中心,区（市）\nF01,平安青岛建设领域,重点领域\n",
    "wrong": "编码,名称,类别\nT99,,没有这个类别\n",
}
ASSESSMENT = """
[assessment]
title = "2026年上半年等次评定"
[[component]]
key = "arena"
name = "擂台赛成绩"
weight = 60
score = "mean"
[[component]]
key = "daily"
name = "平时工作"
weight = 40
file = "daily.csv"
[[grade]]
name = "优秀"
top = 30
[[grade]]
name = "良好"
"""


def at_once() -> bool:
    """Nothing has to be waited for."""
    return True


def on(window: ConsoleWindow, page: Page, kind: type[Widget]) -> Widget:
    """Go to a page and take what stands there."""
    window.show_page(page)
    found = window.findChild(kind)
    assert found is not None
    return found


def press(page: Page, kind: type[QWidget], action: str, row: int | None, window: ConsoleWindow) -> Ready:
    """Choose a row of the table of a page, and press one of its buttons."""
    there = on(window, page, kind)
    if row is not None:
        there.table.selectRow(row)  # type: ignore[attr-defined]
    getattr(there, action).trigger()
    return at_once


def on_live(key: str, window: ConsoleWindow) -> Ready:
    """Do on the live page what a key does."""
    window.show_page(Page.LIVE)
    getattr(window.live.keys, key).trigger()
    return at_once


def explain(window: ConsoleWindow) -> Ready:
    on_live("explain", window)
    return lambda: all(each.copy.isEnabled() for each in window.findChildren(Explanation))


def show_more(window: ConsoleWindow) -> Ready:
    window.show_page(Page.LIVE)
    window.live.row.more_wanted.emit()
    return at_once


def show_tile_menu(window: ConsoleWindow) -> Ready:
    window.show_page(Page.LIVE)
    window.live._open_menu("L3")
    return at_once


def show_stage_menu(window: ConsoleWindow) -> Ready:
    window.show_page(Page.LIVE)
    window.live.stage.look_wanted.emit()
    return at_once


def show_file_menu(window: ConsoleWindow) -> Ready:
    window.file_menu.popup(window.pos())
    return at_once


def ask_for_a_rehearsal(window: ConsoleWindow) -> Ready:
    window.file_menu.rehearse.trigger()
    return at_once


def show_session_menu(window: ConsoleWindow) -> Ready:
    window.show_page(Page.LIVE)
    window._session.popup(window.pos())
    return at_once


def check_the_file(window: ConsoleWindow) -> Ready:
    window.file_menu.show_check()
    dialog = window.findChildren(CheckDialog)[-1]
    return lambda: dialog._found is not None and dialog._job is None


def show_about(window: ConsoleWindow) -> Ready:
    window.show_about()
    return at_once


def return_ballot(window: ConsoleWindow) -> Ready:
    window.corrections.return_ballot("L2", window.live.viewed.code)  # type: ignore[union-attr]
    return at_once


def enter_ballot(window: ConsoleWindow) -> Ready:
    window.corrections.enter_ballot("L3", window.live.viewed.code)  # type: ignore[union-attr]
    return at_once


def bring_in(kind: str, window: ConsoleWindow) -> Ready:
    """A list of contestants, looked at before it is taken in."""
    path = window._desk.file.path.with_name(f"{kind}.csv")
    path.write_text(LISTS[kind], encoding="utf-8")
    dialog = window.imports.roster()
    dialog.read_file(str(path))
    return looked_at(dialog)


def looked_at(dialog: PreviewDialog) -> Ready:
    """Whether a preview has looked at what it was given."""
    return lambda: dialog._looked is not None and dialog._looked.turn == dialog._turn > 0


def ballots_from_paper(window: ConsoleWindow) -> Ready:
    window.imports.ballots()
    return at_once


def judges_from_a_list(window: ConsoleWindow) -> Ready:
    path = window._desk.file.path.with_name("judges.csv")
    path.write_text(
        "编号,姓名,评委组,职务\nL1,领导评委一,领导评委,市委领导\nE6,周教授,专家评委,教授\n", encoding="utf-8"
    )
    dialog = window.imports.judges()
    dialog.read_file(str(path))
    return looked_at(dialog)


def show_backups(window: ConsoleWindow) -> Ready:
    folder = window._desk.file.path.parent / "copies"
    folder.mkdir(exist_ok=True)
    window._safety.use(folder)
    window.file_menu.show_backups()
    return lambda: window._safety.keeping.last is not None


def show_address(window: ConsoleWindow) -> Ready:
    window.show_address()
    return at_once


def close_while_it_runs(window: ConsoleWindow) -> Ready:
    window.close()
    return at_once


def word_the_bulletin(window: ConsoleWindow) -> Ready:
    on(window, Page.BULLETIN, BulletinPage).wording.trigger()
    return lambda: all(each.preview.picture is not None for each in window.findChildren(LetterDialog))


def sign(window: ConsoleWindow) -> Ready:
    on(window, Page.RESULTS, Aftermath).sign.click()
    return at_once


def analyse(tab: int, window: ConsoleWindow) -> Ready:
    """How judges scored, with this tab in view."""
    on(window, Page.RESULTS, ResultsPage).analysis.trigger()
    found = window.findChildren(AnalysisDialog)[-1]
    found.shown[tab].trigger()
    return lambda: found.charts.drawn and found._job is None


IN_THE_DAY: Mapping[str, Callable[[ConsoleWindow], Ready]] = {
    "contestant-new": partial(press, Page.ROSTER, RosterPage, "new", None),
    "contestant-edit": partial(press, Page.ROSTER, RosterPage, "edit", 1),
    "withdraw": partial(press, Page.ROSTER, RosterPage, "withdraw", 6),
    "import-good": partial(bring_in, "good"),
    "import-wrong": partial(bring_in, "wrong"),
    "import-ballots": ballots_from_paper,
    "unlock": partial(press, Page.RULES, RulesPage, "unlock", None),
    "address": show_address,
    "card-large": partial(press, Page.JUDGES, JudgesPage, "enlarge", 1),
    "cards": partial(press, Page.JUDGES, JudgesPage, "cards", None),
    "host": partial(press, Page.JUDGES, JudgesPage, "host", None),
    "board": partial(press, Page.JUDGES, JudgesPage, "board", None),
    "substitute": partial(press, Page.JUDGES, JudgesPage, "substitute", 1),
    "import-judges": judges_from_a_list,
    "judge-new": partial(press, Page.JUDGES, JudgesPage, "new", 1),
    "recuse": partial(press, Page.JUDGES, JudgesPage, "recuse", 1),
    "draw-record": partial(press, Page.DRAW, DrawPage, "print", None),
    "missing-ballots": partial(on_live, "primary"),
    "adjustment": partial(on_live, "adjust"),
    "explanation": explain,
    "void-group": partial(on_live, "void_group"),
    "hint": partial(on_live, "hint"),
    "ballot-returned": return_ballot,
    "ballot-from-paper": enter_ballot,
    "menu-more": show_more,
    "menu-tile": show_tile_menu,
    "menu-stage": show_stage_menu,
    "menu-file": show_file_menu,
    "rehearsal": ask_for_a_rehearsal,
    "check": check_the_file,
    "about": show_about,
    "menu-session": show_session_menu,
    "backups": show_backups,
    "analysis-waiting": partial(analyse, 0),
    "close": close_while_it_runs,
}
"""While the third entry is being scored."""


def show_season(window: ConsoleWindow) -> Ready:
    on(window, Page.RESULTS, ResultsPage).season.trigger()
    return lambda: all(each.model.rowCount() == 3 for each in window.findChildren(SeasonDialog))


def assess(window: ConsoleWindow) -> Ready:
    """An assessment with a value missing."""
    folder = window._desk.file.path.parent
    (folder / "daily.csv").write_text("参赛单位,得分\n甲单位,92\n乙单位,88.5\n", encoding="utf-8")
    rules = folder / "assessment.toml"
    rules.write_text(ASSESSMENT, encoding="utf-8")
    dialog = AssessmentDialog(window._desk, window._export, window)
    dialog.open()
    dialog.use(str(rules))
    return lambda: dialog.preview.picture is not None


def correct_earlier(window: ConsoleWindow) -> Ready:
    """A ballot of round 1 while round 2 runs, with what follows from the correction."""
    rounds.next_round(window._desk.file)
    page = on(window, Page.RESULTS, ResultsPage)
    while page.rounds.count() < 2 or page._standings.round != 1:
        page.rounds.setCurrentIndex(0)
        QApplication.processEvents()
    page._choose("C")
    page.correct.trigger()
    asked = window.findChildren(BallotCorrection)[-1]
    for key, text in {"judge": "L2 领导二", "idea": "40", "plan": "60", "reason": "录入有误"}.items():
        asked.fill(key, text)
    return asked.follows.isVisible


AFTERWARDS: Mapping[str, Callable[[ConsoleWindow], Ready]] = {
    "wording": word_the_bulletin,
    "sign": sign,
    "analysis-judges": partial(analyse, 0),
    "analysis-agreement": partial(analyse, 1),
    "analysis-charts": partial(analyse, 2),
    "next-round": partial(press, Page.RESULTS, ResultsPage, "next_round", None),
    "season": show_season,
    "assessment": assess,
    "ballot-earlier": correct_earlier,
}
"""Once the round is closed."""


def close_a_round(file: ContestFile) -> None:
    """A whole round of the small contest, closed, corrected and closed again."""
    for code, scores in zip("ABC", (GOOD, FAIR, POOR), strict=True):
        score_entry(file, code, scores)
    rounds.close_round(file)
    marks.adjust(file, "B", "-1", reason="超时 2 分 10 秒")
    rounds.close_round(file)


def new_contest(start: StartWindow) -> Ready:
    start.new.trigger()
    found = start.findChild(NewContest)
    assert found is not None
    return lambda: bool(found.target.path.text())


def restore(start: StartWindow) -> Ready:
    start.backup.trigger()
    found = start.findChild(Restoring)
    assert found is not None
    return lambda: found.model.rowCount() > 0


def rehearse(start: StartWindow) -> Ready:
    start.rehearse.trigger()
    return at_once


def open_other(start: StartWindow) -> Ready:
    start.other.trigger()
    return at_once


def refuse(path: Path, start: StartWindow) -> Ready:
    start.open(path)
    return lambda: start._opening is None


AT_THE_START: Mapping[str, Callable[[StartWindow], Ready]] = {
    "new": new_contest,
    "restore": restore,
    "rehearse": rehearse,
    "open": open_other,
    "refused": partial(refuse, Path(__file__)),
}
"""In the start window."""
