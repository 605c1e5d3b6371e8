"""The stage window beside the console: where it stands, what it shows, how its rows move."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMargins, QSize, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.contest import Screen
from scoring.views import StageView
from tests.ui import stage_views as views
from tests.ui.stage_items import named, words_on
from ui.stage.model import Stage
from ui.stage.thumbnail import StageThumbnail
from ui.stage.window import StageWindow, fitting


@pytest.fixture
def stage(qapp: object) -> Stage:
    return Stage()


@pytest.fixture
def window(stage: Stage) -> Iterator[StageWindow]:
    window = StageWindow(stage)
    yield window
    window.take_down()
    window.deleteLater()


@pytest.fixture
def thumbnail(stage: Stage) -> Iterator[StageThumbnail]:
    thumbnail = StageThumbnail(stage)
    yield thumbnail
    thumbnail.take_down()
    thumbnail.deleteLater()


def texts(window: StageWindow) -> list[str]:
    QApplication.processEvents()
    window.grabWindow()
    return [words.text for words in words_on(window)]


def code_of(line: QQuickItem) -> str:
    return str(line.property("row")["code"])


def line(window: StageWindow, code: str) -> QQuickItem:
    return next(item for item in named(window, "boardLine") if code_of(item) == code)


def faces(item: QQuickItem, name: str = "rowGround") -> int:
    """How many rows have a face, be it out of sight."""
    return (item.objectName() == name) + sum(faces(child, name) for child in item.childItems())


def boards(*names: str) -> StageView:
    rows = {code: (code, name, score) for code, name, score in views.DISTRICTS}
    return replace(
        views.stage_view(Screen.LEADERBOARD), boards=(views.board(views.ranked(tuple(rows[name] for name in names))),)
    )


def colours(picture: QImage) -> int:
    """How many colours a picture has, looking at every fifth pixel."""
    spots = ((x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5))
    return len({picture.pixel(*spot) for spot in spots})


def test_rows_slide_to_their_new_place(stage: Stage, window: StageWindow, qtbot: QtBot) -> None:
    window.show()
    stage.set_animated(True)
    stage.show_view(boards("D05", "D01", "D08"))
    qtbot.waitUntil(lambda: len(named(window, "boardLine")) == 3)
    down = line(window, "D08")
    before, pitch = down.y(), down.height()
    seen = []
    down.yChanged.connect(lambda: seen.append(down.y()))
    stage.show_view(boards("D04", "D05", "D01", "D08"))
    assert down.y() == before, "it does not jump"
    qtbot.waitUntil(lambda: down.y() == before + pitch)
    assert any(before < y < before + pitch for y in seen)


def test_rows_cut_where_the_stage_does_not_move(stage: Stage, window: StageWindow) -> None:
    window.show()
    stage.show_view(boards("D05", "D01"))
    QApplication.processEvents()
    before = line(window, "D01").y()
    stage.show_view(boards("D04", "D05", "D01"))
    assert line(window, "D01").y() > before


def test_screens_fade_into_each_other(stage: Stage, window: StageWindow, qtbot: QtBot) -> None:
    window.show()
    stage.set_animated(True)
    stage.show_view(views.stage_view(Screen.WELCOME))
    qtbot.waitUntil(lambda: "Round 3" in texts(window))
    faces = [item for item in window.rootObject().childItems() if item.objectName() == "face"]
    faded: list[float] = []
    for face in faces:
        face.opacityChanged.connect(lambda face=face: faded.append(face.opacity()))
    stage.show_view(views.stage_view(Screen.CLOSING))
    qtbot.waitUntil(lambda: "Thank you" in texts(window) and "Round 3" not in texts(window))
    assert any(0 < opacity < 1 for opacity in faded), "neither cuts"
    assert (max(faded), min(faded)) == (1, 0), "one goes, the other comes"


def test_the_rank_is_kept_back_until_the_score_has_counted_up(stage: Stage, window: StageWindow, qtbot: QtBot) -> None:
    window.show()
    stage.set_animated(True)
    stage.show_view(replace(views.stage_view(Screen.SCORING), reveal=None))
    stage.show_view(views.stage_view(Screen.REVEAL))
    assert "Rank so far: 1" not in texts(window)
    qtbot.waitUntil(lambda: "Rank so far: 1" in texts(window))
    assert "94.39" in texts(window)


def test_a_reopened_window_does_not_count_again(stage: Stage, window: StageWindow) -> None:
    stage.show_view(replace(views.stage_view(Screen.SCORING), reveal=None))
    window.show()
    stage.show_view(views.stage_view(Screen.REVEAL))
    window.close()
    stage.set_animated(True)
    window.open()
    assert "94.39" in texts(window)


def test_scoring_shows_how_many_ballots_and_no_score(stage: Stage, window: StageWindow) -> None:
    window.show()
    stage.show_view(views.stage_view(Screen.SCORING))
    shown = texts(window)
    assert "11" in shown
    assert "/ 15" in shown
    assert not [text for text in shown if "." in text and text.replace(".", "").isdigit()]


def test_dropped_scores_are_struck_through(stage: Stage, window: StageWindow) -> None:
    window.show()
    stage.show_view(views.stage_view(Screen.REVEAL))
    texts(window)
    struck = [item.property("text") for item in named(window, "chip") if item.property("font").strikeOut()]
    assert struck == ["97.5", "90", "98", "91.5"]


def test_a_long_board_begins_with_the_page_of_the_latest_result(qtbot: QtBot) -> None:
    stage = Stage(page_ms=250)
    window = StageWindow(stage)
    window.show()
    districts = replace(views.final_board(), rows=views.ranked(views.DISTRICTS))
    stage.show_view(replace(views.stage_view(Screen.LEADERBOARD), boards=(districts, views.unit_board())))
    assert "92.59" in texts(window)
    seen: list[str] = []

    def the_next_board() -> bool:
        seen[:] = texts(window)
        return "88.05" in seen

    qtbot.waitUntil(the_next_board, timeout=10_000)
    assert any("区（市）" in text for text in seen), "the title names the board"
    window.take_down()
    window.deleteLater()


def test_the_latest_result_stays_in_view_while_the_pages_turn(stage: Stage, window: StageWindow) -> None:
    window.show()
    stage.show_view(replace(views.stage_view(Screen.LEADERBOARD), boards=(views.unit_board(),)))
    assert named(window, "pinnedLine") == [], "its own page comes first"
    stage.turn_page()
    shown = texts(window)
    (pinned,) = named(window, "pinnedLine")
    assert pinned.property("row")["rank"] == 12
    assert "12" in shown
    assert "90.11" not in shown, "another page"
    lowest = max(item.mapRectToScene(item.boundingRect()).bottom() for item in named(window, "boardLine"))
    assert pinned.mapRectToScene(pinned.boundingRect()).top() >= lowest - 1


def test_of_two_hundred_rows_only_those_of_the_page_are_made(stage: Stage, window: StageWindow) -> None:
    window.show()
    whole = views.unit_board(200)
    stage.show_view(replace(views.stage_view(Screen.LEADERBOARD), boards=(whole,)))
    first = texts(window)
    assert 0 < faces(window.rootObject()) <= 22, "those of other pages are nowhere yet"
    stage.turn_page()
    second = texts(window)
    assert 0 < faces(window.rootObject()) <= 22, "those of the page before have gone again"
    scores = {row.score for row in whole.rows if not row.latest}
    assert scores & {*first}
    assert scores & {*second}
    assert not scores & {*first} & {*second}


def test_a_row_that_rises_from_far_below_comes_into_view_and_a_page_turned_cuts(
    stage: Stage, window: StageWindow, qtbot: QtBot
) -> None:
    window.show()
    stage.set_animated(True)
    view, whole = views.stage_view(Screen.LEADERBOARD), views.unit_board(200)
    rows = tuple(replace(row, latest=row.rank == 1) for row in whole.rows)
    stage.show_view(replace(view, boards=(replace(whole, rows=rows),)))
    qtbot.waitUntil(lambda: len(named(window, "boardLine")) >= 10)
    made, shown = faces(window.rootObject(), "boardLine"), len(named(window, "boardLine"))
    assert made <= 2 * shown, "lines stand ready for the next page, and for no other"
    stage.turn_page()
    places = [item.y() / item.height() for item in named(window, "boardLine")]
    assert places == pytest.approx([round(place) for place in places]), (
        "on another page every row stands in its place at once"
    )
    stage.show_view(replace(view, boards=(replace(whole, rows=(rows[-1], *rows[:-1])),)))
    lowest = rows[-1].code
    qtbot.waitUntil(lambda: lowest in {code_of(item) for item in named(window, "boardLine") if item.y() == 0})


def test_boards_stand_side_by_side_where_they_fit_and_come_in_turn_elsewhere(stage: Stage, window: StageWindow) -> None:
    window.show()
    both = (views.unit_board(), replace(views.final_board(), key="d"))
    stage.show_view(replace(views.stage_view(Screen.LEADERBOARD), boards=both))
    assert "94.39" not in texts(window)
    stage.set_side_by_side(True)
    shown = texts(window)
    assert {"94.39", "96.00"} <= set(shown)
    assert [text for text in shown if text.startswith(("参与单位", "区（市）"))] == [
        "参与单位 · Provisional ranking",
        "区（市） · Final ranking",
    ]
    stage.show_view(views.long_named(replace(views.stage_view(Screen.LEADERBOARD), boards=both)))
    assert "94.39" not in texts(window), "names of 24 characters need the whole width"


def test_a_row_stays_the_same_item_when_something_else_changes(stage: Stage, window: StageWindow) -> None:
    window.show()
    stage.show_view(boards("D05", "D01"))
    texts(window)
    before = line(window, "D05")
    stage.show_view(replace(boards("D05", "D01"), ballots_in=12))
    texts(window)
    assert line(window, "D05") is before, "rows that were made anew could not slide"


def test_a_newcomer_flies_up_to_its_place(stage: Stage, window: StageWindow, qtbot: QtBot) -> None:
    window.show()
    stage.set_animated(True)
    stage.show_view(boards("D05", "D01", "D08"))
    qtbot.waitUntil(lambda: len(named(window, "boardLine")) == 3)
    stage.show_view(boards("D04", "D05", "D01", "D08"))
    qtbot.waitUntil(lambda: len(named(window, "boardLine")) == 4)
    newcomer = line(window, "D04")
    start = newcomer.y()
    assert start > line(window, "D05").y(), "it starts at the foot"
    qtbot.waitUntil(lambda: newcomer.y() == 0)


def test_dropped_scores_fall_when_their_step_comes(stage: Stage, window: StageWindow) -> None:
    window.show()
    stage.show_view(views.staged("ballots"))
    texts(window)
    chips = named(window, "chip")
    before = [chip.mapToScene(chip.position()).y() for chip in chips]
    stage.show_view(views.staged("dropped"))
    assert "The highest and the lowest score are dropped" in texts(window)
    assert named(window, "chip") == chips, "the same chips"
    assert sum(chip.mapToScene(chip.position()).y() > y for chip, y in zip(chips, before, strict=True)) == 4


def test_a_final_reveal_fills_from_below_with_the_last_one_told_beside_it(
    stage: Stage, window: StageWindow, qtbot: QtBot
) -> None:
    window.show()
    stage.show_view(views.finale_view(0))
    assert "The ranking is revealed" in texts(window)
    assert not any(text in ("平度市", "88.05") for text in texts(window))
    stage.set_animated(True)
    stage.show_view(views.finale_view(1))
    assert stage.property("score").property("running"), "the score counts up"
    qtbot.waitUntil(lambda: not stage.property("score").property("running"))
    shown = texts(window)
    assert shown.count("88.05") == 2
    assert {"Rank 10", "Back next round"} <= set(shown)
    places = [item.property("row") for item in sorted(named(window, "finaleLine"), key=lambda item: item.y())]
    assert [place["told"] for place in places] == [False] * 9 + [True]


def test_words_change_with_the_language(stage: Stage, window: StageWindow, thumbnail: StageThumbnail) -> None:
    window.show()
    stage.show_view(views.stage_view(Screen.CLOSING))
    assert "Thank you" in texts(window)
    translator = Shout()
    QCoreApplication.installTranslator(translator)
    stage.set_language("en")
    try:
        assert "THANK YOU" in texts(window)
        assert window.title() == "STAGE"
    finally:
        QCoreApplication.removeTranslator(translator)
    stage.set_language("en")
    assert "Thank you" in texts(window)


class Shout(QTranslator):
    """A language for the test: everything in capitals."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.upper()

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def test_the_thumbnail_shows_the_stage_though_neither_is_on_screen(stage: Stage, thumbnail: StageThumbnail) -> None:
    stage.show_view(views.stage_view(Screen.REVEAL))
    picture = thumbnail.picture(320)
    assert picture.size() == QSize(320, 180)
    assert colours(picture) > 50
    stage.show_view(views.stage_view(Screen.BLACK))
    assert colours(thumbnail.picture(320)) == 1


