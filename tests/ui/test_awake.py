"""While the stage shows, neither screen saver nor sleep may come; the rest of the time they may."""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.awake import (
    ES_CONTINUOUS,
    ES_DISPLAY_REQUIRED,
    ES_SYSTEM_REQUIRED,
    Awake,
    Caffeinate,
    DBus,
    Windows,
    way_here,
)


@pytest.mark.parametrize(("platform", "way"), [("win32", Windows), ("darwin", Caffeinate), ("linux", DBus)])
def test_every_system_has_its_own_way(platform: str, way: type) -> None:
    assert isinstance(way_here(platform), way)


class Kernel:
    """Windows as it would hear of it."""

    def __init__(self) -> None:
        self.said: list[int] = []
        self.agrees = True
        self.kernel32 = self

    def SetThreadExecutionState(self, state: int) -> bool:  # noqa: N802
        self.said.append(state)
        return self.agrees


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Kernel:
    kernel = Kernel()
    monkeypatch.setattr(ctypes, "windll", kernel, raising=False)
    return kernel


def test_windows_is_told_once_and_told_when_it_is_over(kernel: Kernel, qapp: object) -> None:
    awake = Awake(way=Windows())
    for wanted in (True, True, False, False):
        awake.keep(wanted)
    assert kernel.said == [ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED, ES_CONTINUOUS]


def test_a_refusal_is_logged_and_the_stage_goes_on(
    kernel: Kernel, qapp: object, logged_warnings: list[logging.LogRecord]
) -> None:
    kernel.agrees = False
    Awake(way=Windows()).keep(True)
    assert "stay awake" in logged_warnings.pop().getMessage()


def test_on_a_mac_its_own_program_runs_as_long_as_the_stage_shows(tmp_path: Path, qtbot: QtBot) -> None:
    program, said = tmp_path / "caffeinate", tmp_path / "said"
    program.write_text(
        f'#!{sys.executable}\nimport os, sys\nopen("{said}", "w").write(" ".join(sys.argv[1:]))\n'
        f"os.read(os.pipe()[0], 1)\n"
    )
    program.chmod(0o755)
    way = Caffeinate(str(program))
    way.end()
    awake = Awake(way=way)
    awake.keep(True)
    qtbot.waitUntil(lambda: said.exists() and said.read_text() == f"-d -i -w {os.getpid()}")
    process = way._process
    assert process is not None
    awake.keep(False)
    assert process.state() is process.ProcessState.NotRunning


def test_without_a_desktop_nobody_is_asked(qapp: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    awake = Awake(way=DBus())
    awake.keep(True)
    awake.keep(False)
    assert not awake.kept


ASKING = """
from PySide6.QtCore import QCoreApplication, QTimer
from ui.awake import Awake
app = QCoreApplication([])
awake = Awake()
awake.keep(True)
QTimer.singleShot(300, app, lambda: awake.keep(False))
QTimer.singleShot(600, app.quit)
app.exec()
"""

if shutil.which("dbus-daemon") and shutil.which("dbus-monitor"):

    def test_a_desktop_on_linux_is_asked_and_let_go(tmp_path: Path) -> None:
        config = tmp_path / "session.conf"
        config.write_text(
            '<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">'
            '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>'
            "</policy></busconfig>"
        )
        with subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--print-address", "--nofork"], stdout=subprocess.PIPE, text=True
        ) as daemon:
            assert daemon.stdout is not None
            bus = os.environ | {"DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
            try:
                heard = _heard(bus)
            finally:
                daemon.terminate()
        asked, gone = heard.find("member=Inhibit"), heard.rfind("member=NameOwnerChanged")
        assert "destination=org.freedesktop.ScreenSaver" in heard
        assert -1 < asked < gone, "the connection that asked is closed: the desktop lets go"


def _heard(bus: dict[str, str]) -> str:
    """What goes over the bus while the stage is shown and closed again."""
    with subprocess.Popen(["dbus-monitor", "--session"], env=bus, stdout=subprocess.PIPE, text=True) as monitor:
        assert monitor.stdout is not None
        lines = [monitor.stdout.readline()]
        try:
            subprocess.run([sys.executable, "-c", ASKING], env=bus, check=True, timeout=60)
        finally:
            monitor.terminate()
        return "".join([*lines, *monitor.stdout])
