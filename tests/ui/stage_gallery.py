"""Pictures of the stage.

python -m tests.ui.stage_gallery FOLDER [WIDTHxHEIGHT] [TRANSLATION.qm]    every screen in every state, both themes
python -m tests.ui.stage_gallery --docs                                    the pictures and the frames of docs/images
"""

from __future__ import annotations

import os
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
from PySide6.QtWidgets import QApplication

from scoring.contest import Clock, Screen
from scoring.text import Language
from scoring.views import BoardView, StageView
from tests.ui import stage_views as views
from tests.ui.stage_items import everything
from ui.language import Languages
from ui.stage.model import Stage, ThemeName
from ui.stage.window import StageWindow

THEMES: tuple[ThemeName, ...] = ("red", "navy")


LOGO = "data:image/svg+xml;base64," + b64encode(
    b'<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240">'
    b'<circle cx="120" cy="120" r="112" fill="#fff7e6"/>'
    b'<path d="M60 160 L120 52 L180 160 Z" fill="#a3141b"/><circle cx="120" cy="128" r="22" fill="#f2d08a"/></svg>'
).decode("ascii")
"""A mark such as a contest may have."""


def present(stage: Stage, name: str, view: StageView) -> None:
    """Show a sample on a stage that is set up as its name says."""
    stage.set_side_by_side("-side" in name)
    stage.set_logo(LOGO if "-logo" in name else "")
    stage.show_view(view)
    if "-turned" in name:
        stage.turn_page()


def samples() -> Iterator[tuple[str, StageView]]:
    """Every screen in the states that look different."""
    for screen in Screen:
        if screen is not Screen.AUTO:
            yield screen.value, views.stage_view(screen)
            yield f"{screen.value}-long", views.long_named(views.stage_view(screen))
            yield f"{screen.value}-longest", views.long_named(views.stage_view(screen), views.LONGEST_NAME)
    yield from _on_stage()
    yield from _reveals()
    yield from _beats()
    yield from _boards()
    yield from _finales()
    scoring = views.stage_view(Screen.SCORING)
    yield "scoring-closed", replace(scoring, scoring_open=False, ballots_in=15)
    yield "rehearsal", replace(views.stage_view(Screen.REVEAL), rehearsal=True)
    yield "welcome-logo", views.stage_view(Screen.WELCOME)
    yield "rehearsal-black", replace(views.stage_view(Screen.BLACK), rehearsal=True)


def _on_stage() -> Iterator[tuple[str, StageView]]:
    view = views.stage_view(Screen.ON_STAGE)
    yield "on-stage-warning", replace(view, clock=Clock(used=432.0))
    yield "on-stage-over", replace(view, clock=Clock(used=492.0))
    yield "on-stage-nobody", replace(view, entry=None)


def _reveals() -> Iterator[tuple[str, StageView]]:
    view, reveal = views.stage_view(Screen.REVEAL), views.reveal()
    parts = replace(
        reveal, components=(("平时工作", "92.50"), ("企业满意度", "95.10")), adjustment="-0.50", review=True
    )
    yield "reveal-parts", replace(view, reveal=parts)
    many = views.chips(" ".join(["97.25^", *["94.75"] * 10, "90.25_"]))
    yield (
        "reveal-many",
        replace(view, reveal=replace(reveal, groups=tuple(replace(g, chips=many) for g in views.groups()))),
    )
    six = tuple(replace(group, name=f"{group.name}{part}") for part in "甲乙" for group in views.groups())
    yield "reveal-six-groups", replace(view, reveal=replace(reveal, groups=six))
    yield "reveal-no-judges", replace(view, reveal=replace(parts, groups=(), review=False))
    bare = tuple(replace(group, chips=()) for group in views.groups())
    yield "reveal-by-criterion", replace(view, reveal=replace(reveal, groups=bare), boards=(views.final_board(),))
    yield "reveal-none", replace(view, reveal=None)
    yield "reveal-no-show", replace(view, reveal=replace(reveal, status="no_show", score=None, rank=None, groups=()))


def _beats() -> Iterator[tuple[str, StageView]]:
    for beat in ("sealed", "ballots", "dropped", "groups", "parts"):
        yield f"reveal-1-{beat}", views.staged(beat)
    yield "reveal-1-dropped-long", views.long_named(views.staged("dropped"))
    yield "reveal-1-review", replace(views.staged("groups"), reveal=replace(views.staged_reveal("groups"), review=True))


