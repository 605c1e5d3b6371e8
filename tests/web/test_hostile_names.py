"""Names that are markup, turn the direction of writing or never end are shown as what they are, and do nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from storage.contest_file import create_contest
from storage.sheets import read_setup
from tests.running import PlainNearDesk

from .panels import SCORES, SOON, Desk, JudgePanel, open_for

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]
MARKUP = """<img src=x onerror="window.harmed=1"><script>window.harmed=1</script><b>乙</b>"""
TURNED = "\u202e\u2067左右\u200f"
NAMES = (MARKUP, TURNED, "甲" * 500, "A" * 500, "{name}%s${1}`", "&lt;丙&amp;")
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
MADE = "document.querySelectorAll('main img, main script, main b').length + (window.harmed || 0)"


@pytest.fixture
def hostile(tmp_path: Path, qingdao: Path) -> Iterator[Desk]:
    """A contest in which everything that has a name has one of these."""
    setup = read_setup(qingdao)
    contestants = [replace(each, name=name, lead=name) for each, name in zip(setup.contestants, NAMES, strict=False)]
    judges = [replace(each, name=name, title=name) for each, name in zip(setup.judges, NAMES, strict=False)]
    criteria = [replace(each, name=name) for each, name in zip(setup.plan.criteria, NAMES, strict=False)]
    plan = replace(setup.plan, title=MARKUP + TURNED, organizer=MARKUP, criteria=tuple(criteria))
    setup = replace(setup, plan=plan, contestants=tuple(contestants), judges=(*judges, *setup.judges[len(judges) :]))
    create_contest(tmp_path / "擂台赛.arena", setup)
    desk = PlainNearDesk(tmp_path / "擂台赛.arena")
    yield desk
    desk.end()


def unharmed(page: Page) -> None:
    assert page.evaluate(MADE) == 0
    assert not page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_do_no_harm_on_any_page(new_page: Callable[..., Page], hostile: Desk, language: str) -> None:
    for code in ("F03", "F02", "F01"):
        hostile.post("no-show", entry=code, reason=MARKUP)
        hostile.post("reveal", entry=code)
        record = hostile.get("/api/desk")["marks"][-1]["record"]
        hostile.post("undo", record=record, reason=TURNED)
    pages = {path: new_page(320, 640, language=language) for path in ("/", "/board")}
    for path, page in pages.items():
        page.goto(hostile.url + path)
    expect(pages["/board"].locator("#boards")).to_contain_text(MARKUP, timeout=SOON)
    for number, code in enumerate(("F01", "F02", "F03", "F04", "F05", "F06")):
        judge = list(hostile.judges)[number]
        open_for(hostile, code)
        panel = JudgePanel(new_page(320, 640, language=language), hostile, judge)
        panel.sees("open")
        expect(panel.page.locator("h1")).to_have_text(NAMES[number].replace("\u200f", "\u200f"))
        unharmed(panel.page)
        panel.type(SCORES)
        panel.submit()
        panel.sees("stored")
        unharmed(panel.page)
        hostile.post("return-ballot", judge=judge, entry=code, reason=MARKUP + TURNED)
        panel.sees("returned")
        panel.reads(MARKUP)
        unharmed(panel.page)
        panel.page.context.close()
        hostile.post("close", force=True)
    host = new_page(320, 640, language=language)
    host.goto(hostile.host_url)
    expect(host.locator("#now-name")).to_have_text(NAMES[5], timeout=SOON)
    for page in (*pages.values(), host):
        unharmed(page)
        assert "\u202e" not in page.title()
