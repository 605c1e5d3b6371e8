"""The contest's logo: any image the organizer has, kept with the contest, shown on the stage."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.contest import Screen
from scoring.errors import BadInput
from tests.ui import stage_views as views
from tests.ui.stage_items import everything, named
from ui.console import logo as logos
from ui.console.logo import SIDE, read_logo
from ui.stage.model import Stage
from ui.stage.window import StageWindow

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#fff"/></svg>'


def picture(path: Path, width: int, height: int) -> Path:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("#3366cc"))
    assert image.save(str(path))
    return path


def kept(logo: str) -> QImage:
    image = QImage()
    assert image.loadFromData(base64.b64decode(logo.removeprefix("data:image/png;base64,")))
    return image


@pytest.fixture
def window(qapp: object) -> Iterator[StageWindow]:
    window = StageWindow(Stage())
    window.show()
    yield window
    window.take_down()
    window.deleteLater()


def emblems(window: StageWindow) -> list[QQuickItem]:
    return [item for item in everything(window.rootObject()) if item.inherits("QQuickImage")]


@pytest.mark.parametrize("name", ["标志.png", "logo.jpg", "logo.bmp"])
def test_an_image_of_any_usual_kind_is_taken_as_it_is(qapp: object, tmp_path: Path, name: str) -> None:
    image = kept(read_logo(picture(tmp_path / name, 300, 200)))
    assert (image.width(), image.height()) == (300, 200)


def test_a_drawing_is_taken_whatever_its_name_says(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text(SVG)
    assert kept(read_logo(tmp_path / "logo.png")).width() == 40


def test_a_photograph_is_made_smaller(qapp: object, tmp_path: Path) -> None:
    image = kept(read_logo(picture(tmp_path / "big.png", 4000, 1000)))
    assert (image.width(), image.height()) == (SIDE, SIDE // 4)


def test_what_is_no_image_is_refused_with_its_name_and_the_reason(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes.png").write_text("no image")
    with pytest.raises(BadInput, match="cannot be read") as refused:
        read_logo(tmp_path / "notes.png")
    assert refused.value.faults[0].file == str(tmp_path / "notes.png")
    with pytest.raises(BadInput, match="no such file"):
        read_logo(tmp_path / "nothing.png")
    monkeypatch.setattr(logos, "LARGEST_FILE", 10)
    with pytest.raises(BadInput, match="too large"):
        read_logo(picture(tmp_path / "big.png", 100, 100))


@pytest.mark.parametrize("screen", [Screen.WELCOME, Screen.LEADERBOARD, Screen.FINALE, Screen.CLOSING])
def test_the_logo_stands_on_the_screens_and_leaves_the_title_its_room(
    window: StageWindow, qtbot: QtBot, tmp_path: Path, screen: Screen
) -> None:
    stage = window._stage
    stage.show_view(views.stage_view(screen))
    stage.set_logo(read_logo(picture(tmp_path / "logo.png", 300, 200)))
    qtbot.waitUntil(lambda: bool(emblems(window)))
    shown = window.grabWindow()
    (emblem,) = emblems(window)
    box = emblem.mapRectToScene(emblem.boundingRect())
    assert shown.pixelColor(box.center().toPoint()).name() == "#3366cc"
    assert box.width() / box.height() == pytest.approx(1.5, 0.02)
    title = named(window, "title")[0]
    assert not box.intersects(title.mapRectToScene(title.boundingRect()))
    stage.set_logo("")
    QApplication.processEvents()
    assert emblems(window) == []
