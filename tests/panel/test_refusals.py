"""What a judge is told when the desk does not take a ballot, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.backup import copy_contest
from storage.contest_file import create_contest
from storage.restore import restore
from storage.sheets import read_setup
from tests.panel.seats import OTHER, SCORES, Seat, open_for
from tests.running import Plain, PlainDesk
from ui.panel.state import State


def unsent(seat: Seat, desk: Plain, entry: str = "F01") -> None:
    """A ballot for a contestant is handed in while the desk is down; the desk is back before the panel notices."""
    open_for(desk, entry)
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.window.session._timer.stop()
    desk.start()


@pytest.mark.process
def test_a_choice_between_two_ballots_that_was_not_made_in_time_is_the_organizers(seat: Seat, desk: Plain) -> None:
    unsent(seat, desk)
    desk.put("L1", "F01", "other-device", OTHER)
    seat.window.session.wake()
    seat.sees(State.CONFLICT)
    desk.post("close", force=True)
    seat.sees(State.STORED)
    seat.reads("“政法领域”的评分表没有被接收：送达时评分已结束")
    seat.reads("已转交工作人员")
    assert seat.scores() == [OTHER]


@pytest.mark.process
def test_a_choice_between_two_ballots_is_void_once_the_stored_one_is_returned(seat: Seat, desk: Plain) -> None:
    unsent(seat, desk)
    desk.put("L1", "F01", "other-device", OTHER)
    seat.window.session.wake()
    seat.sees(State.CONFLICT)
    desk.post("return-ballot", judge="L1", entry="F01", reason="请再核对")
    seat.sees(State.RETURNED)
    assert seat.typed() == SCORES


@pytest.mark.process
def test_a_ballot_of_a_judge_who_was_recused_meanwhile_is_not_taken_and_the_judge_is_told(
    seat: Seat, desk: Plain
) -> None:
    unsent(seat, desk)
    desk.post("recuse", judge="L1", entry="F01", reason="亲属")
    seat.window.session.wake()
    seat.sees(State.RECUSED)
    seat.reads("您已登记为回避")
    seat.press("知道了")
    seat.until(lambda: "您已登记为回避" not in seat.text())
    assert (seat.history(), desk.get("/api/desk")["offers"]) == ([], [])


def test_where_a_ballot_is_final_a_second_one_is_refused_and_the_first_counts(
    qtbot: QtBot, tmp_path: Path, qingdao: Path
) -> None:
    plan = tmp_path / "qingdao" / "plan.toml"
    plan.parent.mkdir()
    for file in qingdao.parent.iterdir():
        (plan.parent / file.name).write_bytes(file.read_bytes())
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("[contest]\n", "[contest]\nresend = false\n", 1), encoding="utf-8")
    create_contest(tmp_path / "contest.arena", read_setup(plan))
    desk = PlainDesk(tmp_path / "contest.arena")
    seat = Seat(qtbot, desk, tmp_path / "shelves")
    unsent(seat, desk)
    desk.put("L1", "F01", "other-device", OTHER)
    seat.window.session.wake()
    seat.sees(State.STORED)
    seat.reads("本轮不允许再次提交")
    assert "修改评分" not in seat.text()
    assert seat.scores() == [OTHER]
    seat.close()
    seat.languages.remove()
    desk.end()


def test_faults_that_only_the_desk_found_stand_beside_the_fields(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.window.session.submit({**SCORES, "targets": "99"}, None)
    seat.sees(State.OPEN)
    seat.reads("99 超出范围 0–20")
    assert seat.typed() == {**SCORES, "targets": "99"}
    assert seat.history() == []
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)


@pytest.mark.process
def test_a_contestant_taken_out_of_the_line_up_meanwhile_costs_nobody_a_ballot(seat: Seat, desk: Plain) -> None:
    unsent(seat, desk)
    desk.post("close", force=True)
    desk.post("withdraw", entry="F01", reason="退出")
    seat.window.session.wake()
    seat.reads("已转交工作人员，由其决定是否采用")
    seat.until(lambda: len(desk.get("/api/desk")["offers"]) == 1)


@pytest.mark.process
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_desk_that_lost_ballots_with_a_restored_backup_is_offered_them_one_by_one(
    qtbot: QtBot, desk: Plain, tmp_path: Path, language: str
) -> None:
    seat = Seat(qtbot, desk, tmp_path / "shelves", language=language)
    backup = copy_contest(desk.file, tmp_path).path
    for entry in ("F01", "F02"):
        open_for(desk, entry)
        seat.sees(State.OPEN)
        seat.type(SCORES)
        seat.submit()
        seat.sees(State.STORED)
        desk.post("close", force=True)
    desk.kill()
    desk.file.unlink()
    restore(backup, desk.file)
    desk.start()
    lacks = {
        "zh": "控制台缺少您已存的 2 份评分表（政法领域、发展改革领域）",
        "en": "The desk lacks 2 of your stored ballots",
    }
    seat.reads(lacks[language])
    seat.until(lambda: len(desk.get("/api/desk")["offers"]) == 2)
    seat.press({"zh": "知道了", "en": "Got it"}[language])
    seat.until(lambda: lacks[language] not in seat.text())
    seat.close()
    seat.languages.remove()
