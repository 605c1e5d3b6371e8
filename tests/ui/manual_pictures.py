"""The pictures of the manual, from those of the gallery, the stage and a judge's phone; `console_gallery` calls it.

python -m tests.ui.manual_pictures FOLDER       FOLDER holds the gallery
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from scoring.contest import Screen
from scoring.text import Language
from storage.contest_file import create_contest
from storage.sheets import read_setup
from tests.running import PlainNearDesk
from tests.ui import stage_views as views
from tests.ui.console_gallery import LANGUAGES, TEMPLATE
from ui.language import Languages
from ui.manual.source import PAGES, folder, page_file
from ui.program import make_application
from ui.stage.model import Stage
from ui.stage.window import StageWindow

COLOURS = 256
WIDTHS = {"stage": 960, "panel": 150}
PHONE = {"width": 390, "height": 720}
SCORES = {"problems": "18.5", "targets": "19", "approach": "28.5", "measures": "28"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SPEAK_ENGLISH = "if (location.protocol === 'http:') localStorage.setItem('arena.language', 'en')"
FOR_README = Path(__file__).parents[2] / "docs" / "images" / "console.png"


def wanted(language: Language) -> set[str]:
    """The pictures that the pages of a language show."""
    pages = "\n".join(page_file(language, page).read_text(encoding="utf-8") for page in PAGES)
    return set(re.findall(r"\]\(images/([\w-]+)\.png\)", pages))


def keep(picture: Path, place: Path, width: int | None = None) -> None:
    """Write a picture with few colours: it is looked at on a screen, and carried in every copy of the program."""
    with Image.open(picture) as opened:
        image = opened.convert("RGB")
    if width and image.width > width:
        image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(place, optimize=True)


def take_stage(place: Path, language: Language) -> None:
    """The room while a score is revealed."""
    languages, stage = Languages(language), Stage()
    stage.set_language(language)
    window = StageWindow(stage)
    window.resize(1280, 720)
    window.show()
    stage.show_view(views.stage_view(Screen.REVEAL))
    make_application([]).processEvents()
    window.grabWindow().save(str(place / "stage-reveal.png"))
    window.take_down()
    languages.remove()


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


def take_phone(place: Path, language: Language) -> None:
    """A judge's phone: while the scores are filled in, and with the receipt."""
    with tempfile.TemporaryDirectory() as there, browser() as opened:
        path = Path(there) / "擂台赛.arena"
        create_contest(path, read_setup(TEMPLATE))
        desk = PlainNearDesk(path)
        try:
            desk.post("call", entry="U05")
            desk.post("open")
            context = opened.new_context(viewport=PHONE, has_touch=True)  # type: ignore[arg-type]
            if language == "en":
                context.add_init_script(SPEAK_ENGLISH)
            page = context.new_page()
            page.goto(desk.judges["L1"]["url"])
            fill_in(page, place)
        finally:
            desk.end()


def fill_in(page: Page, place: Path) -> None:
    """Score as a judge does."""
    expect(page.locator("body[data-state=open]")).to_be_visible()
    for key, score in SCORES.items():
        page.locator(f"#score-{key}").fill(score)
    page.screenshot(path=place / "panel-open.png")
    page.locator("#submit").click()
    page.locator("#confirm").click()
    expect(page.locator("body[data-state=stored]")).to_be_visible()
    page.screenshot(path=place / "panel-stored.png")


def main(gallery: str) -> None:
    """Make them all anew, in both languages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    make_application([])
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as name:
            own = Path(name)
            take_stage(own, language)
            take_phone(own, language)
            images = folder(language) / "images"
            shutil.rmtree(images, ignore_errors=True)
            images.mkdir()
            for picture in sorted(wanted(language)):
                taken = own / f"{picture}.png"
                source = taken if taken.is_file() else Path(gallery) / f"{picture}-{language}-light-100.png"
                keep(source, images / f"{picture}.png", WIDTHS.get(picture.partition("-")[0]))
    keep(Path(gallery) / "console-5-live-zh-light-100.png", FOR_README)


if __name__ == "__main__":
    main(*sys.argv[1:])
