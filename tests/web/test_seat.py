"""A seat and its devices: the judge is told of others, the desk of what a device holds, and persons are kept apart."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .panels import OTHER, SCORES, SOON, Desk, JudgePanel, open_for

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]
OUT_OF_SIGHT = """(hidden) => {
    Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
}"""


def seat(desk: Desk, **what: Any) -> None:
    """Wait until the desk sees this of the seat L1."""
    until = monotonic() + SOON / 1000
    found: dict[str, Any] = {}
    while {key: found.get(key) for key in what} != what and monotonic() < until:
        found = desk.get("/api/desk")["judges"][0]["seat"]
    assert {key: found[key] for key in what} == what


def new_link(desk: Desk) -> str:
    return f"{desk.url}{desk.get('/api/desk')['judges'][0]['link']['path']}"


def test_a_second_device_is_told_to_both_until_it_goes(
    panel: JudgePanel, desk: Desk, new_page: Callable[..., Page]
) -> None:
    panel.sees("waiting")
    seat(desk, linked=1)
    other = JudgePanel(new_page(), desk, "L1")
    for each in (panel, other):
        each.reads("本席位正在 2 台设备上打开")
    seat(desk, linked=2)
    other.page.close()
    expect(panel.page.locator("#notices")).to_be_empty(timeout=SOON)
    seat(desk, linked=1)


def test_a_second_tab_is_no_second_device(panel: JudgePanel, desk: Desk) -> None:
    panel.sees("waiting")
    other = JudgePanel(panel.page.context.new_page(), desk, "L1")
    other.sees("waiting")
    seat(desk, linked=1)
    desk.post("call", entry="F01")
    panel.sees("called")
    expect(panel.page.locator("#notices")).to_be_empty()


def test_the_desk_sees_that_a_panel_sleeps_and_it_is_up_to_date_when_it_wakes(panel: JudgePanel, desk: Desk) -> None:
    panel.sees("waiting")
    panel.page.evaluate(OUT_OF_SIGHT, True)
    seat(desk, asleep=True, linked=1)
    panel.page.context.set_offline(True)
    open_for(desk, "F01")
    panel.page.context.set_offline(False)
    panel.page.evaluate(OUT_OF_SIGHT, False)
    panel.sees("open")
    seat(desk, asleep=False, linked=1)


@pytest.mark.parametrize("event", ["online", "pageshow"])
def test_a_panel_that_comes_back_reads_at_once(panel: JudgePanel, desk: Desk, event: str) -> None:
    panel.page.route_web_socket("**/api/live", lambda socket: socket.close())
    panel.page.reload()
    panel.sees("waiting")
    desk.post("call", entry="F01")
    made = "new PageTransitionEvent('pageshow', {persisted: true})" if event == "pageshow" else f"new Event('{event}')"
    panel.page.evaluate(f"window.dispatchEvent({made})")
    expect(panel.page.locator("body[data-state=called]")).to_be_visible(timeout=2_000)


def test_the_desk_is_told_that_a_ballot_waits_on_the_device(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.page.route("**/api/ballots/**", lambda route: route.abort())
    panel.submit()
    panel.sees("unsent")
    seat(desk, unsent=1, draft=0)
    panel.page.unroute("**/api/ballots/**")
    panel.page.evaluate("window.dispatchEvent(new Event('online'))")
    panel.sees("stored")
    seat(desk, unsent=0)


def test_the_next_person_in_a_seat_is_told_that_it_has_scored_and_sees_no_scores(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    desk.post("substitute", judge="L1", name="替补评委", title="代表")
    panel.sees("revoked")
    panel.page.goto(new_link(desk))
    panel.sees("seat_scored")
    expect(panel.page.locator("#judge")).to_have_text("替补评委")
    expect(panel.page.locator("#submit")).to_be_hidden()
    assert "94.0" not in panel.page.locator("main").inner_text()
    desk.post("return-ballot", judge="L1", entry="F01", reason="由替补评委评分")
    panel.sees("open")
    assert set(panel.typed().values()) == {""}
    panel.type(OTHER)
    panel.submit()
    panel.sees("stored")


def test_a_ballot_that_a_person_could_not_send_before_leaving_is_shown_for_the_staff_to_enter(
    panel: JudgePanel, desk: Desk
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.cut()
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    desk.post("substitute", judge="L1", name="替补评委", title="代表")
    panel.mend()
    panel.sees("revoked")
    expect(panel.page.locator(".kept")).to_contain_text("政法领域")
    expect(panel.page.locator(".kept")).to_contain_text("94.0")
    panel.page.goto(new_link(desk))
    panel.sees("open")
    assert set(panel.typed().values()) == {""}, "what one person typed is not put before the next"
    assert desk.get("/api/desk")["offers"] == []
