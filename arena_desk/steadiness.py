"""What the running program asks of Python and of the system, so that a hundred panels hold up nobody."""

from __future__ import annotations

import contextlib
import gc
import sys

SWITCH_SECONDS = 0.0002
"""How long a thread may go on while another waits: windows and link share one interpreter."""
SOCKETS = 8192
COLLECTED_AFTER = 10_000
"""How many new objects the garbage collector lets come together; Python's own 700 make it a tenth of all work."""


def make_room_for_sockets() -> None:
    """Let this process open as many sockets as the system grants: often it is 256 or 1024 unless asked."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows, which has no such limit

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = SOCKETS if hard == resource.RLIM_INFINITY else min(SOCKETS, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def settle() -> None:
    """To be called once everything is loaded: what is there now stays, so the garbage collector need not walk all of
    it again and again while every thread waits.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(COLLECTED_AFTER, *gc.get_threshold()[1:])
    gc.freeze()