def test_the_thumbnail_takes_the_shape_of_the_stage(window: StageWindow, thumbnail: StageThumbnail) -> None:
    thumbnail.follow(window)
    assert thumbnail.heightForWidth(320) == 180
    window.resize(3840, 1080)
    assert thumbnail.heightForWidth(320) == 90
    assert thumbnail.picture(320).height() == 90


def test_f11_fills_the_screen_and_gives_it_back(window: StageWindow, qtbot: QtBot) -> None:
    window.open()
    assert not window.is_full_screen()
    assert window.size() == fitting(window.screen().availableGeometry().size(), window.frameMargins())
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.is_full_screen()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.is_full_screen()
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_with_its_frame_it_is_no_larger_than_the_screen() -> None:
    frame = QMargins(1, 30, 1, 5)
    assert fitting(QSize(1920, 1080), frame) == QSize(1280, 720)
    assert fitting(QSize(1280, 720), QMargins()) == QSize(1280, 720)
    small = fitting(QSize(1280, 720), frame)
    assert (small.width() + 2 <= 1280, small.height() + 35) == (True, 720)
    assert abs(small.width() / small.height() - 16 / 9) < 0.01, "it keeps its shape"
    assert fitting(QSize(800, 800), frame).width() == 798


def test_it_never_insists_on_standing_on_top(window: StageWindow) -> None:
    window.open()
    assert not window.flags() & Qt.WindowType.WindowStaysOnTopHint