def _finales() -> Iterator[tuple[str, StageView]]:
    for told in (0, 1, 2, 8, 10):
        yield f"finale-{told}", views.finale_view(told)
    yield "finale-long-8", views.long_named(views.finale_view(8))
    yield "finale-units", views.finale_view(20, views.unit_board())
    missing = replace(views.row("D09", "平度市", None, None), status="no_show", returns=True)
    yield "finale-no-show", views.finale_view(1, views.board((*views.ranked(views.DISTRICTS[:4]), missing)))
    graded = tuple(replace(row, grade="优秀", review=True) for row in views.final_board().rows)
    yield "finale-grades", views.finale_view(7, replace(views.final_board(), rows=graded))
    yield "finale-none", replace(views.finale_view(0), finale=None)


def _boards() -> Iterator[tuple[str, StageView]]:
    view = views.stage_view(Screen.LEADERBOARD)
    final = views.final_board()
    yield "leaderboard-final", replace(view, boards=(final,), closed=True)
    yield "leaderboard-pages", replace(view, boards=(views.unit_board(), final))
    three = tuple(replace(final, key=name, name=name) for name in ("重点领域", "参与单位", "区（市）"))
    yield "leaderboard-turned", replace(view, boards=(views.unit_board(),))
    yield "leaderboard-turned-long", views.long_named(replace(view, boards=(views.unit_board(),)))
    yield "leaderboard-side-2", replace(view, boards=(views.unit_board(), final))
    yield "leaderboard-side-3", replace(view, boards=three)
    yield "leaderboard-logo", replace(view, boards=(final,), closed=True)
    yield "leaderboard-empty", replace(view, boards=(views.board(()),))
    graded = tuple(replace(row, grade="优秀" if row.rank and row.rank < 4 else "良好") for row in final.rows)
    draw = (("D08", "D06"),)
    yield "leaderboard-grades", replace(view, boards=(replace(final, rows=graded, needs_draw=draw),))
    yield "returns-decided", replace(view, screen=Screen.RETURNS, boards=(final, _two_return()), closed=True)


def _two_return() -> BoardView:
    rows = views.unit_board(3).rows
    missing = replace(rows[2], rank=None, score=None, status="no_show", returns=True)
    return views.board((rows[0], replace(rows[1], returns=True), missing), final=True, name="参与单位")


def settle(window: StageWindow, *, logo: bool) -> None:
    """Until everything stands in its place, the logo included."""
    QApplication.processEvents()
    while logo and not any(item.inherits("QQuickImage") for item in everything(window.rootObject())):
        QApplication.processEvents()


def render(folder: Path, width: int, height: int, language: Language) -> None:
    """Save a picture of every sample in both themes."""
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage()
    window = StageWindow(stage)
    window.resize(width, height)
    window.show()
    stage.set_language(language)
    for theme in THEMES:
        stage.set_theme(theme)
        for name, view in samples():
            present(stage, name, view)
            settle(window, logo="-logo" in name)
            window.grabWindow().save(str(folder / f"{name}-{theme}.png"))


def frames() -> Iterator[tuple[str, ThemeName, StageView]]:
    """A short walk through an evening, with every step of a reveal."""
    for screen in (Screen.WELCOME, Screen.LINEUP, Screen.ON_STAGE, Screen.SCORING):
        yield f"{screen.value}", "red", views.stage_view(screen)
    for place, beat in enumerate(("sealed", "ballots", "dropped", "groups"), start=1):
        yield f"reveal-{place}-{beat}", "red", views.staged(beat)
    yield "reveal-5-score", "red", views.stage_view(Screen.REVEAL)
    yield "reveal-6-place", "red", replace(views.stage_view(Screen.LEADERBOARD), boards=(views.placed_board(),))
    yield (
        "leaderboard",
        "navy",
        replace(views.stage_view(Screen.LEADERBOARD), boards=(views.final_board(),), closed=True),
    )
    yield "finale-1", "navy", views.finale_view(1)
    yield "finale-2", "navy", views.finale_view(8)
    yield "finale-3", "navy", views.finale_view(10)


def illustrate(folder: Path) -> None:
    """Make the pictures of the documentation anew, in Chinese."""
    languages = Languages("zh")
    stage = Stage()
    window = StageWindow(stage)
    window.resize(1280, 720)
    window.show()
    for name, theme, view in frames():
        stage.set_theme(theme)
        stage.show_view(view)
        QApplication.processEvents()
        picture = window.grabWindow().scaledToWidth(960, Qt.TransformationMode.SmoothTransformation)
        picture.save(str(folder / f"stage-{name}.png"))
    languages.remove()


def main(folder: str, size: str = "1280x720", translation: str = "") -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    app = QApplication([])
    if folder == "--docs":
        illustrate(Path(__file__).parents[2] / "docs" / "images")
        return
    translator = QTranslator()
    if translation and translator.load(translation):
        app.installTranslator(translator)
    width, height = map(int, size.split("x"))
    render(Path(folder), width, height, "zh" if translation else "en")


if __name__ == "__main__":
    main(*sys.argv[1:])
