"""The program in a process of its own: what a shell sees, and what is possible beside a running desk."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import httpx
import pytest
from pytestqt.qtbot import QtBot

from arena_desk.app import launch
from storage.contest_file import read_contest
from storage.verify import verify
from tests.files import write_files
from tests.patience import PATIENCE
from tests.running import RunningDesk, running_desk

PLAIN = {
    key: value for key, value in os.environ.items() if key not in {"ARENA_DESK_LANG", "LC_ALL", "PYTHONIOENCODING"}
}


def program(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """`arena-desk WORD…` as a shell runs it."""
    command = [sys.executable, "-m", "arena_desk", *(str(word) for word in words)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={**PLAIN, **environment}, timeout=60, check=False
    )


def test_the_chain_runs_in_a_shell_that_knows_no_chinese(tmp_path: Path) -> None:
    path = tmp_path / "擂台赛.arena"
    made = program("new", path, write_files(tmp_path), LC_ALL="C", PYTHONIOENCODING="cp1252")
    assert (made.returncode, made.stdout, made.stderr) == (0, f"已建立 {path}：3 个参赛单位，3 位评委\n", "")
    again = program("--lang", "en", "new", path, tmp_path / "plan.toml")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == f"{path}: the file exists and was left alone\n"
    blocked = program("close-round", path)
    assert (blocked.returncode, blocked.stderr.splitlines()[0]) == (1, "成绩还不能确认")
    shown = program("standings", path, "--format", "json", LC_ALL="C", PYTHONIOENCODING="cp1252")
    assert json.loads(shown.stdout)["boards"][0]["rows"][0]["name"] == "甲单位"
    assert program("mark", path, "adjust", "A", "-0.5", "--reason", "超时").returncode == 0
    assert "擂台赛" in program("--help", LC_ALL="C", PYTHONIOENCODING="cp1252").stdout


def test_what_nobody_can_print_is_said_and_a_reader_who_has_seen_enough_hears_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.arena"
    command: list[str | Path] = [sys.executable, "-m", "arena_desk", "--lang", "en"]
    made = [*command, "new", path, write_files(tmp_path)]
    with Path("/dev/full").open("w") as full:
        refused = subprocess.run(made, stdout=full, stderr=subprocess.PIPE, env=PLAIN, text=True, check=False)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert refused.stderr.startswith(
        "the output could not be written: No space left on device. What the command stores"
    )
    assert [record.what for record in read_contest(path).journal] == ["created"], "and is"
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as unread:
        quiet = subprocess.run(
            [*command, "standings", path], stdout=unread, stderr=subprocess.PIPE, env=PLAIN, text=True, check=False
        )
    assert quiet.stderr == ""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk that runs while the commands of this file are tried."""
    folder = tmp_path_factory.mktemp("desk")
    with running_desk(folder, write_files(folder)) as running:
        running.post("adjust", entry="A", points="-0.5", reason="超时")
        yield running


@pytest.mark.parametrize(
    "words",
    [
        ("roster", "contestants.csv"),
        ("score", "ballots.csv", "--reason", "x"),
        ("mark", "adjust", "A", "1", "--reason", "x"),
        ("close-round",),
        ("next-round",),
        ("serve",),
    ],
)
def test_what_would_write_beside_a_running_desk_is_refused(desk: RunningDesk, words: tuple[str, ...]) -> None:
    before = read_contest(desk.file)
    result = program("--lang", "en", words[0], desk.file, *words[1:])
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"another desk has the file open: {desk.file}\n"
    assert read_contest(desk.file) == before


@pytest.mark.parametrize(
    ("words", "shown"), [(("standings",), "甲单位"), (("explain", "A"), "−0.5"), (("verify",), "全部核对无误")]
)
def test_reading_is_possible_beside_a_running_desk(desk: RunningDesk, words: tuple[str, ...], shown: str) -> None:
    result = program(words[0], desk.file, *words[1:])
    assert (result.returncode, shown in result.stdout, result.stderr) == (0, True, "")


def test_the_desk_goes_on_and_its_standings_are_those_of_the_command_line(desk: RunningDesk) -> None:
    desk.post("adjust", entry="B", points="1", reason="加分")
    shown = json.loads(program("standings", desk.file, "--format", "json").stdout)
    assert shown == desk.get("/api/desk/standings").json()
    assert verify(desk.file) == []


@pytest.mark.parametrize("words", [("rehearse", "x.arena"), ("rehearse", "x.arena", "--speed", "51")])
def test_a_rehearsal_of_nothing_is_refused_before_any_window_opens(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = program(words[0], tmp_path / words[1], *words[2:], QT_QPA_PLATFORM="no such screen")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr


@pytest.mark.parametrize("url", ["ftp://desk", "http://desk/host#secret-token", ""])
def test_a_panel_of_no_desk_is_refused_before_any_window_opens(url: str) -> None:
    result = program("panel", url, QT_QPA_PLATFORM="no such screen")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr
    assert "secret-token" not in result.stderr


def is_up(folder: Path) -> bool:
    """Whether the desk of the rehearsal in this folder answers."""
    for path in folder.glob("arena-desk-*/演练.arena"):
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as file:
            port = file.execute("SELECT value FROM setting WHERE key = 'port'").fetchone()
            with suppress(httpx.TransportError):
                return port is not None and httpx.get(f"http://127.0.0.1:{port[0]}/api/health").status_code == 200
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_rehearsal_ended_from_the_terminal_leaves_nothing_behind(
    qtbot: QtBot, tmp_path: Path, desk: RunningDesk, number: int
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    environment = {**PLAIN, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder), "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "arena_desk", "rehearse", str(desk.file), "--speed", "50"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        qtbot.waitUntil(lambda: is_up(folder), timeout=30_000)
        running.send_signal(number)
        _, said = running.communicate(timeout=PATIENCE)
    assert running.returncode == 0
    assert [line for line in said.splitlines() if not line.startswith("This plugin does not support")] == []
    assert list(folder.iterdir()) == []


def test_a_second_console_on_a_contest_ends_with_a_plain_word(desk: RunningDesk) -> None:
    result = program("--lang", "en", desk.file, QT_QPA_PLATFORM="no such screen")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"another desk has the file open: {desk.file}\n"


def test_the_program_is_started_once_more_beside_a_console(qtbot: QtBot, tmp_path: Path) -> None:
    plan, path = write_files(tmp_path), tmp_path / "另一场.arena"
    assert launch(("--lang", "en", "new", str(path), str(plan)))
    qtbot.waitUntil(path.is_file, timeout=30_000)


def test_the_first_window_needs_no_home_that_can_be_written(qtbot: QtBot, tmp_path: Path) -> None:
    """Nobody can write below /proc/1; the name of the person is not Latin."""
    folder = tmp_path / "王小明"
    folder.mkdir()
    nowhere = {f"XDG_{name}_HOME": f"/proc/1/王小明/{name}" for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    environment = {**PLAIN, **nowhere, "QT_QPA_PLATFORM": "offscreen", "HOME": "/proc/1", "TMPDIR": str(folder)}
    command = [sys.executable, "-m", "arena_desk"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        qtbot.waitUntil(lambda: any(folder.glob("arena-desk-log-*/arena-desk.log")), timeout=30_000)
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate(timeout=PATIENCE)
    assert running.returncode == 0
    assert [line for line in said.splitlines() if not line.startswith("This plugin does not support")] == []
