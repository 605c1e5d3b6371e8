"""The way off the GUI thread and back."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from scoring.errors import ArenaError
from scoring.text import Text
from ui.work import Job, Work


class Receiver(QObject):
    """Keeps what came back, and on which thread."""

    got = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.threads: list[threading.Thread] = []

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.current_thread())
        self.got.emit()


@pytest.fixture
def work(qapp: object) -> Iterator[Work]:
    work = Work()
    yield work
    work.finish()
    work.deleteLater()


@pytest.fixture
def receiver(qapp: object) -> Receiver:
    return Receiver()


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, work: Work, receiver: Receiver) -> None:
    ran: list[threading.Thread] = []

    def function() -> int:
        ran.append(threading.current_thread())
        return 42

    with qtbot.waitSignal(receiver.got):
        work.run(function, receiver.take)
    assert receiver.results == [42]
    assert receiver.threads == [threading.main_thread()]
    assert ran != [threading.main_thread()]


def test_an_expected_error_goes_to_failed_and_nothing_to_done(qtbot: QtBot, work: Work, receiver: Receiver) -> None:
    def refuse() -> None:
        raise ArenaError(Text("不行", "no"))

    with qtbot.waitSignal(receiver.got):
        work.run(refuse, lambda _: pytest.fail("done"), receiver.take)
    assert str(receiver.results[0]) == "no"


def test_a_bug_goes_to_the_excepthook_with_its_traceback(
    qtbot: QtBot, work: Work, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        assert kind is ZeroDivisionError
        assert trace is not None
        receiver.take(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    with qtbot.waitSignal(receiver.got):
        work.run(lambda: 1 // 0, lambda _: pytest.fail("done"), lambda _: pytest.fail("failed"))
    assert receiver.threads == [threading.main_thread()]


def test_one_thread_keeps_the_order(qtbot: QtBot, work: Work, receiver: Receiver) -> None:
    for number in range(50):
        work.run(lambda number=number: number, receiver.take)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(receiver.results) == 50)
    assert receiver.results == list(range(50))


def test_progress_is_told_and_a_cancelled_job_stops_at_its_next_report(
    qtbot: QtBot, work: Work, receiver: Receiver
) -> None:
    told, go_on = threading.Event(), threading.Event()
    reached: list[int] = []

    def function(job: Job) -> str:
        for step in range(3):
            job.report(step, 3)
            reached.append(step)
            told.set()
            go_on.wait(10)
        return "all of it"

    job = work.run_reporting(function, receiver.take)
    progress: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, of: progress.append((done, of)))
    qtbot.waitUntil(told.is_set)
    with qtbot.waitSignal(job.ended):
        job.cancel()
        go_on.set()
    assert reached == [0]
    assert progress == [(0, 3)]
    assert receiver.results == []


def test_a_result_for_a_receiver_that_has_gone_is_passed_over(qtbot: QtBot, work: Work) -> None:
    class Panel(QObject):
        def take(self, result: object) -> None:
            pytest.fail("nobody is there")

    panel, go_on = Panel(), threading.Event()
    job = work.run(lambda: go_on.wait(10), panel.take)
    panel.deleteLater()
    qtbot.waitUntil(lambda: not _alive(panel))
    with qtbot.waitSignal(job.ended):
        go_on.set()


def _alive(thing: QObject) -> bool:
    try:
        thing.objectName()
    except RuntimeError:
        return False
    return True
