"""What holds for every test: no screen, nobody's own folders, and nothing left behind or grumbled about unseen."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import arena_desk
from tests.patience import PATIENCE
from tests.watching import unwatched

# Before the first window. A test that wants a real screen starts a program of its own on one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ.pop("QSG_RHI_BACKEND", None)
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # it warns where a list of fonts takes its time


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What was loaded to collect the tests stays to the end: no search for garbage has to go through it each time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A test that is marked `unwatched` is not, from its first fixture to its last."""
    with unwatched() if item.get_closest_marker("unwatched") else nullcontext():
        return (yield)


@pytest.fixture
def qingdao() -> Path:
    """The plan file of the packaged template: 10 key fields, 35 units, 10 districts."""
    return Path(arena_desk.__file__).parent / "templates" / "qingdao" / "plan.toml"


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, logs and caches of the program under test go to folders of this run."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        yield


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Waits for windows as patiently as for all else: five seconds pass while a machine is busy with others."""
    for wait in ("waitActive", "waitExposed", "waitSignal", "waitUntil"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=1000 * PATIENCE))
    return qtbot


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def logged_warnings() -> Iterator[list[logging.LogRecord]]:
    """What was logged as a warning or worse. A test takes out what it expects; anything left fails it."""
    kept = _Kept()
    logging.getLogger().addHandler(kept)
    yield kept.records
    logging.getLogger().removeHandler(kept)
    if kept.records:
        pytest.fail("Logged: " + "\n".join(f"{r.levelname} {r.name}: {r.getMessage()}" for r in kept.records))


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Windows and threads that a test began are gone when it ends."""
    windows, threads = _windows(), set(threading.enumerate())
    yield
    left = [*_windows_beyond(windows), *_threads_beyond(threads)]
    if left:
        pytest.fail("Left behind: " + ", ".join(map(repr, left)))


def _windows() -> list[object]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    bare = [window for window in QApplication.topLevelWindows() if not window.inherits("QWidgetWindow")]
    return [*QApplication.topLevelWidgets(), *bare]


def _windows_beyond(before: list[object]) -> list[object]:
    if _windows() == before:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [window for window in _windows() if window not in before]


def _threads_beyond(before: set[threading.Thread]) -> list[threading.Thread]:
    # Qt's own threads leave a dummy in Python's list for ever; they are not ours to count.
    begun = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in begun:
        thread.join(timeout=PATIENCE)
    return [thread for thread in begun if thread.is_alive()]
