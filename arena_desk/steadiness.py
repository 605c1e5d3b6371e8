"""What the running program asks of Python and of the system, so that a hundred panels hold up nobody."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import time
from typing import TYPE_CHECKING

from ui.importing import keep_dataclasses

if TYPE_CHECKING:
    from storage.contest_file import Change, ContestFile

SWITCH_SECONDS = 0.0001
"""How long a thread may go on while another waits: windows and link share one interpreter."""
SOCKETS = 8192
THREAD_PRIORITY_HIGHEST = 2
"""As Windows counts: processthreadsapi.h."""
LOOK_MS = 500
QUIET_SECONDS, IDLE_SECONDS = 0.3, 3.0
"""How long nothing must have been stored for a small and for a full collection of garbage."""
SOME, MANY = 1_000, 50_000
"""How many new objects are worth a small collection, and how many are not left alone even while ballots come."""


def make_room_for_sockets() -> None:
    """Let this process open as many sockets as the system grants: often it is 256 or 1024 unless asked."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows, which has no such limit

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = SOCKETS if hard == resource.RLIM_INFINITY else min(SOCKETS, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def go_ahead() -> None:
    """Have this thread run before others of the machine whenever there is something for it to do, where the system
    grants it: a judge waits for the answer, and what it does is short.

    Windows grants it to every program. Linux grants it to root and to whoever has a limit `rtprio`; threads begun from
    this one do not inherit it there. A policy that somebody gave this program stays as it is.
    """
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetThreadPriority(kernel.GetCurrentThread(), THREAD_PRIORITY_HIGHEST)
    elif sys.platform == "linux" and (os.cpu_count() or 1) > 1 and os.sched_getscheduler(0) == os.SCHED_OTHER:
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_RR | os.SCHED_RESET_ON_FORK, os.sched_param(1))


def begin() -> None:
    """To be called before anything is loaded: the garbage collector need not look through it all while it comes in,
    no thread that loads keeps the windows waiting, and what dataclasses compile is kept.
    """
    keep_dataclasses()
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(2 * MANY)
    # pydantic would read about every package that is installed, in search of plugins for itself
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def settle() -> None:
    """To be called once everything is loaded: what is there now stays, so the garbage collector need not walk all of
    it again and again while every thread waits.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.freeze()


def give_back() -> None:
    """Collect all garbage, and give the system the memory that is free: a C library keeps what lies between pieces in
    use, and after a long day that is a third of the heap.
    """
    gc.collect()
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(AttributeError):  # not of glibc
            ctypes.CDLL(None).malloc_trim(0)


class Sweeper:
    """Collects garbage in quiet moments, on the one thread that asks for it.

    Python itself would do it in the middle of a ballot, on whichever thread makes the object too many, while all others
    wait; and on a thread other than the GUI's it would let go of widgets where none may be touched. What has no cycles,
    as the facts of a contest, is given back at once in any case.
    """

    def __init__(self, file: ContestFile) -> None:
        self._stored = time.monotonic()
        self._swept, self._settled = 0, False
        self._unsubscribe = file.subscribe(self._note)
        gc.disable()

    def _note(self, change: Change) -> None:
        self._stored = time.monotonic()

    def look(self) -> None:
        """Collect if it is time; to be called every `LOOK_MS`."""
        gc.disable()  # whoever let go of it since, such as the sweeper of a contest that was closed
        if not self._settled:
            self._settled = gc.get_freeze_count() > 0  # asked no more then: it counts all there is, for 15 ms
            return  # what is being loaded is no garbage, and is not looked through until it has settled
        young = gc.get_count()[0]
        quiet = time.monotonic() - self._stored
        if young + self._swept >= MANY and quiet > IDLE_SECONDS:
            self._swept = 0
            give_back()
        elif young > MANY or (young > SOME and quiet > QUIET_SECONDS):
            self._swept += young
            gc.collect(0)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._unsubscribe()
        gc.enable()
