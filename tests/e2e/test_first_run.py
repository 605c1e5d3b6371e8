"""The real program on somebody else's laptop: a home where nothing can be written, names that are not Latin, a second
copy, a stick that is pulled, a disk that refuses; each has a plain answer.
"""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.contest_file import create_contest, read_contest
from storage.verify import verify
from tests.running import PROGRAM, ConsoleDesk
from tests.ui.consoles import GOOD, small_setup

pytestmark = [pytest.mark.e2e, pytest.mark.process]
SOON = 60_000
BALLOT = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def person(tmp_path: Path) -> dict[str, str]:
    """Somebody whose name is not Latin, and in whose home nothing can be written: nobody can, below /proc/1."""
    temporary = tmp_path / "临时 文件"
    temporary.mkdir()
    nowhere = {f"XDG_{name}_HOME": f"/proc/1/王小明/{name}" for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    return {**os.environ, **nowhere, "HOME": "/proc/1/王小明", "TMPDIR": str(temporary)}


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘 王小明" / "营商 擂台"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def desk(qtbot: QtBot, stick: Path, person: dict[str, str]) -> Iterator[ConsoleDesk]:
    """A console on a contest on that stick, while scoring is open for A."""
    create_contest(stick / "第 一 场.arena", small_setup())
    opened = ConsoleDesk(stick / "第 一 场.arena", environment=person)
    try:
        qtbot.waitUntil(opened.answers, timeout=SOON)
        opened.post("call", entry="A").raise_for_status()
        opened.post("open").raise_for_status()
        yield opened
    finally:
        opened.end()


def ballots(path: Path) -> list[str]:
    return sorted(read_contest(path).contest.live_round.entries[0].ballots)


def test_whoever_can_write_nothing_at_home_runs_a_contest_and_makes_its_documents(
    desk: ConsoleDesk, stick: Path, person: dict[str, str]
) -> None:
    assert desk.put("L1", "A", BALLOT, GOOD).status_code == 201
    for kind in ("deviations", "workbook"):
        command = [*PROGRAM, "--lang", "en", "document", str(desk.file), kind, "-o", str(stick / f"{kind} 一.out")]
        made = subprocess.run(command, env=person, capture_output=True, encoding="utf-8", check=False)
        assert (made.returncode, made.stderr) == (0, "")
    assert desk.stop() == (0, "")
    logs = list(Path(person["TMPDIR"]).rglob("arena-desk.log"))
    assert len(logs) == 1, "the log is among temporary files"
    assert " ERROR " not in logs[0].read_text(encoding="utf-8")
    assert verify(desk.file) == []


def test_a_second_copy_of_one_file_is_told_plainly_and_of_another_runs_beside_it(
    qtbot: QtBot, desk: ConsoleDesk, stick: Path, person: dict[str, str]
) -> None:
    for language, told in (("en", "another desk has the file open"), ("zh", "文件正被另一个控制台使用")):
        command = [*PROGRAM, "--lang", language, str(desk.file)]
        second = subprocess.run(command, env=person, capture_output=True, encoding="utf-8", check=False, timeout=60)
        assert second.returncode == 1
        assert told in second.stderr
        assert str(desk.file) in second.stderr
    create_contest(stick / "第 二 场.arena", small_setup())
    other = ConsoleDesk(stick / "第 二 场.arena", environment=person)
    try:
        qtbot.waitUntil(other.answers, timeout=SOON)
        assert other.url != desk.url
        other.post("call", entry="B").raise_for_status()
        assert desk.put("L1", "A", BALLOT, GOOD).status_code == 201
        assert [read_contest(each.file).contest.live_round.called for each in (desk, other)] == ["A", "B"]
        assert other.stop() == (0, "")
    finally:
        other.end()


def test_a_stick_that_is_pulled_while_judges_score_takes_no_ballot_with_it(
    desk: ConsoleDesk, stick: Path, tmp_path: Path
) -> None:
    assert desk.put("L1", "A", BALLOT, GOOD).status_code == 201
    version = desk.ask("GET", "/api/panel", token=desk.token("L2")).json()["entry"]["version"]
    pulled = stick.rename(tmp_path / "拔掉")
    again = {"ballot_id": BALLOT[:-1] + "2", "version": version, "scores": GOOD}
    for language, told in (("en", "no longer in its place"), ("zh", "比赛文件不在原处了")):
        refused = desk.ask(
            "PUT", "/api/ballots/A", token=desk.token("L2"), json=again, headers={"Accept-Language": language}
        )
        assert refused.status_code >= 500
        assert told in refused.json()["message"]
    assert ballots(pulled / desk.file.name) == ["L1"]
    pulled.rename(stick)
    assert desk.ask("PUT", "/api/ballots/A", token=desk.token("L2"), json=again).status_code == 201
    assert ballots(desk.file) == ["L1", "L2"]
    assert desk.stop()[0] == 0
    assert verify(desk.file) == []


def test_a_disk_that_refuses_in_the_middle_keeps_what_was_acknowledged_and_goes_on_when_it_is_well(
    desk: ConsoleDesk,
) -> None:
    """The system itself lets the program write no further into any file: what a full or broken stick does."""
    assert desk.put("L1", "A", BALLOT, GOOD).status_code == 201
    version = desk.ask("GET", "/api/panel", token=desk.token("L2")).json()["entry"]["version"]
    body = {"ballot_id": BALLOT[:-1] + "2", "version": version, "scores": GOOD}
    before = resource.prlimit(desk.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    refused = desk.ask("PUT", "/api/ballots/A", token=desk.token("L2"), json=body, headers={"Accept-Language": "en"})
    assert refused.status_code >= 500
    assert "nothing was written" in refused.json()["message"]
    assert ballots(desk.file) == ["L1"]
    resource.prlimit(desk.pid, resource.RLIMIT_FSIZE, before)
    assert desk.ask("PUT", "/api/ballots/A", token=desk.token("L2"), json=body).status_code == 201
    assert desk.stop()[0] == 0
    assert verify(desk.file) == []
    with closing(sqlite3.connect(desk.file)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
