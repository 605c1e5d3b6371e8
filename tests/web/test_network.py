"""The network fails, the desk fails, the judge is late: no ballot is lost, none is doubled, and the judge is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from storage.backup import copy_contest
from storage.restore import restore

from .panels import OTHER, SCORES, SOON, Desk, JudgePanel, open_for

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]


@pytest.mark.process
def test_the_panel_says_that_the_desk_is_out_of_reach_and_when_it_is_back(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    desk.kill()
    expect(panel.page.locator("#signal")).to_have_text("连接中断", timeout=SOON)
    panel.reads("连不上控制台")
    desk.start()
    expect(panel.page.locator("#signal")).to_have_text("已连接", timeout=SOON)
    expect(panel.page.locator("#notices")).to_be_empty()


@pytest.mark.process
def test_a_ballot_sent_while_the_desk_is_down_is_stored_when_it_is_back(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    desk.kill()
    panel.submit()
    panel.sees("unsent")
    panel.reads("恢复后自动送出，不会丢失，也不会重复")
    assert not panel.says_stored()
    desk.start()
    panel.sees("stored")
    assert [ballot["scores"] for ballot in panel.history()] == [SCORES]


def test_a_desk_that_answers_but_cannot_store_is_not_called_out_of_reach(panel: JudgePanel, desk: Desk) -> None:
    """Its file is away, as with a full disk: nothing is acknowledged, and nothing reads like a receipt."""
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    away = desk.file.rename(desk.file.with_suffix(".away"))
    panel.submit()
    panel.sees("unsent")
    panel.reads("控制台现在存不进去")
    expect(panel.page.locator("#signal")).to_have_text("已连接")
    expect(panel.page.locator("body")).not_to_contain_text("连不上")
    expect(panel.page.locator("main")).not_to_contain_text("已存")
    away.rename(desk.file)
    panel.sees("stored")
    expect(panel.page.locator("#notices")).to_be_empty()
    assert [ballot["scores"] for ballot in panel.history()] == [SCORES]


def test_a_ballot_whose_answer_was_lost_is_sent_again_with_the_same_id_and_is_there_once(
    panel: JudgePanel, desk: Desk
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    lost: list[int] = []

    def lose_the_first_answer(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    panel.page.route("**/api/ballots/**", lose_the_first_answer)
    panel.page.route("**/api/panel", lambda route: route.abort())
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    panel.page.unroute("**/api/panel")
    panel.sees("stored")
    assert lost == [201]
    assert len(panel.sent) == 2
    assert panel.sent[0] == panel.sent[1]
    assert len(panel.history()) == 1


@pytest.mark.parametrize("arrives", [False, True], ids=["before it arrives", "before the answer"])
def test_a_connection_cut_in_the_middle_of_a_submit_and_a_reload_leave_exactly_one_ballot(
    panel: JudgePanel, desk: Desk, arrives: bool
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    held = panel.hold()
    panel.submit()
    panel.sees("unsent")
    assert not panel.says_stored()
    if arrives:
        assert held[0].fetch().status == 201
    panel.cut()
    held[0].abort()
    expect(panel.page.locator("#signal")).to_have_text("连接中断", timeout=SOON)
    assert not panel.says_stored(), "nobody has told this panel yet"
    panel.page.unroute("**/api/ballots/**")
    panel.page.reload()
    panel.sees("unsent")
    panel.reads("恢复后自动送出，不会丢失，也不会重复")
    assert not panel.says_stored()
    panel.mend()
    panel.sees("stored")
    assert [ballot["scores"] for ballot in panel.history()] == [SCORES]
    assert len({sent["ballot_id"] for sent in panel.sent}) == 1


def test_an_unsent_ballot_survives_a_reload(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.cut()
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    panel.page.reload()
    panel.sees("unsent")
    expect(panel.page.locator("#card")).to_contain_text("94.0")
    assert not panel.says_stored()
    panel.mend()
    panel.sees("stored")
    assert len({sent["ballot_id"] for sent in panel.sent}) == 1
    assert len(panel.history()) == 1


def test_an_unsent_ballot_survives_the_tab_being_closed(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.cut()
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    context = panel.page.context
    panel.page.close()
    again = JudgePanel(context.new_page(), desk, "L1")
    again.sees("stored")
    assert [ballot["scores"] for ballot in again.history()] == [SCORES]


def test_a_page_that_is_not_the_desks_is_no_receipt(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    portal = "<!doctype html><title>请登录无线网络</title>"
    panel.page.route("**/api/**", lambda route: route.fulfill(status=200, content_type="text/html", body=portal))
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    expect(panel.page.locator("#signal")).to_have_text("连接中断", timeout=SOON)
    assert not panel.says_stored()
    panel.mend()
    panel.sees("stored")


def test_a_ballot_that_arrives_after_closing_is_passed_to_the_organizer_who_accepts_it(
    panel: JudgePanel, desk: Desk
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.cut()
    panel.submit()
    panel.sees("unsent")
    desk.post("close", force=True)
    panel.mend()
    panel.sees("late")
    panel.reads("已转交工作人员，由其决定是否采用")
    assert not panel.says_stored()
    [offer] = desk.get("/api/desk")["offers"]
    assert offer["scores"] == SCORES
    desk.post("accept-offer", ballot_id=offer["ballot_id"], reason="网络中断")
    panel.sees("stored")


def test_a_ballot_that_arrives_for_the_last_contestant_never_lands_on_the_next(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.cut()
    panel.submit()
    panel.sees("unsent")
    desk.post("close", force=True)
    open_for(desk, "F02")
    panel.mend()
    expect(panel.page.locator("h1")).to_have_text("发展改革领域", timeout=SOON)
    panel.reads("“政法领域”的评分表没有被接收")
    panel.reads("已转交工作人员")
    assert set(panel.typed().values()) == {""}
    assert panel.history() == []
    assert [offer["contestant"] for offer in desk.get("/api/desk")["offers"]] == ["F01"]


def test_a_refused_ballot_comes_back_into_the_fields_when_the_same_contestant_is_open_again(
    panel: JudgePanel, desk: Desk
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.cut()
    panel.submit()
    panel.sees("unsent")
    desk.post("close", force=True)
    desk.post("open")
    panel.mend()
    panel.sees("open")
    panel.reads("请核对下面的分数，再提交一次")
    assert panel.typed() == SCORES
    panel.submit()
    panel.sees("stored")
    expect(panel.page.locator("#notices")).to_be_empty()
    assert len(panel.history()) == 1


@pytest.mark.process
def test_a_ballot_that_a_restored_backup_lacks_is_offered_to_the_organizer(
    panel: JudgePanel, desk: Desk, tmp_path: Path
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    backup = copy_contest(desk.file, tmp_path).path
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    desk.kill()
    desk.file.unlink()
    restore(backup, desk.file)
    desk.start()
    panel.sees("open")
    panel.reads("控制台没有存入您给“政法领域”的评分表")
    assert panel.typed() == SCORES
    desk.post("close", force=True)
    panel.sees("late")
    panel.reads("已转交工作人员")
    [offer] = desk.get("/api/desk")["offers"]
    desk.post("accept-offer", ballot_id=offer["ballot_id"], reason="恢复备份")
    panel.sees("stored")
    assert [ballot["scores"] for ballot in panel.history()] == [SCORES]


@pytest.mark.process
def test_a_ballot_not_sent_over_the_old_link_is_passed_on_by_the_new_one(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.cut()
    panel.type(SCORES)
    panel.submit()
    panel.sees("unsent")
    desk.post("reissue", judge="L1", reason="二维码外泄")
    panel.mend()
    panel.sees("revoked")
    panel.reads("有评分表还没有送达")
    desk.kill()
    desk.start()  # and says the new link
    panel.page.goto(desk.judges["L1"]["url"])
    panel.sees("open")
    assert panel.typed() == SCORES
    panel.reads("控制台没有存入您给“政法领域”的评分表")
    expect(panel.page.locator("#history-list")).to_contain_text("未存入，已转交工作人员", timeout=SOON)
    assert len(desk.get("/api/desk")["offers"]) == 1


def test_changes_are_noticed_also_where_no_socket_gets_through(panel: JudgePanel, desk: Desk) -> None:
    panel.page.route_web_socket("**/api/live", lambda socket: socket.close())
    panel.page.reload()
    panel.sees("waiting")
    open_for(desk, "F01")
    panel.sees("open")


def test_a_browser_that_keeps_nothing_says_so_and_still_stores_the_ballot(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    )
    panel.page.reload()
    panel.sees("open")
    panel.reads("这个浏览器不能在本机保存内容")
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    assert [ballot["scores"] for ballot in panel.history()] == [SCORES]


def test_what_is_kept_on_the_device_goes_once_the_round_is_closed(panel: JudgePanel, desk: Desk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    kept = "Object.keys(localStorage).filter((key) => key.includes('/ballot/')).length"
    assert panel.page.evaluate(kept) == 1
    desk.post("close", force=True)
    standings = desk.get("/api/desk/standings")
    for row in (row for board in standings["boards"] for row in board["rows"]):
        desk.post("withdraw", entry=row["code"], reason="测试")
    desk.post("close-round")
    panel.sees("finished")
    assert panel.page.evaluate(kept) == 0


def test_a_ballot_entered_from_paper_meanwhile_is_not_overwritten_by_one_that_was_waiting(
    panel: JudgePanel, desk: Desk
) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.cut()
    panel.submit()
    panel.sees("unsent")
    desk.post("enter-ballot", judge="L1", entry="F01", scores=OTHER, reason="评委改用纸质")
    panel.mend()
    panel.sees("conflict")
    assert [ballot["scores"] for ballot in panel.history()] == [OTHER]