TWO_SCREENS = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ui.stage.model import Stage
from ui.stage.window import StageWindow

app = QApplication([])
desk, hall = app.screens()
console = QWidget()
console.setScreen({console})
console.setGeometry({console}.geometry())
console.show()
window = StageWindow(Stage(), console)

def where():
    print(window.screen().name(), window.is_full_screen(), window.geometry().topLeft().x())

window.open()
where()
window.hide()
window.setScreen(desk)
window.showNormal()
app.screenAdded.emit(hall)
app.processEvents()
app.processEvents()
where()
window.hide()
window.setScreen(desk)
window.showNormal()
hall.geometryChanged.emit(hall.geometry())
app.processEvents()
app.processEvents()
where()
console.setGeometry(window.screen().geometry())
console.windowHandle().setScreen(window.screen())
app.processEvents()
app.processEvents()
where()
window.close()
app.screenAdded.emit(hall)
app.processEvents()
print(window.isVisible())
"""


HALL, DESK = "hall True 1280", "desk True 0"


@pytest.mark.parametrize(("console", "here", "there"), [("desk", HALL, DESK), ("hall", DESK, HALL)])
def test_it_goes_to_the_screen_without_the_console_and_comes_back(
    tmp_path: Path, console: str, here: str, there: str
) -> None:
    """At first, after the projector was plugged in again, after another mode, and when the console moves over."""
    assert _ran(tmp_path, TWO_SCREENS.format(console=console), 1280) == [here, here, here, there, "False"]


MIRRORED = """
from PySide6.QtWidgets import QApplication
from ui.stage.window import second_screen
app = QApplication([])
print(second_screen(app.screens(), app.screens()[0]))
"""


def test_a_projector_that_mirrors_the_console_is_no_place_for_the_stage(tmp_path: Path) -> None:
    assert _ran(tmp_path, MIRRORED, 0) == ["None"]


def _ran(tmp_path: Path, script: str, second: int) -> list[str]:
    """What a script prints on two screens, the second of which begins at this column."""
    screens = [_screen("desk", 0), _screen("hall", second)]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    ran = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | platform, capture_output=True, text=True, check=True
    )
    return ran.stdout.splitlines()


def _screen(name: str, x: int) -> dict[str, object]:
    size = {"width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": 0, **size}
