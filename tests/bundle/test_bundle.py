"""The program as strangers get it, frozen, with windows and no terminal: built for this test, driven from outside."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from build_spec.bundling import version
from build_spec.sizes import made_of
from storage.contest_file import read_contest
from storage.verify import verify
from tests.running import ConsoleDesk, Desk

ROOT = Path(__file__).resolve().parents[2]
MOST_MEGABYTES = 330
"""What the folder may come to; what it is made of is said by `python build_spec/sizes.py`."""
TAKEN = ("COVERAGE", "COV_", "PYTEST", "PYTHON", "QT_QPA_PLATFORM", "VIRTUAL_ENV", "XDG_", "LD_LIBRARY_PATH")


def build(folder: Path) -> Path:
    """Build the bundle, as the docs say; returns the program."""
    words = ["--noconfirm", "--log-level", "ERROR", "--distpath", folder / "dist", "--workpath", folder / "build"]
    command = [sys.executable, "-m", "PyInstaller", *words, ROOT / "build_spec" / "arena-desk.spec"]
    environment = {**plain(), "PYINSTALLER_CONFIG_DIR": str(folder / "cache")}
    subprocess.run([str(word) for word in command], cwd=ROOT, env=environment, check=True)
    return folder / "dist" / "arena-desk" / "arena-desk"


def plain() -> dict[str, str]:
    """The environment of a person: nothing of this test run, of no Python either."""
    return {key: value for key, value in os.environ.items() if not key.startswith(TAKEN)}


@contextmanager
def screen(folder: Path) -> Iterator[dict[str, str]]:
    """A screen that is kept in a file of this folder; gives what a program has to know of it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-fbdir", str(folder)]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
        finally:
            server.terminate()


def colours(folder: Path) -> set[tuple[int, int, int]]:
    """Every colour on the screen: what the X server has painted, an XWD file that grows with it."""
    data = (folder / "Xvfb_screen0").read_bytes()
    head, ncolors = struct.unpack_from(">I", data)[0], struct.unpack_from(">I", data, 76)[0]
    pixels = data[head + 12 * ncolors :]
    return set(zip(pixels[2::4], pixels[1::4], pixels[0::4], strict=False))


@pytest.mark.e2e
@pytest.mark.timeout(900)
def test_the_frozen_program_opens_a_contest_takes_a_ballot_writes_documents_and_ends(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = build(tmp_path / "built")
    assert sum(made_of(program.parent).values()) < MOST_MEGABYTES * 1_000_000
    hall = tmp_path / "用户 王小明" / "会场 一"
    hall.mkdir(parents=True)
    file = hall / "擂台赛 第一场.arena"
    person = {**plain(), "HOME": str(hall.parent)}

    def run(*words: object) -> str:
        command = [str(program), "--lang", "en", *(str(word) for word in words)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env=person, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    assert run("--version").strip() == f"Arena Desk {version()}"
    run("new", file, program.parent / "_internal/arena_desk/templates/qingdao/plan.toml")
    with screen(tmp_path) as shown:
        desk = ConsoleDesk(file, environment={**person, **shown}, program=[str(program)])
        try:
            qtbot.waitUntil(desk.answers, timeout=90_000)
            score(desk)
            # The ground of the stage's thumbnail, painted by QML, between its two reds.
            qtbot.waitUntil(
                lambda: any(0x7A <= r <= 0xA4 and g < 0x20 and b < 0x20 for r, g, b in colours(tmp_path)),
                timeout=30_000,
            )
            for kind in ("deviations", "course", "workbook", "web-page"):
                run("document", file, kind, "-o", hall / f"{kind}.out")
            run("bulletin", file, "--explain", "-o", hall / "通报.pdf")
            assert desk.stop() == (0, "")
        finally:
            desk.end()
    assert "李沧区" in words_of(hall / "通报.pdf")
    run("archive", file, "-o", hall / "存档.zip")
    assert "all is well" in run("verify", hall / "存档.zip")
    assert verify(file) == []
    log = next(hall.parent.rglob("arena-desk.log")).read_text(encoding="utf-8")
    assert [line for line in log.splitlines() if " INFO " not in line] == []


def score(desk: Desk) -> None:
    """One contestant, one ballot, as a judge's telephone hands it in."""
    entry = read_contest(desk.file).contest.live_round.entries[0].code
    desk.post("call", entry=entry).raise_for_status()
    desk.post("open").raise_for_status()
    judge = min(desk.judges)
    panel = desk.ask("GET", "/api/panel", token=desk.token(judge)).json()
    scores = {criterion["key"]: criterion["max"] for criterion in panel["criteria"]}
    receipt = desk.put(judge, entry, "11111111-1111-4111-8111-111111111111", scores)
    assert (receipt.status_code, receipt.json()["current"]) == (201, True)


def words_of(path: Path) -> str:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
