"""A contest file is lost in the middle of a session: the backup, the panels and the organizer bring it all back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from storage.backup import find_copies
from storage.contest_file import create_contest, open_contest, read_contest
from storage.keeper import FOLDER
from storage.restore import restore
from storage.verify import verify
from tests.files import write_files
from tests.running import PlainDesk

pytestmark = pytest.mark.e2e

SHEETS = {"J1": {"a": "38", "b": "57"}, "J2": {"a": "36", "b": "54"}, "J3": {"a": "30", "b": "45.5"}}


def made(path: Path, folder: Path) -> Path:
    """A new contest that keeps its copies in a folder."""
    from storage.sheets import read_setup

    folder.mkdir()
    create_contest(path, read_setup(write_files(path.parent)))
    file = open_contest(path)
    file.remember(FOLDER, str(folder))
    file.close()
    return path


def ballot(desk: PlainDesk, judge: str, entry: str) -> dict[str, Any]:
    """A ballot as a panel makes it, keeps it after the receipt, and would offer it again."""
    version = desk.get("/api/panel", desk.token(judge))["entry"]["version"]
    kept = {"ballot_id": f"{judge}-{entry}", "version": version, "scores": SHEETS[judge]}
    receipt = desk.ask("PUT", f"/api/ballots/{entry}", token=desk.token(judge), json=kept)
    assert receipt.status_code == 201
    return {**kept, "entry": entry, "round": 1, "made_at": "2026-11-24T09:00:00Z"}


def scored(desk: PlainDesk, entry: str) -> dict[str, dict[str, Any]]:
    """Every judge scores an entry; gives what the panels keep."""
    desk.post("call", entry=entry)
    desk.post("open")
    kept = {judge: ballot(desk, judge, entry) for judge in SHEETS}
    desk.post("close")
    return kept


def offer(desk: PlainDesk, judge: str, ballots: list[dict[str, Any]]) -> None:
    sent = desk.ask("POST", "/api/panel/offer", token=desk.token(judge), json={"ballots": ballots})
    assert sent.status_code == 200, sent.text


def rows(standings: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    return {row["code"]: (row["published"], row["exact"], row["status"]) for row in standings["boards"][0]["rows"]}


def test_what_a_restored_backup_lacks_comes_back_from_the_panels_and_counts_once(tmp_path: Path) -> None:
    path, folder = made(tmp_path / "擂台赛.arena", tmp_path / "U盘"), tmp_path / "U盘"
    desk = PlainDesk(path)
    try:
        kept = {"A": scored(desk, "A")}
        assert desk.stop()[0] == 0  # a last copy is made as the desk ends
        pulled = folder.rename(tmp_path / "拔下的U盘")  # what follows is in no copy
        desk.start()
        kept["B"] = scored(desk, "B")
        before, addresses = rows(desk.get("/api/desk/standings")), (desk.url, desk.judges)
        desk.kill()
        for lost in tmp_path.glob("擂台赛.arena*"):
            lost.unlink()

        pulled.rename(folder)
        newest = find_copies(folder)[0].copy
        assert newest is not None
        assert (newest.title, newest.ballots) == ("营商环境擂台赛", 3)
        assert restore(newest.path, path) is None
        desk.start()
        assert (desk.url, desk.judges) == addresses, "every panel is still linked, at the same address"
        assert rows(desk.get("/api/desk/standings"))["B"][2] == "incomplete"

        desk.post("call", entry="B")
        for judge in SHEETS:
            offer(desk, judge, [kept["A"][judge], kept["B"][judge]])
            offer(desk, judge, [kept["B"][judge]])
        offered = desk.get("/api/desk")["offers"]
        assert sorted((each["judge"], each["contestant"]) for each in offered) == [(judge, "B") for judge in SHEETS]
        for each in offered:
            desk.post("accept-offer", ballot_id=each["ballot_id"], reason="恢复备份")
        assert desk.get("/api/desk")["offers"] == []
        for judge in SHEETS:
            again = {key: kept["B"][judge][key] for key in ("ballot_id", "version", "scores")}
            answer = desk.ask("PUT", "/api/ballots/B", token=desk.token(judge), json=again)
            assert (answer.status_code, answer.json()["current"]) == (200, True)

        assert rows(desk.get("/api/desk/standings")) == before
        for judge, sheet in SHEETS.items():
            history = desk.get("/api/panel", desk.token(judge))["history"]
            assert [(each["ballot_id"], each["scores"]) for each in history] == [
                (f"{judge}-{entry}", sheet) for entry in "AB"
            ]
        assert desk.stop()[0] == 0
    finally:
        desk.kill()
    assert verify(path) == []
    assert "restored" in [record.what for record in read_contest(path).journal]
