"""What a judge handed in is kept on the device until the desk has answered for it, through lost networks and kills."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from logging import LogRecord
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from storage.backup import copy_contest
from storage.restore import restore
from tests.panel.seats import OTHER, SCORES, Seat, open_for
from tests.running import Plain
from ui.panel.shelf import Shelf
from ui.panel.state import State


@pytest.mark.process
def test_a_ballot_handed_in_while_the_desk_is_down_arrives_exactly_once_after_its_restart(
    seat: Seat, desk: Plain
) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.sees(State.UNSENT)
    seat.reads("评分表留在本机，恢复后自动送出，不会丢失，也不会重复")
    seat.reads("连接中断")
    assert not seat.says_stored()
    desk.start()
    seat.sees(State.STORED)
    assert seat.scores() == [SCORES]


@pytest.mark.process
def test_a_desk_that_answers_but_cannot_store_is_not_called_out_of_reach(seat: Seat, desk: Plain) -> None:
    """Its file is away, as with a full disk: nothing is acknowledged, and nothing reads like a receipt."""
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    away = desk.file.rename(desk.file.with_suffix(".away"))
    seat.submit()
    seat.sees(State.UNSENT)
    seat.reads("控制台现在存不进去")
    seat.reads("已连接")
    assert not any(words in seat.text() for words in ("连不上", "连接中断", "已存"))
    away.rename(desk.file)
    seat.sees(State.STORED)
    assert seat.scores() == [SCORES]


@pytest.mark.process
def test_typing_goes_on_while_the_desk_is_out_of_reach(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    desk.kill()
    seat.reads("可以照常填写和提交")
    seat.type(SCORES)
    desk.start()
    seat.reads("已连接")
    assert seat.typed() == SCORES
    assert seat.window.state is State.OPEN


@pytest.mark.process
def test_drafts_and_unsent_ballots_survive_the_window_being_closed(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type({"problems": "18.5", "targets": "19"})
    seat.close()
    seat.open()
    seat.sees(State.OPEN)
    assert seat.typed() == {"problems": "18.5", "targets": "19", "approach": "", "measures": ""}
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.sees(State.UNSENT)
    seat.close()
    seat.open()
    seat.sees(State.UNSENT)
    seat.reads("94.0")
    assert not seat.says_stored()
    desk.start()
    seat.sees(State.STORED)
    assert seat.scores() == [SCORES]


@pytest.mark.process
def test_whoever_closes_the_window_over_an_unsent_ballot_is_asked_first(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.window.close()
    question = seat.asked()
    assert "用同一链接再次打开评分端时自动送出" in question.informativeText()
    seat.asks_for_help(question)
    assert question.isVisible()
    question.reject()
    assert seat.window.isVisible()
    seat.window.close()
    seat.asked()
    seat.press("仍要关闭")
    seat.until(lambda: not seat.is_open)
    desk.start()
    assert seat.history() == []
    seat.open()
    seat.sees(State.STORED)


@pytest.mark.process
def test_a_ballot_that_arrives_after_closing_is_passed_to_the_organizer_who_accepts_it(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.window.session._timer.stop()
    desk.start()
    desk.post("close", force=True)
    seat.window.session.wake()
    seat.sees(State.LATE)
    seat.reads("已转交工作人员，由其决定是否采用")
    assert not seat.says_stored()
    [offer] = desk.get("/api/desk")["offers"]
    assert offer["scores"] == SCORES
    desk.post("accept-offer", ballot_id=offer["ballot_id"], reason="网络中断")
    seat.sees(State.STORED)


@pytest.mark.process
def test_a_ballot_for_the_last_contestant_never_lands_on_the_next(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.window.session._timer.stop()
    desk.start()
    desk.post("close", force=True)
    open_for(desk, "F02")
    seat.window.session.wake()
    seat.reads("“政法领域”的评分表没有被接收")
    seat.reads("已转交工作人员")
    seat.sees(State.OPEN)
    assert set(seat.typed().values()) == {""}
    assert seat.history() == []
    assert [offer["contestant"] for offer in desk.get("/api/desk")["offers"]] == ["F01"]
    seat.press("知道了")
    seat.until(lambda: "没有被接收" not in seat.text())


@pytest.mark.process
def test_a_ballot_that_a_restored_backup_lacks_is_offered_again(seat: Seat, desk: Plain, tmp_path: Path) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    backup = copy_contest(desk.file, tmp_path).path
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    desk.kill()
    desk.file.unlink()
    restore(backup, desk.file)
    desk.start()
    seat.sees(State.OPEN)
    seat.reads("控制台没有存入您给“政法领域”的评分表")
    assert seat.typed() == SCORES
    desk.post("close", force=True)
    seat.sees(State.LATE)
    seat.until(lambda: len(desk.get("/api/desk")["offers"]) == 1)


@pytest.mark.process
def test_what_was_not_sent_over_the_old_link_is_passed_on_by_the_new_one(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.window.session._timer.stop()
    desk.start()
    desk.post("reissue", judge="L1", reason="二维码外泄")
    seat.window.session.wake()
    seat.sees(State.REVOKED)
    seat.reads("有评分表还没有送达")
    seat.close()
    desk.kill()
    desk.start()  # and says the new link
    again = Seat(seat.qtbot, desk, seat.shelves)
    again.sees(State.OPEN)
    assert again.typed() == SCORES
    again.until(lambda: len(desk.get("/api/desk")["offers"]) == 1)
    again.close()
    again.languages.remove()


def test_a_change_that_was_not_sent_before_closing_is_told(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    seat.press("修改评分")
    seat.sees(State.EDITING)
    seat.type(OTHER)
    desk.post("close", force=True)
    seat.sees(State.STORED)
    seat.reads("您的修改没有提交，评分已结束")
    open_for(desk, "F02")
    seat.sees(State.OPEN)
    seat.type({"problems": "11"})
    desk.post("close", force=True)
    desk.post("call", entry="F03")
    seat.reads("您为“发展改革领域”填写的分数没有提交")


def test_what_is_kept_goes_once_the_round_is_closed(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    assert len(seat.window.session.shelf.ballots()) == 1
    desk.post("close", force=True)
    for board in desk.get("/api/desk/standings")["boards"]:
        for row in board["rows"]:
            desk.post("withdraw", entry=row["code"], reason="测试")
    desk.post("close-round")
    seat.sees(State.FINISHED)
    assert seat.window.session.shelf.ballots() == []


WRITER = """
import sys
from pathlib import Path
from ui.panel.kept import Draft
from ui.panel.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]), "http://desk", "token")
for n in range(100_000):
    shelf.save_draft(Draft(1, "F01", "政法领域", 1, {"problems": str(n)}))
    print(n, flush=True)
