"""The threads that answer judges run before others, where the system grants it; what they begin runs as any other."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable

import pytest

from arena_desk.steadiness import go_ahead


def policies(begin: Callable[[], object]) -> tuple[int, int]:
    """How the system runs a thread that begins like this, and one begun from there."""
    found: list[int] = []

    def look() -> None:
        found.append(os.sched_getscheduler(0))

    def run() -> None:
        begin()
        look()
        inner = threading.Thread(target=look)
        inner.start()
        inner.join()

    outer = threading.Thread(target=run)
    outer.start()
    outer.join()
    return found[0], found[1]


def ask_first() -> None:
    with contextlib.suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))


def test_they_run_first_where_the_system_grants_it() -> None:
    ordinary, _ = policies(lambda: None)
    granted, _ = policies(ask_first)
    first = ordinary if granted == ordinary else granted | os.SCHED_RESET_ON_FORK
    assert policies(go_ahead) == (first, ordinary)


def test_a_policy_that_somebody_gave_the_program_stays() -> None:
    def given() -> None:
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
        go_ahead()

    assert policies(given)[0] == os.SCHED_BATCH


def test_on_a_machine_with_one_core_they_leave_it_to_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert policies(go_ahead) == policies(lambda: None)
