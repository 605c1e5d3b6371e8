from __future__ import annotations

import time

from ui.calm import LATE_SECONDS, Calm


def be_busy():
    until = time.monotonic() + 2 * LATE_SECONDS
    while time.monotonic() < until:
        pass


def waited(calm):
    begun = time.monotonic()
    calm.wait(0.2)
    return time.monotonic() - begun


def test_what_is_loaded_waits_while_the_windows_are_busy_and_goes_on_when_they_are_calm(qtbot):
    calm, busy = Calm(), []
    calm.came.connect(lambda: busy.append(calm._calm.is_set()))
    assert waited(calm) >= 0.2, "nobody has felt a pulse yet"
    with qtbot.waitSignal(calm.came):
        calm.start()
    assert waited(calm) < 0.2
    be_busy()
    qtbot.waitUntil(lambda: not calm._calm.is_set(), timeout=1000)
    with qtbot.waitSignal(calm.came):
        pass
    assert busy == [True, True]
    calm.stop()


def test_nobody_waits_once_the_pulse_is_felt_no_more(qtbot):
    calm = Calm()
    calm.start()
    calm.stop()
    assert waited(calm) < 0.2