"""


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(200)]
        os.kill(writer.pid, signal.SIGKILL)
        said += writer.stdout.readlines()
    [draft] = Shelf(tmp_path, "http://desk", "token").drafts()
    assert int(draft.scores["problems"]) in {int(said[-1]), int(said[-1]) + 1}


def test_a_device_where_nothing_can_be_kept_says_so_and_still_stores_the_ballot(
    qtbot: QtBot, desk: Plain, tmp_path: Path, logged_warnings: list[LogRecord]
) -> None:
    (tmp_path / "a file").write_text("in the way of a folder")
    seat = Seat(qtbot, desk, tmp_path / "a file")
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.reads("本机不能保存内容")
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    assert seat.scores() == [SCORES]
    seat.close()
    seat.languages.remove()
    assert {record.name for record in logged_warnings} == {"ui.panel.shelf"}
    logged_warnings.clear()


@pytest.mark.process
def test_a_damaged_file_costs_only_what_was_in_it(seat: Seat, desk: Plain, logged_warnings: list[LogRecord]) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    folder = seat.window.session.shelf.folder
    (folder / "draft-1-x-1.json").write_bytes(b"\xff\x00 half a fi")
    (folder / "ballot-x.json").write_text('{"ballot_id": 1}', encoding="utf-8")
    desk.start()
    seat.sees(State.STORED)
    assert seat.scores() == [SCORES]
    assert len(logged_warnings) == 2
    assert len(list(folder.glob("*.damaged"))) == 2
    logged_warnings.clear()


def test_two_seats_on_one_device_keep_apart_and_no_token_is_written_down(seat: Seat, qtbot: QtBot, desk: Plain) -> None:
    other = Seat(qtbot, desk, seat.shelves, judge="L2")
    open_for(desk, "F01")
    for each, scores in ((seat, SCORES), (other, OTHER)):
        each.sees(State.OPEN)
        each.type(scores)
    assert (seat.typed(), other.typed()) == (SCORES, OTHER)
    for file in (path for path in seat.shelves.rglob("*") if path.is_file()):
        assert seat.address.token not in file.read_text(encoding="utf-8") + str(file)
    other.close()
    other.languages.remove()


class Portal(BaseHTTPRequestHandler):
    """A captive portal: a page whatever is asked."""

    def do_GET(self) -> None:
        page = "<!doctype html><title>请登录无线网络</title>".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def do_PUT(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name of the base class)
        """Quietly."""


@contextmanager
def portal(port: int) -> Iterator[None]:
    """Somebody else answers at the desk's address."""
    server = ThreadingHTTPServer(("127.0.0.1", port), Portal)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.process
def test_a_page_that_is_not_the_desks_is_no_receipt(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    with portal(int(desk.url.rpartition(":")[2])):
        seat.submit()
        seat.reads("连接中断")
        seat.sees(State.UNSENT)
        assert not seat.says_stored()
    desk.start()
    seat.sees(State.STORED)


@pytest.mark.process
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_window_opened_while_the_desk_is_down_says_so_and_goes_on_by_itself(
    qtbot: QtBot, desk: Plain, tmp_path: Path, language: str
) -> None:
    url = desk.judges["L1"]["url"]
    desk.kill()
    seat = Seat(qtbot, desk, tmp_path / "shelves", language=language, url=url)
    seat.sees(State.UNREACHED)
    seat.reads({"zh": "连不上控制台", "en": "The desk is out of reach"}[language])
    desk.start()
    seat.sees(State.WAITING)
    seat.close()
    seat.languages.remove()
