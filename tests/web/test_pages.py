"""The join page, the host's page and the public board."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from storage import staging
from storage.contest_file import create_contest
from tests.contests import score_entry
from tests.running import NearDesk
from tests.ui.consoles import FAIR, GOOD, POOR, small_setup

from .panels import SOON, Desk, JudgePanel

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]


def test_a_join_code_opens_the_judges_panel(page: Page, desk: Desk) -> None:
    page.goto(desk.url)
    expect(page.locator("#code")).to_be_focused()
    code = desk.judges["E2"]["join_code"]
    page.keyboard.type(f"{code[:3]} {code[3:]}")
    expect(page.locator("#judge")).to_have_text("专家评委二", timeout=SOON)


def test_a_wrong_join_code_says_so_and_the_right_one_still_works(page: Page, desk: Desk) -> None:
    taken = {seat["join_code"] for seat in desk.judges.values()}
    wrong = next(code for code in map("{:06}".format, range(20)) if code not in taken)
    page.goto(desk.url)
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(page.locator("#join-fault")).to_have_text("加入码是六位数字。")
    page.locator("#code").fill(wrong)
    expect(page.locator("#join-fault")).to_have_text("没有这个加入码，请核对后再输入。")
    page.keyboard.type(desk.judges["L1"]["join_code"])
    expect(page.locator("#judge")).to_have_text("领导评委一", timeout=SOON)


def test_the_join_page_says_when_the_desk_is_out_of_reach(page: Page, desk: Desk) -> None:
    page.goto(desk.url)
    page.route("**/api/**", lambda route: route.abort())
    page.keyboard.type(desk.judges["L1"]["join_code"])
    expect(page.locator("#join-fault")).to_contain_text("连不上控制台")


def test_after_too_many_wrong_codes_the_join_page_says_to_wait(page: Page, desk: Desk) -> None:
    taken = {seat["join_code"] for seat in desk.judges.values()}
    wrong = [code for code in map("{:06}".format, range(50)) if code not in taken][:11]
    page.goto(desk.url)
    for code in wrong[:10]:
        page.locator("#code").fill("")
        page.locator("#code").fill(code)
        expect(page.locator("#join-fault")).to_have_text("没有这个加入码，请核对后再输入。")
        expect(page.locator("#enter")).to_have_text("进入评分端")
    page.locator("#code").fill(wrong[10])
    expect(page.locator("#join-fault")).to_contain_text("输错次数太多")


def test_the_host_reads_who_is_on_and_who_is_next(page: Page, desk: Desk) -> None:
    page.goto(desk.host_url)
    expect(page.locator("#now-name")).to_have_text("台上暂无单位", timeout=SOON)
    desk.post("call", entry="F01")
    expect(page.locator("#now-name")).to_have_text("政法领域", timeout=SOON)
    expect(page.locator("#next-name")).to_have_text("发展改革领域")
    assert page.locator("#lines li").count() >= 1
    page.get_by_role("button", name="English").click()
    expect(page.locator("#now-title")).to_have_text("On stage")
    expect(page.locator("#lines")).to_contain_text("On stage now: number 1, 政法领域.")  # at once, the desk says it


def test_a_judges_link_opens_no_host_page(page: Page, desk: Desk) -> None:
    page.goto(desk.url + "/host#" + desk.judges["L1"]["url"].partition("#")[2])
    expect(page.locator("#notices")).to_contain_text("此链接不是主持人的", timeout=SOON)
    expect(page.locator("#script")).to_be_hidden()


def test_a_hosts_link_opens_no_panel(page: Page, desk: Desk) -> None:
    page.goto(desk.url + "/j#" + desk.host_url.partition("#")[2])
    expect(page.locator("body[data-state=revoked]")).to_be_visible(timeout=SOON)


def test_the_public_board_shows_a_result_when_it_is_revealed_and_not_before(page: Page, desk: Desk) -> None:
    page.goto(desk.url + "/board")
    expect(page.locator("main")).to_contain_text("尚未公布成绩", timeout=SOON)
    desk.post("no-show", entry="F01", reason="未到")
    expect(page.locator("#boards")).not_to_contain_text("政法领域")
    desk.post("reveal", entry="F01")
    expect(page.locator("#boards")).to_contain_text("政法领域", timeout=SOON)
    expect(page.locator("#boards")).to_contain_text("未到")


def test_the_public_board_goes_for_the_final_reveal_and_comes_back_by_itself(page: Page, tmp_path: Path) -> None:
    create_contest(tmp_path / "小擂台.arena", small_setup())
    desk = NearDesk(tmp_path / "小擂台.arena")
    try:
        for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
            score_entry(desk.contest, code, scores)
            desk.post("reveal", entry=code)
        page.goto(desk.url + "/board")
        expect(page.locator("#boards")).to_contain_text("95.00", timeout=SOON)
        staging.begin_finale(desk.contest, "overall", "up", "in-place", hold=True)
        expect(page.locator("#off")).to_be_visible(timeout=SOON)
        expect(page.locator("#boards")).to_be_empty()
        for _ in range(3):
            staging.step_on(desk.contest)
        expect(page.locator("#boards")).to_contain_text("95.00", timeout=SOON)
        expect(page.locator("#off")).to_be_hidden()
        desk.post("no-show", entry="C", reason="未到")
        desk.post("unreveal", entry="C")
        who_did_not_come = page.locator("#boards tr.returns", has_text="丙单位")
        expect(who_did_not_come).to_contain_text("未到", timeout=SOON)
        expect(who_did_not_come).to_contain_text("下轮继续打擂")
    finally:
        desk.end()


@pytest.mark.process
def test_a_page_that_lost_the_desk_says_so_and_comes_back(page: Page, desk: Desk) -> None:
    page.goto(desk.url + "/board")
    expect(page.locator("#signal")).to_have_text("已连接", timeout=SOON)
    desk.kill()
    expect(page.locator("#notices")).to_contain_text("显示的是先前的内容", timeout=SOON)
    desk.start()
    expect(page.locator("#notices")).to_be_empty(timeout=SOON)


def test_two_judges_on_one_device_do_not_see_each_others_numbers(new_page: Callable[..., Page], desk: Desk) -> None:
    desk.post("call", entry="F01")
    desk.post("open")
    first = JudgePanel(new_page(), desk, "L1")
    first.sees("open")
    first.type({"problems": "18.5"})
    second = JudgePanel(first.page.context.new_page(), desk, "E2")
    second.sees("open")
    assert set(second.typed().values()) == {""}
