"""Everybody can use the pages: small screens, large text, a thumb, a screen reader, a dark hall."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from .panels import OTHER, SCORES, SOON, Desk, JudgePanel, open_for

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LEVEL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
TORN = """[...document.querySelectorAll('.line dd, .total strong, .board td.score, .place, .comparison td')]
    .filter((e) => e.offsetParent && e.textContent).filter((e) => {
        const range = document.createRange();
        range.selectNodeContents(e);
        return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
    }).map((e) => e.outerHTML)"""
COVERED = """[...document.querySelectorAll('.board tbody tr, .line')].filter((row) => {
    const boxes = [...row.children].filter((e) => e.textContent).map((e) => e.getBoundingClientRect());
    return boxes.some((a, n) => boxes.slice(n + 1).some((b) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
}).map((row) => row.outerHTML)"""
SPLIT = r"""[...document.querySelectorAll('.comparison [role=columnheader]')].flatMap((e) => {
    const range = document.createRange();
    return [...e.textContent.matchAll(/[a-z]+/gi)].filter((word) => {
        range.setStart(e.firstChild, word.index);
        range.setEnd(e.firstChild, word.index + word[0].length);
        return range.getClientRects().length > 1;
    }).map((word) => word[0]);
})"""
CRAMPED = "[...document.querySelectorAll('.score, .code')].filter((e) => e.scrollWidth > e.clientWidth).length"
SMALL = """(least) => [...document.querySelectorAll('button, input, a, summary')].filter((e) => e.offsetParent)
    .filter((e) => Math.min(e.getBoundingClientRect().height, e.getBoundingClientRect().width) < least)
    .map((e) => e.outerHTML)"""


def faults(page: Page) -> list[str]:
    """What axe finds on the page, in a line each."""
    page.evaluate(AXE)
    found = page.evaluate("(tags) => axe.run({runOnly: {type: 'tag', values: tags}})", LEVEL)
    return [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]


def look(page: Page) -> None:
    """Nothing to find for axe, nothing to scroll sideways, nothing too small for a thumb."""
    assert faults(page) == []
    assert not page.evaluate(TOO_WIDE)
    assert page.evaluate(SMALL, 47.5) == []


@pytest.fixture(params=[("zh", False), ("en", True)], ids=["zh-light", "en-dark"])
def phone(request: pytest.FixtureRequest, new_page: Callable[..., Page]) -> Page:
    """The smallest phone, in Chinese by day and in English by night."""
    language, dark = request.param
    return new_page(320, 640, language=language, dark=dark)


def test_every_state_of_a_panel_can_be_used_by_everybody(phone: Page, desk: Desk) -> None:
    panel = JudgePanel(phone, desk, "L1")
    panel.sees("waiting")
    look(phone)
    desk.post("call", entry="F01")
    panel.sees("called")
    look(phone)
    desk.post("open")
    panel.sees("open")
    look(phone)
    panel.type({**SCORES, "targets": "99"})
    phone.locator("#submit").click()
    look(phone)
    panel.type(SCORES)
    phone.locator("#submit").click()
    expect(phone.locator("#review")).to_be_visible()
    look(phone)
    phone.locator("#confirm").click()
    panel.sees("stored")
    look(phone)
    phone.locator("#history summary").click()
    look(phone)
    paper = {"scores": {**OTHER, "targets": "17.5"}, "reason": "纸质评分表", "replaces": panel.sent[0]["ballot_id"]}
    desk.post("enter-ballot", judge="L1", entry="F01", **paper)
    expect(phone.locator("#history-list li")).to_have_count(2, timeout=SOON)
    look(phone)
    desk.post("return-ballot", judge="L1", entry="F01", reason="“列举措”一项漏填小数，请再看一遍评分说明")
    panel.sees("returned")
    look(phone)
    panel.cut()
    panel.submit()
    panel.sees("unsent")
    look(phone)
    desk.post("enter-ballot", judge="L1", entry="F01", scores=OTHER, reason="纸质评分表")
    panel.mend()
    panel.sees("conflict")
    look(phone)
    phone.evaluate("document.documentElement.style.fontSize = '200%'")
    assert phone.evaluate(SPLIT) == []
    phone.evaluate("document.documentElement.style.fontSize = ''")
    desk.post("close", force=True)
    desk.post("recuse", judge="L1", entry="F02", reason="回避")
    open_for(desk, "F02")
    panel.sees("recused")
    look(phone)
    second = JudgePanel(another_device(phone), desk, "L1")
    expect(phone.locator("#notices .busy").first).to_be_visible(timeout=SOON)
    look(phone)
    second.page.context.close()
    desk.post("close", force=True)
    open_for(desk, "F03")
    panel.sees("open")
    panel.cut()
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    desk.post("reissue", judge="L1", reason="遗失")
    panel.mend()
    panel.sees("revoked")
    expect(phone.locator(".kept")).to_be_visible()
    look(phone)


def another_device(page: Page) -> Page:
    """A page of a browser that shares nothing with the first."""
    browser = page.context.browser
    assert browser is not None
    return browser.new_context().new_page()


def test_a_seat_that_has_scored_can_be_understood_by_everybody(phone: Page, desk: Desk) -> None:
    open_for(desk, "F01")
    first = JudgePanel(another_device(phone), desk, "L1")
    first.sees("open")
    first.type(SCORES)
    first.submit()
    first.sees("stored")
    first.page.context.close()
    panel = JudgePanel(phone, desk, "L1")
    desk.post("substitute", judge="L1", name="替补评委", title="代表")
    panel.sees("revoked")
    look(phone)
    panel.page.goto(f"{desk.url}{desk.get('/api/desk')['judges'][0]['link']['path']}")
    panel.sees("seat_scored")
    look(phone)


def test_the_other_pages_can_be_used_by_everybody(phone: Page, desk: Desk) -> None:
    desk.post("no-show", entry="F01", reason="未到")
    desk.post("reveal", entry="F01")
    desk.post("call", entry="F02")
    phone.goto(desk.url)
    phone.locator("#code").fill("12")
    phone.locator("#enter").click()
    look(phone)
    phone.goto(desk.host_url)
    expect(phone.locator("#now-name")).to_have_text("发展改革领域", timeout=SOON)
    look(phone)
    phone.goto(desk.url + "/board")
    expect(phone.locator("#boards")).to_contain_text("政法领域", timeout=SOON)
    look(phone)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_text_of_twice_the_size_loses_nothing(new_page: Callable[..., Page], desk: Desk, width: int) -> None:
    panel = JudgePanel(new_page(width, 640), desk, "L1")
    open_for(desk, "F01")
    panel.sees("open")
    panel.page.evaluate("document.documentElement.style.fontSize = '200%'")
    panel.type(SCORES)
    assert not panel.page.evaluate(TOO_WIDE)
    assert panel.page.evaluate(CRAMPED) == 0
    assert panel.page.evaluate(TORN) == []
    panel.page.locator("#submit").click()
    expect(panel.page.locator("#review")).to_be_visible()
    assert panel.page.evaluate(TORN) + panel.page.evaluate(COVERED) == []
    panel.page.locator("#confirm").click()
    panel.sees("stored")
    assert not panel.page.evaluate(TOO_WIDE)
    assert panel.page.evaluate(TORN) + panel.page.evaluate(COVERED) == []


def test_a_whole_join_code_is_seen_on_a_small_phone_in_text_of_twice_the_size(page: Page, desk: Desk) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(desk.url)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.locator("#code").evaluate("(code) => { code.value = '000000'; }")
    assert page.evaluate(CRAMPED) == 0
    assert not page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_and_scores_do_not_cover_each_other_in_text_of_twice_the_size(
    new_page: Callable[..., Page], desk: Desk, language: str
) -> None:
    for code in ("F01", "F02"):
        for judge in desk.judges:
            desk.post("enter-ballot", judge=judge, entry=code, scores=SCORES, reason="纸质")
        desk.post("reveal", entry=code)
    desk.post("adjust", entry="F02", points="-0.5", reason="超时")
    for address in (f"{desk.url}/board", desk.host_url):
        page = new_page(320, 640, language=language)
        page.goto(address)
        expect(page.locator(".board td.score").first).to_have_text("94.00", timeout=SOON)
        for size in ("100%", "200%"):
            page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
            assert not page.evaluate(TOO_WIDE)
            assert page.evaluate(TORN) + page.evaluate(COVERED) == []


def test_notices_and_kept_ballots_fit_a_small_phone_with_text_of_twice_the_size(
    new_page: Callable[..., Page], desk: Desk
) -> None:
    panel = JudgePanel(new_page(320, 640, language="en"), desk, "L1")
    panel.page.evaluate("document.documentElement.style.fontSize = '200%'")
    other = JudgePanel(another_device(panel.page), desk, "L1")
    panel.reads("This seat is open on 2 devices")
    assert not panel.page.evaluate(TOO_WIDE)
    other.page.context.close()
    open_for(desk, "F01")
    panel.sees("open")
    panel.cut()
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    desk.post("reissue", judge="L1", reason="遗失")
    panel.mend()
    panel.sees("revoked")
    expect(panel.page.locator(".kept")).to_be_visible()
    assert not panel.page.evaluate(TOO_WIDE)


def test_a_field_in_use_is_never_hidden_behind_the_pad(new_page: Callable[..., Page], desk: Desk) -> None:
    panel = JudgePanel(new_page(320, 640), desk, "L1")
    open_for(desk, "F01")
    panel.sees("open")
    panel.page.locator("#score-problems").focus()
    for key in ("targets", "approach", "measures"):
        panel.page.keyboard.press("Tab")
        expect(panel.page.locator(f"#score-{key}")).to_be_focused()
        field = panel.page.locator(f"#score-{key}").bounding_box()
        dock = panel.page.locator("#dock").bounding_box()
        assert field is not None
        assert dock is not None
        assert field["y"] >= 0
        assert field["y"] + field["height"] <= dock["y"]


def test_everything_stands_within_a_phones_screen_without_scrolling(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    box = panel.page.locator("#submit").bounding_box()
    last = panel.page.locator("#score-measures").bounding_box()
    dock = panel.page.locator("#dock").bounding_box()
    assert box is not None
    assert last is not None
    assert dock is not None
    assert box["y"] + box["height"] <= 844
    assert last["y"] + last["height"] <= dock["y"]


def test_a_change_of_state_is_said_to_a_screen_reader_once(panel: JudgePanel, desk: Desk) -> None:
    panel.sees("waiting")
    panel.page.evaluate(
        "window.said = []; new MutationObserver(() => window.said.push(document.getElementById('spoken').textContent))"
        ".observe(document.getElementById('spoken'), {childList: true, characterData: true, subtree: true})"
    )
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    said = panel.page.evaluate("window.said")
    assert [sum(word in text for text in said) for word in ("评分已开放", "已存 ")] == [1, 1]
