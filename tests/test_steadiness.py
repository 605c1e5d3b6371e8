"""A desk with a full hall may open more sockets than the system gives unless asked."""

from __future__ import annotations

import subprocess
import sys

TOLD = """
import resource
from arena_desk.steadiness import SOCKETS, make_room_for_sockets
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
make_room_for_sockets()
most = SOCKETS if hard == resource.RLIM_INFINITY else min(SOCKETS, hard)
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0] == most)
"""


def test_as_many_sockets_may_be_open_as_the_system_grants() -> None:
    done = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
