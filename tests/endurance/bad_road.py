"""Two network namespaces and the road between them: every packet passes through here, late, or not at all.

Linux and root. Where the kernel has `tc netem` the same could be had from it; this works without. Nothing leaves this
machine: a namespace knows only its loopback and the one card that leads to the other.
"""

from __future__ import annotations

import ctypes
import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
CLONE_NEWNET = 0x40000000
MOST_BYTES = 65536
HALL, SEATS = "10.77.0.1", "10.77.0.2"


@dataclass(frozen=True, slots=True)
class Weather:
    """What happens to a packet on its way: `delay` in seconds each way, `loss` of so many in one, or all of one way."""

    delay: float = 0.0
    loss: float = 0.0
    to_desk: bool = True
    to_panel: bool = True


CLEAR = Weather()


class Road:
    """The namespaces `hall`, with the desk, and `seats`, with the panels; `weather` may be changed at any time."""

    def __init__(self, seed: int = 1) -> None:
        self.hall, self.seats = f"arena-hall-{os.getpid()}", f"arena-seats-{os.getpid()}"
        self.weather = CLEAR
        self.carried = self.lost = 0
        self._chance = random.Random(seed)
        self._stopping = threading.Event()
        self._ends = (self._end(self.hall, "hall0", HALL), self._end(self.seats, "seat0", SEATS))
        self._thread = threading.Thread(target=self._carry, name="road", daemon=True)
        self._thread.start()

    def _end(self, namespace: str, card: str, address: str) -> int:
        """A card in a namespace of its own: the packets that it sends can be read from the descriptor."""
        opened = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(opened, TUNSETIFF, struct.pack("16sH22x", card.encode(), IFF_TUN | IFF_NO_PI))
        _ip("netns", "add", namespace)
        _ip("link", "set", "dev", card, "netns", namespace)
        _ip("-n", namespace, "link", "set", "dev", "lo", "up")
        _ip("-n", namespace, "address", "add", f"{address}/24", "dev", card)
        _ip("-n", namespace, "link", "set", "dev", card, "up")
        return opened

    def _carry(self) -> None:
        due: list[tuple[float, int, int, bytes]] = []
        number = 0
        while not self._stopping.is_set():
            wait = max(0.0, min(0.1, due[0][0] - time.monotonic())) if due else 0.1
            for source in select.select(self._ends, [], [], wait)[0]:
                while (packet := _read(source)) is not None:
                    number += 1
                    if self._is_let(source):
                        heapq.heappush(
                            due, (time.monotonic() + self.weather.delay, number, self._other(source), packet)
                        )
            while due and due[0][0] <= time.monotonic():
                _, _, target, packet = heapq.heappop(due)
                with suppress(OSError):
                    os.write(target, packet)

    def _is_let(self, source: int) -> bool:
        weather = self.weather
        way = weather.to_panel if source == self._ends[0] else weather.to_desk
        let = way and self._chance.random() >= weather.loss
        self.carried += let
        self.lost += not let
        return let

    def _other(self, source: int) -> int:
        return self._ends[1] if source == self._ends[0] else self._ends[0]

    def enter_hall(self) -> None:
        """From now on the calling thread, and every program it starts, is in the hall."""
        with Path(f"/run/netns/{self.hall}").open("rb") as namespace:
            if ctypes.CDLL(None, use_errno=True).setns(namespace.fileno(), CLONE_NEWNET):
                raise OSError(ctypes.get_errno(), "setns")

    def close(self) -> None:
        """Take the namespaces away again."""
        self._stopping.set()
        self._thread.join()
        for end in self._ends:
            os.close(end)
        for namespace in (self.hall, self.seats):
            _ip("netns", "delete", namespace)

    def cut(self, **ways: bool) -> None:
        """Nothing passes any more, in one direction or in both."""
        self.weather = replace(self.weather, **(ways or {"to_desk": False, "to_panel": False}))

    def mend(self) -> None:
        """Everything passes again."""
        self.weather = replace(self.weather, to_desk=True, to_panel=True)


def _read(source: int) -> bytes | None:
    try:
        return os.read(source, MOST_BYTES)
    except BlockingIOError:
        return None


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)
