"""Ballots far from the rest of their group: the organizer sees them, chooses from when on, and nobody else is told."""

from __future__ import annotations

from contextlib import closing
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import desk
from storage.contest_file import open_contest
from tests.contests import put, setup_of
from tests.ui.consoles import CONTESTANTS, FAIR, GOOD, PLAN, POOR, Session, StillLinks, session
from ui.desk import Desk
from ui.language import Languages

ROOT = Path(__file__).parents[2]
JUDGES = [{"code": f"L{n}", "name": f"领导{n}", "group": "lead"} for n in range(1, 5)]
JUDGES.append({"code": "E1", "name": "专家", "group": "expert"})


def offs(console: Session) -> dict[str, Fraction]:
    tiles = (console.live.board.tile(judge["code"]).tile for judge in JUDGES)
    return {tile.judge.code: tile.off for tile in tiles if tile.off is not None}


def test_nothing_but_the_windows_knows_of_it() -> None:
    packages = ("arena_desk", "exports", "scoring", "storage", "ui")
    files = [path for package in packages for path in Path(ROOT, package).rglob("*.py")]
    found = {path.relative_to(ROOT).as_posix() for path in files if "far_off" in path.read_text("utf-8")}
    assert found == {
        "scoring/hints.py",
        "ui/snapshot.py",
        "ui/console/tile_facts.py",
        "ui/console/tile_words.py",
        "ui/console/tiles.py",
    }, "not the stage, the link, nor a document"


def choose(console: Session, points: str) -> None:
    console.live.keys.hint.trigger()
    console.answer(points=points)


def test_the_organizer_chooses_what_is_pointed_out(qtbot: QtBot, tmp_path: Path) -> None:
    with session(qtbot, tmp_path, setup=setup_of(PLAN, CONTESTANTS, JUDGES), language="zh") as console:
        desk.call(console.file, "A")
        desk.open_scoring(console.file)
        for judge, scores in (("L1", GOOD), ("L2", GOOD), ("L3", POOR), ("L4", FAIR)):
            put(console.file, judge, "A", scores)
        console.settle()
        assert offs(console) == {"L3": Fraction(-25, 2)}
        tile = console.live.board.tile("L3")
        assert "偏离 −12.5" in tile.accessibleDescription()
        assert "只是提示，不影响得分" in tile.toolTip()
        before = console.file.now()[1]

        choose(console, "2.5")
        assert set(offs(console)) == {"L1", "L2", "L3", "L4"}
        choose(console, "10")
        assert offs(console) == {"L3": Fraction(-25, 2)}
        put(console.file, "E1", "A", GOOD)
        console.settle()
        assert offs(console) == {"L3": Fraction(-25, 2)}, "the choice holds for what is read anew"

        console.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
        question = console.question()
        assert question.answers() == {"points": "10"}
        assert "相差 10 分及以上" in question._note.text()
        question.fill("points", "0")
        assert not question.yes.isEnabled()
        question.fill("points", "")
        assert question._note.text() == "不提示偏离较大的评分表。"
        console.answer()
        assert offs(console) == {}
        rows = [row.result.groups["lead"] for board in console.file.now()[1].boards for row in board.rows[:1]]
        assert rows == [row.result.groups["lead"] for board in before.boards for row in board.rows[:1]]
        choose(console, "12.5")
        path = console.file.path
        qtbot.waitUntil(lambda: console.file.setting("far-off") == "12.5")
    with closing(open_contest(path)) as file:
        links, languages = StillLinks(), Languages("zh")
        again = Desk(file, links, languages)
        assert again.snapshot.hint == Fraction(25, 2), "the contest remembers it"
        again.close()
        languages.remove()
