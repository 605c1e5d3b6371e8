"""The stage can be read from the back row: sizes, contrast, and nothing cut, on every screen and shape of wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtWidgets import QApplication

from scoring.contest import Screen
from scoring.text import Language
from tests.ui import stage_views as views
from tests.ui.stage_gallery import present, samples
from tests.ui.stage_items import Words, contrast, everything, ground_of, named, words_on
from ui.language import Languages
from ui.stage.model import Stage
from ui.stage.window import QML, StageWindow

pytestmark = pytest.mark.unwatched  # many times what others do once

SIZES = [(1280, 720), (1920, 1080), (1024, 768), (1280, 800), (3840, 1080), (3840, 2160)]
SMALLEST = {"caption": 36, "title": 36, "revealedScore": 6, "timer": 6, "ballots": 6}
"""The least size of a text as a part of the height of the screen; 24 where nothing else is said."""

BUSY = {"reveal-many", "reveal-six-groups"}
"""More ballots than fit: their chips may shrink to the size of captions."""


FORTY = views.LONGEST_NAME[:40]
SHAPES = {"sun", "coin", "lozenge"}


@pytest.fixture
def stage(qapp: object) -> Stage:
    return Stage()


@pytest.fixture
def window(stage: Stage) -> Iterator[StageWindow]:
    window = StageWindow(stage)
    window.show()
    yield window
    window.take_down()
    window.deleteLater()


@dataclass(frozen=True)
class Wall:
    """All that can be read on a wall of this size in this language, by the name of the sample."""

    size: tuple[int, int]
    language: Language
    samples: list[tuple[str, list[Words]]]


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: object) -> Iterator[Language]:
    """The program speaks this language."""
    languages = Languages(request.param)
    yield request.param
    languages.remove()


@pytest.fixture(scope="module")
def shared(language: Language) -> Iterator[tuple[Stage, StageWindow]]:
    """One window for all sizes, which is never shown: what can be measured need not be painted."""
    stage = Stage()
    window = StageWindow(stage)
    stage.set_language(language)
    yield stage, window
    window.take_down()
    window.deleteLater()


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def wall(request: pytest.FixtureRequest, language: Language, shared: tuple[Stage, StageWindow]) -> Wall:
    stage, window = shared
    root = window.rootObject()
    root.setWidth(request.param[0])
    root.setHeight(request.param[1])
    read = []
    for name, view in samples():
        present(stage, name, view)
        QApplication.processEvents()
        read.append((name, settled_words(window)))
    return Wall(request.param, language, read)


def settled_words(window: StageWindow) -> list[Words]:
    """What is to be read once all items have taken their places; nothing is painted for it."""
    for _ in range(3):  # rows in columns in rows
        for item in everything(window.rootObject()):
            item.ensurePolished()
    return words_on(window)


def test_everything_is_large_enough_for_the_back_row(wall: Wall) -> None:
    small = [
        f"{name}: {words.role} {words.text!r} {words.size}"
        for name, all_words in wall.samples
        if not name.endswith("-longest")
        for words in all_words
        if words.size * _part(name, words) < wall.size[1]
    ]
    assert small == []


def _part(name: str, words: Words) -> int:
    return SMALLEST.get("caption" if words.role == "chip" and name in BUSY else words.role, 24)


def test_where_much_is_said_of_a_row_a_name_of_forty_characters_keeps_its_size(
    shared: tuple[Stage, StageWindow],
) -> None:
    stage, window = shared
    root, final = window.rootObject(), views.final_board()
    root.setWidth(1920)
    root.setHeight(1080)
    first, second, *others = final.rows
    much = replace(second, name=FORTY, grade="优秀", tied=True, move=12, review=True, returns=True)
    board = replace(final, rows=(first, much, *others))
    present(stage, "leaderboard", replace(views.stage_view(Screen.LEADERBOARD), boards=(board,)))
    QApplication.processEvents()
    (name,) = (words for words in settled_words(window) if words.text == FORTY)
    assert 24 * name.size >= 1080


def test_nothing_is_cut_or_leaves_the_screen(wall: Wall) -> None:
    screen = QRectF(0, 0, *wall.size)
    cut = [
        f"{name}: {words.text!r} {words.box}"
        for name, all_words in wall.samples
        for words in all_words
        if words.cut or not screen.contains(_glyphs(words))
    ]
    assert cut == []


def test_no_text_runs_into_another(wall: Wall) -> None:
    clashes = [
        f"{name}: {one.text!r} and {other.text!r}"
        for name, all_words in wall.samples
        for place, one in enumerate(all_words)
        for other in all_words[:place]
        if _glyphs(one).intersects(_glyphs(other))
    ]
    assert clashes == []


def _glyphs(words: Words) -> QRectF:
    """The box of a text without the empty space above and below its glyphs."""
    return words.box.adjusted(0, 0.24 * words.size, 0, -0.18 * words.size)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 540)], ids=str)
@pytest.mark.parametrize("theme", ["red", "navy"])
def test_everything_stands_out_from_its_ground(
    stage: Stage, window: StageWindow, theme: str, size: tuple[int, int]
) -> None:
    """On pictures, in every shape of wall: colours do not depend on language or number of pixels."""
    stage.set_theme(theme)  # type: ignore[arg-type]
    window.resize(*size)
    faint = []
    for name, view in samples():
        present(stage, name, view)
        QApplication.processEvents()
        picture = window.grabWindow()
        for words in words_on(window):
            ratio = min(contrast(words.color, ground) for ground in ground_of(picture, words))
            if ratio < (4.5 if words.role == "caption" else 7):
                faint.append(f"{name}: {words.role} {words.text!r} {ratio:.1f}")
    assert faint == []


@pytest.mark.parametrize(
    ("ink", "ground", "ratio"),
    [
        ("text", "groundBright", 7),
        ("accent", "groundDark", 7),
        ("accent", "panel", 7),
        ("accent", "card", 4.5),
        ("text", "card", 7),
        ("text", "chip", 7),
        ("soft", "card", 7),
        ("soft", "groundBright", 4.5),
        ("accentInk", "accent", 7),
        ("alarmInk", "alarm", 7),
    ],
)
@pytest.mark.parametrize("theme", ["red", "navy"])
def test_the_themes_keep_their_contrast(qapp: object, theme: str, ink: str, ground: str, ratio: float) -> None:
    engine = QQmlEngine()
    component = QQmlComponent(engine, str(QML.with_name("Theme.qml")))
    given = {"name": theme, "sans": "", "serif": "", "unit": 10, "animated": False}
    colors = component.createWithInitialProperties(given)
    assert contrast(colors.property(ink), colors.property(ground)) >= ratio
    medals = [QColor(medal) for medal in colors.property("medals").toVariant()]
    assert all(contrast(colors.property("medalInk"), medal) >= 7 for medal in medals)


def test_the_first_three_are_told_apart_by_shape(window: StageWindow) -> None:
    window.show_view(views.stage_view(Screen.LEADERBOARD))
    QApplication.processEvents()
    lines = sorted(named(window, "boardLine"), key=lambda line: line.y())
    shapes = [[item.objectName() for item in everything(line) if item.objectName() in SHAPES] for line in lines]
    assert shapes[:5] == [["sun"], ["coin"], ["lozenge"], ["lozenge"], []], "two share the third rank"


def test_digits_all_have_one_width(window: StageWindow) -> None:
    window.show_view(views.stage_view(Screen.LEADERBOARD))
    QApplication.processEvents()
    score = named(window, "score")[0]
    widths = set()
    for digit in "0123456789":
        score.setProperty("text", digit * 4)
        widths.add(round(score.property("contentWidth"), 3))
    assert len(widths) == 1


def test_a_rehearsal_says_so_on_every_screen(shared: tuple[Stage, StageWindow], language: Language) -> None:
    stage, window = shared
    for screen in Screen:
        if screen is not Screen.AUTO:
            window.show_view(replace(views.stage_view(screen), rehearsal=True))
            QApplication.processEvents()
            assert any({"zh": "演练", "en": "Rehearsal"}[language] in words.text for words in words_on(window)), screen
    stage.spoke.emit()
    assert window.title() == {"zh": "演练 – 大屏", "en": "REHEARSAL – Stage"}[language]


def test_while_nothing_is_revealed_nobody_is_said_not_to_have_come(
    shared: tuple[Stage, StageWindow], language: Language
) -> None:
    _, window = shared
    view, title = views.stage_view(Screen.REVEAL), {"zh": "尚未公布", "en": "Not revealed yet"}[language]
    absent = {"zh": "未到", "en": "No-show"}[language]
    window.show_view(replace(view, reveal=None))
    QApplication.processEvents()
    read = [words.text for words in words_on(window)]
    assert title in read
    assert absent not in read
    assert not [text for text in read if "00" in text]
    window.show_view(replace(view, reveal=replace(views.reveal(), status="no_show", score=None, rank=None, groups=())))
    QApplication.processEvents()
    read = [words.text for words in words_on(window)]
    assert absent in read
    assert title not in read
    window.show_view(view)
    QApplication.processEvents()
    read = [words.text for words in words_on(window)]
    assert not {absent, title} & set(read)
