"""A judge scores: what they see and can do from the wait for a contestant to the receipt."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .panels import OTHER, SCORES, SOON, Desk, JudgePanel, open_for

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]


def test_the_panel_says_whom_it_waits_for_until_scoring_opens_and_after_it_closes(
    panel: JudgePanel, desk: Desk
) -> None:
    panel.sees("waiting")
    desk.post("call", entry="F01")
    panel.sees("called")
    assert panel.contestant() == "政法领域"
    desk.post("open")
    panel.sees("open")
    desk.post("close", force=True)
    panel.sees("closed")
    panel.reads("控制台没有您对“政法领域”的评分表")


def test_the_contestant_stands_in_the_largest_type(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    sizes = panel.page.evaluate(
        "[...document.querySelectorAll('body *')].filter((e) => e.offsetParent && e.childNodes.length)"
        ".map((e) => [parseFloat(getComputedStyle(e).fontSize), e.id])"
    )
    assert max(sizes)[1] in {"name", "total"}
    assert max(size for size, id_ in sizes if id_ == "name") == max(sizes)[0]


def test_the_receipt_shows_only_once_the_desk_has_stored_the_ballot(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    held = panel.hold()
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    assert not panel.says_stored()
    assert panel.history() == []
    held[0].continue_()
    panel.sees("stored")
    expect(panel.page.locator("h2").first).to_have_text(re.compile(r"^已存 \d\d:\d\d:\d\d$"))
    assert [ballot["scores"] for ballot in panel.history()] == [SCORES]


def test_nothing_is_sent_before_the_summary_is_confirmed(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.page.locator("#submit").click()
    expect(panel.page.locator("#review-scores")).to_contain_text("94.0")
    panel.page.locator("#back").click()
    expect(panel.page.locator("#submit")).to_be_visible()
    assert panel.typed() == SCORES
    assert panel.sent == []


def test_two_taps_on_confirm_make_one_ballot(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.page.locator("#submit").click()
    panel.page.evaluate("for (let i = 0; i < 3; i += 1) document.getElementById('confirm').click()")
    panel.sees("stored")
    assert len({sent["ballot_id"] for sent in panel.sent}) == 1
    assert len(panel.history()) == 1


def test_a_missing_or_wrong_score_is_pointed_out_and_nothing_is_sent(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type({**SCORES, "targets": "20.5", "measures": ""})
    expect(panel.page.locator("#total")).to_have_text("—")
    panel.page.locator("#submit").click()
    panel.reads("还有 2 项需要填写或更正")
    panel.reads("应在 0 至 20 之间")
    panel.reads("请填写分数")
    expect(panel.page.locator("#score-targets")).to_be_focused()
    expect(panel.page.locator("#review")).to_be_hidden()
    assert panel.sent == []


def test_scores_are_typed_on_the_pad_and_by_steps(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    for field, keys in (("problems", ["1", "8", ".5"]), ("targets", ["2", "5", "back", "0"]), ("approach", ["2", "8"])):
        panel.page.locator(f"#score-{field}").tap()
        for key in keys:
            panel.page.locator(f".key[data-key='{key}']").tap()
    row = panel.page.locator(".row[data-key=measures]")
    row.get_by_label("列举措，减 0.5").tap()
    row.get_by_label("列举措，减 0.5").tap()
    row.get_by_label("列举措，加 0.5").tap()
    assert panel.typed() == {"problems": "18.5", "targets": "20", "approach": "28", "measures": "30"}
    expect(panel.page.locator("#total")).to_have_text("96.5")


def test_a_ballot_is_filled_in_and_sent_with_the_keyboard_alone(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    keyboard = panel.page.keyboard
    keyboard.press("Tab")
    expect(panel.page.locator("#language")).to_be_focused()
    for score in SCORES.values():
        keyboard.press("Tab")
        keyboard.type(score)
    keyboard.press("Enter")
    expect(panel.page.locator("#review-title")).to_be_focused()
    keyboard.press("Enter")
    expect(panel.page.locator("#review")).to_be_visible()
    keyboard.press("Tab")
    expect(panel.page.locator("#confirm")).to_be_focused()
    keyboard.press("Tab")
    expect(panel.page.locator("#back")).to_be_focused()
    keyboard.press("Shift+Tab")
    assert panel.sent == []
    keyboard.press("Enter")
    panel.sees("stored")
    expect(panel.page.locator("#name")).to_be_focused()
    assert [ballot["scores"] for ballot in panel.history()] == [SCORES]


def test_arrow_keys_step_a_score_and_enter_goes_on_to_the_next(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.page.locator("#score-problems").focus()
    for key in ("1", "8", "ArrowUp", "ArrowUp", "ArrowDown", "Enter"):
        panel.page.keyboard.press(key)
    expect(panel.page.locator("#score-targets")).to_be_focused()
    assert panel.typed()["problems"] == "18.5"


def test_with_every_score_filled_in_enter_still_goes_through_the_fields_one_by_one(
    panel: JudgePanel, desk: Desk
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.page.get_by_role("button", name="修改评分").click()
    keyboard = panel.page.keyboard
    for key, score in OTHER.items():
        expect(panel.page.locator(f"#score-{key}")).to_be_focused()
        keyboard.type(score)
        assert panel.typed()[key] == score, "what is typed replaces what was there"
        keyboard.press("Enter")
    expect(panel.page.locator("#review-title")).to_be_focused()
    panel.page.locator("#back").click()
    panel.page.locator("#score-problems").press("Control+Enter")
    expect(panel.page.locator("#review-title")).to_be_focused()
    panel.page.locator("#back").click()
    panel.type({"targets": ""})
    panel.page.locator("#score-measures").press("Enter")
    expect(panel.page.locator("#score-targets")).to_be_focused()
    panel.page.locator("#score-problems").press("Control+Enter")
    panel.reads("还有 1 项需要填写或更正")
    assert [sent["scores"] for sent in panel.sent] == [SCORES]


@pytest.mark.parametrize("corrected", [False, True], ids=["entered", "corrected"])
def test_a_ballot_that_the_staff_entered_from_paper_is_never_shown_as_the_judges_own(
    panel: JudgePanel, desk: Desk, corrected: bool
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    replaces = {}
    if corrected:
        panel.type(SCORES)
        panel.submit()
        panel.sees("stored")
        panel.reads("控制台已收到并保存您的评分表")
        replaces = {"replaces": panel.sent[0]["ballot_id"]}
    desk.post("enter-ballot", judge="L1", entry="F01", scores=OTHER, reason="纸质评分表", **replaces)
    word = "更正" if corrected else "录入"
    panel.sees("stored")
    expect(panel.page.locator("h2").first).to_have_text(
        re.compile(rf"^工作人员按纸质评分表{word} \d\d:\d\d:\d\d$"), timeout=SOON
    )
    assert not panel.says_stored()
    panel.page.locator("#history-title").click()
    expect(panel.page.locator("#history-list li").first).to_contain_text(f"工作人员按纸质评分表{word}")
    assert [ballot["source"] for ballot in panel.history()] == [*["panel"] * corrected, "paper"]


def test_typed_numbers_never_move_to_the_next_contestant(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type({**SCORES, "measures": ""})
    desk.post("close", force=True)
    open_for(desk, "F02")
    expect(panel.page.locator("h1")).to_have_text("发展改革领域", timeout=SOON)
    panel.sees("open")
    assert set(panel.typed().values()) == {""}
    panel.reads("您为“政法领域”填写的分数没有提交")
    panel.page.get_by_role("button", name="知道了").click()
    expect(panel.page.locator("#notices")).to_be_empty()


def test_a_summary_of_the_last_contestant_cannot_be_confirmed_for_the_next(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.page.locator("#submit").click()
    expect(panel.page.locator("#review")).to_be_visible()
    desk.post("close", force=True)
    open_for(desk, "F02")
    expect(panel.page.locator("h1")).to_have_text("发展改革领域", timeout=SOON)
    expect(panel.page.locator("#review")).to_be_hidden()
    assert panel.sent == []


def test_typed_numbers_are_still_there_after_a_reload(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type({"problems": "18.5", "approach": "26"})
    panel.page.reload()
    panel.sees("open")
    assert panel.typed() == {"problems": "18.5", "targets": "", "approach": "26", "measures": ""}


def test_typed_numbers_are_still_there_when_the_same_contestant_is_called_again(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type({"problems": "18.5"})
    desk.post("close", force=True)
    panel.sees("closed")
    open_for(desk, "F01")
    panel.sees("open")
    assert panel.typed()["problems"] == "18.5"


def test_a_returned_ballot_comes_back_with_its_reason_and_its_numbers(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    desk.post("return-ballot", judge="L1", entry="F01", reason="“列举措”漏了小数")
    panel.sees("returned")
    panel.reads("“列举措”漏了小数")
    assert panel.typed() == SCORES
    panel.type({"measures": "28.5"})
    panel.submit()
    panel.sees("stored")
    assert [ballot["current"] for ballot in panel.history()] == [False, True]


def test_a_stored_ballot_may_be_changed_while_scoring_is_open(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    panel.page.get_by_role("button", name="修改评分").click()
    panel.sees("editing")
    assert panel.typed() == SCORES
    panel.type({"problems": "20"})
    panel.page.locator("#submit").click()
    panel.reads("将替换先前已存的一份")
    panel.page.locator("#confirm").click()
    panel.sees("stored")
    first, second = panel.sent
    assert second["replaces"] == first["ballot_id"]
    assert [(ballot["scores"]["problems"], ballot["current"]) for ballot in panel.history()] == [
        ("18.5", False),
        ("20", True),
    ]


def test_a_change_cut_short_by_the_closing_is_told_and_the_stored_ballot_stands(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.page.get_by_role("button", name="修改评分").click()
    panel.type({"problems": "3"})
    desk.post("close", force=True)
    panel.sees("stored")
    panel.reads("您的修改没有提交")
    expect(panel.page.locator("#card")).to_contain_text("94.0")


def test_a_change_that_is_given_up_leaves_the_stored_ballot(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.page.get_by_role("button", name="修改评分").click()
    panel.type({"problems": "3"})
    panel.page.get_by_role("button", name="放弃修改").click()
    panel.sees("stored")
    expect(panel.page.locator("#card")).to_contain_text("94.0")
    assert len(panel.sent) == 1


@pytest.mark.parametrize(
    ("choice", "kept"), [("保留控制台已存的", OTHER), ("用我刚提交的替换", SCORES)], ids=["keep", "replace"]
)
def test_another_ballot_at_the_desk_is_shown_and_the_judge_decides(
    panel: JudgePanel, desk: Desk, choice: str, kept: dict[str, str]
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    held = panel.hold()
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    desk.post("enter-ballot", judge="L1", entry="F01", scores=OTHER, reason="纸质评分表")
    held[0].continue_()
    panel.page.unroute("**/api/ballots/**")
    panel.sees("conflict")
    expect(panel.page.locator(".comparison")).to_contain_text("88.5")
    expect(panel.page.locator(".comparison")).to_contain_text("94.0")
    panel.page.get_by_role("button", name=choice).click()
    panel.sees("stored")
    assert [ballot["scores"] for ballot in panel.history() if ballot["current"]] == [kept]


def test_a_recused_judge_is_told_so(panel: JudgePanel, desk: Desk) -> None:
    desk.post("recuse", judge="L1", entry="F01", reason="曾在该单位任职")
    open_for(desk, "F01")
    panel.sees("recused")
    panel.reads("您回避这家单位")
    expect(panel.page.locator("#submit")).to_be_hidden()


def test_an_absent_judge_is_told_so(panel: JudgePanel, desk: Desk) -> None:
    desk.post("judge-absent", judge="L1", reason="外出")
    panel.sees("absent")
    expect(panel.page.locator("h1")).to_contain_text("缺席")


def test_a_link_that_was_replaced_says_so_at_once(panel: JudgePanel, desk: Desk) -> None:
    panel.sees("waiting")
    desk.post("reissue", judge="L1", reason="手机遗失")
    panel.sees("revoked")
    expect(panel.page.get_by_role("link", name="输入加入码")).to_be_visible()


def test_the_desk_sees_how_much_is_filled_in(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type({"problems": "18.5", "targets": "19"})
    tries = (desk.get("/api/desk")["judges"][0]["seat"]["draft"] for _ in range(200))
    assert next((filled for filled in tries if filled == 2), None) == 2


def test_own_ballots_can_be_looked_up(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    desk.post("close", force=True)
    open_for(desk, "F02")
    panel.sees("open")
    panel.page.get_by_text("我的评分表（1）").click()
    expect(panel.page.locator("#history-list")).to_contain_text("政法领域")
    expect(panel.page.locator("#history-list")).to_contain_text("94.0")


def test_two_tabs_of_one_judge_keep_in_step(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    other = JudgePanel(panel.page.context.new_page(), desk, "L1")
    other.sees("open")
    other.type(SCORES)
    other.submit()
    other.sees("stored")
    panel.sees("stored")
    assert len(panel.history()) == 1


def test_the_language_is_switched_without_losing_what_was_typed(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type({"problems": "18.5"})
    panel.page.get_by_role("button", name="English").click()
    expect(panel.page.locator("#submit")).to_have_text("Submit")
    assert panel.page.locator("html").get_attribute("lang") == "en"
    assert panel.typed()["problems"] == "18.5"
    panel.page.reload()
    expect(panel.page.locator("#submit")).to_have_text("Submit")


def test_another_judges_code_scanned_in_the_same_tab_opens_that_judges_panel(panel: JudgePanel, desk: Desk) -> None:
    panel.sees("waiting")
    expect(panel.page.locator("#judge")).to_have_text("领导评委一")
    panel.page.goto(desk.judges["E2"]["url"])
    expect(panel.page.locator("#judge")).to_have_text("专家评委二", timeout=SOON)


def test_without_a_token_the_panel_leads_to_the_join_page(new_page: Callable[..., Page], desk: Desk) -> None:
    page = new_page()
    page.goto(desk.url + "/j")
    page.get_by_role("link", name="输入加入码").click()
    expect(page.locator("#code")).to_be_visible()
